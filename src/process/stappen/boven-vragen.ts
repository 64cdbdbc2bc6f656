import type { Beeld } from '../contract/contract.ts';
import { gevraagdIn } from '../contract/wanneer.ts';
import { stepOf } from '../contract/step.ts';
import { one } from '../feiten/project.ts';
import { stap } from '../feiten/geopende-stap.ts';
import { hoofdletter } from '../taal/woorden.ts';
import { duurVan } from '../vormen/duur.ts';
import type { Fields } from '../vormen/form.ts';
import { termijnVan } from './termijn.ts';

/** Until when one can answer, where the form is asked for in an open step, and about how long that takes. */
export const bovenVragen = (beeld: Beeld, verb: string, velden: Fields): string => {
  const duur = duurVan(velden);
  if (duur === '') return '';
  return hoofdletter([...totWanneer(beeld, verb), duur].join(' · '));
};

function totWanneer({ project, traject, now }: Beeld, verb: string): string[] {
  const id = gevraagdIn(traject.acties.get(verb)?.when ?? 'altijd');
  const open = id === undefined ? undefined : one(project, stap, id);
  if (!open || !stepOf(traject, open.id).heeftInvoer) return [];
  const termijn = termijnVan(project, now, open, 'Tot');
  return termijn ? [termijn.zin] : [];
}
