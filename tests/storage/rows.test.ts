import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/process/feiten/project.ts';
import {
  CHUNK_UNITS,
  chunks,
  eventOf,
  eventRow,
  isTooBig,
  joined,
  keyOf,
  MAX_PROPERTIES,
  MAX_ROW_BYTES,
  MAX_ROWS,
  MAX_TRANSACTION_BYTES,
  rowBytes,
} from '../../src/storage/table/rows.ts';
import type { Row, Write } from '../../src/storage/table/write.ts';
import blns from '../data/blns.json' with { type: 'json' };

const create = (row: Row): Write => ({ op: 'create', row });
const rowWith = (properties: Record<string, string | number>): Row => ({
  partitionKey: 'p_1',
  rowKey: 'e_1',
  ...properties,
});
const event = (texts: Record<string, string>): Event => ({
  ...{ n: 42, v: 1, kind: 'probleem', id: 'x42', at: '2026-03-02T10:00:00.000Z', by: 'd1' },
  ...{ facts: { aantal: 3, lijst: ['a', null], ja: true }, texts },
});

/** A row of exactly this many bytes. */
function rowOf(bytes: number): Row {
  const row: Record<string, string> = {};
  let nth = 0;
  while (rowBytes(rowWith(row)) < bytes - 60_000) row[`t${nth++}`] = 'x'.repeat(30_000);
  const rest = bytes - rowBytes(rowWith({ ...row, t: 'xx' }));
  row['t'] = 'x'.repeat(2 + rest / 2);
  expect(rowBytes(rowWith(row))).toBe(bytes);
  return rowWith(row);
}

describe('a text in a row', () => {
  it('stays in one property up to 32,000 units and goes on in the next after that', () => {
    const quotes = 2;

    expect(Object.keys(chunks('texts', 'x'.repeat(CHUNK_UNITS - quotes)))).toEqual(['texts0']);
    expect(Object.keys(chunks('texts', 'x'.repeat(CHUNK_UNITS - quotes + 1)))).toEqual([
      'texts0',
      'texts1',
    ]);
  });

  it('is never cut through a sign of two halves', () => {
    for (const before of ['', 'x']) {
      const text = before + '🚓'.repeat(CHUNK_UNITS);
      const parts = chunks('texts', text);

      for (const part of Object.values(parts)) {
        expect(part.length).toBeLessThanOrEqual(CHUNK_UNITS);
        expect(Buffer.from(part).toString()).toBe(part);
      }
      expect(joined(rowWith(parts), 'texts')).toBe(text);
    }
  });

  it('comes back as it was: naughty strings, half signs, line separators [risk R33]', () => {
    const all = [
      ...blns,
      '\ud83d alleen',
      'alleen \ude93',
      'a\u2028b\u2029c',
      '--changeset_1\r\nPOST http://x\r\n',
    ];
    const texts = Object.fromEntries(all.map((text, nth) => [`veld${nth}`, text]));

    expect(eventOf(eventRow('p_1', event(texts)))).toEqual(event(texts));
  });
});

describe('limits', () => {
  it('takes a row of 252 properties and refuses one more [risk R29]', () => {
    const properties = (count: number) =>
      rowWith(Object.fromEntries(Array.from({ length: count }, (_, nth) => [`t${nth}`, 1])));

    expect(isTooBig([create(properties(MAX_PROPERTIES))])).toBe(false);
    expect(isTooBig([create(properties(MAX_PROPERTIES + 1))])).toBe(true);
  });

  it('takes a property of 32,000 units and refuses one more [risk R29]', () => {
    expect(isTooBig([create(rowWith({ t: 'x'.repeat(CHUNK_UNITS) }))])).toBe(false);
    expect(isTooBig([create(rowWith({ t: 'x'.repeat(CHUNK_UNITS + 1) }))])).toBe(true);
  });

  it('takes a row of 1 MiB and refuses a sign more [risk R29]', () => {
    expect(isTooBig([create(rowOf(MAX_ROW_BYTES))])).toBe(false);
    expect(isTooBig([create(rowOf(MAX_ROW_BYTES + 2))])).toBe(true);
  });

  it('takes 90 rows and refuses one more [risk R29]', () => {
    const rows = (count: number) =>
      Array.from({ length: count }, () => create(rowWith({ t: 'x' })));

    expect(isTooBig(rows(MAX_ROWS))).toBe(false);
    expect(isTooBig(rows(MAX_ROWS + 1))).toBe(true);
  });

  it('takes 3 MiB in one transaction and refuses a sign more [risk R29]', () => {
    const OPERATION_BYTES = 600;
    const quarter = MAX_TRANSACTION_BYTES / 4 - OPERATION_BYTES;
    const three = [1, 2, 3].map(() => create(rowOf(quarter)));

    expect(isTooBig([...three, create(rowOf(quarter))])).toBe(false);
    expect(isTooBig([...three, create(rowOf(quarter + 2))])).toBe(true);
  });

  it('counts what goes over the line where that is more than Azure counts', () => {
    const latin = rowBytes(rowWith({ t: 'x'.repeat(1000) }));
    const euro = rowBytes(rowWith({ t: '€'.repeat(1000) }));

    expect(euro - latin).toBe(1002);
  });
});

describe('a key', () => {
  it('is a generated id, never what somebody typed [risk R27]', () => {
    for (const text of [
      ...blns,
      'P_1',
      'p_',
      'p_a/b',
      'p_a#b',
      'p_a?b',
      'p_\\',
      'p_é',
      `p_${'x'.repeat(500)}`,
    ]) {
      expect(() => keyOf(text)).toThrow();
    }
    expect(keyOf('p_2026-03-02T10:00:00.000Z_x.1')).toBe('p_2026-03-02T10:00:00.000Z_x.1');
  });
});

it('refuses to read an event of a version from the future', () => {
  expect(() => eventOf({ ...eventRow('p_1', event({})), v: 99 })).toThrow('version 99');
});
