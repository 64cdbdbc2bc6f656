import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import ts from 'typescript';
import project from '../package.json' with { type: 'json' };
import { readOptions } from '../scripts/deploy/options.ts';
import { allOf, read, withoutFences } from './docs-text.ts';
import { files, sources } from './infra/bicep.ts';
import { params } from './infra/shape.ts';

const SOURCES = globSync('src/**/*.ts');
const SCRIPTS = globSync('scripts/{*,deploy/*}.{ts,js}');
export const source = SOURCES.map(read).join('\n');
export const scripts = SCRIPTS.map(read).join('\n');
const bicep = [...sources.values()].join('\n');

export const blocks = (text: string, kind: string) =>
  [...text.matchAll(new RegExp(`^\`\`\`${kind}\\n([^]*?)^\`\`\``, 'gm'))].map(
    ([, body = '']) => body,
  );
export const section = (text: string, heading: string) =>
  text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
const linesOf = (text: string) =>
  blocks(text, 'sh').flatMap((block) => block.split('\n').filter((line) => line.trim() !== ''));
export const missingFrom = (known: string) => (word: string) => !known.includes(word);

const helped = execFileSync(process.execPath, ['src/admin/main.ts', '--help'], {
  encoding: 'utf8',
});
/** Each command of the administrator with what it takes, as it says so itself. */
export const COMMANDS = new Map(
  [...helped.matchAll(/^ {2}(\w+) (.*)$/gm)].map(([, name = '', takes = '']) => [name, takes]),
);

/** Commands of npm that npm, the administrator's command line or the deployment would not take. */
export const npmFaults = (text: string) =>
  [
    ...linesOf(text)
      .join('\n')
      .matchAll(/npm run (\S+)(?: -- (.*))?/g),
  ].flatMap(([line, script = '', rest = '']) => {
    const words = rest.split(/\s+/).filter((word) => word !== '');
    if (!(script in project.scripts)) return [line];
    if (script === 'admin') return isAdmin(words) ? [] : [line];
    return script !== 'deploy' || isDeploy(words) ? [] : [line];
  });

function isAdmin(words: readonly string[]): boolean {
  const [name = '', ...rest] = words;
  if (name === '--help') return true;
  const takes = COMMANDS.get(name);
  if (takes === undefined) return false;
  const options = rest.filter((word) => word.startsWith('--'));
  const others = rest.length - options.length;
  const least = takes.startsWith('<') ? 1 : 0;
  const most = takes.includes('…') ? Infinity : 0;
  return (
    options.every((option) => takes.includes(`[${option}]`)) && others >= least && others <= most
  );
}

function isDeploy(words: readonly string[]): boolean {
  try {
    readOptions(words);
    return true;
  } catch {
    return false;
  }
}

const GROUP = ['resource-group'];
const SITE = [...GROUP, 'name'];
/** The commands of az that the pages give, with the options of theirs that are used. Looked up once in the CLI's reference. */
const AZ: Readonly<Record<string, readonly string[]>> = {
  'account set': ['subscription'],
  'account show': [],
  'ad app credential reset': ['id', 'cert', 'append'],
  'ad app delete': ['id'],
  'ad app list': ['display-name'],
  'consumption usage list': ['start-date', 'end-date'],
  'deployment group create': [...SITE, 'template-file', 'parameters'],
  'deployment group show': SITE,
  'group create': ['name', 'location'],
  'group delete': ['name'],
  'identity show': SITE,
  'keyvault certificate import': ['vault-name', 'name', 'file'],
  'keyvault list': GROUP,
  'lock delete': ['name', 'resource', 'ids'],
  'lock list': GROUP,
  'monitor log-analytics workspace show': [...GROUP, 'workspace-name'],
  'network private-dns zone show': SITE,
  'network private-endpoint delete': SITE,
  'network private-endpoint list': GROUP,
  'network vnet subnet show': [...SITE, 'vnet-name'],
  'provider register': ['namespace'],
  rest: ['method', 'url'],
  'role assignment list': ['all', 'assignee'],
  'storage account delete': SITE,
  'storage account show': SITE,
  'webapp config access-restriction add': [
    ...[...SITE, 'rule-name', 'action', 'ip-address', 'priority'],
  ],
  'webapp config access-restriction remove': [...SITE, 'rule-name'],
  'webapp deployment slot swap': [...SITE, 'slot', 'target-slot'],
  'webapp log config': [...SITE, 'docker-container-logging'],
  'webapp log tail': SITE,
  'webapp restart': SITE,
  'webapp show': SITE,
  'webapp ssh': SITE,
  'webapp start': [...SITE, 'slot'],
  'webapp stop': [...SITE, 'slot'],
};

/** Commands of az with an option or a name that is nowhere, one line each. */
export const azFaults = (text: string) =>
  azIn(text).flatMap((line) => {
    const words = line.replace(/\$\([^)]*\)/g, 'x').split(/\s+/);
    const first = words.findIndex((word) => word.startsWith('-'));
    const name = words.slice(1, first < 0 ? undefined : first).join(' ');
    const known = [...(AZ[name] ?? []), 'query', 'output'];
    const options = allOf(line.replace(/\$\([^)]*\)|"[^"]*"/g, 'x'), / --([\w-]+)/g);
    return AZ[name] && options.every((option) => known.includes(option))
      ? [...namesMissing(line), ...parameterFaults(line)]
      : [line];
  });

/** Also those inside `$(…)`. */
const azIn = (text: string) =>
  linesOf(text).flatMap((line) => [
    ...[...line.matchAll(/\$\((az [^)]*)\)/g)].map(([, inner = '']) => inner.split(' | ')[0] ?? ''),
    ...(/^ *az /.test(line) ? [line.trim()] : []),
  ]);

