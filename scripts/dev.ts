import { parseArgs } from 'node:util';
import { startStack, type Stack } from './stack.ts';
import { heeftProject, vulVoorbeeldIn } from './voorbeeld/opening.ts';
import { GEWOON, volgPartners, zinVan } from '../support/voorbeeld/partners.ts';
import { openPlayground, type Playground } from './voorbeeld/playground.ts';

const { values } = parseArgs({
  options: {
    voorbeeld: { type: 'boolean', default: false },
    partners: { type: 'boolean', default: false },
    azurite: { type: 'string', default: '10102' },
    bestanden: { type: 'string', default: '10100' },
    bot: { type: 'string', default: '3978' },
    playground: { type: 'string', default: '56150' },
    folder: { type: 'string', default: '.dev' },
  },
});

const say = (...lines: string[]) => lines.forEach((line) => process.stdout.write(`${line}\n`));
const stopping = new AbortController();
const stopped = new Promise<void>((done) => {
  stopping.signal.addEventListener('abort', () => done());
});
// Closing the window counts as Ctrl-C.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => stopping.abort());

/** Does what the options ask for before the address is printed, so that everything is there by then. */
async function prepare(playground: Playground): Promise<boolean> {
  const isThere = await heeftProject(playground);
  if (values.voorbeeld && isThere)
    say('  In de groepschat staat al een project. Het voorbeeld is niet opnieuw ingevuld.');
  if (values.voorbeeld && !isThere)
    say(...(await vulVoorbeeldIn(playground)).map((line) => `  ${line}`));
  if (values.partners) {
    volgPartners(playground, GEWOON, (...gedaan) => say(`  ${zinVan(...gedaan)}`));
    say('  Vijf partners doen mee en antwoorden vanzelf. Wat ze doen, lees je hier.');
  }
  return isThere || values.voorbeeld;
}

function welcome({ address, tab }: Stack, heeftProject: boolean): void {
  const word = heeftProject ? 'status' : 'start';
  say(
    '',
    `  Open ${address}`,
    '  Kies links de groepschat Overlast Stationsplein.',
    `  Typ daar:  @Veiligheidsplanner ${word}`,
    `  De tab van het project: ${tab}`,
    '',
    `  Ctrl-C stopt alles. Wat je invult, blijft bewaard in ${values.folder}.`,
    '',
  );
}

async function main(): Promise<void> {
  const { azurite, bestanden, bot, playground, folder } = values;
  const ports = {
    azurite: Number(azurite),
    bestanden: Number(bestanden),
    bot: Number(bot),
    playground: Number(playground),
  };
  say('', '  Even wachten: opslag, bot en Playground starten.');
  const stack = await startStack({ folder, ports, signal: stopping.signal });
  try {
    welcome(stack, await prepare(await openPlayground(stack.address)));
    const ended = await Promise.race([stack.ended, stopped]);
    if (ended) throw new Error(ended);
  } finally {
    await stack.stop();
  }
  say('', '  Gestopt.');
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    if (!stopping.signal.aborted) process.stderr.write(`${(error as Error).message}\n`);
    process.exit(stopping.signal.aborted ? 0 : 1);
  },
);
