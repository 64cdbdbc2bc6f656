import { createHash } from 'node:crypto';
import { remember } from '../memory/remember.ts';
import { keyOf, LAST } from './table/rows.ts';
import { StorageDown } from './table/failure.ts';
import { settle, type Clock, type Table } from './table/table.ts';
import type { Row } from './table/write.ts';
import { DAY_MS } from '../process/taal/time.ts';

/** The right to do all sending of one project for a while. */
export interface Lease {
  readonly projectId: string;
  readonly holder: string;
  /** When the project was last announced to have something to do, UTC ISO. */
  readonly touched: string;
  /** Set when the live card is to be posted again. */
  readonly raised: Raise | undefined;
  readonly version: string;
  /** Until when, UTC ISO. */
  readonly until: string;
  /** True when its holder had it already, and nobody else in between. */
  readonly isProlonged: boolean;
}

/** Whether to post the live card again in any case, or only when there is none. */
export type Raise = 'always' | 'whenLost';

/**
 * Which projects have something to send. The wake row of a project stands from before the first transaction of a burst
 * until an instance finds nothing left to do. All throw `StorageDown`. `now`: UTC ISO, equal on all instances to within
 * 30 s.
 */
export interface Wekker {
  /** How long a lease holds, ms. */
  readonly leaseMs: number;
  /**
   * Called before a transaction that needs sending. It costs one call for a burst: it does nothing for `WAKE_EVERY_MS`
   * after that.
   */
  wake(projectId: string, now: string): Promise<void>;
  /** The same, at once, to have the live card posted again. */
  raise(projectId: string, now: string, when: Raise): Promise<void>;
  /**
   * Takes the lease for `leaseMs`, or prolongs it for its holder: `had` is the lease that it has. Undefined when there is
   * nothing to do, or when another instance holds it: that one is then told to look once more.
   */
  claim(projectId: string, holder: string, now: string, had?: Lease): Promise<Lease | undefined>;
  /**
   * Called when all is sent. `touched`: something came meanwhile, so claim again and look once more. `kept`: the row
   * stays, because a transaction that it announced may still come; `due` names the project again after that.
   */
  release(lease: Lease, now: string): Promise<'released' | 'touched' | 'kept'>;
  /** Leaves the rest to the next sweep of another instance, with what was asked for and what came meanwhile. */
  letGo(lease: Lease): Promise<void>;
  /**
   * The project has something to do from `due` on, UTC ISO. Planning its next moment is enough, and repeating it does no
   * harm.
   */
  plan(projectId: string, due: string): Promise<void>;
  /**
   * The projects that have something to do and that no instance holds, including those with a moment that has come. It
   * takes one query for each shard, however many moments are still to come.
   */
  due(now: string): Promise<Due>;
  /** Says that this instance is running, for `PRESENT_MS`, and gives the number of instances. */
  present(holder: string, now: string): Promise<number>;
  /** The number of instances that are running now. */
  instances(now: string): Promise<number>;
  /** What is kept for each project: when it was planned to be looked at, and whether a wake row stands. For inspection. */
  kept(): Promise<ReadonlyMap<string, Kept>>;
}

/** What the index holds of one project. */
export interface Kept {
  readonly isAwake: boolean;
  /** UTC ISO, the earliest; undefined when nothing is planned. */
  readonly planned: string | undefined;
}

/** What there is to do. */
interface Due {
  readonly projects: readonly string[];
  /** How long the oldest of it has waited, also while it is being worked on; 0 when nothing waits. */
  readonly overdueMs: number;
}

/** The length of a lease, unless another is asked for: who dies is missed so soon. Its holder prolongs it. */
export const LEASE_MS = 15_000;
/** A transaction follows its wake within `WAKE_EVERY_MS` and 4 s; the rest allows for clocks that differ. */
export const SETTLE_MS = 60_000;
export const WAKE_EVERY_MS = 10_000;
/** An instance that was not heard of for this long does not count any more. */
const PRESENT_MS = 90_000;
const FORGOTTEN_MS = DAY_MS;
const PRESENT = keyOf('i_instances');
const REMEMBERED = 10_000;
/** The number of moments handled at the same time. */
const AT_ONCE = 32;
const SHARDS = 16;
const TRIES = 4;

