import { describe, expect, it } from 'vitest';
import { gewist, GEWIST, type NewEvent } from '../../src/process/feiten/project.ts';
import { openLog } from '../../src/storage/log/log.ts';
import { placeCopy, readCopy } from '../../src/storage/log/copy.ts';
import { LAST, MAX_ROWS } from '../../src/storage/table/rows.ts';
import { say } from '../../support/gezegd.ts';
import { addition, EMPTY, fill, P } from '../../support/vullen.ts';
import { Lab, probleem, problemen } from './lab.ts';

/** What one press says of each of many people or entries. */
const veel = (n: number): NewEvent[] =>
  problemen(n, (nth) => `tekst ${nth}: "é🚓\u2028${'x'.repeat((nth * 137) % 2_000)}`);

const rowsOf = async (lab: Lab) => (await lab.tables()).projecten.range(P, 'e_', LAST);

describe('what one press says of many', () => {
  it.each([1, MAX_ROWS - 2, MAX_ROWS - 1, 200, 300, 1_000])(
    'is stored in one go and read back by everybody: %i events',
    async (n) => {
      const lab = new Lab();
      const [here, there] = [await lab.log(), await lab.log()];
      await fill(here, problemen(3));
      await there.read(P);

      const before = (await here.read(P))!;
      const stored = await here.append(before, addition('veel', veel(n)));
      expect(stored.kind).toBe('stored');
      await fill(there, problemen(2));

      const fresh = (await (await lab.log()).read(P))!;
      expect(fresh.project.n).toBe(3 + n + 2);
      expect((await there.read(P))?.project).toStrictEqual(fresh.project);
      expect((await here.read(P))?.project).toStrictEqual(fresh.project);
      const events = await here.events(P);
      expect(events.map((event) => event.n)).toEqual(events.map((_, at) => at + 1));
      expect(events.slice(3, -2).map(({ texts }) => texts)).toEqual(
        veel(n).map(({ texts }) => texts),
      );
    },
  );

  it('stays one submission: a second one with its key changes nothing', async () => {
    const log = await new Lab().log();
    const stored = await log.append(EMPTY(), addition('veel', veel(200)));
    if (stored.kind !== 'stored') throw new Error(stored.kind);

    expect((await log.append(stored.snapshot, addition('veel', veel(200)))).kind).toBe('conflict');
    expect((await log.marker(P, 'veel'))?.n).toBe(200);
  });

  it('can be erased one by one, and nothing else is', async () => {
    const lab = new Lab();
    const [here, there] = [await lab.log(), await lab.log()];
    const events = veel(200);
    await here.append(EMPTY(), addition('veel', events));
    await there.read(P);

    const before = (await here.read(P))!;
    const wis = say(gewist, 'w', { events: [117], velden: ['tekst'] }, {});
    expect((await here.append(before, addition('wis', [wis]))).kind).toBe('stored');

    const secret = 'tekst 116:';
    expect(JSON.stringify(await rowsOf(lab))).not.toContain(secret);
    for (const log of [here, there, await lab.log()]) {
      await log.read(P);
      const left = (await log.events(P)).map(({ texts }) => texts?.['tekst']);
      expect(left.slice(0, 200)).toEqual(
        events.map(({ texts }, at) => (at === 116 ? GEWIST : texts?.['tekst'])),
      );
    }
  });

  it('goes along to a copy and comes back from it; a copy with a hole is refused', async () => {
    const lab = new Lab();
    const [log, { projecten }] = [await lab.log(), await lab.tables()];
    await fill(log, problemen(2));
    await log.append((await log.read(P))!, addition('veel', veel(300)));
    await fill(log, problemen(2));
    const events = await log.events(P);

    const copy = (await readCopy(projecten, P))!;
    for (const { partitionKey, rowKey } of await projecten.range(P, '!', LAST))
      await projecten.write([{ op: 'delete', row: { partitionKey, rowKey } }]);
    expect(await placeCopy(projecten, copy)).toBe(true);
    expect(await openLog(projecten).events(P)).toEqual(events);

    const together = copy.rows.find((row) => row['samen'] !== undefined)!;
    await projecten.write([{ op: 'delete', row: together }]);
    await expect(readCopy(projecten, P)).rejects.toThrow('is missing');
    await expect(openLog(projecten).read(P)).rejects.toThrow('is missing');
  });

  it('may have been said about entries that were there: the newest words count', async () => {
    const lab = new Lab();
    const log = await lab.log();
    await fill(log, problemen(200));
    const again = problemen(200).map(({ id }, nth) =>
      say(probleem, id, { soort: 'b' }, { tekst: `nieuw ${nth}` }),
    );
    await log.append((await log.read(P))!, addition('opnieuw', again));

    const { project } = (await (await lab.log()).read(P))!;
    const texts = [...project.entries.get('probleem')!.values()].map((entry) => entry.texts);
    expect(texts).toEqual(again.map((event) => event.texts));
  });
});
