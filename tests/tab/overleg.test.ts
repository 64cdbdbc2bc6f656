import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Browser, Frame, Locator, Route } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { elementen } from '../cards/kaarten.ts';
import {
  aantalMet,
  allesIn,
  eenWereld,
  live,
  opentEnVult,
  projectVan,
  start,
  volgende,
  zegt,
} from '../groep/hulp.ts';
import { axeFouten, WCAG } from './axe.ts';
import { lezer, tekstVan } from './lezer.ts';
import { openTab, TAB, type TabInTeams, type Thema } from './gastheer.ts';
import {
  begint,
  CLUSTEREN,
  doet,
  inStap2,
  kijkt,
  leest,
  naarPunt,
  naTypen,
  NOTULIST,
  ziet,
} from './overleg-hulp.ts';
import { LEIDER } from './project.ts';

const world = eenWereld();
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const tekstVeld = (frame: Frame): Locator => frame.getByLabel('Wat is de uitkomst?');
const bewaard = (frame: Frame) => frame.locator('[data-bewaard]');
/** What somebody typed is sent, and this is said of it. */
async function gezegd(tab: TabInTeams, zin: string | RegExp): Promise<void> {
  await naTypen(tab);
  await bewaard(tab.frame).filter({ hasText: zin }).waitFor();
}
/** Not: "Nog niet opgeslagen." */
const OPGESLAGEN = /^\s*Opgeslagen\./;
const opgeslagen = (tab: TabInTeams) => gezegd(tab, OPGESLAGEN);
const zonderFouten = (...tabs: TabInTeams[]) => {
  for (const { fouten } of tabs) expect(fouten).toEqual([]);
};

/** Nothing that the rules of WCAG 2.2 AA forbid. */
const toegankelijk = async (tab: TabInTeams, waar: string) =>
  expect(await axeFouten(tab, WCAG), waar).toEqual([]);

async function bezig(...meer: string[]) {
  const stuk = await inStap2(world(), ...meer);
  await begint(stuk);
  return stuk;
}

describe('two people at the same overleg', () => {
  it('write in the same outcome and lose nothing: each sees the text of the other and chooses', async () => {
    const stuk = await bezig();
    const [sanne, fatima] = await Promise.all([
      kijkt(browser, stuk),
      kijkt(browser, stuk, NOTULIST),
    ]);
    await tekstVeld(sanne.frame).fill('We beginnen om tien uur.');
    await tekstVeld(fatima.frame).fill('Joris is er later bij.');
    await Promise.race([opgeslagen(sanne), opgeslagen(fatima)]);
    const strijd = (frame: Frame) => frame.locator('.ander', { hasText: 'schreef intussen:' });
    await Promise.race([strijd(sanne.frame).waitFor(), strijd(fatima.frame).waitFor()]);

    const sanneKiest = (await strijd(sanne.frame).count()) > 0;
    const [kiest, ander] = sanneKiest ? [sanne, fatima] : [fatima, sanne];
    const [eigen, vreemd] = sanneKiest
      ? ['We beginnen om tien uur.', 'Joris is er later bij.']
      : ['Joris is er later bij.', 'We beginnen om tien uur.'];
    expect(await strijd(kiest.frame).textContent()).toContain(vreemd);
    expect(await strijd(kiest.frame).textContent()).toContain(sanneKiest ? NOTULIST : LEIDER);
    expect(await tekstVeld(kiest.frame).inputValue()).toBe(eigen);
    expect(await tekstVeld(ander.frame).inputValue()).toBe(vreemd);

    await tekstVeld(kiest.frame).fill(`${vreemd} ${eigen}`);
    await kiest.frame.getByRole('button', { name: 'Mijn tekst bewaren' }).click();
    await opgeslagen(kiest);
    await leest(ander, () => tekstVeld(ander.frame).inputValue()).toBe(`${vreemd} ${eigen}`);
    zonderFouten(sanne, fatima);
    await Promise.all([sanne.close(), fatima.close()]);
  });

  it('change other fields of one outcome, and both changes stand without a word', async () => {
    const stuk = await bezig();
    const [sanne, fatima] = await Promise.all([
      kijkt(browser, stuk),
      kijkt(browser, stuk, NOTULIST),
    ]);
    await tekstVeld(sanne.frame).fill('Akkoord met de agenda.');
    await opgeslagen(sanne);
    await leest(fatima, () => tekstVeld(fatima.frame).inputValue()).toBe('Akkoord met de agenda.');

    await fatima.frame.getByLabel('Besluit').check();
    await tekstVeld(sanne.frame).pressSequentially(' Zonder wijzigingen.');
    await opgeslagen(fatima);
    await naTypen(sanne);
    await leest(fatima, () => tekstVeld(fatima.frame).inputValue()).toBe(
      'Akkoord met de agenda. Zonder wijzigingen.',
    );
    await leest(sanne, () => sanne.frame.getByLabel('Besluit').isChecked()).toBe(true);
    expect(await sanne.frame.locator('.ander').count()).toBe(0);
    zonderFouten(sanne, fatima);
    await Promise.all([sanne.close(), fatima.close()]);
  });

  it('somebody who reads along sees it live, has nothing to press, and votes elsewhere: the count rises [D3]', async () => {
    const stuk = await bezig();
    const { project } = stuk;
    const [bram, lotte] = await Promise.all([
      kijkt(browser, stuk, 'Bram Jansen'),
      kijkt(browser, stuk, LEIDER),
    ]);
    expect(await tekstVeld(bram.frame).count()).toBe(0);
    await naarPunt(bram.frame, CLUSTEREN);
    expect(await bram.frame.getByRole('button', { name: /Voeg samen/ }).count()).toBe(0);
    await naarPunt(lotte.frame, CLUSTEREN);
    await lotte.frame.locator('[data-kiesbaar]').nth(0).click();
    await lotte.frame.locator('[data-kiesbaar]').nth(1).click();
    await lotte.frame.getByRole('button', { name: 'Voeg samen (2)' }).click();
    await ziet(bram, bram.frame.getByText('Samengevoegd (1)'));

    const keuzes = await stemKeuzes(project);
    await doet(lezer(world(), LEIDER), project, 'stemming.openen', {
      onderwerpen: keuzes.join(','),
      vorm: 'kiezen',
      zicht: 'open',
    });
    await naarPunt(bram.frame, 'Stemmen: wat is het belangrijkst?');
    await ziet(bram, bram.frame.getByText('Nog niemand heeft gestemd.'));
    await doet(lezer(world(), 'Bram Jansen'), project, 'stem', { keuzes: keuzes[0] ?? '' });
    await ziet(bram, bram.frame.getByText('1 van de 8 heeft gestemd.'));
    expect(await bram.frame.locator('main').textContent()).not.toContain('Totaal');
    zonderFouten(bram, lotte);
    await Promise.all([bram.close(), lotte.close()]);
  });
});

