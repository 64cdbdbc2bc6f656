import { readFileSync } from 'node:fs';
import { Template } from 'adaptivecards-templating';
import { isComposeLink } from './compose-link.ts';
import { isVergaderlink } from '../../process/stukken/vergaderlink.ts';
import type { Card } from '../port.ts';
import { wire, type CardContext } from './wire.ts';

/** Teams takes 100 KB of UTF-16; beyond this the card is not built. */
const MAX_CARD_BYTES = 80 * 1024;

/** What a person gets: the live card of a step, a form, a list, a message, a text to send on. */
const NAMES = ['stap', 'formulier', 'lijst', 'bericht', 'email'] as const;
export type Name = (typeof NAMES)[number];

const templates = new Map<Name, Template>();

function template(name: Name): Template {
  let found = templates.get(name);
  if (!found) {
    found = new Template(
      JSON.parse(readFileSync(new URL(`../../../cards/${name}.json`, import.meta.url), 'utf8')),
    );
    templates.set(name, found);
  }
  return found;
}

/** Reads all templates, so that the first person to press a button does not wait for it. Throws when one is missing. */
export function warmUp(): void {
  for (const name of NAMES) template(name);
}

/**
 * The one place that makes a card: template and data expanded once, text made safe, buttons wired.
 * Throws a `RangeError` when the card is larger than Teams takes.
 */
export function drawCard(name: Name, data: object, context: CardContext): Card {
  const expanded: unknown = template(name).expand({ $root: data });
  const card = walk(expanded, context) as Card;
  const bytes = 2 * JSON.stringify(card).length;
  if (bytes > MAX_CARD_BYTES) throw new RangeError(`card ${name} has ${bytes} bytes`);
  return card;
}

/** Copies, because the engine puts our own data objects into its result. */
function walk(node: unknown, context: CardContext): unknown {
  if (Array.isArray(node))
    return node.map((child) => walk(child, context)).filter((child) => child !== undefined);
  if (typeof node !== 'object' || node === null) return node;
  const found = node as Record<string, unknown>;
  if (context.cards === 'gewoon' && found['fallback']) return walk(found['fallback'], context);
  if (found['type'] === 'Action.Submit')
    return wire(found as unknown as Parameters<typeof wire>[0], context);
  const copy = Object.fromEntries(
    Object.entries(found).map(([key, value]) => [key, walk(value, context)]),
  );
  switch (copy['type']) {
    case 'TextBlock':
      return { ...copy, text: literal(copy['text']) };
    case 'FactSet':
      return { ...copy, facts: (copy['facts'] as Fact[]).map(literalFact) };
    case 'TextRun':
      return { ...copy, text: withoutFunctions(copy['text']) };
    case 'Action.OpenUrl':
      return ownLink(copy);
    case 'Chart.HorizontalBar':
    case 'Chart.Donut':
      return chart(copy);
    case 'Input.ChoiceSet':
      return { ...labelled(copy), choices: (copy['choices'] as Choice[]).map(plainChoice) };
    default:
      return String(copy['type']).startsWith('Input.') ? labelled(copy) : copy;
  }
}

/** Removes every link that we did not make: data of a card may hold any address. */
function ownLink(action: Record<string, unknown>) {
  const { url } = action;
  if (!isComposeLink(url) && !isVergaderlink(url))
    throw new Error('a link on a card that is not ours');
  return action;
}

/** A question that may stay empty has no sentence for when it does. */
function labelled({ isRequired, errorMessage, ...input }: Record<string, unknown>) {
  return {
    ...input,
    ...('label' in input && { label: withoutFunctions(input['label']) }),
    ...('title' in input && { title: withoutFunctions(input['title']) }),
    ...(isRequired === true && { isRequired, errorMessage }),
  };
}

/** Makes the names in a chart safe: people typed them. */
const chart = (element: Record<string, unknown>) => ({
  ...element,
  title: withoutFunctions(element['title']),
  data: (element['data'] as Record<string, unknown>[]).map((punt) => ({
    ...punt,
    ...('x' in punt && { x: withoutFunctions(punt['x']) }),
    ...('legend' in punt && { legend: withoutFunctions(punt['legend']) }),
  })),
});

interface Choice {
  title: string;
  value: string;
}

/** Clients differ in what they render beside a radio button, and some show a backslash. So only links are broken up here. */
const plainChoice = ({ title, value }: Choice): Choice => ({
  title: withoutFunctions(title)
    .replaceAll('](', ']\u200b(')
    .replaceAll(']:', ']\u200b:')
    .replace(/<(?=\S)/g, '<\u200b'),
  value,
});

/** Every client turns `{{DATE(…)}}` into a date, even clients that render no Markdown. */
const withoutFunctions = (text: unknown) => String(text).replace(/\{(?=\{)/g, '{\u200b');

interface Fact {
  title: string;
  value: string;
}

const literalFact = ({ title, value }: Fact): Fact => ({
  title: literal(title),
  value: literal(value),
});

/**
 * Makes text appear as it was typed, where Teams would render Markdown, dates or mentions. Only signs that can start
 * markup get a backslash, because not every client hides one.
 */
export function literal(text: unknown): string {
  return withoutFunctions(text)
    .replace(/[\\`*_[\]#<>|~]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^(\s*)([-+])(?=\s)/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s)/gm, '$1\\$2')
    .replaceAll('\n', '\n\n');
}
