import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { teTekenen } from '../../support/getekend/kaarten.ts';
import {
  alleOpdrachten,
  hoogten,
  keur,
  opdrachten,
  tekenbord,
  type Variant,
} from '../../support/getekend/tekenen.ts';
import { overzichten } from '../../support/getekend/schermen.ts';
import { hostConfig } from '../../support/getekend/thema.ts';

/* What one sees of a card on narrow and wide screens, in each theme, and in clients that miss a part of what it has. */

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await tekenbord(browser);
});
afterAll(() => browser.close());

describe('each card, in four widths, three themes and four kinds of clients', () => {
  it('fits, can be read, and still says what is asked, until when, how far it is and what to press', async () => {
    const alles = alleOpdrachten(teTekenen());

    expect(alles.length).toBeGreaterThan(300);
    expect(await keur(page, alles)).toEqual([]);
  });
});

/** What a phone shows at once of a chat, and a little more. */
const EEN_SCHERM = 760;

it('shows on one screen of a phone how it all stands, with the way to the rest', async () => {
  const smal = overzichten().flatMap((kaart) =>
    opdrachten(kaart, 'licht', 'alles').filter(({ breedte }) => breedte === 360),
  );

  const hoog = await hoogten(page, smal);

  expect(hoog.length).toBeGreaterThan(50);
  expect(
    smal.flatMap(({ waar }, at) => ((hoog[at] ?? 0) > EEN_SCHERM ? [`${waar}: ${hoog[at]}`] : [])),
  ).toEqual([]);
});

describe('what is wrong with a card', () => {
  const tekst = (text: string, rest = {}) => ({ type: 'TextBlock', text, wrap: true, ...rest });
  const ziet = (
    body: object[],
    { nodig = ['Wat vind jij?'], variant = 'alles' }: { nodig?: string[]; variant?: Variant } = {},
  ) =>
    keur(
      page,
      opdrachten(
        { naam: 'proef', card: { type: 'AdaptiveCard', version: '1.5', body }, nodig },
        'licht',
        variant,
      ),
    );
  const vraag = tekst('Wat vind jij?');
  const kolom = (width: string, inhoud: object = tekst('Breed')) => ({
    type: 'ColumnSet',
    columns: [{ type: 'Column', width, items: [inhoud] }],
  });
  const balk = (rest: object) => ({
    type: 'Table',
    columns: [{ width: 1 }],
    rows: [{ type: 'TableRow', cells: [{ type: 'TableCell', style: 'good', items: [] }] }],
    ...rest,
  });
  const badge = { type: 'Badge', text: 'nog 2 dagen' };
  const terugval = { ...badge, fallback: tekst('nog 2 dagen') };

  it('is nothing where all is there', async () => {
    const nodig = ['Wat vind jij?', 'nog 2 dagen'];
    const bar = balk({ firstRowAsHeaders: false });
    expect(await ziet([vraag, terugval, bar], { nodig })).toEqual([]);
  });

  it.each<[string, object, RegExp]>([
    ['is wider', kolom('900px'), /sticks out|cut off/],
    ['is cut off', tekst('breed '.repeat(99), { wrap: false }), /cut off/],
    ['takes no room', kolom('1px', { type: 'ProgressBar', value: 1 }), /nothing to see/],
    ['is heard as a heading without words', balk({}), /a header that says nothing/],
  ])('is found when something %s', async (_wat, element, gebrek) => {
    expect((await ziet([vraag, element])).join()).toMatch(gebrek);
  });

  it('is found when a client that misses something does not say it otherwise', async () => {
    const nodig = ['nog 2 dagen'];
    const variant = 'zonder Teams';
    expect(await ziet([terugval], { nodig, variant })).toEqual([]);
    expect((await ziet([badge], { nodig, variant })).join()).toMatch(/not to be read: nog 2/);
  });

  it('is found when the words are as pale as the card', async () => {
    const [kaart] = opdrachten(
      { naam: 'proef', card: { type: 'AdaptiveCard', version: '1.5', body: [vraag] }, nodig: [] },
      'licht',
      'alles',
    );
    const bleek = JSON.parse(
      JSON.stringify(hostConfig('licht')).replaceAll('#242424', '#cccccc'),
    ) as object;
    const found = await keur(page, [{ ...kaart!, hostConfig: bleek }]);
    expect(found.join()).toMatch(/contrast 1\.\d: Wat vind jij/);
  });
});