/** The wekker in its table; `clock`: monotonic, ms. */
export function openWekker(table: Table, clock: Clock, leaseMs = LEASE_MS): Wekker {
  const woken = new Map<string, number>();
  /** The moment planned last for a project: its row stands until it comes. */
  const planned = remember<string>(REMEMBERED);

  return {
    leaseMs,
    wake: async (projectId, now) => {
      const begun = clock();
      for (const [id, at] of woken) if (begun - at >= WAKE_EVERY_MS) woken.delete(id);
      if (woken.has(projectId)) return;
      await settle(table, touch(projectId, now));
      woken.set(projectId, begun);
    },
    raise: (projectId, now, raised) => settle(table, touch(projectId, now, { raised })),
    claim: (projectId, holder, now, had) => claim(table, projectId, holder, { now, leaseMs, had }),
    release: (lease, now) => release(table, lease, now),
    letGo: (lease) => letGo(table, lease),
    plan: async (projectId, due) => {
      if (planned.get(projectId) === due) return;
      await settle(table, { op: 'put', row: momentRow(projectId, due) });
      planned.set(projectId, due);
    },
    due: async (now) => {
      const shards = await Promise.all(
        Array.from({ length: SHARDS }, (_, nth) =>
          table.range(shard(nth), 'a_', `m_${now}${LAST}`),
        ),
      );
      const rows = shards.flat();
      const come = rows.filter(({ rowKey }) => rowKey.startsWith('m_'));
      for (let from = 0; from < come.length; from += AT_ONCE)
        await Promise.all(come.slice(from, from + AT_ONCE).map((row) => arrive(table, row, now)));
      const awake = rows.filter((row) => row.rowKey.startsWith('a_') && isDue(row, now));
      const projects = [...new Set([...come, ...awake].map((row) => String(row['project'])))];
      return { projects, overdueMs: overdueOf(rows, now) };
    },
    present: async (holder, now) => {
      const row: Row = { partitionKey: PRESENT, rowKey: keyOf(`i_${holder}`), at: now };
      await settle(table, { op: 'put', row });
      const all = await present(table);
      const gone = all.filter((found) => String(found['at']) < plus(now, -FORGOTTEN_MS));
      await Promise.all(gone.map((found) => settle(table, { op: 'delete', row: found })));
      return all.filter((found) => isHere(found, now)).length;
    },
    instances: async (now) => (await present(table)).filter((found) => isHere(found, now)).length,
    kept: async () => {
      const shards = await Promise.all(
        Array.from({ length: SHARDS }, (_, nth) => table.range(shard(nth), 'a_', `m_${LAST}`)),
      );
      const kept = new Map<string, Kept>();
      for (const row of shards.flat()) {
        const before = kept.get(String(row['project']));
        const isAwake = row.rowKey.startsWith('a_');
        const due = isAwake ? undefined : row.rowKey.split('_')[1];
        kept.set(String(row['project']), {
          isAwake: isAwake || before?.isAwake === true,
          // In order of time, so the first is the earliest.
          planned: before?.planned ?? due,
        });
      }
      return kept;
    },
  };
}

const present = (table: Table) => table.range(PRESENT, 'i_', `i_${LAST}`);
const isHere = (row: Row, now: string) => String(row['at']) > plus(now, -PRESENT_MS);

const shard = (nth: number) => keyOf(`w_${String(nth).padStart(2, '0')}`);

/** After the wake rows, in order of time. */
const momentRow = (projectId: string, due: string): Row => ({
  partitionKey: shardOf(projectId),
  rowKey: keyOf(`m_${due}_${keyOf(projectId)}`),
  project: projectId,
});

/** A moment that has come wakes its project first. The instance that does what is due plans the next one. */
async function arrive(table: Table, { partitionKey, rowKey, project }: Row, now: string) {
  await settle(table, touch(String(project), now));
  await settle(table, { op: 'delete', row: { partitionKey, rowKey } });
}

/** A project's shard and wake row. */
function keysOf(projectId: string) {
  return { partitionKey: shardOf(projectId), rowKey: keyOf(`a_${keyOf(projectId)}`) };
}

function shardOf(projectId: string) {
  const [first = 0] = createHash('sha256').update(projectId).digest();
  return shard(first % SHARDS);
}

