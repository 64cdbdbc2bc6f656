import { setTimeout as pauze } from 'node:timers/promises';
import type { Browser, Locator, Page, WebSocket } from 'playwright-core';
import {
  inputsOp,
  knoppenOp,
  opentRij,
  standing,
  textOf,
  type AnyCard,
  type Input,
} from '../../support/voorbeeld/kaart.ts';
import { PRESSES_PER_MINUTE } from '../../src/http/pace.ts';
import { cardIn, isVoor } from '../../scripts/voorbeeld/playground.ts';
import type { Leider } from '../../support/voorbeeld/spelers.ts';

/** Somebody at the Playground in a browser: types, fills in, presses, and looks. */
export interface BrowserUser extends Leider {
  page: Page;
  /** Opens the Playground anew, where nothing stands any more, and goes to a chat or channel. */
  opent(gesprek: string): Promise<void>;
  /** How many cards stand on the screen. */
  aantal(): number;
  /** The next card that fits and was not there before, as soon as it is on the screen. */
  krijgt(fits: (card: AnyCard) => boolean): Promise<AnyCard>;
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

/** The Playground's list of whom one can mention pretends to search for half a second. */
const NO_SEARCH = `{
  const later = window.setTimeout;
  window.setTimeout = (run, ms, ...rest) => later(run, ms === 500 ? 0 : ms, ...rest);
}`;
const WAIT_MS = 120_000;
const SOON_MS = 20_000;

/** On a narrower page the Playground hides its list of chats, and cuts off what does not fit in its fixed columns. */
const DESKTOP = 1300;
const HEIGHT = 1000;
const PHONE = `
  body * { min-width: 0 !important; }
  .fai-OutputCard { width: 352px !important; margin-left: -56px; }
  .fai-OutputCard * { max-width: 100%; }
  .ac-adaptiveCard, .ac-preview-panel { width: auto !important; }`;

export async function openBrowserUser(
  browser: Browser,
  { address, naam, width, bekijk = async () => undefined }: BrowserUserOptions,
): Promise<BrowserUser> {
  const page = await browser.newPage();
  page.setDefaultTimeout(WAIT_MS);
  await page.addInitScript(NO_SEARCH);
  const cards = watch(page);
  const rustig = opAdem(PRESSES_PER_MINUTE - 10, 60_000);

  /** By what one reads on it, as a person finds it: which cards stand above it depends on when the page was there. */
  const opScherm = (card: AnyCard) =>
    regelsOp(card)
      .reduce((found, hasText) => found.filter({ hasText }), page.locator('.ac-adaptiveCard'))
      .last();
  const shown = async (card: AnyCard) => {
    const onScreen = opScherm(card);
    await onScreen.waitFor();
    await bekijk(card, onScreen);
    return card;
  };

  const knop = (titel: string) => page.getByRole('button', { name: titel, exact: true });
  const knopOp = (on: AnyCard, titel: string) =>
    opScherm(on).getByRole('button', { name: titel, exact: true }).first();
  /** A row that opens is a button as a whole. */
  const rij = (row: AnyCard) =>
    opScherm(row.heel ?? row)
      .getByRole('button')
      .filter({ hasText: regelsOp(row)[0] ?? '' })
      .first();
  /** The lowest one with this heading and button: what changed on a card since may not be on the screen. */
  const knopOpGedeeld = (on: AnyCard, titel: string) =>
    page
      .locator('.ac-adaptiveCard', { hasText: regelsOp(on)[0] ?? '' })
      .filter({ has: knop(titel) })
      .last()
      .getByRole('button', { name: titel, exact: true })
      .first();

  /** A button of a shared card brings a card of one's own. A live card may have been posted anew meanwhile, lower down. */
  async function pressShared(titel: string, on: AnyCard): Promise<AnyCard> {
    const answer = cards.next((card, changes) => changes === 0 && isVoor(card, naam));
    const click = async () => {
      const now = await cards.newest(
        (card) => card.isLive === on.isLive && knoppenOp(card).some(({ title }) => title === titel),
      );
      await knopOpGedeeld(now, titel).click({ timeout: SOON_MS });
    };
    const [card] = await Promise.all([answer, click().catch(click)]);
    return shown(card);
  }

  return {
    page,
    opScherm,
    opent: async (gesprek) => {
      cards.clear();
      await page.setViewportSize({ width: DESKTOP, height: HEIGHT });
      await page.goto(address);
      await page.getByRole('treeitem', { name: gesprek }).first().click();
      await page.locator('[role=textbox]').last().waitFor();
      await page.setViewportSize({ width, height: HEIGHT });
      if (width < DESKTOP) await page.addStyleTag({ content: PHONE });
    },
    aantal: () => cards.aantal(),
    krijgt: async (fits) => shown(await cards.next((card, changes) => changes === 0 && fits(card))),
    typt: async (text) => {
      const answer = cards.next((card, changes) => changes === 0 && isVoor(card, naam));
      const [card] = await Promise.all([answer, typeCommand(page, text)]);
      return shown(card);
    },
    drukt: async (titel, inputs = {}, on = cards.last()) => {
      await rustig();
      const heel = on.heel ?? on;
      if (!isVoor(heel, naam)) return pressShared(titel, on);
      await fillIn(page, opScherm(heel), heel, inputs);
      return shown(
        await pressOwn(
          page,
          cards,
          opentRij(on)?.title === titel ? rij(on) : knopOp(on, titel),
          heel,
        ),
      );
    },
    close: () => page.close(),
  };
}

/** Waits where somebody who never thinks would press more often in a while than the bot lets one person press. */
function opAdem(max: number, perMs: number): () => Promise<void> {
  const presses: number[] = [];
  return async () => {
    const first = presses.length < max ? undefined : presses.shift();
    if (first !== undefined) await pauze(Math.max(0, first + perMs - performance.now()));
    presses.push(performance.now());
  };
}

/** What one reads on a card outside its questions: a folded question shows no choices. */
function regelsOp(card: AnyCard): string[] {
  const asked = new Set(
    inputsOp(card).flatMap(({ label, choices = [] }) => [
      ...label.split('\n'),
      ...choices.flatMap(({ title, value }) => [title, value]),
    ]),
  );
  return textOf(card)
    .split('\n')
    .filter((line) => line.trim() !== '' && !asked.has(line));
}

/**
 * On one's own card the answer takes its place. Unless that is a form, the bot also changes the message itself a moment
 * later, which has to be over before the next press.
 */
async function pressOwn(
  page: Page,
  cards: Cards,
  button: Locator,
  { messageId, gesprek = '' }: AnyCard,
): Promise<AnyCard> {
  const before = cards.changesOf(messageId);
  const [response] = await Promise.all([page.waitForResponse(/\/v1\/invoke$/), button.click()]);
  const { value } = (await response.json()) as { value: Record<string, unknown> };
  const card: AnyCard = { ...value, messageId, gesprek };
  if (!/^Formulier voor/m.test(textOf(card)))
    await cards.newest((one) => one.messageId === messageId && cards.changesOf(messageId) > before);
  return card;
}

/** Whether this is the card; `changes`: how often its message was changed so far. */
type Fits = (card: AnyCard, changes: number) => boolean;
type Cards = ReturnType<typeof watch>;

/** The cards that the page got, in the order in which they stand on the screen. */
function watch(page: Page) {
  const cards = new Map<string, AnyCard>();
  const changes = new Map<string, number>();
  const waiting = new Set<(card: AnyCard) => void>();
  let last: AnyCard | undefined;
  const changesOf = (messageId: string) => changes.get(messageId) ?? -1;
  // The Playground opens its stream twice, and hears everything double.
  let stream: WebSocket | undefined;
  /** Which page it is: the stream of the one before may still say something while the next one loads. */
  let pagina = 0;
  page.on('websocket', (socket) => {
    const van = pagina;
    socket.on('framereceived', ({ payload }) => {
      if (van !== pagina) return;
      if (socket.url().includes('_ws_conversation')) stream ??= socket;
      const card = cardIn(String(payload));
      // What was posted before the page was there is not on the screen.
      if (socket !== stream || !card || (card.isGewijzigd && !cards.has(card.messageId))) return;
      cards.set(card.messageId, card);
      changes.set(card.messageId, changesOf(card.messageId) + 1);
      last = card;
      for (const look of [...waiting]) look(card);
    });
  });
  const next = (fits: Fits) =>
    new Promise<AnyCard>((done, fail) => {
      const late = setTimeout(() => {
        waiting.delete(look);
        fail(new Error(`no such card came; the last one:\n${last ? textOf(last) : 'none'}`));
      }, WAIT_MS);
      function look(card: AnyCard): void {
        if (!fits(card, changesOf(card.messageId))) return;
        clearTimeout(late);
        waiting.delete(look);
        done(card);
      }
      waiting.add(look);
    });
  return {
    next,
    changesOf,
    clear: () => {
      cards.clear();
      stream = undefined;
      pagina += 1;
    },
    aantal: () => cards.size,
    newest: async (fits: (card: AnyCard) => boolean) =>
      [...cards.values()].findLast(fits) ?? next(fits),
    last: () => last as AnyCard,
  };
}

/** With the mention that a group chat or channel needs. */
async function typeCommand(page: Page, text: string): Promise<void> {
  const box = page.locator('[role=textbox]').last();
  await box.click();
  await box.pressSequentially('@');
  await page.locator('#typeahead-menu [role=menuitem]').first().click();
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
  const isFolded = !isMultiSelect && style !== 'expanded';
  for (const { title, value } of choices) {
    const isChange = before.includes(value) !== after.includes(value);
    if (!isChange || (!isMultiSelect && !after.includes(value))) continue;
    if (isFolded) await field.getByRole('combobox').click();
    const choice = isFolded
      ? page.getByRole('option', { name: title, exact: true })
      : field.getByText(title, { exact: true });
    await choice.click();
  }
}
