import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { spread } from '../../bench/spreiden.ts';
import { StrictTeams } from '../../support/strict-teams.ts';
import { tablesHere } from '../../support/tables-here.ts';
import { look } from '../../bench/wachten.ts';
import { Pace } from '../../src/delivery/parts/pace.ts';

describe('waiting', () => {
  it('costs storage calls for the moments that have come, and none for those that have not', async () => {
    const prefix = `t${randomUUID().replaceAll('-', '').slice(0, 12)}`;
    const few = await look(tablesHere(), `${prefix}a`, 1_000, 100);
    const many = await look(tablesHere(), `${prefix}b`, 3_000, 100);
    const fewer = await look(tablesHere(), `${prefix}c`, 1_000, 10);

    expect([few.found, many.found, fewer.found]).toEqual([100, 100, 10]);
    expect(many.calls).toBe(few.calls);
    // Two for each moment that has come, beside one per shard.
    expect(few.calls - fewer.calls).toBe(2 * 90);
  });
});

describe('when everything is due in the same minute', () => {
  it.each([1, 4])(
    'all of it arrives once and within the rate of Teams, also while a quarter of the conversations fails (instances: %i)',
    async (instances) => {
      const found = await spread({
        ...{ instances, projects: 20, personal: 5, broken: 5, speed: 10 },
        staggerMs: 1_000,
      });
      expect(found).toMatchObject({ arrived: 115, asked: 115, twice: 0, tooMany: 0 });
      // Nobody waited for a second try.
      expect(found.failed).toBe(5);
    },
  );
});

/** So many times as fast as in earnest. */
const SPEED = 10;
const clock = () => performance.now();
const strictTeams = () =>
  new StrictTeams({ clock: () => clock() * SPEED, speed: SPEED, broken: new Set() });

/** A new instance, of so many; one call to a conversation. */
function instance(teams: StrictTeams, count = 1, ahead = { ms: 0 }) {
  const pace = new Pace({
    clock: () => clock() + ahead.ms,
    gapMs: 500 / SPEED,
    perTenant: 25 * SPEED,
  });
  pace.instances = count;
  const call = async (conversation: string) => {
    await pace.turn('gemeente', conversation);
    await teams.call('POST', '', `conversations/${conversation}/activities`, { text: '' });
  };
  return { pace, call };
}

function lane() {
  const teams = strictTeams();
  return { teams, call: instance(teams).call };
}

describe('the pace', () => {
  it('keeps to the rate of one conversation, also for messages that waited for their tenant together', async () => {
    const { teams, call } = lane();
    const others = Array.from({ length: 60 }, (_, nr) => call(`ander${nr}`));
    await Promise.all([...others, ...Array.from({ length: 14 }, () => call('een'))]);
    expect(teams.tooMany).toBe(0);
    expect(teams.taken.length).toBe(74);
  });

  it('does not make good what was missed while the process stood still', async () => {
    const { teams, call } = lane();
    const all = Array.from({ length: 120 }, (_, nr) => call(`gesprek${nr}`));
    await Promise.race(all);
    const until = performance.now() + 600;
    while (performance.now() < until);
    await Promise.all(all);
    expect(teams.tooMany).toBe(0);
    expect(teams.taken.length).toBe(120);
  });

  it('lets a conversation that must wait hold up no other', async () => {
    const { teams, call } = lane();
    const een = Array.from({ length: 20 }, () => call('een'));
    await Promise.all(Array.from({ length: 20 }, (_, nr) => call(`ander${nr}`)));
    expect(teams.taken.filter(({ conversation }) => conversation === 'een').length).toBeLessThan(8);
    await Promise.all(een);
    expect(teams.tooMany).toBe(0);
  });

  it('stays within the rate of a tenant while instances come that the others do not know yet', async () => {
    const teams = strictTeams();
    const ahead = { ms: 0 };
    const oud = instance(teams, 1, ahead);
    // Half a minute and a sweep later it has the whole rate.
    ahead.ms = 30_000;
    oud.pace.instances = 1;
    const all = Array.from({ length: 150 }, (_, nr) => oud.call(`oud${nr}`));
    for (const nr of [2, 3, 4, 5]) {
      const { call } = instance(teams, nr);
      all.push(...Array.from({ length: 40 }, (_, nth) => call(`nieuw${nr}.${nth}`)));
      await Promise.race(all.slice(-40));
    }
    await Promise.all(all);
    expect(teams.tooMany).toBe(0);
    expect(teams.taken.length).toBe(310);
  });
});
