import { all, one, type Project } from '../../process/feiten/project.ts';
import type { Button } from '../../process/vormen/screen.ts';
import {
  belangrijkste,
  maatregelenBij,
  type Genummerd,
  type Maatregel,
} from '../plan/maatregel.ts';
import { genoeg, maatregel, oordeel, type EntryOf } from '../plan/plan.ts';

export type Oordeel = EntryOf<typeof oordeel>['facts']['oordeel'];
export type Genoeg = EntryOf<typeof genoeg>['facts']['oordeel'];

export const OORDELEN = [
  { id: 'doorgaan', tekst: 'Doorgaan' },
  { id: 'aanpassen', tekst: 'Aanpassen' },
  { id: 'stoppen', tekst: 'Stoppen' },
] as const;

/** Is it enough, do we go on like this, or is more needed? (F3) */
export const GENOEG = [
  { id: 'voldoende', tekst: 'Ja, dit is voldoende' },
  { id: 'zo doorgaan', tekst: 'We gaan zo door' },
  { id: 'meer nodig', tekst: 'Nee, er is meer nodig' },
] as const;

export const beoordelingVan = (onderwerp: string): Button => ({
  titel: 'Bekijk dit probleem',
  verb: 'beoordeling',
  args: { onderwerp },
});

/** The measures of step 3 about an onderwerp. Extra measures were agreed by the group, so they are not judged. */
export const teBeoordelen = (project: Project, onderwerp: string): Maatregel[] =>
  maatregelenBij(project, onderwerp).filter(({ facts }) => !facts.aanvullend);

/** Measures without a judgement yet. */
export const zonderOordeel = (project: Project): Maatregel[] =>
  all(project, maatregel).filter(
    ({ id, facts }) => !facts.aanvullend && one(project, oordeel, id) === undefined,
  );

/** True when the group has said whether this onderwerp has enough, and has judged each of its measures. */
export const isBeoordeeld = (project: Project, onderwerp: string) =>
  one(project, genoeg, onderwerp) !== undefined &&
  teBeoordelen(project, onderwerp).every(({ id }) => one(project, oordeel, id) !== undefined);

/** The first onderwerp after this one that is not judged yet. */
export function volgendeOnderwerp(project: Project, na = ''): Genummerd | undefined {
  const lijst = belangrijkste(project);
  const at = lijst.findIndex(({ id }) => id === na) + 1;
  return [...lijst.slice(at), ...lijst.slice(0, at)].find(
    ({ id }) => id !== na && !isBeoordeeld(project, id),
  );
}

export const beoordeelKnop = ({ id, nr }: Genummerd): Button => ({
  titel: `Probleem ${nr} beoordelen`,
  verb: 'maatregel.beoordelen',
  args: { onderwerp: id },
});
