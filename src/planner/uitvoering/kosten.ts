import type { View } from '../../process/contract/contract.ts';
import {
  IN_BEELD,
  item,
  kortItem,
  lijst,
  type Button,
  type Grafiek,
  type Item,
} from '../../process/vormen/screen.ts';
import { aantal } from '../../process/taal/woorden.ts';
import { regels, type Regel } from '../plan/uitvoeringsmatrix.ts';
import { euro, ongedektVan, totaalTekst, totalen, type Som } from './geld.ts';
import { BESLUITEN, CAPACITEIT } from './knoppen.ts';
import { MATRIX } from '../plan/knoppen.ts';
import { matrixNogNiet, schrijft, zietMatrix, metBlad } from './toegang.ts';

/** An amount by its name, and how one says that it is not known. */
const BEDRAGEN = {
  kosten: { naam: 'Kosten', onbekend: 'kosten' },
  ongedekt: { naam: 'Nog geen geld voor', onbekend: 'hoeveel geld er nog mist' },
  extra: { naam: 'Extra kosten', onbekend: 'extra kosten' },
  dekking: { naam: 'Al geld voor', onbekend: 'hoeveel geld er al is' },
} as const;
type Bedragen = Readonly<Record<keyof typeof BEDRAGEN, number | null>>;
const SOORTEN = ['kosten', 'ongedekt', 'extra', 'dekking'] as const;

/** The totals of the cost overview as lines; what is not known is said once. */
export function kostenRegels(rows: readonly Regel[]): string[] {
  const sommen = totalen(rows);
  const bekend = ({ onbekend, rijen, bekend: som }: Som) => (onbekend === rijen ? null : som);
  return [
    ...bedragRegels({
      kosten: bekend(sommen.kosten),
      ongedekt: bekend(sommen.ongedekt),
      extra: bekend(sommen.extra),
      dekking: bekend(sommen.dekking),
    }),
    ...watMist(rows),
  ];
}

/** What the sums leave out. */
function watMist(rows: readonly Regel[]): string[] {
  const { length } = rows.filter((found) => ongedektVan(found) === null);
  return length === 0 || !rows.some(isBekend)
    ? []
    : [`Van ${aantal(length, 'maatregel', 'maatregelen')} is nog niet alles bekend.`];
}

/** The amounts that are known, a line each, and then the others in one. `bron`: who pays. */
function bedragRegels(bedragen: Bedragen, bron = ''): string[] {
  const onbekend = SOORTEN.filter((soort) => bedragen[soort] === null);
  if (onbekend.length === SOORTEN.length) return ['Er zijn nog geen bedragen bekend.'];
  const bekend = SOORTEN.filter((soort) => bedragen[soort] !== null);
  const namen = onbekend.map((soort) => BEDRAGEN[soort].onbekend);
  return [
    ...bekend.map((soort) => {
      const door = soort === 'dekking' && bron !== '' ? `, door: ${bron}` : '';
      return `${BEDRAGEN[soort].naam}: ${euro(bedragen[soort])}${door}`;
    }),
    ...(namen.length > 0 ? [`Nog niet bekend: ${namen.join(', ')}`] : []),
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
        uitleg:
          rows.length === 0
            ? [
                'Er staat nog niets in de matrix. Hier komt wat elke maatregel kost, en wie betaalt.',
              ]
            : [],
        knoppen: metBlad(ctx, [MATRIX, CAPACITEIT, BESLUITEN], 'kosten'),
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

const isBekend = ({ facts }: Regel) =>
  [facts.kosten, facts.extra, facts.dekking].some((bedrag) => bedrag !== null);

/** What a row costs, who pays, and what is not paid for yet: the first of it, the rest behind the row (H5). */
export function kostenItem(rij: Regel, knoppen: readonly Button[] = []): Item {
  const { facts, texts } = rij;
  const bedragen = bedragRegels(
    {
      kosten: facts.kosten,
      extra: facts.extra,
      dekking: facts.dekking,
      ongedekt: ongedektVan(rij),
    },
    texts.bron,
  );
  const eerst = isBekend(rij) ? 1 : 0;
  return kortItem(texts.wat, bedragen.slice(0, eerst), { knoppen, meer: bedragen.slice(eerst) });
}

export const kostenWeergaven: readonly View[] = [kosten];
