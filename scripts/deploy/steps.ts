import { GUID } from '../package.ts';
import { accountIn, budgetStartIn, outputsIn, Stop, tabIn, textIn, type Known } from './known.ts';
import type { Options } from './options.ts';
import {
  audienceFor,
  hasAddress,
  letsTeamsIn,
  TAB_APP_FIELDS,
  withAddress,
  withTeams,
  type TabApp,
} from './tab-app.ts';

/** One command of az, and what is learnt from it. Pure: nothing runs here. */
export interface AzStep {
  kind: 'az';
  /** The sentence shown while it runs. */
  zin: string;
  args: (known: Known) => readonly string[];
  /** Settings that infra/<environment>.bicepparam reads. */
  env?: (known: Known) => Readonly<Record<string, string>>;
  /** False when it is done already; then `anders` is shown. */
  isNeeded?: (known: Known) => boolean;
  anders?: string;
  /** What its answer (JSON) tells. Throws a `Stop` when a person has to look at it. */
  learn?: (answer: unknown) => Partial<Known>;
  /** What may help when it fails. */
  hint?: string;
  /** Shown when it fails because the user is not signed in. */
  signedOut?: string;
  /** True when its output is meant for people. */
  isShown?: boolean;
}

/** A step of this project itself. */
export interface OwnStep {
  kind: 'bundle' | 'wait' | 'package';
  zin: string;
  /** The host to wait for. */
  host?: (known: Known) => string;
}

export type Step = AzStep | OwnStep;

/** The name of the slot in infra/modules/site.bicep. */
const SLOT = 'staging';
const GRAPH = 'https://graph.microsoft.com/v1.0/applications';
const MANAGEMENT = 'https://management.azure.com/subscriptions';
const DEPLOYMENT = 'veiligheidsplanner';
export const BUNDLE = 'build/programma.zip';

const JSON_OUT = ['--output', 'json'];
const SILENT = ['--output', 'none'];

/** All steps for these options, in order. */
export const stepsFor = (options: Options): readonly Step[] => [
  account,
  ...(options.tabId ? [] : findTab(options)),
  ...group(options),
  ...(options.whatIf ? [whatIf(options)] : changes(options)),
];

const changes = (options: Options): Step[] => [
  // First, so that a failure leaves everything unchanged.
  ...(options.skipProgram || options.program
    ? []
    : [{ kind: 'bundle', zin: 'Het programma inpakken' } as const]),
  ...(options.tabId ? [] : [createTab(options)]),
  createGroup(options),
  deployment(options),
  ...(options.tabId ? [] : signIn(options)),
  ...(options.skipProgram ? [] : program(options)),
  { kind: 'package', zin: 'De app voor Teams maken' },
];

const account: AzStep = {
  kind: 'az',
  zin: 'Kijken bij welke organisatie en welk abonnement je bent aangemeld',
  args: () => ['account', 'show', ...JSON_OUT],
  learn: accountIn,
  signedOut: 'Je bent niet aangemeld bij Azure. Geef eerst deze opdracht: az login',
};

/** The name of the registration in Entra, by which a second run finds it. */
const tabNameOf = ({ name }: Options): string => `Veiligheidsplanner tab (${name})`;

const findTab = (options: Options): AzStep[] => [
  {
    kind: 'az',
    zin: 'De registratie van de tab opzoeken in Entra',
    args: () => [
      ...['ad', 'app', 'list', '--filter', `displayName eq '${tabNameOf(options)}'`],
      ...['--query', `[].${TAB_APP_FIELDS}`, ...JSON_OUT],
    ],
    learn: (answer) => tabIn(answer, tabNameOf(options)),
  },
];

