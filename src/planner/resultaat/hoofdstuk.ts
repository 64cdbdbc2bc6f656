import type { Lezing } from '../../process/contract/contract.ts';
import type { Hoofdstuk } from '../../process/vormen/hoofdstuk.ts';
import { isGeopend } from '../../process/feiten/geopende-stap.ts';
import { doelDelen } from './hoofdstuk-doelen.ts';
import {
  aanbevelingenLijst,
  evaluatieTabel,
  samenwerkingDelen,
  uitgevoerdTabel,
  verbeterLijst,
  vervolgDelen,
} from './hoofdstuk-evaluatie.ts';
import { historieTabel, voortgangGrafiek, voortgangTabel } from './hoofdstuk-voortgang.ts';
import { gereageerd } from './gereed.ts';
import { MAATREGELEN_BESPREKEN, nieuwsKnoppen, SAMENWERKING } from './knoppen.ts';
import { doelTekst, doelTelling, standZin, uitvoerTelling, uitgevoerdZin } from './stand.ts';

/** How far the work is, and what came of it (J2, J3, K7 to K10). */
export const hoofdstukken = (lezing: Lezing): Hoofdstuk[] =>
  isGeopend(lezing.project, 'resultaat') ? [voortgang(lezing), evaluatie(lezing)] : [];

function voortgang(lezing: Lezing): Hoofdstuk {
  return {
    id: 'resultaat',
    titel: 'Hoe ver zijn we?',
    inleiding: `${standZin(lezing.project)} ${gereageerd(lezing.project)}`.trim(),
    delen: [
      voortgangTabel(lezing),
      ...voortgangGrafiek(lezing),
      ...doelDelen(lezing),
      historieTabel(lezing),
    ],
    knoppen: [
      ...nieuwsKnoppen(lezing.project),
      { titel: 'Volgend voortgangsmoment', verb: 'voortgang.moment' },
    ],
  };
}

function evaluatie(lezing: Lezing): Hoofdstuk {
  const { ja, deels, nee, open } = uitvoerTelling(lezing.project);
  const van = ja + deels + nee + open;
  return {
    id: 'evaluatie',
    titel: 'Wat hebben wij bereikt?',
    inleiding: `Doelen: ${doelTekst(doelTelling(lezing.project))}. ${van === 0 ? 'Er staan geen maatregelen in de matrix' : uitgevoerdZin({ n: ja, van })}.`,
    delen: [
      evaluatieTabel(lezing),
      uitgevoerdTabel(lezing),
      ...samenwerkingDelen(lezing),
      verbeterLijst(lezing),
      aanbevelingenLijst(lezing),
      ...vervolgDelen(lezing),
    ],
    knoppen: [
      MAATREGELEN_BESPREKEN,
      SAMENWERKING,
      { titel: 'Verbeterpunt', verb: 'verbeterpunt.toevoegen' },
      { titel: 'Aanbeveling', verb: 'aanbeveling.toevoegen' },
      { titel: 'Hoe verder', verb: 'vervolg.vastleggen' },
    ],
  };
}
