/** Each text once, with where it was read first. */
export const TEKSTEN = new URL('planner.txt', import.meta.url);
/** What stood where, as sums. */
export const SOMMEN = new URL('planner-sommen.txt', import.meta.url);
