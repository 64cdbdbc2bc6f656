/** A card as a client gets it. */
export interface AnyCard {
  [key: string]: unknown;
  messageId: string;
  /** The conversation it stands in, where that matters. */
  gesprek?: string;
  /** True when its message held another card before. */
  isGewijzigd?: boolean;
  isDialog?: boolean;
  /** The card of a step, which everybody shares. */
  isLive?: boolean;
  /** Of a row: the card that it stands on. */
  heel?: AnyCard;
}

export interface Knop {
  type: string;
  title: string;
  verb?: string;
  data: Record<string, unknown>;
}

const isObject = (node: unknown): node is Record<string, unknown> =>
  typeof node === 'object' && node !== null;

/** Calls back for every element of a card, in order, without fallbacks. */
function walk(node: unknown, visit: (element: Record<string, unknown>) => void): void {
  if (Array.isArray(node)) return node.forEach((one) => walk(one, visit));
  if (!isObject(node)) return;
  visit(node);
  for (const [key, value] of Object.entries(node))
    if (key !== 'fallback' && key !== 'data') walk(value, visit);
}

/** All buttons of a card, in order. */
export function knoppenOp(card: AnyCard): Knop[] {
  const found: Knop[] = [];
  walk([card['body'], card['actions']], (element) => {
    // A link leaves Teams, so the bot does not hear that it was pressed.
    if (typeof element['type'] !== 'string' || element['type'] === 'Action.OpenUrl') return;
    if (element['type'].startsWith('Action.')) found.push(element as unknown as Knop);
  });
  return found;
}

/** The rows of a list that open by pressing them or that hold something to do, in order. */
export function rijenOp(card: AnyCard): AnyCard[] {
  const found: AnyCard[] = [];
  walk(card['body'], (element) => {
    const { type, items } = element;
    if (type === 'Container' && Array.isArray(items) && isKop(items[0]))
      found.push({ ...card, body: [element], actions: [], heel: card });
  });
  return found;
}

/** What a row begins with: what it says, beside the sign that it opens. */
const isKop = (element: unknown) => isObject(element) && element['type'] === 'ColumnSet';

/** One row of a list: the first that begins with this, or else says it. Throws when there is none. */
export function rijOp(card: AnyCard, tekst: string): AnyCard {
  const rijen = rijenOp(card);
  const found =
    rijen.find((rij) => textOf(rij).startsWith(tekst)) ??
    rijen.find((rij) => textOf(rij).includes(tekst));
  if (!found) throw new Error(`no row with "${tekst}" on the card:\n${textOf(card)}`);
  return found;
}

/** What pressing a row itself does; undefined for one that only has a button of its own, or is only read. */
export const opentRij = ({ body }: AnyCard): Knop | undefined =>
  (body as { selectAction?: Knop }[])[0]?.selectAction;

/** What a person reads on a card, a line for each element. Backslashes that only keep Markdown away are left out. */
export function textOf(card: AnyCard): string {
  const lines: string[] = [];
  walk(card['body'], (element) => {
    for (const key of ['text', 'label', 'title'] as const) {
      const text = element[key];
      if (typeof text === 'string' && !String(element['type']).startsWith('Action.'))
        lines.push(text.replace(/\\(?=[\W_])/g, ''));
    }
    if (isObject(element) && 'value' in element && 'title' in element && !('type' in element))
      lines.push(String(element['value']));
  });
  return lines.join('\n');
}

/** The present values of a card's inputs, as Teams sends them along. */
export function standing(card: AnyCard): Record<string, string> {
  const found: Record<string, string> = {};
  walk(card['body'], ({ type, id, value }) => {
    if (String(type).startsWith('Input.') && typeof id === 'string')
      found[id] = typeof value === 'string' ? value : '';
  });
  return found;
}