async function stemKeuzes(project: string): Promise<string[]> {
  const form = await lezer(world(), LEIDER).blad({ project, verb: 'stemming.openen' });
  return [...form.html.matchAll(/name="onderwerpen" type="checkbox" value="([^"]*)"/g)].map(
    ([, id]) => id ?? '',
  );
}

/** What was sent arrives, and nobody hears of it. */
async function zonderAntwoord(route: Route): Promise<void> {
  await route.fetch({ url: route.request().url().replace(TAB, world().address) });
  await route.abort();
}

/** From here on the page keeps all that it said of an outcome. */
const ALLES_GEZEGD = `
  window.gezegd = [];
  new MutationObserver(() => {
    gezegd.push(document.querySelector('[data-bewaard]')?.textContent ?? '');
  }).observe(document.querySelector('main'), { subtree: true, childList: true, characterData: true });
`;

describe('an outcome', () => {
  it('survives a server that does not answer, and is stored when it does', async () => {
    const stuk = await bezig();
    const sanne = await kijkt(browser, stuk);
    const weg = (route: { abort: () => Promise<void> }) => route.abort();
    await sanne.page.context().route(`${TAB}/tab/**`, weg);
    await tekstVeld(sanne.frame).fill('Camera’s komen in maart.');
    await gezegd(sanne, 'geen verbinding');
    expect(await tekstVeld(sanne.frame).inputValue()).toBe('Camera’s komen in maart.');

    await sanne.page.context().unroute(`${TAB}/tab/**`, weg);
    await ziet(sanne, bewaard(sanne.frame).filter({ hasText: OPGESLAGEN }));
    const ander = await kijkt(browser, stuk, NOTULIST);
    await naarPunt(ander.frame, 'Opening');
    expect(await tekstVeld(ander.frame).inputValue()).toBe('Camera’s komen in maart.');
    await Promise.all([sanne.close(), ander.close()]);
  });

  it('of which the answer was lost is one’s own: nobody else is blamed for it, and it is stored once', async () => {
    const stuk = await bezig();
    const sanne = await kijkt(browser, stuk);
    const { frame, page } = sanne;
    await frame.evaluate(ALLES_GEZEGD);
    const nieuws = async (route: Route) => route.abort();
    await page.context().route(`${TAB}/tab/{stand,blad}`, nieuws);
    await page.context().route(`${TAB}/tab/doe`, zonderAntwoord);
    await tekstVeld(frame).fill('De wijkagent komt.');
    await gezegd(sanne, 'geen verbinding');
    await tekstVeld(frame).fill('De wijkagent komt op vrijdag.');
    await page.context().unroute(`${TAB}/tab/doe`, zonderAntwoord);
    await page.context().unroute(`${TAB}/tab/{stand,blad}`, nieuws);

    await ziet(sanne, bewaard(frame).filter({ hasText: OPGESLAGEN }));
    expect(await tekstVeld(frame).inputValue()).toBe('De wijkagent komt op vrijdag.');
    expect(await frame.locator('.ander').count()).toBe(0);
    expect(await frame.evaluate<string[]>('gezegd')).not.toContainEqual(
      expect.stringContaining('Iemand anders'),
    );
    // It is seen to be stored as well where only the answer never comes.
    await page.context().route(`${TAB}/tab/doe`, zonderAntwoord);
    await tekstVeld(frame).fill('De wijkagent komt op zaterdag.');
    // That there is no answer may be said for so short that nobody sees it.
    await naTypen(sanne);
    await ziet(sanne, bewaard(frame).filter({ hasText: OPGESLAGEN }));
    const ander = await kijkt(browser, stuk, NOTULIST);
    await naarPunt(ander.frame, 'Opening');
    expect(await tekstVeld(ander.frame).inputValue()).toBe('De wijkagent komt op zaterdag.');
    await Promise.all([sanne.close(), ander.close()]);
  });

  it('that is too long says so and is not sent again; what the server could not do is', async () => {
    const stuk = await bezig();
    const sanne = await kijkt(browser, stuk);
    const { frame, page } = sanne;
    await tekstVeld(frame).fill('é'.repeat(40_000));
    await frame.getByText('Hier passen 2000 tekens.').waitFor();
    await opgeslagen(sanne);
    expect((await tekstVeld(frame).inputValue()).length).toBe(2000);

    let keren = 0;
    const antwoordt = (status: number) => async (route: Route) => {
      keren += 1;
      await route.fulfill({ status, json: { fout: 'Dat kan nu niet.' } });
    };
    const [teGroot, stuk503, vreemd] = [antwoordt(413), antwoordt(503), antwoordt(400)];
    await page.context().route(`${TAB}/tab/doe`, teGroot);
    await tekstVeld(frame).fill('Een tekst die te groot heet.');
    await gezegd(sanne, 'Je tekst is te lang.');
    // What the page draws meanwhile may send it once more; by itself it does not.
    const perKeer: number[] = [];
    for (let keer = 0; keer < 6; keer++) {
      const voor = keren;
      await page.clock.runFor(3_000);
      perKeer.push(keren - voor);
    }
    expect(keren).toBeGreaterThan(0);
    expect(perKeer.slice(-2)).toEqual([0, 0]);

    await page.context().unroute(`${TAB}/tab/doe`, teGroot);
    await page.context().route(`${TAB}/tab/doe`, vreemd);
    await tekstVeld(frame).fill('Een tekst die niet mag.');
    await gezegd(sanne, 'Dat kan nu niet.');
    await page.context().unroute(`${TAB}/tab/doe`, vreemd);

    await page.context().route(`${TAB}/tab/doe`, stuk503);
    await tekstVeld(frame).fill('Een tekst die later mag.');
    await gezegd(sanne, 'Ik weet niet of dit is opgeslagen.');
    await page.context().unroute(`${TAB}/tab/doe`, stuk503);
    await ziet(sanne, bewaard(frame).filter({ hasText: OPGESLAGEN }));
    await sanne.close();
  });

  it('that is not complete is not stored, says what is missing, and waits while one looks elsewhere', async () => {
    const stuk = await bezig();
    const sanne = await kijkt(browser, stuk);
    const { frame, page } = sanne;
    await frame.getByLabel('Afspraak', { exact: true }).check();
    await tekstVeld(frame).fill('Lotte belt de woningcorporatie.');
    await gezegd(sanne, 'Kies wie de afspraak uitvoert.');

    await page.keyboard.press('Alt+ArrowRight');
    await frame.locator('.punttitel', { hasText: CLUSTEREN }).waitFor();
    await frame.locator('.onbewaard').waitFor();
    await page.keyboard.press('PageUp');
    await frame.locator('.punttitel', { hasText: 'Opening' }).waitFor();
    expect(await tekstVeld(frame).inputValue()).toBe('Lotte belt de woningcorporatie.');
    await frame.getByLabel('Wie doet het?').selectOption({ label: 'Lotte Visser (Woonstede)' });
    await opgeslagen(sanne);

    await frame.getByRole('button', { name: 'Opslaan en volgende' }).click();
    await frame.locator('.punttitel', { hasText: CLUSTEREN }).waitFor();
    expect(await frame.locator('.puntlink.klaar').first().textContent()).toContain('klaar');
    const afspraken = await lezer(world(), LEIDER).blad({
      project: stuk.project,
      verb: 'afspraken',
    });
    expect(tekstVan(afspraken.html)).toContain('Lotte belt de woningcorporatie.');
    zonderFouten(sanne);
    await sanne.close();
  });

  it('of all points leads to one summary of the overleg in the group [A5, D2]', async () => {
    const stuk = await bezig();
    const sanne = await kijkt(browser, stuk);
    const { frame } = sanne;
    expect(await frame.locator('.punttitel').textContent()).toContain('Opening en mededelingen');
    await tekstVeld(frame).fill('Iedereen kent elkaar nu.');
    await opgeslagen(sanne);
    expect(await frame.locator('.einde').textContent()).toContain('Nog leeg: punten 2, 3,');

    await frame.getByRole('button', { name: 'Afsluiten' }).click();
    await frame.locator('#venster').getByRole('button', { name: 'Afsluiten' }).click();
    await frame.locator('.melding', { hasText: 'Het overleg is afgesloten.' }).waitFor();
    expect(await frame.locator('main').textContent()).toContain('Iedereen kent elkaar nu.');
    await toegankelijk(sanne, 'gehouden');
    await world().rust();
    expect(aantalMet(stuk.groep, 'Iedereen kent elkaar nu.')).toBe(1);
    zonderFouten(sanne);
    await sanne.close();
  });
});

