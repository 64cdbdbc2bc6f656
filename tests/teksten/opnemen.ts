import { createWriteStream, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { neemOp } from './opname.ts';
import { ongelezen } from './ongelezen.ts';
import { SOMMEN, TEKSTEN } from './plaatsen.ts';
import { sommenVel, tekstenVel } from './vel.ts';

const HULP = `Writes down every text that the planner shows, for tests/teksten.

  npm run record:teksten                     the record anew; look at what git says has changed
  npm run record:teksten -- --heel <file>    every line where it stands into this file, to compare two commits; no record
  npm run record:teksten -- --ongelezen      sentences in the source that the record does not reach; no record
`;

const { values } = parseArgs({
  options: {
    heel: { type: 'string' },
    ongelezen: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

if (values.help) console.log(HULP);
else if (values.heel !== undefined) await schrijfHeel(values.heel);
else if (values.ongelezen) console.log(ongelezen((await neemOp()).vel.teksten).join('\n'));
else await schrijfVel();

async function schrijfHeel(path: string): Promise<void> {
  const out = createWriteStream(path);
  await neemOp((line) => void out.write(`${line}\n`));
  out.end();
}

async function schrijfVel(): Promise<void> {
  const { vel } = await neemOp();
  writeFileSync(TEKSTEN, tekstenVel(vel.teksten));
  writeFileSync(SOMMEN, sommenVel(vel.sommen()));
}
