import { base64url, exportSPKI, type JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APP_ID, makeKeys, TENANT } from '../../support/identity.ts';
import { eenWereld, start } from '../groep/hulp.ts';
import {
  claimsOf,
  PARTNER_TENANT,
  publicKey,
  TAB_HOST,
  TAB_ID,
  tokenOf,
} from '../../support/tokens.ts';

const world = eenWereld();
const good = (): JWTPayload => claimsOf('oid-Sanne', world().nu());

beforeAll(async () => {
  await start(world().groepschat('Sanne').lid('Sanne'));
});

/** What the tab answers to this `Authorization`. */
async function status(authorization: string): Promise<number> {
  const response = await fetch(`${world().address}/tab/stand`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: authorization },
    body: JSON.stringify({ project: 'p_x' }),
  });
  return response.status;
}

const withClaims = async (claims: JWTPayload) => `Bearer ${await tokenOf(claims)}`;
const without = (name: string): JWTPayload => {
  const { [name]: _gone, ...rest } = good();
  return rest;
};

const seconds = (more: number) => Math.floor(Date.parse(world().nu()) / 1000) + more;
const GUID = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';

/** Each claim with values that no token for the tab has. */
const WRONG: Readonly<Record<string, () => readonly unknown[]>> = {
  aud: () => [
    ...['', GUID, APP_ID, `api://${TAB_HOST}`, `api://${TAB_HOST}/${APP_ID}`, TAB_ID.toUpperCase()],
    ...[
      `api://kwaad.example/${TAB_ID}`,
      `api://${TAB_HOST}/${TAB_ID}/`,
      `${TAB_ID} `,
      [],
      [APP_ID],
    ],
    ...['https://graph.microsoft.com', '00000003-0000-0000-c000-000000000000', null, 1, {}],
  ],
  iss: () => [
    ...['', 'https://login.microsoftonline.com', `https://sts.windows.net/${TENANT}/`, null, 1],
    ...[
      `https://login.microsoftonline.com/${TENANT}`,
      `https://login.microsoftonline.com/${TENANT}/`,
    ],
    ...[`https://login.microsoftonline.com/${TENANT}/v1.0`, TENANT, 'https://api.botframework.com'],
    ...[
      `https://login.microsoftonline.com/${TENANT}/v2.0/`,
      `https://login.microsoftonline.com/${GUID}/v2.0`,
    ],
    ...[
      `http://login.microsoftonline.com/${TENANT}/v2.0`,
      `https://login.microsoftonline.com.kwaad.example/${TENANT}/v2.0`,
    ],
    ...[
      `https://login.microsoftonline.com/common/v2.0`,
      `https://login.microsoftonline.us/${TENANT}/v2.0`,
    ],
    ...[`https://login.microsoftonline.com/${TENANT.toUpperCase()}/v2.0`, [], {}],
  ],
  tid: () => [
    ...[
      '',
      GUID,
      'common',
      'organizations',
      PARTNER_TENANT,
      TENANT.toUpperCase(),
      `${TENANT} `,
      null,
      1,
    ],
    ...[[TENANT], {}, `../${TENANT}`, `${TENANT}/..`, '*', TENANT.slice(1), `${TENANT}0`],
  ],
  oid: () => ['', null, 1, [], {}, ['oid-Sanne'], 'x'.repeat(101)],
  azp: () => ['', GUID, TAB_ID, APP_ID, null, 1, [], '1fec8e78-bce4-4aaf-ab1b-5451cc387265', '*'],
  scp: () => [
    ...['', 'User.Read', 'access_as_user2', 'Access_As_User', 'access_as_use', null, 1, []],
    ...['openid profile', 'access_as_user,User.Read', ['access_as_user'], 'access_as_user\n'],
  ],
  ver: () => ['', '1.0', '2', 2, null, '3.0', []],
  exp: () => [seconds(-61), seconds(-3600), 0, -1, '9999999999', null, 'morgen', [], {}],
  nbf: () => [seconds(61), seconds(3600), '0', null, 'gisteren', [], {}],
  iat: () => ['nu', null, [], {}],
  name: () => [1, [], {}],
};

