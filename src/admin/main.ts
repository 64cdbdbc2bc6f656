import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readConfig, type Config } from '../config.ts';
import { planner } from '../planner/index.ts';
import { trajecten } from '../process/contract/trajecten.ts';
import { klokVan } from '../process/klok/klok.ts';
import { accountAt } from '../storage/table/account.ts';
import { openArchive } from '../storage/files/archive.ts';
import { openBlobs } from '../storage/files/blobs.ts';
import { openDirectory } from '../storage/directory.ts';
import { openLog } from '../storage/log/log.ts';
import { openTables } from '../storage/table/tables.ts';
import { openWekker } from '../storage/wekker.ts';
import { backup, backups, restore } from './backups.ts';
import { reasonOf, Sentence, Usage, type Beheer, type Command } from './beheer.ts';
import { check } from './check.ts';
import { list } from './list.ts';
import { drop, retry, undelivered } from './undelivered.ts';
import { verify } from './verify.ts';

/** Each command with its arguments and what it does. */
const COMMANDS: ReadonlyMap<string, { does: Command; args: string; what: string }> = new Map([
  ['check', { does: check, args: '', what: 'controleert de instellingen en de opslag' }],
  [
    'list',
    {
      does: list,
      args: '[<project>…] [--content]',
      what: 'noemt de projecten, zonder inhoud; met --content ook hun naam',
    },
  ],
  [
    'verify',
    {
      does: verify,
      args: '[<project>…] [--repair]',
      what: 'controleert logboeken, wekker en wegwijzer; met --repair herstelt het wat kan',
    },
  ],
  [
    'undelivered',
    {
      does: undelivered,
      args: '[<project>…]',
      what: 'noemt berichten die niet zijn bezorgd, zonder hun tekst',
    },
  ],
  [
    'retry',
    {
      does: retry,
      args: '<project> [<bericht>…]',
      what: 'verstuurt onbestelbare berichten opnieuw',
    },
  ],
  [
    'drop',
    {
      does: drop,
      args: '<project> [<bericht>…]',
      what: 'haalt onbestelbare berichten van de lijst',
    },
  ],
  [
    'backup',
    { does: backup, args: '', what: 'maakt nu een reservekopie, naast die van elke nacht' },
  ],
  ['backups', { does: backups, args: '', what: 'noemt de reservekopieën, de nieuwste eerst' }],
  [
    'restore',
    {
      does: restore,
      args: '<reservekopie>|latest [<project>…]',
      what: 'zet projecten terug waar ze er niet zijn, en wist opnieuw wat gewist was',
    },
  ],
]);

const HELP = [
  'Gebruik: npm run admin -- <opdracht>',
  '',
  ...[...COMMANDS].map(([name, { args, what }]) => `  ${name} ${args}\n      ${what}`),
  '',
  'De instellingen zijn die van het programma zelf. In App Service staan ze klaar in een SSH-sessie.',
  'Uitkomst: 0 als alles goed is, 1 als er iets fout is, 2 als de opdracht niet klopt.',
].join('\n');

const out = (line: string) => void process.stdout.write(`${line}\n`);
const clock = () => performance.now();

function configured(): Config {
  try {
    return readConfig();
  } catch (error) {
    // This message lists faults by the names of settings, without their values.
    throw new Sentence((error as Error).message);
  }
}

/** Throws a sentence that names the setting which leads nowhere. */
async function reached<T>(setting: string, opening: Promise<T>): Promise<T> {
  try {
    return await opening;
  } catch (error) {
    throw new Sentence(`FOUT  ${setting}  ${reasonOf(error)}`);
  }
}

async function opened(): Promise<Beheer> {
  const config = configured();
  const account = (storage: string) => accountAt(storage, config.storageIdentity);
  const tables = await reached('TABLES', openTables(account(config.tables), { clock }));
  const blobs = config.blobs && (await reached('BLOBS', openBlobs(account(config.blobs))));
  const archive =
    config.backups && (await reached('BACKUPS', openArchive(account(config.backups))));
  const pkg = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return {
    config,
    tables,
    log: openLog(tables.projecten),
    version: (JSON.parse(pkg) as { version: string }).version,
    directory: openDirectory(tables.wegwijzer),
    wekker: openWekker(tables.wekker, clock),
    ...(blobs && { blobs }),
    ...(archive && { archive }),
    klok: klokVan(trajecten(planner)),
    now: () => new Date().toISOString(),
    say: out,
    progress: teller(),
  };
}

const EVERY_MS = 5_000;

/** Shows progress now and then on standard error, so that a pipe gets the outcome alone. */
function teller(): Beheer['progress'] {
  let said = clock();
  return (done, of) => {
    if (clock() - said < EVERY_MS) return;
    said = clock();
    process.stderr.write(`${done} van ${of}\n`);
  };
}

/** Refuses arguments that a command does not know: whoever typed them expects something of them. */
function refuseStrange(
  name: string,
  args: string,
  rest: readonly string[],
  options: Readonly<Record<string, boolean>>,
): void {
  const strange = [
    ...(args.includes('<') ? [] : rest),
    ...Object.keys(options).flatMap((option) =>
      options[option] && !args.includes(`--${option}`) ? [`--${option}`] : [],
    ),
  ];
  if (strange.length > 0)
    throw new Usage(`De opdracht "${name}" kent dit niet: ${strange.join(' ')}`);
}

/** Runs a command, and gives the exit code. */
async function run(args: readonly string[]): Promise<number> {
  const options = { content: { type: 'boolean' }, repair: { type: 'boolean' } } as const;
  const help = { help: { type: 'boolean' } } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, ...help },
      allowPositionals: true,
    });
    const [name, ...rest] = positionals;
    if (values.help || name === undefined) {
      out(HELP);
      return values.help ? 0 : 2;
    }
    const command = COMMANDS.get(name);
    if (!command) throw new Usage(`De opdracht "${name}" is er niet.`);
    const { content = false, repair = false } = values;
    refuseStrange(name, command.args, rest, { content, repair });
    return (await command.does(await opened(), { rest, content, repair })) ? 0 : 1;
  } catch (error) {
    const isParsing = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') === true;
    const isUsage = isParsing || error instanceof Usage;
    process.stderr.write(`${isParsing ? (error as Error).message : reasonOf(error)}\n`);
    if (isUsage) process.stderr.write('Kijk met: npm run admin -- --help\n');
    return isUsage ? 2 : 1;
  }
}

const code = await run(process.argv.slice(2));
// Flush standard output before the process exits: a pipe may be slow.
await new Promise((written) => process.stdout.write('', written));
process.exit(code);
