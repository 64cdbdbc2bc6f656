import type { Ctx } from '../../../process/contract/contract.ts';
import {
  geteld,
  organisatieSleutel,
  perOrganisatie,
  type Deelnemer,
} from '../../../process/feiten/deelnemers.ts';
import type { Project } from '../../../process/feiten/project.ts';
import { handen, isVervallen, stemVan, type Stem } from './stemmen-nu.ts';
import { isKlein } from './zicht.ts';

/** An organisatie at the table, with what is known of its hands. A person without one stands alone. */
export interface Organisatie {
  readonly naam: string;
  /** Deelnemer id that stands for it. */
  readonly wie: string;
  /** The id of its count. */
  readonly id: string;
  /** From 1. */
  readonly plaats: number;
  readonly mensen: readonly Deelnemer[];
  /** Those of them who did not vote themselves; of few voters all, because who is left out would tell who voted. */
  readonly kan: readonly Deelnemer[];
  readonly handen: Stem | undefined;
  /** Never told of few voters: it would tell whose vote came after. */
  readonly isVervallen: boolean;
}

/** All of them, in order of joining, with the people who can vote. */
export function organisaties(project: Project): Organisatie[] {
  const stemt = new Set(geteld(project).map(({ id }) => id));
  const counts = handen(project);
  const verzwijgt = isKlein(project);
  return perOrganisatie(project)
    .map(({ naam, mensen }) => ({ naam, mensen: mensen.filter(({ id }) => stemt.has(id)) }))
    .flatMap(({ naam, mensen }) => {
      const [first] = mensen;
      return first ? [{ naam, mensen, first }] : [];
    })
    .map(({ naam, mensen, first }, at) => {
      const key = organisatieSleutel(project, first.id);
      const found = counts.find(({ facts }) => organisatieSleutel(project, facts.van) === key);
      const elders = new Set(
        counts.filter((other) => other !== found).flatMap(({ facts }) => facts.voor),
      );
      return {
        naam,
        wie: first.id,
        id: found?.id ?? `handen.${first.id}`,
        plaats: at + 1,
        mensen,
        kan: mensen.filter(({ id }) => (verzwijgt || !stemVan(project, id)) && !elders.has(id)),
        handen: found,
        isVervallen: !verzwijgt && found !== undefined && isVervallen(project, found),
      };
    });
}

/** The one that a count is of, by its id. */
export const organisatieMet = (project: Project, id: string): Organisatie | undefined =>
  organisaties(project).find((van) => van.id === id);

const isOver = ({ kan }: Organisatie) => kan.length > 0;

/** The next one with a hand to count; undefined after the last. */
export const volgendeNa = (project: Project, { plaats }: Organisatie): Organisatie | undefined =>
  organisaties(project).find((van) => van.plaats > plaats && isOver(van));

/**
 * The one that the form is about: the one after what was just stored, the one that its button names, else the first that
 * was not counted yet.
 */
export function gekozenOrganisatie({ project, args }: Ctx): Organisatie | undefined {
  const alle = organisaties(project);
  const na = args['na'] === undefined ? undefined : alle.find(({ id }) => id === args['na']);
  if (na) return volgendeNa(project, na);
  const named = alle.find(({ mensen }) => mensen.some(({ id }) => id === args['organisatie']));
  if (named) return isOver(named) ? named : undefined;
  return alle.find((van) => isOver(van) && (!van.handen || van.isVervallen)) ?? alle.find(isOver);
}
