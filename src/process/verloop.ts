import type { Event, Facts, Json } from './project.ts';

/**
 * What the record says that a person did, after their name; empty: it is not in the record. It never holds a typed text,
 * and never says who said what where only the group's figure is shown. `nu`: all facts of the entry after this event.
 * `leidt`: true when the reader leads the project.
 */
export type Woorden = (event: Event, isNieuw: boolean, nu: Facts, leidt: boolean) => string;

/** The words for each kind of entry. */
export type Verloopwoorden = ReadonlyMap<string, Woorden>;

/** Words for a kind that is made, changed, withdrawn and brought back. */
export const vertel =
  (nieuw: string, anders: string, weg = anders, terug = anders): Woorden =>
  ({ gone }, isNieuw) =>
    gone === true ? weg : isNieuw ? nieuw : gone === false ? terug : anders;

/** For kinds that never appear in the record. */
export const zwijg: Woorden = () => '';

/** For an answer that everybody is asked for: only the projectleider sees who gave one and who did not (rule 16). */
export const alleenLeider =
  (woorden: Woorden): Woorden =>
  (event, isNieuw, nu, leidt) =>
    leidt ? woorden(event, isNieuw, nu, leidt) : '';

/** `1` of `overleg1` or 1. */
const cijfer = (value: Json | undefined) =>
  typeof value === 'string' || typeof value === 'number'
    ? (/\d+/.exec(String(value))?.[0] ?? '')
    : '';

const nummer = ({ id }: Event) => cijfer(id);

/** The kinds that every project group has. */
export const SAMEN: Verloopwoorden = new Map<string, Woorden>([
  ['project', projectWoorden],
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
  ['deelnemer', deelnemerWoorden],
  ['overleg', overlegWoorden],
  ['komst', alleenLeider((event) => `reageerde op de uitnodiging voor overleg ${nummer(event)}`)],
  [
    'agendapunt',
    (_event, _isNieuw, nu) => `zette een punt op de agenda van overleg ${cijfer(nu['overleg'])}`,
  ],
  ['uitkomst', uitkomstWoorden],
  ['afspraak', afspraakWoorden],
  ['stap', stapWoorden],
  [
    'nagekomen',
    vertel(
      'stuurde een tekst na sluiting naar de projectleider',
      'besliste over een nagekomen tekst',
    ),
  ],
  [
    'klokkeuze',
    vertel('paste de planning van berichten aan', 'paste de planning van berichten aan'),
  ],
  ['por', vertel('stuurde een herinnering', 'stuurde een herinnering')],
  ['gewist', vertel('wiste tekst', 'wiste tekst')],
  ['prent', vertel('liet de groep een beeld zien', 'liet de groep een beeld zien')],
  ['voorkeur', zwijg],
  ['gebeurd', zwijg],
  ['bereik', zwijg],
]);

function projectWoorden({ facts = {} }: Event, isNieuw: boolean): string {
  if (isNieuw) return 'startte het project';
  if (facts['afgerond']) return 'rondde het project af';
  return 'gesprek' in facts
    ? 'verplaatste het project naar een ander gesprek'
    : 'paste de projectgegevens aan';
}

function deelnemerWoorden({ facts = {} }: Event, isNieuw: boolean): string {
  const { status, rol, identities } = facts;
  if (status === 'aanvraag') return 'vroeg om mee te doen';
  if (isNieuw) return 'voegde een deelnemer toe';
  if (status === 'weg') return 'haalde iemand uit de groep';
  if (status === 'lid') return 'liet iemand toe tot de groep';
  if (rol !== undefined) return 'wijzigde wie het project leidt';
  return identities === undefined
    ? 'paste gegevens van een deelnemer aan'
    : 'koppelde een deelnemer aan Teams';
}

function overlegWoorden(event: Event): string {
  const { facts = {}, gone } = event;
  const wat = `overleg ${nummer(event)}`;
  if (gone === true) return `zegde ${wat} af`;
  if (facts['gesloten']) return `sloot ${wat}`;
  if (facts['begonnen']) return `begon ${wat}`;
  if (facts['datum']) return `plande ${wat}`;
  return 'aanwezig' in facts ? `noteerde wie er bij ${wat} is` : `paste ${wat} aan`;
}

function uitkomstWoorden(event: Event): string {
  const where = `overleg ${nummer(event)}`;
  return event.gone === true
    ? `trok een uitkomst van ${where} in`
    : `legde een uitkomst van ${where} vast`;
}

function afspraakWoorden({ facts = {}, gone }: Event, isNieuw: boolean): string {
  if (gone === true) return 'trok een afspraak in';
  if (isNieuw) return 'legde een afspraak vast';
  const isTik = Object.keys(facts).join() === 'klaar';
  if (!isTik) return 'paste een afspraak aan';
  return facts['klaar'] ? 'vinkte een afspraak af' : 'zette een afspraak weer open';
}

function stapWoorden({ facts = {} }: Event, isNieuw: boolean, nu: Facts): string {
  const wat = `stap ${cijfer(nu['nummer'])}`;
  if (isNieuw) return `opende ${wat}`;
  return facts['gesloten'] ? `sloot ${wat}` : `gaf meer tijd voor ${wat}`;
}
