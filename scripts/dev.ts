import { readOptions } from './dev/options.ts';
import { startStack, type Stack } from './stack.ts';
import { heeftProject, vulVoorbeeldIn } from './voorbeeld/opening.ts';
import { wekenTot, type Niveau } from '../support/voorbeeld/niveaus.ts';
import { GEWOON, volgPartners, zinVan } from '../support/voorbeeld/partners.ts';
import { openPlayground, type Playground } from './voorbeeld/playground.ts';

const say = (...lines: string[]) => lines.forEach((line) => process.stdout.write(`${line}\n`));
const stopping = new AbortController();
const stopped = new Promise<void>((done) => {
  stopping.signal.addEventListener('abort', () => done());
});
// Closing the window counts as Ctrl-C.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => stopping.abort());

function welcome({ address, tab }: Stack, folder: string, heeftProject: boolean): void {
  const word = heeftProject ? 'status' : 'start';
  say(
    '',
    `  Open ${address}`,
    '  Kies links de groepschat Overlast Stationsplein.',
    `  Typ daar:  @Veiligheidsplanner ${word}`,
    `  De tab van het project: ${tab}`,
    '  Je bent Sanne de Wit. Iemand anders zijn? Typ:  @Veiligheidsplanner ik ben Bram',
    '  De Playground zet datums in de taal van je browser.',
    '',
    `  Ctrl-C stopt alles. Wat je invult, blijft bewaard in ${folder}.`,
    '',
  );
}

/** The stack and its Playground, with whether somebody began there before. */
interface Begin {
  stack: Stack;
  playground: Playground;
  isThere: boolean;
}

/** Starts everything. Where the example takes weeks and nothing is there yet, the bot starts so many weeks ago. */
async function begin(start: (wekenTerug: number) => Promise<Stack>, niveau: Niveau | undefined) {
  const found = await beginIn(await start(0));
  const wekenTerug = found.isThere || niveau === undefined ? 0 : wekenTot(niveau);
  if (wekenTerug === 0) return found;
  found.playground.close();
  await found.stack.stop();
  return beginIn(await start(wekenTerug));
}

async function beginIn(stack: Stack): Promise<Begin> {
  try {
    const playground = await openPlayground(stack.address);
    return { stack, playground, isThere: await heeftProject(playground) };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

async function main(): Promise<void> {
  const { folder, ports, niveau, partners } = readOptions(process.argv.slice(2));
  say('', '  Even wachten: opslag, bot en Playground starten.');
  const { stack, playground, isThere } = await begin(
    (wekenTerug) => startStack({ folder, ports, wekenTerug, signal: stopping.signal }),
    niveau,
  );
  try {
    if (niveau !== undefined && isThere)
      say('  In de groepschat staat al een project. Het voorbeeld is niet opnieuw ingevuld.');
    if (niveau !== undefined && !isThere)
      say(...(await vulVoorbeeldIn(playground, niveau)).map((line) => `  ${line}`));
    if (partners) {
      volgPartners(playground, GEWOON, (...gedaan) => say(`  ${zinVan(...gedaan)}`));
      say('  Vijf partners doen mee en antwoorden vanzelf. Wat ze doen, lees je hier.');
    }
    welcome(stack, folder, isThere || niveau !== undefined);
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
