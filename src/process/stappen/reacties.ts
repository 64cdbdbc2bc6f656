import type { Step } from '../contract/contract.ts';
import {
  geteld,
  isVanOrganisatie,
  organisatiesOfNamen,
  organisatiesVan,
  type Deelnemer,
} from '../feiten/deelnemers.ts';
import type { Project } from '../feiten/project.ts';
import { isVoorIedereen } from '../feiten/vertrouwelijk.ts';
import { keuzeVan } from '../kalender/moment.ts';
import { mensen, opsomming } from '../taal/opsomming.ts';
import { aaneen } from '../taal/aaneen.ts';
import type { Voortgang } from '../vormen/live-kaart.ts';
import { hoevelen } from '../taal/woorden.ts';

// The one place that counts who answered and says it. Of whom it is said that they answered gave something; who is silent
// gave nothing at all.

/** Who is asked something in a step, and of them who gave something and who nothing at all. */
export interface Reacties {
  readonly gevraagd: readonly Deelnemer[];
  readonly gaven: readonly Deelnemer[];
  readonly stil: readonly Deelnemer[];
}

/** What a step says of who is asked and who answered. */
type Vragend = Pick<Step, 'heeftInvoer' | 'moetReageren' | 'heeftGereageerd'>;

export function reacties(project: Project, step: Vragend): Reacties {
  const gevraagd = step.heeftInvoer
    ? geteld(project).filter((lid) => step.moetReageren(project, lid))
    : [];
  const heeft = new Set(
    gevraagd.filter((lid) => step.heeftGereageerd(project, lid)).map(({ id }) => id),
  );
  return {
    gevraagd,
    gaven: gevraagd.filter(({ id }) => heeft.has(id)),
    stil: gevraagd.filter(({ id }) => !heeft.has(id)),
  };
}

/** `5 van de 8 hebben gereageerd`; empty when nobody is asked anything. No full stop: it also stands behind a mark. */
export function reactieZin({ gevraagd, gaven }: Reacties): string {
  if (gevraagd.length === 0) return '';
  const telling = { n: gaven.length, van: gevraagd.length };
  return `${hoevelen(telling, ['heeft', 'hebben'])} gereageerd`;
}

/**
 * `5 van de 8 hebben gereageerd. Nog niets van: Woonstede.`: what the whole group reads. Organisaties are named only when
 * whoever leads chose so, and people never (rule 16). Empty when nobody is asked anything.
 */
export function reactiesVoorGroep(project: Project, wie: Reacties): string {
  const zin = reactieZin(wie);
  const stil = keuzeVan(project).toontStil ? stilleOrganisaties(project, wie) : [];
  return [
    ...(zin === '' ? [] : [`${zin}.`]),
    ...(stil.length === 0 ? [] : [aaneen`Nog niets van: ${opsomming(stil)}.`]),
  ].join(' ');
}

/** The organisaties of which nobody gave anything. Who has none is in none of them. */
const stilleOrganisaties = (project: Project, { gaven, stil }: Reacties): string[] =>
  organisatiesVan(
    project,
    stil
      .filter(({ id }) => !gaven.some((ander) => isVanOrganisatie(project, ander.id, id)))
      .map(({ id }) => id),
  );

/** The same for a card, with its figures; undefined when nobody is asked anything. */
export const voortgangVan = (project: Project, wie: Reacties): Voortgang | undefined =>
  wie.gevraagd.length === 0
    ? undefined
    : { zin: reactiesVoorGroep(project, wie), n: wie.gaven.length, van: wie.gevraagd.length };

/** Who has not answered: by name for whoever leads alone, never where the group reads along (rule 16). */
export function nogNietsVan(project: Project, stil: readonly Deelnemer[]): string {
  if (isVoorIedereen(project))
    return 'nog niet iedereen heeft iets ingevuld. Typ “mijn taken” in je chat met mij om te zien wie.';
  const ids = stil.map(({ id }) => id);
  return aaneen`nog niets van ${mensen(organisatiesOfNamen(project, ids))}.`;
}
