import type { Event, Facts, Json } from '../feiten/project.ts';
import type { Woorden } from './woorden.ts';

/** Something that was said, as the record tells of it. */
interface Gezegd {
  readonly event: Event;
  /** True when it made the entry. */
  readonly isNieuw: boolean;
  /** All facts of the entry after this event. */
  readonly nu: Facts;
  /** True when who reads leads the project. */
  readonly leidt: boolean;
  /** What an overleg is called inside a sentence: `overleg 1`. */
  readonly overleg: (id: string) => string;
}

/**
 * What the record says that somebody did, behind their name; empty: it is not in the record. Never a text that was typed,
 * and never who said what where only the group's figure is shown.
 */
export type Zin = (said: Gezegd) => string;

/** Sentences per kind of entry. */
export type Verloop = ReadonlyMap<string, Zin>;

/** Sentences for a kind that is made, changed, withdrawn and brought back. */
export const vertel =
  (nieuw: string, anders: string, weg = anders, terug = anders): Zin =>
  ({ event: { gone }, isNieuw }) =>
    gone === true ? weg : isNieuw ? nieuw : gone === false ? terug : anders;

/** For what is nobody's business, or nobody's doing. */
export const zwijg: Zin = () => '';

/** For an answer to what everybody is asked: who gave one and who did not is only for who leads (rule 16). */
export const alleenLeider =
  (zin: Zin): Zin =>
  (said) =>
    said.leidt ? zin(said) : '';

const tekst = (value: Json | undefined) => (typeof value === 'string' ? value : '');

/** The kinds that every project group has. */
export const samenVerloop = ({ project, projectleider }: Woorden): Verloop =>
  new Map<string, Zin>([
    ['project', projectZin(project)],
    [
      'opdrachtgever',
      vertel(
        'noteerde een opdrachtgever',
        'paste een opdrachtgever aan',
        'haalde een opdrachtgever weg',
      ),
    ],
    [
      'document',
      vertel(
        'voegde een document toe',
        'paste een document aan',
        'trok een document in',
        'zette een document terug',
      ),
    ],
    ['foto', vertel('voegde een foto toe', 'paste een foto aan', 'haalde een foto weg')],
    ['deelnemer', deelnemerZin(project)],
    ['overleg', overlegZin],
    [
      'komst',
      alleenLeider(
        ({ nu, overleg }) => `reageerde op de uitnodiging voor ${overleg(tekst(nu['overleg']))}`,
      ),
    ],
    [
      'agendapunt',
      ({ nu, overleg }) => `zette een punt op de agenda van ${overleg(tekst(nu['overleg']))}`,
    ],
    ['uitkomst', uitkomstZin],
    ['afspraak', afspraakZin],
    ['stap', stapZin],
    [
      'nagekomen',
      vertel(
        `stuurde een tekst na sluiting naar de ${projectleider}`,
        'besliste over een te laat ingestuurde tekst',
      ),
    ],
    [
      'klokkeuze',
      vertel('paste de planning van berichten aan', 'paste de planning van berichten aan'),
    ],
    ['por', vertel('stuurde een herinnering', 'stuurde een herinnering')],
    ['gewist', vertel('wiste tekst', 'wiste tekst')],
    ['persoongewist', vertel('wiste alles van een persoon', 'wiste alles van een persoon')],
    ['prent', vertel('liet de groep een plaatje zien', 'liet de groep een plaatje zien')],
    ['voorkeur', zwijg],
    ['gebeurd', zwijg],
    ['bereik', zwijg],
    ['teruggekoppeld', zwijg],
  ]);

const projectZin =
  (project: string): Zin =>
  ({ event: { facts = {} }, isNieuw }) => {
    if (isNieuw) return `startte het ${project}`;
    if (facts['afgerond']) return `rondde het ${project} af`;
    return 'gesprek' in facts
      ? `verplaatste het ${project} naar een ander gesprek`
      : `paste de ${project}gegevens aan`;
  };

const deelnemerZin =
  (project: string): Zin =>
  ({ event: { facts = {}, by }, isNieuw }) => {
    const { status, rol, identities } = facts;
    if (by === 'klok') return vanTeams(status);
    if (status === 'aanvraag') return 'vroeg om mee te doen';
    if (isNieuw) return 'voegde een deelnemer toe';
    if (status === 'weg') return 'haalde iemand uit de groep';
    if (status === 'lid') return 'liet iemand toe tot de groep';
    if (rol !== undefined) return `wijzigde wie het ${project} leidt`;
    return identities === undefined
      ? 'paste gegevens van een deelnemer aan'
      : 'koppelde een deelnemer aan Teams';
  };

/** What the planner itself took over about who is in the conversation, and how they are called. */
function vanTeams(status: unknown): string {
  if (status === 'vertrokken') return 'zag dat iemand weg is uit het gesprek';
  return status === 'lid'
    ? 'zag dat iemand terug is in het gesprek'
    : 'nam een naam over uit Teams';
}

function overlegZin({ event: { id, facts = {}, gone }, isNieuw, overleg }: Gezegd): string {
  const wat = overleg(id);
  // Something was said about it before it was planned; that has a line of its own.
  if (isNieuw && !facts['begonnen'] && !facts['datum']) return '';
  if (gone === true) return `zegde ${wat} af`;
  if (facts['gesloten']) return `sloot ${wat}`;
  if (facts['begonnen']) return `begon ${wat}`;
  if (facts['datum']) return `plande ${wat}`;
  return 'aanwezig' in facts ? `noteerde wie er bij ${wat} is` : `paste ${wat} aan`;
}

function uitkomstZin({ event: { gone }, nu, overleg }: Gezegd): string {
  const waar = overleg(tekst(nu['overleg']));
  return gone === true ? `trok een uitkomst van ${waar} in` : `legde een uitkomst van ${waar} vast`;
}

function afspraakZin({ event: { facts = {}, gone }, isNieuw }: Gezegd): string {
  if (gone === true) return 'trok een afspraak in';
  if (isNieuw) return 'legde een afspraak vast';
  const isTik = Object.keys(facts).join() === 'klaar';
  if (!isTik) return 'paste een afspraak aan';
  return facts['klaar'] ? 'vinkte een afspraak af' : 'zette een afspraak weer open';
}

function stapZin({ event: { facts = {}, gone }, isNieuw, nu }: Gezegd): string {
  const wat = `stap ${Number(nu['nummer'])}`;
  if (gone === true) return `nam ${wat} terug`;
  if (isNieuw || facts['geopend'] !== undefined) return `opende ${wat}`;
  if (facts['gesloten'] === '' && facts['tot'] === undefined) return `ging terug naar ${wat}`;
  return facts['gesloten'] ? `sloot ${wat}` : `gaf meer tijd voor ${wat}`;
}
