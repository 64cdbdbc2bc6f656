import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import { closeServer, openServer, serveReadiness } from '../../http/server.ts';
import { createMessages, type Clock, type Sorry } from './messages.ts';
import { servePages } from '../../http/pages.ts';
import { createStrangers, type TurnAway } from '../../http/strangers.ts';
import type { Receive } from '../port.ts';
import { connectorKeys, type OpenId } from './connector-keys.ts';
import { connectorVerify } from './connector-token.ts';
import { createReceiver } from './receiver.ts';
import type { TeamsSettings } from '../settings.ts';

export interface DoorOptions {
  config: { host: string; port: number; teams: TeamsSettings; securityContact?: string };
  /** Shown by `/health`. */
  version: string;
  receive: Receive;
  sorry: Sorry;
  log: Logger;
  /** What keeps this instance from doing its work, one word each; for `/ready`. */
  faults: () => Promise<readonly string[]>;
  /** Whether the bot can prove to Teams who it is. */
  canProve: () => Promise<boolean>;
  clock: Clock;
  /** What tests put in the place of Microsoft's keys. No setting reaches this. */
  openId?: OpenId;
}

export interface Door {
  /** For the routes of the tab. */
  server: Server;
  turnAway: TurnAway;
  /** Resolves to the port. */
  listen(): Promise<number>;
  /** Resolves when all that was underway has been answered. */
  close(): Promise<void>;
}

/** The only way in from Teams to the rest of the program: through `receive`. */
export function createDoor(options: DoorOptions): Door {
  const { config, version, receive, sorry, log, faults, canProve, clock, openId } = options;
  const settings = config.teams;
  const keys = connectorKeys(clock, openId);
  const turnAway = createStrangers(log, clock);
  const server = openServer(log, turnAway, version);
  servePages(server, config.securityContact);
  serveReadiness(server, async () => [
    ...(await faults()),
    ...((await canProve()) ? [] : ['identity']),
    ...(settings.local || (await answers(keys.had())) ? [] : ['keys']),
  ]);
  const verify = settings.local ? async () => true : connectorVerify(settings, keys);
  const receiver = createReceiver();
  const messages = { settings, verify, receiver, receive, sorry, log, clock, turnAway };
  server.post('/api/messages', createMessages(messages));
  return {
    server,
    turnAway,
    listen: () => listen(server, config.port, config.host),
    close: () => closeServer(server),
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.server.address() as AddressInfo).port));
  });
}

const answers = (question: Promise<void>): Promise<boolean> =>
  question.then(
    () => true,
    () => false,
  );
