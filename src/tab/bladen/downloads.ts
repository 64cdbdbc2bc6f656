import { aanbodVan, type Aanbod } from '../../process/stukken/aanbod.ts';
import type { Args, Button } from '../../process/vormen/screen.ts';
import { downloadZinnen as zinnen } from '../../text/downloads.ts';
import type { Bezoek } from '../bezoek/bezoek.ts';
import type { Blad } from './blad.ts';
import { html, type Html } from '../../http/html.ts';
import { knop, naarBlad } from '../tekenen/knop.ts';

/** The verb with which the browser fetches a file. */
const DOWNLOAD = 'download';

/** All files for this visitor. Each says which part of the plan it holds, and whether that includes confidential texts. */
export const downloads: Blad = {
  id: 'downloads',
  titel: zinnen.bladtitel,
  toon: (bezoek) => {
    const aanbod = aanbodVan(bezoek.lezing);
    const koppen = [...new Set(aanbod.map(({ kop }) => kop))];
    return html`<h2 class="bladtitel">${zinnen.bladtitel}</h2>
      ${vertrouwelijk(bezoek)}
      ${koppen.map(
        (kop) =>
          html`<section class="deel" aria-label="${kop}">
            <h3>${kop}</h3>
            <ul class="items">
              ${aanbod.filter((stuk) => stuk.kop === kop).map((stuk) => bestand(bezoek, stuk))}
            </ul>
          </section>`,
      )}`;
  },
};

function bestand(bezoek: Bezoek, stuk: Aanbod): Html {
  const { titel, vorm, vraag, kanVertrouwelijk, hoofdstukken } = stuk;
  const { args } = bezoek.ctx;
  const met = kanVertrouwelijk && args['vertrouwelijk'] === 'ja';
  const button: Button = {
    titel: zinnen.download(vorm),
    verb: DOWNLOAD,
    args: {
      ...vraag,
      ...(met && { vertrouwelijk: 'ja' }),
      ...(hoofdstukken.length > 0 && { hoofdstukken: gekozen(args).join(',') }),
    },
  };
  return html`<li class="item">
    <p>${titel}</p>
    ${hoofdstukken.length > 0 && keuze(bezoek, stuk)}
    <div class="knoppen">${knop(bezoek.ctx, button)}</div>
  </li>`;
}

const gekozen = (args: Args): string[] =>
  (args['hoofdstukken'] ?? '').split(',').filter((id) => id !== '');

/** Each press shows the page with one chapter more or less. With none chosen, the file holds all of them. */
function keuze({ ctx: { args, project } }: Bezoek, { hoofdstukken }: Aanbod): Html {
  const nu = gekozen(args);
  const anders = (id: string) =>
    nu.includes(id) ? nu.filter((gekozenId) => gekozenId !== id) : [...nu, id];
  return html`<details ${nu.length > 0 && html`open`}>
    <summary>${zinnen.welkeHoofdstukken(nu.length)}</summary>
    <ul>
      ${hoofdstukken.map(
        ({ id, titel }) =>
          html`<li>
            ${naarBlad(`${nu.includes(id) ? '☑' : '☐'} ${titel}`, downloads.id, {
              project: project.id,
              args: { ...args, hoofdstukken: anders(id).join(',') },
            })}
          </li>`,
      )}
    </ul>
  </details>`;
}

function vertrouwelijk({ ctx: { args, project } }: Bezoek): Html {
  const met = args['vertrouwelijk'] === 'ja';
  const link = naarBlad(met ? zinnen.zonder : zinnen.met, downloads.id, {
    project: project.id,
    look: 'knop',
    args: { ...args, vertrouwelijk: met ? 'nee' : 'ja' },
  });
  return html`<p>${met ? zinnen.isMet : zinnen.isZonder}</p>
    <p>${link}</p>`;
}
