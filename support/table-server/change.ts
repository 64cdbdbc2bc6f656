import { checkKeys, keysIn, propertiesOf, sentIn } from './entity.ts';
import type { Keys, Properties, Sent } from './entity.ts';
import { Refused } from './errors.ts';
import { written, type Row, type Table } from './table.ts';

/** A request to change one row, alone or in a transaction. */
export interface Operation {
  /** POST creates, PUT replaces, PATCH and MERGE merge, DELETE deletes. */
  readonly method: string;
  readonly table: Table;
  readonly keys: Keys;
  readonly sent: Sent;
  /** The version that must still stand: its etag, or `*` for any. Without it PUT and PATCH make what is not there. */
  readonly ifMatch: string | undefined;
}

/** What an operation comes to: the row that will stand, or none. Nothing has been done yet. */
export interface Change {
  readonly table: Table;
  readonly keys: Keys;
  readonly row: Row | undefined;
}

/** Understands a request. `address`: the keys in its url; a new row has them in its body. Throws `Refused`. */
export function operationOf(
  { method, body, ifMatch }: { method: string; body: string; ifMatch: string | undefined },
  table: Table,
  address: Keys | undefined,
): Operation {
  if ((method === 'POST') !== (address === undefined)) throw new Refused('NotImplemented');
  const sent = sentIn(body);
  return { method, table, keys: address ?? keysIn(sent), sent, ifMatch };
}

/** Works an operation out on what stands now. Throws `Refused`. */
export function changeOf({ method, table, keys, sent, ifMatch }: Operation): Change {
  const standing = table.get(keys);
  switch (method) {
    case 'POST': {
      const row = rowOf(keys, sent);
      if (standing !== undefined) throw new Refused('EntityAlreadyExists');
      return { table, keys, row };
    }
    case 'PUT':
    case 'PATCH':
    case 'MERGE': {
      const row = rowOf(keys, sent, method === 'PUT' ? undefined : standing?.properties);
      if (ifMatch !== undefined) checkMatch(ifMatch, standing);
      return { table, keys, row };
    }
    case 'DELETE':
      if (ifMatch === undefined) throw new Refused('MissingRequiredHeader');
      checkMatch(ifMatch, standing);
      return { table, keys, row: undefined };
    default:
      throw new Refused('NotImplemented');
  }
}

/** Carries it out. */
export function apply({ table, keys, row }: Change): void {
  if (row === undefined) table.delete(keys);
  else table.set(row);
}

function rowOf(keys: Keys, sent: Sent, over?: Properties): Row {
  checkKeys(keys);
  return written(keys, propertiesOf(sent, over));
}

const ETAG = /^W\/"[^"]*"$/i;

function checkMatch(ifMatch: string, standing: Row | undefined): void {
  const isAny = ifMatch === '*';
  if (!isAny && !ETAG.test(ifMatch)) throw new Refused('InvalidInput');
  if (standing === undefined) throw new Refused('ResourceNotFound');
  if (!isAny && ifMatch !== standing.etag) throw new Refused('UpdateConditionNotSatisfied');
}
