import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What may decide must not reach the clock, chance, the environment or the network. */
const impureGlobals = [
  ...['process', 'crypto', 'performance', 'console', 'fetch', 'globalThis'],
  ...['setTimeout', 'setInterval', 'setImmediate'],
].map((name) => ({
  name,
  message:
    'Pure code takes time, ids and settings as arguments (src/process, src/planner, src/text).',
}));

const impureProperties = [
  { object: 'Date', property: 'now', message: 'The moment comes in as an argument.' },
  { object: 'Math', property: 'random', message: 'Ids and choices come in as arguments.' },
  { object: 'Temporal', property: 'Now', message: 'The moment comes in as an argument.' },
];

const readsTheClock = {
  selector: ':matches(NewExpression, CallExpression)[callee.name="Date"][arguments.length=0]',
  message: 'The moment comes in as an argument.',
};

const expandsCards = {
  selector: 'NewExpression[callee.name="Template"]',
  message:
    'Cards are expanded in src/teams/cards/cards.ts only, once: expanding twice evaluates user text.',
};

// An object has more than was put in it: `constructor`, `toString`. A record by a text of ours alone is typed as such.
const tableOfAnyText = {
  selector:
    'VariableDeclarator[init.type="ObjectExpression"][init.properties.length>0] > Identifier > TSTypeAnnotation TSTypeReference[typeName.name="Record"] > TSTypeParameterInstantiation > TSStringKeyword:first-child',
  message: 'A table in which any text is looked up is a Map: an object has words of its own.',
};

const looksUpAnyText = {
  selector:
    'MemberExpression[computed=true]:matches([property.type="Identifier"]:not([property.name=/^([A-Z_]+|at|nth|n|i|j)$/]), [property.type="MemberExpression"]):not([object.name=/^[A-Z_]+$/])',
  message: 'Look up with `own` (src/http/shape.ts) or in a Map: an object has words of its own.',
};

const trustsShape = {
  selector: 'CallExpression[callee.property.name="safeParse"]',
  message:
    'What comes from outside is read by inShape (src/http/shape.ts): zod throws on some of it.',
};

const spreadLiteral = {
  selector: 'ObjectExpression > SpreadElement > ObjectExpression',
  message: 'Write the properties out: nothing is merged, and what is too much in them goes unseen.',
};

const defaultExport = { selector: 'ExportDefaultDeclaration', message: 'Use named exports.' };

const everywhere = [defaultExport, spreadLiteral, tableOfAnyText];
const atTheEdge = [trustsShape, looksUpAnyText];

const environment = {
  object: 'process',
  property: 'env',
  message: 'Settings are read once, in src/config.ts.',
};

const mocks = ['mock', 'doMock', 'fn', 'spyOn'].map((property) => ({
  object: 'vi',
  property,
  message: 'Tests stand outside: use the world in tests/, not mocks.',
}));

// What a name or a type gives away is for oxlint (.oxlintrc.json), which is ten times as fast; here stands what only the
// shape of the code shows. A pragma that one of them knows is nothing to the other.
export default defineConfig(
  globalIgnores(['assets/', 'build/', 'coverage/', 'dist/', 'devTools/', 'stubs/']),
  {
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    plugins: { '@typescript-eslint': tseslint.plugin },
  },
  { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } },
  { files: ['**/*.{js,cjs,mjs}'], extends: [js.configs.recommended] },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: { console: 'readonly', module: 'writable', process: 'readonly', URL: 'readonly' },
    },
  },
  {
    files: ['src/**', 'tests/**', 'support/**', 'bench/**', 'scripts/**'],
    // Vitest takes its settings from the default export of a file.
    ignores: ['**/vitest.config.ts'],
    rules: { 'no-restricted-syntax': ['error', defaultExport] },
  },
  {
    files: ['src/**'],
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, expandsCards],
      'no-restricted-properties': ['error', environment],
      'no-restricted-imports': ['error', 'node:process', 'process'],
    },
  },
  {
    files: ['src/{teams,tab}/**'],
    ignores: ['src/tab/client/**'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...atTheEdge, expandsCards] },
  },
  {
    files: ['src/teams/cards/cards.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...atTheEdge] },
  },
  {
    files: ['src/config.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['src/{process,planner,text}/**'],
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-properties': ['error', environment, ...impureProperties],
      'no-restricted-syntax': ['error', ...everywhere, expandsCards, readsTheClock],
    },
  },
  {
    files: ['tests/**', 'support/**', 'bench/**'],
    rules: { 'no-restricted-properties': ['error', ...mocks] },
  },
);
