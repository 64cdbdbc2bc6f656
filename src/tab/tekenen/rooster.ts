import { ernstVan, type Rooster, type Stip } from '../../process/vormen/hoofdstuk.ts';
import { html, type Html } from '../../http/html.ts';

/** The grid as a table with the highest row on top, a number for each thing, and the names below it. */
export function rooster({ x, y, stippen }: Rooster, kop: string): Html {
  const rows = y.niveaus.map((niveau, at) => ({ niveau, at })).reverse();
  return html`<table class="rooster">
      <caption class="alleen-voorlezen">
        ${kop}: ${y.naam} per ${x.naam}
      </caption>
      <thead>
        <tr>
          <td class="hoek"><span class="as-y">${y.naam}</span></td>
          ${x.niveaus.map((niveau) => html`<th scope="col">${niveau}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ niveau, at }) =>
            html`<tr>
              <th scope="row">${niveau}</th>
              ${x.niveaus.map((_, column) => vak(stippen, column, at, { x, y }))}
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="as-x stil">${x.naam}</p>
    <ol class="legenda">
      ${stippen.map(
        ({ nr, naam, bij }) =>
          html`<li>
            <span class="stip" aria-hidden="true">${nr}</span>
            <span
              ><span class="alleen-voorlezen">${nr}. </span>${naam}
              ${bij !== '' && html`<span class="stil">${bij}</span>`}</span
            >
          </li>`,
      )}
    </ol>`;
}

function vak(
  stippen: readonly Stip[],
  column: number,
  row: number,
  { x, y }: Pick<Rooster, 'x' | 'y'>,
): Html {
  const here = stippen.filter((stip) => stip.x === column && stip.y === row);
  return html`<td class="hitte-${ernstVan({ x, y }, column, row)}">
    ${here.map(({ nr, naam }) => html`<span class="stip" title="${naam}">${nr}</span> `)}
  </td>`;
}
