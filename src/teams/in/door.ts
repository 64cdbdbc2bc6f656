import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import { botToken, singleFlight, type BotToken } from '../out/bot-token.ts';
import { createCall, type Transport } from '../out/calls.ts';
import { createConnector } from '../out/connector.ts';
import { closeServer, openServer, serveReadiness } from '../../http/server.ts';
import { createMessages, type Clock, type Sorry } from './messages.ts';
import { servePages } from '../../http/pages.ts';
import type { Receive, Teams } from '../port.ts';
import { createReceiver, type OpenId } from './receiver.ts';
import type { TeamsSettings } from '../settings.ts';
import { createUpload } from '../out/upload.ts';
import { within } from '../within.ts';

export interface DoorOptions {
  config: { host: string; port: number; teams: TeamsSettings; securityContact?: string };
  /** Shown by `/health`. */
  version: string;
  receive: Receive;
  sorry: Sorry;
  log: Logger;
  /** What keeps this instance from doing its work, one word for each fault; for `/ready`. */
  faults?: () => Promise<readonly string[]>;
  clock?: Clock;
  /** Tests replace the network, Microsoft's keys and Entra with these. No setting reaches them. */
  transport?: Transport;
  openId?: OpenId;
  credentials?: BotToken;
}

export interface Door {
  /** For the routes of the tab. */
  server: Server;
  teams: Teams;
  /** Resolves to the port. */
  listen(): Promise<number>;
  /** Resolves when all that was underway has been answered. */
  close(): Promise<void>;
}

const monotonic: Clock = () => performance.now();

/** The only way between Teams and the rest of the program: in through `receive`, out through `teams`. */
export function createDoor(options: DoorOptions): Door {
  const { config, version, receive, sorry, log, clock = monotonic, openId } = options;
  const settings = config.teams;
  const receiver = createReceiver(settings, openId);
  const server = openServer(log, version);
  servePages(server, config.securityContact);
  const { transport, token } = wires(options);
  serveReadiness(server, async () => [
    ...((await options.faults?.()) ?? []),
    ...((await canProve(token)) ? [] : ['identity']),
  ]);
  server.post('/api/messages', createMessages({ settings, receiver, receive, sorry, log, clock }));
  return {
    server,
    teams: createConnector(
      createCall({ transport, token, settings, log }),
      createUpload(transport, log),
    ),
    listen: () => listen(server, config.port, config.host),
    close: () => closeServer(server),
  };
}

function wires({ config, credentials, transport = fetch, clock = monotonic }: DoorOptions) {
  if (config.teams.local) return { transport, token: undefined };
  return { transport, token: singleFlight(credentials ?? botToken(config.teams), clock) };
}

const PROVE_MS = 5_000;

/** Tells whether the bot can prove itself to Teams. The token is kept, so that this asks Entra once an hour. */
async function canProve(token: BotToken | undefined): Promise<boolean> {
  if (!token) return true;
  return within(AbortSignal.timeout(PROVE_MS), token()).then(
    () => true,
    () => false,
  );
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.server.address() as AddressInfo).port));
  });
}
