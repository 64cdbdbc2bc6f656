import type { Beeld, Verzoek } from '../contract/contract.ts';
import { profielVan } from '../feiten/gegevens.ts';
import { leider } from '../feiten/deelnemers.ts';
import type { Stuk } from '../vormen/stuk.ts';
import { voorIedereen } from '../feiten/vertrouwelijk.ts';
import { kenmerken, standVan } from './plan.ts';
import { aaneen } from '../taal/aaneen.ts';

/** All parties that have to decide, each with what is asked of them. */
export const verzoekenVan = (beeld: Beeld): Verzoek[] =>
  beeld.traject.stappen.flatMap((step) => step.verzoeken(beeld));

/** One page for one party; undefined when nothing is asked of it. It leaves the group, so it holds nothing confidential. */
export function akkoordStuk(beeld: Beeld, id: string): Stuk | undefined {
  const found = verzoekenVan(beeld).find((verzoek) => verzoek.id === id);
  if (!found) return undefined;
  const project = voorIedereen(beeld.project);
  const { naam, toelichting } = profielVan(project).texts;
  const vraagbaak = leider(project)?.naam ?? '';
  return {
    soort: 'brief',
    titel: `Verzoek om akkoord: ${found.naam}`,
    ondertitel: naam,
    kenmerken: kenmerken({ project, traject: beeld.traject }).filter(
      ({ naam: van }) => van !== 'Organisatie',
    ),
    stand: `${standVan(beeld.now)}${vraagbaak === '' ? '' : aaneen`. Vragen? Stel ze aan ${vraagbaak}.`}`,
    isVertrouwelijk: false,
    hoofdstukken: [
      {
        id: 'verzoek',
        titel: '',
        inleiding: toelichting,
        delen: found.delen,
        knoppen: [],
      },
    ],
  };
}
