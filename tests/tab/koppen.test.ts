import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { createLog } from '../../src/log/log.ts';
import type { Wire } from '../../support/activities.ts';
import { readAssets } from '../../src/tab/assets.ts';
import { eenWereld } from '../groep/hulp.ts';
import { odd, withOdd } from '../odd.ts';
import { lezer } from './lezer.ts';

const world = eenWereld();

const ROUTES = ['/tab/blad', '/tab/doe', '/tab/stand', '/tab/download'];
const POSTS = ['/tab/blad', '/tab/doe', '/tab/stand'];
const { script, style } = readAssets();
const ASSETS = [script, style].map(({ name }) => `/tab/assets/${name}`);
const GETS = ['/tab', '/tab/config', ...ASSETS];
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'];

const FRAMES =
  'frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft';

describe('every answer of the tab', () => {
  // The last ones are the same pages to the router, which reads a path when it is decoded.
  it.each([
    ...[...GETS, ...POSTS, '/tab/nergens', '/tab/../tab/config'],
    ...['/%74ab', '/t%61b/config', `/%74%61%62/assets/${script.name}`, '/%74ab/nergens'],
  ])('carries its headers at %s, whatever is asked [risk R42]', async (path) => {
    for (const method of METHODS) {
      const response = await fetch(`${world().address}${path}`, { method });
      const header = (name: string) => response.headers.get(name);

      const asked = decodeURIComponent(new URL(response.url).pathname);
      const isGood = GETS.includes(asked) && method === 'GET';
      expect(response.status, method).toBe(isGood ? 200 : expectedOf(asked, method));
      expect(header('content-security-policy')).toContain(FRAMES);
      expect(header('content-security-policy')).toContain("default-src 'self'; script-src 'self'");
      expect(header('content-security-policy')).not.toContain('unsafe');
      expect(header('content-security-policy')).not.toContain('127.0.0.1');
      expect(header('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
      expect(header('x-content-type-options')).toBe('nosniff');
      expect(header('referrer-policy')).toBe('no-referrer');
      expect(header('x-frame-options')).toBeNull();
      expect(header('server')).toBeNull();
      if (!/\.(js|css)$/.test(path)) expect(header('cache-control')).toBe('no-store');
      expect(await response.text()).not.toMatch(/node_modules|at .*\.ts|Error:/);
    }
  });

  it('carries them also where the bot itself answers, so that no spelling of a path goes without', async () => {
    for (const path of [
      '/health',
      '/ready',
      '//tab',
      '/tab%2Fconfig',
      '/TAB',
      '/%2574ab',
      '/%ff',
    ]) {
      const { headers } = await fetch(`${world().address}${path}`);
      expect(headers.get('content-security-policy'), path).toContain(FRAMES);
      expect(headers.get('strict-transport-security'), path).toContain('max-age=');
    }
  });

  it('holds nothing of anybody in the page itself', async () => {
    const page = await (await fetch(`${world().address}/tab?project=p_1&blad=stand`)).text();

    expect(page).toBe(await (await fetch(`${world().address}/tab`)).text());
    expect(page).not.toContain('p_1');
  });

  it('may be kept for ever where its name says what is in it, and nowhere else', async () => {
    const page = await (await fetch(`${world().address}/tab`)).text();
    for (const path of ASSETS) {
      expect(page).toContain(`"${path}"`);
      const get = async (name: string) => fetch(`${world().address}${name}`);
      const own = await get(path);
      expect(own.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');

      // While a new version comes, the instance that answers may not be the one that made the page.
      const other = await get(path.replace(/tab-[^.]+/, 'tab-anders'));
      expect(other.status).toBe(200);
      expect(other.headers.get('cache-control')).toBe('no-store');
      expect(other.headers.get('content-type')).toBe(own.headers.get('content-type'));
      expect(await other.text()).toBe(await own.text());
    }
    for (const name of ['tab-anders.png', 'tab', '.gemaakt-van', '..%2Fpackage.json'])
      expect((await fetch(`${world().address}/tab/assets/${name}`)).status).toBe(404);
  });

  it('is compressed for who takes that, and the same', async () => {
    for (const path of GETS) {
      const get = (encoding: string) =>
        fetch(`${world().address}${path}`, { headers: { 'Accept-Encoding': encoding } });
      const [plain, zipped] = [await get('identity'), await get('gzip')];
      expect(await zipped.text()).toBe(await plain.text());
      if (path !== '/tab/config') expect(zipped.headers.get('content-encoding')).toBe('gzip');
    }
    // The bot's own answers stay as they are.
    const health = await fetch(`${world().address}/health`);
    expect(health.headers.get('content-encoding')).toBeNull();
  });
});

/** A path that is there takes no other method; a POST without a token is nobody's. */
function expectedOf(path: string, method: string): number {
  const isPost = POSTS.includes(path);
  if (!isPost && path === '/tab/nergens') return 404;
  if (isPost && method === 'POST') return 415;
  return 405;
}

describe('what is sent to the tab', () => {
  it.each(POSTS)(
    'is refused at %s when it is too large, unreadable or nothing of ours',
    async (path) => {
      const sanne = lezer(world(), 'Sanne');
      const tooLarge = JSON.stringify({ project: 'x'.repeat(70_000) });

      expect((await sanne.post(path, tooLarge)).status).toBe(413);
      expect((await sanne.post(path, '{"project":')).status).toBe(400);
      expect((await sanne.post(path, { project: 7 })).status).toBe(400);
      expect((await sanne.post(path, { project: 'x'.repeat(201) })).status).toBe(400);
      expect((await sanne.post(path, '{}', { 'Content-Type': 'text/plain' })).status).toBe(415);
      expect((await sanne.post(path, '{}', { 'Content-Encoding': 'gzip' })).status).toBe(415);
    },
  );

  it('is no fault of ours, whatever stands in it', async () => {
    const vraag = { project: 'p_1', blad: '', verb: 'status', gesprek: '', args: {} };
    const whole = { ...vraag, rev: 0, nonce: 'n'.repeat(8), velden: {}, extra: '', vraag };
    const FIELDS = [...Object.keys(whole), 'args.a', 'velden.a', 'vraag.soort', 'vraag.id'];
    const places = fc.array(fc.tuple(fc.constantFrom(...FIELDS), odd), { maxLength: 3 });

    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.constantFrom(...ROUTES), places, async (wie, path, changes) => {
        const sent = changes.reduce<Wire>((one, [at, value]) => withOdd(one, at, value), whole);
        // Each time another person, since nobody may ask so much.
        const known = await lezer(world(), `Lid${wie % 1_000}`).post(path, sent);
        const stranger = await fetch(`${world().address}${path}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(sent),
        });

        expect([200, 400]).toContain(known.status);
        expect(stranger.status).toBe(401);
      }),
      { seed: 20261130, numRuns: 300 },
    );
  });

  it('may not come faster than somebody can press', async () => {
    const haast = lezer(world(), 'Haast');
    const vraag = { project: 'p_1', verb: 'status', rev: 0, nonce: 'n'.repeat(8) };

    const answers = await Promise.all(
      Array.from({ length: 61 }, () => haast.post('/tab/doe', vraag)),
    );

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(60);
    const slow = answers.find(({ status }) => status === 429);
    expect(slow?.body.fout).toContain('Dat ging te snel');
    expect(slow?.headers.get('retry-after')).toBe('60');
  });
});

it('is not there where no tab was set up', async () => {
  const { tables } = world();
  const { door } = createApp({
    config: {
      ...{
        host: '127.0.0.1',
        port: 0,
        tables: '',
        forms: 'dialoog',
        cards: 'teams',
        logLevel: 'silent',
      },
      teams: { local: true },
      tab: { kind: 'off' },
    },
    ...{ version: 'test', tables, logger: createLog('silent') },
    now: () => world().nu(),
    clock: () => performance.now(),
  });
  const port = await door.listen();

  for (const path of ['/tab', '/tab/config', ...ASSETS, '/tab/blad', '/tab/mensen'])
    expect((await fetch(`http://127.0.0.1:${port}${path}`)).status).toBe(404);
  await door.close();
});
