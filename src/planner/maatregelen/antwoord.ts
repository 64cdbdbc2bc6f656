import { eenmaal } from '../../process/feiten/eenmaal.ts';
import {
  deelnemer,
  isVan,
  leads,
  leden,
  type Deelnemer,
  isVanOrganisatie,
  organisatieSleutel,
} from '../../process/feiten/deelnemers.ts';
import { all, one, withdraw, type NewEvent, type Project } from '../../process/feiten/project.ts';
import { belangrijkste, type Genummerd, type Maatregel } from '../plan/maatregel.ts';
import { collega, houdtVoorOverleg, maatregel, nietsAan, type EntryOf } from '../plan/plan.ts';

/**
 * The onderwerpen without an answer of a person's organisatie: no measure, no "Wij doen hier niets aan", and nothing that
 * they tell in the overleg (rule 5). Reads the project once, for any number of people.
 */
export function nogOpen(project: Project): (lid: string) => Genummerd[] {
  const lijst = belangrijkste(project);
  const key = (onderwerp: string, lid: string) =>
    `${onderwerp} ${organisatieSleutel(project, lid)}`;
  const said = new Set(antwoorden(project).map(({ facts }) => key(facts.onderwerp, facts.van)));
  return (lid) => lijst.filter(({ id }) => !said.has(key(id, lid)));
}

/** True while the group has another person of the same organisatie who has not passed it on in turn. */
export const heeftCollega = (project: Project, lid: string) =>
  leden(project).some(
    ({ id }) =>
      id !== lid && isVanOrganisatie(project, id, lid) && one(project, collega, id) === undefined,
  );

/**
 * True when the person has responded in step 3: their organisatie answered about every onderwerp, or a colleague fills it
 * in (rule 5).
 */
export function reactie(project: Project): (lid: Deelnemer) => boolean {
  const open = nogOpen(project);
  return ({ id }) =>
    open(id).length === 0 || (one(project, collega, id) !== undefined && heeftCollega(project, id));
}

/** True when their organisatie said anything at all, about whatever problem, or a colleague fills it in. */
export const gafIets = (project: Project, lid: Deelnemer): boolean =>
  gaven(project).has(organisatieSleutel(project, lid.id)) ||
  (one(project, collega, lid.id) !== undefined && heeftCollega(project, lid.id));

/** The organisaties that said anything, by key. */
const gaven = eenmaal(
  (project: Project): ReadonlySet<string> =>
    new Set(antwoorden(project).map(({ facts }) => organisatieSleutel(project, facts.van))),
);

/** All that was answered in step 3, about whatever onderwerp. */
const antwoorden = (project: Project) => [
  ...all(project, maatregel).filter(({ facts }) => !facts.aanvullend),
  ...all(project, nietsAan),
  ...all(project, houdtVoorOverleg),
];

/** "Wij doen hier niets aan" as the organisatie of this person said it, about one onderwerp or about all. */
export const nietsVan = (project: Project, lid: string, onderwerp?: string) =>
  vanOrganisatie(project, nietsAan, lid, onderwerp);

/** The same of "Wij vertellen dit in het overleg". */
export const inOverlegVan = (project: Project, lid: string, onderwerp?: string) =>
  vanOrganisatie(project, houdtVoorOverleg, lid, onderwerp);

/** An answer about an onderwerp that is no measure. */
export type Antwoord = typeof nietsAan;

const vanOrganisatie = (
  project: Project,
  soort: Antwoord,
  lid: string,
  onderwerp?: string,
): EntryOf<Antwoord>[] =>
  all(project, soort).filter(
    ({ facts }) =>
      (onderwerp === undefined || facts.onderwerp === onderwerp) &&
      isVanOrganisatie(project, facts.van, lid),
  );

/** The events that take back an answer without a measure, because another answer replaces it. */
export const neemtTerug = (project: Project, lid: string, onderwerp: string): NewEvent[] => [
  ...nietsVan(project, lid, onderwerp).map(({ id }) => withdraw(nietsAan, id)),
  ...inOverlegVan(project, lid, onderwerp).map(({ id }) => withdraw(houdtVoorOverleg, id)),
];

/** The measures of this person's organisatie in step 3. */
export const vanOns = (project: Project, lid: string): Maatregel[] =>
  all(project, maatregel).filter(
    ({ facts }) => !facts.aanvullend && isVanOrganisatie(project, facts.van, lid),
  );

/**
 * True for people who may change a measure: its owner or their opvolger, a colleague of the same organisatie, and the
 * projectleider where they entered it themselves or where the owner has no Teams.
 */
export function magWijzigen(
  project: Project,
  actor: Deelnemer,
  { by, facts }: Pick<Maatregel, 'by' | 'facts'>,
): boolean {
  if (isVan(project, actor, facts.van) || isVanOrganisatie(project, actor.id, facts.van)) {
    return true;
  }
  const owner = one(project, deelnemer, facts.van);
  return leads(actor) && (by === actor.id || owner?.facts.identities.length === 0);
}

/** True for people who choose who reads a measure: whose it is, and whoever leads where they entered it. */
export function kiestLezers(
  project: Project,
  actor: Deelnemer,
  { by, facts }: Pick<Maatregel, 'by' | 'facts'>,
): boolean {
  if (isVan(project, actor, facts.van)) return true;
  const owner = one(project, deelnemer, facts.van);
  const enteredIt = by === actor.id || owner?.facts.identities.length === 0;
  return leads(actor) && (facts.aanvullend || enteredIt);
}
