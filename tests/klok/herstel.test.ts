import { expect, it } from 'vitest';
import { textOf } from '../../support/voorbeeld/kaart.ts';
import { settle } from '../../src/storage/table/table.ts';
import type { Groep, World } from '../../support/world.ts';
import { inStap2 } from './hulp.ts';
import { live, projectVan, rijen } from '../groep/hulp.ts';

/** Summaries of step 2; the live card says it too. */
const samenvattingen = (groep: Groep) =>
  groep
    .cards()
    .filter((card) => card.isLive !== true && textOf(card).includes('Stap 2 is gesloten.')).length;

it('a project whose place in the index was lost is found again by the daily look at all of them', async () => {
  const { world, groep } = await inStap2(['Bram'], { instances: 2 });
  const id = projectVan(await live(world, groep, 2));
  await world.wordt('2027-01-05', '10:00');
  // A card that changed that night may still wait to be shown: a place in the index as well.
  const index = (await rijen(id)).filter(({ table }) => table === 'wekker');
  const projects = index.flatMap(({ project }) => (project === undefined ? [] : [project]));
  expect([...new Set(projects)]).toEqual([id]);
  await verlies(world, index);
  await world.wordt('2027-01-14', '17:02');
  expect(samenvattingen(groep)).toBe(0);

  await Promise.all(world.apps.map(({ delivery }) => delivery.reconcile()));
  await world.rust();
  expect(samenvattingen(groep)).toBe(1);
  await world.close();
});

async function verlies({ tables }: World, rows: readonly Record<string, unknown>[]): Promise<void> {
  for (const { partitionKey, rowKey } of rows)
    await settle(tables.wekker, {
      op: 'delete',
      row: { partitionKey: String(partitionKey), rowKey: String(rowKey) },
    });
}

it('an instance whose clock is wrong closes and sends nothing by it, and says that it is not ready', async () => {
  let offMs = 0;
  const { world, groep } = await inStap2(['Bram'], { wall: () => Date.now() + offMs });
  expect(await world.ready()).toEqual({ status: 200, body: { status: 'ready' } });
  offMs = 40_000;
  await live(world, groep, 2);
  await groep.lid('Bram').typt('status');
  await world.wordt('2027-01-14', '17:02');
  expect(samenvattingen(groep)).toBe(0);
  expect(await world.ready()).toEqual({
    status: 503,
    body: { status: 'not ready', faults: expect.arrayContaining(['clock']) as unknown },
  });

  offMs = 0;
  await groep.lid('Bram').typt('help');
  await world.wordt('2027-01-14', '17:03');
  expect(samenvattingen(groep)).toBe(1);
  await world.close();
});

it('a stop leaves what is not sent to another instance, at once', async () => {
  const { world, groep } = await inStap2(['Bram'], { instances: 2 });
  const [first, second] = world.apps;
  world.teams.broken.set(groep.conversation, { status: 429, headers: { 'Retry-After': '20' } });
  const sanne = groep.lid('Sanne');
  const leiding = await sanne.drukt('Voor de projectleider', {}, await live(world, groep, 2));
  await sanne.drukt('Nu sluiten', {}, await sanne.drukt('Nu sluiten', {}, leiding));
  first?.delivery.stop();
  await world.rust();
  world.teams.broken.delete(groep.conversation);
  expect(samenvattingen(groep)).toBe(0);
  await second?.delivery.sweep();
  await world.rust();
  expect(samenvattingen(groep)).toBe(1);
  await world.close();
});
