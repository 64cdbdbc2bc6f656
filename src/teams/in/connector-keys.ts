import { z } from 'zod';
import { createKeys, jsonAt, keysIn, type Keys, type PublishedKeys } from '../../http/keys.ts';
import { inShape } from '../../http/shape.ts';

/** Where it is said where the public keys of the Bot Connector are. */
export interface OpenId {
  metadataUrl: string;
}

/** https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
const MICROSOFT: OpenId = {
  metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
};

/** Both documents together: a turn has five seconds in all. */
const LIMIT_MS = 3_000;
/** Teams sends again what was refused with a 503, so an outage of a moment may last no longer for us. */
const REST_MS = 2_000;

const Metadata = z.object({ jwks_uri: z.url() });

/** The keys with which the Bot Connector signs. `openId`: left out, Microsoft's own; tests bring theirs. */
export const connectorKeys = (clock: () => number, openId: OpenId = MICROSOFT): Keys =>
  createKeys({ ask: () => published(openId), clock, restMs: REST_MS });

async function published({ metadataUrl }: OpenId): Promise<PublishedKeys> {
  const signal = AbortSignal.timeout(LIMIT_MS);
  const metadata = inShape(Metadata, await jsonAt(metadataUrl, fetch, signal));
  const { protocol } = new URL(metadataUrl);
  if (!metadata || new URL(metadata.jwks_uri).protocol !== protocol)
    throw new Error('the metadata of the Bot Connector name no keys');
  return keysIn(await jsonAt(metadata.jwks_uri, fetch, signal));
}
