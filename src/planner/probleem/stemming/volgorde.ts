import { all, type Project } from '../../../process/feiten/project.ts';
import { onderwerpen, ookBijOns, type Niveau, type Onderwerp } from '../../plan/plan.ts';
import type { Typering } from '../invoer/typering.ts';
import { puntenVan } from './telling.ts';

const WEGING: Readonly<Record<Niveau, number>> = { hoog: 3, midden: 2, laag: 1 };

/** The weight of an onderwerp: the mean of all ratings, and the number of people who gave them. */
export interface Gewicht {
  prioriteit: number;
  kans: number;
  typeringen: number;
}

/** The ratings of its problems, and of all "Ook bij ons" at them. */
export function gewichten(project: Project): (onderwerp: Onderwerp) => Gewicht {
  const ook = new Map<string, Typering[]>();
  for (const { facts } of all(project, ookBijOns))
    ook.set(facts.probleem, [...(ook.get(facts.probleem) ?? []), facts]);
  return ({ problemen }) => {
    const typed = problemen.flatMap((found) => [found.facts, ...(ook.get(found.id) ?? [])]);
    const mean = (of: (facts: { kans: Niveau; prioriteit: Niveau }) => Niveau) =>
      typed.reduce((sum, facts) => sum + WEGING[of(facts)], 0) / Math.max(1, typed.length);
    return {
      prioriteit: mean(({ prioriteit }) => prioriteit),
      kans: mean(({ kans }) => kans),
      typeringen: typed.length,
    };
  };
}

/**
 * The proposed order: most votes, then the highest prioriteit and risicokans, then most often named. Levels are compared
 * as people read them: a mean that reads as `hoog` is no lower than another `hoog`.
 */
export function proposeVolgorde(project: Project): Onderwerp[] {
  const punten = puntenVan(project);
  const weight = gewichten(project);
  return onderwerpen(project)
    .map((onderwerp) => ({ onderwerp, punten: punten(onderwerp), ...weight(onderwerp) }))
    .sort(
      (a, b) =>
        b.punten - a.punten ||
        WEGING[niveau(b.prioriteit)] - WEGING[niveau(a.prioriteit)] ||
        WEGING[niveau(b.kans)] - WEGING[niveau(a.kans)] ||
        b.typeringen - a.typeringen ||
        b.prioriteit - a.prioriteit ||
        b.kans - a.kans,
    )
    .map(({ onderwerp }) => onderwerp);
}

/** `Prioriteit hoog · risico midden · 3 keer genoemd` */
export function gewichtZin({ prioriteit, kans, typeringen }: Gewicht): string {
  return `Prioriteit ${niveau(prioriteit)} · risico ${niveau(kans)} · ${typeringen} keer genoemd`;
}

/** A mean of ratings as a level. */
export const niveau = (mean: number): Niveau =>
  mean >= 2.5 ? 'hoog' : mean >= 1.5 ? 'midden' : 'laag';
