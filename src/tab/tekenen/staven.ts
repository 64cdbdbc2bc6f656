import type { Staven } from '../../process/vormen/hoofdstuk.ts';
import { tab } from '../../text/tab.ts';
import { hoeveelTekst } from '../../process/vormen/waarde.ts';
import { html, type Html } from '../../http/html.ts';

/** A bar for each thing, with its mark. Names and values stand beside it as text, so that they wrap. */
export function staven({ staven: bars, eenheid }: Staven): Html {
  const most = Math.max(1, ...bars.flatMap(({ waarde, doel }) => [waarde, doel ?? 0]));
  const percent = (value: number) => Math.max(0, Math.round((1000 * value) / most) / 10);
  return html`<ul class="staven">
    ${bars.map(
      ({ naam, waarde, doel, bij }) =>
        html`<li>
          <span class="staafnaam">${naam}</span>
          <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="baan" width="100" height="6" />
            <rect class="staaf" width="${percent(waarde)}" height="6" />
            ${doel !== null && html`<rect class="streep" x="${Math.min(99, percent(doel))}" width="1" height="6" />`}
          </svg>
          <span class="staafwaarde"
            >${hoeveelTekst(waarde, eenheid)}${doel !== null && html`, ${tab.doelIs(hoeveelTekst(doel, eenheid))}`}
            ${bij !== '' && html`<span class="stil">${bij}</span>`}</span
          >
        </li>`,
    )}
  </ul>`;
}
