import { stapZoalsGelezen } from '../../process/contract/gelezen.ts';
import type { Step } from '../../process/contract/contract.ts';
import { all } from '../../process/feiten/project.ts';
import { doel } from '../plan/plan.ts';
import { afgerondBericht, afrondActies } from './afronden.ts';
import { evaluatieWeergaven } from './evaluatie-overzicht.ts';
import { evaluatieActies } from './evaluatie.ts';
import { gereed, planGroepen, samenvatting, taken } from './gereed.ts';
import { hoofdstukken } from './hoofdstuk.ts';
import { poster } from './poster.ts';
import { jij, resultaatKaart } from './kaart.ts';
import { metingActies } from './metingen.ts';
import { momenten } from './momenten.ts';
import { momentActies, momentBericht } from './moment.ts';
import { puntenActies } from './punten.ts';
import { samenwerkingActies, samenwerkingWeergaven } from './samenwerking.ts';
import { doelTekst, doelTelling, heeftGereageerd, moetReageren } from './stand.ts';
import { voortgangWeergaven } from './voortgang-overzicht.ts';
import { fotoplekken, voortgangActies } from './voortgang.ts';

/** Step 6: progress and values at each agreed moment, then the evaluation in overleg 3, and the closing. */
export const resultaat: Step = stapZoalsGelezen({
  id: 'resultaat',
  nummer: 6,
  naam: 'Wat hebben wij bereikt?',
  inHetKort: 'We kijken per doel: is het gelukt, en zijn we tevreden?',
  doel: 'Per doelstelling wordt bepaald of het doel bereikt is en of men tevreden is of niet en waarom.',
  werk: [
    { wat: 'monitoring van de uitvoering', wijze: 'online' },
    { wat: 'hebben we onze doelen behaald?', wijze: 'overleg' },
  ],
  heeftInvoer: true,
  streefvraag: '',
  acties: [
    ...voortgangActies,
    ...metingActies,
    ...momentActies,
    ...samenwerkingActies,
    ...evaluatieActies,
    ...puntenActies,
    ...afrondActies,
  ],
  weergaven: [...voortgangWeergaven, ...evaluatieWeergaven, ...samenwerkingWeergaven],
  kaart: (beeld) => resultaatKaart(beeld, resultaat),
  jij,
  heeftGereageerd,
  moetReageren,
  gereed,
  voorwaarde: () => undefined,
  teruggenomen: () => [],
  inbreng: () => [],
  zonderReden: () => [],
  samenvatting,
  berichten: { voortgangsmoment: momentBericht, 'project-afgerond': afgerondBericht },
  momenten,
  fotoplekken,
  verzoeken: () => [],
  meenemen: () => [],
  hoofdstukken,
  kortom: ({ project }) => (all(project, doel).length > 0 ? doelTekst(doelTelling(project)) : ''),
  poster,
  plan: planGroepen,
  taken,
});
