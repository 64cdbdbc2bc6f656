import type { Ctx, Iemand } from './contract.ts';

type Met = Pick<Ctx['gesprek'], 'leden'>;

/** The members of a conversation, as far as Teams shows them. */
export const ledenVan = ({ leden }: Met): readonly Iemand[] => (leden === 'verborgen' ? [] : leden);

export const isVerborgen = ({ leden }: Met) => leden === 'verborgen';

/** Said wherever somebody would choose from them. */
export const VERBORGEN = 'Teams laat mij niet zien wie er in dit gesprek zit.';
