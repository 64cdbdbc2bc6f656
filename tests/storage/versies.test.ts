import { describe, expect, it } from 'vitest';
import { gewist, kind, one } from '../../src/process/feiten/project.ts';
import { renames, versionsOf } from '../../src/process/feiten/versies.ts';
import { openLog } from '../../src/storage/log/log.ts';
import { LAST } from '../../src/storage/table/rows.ts';
import { say } from '../../support/gezegd.ts';
import { tableInMemory } from '../../support/memory-table.ts';
import { addition, fill, P } from '../../support/vullen.ts';

const regel = kind<{ risico: string }, { werkwijze: string }>('regel', {
  leeg: { facts: { risico: 'onbekend' } },
});
const vroeger = (id: string, aanpak: string) => ({
  ...{ kind: 'regel', id, facts: {} },
  texts: { aanpak },
});

const EERSTE = renames('regel', { texts: { aanpak: 'manier' } });
const TWEEDE = renames('regel', { texts: { manier: 'werkwijze' } });

/** Three programs on the same storage, each a version further than the one before. */
function programmas() {
  const table = tableInMemory();
  const met = (...steps: Parameters<typeof versionsOf>[0]) =>
    openLog(table, { versions: versionsOf(steps) });
  return { table, oud: met(), later: met(EERSTE), nu: met(EERSTE, TWEEDE) };
}

describe('a log that programs of several versions wrote', () => {
  it('is read whole by the newest, and what was written stays as it is', async () => {
    const { table, oud, later, nu } = programmas();
    await fill(oud, [vroeger('r1', 'Praten')]);
    await fill(later, [{ ...vroeger('r2', ''), texts: { manier: 'Bellen' } }]);
    await fill(nu, [say(regel, 'r3', { risico: 'geen' }, { werkwijze: 'Lopen' })]);

    const { project } = (await nu.read(P))!;

    expect(['r1', 'r2', 'r3'].map((id) => one(project, regel, id)?.texts.werkwijze)).toEqual([
      'Praten',
      'Bellen',
      'Lopen',
    ]);
    expect(one(project, regel, 'r1')?.facts.risico).toBe('onbekend');
    expect((await table.range(P, 'e_', `e_${LAST}`)).map(({ v }) => v)).toEqual([1, 2, 3]);
  });

  it('loses a text from the row where it has an older name', async () => {
    const { table, oud, nu } = programmas();
    await fill(oud, [vroeger('r1', 'Praten met Jansen'), vroeger('r2', 'Blijft')]);
    await fill(nu, [say(gewist, 'g1', { events: [1], velden: ['werkwijze'] })]);

    const rows = JSON.stringify(await table.range(P, '!', LAST));

    expect(rows).not.toContain('Jansen');
    expect(rows).toContain('Blijft');
    expect(one((await nu.read(P))!.project, regel, 'r1')?.texts.werkwijze).toBe('(gewist)');
  });

  it('is not read, nor written over, by a program that came before its newest event', async () => {
    const { oud, nu } = programmas();
    await fill(oud, [vroeger('r1', 'Praten')]);
    await fill(oud, [vroeger('r1', 'Praten')], 'p_ander');
    const before = (await oud.read(P))!;
    await fill(nu, [say(regel, 'r1', {}, { werkwijze: 'Bellen' })]);

    await expect(oud.read(P)).rejects.toThrow('event of version 3');
    expect(await oud.append(before, addition('k', [vroeger('r1', 'Lopen')]))).toEqual({
      kind: 'conflict',
    });
    expect(one((await nu.read(P))!.project, regel, 'r1')?.texts.werkwijze).toBe('Bellen');
    expect((await oud.read('p_ander'))?.project.n).toBe(1);
  });
});
