import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFakeTeams, type FakeTeams } from '../../support/fake-teams.ts';
import { makeCertificates } from './certificates.ts';
import { startEntra, type Entra } from './entra.ts';
import { bytesOf, startStorage, STORAGE_HOSTS, type Storage } from './storage.ts';

const TEAMS_HOST = 'smba.trafficmanager.net';
const HOSTS = ['login.botframework.com', 'login.microsoftonline.com', TEAMS_HOST, ...STORAGE_HOSTS];
/** For whom a token is. */
const TO_TEAMS = 'https://api.botframework.com';
const TO_STORAGE = 'https://storage.azure.com';

/** The world outside of the program, on this machine, behind the names and the certificates it has on the internet. */
export interface Outside {
  entra: Entra;
  teams: FakeTeams;
  storage: Storage;
  /** What a program needs to take this for the internet. */
  environment: Record<string, string>;
  /** PEM, of who signed the certificates. */
  ca: string;
  /** Calls to Teams or storage without a token that Entra gave for it. */
  strangers: string[];
  close(): Promise<void>;
}

type Parts = Pick<Outside, 'entra' | 'teams' | 'storage' | 'strangers'>;

export async function openOutside(): Promise<Outside> {
  const folder = mkdtempSync(join(tmpdir(), 'trial-'));
  const certificates = await makeCertificates(folder, HOSTS);
  const [entra, teams, storage] = await Promise.all([
    startEntra(),
    startFakeTeams(),
    startStorage(folder, certificates),
  ]);
  const parts: Parts = { entra, teams, storage, strangers: [] };
  const web = createServer(certificates, (request, response) => {
    void answer(parts, request, response).catch(() => response.destroy());
  });
  // As in Azure and Teams: with Node's own 5 s a connection would often end just as somebody sends over it.
  web.keepAliveTimeout = 65_000;
  await new Promise<void>((opened) => web.listen(0, '127.0.0.1', opened));
  const { port } = web.address() as AddressInfo;
  return {
    ...parts,
    environment: {
      TRIAL_PORTS: JSON.stringify(Object.fromEntries(HOSTS.map((host) => [host, port]))),
      NODE_EXTRA_CA_CERTS: certificates.files.ca,
      ...entra.environment,
    },
    ca: certificates.ca,
    close: async () => {
      await closeServer(web);
      await Promise.all([storage.close(), teams.close(), entra.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
}

/** By the name under which it is called. Who has no token of the bot's identity is a stranger to Teams and storage. */
async function answer(
  { entra, teams, storage, strangers }: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = '', url = '', headers } = request;
  const { host = '', authorization } = headers;
  const body = await bytesOf(request);
  const send = (status: number, text: string) =>
    void response.writeHead(status, { 'Content-Type': 'application/json' }).end(text);
  const isTeams = host === TEAMS_HOST;
  if (!isTeams && !STORAGE_HOSTS.includes(host)) {
    const page = entra.published(host, url);
    return page ? send(200, JSON.stringify(page)) : send(404, '{}');
  }
  if (!entra.gave(authorization, isTeams ? TO_TEAMS : TO_STORAGE)) {
    strangers.push(`${method} ${host}${url}`);
    return send(401, '{"error":{"code":"Unauthorized"}}');
  }
  if (isTeams) {
    const answer = await teams.transport(`https://${host}${url}`, {
      ...{ method, headers: { 'Content-Type': 'application/json' } },
      ...(body.length > 0 && { body }),
    });
    return send(answer.status, await answer.text());
  }
  const answer = await storage.forward(request, body);
  response.writeHead(answer.status, answer.headers).end(answer.body);
}
