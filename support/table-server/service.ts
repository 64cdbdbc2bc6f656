import { ACCOUNT, addressOf } from './address.ts';
import { refusal, type Answer, type Request } from './answer.ts';
import { operationOf, type Operation } from './change.ts';
import { Refused } from './errors.ts';
import { changeRow, findRows, getRow } from './rows.ts';
import { createTable, deleteTable, listTables, tableIn, type Tables } from './tables.ts';
import { transact, type Part } from './transaction.ts';

/** What the account holds, and how many rows an answer may. */
export interface Service {
  readonly tables: Tables;
  readonly rowsPerPage: number;
}

/** How long a request may be. */
export const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** Does what is asked, at once and whole; or nothing of it, and says why. */
export function answerTo(request: Request, service: Service): Answer {
  try {
    // The signature is not looked at: nothing here is a secret.
    if (request.authorization?.startsWith(`SharedKeyLite ${ACCOUNT}:`) !== true)
      throw new Refused('AuthorizationFailure');
    if (Buffer.byteLength(request.body) > MAX_BODY_BYTES) throw new Refused('RequestBodyTooLarge');
    return done(request, service);
  } catch (error) {
    if (error instanceof Refused) return refusal(error, request);
    // A fault of this server is for the test that asked: the others go on.
    return { status: 500, headers: {}, body: String((error as Error).stack) };
  }
}

function done(request: Request, { tables, rowsPerPage }: Service): Answer {
  const { address, query } = addressOf(request.url);
  const asks = (about: string) => `${request.method} ${address.about}` === about;
  if (asks('GET tables')) return listTables(request, tables, query);
  if (asks('POST tables')) return createTable(request, tables);
  if (asks('POST transaction')) return transact(request, (part) => operationIn(part, tables));
  if (address.about === 'table') return deleteTable(request, tables, address.table);
  if (!('table' in address)) throw new Refused('NotImplemented');
  const table = tableIn(tables, address.table);
  const keys = 'keys' in address ? address.keys : undefined;
  if (request.method !== 'GET') return changeRow(request, table, keys);
  return keys ? getRow(request, table, keys, query) : findRows(request, table, query, rowsPerPage);
}

/** What a part of a transaction asks for. */
function operationIn(part: Part, tables: Tables): Operation {
  const { address } = addressOf(part.url);
  if (!('table' in address)) throw new Refused('NotImplemented');
  const keys = 'keys' in address ? address.keys : undefined;
  return operationOf(part, tableIn(tables, address.table), keys);
}
