// Who may import whom. Facts in, decisions pure, effects last: the arrows only point at what decides.

/** One rule: files under `from` may not import `to`. */
const never = (name, from, to) => ({ name, severity: 'error', from, to });

/** Files under `folder` may import, of our own code, only each other, the bounded memory, and the places in `allowed`. */
const only = (name, folder, allowed) =>
  never(name, { path: folder }, { path: '^src/', pathNot: [folder, '^src/memory/', ...allowed] });

/** Rooms in a folder, the lowest first: each may import those before it, and every room has its place in the list. */
const layers = (name, folder, rooms) => [
  never(
    `${name}-has-a-place-for-every-room`,
    { path: `^${folder}/[^/]+/`, pathNot: `^${folder}/(${rooms.join('|')})/` },
    { path: `^${folder}/` },
  ),
  ...rooms
    .slice(0, -1)
    .map((room, place) =>
      never(
        `${name}-${room}-looks-down-only`,
        { path: `^${folder}/${room}/` },
        { path: `^${folder}/((${rooms.slice(place + 1).join('|')})/|[^/]+$)` },
      ),
    ),
];

const pure = '^src/(process|planner|text)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    never('no-cycles', {}, { circular: true }),
    never('pure-knows-no-node', { path: pure }, { dependencyTypes: ['core'] }),
    never(
      'pure-knows-no-library',
      { path: pure },
      { path: 'node_modules/', pathNot: 'node_modules/(zod|temporal-polyfill|temporal-spec)/' },
    ),
    only('process-knows-only-itself', '^src/process/', []),
    only('text-knows-only-process', '^src/text/', ['^src/process/']),
    only('planner-knows-only-process', '^src/planner/', ['^src/process/']),
    never(
      'steps-know-no-other-step',
      { path: '^src/planner/([^/]+)/' },
      { path: '^src/planner/[^/]+/', pathNot: '^src/planner/($1|plan)/' },
    ),
    ...layers('process', 'src/process', [
      'taal',
      'vormen',
      'feiten',
      'contract',
      'kalender',
      'groep',
      'stappen',
      'overleg',
      'klok',
      'weergaven',
      'stukken',
      'email',
    ]),
    ...layers('probleem', 'src/planner/probleem', [
      'regels',
      'invoer',
      'clusters',
      'stemming',
      'lijst',
    ]),
    only('act-decides-and-stores', '^src/act\\.ts$', ['^src/process/', '^src/storage/']),
    only('storage-knows-only-process', '^src/storage/', ['^src/process/']),
    only('teams-gets-its-trajecten-from-app', '^src/teams/', [
      '^src/act\\.ts$',
      '^src/(process|text|storage|answer|http|uploads)/',
      '^src/log/',
    ]),
    // What a file is that comes in by chat or tab, and where it waits; app.ts gives where files are kept.
    only('uploads-knows-what-a-file-is', '^src/uploads/', [
      '^src/(process|text)/',
      '^src/storage/files/blobs\\.ts$',
    ]),
    // What draws, sends and receives does not know what is said in the end.
    never(
      'only-talk-holds-the-conversation',
      { path: '^src/teams/(cards|in|out)/' },
      { path: '^src/teams/talk/' },
    ),
    never(
      'what-goes-out-is-drawn-before',
      { path: '^src/teams/out/' },
      { path: '^src/teams/cards/' },
    ),
    ...layers('delivery', 'src/delivery', ['runs', 'parts', 'answering', 'showing', 'sending']),
    only('delivery-sends-through-the-port', '^src/delivery/', [
      '^src/act\\.ts$',
      '^src/(process|text|storage)/',
      // What is sent, and how it looks; not how that is drawn.
      '^src/teams/(port|cards/picture)\\.ts$',
      '^src/log/',
    ]),
    // What chat and tab have in common: how a submission is recognised, and what one reads when it is refused.
    // It knows no action: what one can do besides is in the refusal, or the traject says it.
    only('answer-knows-what-was-judged', '^src/answer/', [
      '^src/act\\.ts$',
      '^src/process/(contract|feiten|taal|vormen)/',
      '^src/(text|storage)/',
    ]),
    only('backup-knows-storage', '^src/backup/', ['^src/(process|storage)/', '^src/log/']),
    only('http-knows-nothing-of-ours', '^src/http/', ['^src/(log|text)/']),
    only('tab-and-exports-come-in-by-act', '^src/(tab|exports)/', [
      '^src/act\\.ts$',
      '^src/(process|text|answer|http|uploads)/',
      '^src/log/',
      // What a file and a link are; app.ts gives the tab where they are kept.
      '^src/storage/(files/blobs|links)\\.ts$',
    ]),
    never(
      'tab-and-exports-keep-nothing-themselves',
      { path: '^src/(tab|exports|uploads)/' },
      { path: '^src/storage/', dependencyTypesNot: ['type-only'] },
    ),
    never(
      'only-app-knows-the-planner',
      { path: '^src/', pathNot: '^src/(planner/|app\\.ts|admin/main\\.ts)' },
      { path: '^src/planner/' },
    ),
    // It reads and mends what is stored, and proves the bot to Entra; it neither answers nor sends.
    only('admin-works-on-storage', '^src/admin/', [
      '^src/(process|storage|backup)/',
      '^src/config\\.ts$',
      '^src/teams/out/bot-token\\.ts$',
      // Only its main, as the rule above says.
      '^src/planner/',
    ]),
    // Seconds of start and a hundred MB that most instances need rarely: made in a thread that loads them when first asked.
    never(
      'heavy-parts-load-when-used',
      { path: '^src/main\\.ts$' },
      { path: 'node_modules/(docx|satori|sharp|write-excel-file)/', reachable: true },
    ),
    never('nobody-imports-main', {}, { path: '^src/(admin/)?main\\.ts$' }),
    never(
      'only-teams-knows-teams',
      { path: '^src/', pathNot: '^src/(teams/|app\\.ts)' },
      { path: 'node_modules/(botbuilder|botframework|adaptive)' },
    ),
    never(
      'only-storage-knows-azure',
      { path: '^src/', pathNot: '^src/(storage/|telemetry\\.ts)' },
      { path: 'node_modules/@azure/' },
    ),
    never(
      'shipped-code-needs-no-dev-tools',
      { path: '^src/' },
      { path: '^(tests|support|bench|scripts)/' },
    ),
    // What tests, benchmarks and scripts share stands below all three.
    never(
      'support-knows-only-the-product',
      { path: '^support/' },
      { path: '^(tests|bench|scripts)/' },
    ),
    never('benches-and-scripts-need-no-tests', { path: '^(bench|scripts)/' }, { path: '^tests/' }),
    never(
      'shipped-code-needs-no-dev-packages',
      { path: '^src/' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    never('everything-resolves', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    // A type is a dependency too: a rule that only counted values would let knowledge leak through types.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'require', 'default'],
    },
  },
};
