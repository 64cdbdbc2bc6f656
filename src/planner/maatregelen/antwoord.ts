import { deelnemer, isVan, leads, leden, type Deelnemer } from '../../process/deelnemers.ts';
import { all, one, withdraw, type NewEvent, type Project } from '../../process/project.ts';
import {
  belangrijkste,
  isZelfdeOrganisatie,
  organisatieSleutel,
  type Genummerd,
  type Maatregel,
} from '../maatregel.ts';
import { collega, maatregel, nietsAan, type EntryOf } from '../plan.ts';

/**
 * The onderwerpen about which somebody's organisatie has said nothing yet: no measure, and not that it does nothing
 * (rule 5). Reads the project once, for any number of people.
 */
export function nogOpen(project: Project): (lid: string) => Genummerd[] {
  const lijst = belangrijkste(project);
  const key = (onderwerp: string, lid: string) =>
    `${onderwerp} ${organisatieSleutel(project, lid)}`;
  const huidige = all(project, maatregel).filter(({ facts }) => !facts.aanvullend);
  const said = new Set(
    [...huidige, ...all(project, nietsAan)].map(({ facts }) => key(facts.onderwerp, facts.van)),
  );
  return (lid) => lijst.filter(({ id }) => !said.has(key(id, lid)));
}

/** True while somebody else of the same organisatie is in the group and has not passed it on in turn. */
export const heeftCollega = (project: Project, lid: string) =>
  leden(project).some(
    ({ id }) =>
      id !== lid &&
      isZelfdeOrganisatie(project, id, lid) &&
      one(project, collega, id) === undefined,
  );

/** Responded in step 3: the organisatie answered for every onderwerp, or a colleague fills it in (rule 5). */
export function reactie(project: Project): (lid: Deelnemer) => boolean {
  const open = nogOpen(project);
  return ({ id }) =>
    open(id).length === 0 || (one(project, collega, id) !== undefined && heeftCollega(project, id));
}

/** `5 van de 8`: who is not in it, is for whoever leads only (rule 16). */
export function gereageerd(project: Project): { aantal: number; van: number } {
  const group = leden(project);
  return { aantal: group.filter(reactie(project)).length, van: group.length };
}

/** "Wij doen hier niets aan" as this person's organisatie said it, about one onderwerp or about all. */
export const nietsVan = (
  project: Project,
  lid: string,
  onderwerp?: string,
): EntryOf<typeof nietsAan>[] =>
  all(project, nietsAan).filter(
    ({ facts }) =>
      (onderwerp === undefined || facts.onderwerp === onderwerp) &&
      isZelfdeOrganisatie(project, facts.van, lid),
  );

/** A measure takes the place of "wij doen hier niets aan". */
export const neemtTerug = (project: Project, lid: string, onderwerp: string): NewEvent[] =>
  nietsVan(project, lid, onderwerp).map(({ id }) => withdraw(nietsAan, id));

/** The measures of this person's organisatie in step 3. */
export const vanOns = (project: Project, lid: string): Maatregel[] =>
  all(project, maatregel).filter(
    ({ facts }) => !facts.aanvullend && isZelfdeOrganisatie(project, facts.van, lid),
  );

/**
 * Who may change a measure: its owner or their opvolger, a colleague of the same organisatie, and whoever leads where
 * they entered it themselves or where the owner has no Teams.
 */
export function magWijzigen(
  project: Project,
  actor: Deelnemer,
  { by, facts }: Pick<Maatregel, 'by' | 'facts'>,
): boolean {
  if (isVan(project, actor, facts.van) || isZelfdeOrganisatie(project, actor.id, facts.van)) {
    return true;
  }
  const owner = one(project, deelnemer, facts.van);
  return leads(actor) && (by === actor.id || owner?.facts.identities.length === 0);
}
