import type { Beeld, Bericht, Berichten } from '../../process/contract/contract.ts';
import { isAfgerond } from '../../process/feiten/gegevens.ts';
import { isHuidig } from '../../process/feiten/geopende-stap.ts';
import { one } from '../../process/feiten/project.ts';
import { prioriteitenlijst } from '../plan/plan.ts';
import { akkoordVraag, eerstAangepakt } from './agenda.ts';
import { LIJST, UITSLAG } from './regels/knoppen.ts';
import { draagvlakZinnen } from './lijst/draagvlak.ts';
import { STAP } from './regels/eigen.ts';
import { openStemming, stemmingVan, vasteLijst } from './regels/overleg1.ts';
import { stemVraag } from './stemming/stembiljet.ts';
import { stand } from './stemming/uitslag.ts';
import { zichtZin } from './stemming/zicht.ts';

/** Messages for the group, drawn when they are sent; while answers are asked they show each new one. */
export const berichten: Berichten = {
  'stemming-open': tekenStemming,
  'stemming-dicht': tekenStemming,
  'lijst-vastgesteld': tekenLijst,
  'lijst-heropend': tekenLijst,
};

/** True until step 3 opens: from then on no more answers are asked for. */
const isGaande = (project: Beeld['project']) => isHuidig(project, STAP) && !isAfgerond(project);

function tekenStemming({ project }: Beeld): Bericht {
  const nu = openStemming(project);
  if (!nu)
    return {
      titel: 'De stemming is gesloten.',
      regels: [stand(project)],
      knoppen: [UITSLAG, LIJST],
    };
  return {
    titel: 'Stem mee.',
    regels: [stemVraag(nu), zichtZin(nu), stand(project)],
    knoppen: [
      {
        titel: 'Stemmen',
        verb: 'stem',
        args: { ronde: String(stemmingVan(project)?.facts.ronde ?? 0) },
      },
      UITSLAG,
    ],
    blijft: isGaande(project),
  };
}

/** The message that the list was fixed or reopened. */
function tekenLijst({ project, now }: Beeld): Bericht {
  const nu = vasteLijst(project);
  if (!nu && one(project, prioriteitenlijst, 'lijst')?.facts.vastgesteld)
    return {
      titel: 'Er is geen prioriteitenlijst meer.',
      regels: ['Alle problemen op de lijst zijn ingetrokken.'],
      knoppen: [LIJST],
    };
  if (!nu)
    return {
      titel: 'De prioriteitenlijst is heropend.',
      regels: ['Jullie kijken er opnieuw naar. Daarna vraag ik je akkoord.'],
      knoppen: [LIJST],
    };
  const args = { lijst: String(nu.rev) };
  return {
    titel: 'Ben je het eens met deze lijst?',
    regels: [
      'Dit pakken we eerst aan:',
      ...eerstAangepakt(project),
      ...draagvlakZinnen(project),
      ...akkoordVraag({ project, now }),
    ],
    knoppen: [
      { titel: 'Akkoord', verb: 'akkoord.geven', args, stijl: 'positive' },
      { titel: 'Niet akkoord', verb: 'akkoord.niet', args },
      LIJST,
    ],
    blijft: isGaande(project),
  };
}