const createTab = (options: Options): AzStep => ({
  kind: 'az',
  zin: 'De tab registreren in Entra',
  isNeeded: ({ tab }) => tab === undefined,
  anders: 'die registratie is er al',
  args: ({ tenant }) => [
    ...['ad', 'app', 'create', '--display-name', tabNameOf(options)],
    ...['--sign-in-audience', audienceFor(others(options, tenant))],
    ...['--query', TAB_APP_FIELDS, ...JSON_OUT],
  ],
  learn: (answer) => ({ tab: answer as TabApp, tabId: textIn(answer, 'appId', GUID) }),
  hint: 'Mag je dit niet? Laat iemand die dat wel mag de registratie maken, en geef het id mee met --tab-id.',
});

const group = ({ group, name }: Options): AzStep[] => [
  {
    kind: 'az',
    zin: `Kijken of de resourcegroep ${group} er al is`,
    args: () => ['group', 'exists', '--name', group],
    learn: (answer) => ({ hasGroup: answer === true }),
  },
  {
    kind: 'az',
    zin: 'Kijken wanneer het budget begon',
    isNeeded: ({ hasGroup }) => hasGroup,
    anders: 'er is nog geen budget',
    args: ({ subscription }) => [
      ...['rest', '--method', 'get', '--url'],
      `${MANAGEMENT}/${subscription}/resourceGroups/${group}/providers/Microsoft.Consumption/budgets?api-version=2023-11-01`,
    ],
    learn: (answer) => budgetStartIn(answer, `${name}-budget`),
  },
];

const createGroup = ({ group, location }: Options): AzStep => ({
  kind: 'az',
  zin: 'De resourcegroep maken',
  isNeeded: ({ hasGroup }) => !hasGroup,
  anders: 'die is er al',
  args: () => ['group', 'create', '--name', group, '--location', location, ...SILENT],
});

/** The other organisations, each once. */
const others = ({ tenants }: Options, own: string) => [
  ...new Set(tenants.filter((tenant) => tenant !== own)),
];

/**
 * Values that differ for each installation go by the environment, because az reads a .bicepparam once before it looks at
 * `--parameters`.
 */
const settings = (options: Options) => (known: Known) => ({
  PLANNER_NAME: options.name,
  // Nothing is made with this value: a first look at the changes comes before the tab is registered.
  PLANNER_TAB_ID: known.tabId || '00000000-0000-0000-0000-000000000000',
  PLANNER_TENANTS: [known.tenant, ...others(options, known.tenant)].join(','),
  PLANNER_ALERTS_TO: options.alertsTo.join(','),
  PLANNER_BUDGET_START: known.budgetStart,
});

function template({ group, environment, location, customHost, instances }: Options): string[] {
  const parameters = [
    `infra/${environment}.bicepparam`,
    `location=${location}`,
    ...(customHost ? [`customHost=${customHost}`] : []),
    ...(instances ? [`instances=${instances}`] : []),
  ];
  return [
    ...['--resource-group', group, '--name', DEPLOYMENT, '--template-file', 'infra/main.bicep'],
    ...['--parameters', ...parameters],
  ];
}

const whatIf = (options: Options): AzStep => ({
  kind: 'az',
  zin: 'Laten zien wat er in Azure zou veranderen',
  isNeeded: ({ hasGroup }) => hasGroup,
  anders: 'de resourcegroep is er nog niet, dus alles wordt nieuw gemaakt',
  args: () => ['deployment', 'group', 'what-if', ...template(options)],
  env: settings(options),
  isShown: true,
});

const deployment = (options: Options): AzStep => ({
  kind: 'az',
  zin: 'Alles in Azure klaarzetten (dit duurt enkele minuten)',
  args: () => [
    ...['deployment', 'group', 'create', ...template(options)],
    ...['--query', 'properties.outputs', ...JSON_OUT],
  ],
  env: settings(options),
  hint: 'Je hebt op de resourcegroep de rol Eigenaar (Owner) nodig.',
  learn: (answer) => {
    const outputs = outputsIn(answer);
    if (options.customHost && outputs.host !== options.customHost)
      throw new Stop('Azure nam --custom-host niet over. Werk eerst je Azure CLI bij: az upgrade');
    return outputs;
  },
});

/** The registration as known so far. Steps that use it come after it was found or made. */
function tabOf({ tab }: Known): TabApp {
  if (!tab) throw new Stop('De registratie van de tab is er niet.');
  return tab;
}

