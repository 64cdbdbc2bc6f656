import { describe, expect, it } from 'vitest';
import { act } from '../../src/act.ts';
import { refuse } from '../../src/process/contract/decision.ts';
import { type NewEvent, all } from '../../src/process/feiten/project.ts';
import { say } from '../../support/gezegd.ts';
import type { Posted } from '../../src/storage/log/outbox.ts';
import { openLog } from '../../src/storage/log/log.ts';
import { eventKey, eventRow, HEAD, LAST } from '../../src/storage/table/rows.ts';
import blns from '../data/blns.json' with { type: 'json' };
import { placeCopy, readCopy } from '../../src/storage/log/copy.ts';
import { Lab, probleem, problemen, submission } from './lab.ts';
import { addition, AT, EMPTY, fill, P } from '../../support/vullen.ts';
import type { Fate } from './proxy.ts';

const teksten = (log: { project: Parameters<typeof all>[0] } | undefined) =>
  log && all(log.project, probleem).map(({ texts }) => texts.tekst);

describe('reading', () => {
  it('finds nothing where no project was begun', async () => {
    const log = await new Lab().log();

    expect(await log.read(P)).toBeUndefined();
    expect(log.cached(P)).toBeUndefined();
    expect(await log.events(P)).toEqual([]);
  });

  it('finds nothing under an id that cannot be one, whatever a card claims [risk R27]', async () => {
    const proxy = await new Lab().proxy();
    const log = await new Lab().log(proxy.connectionString);
    proxy.calls.length = 0;

    for (const id of blns) expect(await log.read(id)).toBeUndefined();
    expect(
      await act(log, submission('a', { projectId: "p_' or 1" }), () => refuse('niet-gevonden')),
    ).toMatchObject({
      kind: 'refused',
    });

    expect(proxy.calls).toEqual([]);
  });

  it('gives another instance exactly what the one that stored it holds', async () => {
    const lab = new Lab();
    const [here, there] = [await lab.log(), await lab.log()];
    const events: NewEvent[] = [
      say(probleem, 'x1', { soort: 'geluid' }, { tekst: 'Hard' }),
      { kind: 'probleem', id: 'x1', facts: { soort: null, weg: undefined as never }, texts: {} },
      { kind: 'probleem', id: 'x2', gone: true },
    ];

    const stored = await here.append(EMPTY(), addition('a', events));

    expect(stored.kind).toBe('stored');
    expect(await there.read(P)).toStrictEqual(here.cached(P));
    expect(await here.read(P)).toBe(here.cached(P));
  });

  it('does not go on from what it knew when an older copy was put back and others went on from that', async () => {
    const lab = new Lab();
    const { projecten } = await lab.tables();
    const [here, there] = [await lab.log(), await lab.log()];
    await fill(here, problemen(2));
    const copy = await readCopy(projecten, P);
    await fill(
      here,
      problemen(1, () => 'gaat verloren'),
    );
    for (const row of await projecten.range(P, '!', '~'))
      await projecten.write([{ op: 'delete', row }]);
    await placeCopy(projecten, copy!);
    const later = '2026-03-03T10:00:00.000Z';
    for (const nth of [1, 2]) {
      const before = (await there.read(P))!;
      const events = problemen(1, () => `nieuw ${nth}`);
      await there.append(before, { ...addition(`na${nth}`, events), at: later });
    }

    const read = await here.read(P);

    expect(read).toEqual(await there.read(P));
    expect(JSON.stringify([...read!.project.entries.get('probleem')!.values()])).not.toContain(
      'verloren',
    );
  });

  it('costs one call when nothing has changed, and two when something has', async () => {
    const lab = new Lab();
    const [here, proxy] = [await lab.log(), await lab.proxy()];
    const there = await lab.log(proxy.connectionString);
    await fill(here, problemen(3));
    await there.read(P);

    proxy.calls.length = 0;
    await there.read(P);
    expect(proxy.calls.length).toBe(1);

    await fill(here, problemen(1));
    proxy.calls.length = 0;
    expect((await there.read(P))?.project.n).toBe(4);
    expect(proxy.calls.length).toBe(2);
    // The last one known comes along: it tells that the log goes on from there.
    expect(decodeURIComponent(proxy.calls[1]!.url)).toContain(`RowKey ge '${eventKey(3)}'`);
  });

  it('takes no half of what is stored between two of its pages', async () => {
    const lab = new Lab();
    const [here, proxy] = [await lab.log(), await lab.proxy()];
    const there = await lab.log(proxy.connectionString);
    await fill(here, problemen(1_100));
    let committed = false;
    proxy.fate = async ({ url }): Promise<Fate> => {
      if (url.includes('NextRowKey') && !committed) {
        committed = true;
        await fill(
          here,
          problemen(5, () => 'nieuw'),
        );
      }
      return 'pass';
    };

    const read = await there.read(P);

    expect(committed).toBe(true);
    expect(read?.project.n).toBe(1_100);
    expect(teksten(read)).not.toContain('nieuw');
    const again = await there.read(P);
    expect(again?.project.n).toBe(1_105);
    expect(again).toStrictEqual(await (await lab.log()).read(P));
  });

  it('goes on after an empty page that has a successor [risk R28]', async () => {
    const lab = new Lab();
    const [here, proxy] = [await lab.log(), await lab.proxy()];
    const there = await lab.log(proxy.connectionString);
    await fill(here, problemen(3));
    let empty = 3;
    const base64 = (key: string) => Buffer.from(key).toString('base64');
    const page = {
      status: 200,
      headers: {
        'content-type': 'application/json',
        'x-ms-continuation-NextPartitionKey': base64(P),
        'x-ms-continuation-NextRowKey': base64(eventKey(1)),
      },
      body: '{"value":[]}',
    };
    proxy.fate = ({ url }) => (url.includes('filter') && empty-- > 0 ? { answer: page } : 'pass');

    expect((await there.read(P))?.project.n).toBe(3);
    expect(empty).toBeLessThan(0);
  });

  it('decides nothing on a log with a gap', async () => {
    const lab = new Lab();
    const [log, { projecten }] = [await lab.log(), await lab.tables()];
    await fill(log, problemen(9));

    for (const n of [1, 5, 9]) {
      const row = eventRow(P, (await log.events(P))[n - 1]!);
      await projecten.write([{ op: 'delete', row }]);
      await expect(openLog(projecten).read(P)).rejects.toThrow(`event ${n} is missing`);
      await projecten.write([{ op: 'create', row }]);
    }
    expect((await openLog(projecten).read(P))?.project.n).toBe(9);
  });

  it('starts anew when a restored backup has gone back in time', async () => {
    const lab = new Lab();
    const [log, { projecten }] = [await lab.log(), await lab.tables()];
    await fill(log, problemen(3));
    await projecten.write([
      { op: 'put', row: { partitionKey: P, rowKey: HEAD, n: 2, v: 1 } },
      { op: 'delete', row: { partitionKey: P, rowKey: eventKey(3) } },
    ]);

    expect((await log.read(P))?.project.n).toBe(2);
    expect((await log.append((await log.read(P))!, addition('na', problemen(1)))).kind).toBe(
      'stored',
    );
  });
});

