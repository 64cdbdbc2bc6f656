import type { Lezing } from '../../process/contract/contract.ts';
import { naamVan } from '../../process/feiten/deelnemers.ts';
import { kolom, rij, tabel, type Hoofdstuk, type Tabel } from '../../process/vormen/hoofdstuk.ts';
import { wieLeest } from '../../process/contract/lezing.ts';
import { aantal } from '../../process/taal/woorden.ts';
import {
  ANDER_PROBLEEM,
  doelenVan,
  isConcept,
  laatsteVoortgang,
  onderwerpNamen,
  regels,
  statusTekst,
  trekkerVoluit,
} from '../plan/uitvoeringsmatrix.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { besluitenHoofdstuk } from './hoofdstuk-besluiten.ts';
import { capaciteitHoofdstuk } from './hoofdstuk-capaciteit.ts';
import { kostenHoofdstuk } from './hoofdstuk-kosten.ts';
import { REGEL_TOEVOEGEN } from './knoppen.ts';
import { rijKnoppen, signalen } from './overzicht.ts';
import { standen, type Stand } from './partijen.ts';
import { zietMatrix, isMatrixBegonnen } from './toegang.ts';
import { aaneengeregen } from '../../process/taal/aaneen.ts';
import { opEenRij } from '../../process/taal/opsomming.ts';

/**
 * The uitvoeringsmatrix with its costs, capacity and decisions (H4 to H6, H10). Concept rows are only for people who
 * write them.
 */
export function hoofdstukken(lezing: Lezing): Hoofdstuk[] {
  const { project } = lezing;
  if (!isMatrixBegonnen(project) || !zietMatrix(wieLeest(lezing))) return [];
  const delen = [
    matrixHoofdstuk(lezing),
    kostenHoofdstuk(lezing),
    capaciteitHoofdstuk(lezing),
    besluitenHoofdstuk(lezing),
  ];
  return isConcept(project) ? delen.map(alsConcept) : delen;
}

const alsConcept = (hoofdstuk: Hoofdstuk): Hoofdstuk => ({
  ...hoofdstuk,
  inleiding:
    `Dit is nog concept. De groep ziet het als stap 5 begint. ${hoofdstuk.inleiding}`.trim(),
});

const matrixHoofdstuk = (lezing: Lezing): Hoofdstuk => ({
  id: 'uitvoering',
  titel: 'Wat gaan wij doen?',
  inleiding: `We voeren ${aantal(regels(lezing.project).length, 'maatregel', 'maatregelen')} uit.`,
  delen: [matrixTabel(lezing)],
  knoppen: [
    { titel: 'Neem maatregelen over', verb: 'regel.kiezen' },
    REGEL_TOEVOEGEN,
    { titel: 'Capaciteit opgeven', verb: 'capaciteit.opgeven' },
  ],
});

/** Wie, wat, hoe, wanneer, for which goals (H3, H4). */
function matrixTabel(lezing: Lezing): Tabel {
  const namen = onderwerpNamen(lezing.project, 120);
  const last = laatsteVoortgang(lezing.project);
  return tabel('uitvoeringsmatrix', 'Wie doet wat (uitvoeringsmatrix)', {
    kolommen: [
      kolom('Nr', 'getal', { breedte: 0.5 }),
      kolom('Probleem', 'tekst', { breedte: 2 }),
      kolom('Wat', 'tekst', { breedte: 4 }),
      kolom('Werkwijze', 'tekst', { breedte: 4 }),
      kolom('Trekker', 'tekst', { breedte: 1.5 }),
      kolom('Uitvoerders', 'tekst', { breedte: 2 }),
      kolom('Start', 'datum'),
      kolom('Einde', 'datum'),
      kolom('Doelen', 'tekst', { breedte: 3 }),
      kolom('Stand', 'tekst', { breedte: 1.2 }),
      kolom('Let op', 'tekst', { breedte: 2 }),
    ],
    rijen: standen(lezing.project).map((stand, at) => {
      const { id, facts } = stand.rij;
      const probleem = namen.get(facts.onderwerp) ?? (facts.onderwerp ? ANDER_PROBLEEM : '');
      const gemeld = last.get(id);
      return rij(
        id,
        [
          at + 1,
          probleem,
          ...wieWatHoe(lezing, stand),
          gemeld ? statusTekst(gemeld) : '',
          signalen(lezing.project, stand).join(' '),
        ],
        rijKnoppen(wieLeest(lezing), stand.rij),
      );
    }),
    leeg: 'Er staat nog niets in de matrix.',
    isLiggend: true,
  });
}

function wieWatHoe({ project }: Lezing, { rij: found }: Stand): string[] {
  const { facts, texts } = found;
  const doelen = doelenVan(project, found).map(({ texts: of }) => kortweg(of.specifiek));
  return [
    texts.wat,
    texts.werkwijze,
    trekkerVoluit(project, found),
    opEenRij(facts.uitvoerders.map((id) => naamVan(project, id))),
    facts.start,
    facts.einde,
    aaneengeregen(doelen, '; '),
  ];
}
