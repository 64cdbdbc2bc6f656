import {
  blank,
  fold,
  emptyProject,
  isAnders,
  type Event,
  type Project,
} from '../process/feiten/project.ts';
import { leden } from '../process/feiten/deelnemers.ts';
import { isAfgerond, isGestart, profielVan } from '../process/feiten/gegevens.ts';
import { HOUR_MS, plusMs } from '../process/taal/time.ts';
import { countIn, eventKey, eventsOf, HEAD, LAST, rowAgain } from '../storage/table/rows.ts';
import type { Kept } from '../storage/wekker.ts';
import type { Found, Write } from '../storage/table/write.ts';
import { chosen, count, type Beheer, type Command } from './beheer.ts';

/** Something that is not as it should be, with `repair` where the log says what it should be. */
interface Fault {
  readonly project: string;
  readonly what: string;
  /** False when it could not be repaired after all. */
  readonly repair?: () => Promise<boolean>;
}

/** What waits longer is not on its way. */
const WAITS_MS = HOUR_MS;

/** Checks logs, the index of what is due, and the directory; with `--repair` it mends what follows from the logs. */
export const verify: Command = async (beheer, { rest, repair }) => {
  const ids = await chosen(beheer, rest);
  const faults = await inspect(beheer, ids);
  let left = 0;
  for (const fault of faults) {
    const isMended = repair && (await fault.repair?.()) === true;
    if (!isMended) left += 1;
    const advice = fault.repair && !repair ? ' (te herstellen met --repair)' : '';
    beheer.say(`${isMended ? 'HERSTELD' : 'FOUT'}  ${fault.project}  ${fault.what}${advice}`);
  }
  beheer.say(
    `${count(ids.length, 'project', 'projecten')} bekeken, ${count(left, 'fout', 'fouten')} over.`,
  );
  return left === 0;
};

/** The faults of these projects. Changes nothing. Throws `StorageDown`. */
export async function inspect(beheer: Beheer, ids: readonly string[]): Promise<Fault[]> {
  const index = await beheer.wekker.kept();
  const faults: Fault[] = [];
  for (const [nth, id] of ids.entries()) {
    faults.push(...(await faultsOf(beheer, id, index.get(id))));
    beheer.progress(nth + 1, ids.length);
  }
  return faults;
}

async function faultsOf(beheer: Beheer, id: string, kept: Kept | undefined): Promise<Fault[]> {
  const { projecten } = beheer.tables;
  const head = await projecten.get(id, HEAD);
  if (!head) return [{ project: id, what: 'dit project is er niet' }];
  const n = Number(head['n']);
  const rows = await projecten.range(id, '!', LAST);
  const broken = [
    ...sequenceFaults(beheer, id, n, rows),
    ...(await beyondFaults(beheer, id, rows)),
  ];
  if (broken.length > 0) return broken;
  // Events that came after the head was read are left for the next time.
  const events = rows
    .filter((row) => row.rowKey.startsWith('e_') && Number(row.rowKey.slice(2)) <= n)
    .flatMap((row) => eventsOf(row, beheer.log.versions));
  const project = fold(emptyProject(id), events);
  if (!isGestart(project)) return [{ project: id, what: 'dit project is nooit begonnen' }];
  return [
    ...erasureFaults(beheer, id, events, rows),
    ...markerFaults(id, events, rows),
    ...(await lastingIndexFaults(beheer, project, rows, kept)),
    ...(await directoryFaults(beheer, project)),
  ];
}

/** A repair that cannot be done has thrown before this. */
const isDone = () => true;

/**
 * The index was read at the start, and the project may have moved on since, so a fault is reported only when it is still
 * there.
 */
async function lastingIndexFaults(
  beheer: Beheer,
  project: Project,
  rows: readonly Found[],
  kept: Kept | undefined,
): Promise<Fault[]> {
  if (indexFaults(beheer, project, rows, kept).length === 0) return [];
  const { id } = project;
  const now = (await beheer.log.read(id))?.project ?? project;
  return indexFaults(beheer, now, rows, (await beheer.wekker.kept()).get(id));
}

/** Numbers without gaps, and every event readable. Nothing of this can be derived from anything else. */
function sequenceFaults(
  beheer: Beheer,
  project: string,
  n: number,
  rows: readonly Found[],
): Fault[] {
  const byNumber = rowsByNumber(rows);
  const numbers = Array.from({ length: n }, (_, nth) => nth + 1);
  return numbers.flatMap((number) => {
    const row = byNumber.get(number);
    if (!row) return [{ project, what: `gebeurtenis ${number} ontbreekt` }];
    return isReadable(beheer, row)
      ? []
      : [{ project, what: `gebeurtenis ${number} is niet te lezen` }];
  });
}

/** The row in which each event stands: one press may have put several together. */
const rowsByNumber = (rows: readonly Found[]): Map<number, Found> =>
  new Map(
    rows
      .filter(({ rowKey }) => rowKey.startsWith('e_'))
      .flatMap((row) =>
        Array.from(
          { length: countIn(row) },
          (_, nth) => [Number(row.rowKey.slice(2)) - nth, row] as const,
        ),
      ),
  );

