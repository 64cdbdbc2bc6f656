import { spawn, type ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { digestOf, readCopy } from '../../src/storage/log/copy.ts';
import { openLog, type Log } from '../../src/storage/log/log.ts';
import { openTables, type Tables } from '../../src/storage/table/tables.ts';
import { startStorage } from '../../support/azurite.ts';
import { HALF, LEEG, stadium, VOL } from '../../support/stadia.ts';
import { fill } from '../../support/vullen.ts';

const clock = () => performance.now();
const PROJECTS = ['p_vol', 'p_half', 'p_leeg', 'p_afgerond'];

let oud: Awaited<ReturnType<typeof startStorage>>;
let nieuw: Awaited<ReturnType<typeof startStorage>>;
const running = new Set<ChildProcess>();

const digests = async ({ projecten }: Tables) =>
  Promise.all(
    PROJECTS.map(async (id) => {
      const copy = await readCopy(projecten, id);
      return copy && digestOf(copy);
    }),
  );

beforeAll(async () => {
  [oud, nieuw] = await Promise.all([startStorage(), startStorage()]);
  const log = openLog((await openTables({ connectionString: oud.tables }, { clock })).projecten);
  await zet(log, 'p_vol', stadium(VOL, 5, 'open').log);
  await zet(log, 'p_half', stadium(HALF, 3, 'overleg').log);
  await zet(log, 'p_leeg', stadium(LEEG, 2, 'open').log);
  await zet(log, 'p_afgerond', stadium(HALF, 6, 'afgerond').log);
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await nieuw.stop();
});

const zet = (log: Log, id: string, events: ReturnType<typeof stadium>['log']) =>
  fill(log, events, id);

/** A program of ours with these settings, as an administrator starts it. */
function start(program: string, args: readonly string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [program, ...args], {
    env: { LOCAL: '1', BACKUPS: inject('blobs'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let said = '';
  const hear = (part: Buffer) => void (said += part.toString());
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code, said });
    });
  });
  return { child, ended, said: () => said };
}

const beheer = (tables: string, ...args: string[]) =>
  start('src/admin/main.ts', args, { TABLES: tables }).ended;

describe('the drill', () => {
  it('storage is lost under a program that is killed; all logs come back event for event in an empty account, and it goes on', async () => {
    const before = await digests(await openTables({ connectionString: oud.tables }, { clock }));
    const made = await beheer(oud.tables, 'backup');
    expect(made).toMatchObject({ code: 0 });
    expect(made.said).toContain('4 projecten');
    const program = start('src/main.ts', [], { TABLES: oud.tables, PORT: '21983' });
    await expect.poll(program.said).toContain('"msg":"ready"');
    program.child.kill('SIGKILL');
    await program.ended;
    await oud.stop();

    // Killed halfway as well, and begun again.
    const halfway = start('src/admin/main.ts', ['restore', 'latest'], { TABLES: nieuw.tables });
    const there = await openTables({ connectionString: nieuw.tables }, { clock });
    await expect.poll(async () => (await there.projecten.all()).length).toBeGreaterThan(100);
    halfway.child.kill('SIGKILL');
    await halfway.ended;
    const restored = await beheer(nieuw.tables, 'restore', 'latest');

    expect(restored.said).toMatch(/\d projecten? teruggezet/);
    expect(await digests(there)).toEqual(before);
    const verified = await beheer(nieuw.tables, 'verify');
    expect(verified.said).toContain('4 projecten bekeken');
    const wekker = JSON.stringify(await there.wekker.all());
    for (const id of PROJECTS) expect(wekker).toContain(id);

    const again = start('src/main.ts', [], { TABLES: nieuw.tables, PORT: '21984' });
    await expect.poll(again.said).toContain('"msg":"pulse"');
    expect((await fetch('http://127.0.0.1:21984/ready')).status).toBe(200);
    again.child.kill('SIGTERM');
    expect(await again.ended).toMatchObject({ code: 0 });
  });
});

describe('the command line of the administrator', () => {
  it('explains itself, and tells by its exit code what came of it', async () => {
    const [help, none, strange, option, extra, unset] = await Promise.all([
      beheer(nieuw.tables, '--help'),
      beheer(nieuw.tables),
      beheer(nieuw.tables, 'opruimen'),
      beheer(nieuw.tables, 'list', '--alles'),
      beheer(nieuw.tables, 'backup', 'extra'),
      start('src/admin/main.ts', ['list'], { LOCAL: '' }).ended,
    ]);

    expect(help.code).toBe(0);
    for (const word of ['check', 'verify', 'restore', 'undelivered', 'backup'])
      expect(help.said).toContain(`  ${word}`);
    expect(none.code).toBe(2);
    expect(strange).toMatchObject({ code: 2 });
    expect(strange.said).toContain('De opdracht "opruimen" is er niet.');
    expect(option).toMatchObject({ code: 2 });
    expect(extra).toMatchObject({ code: 2 });
    expect(extra.said).toContain('De opdracht "backup" kent dit niet: extra');
    expect(unset.code).toBe(1);
    expect(unset.said).toContain('Cannot start, because of these settings:');
  });

  it('says in one sentence that storage cannot be reached', async () => {
    const { code, said } = await beheer(
      nieuw.tables.replace(/:\d+\/devstoreaccount1/, ':9/devstoreaccount1'),
      'list',
    );

    expect(code).toBe(1);
    expect(said.trim().split('\n')).toHaveLength(1);
  });
});