const plus = (utc: string, ms: number) => new Date(Date.parse(utc) + ms).toISOString();
const isHeld = (row: Row, now: string) => String(row['until'] ?? '') > now;
const hasSettled = (touched: string, now: string) => plus(touched, SETTLE_MS) <= now;

/** `done`: nothing was left to do since it was last touched. */
const isDue = (row: Row, now: string) =>
  !isHeld(row, now) && (row['done'] !== true || hasSettled(String(row['touched']), now));

/**
 * A moment waits since it came, a project since it was last touched or taken up. Work that is tried again and again, for
 * example because one person's chat cannot be opened, does not count as waiting.
 */
function overdueOf(rows: readonly Row[], now: string): number {
  const since = rows
    .filter((row) => row['done'] !== true)
    .map(sinceOf)
    .sort()[0];
  return since === undefined ? 0 : Math.max(0, Date.parse(now) - Date.parse(since));
}

function sinceOf(row: Row): string {
  if (row.rowKey.startsWith('m_')) return String(row.rowKey.split('_')[1]);
  const [touched, tried] = [String(row['touched']), String(row['tried'] ?? '')];
  return touched > tried ? touched : tried;
}

async function claim(
  table: Table,
  projectId: string,
  holder: string,
  { now, leaseMs, had }: { now: string; leaseMs: number; had: Lease | undefined },
) {
  const { partitionKey, rowKey } = keysOf(projectId);
  let hasTold = false;
  for (let tries = 0; tries < TRIES; tries++) {
    const row = await table.get(partitionKey, rowKey);
    if (!row) return undefined;
    if (isHeld(row, now) && row['holder'] !== holder) {
      if (hasTold) return undefined;
      await settle(table, touch(projectId, now));
      // Unless the holder let go just before.
      hasTold = true;
      continue;
    }
    const touched = String(row['touched']);
    const raised = row['raised'] as Raise | undefined;
    const until = plus(now, leaseMs);
    const held = { holder, until };
    const isProlonged = row['holder'] === holder && row['until'] === had?.until;
    const taken = { ...wakeRow(projectId, touched, held), tried: now };
    const written = await table.write([{ op: 'replace', row: taken, etag: row.etag }]);
    if (written.kind === 'done')
      return { projectId, holder, touched, raised, until, isProlonged, version: written.etag };
  }
  throw new StorageDown('the sending of a project could not be claimed');
}

/** Only while this instance holds the lease. A touch meanwhile changes the row, but not its holder. */
async function letGo(table: Table, { projectId, holder, raised: asked }: Lease): Promise<void> {
  const { partitionKey, rowKey } = keysOf(projectId);
  for (let tries = 0; tries < TRIES; tries++) {
    const row = await table.get(partitionKey, rowKey);
    if (row?.['holder'] !== holder) return;
    const raised = (row['raised'] as Raise | undefined) ?? asked;
    const free = wakeRow(projectId, String(row['touched']), { holder: '', until: '' });
    const written = await table.write([
      { op: 'replace', row: { ...free, ...(raised && { raised }) }, etag: row.etag },
    ]);
    if (written.kind === 'done') return;
  }
}

/** Leaves the lease alone, but changes the version on which its holder would let go. */
function touch(projectId: string, now: string, more: { raised?: Raise } = {}) {
  const row: Row = { ...keysOf(projectId), project: projectId, touched: now, done: false, ...more };
  return { op: 'merge', row } as const;
}

function wakeRow(projectId: string, touched: string, held: { holder: string; until: string }): Row {
  return { ...keysOf(projectId), project: projectId, touched, done: false, ...held };
}

async function release(table: Table, lease: Lease, now: string) {
  const { projectId, touched, version: etag } = lease;
  const isOver = hasSettled(touched, now);
  const row = { ...wakeRow(projectId, touched, { holder: '', until: '' }), done: true };
  const written = await table.write([
    isOver ? { op: 'delete', row: keysOf(projectId), etag } : { op: 'replace', row, etag },
  ]);
  // An unknown outcome counts as touched, because looking again does no harm.
  if (written.kind !== 'done') return 'touched';
  return isOver ? 'released' : 'kept';
}
