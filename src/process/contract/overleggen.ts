import type { Beeld, Overlegsoort, Traject } from './contract.ts';
import { stepOf } from './step.ts';
import { gaande, overleg, overlegId, overlegNr, type Overleg } from '../feiten/overleg.ts';
import { all, begin, one, type NewEvent, type Project } from '../feiten/project.ts';
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
  vraag: '',
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

/** What an overleg is called inside a sentence, by its id. People speak of one before it is in the log. */
export function naamVanOverleg({ project, traject }: Waar, id: string): string {
  const found = one(project, overleg, id);
  if (found) return overlegInZin(alsOverleg(traject, found));
  const soort = traject.overleggen.find(
    ({ herhaalt }, at) => !herhaalt && overlegId(at + 1) === id,
  );
  return kleineLetter((soort ?? VERVALLEN).naam);
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
    .sort((a, b) => aanvang(a).localeCompare(aanvang(b)));
  return (
    kan.find(({ found }) => found && found.facts.begonnen !== '' && found.facts.gesloten === '') ??
    gepland[0] ??
    kan.find(({ soort, found }) => !soort.herhaalt && !found?.facts.gesloten) ??
    kan.find(({ soort }) => soort.herhaalt) ??
    kan[0]
  );
}

const aanvang = ({ found }: EenOverleg) => `${found?.facts.datum} ${found?.facts.tijd}`;

/** True for an overleg that has a moment and has not begun. */
export const isGepland = (found: Overleg | undefined): found is Overleg =>
  found !== undefined && found.facts.datum !== '' && found.facts.begonnen === '';

/** The overleg that a button names, else the one of now; undefined when there is neither. */
export function bedoeldOverleg(waar: Waar, args: Args): EenOverleg | undefined {
  const { nummer, soort } = args;
  // A button for the first of its kind names the number that was free then; another kind may have it by now.
  const named = overleggenIn(waar).find(
    (een) => String(een.nummer) === nummer && (soort ?? een.soort.id) === een.soort.id,
  );
  const kind =
    waar.traject.overleggen.find(({ id }) => id === soort) ??
    waar.traject.overleggen.find(({ herhaalt }, at) => !herhaalt && String(at + 1) === nummer);
  return named ?? (kind ? eerstvolgende(waar, kind) : komendOverleg(waar));
}

/**
 * What puts it in the log, for an entry that speaks of it. One of a kind that is held once needs nothing: its number is its
 * own. The number of one that comes again is free until the log holds it, and another kind could take it.
 */
export const opgenomen = ({ project }: Pick<Waar, 'project'>, een: EenOverleg): NewEvent[] =>
  een.found || !een.soort.herhaalt
    ? []
    : [begin(overleg, een.id, feitenVan(project, een), { plaats: '', anderen: '' })];

/** The facts of an overleg as they stand; of one of which nothing was said yet those that it begins with. */
export function feitenVan(
  project: Project,
  { soort, nummer, found }: EenOverleg,
): Overleg['facts'] {
  if (found) return found.facts;
  const wie = soort.genodigd(project);
  return {
    nummer,
    soort: soort.id,
    datum: '',
    tijd: '',
    eind: '',
    was: '',
    begonnen: '',
    gesloten: '',
    aanwezig: [],
    notulist: '',
    genodigd: wie.length === leden(project).length ? [] : wie.map(({ id }) => id),
  };
}

/** What a button says to mean this overleg. A first one of a kind that comes again has no number of its own yet. */
export const overlegArgs = ({ soort, nummer, found }: EenOverleg): Args => ({
  nummer: String(nummer),
  ...(soort.herhaalt && !found && { soort: soort.id }),
});

/** True for an overleg that can be planned or held, or is going on: the coming one, or the next of another kind of this step. */
export const isAanDeBeurt = (waar: Waar, een: EenOverleg): boolean =>
  een.id === komendOverleg(waar)?.id ||
  (isVanNu(waar, een) && een.id === eerstvolgende(waar, een.soort).id);

/** The next of each other kind that this step holds. */
export const anderenVanNu = (waar: Waar, { soort }: EenOverleg): EenOverleg[] =>
  waar.traject.overleggen
    .filter((kind) => kind.id !== soort.id)
    .map((kind) => eerstvolgende(waar, kind))
    .filter((een) => isVanNu(waar, een));

/** True when this overleg is of the step that is open now. */
export const isVanNu = ({ project }: Pick<Waar, 'project'>, { soort }: EenOverleg): boolean =>
  soort.stappen.includes(huidig(project)?.id ?? '');

/** Why an overleg of a later step cannot begin. */
export function hoortBij({ traject }: Pick<Waar, 'traject'>, { soort }: EenOverleg): string {
  const step = stepOf(traject, soort.stappen[0] ?? '');
  return `Start eerst stap ${step.nummer}. Daar hoort dit overleg bij.`;
}

/** The overleg that is going on. */
export function gaandOverleg({ project, traject }: Waar) {
  const found = gaande(project);
  return found && alsOverleg(traject, found);
}