/** Rows beyond the end stop every later transaction. A transaction meanwhile has moved the end. */
async function beyondFaults(
  { tables: { projecten } }: Beheer,
  project: string,
  rows: readonly Found[],
): Promise<Fault[]> {
  const head = await projecten.get(project, HEAD);
  const end = eventKey(Number(head?.['n'] ?? 0));
  const beyond = rows.filter(({ rowKey }) => rowKey.startsWith('e_') && rowKey > end);
  return beyond.length > 0
    ? [{ project, what: `${beyond.length} rijen staan voorbij het einde van het logboek` }]
    : [];
}

function isReadable({ log }: Beheer, row: Found): boolean {
  try {
    eventsOf(row, log.versions);
    return true;
  } catch {
    return false;
  }
}

/** Readers blank what was erased; the rows themselves must not hold it any more either. */
function erasureFaults(
  { tables: { projecten } }: Beheer,
  project: string,
  events: readonly Event[],
  rows: readonly Found[],
): Fault[] {
  const blanked = blank(events);
  return [...new Set(rowsByNumber(rows).values())].flatMap((row) => {
    const last = Number(row.rowKey.slice(2));
    const clean = blanked.slice(last - countIn(row), last);
    const still = clean.filter((after) => {
      const event = events[after.n - 1];
      return event !== undefined && isAnders(event, after);
    });
    if (still.length === 0) return [];
    return [
      {
        project,
        what: `gewiste tekst staat nog in gebeurtenis ${still.map(({ n }) => n).join(', ')}`,
        repair: async () => {
          const write: Write = { op: 'replace', row: rowAgain(row, clean), etag: row.etag };
          return (await projecten.write([write])).kind === 'done';
        },
      },
    ];
  });
}

/** Each marker of a submission names an event of its own moment. */
function markerFaults(project: string, events: readonly Event[], rows: readonly Found[]): Fault[] {
  return rows
    .filter(({ rowKey }) => rowKey.startsWith('s_'))
    .filter((row) => Number(row['n']) <= events.length)
    .filter((row) => events[Number(row['n']) - 1]?.at !== row['at'])
    .map((row) => ({ project, what: `inzending ${row.rowKey} hoort bij geen gebeurtenis` }));
}

/** Checks what is due, what waits to be sent, and whether an instance will look at it. */
function indexFaults(
  { klok, wekker, now }: Beheer,
  project: Project,
  rows: readonly Found[],
  kept: Kept | undefined,
): Fault[] {
  if (kept?.isAwake) return [];
  const { id } = project;
  const at = now();
  const wake = () => wekker.wake(id, at).then(isDone);
  const waits = rows.some(
    (row) => row.rowKey.startsWith('o_') && String(row['at']) < plusMs(at, -WAITS_MS),
  );
  const planned = kept?.planned ?? '';
  const next = klok.volgende(project, at);
  const isLate = klok.tik(project, at) !== undefined && (planned === '' || planned > at);
  return [
    ...(waits
      ? [{ project: id, what: 'er wacht een bericht en niemand kijkt', repair: wake }]
      : []),
    ...(isLate
      ? [{ project: id, what: 'er moet iets gebeuren en niemand kijkt', repair: wake }]
      : []),
    ...(next !== undefined && (planned === '' || planned > next)
      ? [
          {
            project: id,
            what: `het volgende moment (${next}) staat niet in de wekker`,
            repair: () => wekker.plan(id, next).then(isDone),
          },
        ]
      : []),
  ];
}

/** Checks the entries of the directory that lead to the project. */
async function directoryFaults({ directory, now }: Beheer, project: Project): Promise<Fault[]> {
  const { id } = project;
  const { gesprek, soort } = profielVan(project).facts;
  const faults: Fault[] = [];
  const found = (what: string, repair?: () => Promise<boolean>) =>
    void faults.push({ project: id, what, ...(repair && { repair }) });

  if ((await directory.place(gesprek)) === undefined)
    found('het gesprek is niet te bereiken; typ er een keer: status');
  if (!(await directory.projectsOf(gesprek)).includes(id))
    found('het gesprek kent dit project niet', () =>
      directory.addTo(gesprek, id, now()).then(isDone),
    );
  const open = await directory.openOf(gesprek);
  if (soort !== 'personal' && !isAfgerond(project) && open === undefined)
    found('het gesprek heeft geen open project', () =>
      directory.claimOpen(gesprek, id, now()).then((claim) => claim === 'yours'),
    );
  if (isAfgerond(project) && open === id)
    found('dit project is afgerond en staat nog open', () =>
      directory.releaseOpen(gesprek, id).then(isDone),
    );
  for (const { id: lid, facts } of leden(project)) {
    for (const { tenant, oid } of facts.identities.filter((identity) => identity.oid !== '')) {
      if ((await directory.projectsOfPerson({ tenant, oid })).includes(id)) continue;
      found(`deelnemer ${lid} vindt dit project niet`, () =>
        directory.link({ tenant, oid }, id).then(isDone),
      );
    }
  }
  return faults;
}
