import type { Hoofdstuk } from '../../process/vormen/hoofdstuk.ts';
import { verloopHoofdstuk } from '../../process/weergaven/hoofdstuk-verloop.ts';
import { tab } from '../../text/tab.ts';
import type { Blad } from './blad.ts';
import { hoofdstuk } from '../tekenen/hoofdstuk.ts';

/** One page with more than this is not read. */
const MOST = 500;

/** Who did what when. This is the only page that needs the log itself, not only what it folds to. */
export const verloop: Blad = {
  id: 'verloop',
  titel: 'Wie deed wat wanneer',
  toon: async ({ ctx, lezing, options }) => {
    const events = await options.events(ctx.project.id);
    return hoofdstuk(ctx, newest(verloopHoofdstuk(lezing, events)));
  },
};

/** With the newest status first. */
function newest(heel: Hoofdstuk): Hoofdstuk {
  const [all] = heel.delen;
  if (all?.soort !== 'tabel' || all.rijen.length <= MOST) return heel;
  const inleiding = `${heel.inleiding} ${tab.laatsteRegels(MOST, all.rijen.length)}`;
  return { ...heel, inleiding, delen: [{ ...all, rijen: all.rijen.slice(0, MOST) }] };
}
