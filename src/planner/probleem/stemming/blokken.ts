import { organisatieSleutel, organisatieVan } from '../../../process/feiten/deelnemers.ts';
import { say, type NewEvent, type Project } from '../../../process/feiten/project.ts';
import { stemming } from '../../plan/plan.ts';
import type { Stemming } from '../regels/overleg1.ts';
import { personen, stemmen, type Stem } from './stemmen-nu.ts';

/** Of fewer people nobody reads what they chose together: one of them could tell what another did. */
export const MIN_STEMMERS = 5;

/** Votes that are shown together. `van`: deelnemer id by whose organisatie they are called, empty for those of several. */
interface Blok {
  readonly van: string;
  readonly stemmen: readonly Stem[];
}

const omvang = (cast: readonly Stem[]) => cast.reduce((sum, stem) => sum + personen(stem), 0);

/**
 * The votes by organisatie, as far as that tells of nobody what they chose. Small organisaties are taken together; when
 * these are too few as well, the smallest of the others joins them, because the total less the others would tell.
 */
function blokkenVan(project: Project): Blok[] {
  const groot = [...perOrganisatie(project).values()].sort((a, b) => omvang(b) - omvang(a));
  const rest: Stem[] = [];
  while (groot.length > 0 && (omvang(groot.at(-1) ?? []) < MIN_STEMMERS || isTeKlein(rest)))
    rest.push(...(groot.pop() ?? []));
  const samen = groot.length > 0 && rest.length > 0 ? [{ van: '', stemmen: rest }] : [];
  return [...groot.map((cast) => ({ van: cast[0]?.facts.van ?? '', stemmen: cast })), ...samen];
}

const isTeKlein = (cast: readonly Stem[]) => cast.length > 0 && omvang(cast) < MIN_STEMMERS;

function perOrganisatie(project: Project): Map<string, Stem[]> {
  const found = new Map<string, Stem[]>();
  for (const stem of stemmen(project)) {
    const key = organisatieSleutel(project, stem.facts.van);
    found.set(key, [...(found.get(key) ?? []), stem]);
  }
  return found;
}

/**
 * Closes the vote. Which votes are shown together is fixed here: an organisatie that somebody gets later would otherwise
 * take their vote along, and the difference tell what it was.
 */
export const dicht = (project: Project, nu: Stemming): NewEvent =>
  say(stemming, nu, {
    open: false,
    blokken: blokkenVan(project).map(({ van, stemmen: cast }) => ({
      van,
      stemmen: cast.map(({ id }) => id),
    })),
  });

/** The blocks as they were fixed, each with the name that most of its people have now. */
export function vasteBlokken(
  project: Project,
  { facts }: Stemming,
): { naam: string; stemmen: Stem[] }[] {
  const cast = new Map(stemmen(project).map((stem) => [stem.id, stem]));
  return facts.blokken.map(({ van, stemmen: ids }) => {
    const found = ids.flatMap((id) => cast.get(id) ?? []);
    return {
      naam: van === '' ? '' : meest(found.map((stem) => naamVan(project, stem))),
      stemmen: found,
    };
  });
}

const naamVan = (project: Project, { facts }: Stem) => organisatieVan(project, facts.van);

function meest(namen: readonly string[]): string {
  const keer = (naam: string) => namen.filter((one) => one === naam).length;
  return [...new Set(namen)].sort((a, b) => keer(b) - keer(a))[0] ?? '';
}
