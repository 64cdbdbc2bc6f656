import { createHash, randomBytes } from 'node:crypto';
import type { Args } from '../process/vormen/screen.ts';
import { chunks, joined, keyOf, LAST } from './table/rows.ts';
import { settle, type Table } from './table/table.ts';
import type { Found } from './table/write.ts';

/** Who may fetch what, once. */
export interface Link {
  /** Project id. */
  readonly project: string;
  /** Deelnemer id. */
  readonly wie: string;
  readonly vraag: Args;
}

/**
 * What became of a link that was followed. `nooit`: not a link of ours. `voorbij`: it was used, its time is over, or it
 * was never made.
 */
type Gebruikt = { kind: 'link'; link: Link } | { kind: 'nooit' } | { kind: 'voorbij' };

/** Links that open one file once, within a minute, on any instance. All throw `StorageDown`. */
export interface Links {
  /** The token: part of an address. */
  maak(link: Link): Promise<string>;
  /** When several follow a link at once, exactly one gets the file. */
  gebruik(token: string): Promise<Gebruikt>;
  /** The person who followed the link got nothing, by no fault of theirs: it works once more, within the same minute. */
  terug(token: string, link: Link): Promise<void>;
}

export const GELDIG_MS = 60_000;
/**
 * Links that were not used are removed with the next link, some minutes later, because clocks of instances differ a
 * little.
 */
const BEWAAR_MS = 10 * 60_000;
const MAX_WEG = 50;

const PARTITION = keyOf('l_links');
/** When it ends, ms since 1970 in 13 digits, and 32 random bytes. */
const TOKEN = /^(\d{13})\.[A-Za-z0-9_-]{43}$/;

/** Links in the table `wegwijzer`; only a hash of the token is kept. `now`: UTC ISO. */
export function openLinks(table: Table, now: () => string): Links {
  return {
    maak: async (link) => {
      const ends = Date.parse(now()) + GELDIG_MS;
      const token = `${ends}.${randomBytes(32).toString('base64url')}`;
      await settle(table, { op: 'put', row: rowOf(token, link) });
      await opruimen(table, ends - GELDIG_MS - BEWAAR_MS);
      return token;
    },

    gebruik: async (token) => {
      const ends = TOKEN.exec(token)?.[1];
      if (ends === undefined) return { kind: 'nooit' };
      const found = await table.get(PARTITION, keyVan(token));
      if (!found || !(await isWeg(table, found))) return { kind: 'voorbij' };
      return Date.parse(now()) <= Number(ends)
        ? { kind: 'link', link: joined(found, 'link') as Link }
        : { kind: 'voorbij' };
    },

    terug: (token, link) => settle(table, { op: 'put', row: rowOf(token, link) }),
  };
}

/** In order of their end, so that old links stand together. */
function keyVan(token: string): string {
  const [ends = ''] = token.split('.');
  return keyOf(`l_${ends}_${createHash('sha256').update(token).digest('hex')}`);
}

const rowOf = (token: string, link: Link) => ({
  partitionKey: PARTITION,
  rowKey: keyVan(token),
  ...chunks('link', link),
});

/** The caller that deletes the row has used the link. After an unknown outcome no one has: a new link is quickly made. */
async function isWeg(table: Table, { partitionKey, rowKey, etag }: Found): Promise<boolean> {
  const { kind } = await table.write([{ op: 'delete', row: { partitionKey, rowKey }, etag }]);
  return kind === 'done';
}

async function opruimen(table: Table, before: number): Promise<void> {
  const old = await table.range(PARTITION, 'l_', `l_${before}${LAST}`);
  await Promise.all(
    old
      .slice(0, MAX_WEG)
      .map(({ partitionKey, rowKey }) =>
        settle(table, { op: 'delete', row: { partitionKey, rowKey } }),
      ),
  );
}
