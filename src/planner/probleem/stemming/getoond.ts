import { naamVan, organisatieSleutel, organisatieVan } from '../../../process/feiten/deelnemers.ts';
import type { Project } from '../../../process/feiten/project.ts';
import { stemmingVan, type Stemming } from '../regels/overleg1.ts';
import { MIN_STEMMERS, vasteBlokken } from './blokken.ts';
import { gestemd, isSamen, stemmen, type Stem } from './stemmen-nu.ts';
import { uitslagen, type Uitslag } from './telling.ts';
import { blikVan, isGeheim, isKlein, type Blik, type Lezer } from './zicht.ts';

/** What one of them gave to an onderwerp; `handen`: how much of it by raised hands. */
interface Gift {
  readonly naam: string;
  readonly punten: number;
  readonly handen: number;
}

/** A result of one onderwerp, as far as it is read. */
export interface GetoondeUitslag extends Uitslag {
  readonly organisaties: readonly Gift[];
  readonly personen: readonly Gift[];
}

/** What an organisatie gave, or several that are shown together; `punten` in the order of the vote. */
interface GetoondeGroep {
  readonly id: string;
  /** Empty for several together. */
  readonly naam: string;
  readonly punten: readonly number[];
  readonly hoe: string;
}

/** A result as one person reads it. */
export interface Getoond {
  /** Why one reads no more than this; empty for a result with who chose what. */
  readonly waarom: readonly string[];
  readonly metAantallen: boolean;
  /** Highest first. */
  readonly uitslagen: readonly GetoondeUitslag[];
  readonly groepen: readonly GetoondeGroep[];
}

/** The result as this person reads it; undefined while it is hidden from them. */
export function getoond(lezer: Lezer): Getoond | undefined {
  const { project } = lezer;
  const nu = stemmingVan(project);
  const blik = blikVan(lezer);
  if (!nu || blik === 'niets') return undefined;
  const groepen = groepenVan(project, nu, blik);
  const isOpenbaar = blik === 'personen';
  return {
    waarom: waarom(project, nu, { blik, heeftGroepen: groepen.length > 0 }),
    metAantallen: blik !== 'volgorde',
    uitslagen: uitslagen(project).map((found) => ({
      ...(isKlein(project) ? zonderSpreiding(found) : found),
      organisaties: gegeven(groepen, found.id, isOpenbaar),
      personen: isOpenbaar ? perPersoon(project, found.id) : [],
    })),
    groepen: groepen.map(({ naam, stemmen: cast }, at) => ({
      id: `groep${at + 1}`,
      naam,
      punten: nu.facts.onderwerpen.map((id) => som(cast, id)),
      hoe: hoeGestemd(cast),
    })),
  };
}

/** Of two voters the lowest and the highest are what each of them gave. */
const zonderSpreiding = (found: Uitslag): Uitslag => ({ ...found, laagste: null, hoogste: null });

function waarom(
  project: Project,
  nu: Stemming,
  { blik, heeftGroepen }: { blik: Blik; heeftGroepen: boolean },
): string[] {
  if (gestemd(project).length === 0 || blik === 'personen') return [];
  if (blik === 'volgorde')
    return [`Er zijn minder dan ${MIN_STEMMERS} stemmers. Daarom zie je alleen de volgorde.`];
  if (!isGeheim(nu))
    return [`Er zijn minder dan ${MIN_STEMMERS} stemmers. Wie wat koos, staat er niet bij.`];
  if (blik === 'totalen') return ['Alleen de uitslag is te zien, niet wie wat koos.'];
  return heeftGroepen
    ? ['Per organisatie, niet per persoon. Kleine groepen staan samen.']
    : ['Per organisatie zou je kunnen zien wie wat koos. Daarom staat dat er niet.'];
}

/** Votes that are read together, with a name. */
interface Samen {
  readonly naam: string;
  readonly stemmen: readonly Stem[];
}

function groepenVan(project: Project, nu: Stemming, blik: Blik): Samen[] {
  if (blik === 'organisaties') return vasteBlokken(project, nu);
  if (blik !== 'personen') return [];
  const found = new Map<string, Stem[]>();
  for (const stem of stemmen(project)) {
    const key = organisatieSleutel(project, stem.facts.van);
    found.set(key, [...(found.get(key) ?? []), stem]);
  }
  return [...found.values()].map((cast) => ({
    naam: organisatieVan(project, cast[0]?.facts.van ?? ''),
    stemmen: cast,
  }));
}

const som = (cast: readonly Stem[], id: string) =>
  cast.reduce((sum, { facts }) => sum + (facts.punten[id] ?? 0), 0);

/** Which hands were whose is not told of groups: the difference would be what the others chose. */
const gegeven = (groepen: readonly Samen[], id: string, metHanden: boolean): Gift[] =>
  groepen
    .map(({ naam, stemmen: cast }) => ({
      naam,
      punten: som(cast, id),
      handen: metHanden ? som(cast.filter(isSamen), id) : 0,
    }))
    .filter(({ punten }) => punten > 0)
    .sort((a, b) => b.punten - a.punten);

const perPersoon = (project: Project, id: string): Gift[] =>
  stemmen(project)
    .filter((stem) => !isSamen(stem) && (stem.facts.punten[id] ?? 0) > 0)
    .map(({ facts }) => ({
      naam: naamVan(project, facts.van),
      punten: facts.punten[id] ?? 0,
      handen: facts.handen ? 1 : 0,
    }))
    .sort((a, b) => b.punten - a.punten);

function hoeGestemd(cast: readonly Stem[]): string {
  const samen = cast.filter(isSamen).length;
  if (samen === 0) return 'zelf gestemd';
  return samen === cast.length ? 'met opgestoken handen' : 'deels met opgestoken handen';
}
