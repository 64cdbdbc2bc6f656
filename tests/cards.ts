/** A card as a client gets it. */
export interface AnyCard {
  [key: string]: unknown;
  messageId: string;
  isDialog?: boolean;
}

export interface Knop {
  type: string;
  title: string;
  verb?: string;
  data: Record<string, unknown>;
}

const isObject = (node: unknown): node is Record<string, unknown> =>
  typeof node === 'object' && node !== null;

/** Calls back for every element of a card, in order, fallbacks left out. */
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
    if (typeof element['type'] === 'string' && element['type'].startsWith('Action.'))
      found.push(element as unknown as Knop);
  });
  return found;
}

/** What a person reads on a card, a line per element; backslashes that only keep Markdown away left out. */
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
