import Ajv from 'ajv-draft-04';
import { strToU8, zipSync } from 'fflate';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import project from '../package.json' with { type: 'json' };

/** What differs for each installation: the ids in Entra, and the host name at which Teams reaches it. */
export interface Installation {
  appId: string;
  host: string;
  /** The tab's own app in Entra; left out where there is no tab. */
  tabId?: string;
  /** A package for a test environment says so in its name, so that both can be installed beside each other. */
  environment?: Environment;
}

export type Environment = 'test' | 'production';

const USAGE =
  'Usage: npm run package -- --app-id <guid> --host <host name> [--tab-id <guid>] [--environment test]';

export const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** A host name, not an IP address: its last part has letters only, as in src/config.ts. */
export const HOST = /^([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/i;

/** Teams shows names up to 30 characters. */
const TEST_MARK = ' (test)';
const TEST_COLOR = '#8A3707';

/** Inside @microsoft/app-manifest, so that checking needs no network. */
const SCHEMA = 'json-schemas/teams/v1.25/MicrosoftTeams.schema.json';

/** A zip holds its dates without a time zone. One fixed date makes the same input give the same bytes. */
const ZIP_DATE = new Date(2026, 0, 1);

const inManifest = (file: string): string =>
  fileURLToPath(new URL(`../manifest/${file}`, import.meta.url));

/** The manifest as it is in the project, with its ${{…}} places open. */
export const readTemplate = (): string => readFileSync(inManifest('manifest.json'), 'utf8');

/** Rules of the schema whose messages do not say what they are about. */
const NEEDS_DETAIL = ['additionalProperties', 'enum'];

/** The faults of a manifest according to Microsoft's schema, one line each. */
function faultsOf(manifest: unknown): string[] {
  const library = import.meta.resolve('@microsoft/app-manifest');
  const schema = JSON.parse(readFileSync(new URL(SCHEMA, library), 'utf8')) as object;
  const ajv = new Ajv.default({ strict: false, allErrors: true, validateFormats: false });
  const validate = ajv.compile(schema);
  validate(manifest);
  return (validate.errors ?? []).map(({ instancePath, keyword, message, params }) => {
    const detail = NEEDS_DETAIL.includes(keyword) ? ` ${JSON.stringify(params)}` : '';
    return `${instancePath || 'the manifest'} ${message}${detail}`;
  });
}

function refuse(reason: string, faults: (string | false)[]): void {
  const lines = faults.filter((fault) => fault !== false);
  if (lines.length > 0) throw new Error([reason, ...lines].join('\n- '));
}

/** The path of the package, from the folder of the project. */
export const outputOf = (environment?: Environment): string =>
  `build/veiligheidsplanner${environment === 'test' ? '-test' : ''}.zip`;

/** The app package that an administrator uploads to Teams. Throws with every fault when Teams would refuse it. */
export function buildPackage(template: string, installation: Installation): Uint8Array {
  const { appId, host, tabId, environment } = lowerCase(installation);
  refuse('The package cannot be made:', [
    environment !== undefined &&
      !['test', 'production'].includes(environment) &&
      `--environment must be test or production, not "${environment}"`,
    !GUID.test(appId) && `--app-id must be the GUID of the bot, not "${appId}"`,
    tabId !== undefined &&
      !GUID.test(tabId) &&
      `--tab-id must be the GUID of the tab's own app, not "${tabId}"`,
    tabId === appId && '--tab-id must be another app than the bot: an identity exposes no API',
    !HOST.test(host) && `--host must be a host name such as bot.gemeente.nl, not "${host}"`,
  ]);

  const filled = template
    .replaceAll('${{TAB_ID}}', tabId ?? appId)
    .replaceAll('${{APP_ID}}', appId)
    .replaceAll('${{HOST}}', host)
    .replaceAll('${{VERSION}}', project.version);
  let manifest = JSON.parse(filled) as Manifest;
  if (!tabId) manifest = withoutTabs(manifest);
  if (environment === 'test') manifest = forTrying(manifest);
  refuse('Teams would refuse this manifest:', faultsOf(manifest));

  const files = {
    'manifest.json': strToU8(JSON.stringify(manifest, null, 2)),
    'color.png': readFileSync(inManifest('color.png')),
    'outline.png': readFileSync(inManifest('outline.png')),
  };
  return zipSync(files, { mtime: ZIP_DATE });
}

/** Entra writes ids in lower case, and the program compares its host in lower case. */
const lowerCase = ({ appId, host, tabId, environment }: Installation): Installation => ({
  appId: appId.toLowerCase(),
  host: host.toLowerCase(),
  ...(tabId !== undefined && { tabId: tabId.toLowerCase() }),
  ...(environment && { environment }),
});

interface Manifest extends Record<string, unknown> {
  name: { short: string; full: string };
}

/** The manifest of a bot alone. */
function withoutTabs({ configurableTabs, staticTabs, ...bot }: Manifest): Manifest {
  return bot;
}

const forTrying = ({ name, ...rest }: Manifest): Manifest => ({
  ...rest,
  name: { short: `${name.short}${TEST_MARK}`, full: `${name.full}${TEST_MARK}` },
  accentColor: TEST_COLOR,
});

/** Makes the package, writes it, and gives its path from the current folder. Throws as `buildPackage` does. */
export function writePackage(installation: Installation): string {
  const zip = buildPackage(readTemplate(), installation);
  const output = outputOf(installation.environment);
  mkdirSync('build', { recursive: true });
  writeFileSync(output, zip);
  return output;
}

function main(): void {
  const { values } = parseArgs({
    options: {
      'app-id': { type: 'string' },
      'tab-id': { type: 'string' },
      host: { type: 'string' },
      environment: { type: 'string', default: 'production' },
    },
  });
  const { 'app-id': appId, 'tab-id': tabId, host } = values;
  if (!appId || !host) throw new Error(USAGE);
  const environment = values.environment as Environment;
  if (!tabId) console.log('No --tab-id: this app has no tab.');
  console.log(writePackage({ appId, host, environment, ...(tabId && { tabId }) }));
}

if (import.meta.main) {
  try {
    main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
