import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type Activity } from 'botbuilder';
import type { Envelope } from '../envelope.ts';
import type { TeamsSettings } from '../settings.ts';
import { within } from '../within.ts';

/** Where the public keys of the Bot Connector are. Left out: at Microsoft; tests bring their own. */
export interface OpenId {
  metadataUrl: string;
}

/** What botbuilder says of a request whose token is good. */
export type Verified = Awaited<
  ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>
>;

/** The response to Teams: a status, and the body of an invoke. */
interface TurnResponse {
  status: number;
  body?: unknown;
}

/** The two things that we use botbuilder for: verifying the caller, and running the turn. */
export interface Receiver {
  /** Undefined when the token is not good; throws when the keys cannot be had. */
  verify: (activity: Envelope, authorization: string) => Promise<Verified | undefined>;
  /** Runs one turn. An invoke gets what `work` returns as its body. Throws what `work` throws. */
  turn: (
    verified: Verified,
    activity: Envelope,
    work: () => Promise<unknown>,
  ) => Promise<TurnResponse>;
}

export function createReceiver(settings: TeamsSettings, openId?: OpenId): Receiver {
  const authentication = new Authentication(optionsFor(settings, openId));
  const adapter = new Adapter(authentication);
  return {
    verify: (activity, authorization) => authentication.verify(activity, authorization),
    turn: (verified, activity, work) => adapter.turn(verified, activity, work),
  };
}

type Options = NonNullable<
  ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[0]
>;

/** Without an app id botbuilder lets everybody in, so only the local mode leaves it out. */
function optionsFor(settings: TeamsSettings, openId?: OpenId): Options {
  if (settings.local) return {};
  const id = { MicrosoftAppId: settings.appId, MicrosoftAppTenantId: settings.tenantId };
  const keys = openId && {
    ToBotFromChannelOpenIdMetadataUrl: openId.metadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: openId.metadataUrl,
    ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  };
  return { ...id, ...keys };
}

/**
 * botbuilder makes two HTTP clients for every turn, which could send the bot's token wherever the
 * activity says. We send through `connector.ts` only, so a turn gets nothing to send with.
 */
const NO_CLIENT = Object.freeze({});
const connectorFactory = { create: async () => NO_CLIENT } as unknown as NonNullable<
  Verified['connectorFactory']
>;

/** botbuilder fetches the keys without a time limit; a turn cannot wait that long. */
const KEYS_LIMIT_MS = 4_000;

class Authentication extends ConfigurationBotFrameworkAuthentication {
  async verify(activity: Envelope, authorization: string): Promise<Verified | undefined> {
    try {
      const verified = await within(
        AbortSignal.timeout(KEYS_LIMIT_MS),
        this.authenticateRequest(forSdk(activity), authorization),
      );
      return { ...verified, connectorFactory };
    } catch (error) {
      if (isRefusal(error)) return undefined;
      throw error;
    }
  }

  override async createUserTokenClient() {
    return NO_CLIENT as Awaited<
      ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>
    >;
  }
}

/** botbuilder 4.23.3 throws a bad signature and the like as errors of its JWT library. */
const REFUSALS = ['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError', 'SyntaxError'];

const isRefusal = (error: unknown) =>
  error instanceof Error &&
  (REFUSALS.includes(error.name) || (error as { statusCode?: number }).statusCode === 401);

class Adapter extends CloudAdapter {
  /** Not `process`: that answers failures itself, with the text of the error. */
  async turn(verified: Verified, activity: Envelope, work: () => Promise<unknown>) {
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
