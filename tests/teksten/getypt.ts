import type { Fields } from '../../src/process/vormen/form.ts';

/** What somebody typed in these fields, as text; a field that was not answered is empty. */
export const getypt = (
  velden: Fields,
  antwoorden: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(Object.keys(velden).map((id) => [id, antwoorden[id] ?? '']));
