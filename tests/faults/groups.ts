import { gepland } from '../../src/process/klok/tik.ts';
import { randomUUID } from 'node:crypto';
import { planner } from '../../src/planner/index.ts';
import { deelnemer, type Rol } from '../../src/process/feiten/deelnemers.ts';
import { profiel, PROJECT } from '../../src/process/feiten/gegevens.ts';
import { emptyProject, type NewEvent, type Project } from '../../src/process/feiten/project.ts';
import { say } from '../../support/gezegd.ts';
import { stap } from '../../src/process/feiten/geopende-stap.ts';
import { localOf, plusMs } from '../../src/process/taal/time.ts';
import { openDirectory } from '../../src/storage/directory.ts';
import { openLog, type Log } from '../../src/storage/log/log.ts';
import type { Tables } from '../../src/storage/table/tables.ts';
import { surely } from '../../src/delivery/parts/surely.ts';
import { sleep } from './chance.ts';
import { openWekker } from '../../src/storage/wekker.ts';
import { BOT } from '../../support/activities.ts';
import { SERVICE_URL, TENANT } from '../../support/identity.ts';

/** A project group in step 2 that was prepared in storage, as if it had begun last week. */
export interface Group {
  id: string;
  conversation: string;
  people: Person[];
}

export interface Person {
  /** Deelnemer id. */
  id: string;
  naam: string;
  teamsId: string;
  oid: string;
  /** Own chat with the bot. */
  chat: string;
}

const clock = () => performance.now();
/** A window of eight days has its first reminder half-way, at this moment, when that is in working hours. */
const HALF_WINDOW_MS = 4 * 24 * 3_600_000;

/** Tables as the test itself sees them, without anything between. */
export interface Store {
  tables: Tables;
  log: Log;
}

export const storeOf = (tables: Tables): Store => ({ tables, log: openLog(tables.projecten) });

/** A group of so many people, the first of whom leads, that is reminded at this moment, UTC. */
export async function prepare(
  { tables, log }: Store,
  size: number,
  { now, remindAt }: { now: string; remindAt: string },
): Promise<Group> {
  const group = groupOf(size);
  const project = await begun(log, group, remindAt);
  await surely(() => openDirectory(tables.wegwijzer).savePlace(group.conversation, placeOf(group)));
  const wekker = openWekker(tables.wekker, clock);
  const asked = gepland({ project, now, traject: planner }).find(({ vraag }) => vraag);
  if (asked?.op !== remindAt)
    throw new Error(`the reminder is at ${asked?.op}, not at ${remindAt}`);
  await surely(() => wekker.plan(group.id, remindAt));
  await surely(() => wekker.wake(group.id, now));
  return group;
}

/** The group in the log. Whether a transaction was stored that storage did not answer to, shows when it is read back. */
async function begun(log: Log, group: Group, remindAt: string): Promise<Project> {
  for (;;) {
    const stored = await log.append(
      { project: emptyProject(group.id), version: '' },
      {
        events: eventsOf(group, remindAt),
        by: group.people[0]?.id ?? '',
        at: plusMs(remindAt, -HALF_WINDOW_MS),
        outbox: [{ soort: 'kaart', facts: { stap: 'probleem' } }],
        marker: { key: 'prepared', about: '', nonce: '' },
      },
    );
    if (stored.kind === 'stored') return stored.snapshot.project;
    const found = await log.read(group.id).catch(() => undefined);
    if (found && found.project.n > 0) return found.project;
    if (stored.kind !== 'unknown' && stored.kind !== 'conflict')
      throw new Error(`preparing a group: ${stored.kind}`);
    await sleep(AGAIN_MS);
  }
}

/** Storage that was too busy to answer gets a moment. */
const AGAIN_MS = 500;

function groupOf(size: number): Group {
  const id = `p_${randomUUID()}`;
  const people = Array.from({ length: size }, (_, nth) => {
    const naam = `Lid ${nth} van ${id.slice(2, 8)}`;
    const teamsId = `29:${id}-${nth}`;
    return { id: `d${nth}`, naam, teamsId, oid: `oid-${id}-${nth}`, chat: `a:${teamsId}` };
  });
  return { id, conversation: `19:${id}@unq`, people };
}

function eventsOf({ conversation, people }: Group, remindAt: string): NewEvent[] {
  const van = plusMs(remindAt, -HALF_WINDOW_MS);
  const tot = plusMs(remindAt, HALF_WINDOW_MS);
  const { datum, tijd } = localOf(tot);
  const gesprek = { gesprek: conversation, soort: 'groupChat', tenant: TENANT } as const;
  return [
    say(
      profiel,
      PROJECT,
      { start: localOf(van).datum, einde: '2027-12-31', ...gesprek, afgerond: '', vorige: '' },
      { naam: 'Overlast Stationsplein', toelichting: '' },
    ),
    say(stap, 'probleem', {
      ...{ nummer: 2, geopend: van, datum, tijd, tot },
      ...{ gesloten: '', generatie: 1 },
    }),
    ...people.map(joined),
  ];
}

function joined({ id, naam, teamsId, oid }: Person, nth: number): NewEvent {
  const rol: Rol = nth === 0 ? 'projectleider' : 'deelnemer';
  const identities = [{ tenant: TENANT, oid, teamsId }];
  return say(
    deelnemer,
    id,
    { rol, status: 'lid', identities, partner: 'anders', opvolger: '', extern: false },
    { naam, organisatie: '', functie: '' },
  );
}

const placeOf = ({ conversation }: Group) =>
  JSON.stringify({
    ...{ conversation, thread: '', kind: 'groupChat', tenant: TENANT, serviceUrl: SERVICE_URL },
    ...{ bot: { id: BOT.id, naam: BOT.name }, team: '', isBesloten: true },
  });
