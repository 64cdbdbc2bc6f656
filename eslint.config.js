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

const spreadLiteral = {
  selector: 'ObjectExpression > SpreadElement > ObjectExpression',
  message: 'Write the properties out: nothing is merged, and what is too much in them goes unseen.',
};

const defaultExport = { selector: 'ExportDefaultDeclaration', message: 'Use named exports.' };

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

export default defineConfig(
  globalIgnores(['assets/', 'build/', 'coverage/', 'dist/', 'devTools/', 'stubs/']),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // There are no enums here (erasableSyntaxOnly), and these two are a third of the whole run.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { requireDefaultForNonUnion: true },
      ],
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: { console: 'readonly', module: 'writable', process: 'readonly', URL: 'readonly' },
    },
  },
  {
    files: ['src/**', 'tests/**', 'support/**', 'bench/**', 'scripts/**'],
    rules: { 'no-restricted-syntax': ['error', defaultExport] },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      // A name that means two things in one place is read wrongly; a row of positions is filled wrongly.
      '@typescript-eslint/no-shadow': 'error',
      'max-params': ['error', 4],
    },
  },
  {
    files: ['src/**'],
    rules: {
      'no-restricted-syntax': ['error', defaultExport, spreadLiteral, expandsCards],
      'no-restricted-properties': ['error', environment],
      'no-restricted-imports': ['error', 'node:process', 'process'],
    },
  },
  {
    files: ['src/teams/cards/cards.ts'],
    rules: { 'no-restricted-syntax': ['error', defaultExport, spreadLiteral] },
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
      'no-restricted-syntax': ['error', defaultExport, spreadLiteral, expandsCards, readsTheClock],
    },
  },
  {
    files: ['tests/**', 'support/**', 'bench/**'],
    rules: {
      'no-restricted-properties': ['error', ...mocks],
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
