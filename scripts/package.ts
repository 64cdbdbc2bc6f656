import Ajv from 'ajv-draft-04';
import { strToU8, zipSync } from 'fflate';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import project from '../package.json' with { type: 'json' };

/** What differs per installation: the ids in Entra, and the host name that Teams reaches it at. */
export interface Installation {
  appId: string;
  host: string;
  /** The tab's own app in Entra; left out where there is no tab. */
  tabId?: string;
}

const OUTPUT = 'build/veiligheidsplanner.zip';
const USAGE = 'Usage: npm run package -- --app-id <guid> --host <host name> [--tab-id <guid>]';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

/** Inside @microsoft/app-manifest, so that checking needs no network. */
const SCHEMA = 'json-schemas/teams/v1.25/MicrosoftTeams.schema.json';

/** A zip holds its dates without a time zone; one fixed date makes the same input the same bytes. */
const ZIP_DATE = new Date(2026, 0, 1);

const inManifest = (file: string): string =>
  fileURLToPath(new URL(`../manifest/${file}`, import.meta.url));

/** The manifest as it is in the project, with its ${{…}} places open. */
export const readTemplate = (): string => readFileSync(inManifest('manifest.json'), 'utf8');

/** Only these rules of the schema leave out of their message what it is about. */
const NEEDS_DETAIL = ['additionalProperties', 'enum'];

/** What is wrong with a manifest according to Microsoft's schema, one line each. */
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

/** The app package that an administrator uploads to Teams. Throws with every fault when Teams would refuse it. */
export function buildPackage(template: string, { appId, host, tabId }: Installation): Uint8Array {
  refuse('The package cannot be made:', [
    !GUID.test(appId) && `--app-id must be the GUID of the bot, not "${appId}"`,
    tabId !== undefined &&
      !GUID.test(tabId) &&
      `--tab-id must be the GUID of the tab's own app, not "${tabId}"`,
    tabId === appId && '--tab-id must be another app than the bot: an identity exposes no API',
    !HOST.test(host) && `--host must be a host name such as bot.gemeente.nl, not "${host}"`,
  ]);

  const manifest = (tabId ? template : withoutTabs(template))
    .replaceAll('${{TAB_ID}}', tabId ?? appId)
    .replaceAll('${{APP_ID}}', appId)
    .replaceAll('${{HOST}}', host)
    .replaceAll('${{VERSION}}', project.version);
  refuse('Teams would refuse this manifest:', faultsOf(JSON.parse(manifest)));

  const files = {
    'manifest.json': strToU8(manifest),
    'color.png': readFileSync(inManifest('color.png')),
    'outline.png': readFileSync(inManifest('outline.png')),
  };
  return zipSync(files, { mtime: ZIP_DATE });
}

/** The manifest of a bot alone. */
function withoutTabs(template: string): string {
  const manifest = JSON.parse(template) as Record<string, unknown>;
  delete manifest['configurableTabs'];
  delete manifest['staticTabs'];
  return JSON.stringify(manifest, null, 2);
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      'app-id': { type: 'string' },
      'tab-id': { type: 'string' },
      host: { type: 'string' },
    },
  });
  const { 'app-id': appId, 'tab-id': tabId, host } = values;
  try {
    if (!appId || !host) throw new Error(USAGE);
    const zip = buildPackage(readTemplate(), { appId, host, ...(tabId && { tabId }) });
    mkdirSync('build', { recursive: true });
    writeFileSync(OUTPUT, zip);
    console.log(`${OUTPUT}: ${zip.length} bytes`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
