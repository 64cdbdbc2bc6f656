import { parseArgs } from 'node:util';
import { broken, tableOf } from '../faults/figures.ts';
import { rolling } from './rolling.ts';
import { build, openStage, PROGRAM } from './stage.ts';

/** The long run. Prints what came of it; the exit code tells whether all was kept. */
const { values } = parseArgs({
  options: {
    program: { type: 'string', default: PROGRAM },
    restarts: { type: 'string', default: '50' },
    people: { type: 'string', default: '40' },
    'per-second': { type: 'string', default: '8' },
  },
});
if (values.program === PROGRAM) await build();
const stage = await openStage(values.program);
try {
  const figures = await rolling(stage, {
    restarts: Number(values.restarts),
    people: Number(values.people),
    perSecond: Number(values['per-second']),
    say: (line) => console.log(line),
  });
  const faults = broken(figures);
  console.log(`\n${tableOf(figures)}\n`);
  console.log(faults.length === 0 ? 'all kept' : `NOT kept:\n${faults.join('\n')}`);
  const errors = stage
    .said()
    .split('\n')
    .filter((line) => /"level":[3456]0/.test(line) && !line.includes('"msg":"ready"'));
  if (faults.length > 0) console.log(errors.slice(0, 20).join('\n'));
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await stage.close();
}
