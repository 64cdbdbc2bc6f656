import type { Ctx } from '../../process/contract/contract.ts';
import type { Deel, Figuur, Hoofdstuk } from '../../process/vormen/hoofdstuk.ts';
import { tab } from '../../text/tab.ts';
import { html, regels, type Html } from '../../http/html.ts';
import { knoppen } from './knop.ts';
import { rooster } from './rooster.ts';
import { staven } from './staven.ts';
import { tabel } from './tabel.ts';
import { lijngrafiek } from './lijngrafiek.ts';

/** A chapter as a page. */
export const hoofdstuk = (ctx: Ctx, { titel, inleiding, delen, knoppen: list }: Hoofdstuk): Html =>
  html`<h2 class="bladtitel">${titel}</h2>
    ${inleiding !== '' && html`<p>${regels(inleiding)}</p>`} ${knoppen(ctx, list)}
    ${delen.map((gegeven) => deel(ctx, gegeven))}`;

/** Any part of a chapter. */
export function deel(ctx: Ctx, gegeven: Deel): Html {
  switch (gegeven.soort) {
    case 'alinea':
      return html`<section class="deel">
        ${kop(gegeven.kop)} ${gegeven.tekst.map((text) => html`<p>${regels(text)}</p>`)}
      </section>`;
    case 'kenmerken':
      return html`<section class="deel">
        ${kop(gegeven.kop)}
        <dl class="kenmerken">
          ${gegeven.paren.map(
            ({ naam, waarde }) =>
              html`<div>
                <dt>${naam}</dt>
                <dd>${regels(waarde)}</dd>
              </div>`,
          )}
        </dl>
      </section>`;
    case 'opsomming':
      return html`<section class="deel">${kop(gegeven.kop)} ${opsomming(gegeven)}</section>`;
    case 'tabel':
      return tabel(ctx, gegeven);
    case 'figuur':
      return figuur(gegeven);
  }
}

const kop = (text: string) => text !== '' && html`<h3>${text}</h3>`;

function opsomming({ isGenummerd, punten, leeg }: Extract<Deel, { soort: 'opsomming' }>): Html {
  if (punten.length === 0) return html`<p class="stil">${leeg}</p>`;
  const items = punten.map((punt) => html`<li>${regels(punt)}</li>`);
  return isGenummerd
    ? html`<ol>
        ${items}
      </ol>`
    : html`<ul>
        ${items}
      </ul>`;
}

function figuur({ id, kop: titel, alt, prent }: Figuur): Html {
  return html`<section class="deel figuur" aria-labelledby="kop-${id}">
    <h3 id="kop-${id}">${titel}</h3>
    ${getekend(prent, titel)}
    <details>
      <summary>${tab.inWoorden}</summary>
      <ul>
        ${alt.map((zin) => html`<li>${zin}</li>`)}
      </ul>
    </details>
  </section>`;
}

function getekend(prent: Figuur['prent'], titel: string): Html {
  switch (prent.vorm) {
    case 'rooster':
      return rooster(prent, titel);
    case 'staven':
      return staven(prent);
    case 'lijngrafiek':
      return lijngrafiek(prent, titel);
  }
}
