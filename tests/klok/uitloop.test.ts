import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { claim } from '../../src/delivery/parts/lease.ts';
import { openTables } from '../../src/storage/table/tables.ts';
import { openWekker } from '../../src/storage/wekker.ts';
import { personalChat } from '../../support/fake-teams.ts';
import { tablesHere } from '../../support/tables-here.ts';
import { textOf } from '../../support/voorbeeld/kaart.ts';
import type { World } from '../../support/world.ts';
import { aantalMet, live, vult, mogelijk } from '../groep/hulp.ts';
import { inStap2 } from './hulp.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

const NIETS = 'Ik heb niets toe te voegen';
const EIGEN = 'ik hoor graag van je.';

/**
 * The first instance updates the card because of Bram, and that arrives late: by then its right to send has run out, and
 * the second one takes over.
 */
async function staatStil() {
  const { world: here, groep } = await inStap2(['Bram', 'Lotte'], { instances: 2 });
  world = here;
  const kaart = await live(here, groep, 2);
  here.teams.updatesFail.push({ lateMs: 2_000 });
  await groep.lid('Bram').drukt(NIETS, {}, kaart, 0);
  await expect.poll(() => here.teams.updatesFail.length).toBe(0);
  here.het_is('2027-01-04', '10:05');
  return { here, groep, kaart };
}

describe('the right to send for a project', () => {
  it('stays with an instance for as long as its round takes, and passes to another soon after it died', async () => {
    const clock = () => performance.now();
    const now = () => new Date().toISOString();
    const prefix = `u${randomUUID().replaceAll('-', '').slice(0, 12)}`;
    const tables = await openTables({ connectionString: tablesHere() }, { clock, prefix });
    const wekker = openWekker(tables.wekker, clock, 3_000);
    const id = `p_${randomUUID()}`;
    await wekker.wake(id, now());
    const lease = await claim(
      { wekker, holder: 'een', now, clock },
      new AbortController().signal,
      id,
    );
    const others: unknown[] = [];
    await lease?.during(async () => {
      for (let nth = 0; nth < 10; nth++) {
        await sleep(500);
        others.push(await wekker.claim(id, 'twee', now()));
        await lease.hold();
      }
    });
    expect(others.filter((other) => other !== undefined)).toEqual([]);
    await expect.poll(async () => (await wekker.claim(id, 'twee', now()))?.holder).toBe('twee');
    await sleep(3_100);
    expect(lease?.isHeld).toBe(false);
    await expect(lease?.hold()).rejects.toThrow();
  });

  it('is not used by an instance that stood still: what it drew meanwhile does not stay', async () => {
    const { here, groep, kaart } = await staatStil();
    await groep.lid('Lotte').drukt(NIETS, {}, kaart, 1);
    await here.apps[1]?.delivery.sweep();
    await here.apps[1]?.delivery.idle();
    expect(textOf(groep.card('Stap 2 van 6'))).toContain('2 van de 3 hebben gereageerd.');
    await here.rust();
    await here.wordt('2027-01-04', '10:07');
    expect(textOf(groep.card('Stap 2 van 6'))).toContain('2 van de 3 hebben gereageerd.');
    const puts = here.teams.sent.filter(({ activityId }) => activityId === kaart.messageId);
    expect(puts.length).toBeGreaterThan(3);
  });
});

it('a live card that was posted anew while an instance stood still is the only one that stays', async () => {
  const { here, groep, kaart } = await staatStil();
  await groep.lid('Lotte').typt('status', 1);
  await here.apps[1]?.delivery.idle();
  const nieuw = groep.card('Stap 2 van 6');
  expect(nieuw.messageId).not.toBe(kaart.messageId);
  await here.rust();
  await here.wordt('2027-01-04', '10:07');
  await groep.lid('Lotte').drukt(NIETS, {}, nieuw, 1);
  await here.rust();
  expect(aantalMet(groep, 'Stap 2 van 6')).toBe(1);
  const last = groep.card('Stap 2 van 6');
  expect(last.messageId).toBe(nieuw.messageId);
  expect(textOf(last)).toContain('2 van de 3 hebben gereageerd.');
});

