import { expect, it } from 'vitest';
import { afgekort } from '../../src/process/taal/tekst.ts';

it.each([
  ['kort genoeg', 20, 'kort genoeg'],
  ['Overlast van jeugd van 20.00 tot 2.00 uur', 37, 'Overlast van jeugd van 20.00 tot…'],
  ['Scooters, fietsen en brommers', 10, 'Scooters…'],
  ['Veiligheidsregiovergadering van maandag', 12, 'Veiligheids…'],
  ['één twee 😀😀😀😀', 12, 'één twee…'],
])('%j of at most %i signs reads %j', (tekst, max, gelezen) => {
  expect(afgekort(tekst, max)).toBe(gelezen);
  expect([...gelezen].length).toBeLessThanOrEqual(max);
});