/** An overleg of these people, with the two who write. */
async function metMensen(mensen: readonly string[]) {
  world().het_is('2027-01-04', '16:00');
  const groep = world().groepschat(LEIDER, NOTULIST, ...mensen);
  await start(groep.lid(LEIDER));
  await live(world(), groep, 1);
  await volgende(groep.lid(LEIDER));
  const stuk = { world: world(), groep, project: projectVan(await live(world(), groep, 2)) };
  await begint(stuk);
  const tabs = [await kijkt(browser, stuk), await kijkt(browser, stuk, NOTULIST)] as const;
  return { stuk, tabs };
}

/** Who does it, as the page has it now. */
const wieDoetHet = ({ frame }: TabInTeams) =>
  frame.locator('main select[name="wie"] option:checked').textContent();

/** Who does it, as it is stored. */
async function wieStaatEr(project: string): Promise<string | undefined> {
  const args = { nummer: '1', regel: 'opening' };
  const { html } = await lezer(world(), LEIDER).blad({ project, verb: 'overleg.uitkomst', args });
  return /<option value="[^"]+" selected>([^<]*)</.exec(html)?.[1];
}

describe('an outcome for one of many people', () => {
  it.each(['Afspraak', 'Besluit'])(
    'of another page of the list: with %s both pages show who, and whoever goes on keeps them',
    async (soort) => {
      const mensen = Array.from({ length: 45 }, (_, nr) => `Mens ${nr}`);
      const { stuk, tabs } = await metMensen(mensen);
      const [sanne, fatima] = tabs;
      const venster = sanne.frame.locator('dialog[open]');
      const overal = async (naam: string) => {
        for (const tab of tabs) await leest(tab, () => wieDoetHet(tab)).toBe(naam);
        expect(await wieStaatEr(stuk.project)).toBe(naam);
      };
      await sanne.frame.getByLabel(soort).check();
      await tekstVeld(sanne.frame).fill('Belt de school.');
      await sanne.frame.locator('main').getByRole('button', { name: '(2 van 2)' }).click();
      await venster.locator('select[name="wie"]').selectOption({ label: 'Mens 42' });
      // What stood here was saved first, so nobody changed it meanwhile.
      expect(await venster.locator('.melding').count()).toBe(0);
      await venster.getByLabel('Wat is de uitkomst?').fill('Belt de school op maandag.');
      await venster.locator('[data-op="bewaar"]').first().click();
      await sanne.frame.waitForSelector('dialog:not([open])', { state: 'attached' });
      await overal('Mens 42');
      expect(await tekstVeld(sanne.frame).inputValue()).toBe('Belt de school op maandag.');
      expect(await sanne.frame.locator('.ander').count()).toBe(0);

      await tekstVeld(fatima.frame).fill('Belt de school op dinsdag.');
      await opgeslagen(fatima);
      await leest(sanne, () => tekstVeld(sanne.frame).inputValue()).toContain('dinsdag');
      await tekstVeld(sanne.frame).fill('Belt de school op woensdag.');
      await opgeslagen(sanne);
      await overal('Mens 42');

      zonderFouten(...tabs);
      // The last of the first page is not among its choices any more, now that another stands first.
      const weg = (route: Route) => route.abort();
      await sanne.page.context().route(`${TAB}/tab/doe`, weg);
      await sanne.frame.getByLabel('Wie doet het?').selectOption({ label: 'Mens 36' });
      await gezegd(sanne, 'geen verbinding');
      await naarPunt(sanne.frame, CLUSTEREN);
      await naarPunt(sanne.frame, 'Opening');
      expect(await wieDoetHet(sanne)).toBe('Mens 36');
      await sanne.page.context().unroute(`${TAB}/tab/doe`, weg);
      await ziet(sanne, bewaard(sanne.frame).filter({ hasText: OPGESLAGEN }));
      await overal('Mens 36');
      await Promise.all(tabs.map((tab) => tab.close()));
    },
  );
});

