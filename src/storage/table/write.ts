import type { TableClient, TransactionAction } from '@azure/data-tables';

/** One row, as it is written. Keys are generated ids (see `rows.ts`). */
export interface Row {
  readonly partitionKey: string;
  readonly rowKey: string;
  readonly [property: string]: string | number | boolean;
}

/** One row as it stands, with the version that If-Match compares. */
export type Found = Row & { readonly etag: string };

/** One change of one row. `put` and `merge` make the row when it does not exist; `merge` leaves other properties alone. */
export type Write =
  | { op: 'create'; row: Row }
  | { op: 'put'; row: Row }
  | { op: 'merge'; row: Row }
  | { op: 'replace'; row: Row; etag: string }
  | { op: 'delete'; row: Pick<Row, 'partitionKey' | 'rowKey'>; etag?: string };

type Limit = { abortSignal: AbortSignal };

/** Sends one write. Gives the new version of the row; empty after a delete, undefined when the answer does not tell. */
export async function writeOne(
  client: TableClient,
  write: Write,
  limit: Limit,
): Promise<string | undefined> {
  switch (write.op) {
    case 'create':
      return (await client.createEntity(write.row, limit)).etag;
    case 'put':
      return (await client.upsertEntity(write.row, 'Replace', limit)).etag;
    case 'merge':
      return (await client.upsertEntity(write.row, 'Merge', limit)).etag;
    case 'replace':
      return (await client.updateEntity(write.row, 'Replace', { ...limit, etag: write.etag })).etag;
    case 'delete': {
      const { partitionKey, rowKey } = write.row;
      await client.deleteEntity(partitionKey, rowKey, { ...limit, etag: write.etag ?? '*' });
      return '';
    }
  }
}

/** Sends several writes of one partition as one transaction. Gives the new version of the first row, as `writeOne` does. */
export async function writeAll(
  client: TableClient,
  writes: readonly [Write, ...Write[]],
  limit: Limit,
): Promise<string | undefined> {
  const answer = await client.submitTransaction(writes.map(actionOf), limit);
  // By position, because the answer to an update does not name its row.
  return writes[0].op === 'delete' ? '' : answer.subResponses[0]?.etag;
}

function actionOf(write: Write): TransactionAction {
  switch (write.op) {
    case 'create':
      return ['create', write.row];
    case 'put':
      return ['upsert', write.row, 'Replace'];
    case 'merge':
      return ['upsert', write.row, 'Merge'];
    case 'replace':
      return ['update', write.row, 'Replace', { etag: write.etag }];
    case 'delete':
      // The SDK sends no If-Match for a delete inside a transaction.
      if (write.etag !== undefined) throw new Error('a delete in a transaction takes no etag');
      return ['delete', write.row];
  }
}
