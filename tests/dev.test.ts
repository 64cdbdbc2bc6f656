import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';
import { GROUP_CHAT } from '../scripts/playground.ts';
import { textOf } from '../support/voorbeeld/kaart.ts';
import { isVoor, openPlayground } from '../scripts/voorbeeld/playground.ts';
import { freePorts } from '../support/ports.ts';

const folder = mkdtempSync(join(tmpdir(), 'veiligheidsplanner-'));
const ports = await freePorts();
const started: Dev[] = [];

/** `npm run dev`, as far as one sees it in a terminal. */
interface Dev {
  child: ChildProcess;
  output: () => string;
  /** Until the terminal shows this. */
  says: (text: string) => Promise<void>;
  /** Exit code, at the end. */
  ended: Promise<number | null>;
}

function dev(...options: string[]): Dev {
  const where = Object.entries(ports).flatMap(([name, port]) => [`--${name}`, String(port)]);
  const args = ['scripts/dev.ts', '--folder', folder, ...where, ...options];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (output += part.toString()));
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const one: Dev = {
    child,
    output: () => output,
    says: (text) => expect.poll(() => output).toContain(text),
    ended,
  };
  started.push(one);
  return one;
}

const answers = (port: number) =>
  fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  );

/** What the group chat says when somebody types `status`. */
async function status(): Promise<string> {
  const playground = await openPlayground(`http://127.0.0.1:${ports.playground}`);
  const text = textOf(await playground.leider(GROUP_CHAT).typt('status'));
  playground.close();
  return text;
}

/** What the planner says by itself when somebody types `dev klok +6 weken`: the deadline has passed by then. */
async function wekenLater(): Promise<string> {
  const playground = await openPlayground(`http://127.0.0.1:${ports.playground}`);
  const leider = playground.leider(GROUP_CHAT);
  expect(textOf(await leider.typt('dev klok +6 weken'))).toContain('De klok staat nu op');
  // What is posted about it waits for working hours, which it may not be now.
  const stand = textOf(await leider.typt('status'));
  playground.close();
  return stand;
}

/** What a deelnemer reads after `ik ben …`, as the one person who uses the Playground. */
async function alsBram(): Promise<string> {
  const playground = await openPlayground(`http://127.0.0.1:${ports.playground}`);
  await playground.zegt(GROUP_CHAT, 'ik ben bram');
  await playground.zegt(GROUP_CHAT, 'status');
  const card = await playground.card((one) => isVoor(one, 'Bram Jansen'));
  await playground.zegt(GROUP_CHAT, 'ik ben Sanne');
  playground.close();
  return textOf(card);
}

afterAll(() => rmSync(folder, { recursive: true }));

afterEach(async () => {
  for (const { child, ended } of started.splice(0)) {
    child.kill('SIGINT');
    await ended;
  }
});

it('starts everything with an example in it, and Ctrl-C stops everything', async () => {
  const one = dev('--voorbeeld', '3', '--partners');
  await one.says('Ctrl-C stopt alles.');
  expect(one.output()).toContain('Het voorbeeldproject staat klaar, met 8 deelnemers.');
  expect(one.output()).toContain('Stap 3 is open. De partners gaven door wat ze al doen.');
  expect(one.output()).toContain('Vijf partners doen mee');
  expect(one.output()).toContain(`Open http://127.0.0.1:${ports.playground}`);
  expect(one.output()).toContain('Typ daar:  @Veiligheidsplanner status');

  one.child.kill('SIGINT');
  expect(await one.ended).toBe(0);
  const there = await Promise.all(Object.values(ports).map(answers));
  expect(there).toEqual([false, false, false, false]);
});

it('says which steps the example has', async () => {
  const one = dev('--voorbeeld', '7');
  expect(await one.ended).toBe(1);
  expect(one.output().trim()).toBe(
    'Het voorbeeld kan in stap 2, 3, 4, 5, 6 staan, niet in stap "7".',
  );
});

it('still has everything after a new start, lets one be another person, lets one see what comes a month later, and a second start says which port is taken', async () => {
  const one = dev('--voorbeeld');
  await one.says('Ctrl-C stopt alles.');
  expect(one.output()).toContain('Het voorbeeld is niet opnieuw ingevuld.');
  expect(await status()).toContain('Nu: stap 3, ');

  expect(await alsBram()).toContain('Nu: stap 3, ');
  expect(await wekenLater()).toContain('Gesloten voor deelnemers');

  const another = dev();
  expect(await another.ended).toBe(1);
  expect(another.output().trim().split('\n').slice(1)).toEqual([
    `Poort ${ports.azurite} (voor de opslag) is al in gebruik. Stop wat daar draait, of kies een andere: --azurite ${ports.azurite + 1}.`,
  ]);
});
