import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { startStack, type Stack } from '../../scripts/stack.ts';
import { textOf, type AnyCard } from '../../support/voorbeeld/kaart.ts';
import { freePorts } from '../../support/ports.ts';
import { launchBrowser } from '../../support/browser.ts';

/** The local stack on ports of its own, with nothing kept, and a browser. */
export interface Stage {
  stack: Stack;
  browser: Browser;
  close(): Promise<void>;
}

export async function openStage(browser: Browser): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'veiligheidsplanner-'));
  const stack = await startStack({ folder, ports: await freePorts(), inMemory: true });
  return {
    stack,
    browser,
    close: async () => {
      await browser.close();
      await stack.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A browser, or why there is none here. On Linux x64 there always is one. */
export async function browserHere(): Promise<Browser | string> {
  try {
    return await launchBrowser();
  } catch (error) {
    const isPromised = `${process.platform}-${process.arch}` === 'linux-x64' || process.env['CI'];
    if (isPromised) throw error;
    return 'No browser here: install Google Chrome to run the browser test.';
  }
}

const FOLDER = 'screenshots';
/** What the Playground itself needs above and below its cards. */
const BARS = 300;

/** Photographs each kind of card once, in the order in which they came. */
export function photographer(reeks: string): (card: AnyCard, onScreen: Locator) => Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const old of readdirSync(FOLDER)) if (old.startsWith(`${reeks}-`)) rmSync(join(FOLDER, old));
  const seen = new Set<string>();
  return async (card, onScreen) => {
    const naam = slug(card);
    if (seen.has(naam)) return;
    seen.add(naam);
    const nr = String(seen.size).padStart(2, '0');
    await photograph(onScreen, join(FOLDER, `${reeks}-${nr}-${naam}.png`));
  };
}

/** All of it: what is higher than the page would be cut off. */
async function photograph(onScreen: Locator, path: string): Promise<void> {
  const page = onScreen.page();
  const before = page.viewportSize() ?? { width: 0, height: 0 };
  const { height = 0 } = (await onScreen.boundingBox()) ?? {};
  const isHigh = height + BARS > before.height;
  if (isHigh) await page.setViewportSize({ ...before, height: Math.ceil(height) + BARS });
  // The client may put another card in the place of this one just now.
  await onScreen.screenshot({ path }).catch(() => onScreen.screenshot({ path }));
  if (isHigh) await page.setViewportSize(before);
}

/** The heading of a card, or of a live card also what it asks. */
function slug(card: AnyCard): string {
  const lines = textOf(card)
    .split('\n')
    .filter((line) => line !== '' && !/^(Formulier v|V)oor /.test(line));
  return lines
    .slice(0, card.isLive ? 3 : 1)
    .join(' ')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
}
