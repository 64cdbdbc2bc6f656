import { leden } from '../../../process/feiten/deelnemers.ts';
import type { Project } from '../../../process/feiten/project.ts';
import type { Onderwerp } from '../../plan/plan.ts';
import { openStemming, stemmingVan } from '../regels/overleg1.ts';
import { gestemd, personen, stemmen, type Stem } from './stemmen-nu.ts';

/** What the votes come to, whoever gave them. How much of it somebody reads is decided in `getoond.ts`. */

/** The spread is not known where hands of several people were counted together in points: then it is null. */
export interface Uitslag {
  id: string;
  totaal: number;
  /** How many people gave it points. */
  gevers: number | null;
  laagste: number | null;
  hoogste: number | null;
}

/** How many could vote. A person who left after voting still counts. */
export const kiezers = (project: Project): number =>
  new Set([...leden(project).map(({ id }) => id), ...gestemd(project)]).size;

/** The result for each onderwerp of the vote, highest first: the sum with its spread. */
export function uitslagen(project: Project): Uitslag[] {
  const cast = stemmen(project);
  const { onderwerpen = [], vorm = 'kiezen' } = stemmingVan(project)?.facts ?? {};
  return onderwerpen
    .map((id) => uitslag(cast, id, vorm === 'kiezen'))
    .sort((a, b) => b.totaal - a.totaal);
}

function uitslag(cast: readonly Stem[], id: string, isKiezen: boolean): Uitslag {
  const punten = cast.map(({ facts }) => facts.punten[id] ?? 0);
  const totaal = punten.reduce((sum, n) => sum + n, 0);
  return { id, totaal, ...spreiding(cast, { punten, totaal, isKiezen }) };
}

/** Who chooses gives one each, so that a count of hands says how many people did. */
function spreiding(
  cast: readonly Stem[],
  { punten, totaal, isKiezen }: { punten: readonly number[]; totaal: number; isKiezen: boolean },
): Pick<Uitslag, 'gevers' | 'laagste' | 'hoogste'> {
  if (cast.every((stem) => personen(stem) === 1))
    return {
      gevers: punten.filter((n) => n > 0).length,
      laagste: punten.length === 0 ? 0 : Math.min(...punten),
      hoogste: Math.max(0, ...punten),
    };
  if (!isKiezen) return { gevers: null, laagste: null, hoogste: null };
  const stemmers = cast.reduce((sum, stem) => sum + personen(stem), 0);
  return { gevers: totaal, laagste: totaal < stemmers ? 0 : 1, hoogste: Math.min(1, totaal) };
}

/** The points of an onderwerp: its own and, for a cluster made since, those of its problems. Zero while a vote is open. */
export function puntenVan(project: Project): (onderwerp: Onderwerp) => number {
  const totals = new Map(
    openStemming(project) ? [] : uitslagen(project).map(({ id, totaal }) => [id, totaal]),
  );
  return ({ id, problemen }) =>
    [...new Set([id, ...problemen.map((found) => found.id)])].reduce(
      (sum, of) => sum + (totals.get(of) ?? 0),
      0,
    );
}
