import { overlegArgs } from '../../process/contract/overleggen.ts';
import { isRefused } from '../../process/contract/decision.ts';
import { openForm } from '../../process/contract/judge.ts';
import { opBladen, type GebladerdeVraag } from '../../process/vormen/bladen.ts';
import { naamVan } from '../../process/feiten/deelnemers.ts';
import { isLeesbaar, uitkomst } from '../../process/feiten/overleg.ts';
import { one } from '../../process/feiten/project.ts';
import { dayText } from '../../process/taal/time.ts';
import { hoofdletter } from '../../process/taal/woorden.ts';
import { nlVan } from '../../text/nl.ts';
import { overlegZin as zin } from '../../text/overleg.ts';
import { html, regels, type Html } from '../../http/html.ts';
import { bladKnop } from '../tekenen/formulier.ts';
import { veld } from '../tekenen/veld.ts';
import type { Toestand } from './toestand.ts';

const VERB = 'overleg.uitkomst';

/** The outcome of this point: a form that saves itself for the notulist, and text for everybody else. */
export const uitkomstDeel = (toestand: Toestand): Html =>
  html`<h3 id="uitkomsttitel">${zin.uitkomst}</h3>
    ${(!toestand.isScherm && toestand.werkt && vorm(toestand)) || tekst(toestand)}`;

function vorm({ ctx, punt, overleg, punten }: Toestand): Html | undefined {
  const action = ctx.traject.acties.get(VERB);
  const args = { ...overlegArgs(overleg), regel: punt.regel };
  const form = action && openForm(action, { ...ctx, args });
  if (!form || isRefused(form)) return undefined;
  const door = one(ctx.project, uitkomst, punt.id)?.changedBy ?? '';
  const isLast = punten.at(-1)?.id === punt.id;
  const { vragen, knoppen } = opBladen(form.velden);
  return html`<form
    class="uitkomstvorm"
    data-uitkomst="${punt.id}"
    data-verb="${VERB}"
    data-args="${JSON.stringify(args)}"
    data-project="${ctx.project.id}"
    data-rev="${form.rev}"
    data-door="${door === '' ? '' : naamVan(ctx.project, door)}"
    aria-labelledby="uitkomsttitel"
    novalidate
  >
    ${velden(punt.regel, vragen)}
    <div class="knoppen">
      <button type="submit" class="knop hoofdknop">
        ${isLast ? zin.opslaan : zin.opslaanEnVolgende}
      </button>
      ${knoppen.map((of) => bladKnop(of))}
      <p class="bewaard" data-bewaard role="status">${zin.bewaartZelf}</p>
    </div>
    <p class="privacy">${nlVan(ctx.traject.woorden).privacyKeuze}</p>
  </form>`;
}

/** Ticks come first. Typed text is stored at once, and it must be known by then whether everybody may read it. */
function velden(regel: string, all: readonly GebladerdeVraag[]): Html[] {
  const ticks = all.filter((vraag) => vraag.veld.soort === 'vink');
  return [...ticks, ...all.filter((entry) => !ticks.includes(entry))].map((vraag) =>
    eenVeld(regel, vraag),
  );
}

const eenVeld = (regel: string, { id, veld: field, waarde }: GebladerdeVraag): Html =>
  html`<div data-veld="${id}">
    ${veld({
      id,
      htmlId: `u-${regel}-${id}`,
      veld: field,
      waarde,
      fout: '',
      ander: undefined,
    })}
  </div>`;

/** As everybody in the room reads it. Of a confidential outcome only that it exists, unless it was meant for this person. */
function tekst({ ctx, samen, punt, isScherm }: Toestand): Html {
  const found = one(ctx.project, uitkomst, punt.id);
  if (!found) return html`<p class="stil">${zin.nogGeenUitkomst}</p>`;
  const leest = !isScherm && isLeesbaar(ctx.project, ctx.actor, found);
  if (found.facts.vertrouwelijk && !leest) return html`<p class="stil">${zin.vertrouwelijk}</p>`;
  const { soort, wie, wanneer } = found.facts;
  const bij = [
    hoofdletter(soort),
    wie && naamVan(samen.project, wie),
    wanneer && dayText(wanneer, ctx.now),
  ].filter((part) => part !== '');
  return html`<p class="uitkomsttekst">${regels(found.texts.tekst)}</p>
    <p class="stil">${bij.join(' · ')}</p>`;
}
