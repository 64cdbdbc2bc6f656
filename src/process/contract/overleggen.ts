import type { Beeld, Overlegsoort, Traject } from './contract.ts';
import { gaande, overleg, overlegId, overlegNr, type Overleg } from '../feiten/overleg.ts';
import { all, one, type Project } from '../feiten/project.ts';
import { huidig } from '../feiten/geopende-stap.ts';
import { leden } from '../feiten/deelnemers.ts';
import { monthText } from '../taal/time.ts';
import { kleineLetter } from '../taal/woorden.ts';
import type { Args } from '../vormen/screen.ts';

/** An overleg as a screen speaks of it: one that is in the log, or the next of its kind, of which nothing was said yet. */
export interface EenOverleg {
  readonly soort: Overlegsoort;
  /** Its id in the log is made of it; no screen shows it. */
  readonly nummer: number;
  readonly id: string;
  readonly found: Overleg | undefined;
}

type Waar = Pick<Beeld, 'project' | 'traject'>;

/** For an overleg of a kind that the traject holds no more: it can still be read. */
const VERVALLEN: Overlegsoort = {
  id: '',
  naam: 'Overleg',
  stappen: [],
  herhaalt: false,
  genodigd: leden,
  agendatitel: '',
  agenda: [],
};

/** The kind of an overleg in the log. One from before kinds were written down is called by its id. */
const soortVan = ({ overleggen }: Traject, { id, facts }: Overleg): Overlegsoort =>
  overleggen.find((soort) => soort.id === (facts.soort || id)) ?? VERVALLEN;

/** An overleg in the log, with its kind. */
export const alsOverleg = (traject: Traject, found: Overleg): EenOverleg & { found: Overleg } => ({
  soort: soortVan(traject, found),
  nummer: found.facts.nummer,
  id: found.id,
  found,
});

/** What it is called above a page and at the beginning of a sentence: `Overleg 1`, `Voortgangsoverleg juni 2028`. */
export function overlegNaam({ soort, found }: EenOverleg): string {
  const datum = found?.facts.datum ?? '';
  return soort.herhaalt && datum !== '' ? `${soort.naam} ${monthText(datum)}` : soort.naam;
}

/** The same inside a sentence. */
export const overlegInZin = (een: EenOverleg) => kleineLetter(overlegNaam(een));

/** What an overleg in the log is called inside a sentence, by its id. */
export function naamVanOverleg({ project, traject }: Waar, id: string): string {
  const found = one(project, overleg, id);
  return found ? overlegInZin(alsOverleg(traject, found)) : 'een overleg';
}

/** All that stand in the log, in order of their numbers. */
export const overleggenIn = ({ project, traject }: Waar) =>
  all(project, overleg)
    .sort((a, b) => a.facts.nummer - b.facts.nummer)
    .map((found) => alsOverleg(traject, found));

/** The one of this kind that comes next or goes on; of a kind that is held once the only one. */
export function eerstvolgende({ project, traject }: Waar, soort: Overlegsoort): EenOverleg {
  const known = overleggenIn({ project, traject }).filter((een) => een.soort.id === soort.id);
  const last = known.at(-1);
  if (last && !(soort.herhaalt && last.found.facts.gesloten !== '')) return last;
  const nummer = soort.herhaalt
    ? vrijNummer(project, traject)
    : traject.overleggen.findIndex(({ id }) => id === soort.id) + 1;
  return { soort, nummer, id: overlegId(nummer), found: overlegNr(project, nummer) };
}

/** Those that are held once keep the numbers of their place in the list; the others count on behind them. */
const vrijNummer = (project: Project, { overleggen }: Traject) =>
  Math.max(overleggen.length, ...all(project, overleg).map(({ facts }) => facts.nummer)) + 1;

/** The overleg of the step of now, else of the first later step that has one; undefined when none comes any more. */
export function komendOverleg({ project, traject }: Waar): EenOverleg | undefined {
  const nu = huidig(project);
  const from = traject.stappen.findIndex(({ id }) => id === nu?.id);
  if (from === -1) return undefined;
  for (const { id } of traject.stappen.slice(from)) {
    const soorten = traject.overleggen.filter(({ stappen }) => stappen.includes(id));
    if (soorten.length > 0)
      return eerste(soorten.map((soort) => eerstvolgende({ project, traject }, soort)));
  }
  return undefined;
}

/** Of several: the one that goes on, the one that is planned first, one that was not held yet, one that comes again. */
function eerste(kan: readonly EenOverleg[]): EenOverleg | undefined {
  const gepland = kan
    .filter(({ found }) => isGepland(found))
    .sort((a, b) => begin(a).localeCompare(begin(b)));
  return (
    kan.find(({ found }) => found && found.facts.begonnen !== '' && found.facts.gesloten === '') ??
    gepland[0] ??
    kan.find(({ soort, found }) => !soort.herhaalt && !found?.facts.gesloten) ??
    kan.find(({ soort }) => soort.herhaalt) ??
    kan[0]
  );
}

const begin = ({ found }: EenOverleg) => `${found?.facts.datum} ${found?.facts.tijd}`;

/** True for an overleg that has a moment and has not begun. */
export const isGepland = (found: Overleg | undefined): found is Overleg =>
  found !== undefined && found.facts.datum !== '' && found.facts.begonnen === '';

/** The overleg that a button names, else the one of now; undefined when there is neither. */
export function bedoeldOverleg(waar: Waar, args: Args): EenOverleg | undefined {
  const { nummer, soort } = args;
  const named = overleggenIn(waar).find((een) => String(een.nummer) === nummer);
  const kind =
    waar.traject.overleggen.find(({ id }) => id === soort) ??
    waar.traject.overleggen.find(({ herhaalt }, at) => !herhaalt && String(at + 1) === nummer);
  return named ?? (kind ? eerstvolgende(waar, kind) : komendOverleg(waar));
}

/** What a button says to mean this overleg. A first one of a kind that comes again has no number of its own yet. */
export const overlegArgs = ({ soort, nummer, found }: EenOverleg): Args => ({
  nummer: String(nummer),
  ...(soort.herhaalt && !found && { soort: soort.id }),
});

/** True when this overleg is of the step that is open now. */
export const isVanNu = ({ project }: Pick<Waar, 'project'>, { soort }: EenOverleg): boolean =>
  soort.stappen.includes(huidig(project)?.id ?? '');

/** The overleg that is going on. */
export function gaandOverleg({ project, traject }: Waar) {
  const found = gaande(project);
  return found && alsOverleg(traject, found);
}
