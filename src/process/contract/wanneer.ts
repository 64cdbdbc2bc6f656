import type { When } from './contract.ts';

/** The step whose deelnemers are asked for this; undefined for what nobody is asked. */
export const gevraagdIn = (when: When): string | undefined => {
  if (typeof when !== 'object') return undefined;
  if ('nieuws' in when) return when.nieuws;
  return 'invoer' in when ? when.invoer : undefined;
};

/** The step that this hangs on; undefined for what hangs on none. */
export const stapVan = (when: When): string | undefined =>
  typeof when === 'object' && 'vanaf' in when ? when.vanaf : gevraagdIn(when);
