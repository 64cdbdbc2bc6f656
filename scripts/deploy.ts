import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import project from '../package.json' with { type: 'json' };
import { azIn } from './deploy/az.ts';
import { Stop } from './deploy/known.ts';
import { HELP, readOptions, UsageError, type Options } from './deploy/options.ts';
import { deploy, dryRun, type Effects } from './deploy/run.ts';
import { untilReady } from './deploy/wait.ts';
import { writePackage } from './package.ts';

const say = (line: string) => console.log(line);

/** Runs `npm run bundle`. Its output is for developers, so it is shown only when it fails. */
const bundle = () =>
  new Promise<void>((resolve, reject) => {
    const child = spawn('npm', ['run', 'bundle'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let heard = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (heard += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Stop(`Het inpakken lukte niet:\n${heard}`)),
    );
  });

const effectsFor = ({ environment }: Options): Effects => ({
  az: azIn(process.env),
  bundle,
  wait: (host) => untilReady({ url: `https://${host}`, version: project.version, say }),
  package: ({ appId, tabId, host }) => writePackage({ appId, tabId, host, environment }),
  say,
  today: new Date().toISOString().slice(0, 10),
});

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!options) say(HELP);
  else if (options.dryRun) dryRun(options, say);
  else if (options.program && !existsSync(options.program))
    throw new UsageError(`Het bestand ${options.program} is er niet.`);
  else await deploy(options, effectsFor(options));
}

try {
  await main();
} catch (error) {
  const isOurs = error instanceof Stop || error instanceof UsageError;
  console.error(isOurs ? `\n${error.message}` : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
