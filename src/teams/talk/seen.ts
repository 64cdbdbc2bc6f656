import type { Ctx } from '../../process/contract/contract.ts';
import { voorIedereen } from '../../process/feiten/vertrouwelijk.ts';
import type { Incoming } from '../port.ts';

/** True where an answer to one person stands in a conversation that others read. */
function othersReadAlong({ place, what }: Incoming): boolean {
  const isDialog = what.kind === 'press' && (what.via === 'open' || what.via === 'save');
  return place.kind !== 'personal' && !isDialog;
}

/** What may be drawn for this person in the place where it will stand. */
export const seenBy = (incoming: Incoming, ctx: Ctx): Ctx =>
  othersReadAlong(incoming) ? { ...ctx, project: voorIedereen(ctx.project) } : ctx;
