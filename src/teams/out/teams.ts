import type { Logger } from 'pino';
import type { Teams } from '../port.ts';
import type { TeamsSettings } from '../settings.ts';
import { within } from '../within.ts';
import { botToken, singleFlight, type BotToken } from './bot-token.ts';
import { createCall, type Transport } from './calls.ts';
import { createConnector } from './connector.ts';
import { createDownload } from './download.ts';
import { createUpload } from './upload.ts';

export interface OutgoingOptions {
  settings: TeamsSettings;
  log: Logger;
  /** Monotonic, ms. */
  clock: () => number;
  /** What tests put in the place of the network and of Entra. No setting reaches these. */
  transport?: Transport;
  credentials?: BotToken;
}

/** The way out to Teams. */
export interface Outgoing {
  teams: Teams;
  /** Whether the bot can prove to Teams who it is. The token is kept, so that this asks Entra once an hour. */
  canProve: () => Promise<boolean>;
}

export function openTeams(options: OutgoingOptions): Outgoing {
  const { settings, log, transport = fetch } = options;
  const token = tokenFor(options);
  const shared = { settings, token, transport, log };
  const patient = createCall({ ...shared, limitMs: PATIENT_MS });
  return {
    teams: createConnector(
      createCall(shared),
      { upload: createUpload(transport, log), download: createDownload(shared) },
      patient,
    ),
    canProve: async () => !token || proves(token),
  };
}

/** Where nobody waits in a turn, a late answer of Teams is better than one that is not known. */
const PATIENT_MS = 8_000;

/** None in local mode: the Playground asks for none. */
const tokenFor = ({ settings, credentials, clock }: OutgoingOptions): BotToken | undefined =>
  settings.local ? undefined : singleFlight(credentials ?? botToken(settings), clock);

const PROVE_MS = 5_000;

const proves = (token: BotToken): Promise<boolean> =>
  within(AbortSignal.timeout(PROVE_MS), token()).then(
    () => true,
    () => false,
  );
