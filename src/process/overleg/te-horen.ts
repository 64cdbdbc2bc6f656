import type { Beeld, Inbreng } from '../contract/contract.ts';
import { overleggenIn } from '../contract/overleggen.ts';
import { perMinuut } from '../contract/per-minuut.ts';
import { geteld, type Deelnemer } from '../feiten/deelnemers.ts';
import { gaande, type Overleg } from '../feiten/overleg.ts';
import { all, kind, type Entry, type Project } from '../feiten/project.ts';
import { ochtend, werkdagen } from '../kalender/dagen.ts';
import { isGebeurd, isTeVragen, keuzeVan } from '../kalender/moment.ts';
import { alleInbreng } from '../stappen/inbreng.ts';
import { dateOf } from '../taal/time.ts';

/**
 * What people heard after an overleg: who, and of what (`verteld`: ids of what was brought, by how it stood then).
 * `gesloten`: the closing that it was about; an overleg may be opened again, and closed again. `eerder`: the overleg in which
 * it was decided, when another was closed since; empty: the same one. `op`: when, UTC.
 */
export const teruggekoppeld = kind<
  {
    overleg: string;
    gesloten: string;
    eerder: string;
    op: string;
    aan: readonly string[];
    verteld: Readonly<Record<string, readonly string[]>>;
  },
  object
>('teruggekoppeld', { leeg: { facts: { eerder: '' } } });

type Gehoord = NonNullable<typeof teruggekoppeld.shape>['facts'];
export type Teruggekoppeld = Entry<Gehoord, object>;

export type Over = Pick<Gehoord, 'overleg' | 'gesloten' | 'eerder'>;

export const reeks = ({ overleg, gesloten, eerder }: Over) =>
  ['terugkoppeling', overleg, gesloten, ...(eerder === '' ? [] : [eerder])].join('.');

export interface Nieuws {
  lid: Deelnemer;
  nieuw: readonly Inbreng[];
}

export interface Gepland extends Nieuws {
  over: Over;
  op: string;
}

/** When this person hears it: the first morning on which they can be asked and that is not over; none when there is none. */
export function alsGepland(beeld: Beeld, laatste: Overleg, nieuws: Nieuws): Gepland[] {
  const { project, now } = beeld;
  const { gesloten } = laatste.facts;
  const beslist = [gesloten, ...nieuws.nieuw.map(({ op }) => op)].sort().at(-1) ?? gesloten;
  if (ochtendNa(project, beslist, 1 + NOG_NIEUWS) <= now) return [];
  const waarin = beslistIn(beeld, nieuws.nieuw) ?? laatste.id;
  const over: Over = {
    overleg: laatste.id,
    gesloten,
    eerder: waarin === laatste.id ? '' : waarin,
  };
  const op = Array.from({ length: NOG_NIEUWS }, (_, at) => ochtendNa(project, beslist, 1 + at))
    .filter((dan) => !isGebeurd(project, { reeks: reeks(over), op: dan }))
    .find((dan) =>
      [dan, now > dan ? now : dan].every((toen) => isTeVragen({ ...beeld, now: toen }, nieuws.lid)),
    );
  return op === undefined ? [] : [{ ...nieuws, over, op }];
}

/** The overleg in which the last of it was decided: while it went on, else after it; undefined when it was before any. */
function beslistIn({ project, traject }: Beeld, nieuw: readonly Inbreng[]): string | undefined {
  const op =
    nieuw
      .map((een) => een.op)
      .sort()
      .at(-1) ?? '';
  const begonnen = overleggenIn({ project, traject })
    .map(({ found }) => found)
    .filter(({ facts }) => facts.begonnen !== '' && facts.begonnen <= op);
  const toen = begonnen.filter(({ facts }) => facts.gesloten >= op);
  return (achteraan(toen, 'begonnen') ?? achteraan(begonnen, 'gesloten'))?.id;
}

export function laatstGesloten({ project, traject }: Beeld): Overleg | undefined {
  if (gaande(project)) return undefined;
  const gesloten = overleggenIn({ project, traject })
    .map(({ found }) => found)
    .filter(({ facts }) => facts.gesloten !== '');
  return achteraan(gesloten, 'gesloten');
}

/** The one that began, or was closed, last. */
const achteraan = (alle: readonly Overleg[], wat: 'begonnen' | 'gesloten') =>
  alle.toSorted((a, b) => a.facts[wat].localeCompare(b.facts[wat])).at(-1);

/** Who did not hear anything about the last closing, with what they did not hear before. */
export const nogTeHoren = perMinuut((beeld): Nieuws[] => {
  const laatste = laatstGesloten(beeld);
  if (!laatste) return [];
  const alle = all(beeld.project, teruggekoppeld);
  const gehoord = new Set(
    alle.filter(({ facts }) => isOver(laatste, facts)).flatMap(({ facts }) => facts.aan),
  );
  const gebracht = perPersoon(alleInbreng(beeld));
  return geteld(beeld.project)
    .filter((lid) => !gehoord.has(lid.id))
    .map((lid) => {
      const known = wistAl(alle, lid.id);
      const eigen = gebracht.get(lid.id) ?? [];
      return { lid, nieuw: eigen.filter(({ id, stand }) => known.get(id) !== stand) };
    })
    .filter(({ nieuw }) => nieuw.length > 0);
});

const isOver = ({ id, facts: { gesloten } }: Overleg, { overleg, gesloten: toen }: Gehoord) =>
  overleg === id && toen === gesloten;

function perPersoon(gebracht: readonly Inbreng[]): ReadonlyMap<string, Inbreng[]> {
  const found = new Map<string, Inbreng[]>();
  for (const een of gebracht)
    for (const lid of een.aan) found.set(lid, [...(found.get(lid) ?? []), een]);
  return found;
}

/** How each thing stood when this person last heard of it. */
const wistAl = (alle: readonly Teruggekoppeld[], lid: string): ReadonlyMap<string, string> =>
  new Map(
    alle
      .filter(({ facts }) => facts.aan.includes(lid))
      .flatMap(({ facts }) =>
        Object.entries(facts.verteld).flatMap(([stand, ids]) =>
          ids.map((id) => [id, stand] as const),
        ),
      ),
  );

/** After so many working days, as after a long standstill, it is no news any more: it can be read all the same. */
const NOG_NIEUWS = 5;

function ochtendNa(project: Project, utc: string, dagen = 1): string {
  const { bevrijdingsdag } = keuzeVan(project);
  return ochtend(werkdagen(dateOf(utc), dagen, bevrijdingsdag), bevrijdingsdag);
}
