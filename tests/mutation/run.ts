import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { buildTab } from '../../scripts/build-tab.ts';
import { connectionTo, startStorage } from '../../support/azurite.ts';
import { startTableServer } from '../../support/table-server/server.ts';
import { EQUAL } from './equal.ts';
import { places, sample, type Place } from './places.ts';

/**
 * How many small changes of what decides and what sends the tests notice: `npm run test:mutation`. It goes on where it was
 * broken off, as long as the sources are the same.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '2027' },
    count: { type: 'string', default: '300' },
    minutes: { type: 'string', default: '75' },
    workers: { type: 'string', default: '2' },
  },
});

const FOLDER = 'node_modules/.cache/mutation';
const SAMPLE = `${FOLDER}/sample.json`;
const HITS = `${FOLDER}/hits`;
const DONE = `${FOLDER}/done.json`;
/** A change after which tests take so many times as long has made something that does not end. */
const PATIENCE = 4;
/** Of the tests that come by a change, so much is tried: what the nearest and quickest do not notice counts as survived. */
const MOST_MS = 120_000;

type Verdict = 'killed' | 'survived' | 'endless' | 'untested';
type Done = Record<string, Verdict>;

/** What the tests of a file came by, and what was come by when a module was loaded for them. */
interface Hits {
  file: string;
  seen: number[];
  atLoad: number[];
}

interface Tested {
  name: string;
  status: string;
  startTime: number;
  endTime: number;
}

interface Report {
  testResults: Tested[];
}

/** The tests that come by each place, the quickest first, with how long they took, ms. */
type Cover = readonly { file: string; ms: number }[];

const began = performance.now();
const all = places();
const say = (line: string) =>
  console.log(`${((performance.now() - began) / 60_000).toFixed(1).padStart(5)} min  ${line}`);

await buildTab();
const [storage, own] = await Promise.all([startStorage(), startTableServer()]);
const env = { ...process.env, SAMPLE, TABLES: connectionTo(own.address), BLOBS: storage.blobs };

/** Runs vitest with our plugin. Undefined: it took too long and was ended. */
function vitest(extra: Record<string, string>, args: readonly string[], limitMs?: number) {
  return new Promise<number | undefined>((resolve) => {
    const child = spawn(
      process.execPath,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--config',
        'tests/mutation/vitest.config.ts',
        ...args,
      ],
      {
        env: { ...env, ...extra },
        stdio: 'ignore',
        detached: true,
      },
    );
    let isLate = false;
    const timer =
      limitMs === undefined
        ? undefined
        : setTimeout(() => {
            isLate = true;
            if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
          }, limitMs);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(isLate ? undefined : (code ?? 1));
    });
  });
}

const REPORT = `${FOLDER}/report.json`;
const hasFailed = ({ status }: Tested) => status !== 'passed';

/** Runs these files of tests without any change, all of them when none is named, and keeps what they come by. */
async function unchanged(files: readonly string[] = []): Promise<Tested[]> {
  const report = `${FOLDER}/run.json`;
  const args = ['--reporter=json', `--outputFile=${report}`];
  await vitest({ GERAAKT: HITS, ...(files.length > 0 && { FILES: files.join(',') }) }, args);
  return (JSON.parse(readFileSync(report, 'utf8')) as Report).testResults;
}

/** What fails beside all others on a busy machine is run once more by itself. */
async function runAll(): Promise<Tested[]> {
  const first = await unchanged();
  const failed = first.filter(hasFailed).map(({ name }) => relative(process.cwd(), name));
  const again = failed.length > 0 ? await unchanged(failed) : [];
  if (again.some(hasFailed))
    throw new Error(
      `fails without any change: ${again
        .filter(hasFailed)
        .map(({ name }) => name)
        .join(', ')}`,
    );
  const results = [...first.filter((one) => !hasFailed(one)), ...again];
  writeFileSync(REPORT, JSON.stringify(results));
  return results;
}