/** What one can choose as who does it, and what is chosen of those. */
async function keuzesVoorWie({ frame }: TabInTeams) {
  const wie = frame.locator('main [data-veld="wie"]');
  const kan = await wie.locator('option, .keuze label').allTextContents();
  return {
    kan: kan.map((tekst) => tekst.trim()),
    nu: await wie.locator('option:checked, input:checked').getAttribute('value'),
    isLijst: (await wie.locator('select').count()) === 1,
    isHier: (await wie.locator(':focus').count()) === 1,
  };
}

describe('the people one can choose', () => {
  it('are those of now on a page that stands open: whoever joins or leaves, what was chosen stays', async () => {
    const { stuk, tabs } = await metMensen(['Bram Jansen', 'Lotte Visser']);
    const [sanne] = tabs;
    const leider = lezer(world(), LEIDER);
    const wie = sanne.frame.locator('main [data-veld="wie"]');
    const kan = () => keuzesVoorWie(sanne).then((found) => found.kan);
    const komt = async (naam: string) => {
      const nieuw = { leden: '', naam, partner: '', organisatie: '', functie: '' };
      const id = await doet(leider, stuk.project, 'deelnemer.toevoegen', nieuw);
      await leest(sanne, kan).toContain(naam);
      return id;
    };
    const gaat = (id: string) =>
      doet(leider, stuk.project, 'deelnemer.verwijderen', { opvolger: '' }, { id });
    const lotte = wie.getByLabel('Lotte Visser');
    const id = await lotte.inputValue();

    // Chosen, and not stored: there is no text yet.
    await lotte.check();
    const nietOpgeslagen = () =>
      bewaard(sanne.frame).filter({ hasText: 'Schrijf de uitkomst op.' }).waitFor();
    await naTypen(sanne);
    await nietOpgeslagen();
    const noor = await komt('Noor');
    expect(await keuzesVoorWie(sanne)).toEqual({
      ...{ kan: [LEIDER, NOTULIST, 'Bram Jansen', 'Lotte Visser', 'Noor', 'Geen keuze'] },
      ...{ nu: id, isLijst: false, isHier: true },
    });
    await nietOpgeslagen();
    // With one more it is a list that folds.
    const ed = await komt('Ed');
    expect(await keuzesVoorWie(sanne)).toMatchObject({ nu: id, isLijst: true, isHier: true });
    await nietOpgeslagen();
    await tekstVeld(sanne.frame).fill('Belt de school.');
    await opgeslagen(sanne);
    for (const weg of [ed, noor, id]) await gaat(weg);
    await leest(sanne, kan).toEqual([
      ...[LEIDER, NOTULIST, 'Bram Jansen', 'Lotte Visser (weg uit de groep)', 'Geen keuze'],
    ]);
    expect(await keuzesVoorWie(sanne)).toMatchObject({ nu: id, isLijst: false, isHier: false });
    await tekstVeld(sanne.frame).fill('Belt de school op maandag.');
    await opgeslagen(sanne);
    const { html } = await leider.blad({
      ...{ project: stuk.project, verb: 'overleg.uitkomst' },
      args: { nummer: '1', regel: 'opening' },
    });
    expect(html).toMatch(new RegExp(`value="${id}" checked`));
    zonderFouten(...tabs);
    await Promise.all(tabs.map((tab) => tab.close()));
  });

  it('have another page when there are more of them than one page shows', async () => {
    const mensen = Array.from({ length: 37 }, (_, nr) => `Mens ${nr}`);
    const { stuk, tabs } = await metMensen(mensen);
    const [sanne] = tabs;
    const knop = sanne.frame.locator('main').getByRole('button', { name: '(2 van 2)' });
    expect(await knop.count()).toBe(0);
    for (const naam of ['Noor', 'Ed'])
      await doet(lezer(world(), LEIDER), stuk.project, 'deelnemer.toevoegen', {
        ...{ leden: '', naam, partner: '', organisatie: '', functie: '' },
      });
    await ziet(sanne, knop);
    await knop.click();
    await sanne.frame.locator('dialog[open]').getByLabel('Ed').check();
    zonderFouten(...tabs);
    await Promise.all(tabs.map((tab) => tab.close()));
  });
});

