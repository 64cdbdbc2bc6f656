import type { AnyAction, Ctx, View } from '../process/contract/contract.ts';
import { randomUUID } from 'node:crypto';
import { isGestart } from '../process/feiten/gegevens.ts';
import { isVoorbeeld } from '../process/feiten/voorbeeld.ts';
import { isRefused } from '../process/contract/decision.ts';
import { isMogelijk, mayNotSee, openForm } from '../process/contract/judge.ts';
import { vraagtBlad } from '../process/vormen/bladen.ts';
import { MAX_KNOPPEN } from '../process/vormen/grenzen.ts';
import { KNOP } from '../process/vormen/knoppen.ts';
import { metTab, TAB } from '../process/vormen/naar-tab.ts';
import { alleen, isOntvangst, type Button, type Screen } from '../process/vormen/screen.ts';
import { nl } from '../text/nl.ts';
import type { Answers } from './answers.ts';
import { gewijzigdDoor, isGewijzigd } from './gewijzigd.ts';
import { geweigerd, nietGevonden } from './sayings.ts';

/** What one person gets to see, and what its buttons need to come back. */
export interface Shown {
  ctx: Ctx;
  /** The verb that a form saves to, and that paging asks for again. */
  verb: string;
  screen: Screen;
  /** True for what a view shows, and false for why it may not, for forms and for what became of an answer. */
  isWeergave: boolean;
  nonce: string;
  rev?: number;
  answers?: Answers;
}

/** A screen as it is shown for the first time. */
export const shown = (ctx: Ctx, verb: string, screen: Screen): Shown => ({
  ctx,
  verb,
  screen: alsVoorbeeld(ctx, verb, withoutDeadEnds(ctx, verb, screen)),
  isWeergave: false,
  nonce: randomUUID(),
});

/** Every screen of the example says that it is one, and how to begin oneself; the first one also leads to the tab. */
function alsVoorbeeld(ctx: Ctx, verb: string, screen: Screen): Screen {
  if (!isVoorbeeld(ctx.project)) return screen;
  const zelf: Button = { titel: nl.zelfBeginnen, verb: ctx.traject.start };
  const meer = verb === KNOP.status.verb ? metTab([], 'stand') : [];
  const knoppen = [...screen.knoppen.slice(0, MAX_KNOPPEN - 1 - meer.length), ...meer, zelf];
  return screen.kind === 'bericht'
    ? { ...screen, regels: [nl.voorbeeld, ...screen.regels], knoppen }
    : { ...screen, uitleg: [nl.voorbeeld, ...screen.uitleg], knoppen };
}

/** Keeps only the buttons of this project that this person may press now. A screen without any gets one that always works. */
function withoutDeadEnds<S extends Screen>(ctx: Ctx, asked: string, screen: S): S {
  const here = ctx.project.id;
  const elders = asked === KNOP.status.verb ? KNOP.uitleg : KNOP.status;
  // A button without a known project, or about another one, is judged in its own conversation.
  const possible = (knoppen: readonly Button[]) =>
    knoppen.filter(
      ({ verb, args }) =>
        here === '' || (args?.['project'] ?? here) !== here || isMogelijk(ctx, verb),
    );
  const knoppen = possible(screen.knoppen);
  if (screen.kind === 'formulier') return { ...screen, knoppen };
  if (screen.kind === 'lijst') {
    const groepen = screen.groepen.map(({ kop, items }) => ({
      kop,
      items: items.map((regel) => ({ ...regel, knoppen: possible(regel.knoppen) })),
    }));
    // A page of the tab is a way on only where there is a tab.
    const heeftWeg = [
      ...knoppen,
      ...groepen.flatMap(({ items }) => items.flatMap((row) => row.knoppen)),
    ].some(({ verb }) => verb !== TAB);
    return {
      ...screen,
      groepen,
      knoppen: heeftWeg || here === '' ? knoppen : [...knoppen, elders],
    };
  }
  const wegen = screen.kind === 'bericht' && isOntvangst(screen) ? eersteWeg(knoppen) : knoppen;
  return { ...screen, knoppen: wegen.length > 0 || !isGestart(ctx.project) ? wegen : [elders] };
}

/** One way on, behind a page of the tab, which is a way on only where there is a tab. */
function eersteWeg(knoppen: readonly Button[]): readonly Button[] {
  const at = knoppen.findIndex(({ verb }) => verb !== TAB);
  return at === -1 ? knoppen : knoppen.slice(0, at + 1);
}

/** What a verb that only shows leads to: a view, the form of an action, or why not. */
export function looked(ctx: Ctx, verb: string): Shown {
  const view = ctx.traject.weergaven.get(verb);
  if (view) {
    const refused = mayNotSee(view, ctx);
    return refused
      ? shown(ctx, verb, geweigerd(ctx, undefined, refused))
      : { ...shown(ctx, verb, gezien(view, ctx)), isWeergave: true };
  }
  const action = ctx.traject.acties.get(verb);
  return action ? opened(action, ctx) : shown(ctx, verb, nietGevonden());
}

/** A view, or the one row of it that is asked for. */
function gezien(view: View, ctx: Ctx): Screen {
  const screen = view.show(ctx);
  const { rij, ...args } = ctx.args;
  if (screen.kind !== 'lijst' || rij === undefined) return screen;
  return alleen(screen, rij, { titel: nl.terugNaarLijst, verb: view.verb, args }) ?? screen;
}

/** A form of which a page was turned: with all that was filled in on it so far. `rev`: of the form that was filled in. */
export function omgeslagen(wat: Shown, rev: number, raw: Readonly<Record<string, string>>): Shown {
  const { screen, rev: nu = 0 } = wat;
  if (screen.kind !== 'formulier' || !vraagtBlad(raw)) return wat;
  const leeg = Object.fromEntries(Object.keys(screen.velden).map((id) => [id, '']));
  const door = gewijzigdDoor(wat.ctx, nu);
  return {
    ...wat,
    answers: {
      ...wat.answers,
      raw: { ...leeg, ...raw },
      ...(isGewijzigd(nu, rev) && {
        melding: nl.gewijzigd[door],
        stijl: 'warning',
        gewijzigd: door,
      }),
    },
  };
}

/** The form of an action, or the reason why it cannot be opened. */
export function opened(action: AnyAction, ctx: Ctx): Shown {
  const form = openForm(action, ctx);
  if (isRefused(form)) return shown(ctx, action.verb, geweigerd(ctx, action, form));
  return { ...shown(ctx, action.verb, form), rev: form.rev };
}
