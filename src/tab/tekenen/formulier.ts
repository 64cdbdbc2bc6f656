import type { Answers } from '../../answer/answers.ts';
import type { Ctx } from '../../process/contract/contract.ts';
import { hasChoice, teruggezet, type Field, type Fields } from '../../process/vormen/form.ts';
import type { FormScreen } from '../../process/vormen/screen.ts';
import { nl, nlVan } from '../../text/nl.ts';
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
  return html`<form
    class="formulier"
    data-verb="${verb}"
    data-args="${JSON.stringify(ctx.args)}"
    data-project="${ctx.project.id}"
    data-nonce="${nonce}"
    data-rev="${rev}"
    novalidate
  >
    ${
      isInBlad
        ? html`<h3>${screen.titel}</h3>`
        : html`<h2 id="venstertitel" tabindex="-1">${screen.titel}</h2>`
    }
    ${melding !== '' && html`<p class="melding ${STIJL[stijl]}" role="alert">${regels(melding)}</p>`}
    ${screen.uitleg.map((text) => html`<p>${regels(text)}</p>`)} ${boven}
    ${Object.entries(screen.velden)
      .filter(([, field]) => hasChoice(field))
      .map(([id, field]) => vraag(id, field, nonce, answers))}
    ${privacy(ctx, screen.velden)}
    <div class="knoppen">${bewaarKnoppen(screen, answers)}${anders(ctx, screen, answers)}</div>
  </form>`;
}

function vraag(id: string, field: Field<unknown>, nonce: string, answers: Answers): Html {
  const typed = own(answers.raw, id);
  return veld({
    id,
    htmlId: `v-${nonce.slice(0, 8)}-${id}`,
    veld: field,
    waarde: typed === undefined ? field.waarde : teruggezet(field, typed),
    fout: own(answers.fouten, id) ?? '',
    ander:
      answers.gewijzigd && typed !== undefined && typed !== field.waarde
        ? leesbaar(field)
        : undefined,
  });
}

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

function bewaarKnoppen({ opslaan, nogEen }: FormScreen, { toch, gesloten }: Answers): Html[] {
  const save = (titel: string, extra: string, look: string) =>
    html`<button type="submit" class="knop ${look}" data-op="bewaar" data-extra="${extra}">
      ${titel}
    </button>`;
  return [
    ...(gesloten ? [] : [save(opslaan, '', 'hoofdknop')]),
    ...(toch ? [save(nl.tochOpslaan, 'toch', '')] : []),
    ...(nogEen === '' || toch || gesloten ? [] : [save(nogEen, 'nogEen', '')]),
  ];
}

const anders = (ctx: Ctx, { knoppen }: FormScreen, answers: Answers): Html[] =>
  [...(answers.knoppen ?? []), ...knoppen].map((button) => knop(ctx, button));