const patch = (tab: TabApp, change: Partial<TabApp>): string[] => [
  ...['rest', '--method', 'patch', '--url', `${GRAPH}/${tab.id}`],
  ...['--headers', 'Content-Type=application/json', '--body', JSON.stringify(change)],
];

/** The tab's address is known only now, and Teams may be let in only after there is something to let it into. */
function signIn(options: Options): AzStep[] {
  const audience = ({ tenant }: Known) => audienceFor(others(options, tenant));
  const addressed = (known: Known): TabApp => ({
    ...tabOf(known),
    ...withAddress(tabOf(known), known.host, audience(known)),
  });
  return [
    {
      kind: 'az',
      zin: 'De tab een adres geven waarop je je aanmeldt',
      isNeeded: (known) => !hasAddress(tabOf(known), known.host, audience(known)),
      anders: 'dat staat al goed',
      args: (known) => patch(tabOf(known), withAddress(tabOf(known), known.host, audience(known))),
    },
    {
      kind: 'az',
      zin: 'Teams toestaan om je bij de tab aan te melden',
      isNeeded: (known) => !letsTeamsIn(tabOf(known)),
      anders: 'dat staat al goed',
      args: (known) => patch(tabOf(known), withTeams(addressed(known))),
    },
    {
      kind: 'az',
      zin: 'Kijken of de tab in je organisatie gebruikt kan worden',
      args: ({ tabId }) => [
        ...['ad', 'sp', 'list', '--filter', `appId eq '${tabId}'`],
        ...['--query', '[].id', ...JSON_OUT],
      ],
      learn: (answer) => ({ hasPrincipal: (answer as unknown[]).length > 0 }),
    },
    {
      kind: 'az',
      zin: 'De tab in je organisatie beschikbaar maken',
      isNeeded: ({ hasPrincipal }) => !hasPrincipal,
      anders: 'dat is al zo',
      args: ({ tabId }) => ['ad', 'sp', 'create', '--id', tabId, ...SILENT],
    },
  ];
}

const program = (options: Options): Step[] =>
  options.slot ? bySlot(options) : [upload(options), wait];

const upload = ({ group, program = BUNDLE, slot }: Options): AzStep => ({
  kind: 'az',
  zin: slot ? 'De nieuwe versie naast de oude zetten' : 'Het programma naar Azure sturen',
  args: ({ siteName }) => [
    ...['webapp', 'deploy', '--resource-group', group, '--name', siteName],
    ...(slot ? ['--slot', SLOT] : []),
    ...['--type', 'zip', '--src-path', program, '--async', 'false', ...SILENT],
  ],
});

const wait: OwnStep = {
  kind: 'wait',
  zin: 'Wachten tot het programma klaar is',
  host: ({ host }) => host,
};

/** The old version stays in the slot, stopped, because two running versions would share the work. One swap brings it back. */
function bySlot(options: Options): Step[] {
  const slot = (known: Known, ...words: string[]) => [
    ...['webapp', ...words, '--resource-group', options.group, '--name', known.siteName],
    ...['--slot', SLOT],
  ];
  return [
    {
      kind: 'az',
      zin: 'De plek naast de oude versie aanzetten',
      args: (known) => [...slot(known, 'start'), ...SILENT],
    },
    upload(options),
    {
      ...wait,
      zin: 'Wachten tot de nieuwe versie klaar is',
      host: ({ siteName }) => `${siteName}-${SLOT}.azurewebsites.net`,
    },
    {
      kind: 'az',
      zin: 'De nieuwe versie in gebruik nemen',
      args: (known) => [
        ...slot(known, 'deployment', 'slot', 'swap'),
        ...['--target-slot', 'production', ...SILENT],
      ],
    },
    wait,
    {
      kind: 'az',
      zin: 'De oude versie stilzetten (je kunt er met een wissel naar terug)',
      args: (known) => [...slot(known, 'stop'), ...SILENT],
    },
  ];
}
