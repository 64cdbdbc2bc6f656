import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type Activity } from 'botbuilder';
import type { Envelope } from '../envelope.ts';
import { ISSUER } from './gate.ts';

/** The response to Teams: a status, and the body of an invoke. */
interface TurnResponse {
  status: number;
  body?: unknown;
}

/** The one thing that we use botbuilder for: running a turn. Who called was verified before. */
export interface Receiver {
  /** Runs one turn. An invoke gets what `work` returns as its body. Throws what `work` throws. */
  turn: (activity: Envelope, work: () => Promise<unknown>) => Promise<TurnResponse>;
}

export function createReceiver(): Receiver {
  const adapter = new Adapter(new Authentication({}));
  return { turn: (activity, work) => adapter.turn(activity, work) };
}

type Verified = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;

/**
 * botbuilder makes two HTTP clients for every turn, which could send the bot's token wherever the
 * activity says. We send through `connector.ts` only, so a turn gets nothing to send with.
 */
const NO_CLIENT = Object.freeze({});
const connectorFactory = { create: async () => NO_CLIENT } as unknown as NonNullable<
  Verified['connectorFactory']
>;

class Authentication extends ConfigurationBotFrameworkAuthentication {
  override async createUserTokenClient() {
    return NO_CLIENT as Awaited<
      ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>
    >;
  }
}

class Adapter extends CloudAdapter {
  /** Not `process`: that verifies by itself, and answers failures with the text of the error. */
  async turn(activity: Envelope, work: () => Promise<unknown>) {
    const verified = {
      audience: ISSUER,
      claimsIdentity: this.createClaimsIdentity(),
      connectorFactory,
    };
    const response = await this.processActivity(verified, forSdk(activity), async (context) => {
      const body = await work();
      if (activity.type !== 'invoke') return;
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
    });
    return response ?? { status: 200 };
  }
}

/** The SDK's type has required fields that no activity has; the gate has checked ours. */
const forSdk = (activity: Envelope) => ({ ...activity }) as unknown as Activity;
