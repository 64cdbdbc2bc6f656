import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, Parser, type Node } from 'web-tree-sitter';

/** Files of `infra/` by their path in it, such as `modules/site.bicep`. */
export type Sources = ReadonlyMap<string, string>;
/** Their syntax trees. */
export type Files = ReadonlyMap<string, Node>;

const require = createRequire(import.meta.url);
const FOLDER = new URL('../../infra/', import.meta.url);

export const sources: Sources = new Map(
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.bicep(param)?$/.test(path))
    .sort()
    .map((path) => [path, readFileSync(new URL(path, FOLDER), 'utf8')]),
);

const parser = await startParser();

async function startParser(): Promise<Parser> {
  await Parser.init();
  const grammar = require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm');
  return new Parser().setLanguage(await Language.load(grammar));
}

/** The trees of all files, of broken ones too. */
export const parsed = (all: Sources): Files =>
  new Map([...all].map(([path, text]) => [path, parse(path, text)]));

export const files = parsed(sources);

export const bicepOf = (all: Files): [string, Node][] =>
  [...all].filter(([path]) => path.endsWith('.bicep'));

export const valuesOf = (all: Files): [string, Node][] =>
  [...all].filter(([path]) => path.endsWith('.bicepparam'));

/** The grammar has no files of values: their `param` without a type is to it what `var` is. Columns stay the same. */
function parse(path: string, text: string): Node {
  const known = path.endsWith('.bicepparam') ? text.replace(/^param\b/gm, 'var  ') : text;
  const tree = parser.parse(known);
  if (!tree) throw new Error(`no tree of ${path}`);
  return tree.rootNode;
}

/** The same files, with one text in one of them, that is there once, replaced by another. Throws when it is not. */
export function changed(path: string, from: string, to: string): Files {
  const parts = (sources.get(path) ?? '').split(from);
  if (parts.length !== 2)
    throw new Error(`${path} has this ${parts.length - 1} times, not once: ${from}`);
  return parsed(new Map(sources).set(path, parts.join(to)));
}

/** Where a node is, as an editor says it: from 1. */
export const placeOf = (path: string, { startPosition: { row, column } }: Node) =>
  `${path}:${row + 1}:${column + 1}`;

/** The first thing in each file that is no Bicep. After one fault a parser may take the rest amiss. */
export function syntaxFaults(all: Files): string[] {
  return [...all].flatMap(([path, root]) => {
    const fault = root.hasError ? firstFault(root) : undefined;
    return fault ? [placeOf(path, fault)] : [];
  });
}

function firstFault(node: Node): Node | undefined {
  if (node.isError || node.isMissing) return node;
  for (const child of node.children) {
    const fault = child.hasError || child.isMissing ? firstFault(child) : undefined;
    if (fault) return fault;
  }
  return undefined;
}
