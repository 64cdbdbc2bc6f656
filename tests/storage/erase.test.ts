import { expect, it } from 'vitest';
import {
  gewist,
  GEWIST,
  newId,
  type Event,
  type NewEvent,
} from '../../src/process/feiten/project.ts';
import { say } from '../../support/gezegd.ts';
import type { Log } from '../../src/storage/log/log.ts';
import { LAST } from '../../src/storage/table/rows.ts';
import type { Tables } from '../../src/storage/table/tables.ts';
import { Lab, probleem, problemen } from './lab.ts';
import { addition, EMPTY, fill, P } from '../../support/vullen.ts';

const CANARY = 'Jansen-kanarie-"é🐤\n';

/** As it would stand in JSON within JSON. */
const WORD = 'Jansen-kanarie';

const everyRow = async ({ projecten }: Tables) =>
  JSON.stringify(await projecten.range(P, '!', LAST));
const holdsWord = async (tables: Tables) => (await everyRow(tables)).includes(WORD);

/** Events that one transaction erases from. */
const PER_TRANSACTION = 60;

const holdsAny = ({ texts }: Event, velden: readonly string[]) =>
  velden.some((veld) => !['', GEWIST].includes(texts?.[veld] ?? ''));

async function erase(log: Log, entry: string, velden: readonly string[]): Promise<number> {
  const own = (await log.events(P)).filter(
    (event) => event.id === entry && holdsAny(event, velden),
  );
  const numbers = own.map(({ n }) => n);
  let times = 0;
  for (; times * PER_TRANSACTION < numbers.length; times++) {
    const events = numbers.slice(times * PER_TRANSACTION, (times + 1) * PER_TRANSACTION);
    const before = (await log.read(P))!;
    const event = say(gewist, newId(before.project, 'w'), { events, velden }, {});
    const appended = await log.append(before, addition(`wis${before.project.n}`, [event]));
    expect(appended.kind).toBe('stored');
  }
  return times;
}

it('erases a text from the rows and from every instance, and keeps all else [risk R38]', async () => {
  const lab = new Lab();
  const [here, there, tables] = [await lab.log(), await lab.log(), await lab.tables()];
  await fill(here, [
    say(probleem, 'x1', { soort: 'a' }, { tekst: CANARY }),
    { ...say(probleem, 'x2', { soort: 'b' }), texts: { tekst: 'blijft', naam: CANARY, leeg: '' } },
    { ...say(probleem, 'x2', { soort: 'c' }), texts: { naam: `${CANARY} weer` } },
  ]);
  await there.read(P);
  expect(JSON.stringify([...there.cached(P)!.project.entries.get('probleem')!.values()])).toContain(
    WORD,
  );

  expect(await erase(here, 'x1', ['tekst'])).toBe(1);
  expect(await erase(here, 'x2', ['naam', 'leeg'])).toBe(1);

  expect(await holdsWord(tables)).toBe(false);
  for (const log of [here, there, await lab.log()]) {
    const { project } = (await log.read(P))!;
    const entries = project.entries.get('probleem')!;
    expect(JSON.stringify([...entries])).not.toContain(WORD);
    expect(entries.get('x1')).toMatchObject({
      facts: { soort: 'a' },
      texts: { tekst: GEWIST },
      rev: 1,
    });
    expect(entries.get('x2')?.texts).toEqual({ tekst: 'blijft', naam: GEWIST, leeg: '' });
    expect(JSON.stringify(await log.events(P))).not.toContain(WORD);
  }
  expect(there.cached(P)).toStrictEqual(here.cached(P));
});

it('erases long texts, spread over many properties, without leaving a piece', async () => {
  const lab = new Lab();
  const [log, tables] = [await lab.log(), await lab.tables()];
  await fill(
    log,
    problemen(2, () => CANARY.repeat(10_000)),
  );
  expect((await everyRow(tables)).includes('"texts4"')).toBe(true);

  await erase(log, 'x0', ['tekst']);
  await erase(log, 'x1', ['tekst']);

  expect(await holdsWord(tables)).toBe(false);
  expect((await everyRow(tables)).includes('"texts1"')).toBe(false);
});

it('erases what was said hundreds of times in as many transactions as that needs', async () => {
  const lab = new Lab();
  const [log, there, tables] = [await lab.log(), await lab.log(), await lab.tables()];
  const again = (nth: number): NewEvent => ({
    kind: 'probleem',
    id: 'x',
    texts: { tekst: `${CANARY}${nth}`, titel: 't' },
  });
  await fill(
    log,
    Array.from({ length: 200 }, (_, nth) => again(nth)),
  );
  await there.read(P);

  expect(await erase(log, 'x', ['tekst'])).toBe(4);
  expect(await erase(log, 'x', ['tekst'])).toBe(0);

  expect(await holdsWord(tables)).toBe(false);
  expect(await there.read(P)).toStrictEqual(await (await lab.log()).read(P));
});

it('never writes a text that the same transaction erases', async () => {
  const lab = new Lab();
  const [log, tables] = [await lab.log(), await lab.tables()];
  const said = say(probleem, 'x1', { soort: '' }, { tekst: CANARY });
  const erased = say(gewist, 'w', { events: [1], velden: ['tekst'] }, {});

  expect((await log.append(EMPTY(), addition('a', [said, erased]))).kind).toBe('stored');

  expect(await holdsWord(tables)).toBe(false);
  expect(log.cached(P)).toStrictEqual(await (await lab.log()).read(P));
});

it('does not erase what changed meanwhile, and stores no half', async () => {
  const lab = new Lab();
  const [log, other, tables] = [await lab.log(), await lab.log(), await lab.tables()];
  await fill(
    log,
    problemen(2, () => CANARY),
  );
  const old = log.cached(P)!;
  const own = await log.events(P);
  await fill(other, problemen(1));

  const erased = say(gewist, 'w', { events: own.map(({ n }) => n), velden: ['tekst'] }, {});
  expect(await log.append(old, addition('wis', [erased]))).toEqual({ kind: 'conflict' });

  expect(await holdsWord(tables)).toBe(true);
});
