import type { Ctx } from '../../../process/contract/contract.ts';
import type { Project } from '../../../process/feiten/project.ts';
import { openStemming, stemmingVan, type Stemming } from '../regels/overleg1.ts';
import { MIN_STEMMERS } from './blokken.ts';
import { gestemd, stemVan } from './stemmen-nu.ts';

/*
 * Who reads what of a vote is decided here, once. What a person gave is stored, so that they can change it; nobody else
 * reads it but through `getoond.ts`, also who leads. Of fewer than five voters nobody reads who chose what.
 */

export type Zicht = Stemming['facts']['zicht'];

/** From open to closed. */
export const ZICHTEN: readonly Zicht[] = ['open', 'organisatie', 'uitslag'];

/** How the ballot says it. */
const WIE_LEEST: Readonly<Record<Zicht, string>> = {
  open: `Vanaf ${MIN_STEMMERS} stemmers ziet iedereen wie wat koos.`,
  organisatie: 'Iedereen ziet wat organisaties kozen. Niemand ziet wat jij koos.',
  uitslag: 'Iedereen ziet alleen de uitslag. Niemand ziet wat jij koos.',
};

/** What somebody who votes in it should know first. */
export const zichtZin = ({ facts }: Stemming): string => WIE_LEEST[facts.zicht];

/** True for a vote that tells of nobody what they chose. */
export const isGeheim = ({ facts }: Stemming): boolean => facts.zicht !== 'open';

/** When somebody who votes reads the result. A result that grows under one's eyes would tell who gave what. */
export const wanneerZin = (nu: Stemming): string =>
  isGeheim(nu)
    ? 'De uitslag zie je als de stemming sluit.'
    : 'Je ziet de uitslag als je hebt gestemd.';

/** True where there are so few voters that one could tell them apart. */
export const isKlein = (project: Project): boolean => gestemd(project).length < MIN_STEMMERS;

export type Lezer = Pick<Ctx, 'project' | 'actor'>;

/**
 * True when this person may see a result: of an open vote after their own or the close, of a secret one after the close.
 * Also for the projectleider (rule 3).
 */
function magUitslagZien({ project, actor }: Lezer): boolean {
  const nu = stemmingVan(project);
  if (!nu || !openStemming(project)) return nu !== undefined;
  return !isGeheim(nu) && stemVan(project, actor.id) !== undefined;
}

/** How far somebody reads, from nothing to who chose what. */
export type Blik = 'niets' | 'volgorde' | 'totalen' | 'organisaties' | 'personen';

const BLIK: Readonly<Record<Zicht, { klein: Blik; groot: Blik }>> = {
  open: { klein: 'totalen', groot: 'personen' },
  organisatie: { klein: 'volgorde', groot: 'organisaties' },
  uitslag: { klein: 'volgorde', groot: 'totalen' },
};

export function blikVan(lezer: Lezer): Blik {
  const nu = stemmingVan(lezer.project);
  if (!nu || !magUitslagZien(lezer)) return 'niets';
  return BLIK[nu.facts.zicht][isKlein(lezer.project) ? 'klein' : 'groot'];
}

/** True when the votes may be counted where the order of the problems stands. */
export const magStemmenTonen = (project: Project): boolean => {
  const nu = stemmingVan(project);
  return (
    nu === undefined || BLIK[nu.facts.zicht][isKlein(project) ? 'klein' : 'groot'] !== 'volgorde'
  );
};
