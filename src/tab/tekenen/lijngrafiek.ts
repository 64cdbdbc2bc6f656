import type { Lijngrafiek } from '../../process/vormen/hoofdstuk.ts';
import { dayText } from '../../process/taal/time.ts';
import { tab } from '../../text/tab.ts';
import { numberInput } from '../../process/vormen/form.ts';
import { html, type Html } from '../../http/html.ts';

/** The size of the drawing in its own units; it grows with the page. */
const WIDTH = 360;
const HEIGHT = 200;
const LEFT = 34;
const BOTTOM = 176;
const TOP = 10;
const RIGHT = 350;
/** The distance between two lines of text. */
const REGEL = 14;

const dayOf = (datum: string) => Date.parse(`${datum}T12:00:00Z`);

interface Schaal {
  x: (datum: string) => number;
  y: (waarde: number) => number;
  most: number;
  /** Below zero when a value is, else zero. */
  least: number;
  van: string;
  tot: string;
}

/** Values over time. Each line has its own dashes and marks, so that it can be told apart without colour. */
export function lijngrafiek({ lijnen, eenheid }: Lijngrafiek, kop: string): Html {
  const dates = lijnen.flatMap(({ punten }) => punten.map(({ datum }) => datum)).sort();
  const [van = ''] = dates;
  const tot = dates.at(-1) ?? '';
  if (van === '') return html``;
  const schaal = schaalVan(lijnen, van, tot);
  return html`<svg
      class="lijngrafiek"
      viewBox="0 0 ${WIDTH} ${HEIGHT}"
      role="img"
      aria-label="${kop}"
    >
      ${assen(schaal, eenheid)} ${lijnen.map((lijn, at) => lijnVan(lijn, at, schaal))}
    </svg>
    <ul class="legenda lijnen">
      ${lijnen.map(
        ({ naam, punten, doel }, at) =>
          html`<li>
            <svg viewBox="0 0 28 10" class="lijn-${at % 4}" aria-hidden="true" focusable="false">
              <path d="M0 5H28" />
            </svg>
            <span
              >${naam}:
              ${punten.map(({ datum, waarde }) => `${dayText(datum, tot)} ${numberInput(waarde)}`).join(', ')}
              ${eenheid}${doel !== null && html`, ${tab.doelIs(numberInput(doel))}`}</span
            >
          </li>`,
      )}
    </ul>`;
}

function schaalVan(lijnen: Lijngrafiek['lijnen'], van: string, tot: string): Schaal {
  const values = lijnen.flatMap(({ punten, doel }) => [
    ...punten.map(({ waarde }) => waarde),
    doel ?? 0,
  ]);
  const least = Math.min(0, ...values);
  const most = Math.max(least < 0 ? 0 : 1, ...values);
  const days = Math.max(1, dayOf(tot) - dayOf(van));
  return {
    x: (datum) => round(LEFT + ((RIGHT - LEFT) * (dayOf(datum) - dayOf(van))) / days),
    y: (waarde) => round(BOTTOM - ((BOTTOM - TOP) * (waarde - least)) / (most - least)),
    most,
    least,
    van,
    tot,
  };
}

const round = (value: number) => Math.round(value * 10) / 10;

/** The numbers beside the drawing. Zero is left out where it would overlap another number. */
function schaaldelen({ y, most, least }: Schaal): number[] {
  const ends = least < 0 ? [most, least] : [most];
  const isFree = ends.every((end) => Math.abs(y(end) - y(0)) >= REGEL);
  return isFree ? [most, 0, ...ends.slice(1)] : ends;
}

const assen = (schaal: Schaal, eenheid: string): Html => {
  const { y, van, tot } = schaal;
  return html`<g class="as" aria-hidden="true">
    <path d="M${LEFT} ${TOP}V${BOTTOM}" />
    <path d="M${LEFT} ${y(0)}H${RIGHT}" />
    ${schaaldelen(schaal).map(
      (deel) =>
        html`<text x="${LEFT - 4}" y="${Math.min(y(deel) + 4, BOTTOM)}" text-anchor="end"
          >${numberInput(deel)}</text
        >`,
    )}
    <text x="${LEFT}" y="${HEIGHT - 8}">${dayText(van, '')}</text>
    ${tot !== van && html`<text x="${RIGHT}" y="${HEIGHT - 8}" text-anchor="end">${dayText(tot, '')}</text>`}
    <text x="${LEFT + 4}" y="${TOP + 4}">${eenheid}</text>
  </g>`;
};

function lijnVan(
  { punten, doel }: Lijngrafiek['lijnen'][number],
  at: number,
  { x, y }: Schaal,
): Html {
  const path = punten.map(({ datum, waarde }) => `${x(datum)} ${y(waarde)}`).join('L');
  return html`<g class="lijn-${at % 4}">
    ${doel !== null && html`<path class="doellijn" d="M${LEFT} ${y(doel)}H${RIGHT}" />`}
    <path d="M${path}" />
    ${punten.map(({ datum, waarde }) => html`<circle cx="${x(datum)}" cy="${y(waarde)}" r="3.5" />`)}
  </g>`;
}
