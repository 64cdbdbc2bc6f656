import { opBladen } from './bladen.ts';
import type { Field, Fields } from './form.ts';

/** Seconds that one question of a kind takes. */
const SECONDEN: Readonly<Record<Field<unknown>['soort'], number>> = {
  lang: 40,
  kort: 15,
  getal: 15,
  datum: 8,
  tijd: 8,
  keuze: 8,
  meer: 8,
  vink: 8,
};

/** Up to so many choices are seen at once; each more has to be read too. */
const IN_EEN_BLIK = 6;

function secondenVan({ soort, keuzes }: Field<unknown>): number {
  return SECONDEN[soort] + Math.max(0, Math.min(keuzes.length, 40) - IN_EEN_BLIK);
}

/** About how long a form takes: `ongeveer 2 minuten`; empty for one without questions. */
export function duurVan(velden: Fields): string {
  const { vragen } = opBladen(velden);
  if (vragen.length === 0) return '';
  const seconden = vragen.reduce((sum, { veld }) => sum + secondenVan(veld), 0);
  if (seconden < 60) return 'minder dan 1 minuut';
  const minuten = Math.ceil(seconden / 60);
  return `ongeveer ${minuten} ${minuten === 1 ? 'minuut' : 'minuten'}`;
}
