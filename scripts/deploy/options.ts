import { parseArgs } from 'node:util';
import { GUID, HOST, type Environment } from '../package.ts';

/** What was asked for on the command line, checked. */
export interface Options {
  /** The name for everything in Azure. That of a test ends in -test, so that both can exist. */
  name: string;
  environment: Environment;
  /** The resource group. */
  group: string;
  /** The region in Azure. */
  location: string;
  /** Other organisations that may use the bot: GUIDs of tenants. */
  tenants: readonly string[];
  /** E-mail addresses that get the alarms. */
  alertsTo: readonly string[];
  /** A host name of the organisation's own. */
  customHost?: string;
  /** The least number of instances. */
  instances?: number;
  /** An existing registration of the tab, which is left as it is. */
  tabId?: string;
  /** A zip of the program that was made before. */
  program?: string;
  skipProgram: boolean;
  /** Fill the slot first, and then swap it with the running site. */
  slot: boolean;
  /** Show what would change in Azure, and change nothing. */
  whatIf: boolean;
  /** Print the commands, and run none. */
  dryRun: boolean;
}

/** The command itself is wrong; its message is shown and nothing is done. */
export class UsageError extends Error {}

const OPTIONS = {
  name: { type: 'string' },
  environment: { type: 'string' },
  group: { type: 'string' },
  location: { type: 'string' },
  tenants: { type: 'string' },
  'alerts-to': { type: 'string' },
  'custom-host': { type: 'string' },
  instances: { type: 'string' },
  'tab-id': { type: 'string' },
  program: { type: 'string' },
  'skip-program': { type: 'boolean', default: false },
  slot: { type: 'boolean', default: false },
  'what-if': { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

export const HELP = `Zet de Veiligheidsplanner in Azure, of werk hem bij.

  npm run deploy -- --name <naam> --alerts-to <mail> [opties]

Je hebt de Azure CLI nodig (az), en je bent aangemeld met az login.
In Azure Cloud Shell is dat allebei al zo. Op Windows of een Mac: gebruik Cloud Shell, want inpakken kan alleen op Linux.

  --name <naam>            korte naam, bijvoorbeeld planner-gouda; het adres wordt <naam>.azurewebsites.net
  --alerts-to <mail,mail>  wie bericht krijgt als er iets mis is of veel kost
  --environment <soort>    test of production; zonder deze optie: test. Bij test komt -test achter de naam
  --group <naam>           resourcegroep; zonder deze optie heet die net zo
  --location <regio>       regio in Azure; zonder deze optie: westeurope
  --tenants <id,id>        andere organisaties die mee mogen doen, naast je eigen
  --custom-host <host>     eigen adres dat al aan de site is gekoppeld, bijvoorbeeld planner.gemeente.nl
  --instances <aantal>     op hoeveel machines het programma draait
  --tab-id <id>            registratie van de tab die er al is; die verander ik dan niet
  --program <zip>          programma dat al is ingepakt; zonder deze optie pak ik het in
  --skip-program           alleen Azure klaarzetten, het programma niet sturen
  --slot                   alleen bij production: zet de nieuwe versie eerst naast de oude, en wissel dan
  --what-if                laat zien wat er in Azure zou veranderen, en verander niets
  --dry-run                laat de opdrachten zien, en voer niets uit
  --help                   deze uitleg

Je kunt de opdracht altijd opnieuw geven. Wat er al is, wordt bijgewerkt en niet dubbel gemaakt.`;

/** No longer than infra/main.bicep accepts. */
const NAME = /^[a-z][a-z\d-]{1,22}[a-z\d]$/;
const GROUP = /^[\w().-]{0,89}[\w()-]$/;
const MAIL = /^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/;

/**
 * The options in the arguments of a command; undefined when help is asked for. Throws a `UsageError` with every fault, in
 * Dutch.
 */
export function readOptions(args: readonly string[]): Options | undefined {
  const values = parse(args);
  if (values.help) return undefined;
  // A pipeline gives an empty text for what it has no value for.
  const text = (name: keyof typeof values) => String(values[name] ?? '').trim();
  const list = (name: keyof typeof values) =>
    text(name)
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  const environment = (text('environment') || 'test') as Environment;
  const name = nameOf(text('name'), environment);
  const options: Options = {
    name,
    environment,
    group: text('group') || name,
    location: text('location') || 'westeurope',
    tenants: list('tenants').map((tenant) => tenant.toLowerCase()),
    alertsTo: list('alerts-to'),
    ...(text('custom-host') && { customHost: text('custom-host').toLowerCase() }),
    ...(text('instances') && { instances: Number(text('instances')) }),
    ...(text('tab-id') && { tabId: text('tab-id').toLowerCase() }),
    ...(text('program') && { program: text('program') }),
    skipProgram: values['skip-program'],
    slot: values.slot,
    whatIf: values['what-if'],
    dryRun: values['dry-run'],
  };
  const faults = faultsIn(options);
  if (faults.length > 0) throw new UsageError(`Dit klopt nog niet:\n- ${faults.join('\n- ')}`);
  return options;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    const named = /'([^']+)'/.exec((error as Error).message)?.[1] ?? '';
    throw new UsageError(`Deze optie begrijp ik niet: ${named}. Alle opties zie je met --help.`);
  }
}

const nameOf = (name: string, environment: Environment) =>
  environment === 'test' && name !== '' && !name.endsWith('-test') ? `${name}-test` : name;

function faultsIn(options: Options): string[] {
  const { name, environment, group, location, tenants, alertsTo, instances } = options;
  const { customHost, slot, tabId, program, skipProgram } = options;
  const faults = [
    !NAME.test(name) &&
      '--name is nodig: kleine letters, cijfers en streepjes, met een letter vooraan. Samen met -test 3 tot 24 tekens.',
    !['test', 'production'].includes(environment) && '--environment is test of production.',
    !GROUP.test(group) && '--group is geen goede naam voor een resourcegroep.',
    !/^[a-z\d]+$/.test(location) && '--location is de korte naam van een regio, zoals westeurope.',
    !tenants.every((tenant) => GUID.test(tenant)) &&
      '--tenants: geef van elke organisatie het id (een GUID), met komma’s ertussen.',
    !(alertsTo.length > 0 && alertsTo.every((mail) => MAIL.test(mail))) &&
      '--alerts-to is nodig: een of meer e-mailadressen, met komma’s ertussen.',
    customHost !== undefined &&
      !HOST.test(customHost) &&
      '--custom-host is een naam zoals planner.gemeente.nl, zonder https:// ervoor.',
    instances !== undefined &&
      !(Number.isInteger(instances) && instances >= 1 && instances <= 30) &&
      '--instances is een getal van 1 tot 30.',
    slot && environment !== 'production' && '--slot kan alleen met --environment production.',
    tabId !== undefined &&
      !GUID.test(tabId) &&
      '--tab-id is het id van een registratie (een GUID).',
    program !== undefined && skipProgram && 'Kies: --program of --skip-program, niet allebei.',
  ];
  return faults.filter((fault) => fault !== false);
}
