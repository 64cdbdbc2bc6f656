/** The values of a form, by question. */
export type Velden = Record<string, string>;

/** The state of what a person typed. */
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

/** An outcome while it is being typed. It is kept until it is stored, also while the person looks at another point. */
export interface Concept {
  readonly punt: string;
  readonly vraag: { project: string; verb: string; args: Record<string, string> };
  /** Stays the same while the page is open, so that what is sent twice is stored once. */
  readonly nonce: string;
  /** The revision and the values that the server had last. */
  rev: number;
  basis: Velden;
  /** The present values of the form. */
  nu: Velden;
  /** What another person made of a field that was being changed here. */
  anders: Velden;
  door: string;
  staat: Staat;
  /**
   * Values that were sent without an answer. They may have arrived, so the server may return them; then they are not
   * another person's.
   */
  verzonden: readonly Velden[];
  /** The server's message about it. */
  melding: string;
  fouten: Readonly<Record<string, string>>;
  /** True when it may be stored in spite of the question that was asked. */
  magToch: boolean;
}

export const isVuil = ({ nu, basis }: Concept): boolean =>
  Object.keys(nu).some((veld) => !isGelijk(nu[veld], basis[veld]));

export const heeftStrijd = ({ anders }: Concept): boolean => Object.keys(anders).length > 0;

/**
 * Takes in what the server has now, field by field, beside what is being typed. A field that only one side changed gets
 * that value. Where both changed it, both texts are kept until the person chooses.
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

/** What was sent earlier has arrived; changes made since continue from it. */
const isVerzonden = ({ verzonden }: Concept, veld: string, value: string) =>
  verzonden.some((sent) => isGelijk(sent[veld], value));

/** The same person stored this from a window above the page. */
export function isElders(concept: Concept, sent: Velden, rev: number): void {
  const nu = Object.fromEntries(
    Object.entries(concept.nu).map(([veld, value]) => [veld, sent[veld] ?? value]),
  );
  Object.assign(concept, { nu, basis: { ...nu }, anders: {}, verzonden: [], fouten: {} });
  Object.assign(concept, { staat: 'opgeslagen', melding: '', magToch: false });
  concept.rev = Math.max(concept.rev, rev);
}

/** The person chooses one of the two texts. */
export function kies(concept: Concept, veld: string, isOver: boolean): void {
  if (isOver) concept.nu[veld] = concept.anders[veld] ?? '';
  concept.anders = zonder(concept.anders, veld);
}

const zonder = (values: Velden, veld: string): Velden =>
  Object.fromEntries(Object.entries(values).filter(([naam]) => naam !== veld));

/** Spaces at the ends and kinds of line ends make no difference, because the server drops them. */
const isGelijk = (een = '', ander = ''): boolean => norm(een) === norm(ander);

const norm = (text: string) => text.replace(/\r\n?/g, '\n').trim();
