import { Refused } from './errors.ts';

/** Both keys of a row. */
export interface Keys {
  readonly partition: string;
  readonly row: string;
}

/** A row as it was sent. Nothing in it is sure. */
export type Sent = Readonly<Record<string, unknown>>;

type Value = string | number | boolean;

/** What a property holds, and its type where JSON does not show it. */
interface Property {
  readonly value: Value;
  readonly type?: string;
}

/** What a row holds beside its keys and its time. */
export type Properties = ReadonlyMap<string, Property>;

const MAX_ENTITY_BYTES = 1024 * 1024;
const MAX_PROPERTIES = 252;
const MAX_KEY_UNITS = 512;
const MAX_TEXT_UNITS = 32 * 1024;
const MAX_BINARY_BYTES = 64 * 1024;

/** The row in the body of a request; without a body it is one without properties. */
export function sentIn(body: string): Sent {
  if (Buffer.byteLength(body) > MAX_ENTITY_BYTES) throw new Refused('EntityTooLarge');
  const sent = body === '' ? {} : parsed(body);
  if (typeof sent !== 'object' || sent === null) throw new Refused('InvalidInput');
  return sent as Sent;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refused('InvalidInput');
  }
}

/** The keys in a row itself, where its address does not tell them. */
export function keysIn({ PartitionKey: partition, RowKey: row }: Sent): Keys {
  if (typeof partition !== 'string' || typeof row !== 'string')
    throw new Refused('PropertiesNeedValue');
  return { partition, row };
}

// eslint-disable-next-line no-control-regex -- control characters are just what may not stand in a key
const FORBIDDEN_IN_KEYS = /[\u0000-\u001f\u007f-\u009f/\\#?]/;

export function checkKeys({ partition, row }: Keys): void {
  for (const key of [partition, row])
    if (key.length > MAX_KEY_UNITS || FORBIDDEN_IN_KEYS.test(key))
      throw new Refused('InvalidInput');
}

const TYPE = '@odata.type';
const OF_THE_SERVICE = new Set(['PartitionKey', 'RowKey', 'Timestamp', 'odata.etag']);

/** The properties that a row gets by what was sent, over those it has already. What is null changes nothing. */
export function propertiesOf(sent: Sent, standing?: Properties): Properties {
  const properties = new Map(standing);
  for (const [name, value] of Object.entries(sent)) {
    if (value === null || name.endsWith(TYPE) || OF_THE_SERVICE.has(name)) continue;
    properties.set(name, propertyOf(value, sent[name + TYPE]));
  }
  if (properties.size > MAX_PROPERTIES) throw new Refused('TooManyProperties');
  return properties;
}

function propertyOf(sent: unknown, type: unknown): Property {
  if (isText(sent) && isTooLong(sent, type)) throw new Refused('PropertyValueTooLarge');
  const value =
    type === undefined ? untyped(sent) : isText(type) ? KEEPING[type]?.(sent) : undefined;
  if (value === undefined) throw new Refused('InvalidInput');
  return isText(type) && mustBeTold(type, value) ? { value, type } : { value };
}

/** As they go over the line: each value, with `name@odata.type` before it where it has one. */
export const pairsOf = (name: string, { value, type }: Property): string[] => [
  ...(type === undefined ? [] : [pair(name + TYPE, type)]),
  pair(name, value),
];

export const pair = (name: string, value: Value) =>
  `${JSON.stringify(name)}:${JSON.stringify(value)}`;

/** Types that JSON does not show. */
const TOLD = new Set(['Edm.Int64', 'Edm.DateTime', 'Edm.Guid', 'Edm.Binary']);

const mustBeTold = (type: string, value: Value) =>
  TOLD.has(type) || (type === 'Edm.Double' && isText(value));

const isText = (value: unknown) => typeof value === 'string';
const textOnly = (value: unknown) => (isText(value) ? value : undefined);

const BOOLEANS = new Map<unknown, boolean>([
  [true, true],
  ['true', true],
  [false, false],
  ['false', false],
]);

/** What a value is kept as, by the type that came with it; undefined when it is not of that type. */
const KEEPING: Readonly<Record<string, (value: unknown) => Value | undefined>> = {
  'Edm.String': textOnly,
  'Edm.Int64': textOnly,
  'Edm.Guid': textOnly,
  'Edm.Binary': textOnly,
  'Edm.DateTime': (value) => (isText(value) && value !== '' ? inUtc(value) : undefined),
  'Edm.Boolean': (value) => BOOLEANS.get(value),
  'Edm.Int32': (value) => (isText(value) && !/^[+-]?\d+$/.test(value) ? undefined : number(value)),
  'Edm.Double': (value) => (isNoNumber(value) ? value : number(value)),
};

const number = (value: unknown) => {
  const found = isText(value) ? Number.parseFloat(value) : value;
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
};

/** What a double can be that JSON has no number for. */
const isNoNumber = (value: unknown): value is string =>
  value === 'NaN' || value === 'Infinity' || value === '-Infinity';

/** A moment without a zone is meant in UTC. */
const inUtc = (text: string) => (Number.isNaN(Date.parse(`${text}Z`)) ? text : `${text}Z`);

const untyped = (value: unknown) =>
  isText(value) || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;

const isTooLong = (text: string, type: unknown) =>
  type === 'Edm.Binary'
    ? Buffer.byteLength(text, 'base64') > MAX_BINARY_BYTES
    : text.length > MAX_TEXT_UNITS;
