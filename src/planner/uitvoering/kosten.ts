import type { View } from '../../process/contract/contract.ts';
import { item, lijst, type Button, type Grafiek } from '../../process/vormen/screen.ts';
import { regels, type Regel } from '../plan/uitvoeringsmatrix.ts';
import { euro, ongedektVan, totaalTekst, totalen } from './geld.ts';
import { BESLUITEN, CAPACITEIT } from './knoppen.ts';
import { MATRIX } from '../plan/knoppen.ts';
import { matrixNogNiet, schrijft, zietMatrix } from './toegang.ts';

/** The totals of the cost overview as lines. */
export function kostenRegels(rows: readonly Regel[]): string[] {
  const { kosten, extra, dekking, ongedekt } = totalen(rows);
  return [
    `Kosten: ${totaalTekst(kosten)}`,
    `Extra kosten: ${totaalTekst(extra)}`,
    `Al geld voor: ${totaalTekst(dekking)}`,
    `Nog geen geld voor: ${totaalTekst(ongedekt)}`,
  ];
}

const kosten: View = {
  verb: 'kosten',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) => {
    if (!zietMatrix(ctx)) return matrixNogNiet('Kosten');
    const rows = regels(ctx.project);
    const knop = (rij: Regel): Button[] => (schrijft(ctx) ? [kostenKnop(rij)] : []);
    return lijst(
      'Kosten en geld',
      rows.length === 0
        ? []
        : [
            { kop: 'Samen', items: [item('Alle maatregelen', kostenRegels(rows))] },
            { kop: 'Per maatregel', items: rows.map((rij) => kostenItem(rij, knop(rij))) },
          ],
      {
        pagina: ctx.args['pagina'],
        grafiek: grafiek(rows),
        uitleg: [
          rows.length === 0
            ? 'Er staat nog niets in de matrix. Hier komt wat elke maatregel kost, en wie betaalt.'
            : 'Zo worden de maatregelen betaald.',
        ],
        knoppen: [MATRIX, CAPACITEIT, BESLUITEN],
      },
    );
  },
};

/** The ring of what is covered. A ring shows parts of a whole, so there is none while part of the amounts is unknown. */
function grafiek(rows: readonly Regel[]): Grafiek | undefined {
  const { dekking, ongedekt } = totalen(rows);
  const isHeel = dekking.onbekend + ongedekt.onbekend === 0;
  if (!isHeel || dekking.bekend + ongedekt.bekend === 0) return undefined;
  return {
    soort: 'ring',
    titel: 'Wie betaalt het?',
    punten: [
      { naam: 'Al geld voor', waarde: dekking.bekend, zin: totaalTekst(dekking) },
      { naam: 'Nog geen geld voor', waarde: ongedekt.bekend, zin: totaalTekst(ongedekt) },
    ],
  };
}

export const kostenKnop = ({ id }: Regel): Button => ({
  titel: 'Kosten aanpassen',
  verb: 'regel.kosten',
  args: { id },
});

/** What a row costs, who pays, and what is not paid for yet (H5). */
export const kostenItem = (rij: Regel, knoppen: readonly Button[] = []) =>
  item(
    rij.texts.wat,
    [
      `Kosten: ${euro(rij.facts.kosten)}`,
      `Extra kosten: ${euro(rij.facts.extra)}`,
      `Al geld voor: ${euro(rij.facts.dekking)}${rij.texts.bron ? `, door: ${rij.texts.bron}` : ''}`,
      `Nog geen geld voor: ${euro(ongedektVan(rij))}`,
    ],
    knoppen,
  );

export const kostenWeergaven: readonly View[] = [kosten];