/** The choices of a question, by the text that a person reads. */
export function keuzes(card: AnyCard, id: string): { title: string; value: string }[] {
  let found: { title: string; value: string }[] = [];
  walk(card['body'], (element) => {
    if (element['id'] === id && Array.isArray(element['choices']))
      found = element['choices'] as typeof found;
  });
  return found;
}

/** Answers as a person gives them: the beginning of a label → what they type, or the beginnings of the choices they tick. */
export type Antwoorden = Readonly<Record<string, string | readonly string[]>>;

/** The inputs that these answers make on a form. Throws on a label or choice that is not there. */
export function ingevuld(card: AnyCard, antwoorden: Antwoorden): Record<string, string> {
  const inputs = inputsOp(card);
  return Object.fromEntries(
    Object.entries(antwoorden).map(([label, antwoord]) => {
      const input = inputBij(inputs, label);
      if (!input) throw new Error(`no question "${label}" on the card:\n${textOf(card)}`);
      return [input.id, input.choices ? gekozen(input, [antwoord].flat()) : String(antwoord)];
    }),
  );
}

/**
 * The same, as far as this form has those questions and choices; where it has none of the choices, the first one. For
 * people who answer to a project that others have changed.
 */
export function zoMogelijk(card: AnyCard, antwoorden: Antwoorden): Record<string, string> {
  const inputs = inputsOp(card);
  return Object.fromEntries(
    Object.entries(antwoorden).flatMap(([label, antwoord]) => {
      const input = inputBij(inputs, label);
      if (!input) return [];
      if (!input.choices) return [[input.id, String(antwoord)] as const];
      const known = [antwoord]
        .flat()
        .filter((titel) => input.choices?.some(({ title }) => title.startsWith(titel)));
      const first = input.choices.slice(0, 1).map(({ title }) => title);
      return [[input.id, gekozen(input, known.length > 0 ? known : first)] as const];
    }),
  );
}

/** What stands in the question that begins with this label; undefined when the card does not ask it. */
export function staatBij(card: AnyCard, label: string): string | undefined {
  const input = inputBij(inputsOp(card), label);
  return input && (standing(card)[input.id] ?? '');
}

/** In every choice question the first of these choices that it has. */
export function overalGekozen(card: AnyCard, titels: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    inputsOp(card).flatMap((input) => {
      const titel = titels.find((one) => input.choices?.some(({ title }) => title.startsWith(one)));
      return titel === undefined ? [] : [[input.id, gekozen(input, [titel])] as const];
    }),
  );
}

/** Every choice question with all its choices ticked. */
export const allesAangevinkt = (card: AnyCard): Record<string, string> =>
  Object.fromEntries(
    inputsOp(card).flatMap(({ id, choices }) =>
      choices ? [[id, choices.map(({ value }) => value).join(',')]] : [],
    ),
  );

/** The question with this label, else the first that begins with it. */
const inputBij = (inputs: readonly Input[], label: string) =>
  inputs.find((found) => found.label === label) ??
  inputs.find((found) => found.label.startsWith(label));

/** All questions of a card, in order. */
export function inputsOp(card: AnyCard): Input[] {
  const inputs: Input[] = [];
  walk(card['body'], (element) => {
    // A box to tick has its sentence beside it and no label above it.
    if (String(element['type']).startsWith('Input.'))
      inputs.push({ label: element['title'], ...element } as unknown as Input);
  });
  return inputs;
}

/** A question on a card. */
export interface Input {
  id: string;
  type: string;
  label: string;
  choices?: { title: string; value: string }[];
  isMultiSelect?: boolean;
  style?: string;
}

function gekozen({ label, choices = [] }: Input, titels: readonly string[]): string {
  return titels
    .map((titel) => {
      const found = choices.find(({ title }) => title.startsWith(titel));
      if (!found)
        throw new Error(
          `no choice "${titel}" at "${label}": ${choices.map(({ title }) => title).join(' | ')}`,
        );
      return found.value;
    })
    .join(',');
}
