import { ConfigurationBotFrameworkAuthentication, type Activity } from 'botbuilder';
import type { Envelope } from '../../src/teams/envelope.ts';
import type { OpenId } from '../../src/teams/in/connector-keys.ts';
import type { Verify } from '../../src/teams/in/connector-token.ts';
import { APP_ID, ISSUER, TENANT } from '../../support/identity.ts';

/** botbuilder 4.23.3 throws a bad signature and the like as errors of its JWT library. */
const REFUSALS = ['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError', 'SyntaxError'];

const isRefusal = (error: unknown) =>
  error instanceof Error &&
  (REFUSALS.includes(error.name) || (error as { statusCode?: number }).statusCode === 401);

/** How tokens were verified before: by botbuilder, with the settings that we gave it. */
export function oldVerifier({ metadataUrl }: OpenId): Verify {
  const authentication = new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: APP_ID,
    MicrosoftAppTenantId: TENANT,
    ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl,
    ToBotFromChannelTokenIssuer: ISSUER,
    ToChannelFromBotOAuthScope: ISSUER,
  });
  return async (activity: Envelope, authorization) => {
    try {
      await authentication.authenticateRequest(activity as unknown as Activity, authorization);
      return true;
    } catch (error) {
      if (isRefusal(error)) return false;
      throw error;
    }
  };
}
