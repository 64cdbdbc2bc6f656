import type { Ctx, Lezing } from '../../process/contract/contract.ts';
import {
  alsOverleg,
  isGepland,
  overlegArgs,
  overlegNaam,
  type EenOverleg,
} from '../../process/contract/overleggen.ts';
import { leads } from '../../process/feiten/deelnemers.ts';
import { isMogelijk, NIEMAND } from '../../process/contract/judge.ts';
import { profielVan } from '../../process/feiten/gegevens.ts';
import { verderNaOverleg } from '../../process/overleg/houden.ts';
import { verslag } from '../../process/overleg/hoofdstuk.ts';
import type { Overleg } from '../../process/feiten/overleg.ts';
import { puntenVan } from '../../process/overleg/punten.ts';
import { KNOP } from '../../process/vormen/knoppen.ts';
import type { Button } from '../../process/vormen/screen.ts';
import { voorIedereen } from '../../process/feiten/vertrouwelijk.ts';
import { overlegZin as zin } from '../../text/overleg.ts';
import { opened } from '../../answer/shown.ts';
import type { Bezoek } from '../bezoek/bezoek.ts';
import type { Blad } from '../bladen/blad.ts';
import { html, type Html } from '../../http/html.ts';
import { formulier } from '../tekenen/formulier.ts';
import { deel } from '../tekenen/hoofdstuk.ts';
import { knoppen } from '../tekenen/knop.ts';
import { overlegTekst } from '../../process/kalender/plannen.ts';
import { kopbalk, puntenlijst, verder, wissel } from './kader.ts';
import { puntDeel } from './punt.ts';
import { overlegNu, toestandVan, type Toestand } from './toestand.ts';
import { uitkomstDeel } from './uitkomst.ts';
import { werkDelen } from './werk.ts';

/** How often the page looks for changes, ms. */
const PEIL_MS = 3_000;

/** The overleg on the big screen: one point at a time in large type, with its data and what one does there (docs/bronnen.md#the-overleg-on-the-big-screen). */
export const overlegBlad: Blad = {
  id: 'overleg',
  titel: zin.titel,
  toon: (bezoek: Bezoek): Html => {
    const toestand = toestandVan(bezoek);
    if (toestand) return bezig(toestand);
    const isScherm = bezoek.ctx.args['scherm'] === '1';
    const { ctx, lezing } = isScherm ? opScherm(bezoek) : bezoek;
    const nu = overlegNu(ctx);
    if (!nu) return html`<h2 class="bladtitel">${zin.geenOverleg}</h2>`;
    return nu.found && nu.found.facts.gesloten !== ''
      ? los('gehouden', isScherm, gehouden(ctx, lezing, nu.found))
      : los('begin', isScherm, teBeginnen(ctx, nu));
  },
};

/** What a whole room may see of it, whoever shows it. It has no buttons, because it belongs to no one person. */
function opScherm({ ctx, lezing }: Bezoek): Pick<Bezoek, 'ctx' | 'lezing'> {
  const project = voorIedereen(ctx.project);
  return {
    ctx: { ...ctx, project, actor: NIEMAND },
    lezing: { ...lezing, project, lezer: NIEMAND },
  };
}

/** The page in parts. Each is drawn by itself, so that what a person is doing in another part stays. */
const bezig = (toestand: Toestand): Html =>
  html`<div
    class="overleg"
    data-overleg
    data-peil="${PEIL_MS}"
    data-punt="${toestand.punt.id}"
    data-scherm="${toestand.isScherm ? '1' : '0'}"
  >
    <div data-deel="kop">${kopbalk(toestand)}</div>
    <div data-deel="melding" class="meldbalk" role="status"></div>
    <div class="overlegromp">
      <div data-deel="punten" class="puntenrand">${puntenlijst(toestand)}</div>
      <div class="puntblad">
        <section data-deel="punt" class="punt">${puntDeel(toestand)}</section>
        ${werkDelen(toestand).map(
          ({ naam, inhoud }) => html`<section data-deel="${naam}" class="werk">${inhoud}</section>`,
        )}
        <section data-deel="uitkomst" class="uitkomst">${uitkomstDeel(toestand)}</section>
        <div data-deel="verder">${verder(toestand)}</div>
      </div>
    </div>
  </div>`;

/** The page without a point, before and after the overleg. The big screen stays on, and has its way back. */
const los = (naam: string, isScherm: boolean, inhoud: Html): Html =>
  html`<div
    class="overleg"
    data-overleg
    data-peil="${PEIL_MS}"
    data-punt="${naam}"
    data-scherm="${isScherm ? '1' : '0'}"
  >
    ${isScherm && html`<div data-deel="kop" class="knoppen">${wissel(isScherm)}</div>`}
    <div data-deel="${naam}">${inhoud}</div>
  </div>`;

/** Before it begins: who leads fills in who is there; the others see the agenda. */
function teBeginnen(ctx: Ctx, nu: EenOverleg): Html {
  const action = ctx.traject.acties.get('overleg.starten');
  const form = action && leads(ctx.actor) ? opened(action, ctx) : undefined;
  const punten = puntenVan(ctx, nu);
  return html`<h2 class="bladtitel">${overlegNaam(nu)}: ${profielVan(ctx.project).texts.naam}</h2>
    <p class="stil">${overlegTekst(nu.found, ctx.now)}</p>
    ${isGepland(nu.found) && knoppen(ctx, [{ ...KNOP.uitnodigen, args: overlegArgs(nu) }])}
    ${
      form?.screen.kind === 'formulier'
        ? html`<div class="startvorm">
            ${formulier(ctx, form.screen, { ...form, rev: form.rev ?? 0 }, { isInBlad: true })}
          </div>`
        : html`<p>${zin.nietBegonnen} ${zin.startenDoor(ctx.traject.woorden)}</p>`
    }
    ${form?.screen.kind === 'bericht' && html`<p>${form.screen.titel}</p>`}
    <h3>${zin.agendapunten}</h3>
    <ol>
      ${punten.map(({ titel }) => html`<li>${titel}</li>`)}
    </ol>`;
}

/** What came out, and the ways on. */
function gehouden(ctx: Ctx, lezing: Lezing, found: Overleg): Html {
  const open: Button = { titel: zin.weerOpenen, verb: 'overleg.starten' };
  const all = [...verderNaOverleg(ctx), open].filter(({ verb }) => isMogelijk(ctx, verb));
  return html`<h2 class="bladtitel">${overlegNaam(alsOverleg(ctx.traject, found))}</h2>
    <p class="melding gelukt">${zin.afgesloten}</p>
    ${leads(ctx.actor) && html`<h3>${zin.verder}</h3>`} ${leads(ctx.actor) && knoppen(ctx, all)}
    ${verslag(lezing, found).map((gegeven) => deel(ctx, gegeven))}`;
}
