import type { Browser, Locator, Page } from 'playwright-core';
import {
  inputsOp,
  standing,
  textOf,
  type AnyCard,
  type Input,
} from '../../scripts/voorbeeld/kaart.ts';
import { cardIn, isVoor } from '../../scripts/voorbeeld/playground.ts';
import type { Leider } from '../../scripts/voorbeeld/spelers.ts';

/** Somebody at the Playground in a browser: types, fills in, presses, and looks. */
export interface BrowserUser extends Leider {
  page: Page;
  /** Goes to a chat or channel by its name. */
  goesTo(naam: string): Promise<void>;
  /** The newest card that fits, as soon as it is there. */
  ziet(fits: (card: AnyCard) => boolean): Promise<AnyCard>;
  /** The card on the screen. */
  opScherm(card: AnyCard): Locator;
  close(): Promise<void>;
}

export interface BrowserUserOptions {
  address: string;
  naam: string;
  width: number;
  /** Called with each new card that this person got, once it is on the screen. */
  bekijk?: (card: AnyCard, onScreen: Locator) => Promise<void>;
}

/** How long the Playground thinks before it offers whom one can mention. */
const MENTION_MS = 800;
const WAIT_MS = 10_000;

export async function openBrowserUser(
  browser: Browser,
  { address, naam, width, bekijk = async () => undefined }: BrowserUserOptions,
): Promise<BrowserUser> {
  const page = await browser.newPage({ viewport: { width, height: 1000 } });
  page.setDefaultTimeout(WAIT_MS);
  await page.clock.install();
  const cards = watch(page);
  await page.goto(address);
  await page.getByRole('treeitem').first().waitFor();

  const opScherm = (card: AnyCard) => page.locator('.ac-adaptiveCard').nth(cards.placeOf(card));
  const shown = async (card: AnyCard) => {
    const line =
      textOf(card)
        .split('\n')
        .find((text) => text !== '') ?? '';
    await opScherm(card).getByText(line, { exact: true }).first().waitFor();
    await bekijk(card, opScherm(card));
    return card;
  };

  return {
    page,
    opScherm,
    goesTo: async (gesprek) => {
      await page.getByRole('treeitem', { name: gesprek }).first().click();
      await page.locator('[role=textbox]').last().waitFor();
    },
    ziet: async (fits) => shown(await cards.newest(fits)),
    typt: async (text) => {
      const answer = cards.next((card, isNew) => isNew && isVoor(card, naam));
      const [card] = await Promise.all([answer, typeCommand(page, text)]);
      return shown(card);
    },
    drukt: async (titel, inputs = {}, on = cards.last()) => {
      await fillIn(page, opScherm(on), on, inputs);
      const button = opScherm(on).getByRole('button', { name: titel, exact: true });
      // A button of a shared card brings a card of one's own; on one's own card the answer takes its place.
      const isOwn = isVoor(on, naam);
      const answer = cards.next((card, isNew) =>
        isOwn ? card.messageId === on.messageId : isNew && isVoor(card, naam),
      );
      const [card] = await Promise.all([
        answer,
        isOwn && page.waitForResponse(/\/v1\/invoke$/),
        button.first().click(),
      ]);
      return shown(card);
    },
    close: () => page.close(),
  };
}

/** The cards of the conversation that is open, in the order in which they stand on the screen. */
function watch(page: Page) {
  const cards = new Map<string, AnyCard>();
  const waiting = new Set<(card: AnyCard, isNew: boolean) => void>();
  let last: AnyCard | undefined;
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const card = cardIn(String(payload));
      if (!card) return;
      const isNew = !cards.has(card.messageId);
      cards.set(card.messageId, card);
      last = card;
      for (const look of [...waiting]) look(card, isNew);
    }),
  );
  const next = (fits: (card: AnyCard, isNew: boolean) => boolean) =>
    new Promise<AnyCard>((done, fail) => {
      const late = setTimeout(() => {
        waiting.delete(look);
        fail(new Error(`no such card came; the last one:\n${last ? textOf(last) : 'none'}`));
      }, WAIT_MS);
      function look(card: AnyCard, isNew: boolean): void {
        if (!fits(card, isNew)) return;
        clearTimeout(late);
        waiting.delete(look);
        done(card);
      }
      waiting.add(look);
    });
  return {
    next,
    newest: async (fits: (card: AnyCard) => boolean) =>
      [...cards.values()].findLast(fits) ?? next(fits),
    last: () => last as AnyCard,
    placeOf: ({ messageId, gesprek }: AnyCard) =>
      [...cards.values()]
        .filter((card) => card.gesprek === gesprek)
        .findIndex((card) => card.messageId === messageId),
  };
}

/** With the mention that a group chat or channel needs. */
async function typeCommand(page: Page, text: string): Promise<void> {
  const box = page.locator('[role=textbox]').last();
  await box.click();
  await box.pressSequentially('@');
  await page.clock.fastForward(MENTION_MS);
  await page.locator('#typeahead-menu').getByRole('menuitem').first().click();
  await page.keyboard.insertText(` ${text}`);
  await page.keyboard.press('Enter');
}

/** Changes what has to be changed, as one sees it: fields in order, choices by their text. */
async function fillIn(
  page: Page,
  onScreen: Locator,
  card: AnyCard,
  inputs: Readonly<Record<string, string>>,
): Promise<void> {
  const stands = standing(card);
  for (const [at, input] of inputsOp(card).entries()) {
    const wanted = inputs[input.id];
    if (wanted === undefined || wanted === stands[input.id]) continue;
    const field = onScreen.locator('.ac-input-container').nth(at);
    if (input.choices) await choose(page, field, input, stands[input.id] ?? '', wanted);
    else await field.locator('input, textarea').fill(wanted);
  }
}

async function choose(
  page: Page,
  field: Locator,
  { choices = [], isMultiSelect, style }: Input,
  stands: string,
  wanted: string,
): Promise<void> {
  const before = stands.split(',');
  const after = wanted.split(',');
  const box = field.getByRole('combobox');
  for (const { title, value } of choices) {
    if (before.includes(value) === after.includes(value)) continue;
    if (isMultiSelect)
      await field
        .getByRole('checkbox', { name: title, exact: true })
        .setChecked(after.includes(value));
    else if (!after.includes(value)) continue;
    else if (style === 'expanded')
      await field.getByRole('radio', { name: title, exact: true }).check();
    else {
      await box.click();
      await page.getByRole('option', { name: title, exact: true }).click();
    }
  }
}
