import type { Door } from '../../answer/gewijzigd.ts';
import { hintVan, LANG, type Field } from '../../process/vormen/form.ts';
import { nl } from '../../text/nl.ts';
import { tab } from '../../text/tab.ts';
import { html, regels, type Html, type Inhoud } from '../../http/html.ts';

/** One question as it stands on a form. */
export interface Vraag {
  id: string;
  /** Unique on the page. */
  htmlId: string;
  veld: Field<unknown>;
  /** The present value. */
  waarde: string;
  /** The sentence when the value is wrong; else empty. */
  fout: string;
  /** What another person made of it meanwhile, where that differs; else undefined. */
  ander: { door: Door; tekst: string } | undefined;
}

/** A question with its label, its explanation, and what is wrong with it, tied together for screen readers. */
export function veld(vraag: Vraag): Html {
  switch (vraag.veld.soort) {
    case 'vink':
      return vink(vraag);
    case 'meer':
      return groep(vraag, vinkjes(vraag));
    case 'keuze':
      return vraag.veld.keuzes.length <= vraag.veld.bladeren.open
        ? groep(vraag, rondjes(vraag))
        : los(vraag, lijst(vraag));
    case 'lang':
      return los(
        vraag,
        html`<textarea ${VAK} ${eigenschappen(vraag)}>${'\n'}${vraag.waarde}</textarea>`,
      );
    case 'kort':
    case 'getal':
    case 'datum':
    case 'tijd':
      return los(
        vraag,
        html`<input ${TYPE[vraag.veld.soort]} ${eigenschappen(vraag)} value="${vraag.waarde}" />`,
      );
  }
}

const VAK = html`rows="5" maxlength="${LANG}"`;

const TYPE = {
  kort: html`type="text"`,
  getal: html`type="text" inputmode="decimal"`,
  datum: html`type="date"`,
  tijd: html`type="time"`,
} as const;

/** The ids of the texts about a question. */
const bijschriften = ({ htmlId, veld: of, fout, ander }: Vraag) =>
  [
    fout !== '' && `${htmlId}-fout`,
    hintVan(of) !== '' && `${htmlId}-uitleg`,
    ander !== undefined && `${htmlId}-ander`,
  ]
    .filter((id) => id !== false)
    .join(' ');

const eigenschappen = (vraag: Vraag): Html =>
  html`id="${vraag.htmlId}" name="${vraag.id}" autocomplete="off" ${kenmerken(vraag)}`;

function kenmerken(vraag: Vraag): Html {
  const by = bijschriften(vraag);
  return html`${vraag.veld.verplicht && html`aria-required="true"`}
  ${vraag.fout !== '' && html`aria-invalid="true"`} ${by !== '' && html`aria-describedby="${by}"`}`;
}

/** The question, with a star where an answer is needed; a screen reader hears that of the field itself. */
const vraagText = ({ veld: { label, verplicht } }: Vraag): Html =>
  html`${label}${verplicht && html`<span class="ster" aria-hidden="true"> *</span>`}`;

const onder = ({ htmlId, veld: of, fout, ander }: Vraag): Html =>
  html`${fout !== '' && html`<p class="fout" id="${htmlId}-fout">${nl.fout(fout)}</p>`}
  ${hintVan(of) !== '' && html`<p class="uitleg" id="${htmlId}-uitleg">${hintVan(of)}</p>`}
  ${
    ander !== undefined &&
    html`<p class="ander" id="${htmlId}-ander">
      <strong>${ander.door === 'zelf' ? tab.staatErNu.zelf : tab.staatErNu.ander}</strong>
      ${ander.tekst === '' ? tab.leegGelaten : regels(ander.tekst)}
    </p>`
  }`;

const los = (vraag: Vraag, invoer: Html): Html =>
  html`<div class="${vraag.fout === '' ? 'veld' : 'veld mis'}" data-soort="${vraag.veld.soort}">
    <label for="${vraag.htmlId}">${vraagText(vraag)}</label>${onder(vraag)}${invoer}
  </div>`;

const groep = (vraag: Vraag, keuzes: Inhoud): Html =>
  html`<fieldset
    class="${vraag.fout === '' ? 'veld' : 'veld mis'}"
    data-soort="${vraag.veld.soort}"
    data-naam="${vraag.id}"
    ${bijschriften(vraag) !== '' && html`aria-describedby="${bijschriften(vraag)}"`}
  >
    <legend>${vraagText(vraag)}</legend>
    ${onder(vraag)} ${keuzes}
  </fieldset>`;

function rondjes(vraag: Vraag): Html[] {
  const { keuzes, verplicht } = vraag.veld;
  const all = verplicht ? keuzes : [...keuzes, { id: '', tekst: tab.geenAntwoord }];
  return all.map(({ id, tekst }, at) =>
    keuze(
      vraag,
      at,
      tekst,
      html`type="radio" value="${id}" ${id === vraag.waarde && html`checked`}`,
    ),
  );
}

function vinkjes(vraag: Vraag): Html[] {
  const chosen = vraag.waarde.split(',');
  return vraag.veld.keuzes.map(({ id, tekst }, at) =>
    keuze(
      vraag,
      at,
      tekst,
      html`type="checkbox" value="${id}" ${chosen.includes(id) && html`checked`}`,
    ),
  );
}

const keuze = ({ id, htmlId, fout }: Vraag, at: number, tekst: string, soort: Html): Html =>
  html`<div class="keuze">
    <input id="${htmlId}-${at}" name="${id}" ${soort} ${fout !== '' && html`aria-invalid="true"`} />
    <label for="${htmlId}-${at}">${tekst}</label>
  </div>`;

const lijst = (vraag: Vraag): Html =>
  html`<select ${eigenschappen(vraag)}>
    <option value="">${vraag.veld.verplicht ? tab.kiesEen : tab.geenAntwoord}</option>
    ${vraag.veld.keuzes.map(
      ({ id, tekst }) =>
        html`<option value="${id}" ${id === vraag.waarde && html`selected`}>${tekst}</option>`,
    )}
  </select>`;

const vink = (vraag: Vraag): Html =>
  html`<div class="${vraag.fout === '' ? 'veld' : 'veld mis'}" data-soort="vink">
    <div class="keuze">
      <input
        type="checkbox"
        value="true"
        ${eigenschappen(vraag)}
        ${vraag.waarde === 'true' && html`checked`}
      />
      <label for="${vraag.htmlId}">${vraag.veld.label}</label>
    </div>
    ${onder(vraag)}
  </div>`;