/** Names of resources that infra/ does not make. */
const namesMissing = (line: string) => [
  ...allOf(line, /\$NAAM-([\w-]+)/g).filter((end) => !bicep.includes(`'\${name}-${end}'`)),
  ...allOf(line, /(?<!target-)(?:--slot|--name keep|subnet show .* --name) ?(\w*)/g).filter(
    (name) => name !== '' && !bicep.includes(`name: '${name}'`),
  ),
  ...allOf(line, /properties\.outputs\.(\w+)/g).filter((name) => !bicep.includes(`output ${name}`)),
  ...allOf(line, /--namespace "?Microsoft\.(\w+)/g).filter(missingFrom(bicep)),
];

/** Parameters that a file of Bicep does not take, or wants and does not get. */
function parameterFaults(line: string): string[] {
  const path = /--template-file infra\/(\S+)/.exec(line)?.[1];
  if (path === undefined) return [];
  const file = files.get(path);
  if (!file) return [path];
  const given = allOf(line.slice(line.indexOf('--parameters')), / (\w+)=/g);
  const takes = params(file);
  return [
    ...given.filter((name) => !takes.some((param) => param.name === name)),
    ...takes
      .filter((param) => !param.default && !given.includes(param.name))
      .map(({ name }) => name),
  ];
}

/** Every literal in some files, as a pattern in which anything may stand in the place of a variable. */
const patternsIn = (paths: readonly string[]) =>
  paths.flatMap((path) =>
    patternsOf(ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest)),
  );

function patternsOf(node: ts.Node): RegExp[] {
  const parts = ts.isTemplateExpression(node)
    ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
    : ts.isStringLiteralLike(node)
      ? [node.text]
      : [];
  const patterns: RegExp[] = [];
  node.forEachChild((child) => void patterns.push(...patternsOf(child)));
  if (!/[a-z]{3}/i.test(parts.join(''))) return patterns;
  const plain = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return [new RegExp(`^${plain.join('.*')}$`), ...patterns];
}

const said = patternsIn([...globSync('src/admin/*.ts'), ...SCRIPTS]);
const DATA = /^(goed|FOUT|HERSTELD|p_\w+)$/;

/** What the pages show as answers of ours, and no command says. A line is a sentence, or cells with two spaces between. */
export const saidFaults = (text: string) =>
  blocks(text, 'text')
    .flatMap((block) => block.split('\n'))
    .filter((line) => line !== '' && !isSaid(line))
    .filter((line) => !line.split(/ {2,}/).every((cell) => DATA.test(cell) || isSaid(cell)));
/** A number may stand before it, with a word and a stop behind all. */
const isSaid = (line: string) =>
  [line, line.replace(/^\d+ /, ''), line.replace(/^\d+ \w+ (.*)\.$/, '$1')].some((words) =>
    said.some((pattern) => pattern.test(words)),
  );

const logged = patternsIn(SOURCES);
/** In every line by itself. */
const BY_PINO = ['level', 'msg'];
/** Tables of Azure itself; the other ones are those of the logs that the site sends. */
const TABLES = ['Usage'];

/** Words, fields and tables that a query looks for and nothing writes. */
export const kustoFaults = (text: string) =>
  blocks(text, 'kusto').flatMap((query) => {
    const words = [
      ...allOf(query, /msg\) == "([^"]+)"/g),
      ...(/msg\) in \(([^)]+)\)/.exec(query)?.[1] ?? '')
        .split(',')
        .flatMap((word) => allOf(word, /"([^"]+)"/g)),
    ];
    const parts = allOf(query, / has "([^"]+)"/g);
    const tables =
      query
        .split('\n')[0]
        ?.replace(/^union /, '')
        .split(', ') ?? [];
    return [
      ...words.filter((word) => !logged.some((pattern) => pattern.test(word))),
      ...parts.filter(missingFrom(`${source}\n${scripts}`)),
      ...tables.filter((name) => !TABLES.includes(name) && !bicep.includes(`'${name}'`)),
      ...allOf(query, /\bline\.(\w+)/g).filter(
        (field) => !BY_PINO.includes(field) && !new RegExp(`\\b${field}\\b`).test(source),
      ),
      ...(query.split('(').length === query.split(')').length ? [] : ['brackets']),
    ];
  });

const NOT_OURS = ['CISO', 'requestedAccessTokenVersion'];

/** Names of settings and parameters that the program and infra/ do not know. */
export const nameFaults = (text: string) => {
  const names = allOf(withoutFences(text), /`([^`\n]+)`/g);
  const own = allOf(linesOf(text).join('\n'), /(?:export |^ *)(\w+)=/gm);
  const config = read('src/config.ts');
  return names
    .filter((name) => /^([A-Z][A-Z_]+|Microsoft\w+|[a-z]+([A-Z]\w*)+)$/.test(name))
    .filter((name) => !NOT_OURS.includes(name) && !own.includes(name))
    .filter((name) => !config.includes(`${name}:`) && !bicep.includes(`param ${name} `));
};

/** Sentences that are long, or that shout. */
export const sentenceFaults = (text: string) =>
  withoutFences(text)
    .split('\n')
    .filter((line) => !/^\s*(\||#)/.test(line))
    .map((line) => line.replace(/\[([^\]]+)\]\([^)]+\)/g, 'naam'))
    .map((line) => line.replace(/^\s*(?:[-*]|\d+\.)\s+/, '').replace(/`[^`]+`|"[^"]+"/g, 'naam'))
    .flatMap((line) => line.split(/(?<=[.?:]\*{0,2})\s+/))
    .filter((line) => (line.match(/[\p{L}\d]+/gu) ?? []).length > 20 || line.includes('!'));
