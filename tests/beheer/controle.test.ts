import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textOf } from '../../support/voorbeeld/kaart.ts';
import { check } from '../../src/admin/check.ts';
import { list } from '../../src/admin/list.ts';
import { drop, retry, undelivered } from '../../src/admin/undelivered.ts';
import { verify } from '../../src/admin/verify.ts';
import { Usage } from '../../src/admin/beheer.ts';
import { backup } from '../../src/admin/backups.ts';
import type { Archive } from '../../src/storage/files/archive.ts';
import { settle } from '../../src/storage/table/table.ts';
import type { Row } from '../../src/storage/table/write.ts';
import { TENANT } from '../../support/identity.ts';
import type { Groep, World } from '../../support/world.ts';
import { beheerder, eigenArchief, groepInStap2 } from './hulp.ts';

const NAAM = 'Overlast Stationsplein';

let archive: Archive;
let world: World;
let groep: Groep;
let project: string;
let doet: ReturnType<typeof beheerder>['doet'];

beforeEach(async () => {
  archive = await eigenArchief();
  ({ world, groep, project } = await groepInStap2(archive));
  ({ doet } = beheerder(world, archive));
});
afterEach(() => world.close());

const rows = (table: 'projecten' | 'wekker' | 'wegwijzer') => world.tables[table].all();
const weg = (table: 'projecten' | 'wekker' | 'wegwijzer', { partitionKey, rowKey }: Row) =>
  settle(world.tables[table], { op: 'delete', row: { partitionKey, rowKey } });

describe('list', () => {
  it('names projects by figures, and says what they are called only when asked', async () => {
    const zonder = await doet(list);
    const met = await doet(list, '--content');

    expect(zonder.zegt).toContain(project);
    expect(zonder.zegt).toContain(TENANT);
    for (const woord of [NAAM, 'Sanne', 'Bram', 'burgemeester'])
      expect(zonder.zegt).not.toContain(woord);
    expect(met.zegt).toContain(NAAM);
  });
});

describe('verify', () => {
  it('finds nothing where nothing is wrong; a project may be called by how it begins, and one that is not there is told', async () => {
    expect(await doet(verify)).toEqual({ isWell: true, zegt: '1 project bekeken, 0 fouten over.' });
    for (const command of [verify, list, undelivered, retry, drop])
      await expect(doet(command, 'p_onbekend')).rejects.toThrow(
        'Dit project is er niet: p_onbekend',
      );
    expect(await doet(verify, project.slice(0, 8))).toMatchObject({ isWell: true });
  });

  it('finds a gap in a log, and does not pretend that it can be mended', async () => {
    const nummer3 = (await rows('projecten')).find(({ rowKey }) => rowKey === 'e_00000003');
    await weg('projecten', nummer3!);

    const found = await doet(verify, '--repair');

    expect(found.isWell).toBe(false);
    expect(found.zegt).toContain('gebeurtenis 3 ontbreekt');
    await settle(world.tables.projecten, { op: 'put', row: nummer3! });
  });

  it('finds a submission that belongs to no event', async () => {
    const marker = (await rows('projecten')).find(({ rowKey }) => rowKey.startsWith('s_'))!;
    await settle(world.tables.projecten, { op: 'merge', row: { ...marker, at: 'gisteren' } });

    expect((await doet(verify)).zegt).toContain(`inzending ${marker.rowKey}`);
  });

  it.each([
    [
      'a project that nobody will look at again',
      async () => {
        for (const row of await rows('wekker')) await weg('wekker', row);
      },
      'staat niet in de wekker',
    ],
    [
      'a conversation that forgot its project',
      async () => {
        for (const row of await rows('wegwijzer'))
          if (row.partitionKey.startsWith('c_') && row.rowKey !== 'r_place')
            await weg('wegwijzer', row);
      },
      'het gesprek kent dit project niet',
    ],
    [
      'somebody who cannot find their project',
      async () => {
        for (const row of await rows('wegwijzer'))
          if (row.partitionKey.startsWith('u_')) await weg('wegwijzer', row);
      },
      'vindt dit project niet',
    ],
  ])('finds %s, and mends it from the log', async (_what, breaks, sentence) => {
    await breaks();

    const found = await doet(verify);
    expect(found.isWell).toBe(false);
    expect(found.zegt).toContain(sentence);
    expect(found.zegt).toContain('(te herstellen met --repair)');

    const mended = await doet(verify, '--repair');
    expect(mended.isWell).toBe(true);
    expect(mended.zegt).toContain('HERSTELD');
    expect(await doet(verify)).toMatchObject({ isWell: true });
  });

  it('after mending the index, what had to happen happens', async () => {
    for (const row of await rows('wekker')) await weg('wekker', row);
    await doet(verify, '--repair');

    await world.wordt('2027-01-14', '17:02');

    expect(JSON.stringify(groep.card('Stap 2 van 6'))).toContain('gesloten');
  });
});

