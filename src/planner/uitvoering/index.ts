import { eigenRegels } from '../plan/uitvoeringsmatrix.ts';
import { aantal } from '../../process/taal/woorden.ts';
import { stapZoalsGelezen } from '../../process/contract/gelezen.ts';
import type { Step } from '../../process/contract/contract.ts';
import { akkoordverzoeken } from './akkoordverzoek.ts';
import { besluitWeergaven } from './besluiten-overzicht.ts';
import { besluitActies } from './besluiten.ts';
import { capaciteitActies } from './capaciteit-opgeven.ts';
import { capaciteitWeergaven } from './capaciteit.ts';
import { gereed, planGroepen, samenvatting, taken } from './gereed.ts';
import { hoofdstukken } from './hoofdstuk.ts';
import { poster } from './poster.ts';
import { uitvoeringKaart } from './kaart.ts';
import { kostenWeergaven } from './kosten.ts';
import { kandidaatActies, kandidaatWeergaven } from './kandidaten.ts';
import { matrixWeergaven } from './overzicht.ts';
import { regelActies } from './regels.ts';

/** Step 5: the uitvoeringsmatrix, its costs with cover, its capacity, and the decisions about it. */
export const uitvoering: Step = stapZoalsGelezen({
  id: 'uitvoering',
  nummer: 5,
  naam: 'Wat gaan wij doen?',
  inHetKort: 'We leggen vast wie wat doet, wanneer en voor hoeveel geld.',
  doel: 'Het doel van deze stap is helder te omschrijven welke maatregelen werkelijk worden uitgevoerd.',
  werk: [{ wat: 'vaststellen totaal aan maatregelen en uitvoeringsmatrix', wijze: 'overleg' }],
  heeftInvoer: false,
  streefvraag: 'Wanneer moet het plan klaar zijn?',
  acties: [...regelActies, ...kandidaatActies, ...capaciteitActies, ...besluitActies],
  weergaven: [
    ...matrixWeergaven,
    ...kostenWeergaven,
    ...kandidaatWeergaven,
    ...capaciteitWeergaven,
    ...besluitWeergaven,
  ],
  kaart: (beeld) => uitvoeringKaart(beeld, uitvoering),
  jij: ({ project }, lid) => {
    const n = eigenRegels(project, lid).length;
    const zin =
      n === 0
        ? 'Jij: je hoeft nu niets te doen.'
        : `Van jou: ${aantal(n, 'maatregel', 'maatregelen')}.`;
    return { zin, moetNog: false, knoppen: undefined };
  },
  heeftGereageerd: () => true,
  gereed,
  voorwaarde: () => undefined,
  teruggenomen: () => [],
  inbreng: () => [],
  zonderReden: () => [],
  samenvatting,
  berichten: {},
  momenten: () => [],
  moetReageren: () => true,
  kortom: () => '',
  meenemen: () => [],
  hoofdstukken,
  poster,
  fotoplekken: [],
  verzoeken: akkoordverzoeken,
  plan: planGroepen,
  taken,
});