describe('the sign-in of the tab', () => {
  it('takes the token that Teams gives, on a desktop and in a browser', async () => {
    const desktop = { azp: '1fec8e78-bce4-4aaf-ab1b-5451cc387264' };
    const longer = { aud: `api://${TAB_HOST}/${TAB_ID}`, scp: 'User.Read access_as_user' };
    const skewed = { exp: seconds(-59), nbf: seconds(-3600) };

    for (const more of [{}, desktop, longer, skewed])
      expect(await status(await withClaims({ ...good(), ...more }))).toBe(200);
  });

  it('lets nobody in on a token that differs in any claim', async () => {
    const changed = Object.entries(WRONG).flatMap(([name, values]) =>
      values().map((value) => ({ ...good(), [name]: value })),
    );
    const missing = ['aud', 'iss', 'tid', 'oid', 'azp', 'scp', 'ver', 'exp', 'nbf', 'iat'].map(
      without,
    );
    const tokens = await Promise.all([...changed, ...missing].map(withClaims));
    tried += tokens.length;

    const accepted = await acceptedOf(tokens);

    expect(accepted).toEqual([]);
  });

  it('lets nobody in on a token that is signed otherwise', async () => {
    const { privateKey } = await makeKeys();
    const secret = new TextEncoder().encode(await exportSPKI(await publicKey()));
    const [head = '', body = '', signature = ''] = (await tokenOf(good())).split('.');
    const header = (more: object) =>
      base64url.encode(JSON.stringify({ alg: 'RS256', kid: 'tab-key', ...more }));
    const flipped = [...signature].map(
      (_, at) =>
        `${signature.slice(0, at)}${signature[at] === 'A' ? 'B' : 'A'}${signature.slice(at + 1)}`,
    );
    const tokens = [
      await tokenOf(good(), {}, privateKey),
      await tokenOf(good(), { kid: 'another' }),
      await tokenOf(good(), { alg: 'HS256' }, secret),
      ...['none', 'None', 'NONE', '', 'HS256', 'ES256', 'PS256', 'RS384', null, 1].flatMap(
        (alg) => [`${header({ alg })}.${body}.`, `${header({ alg })}.${body}.${signature}`],
      ),
      `${header({ crit: ['exp'] })}.${body}.${signature}`,
      `${header({ jku: 'http://127.0.0.1:1/keys' })}.${body}.${signature}`,
      `${head}.${base64url.encode(JSON.stringify({ ...good(), oid: 'oid-Fatima' }))}.${signature}`,
      ...[`${head}.${body}`, `${head}.${body}.`, `${head}..${signature}`, `.${body}.${signature}`],
      ...[`${head}.${body}.${signature}.`, `${head}.${body}.${signature}=`, `${head}${body}`],
      // The last sign holds two bits that are no part of the signature.
      ...flipped.slice(0, -1).filter((_, at) => at % 3 === 0),
    ].map((token) => `Bearer ${token}`);
    tried += tokens.length;

    expect(await acceptedOf(tokens)).toEqual([]);
  });

  it('lets nobody in without a token, with another kind, or as they please', async () => {
    const token = await tokenOf(good());
    const others = [
      ...['', 'Bearer', 'Bearer ', token, `bearer ${token}`, `Basic ${token}`, `Bearer  ${token}`],
      ...[
        `Bearer ${token} x`,
        `Bearer ${token},${token}`,
        'Lokaal oid-Sanne',
        `Bearer ${'a.'.repeat(5000)}a`,
      ],
      ...['Bearer null', 'Bearer undefined', 'Bearer ..', 'Bearer a.b.c', `Bearer "${token}"`],
    ];
    tried += others.length;

    expect(await acceptedOf(others)).toEqual([]);
  });

  it('lets somebody of another organisation in only where they take part [risk R41]', async () => {
    const partner = claimsOf('oid-Sanne', world().nu(), PARTNER_TENANT);
    const stranger = claimsOf('oid-Vreemde', world().nu(), GUID);

    expect(await status(await withClaims(stranger))).toBe(401);
    // The same object id is that of a person of this tenant, and Teams knows nobody of the other.
    expect(await status(await withClaims(partner))).toBe(401);
  });

  let tried = 0;
  afterAll(() => expect(tried).toBeGreaterThanOrEqual(200));
});

/** Which of these were let in; those are the ones to look at. */
async function acceptedOf(all: readonly string[]): Promise<string[]> {
  const accepted: string[] = [];
  for (const authorization of all)
    if ((await status(authorization)) !== 401) accepted.push(authorization);
  return accepted;
}
