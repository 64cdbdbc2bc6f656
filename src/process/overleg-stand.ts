import type { Beeld } from './contract.ts';
import { agendapunt, overlegId, uitkomst } from './overleg.ts';
import { all, one } from './project.ts';
import { agendaVan } from './step.ts';

/** One point of an agenda: a line of the source, or one that a person added. */
export interface Punt {
  /** The id of its outcome: `<overleg>.<regel>`. */
  id: string;
  tekst: string;
  overleg: string;
  regel: string;
}

type Waar = Pick<Beeld, 'project' | 'traject'>;

/** All points of an agenda: those of the source, then those that people added. */
export function puntenVan({ project, traject }: Waar, nummer: number): Punt[] {
  const overleg = overlegId(nummer);
  const own = all(project, agendapunt).filter(({ facts }) => facts.overleg === overleg);
  return [
    ...agendaVan(traject, nummer)
      .filter(({ isOnderdeel }) => !isOnderdeel)
      .map(({ id, tekst }) => ({ regel: id, tekst })),
    ...own.map(({ id, texts }) => ({ regel: id, tekst: texts.punt })),
  ].map((punt) => ({ ...punt, id: `${overleg}.${punt.regel}`, overleg }));
}

/** The points without a result: no outcome was written, and their own action was not done either. */
export function zonderUitkomst(beeld: Beeld, nummer: number): Punt[] {
  const gedaan = new Set(
    agendaVan(beeld.traject, nummer)
      .filter(({ isGedaan }) => isGedaan(beeld))
      .map(({ id }) => id),
  );
  return puntenVan(beeld, nummer).filter(
    ({ id, regel }) => !gedaan.has(regel) && !one(beeld.project, uitkomst, id),
  );
}