describe('the end of an overleg', () => {
  it('does not take away what the notulist was typing', async () => {
    const stuk = await bezig();
    const fatima = await kijkt(browser, stuk, NOTULIST);
    const weg = (route: { abort: () => Promise<void> }) => route.abort();
    await fatima.page.context().route(`${TAB}/tab/doe`, weg);
    await tekstVeld(fatima.frame).fill('Mehmet vraagt het de bewoners.');
    await gezegd(fatima, 'geen verbinding');
    await doet(lezer(world(), LEIDER), stuk.project, 'overleg.sluiten');
    await fatima.page.context().unroute(`${TAB}/tab/doe`, weg);

    const box = fatima.frame.locator('.nagelaten');
    await ziet(fatima, box);
    expect(await box.textContent()).toContain('Mehmet vraagt het de bewoners.');
    await fatima.close();
  });
});

describe('clustering on the big screen', () => {
  it('goes by dragging and comes back by one press [D3]', async () => {
    const stuk = await bezig('Scooters op de stoep', 'Afval naast de container');
    const sanne = await kijkt(browser, stuk, LEIDER, { hoog: 1400 });
    const { frame, page } = sanne;
    await naarPunt(frame, CLUSTEREN);
    const los = frame.locator('[data-stukken] > li');
    const before = await los.count();
    await sleep(sanne, los.nth(2).locator('.stukknop'), los.nth(0));
    await frame.getByText('Samengevoegd (1)').waitFor();
    await sleep(sanne, los.nth(0).locator('[data-greep]'), frame.locator('.groep').first());
    await frame.locator('.groep li').nth(2).waitFor();
    expect(await los.count()).toBe(before - 3);

    await sleep(
      sanne,
      frame.locator('.groep li [data-greep]').nth(1),
      frame.locator('[data-doel="los"] > h3'),
    );
    await expect.poll(() => frame.locator('.groep > ul > li').count()).toBe(2);
    await frame.getByRole('button', { name: 'Ongedaan maken' }).click();
    await expect.poll(() => frame.locator('.groep > ul > li').count()).toBe(3);
    await page.keyboard.press('Escape');
    zonderFouten(sanne);
    await sanne.close();
  });

  it.each([2, 3])('takes %i taps for as many problems, and one to merge them', async (n) => {
    const stuk = await bezig('Scooters op de stoep', 'Afval naast de container');
    const sanne = await kijkt(browser, stuk);
    const { frame } = sanne;
    await naarPunt(frame, CLUSTEREN);
    await frame.evaluate(
      'window.taps = 0; addEventListener("click", (event) => { window.taps += event.isTrusted }, true)',
    );
    for (let nth = 0; nth < n; nth++) await frame.locator('[data-kiesbaar]').nth(nth).click();
    await frame.getByRole('button', { name: `Voeg samen (${n})` }).click();
    await frame.getByText('Samengevoegd (1)').waitFor();
    expect(await frame.locator('.groep > ul > li').count()).toBe(n);
    expect(await frame.evaluate('window.taps')).toBe(n + 1);
    zonderFouten(sanne);
    await sanne.close();
  });

  it('goes with a finger by the handle, and a finger elsewhere scrolls', async () => {
    const stuk = await bezig();
    const sanne = await kijkt(browser, stuk, LEIDER, { breed: 800, hoog: 1400 });
    const { frame } = sanne;
    await naarPunt(frame, CLUSTEREN);
    const los = frame.locator('[data-stukken] > li');
    await veeg(sanne, los.nth(1).locator('.stukknop'), los.nth(0));
    const sleept = async () => {
      // A finger that comes down while the page still rolls only stops it: one drags again.
      await veeg(sanne, los.nth(1).locator('[data-greep]'), los.nth(0));
      await frame.getByText('Samengevoegd (1)').waitFor({ timeout: 10_000 });
    };
    await vi.waitFor(sleept, { timeout: 120_000 });
    expect(await frame.locator('.groep > ul > li').count()).toBe(2);
    zonderFouten(sanne);
    await sanne.close();
  });

  it('goes by the keys alone, is said aloud, and comes back with Control and Z', async () => {
    const stuk = await bezig('Scooters op de stoep');
    const sanne = await kijkt(browser, stuk);
    const { frame, page } = sanne;
    await naarPunt(frame, CLUSTEREN);
    await frame.locator('[data-kiesbaar]').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    const melding = frame.locator('[data-deel="melding"][role="status"]');
    expect(await melding.textContent()).toContain('2 gekozen.');
    await page.keyboard.press('Escape');
    expect(await melding.textContent()).toContain('Niets gekozen.');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Space');
    await frame.getByLabel('Naam (mag leeg blijven)').focus();
    await page.keyboard.type('Rondhangen');
    await page.keyboard.press('Enter');
    await frame.locator('.groep', { hasText: 'Rondhangen' }).waitFor();
    expect(await melding.textContent()).toContain('Samengevoegd.');

    await frame.locator('[data-kiesbaar]').first().focus();
    await page.keyboard.press('Control+z');
    await frame.getByText('Samengevoegd (0)').waitFor();
    zonderFouten(sanne);
    await sanne.close();
  });

  it('keeps what somebody chose, typed and looks at while another merges', async () => {
    const stuk = await bezig('Scooters op de stoep', 'Scooter op de stoep bij het station');
    const [sanne, fatima] = await Promise.all([
      kijkt(browser, stuk),
      kijkt(browser, stuk, NOTULIST),
    ]);
    for (const { frame } of [sanne, fatima]) await naarPunt(frame, CLUSTEREN);
    const own = sanne.frame.locator('[data-kiesbaar]').nth(3);
    const tekst = await own.textContent();
    await own.click();
    await sanne.frame.getByLabel('Naam (mag leeg blijven)').fill('Half een na');

    await fatima.frame.locator('[data-kiesbaar]').nth(0).click();
    await fatima.frame.locator('[data-kiesbaar]').nth(1).click();
    await fatima.frame.getByRole('button', { name: 'Voeg samen (2)' }).click();
    await ziet(sanne, sanne.frame.getByText('Samengevoegd (1)'));
    const chosen = sanne.frame.locator('[data-kiesbaar][aria-pressed="true"]');
    expect(await chosen.textContent()).toBe(tekst);
    const naam = sanne.frame.getByLabel('Naam (mag leeg blijven)');
    expect(await naam.inputValue()).toBe('Half een na');
    expect(await sanne.frame.locator('[data-groepsnaam]:focus').count()).toBe(1);
    expect(await sanne.frame.getByText('Lijkt op:').count()).toBeGreaterThan(0);
    zonderFouten(sanne, fatima);
    await Promise.all([sanne.close(), fatima.close()]);
  });
});

