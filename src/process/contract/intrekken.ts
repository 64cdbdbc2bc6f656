import type { AnyAction, Ctx, When } from './contract.ts';
import { tap } from './action.ts';
import { accept, refuse, type Refused } from './decision.ts';
import { oneEver, withdraw, type Entry, type Kind, type NewEvent } from '../feiten/project.ts';
import type { Right } from './rights.ts';
import { gelukt, type Button } from '../vormen/screen.ts';

/**
 * The buttons that withdraw an entry (`args.id`) and bring it back. Withdrawing asks for no confirmation, because it can
 * be undone.
 */
export function intrekkenEnTerug<F, T>(spec: {
  kind: Kind<F, T>;
  /** The verbs become `<naam>.intrekken` and `<naam>.terugzetten`. */
  naam: string;
  right: Right;
  when: When;
  /** False for an entry that is not this person's or not of this sort; a refusal when it cannot be done now. */
  mag: (ctx: Ctx, found: Entry<F, T>) => boolean | Refused;
  /** Other changes when the entry comes back. */
  bijTerug: (ctx: Ctx, found: Entry<F, T>) => readonly NewEvent[];
  weg: string;
  terug: string;
  lijst: (ctx: Ctx) => Button;
}): readonly AnyAction[] {
  const { kind, naam, right, when, mag, lijst } = spec;
  const decide = (gone: boolean) => (ctx: Ctx) => {
    const found = oneEver(ctx.project, kind, ctx.args['id'] ?? '');
    if (!found) return refuse('niet-gevonden');
    const may = mag(ctx, found);
    if (may !== true) return may || refuse('alleen-eigen');
    if (found.gone === gone) return accept(found.id, []);
    const others = gone ? [] : spec.bijTerug(ctx, found);
    return accept(found.id, [{ ...withdraw(kind, found.id), gone }, ...others]);
  };
  const again = (ctx: Ctx, id: string): Button => ({
    titel: 'Ongedaan maken',
    verb: `${naam}.terugzetten`,
    args: { ...ctx.args, id },
  });
  return [
    tap({
      verb: `${naam}.intrekken`,
      right,
      when,
      decide: decide(true),
      receipt: (ctx, about) => gelukt(spec.weg, [], [again(ctx, about)]),
    }),
    tap({
      verb: `${naam}.terugzetten`,
      right,
      when,
      decide: decide(false),
      receipt: (ctx) => gelukt(spec.terug, [], [lijst(ctx)]),
    }),
  ];
}
