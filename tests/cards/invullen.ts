import type { Field, Fields } from '../../src/process/vormen/form.ts';
import { dateOf, plusDays } from '../../src/process/taal/time.ts';

/**
 * Answers that a form takes, as a card sends them: what stands in it, and something for each question left open. `vinkAlles`:
 * of what can be ticked, all of it.
 */
export function vulIn(velden: Fields, now: string, vinkAlles = false): Record<string, string> {
  return Object.fromEntries(
    Object.entries(velden).map(([id, veld]) => [
      id,
      vinkAlles && veld.soort === 'meer'
        ? veld.keuzes.map((keuze) => keuze.id).join(',')
        : antwoord(id, veld, now),
    ]),
  );
}

/** The same of somebody who fills in no more than is asked: what may stay open stays as it stands there. */
export const vulWatMoet = (velden: Fields, now: string): Record<string, string> =>
  vulIn(
    Object.fromEntries(
      Object.entries(velden).filter(([, { verplicht, waarde }]) => verplicht || waarde !== ''),
    ),
    now,
  );

function antwoord(id: string, veld: Field<unknown>, now: string): string {
  const { soort, waarde, keuzes, verplicht } = veld;
  if (waarde !== '' && soort !== 'datum') return waarde;
  switch (soort) {
    case 'kort':
      return id === 'link' ? 'https://voorbeeld.nl/stuk' : 'Een kort antwoord';
    case 'lang':
      // Two lines: also good where each line is a choice.
      return 'Een antwoord\nen nog een';
    case 'keuze':
      return keuzes.at(-1)?.id ?? '';
    case 'meer':
      return keuzes
        .slice(0, 2)
        .map((keuze) => keuze.id)
        .join(',');
    case 'datum':
      return waarde === '' ? plusDays(dateOf(now), { days: 30 }) : waarde;
    case 'tijd':
      return verplicht ? '10:00' : '12:00';
    case 'getal':
      return '1';
    case 'vink':
      return 'true';
  }
}
