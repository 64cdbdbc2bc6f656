import type { Samenvoegen, Stuk, Verzameling } from '../../process/vormen/werkvlak.ts';
import { afgekort } from '../../process/taal/tekst.ts';
import { overlegZin as zin } from '../../text/overleg.ts';
import { html, type Html } from '../../http/html.ts';
import { GREEP } from './tekens.ts';
import { opdrachtKenmerken, opdrachtKnop } from './opdracht.ts';

/** The most signs of a hint at a similar problem. */
const HINT = 80;

/** Two columns: what is loose, and what was merged. It works by dragging, or by choosing and a button. */
export function samenvoegen(vlak: Samenvoegen): Html {
  const { los, groepen, maken, melding, kiesEerst } = vlak;
  const werkt = maken !== undefined;
  const namen = new Map(los.map(({ id, tekst }) => [id, afgekort(tekst, HINT)]));
  return html`${melding !== '' && html`<p class="melding">${melding}</p>`} ${werkt && balk(vlak)}
    <div class="kolommen" data-kies-eerst="${kiesEerst}">
      <div class="kolom" data-doel="los">
        <h3>${zin.los(los.length)}</h3>
        ${los.length === 0 && html`<p class="stil">${zin.leegLos}</p>`}
        <ul class="stukken" data-stukken>
          ${los.map((stuk) => losStuk(stuk, werkt, namen))}
        </ul>
      </div>
      <div class="kolom">
        <h3>${zin.samengevoegd(groepen.length)}</h3>
        ${groepen.length === 0 && html`<p class="stil">${zin.leegSamen}</p>`}
        <ul class="groepen">
          ${groepen.map(groep)}
        </ul>
      </div>
    </div>`;
}

/** Stays in place while a long list scrolls. */
const balk = ({ maken, uiteen }: Samenvoegen): Html =>
  html`<p class="stil">${zin.hoeSamenvoegen}</p>
    <div class="werkbalk">
      <div class="zoekveld">
        <label for="zoek-los">${zin.zoek}</label>
        <input id="zoek-los" type="search" data-zoek autocomplete="off" />
      </div>
      <div class="zoekveld">
        <label for="groepsnaam">${zin.naamVanGroep}</label>
        <input id="groepsnaam" type="text" data-groepsnaam maxlength="120" autocomplete="off" />
      </div>
      ${maken && opdrachtKnop(zin.voegSamen, maken, { meldt: 'samengevoegd', look: 'hoofdknop' })}
    </div>
    ${
      uiteen.length > 0 &&
      html`<details class="uiteen">
        <summary>${zin.uiteen} (${uiteen.length})</summary>
        <div class="knoppen">
          ${uiteen.map(({ naam, terug }) =>
            opdrachtKnop(zin.zetTerug(naam), terug, { meldt: 'teruggezet' }),
          )}
        </div>
      </details>`
    }`;

type Los = Samenvoegen['los'][number];

function losStuk(stuk: Los, werkt: boolean, namen: ReadonlyMap<string, string>): Html {
  const hints = stuk.lijktOp.filter((id) => namen.has(id));
  return html`<li data-doel="stuk" data-id="${stuk.id}">
    ${werkt ? kiesbaar(stuk) : gewoon(stuk)}
    ${
      werkt &&
      hints.length > 0 &&
      html`<p class="hint">
        ${zin.lijktOp}
        ${hints.map(
          (id) =>
            html`<button type="button" class="hintknop" data-kies="${stuk.id},${id}">
              ${namen.get(id)}
            </button>`,
        )}
      </p>`
    }
  </li>`;
}

const gewoon = ({ tekst, bij }: Stuk): Html =>
  html`<p class="stuk">${tekst} <span class="stil">${bij}</span></p>`;

/** A handle to drag, and a button to choose. */
const kiesbaar = ({ id, tekst, bij }: Stuk): Html =>
  html`<div class="stuk" data-stuk="${id}">
    <span class="greep" data-greep aria-hidden="true">${GREEP}</span>
    <button
      type="button"
      id="stuk-${id}"
      class="stukknop"
      aria-pressed="false"
      data-kiesbaar="${id}"
    >
      ${tekst} <span class="stil">${bij}</span>
    </button>
  </div>`;

function groep({ id, naam, leden, erbij, hernoemen, uiteen }: Verzameling): Html {
  return html`<li
    class="groep"
    data-doel="groep"
    data-id="${id}"
    ${erbij && html`data-erbij="${JSON.stringify(erbij)}"`}
  >
    <h4>${naam} <span class="stil">(${leden.length})</span></h4>
    <ul>
      ${leden.map(
        ({ id: lid, tekst, bij, eruit }) =>
          html`<li ${eruit && html`data-stuk="${lid}" data-eruit="${JSON.stringify(eruit)}"`}>
            ${eruit && html`<span class="greep" data-greep aria-hidden="true">${GREEP}</span>`}
            <span>${tekst} <span class="stil">${bij}</span></span>
            ${
              eruit &&
              opdrachtKnop(zin.eruit, eruit, { meldt: 'eruit', naam: zin.haalEruit(tekst) })
            }
          </li>`,
      )}
    </ul>
    ${erbij && opdrachtKnop(zin.voegHierToe, erbij, { meldt: 'erbij' })}
    ${
      hernoemen &&
      html`<details>
        <summary>${zin.aanpassen}</summary>
        <form class="hernoem" ${opdrachtKenmerken(hernoemen, 'hernoemd')}>
          <label for="naam-${id}">${zin.naam}</label>
          <input
            id="naam-${id}"
            type="text"
            name="tekst"
            value="${naam}"
            maxlength="120"
            autocomplete="off"
          />
          <button type="submit" class="knop">${zin.hernoem}</button>
        </form>
        ${uiteen && opdrachtKnop(zin.haalUitElkaar, uiteen, { meldt: 'uiteen', look: 'gevaar' })}
      </details>`
    }
  </li>`;
}
