import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { textOf } from '../../support/voorbeeld/kaart.ts';
import type { Fault } from '../../support/fake-teams.ts';
import { openWorld, type Groep, type World } from '../../support/world.ts';
import {
  aantalMet,
  allesIn,
  live,
  opentEnVult,
  PROBLEEM,
  projectVan,
  start,
  volgende,
} from './hulp.ts';
import { dateOf, localOf, plusDays, plusMs } from '../../src/process/taal/time.ts';
import { openLog } from '../../src/storage/log/log.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

const MINUTE_MS = 60_000;

/** A Thursday, at least nine days later. */
function donderdagNa(nu: string): string {
  const found = [9, 10, 11, 12, 13, 14, 15]
    .map((days) => plusDays(dateOf(nu), { days }))
    .find((datum) => new Date(datum).getUTCDay() === 4);
  return found ?? '';
}

/** Sanne and Bram in step 2 of a project, in a group chat or a channel of their own. */
async function inStap2(soort: 'groupChat' | 'channel', shared?: World) {
  const here = (world = shared ?? (await openWorld({ instances: 2 })));
  const groep =
    soort === 'channel' ? here.kanaal('Sanne', 'Bram') : here.groepschat('Sanne', 'Bram');
  await start(groep.lid('Sanne'), { 'Wie doet er mee?': ['Bram'] });
  await here.rust();
  await volgende(groep.lid('Sanne'), { 'Tot wanneer': donderdagNa(here.nu()) });
  const kaart = await live(here, groep, 2);
  return { world: here, groep, kaart, project: projectVan(kaart) };
}

/** So many minutes go by, in steps: at each all instances look what there is to do. */
async function verloopt(here: World, minutes: number, step = 2): Promise<void> {
  for (let passed = 0; passed < minutes; passed += step) {
    const { datum, tijd } = localOf(plusMs(here.nu(), step * MINUTE_MS));
    await here.wordt(datum, tijd);
  }
}

const meldt = (groep: Groep, kaart: Parameters<typeof opentEnVult>[1]) =>
  opentEnVult(groep.lid('Bram'), kaart, 'Probleem doorgeven', PROBLEEM);

const GEREAGEERD = '1 van de 2 heeft gereageerd.';
const levend = (groep: Groep) => aantalMet(groep, 'Stap 2 van 6');
const refused = (code: string): Fault => ({ status: 403, body: { error: { code } } });

