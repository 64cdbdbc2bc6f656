import { TableClient, TableServiceClient } from '@azure/data-tables';
import { createHmac, randomUUID } from 'node:crypto';

/** What came back, as it was. */
interface Answer {
  status: number;
  headers: Headers;
  /** The code of the error, where it is one. */
  code: string | undefined;
  body: string;
}

/** A service of tables, spoken to directly, and a table in it that is new. */
export interface Wire {
  name: string;
  table: TableClient;
  service: TableServiceClient;
  /** Another table of the same account; it need not be there. */
  tableNamed: (name: string) => TableClient;
  /** Sends this, signed, to a path below the account. */
  send: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
}

const OPTIONS = { allowInsecureConnection: true, retryOptions: { maxRetries: 0 } };

export async function openWire(connection: string): Promise<Wire> {
  const name = `t${randomUUID().replaceAll('-', '')}`;
  const tableNamed = (table: string) =>
    TableClient.fromConnectionString(connection, table, OPTIONS);
  const table = tableNamed(name);
  await table.createTable();
  return {
    ...{ name, table, tableNamed },
    service: TableServiceClient.fromConnectionString(connection, OPTIONS),
    send: (method, path, body, headers = {}) => send(connection, method, path, body, headers),
  };
}

async function send(
  connection: string,
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<Answer> {
  const part = (name: string) => new RegExp(`${name}=([^;]+)`).exec(connection)?.[1] ?? '';
  const url = new URL(part('TableEndpoint') + path);
  const date = new Date().toUTCString();
  const response = await fetch(url, {
    method,
    headers: {
      Accept: 'application/json;odata=minimalmetadata',
      'Content-Type': 'application/json',
      'x-ms-date': date,
      'x-ms-version': '2019-02-02',
      Authorization: `SharedKeyLite devstoreaccount1:${signature(part('AccountKey'), date, url)}`,
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, code: codeIn(text), body: text };
}

/** Over the time and the resource: the account, and the path, in which the account stands again. */
const signature = (key: string, date: string, { pathname }: URL) =>
  createHmac('sha256', Buffer.from(key, 'base64'))
    .update(`${date}\n/devstoreaccount1${pathname}`)
    .digest('base64');

const codeIn = (text: string) => /"odata\.error":\{"code":"(\w*)"/.exec(text)?.[1];

interface Refusal {
  status: number;
  code: string | undefined;
}

/** With what the client fails; undefined when it does not. */
export async function refusalOf(doing: Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await doing;
    return undefined;
  } catch (error) {
    const { statusCode: status, code, details } = error as Failure;
    return { status, code: details?.odataError?.code ?? code };
  }
}

interface Failure {
  statusCode: number;
  code?: string;
  details?: { odataError?: { code: string } };
}
