import type { Lezing } from '../../process/contract/contract.ts';
import { numberInput } from '../../process/vormen/form.ts';
import {
  kolom,
  rij,
  tabel,
  type Figuur,
  type Hoofdstuk,
  type Tabel,
} from '../../process/vormen/hoofdstuk.ts';
import { wieLeest } from '../../process/contract/lezing.ts';
import { regels } from '../plan/uitvoeringsmatrix.ts';
import { capaciteitPer, EENHEDEN, inEenheid, knoppenBij } from './capaciteit.ts';
import { aaneen } from '../../process/taal/aaneen.ts';

/** How many hours or fte each organisatie puts in each measure; the two are never added up (H6). */
export const capaciteitHoofdstuk = (lezing: Lezing): Hoofdstuk => ({
  id: 'capaciteit',
  titel: 'Capaciteit',
  inleiding: 'Uren en fte staan apart.',
  delen: [capaciteitTabel(lezing), ...figuren(lezing)],
  knoppen: [{ titel: 'Capaciteit opgeven', verb: 'capaciteit.opgeven' }],
});

function capaciteitTabel(lezing: Lezing): Tabel {
  const wat = new Map(regels(lezing.project).map(({ id, texts }) => [id, texts.wat]));
  return tabel('capaciteit', 'Capaciteit per organisatie en maatregel', {
    kolommen: [
      kolom('Organisatie', 'tekst', { breedte: 2 }),
      kolom('Maatregel', 'tekst', { breedte: 4 }),
      kolom('Uren', 'getal', { isSom: true }),
      kolom('Fte', 'getal', { isSom: true }),
      kolom('Extra'),
    ],
    rijen: capaciteitPer(lezing.project).flatMap(({ naam, mine }) =>
      mine.map((found) => {
        const { regel, aantal, eenheid, extra } = found.facts;
        return rij(
          found.id,
          [
            naam,
            wat.get(regel) ?? '',
            eenheid === 'uren' ? aantal : '',
            eenheid === 'fte' ? aantal : '',
            extra ? 'Ja' : 'Nee',
          ],
          knoppenBij(wieLeest(lezing), found),
        );
      }),
    ),
    leeg: 'Er is nog geen capaciteit opgegeven.',
  });
}

/** A figure for each unit in which capacity was given. */
const figuren = ({ project }: Lezing): Figuur[] =>
  EENHEDEN.flatMap((eenheid) => {
    const staven = capaciteitPer(project).flatMap(({ naam, mine }) => {
      const waarde = inEenheid(mine, eenheid);
      const extra = inEenheid(
        mine.filter(({ facts }) => facts.extra),
        eenheid,
      );
      const bij = extra === null ? '' : `waarvan ${numberInput(extra)} extra`;
      return waarde === null ? [] : [{ naam, waarde, doel: null, bij }];
    });
    if (staven.length === 0) return [];
    const alt = staven.map(({ naam, waarde, bij }) =>
      [aaneen`${naam}: ${numberInput(waarde)} ${eenheid}`, bij]
        .filter((part) => part !== '')
        .join(', '),
    );
    return [
      {
        soort: 'figuur',
        id: `capaciteit-${eenheid}`,
        kop: eenheid === 'uren' ? 'Uren per organisatie' : 'Fte per organisatie',
        alt: alt.map((zin) => aaneen`${zin}.`),
        prent: { vorm: 'staven', eenheid, staven },
      },
    ];
  });