/** Where both stand once the page is at rest: a page that a finger moved goes on for a while. */
async function plekken(wat: Locator, naar: Locator) {
  await wat.scrollIntoViewIfNeeded();
  const gezien: string[] = [];
  for (;;) {
    const [from, to] = [await wat.boundingBox(), await naar.boundingBox()];
    if (!from || !to) throw new Error('nothing to drag');
    gezien.push(JSON.stringify([from, to]));
    if (gezien.at(-1) === gezien.at(-4)) return { from, to };
    await wat.page().waitForTimeout(50);
  }
}

/** Drags with one finger. */
async function veeg({ page }: TabInTeams, wat: Locator, naar: Locator): Promise<void> {
  const { from, to } = await plekken(wat, naar);
  const cdp = await page.context().newCDPSession(page);
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: number) =>
    cdp.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        type === 'touchEnd' ? [] : [{ x: x + (to.x + 40 - x) * at, y: y + (to.y + 12 - y) * at }],
    });
  await send('touchStart', 0);
  for (const at of [0.25, 0.5, 0.75, 1]) await send('touchMove', at);
  await send('touchEnd', 1);
  await cdp.detach();
}

async function sleep({ page }: TabInTeams, wat: Locator, naar: Locator): Promise<void> {
  const { from, to } = await plekken(wat, naar);
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + 12, { steps: 8 });
  await page.mouse.up();
}

