import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { hostConfig, stijlblad, THEMAS, type Thema } from './thema.ts';
import type { Card } from '../../src/teams/port.ts';
import type { TeTekenen } from './kaarten.ts';

/** As narrow as a phone or the pane beside a meeting, and as wide as a channel. */
const BREEDTEN = [320, 360, 520, 760] as const;

/** What a client misses of what a card has: nothing, what only Teams has, or one part of that. */
const VARIANTEN = ['alles', 'zonder Teams', 'targetWidth genegeerd', 'zonder grafieken'] as const;
export type Variant = (typeof VARIANTEN)[number];

interface Opdracht extends TeTekenen {
  waar: string;
  thema: Thema;
  hostConfig: object;
  breedte: number;
  variant: Variant;
}

/** What a card must have for a client that misses this to show it otherwise. */
const VERSCHIL: Readonly<Record<Variant, RegExp>> = {
  alles: /^/,
  'zonder Teams': /"type":"(?:Badge|ProgressBar|ProgressRing|Icon|Carousel|Chart\.\w+)"/,
  'targetWidth genegeerd': /"targetWidth"/,
  'zonder grafieken': /"type":"Chart\./,
};

/** The kinds of clients that show this card each in their own way. */
export const variantenVan = ({ card }: TeTekenen): Variant[] =>
  VARIANTEN.filter((variant) => VERSCHIL[variant].test(JSON.stringify(card)));

/** A card in one theme and for one kind of client, in each width. */
export const opdrachten = (kaart: TeTekenen, thema: Thema, variant: Variant): Opdracht[] =>
  BREEDTEN.map((breedte) => ({
    ...kaart,
    waar: `${kaart.naam}, ${breedte} px, ${thema}, ${variant}`,
    thema,
    hostConfig: hostConfig(thema),
    breedte,
    variant,
  }));

/** All there is to look at. */
export const alleOpdrachten = (kaarten: readonly TeTekenen[]): Opdracht[] =>
  kaarten.flatMap((kaart) =>
    THEMAS.flatMap((thema) =>
      variantenVan(kaart).flatMap((variant) => opdrachten(kaart, thema, variant)),
    ),
  );

const RENDERER = fileURLToPath(
  new URL('../dist/adaptivecards.min.js', import.meta.resolve('adaptivecards')),
);

/** A page in which `keur` and `toon` of `pagina.js` draw. */
export async function tekenbord(browser: Browser, deviceScaleFactor = 1): Promise<Page> {
  const viewport = { width: 2_060, height: 600 };
  const page = await browser.newPage({ viewport, deviceScaleFactor });
  await page.setContent('<!doctype html><html lang="nl"><body></body></html>');
  await page.addStyleTag({ content: stijlblad() });
  await page.addScriptTag({ path: RENDERER });
  await page.addScriptTag({
    type: 'module',
    path: fileURLToPath(new URL('pagina.js', import.meta.url)),
  });
  return page;
}

/** Calls what `pagina.js` offers; our tests know no types of a browser. */
const roep = <T>(page: Page, naam: 'keur' | 'toon', lijst: readonly Opdracht[]): Promise<T> =>
  page.evaluate(`globalThis.${naam}(${JSON.stringify(lijst)})`);

/** What is wrong with what one sees, each with where. */
export const keur = (page: Page, lijst: readonly Opdracht[]): Promise<string[]> =>
  roep(page, 'keur', lijst);

/** How high each of these is, in pixels. */
export async function hoogten(page: Page, lijst: readonly Opdracht[]): Promise<number[]> {
  await roep(page, 'toon', lijst);
  return page.evaluate(
    `[...document.querySelectorAll('.kaart')].map((kaart) => kaart.getBoundingClientRect().height)`,
  );
}

/** One card as a client of Teams shows it that has everything, as a PNG. */
export async function plaatje(page: Page, card: Card, breedte: number): Promise<Buffer> {
  const hoe = {
    thema: 'licht',
    hostConfig: hostConfig('licht'),
    breedte,
    variant: 'alles',
  } as const;
  await roep(page, 'toon', [{ naam: '', waar: '', card, nodig: [], ...hoe }]);
  return page.locator('.kaart').screenshot();
}

/** Shows these beside each other, as a PNG. */
export async function prent(page: Page, lijst: readonly Opdracht[]): Promise<Buffer> {
  await roep(page, 'toon', lijst);
  return page.locator('body').screenshot();
}
