import type { View } from '../../process/contract/contract.ts';
import { metTab } from '../../process/vormen/naar-tab.ts';
import {
  IN_BEELD,
  item,
  lijst,
  metMeer,
  type Button,
  type Grafiek,
  type Item,
} from '../../process/vormen/screen.ts';
import { ONBEKEND } from '../../process/vormen/waarde.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { aantal, kleineLetter } from '../../process/taal/woorden.ts';
import { regels, type Regel } from '../plan/uitvoeringsmatrix.ts';
import { euro, ongedektVan, totaalTekst, totalen } from './geld.ts';
import { BESLUITEN, CAPACITEIT } from './knoppen.ts';
import { MATRIX } from '../plan/knoppen.ts';
import { matrixNogNiet, schrijft, zietMatrix } from './toegang.ts';

/** The totals of the cost overview as lines; what is not known is said once. */
export function kostenRegels(rows: readonly Regel[]): string[] {
  const { kosten, extra, dekking, ongedekt } = totalen(rows);
  const sommen = [
    { naam: 'Kosten', som: kosten },
    { naam: 'Extra kosten', som: extra },
    { naam: 'Al geld voor', som: dekking },
    { naam: 'Nog geen geld voor', som: ongedekt },
  ];
  const paren = sommen.map(({ naam, som: { bekend, onbekend, rijen } }) => ({
    naam,
    waarde: onbekend === rijen ? ONBEKEND : euro(bekend),
  }));
  return [...bekendeRegels(paren), ...watMist(rows)];
}

/** What the sums leave out. */
function watMist(rows: readonly Regel[]): string[] {
  const { length } = rows.filter((found) => ongedektVan(found) === null);
  return length === 0 || !rows.some(isBekend)
    ? []
    : [`Van ${aantal(length, 'maatregel', 'maatregelen')} is nog niet alles bekend.`];
}

/** The amounts that are known, a line each, and the others in one. */
function bekendeRegels(paren: readonly { naam: string; waarde: string }[]): string[] {
  const onbekend = paren.filter(({ waarde }) => waarde === ONBEKEND).map(({ naam }) => naam);
  if (onbekend.length === 0) return paren.map(({ naam, waarde }) => `${naam}: ${waarde}`);
  if (onbekend.length === paren.length) return ['Er zijn nog geen bedragen bekend.'];
  return [
    ...paren
      .filter(({ waarde }) => waarde !== ONBEKEND)
      .map(({ naam, waarde }) => `${naam}: ${waarde}`),
    `Nog niet bekend: ${onbekend.map(kleineLetter).join(', ')}`,
  ];
}

const kosten: View = {
  verb: 'kosten',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) => {
    if (!zietMatrix(ctx)) return matrixNogNiet('Kosten');
    const rows = regels(ctx.project);
    const rij = (found: Regel) => kostenItem(found, schrijft(ctx) ? [kostenKnop(found)] : []);
    return lijst(
      'Kosten en geld',
      rows.length === 0
        ? []
        : [
            { kop: '', items: [item('Alle maatregelen', kostenRegels(rows))] },
            { kop: 'Per maatregel', items: rows.filter(isBekend).map(rij) },
            {
              kop: 'Nog geen bedragen bekend',
              items: rows.filter((found) => !isBekend(found)).map(rij),
            },
          ],
      {
        pagina: ctx.args['pagina'],
        rijen: IN_BEELD,
        grafiek: grafiek(rows),
        uitleg: rows.length === 0 ? ['Er staat nog niets in de matrix.'] : [],
        knoppen: metTab([MATRIX, CAPACITEIT, BESLUITEN], 'hoofdstuk.kosten'),
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

const isBekend = ({ facts: { kosten, extra, dekking } }: Regel) =>
  [kosten, extra, dekking].some((bedrag) => bedrag !== null);

/** Two lines of a phone; the whole text is behind the row. */
const MAX_WAT = 80;

/** What a row costs, who pays, and what is not paid for yet: one line of it, the rest behind the row (H5). */
export function kostenItem(rij: Regel, knoppen: readonly Button[] = []): Item {
  const { facts, texts } = rij;
  const wat = kortweg(texts.wat, MAX_WAT);
  const dekking = euro(facts.dekking);
  const paren = [
    { naam: 'Kosten', waarde: euro(facts.kosten) },
    { naam: 'Nog geen geld voor', waarde: euro(ongedektVan(rij)) },
    { naam: 'Extra kosten', waarde: euro(facts.extra) },
    {
      naam: 'Al geld voor',
      waarde: texts.bron && facts.dekking !== null ? `${dekking}, door: ${texts.bron}` : dekking,
    },
  ];
  const eerst = paren.slice(0, 2).filter(({ waarde }) => waarde !== ONBEKEND);
  return metMeer(item(wat, bekendeRegels(eerst), knoppen), [
    ...(wat === texts.wat ? [] : [texts.wat]),
    ...bekendeRegels(paren.filter((paar) => !eerst.includes(paar))),
  ]);
}

export const kostenWeergaven: readonly View[] = [kosten];
