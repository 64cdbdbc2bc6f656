import { decodeJwt, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { inShape } from '../../http/shape.ts';
import type { Iemand } from '../../process/contract/contract.ts';
import { createConfirmed } from './confirmed.ts';
import { microsoftKeys } from '../toegang/keys.ts';
import type { TabOptions, Wie } from './options.ts';
import type { TeamsTab } from '../toegang/settings.ts';

/**
 * Who opens the tab, by the `Authorization` of the request; undefined when that proves no one. Throws when keys or
 * directory cannot be read.
 */
export type SignIn = (authorization: string) => Promise<Iemand | undefined>;

/** Teams itself asks for the token, on a desktop or phone, and in a browser. Tokens for other programs do not count. */
const TEAMS_CLIENTS = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
];

/** How far clocks may differ, s. */
const TOLERANCE_S = 60;
/** No token of Entra is longer than this. */
const MAX_LENGTH = 8_192;

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** What a token says. Before it is verified it is used only to find the keys that it must be signed with. */
const Claims = z.object({
  tid: z.string().regex(GUID),
  oid: z.string().min(1).max(100),
  ver: z.literal('2.0'),
  azp: z.enum(TEAMS_CLIENTS),
  scp: z.string().refine((scopes) => scopes.split(' ').includes('access_as_user')),
  name: z.string().default(''),
  iat: z.number(),
  nbf: z.number(),
  exp: z.number(),
});

/**
 * Verifies the token that Teams' single sign-on gives. Everybody of our own tenants may sign in, and from others only people
 * who are in a project (risk R41). A person is a tenant and an object id; names and addresses in it can change.
 */
export function teamsSignIn(settings: TeamsTab, options: TabOptions): SignIn {
  const keysOf =
    options.keysOf ?? microsoftKeys({ tenants: settings.tenants, clock: options.clock });
  const isConfirmed = createConfirmed(options);
  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization)?.[1] ?? '';
    if (token === '' || token.length > MAX_LENGTH) return undefined;
    const wie = claimed(token);
    if (!wie || !(settings.tenants.includes(wie.tenant) || (await isConfirmed(wie))))
      return undefined;
    const expected = { ...settings, tenant: wie.tenant, now: options.now() };
    const payload = await verified(token, keysOf(wie.tenant), expected);
    const claims = inShape(Claims, payload);
    if (!claims) return undefined;
    const { tid, oid, name } = claims;
    return {
      tenant: tid,
      oid,
      teamsId: '',
      naam: name,
      account: '',
      extern: !settings.tenants.includes(tid),
    };
  };
}

function claimed(token: string): Wie | undefined {
  try {
    const data = inShape(Claims, decodeJwt(token));
    return data && { tenant: data.tid, oid: data.oid };
  } catch {
    return undefined;
  }
}

async function verified(
  token: string,
  keys: JWTVerifyGetKey,
  { id, host, tenant, now }: TeamsTab & { tenant: string; now: string },
): Promise<JWTPayload | undefined> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      audience: [id, `api://${host}/${id}`],
      issuer: `https://login.microsoftonline.com/${tenant}/v2.0`,
      requiredClaims: ['exp', 'nbf', 'iat', 'tid', 'oid', 'azp', 'scp'],
      clockTolerance: TOLERANCE_S,
      currentDate: new Date(now),
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

/** On this machine people say who they are, out of the people that there are. */
export function localSignIn(mensen: () => Promise<readonly Iemand[]>): SignIn {
  return async (authorization) => {
    const oid = /^Lokaal ([\w-]{1,100})$/.exec(authorization)?.[1];
    return oid === undefined ? undefined : (await mensen()).find((found) => found.oid === oid);
  };
}
