import type { AnyAction, Ctx } from '../process/contract.ts';
import { randomUUID } from 'node:crypto';
import { openForm } from '../process/judge.ts';
import { bericht, type Screen } from '../process/screen.ts';
import { isVertrouwelijk, voorIedereen } from '../process/vertrouwelijk.ts';
import { nl } from '../text/nl.ts';
import { geweigerd } from './sayings.ts';
import type { Answers } from './screens.ts';

/** What one person gets to see, and what its buttons need to come back. */
export interface Shown {
  ctx: Ctx;
  /** What a form saves to, and what paging asks again. */
  verb: string;
  screen: Screen;
  nonce: string;
  rev?: number;
  answers?: Answers;
}

/** A screen as it is shown for the first time. */
export const shown = (ctx: Ctx, verb: string, screen: Screen): Shown => ({
  ctx,
  verb,
  screen,
  nonce: randomUUID(),
});

const STATUS = { titel: 'Status', verb: 'status' };

/** A masked text may not stand in a form: saving the form would store the mask. */
const isBeslotenHier = ({ project, args }: Ctx) =>
  isVertrouwelijk(project, args['id'] ?? '') && project === voorIedereen(project);

/** The form of an action, or why not. */
export function opened(action: AnyAction, ctx: Ctx): Shown {
  if (isBeslotenHier(ctx))
    return shown(ctx, action.verb, bericht('uitleg', nl.beslotenHier, [], [STATUS]));
  const form = openForm(action, ctx);
  if ('accepted' in form) return shown(ctx, action.verb, geweigerd(ctx, action, form));
  return { ...shown(ctx, action.verb, form), rev: form.rev };
}
