/** The members of a conversation; `verborgen`: Teams does not show them. */
interface Met<T> {
  leden: readonly T[] | 'verborgen';
}

/** As far as Teams shows them. */
export const ledenVan = <T>({ leden }: Met<T>): readonly T[] =>
  leden === 'verborgen' ? [] : leden;

export const isVerborgen = ({ leden }: Met<unknown>) => leden === 'verborgen';

/** Said wherever somebody would choose from them. */
export const VERBORGEN = 'Teams laat mij niet zien wie er in dit gesprek zit.';
