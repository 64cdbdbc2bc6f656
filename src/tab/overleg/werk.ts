import type { Deel } from '../../process/vormen/hoofdstuk.ts';
import { hoofdstukkenVan } from '../../process/weergaven/hoofdstukken.ts';
import type {
  PerOnderwerp,
  Telling,
  UitHoofdstuk,
  Werkvlak,
} from '../../process/vormen/werkvlak.ts';
import { overlegZin as zin } from '../../text/overleg.ts';
import { html, regels, type Html } from '../../http/html.ts';
import { deel } from '../tekenen/hoofdstuk.ts';
import { knoppen } from '../tekenen/knop.ts';
import { samenvoegen } from './samenvoegen.ts';
import type { Toestand } from './toestand.ts';
import { verband } from './verband.ts';
import { volgorde } from './volgorde.ts';

/** A part of the page, under a name that stays. */
export interface WerkDeel {
  naam: string;
  inhoud: Html;
}

/** What the group works on at this point. */
export const werkDelen = (toestand: Toestand): WerkDeel[] =>
  toestand.werk.flat().map((vlak, at) => werkDeel(toestand, vlak, `werk${at}`));

function werkDeel(toestand: Toestand, vlak: Werkvlak, naam: string): WerkDeel {
  return { naam: `${naam}-${vlak.soort}`, inhoud: werkInhoud(toestand, vlak) };
}

function werkInhoud(toestand: Toestand, vlak: Werkvlak): Html {
  switch (vlak.soort) {
    case 'samenvoegen':
      return samenvoegen(vlak);
    case 'verband':
      return verband(vlak);
    case 'per-onderwerp':
      return perOnderwerp(toestand, vlak);
    case 'telling':
      return telling(vlak);
    case 'volgorde':
      return volgorde(toestand, vlak);
    case 'hoofdstuk':
      return uitHoofdstuk(toestand, vlak);
  }
}

function perOnderwerp({ ctx, isScherm }: Toestand, { onderwerpen, leeg }: PerOnderwerp): Html {
  if (onderwerpen.length === 0) return html`<p class="stil">${leeg}</p>`;
  return html`<ul class="onderwerpen">
    ${onderwerpen.map(
      ({ naam, regels: lines, knoppen: list }) =>
        html`<li>
          <h3>${naam}</h3>
          ${
            lines.length === 0
              ? html`<p class="stil">${zin.nietsBekend}</p>`
              : html`<ul class="gegevens">
                  ${lines.map((text) => html`<li>${regels(text)}</li>`)}
                </ul>`
          }
          ${!isScherm && knoppen(ctx, list)}
        </li>`,
    )}
  </ul>`;
}

const telling = ({ kop, n, van, zin: text, regels: lines }: Telling): Html =>
  html`<div class="telling">
    <h3>${kop}</h3>
    <p class="groot">${text}</p>
    <progress value="${n}" max="${Math.max(1, van)}" aria-label="${kop}">${text}</progress>
    ${lines.map((line) => html`<p>${line}</p>`)}
  </div>`;

/** Parts of a chapter without what is confidential, with buttons for people who may press them. */
function uitHoofdstuk({ ctx, samen, isScherm }: Toestand, { id, delen }: UitHoofdstuk): Html {
  const found = hoofdstukkenVan(samen).find((hoofdstuk) => hoofdstuk.id === id);
  const isAsked = (gegeven: Deel) => delen.includes('id' in gegeven ? gegeven.id : gegeven.kop);
  return html`${(found?.delen ?? []).filter(isAsked).map((gegeven) => deel(ctx, isScherm ? zonderKnoppen(gegeven) : gegeven))}`;
}

const zonderKnoppen = (gegeven: Deel): Deel =>
  gegeven.soort === 'tabel'
    ? { ...gegeven, rijen: gegeven.rijen.map((rij) => ({ ...rij, knoppen: [] })) }
    : gegeven;
