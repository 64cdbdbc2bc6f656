import { alsOverleg, overlegNaam } from '../contract/overleggen.ts';
import type { Beeld } from '../contract/contract.ts';
import { isAfgerond, profielVan } from '../feiten/gegevens.ts';
import { agendapunt, overleg, type Overleg } from '../feiten/overleg.ts';
import { puntenVan } from '../overleg/punten.ts';
import { all, type Entry, type Project } from '../feiten/project.ts';
import { geopend, type Stap } from '../feiten/geopende-stap.ts';
import { stepOf } from '../contract/step.ts';
import { plusMs, utcOf, type LocalMoment } from '../taal/time.ts';
import { voorIedereen } from '../feiten/vertrouwelijk.ts';
import { hoofdletter } from '../taal/woorden.ts';

/** An event with a time, as a calendar needs it. When it moves, it keeps its uid and gets a higher sequence. */
export interface InAgenda {
  /** `<entry>@<project>`: stays the same through all changes. */
  readonly uid: string;
  /** Number of the last event that changed anything it shows. */
  readonly sequence: number;
  /** `vervallen`: a deadline that does not have to be kept any more. */
  readonly status: 'gepland' | 'afgezegd' | 'vervallen';
  /** UTC ISO */
  readonly van: string;
  readonly tot: string;
  /** When it was last changed, UTC ISO. */
  readonly gewijzigd: string;
  readonly titel: string;
  readonly plaats: string;
  readonly tekst: string;
}

export interface AgendaBestand {
  readonly naam: string;
  /** `afzeggen`: removes its events from a calendar. */
  readonly methode: 'publiceren' | 'afzeggen';
  readonly items: readonly InAgenda[];
}

/** How long an overleg lasts when its end is not known. */
const OVERLEG_MS = 90 * 60_000;
/** A deadline stands in a calendar as the half hour before it. */
const DEADLINE_MS = 30 * 60_000;

/**
 * All overleggen and deadlines of a project. What was called off or lapsed stays in it, marked as such, because a
 * calendar keeps events that are merely left out.
 */
export function agendaVan(beeld: Beeld): AgendaBestand {
  const open = { ...beeld, project: voorIedereen(beeld.project) };
  return {
    naam: profielVan(open.project).texts.naam,
    methode: 'publiceren',
    items: [...overlegItems(open), ...deadlineItems(open)],
  };
}

/** One overleg; marked as cancelled when it was called off. Undefined while it was never planned. */
export function overlegAgenda(beeld: Beeld, id: string): AgendaBestand | undefined {
  const open = { ...beeld, project: voorIedereen(beeld.project) };
  const items = overlegItems(open).filter(({ uid }) => uid === uidVan(open.project, id));
  const [first] = items;
  return (
    first && {
      naam: first.titel,
      methode: first.status === 'afgezegd' ? 'afzeggen' : 'publiceren',
      items,
    }
  );
}

const uidVan = (project: Project, id: string) => `${id}@${project.id}`;

const overlegItems = (beeld: Beeld): InAgenda[] =>
  all(beeld.project, overleg)
    .sort((a, b) => a.facts.nummer - b.facts.nummer)
    .flatMap((found) => overlegItem(beeld, found));

function overlegItem(beeld: Beeld, found: Overleg): InAgenda[] {
  const { project } = beeld;
  const een = alsOverleg(beeld.traject, found);
  const { eind } = found.facts;
  const [datum = '', tijd = ''] = wanneer(found);
  if (datum === '') return [];
  const van = utcOf({ datum, tijd });
  const naam = profielVan(project).texts.naam;
  const punten = puntenVan(beeld, een).map(({ titel }) => `- ${titel}`);
  const isAf = found.facts.datum === '' || (found.facts.begonnen === '' && isVoorbij(project, van));
  return [
    {
      uid: uidVan(project, found.id),
      ...laatste(found, profielVan(project), ...puntenOoit(project, found.id)),
      status: isAf ? 'afgezegd' : 'gepland',
      van,
      tot: eind === '' ? plusMs(van, OVERLEG_MS) : eindVan(van, { datum, tijd: eind }),
      titel: `${overlegNaam(een)}: ${naam}`,
      plaats: found.texts.plaats,
      tekst: [
        `${hoofdletter(beeld.traject.woorden.project)} ${naam}`,
        ...(punten.length > 0 ? ['Agenda:', ...punten] : []),
      ].join('\n'),
    },
  ];
}

/** A beginning in the hour that a night skips moves forward, past an end in the hour after it. */
function eindVan(van: string, eind: LocalMoment): string {
  const tot = utcOf(eind);
  return tot > van ? tot : plusMs(van, OVERLEG_MS);
}

/** True for a moment after the end of the project. */
const isVoorbij = (project: Project, op: string) =>
  isAfgerond(project) && profielVan(project).facts.afgerond < op;

/** The points of an overleg, including those that were taken off its agenda. */
const puntenOoit = (project: Project, id: string): Entry[] =>
  [...(project.entries.get(agendapunt.name)?.values() ?? [])].filter(
    ({ facts }) => facts['overleg'] === id,
  );

type Versie = Pick<Entry, 'rev' | 'changedAt'>;

/** When the newest of these was said, and its number. */
function laatste(first: Versie, ...more: readonly Versie[]) {
  const { rev, changedAt } = more.reduce(
    (last, entry) => (entry.rev > last.rev ? entry : last),
    first,
  );
  return { sequence: rev, gewijzigd: changedAt };
}

/** Date and time; of what was called off those it had. Empty when it never had any. */
const wanneer = ({ facts: { datum, tijd, was } }: Overleg): string[] =>
  datum === '' ? was.split(' ') : [datum, tijd];

const deadlineItems = (beeld: Beeld): InAgenda[] =>
  geopend(beeld.project).flatMap((open) => stapItem(beeld, open));

function stapItem({ project, traject }: Beeld, open: Stap): InAgenda[] {
  const { nummer, datum, tijd, gesloten } = open.facts;
  if (datum === '') return [];
  const step = stepOf(traject, open.id);
  const tot = utcOf({ datum, tijd });
  const { naam } = profielVan(project).texts;
  const isVervallen = (gesloten !== '' && gesloten < tot) || isVoorbij(project, tot);
  return [
    {
      uid: uidVan(project, `stap-${open.id}`),
      ...laatste(open, profielVan(project)),
      status: isVervallen ? 'vervallen' : 'gepland',
      van: plusMs(tot, -DEADLINE_MS),
      tot,
      titel: `${step.heeftInvoer ? 'Deadline' : 'Streefdatum'} stap ${nummer}: ${naam}`,
      plaats: '',
      tekst: `${step.naam}\n${hoofdletter(traject.woorden.project)} ${naam}`,
    },
  ];
}
