import type { Answers } from '../../answer/answers.ts';
import { bewaarKnoppen, type Bewaarknop } from '../../answer/bewaren.ts';
import type { Ctx } from '../../process/contract/contract.ts';
import { opBladen, type GebladerdeVraag } from '../../process/vormen/bladen.ts';
import { bovenVragen } from '../../process/stappen/boven-vragen.ts';
import { antwoordOp, type Field, type Fields } from '../../process/vormen/form.ts';
import type { FormScreen } from '../../process/vormen/screen.ts';
import { nlVan } from '../../text/nl.ts';
import { tab } from '../../text/tab.ts';
import { own } from '../../http/shape.ts';
import { html, regels, type Html } from '../../http/html.ts';
import { knop } from './knop.ts';
import { veld } from './veld.ts';

/** What a form saves to, and as what. */
export interface Bestemming {
  verb: string;
  nonce: string;
  rev: number;
}

interface Rest {
  /** What the person had filled in, and what was wrong with it. */
  answers?: Answers | undefined;
  /** True in a page; left out in the window, which then has the name of the form. */
  isInBlad?: boolean;
  /** What stands before its questions. */
  boven?: Html;
}

const STIJL = { attention: 'fout', warning: 'waarschuwing', good: 'gelukt' } as const;

/** One person's form, with all that they typed and a sentence under each wrong field. */
export function formulier(
  ctx: Ctx,
  screen: FormScreen,
  { verb, nonce, rev }: Bestemming,
  { answers = {}, isInBlad = false, boven }: Rest = {},
): Html {
  const { melding = '', stijl = 'attention' } = answers;
  const { vragen, mee, knoppen } = opBladen(screen.velden, answers.raw);
  const bovenaan = bovenVragen(ctx, verb, screen.velden);
  return html`<form
    class="formulier"
    data-verb="${verb}"
    data-args="${JSON.stringify(ctx.args)}"
    data-project="${ctx.project.id}"
    data-nonce="${nonce}"
    data-rev="${rev}"
    data-mee="${JSON.stringify(mee)}"
    novalidate
  >
    ${
      isInBlad
        ? html`<h3>${screen.titel}</h3>`
        : html`<h2 id="venstertitel" tabindex="-1">${screen.titel}</h2>`
    }
    ${melding !== '' && html`<p class="melding ${STIJL[stijl]}" role="alert">${regels(melding)}</p>`}
    ${screen.uitleg.map((text) => html`<p>${regels(text)}</p>`)}
    ${bovenaan !== '' && html`<p class="bovenaan">${bovenaan}</p>`} ${boven}
    ${vragen.map((of) => vraag(of, screen.velden, nonce, answers))} ${privacy(ctx, screen.velden)}
    <div class="knoppen">
      ${bewaarKnoppen(screen, answers).map(bewaarKnop)}${knoppen.map((of) => bladKnop(of))}${anders(ctx, screen, answers)}
    </div>
  </form>`;
}

function vraag(
  { id, veld: shown, waarde }: GebladerdeVraag,
  fields: Fields,
  nonce: string,
  answers: Answers,
): Html {
  const field = own(fields, id) ?? shown;
  const typed = antwoordOp(id, field, answers.raw ?? {});
  return veld({
    id,
    htmlId: `v-${nonce.slice(0, 8)}-${id}`,
    veld: shown,
    waarde,
    fout: own(answers.fouten, id) ?? '',
    ander:
      answers.gewijzigd && typed !== undefined && typed !== field.waarde
        ? { door: answers.gewijzigd, tekst: leesbaar(field) }
        : undefined,
  });
}

/** Turns the page of a long list; what is filled in comes along. */
export const bladKnop = ({ titel, mee }: { titel: string; mee: object }, look = 'knop'): Html =>
  html`<button type="button" class="${look}" data-op="blader" data-mee="${JSON.stringify(mee)}">
    ${titel}
  </button>`;

/** The value of a field, as people read it. */
function leesbaar({ soort, keuzes, waarde }: Field<unknown>): string {
  if (soort === 'vink') return waarde === 'true' ? tab.aangevinkt : tab.nietAangevinkt;
  if (keuzes.length === 0) return waarde;
  const chosen = waarde.split(',');
  return keuzes
    .filter(({ id }) => chosen.includes(id))
    .map(({ tekst }) => tekst)
    .join(', ');
}

/** The sentence that says who reads along, for forms with free text. */
function privacy({ traject }: Ctx, fields: Fields): Html | false {
  if (!Object.values(fields).some(({ soort, vrij }) => soort === 'lang' && vrij)) return false;
  const zin = nlVan(traject.woorden);
  return html`<p class="privacy">${'vertrouwelijk' in fields ? zin.privacyKeuze : zin.privacy}</p>`;
}

/** What is saved is sent by the form itself; what only comes back with the answers is fetched. */
const bewaarKnop = ({ titel, op, extra, stijl, mee }: Bewaarknop): Html => {
  const look = stijl === 'positive' ? 'knop hoofdknop' : 'knop';
  return op === 'bewaar'
    ? html`<button type="submit" class="${look}" data-op="bewaar" data-extra="${extra}">
        ${titel}
      </button>`
    : bladKnop({ titel, mee }, look);
};

const anders = (ctx: Ctx, { knoppen }: FormScreen, answers: Answers): Html[] =>
  [...(answers.knoppen ?? []), ...knoppen].map((button) => knop(ctx, button));
