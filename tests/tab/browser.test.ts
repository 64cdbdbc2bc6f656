import type { Browser, Route } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probleem } from '../../src/planner/plan/plan.ts';
import { foto } from '../../src/process/feiten/foto.ts';
import { all } from '../../src/process/feiten/project.ts';
import { openLog } from '../../src/storage/log/log.ts';
import { say } from '../../support/gezegd.ts';
import { addition } from '../../support/vullen.ts';
import { browserHere } from '../e2e/stage.ts';
import { openWorld, type World } from '../../support/world.ts';
import { live, projectVan, start } from '../groep/hulp.ts';
import { axeFouten, WCAG } from './axe.ts';
import { openTab, type Opening, type TabInTeams, type Thema } from './gastheer.ts';
import { lezer } from './lezer.ts';
import { doet } from './overleg-hulp.ts';
import { LEIDER, stationsplein } from './project.ts';

const here = await browserHere();
const browser = here as Browser;

describe.skipIf(typeof here === 'string')('the tab in a browser', () => {
  let world: World;
  let project: string;
  let bladen: string[];
  let gesprek: string;
  const tabs: TabInTeams[] = [];

  const open = async (blad: string, more: Partial<Opening> = {}): Promise<TabInTeams> => {
    const tab = await openTab(browser, world, {
      naam: LEIDER,
      gesprek,
      ingang: `${project}/${blad}`,
      ...more,
    });
    tabs.push(tab);
    return tab;
  };

  beforeAll(async () => {
    world = await openWorld();
    const made = await stationsplein(world, 5);
    ({ project } = made);
    gesprek = made.groep.conversation;
    await zetFotoBij(world, project);
    const { nav = '' } = await lezer(world, LEIDER).blad({ project });
    bladen = [...nav.matchAll(/data-blad="([^"]*)"/g)].map(([, blad = '']) => blad);
  });

  afterAll(async () => {
    for (const tab of tabs) await tab.close();
    await browser.close();
    await world.close();
  });

  it.each(['default', 'dark', 'contrast'] as Thema[])(
    'has no accessibility fault on any page or form, in the theme %s [risk R49]',
    async (thema) => {
      const tab = await open('stand', { thema });
      const wrong: string[] = [];
      const looked = bladen.filter((blad) => thema === 'default' || ALLE_SOORTEN.includes(blad));
      for (const blad of looked) {
        await gaNaar(tab, blad);
        wrong.push(...(await axe(tab, blad, thema)));
        await schiet(tab, `${blad}-breed-${thema}`);
      }
      // From the page of all projects back to this one.
      await tab.frame.click('main a[data-blad="stand"]');
      await tab.frame.waitForSelector('nav a[aria-current]');
      await gaNaar(tab, 'hoofdstuk.uitvoering');
      await tab.frame.click('[data-verb="regel.wijzigen"]');
      await tab.frame.fill('dialog[open] [name="wat"]', '');
      await tab.frame.click('dialog [data-op="bewaar"]');
      await tab.frame.waitForSelector('dialog .fout');
      wrong.push(...(await axe(tab, 'venster', thema)));
      await schiet(tab, `venster-breed-${thema}`);

      expect(wrong).toEqual([]);
      expect(tab.fouten).toEqual([]);
      expect(await tab.frame.evaluate('document.documentElement.dataset.theme')).toBe(thema);
    },
  );

  it('fetches a photo when it comes in sight, and shows it small', async () => {
    const { frame, fouten } = await open('hoofdstuk.probleem');
    const foto = frame.locator('img[data-foto]');
    expect(await foto.getAttribute('alt')).toBe('Foto 1 van 1');
    await foto.scrollIntoViewIfNeeded();
    await frame.waitForSelector('img[data-foto][src^="data:image/jpeg"]');
    expect(
      await foto.evaluate((img) => (img as unknown as { naturalWidth: number }).naturalWidth),
    ).toBe(240);
    expect(fouten).toEqual([]);
  });

  it('follows Teams when its theme changes, and asks it for a token only', async () => {
    const tab = await open('stand');
    await tab.wordt('contrast');
    await tab.frame.waitForSelector('html[data-theme="contrast"]');
    await tab.wordt('dark');
    await tab.frame.waitForSelector('html[data-theme="dark"]');

    expect(await tab.gevraagd()).toEqual(
      expect.arrayContaining(['initialize', 'getContext', 'authentication.getAuthToken']),
    );
    expect(tab.fouten).toEqual([]);
  });

  it('is walked and filled in by keyboard alone [risk R49]', async () => {
    const { page, frame, fouten } = await open('stand');
    const focus = (attribute: string) =>
      frame.evaluate<string | null>(`document.activeElement.getAttribute('${attribute}')`);
    const tabTo = async (attribute: string, value: string) => {
      for (let presses = 0; presses < 80; presses++) {
        if ((await focus(attribute)) === value) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`no way by keyboard to ${attribute}=${value}`);
    };
    await frame.evaluate('document.body.focus()');
    await tabTo('href', '#inhoud');
    await page.keyboard.press('Enter');
    await tabTo('data-blad', 'hoofdstuk.uitvoering');
    await page.keyboard.press('Enter');
    await frame.waitForSelector('nav a[data-blad="hoofdstuk.uitvoering"][aria-current]');
    expect(await focus('id')).toBe('inhoud');

    await tabTo('data-sorteer', '2');
    await page.keyboard.press('Enter');
    expect(await frame.getAttribute('thead th:nth-child(3)', 'aria-sort')).toBe('ascending');
    await tabTo('data-verb', 'regel.wijzigen');
    const outline = await frame.evaluate<string>(
      'getComputedStyle(document.activeElement).outlineWidth',
    );
    expect(outline).toBe('3px');
    await page.keyboard.press('Enter');
    await frame.waitForSelector('dialog[open] form');
    await tabTo('name', 'werkwijze');
    await page.keyboard.type('Elke vrijdag samen op pad.');
    await page.keyboard.press('Escape');
    expect(await frame.textContent('#vensternieuws')).toContain('Je hebt dit nog niet opgeslagen.');
    await tabTo('data-op', 'bewaar');
    await page.keyboard.press('Enter');
    await frame.waitForSelector('dialog .bericht.gelukt');
    await page.keyboard.press('Escape');
    await frame.waitForSelector('dialog:not([open])', { state: 'attached' });

    await frame.waitForSelector('tbody :text("Elke vrijdag samen op pad.")');
    expect(fouten).toEqual([]);
  });

  it('shows what somebody else changed, and never over what one is typing', async () => {
    const { frame } = await open('hoofdstuk.uitvoering');
    const ander = await open('hoofdstuk.uitvoering');
    const opens = async (one: typeof frame) => {
      await one.click('[data-verb="regel.wijzigen"]');
      await one.waitForSelector('dialog[open] form');
    };
    await opens(frame);
    await frame.fill('[name="wat"]', 'Mijn eigen tekst.');

    await opens(ander.frame);
    await ander.frame.fill('[name="wat"]', 'Tekst van een ander.');
    await ander.frame.click('dialog [data-op="bewaar"]');
    await ander.frame.waitForSelector('dialog .bericht.gelukt');

    await frame.click('[data-toon-nieuws]');
    await frame.waitForSelector('.ander');
    expect(await frame.inputValue('[name="wat"]')).toBe('Mijn eigen tekst.');
    expect(await frame.textContent('.ander')).toContain('Tekst van een ander.');
    expect(await frame.textContent('main tbody')).toContain('Tekst van een ander.');
  });

  it('shows the page that was pressed last, also when the one before it comes later', async () => {
    const tab = await open('stand');
    const { page, frame } = tab;
    let laat: (() => Promise<void>) | undefined;
    const traag = async (route: Route) => {
      const { blad } = route.request().postDataJSON() as { blad: string };
      if (blad !== 'downloads') return route.fallback();
      laat = () => route.fallback();
    };
    await page.context().route('**/tab/blad', traag);
    await frame.click('nav a[data-blad="downloads"]');
    await expect.poll(() => laat).toBeDefined();
    await gaNaar(tab, 'hoofdstuk.uitvoering');
    const answered = page.waitForResponse(
      (response) => response.request().postData()?.includes('downloads') === true,
    );
    await laat?.();
    await (await answered).finished();
    await page.context().unroute('**/tab/blad', traag);
    await frame.evaluate('new Promise((resolve) => setTimeout(resolve))');

    expect(await frame.getAttribute('nav a[aria-current]', 'data-blad')).toBe(
      'hoofdstuk.uitvoering',
    );
    expect(tab.fouten).toEqual([]);
  });

  it('asks before it goes back from what somebody typed', async () => {
    const tab = await open('stand');
    const { frame } = tab;
    await gaNaar(tab, 'hoofdstuk.uitvoering');
    await frame.click('[data-verb="regel.wijzigen"]');
    await frame.fill('dialog[open] [name="wat"]', 'Nog niet af.');

    await frame.evaluate('history.back()');
    await frame.waitForSelector('#vensternieuws :text("Toch weggaan")');
    expect(await frame.inputValue('[name="wat"]')).toBe('Nog niet af.');
    expect(await frame.getAttribute('nav a[aria-current]', 'data-blad')).toBe(
      'hoofdstuk.uitvoering',
    );
    await frame.click('#vensternieuws :text("Toch weggaan")');
    await frame.waitForSelector('nav a[data-blad="stand"][aria-current]');
    expect(await frame.isVisible('#venster')).toBe(false);
    expect(tab.fouten).toEqual([]);
  });

  it('keeps what is ticked on each page of a long choice, there and back, and saves all of it', async () => {
    const namen = Array.from({ length: 60 }, (_, nr) => `Mens ${nr}`);
    const groep = world.groepschat(...namen);
    await start(groep.lid('Mens 0'));
    const eigen = projectVan(await live(world, groep, 1));
    const tab = await open('hoofdstuk.overleggen', {
      naam: 'Mens 0',
      gesprek: groep.conversation,
      ingang: `${eigen}/hoofdstuk.overleggen`,
    });
    const { frame } = tab;
    const plannen = async () => {
      await frame.locator('main [data-verb="overleg"]').first().click();
      await frame.locator('dialog [data-verb="overleg.plannen"]').click();
    };
    const vak = (naam: string) =>
      frame.locator('[name="genodigd"]').and(frame.getByLabel(naam, { exact: true }));
    const blader = async (van: number, naar: number) => {
      await frame.getByRole('button', { name: `(${naar} van 2)` }).click();
      await frame.getByRole('button', { name: `(${van} van 2)` }).waitFor();
    };
    await plannen();
    await frame.fill('[name="plaats"]', 'stadhuis');
    await vak('Mens 3').uncheck();
    await vak('Mens 5').uncheck();
    await blader(1, 2);
    await vak('Mens 50').uncheck();
    await vak('Mens 51').uncheck();
    await blader(2, 1);
    expect(await vak('Mens 3').isChecked()).toBe(false);
    expect(await vak('Mens 5').isChecked()).toBe(false);
    expect(await frame.inputValue('[name="plaats"]')).toBe('stadhuis');
    await vak('Mens 3').check();
    await blader(1, 2);
    expect(await vak('Mens 50').isChecked()).toBe(false);
    await vak('Mens 51').check();
    await frame.click('dialog [data-op="bewaar"]');
    await frame.waitForSelector('dialog .bericht.gelukt');
    await tab.page.keyboard.press('Escape');
    await frame.waitForSelector('dialog:not([open])', { state: 'attached' });

    await plannen();
    const uit = frame.locator('[name="genodigd"]:not(:checked) + label');
    await frame.getByRole('button', { name: '(2 van 2)' }).waitFor();
    const opEen = await uit.allTextContents();
    await blader(1, 2);
    const allen = [...opEen, ...(await uit.allTextContents())].map((naam) => naam.trim());
    expect(allen.sort()).toEqual(['Mens 5', 'Mens 50']);
    expect(tab.fouten).toEqual([]);
  });

  it('lets Teams open the invitation, and has its addresses to copy where there is no link', async () => {
    const groep = world.groepschat('Sanne', 'Bram');
    await start(groep.lid('Sanne'));
    const eigen = projectVan(await live(world, groep, 1));
    const genodigd = { datum: '2027-01-19', tijd: '10:00', eind: '', plaats: 'stadhuis' };
    await doet(lezer(world, 'Sanne'), eigen, 'overleg.plannen', { ...genodigd, notulist: '' });
    const email = (deel: string) =>
      world.teams.rosters.set(
        groep.conversation,
        (world.teams.rosters.get(groep.conversation) ?? []).map((lid) => ({
          ...lid,
          email: `${deel}@politie.example`,
        })),
      );
    const tab = await open('overleg', {
      naam: 'Sanne',
      gesprek: groep.conversation,
      ingang: `${eigen}/overleg`,
    });
    const { frame } = tab;

    email('bram');
    await frame.click('main [data-verb="overleg.uitnodigen"]');
    await frame.click('dialog a[data-op="teams"]');
    const wrong = await axe(tab, 'uitnodiging', 'default');
    await schiet(tab, 'uitnodiging');
    await tab.page.keyboard.press('Escape');
    email('b'.repeat(2_000));
    await frame.click('main [data-verb="overleg.uitnodigen"]');
    await frame.waitForSelector('dialog textarea');
    wrong.push(...(await axe(tab, 'uitnodiging om te kopiëren', 'default')));
    await schiet(tab, 'uitnodiging-kopie');

    expect(await tab.gevraagd()).toContain('executeDeepLink');
    expect(wrong).toEqual([]);
    expect(tab.fouten).toEqual([]);
  });

  // 1280 px at 200 % is 640, at 400 % it is 320.
  it.each([360, 640, 320])('needs no scrolling sideways at %i px [risk R49]', async (breed) => {
    const tab = await open('stand', { breed });
    const wide: string[] = [];
    for (const blad of bladen) {
      await gaNaar(tab, blad);
      const [page = 0, screen = 0] = await tab.frame.evaluate<number[]>(
        '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
      );
      if (page > screen) wide.push(`${blad}: ${page} px`);
      if (breed === 360) await schiet(tab, `${blad}-smal`);
    }
    expect(wide).toEqual([]);
  });
});

