import { KNOP } from '../../process/vormen/knoppen.ts';
import { lijst } from '../../process/vormen/screen.ts';

/** What a view says to who may not see it yet, and from when they may. */
export const nogNietTeZien = (titel: string, wanneer: string) =>
  lijst(titel, [], { uitleg: [wanneer], knoppen: [KNOP.status] });
