import { own } from '../../http/shape.ts';
import { isRefused } from '../../process/contract/decision.ts';
import { openForm } from '../../process/contract/judge.ts';
import type { Field } from '../../process/vormen/form.ts';
import type { Volgorde } from '../../process/vormen/werkvlak.ts';
import { overlegZin as zin } from '../../text/overleg.ts';
import { html, type Html } from '../../http/html.ts';
import { formulier } from '../tekenen/formulier.ts';
import { veld } from '../tekenen/veld.ts';
import { GREEP } from './tekens.ts';
import type { Toestand } from './toestand.ts';

/** The form with the places, as a list to drag or to move with keys. The form's own button saves it. */
export function volgorde(
  { ctx, isScherm }: Toestand,
  { kop, uitleg, verb, stukken }: Volgorde,
): Html {
  const action = ctx.traject.acties.get(verb);
  const form = action && !isScherm && openForm(action, { ...ctx, args: {} });
  if (!form || isRefused(form))
    return html`<h3>${kop}</h3>
      <ol class="volgorde">
        ${stukken.map(({ tekst, bij }) => html`<li>${tekst} <span class="stil">${bij}</span></li>`)}
      </ol>`;
  const geplaatst = new Set(stukken.map((stuk) => stuk.veld));
  const rest = Object.fromEntries(Object.entries(form.velden).filter(([id]) => !geplaatst.has(id)));
  const lijst = html`<p class="stil">${uitleg}</p>
    <ol class="volgorde" data-volgorde>
      ${stukken.map((stuk) => regel(stuk, own(form.velden, stuk.veld)))}
    </ol>`;
  // The same as long as the list stays as it is, because a redrawn part has to be equal.
  const nonce = `volgorde-${form.rev}`;
  return html`<div data-volgordevorm>
    ${formulier({ ...ctx, args: {} }, { ...form, titel: kop, velden: rest }, { verb, nonce, rev: form.rev }, { isInBlad: true, boven: lijst })}
  </div>`;
}

const regel = (
  { id, tekst, bij, veld: naam }: Volgorde['stukken'][number],
  field: Field<unknown> | undefined,
): Html =>
  html`<li data-stuk="${id}" data-doel="plaats" data-id="${id}">
    <button
      type="button"
      class="greep"
      data-greep
      data-verplaats
      id="greep-${id}"
      aria-pressed="false"
      aria-label="${zin.verplaats(tekst)}"
    >
      ${GREEP}
    </button>
    <span class="plaatstekst">${tekst} <span class="stil">${bij}</span></span>
    ${
      field &&
      html`<div class="plaats">
        ${veld({
          id: naam,
          htmlId: `plaats-${id}`,
          veld: { ...field, label: zin.plaatsVan(tekst), uitleg: '' },
          waarde: field.waarde,
          fout: '',
          ander: undefined,
        })}
      </div>`
    }
  </li>`;
