import { overlegNaam } from '../../process/contract/overleggen.ts';
import type { Button } from '../../process/vormen/screen.ts';
import { profielVan } from '../../process/feiten/gegevens.ts';
import { overlegZin as zin } from '../../text/overleg.ts';
import { html, type Html } from '../../http/html.ts';
import { knoppen, naarBlad } from '../tekenen/knop.ts';
import { VINK } from './tekens.ts';
import { aantalAanwezig, type Plek, type Toestand } from './toestand.ts';

/** Which overleg this is, how many people are there, and the button to what a whole room may see. */
export function kopbalk(toestand: Toestand): Html {
  const { ctx, overleg, punt, punten, isScherm, werkt } = toestand;
  const samen: readonly Button[] = [
    { titel: zin.aanwezigheid, verb: 'overleg.aanwezig' },
    { titel: zin.afspraak, verb: 'overleg.afspraak' },
  ];
  return html`<div class="overlegkop">
    <p class="overlegnaam">
      <strong>${overlegNaam(overleg)}</strong> <span>${profielVan(ctx.project).texts.naam}</span>
    </p>
    <p class="stil">
      ${zin.puntVan(punt.nr, punten.length)} · ${zin.aanwezig(aantalAanwezig(toestand))}
      ${overleg.found.texts.anderen !== '' && html` · ${zin.ookEr(overleg.found.texts.anderen)}`}
    </p>
    <div class="knoppen">${wissel(isScherm)} ${werkt && !isScherm && knoppen(ctx, samen)}</div>
  </div>`;
}

/** The button to what a whole room may see, and back. */
export const wissel = (isScherm: boolean): Html =>
  html`<button
    type="button"
    class="knop"
    data-scherm-wissel
    aria-pressed="${isScherm ? 'true' : 'false'}"
    aria-keyshortcuts="F9"
  >
    ${isScherm ? zin.schermUit : zin.scherm} <kbd>${zin.toetsScherm}</kbd>
  </button>`;

const argsVan = ({ isScherm }: Toestand, { regel }: Plek) => ({
  punt: regel,
  ...(isScherm && { scherm: '1' }),
});

/** All points, numbered, with a tick where there is an outcome. */
export const puntenlijst = (toestand: Toestand): Html =>
  html`<nav class="punten" aria-label="${zin.agendapunten}">
    <ol>
      ${toestand.punten.map((plek) => html`<li>${puntLink(toestand, plek)}</li>`)}
    </ol>
  </nav>`;

function puntLink(toestand: Toestand, plek: Plek): Html {
  const { heeftUitkomst, isLeeg, nr, titel } = plek;
  const stand = html`<span class="alleen-voorlezen"
    >(${heeftUitkomst ? zin.heeftUitkomst : zin.geenUitkomst})</span
  >`;
  const opschrift = html`<span class="puntnr" aria-hidden="true">${heeftUitkomst ? VINK : nr}</span>
    <span class="punttekst">${titel}</span> ${(heeftUitkomst || isLeeg) && stand}`;
  return naarBlad(opschrift, 'overleg', {
    project: toestand.ctx.project.id,
    look: `puntlink${heeftUitkomst ? ' klaar' : ''}`,
    args: argsVan(toestand, plek),
    isHier: plek.id === toestand.punt.id && 'step',
  });
}

interface Stapknop {
  titel: string;
  /** The key that one reads on it, and all that do the same. */
  toets: string;
  keys: string;
  stap: 'vorige' | 'volgende';
}

const VORIGE: Stapknop = {
  titel: zin.vorige,
  toets: zin.toetsVorige,
  keys: 'PageUp Alt+ArrowLeft',
  stap: 'vorige',
};
const VOLGENDE: Stapknop = {
  titel: zin.volgende,
  toets: zin.toetsVolgende,
  keys: 'PageDown Alt+ArrowRight',
  stap: 'volgende',
};

/** The buttons to the previous and the next point and, at any time, to the end. */
export function verder(toestand: Toestand): Html {
  const { ctx, punten, punt, isScherm } = toestand;
  const [vorige, volgende] = [punten[punt.nr - 2], punten.at(punt.nr)];
  const link = (plek: Plek, { titel, toets, keys, stap }: Stapknop) =>
    html`<span class="stapknop" data-stap="${stap}" data-keys="${keys}"
      >${naarBlad(titel, 'overleg', {
        project: ctx.project.id,
        look: 'knop',
        args: argsVan(toestand, plek),
      })} <kbd>${toets}</kbd></span
    >`;
  return html`<div class="stappenbalk">
      ${vorige && link(vorige, VORIGE)} ${volgende && link(volgende, VOLGENDE)}
    </div>
    ${!isScherm && einde(toestand)}`;
}

/** What is still empty, and the end of the overleg for the projectleider. */
function einde({ ctx, punten, werkt }: Toestand): Html | false {
  if (!werkt) return false;
  const leeg = punten.filter(({ isLeeg }) => isLeeg).map(({ nr }) => nr);
  return html`<div class="einde">
    <h3>${zin.afronden}</h3>
    <p>${leeg.length === 0 ? zin.allesKlaar : zin.nogLeeg(leeg)}</p>
    ${knoppen(ctx, [{ titel: zin.afsluiten, verb: 'overleg.sluiten' }])}
  </div>`;
}
