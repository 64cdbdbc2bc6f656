import { isVanOrganisatie } from '../../process/feiten/deelnemers.ts';
import type { Lezing } from '../../process/contract/contract.ts';
import {
  kolom,
  rij,
  tabel,
  type Figuur,
  type Hoofdstuk,
  type Kenmerken,
  type Tabel,
} from '../../process/vormen/hoofdstuk.ts';
import { wieLeest } from '../../process/contract/lezing.ts';
import { regels, organisatiesVanLeden, type Regel } from '../plan/uitvoeringsmatrix.ts';
import { ongedektVan, som, totaalTekst, totaalVan, totalen } from './geld.ts';
import { kostenKnop } from './kosten.ts';
import { schrijft } from './toegang.ts';
import { aaneen } from '../../process/taal/aaneen.ts';

/** What the measures cost and who pays for them (H5). What is not known is shown as such, and never counted as 0. */
export const kostenHoofdstuk = (lezing: Lezing): Hoofdstuk => ({
  id: 'kosten',
  titel: 'Kosten en geld',
  inleiding: 'Zo worden de maatregelen betaald. Wat nog niet bekend is, telt niet mee.',
  delen: [samen(lezing), kostenTabel(lezing), ...perTrekker(lezing)],
  knoppen: [],
});

function samen({ project }: Lezing): Kenmerken {
  const { kosten, extra, dekking, ongedekt } = totalen(regels(project));
  return {
    soort: 'kenmerken',
    kop: 'Alle maatregelen samen',
    paren: [
      { naam: 'Kosten', waarde: totaalTekst(kosten) },
      { naam: 'Extra kosten', waarde: totaalTekst(extra) },
      { naam: 'Al geld voor', waarde: totaalTekst(dekking) },
      { naam: 'Nog geen geld voor', waarde: totaalTekst(ongedekt) },
    ],
  };
}

function kostenTabel(lezing: Lezing): Tabel {
  const mag = schrijft(wieLeest(lezing));
  const bedrag = (naam: string) => kolom(naam, 'bedrag', { isSom: true, breedte: 1.2 });
  return tabel('kosten', 'Kosten en geld per maatregel', {
    kolommen: [
      kolom('Nr', 'getal', { breedte: 0.5 }),
      kolom('Maatregel', 'tekst', { breedte: 4 }),
      bedrag('Kosten'),
      bedrag('Extra kosten'),
      bedrag('Al geld voor'),
      kolom('Bron', 'tekst', { breedte: 2 }),
      bedrag('Nog geen geld voor'),
    ],
    rijen: regels(lezing.project).map((found, at) => {
      const { facts, texts } = found;
      return rij(
        found.id,
        [
          at + 1,
          texts.wat,
          facts.kosten,
          facts.extra,
          facts.dekking,
          texts.bron,
          ongedektVan(found),
        ],
        mag ? [kostenKnop(found)] : [],
      );
    }),
    leeg: 'Er staat nog niets in de matrix.',
  });
}

/** What each trekker's organisatie has to pay or find money for; only where something is known. */
function perTrekker({ project }: Lezing): Figuur[] {
  const rows = regels(project);
  const staven = organisatiesVanLeden(
    project,
    rows.map(({ facts }) => facts.trekker),
  )
    .map(({ naam, lid }) => ({
      naam,
      van: rows.filter(({ facts }) => isVanOrganisatie(project, facts.trekker, lid)),
    }))
    .map(staaf)
    .filter(({ waarde }) => waarde > 0)
    .sort((a, b) => b.waarde - a.waarde);
  if (staven.length === 0) return [];
  return [
    {
      soort: 'figuur',
      id: 'kostenpertrekker',
      kop: 'Kosten per trekker',
      alt: staven.map(({ naam, kosten, bij }) => aaneen`${naam}: ${totaalTekst(kosten)}, ${bij}.`),
      prent: {
        vorm: 'staven',
        eenheid: 'euro',
        // A bar that shows only the known part says so.
        staven: staven.map(({ naam, waarde, doel, bij, kosten }) => ({
          naam,
          waarde,
          doel,
          bij: kosten.onbekend === 0 ? bij : `kosten ${totaalTekst(kosten)}, ${bij}`,
        })),
      },
    },
  ];
}

function staaf({ naam, van }: { naam: string; van: readonly Regel[] }) {
  const { dekking, ongedekt } = totalen(van);
  const kosten = som(van.map(totaalVan));
  return {
    naam,
    kosten,
    waarde: kosten.bekend,
    doel: null,
    bij: `al geld voor: ${totaalTekst(dekking)}, nog geen geld voor: ${totaalTekst(ongedekt)}`,
  };
}
