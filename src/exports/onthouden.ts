import { createHash } from 'node:crypto';
import { remember } from '../memory/remember.ts';
import type { Bestand, Maak } from '../process/stukken/klus.ts';

/** Pages of some 200 KB. */
const MAX = 32;

/**
 * Makes files, but makes the page that shows a plan at a glance only when something on it has changed: it is part of a
 * page of the tab that is redrawn after every change. The pages that were used last are kept, by all that stands on them.
 */
export function onthoudend(maak: Maak, max: number = MAX): Maak {
  const kept = remember<Promise<Bestand>>(max);
  return (klus, voor) => {
    if (klus.soort !== 'poster') return maak(klus, voor);
    const key = createHash('sha256').update(JSON.stringify(klus)).digest('base64url');
    const made = kept.get(key) ?? maak(klus, voor);
    kept.set(key, made);
    made.catch(() => {
      if (kept.get(key) === made) kept.delete(key);
    });
    return made;
  };
}