describe('the order and the links', () => {
  it('are made by the keys from all problems with their ratings, and the list that is fixed has that order [C12]', async () => {
    const stuk = await bezig();
    const sanne = await kijkt(browser, stuk);
    const { frame, page } = sanne;
    await naarPunt(frame, 'Stemmen: wat is het belangrijkst?');
    const namen = async () =>
      (await frame.locator('.plaatstekst').allTextContents()).map((text) =>
        text.replace(/\s+/g, ' ').trim(),
      );
    const before = await namen();
    const { html } = await lezer(world(), LEIDER).blad({
      project: stuk.project,
      verb: 'problemen',
    });
    expect(tekstVan(html)).toContain(`${before.length} problemen`);
    for (const one of before) expect(one).toMatch(/Prioriteit (hoog|midden|laag) · risico/);
    await frame.locator('[data-verplaats]').nth(2).focus();
    for (const key of ['Space', 'ArrowUp', 'ArrowUp', 'Space']) await page.keyboard.press(key);
    expect(await namen()).toEqual([before[2], before[0], before[1], ...before.slice(3)]);
    expect(await frame.locator('[data-deel="melding"]').textContent()).toContain('plaats 1 van');
    await frame.getByRole('button', { name: 'Ongedaan maken' }).click();
    expect(await namen()).toEqual(before);

    await sleep(
      sanne,
      frame.locator('[data-verplaats]').nth(0),
      frame.locator('[data-volgorde] > li').nth(1),
    );
    await page.keyboard.press('F9');
    await frame.getByRole('button', { name: 'Blijf hier' }).click();
    expect(await frame.locator('[data-scherm="1"]').count()).toBe(0);
    expect(await namen()).toEqual([before[1], before[0], ...before.slice(2)]);
    await frame.getByRole('button', { name: 'Vaststellen', exact: true }).click();
    // Said in the page itself: nothing stands before what the room looks at.
    await frame
      .locator('[data-deel="melding"]', { hasText: 'De prioriteitenlijst is vastgesteld.' })
      .waitFor();
    expect(await frame.locator('dialog[open]').count()).toBe(0);
    const eerst = await frame.locator('main').textContent();
    expect(eerst?.indexOf(kort(before[1]))).toBeLessThan(eerst?.indexOf(kort(before[0])) ?? -1);
    // What is stored is not asked about any more.
    await frame.locator('[data-stap="volgende"] a').click();
    await frame.getByText('Punt 7 van 9').or(frame.getByText('Punt 6 van 9')).waitFor();
    zonderFouten(sanne);
    await sanne.close();
  });

  it('of cause and effect are chosen one after the other', async () => {
    const stuk = await bezig();
    const sanne = await kijkt(browser, stuk);
    const { frame } = sanne;
    await naarPunt(frame, 'Wat veroorzaakt wat?');
    await frame.getByRole('button', { name: 'Verband opslaan' }).click();
    expect(await frame.locator('[data-deel="melding"]').textContent()).toContain(
      'Kies een oorzaak',
    );
    const legt = async (oorzaak: number, gevolg: number) => {
      await frame.locator('[data-keuze="oorzaak"] input').nth(oorzaak).check();
      await frame.locator('[data-keuze="gevolg"] input').nth(gevolg).check();
      await frame.getByRole('button', { name: 'Verband opslaan' }).click();
    };
    await legt(2, 0);
    await frame.locator('.verbanden li').waitFor();
    await frame.getByRole('button', { name: 'Ongedaan maken' }).click();
    await expect.poll(() => frame.locator('.verbanden li').count()).toBe(0);

    await legt(2, 0);
    await frame.locator('.verbanden li').waitFor();
    await legt(0, 2);
    await frame.locator('[data-deel="melding"]', { hasText: 'de oorzaak van zichzelf' }).waitFor();
    expect(await frame.locator('.verbanden li').count()).toBe(1);
    zonderFouten(sanne);
    await sanne.close();
  });
});

const kort = (text = '') => text.slice(0, 25);

const KANARIE = 'Kanariepiet zevenhonderd';

