import { leden } from '../process/feiten/deelnemers.ts';
import { isAfgerond, isGestart, profielVan } from '../process/feiten/gegevens.ts';
import { huidig } from '../process/feiten/geopende-stap.ts';
import type { Snapshot } from '../storage/log/cache.ts';
import { chosen, columns, reasonOf, type Beheer, type Command } from './beheer.ts';

const HEAD = [
  'project',
  'tenant',
  'begonnen',
  'stap',
  'laatst',
  'gebeurtenissen',
  'deelnemers',
  'wacht',
  'onbestelbaar',
];

/** Lists the projects without anything of their content; with `--content` their names. */
export const list: Command = async (beheer, { rest, content }) => {
  const ids = await chosen(beheer, rest);
  const rows: string[][] = [];
  for (const [nth, id] of ids.entries()) {
    // A broken project does not hold up the others.
    rows.push(await rowOf(beheer, id, content).catch((err: unknown) => [id, reasonOf(err)]));
    beheer.progress(nth + 1, ids.length);
  }
  for (const line of columns([content ? [...HEAD, 'naam'] : HEAD, ...rows])) beheer.say(line);
  return true;
};

async function rowOf({ log }: Beheer, id: string, content: boolean): Promise<string[]> {
  const snapshot = await log.read(id);
  if (!snapshot || !isGestart(snapshot.project)) return [id, 'niet gevonden'];
  const [waiting, undelivered, events] = await Promise.all([
    log.outbox(id),
    log.undelivered(id),
    log.events(id),
  ]);
  const last = events.at(-1)?.at ?? '';
  return [
    id,
    ...factsOf(snapshot, last),
    String(waiting.length),
    String(undelivered.length),
    ...(content ? [profielVan(snapshot.project).texts.naam] : []),
  ];
}

function factsOf({ project }: Snapshot, last: string): string[] {
  const { tenant, start } = profielVan(project).facts;
  const nummer = huidig(project)?.facts.nummer;
  return [
    tenant,
    start,
    isAfgerond(project) ? 'afgerond' : String(nummer ?? '-'),
    last.slice(0, 'jjjj-mm-dd'.length),
    String(project.n),
    String(leden(project).length),
  ];
}
