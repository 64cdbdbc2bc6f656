import type { Ctx, Lezing } from '../../process/contract/contract.ts';
import { reacties, type Reacties } from '../../process/stappen/reacties.ts';
import { isAfgerond, profielVan } from '../../process/feiten/gegevens.ts';
import { geopend, huidig } from '../../process/feiten/geopende-stap.ts';
import { VOORBEELD } from '../../process/feiten/voorbeeld.ts';
import { stepOf } from '../../process/contract/step.ts';
import { dateText } from '../../process/taal/time.ts';
import { GEBEURD, gebeurdVan, takenVan } from '../../process/weergaven/taken.ts';
import { nl } from '../../text/nl.ts';
import { tab } from '../../text/tab.ts';
import type { Bezoek } from '../bezoek/bezoek.ts';
import { html, type Html } from '../../http/html.ts';
import { naarBlad } from '../tekenen/knop.ts';
import { item, om } from '../tekenen/scherm.ts';

/**
 * The page of one person: all their projects, and what they have to do in each. `mist`: why some projects are missing.
 * Without any, there may be the example to look at.
 */
export function mijn(
  bezoeken: readonly Bezoek[],
  {
    nonce,
    mist,
    heeftVoorbeeld,
  }: { nonce: string; mist: readonly string[]; heeftVoorbeeld: boolean },
): Html {
  const kop = html`<h2 class="bladtitel">${tab.alleProjecten}</h2>
    ${mist.map((zin) => html`<p class="stil">${zin}</p>`)}`;
  if (bezoeken.length === 0)
    return mist.length > 0
      ? kop
      : html`${kop}
          <p>${tab.geenProjecten}</p>
          <p>${tab.beginInGesprek}</p>
          ${heeftVoorbeeld && html`<p>${naarBlad(nl.voorbeeldBekijken, 'stand', { project: VOORBEELD })}</p>`}`;
  const taken = bezoeken.flatMap((bezoek) => eigenTaken(bezoek, nonce));
  const gebeurd = bezoeken.flatMap(({ ctx }) => eigenInbreng(ctx));
  return html`${kop} ${overzicht(bezoeken)}
    <section class="deel" aria-labelledby="kop-taken">
      <h3 id="kop-taken">${tab.mijnTaken}</h3>
      ${taken.length === 0 ? html`<p class="stil">${nl.geenTaken}</p>` : taken}
    </section>
    ${gebeurd.length > 0 && deel(gebeurd)}`;
}

const KOPPEN = [tab.project, tab.stap, tab.deadline, tab.antwoorden, tab.doelen, tab.taken];

/** The projects beside each other, because plans that belong together are seen together (L16). */
const overzicht = (bezoeken: readonly Bezoek[]): Html =>
  html`<div class="tabelrand" role="region" aria-label="${tab.alleProjecten}" tabindex="0">
    <table role="table">
      <thead role="rowgroup">
        <tr role="row">
          ${KOPPEN.map((kop) => html`<th role="columnheader" scope="col">${kop}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${bezoeken.map(rij)}
      </tbody>
    </table>
  </div>`;

const aandeel = ({ gevraagd, gaven }: Reacties) =>
  gevraagd.length === 0 ? '' : `${gaven.length} van ${gevraagd.length}`;

function rij({ ctx, lezing }: Bezoek): Html {
  const { project, traject } = ctx;
  const open = huidig(project);
  const step = open && stepOf(traject, open.id);
  const heeftDatum = open && open.facts.datum !== '' && !isAfgerond(project);
  const cellen = [
    isAfgerond(project) ? tab.klaar : step ? `${step.nummer}. ${step.naam}` : tab.nogNiet,
    heeftDatum ? dateText(open.facts.datum) : '',
    step ? aandeel(reacties(project, step)) : '',
    kortomVan(lezing),
    String(takenVan(ctx).length),
  ];
  return html`<tr role="row">
    <th role="rowheader" scope="row" data-kop="${tab.project}">
      ${naarBlad(profielVan(project).texts.naam, 'stand', { project: project.id })}
    </th>
    ${cellen.map((cel, at) => html`<td role="cell" data-kop="${KOPPEN[at + 1]}">${cel}</td>`)}
  </tr>`;
}

/** The words of the last step that has any. */
const kortomVan = (lezing: Lezing): string =>
  geopend(lezing.project)
    .map(({ id }) => stepOf(lezing.traject, id).kortom(lezing))
    .findLast((tekst) => tekst !== '') ?? '';

function eigenTaken({ ctx }: Bezoek, nonce: string): Html[] {
  const taken = takenVan(ctx);
  if (taken.length === 0) return [];
  return [
    om(
      ctx,
      nonce,
      html`<h4>${profielVan(ctx.project).texts.naam}</h4>
        <ul class="items">
          ${taken.map((taak) => item(ctx, taak))}
        </ul>`,
    ),
  ];
}

const deel = (gebeurd: readonly Html[]): Html =>
  html`<section class="deel" aria-labelledby="kop-gebeurd">
    <h3 id="kop-gebeurd">${GEBEURD}</h3>
    ${gebeurd}
  </section>`;

function eigenInbreng(ctx: Ctx): Html[] {
  const items = gebeurdVan(ctx);
  if (items.length === 0) return [];
  return [
    html`<h4>${profielVan(ctx.project).texts.naam}</h4>
      <ul class="items">
        ${items.map((een) => item(ctx, een))}
      </ul>`,
  ];
}
