import { UPLOADEN } from '../../process/groep/documenten.ts';
import { isInGesprek } from '../../process/groep/verbs.ts';
import type { Op } from '../../answer/answers.ts';
import type { Ctx } from '../../process/contract/contract.ts';
import { isMogelijk } from '../../process/contract/judge.ts';
import { TAB } from '../../process/vormen/naar-tab.ts';
import type { Args, Button } from '../../process/vormen/screen.ts';
import { KAN, MAX_BYTES } from '../../process/feiten/upload.ts';
import { BESTAND } from '../../process/stukken/downloads.ts';
import { html, type Html } from '../../http/html.ts';

/** Verbs that the browser carries out itself: choosing a file to send, or fetching one. */
const OPS: ReadonlyMap<string, string> = new Map([
  [UPLOADEN, 'upload'],
  ['download', 'download'],
  [BESTAND, 'download'],
]);

const LOOKS: ReadonlyMap<string, string> = new Map([
  ['positive', ' hoofdknop'],
  ['destructive', ' gevaar'],
]);

/** The buttons that this person may press now, in one row; nothing when there are none. */
export function knoppen(ctx: Ctx, list: readonly (Button & { op?: Op })[]): Html | false {
  const possible = list.filter((button) => isKnopHier(ctx, button));
  return (
    possible.length > 0 &&
    html`<div class="knoppen">${possible.map((button) => knop(ctx, button))}</div>`
  );
}

function isKnopHier(ctx: Ctx, { verb, args }: Button): boolean {
  if (isInGesprek(ctx.traject, verb)) return false;
  // A button about another project is judged there.
  return (args?.['project'] ?? ctx.project.id) !== ctx.project.id || isMogelijk(ctx, verb);
}

/** One button. `op`: what it does beside what its verb says. */
export function knop(
  { traject }: Pick<Ctx, 'traject'>,
  { titel, verb, args, stijl, op }: Button & { op?: Op },
): Html {
  const look = `knop${LOOKS.get(stijl ?? '') ?? ''}`;
  if (verb === TAB) {
    const { blad = '', ...rest } = args ?? {};
    return naarBlad(titel, blad, { look, args: rest });
  }
  const { project = '', ...rest } = args ?? {};
  const does = op ?? OPS.get(verb) ?? (traject.acties.get(verb)?.isTap ? 'doe' : 'open');
  return html`<button
    type="${does === 'bewaar' ? 'submit' : 'button'}"
    class="${look}"
    data-op="${does}"
    data-verb="${verb}"
    data-project="${project}"
    data-args="${JSON.stringify(rest)}"
    ${does === 'upload' && html`data-kan="${KAN.join(',')}" data-max="${MAX_BYTES}"`}
  >
    ${titel}
  </button>`;
}

/** A real link to a page, so that it can be opened in a tab of its own. `isHier`: it is this page, or the step of it. */
export function naarBlad(
  titel: string | Html,
  blad: string,
  {
    project = '',
    look = '',
    isHier = false,
    args = {},
  }: { project?: string; look?: string; isHier?: false | 'page' | 'step'; args?: Args } = {},
): Html {
  return html`<a
    href="?${new URLSearchParams({ ...(project && { project }), blad }).toString()}"
    class="${look}"
    data-op="blad"
    data-blad="${blad}"
    data-project="${project}"
    data-args="${JSON.stringify(args)}"
    ${isHier && html`aria-current="${isHier}"`}
    >${titel}</a
  >`;
}
