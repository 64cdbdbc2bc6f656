import { createHash } from 'node:crypto';
import { openPlaces, type Places } from './places.ts';
import { keyOf, LAST } from './table/rows.ts';
import { StorageDown } from './table/failure.ts';
import { settle, type Table } from './table/table.ts';
import type { Found, Row } from './table/write.ts';

/** Whether the conversation's one open project is now the one that asked, or which project it is. */
type Claim = 'yours' | { taken: string };

/** A person in Entra. */
interface PersonKey {
  readonly tenant: string;
  readonly oid: string;
}

/**
 * Leads from conversations and people to projects: only to find the way, never to decide. An entry is made before the
 * project itself, so it may point to a project without a log; the other way round a project could be lost. Conversations
 * and people are hashed. All throw `StorageDown`. `at`: UTC ISO.
 */
export interface Directory extends Places {
  /** The projects of a conversation, in the order in which they were added. */
  projectsOf(conversation: string): Promise<string[]>;
  /** Adds a project, for personal chats, which may hold several at once. */
  addTo(conversation: string, projectId: string, at: string): Promise<void>;
  /** The open project of a channel or group chat. */
  openOf(conversation: string): Promise<string | undefined>;
  /** Adds a project as the open one. Of all that try at once exactly one gets `yours`, and gets it again when it repeats. */
  claimOpen(conversation: string, projectId: string, at: string): Promise<Claim>;
  /** The same, also in the place of `old`, which is closed or was never begun; not within 10 s after that was added. */
  replaceOpen(conversation: string, old: string, projectId: string, at: string): Promise<Claim>;
  /** After a project has closed. Leaves another open project alone. */
  releaseOpen(conversation: string, projectId: string): Promise<void>;
  /** Moves a project to another conversation, unless that has an open project already. */
  move(projectId: string, from: string, to: Destination, at: string): Promise<Claim>;
  projectsOfPerson(person: PersonKey): Promise<string[]>;
  link(person: PersonKey, projectId: string): Promise<void>;
  unlink(person: PersonKey, projectId: string): Promise<void>;
  /**
   * Leaves of a project's entries of people only those of these. True when somebody whose entry went still has another.
   * Reads the whole directory, so use it for what is rare.
   */
  keepOnly(people: readonly PersonKey[], projectId: string): Promise<boolean>;
}

interface Destination {
  readonly conversation: string;
  /** A channel or group chat, which holds one open project at a time. */
  readonly isShared: boolean;
}

const OPEN = keyOf('o_open');
const TRIES = 4;

/** The directory in the table `wegwijzer`. */
export function openDirectory(table: Table): Directory {
  const directory: Directory = {
    ...openPlaces(table, conversationKey),
    projectsOf: (conversation) => listed(table, conversationKey(conversation)),
    addTo: (conversation, projectId, at) =>
      settle(table, { op: 'put', row: listRow(conversationKey(conversation), projectId, at) }),
    openOf: async (conversation) => projectOf(await table.get(conversationKey(conversation), OPEN)),
    claimOpen: (conversation, projectId, at) =>
      occupy(table, conversationKey(conversation), { projectId, at }),
    replaceOpen: (conversation, old, projectId, at) =>
      occupy(table, conversationKey(conversation), { projectId, at, old }),
    releaseOpen: (conversation, projectId) =>
      release(table, conversationKey(conversation), projectId),
    move: async (projectId, from, to, at) => {
      const claim = to.isShared
        ? await directory.claimOpen(to.conversation, projectId, at)
        : await directory.addTo(to.conversation, projectId, at).then(() => 'yours' as const);
      if (claim === 'yours' && from !== to.conversation)
        await leave(table, conversationKey(from), projectId);
      return claim;
    },
    projectsOfPerson: (person) => listed(table, personKey(person)),
    link: (person, projectId) =>
      settle(table, { op: 'put', row: linkRow(personKey(person), projectId) }),
    unlink: (person, projectId) =>
      settle(table, { op: 'delete', row: linkRow(personKey(person), projectId) }),
    keepOnly: async (people, projectId) => {
      const kept = new Set(people.map(personKey));
      const rows = (await table.all()).filter(({ partitionKey }) => partitionKey.startsWith('u_'));
      const gone = rows.filter(
        (row) => projectOf(row) === projectId && !kept.has(row.partitionKey),
      );
      for (const row of gone) await settle(table, { op: 'delete', row });
      return gone.some(({ partitionKey }) =>
        rows.some((row) => row.partitionKey === partitionKey && projectOf(row) !== projectId),
      );
    },
  };
  return directory;
}

const hash = (parts: readonly string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');
/** Where the entries of a conversation stand. */
export const conversationKey = (conversation: string) => keyOf(`c_${hash([conversation])}`);
const personKey = ({ tenant, oid }: PersonKey) => keyOf(`u_${hash([tenant, oid])}`);

const projectOf = (row: Row | undefined) => row && String(row['project']);

function listRow(partitionKey: string, projectId: string, at: string): Row {
  return { partitionKey, rowKey: keyOf(`p_${at}_${keyOf(projectId)}`), project: projectId };
}

function linkRow(partitionKey: string, projectId: string): Row {
  return { partitionKey, rowKey: keyOf(`p_${keyOf(projectId)}`), project: projectId };
}

const listRows = (table: Table, partition: string): Promise<Found[]> =>
  table.range(partition, 'p_', `p_${LAST}`);

/** Lists each project once, because a repeated claim may have left two rows. */
async function listed(table: Table, partition: string): Promise<string[]> {
  const rows = await listRows(table, partition);
  return [...new Set(rows.map((row) => String(row['project'])))];
}

/** Makes a project the open one, when none is open, or only `old`. After a lost answer it looks again. */
async function occupy(
  table: Table,
  partitionKey: string,
  { projectId, at, old }: { projectId: string; at: string; old?: string },
): Promise<Claim> {
  const row: Row = { partitionKey, rowKey: OPEN, project: projectId, at };
  const list = { op: 'put', row: listRow(partitionKey, projectId, at) } as const;
  for (let tries = 0; tries < TRIES; tries++) {
    const slot = await table.get(partitionKey, OPEN);
    const taken = projectOf(slot);
    if (taken === projectId) return 'yours';
    if (slot && taken !== undefined && (taken !== old || isFresh(slot, at))) return { taken };
    const write = slot
      ? ({ op: 'replace', row, etag: slot.etag } as const)
      : ({ op: 'create', row } as const);
    const written = await table.write([write, list]);
    if (written.kind === 'done') return 'yours';
  }
  throw new StorageDown('the open project could not be claimed');
}

/** A project that has just taken the conversation may still be stored. This is longer than any submission lasts. */
const FRESH_MS = 10_000;
const isFresh = (slot: Row, at: string) =>
  Date.parse(at) - Date.parse(String(slot['at'])) < FRESH_MS;

async function release(table: Table, partitionKey: string, projectId: string): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const slot = await table.get(partitionKey, OPEN);
    if (!slot || projectOf(slot) !== projectId) return;
    const row = { partitionKey, rowKey: OPEN };
    const written = await table.write([{ op: 'delete', row, etag: slot.etag }]);
    if (written.kind === 'done') return;
  }
  throw new StorageDown('the open project could not be released');
}

async function leave(table: Table, partition: string, projectId: string): Promise<void> {
  await release(table, partition, projectId);
  const rows = await listRows(table, partition);
  const own = rows.filter((row) => projectOf(row) === projectId);
  await Promise.all(own.map((row) => settle(table, { op: 'delete', row })));
}
