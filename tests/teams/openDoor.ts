import { createLog } from '../../src/log/log.ts';
import { createDoor, type DoorOptions } from '../../src/teams/in/door.ts';
import { openTeams, type OutgoingOptions } from '../../src/teams/out/teams.ts';
import type { Incoming } from '../../src/teams/port.ts';
import type { Wire } from '../../support/activities.ts';
import { startFakeTeams } from '../../support/fake-teams.ts';
import { startIdentity, TEAMS } from '../../support/identity.ts';

type Options = Partial<DoorOptions & Pick<OutgoingOptions, 'transport' | 'credentials'>>;

/** A door on this machine, with a Teams and keys of its own behind it. */
export async function openDoor({ transport, credentials, ...options }: Options = {}) {
  const identity = await startIdentity();
  const teams = await startFakeTeams();
  const received: Incoming[] = [];
  const lines: string[] = [];
  const log = createLog('trace', { write: (line) => void lines.push(line) });
  const parts = {
    config: { host: '127.0.0.1', port: 0, teams: TEAMS },
    ...{ log, clock: () => performance.now() },
    ...options,
  };
  const out = openTeams({
    settings: parts.config.teams,
    ...{ log: parts.log, clock: parts.clock },
    transport: transport ?? teams.transport,
    credentials: credentials ?? (async () => 'token-of-the-bot'),
  });
  const door = createDoor({
    faults: async () => [],
    canProve: out.canProve,
    version: '1.2.3',
    receive: async (incoming) => {
      received.push(incoming);
      return { kind: 'none' };
    },
    sorry: (incoming, reference, trouble) => ({
      kind: 'card',
      card: { trouble, reference, typed: incoming.what.kind === 'press' ? incoming.what.data : {} },
    }),
    openId: identity.openId,
    ...parts,
  });
  const base = `http://127.0.0.1:${await door.listen()}`;

  /** What Teams would see after sending this. Without `authorization`: a good token. */
  async function post(activity: unknown, authorization?: string) {
    const headers = { Authorization: authorization ?? (await identity.bearer()) };
    return send(JSON.stringify(activity), headers);
  }

  async function send(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) {
    const response = await fetch(`${base}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body,
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: jsonIn(text) };
  }

  async function close() {
    await door.close();
    await teams.close();
    await identity.close();
  }

  return { door, out: out.teams, base, identity, teams, received, lines, log, post, send, close };
}

const jsonIn = (text: string) => (text === '' ? undefined : (JSON.parse(text) as Wire));
