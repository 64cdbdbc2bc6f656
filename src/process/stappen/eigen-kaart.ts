import type { Beeld, Step } from '../contract/contract.ts';
import { leads, leden, type Deelnemer } from '../feiten/deelnemers.ts';
import { isAfgerond } from '../feiten/gegevens.ts';
import { isHuidig } from '../feiten/geopende-stap.ts';
import type { LiveKaart } from '../vormen/live-kaart.ts';

/** True while the card of a step has something to say to one person. */
const isGaande = ({ project }: Beeld, { id }: Step) =>
  !isAfgerond(project) && isHuidig(project, id);

/** The live card as one person sees it: with how it stands for them, and without a button that would refuse them. */
export function eigenKaart(beeld: Beeld, step: Step, lezer: Deelnemer): LiveKaart {
  const kaart = step.kaart(beeld);
  const isLid = leden(beeld.project).some(({ id }) => id === lezer.id);
  const jij = isLid && isGaande(beeld, step) ? step.jij(beeld, lezer) : undefined;
  const eigen = jij?.knoppen;
  const knoppen = eigen
    ? [...eigen, ...kaart.knoppen.filter(({ verb }) => verb === 'leiding')]
    : kaart.knoppen;
  return {
    ...kaart,
    jij: jij?.zin ?? '',
    knoppen: knoppen.filter(
      ({ verb }) =>
        (verb !== 'leiding' || leads(lezer)) && (verb !== 'deelnemer.meedoen' || !isLid),
    ),
  };
}

/** Of whom Teams asks how the card looks for them; it asks of no more than so many. */
const MAX_KIJKERS = 60;

/** Whose card looks other than that of everybody: who leads, then who still has to act, then who has. */
export function kijkers(beeld: Beeld, step: Step): { lid: Deelnemer; zin: string }[] {
  if (!isGaande(beeld, step)) return [];
  const rang = (lid: Deelnemer, moetNog: boolean) => (leads(lid) ? 0 : moetNog ? 1 : 2);
  return leden(beeld.project)
    .map((lid) => ({ lid, ...step.jij(beeld, lid) }))
    .filter(({ lid, zin }) => zin !== '' || leads(lid))
    .map(({ lid, zin, moetNog }) => ({ lid, zin, rang: rang(lid, moetNog) }))
    .sort((een, ander) => een.rang - ander.rang)
    .slice(0, MAX_KIJKERS)
    .map(({ lid, zin }) => ({ lid, zin }));
}