describe('the live card', () => {
  it.each<[string, Fault[]]>([
    ['was refused once', [refused('ServiceError')]],
    ['was refused for some minutes', Array<Fault>(3).fill(refused('ServiceError'))],
    ['was not found for a moment', [{ status: 404 }, { status: 404 }]],
    ['could not be read by Teams once', [{ status: 400 }]],
    ['was too big for Teams once', [{ status: 413 }]],
    ['met faults of Teams', [{ status: 502 }, { status: 500 }, { drop: 'after' }]],
  ])('whose update %s shows the newest state, and stands there once', async (_wat, faults) => {
    const { world: here, groep, kaart } = await inStap2('groupChat');
    here.teams.failNext(...faults);
    await meldt(groep, kaart);
    await here.rust();
    await verloopt(here, 12);
    expect(textOf(await live(here, groep, 2))).toContain(GEREAGEERD);
    expect(levend(groep)).toBe(1);
    expect((await live(here, groep, 2)).messageId).toBe(kaart.messageId);
  });

  it.each(['groupChat', 'channel'] as const)(
    'that an owner deleted in a %s comes back by itself, once',
    async (soort) => {
      const { world: here, groep, kaart, project } = await inStap2(soort);
      const messageId = kaart.messageId;
      here.teams.refusesUpdatesOf.set(messageId, refused('Unknown'));
      await meldt(groep, kaart);
      await verloopt(here, 30);
      const nieuw = await live(here, groep, 2);
      expect(nieuw.messageId).not.toBe(messageId);
      expect(textOf(nieuw)).toContain(GEREAGEERD);
      await verloopt(here, 3 * 24 * 60, 60);
      expect(postsOf(here, groep)).toHaveLength(2);
      // And of the one that was deleted nothing is left to try.
      const log = openLog(here.tables.projecten);
      expect((await log.live(project)).filter(({ soort: of }) => of === 'kaart-oud')).toEqual([]);
    },
  );

  it.each(['groupChat', 'channel'] as const)(
    'that an owner deleted in a %s comes back at once when somebody types `status`',
    async (soort) => {
      const { world: here, groep, kaart } = await inStap2(soort);
      here.teams.refusesUpdatesOf.set(kaart.messageId, refused('Unknown'));
      await groep.lid('Bram').typt('status');
      const nieuw = await live(here, groep, 2);
      expect(nieuw.messageId).not.toBe(kaart.messageId);
      expect(postsOf(here, groep)).toHaveLength(2);
    },
  );

  it('that stands in its channel is not posted anew by `status`', async () => {
    const { world: here, groep } = await inStap2('channel');
    await groep.lid('Bram').typt('status');
    await here.rust();
    expect(postsOf(here, groep)).toHaveLength(1);
  });

  it('where nothing can be posted either is tried at a slow pace, and comes when it can', async () => {
    const { world: here, groep, kaart } = await inStap2('groupChat');
    await meldt(groep, kaart);
    await here.rust();
    here.teams.broken.set(groep.conversation, refused('BotNotInConversationRoster'));
    await groep.lid('Sanne').drukt('Ik heb niets toe te voegen', {}, kaart);
    await here.rust();
    const before = here.teams.asked.length;
    await verloopt(here, 2 * 24 * 60, 10);
    const tries = here.teams.asked.slice(before).filter(({ path }) => path.includes('activities'));
    expect(tries.length).toBeGreaterThan(4);
    expect(tries.length).toBeLessThan(60);

    here.teams.broken.delete(groep.conversation);
    await verloopt(here, 12 * 60, 30);
    expect(textOf(await live(here, groep, 2))).toContain('2 van de 2 hebben gereageerd.');
    expect(levend(groep)).toBe(1);
  });

  it('shows the newest state within a bounded time whatever Teams answers before, and stands there once', async () => {
    const here = await openWorld({ instances: 2 });
    const fault = fc.constantFrom<Fault>(
      refused('ServiceError'),
      refused('MessageWritesBlocked'),
      { status: 404 },
      { status: 404, body: { error: { code: 'ActivityNotFoundInConversation' } } },
      { status: 400 },
      { status: 413 },
      { status: 429, headers: { 'Retry-After': '0' } },
      { status: 500 },
      { status: 502 },
      { status: 503, headers: { 'Retry-After': '0' } },
      { drop: 'before' },
      { drop: 'after' },
    );
    const soorten = fc.constantFrom('groupChat' as const, 'channel' as const);
    await fc.assert(
      fc.asyncProperty(soorten, fc.array(fault, { maxLength: 9 }), async (soort, faults) => {
        const { groep, kaart } = await inStap2(soort, here);
        here.teams.updatesFail.push(...faults);
        await meldt(groep, kaart);
        await verloopt(here, 24 * 60, 30);
        here.teams.updatesFail.length = 0;
        await verloopt(here, 12 * 60, 60);
        const told = groep.cards().filter((card) => textOf(card).includes('Stap 2 van 6'));
        expect(told.map((card) => textOf(card).includes(GEREAGEERD))).toEqual([true]);
        expect(postsOf(here, groep).length).toBeLessThanOrEqual(
          faults.length < 6 && !faults.some(isDeleted) ? 1 : 3,
        );
      }),
      { numRuns: 15, seed: 20270104, endOnFailure: true },
    );
  });
});

const isDeleted = (fault: Fault) =>
  'status' in fault && fault.body !== undefined && fault.status === 404;

/** How often the card of step 2 was posted in this conversation. */
const postsOf = (here: World, groep: Groep) =>
  here.teams.sent.filter(
    ({ method, conversation, activity }) =>
      method === 'POST' &&
      conversation === groep.conversation &&
      JSON.stringify(activity).includes('Stap 2 van 6'),
  );

describe('a message in somebody’s own chat', () => {
  const EIGEN = 'ik hoor graag van je.';

  it.each<[string, Fault[]]>([
    ['refused for some minutes', Array<Fault>(3).fill(refused('ServiceError'))],
    ['not answered', [{ status: 502 }, { drop: 'before' }, { status: 500 }]],
  ])('that was %s while it became needless says so a while later', async (_wat, faults) => {
    const { world: here, groep } = await inStap2('groupChat');
    await here.wordt('2027-01-11', '09:00');
    const bram = here.alleen('Bram');
    expect(aantalMet(bram, EIGEN)).toBe(1);
    here.teams.updatesFailIn.set(bram.conversation, [...faults]);
    await groep.lid('Bram').drukt('Ik heb niets toe te voegen', {}, await live(here, groep, 2));
    await here.rust();
    await verloopt(here, 60, 5);
    expect(allesIn(bram)).not.toContain(EIGEN);
  });

  it('that can never be changed is left after a while, and keeps nothing else', async () => {
    const { world: here, groep, project } = await inStap2('groupChat');
    await here.wordt('2027-01-11', '09:00');
    const bram = here.alleen('Bram');
    const log = openLog(here.tables.projecten);
    here.teams.updatesFailIn.set(bram.conversation, Array<Fault>(99).fill(refused('Unknown')));
    await groep.lid('Bram').drukt('Ik heb niets toe te voegen', {}, await live(here, groep, 2));
    await here.rust();
    await verloopt(here, 24 * 60, 60);
    const inChat = ({ conversation }: { conversation: string }) =>
      conversation === bram.conversation;
    expect((await log.live(project)).filter(inChat)).toEqual([]);
    expect(textOf(await live(here, groep, 2))).toContain('1 van de 2 heeft gereageerd.');
  });
});
