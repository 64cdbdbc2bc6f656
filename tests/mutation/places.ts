import { globSync, readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { chanceOf } from '../faults/chance.ts';

/** A change that could be made in a source file: these characters become others. */
export interface Place {
  /** Its file, line and what is changed there; the same in each run as long as that line stays. */
  name: string;
  file: string;
  start: number;
  end: number;
  mutated: string;
}

/** The folders that decide, and the one that sends. */
const SOURCES = 'src/{process,planner,delivery}/**/*.ts';

/** All places, in the order of files and of text. */
export const places = (): Place[] =>
  globSync(SOURCES)
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .flatMap((file) => placesIn(file, readFileSync(file, 'utf8')));

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function placesIn(file: string, text: string): Place[] {
  const found: Place[] = [];
  const lineOf = (at: number) => text.slice(0, at).split('\n').length;
  const textOf = ({ start, end }: Node) => text.slice(start, end);
  const visit = (node: Node): void => {
    for (const mutated of changesOf(node, textOf)) {
      const line = lineOf(node.start);
      const was = textOf(node).replaceAll(/\s+/g, ' ').slice(0, 60);
      const becomes = mutated.replaceAll(/\s+/g, ' ').slice(0, 60);
      const name = `${file}:${line} ${was} → ${becomes}`;
      found.push({ name, file, start: node.start, end: node.end, mutated });
    }
    for (const [key, value] of Object.entries(node)) {
      if (SKIPPED.has(key) || (key === 'key' && node['computed'] === false)) continue;
      for (const one of Array.isArray(value) ? value : [value]) if (isNode(one)) visit(one);
    }
  };
  visit(parseSync(file, text).program as unknown as Node);
  return found;
}

/** What holds types only, and names of modules. */
const SKIPPED = new Set([
  'typeAnnotation',
  'typeArguments',
  'typeParameters',
  'returnType',
  'superTypeArguments',
  'source',
]);

const OTHER: Readonly<Record<string, string>> = {
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '-': '+',
  '*': '/',
  '/': '*',
};

const METHODS: ReadonlyMap<string, string> = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['find', 'findLast'],
  ['findLast', 'find'],
  ['min', 'max'],
  ['max', 'min'],
]);

/** Methods that leave something out or put it in order: without them. */
const LEFT_OUT = new Set(['filter', 'slice', 'sort', 'toSorted', 'reverse', 'trim']);

/** What this expression could become. */
function changesOf(node: Node, textOf: (node: Node) => string): string[] {
  const { left, right, operator } = node as Node & { left: Node; right: Node; operator: string };
  switch (node.type) {
    case 'BinaryExpression':
      return operator in OTHER ? [`${textOf(left)} ${OTHER[operator]} ${textOf(right)}`] : [];
    case 'LogicalExpression':
      if (operator === '??') return [textOf(left)];
      return [`(${textOf(left)}) ${operator === '&&' ? '||' : '&&'} (${textOf(right)})`];
    case 'UnaryExpression':
      return operator === '!' ? [textOf(node['argument'] as Node)] : [];
    case 'ConditionalExpression': {
      const { test, consequent, alternate } = node as Node & Record<string, Node>;
      return [`${textOf(test!)} ? ${textOf(alternate!)} : ${textOf(consequent!)}`];
    }
    case 'Literal':
      return literal(node['value']);
    case 'ArrayExpression':
      return (node['elements'] as unknown[]).length > 0 ? ['[]'] : [];
    case 'CallExpression':
      return call(node, textOf);
    default:
      return [];
  }
}

function literal(value: unknown): string[] {
  if (typeof value === 'boolean') return [String(!value)];
  return typeof value === 'number' ? [String(value + 1)] : [];
}

function call(node: Node, textOf: (node: Node) => string): string[] {
  const callee = node['callee'] as Node;
  if (callee.type !== 'MemberExpression' || callee['computed']) return [];
  const object = callee['object'] as Node;
  const method = textOf(callee['property'] as Node);
  if (LEFT_OUT.has(method)) return [textOf(object)];
  const other = METHODS.get(method);
  const args = (node['arguments'] as Node[]).map(textOf).join(', ');
  return other ? [`${textOf(object)}.${other}(${args})`] : [];
}

/** The same `count` of them for one seed. */
export function sample(all: readonly Place[], seed: number, count: number): Place[] {
  const chance = chanceOf(seed);
  const rest = [...all];
  return Array.from({ length: Math.min(count, rest.length) }, () =>
    rest.splice(Math.floor(chance() * rest.length), 1),
  ).flat();
}
