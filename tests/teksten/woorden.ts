import { planner } from '../../src/planner/index.ts';
import { COMMANDS } from '../../src/teams/talk/commands.ts';
import { downloadZinnen } from '../../src/text/downloads.ts';
import { nl, nlVan, weigeringen } from '../../src/text/nl.ts';
import { overlegZin } from '../../src/text/overleg.ts';
import { paginas } from '../../src/text/paginas.ts';
import { tab, tabVan } from '../../src/text/tab.ts';
import type { Meld } from './vel.ts';

const { woorden: eigen } = planner;
const LOS = {
  nl: { ...nl, ...nlVan(eigen) },
  tab: { ...tab, ...tabVan(eigen) },
  overlegZin: { ...overlegZin, startenDoor: overlegZin.startenDoor(eigen) },
  downloadZinnen,
  paginas,
  COMMANDS,
};

/** Stands for whatever a sentence is filled in with. */
const INVUL = '«»';
const WAT = {
  ...{ stap: INVUL, sinds: INVUL, projectleider: INVUL, vraag: INVUL },
  woorden: planner.woorden,
};

/** Sentences that belong to no screen: of what is not understood, does not arrive or goes wrong. */
export function woorden(meld: Meld): void {
  for (const [naam, texts] of Object.entries(LOS)) meld(`woorden ${naam}`, zinnenIn(texts).sort());
  meld(
    'weigeringen',
    [
      ...new Set(
        (['zelf', 'ander'] as const).flatMap((door) =>
          Object.values(weigeringen).map((zin) => zin({ ...WAT, door })),
        ),
      ),
    ].sort(),
  );
}

/** Every sentence in a list of texts, also those that are made of something: of one and of more. */
function zinnenIn(texts: unknown): string[] {
  if (typeof texts === 'string') return [texts];
  if (typeof texts === 'function')
    return [0, 1, 2].flatMap((n) => {
      const maak = texts as (...made: unknown[]) => unknown;
      return [
        [INVUL, INVUL, INVUL],
        [n, n + 1],
        [INVUL, n],
        [n, INVUL],
        [INVUL, n, INVUL],
      ].flatMap((made) => probeer(() => zinnenIn(maak(...made))));
    });
  return Object.values(texts as object).flatMap(zinnenIn);
}

/** Not every sentence takes everything. */
function probeer(doe: () => string[]): string[] {
  try {
    return doe();
  } catch {
    return [];
  }
}
