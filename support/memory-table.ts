import type { Table } from '../src/storage/table/table.ts';
import type { Found, Write } from '../src/storage/table/write.ts';

/** A table in memory, for measurements of sending and not of storage. Each call is done at once, completely or not at all. */
export function tableInMemory(): Table {
  const partitions = new Map<string, Map<string, Found>>();
  let version = 0;

  const partitionOf = (key: string) => {
    const found = partitions.get(key) ?? new Map<string, Found>();
    partitions.set(key, found);
    return found;
  };

  const isRefused = ({ op, row, ...rest }: Write): boolean => {
    const stands = partitionOf(row.partitionKey).get(row.rowKey);
    const etag = 'etag' in rest ? rest.etag : undefined;
    if (op === 'create') return stands !== undefined;
    if (op === 'put' || op === 'merge') return false;
    return stands === undefined || (etag !== undefined && etag !== '*' && etag !== stands.etag);
  };

  const apply = ({ op, row }: Write): string => {
    const { partitionKey, rowKey } = row;
    const rows = partitionOf(partitionKey);
    if (op === 'delete') {
      rows.delete(rowKey);
      return '';
    }
    const etag = `v${++version}`;
    rows.set(rowKey, { ...(op === 'merge' ? rows.get(rowKey) : {}), ...row, etag });
    return etag;
  };

  return {
    get: async (partition, row) => partitions.get(partition)?.get(row),
    range: async (partition, from, to) =>
      [...(partitions.get(partition)?.values() ?? [])]
        .filter(({ rowKey }) => rowKey >= from && rowKey <= to)
        .sort((a, b) => (a.rowKey < b.rowKey ? -1 : 1)),
    all: async () => [...partitions.values()].flatMap((rows) => [...rows.values()]),
    partitionsWith: async (row) =>
      [...partitions].filter(([, rows]) => rows.has(row)).map(([key]) => key),
    write: async (writes) => {
      if (writes.some(isRefused)) return { kind: 'conflict' };
      const [etag = ''] = writes.map(apply);
      return { kind: 'done', etag };
    },
  };
}
