import { posix } from 'node:path';
import type { Node } from 'web-tree-sitter';
import type { Files } from './bicep.ts';
import { modules, outputs, params, properties, resources, variables } from './shape.ts';

export type Value = string | number | boolean | null | Value[] | { [name: string]: Value };
export type Values = Readonly<Record<string, Value>>;

/** What Azure answers once a resource is there: its `properties`, by its type. */
export type Answers = Readonly<Record<string, Values>>;

interface Scope {
  files: Files;
  path: string;
  answers: Answers;
  given: Values;
  /** The modules of this file that were asked for before. */
  inner: Map<string, Scope>;
}

export const GROUP = '/subscriptions/0000/resourceGroups/veilig';
export const TENANT = '8c1f7a52-0f3d-4e65-9d0c-3a3b6c1b2d10';

/** The functions of Bicep that our values need, as their pages say; what is unique or now is always the same here. */
const FUNCTIONS: Record<string, (...values: never[]) => Value> = {
  concat: (...lists: Value[][]) => lists.flat(),
  empty: (value: Value) => value === '' || Object.keys(value ?? {}).length === 0,
  environment: () => ({ suffixes: { storage: 'core.windows.net' } }),
  join: (list: string[], between: string) => list.join(between),
  replace: (text: string, from: string, to: string) => text.replaceAll(from, to),
  resourceGroup: () => ({ id: GROUP, location: 'westeurope' }),
  resourceId: (...parts: string[]) => [GROUP, ...parts].join('/'),
  split: (text: string, at: string) => text.split(at),
  max: (a: number, b: number) => Math.max(a, b),
  startsWith: (text: string, start: string) => text.toLowerCase().startsWith(start.toLowerCase()),
  take: (text: string, length: number) => text.slice(0, length),
  tenant: () => ({ tenantId: TENANT }),
  union: (...parts: Values[]) => Object.assign({}, ...parts) as Value,
  uniqueString: () => 'abcdefghijklm',
};

/** The `params` of a file of values, read in an environment. */
export function valuesIn(files: Files, path: string, environment: Record<string, string>): Values {
  const read = (name: string, otherwise?: string): Value => {
    const value = environment[name] ?? otherwise;
    if (value === undefined) throw new Error(`${name} is not set`);
    return value;
  };
  const scope = { files, path, answers: {}, given: {}, inner: new Map<string, Scope>() };
  const assigned = variables(root(scope));
  return Object.fromEntries(
    [...assigned].map(([name, node]) => [
      name,
      evaluate(node, scope, { readEnvironmentVariable: read }),
    ]),
  );
}

/** `main.bicep` with these values: what it tells, and each module that it makes, by its name there. */
export function deploy(files: Files, given: Values, answers: Answers) {
  const main: Scope = { files, path: 'main.bicep', answers, given, inner: new Map() };
  const calls = modules(root(main)).filter(
    ({ condition }) => !condition || evaluate(condition, main) === true,
  );
  return {
    outputs: outputsOf(main),
    modules: new Map(calls.map(({ name }) => [name, scopeOf(main, name)])),
  };
}

/** A resource in a module as it is asked of Azure: its type, and its body with everything filled in that is asked for. */
export function bodyIn(scope: Scope, name: string, property: string): Value {
  const resource = resources(root(scope)).find((one) => one.name === name);
  const node = resource?.body.get(property);
  if (!node) throw new Error(`${scope.path} has no ${name} with ${property}`);
  return evaluate(node, scope);
}

/** A variable in a module, with everything filled in. */
export const variableIn = (scope: Scope, name: string): Value => lookUp(name, scope);

function root({ files, path }: Scope): Node {
  const tree = files.get(path);
  if (!tree) throw new Error(`${path} is not there`);
  return tree;
}

function scopeOf(outer: Scope, name: string): Scope {
  const known = outer.inner.get(name);
  if (known) return known;
  const call = modules(root(outer)).find((module) => module.name === name);
  if (!call) throw new Error(`${outer.path} has no module ${name}`);
  const given = Object.fromEntries(
    [...call.params].map(([param, node]) => [param, evaluate(node, outer)]),
  );
  const path = posix.join(posix.dirname(outer.path), call.path);
  const scope = { ...outer, path, given, inner: new Map<string, Scope>() };
  outer.inner.set(name, scope);
  return scope;
}

/** Each is worked out when it is asked for. */
function outputsOf(scope: Scope): Values {
  const all = {};
  for (const { name, value } of outputs(root(scope)))
    Object.defineProperty(all, name, { enumerable: true, get: () => evaluate(value, scope) });
  return all;
}

