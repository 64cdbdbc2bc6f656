import { posix } from 'node:path';
import type { Node } from 'web-tree-sitter';
import { bicepOf, placeOf, valuesOf, type Files } from './bicep.ts';
import { ancestor, declared, modules, outputs, params, plainText, resources } from './shape.ts';

/** All that we call. What is not here is either misspelt, or new: then it is added after a look at its page. */
const FUNCTIONS = new Set([
  ...['cidrSubnet', 'concat', 'empty', 'environment', 'guid', 'join', 'readEnvironmentVariable'],
  ...['replace', 'resourceGroup', 'resourceId', 'split', 'string', 'subscriptionResourceId'],
  ...['max', 'startsWith', 'take', 'tenant', 'union', 'uniqueString', 'utcNow'],
  ...['allowed', 'description', 'maxLength', 'maxValue', 'minLength', 'minValue'],
]);

type Use = 'key' | 'declaration' | 'loop' | 'type' | 'call' | 'value';

function useOf(node: Node): Use {
  const { parent } = node;
  if (!parent || ancestor(node, 'type')) return 'type';
  const isFirst = parent.firstNamedChild?.equals(node) ?? false;
  const isField = (name: string) => parent.childForFieldName(name)?.equals(node) ?? false;
  if (parent.type.endsWith('_declaration')) return isFirst ? 'declaration' : 'value';
  if (parent.type === 'object_property' && isFirst) return 'key';
  if (parent.type === 'for_statement' && isField('initializer')) return 'loop';
  if (parent.type === 'call_expression' && isField('function')) return 'call';
  return isCallInList(node) ? 'call' : 'value';
}

/** Commas may be left out of a list, so in `[tenant().tenantId]` the grammar sees a name, and something in brackets. */
function isCallInList({ nextSibling, endIndex }: Node): boolean {
  const first = nextSibling?.descendantsOfType('parenthesized_expression')[0];
  return first?.startIndex === endIndex;
}

const DECLARATIONS = ['parameter', 'variable', 'module', 'resource'];

/** Names that nobody declared, functions that are none, and what was declared for nothing. */
export function nameFaults(all: Files): string[] {
  return [...all].flatMap(([path, root]) => {
    const names = root.descendantsOfType('identifier').map((node) => ({ node, use: useOf(node) }));
    const known = new Set(
      DECLARATIONS.flatMap((type) => declared(root, type)).map(({ name }) => name),
    );
    const used = new Set(names.filter(({ use }) => use === 'value').map(({ node }) => node.text));
    const unknown = names.filter(({ node, use }) => {
      if (use === 'call') return !FUNCTIONS.has(node.text) || known.has(node.text);
      return use === 'value' && !known.has(node.text) && !isLoopVariable(node);
    });
    // A file of values declares for another file, and a resource or module is made whether anybody asks for it or not.
    const idle = path.endsWith('param') ? [] : idleIn(root).filter(({ name }) => !used.has(name));
    return [
      ...unknown.map(({ node }) => `${placeOf(path, node)} nobody knows ${node.text}`),
      ...idle.map(({ name, node }) => `${placeOf(path, node)} nobody uses ${name}`),
    ];
  });
}

const idleIn = (root: Node) => [
  ...declared(root, 'parameter'),
  ...declared(root, 'variable'),
  ...resources(root).filter(({ existing }) => existing),
];

function isLoopVariable(node: Node): boolean {
  const loop = ancestor(node, 'for_statement');
  if (!loop) return false;
  return loop.childForFieldName('initializer')?.text === node.text || isLoopVariable(loop);
}

/** Modules that are not there, that nobody uses, or that get or give what they do not have. */
export function moduleFaults(all: Files): string[] {
  const calls = bicepOf(all).flatMap(([path, root]) =>
    modules(root).map((call) => ({
      ...call,
      file: posix.join(posix.dirname(path), call.path),
      place: placeOf(path, call.node),
    })),
  );
  const idle = bicepOf(all)
    .map(([path]) => path)
    .filter((path) => path !== 'main.bicep' && !calls.some(({ file }) => file === path));

  return [
    ...idle.map((path) => `nobody uses ${path}`),
    ...calls.flatMap(({ file, place, params: given }) => {
      const root = all.get(file);
      if (!root) return [`${place} ${file} is not there`];
      return givenFaults(root, [...given.keys()]).map((fault) => `${place} ${file} ${fault}`);
    }),
    ...bicepOf(all).flatMap(([path, root]) => outputFaults(all, path, root)),
  ];
}

/** `module.outputs.name`, wherever it is asked for. */
function outputFaults(all: Files, path: string, root: Node): string[] {
  const byName = new Map(modules(root).map((call) => [call.name, call.path]));
  return root.descendantsOfType('member_expression').flatMap((node) => {
    const [, name = '', output = ''] = /^(\w+)!?\.outputs\.(\w+)$/.exec(node.text) ?? [];
    const file = all.get(posix.join(posix.dirname(path), byName.get(name) ?? ''));
    if (!file || outputs(file).some((one) => one.name === output)) return [];
    return [`${placeOf(path, node)} ${name} has no output ${output}`];
  });
}

function givenFaults(root: Node, given: readonly string[]): string[] {
  const wanted = params(root);
  const needed = wanted.filter((param) => !param.default).map(({ name }) => name);
  return [
    ...given
      .filter((name) => !wanted.some((param) => param.name === name))
      .map((name) => `does not take ${name}`),
    ...needed.filter((name) => !given.includes(name)).map((name) => `needs ${name}`),
  ];
}

/** Files of values that give `main.bicep` what it does not take, or leave out what it needs. */
export function valueFaults(all: Files): string[] {
  return valuesOf(all).flatMap(([path, root]) => {
    const using = root.descendantsOfType('using_statement')[0]?.firstNamedChild;
    const main = all.get(posix.join(posix.dirname(path), plainText(using ?? undefined) ?? ''));
    if (!main) return [`${path} uses nothing that is there`];
    const given = declared(root, 'variable').map(({ name }) => name);
    return givenFaults(main, given).map((fault) => `${path}: main.bicep ${fault}`);
  });
}

/** Parameters and outputs without a word about what they are. */
export function wordlessFaults(all: Files): string[] {
  return bicepOf(all).flatMap(([path, root]) =>
    [...params(root), ...outputs(root)]
      .filter(({ description }) => !description)
      .map(({ name, node }) => `${placeOf(path, node)} nothing says what ${name} is`),
  );
}
