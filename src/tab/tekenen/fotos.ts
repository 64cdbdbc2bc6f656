import { html, type Html } from '../../http/html.ts';
import type { Ctx } from '../../process/contract/contract.ts';
import type { Rijfoto } from '../../process/vormen/hoofdstuk.ts';
import { knoppen } from './knop.ts';

/** Photos, small; the script in the browser fetches those that come in sight. Pressing one fetches the whole. */
export const fotos = (ctx: Ctx, list: readonly Rijfoto[]): Html | false =>
  list.length > 0 &&
  html`<ul class="fotos">
    ${list.map(({ id, naam, knoppen: eigen }) => {
      const args = JSON.stringify({ soort: 'foto', id });
      return html`<li>
        <button
          type="button"
          class="foto"
          data-op="download"
          data-verb="download"
          data-args="${args}"
        >
          <img alt="${naam}" data-foto="${id}" width="96" height="96" />
        </button>
        ${knoppen(ctx, eigen)}
      </li>`;
    })}
  </ul>`;
