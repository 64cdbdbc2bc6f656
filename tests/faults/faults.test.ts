import { expect, inject, it } from 'vitest';
import { cards } from './cards.ts';
import { broken, tableOf } from './figures.ts';
import { storm } from './storm.ts';

/** The same each time: `npm run test:faults` looks for what another one finds, and longer. */
const seed = 20261122;

it('through kills, a freeze and faults of Teams and storage nobody is forgotten and nobody is asked three times, and no answer is lost or stored twice', async () => {
  const figures = await storm({
    ...{ seed, azurite: inject('azurite'), instances: 3, groups: 6, peoplePerGroup: 8 },
    ...{ overMs: 8_000, kills: 4, freezes: 1, crossingMs: 5_000 },
  });
  expect(broken(figures), `seed ${seed}\n${tableOf(figures)}`).toEqual([]);
});

it('when twenty click at once on two instances, the last live card is the newest, within the rate of Teams', async () => {
  const figures = await cards({ seed, azurite: inject('azurite'), rounds: 4, groups: 2 });
  expect(broken(figures), `seed ${seed}\n${tableOf(figures)}`).toEqual([]);
});
