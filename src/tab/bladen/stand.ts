import {
  nogNietsVan,
  reacties,
  reactiesVoorGroep,
  reactieZin,
} from '../../process/stappen/reacties.ts';
import { zonderStijl } from '../../process/vormen/live-kaart.ts';
import type { Beeld, Ctx, Step } from '../../process/contract/contract.ts';
import { leads, naamVan, projectleider } from '../../process/feiten/deelnemers.ts';
import { isAfgerond, opdrachtgevers, profielVan } from '../../process/feiten/gegevens.ts';
import type { Button } from '../../process/vormen/screen.ts';
import { huidig, isGeopend } from '../../process/feiten/geopende-stap.ts';
import { stepOf } from '../../process/contract/step.ts';
import { dateText } from '../../process/taal/time.ts';
import { beeldVan } from '../../process/contract/beeld.ts';
import { straks, tijdZin } from '../../process/weergaven/stand.ts';
import { GEBEURD, gebeurdVan, takenVan } from '../../process/weergaven/taken.ts';
import { hoofdletter } from '../../process/taal/woorden.ts';
import { nl } from '../../text/nl.ts';
import { tab, tabVan } from '../../text/tab.ts';
import type { Blad } from './blad.ts';
import { html, regels, type Html } from '../../http/html.ts';
import { knoppen } from '../tekenen/knop.ts';
import { item } from '../tekenen/scherm.ts';
import { opEenRij } from '../../process/taal/opsomming.ts';

/** Where the project stands, who has to act, and what comes next. */
export const stand: Blad = {
  id: 'stand',
  titel: tab.stand,
  toon: ({ ctx }) =>
    html`<h2 class="bladtitel">${profielVan(ctx.project).texts.naam}</h2>
      ${profiel(ctx)} ${stappen(ctx)}
      <div class="naast-elkaar">${nu(ctx)}${taken(ctx)}</div>
      ${gebeurd(ctx)} ${gepland(ctx)}`,
};

function profiel({ project, traject }: Ctx): Html {
  const zin = tabVan(traject.woorden);
  const { facts, texts } = profielVan(project);
  const leider = projectleider(project);
  const paren = [
    [tab.opdrachtgever, opEenRij(opdrachtgevers(project))],
    [zin.leider, leider ? naamVan(project, leider.id) : ''],
    [tab.looptijd, `${dateText(facts.start)} – ${dateText(facts.einde)}`],
  ].filter(([, waarde]) => waarde !== '');
  return html`${texts.toelichting !== '' && html`<p>${regels(texts.toelichting)}</p>`}
    ${isAfgerond(project) && html`<p class="melding">${zin.afgerond}</p>`}
    <dl class="kenmerken">
      ${paren.map(
        ([naam, waarde]) =>
          html`<div>
            <dt>${naam}</dt>
            <dd>${waarde}</dd>
          </div>`,
      )}
    </dl>`;
}

function stappen({ project, traject }: Ctx): Html {
  const current = isAfgerond(project) ? undefined : huidig(project)?.id;
  const staat = ({ id }: Step) =>
    id === current ? tab.nu : isGeopend(project, id) ? tab.klaar : tab.nogNiet;
  const klasse = ({ id }: Step) =>
    id === current ? 'nu' : isGeopend(project, id) ? 'klaar' : 'later';
  return html`<ol class="stappen" aria-label="${tab.stappen}">
    ${traject.stappen.map(
      (step) =>
        html`<li class="${klasse(step)}" ${step.id === current && html`aria-current="step"`}>
          <span class="stapnummer" aria-hidden="true">${step.nummer}</span>
          <span class="stapnaam">${step.naam}</span>
          <span class="stil">${staat(step)}</span>
        </li>`,
    )}
  </ol>`;
}

/** What this step waits for: counts for everybody, names for the projectleider (rule 16). */
function nu(ctx: Ctx): Html | false {
  const open = huidig(ctx.project);
  if (!open || isAfgerond(ctx.project)) return false;
  const step = stepOf(ctx.traject, open.id);
  const beeld = beeldVan(ctx);
  return html`<section class="deel kaart" aria-labelledby="kop-nu">
    <h3 id="kop-nu">${step.nummer}. ${step.naam}</h3>
    ${tijdZin(step, open, beeldVan(ctx)).map((zin) => html`<p><strong>${zin}</strong></p>`)}
    <ul class="vinkjes">
      ${step
        .gereed(beeld)
        .map(
          ({ klaar, zin }) =>
            html`<li class="${klaar ? 'klaar' : 'open'}">
              <span class="alleen-voorlezen">${klaar ? tab.isKlaar : tab.nogOpen}</span>${zin}
            </li>`,
        )}
    </ul>
    ${gereageerd(ctx, step)} ${knoppen(ctx, kaartKnoppen(step, beeld))}
  </section>`;
}

function gereageerd({ project, actor }: Ctx, step: Step): Html | false {
  if (!step.heeftInvoer) return false;
  const wie = reacties(project, step);
  const { stil } = wie;
  if (wie.gevraagd.length === 0) return false;
  if (!leads(actor)) return html`<p>${reactiesVoorGroep(project, wie)}</p>`;
  return html`<p>${reactieZin(wie)}.</p>
    ${stil.length > 0 && html`<p>${hoofdletter(nogNietsVan(project, stil))}</p>`}`;
}

/** The buttons that the live card of the step offers. */
const kaartKnoppen = (step: Step, beeld: Beeld): Button[] =>
  step.kaart(beeld).knoppen.map(zonderStijl);

function taken(ctx: Ctx): Html {
  const own = takenVan(ctx);
  return html`<section class="deel kaart persoonlijk" aria-labelledby="kop-taken">
    <h3 id="kop-taken">${tab.mijnTaken}</h3>
    ${
      own.length === 0
        ? html`<p class="stil">${nl.geenTaken}</p>`
        : html`<ul class="items">
            ${own.map((taak) => item(ctx, taak))}
          </ul>`
    }
  </section>`;
}

/** What became of what the reader brought: theirs alone, as their tasks are. */
function gebeurd(ctx: Ctx): Html | false {
  const own = gebeurdVan(ctx);
  return (
    own.length > 0 &&
    html`<section class="deel kaart persoonlijk" aria-labelledby="kop-gebeurd">
      <h3 id="kop-gebeurd">${GEBEURD}</h3>
      <ul class="items">
        ${own.map((een) => item(ctx, een))}
      </ul>
    </section>`
  );
}

function gepland(ctx: Ctx): Html {
  const next = straks(ctx);
  return html`<section class="deel" aria-labelledby="kop-straks">
    <h3 id="kop-straks">${tab.straks}</h3>
    ${
      next.length === 0
        ? html`<p class="stil">${tab.nietsGepland}</p>`
        : html`<ul>
            ${next.map(
              ({ tekst, regels: lines }) =>
                html`<li>${tekst} <span class="stil">${lines.join(', ')}</span></li>`,
            )}
          </ul>`
    }
  </section>`;
}