describe('what the group looks at', () => {
  it('is brought up to date before people get a message of their own', async () => {
    const { world: here, groep } = await inStap2(['Bram', 'Lotte', 'Dirk']);
    world = here;
    const kaart = await live(here, groep, 2);
    // Not shown when it was stored.
    here.teams.updatesFail.push({ status: 403 }, { status: 403 });
    await groep.lid('Bram').drukt(NIETS, {}, kaart);
    await here.rust();
    const before = here.teams.sent.length;
    await here.wordt('2027-01-11', '09:00');
    const sent = here.teams.sent.slice(before);
    const card = sent.findIndex(({ activityId }) => activityId === kaart.messageId);
    const own = sent.findIndex(({ conversation }) => conversation.startsWith('a:'));
    expect(card).toBeGreaterThanOrEqual(0);
    expect(own).toBeGreaterThan(card);
  });

  it('does not wait for people whose own chat does not open', async () => {
    const { world: here, groep } = await inStap2(['Bram', 'Lotte', 'Dirk']);
    world = here;
    const kaart = await live(here, groep, 2);
    here.teams.broken.set('', { status: 502 });
    await here.wordt('2027-01-11', '09:00');
    await groep.lid('Bram').drukt(NIETS, {}, kaart);
    await here.rust();
    expect(textOf(await live(here, groep, 2))).toContain('1 van de 4 heeft gereageerd.');
    here.teams.broken.delete('');
    await here.wordt('2027-01-11', '09:05');
    expect(['Lotte', 'Dirk'].map((naam) => aantalMet(here.alleen(naam), EIGEN))).toEqual([1, 1]);
  });
});

describe('somebody who answers while their reminder waits', () => {
  it('is not written to, and no chat is opened for it', async () => {
    const { world: here, groep } = await inStap2(['Bram', 'Lotte']);
    world = here;
    const opened = () => here.teams.asked.filter(({ path }) => path === 'conversations').length;
    here.teams.broken.set('', { status: 502 });
    await here.wordt('2027-01-11', '09:00');
    for (const naam of ['Sanne', 'Bram'])
      await groep.lid(naam).drukt(NIETS, {}, await live(here, groep, 2));
    await here.rust();
    here.teams.broken.delete('');
    const before = opened();
    await here.wordt('2027-01-11', '09:05');
    expect(here.alleen('Bram').cards()).toEqual([]);
    expect(aantalMet(here.alleen('Lotte'), EIGEN)).toBe(1);
    expect(opened() - before).toBe(1);
    const lijst = await groep.lid('Sanne').typt('instellingen');
    expect(await mogelijk(groep.lid('Sanne'), lijst)).toContain('Verstuurde berichten');
    expect(textOf(await groep.lid('Sanne').drukt('Verstuurde berichten', {}, lijst))).toContain(
      'Herinnering aan Bram\nNiet meer nodig, niet verstuurd',
    );
  });

  it('is not written to either when that waits for its turn in the same round', async () => {
    const { world: here, groep } = await inStap2(['Bram', 'Lotte']);
    world = here;
    const kaart = await live(here, groep, 2);
    here.teams.failNext({ slowMs: 1_500 });
    here.het_is('2027-01-11', '09:00');
    const before = here.teams.asked.length;
    await here.apps[0]?.delivery.sweep();
    await expect.poll(() => here.teams.asked.length).toBeGreaterThan(before);
    await groep.lid('Bram').drukt(NIETS, {}, kaart);
    await here.rust();
    expect(here.alleen('Bram').cards()).toEqual([]);
    expect(aantalMet(here.alleen('Lotte'), EIGEN)).toBe(1);
  });
});

describe('somebody whose own chat took nothing', () => {
  it('is tried again when a week has gone by, and not before', async () => {
    const { world: here, groep } = await inStap2(['Bram', 'Lotte']);
    world = here;
    const chat = personalChat('29:Bram');
    const tries = () =>
      here.teams.asked.filter(({ path }) => decodeURIComponent(path).includes(chat)).length;
    here.teams.broken.set(chat, { status: 403, body: { error: { code: 'MessageWritesBlocked' } } });
    await here.wordt('2027-01-11', '09:00');
    expect(tries()).toBe(1);
    here.teams.broken.delete(chat);
    // A later deadline, so that there is a reminder within the week and one after it.
    const form = await groep.lid('Sanne').typt('deadline');
    await here.wordt('2027-01-12', '16:00');
    expect(tries()).toBe(1);
    await vult(groep.lid('Sanne'), form, { 'Tot wanneer': '2027-01-21' });
    for (const datum of ['2027-01-18', '2027-01-19', '2027-01-20'])
      for (const tijd of ['09:05', '16:05']) await here.wordt(datum, tijd);
    expect(tries()).toBeGreaterThan(1);
    expect(aantalMet(here.alleen('Bram'), EIGEN)).toBeGreaterThan(0);
  });
});
