import { posterTekst } from '../../process/vormen/poster.ts';
import { klusVan } from '../../process/stukken/aanbod.ts';
import { isDruk } from '../../process/stukken/klus.ts';
import { posterVan } from '../../process/weergaven/poster.ts';
import { tab } from '../../text/tab.ts';
import type { Bezoek } from '../bezoek/bezoek.ts';
import type { Blad } from './blad.ts';
import { html, type Html } from '../../http/html.ts';
import { naarBlad } from '../tekenen/knop.ts';
import { downloads } from './downloads.ts';

/** The plan at a glance, to look at and to print: the same page as the file (Q16). */
export const prent: Blad = {
  id: 'beeld',
  titel: tab.prent,
  toon: async (bezoek) =>
    html`<h2 class="bladtitel">${tab.prent}</h2>
      <div class="knoppen">
        <button type="button" class="knop" data-op="print">${tab.printen}</button>
        ${naarBlad(tab.naarDownloads, downloads.id, { look: 'knop' })}
      </div>
      ${await getekend(bezoek)}`,
};

/** As a picture, so that nothing in it can ever run, with its words for people who do not see it. */
async function getekend({ lezing, options }: Bezoek): Promise<Html> {
  const { project, lezer } = lezing;
  const klus = klusVan(lezing, { soort: 'poster-druk' });
  const woorden = posterTekst(posterVan(lezing));
  const gemaakt =
    klus &&
    (await options.maak(klus, `${project.id} ${lezer.id}`).catch((err: unknown) => {
      options.logger[isDruk(err) ? 'warn' : 'error']({ err, project: project.id }, 'no poster');
      return undefined;
    }));
  const lijst = html`<ul>
    ${woorden.map((regel) => html`<li>${regel}</li>`)}
  </ul>`;
  if (!gemaakt)
    return html`<p class="stil">${tab.geenPrent}</p>
      ${lijst}`;
  const svg = Buffer.from(gemaakt.bytes).toString('base64');
  return html`<img
      class="poster"
      src="data:image/svg+xml;base64,${svg}"
      alt="${woorden.join(' ')}"
    />
    <details class="inwoorden">
      <summary>${tab.inWoorden}</summary>
      ${lijst}
    </details>`;
}