/** Which tests come by which places of the sample, by running all of them once. */
async function cover(): Promise<Map<number, Cover>> {
  const testResults = existsSync(REPORT)
    ? (JSON.parse(readFileSync(REPORT, 'utf8')) as Tested[])
    : await runAll();
  const took = new Map(testResults.map((one) => [one.name, one.endTime - one.startTime]));
  const written = readdirSync(HITS).length;
  if (written !== took.size)
    throw new Error(`${took.size} files of tests ran, and ${written} say what they came by`);
  const found = new Map<number, { file: string; ms: number }[]>();
  const hits = readdirSync(HITS).map(
    (name) => JSON.parse(readFileSync(`${HITS}/${name}`, 'utf8')) as Hits,
  );
  const asCover = ({ file }: Hits) => ({
    file: relative(process.cwd(), file),
    ms: took.get(file) ?? 0,
  });
  for (const one of hits)
    for (const nth of one.seen) found.set(nth, [...(found.get(nth) ?? []), asCover(one)]);
  for (const nth of new Set(hits.flatMap(({ atLoad }) => atLoad)))
    found.set(nth, hits.map(asCover));
  return new Map([...found].map(([nth, by]) => [nth, nearestFirst(chosen[nth]?.file ?? '', by)]));
}

/** The tests that are called as the file or its folder, then the quickest: they notice most, and the first ends it. */
function nearestFirst(source: string, by: Cover): Cover {
  const names = source.split('/').slice(2).join('/').split(/[/.]/).slice(0, -1);
  const distance = ({ file }: { file: string }) =>
    names.some((name) => file.includes(name)) ? 0 : 1;
  return by.toSorted((a, b) => distance(a) - distance(b) || a.ms - b.ms);
}

/** A place is where it was only while its file is as it was: else nothing would load, and all seem noticed. */
const sources = new Map(
  [...new Set(all.map(({ file }) => file))].map((file) => [file, readFileSync(file, 'utf8')]),
);
function stayed(): void {
  for (const [file, was] of sources)
    if (readFileSync(file, 'utf8') !== was) throw new Error(`${file} was changed meanwhile`);
}

/** The first of these tests that together take no longer than is tried; at least one. */
function within(cover: Cover): Cover {
  let sum = 0;
  return cover.filter(({ ms }, nth) => (sum += ms) <= MOST_MS || nth === 0);
}

async function judge(nth: number, cover: Cover): Promise<Verdict> {
  stayed();
  if (cover.length === 0) return 'untested';
  const by = within(cover);
  const expected = by.reduce((sum, { ms }) => sum + ms, 0);
  const code = await vitest(
    { MUTATIE: String(nth), FILES: by.map(({ file }) => file).join(',') },
    ['--bail', '1'],
    60_000 + PATIENCE * expected,
  );
  return code === undefined ? 'endless' : code === 0 ? 'survived' : 'killed';
}

const chosen = sample(all, Number(values.seed), Number(values.count));
const isSame = existsSync(SAMPLE) && readFileSync(SAMPLE, 'utf8') === JSON.stringify(chosen);
if (!isSame) {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(SAMPLE, JSON.stringify(chosen));
}
const done: Done = existsSync(DONE) ? (JSON.parse(readFileSync(DONE, 'utf8')) as Done) : {};
say(
  `${chosen.length} of ${all.length} places, seed ${values.seed}; ${Object.keys(done).length} known`,
);
const covered = await cover();
say('which tests come by which places is known');

const rest = chosen.flatMap((place, nth) => (place.name in done ? [] : [{ place, nth }]));
async function worker(): Promise<void> {
  for (let next = rest.shift(); next; next = rest.shift()) {
    if (performance.now() - began > Number(values.minutes) * 60_000) return;
    const verdict = await judge(next.nth, covered.get(next.nth) ?? []);
    done[next.place.name] = verdict;
    writeFileSync(DONE, JSON.stringify(done, undefined, 1));
    say(`${verdict.padEnd(8)} ${next.place.name}`);
  }
}
await Promise.all(Array.from({ length: Number(values.workers) }, worker));
await Promise.all([storage.stop(), own.stop()]);

const isEqual = ({ name }: Place) =>
  EQUAL.some(({ file, change }) => name.startsWith(file) && name.includes(change));
for (const room of ['src/process', 'src/planner', 'src/delivery', 'src']) {
  const judged = chosen.filter(
    (place) => place.file.startsWith(`${room}/`) && place.name in done && !isEqual(place),
  );
  const noticed = judged.filter(({ name }) => ['killed', 'endless'].includes(done[name] ?? ''));
  console.log(
    `${room}: ${noticed.length} of ${judged.length} noticed, ${((100 * noticed.length) / judged.length).toFixed(1)} %`,
  );
}
