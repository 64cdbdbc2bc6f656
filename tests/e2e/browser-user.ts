import { mkdirSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';

/** Somebody at the Playground in a browser: types, fills in, presses, and looks. */
export interface BrowserUser {
  page: Page;
  /** Goes to a chat or channel by its name. */
  goesTo(naam: string): Promise<void>;
  /** Types a command, with the mention that a group chat or channel needs. */
  typt(text: string): Promise<void>;
  /** The newest card that shows this text. */
  card(text: string): Locator;
  /** Fills in a field of a card by (part of) its label. */
  vult(card: Locator, label: string, text: string): Promise<void>;
  kiest(card: Locator, label: string, keuze: string): Promise<void>;
  drukt(card: Locator, titel: string): Promise<void>;
  ziet(text: string): Promise<void>;
  foto(naam: string): Promise<void>;
  close(): Promise<void>;
}

const FOTOS = 'screenshots';

export async function openBrowserUser(
  address: string,
  { width = 1300, height = 1000 } = {},
): Promise<BrowserUser> {
  mkdirSync(FOTOS, { recursive: true });
  const browser: Browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width, height } });
  page.setDefaultTimeout(10_000);
  await page.goto(address);
  await page.getByRole('treeitem').first().waitFor();
  const card = (text: string) =>
    page
      .locator('.ac-adaptiveCard, .ac-container.ac-adaptiveCard')
      .filter({ hasText: text })
      .last();
  let photos = 0;

  return {
    page,
    goesTo: async (naam) => {
      await page.getByRole('treeitem', { name: naam }).first().click();
      await page.locator('[role=textbox]').last().waitFor();
    },
    typt: async (text) => {
      const box = page.locator('[role=textbox]').last();
      await box.click();
      await box.pressSequentially('@Vei');
      await page.locator('#typeahead-menu').getByRole('menuitem').first().click();
      await box.pressSequentially(` ${text}`);
      await page.keyboard.press('Enter');
    },
    card,
    vult: async (on, label, text) => {
      await on.getByLabel(label).last().fill(text);
    },
    kiest: async (on, label, keuze) => {
      await on
        .getByRole('group', { name: label })
        .or(on.getByLabel(label))
        .getByLabel(keuze)
        .or(on.getByLabel(keuze))
        .first()
        .check();
    },
    drukt: async (on, titel) => {
      await on.getByRole('button', { name: titel, exact: true }).last().click();
    },
    ziet: async (text) => {
      await page.getByText(text).last().waitFor();
    },
    foto: async (naam) => {
      photos += 1;
      await page.screenshot({ path: `${FOTOS}/${String(photos).padStart(2, '0')}-${naam}.png` });
    },
    close: () => browser.close(),
  };
}
