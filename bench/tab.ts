import { buildTab } from '../scripts/build-tab.ts';
import { startStack } from '../scripts/stack.ts';
import { readAssets } from '../src/tab/assets.ts';
import { launchBrowser } from '../support/browser.ts';
import { freePorts } from '../support/ports.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Measures how soon a person sees the tab: first paint on a slow machine and network (4 × slower, 10 Mbit/s, 40 ms) with
// an empty cache, and the size of the script.

const RUNS = 7;
const LIMITS = { paint: 300, script: 40 * 1024 };

await buildTab();
const { script, style } = readAssets();

const folder = mkdtempSync(join(tmpdir(), 'tab-bench-'));
const stack = await startStack({ folder, ports: await freePorts(), inMemory: true });
const browser = await launchBrowser();
const paints: number[] = [];
try {
  for (let run = 0; run < RUNS; run++) paints.push(await firstPaint(stack.tab));
} finally {
  await browser.close();
  await stack.stop();
  rmSync(folder, { recursive: true });
}

async function firstPaint(address: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 40,
    downloadThroughput: (10 * 1024 * 1024) / 8,
    uploadThroughput: (10 * 1024 * 1024) / 8,
  });
  await page.goto(address, { waitUntil: 'load' });
  const paint = await page.evaluate<number>(
    `new Promise((done) => new PerformanceObserver((list) => {
      const found = list.getEntriesByName('first-contentful-paint')[0];
      if (found) done(found.startTime);
    }).observe({ type: 'paint', buffered: true }))`,
  );
  await context.close();
  return paint;
}

const median = paints.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? NaN;
console.log(`first paint  ${Math.round(median)} ms (median of ${RUNS}; at most ${LIMITS.paint})`);
console.log(
  `script       ${(script.gzip.length / 1024).toFixed(1)} KB gzip (at most ${LIMITS.script / 1024})`,
);
console.log(`style        ${(style.gzip.length / 1024).toFixed(1)} KB gzip`);
process.exit(median < LIMITS.paint && script.gzip.length < LIMITS.script ? 0 : 1);
