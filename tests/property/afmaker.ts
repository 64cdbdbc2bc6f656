import { planner } from '../../src/planner/index.ts';
import { isRefused } from '../../src/process/contract/decision.ts';
import { judge, mayNotSee, openForm } from '../../src/process/contract/judge.ts';
import { isAfgerond } from '../../src/process/feiten/gegevens.ts';
import { huidig } from '../../src/process/feiten/geopende-stap.ts';
import type { Fields } from '../../src/process/vormen/form.ts';
import type { Args, Button, Screen } from '../../src/process/vormen/screen.ts';
import { geweigerd } from '../../src/answer/sayings.ts';
import { vulWatMoet } from '../cards/invullen.ts';
import type { Bewaakt } from './bewaakt.ts';
import { wieLeidt } from './komen-en-gaan.ts';
import { overNietsOp } from './over-niets.ts';

/** What somebody who wants to be done read and pressed, in order. */
export interface Afgemaakt {
  readonly isAf: boolean;
  readonly gedrukt: readonly string[];
  readonly gelezen: readonly Screen[];
  /** Of what stood there, what spoke of nothing. */
  readonly overNiets: readonly string[];
}

const MAX_DRUKKEN = 60;
const [VOLGENDE, AFRONDEN] = ['stap.volgende', 'project.afronden'];
/** What only leads away from where one is. */
const TERUG = ['leiding', 'evaluatie', 'status', 'taken', 'plan'];

/** Whoever leads goes on by the buttons that are shown, and by nothing else, until the project is closed. */
export function maaktAf(groep: Bewaakt): Afgemaakt {
  const gedrukt: string[] = [];
  const al = new Set<string>();
  const gelezen: Screen[] = [];
  const overNiets: string[] = [];
  const wie = () => wieLeidt(groep);

  /** What comes back for pressing it: a screen to read, with what was stored behind it. */
  function drukt({ verb, args = {} }: Pick<Button, 'verb' | 'args'>): Screen {
    gedrukt.push(verb);
    const screen = antwoord(verb, args);
    gelezen.push(screen);
    overNiets.push(...overNietsOp(groep.project, screen));
    return screen;
  }

  function antwoord(verb: string, args: Args): Screen {
    const ctx = groep.ctx(wie(), args);
    const view = planner.weergaven.get(verb);
    if (view) {
      const nee = mayNotSee(view, ctx);
      return nee ? geweigerd(ctx, undefined, nee) : view.show(ctx);
    }
    const action = planner.acties.get(verb);
    if (!action) throw new Error(`no verb ${verb}`);
    const form = openForm(action, ctx);
    if (isRefused(form)) return geweigerd(ctx, action, form);
    const velden: Fields = form.velden;
    const decision = judge(action, ctx, { raw: vulWatMoet(velden, groep.now), rev: form.rev });
    if (!decision.accepted) {
      if (decision.reason === 'velden')
        throw new Error(`${verb}: ${JSON.stringify(decision.velden)}`);
      return geweigerd(ctx, action, decision);
    }
    groep.add(decision, ctx);
    return action.receipt({ ...ctx, project: groep.project }, decision.about);
  }

  /** What is said to be missing is made first, by the button that is offered for it, each once in a step. */
  function eerst(verb: string): void {
    const stap = huidig(groep.project)?.id ?? '';
    const form = openForm(planner.acties.get(verb)!, groep.ctx(wie(), {}));
    overNiets.push(...overNietsOp(groep.project, form));
    const offered = form.knoppen.find(
      (knop) => !TERUG.includes(knop.verb) && (isRefused(form) || !al.has(`${stap} ${knop.verb}`)),
    );
    if (offered) al.add(`${stap} ${offered.verb}`);
    drukt(offered ?? { verb });
  }

  while (!isAfgerond(groep.project) && gedrukt.length < MAX_DRUKKEN)
    eerst(huidig(groep.project)?.id === planner.stappen.at(-1)?.id ? AFRONDEN : VOLGENDE);
  return { isAf: isAfgerond(groep.project), gedrukt, gelezen, overNiets };
}

/** All buttons on a screen. */
const knoppenOp = (screen: Screen): readonly Button[] => [
  ...screen.knoppen,
  ...(screen.kind === 'lijst'
    ? screen.groepen.flatMap(({ items }) => items.flatMap(({ knoppen }) => knoppen))
    : []),
];

/** Every button on a screen that leads nowhere: to no verb there is. */
export const loos = (screen: Screen): string[] =>
  knoppenOp(screen)
    .filter(({ verb }) => !planner.acties.has(verb) && !planner.weergaven.has(verb))
    .map(({ verb }) => verb);