/** Goes to a page as one does: by its link. */
async function gaNaar({ frame }: TabInTeams, blad: string): Promise<void> {
  const link = `nav a[data-blad="${blad}"]`;
  if (await frame.$(`${link}[aria-current]`)) return;
  if (!(await frame.isVisible(link))) await frame.click('[data-nav]');
  await frame.click(link);
  const there = blad === 'mijn' ? 'nav:empty' : `${link}[aria-current]`;
  await frame.waitForSelector(there, { state: 'attached' });
}

/** Pages with everything that has colours of its own on it: all that another theme can spoil. */
const ALLE_SOORTEN = [
  ...['stand', 'overleg', 'hoofdstuk.probleem', 'hoofdstuk.prioriteiten'],
  ...['hoofdstuk.uitvoering', 'hoofdstuk.kosten', 'downloads', 'mijn'],
];

/** Everything in one theme; in the others what a theme changes: the colours. */
async function axe(tab: TabInTeams, where: string, thema: Thema): Promise<string[]> {
  const regels = thema === 'default' ? [...WCAG, 'best-practice'] : ['color-contrast'];
  return (await axeFouten(tab, regels)).map((fout) => `${where}: ${fout}`);
}

/** The whole page as a picture, to be looked at. */
async function schiet({ page, frame }: TabInTeams, naam: string): Promise<void> {
  const before = page.viewportSize();
  const height = await frame.evaluate<number>('document.documentElement.scrollHeight');
  if (!before) throw new Error('no viewport');
  await page.setViewportSize({ ...before, height: Math.min(8_000, Math.max(600, height)) });
  await page.screenshot({ path: `screenshots/tab-${naam}.png` });
  await page.setViewportSize(before);
}

/** A photo of a stage with the first problem. */
async function zetFotoBij(world: World, project: string): Promise<void> {
  const log = openLog(world.tables.projecten);
  const before = (await log.read(project))!;
  const [bij] = all(before.project, probleem);
  const { id = '', facts: { van } = { van: '' } } = bij ?? {};
  const create = { width: 800, height: 600, channels: 3, background: '#336699' } as const;
  await world.blobs.put('b_foto', await sharp({ create }).jpeg().toBuffer(), {});
  const facts = { soort: 'probleem', bij: id, van, sleutel: 'b_foto', bytes: 1_000 };
  await log.append(before, {
    ...addition('foto', [say(foto, 'f1', facts, { bestandsnaam: 'IMG_1.jpg' })]),
    at: world.nu(),
  });
}
