import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { TENANT } from '../../support/identity.ts';
import type { World } from '../../support/world.ts';
import { claimsOf, TAB_HOST, tokenOf } from '../../support/tokens.ts';

export type Thema = 'default' | 'dark' | 'contrast';

export interface Opening {
  naam: string;
  tenant?: string;
  thema?: Thema;
  /** Conversation id that Teams shows the tab in; left out: the personal tab. */
  gesprek?: string;
  /** What a link into the tab asks for. */
  ingang?: string;
  /** Page of the tab that Teams opens. */
  pad?: string;
  breed?: number;
  hoog?: number;
  /** True: the clock of the page can be moved. */
  klok?: boolean;
}

/** The tab as Teams shows it: in a frame of another origin, by the protocol that teams-js speaks. */
export interface TabInTeams {
  page: Page;
  frame: Frame;
  /** What the page and its frames wrote as an error. */
  fouten: string[];
  /** What the page asked of Teams. */
  gevraagd(): Promise<string[]>;
  /** Teams changes its theme. */
  wordt(thema: Thema): Promise<void>;
  close(): Promise<void>;
}

const TEAMS_HOST = 'https://teams.microsoft.com';
export const TAB = `https://${TAB_HOST}`;

/** teams-js asks for a list of hosts; without an answer it takes its own. */
const NO_NETWORK = 'res.cdn.office.net';

export async function openTab(
  browser: Browser,
  world: World,
  opening: Opening,
): Promise<TabInTeams> {
  const { breed = 1280, hoog = 900, thema = 'default', naam, tenant = TENANT } = opening;
  const context = await browser.newContext({
    viewport: { width: breed, height: hoog },
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
  });
  const token = await tokenOf(claimsOf(`oid-${naam}`, world.nu(), tenant));
  await routes(context, world, host({ ...opening, thema }, token));
  if (opening.klok) await context.clock.install();
  const page = await context.newPage();
  // Generous: a busy machine takes many times as long.
  page.setDefaultTimeout(300_000);
  const fouten: string[] = [];
  page.on('pageerror', (error) => void fouten.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.includes(NO_NETWORK))
      fouten.push(`${message.text()} (${message.location().url})`);
  });
  await page.goto(`${TEAMS_HOST}/host`);
  const frame = await frameOf(page);
  return {
    ...{ page, frame, fouten },
    gevraagd: () => page.evaluate('asked'),
    wordt: (next) => page.evaluate(`theme('${next}')`),
    close: async () => {
      // A page asks now and then whether there is news, also at this moment.
      await context.unrouteAll({ behavior: 'ignoreErrors' });
      await context.close();
    },
  };
}

async function frameOf(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (!frame) throw new Error('no frame');
  await frame.waitForSelector('main:not([aria-busy])');
  return frame;
}

/** The tab under its own name, from the world's server; around it a page that stands for Teams. Nothing else is reached. */
async function routes(context: BrowserContext, world: World, page: string): Promise<void> {
  await context.route('**/*', (route) => route.abort());
  await context.route(`${TEAMS_HOST}/host`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: page }),
  );
  await context.route(`${TAB}/**`, async (route) => {
    const url = route.request().url().replace(TAB, world.address);
    const response = await route.fetch({ url });
    await route.fulfill({ response });
  });
}

/** A page that answers as Teams does; written down from what teams-js 2.58 asks and takes. */
function host(
  { thema = 'default', gesprek = '', ingang = '', pad = '/tab' }: Opening,
  token: string,
) {
  const flat = {
    ...{ theme: thema, locale: 'nl-nl', entityId: 'project', subEntityId: ingang },
    ...{ frameContext: 'content', tid: TENANT, userObjectId: 'not-to-be-trusted' },
    ...(gesprek === '' ? {} : { chatId: gesprek }),
  };
  const data = JSON.stringify({ flat, token, theme: thema }).replaceAll('<', '\\u003c');
  return `<!doctype html><title>Teams</title><style>body{margin:0}iframe{border:0;width:100vw;height:100vh;display:block}</style>
<iframe src="${TAB}${pad}" title="tab"></iframe>
<script>
const data = ${data};
window.asked = [];
const frame = document.querySelector('iframe');
const say = (message) => frame.contentWindow.postMessage(message, '${TAB}');
window.theme = (to) => say({ func: 'themeChange', args: [to] });
const runtime = JSON.stringify({ apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false,
  supports: { pages: { config: {} }, dialog: { url: {} } } });
const answers = {
  initialize: () => ['content', 'web', runtime, '2.58.0'],
  getContext: () => [data.flat],
  'authentication.getAuthToken': () => [true, data.token],
};
addEventListener('message', ({ data: { id, uuidAsString, func, args }, origin }) => {
  if (origin !== '${TAB}' || !func) return;
  asked.push(func === 'registerHandler' ? func + ' ' + args[0] : func);
  const answer = answers[func];
  if (answer) say({ id, uuidAsString, args: answer(args) });
});
</script>`;
}
