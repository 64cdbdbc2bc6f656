import type { Beeld, Moment, Vraag } from '../contract/contract.ts';
import { perMinuut } from '../contract/per-minuut.ts';
import type { Facts } from '../feiten/project.ts';
import { porVraag } from './porren.ts';
import { momenten } from './tik.ts';

/** One moment that a message is about. */
type Over = Pick<Moment, 'reeks' | 'op'>;

export interface Gevraagd extends Vraag {
  /** False when what it hung on has changed or is over. */
  isGeldig: boolean;
}

const naamVan = ({ reeks, op }: Over) => `${reeks} ${op}`;

/** What the clock will do, by the moment that messages name. */
const opNaam = perMinuut(
  (beeld) => new Map(momenten(beeld).map((moment) => [naamVan(moment), moment])),
);

/** What a message of the clock asks now; what it hung on may have changed since it was planned. */
export function vragenVan(beeld: Beeld, facts: Facts): Gevraagd[] {
  const over = (facts['reeksen'] ?? []) as unknown as Over[];
  const found = over.flatMap((moment) => {
    const planned = opNaam(beeld).get(naamVan(moment));
    if (!planned?.vraag) return [];
    return [{ ...planned.vraag(), isGeldig: planned.tot === '' || planned.tot > beeld.now }];
  });
  const por = porVraag(beeld, (facts['por'] ?? '') as string);
  return por ? [...found, por] : found;
}
