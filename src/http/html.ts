/** Markup that is safe to send; only `html` makes it. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

/**
 * What may stand in markup: text is escaped, markup stays as it is, lists follow one after another, and anything else
 * becomes nothing.
 */
export type Inhoud = Html | string | number | null | undefined | false | readonly Inhoud[];

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
  ['`', '&#96;'],
]);

const escape = (text: string) => text.replace(/[&<>"'`]/g, (sign) => SIGNS.get(sign) ?? '');

function markupOf(inhoud: Inhoud): string {
  if (inhoud instanceof Html) return inhoud.markup;
  if (typeof inhoud === 'string') return escape(inhoud);
  if (typeof inhoud === 'number') return String(inhoud);
  if (!inhoud) return '';
  return inhoud.map(markupOf).join('');
}

/**
 * Markup in which everything between `${}` is made safe, for text and for values of attributes within double quotes.
 * Names of attributes, scripts and styles are never filled in.
 */
export const html = (parts: TemplateStringsArray, ...inhoud: readonly Inhoud[]): Html =>
  new Html(parts.map((part, at) => part + markupOf(inhoud[at])).join(''));

/** Text in several lines, each line an element. */
export const regels = (text: string): Html =>
  html`${text.split('\n').flatMap((line, at) => [at > 0 && html`<br />`, breekbaar(line)])}`;

/** A longer run without spaces, such as a link, may break across lines. */
const LANG_WOORD = 28;
const TE_LANG = new RegExp(`\\S{${LANG_WOORD + 1},}`, 'u');
const STUK = new RegExp(`[^]{1,${LANG_WOORD}}`, 'gu');

/** The line with places to break words that are too long for a narrow column. The text itself stays the same. */
function breekbaar(line: string): Html | string {
  if (!TE_LANG.test(line)) return line;
  const parts = line.split(/(\s+)/u).map((part) => (TE_LANG.test(part) ? stukken(part) : part));
  return html`${parts}`;
}

const stukken = (word: string): Html =>
  html`${(word.match(STUK) ?? []).flatMap((part, at) => [at > 0 && html`<wbr />`, part])}`;
