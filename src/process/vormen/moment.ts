import { bestaat, dateOf, isVerVooruit, utcOf, type LocalMoment } from '../taal/time.ts';
import { KLOPT_HET_JAAR } from './lezen.ts';

const OVERGESLAGEN =
  'Deze tijd is er die nacht niet: om 2.00 uur wordt het 3.00 uur. Kies een andere tijd.';

/** A sentence for a time that no clock shows on that day. */
export const tijdFout = <V extends string>(
  veld: V,
  moment: LocalMoment,
): Partial<Record<V, string>> =>
  bestaat(moment) ? {} : ({ [veld]: OVERGESLAGEN } as Record<V, string>);

/** A sentence for each field of a moment that cannot be agreed on: it must exist, and lie ahead but not too far. */
export function momentFouten({ datum, tijd }: LocalMoment, now: string): Record<string, string> {
  if (utcOf({ datum, tijd }) <= now)
    return { datum: 'Dit moment is al voorbij. Kies een later moment.' };
  if (isVerVooruit(datum, dateOf(now))) return { datum: KLOPT_HET_JAAR };
  return tijdFout('tijd', { datum, tijd });
}
