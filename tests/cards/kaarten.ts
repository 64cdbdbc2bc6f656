import type { Args } from '../../src/process/vormen/screen.ts';

/** A node of a card's JSON. */
export type Element = Readonly<Record<string, unknown>>;

const isElement = (node: unknown): node is Element =>
  typeof node === 'object' && node !== null && !Array.isArray(node);

const gezien = new WeakMap<object, readonly Element[]>();

/** Every node of a card that has a type, in order; what actions carry and fall back on is left out. */
export function elementen(node: unknown): readonly Element[] {
  if (typeof node !== 'object' || node === null) return [];
  const known = gezien.get(node);
  if (known) return known;
  const found: Element[] = [];
  verzamel(node, found);
  gezien.set(node, found);
  return found;
}

function verzamel(node: unknown, found: Element[]): void {
  if (Array.isArray(node)) {
    for (const one of node) verzamel(one, found);
    return;
  }
  if (!isElement(node)) return;
  if (typeof node['type'] === 'string') found.push(node);
  for (const key in node) if (!ELDERS.has(key)) verzamel(node[key], found);
}

const ELDERS = new Set(['data', 'fallback', 'refresh']);

export const isAction = ({ type }: Element) => String(type).startsWith('Action.');
/** A button that leaves Teams and sends us nothing. */
export const isLink = ({ type }: Element) => type === 'Action.OpenUrl';
export const isInput = ({ type }: Element) => String(type).startsWith('Input.');

export interface Knop {
  titel: string;
  verb: string;
  op: string;
  args: Args;
  /** The project that the button speaks of. */
  project: string;
}

/** The buttons of a card, by what they send. */
export function knoppen(card: Element): Knop[] {
  return elementen(card)
    .filter((one) => isAction(one) && !isLink(one))
    .map((action) => {
      const sent = (action['data'] as Element)['_'] as Knop;
      return { ...sent, titel: String(action['title']) };
    });
}

/** What a person reads of our own on a card, a line per text; a space in place of what people typed. */
export function regels(card: Element): string[] {
  return elementen(card).flatMap((element) => {
    if (isAction(element)) return [];
    const facts = element['type'] === 'FactSet' ? (element['facts'] as Element[]) : [];
    return [
      ...(['text', 'label', 'title'] as const).flatMap((key) =>
        typeof element[key] === 'string' ? [eigen(element[key])] : [],
      ),
      ...facts.map(({ title, value }) => eigen(`${String(title)}: ${String(value)}`)),
    ];
  });
}

/** Our own words only: what stands between guillemets was typed, and backslashes keep Markdown away. */
export const eigen = (text: string) =>
  text
    .replace(/\\(?=[\W_])/g, '')
    .replace(/«[^»…]*[»…]?/g, '·')
    .replace(/\u200b/g, '');
