import { parseArgs } from 'node:util';
import { startStack } from './stack.ts';

const { values } = parseArgs({
  options: {
    voorbeeld: { type: 'boolean', default: false },
    partners: { type: 'boolean', default: false },
    azurite: { type: 'string', default: '10102' },
    bot: { type: 'string', default: '3978' },
    playground: { type: 'string', default: '56150' },
    folder: { type: 'string', default: '.dev' },
  },
});

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const { azurite, bot, playground } = values;
  const ports = { azurite: Number(azurite), bot: Number(bot), playground: Number(playground) };
  say('Even wachten: opslag, bot en Playground starten…');
  const stack = await startStack({ folder: values.folder, ports });
  const stop = () => void stack.stop().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  say(`\n  Open ${stack.address}`);
  say('  Kies links de groepschat en typ:  @Veiligheidsplanner start');
  say('\n  Ctrl-C stopt alles. Wat je invult, blijft bewaard in ' + values.folder + '.');
}

main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
});
