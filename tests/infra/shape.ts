import type { Node } from 'web-tree-sitter';

/** A declaration with a name: a param, var, output, module or resource. */
export interface Declared {
  name: string;
  node: Node;
}

export interface Param extends Declared {
  default: Node | undefined;
  description: string | undefined;
}

export interface Module extends Declared {
  /** As written: relative to the file it stands in. */
  path: string;
  params: Map<string, Node>;
  /** Of its `if`; without one it is always made. */
  condition: Node | undefined;
}

export interface Resource extends Declared {
  /** Of a nested resource in full, such as `Microsoft.Web/sites/config`. */
  type: string;
  version: string;
  existing: boolean;
  body: Map<string, Node>;
}

/** What a string says, when nothing in it is filled in. */
export function plainText(node: Node | undefined): string | undefined {
  if (node?.type !== 'string' || node.descendantsOfType('interpolation').length > 0)
    return undefined;
  return node.text.slice(1, -1);
}

/** Reads a tree once: walking it takes milliseconds, and it does not change. */
function once<T>(read: (root: Node) => T): (root: Node) => T {
  const known = new WeakMap<Node, { value: T }>();
  return (root) => {
    const { value } = known.get(root) ?? { value: read(root) };
    known.set(root, { value });
    return value;
  };
}

const named = (node: Node) => node.namedChildren.filter(({ type }) => !type.endsWith('comment'));

export function declared(root: Node, type: string): Declared[] {
  return root
    .descendantsOfType(`${type}_declaration`)
    .map((node) => ({ name: named(node)[0]?.text ?? '', node }));
}

export const variables = once(
  (root) => new Map(declared(root, 'variable').map(({ name, node }) => [name, last(node)])),
);

export const params = once((root): Param[] =>
  declared(root, 'parameter').map(({ name, node }) => ({
    ...{ name, node },
    default: named(node)[2],
    description: descriptionOf(node),
  })),
);

export const outputs = once((root) =>
  declared(root, 'output').map((output) => ({
    ...output,
    value: last(output.node),
    description: descriptionOf(output.node),
  })),
);

/** What `@description('…')` above a declaration says. */
function descriptionOf(node: Node): string | undefined {
  let above = node.previousNamedSibling;
  while (above?.type === 'comment') above = above.previousNamedSibling;
  if (above?.type !== 'decorators') return undefined;
  const calls = above.descendantsOfType('call_expression');
  const call = calls.find((one) => one.childForFieldName('function')?.text === 'description');
  return plainText(call?.descendantsOfType('string')[0])?.trim();
}

export const modules = once((root): Module[] =>
  declared(root, 'module').map(({ name, node }) => {
    const given = properties(bodyOf(node)).get('params');
    const when = named(node).find(({ type }) => type === 'if_statement');
    return {
      ...{ name, node },
      path: plainText(named(node)[1]) ?? '',
      params: given ? properties(given) : new Map(),
      condition: when?.firstNamedChild ?? undefined,
    };
  }),
);

export const resources = once((root): Resource[] =>
  declared(root, 'resource').map(({ name, node }) => {
    const { type, version } = typeOf(node);
    const existing = node.children.some((child) => child.type === 'existing');
    return { ...{ name, node, type, version, existing }, body: properties(bodyOf(node)) };
  }),
);

/** A resource within another has the rest of its type, and its version unless it has one of its own. */
function typeOf(node: Node): { type: string; version: string } {
  const [type = '', version] = (plainText(named(node)[1]) ?? '').split('@');
  const outer = ancestor(node, 'resource_declaration');
  if (!outer) return { type, version: version ?? '' };
  const parent = typeOf(outer);
  return { type: `${parent.type}/${type}`, version: version ?? parent.version };
}

export function ancestor(node: Node, ...types: string[]): Node | undefined {
  let up = node.parent;
  while (up && !types.includes(up.type)) up = up.parent;
  return up ?? undefined;
}

/** The object behind the `=` of a declaration, and behind its `if` and `for`. */
function bodyOf(node: Node): Node {
  const body = node.type === 'for_statement' ? node.childForFieldName('body') : last(node);
  if (body && /^(if|for)_statement$/.test(body.type)) return bodyOf(body);
  return body ?? node;
}

const last = (node: Node) => named(node).at(-1) ?? node;

/** The properties of an object, in order. */
export function properties(node: Node): Map<string, Node> {
  const pairs = named(node).filter(({ type }) => type === 'object_property');
  const own = pairs.filter((pair) => pair.firstNamedChild?.type !== 'resource_declaration');
  return new Map(own.map((pair) => [keyOf(pair), last(pair)]));
}

function keyOf(pair: Node): string {
  const key = pair.firstNamedChild;
  return plainText(key ?? undefined) ?? key?.text ?? '';
}
