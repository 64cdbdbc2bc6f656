import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ages } from './ages.ts';
import { cards } from './cards.ts';
import { broken, tableOf, type Figures } from './figures.ts';
import { storm } from './storm.ts';

/** The long run: `npm run test:faults`. Prints its seed and what came of it; the exit code tells whether all was kept. */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: `${Math.floor(Math.random() * 1e9)}` },
    minutes: { type: 'string', default: '7' },
    groups: { type: 'string', default: '60' },
    people: { type: 'string', default: '30' },
    kills: { type: 'string', default: '90' },
    freezes: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '100' },
    dying: { type: 'string', default: '300' },
    only: { type: 'string', default: '' },
  },
});
const number = (name: keyof typeof values) => Number(values[name]);
const began = performance.now();
const say = (line: string) =>
  console.log(`${((performance.now() - began) / 1_000).toFixed(0).padStart(4)} s  ${line}`);

const server = fork(fileURLToPath(new URL('./azurite.ts', import.meta.url)));
const azurite = await new Promise<string>((heard) =>
  server.once('message', (connection) => heard(connection as string)),
);
const seed = number('seed');
console.log(`seed ${seed}\n`);
const shared = { seed, azurite, say };
/** Each by a name of its own, for `--only`. */
const PARTS: Readonly<Record<string, () => Promise<Figures>>> = {
  storm: () =>
    storm({
      ...shared,
      ...{ instances: 3, groups: number('groups'), peoplePerGroup: number('people') },
      ...{ overMs: number('minutes') * 60_000, kills: number('kills'), freezes: number('freezes') },
      crossingMs: 400,
    }),
  cards: () => cards({ ...shared, rounds: number('rounds'), groups: 5 }),
  ages: () => ages({ ...shared, seconds: number('dying'), groups: 8, peoplePerGroup: 30 }),
};
const figures: Figures[] = [];
for (const [name, part] of Object.entries(PARTS)) {
  if (values.only !== '' && values.only !== name) continue;
  const came = await part();
  console.log(`\n${tableOf(came)}\n`);
  figures.push(came);
}
server.disconnect();

const faults = broken(figures.flat());
console.log(faults.length === 0 ? `all kept, seed ${seed}` : `NOT kept:\n${faults.join('\n')}`);
process.exitCode = faults.length === 0 ? 0 : 1;
