import type { AgendaRegel, Beeld } from '../contract/contract.ts';
import type { EenOverleg } from '../contract/overleggen.ts';
import { agendapunt, uitkomst } from '../feiten/overleg.ts';
import { all, one } from '../feiten/project.ts';

/** One point of an agenda: a line of the source, or one that a person added. */
export interface Punt {
  /** The id of its outcome: `<overleg>.<regel>`. */
  id: string;
  /** In plain words, or as the person typed it who added it. */
  titel: string;
  /** The words of the source; empty for a point that a person added. */
  bron: string;
  overleg: string;
  regel: string;
}

type Waar = Pick<Beeld, 'project'>;

/** All points of an agenda: those of the source, then those that people added. */
export function puntenVan({ project }: Waar, { id: overleg, soort }: EenOverleg): Punt[] {
  const own = all(project, agendapunt).filter(({ facts }) => facts.overleg === overleg);
  return [
    ...soort.agenda
      .filter(({ isOnderdeel }) => !isOnderdeel)
      .map(({ id, titel, tekst }) => ({ regel: id, titel, bron: tekst === titel ? '' : tekst })),
    ...own.map(({ id, texts }) => ({ regel: id, titel: texts.punt, bron: '' })),
  ].map((punt) => ({ ...punt, id: `${overleg}.${punt.regel}`, overleg }));
}

/** The line of the source that a point is, and those that belong to it; none for a point that a person added. */
export function regelsBij(
  { soort: { agenda } }: EenOverleg,
  regel: string,
): readonly AgendaRegel[] {
  const from = agenda.findIndex(({ id }) => id === regel);
  if (from < 0) return [];
  const next = agenda.findIndex(({ isOnderdeel }, at) => at > from && !isOnderdeel);
  return agenda.slice(from, next < 0 ? agenda.length : next);
}

/** What was decided by pressing at a line of an overleg that has begun. */
export const beslotenBij = (beeld: Beeld, een: EenOverleg, regel: string): readonly string[] =>
  (een.found?.facts.begonnen ?? '') === ''
    ? []
    : (een.soort.agenda.find(({ id }) => id === regel)?.besloten(beeld) ?? []);

/** The points from which nothing came yet: no outcome was written, and what one does there was not done either. */
export function zonderUitkomst(beeld: Beeld, een: EenOverleg): Punt[] {
  const gedaan = new Set(
    een.soort.agenda.filter(({ isGedaan }) => isGedaan(beeld)).map(({ id }) => id),
  );
  return puntenVan(beeld, een).filter(
    ({ id, regel }) => !gedaan.has(regel) && !one(beeld.project, uitkomst, id),
  );
}
