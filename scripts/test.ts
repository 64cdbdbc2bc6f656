import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import project from '../package.json' with { type: 'json' };

/** What one stage adds to the count on the last line. */
interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const REPORT = 'node_modules/.cache/vitest.json';

/** Scripts of package.json; each counts as one test. The slowest is first, the others fit beside it. */
const STATIC_STAGES = ['lint', 'types', 'depcruise', 'knip', 'format:check'] as const;

/** Runs a command of node_modules/.bin, which npm puts first in PATH, on the Node installed there. */
function run(command: string, stdio: 'inherit' | 'pipe'): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', stdio, stdio] });
    let output = '';
    const collect = (part: Buffer): string => (output += part.toString());
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

async function staticStage(name: (typeof STATIC_STAGES)[number]): Promise<Count> {
  const start = performance.now();
  const { ok, output } = await run(project.scripts[name], 'pipe');
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${name.padEnd(12)} ${ok ? 'ok    ' : 'FAILED'} ${seconds.padStart(5)} s`);
  if (!ok) console.log(output.trimEnd());
  return { passed: Number(ok), failed: Number(!ok), skipped: 0 };
}

/** The part of Vitest's JSON report that we count. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** A file that could not be loaded has no failed test, and an error outside a test has none either. */
function countTests(ok: boolean): Count {
  const report = JSON.parse(readFileSync(REPORT, 'utf8')) as Report;
  const brokenFiles = report.testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = report.numFailedTests + brokenFiles.length;
  return {
    passed: report.numPassedTests,
    failed: ok ? failed : Math.max(failed, 1),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

async function vitestStage(): Promise<Count> {
  const reporters = '--reporter=default --reporter=json';
  const { ok } = await run(`vitest run ${reporters} --outputFile.json=${REPORT}`, 'inherit');
  try {
    return countTests(ok);
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

mkdirSync('node_modules/.cache', { recursive: true });
rmSync(REPORT, { force: true });

// The static stages fill the cores first. Then the tests have the machine alone, because some of them measure time.
const counts = await Promise.all(STATIC_STAGES.map(staticStage));
counts.push(await vitestStage());

const total = (kind: keyof Count): number => counts.reduce((sum, count) => sum + count[kind], 0);
const skippedInCi = process.env['CI'] ? total('skipped') : 0;
if (skippedInCi > 0) console.log('In CI a skipped test is a failure.');
const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : '';
console.log(`${total('passed')} passed, ${total('failed')} failed${skipped}`);
process.exitCode = total('failed') + skippedInCi > 0 ? 1 : 0;
