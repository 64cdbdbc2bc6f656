import { naamVan } from '../../process/feiten/deelnemers.ts';
import type { AgendaRegel } from '../../process/contract/contract.ts';
import { agendapunt } from '../../process/feiten/overleg.ts';
import { one } from '../../process/feiten/project.ts';
import type { Werkvlak } from '../../process/vormen/werkvlak.ts';
import { termijnen } from '../../process/overleg/overzicht.ts';
import { overlegZin as zin } from '../../text/overleg.ts';
import { html, regels, type Html } from '../../http/html.ts';
import { knoppen } from '../tekenen/knop.ts';
import type { Toestand } from './toestand.ts';

/** One point in large type: the words of the source, what the group said, and what can be done there. */
export function puntDeel(toestand: Toestand): Html {
  const { punt, regels: lines, werk } = toestand;
  const [eerste, ...onderdelen] = lines;
  return html`<h2
      class="punttitel${punt.titel.length > LANG && ' lang'}"
      id="punttitel"
      tabindex="-1"
    >
      <span class="puntnr" aria-hidden="true">${punt.nr}</span> ${punt.titel}
    </h2>
    ${punt.bron !== '' && html`<p class="puntbron">${punt.bron}</p>`}
    ${eerste ? regelInhoud(toestand, eerste, werk[0]) : vanWie(toestand)}
    ${onderdelen.map(
      (line, at) =>
        html`<div class="onderdeel">
          <h3>${line.titel}</h3>
          ${regelInhoud(toestand, line, werk[at + 1])}
        </div>`,
    )}`;
}

/** A headline is short; the words of the source sometimes are not. */
const LANG = 90;

/** A work surface shows its data itself. */
function regelInhoud(toestand: Toestand, line: AgendaRegel, werk: readonly Werkvlak[] = []): Html {
  const { samen, ctx, werkt, isScherm } = toestand;
  const heeftWerk = werk.some(({ soort }) => soort !== 'hoofdstuk');
  const gegevens = [...(heeftWerk ? [] : line.gegevens(samen)), ...termijnen(samen, line)];
  return html`${
    gegevens.length > 0 &&
    html`<ul class="gegevens">
      ${gegevens.map((text) => html`<li>${regels(text)}</li>`)}
    </ul>`
  }
  ${werkt && !isScherm && knoppen(ctx, line.knoppen(samen))}`;
}

function vanWie({ samen: { project }, punt }: Toestand): Html | false {
  const found = one(project, agendapunt, punt.regel);
  return found !== undefined && html`<p>${zin.eigenPunt(naamVan(project, found.facts.van))}</p>`;
}
