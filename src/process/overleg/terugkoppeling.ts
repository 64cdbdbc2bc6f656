import type { Beeld, Gebeurd, Inbreng, Moment, Vraag } from '../contract/contract.ts';
import { alsOverleg, naamVanOverleg, overleggenIn, overlegInZin } from '../contract/overleggen.ts';
import { alleInbreng, inbrengVan } from '../stappen/inbreng.ts';
import { perMinuut } from '../contract/per-minuut.ts';
import { geteld, leden, type Deelnemer } from '../feiten/deelnemers.ts';
import { isAfgerond } from '../feiten/gegevens.ts';
import { gaande, type Overleg } from '../feiten/overleg.ts';
import { all, begin, kind, type Entry, type Project } from '../feiten/project.ts';
import { ochtend, werkdagen } from '../kalender/dagen.ts';
import { isGebeurd, isGroep, isTeVragen, keuzeVan } from '../kalender/moment.ts';
import { aaneen } from '../taal/aaneen.ts';
import { ingekort } from '../taal/opsomming.ts';
import { kortweg } from '../taal/tekst.ts';
import { dateOf } from '../taal/time.ts';
import { aantal, kleineLetter } from '../taal/woorden.ts';
import { KNOP } from '../vormen/knoppen.ts';

/**
 * What people heard after an overleg: who, and of what (`verteld`: ids of what was brought, by how it stood then).
 * `gesloten`: the closing that it was about; an overleg may be opened again, and closed again. `op`: when, UTC.
 */
const teruggekoppeld = kind<
  {
    overleg: string;
    gesloten: string;
    op: string;
    aan: readonly string[];
    verteld: Readonly<Record<string, readonly string[]>>;
  },
  object
>('teruggekoppeld');

type Gehoord = NonNullable<typeof teruggekoppeld.shape>['facts'];
type Teruggekoppeld = Entry<Gehoord, object>;

/**
 * The morning after an overleg each person who brought something hears what became of it, or the morning after it was
 * decided, when that was later: once for each time that the overleg was closed, and only what they did not hear before.
 */
export const terugkoppelMomenten = (beeld: Beeld): Moment[] => [
  ...komende(beeld),
  ...all(beeld.project, teruggekoppeld).map((found) => gehad(beeld, found)),
];

const reeks = ({ overleg, gesloten }: { overleg: string; gesloten: string }) =>
  `terugkoppeling.${overleg}.${gesloten}`;

/** What was told stays planned as it was, so that its messages can be drawn again. */
const gehad = (beeld: Beeld, { facts }: Teruggekoppeld): Moment => {
  const ids = new Set(Object.values(facts.verteld).flat());
  return {
    reeks: reeks(facts),
    op: facts.op,
    tot: '',
    naam: '',
    vraag: () => ({
      ...melding(naamVanOverleg(beeld, facts.overleg)),
      aan: leden(beeld.project).filter(({ id }) => facts.aan.includes(id)),
      onderons: (lid) => regels(beeld, lid, ids),
    }),
  };
};

interface Nieuws {
  lid: Deelnemer;
  nieuw: readonly Inbreng[];
}

/** What is still to be told about the overleg that was closed last; nothing while one goes on. */
function komende(beeld: Beeld): Moment[] {
  const { project, traject } = beeld;
  const laatste = laatstGesloten(beeld);
  if (!laatste || isAfgerond(project) || !isGroep(project)) return [];
  const nieuws = nogTeHoren(beeld);
  if (nieuws.length === 0) return [];
  const { gesloten } = laatste.facts;
  const beslist = [gesloten, ...nieuws.flatMap(({ nieuw }) => nieuw.map(({ op }) => op))];
  const op = ochtendNa(project, beslist.sort().at(-1) ?? gesloten);
  const over = { overleg: laatste.id, gesloten };
  const aan = nieuws.filter(({ lid }) => isTeVragen(beeld, lid));
  const perId = new Map(aan.map(({ lid, nieuw }) => [lid.id, nieuw]));
  const moment: Moment = {
    reeks: reeks(over),
    op,
    tot: ochtendNa(project, op, NOG_NIEUWS),
    naam: `Wat er is gebeurd met wat mensen inbrachten, na ${overlegInZin(alsOverleg(traject, laatste))}`,
    vraag: () => ({
      ...melding(overlegInZin(alsOverleg(traject, laatste))),
      aan: aan.map(({ lid }) => lid),
      onderons: (lid) => regels(beeld, lid, new Set(perId.get(lid.id)?.map(({ id }) => id))),
    }),
    events:
      aan.length === 0
        ? []
        : [
            begin(
              teruggekoppeld,
              `${laatste.id}.${op}`,
              { ...over, op, aan: aan.map(({ lid }) => lid.id), verteld: perStand(aan) },
              {},
            ),
          ],
  };
  return isGebeurd(project, moment) ? [] : [moment];
}

function laatstGesloten({ project, traject }: Beeld): Overleg | undefined {
  if (gaande(project)) return undefined;
  return overleggenIn({ project, traject })
    .map(({ found }) => found)
    .filter(({ facts }) => facts.gesloten !== '')
    .sort((a, b) => a.facts.gesloten.localeCompare(b.facts.gesloten))
    .at(-1);
}

/** Who did not hear anything about the last closing, with what they did not hear before. */
const nogTeHoren = perMinuut((beeld): Nieuws[] => {
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

function perStand(nieuws: readonly Nieuws[]): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  const standen = new Map(
    nieuws.flatMap(({ nieuw }) => nieuw.map(({ id, stand }) => [id, stand] as const)),
  );
  for (const [id, stand] of standen) (found[stand] ??= []).push(id);
  return found;
}

/** After so many working days, as after a long standstill, it is no news any more: it can be read all the same. */
const NOG_NIEUWS = 5;

function ochtendNa(project: Project, utc: string, dagen = 1): string {
  const { bevrijdingsdag } = keuzeVan(project);
  return ochtend(werkdagen(dateOf(utc), dagen, bevrijdingsdag), bevrijdingsdag);
}

/** True for every reader: in the group it only says that there is something to read. */
const melding = (overleg: string): Pick<Vraag, 'regels' | 'knoppen' | 'soort'> => ({
  regels: [`In ${overleg} is besloten over wat jij inbracht.`],
  knoppen: [KNOP.taken],
  soort: 'eenmalig',
});

const MAX_REGELS = 6;

/** The first of these things that somebody brought; all of it stands with their tasks. */
const regels = (beeld: Beeld, lid: Deelnemer, ids: ReadonlySet<string>): string[] =>
  ingekort(
    inbrengVan(beeld, lid)
      .filter(({ id }) => ids.has(id))
      .map(regel),
    MAX_REGELS,
    (n) => `• En nog ${aantal(n, 'ding', 'dingen')}. Kijk bij Mijn taken.`,
  );

const regel = ({ wat, gebeurd: [eerst = '', ...rest] }: Gebeurd) =>
  [
    aaneen`• ${kortweg(wat, 60)}: ${kleineLetter(eerst)}`,
    ...rest.map((zin) => kortweg(zin, 200)),
  ].join(' ');