describe('messages that Teams did not take', () => {
  const samenvattingen = () =>
    groep
      .cards()
      .filter(({ isLive }) => isLive !== true)
      .filter((card) => textOf(card).includes('Stap 2 is gesloten.')).length;

  /** Step 2 closes while the bot may not post in the chat. */
  const sluit = async () => {
    world.teams.broken.set(groep.conversation, { status: 403 });
    await world.wordt('2027-01-14', '17:02');
    await world.wordt('2027-01-15', '09:30');
    world.teams.broken.delete(groep.conversation);
  };

  it('are named without their words, and arrive when they are sent again [risk R21, risk R50]', async () => {
    expect(await doet(undelivered)).toEqual({ isWell: true, zegt: 'Alles is bezorgd.' });
    await sluit();

    const genoemd = await doet(undelivered, project);
    expect(genoemd.zegt).toContain('onbereikbaar');
    expect(genoemd.zegt).not.toContain(NAAM);
    expect(samenvattingen()).toBe(0);
    const [, message = ''] =
      /^\S+ +(\S+) +samenvatting/m.exec(genoemd.zegt) ?? expect.fail(genoemd.zegt);
    const opnieuw = await doet(retry, project, message);
    expect(opnieuw.zegt).toContain('1 bericht opnieuw klaargezet.');
    await world.wordt('2027-01-15', '10:30');

    expect(samenvattingen()).toBe(1);
    expect((await doet(undelivered)).zegt).not.toContain(message);
  });

  it('go off the list when nobody needs them any more', async () => {
    await sluit();
    const voor = await doet(list);

    expect((await doet(drop, project)).zegt).toBe('1 bericht van de lijst gehaald.');

    expect((await doet(undelivered)).zegt).toBe('Alles is bezorgd.');
    expect((await doet(list)).zegt).not.toBe(voor.zegt);
    await world.wordt('2027-01-15', '10:30');
    expect(samenvattingen()).toBe(0);
  });

  it('a command without a project, or with a message that is not there, changes nothing', async () => {
    await expect(doet(retry)).rejects.toThrow(Usage);
    const onbekend = await doet(drop, project, '00000001_00');
    expect(onbekend.isWell).toBe(false);
    expect(onbekend.zegt).toContain('Er is niets veranderd.');
  });
});

describe('check', () => {
  it('says of each part whether it works, and names what does not', async () => {
    const zonder = await doet(check);
    expect(zonder.isWell).toBe(false);
    expect(zonder.zegt).toMatch(/^FOUT +reservekopie +er is nog geen reservekopie$/m);

    await doet(backup);
    await world.wordt('2027-01-04', '10:01');
    const goed = await doet(check);

    expect(goed.zegt).not.toContain('FOUT');
    expect(goed.isWell).toBe(true);
    expect(goed.zegt).toMatch(/^goed +bestanden +lezen, schrijven en opnoemen gaat$/m);
  });
});
