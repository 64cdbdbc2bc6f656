import { opBladen } from '../../src/process/vormen/bladen.ts';
import type { Fields } from '../../src/process/vormen/form.ts';

/** What somebody filled in, as a form sends it: each answer as text, and what it says of itself. */
export const getypt = (
  velden: Fields,
  antwoorden: Readonly<Record<string, string>>,
): Record<string, string> => ({
  ...Object.fromEntries(Object.keys(velden).map((id) => [id, antwoorden[id] ?? ''])),
  ...opBladen(velden).mee,
});