describe('appending', () => {
  it('stores all of an addition or nothing', async () => {
    const lab = new Lab();
    const [here, there, { projecten }] = [await lab.log(), await lab.log(), await lab.tables()];
    await fill(here, problemen(1));
    const old = (await there.read(P))!;
    await fill(here, problemen(1));
    const before = await projecten.range(P, 'a', LAST);

    const outbox = [{ soort: 'samenvatting', facts: {} }];
    expect(await there.append(old, { ...addition('b', problemen(3)), outbox })).toEqual({
      kind: 'conflict',
    });
    expect(await here.append(EMPTY(), addition('c', problemen(3)))).toEqual({ kind: 'conflict' });

    expect(await projecten.range(P, 'a', LAST)).toEqual(before);
  });

  it('takes a submission once: its marker is part of the transaction', async () => {
    const log = await new Lab().log();
    const first = await log.append(EMPTY(), { ...addition('k', problemen(2)), outbox: [] });

    const again =
      first.kind === 'stored' && (await log.append(first.snapshot, addition('k', problemen(1))));

    expect(again).toEqual({ kind: 'conflict' });
    expect(await log.marker(P, 'k')).toEqual({ about: '', n: 2, nonce: 'n-k' });
    expect(await log.marker(P, 'l')).toBeUndefined();
  });

  it('takes the largest transaction that we allow, and sends nothing that is larger [risk R29]', async () => {
    const lab = new Lab();
    const proxy = await lab.proxy();
    const log = await lab.log(proxy.connectionString);
    const HEAD_AND_MARKER = 2;
    const MAX_EVENTS = 90 - HEAD_AND_MARKER;
    const long = () => '"€🚓\n'.repeat(1_600);

    const stored = await log.append(EMPTY(), addition('a', problemen(MAX_EVENTS, long)));
    expect(stored.kind).toBe('stored');
    expect(proxy.calls.at(-1)?.body.length).toBeGreaterThan(1_000_000);
    expect(teksten(await (await lab.log()).read(P))).toEqual(
      problemen(MAX_EVENTS, long).map(({ texts }) => texts?.['tekst']),
    );

    const { project, version } = log.cached(P)!;
    proxy.calls.length = 0;
    for (const events of [
      problemen(1, () => 'x'.repeat(600_000)),
      problemen(8, () => 'x'.repeat(250_000)),
    ]) {
      expect(await log.append({ project, version }, addition('b', events))).toEqual({
        kind: 'too-big',
      });
    }
    expect(proxy.calls).toEqual([]);
  });

  it('keeps what 200 deelnemers fill every field with, whatever it is [risk R33]', async () => {
    const lab = new Lab();
    const [here, { projecten }] = [await lab.log(), await lab.tables()];
    const nasty = [
      ...blns,
      '"\'\n\r\t\\',
      '👨‍👩‍👧‍👦🚓',
      '\u2028\u2029',
      'regel\n\nregel',
      '--changeset_0\r\nPOST http://x',
    ];
    const text = (nth: number) => nasty[nth % nasty.length]! || 'leeg';
    const deelnemers = Array.from({ length: 200 }, (_, nth): NewEvent => {
      const fields = ['naam', 'organisatie', 'functie', 'toelichting', 'wens'].map((veld, at) => [
        veld,
        text(nth * 5 + at),
      ]);
      return {
        kind: 'deelnemer',
        id: `d${nth}`,
        facts: { nth },
        texts: Object.fromEntries(fields) as Record<string, string>,
      };
    });

    await fill(here, deelnemers);

    const read = await openLog(projecten).read(P);
    const entries = [...read!.project.entries.get('deelnemer')!.values()];
    expect(
      entries.map(({ id, facts, texts }) => ({ kind: 'deelnemer', id, facts, texts })),
    ).toEqual(deelnemers);
    expect(read).toStrictEqual(here.cached(P));
    for (const { rowKey } of await projecten.range(P, '!', LAST)) {
      expect(rowKey).toMatch(/^(head|[a-z]_[0-9A-Za-z_:.-]+)$/);
    }
  });
});

