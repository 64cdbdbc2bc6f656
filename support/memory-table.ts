import { RestError } from '@azure/data-tables';
import { setImmediate as turn } from 'node:timers/promises';
import { failureOf } from '../src/storage/table/failure.ts';
import type { Table } from '../src/storage/table/table.ts';
import type { Found, Write } from '../src/storage/table/write.ts';
import type { Operation } from './table-server/change.ts';
import { sentIn } from './table-server/entity.ts';
import { Refused } from './table-server/errors.ts';
import { MAX_BODY_BYTES } from './table-server/service.ts';
import { Table as Rows, type Row } from './table-server/table.ts';
import { MAX_OPERATIONS, Together } from './table-server/together.ts';

/**
 * A table as the table server keeps it, without a line to it: for what is not about storage. `tests/memory-table.test.ts`
 * holds it to the rules of storage. Each call takes two turns of the event loop, so that others come between.
 */
export function tableInMemory(): Table {
  const rows = new Rows('memory');
  const during = async <T>(does: () => T): Promise<T> => {
    await turn();
    const outcome = does();
    await turn();
    return outcome;
  };
  return {
    get: (partition, row) => during(() => foundOf(rows.get({ partition, row }))),
    range: (partition, from, to) => during(() => rangeOf(rows, partition, from, to).map(asFound)),
    all: () => during(() => [...rows.from(FIRST)].map(asFound)),
    partitionsWith: (key) =>
      during(() =>
        [...rows.from(FIRST)].flatMap(({ partition, row }) => (row === key ? [partition] : [])),
      ),
    write: (writes) => during(() => outcomeOf(rows, writes)),
  };
}

const FIRST = { partition: '', row: '' };

function rangeOf(rows: Rows, partition: string, from: string, to: string): Row[] {
  const found: Row[] = [];
  for (const row of rows.from({ partition, row: from })) {
    if (row.partition !== partition || row.row > to) break;
    found.push(row);
  }
  return found;
}

function asFound({ partition, row, etag, properties }: Row): Found {
  const found: Record<string, string | number | boolean> = {
    ...{ partitionKey: partition, rowKey: row, etag },
  };
  for (const [name, { value }] of properties) found[name] = value;
  return found as Found;
}

const foundOf = (row: Row | undefined) => row && asFound(row);

type Outcome = Awaited<ReturnType<Table['write']>>;

function outcomeOf(rows: Rows, writes: readonly Write[]): Outcome {
  try {
    const { changes } = done(rows, writes);
    return { kind: 'done', etag: changes[0]?.row?.etag ?? '' };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { code, status: statusCode } = error;
    const kind = failureOf(new RestError(error.message, { code, statusCode }));
    if (kind === 'bug') throw error;
    return { kind };
  }
}

function done(rows: Rows, writes: readonly Write[]): Together {
  if (writes.length > MAX_OPERATIONS) throw new Refused('InvalidInput');
  const bodies = writes.map(bodyOf);
  if (Buffer.byteLength(bodies.join()) > MAX_BODY_BYTES) throw new Refused('RequestBodyTooLarge');
  const together = new Together();
  writes.forEach((write, nth) => {
    // The SDK sends no If-Match for a delete inside a transaction.
    if (writes.length > 1 && write.op === 'delete' && write.etag !== undefined)
      throw new Error('a delete in a transaction takes no etag');
    together.add(operationOf(rows, write, bodies[nth] ?? ''));
  });
  together.apply();
  return together;
}

/** What goes over the line of a row, so that as much is too much. */
function bodyOf({ op, row }: Write): string {
  const { partitionKey: _partition, rowKey: _row, ...properties } = row;
  return op === 'delete' ? '' : JSON.stringify(properties);
}

const METHOD = { create: 'POST', put: 'PUT', merge: 'MERGE', replace: 'PUT', delete: 'DELETE' };

function operationOf(rows: Rows, write: Write, body: string): Operation {
  const { partitionKey: partition, rowKey: row } = write.row;
  const any = write.op === 'delete' ? '*' : undefined;
  return {
    method: METHOD[write.op],
    table: rows,
    keys: { partition, row },
    sent: sentIn(body),
    ifMatch: 'etag' in write ? (write.etag ?? any) : any,
  };
}