type Functions = typeof FUNCTIONS;

function evaluate(node: Node, scope: Scope, more: Functions = {}): Value {
  const value = (child: Node | null) => evaluate(child!, scope, more);
  const field = (name: string) => value(node.childForFieldName(name));
  switch (node.type) {
    case 'string':
      return textOf(node, value);
    case 'number':
      return Number(node.text);
    case 'boolean':
      return node.text === 'true';
    case 'null':
      return null;
    case 'array':
      return node.namedChildren.map(value);
    case 'object':
      return Object.fromEntries([...properties(node)].map(([name, one]) => [name, value(one)]));
    case 'parenthesized_expression':
      return value(node.firstNamedChild);
    case 'ternary_expression':
      return field('condition') === true ? field('consequence') : field('alternative');
    case 'binary_expression':
      return compare(node.childForFieldName('operator')?.type ?? '', field('left'), field('right'));
    case 'member_expression':
      return member(node, scope, more);
    case 'call_expression':
      return call(node, scope, more);
    case 'identifier':
      return lookUp(node.text, scope);
    case 'resource_expression':
      return { id: `${scope.path}#${node.text}` };
    default:
      throw new Error(`cannot work out ${node.type}: ${node.text}`);
  }
}

function compare(operator: string, left: Value, right: Value): boolean {
  if (operator === '==') return left === right;
  if (operator === '!=') return left !== right;
  throw new Error(`cannot work out ${operator}`);
}

/** Taken from the source between what is filled in: the tree leaves out spaces there. */
function textOf(node: Node, value: (node: Node) => Value): string {
  let text = '';
  let from = node.startIndex + 1;
  const upTo = (to: number) =>
    node.text.slice(from - node.startIndex, to - node.startIndex).replaceAll(/\\(.)/g, '$1');
  for (const filled of node.namedChildren.filter(({ type }) => type === 'interpolation')) {
    text += upTo(filled.startIndex) + asText(value(filled.firstNamedChild!));
    from = filled.endIndex;
  }
  return text + upTo(node.endIndex - 1);
}

function asText(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw new Error(`no text: ${JSON.stringify(value)}`);
}

function call(node: Node, scope: Scope, more: Functions): Value {
  const name = node.childForFieldName('function')?.text ?? '';
  const run = more[name] ?? FUNCTIONS[name];
  if (!run) throw new Error(`cannot work out ${name}()`);
  const given = node.childForFieldName('arguments')?.namedChildren ?? [];
  return run(...(given.map((one) => evaluate(one, scope, more)) as never[]));
}

/** To the grammar, `a ? b : c.d` is `(a ? b : c).d`; to Bicep it is not. */
function member(node: Node, scope: Scope, more: Functions): Value {
  const path: string[] = [];
  let base = node;
  while (base.type === 'member_expression') {
    path.unshift(base.childForFieldName('property')!.text);
    base = base.childForFieldName('object')!;
  }
  if (base.type !== 'ternary_expression') return follow(evaluate(base, scope, more), path, node);
  const isSo = evaluate(base.childForFieldName('condition')!, scope, more) === true;
  const chosen = base.childForFieldName(isSo ? 'consequence' : 'alternative')!;
  return follow(evaluate(chosen, scope, more), isSo ? [] : path, node);
}

function follow(from: Value, path: readonly string[], { text }: Node): Value {
  let value = from;
  for (const name of path) {
    const inner = (value as Values)[name];
    if (inner === undefined) throw new Error(`nothing is known of ${text}`);
    value = inner;
  }
  return value;
}

/** A parameter, variable, module or resource of a file. */
function lookUp(name: string, scope: Scope): Value {
  const given = scope.given[name];
  if (given !== undefined) return given;
  const tree = root(scope);
  const param = params(tree).find((one) => one.name === name);
  if (param?.default) return evaluate(param.default, scope);
  const variable = variables(tree).get(name);
  if (variable) return evaluate(variable, scope);
  if (modules(tree).some((module) => module.name === name))
    return { outputs: outputsOf(scopeOf(scope, name)) };
  const resource = resources(tree).find((one) => one.name === name);
  if (!resource) throw new Error(`${scope.path} has no ${name}`);
  const own = evaluate(resource.body.get('name')!, scope);
  return {
    id: `${GROUP}/${resource.type}/${asText(own)}`,
    name: own,
    properties: { ...scope.answers[resource.type] },
  };
}