describe('the cache', () => {
  it('holds no more than its bound, and forgets first what was not used for longest', async () => {
    const { projecten } = await new Lab().tables();
    const log = openLog(projecten, { cacheBytes: 100_000 });
    const projects = ['p_1', 'p_2', 'p_3'];
    for (const id of projects)
      await fill(
        log,
        problemen(1, () => 'x'.repeat(20_000)),
        id,
      );
    expect(projects.map((id) => log.cached(id) !== undefined)).toEqual([false, true, true]);

    log.cached('p_2');
    await log.read('p_1');

    expect(projects.map((id) => log.cached(id) !== undefined)).toEqual([true, true, false]);
    await fill(
      log,
      problemen(1, () => 'x'.repeat(60_000)),
      'p_4',
    );
    expect(log.cached('p_4')).toBeUndefined();
    expect((await log.read('p_4'))?.project.n).toBe(1);
  });

  it('never goes back to an older state because a reader was slow', async () => {
    const lab = new Lab();
    const proxy = await lab.proxy();
    const log = await lab.log(proxy.connectionString);
    await fill(log, problemen(1));
    const fresh = await lab.log();
    await fill(fresh, problemen(1));
    let slow: () => void = () => undefined;
    const isSlow = new Promise<void>((begun) => (slow = begun));
    let asked = 0;
    proxy.fate = ({ url }) => {
      if (!url.includes('filter') || asked++ > 0) return 'pass';
      slow();
      return { delayMs: 200 };
    };

    const reading = log.read(P);
    await isSlow;
    await fill(fresh, problemen(1));
    await log.read(P);
    expect((await reading)?.project.n).toBe(2);

    expect(log.cached(P)?.project.n).toBe(3);
  });
});

