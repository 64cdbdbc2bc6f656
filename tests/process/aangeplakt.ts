import { parseSync } from 'oxc-parser';

/** A place where a sign of ours stands directly behind what people wrote: `<line> <expression>`. */
export type Plek = string;

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** What gives back words of people: names, and texts that were cut. */
const GEEFT = new Set([
  ...['afgekort', 'eersteWoorden', 'eigenOrganisatie', 'groepsnaam', 'kort', 'kortNaam', 'kortweg'],
  ...['mensen', 'naamEnOrganisatie', 'naamInLijst', 'naamMetOrganisatie', 'naamVan', 'opgesomd'],
  ...['opsomming', 'organisatieVan', 'trekkerVan', 'voluitVan', 'wieLeidt'],
]);
/** Where words of people stand in something that is one of them. */
const VELDEN = new Set(['eenheid', 'naam', 'omschrijving', 'organisatie', 'voluit']);
/** Called the same, and ours: the name of a series, of a kind, of a question. */
const ONS = /^(?:woorden|step|stap|soort|spec|kolom|vraag)$/;

/** Our sign, and then our words or the end. An id such as `${naam}.wijzigen` goes on at once. */
const TEKEN = /^[.:;,](?:\s|\0)/;
const EINDE = '\0';

/** The places in the text of a module that want `aaneen` (src/process/taal/aaneen.ts). */
export function aangeplakt(text: string): Plek[] {
  const program = parseSync('module.ts', text).program as unknown as Node;
  const lokaal = namenVoor(program);
  const found: Plek[] = [];
  walk(program, undefined, (node, parent) => {
    for (const [expression, erna] of gevolgd(node, parent))
      if (TEKEN.test(erna) && isVanMensen(expression, lokaal))
        found.push(`${lineOf(text, node)} ${text.slice(expression.start, expression.end)}`);
  });
  return found;
}

const lineOf = (text: string, { start }: Node) => text.slice(0, start).split('\n').length;

function walk(
  node: Node,
  parent: Node | undefined,
  see: (node: Node, parent: Node | undefined) => void,
): void {
  see(node, parent);
  for (const value of Object.values(node))
    for (const one of Array.isArray(value) ? value : [value]) if (isNode(one)) walk(one, node, see);
}

/** Each expression in a text of ours, with what stands behind it there. */
function gevolgd(node: Node, parent: Node | undefined): (readonly [Node, string])[] {
  if (node.type === 'TemplateLiteral' && parent?.type !== 'TaggedTemplateExpression') {
    const quasis = node['quasis'] as { value: { cooked: string } }[];
    const erna = quasis.slice(1).map(({ value: { cooked } }) => cooked);
    return (node['expressions'] as Node[]).map(
      (one, nth) => [one, (erna[nth] ?? '') + (nth === erna.length - 1 ? EINDE : '')] as const,
    );
  }
  const { left, right } = node as Node & { left?: Node; right?: Node };
  const erna = right?.type === 'Literal' ? right['value'] : undefined;
  return node.type === 'BinaryExpression' &&
    node['operator'] === '+' &&
    left &&
    typeof erna === 'string'
    ? [[left, erna + EINDE]]
    : [];
}

/** True when what this gives ends with words of people. */
function isVanMensen(node: Node, lokaal: ReadonlySet<string>): boolean {
  const van = (key: string) => isNode(node[key]) && isVanMensen(node[key], lokaal);
  switch (node.type) {
    case 'Identifier':
      return VELDEN.has(node['name'] as string) || lokaal.has(node['name'] as string);
    case 'MemberExpression':
      return isVeld(node);
    case 'ConditionalExpression':
      return van('consequent') || van('alternate');
    case 'LogicalExpression':
    case 'BinaryExpression':
      return van('right') || (node['operator'] === '??' && van('left'));
    case 'TemplateLiteral':
      return eindigt(node, lokaal);
    case 'ChainExpression':
    case 'ParenthesizedExpression':
    case 'TSNonNullExpression':
      return van('expression');
    case 'CallExpression':
      return isGegeven(node, lokaal);
    default:
      return false;
  }
}

function isVeld({ object, property }: Node): boolean {
  const [of, name] = [object as Node, (property as Node)['name'] as string];
  if (of.type === 'MemberExpression' && (of['property'] as Node)['name'] === 'texts') return true;
  if (of.type === 'Identifier' && of['name'] === 'texts') return true;
  return VELDEN.has(name) && !(of.type === 'Identifier' && ONS.test(of['name'] as string));
}

function eindigt(node: Node, lokaal: ReadonlySet<string>): boolean {
  const last = (node['expressions'] as Node[]).at(-1);
  const tail = (node['quasis'] as { value: { cooked: string } }[]).at(-1)?.value.cooked;
  return tail === '' && last !== undefined && isVanMensen(last, lokaal);
}

function isGegeven({ callee }: Node, lokaal: ReadonlySet<string>): boolean {
  const of = callee as Node;
  if (of.type === 'Identifier') return GEEFT.has(of['name'] as string);
  if (of.type !== 'MemberExpression') return false;
  const name = (of['property'] as Node)['name'] as string;
  return ['trim', 'trimEnd'].includes(name) && isVanMensen(of['object'] as Node, lokaal);
}

/** The names in this module that stand for words of people, also by way of one another. */
function namenVoor(program: Node): ReadonlySet<string> {
  const found = new Set<string>();
  for (let before = -1; before < found.size;) {
    before = found.size;
    walk(program, undefined, (node) => {
      const { id, init } = node as Node & { id?: Node; init?: Node };
      if (node.type === 'VariableDeclarator' && id?.type === 'Identifier' && init)
        if (isVanMensen(init, found)) found.add(id['name'] as string);
    });
  }
  return found;
}
