import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { launchBrowser } from '../support/browser.ts';
import { plaatje, tekenbord } from '../support/getekend/tekenen.ts';
import { freePorts } from '../support/ports.ts';
import { knoppenOp, textOf, type AnyCard } from '../support/voorbeeld/kaart.ts';
import { speelTot, wekenTot } from '../support/voorbeeld/niveaus.ts';
import { PARTNERS } from '../support/voorbeeld/stationsplein.ts';
import { PEOPLE } from './playground.ts';
import { startStack, type Stack } from './stack.ts';
import { isKaart, verloopIn } from './voorbeeld/opening.ts';
import { openPlayground } from './voorbeeld/playground.ts';

/** `npm run draw:readme`: the pictures of the README, of the example as the running program shows it. */
const FOLDER = 'docs/images';

/** As wide as a card in a chat, and the pages of the tab on a laptop. */
const KAART_PX = 446;
const TAB = { width: 1280, height: 800 };
/** So that small letters stay sharp. */
const SCHAAL = 1.5;

async function teken(stack: Stack, browser: Browser): Promise<void> {
  const playground = await openPlayground(stack.address);
  const verloop = verloopIn(playground, 6);
  const bord = await tekenbord(browser, SCHAAL);

  await speelTot(verloop, 2);
  const allen = `${PARTNERS.length} van de 8 hebben gereageerd`;
  const stap2 = await playground.card((card) => isKaart(card, 2) && textOf(card).includes(allen));
  await bewaar('kaart-stap-2', await plaatje(bord, stap2, KAART_PX));

  await speelTot(verloop, 4, 2);
  const page = await openTab(browser, stack, projectVan(stap2));
  await naar(page, 'Overleg', 'page');
  await naar(page, 'Doen we samen genoeg?', 'step');
  await bewaar('tab-overleg', await page.screenshot());

  await speelTot(verloop, 6, 4);
  await naar(page, 'Plan in beeld', 'page');
  await bewaar('tab-plan-in-beeld', await page.screenshot());
  const bram = playground.speler(PARTNERS[0]?.naam ?? '');
  const stap6 = await verloop.toneel.kaart(6, 'Voortgang doorgeven');
  const form = await bram.drukt('Voortgang doorgeven', {}, stap6);
  await bewaar('formulier-voortgang', await plaatje(bord, form, KAART_PX));
  playground.close();
}

/** As small as it can be without one seeing it. */
const bewaar = async (naam: string, png: Buffer) =>
  writeFileSync(join(FOLDER, `${naam}.png`), await sharp(png).png({ palette: true }).toBuffer());

const projectVan = (card: AnyCard) =>
  knoppenOp(card)
    .map(({ data }) => (data['_'] as { project?: string } | undefined)?.project ?? '')
    .find((id) => id !== '') ?? '';

/** The tab as the projectleider sees it. */
async function openTab(browser: Browser, { tab }: Stack, project: string): Promise<Page> {
  const page = await browser.newPage({ viewport: TAB, deviceScaleFactor: SCHAAL });
  await page.goto(`${tab}?${new URLSearchParams({ project, blad: 'stand' }).toString()}`);
  await page.getByRole('button', { name: PEOPLE[0]?.name ?? '', exact: true }).click();
  return page;
}

/** Goes to a page of the tab, or a point of the agenda on it. */
async function naar(page: Page, titel: string, hier: 'page' | 'step'): Promise<void> {
  await page.getByRole('link', { name: titel }).first().click();
  await page.locator(`[aria-current="${hier}"]`, { hasText: titel }).waitFor();
  // What the mouse is on looks otherwise.
  await page.mouse.move(0, 0);
}

mkdirSync(FOLDER, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'veiligheidsplanner-'));
const ports = await freePorts();
const stack = await startStack({ folder, ports, inMemory: true, wekenTerug: wekenTot(6) });
const browser = await launchBrowser();
try {
  await teken(stack, browser);
} finally {
  await browser.close();
  await stack.stop();
  rmSync(folder, { recursive: true });
}