it('lets commands of one project in one by one, in order, also after one that fails', async () => {
  const log = await new Lab().log();
  const done: string[] = [];
  const work = (name: string, ms: number) => () =>
    new Promise<void>((resolve, reject) =>
      setTimeout(() => {
        done.push(name);
        if (name === 'mis') reject(new Error('mis'));
        else resolve();
      }, ms),
    );

  const results = await Promise.allSettled([
    log.inLine(P, work('een', 30)),
    log.inLine(P, work('mis', 10)),
    log.inLine('p_ander', work('ander', 5)),
    log.inLine(P, work('drie', 0)),
  ]);

  expect(done).toEqual(['ander', 'een', 'mis', 'drie']);
  expect(results.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
});

it('keeps messages and cards beside the log, and each message until it is finished', async () => {
  const lab = new Lab();
  const [here, there] = [await lab.log(), await lab.log()];
  const outbox = ['samenvatting', 'herinnering'].map((soort) => ({
    soort,
    facts: { voor: ['d1'] },
  }));
  await here.append(EMPTY(), { ...addition('a', problemen(2)), outbox });

  const [first, second] = await there.outbox(P);
  expect([first, second]).toMatchObject(
    outbox.map((message, nth) => ({ ...message, id: `00000002_0${nth}`, at: AT, tries: 0 })),
  );

  const begun = await here.beginSending(P, first!, AT);
  expect(begun?.tries).toBe(1);
  expect(await there.beginSending(P, first!, AT)).toBeUndefined();
  const card: Posted = {
    ...{ id: 'probleem', soort: 'kaart', facts: { stap: 'probleem' }, afloop: 'verstuurd', at: AT },
    ...{ conversation: '19:a@thread.v2', activityId: '1:abc/def', thread: '', digest: 'x' },
  };
  expect(await here.finish(P, begun!, card, true)).toBe(true);
  expect(await there.finish(P, begun!, { ...card, digest: 'old' }, true)).toBe(false);
  expect(await there.live(P)).toEqual([card]);
  expect(await there.posted(P, 'probleem')).toEqual(card);
  expect(await there.posted(P, 'ander')).toBeUndefined();
  await there.savePosted(P, { ...card, digest: 'y' }, true);
  expect((await here.posted(P, 'probleem'))?.digest).toBe('y');
  await there.savePosted(P, { ...card, digest: 'z' }, false);
  expect(await here.live(P)).toEqual([]);
  expect(await here.past(P)).toEqual([{ ...card, digest: 'z' }]);
  expect(await there.outbox(P)).toEqual([second]);
  const ended: Posted = { ...card, id: second!.id, afloop: 'onbereikbaar', activityId: '' };
  expect(await here.finish(P, second!, ended, false)).toBe(true);
  expect(await here.outbox(P)).toEqual([]);
  expect((await here.past(P)).map(({ afloop }) => afloop)).toEqual(['onbereikbaar', 'verstuurd']);
  expect((await here.read(P))?.project.n).toBe(2);
});
