/** What stands in a form, per question. */
export type Velden = Record<string, string>;

/** How it stands with what somebody typed. */
export type Staat =
  | 'stil'
  | 'getypt'
  | 'bezig'
  | 'opgeslagen'
  /** Tried again by itself: too busy, nobody knows, no answer. */
  | 'druk'
  | 'onbekend'
  | 'geenVerbinding'
  /** Needs somebody: a field is wrong, a question was asked, it is not possible. */
  | 'geweigerd';

/** An outcome as somebody types it: kept until it is stored, also while they look at another point. */
export interface Concept {
  readonly punt: string;
  readonly vraag: { project: string; verb: string; args: Record<string, string> };
  /** The same as long as the page is open: what is sent twice is stored once. */
  readonly nonce: string;
  /** Revision and values that the server had last. */
  rev: number;
  basis: Velden;
  /** What stands in the form. */
  nu: Velden;
  /** What somebody else made of a field that was being changed here. */
  anders: Velden;
  door: string;
  staat: Staat;
  /** What was sent without hearing what became of it: it may have arrived, and is nobody else's. */
  verzonden: readonly Velden[];
  /** What the server said about it. */
  melding: string;
  fouten: Readonly<Record<string, string>>;
  /** True when it may be stored in spite of a question that was asked. */
  magToch: boolean;
}

export const isVuil = ({ nu, basis }: Concept): boolean =>
  Object.keys(nu).some((veld) => !isGelijk(nu[veld], basis[veld]));

export const heeftStrijd = ({ anders }: Concept): boolean => Object.keys(anders).length > 0;

/**
 * What the server has now, beside what is being typed: field by field. Where only one of both changed, that stands; where
 * both did, both texts are kept until somebody chooses.
 */
export function voegIn(concept: Concept, server: Velden, rev: number, door: string): void {
  // A page that was asked for before the last save.
  if (rev < concept.rev) return;
  for (const [veld, theirs] of Object.entries(server)) {
    const mine = concept.nu[veld] ?? '';
    const before = concept.basis[veld] ?? '';
    if (isGelijk(theirs, before)) continue;
    concept.basis[veld] = theirs;
    if (isVerzonden(concept, veld, theirs)) concept.anders = zonder(concept.anders, veld);
    else if (isGelijk(mine, before) || isGelijk(mine, theirs)) {
      concept.nu[veld] = isGelijk(mine, theirs) ? mine : theirs;
      concept.anders = zonder(concept.anders, veld);
    } else concept.anders[veld] = theirs;
  }
  concept.rev = rev;
  concept.door = door;
}

/** What was sent earlier has arrived: what was made of it since goes on. */
const isVerzonden = ({ verzonden }: Concept, veld: string, value: string) =>
  verzonden.some((sent) => isGelijk(sent[veld], value));

/** One of both texts stands from here on. */
export function kies(concept: Concept, veld: string, isOver: boolean): void {
  if (isOver) concept.nu[veld] = concept.anders[veld] ?? '';
  concept.anders = zonder(concept.anders, veld);
}

const zonder = (values: Velden, veld: string): Velden =>
  Object.fromEntries(Object.entries(values).filter(([naam]) => naam !== veld));

/** Spaces at the ends and kinds of line ends are no difference: the server leaves them out. */
const isGelijk = (een = '', ander = ''): boolean => norm(een) === norm(ander);

const norm = (text: string) => text.replace(/\r\n?/g, '\n').trim();
