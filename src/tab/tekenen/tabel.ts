import type { Ctx } from '../../process/contract/contract.ts';
import type { Cel, Kolom, Rij, Tabel } from '../../process/vormen/hoofdstuk.ts';
import { somTekst } from '../../process/vormen/waarde.ts';
import { tab } from '../../text/tab.ts';
import { html, type Html } from '../../http/html.ts';
import { fotos } from './fotos.ts';
import { knoppen } from './knop.ts';
import { sorteerwaarde, waarde } from './waarde.ts';

/** A table with fewer rows needs no search. */
const FILTER_FROM = 6;

/** A column with this share of the width has long texts. */
const LANG = 3;

const isGetal = ({ vorm }: Kolom) => vorm === 'getal' || vorm === 'bedrag';

/**
 * A table that can be sorted, filtered and summed. On a narrow screen each row becomes a list of its own. The roles are
 * written out for that, because another layout would take them away.
 */
export function tabel(ctx: Ctx, heel: Tabel): Html {
  const gegeven = metActies(ctx, zonderLegeKolommen(heel));
  const { id, kop, rijen, leeg, isLiggend } = gegeven;
  if (rijen.length === 0)
    return html`<section class="deel">
      <h3>${kop}</h3>
      <p class="stil">${leeg}</p>
    </section>`;
  return html`<section class="deel tabeldeel${isLiggend && ' liggend'}" data-tabel="${id}">
    <h3 id="kop-${id}">${kop}</h3>
    ${zoeken(gegeven)}
    <div class="tabelrand" role="region" aria-labelledby="kop-${id}" tabindex="0">
      <table role="table" aria-labelledby="kop-${id}">
        ${breedtes(gegeven)}${hoofd(gegeven)}
        <tbody role="rowgroup">
          ${rijen.map((gevuld) => rij(ctx, gegeven, gevuld))}
        </tbody>
        ${voet(gegeven)}
      </table>
    </div>
  </section>`;
}

/** A column without any text takes room from the others, so it is left out. "Not known yet" counts as text. */
function zonderLegeKolommen(gegeven: Tabel): Tabel {
  const { kolommen, rijen } = gegeven;
  const isVol = (at: number) => at === 0 || rijen.some(({ cellen }) => cellen[at] !== '');
  const vol = (_: unknown, at: number) => isVol(at);
  return {
    ...gegeven,
    kolommen: kolommen.filter(vol),
    rijen: rijen.map((gevuld) => ({ ...gevuld, cellen: gevuld.cellen.filter(vol) })),
  };
}

/** A table, and whether any of its rows has buttons: computed once, not again for each row. */
interface Getekend extends Tabel {
  readonly heeftActies: boolean;
}

const metActies = (ctx: Ctx, gegeven: Tabel): Getekend => ({
  ...gegeven,
  heeftActies: gegeven.rijen.some((gevuld) => knoppen(ctx, gevuld.knoppen) !== false),
});

function zoeken({ id, kolommen, rijen }: Tabel): Html {
  const veld = html`<label class="zoek"
    ><span>${tab.zoekInTabel}</span>
    <input type="search" data-filter="${id}" autocomplete="off" />
  </label>`;
  return html`<div class="tabelbalk">
    ${rijen.length >= FILTER_FROM && veld}
    ${
      rijen.length > 1 &&
      html`<label class="sorteer-smal"
        ><span>${tab.sorteerOp}</span>
        <select data-sorteer-op>
          <option value=""></option>
          ${kolommen.map(({ naam }, at) => html`<option value="${at}">${naam}</option>`)}
        </select>
      </label>`
    }
    <p class="stil" role="status" data-gevonden></p>
  </div>`;
}

function breedtes({ kolommen }: Tabel): Html {
  const total = kolommen.reduce((sum, { breedte }) => sum + breedte, 0);
  return html`<colgroup>
    ${kolommen.map(({ breedte }) => html`<col width="${Math.round((100 * breedte) / total)}%" />`)}
  </colgroup>`;
}

const hoofd = (gegeven: Getekend): Html =>
  html`<thead role="rowgroup">
    <tr role="row">
      ${gegeven.kolommen.map(
        (kolom, at) =>
          html`<th role="columnheader" scope="col" class="${isGetal(kolom) && 'getal'}">
            <button
              type="button"
              class="sorteer"
              data-sorteer="${at}"
              ${kolom.vorm === 'niveau' && html`data-hoogste-eerst`}
            >
              ${kolom.naam}
            </button>
          </th>`,
      )}
      ${
        heeftKolom(gegeven) &&
        html`<th role="columnheader" scope="col" class="rijknoppen">
          <span class="alleen-voorlezen">${tab.watKunJeDoen}</span>
        </th>`
      }
    </tr>
  </thead>`;

function rij(
  ctx: Ctx,
  gegeven: Getekend,
  { id, cellen, knoppen: list, fotos: prenten }: Rij,
): Html {
  return html`<tr role="row" data-rij="${id}">
    ${gegeven.kolommen.map((kolom, at) => {
      const isKop = at === kopVan(gegeven);
      const eronder = html`${isKop && fotos(ctx, prenten)}
      ${isKop && gegeven.isLiggend && knoppen(ctx, list)}`;
      return cel(kolom, cellen[at], isKop, isKop && eronder);
    })}
    ${heeftKolom(gegeven) && html`<td role="cell" class="rijknoppen">${knoppen(ctx, list)}</td>`}
  </tr>`;
}

/** A wide table has no room for a column of buttons, so they stand under the heading of the row. */
const heeftKolom = ({ heeftActies, isLiggend }: Getekend) => heeftActies && !isLiggend;

/** The column that says what a row is about: the first one with words. */
const kopVan = ({ kolommen }: Tabel) =>
  Math.max(
    0,
    kolommen.findIndex(({ vorm }) => vorm === 'tekst'),
  );

function cel(kolom: Kolom, value: Cel | undefined, isKop: boolean, acties: Html | false): Html {
  const attributes = html`data-kop="${kolom.naam}"
  data-op-waarde="${sorteerwaarde(value, kolom.vorm)}"
  class="${isGetal(kolom) ? 'getal' : kolom.breedte >= LANG && 'lang'}"`;
  const inhoud = waarde(value, kolom.vorm);
  return isKop && value !== ''
    ? html`<th role="rowheader" scope="row" ${attributes}>${inhoud}${acties}</th>`
    : html`<td role="cell" ${attributes}>${inhoud}${acties}</td>`;
}

/** Adds up what is known. What is not known is mentioned, and never counts as 0. */
function voet(gegeven: Getekend): Html | false {
  const { kolommen } = gegeven;
  if (!kolommen.some(({ isSom }) => isSom)) return false;
  return html`<tfoot role="rowgroup">
    <tr role="row">
      ${kolommen.map((kolom, at) =>
        at === 0 && !kolom.isSom
          ? html`<th role="rowheader" scope="row">${tab.totaal}</th>`
          : html`<td
              role="cell"
              class="${isGetal(kolom) && 'getal'}"
              data-kop="${kolom.isSom && kolom.naam}"
            >
              ${kolom.isSom && html`<strong>${somTekst(gegeven, at)}</strong>`}
            </td>`,
      )}
      ${heeftKolom(gegeven) && html`<td role="cell"></td>`}
    </tr>
  </tfoot>`;
}
