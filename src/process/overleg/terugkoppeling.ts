import type { Beeld, Gebeurd, Moment, Vraag } from '../contract/contract.ts';
import { naamVanOverleg } from '../contract/overleggen.ts';
import { inbrengVan } from '../stappen/inbreng.ts';
import { leden, type Deelnemer } from '../feiten/deelnemers.ts';
import { isAfgerond } from '../feiten/gegevens.ts';
import type { Overleg } from '../feiten/overleg.ts';
import { all, begin } from '../feiten/project.ts';
import { isGroep } from '../kalender/moment.ts';
import { aaneen } from '../taal/aaneen.ts';
import { ingekort } from '../taal/opsomming.ts';
import { kortweg } from '../taal/tekst.ts';
import { aantal, kleineLetter } from '../taal/woorden.ts';
import { KNOP } from '../vormen/knoppen.ts';
import {
  alsGepland,
  laatstGesloten,
  nogTeHoren,
  reeks,
  teruggekoppeld,
  type Gepland,
  type Nieuws,
  type Over,
  type Teruggekoppeld,
} from './te-horen.ts';

/**
 * The morning after an overleg each person who brought something hears what became of it, or the morning after it was
 * decided, when that was later: once for each time that the overleg was closed, and only what they did not hear before. Who
 * cannot be asked then hears it on the first morning on which they can, while it is news.
 */
export const terugkoppelMomenten = (beeld: Beeld): Moment[] => [
  ...komende(beeld),
  ...all(beeld.project, teruggekoppeld).map((found) => gehad(beeld, found)),
];

/** What was told stays planned as it was, so that its messages can be drawn again. */
const gehad = (beeld: Beeld, { facts }: Teruggekoppeld): Moment => {
  const ids = new Set(Object.values(facts.verteld).flat());
  return {
    reeks: reeks(facts),
    op: facts.op,
    tot: '',
    naam: '',
    vraag: () => ({
      ...melding(beeld, facts),
      aan: leden(beeld.project).filter(({ id }) => facts.aan.includes(id)),
      onderons: (lid) => regels(beeld, lid, ids),
    }),
  };
};

/** What is still to be told about the overleg that was closed last; nothing while one goes on. */
function komende(beeld: Beeld): Moment[] {
  const laatste = laatstGesloten(beeld);
  if (!laatste || isAfgerond(beeld.project) || !isGroep(beeld.project)) return [];
  const gepland = nogTeHoren(beeld).flatMap((nieuws) => alsGepland(beeld, laatste, nieuws));
  // Of each series the first morning: what comes after it is planned once that was told.
  return [...new Set(gepland.map(({ over }) => reeks(over)))].map((naam) => {
    const alle = gepland.filter(({ over }) => reeks(over) === naam);
    const op = alle.map((een) => een.op).sort()[0] ?? '';
    return alsMoment(beeld, laatste, { op, aan: alle.filter((een) => een.op === op) });
  });
}

/** One message for all who hear it on this morning. */
function alsMoment(
  beeld: Beeld,
  laatste: Overleg,
  { op, aan }: { op: string; aan: readonly Gepland[] },
): Moment {
  const perId = new Map(aan.map(({ lid, nieuw }) => [lid.id, nieuw]));
  const over = aan[0]?.over ?? {
    overleg: laatste.id,
    gesloten: laatste.facts.gesloten,
    eerder: '',
  };
  const heard = { ...over, op, aan: [...perId.keys()], verteld: perStand(aan) };
  const { overleg, eerder } = over;
  return {
    reeks: reeks(over),
    op,
    tot: '',
    naam: `Wat er is gebeurd met wat mensen inbrachten, na ${naamVanOverleg(beeld, eerder || overleg)}`,
    vraag: () => ({
      ...melding(beeld, over),
      aan: aan.map(({ lid }) => lid),
      onderons: (lid) => regels(beeld, lid, new Set(perId.get(lid.id)?.map(({ id }) => id))),
    }),
    events: [begin(teruggekoppeld, [overleg, eerder, op].filter(Boolean).join('.'), heard, {})],
  };
}

function perStand(nieuws: readonly Nieuws[]): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  const standen = new Map(
    nieuws.flatMap(({ nieuw }) => nieuw.map(({ id, stand }) => [id, stand] as const)),
  );
  for (const [id, stand] of standen) (found[stand] ??= []).push(id);
  return found;
}

/** True for every reader: in the group it only says that there is something to read. */
const melding = (
  beeld: Beeld,
  { overleg, eerder }: Over,
): Pick<Vraag, 'regels' | 'knoppen' | 'soort'> => ({
  regels: [`In ${naamVanOverleg(beeld, eerder || overleg)} is besloten over wat jij inbracht.`],
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
