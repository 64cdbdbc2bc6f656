import type { Rol } from '../feiten/deelnemers.ts';
import { kleineLetter } from '../taal/woorden.ts';
import type { Traject } from './contract.ts';

/** What somebody with this role is called in this traject, inside a sentence: `projectleider`, `bestuurder`. */
export function rolNaam({ woorden, rollen }: Pick<Traject, 'woorden' | 'rollen'>, rol: Rol) {
  if (rol === 'projectleider') return woorden.projectleider;
  return kleineLetter(rollen.find(({ id }) => id === rol)?.naam ?? rol);
}
