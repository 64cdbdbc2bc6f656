import type { Stuk, Verband } from '../../process/vormen/werkvlak.ts';
import { overlegZin as zin } from '../../text/overleg.ts';
import { html, type Html } from '../../http/html.ts';
import { opdrachtKnop } from './opdracht.ts';

/** First the cause, then its effect; below them the links so far. */
export const verband = ({ stukken, verbanden, leggen }: Verband): Html =>
  html`${
      leggen &&
      html`<div class="kolommen" data-verband>
          ${kolom(zin.oorzaken, 'oorzaak', stukken)} ${kolom(zin.gevolgen, 'gevolg', stukken)}
        </div>
        <div class="werkbalk">
          ${opdrachtKnop(zin.leg, leggen, { meldt: 'verbonden', look: 'hoofdknop' })}
        </div>`
    }
    <h3>${zin.verbanden}</h3>
    ${verbanden.length === 0 && html`<p class="stil">${zin.geenVerbanden}</p>`}
    <ul class="verbanden">
      ${verbanden.map(({ oorzaak, gevolg, weg }) => {
        const text = `${oorzaak} → ${gevolg}`;
        return html`<li>
          <span
            >${oorzaak} <span aria-hidden="true">→</span>
            <span class="alleen-voorlezen">${zin.veroorzaakt}</span> ${gevolg}</span
          >
          ${weg && opdrachtKnop(zin.weg, weg, { meldt: 'weg', naam: zin.haalWeg(text) })}
        </li>`;
      })}
    </ul>`;

const kolom = (titel: string, naam: string, stukken: readonly Stuk[]): Html =>
  html`<fieldset class="kolom" data-keuze="${naam}">
    <legend>${titel}</legend>
    ${stukken.map(
      ({ id, tekst }) =>
        html`<div class="keuze">
          <input type="radio" id="${naam}-${id}" name="${naam}" value="${id}" />
          <label for="${naam}-${id}">${tekst}</label>
        </div>`,
    )}
  </fieldset>`;
