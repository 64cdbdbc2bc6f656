/** The most signs of a whole file name, with its extension. */
const MAX = 80;

/** Names that Windows reserves, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A file name that every system accepts: letters, digits and hyphens. `delen` may hold user text; `ext` is ours. Never
 * empty, never hidden, never a path.
 */
export function bestandsnaam(delen: readonly string[], ext: string): string {
  const words = delen
    // Half of a name of any length tells enough, and what is longer costs time for nothing.
    .map((deel) =>
      deel
        .slice(0, 400)
        .normalize('NFKD')
        .replace(/[\u0300-\u036f]/g, ''),
    )
    .map((deel) => deel.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, ''))
    .filter((deel) => deel !== '');
  const naam = words
    .join('-')
    .slice(0, MAX - ext.length - 1)
    .replace(/-+$/, '');
  const safe = naam === '' || RESERVED.test(naam) ? `bestand${naam && '-'}${naam}` : naam;
  return `${safe}.${ext}`;
}