describe('what a whole room looks at', () => {
  it('never has anything confidential in it, no names of who is silent, and no buttons of who leads', async () => {
    const stuk = await bezig();
    const { project } = stuk;
    const sanne = lezer(world(), LEIDER);
    await doet(sanne, project, 'probleem.doorgeven', {
      ...{ omschrijving: KANARIE, kans: 'hoog', gevolgen: 'personen', prioriteit: 'hoog' },
      vertrouwelijk: 'true',
    });
    await doet(
      sanne,
      project,
      'overleg.uitkomst',
      { tekst: KANARIE, soort: 'besluit', wie: '', wanneer: '', vertrouwelijk: 'true' },
      { nummer: '1', regel: 'opening' },
    );
    const eigen = await sanne.blad({ project, blad: 'overleg', args: { punt: 'opening' } });
    expect(eigen.html).toContain(KANARIE);
    const punten = [...eigen.html.matchAll(/&quot;punt&quot;:&quot;([^&]*)&quot;/g)];
    expect(punten.length).toBeGreaterThan(8);
    for (const [, punt = ''] of punten) {
      const { html } = await sanne.blad({ project, blad: 'overleg', args: { punt, scherm: '1' } });
      expect(html, punt).not.toContain(KANARIE);
      expect(html, punt).not.toContain('data-op="open"');
      expect(html, punt).not.toContain('data-op="doe"');
      expect(html, punt).not.toContain('<textarea');
      expect(tekstVan(html), punt).not.toContain('Geen antwoord');
    }
    expect(allesIn(stuk.groep)).not.toContain(KANARIE);
  });

  it('opens and closes with F9 and stays on its point', async () => {
    const stuk = await bezig();
    const sanne = await kijkt(browser, stuk);
    const { frame, page } = sanne;
    await naarPunt(frame, 'Is iedereen het eens');
    await page.keyboard.press('F9');
    await frame.locator('[data-scherm="1"]').waitFor();
    expect(await frame.locator('.punttitel').textContent()).toContain('Is iedereen het eens');
    expect(await frame.getByRole('button', { name: 'Aanwezigheid' }).count()).toBe(0);
    await page.keyboard.press('F9');
    await frame.getByRole('button', { name: 'Aanwezigheid' }).waitFor();
    zonderFouten(sanne);
    await sanne.close();
  });
});

describe('the page of the overleg', () => {
  const BREEDTES: readonly [number, Thema, string][] = [
    [1300, 'default', '1'],
    [360, 'dark', '2'],
    [320, 'contrast', '4'],
  ];
  it.each(BREEDTES)('is usable by everybody at %i px in the theme %s', async (breed, thema) => {
    const stuk = await bezig('Scooters op de stoep', 'Scooter op de stoep bij het station');
    const sanne = await kijkt(browser, stuk, LEIDER, { breed, thema });
    const { frame } = sanne;
    for (let at = 0; at < 9; at++) {
      await frame.locator('.puntlink').nth(at).click();
      await frame.locator('.puntlink[aria-current]').nth(0).waitFor();
      await expect
        .poll(() => frame.locator('.punttitel .puntnr').textContent())
        .toBe(String(at + 1));
      const wide = await frame.evaluate('document.documentElement.scrollWidth');
      expect(wide, `punt ${at + 1}`).toBeLessThanOrEqual(breed);
      await toegankelijk(sanne, `punt ${at + 1}`);
    }
    zonderFouten(sanne);
    await sanne.close();
  });

  it('begins with who is there, and tells who reads along what comes', async () => {
    const stuk = await inStap2(world());
    const [sanne, bram] = await Promise.all([
      kijkt(browser, stuk),
      kijkt(browser, stuk, 'Bram Jansen'),
    ]);
    expect(await bram.frame.locator('main').textContent()).toContain('nog niet begonnen');
    await toegankelijk(sanne, 'begin');
    await sanne.frame.getByLabel('Willem Bos (Stationscollege)').uncheck();
    await sanne.frame.getByLabel('Wie is er nog meer aanwezig?').fill('Een stagiair');
    await sanne.frame.locator('nav a[data-blad="stand"]').click();
    await sanne.frame.getByRole('button', { name: 'Blijf hier' }).click();
    expect(await sanne.frame.getByLabel('Wie is er nog meer aanwezig?').inputValue()).toBe(
      'Een stagiair',
    );
    await sanne.frame.getByRole('button', { name: 'Start het overleg' }).click();
    await sanne.frame.getByText('Punt 1 van 9').waitFor();
    const kop = await sanne.frame.locator('.overlegkop').textContent();
    expect(kop?.replace(/\s+/g, ' ')).toContain('7 aanwezig · ook: Een stagiair');
    await ziet(bram, bram.frame.getByText('Punt 1 van 9'));
    zonderFouten(sanne, bram);
    await Promise.all([sanne.close(), bram.close()]);
  });

  it('opens from the receipt in chat, at the overleg that has just begun [A5]', async () => {
    const { groep, project } = await inStap2(world());
    const leider = groep.lid(LEIDER);
    const start = 'Start het overleg';
    const agenda = await zegt(world(), groep, leider, 'agenda');
    const receipt = await opentEnVult(leider, agenda, start, {}, start);
    const link = elementen(receipt).find(({ title }) => title === 'Open het grote scherm');
    const url = new URL(String(link?.['url']));
    const context = url.searchParams.get('context') ?? '{}';
    const { subEntityId: ingang } = JSON.parse(context) as { subEntityId: string };

    // Teams opens the tab from the link and tells it what it asks for; without a conversation of its own.
    const sanne = await openTab(browser, world(), { naam: LEIDER, ingang });
    await sanne.frame.getByText('Punt 1 van 9').waitFor();
    expect(ingang).toBe(`${project}/overleg`);
    expect(await sanne.frame.locator('.punttitel').textContent()).toContain('Opening');
    zonderFouten(sanne);
    await sanne.close();
  });
});
