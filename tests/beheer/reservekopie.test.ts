import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backup, backups, restore } from '../../src/admin/backups.ts';
import { verify } from '../../src/admin/verify.ts';
import { contentsOf } from '../../src/backup/restore.ts';
import { digestOf, readCopy } from '../../src/storage/copy.ts';
import type { Archive } from '../../src/storage/archive.ts';
import { textOf } from '../../scripts/voorbeeld/kaart.ts';
import {
  drukNth,
  kanariepiet,
  live,
  opentEnVult,
  PROBLEEM,
  projectVan,
  start,
  volgende,
  zegt,
} from '../groep/hulp.ts';
import { openWorld, type Groep, type World } from '../world.ts';
import { beheerder, eigenArchief, raaktKwijt } from './hulp.ts';

let archive: Archive;
let world: World;
let groep: Groep;
let project: string;

beforeEach(async () => {
  archive = await eigenArchief();
  world = await openWorld({ archive });
  groep = world.groepschat('Sanne', 'Bram', 'Lotte');
  await start(groep.lid('Sanne'));
  await world.rust();
  await volgende(groep.lid('Sanne'), { 'Tot wanneer': '2027-01-14' });
  await world.rust();
  project = projectVan(await live(world, groep, 2));
});
afterEach(() => world.close());

const geeft = async (naam: string, wat: string) =>
  opentEnVult(groep.lid(naam), await live(world, groep, 2), 'Probleem doorgeven', {
    ...PROBLEEM,
    'Wat is het probleem?': wat,
  });

async function wist(nth: number): Promise<void> {
  const sanne = groep.lid('Sanne');
  const lijst = await sanne.drukt(
    'Tekst zoeken',
    {},
    await zegt(world, groep, sanne, 'instellingen'),
  );
  await drukNth(sanne, lijst, 'Wissen', nth);
  await sanne.drukt('Voorgoed wissen');
  await world.rust();
}

const alles = async () => JSON.stringify(await world.tables.projecten.range(project, '!', '~'));
const digest = async () => {
  const copy = await readCopy(world.tables.projecten, project);
  return copy && digestOf(copy);
};

describe('a backup', () => {
  it('brings back a project that was lost, event for event, and the group goes on', async () => {
    await geeft('Bram', 'Er ligt glas op het plein.');
    await world.rust();
    const { doet } = beheerder(world, archive);
    const before = await digest();
    const gemaakt = await doet(backup);

    await raaktKwijt(world.tables);
    expect(await digest()).toBeUndefined();
    const terug = await doet(restore, 'latest');

    expect(gemaakt).toMatchObject({ isWell: true });
    expect(gemaakt.zegt).toMatch(
      /^Reservekopie 2027-01-04T\S+Z: 1 project, 0 bestanden, \d+ kB\.$/,
    );
    expect(terug).toMatchObject({ isWell: true });
    expect(terug.zegt).toContain('1 project teruggezet');
    expect(await digest()).toBe(before);
    expect((await doet(verify)).zegt).toBe('1 project bekeken, 0 fouten over.');
    await geeft('Lotte', 'De verlichting is stuk.');
    await world.rust();
    expect(textOf(groep.card('Stap 2 van 6'))).toContain('2 van de 3 hebben gereageerd.');
  });

  it('keeps the moments: what was planned happens after all', async () => {
    const { doet } = beheerder(world, archive);
    await doet(backup);
    await raaktKwijt(world.tables);

    await doet(restore, 'latest');
    await world.wordt('2027-01-14', '17:02');

    expect(textOf(groep.card('Stap 2 van 6'))).toContain('gesloten');
  });

  it('does not bring back what was erased after it was made [Z5]', async () => {
    const kanarie = kanariepiet();
    await geeft('Bram', `${kanarie} reed over de stoep.`);
    await geeft('Lotte', 'De verlichting is stuk.');
    await world.rust();
    const { doet } = beheerder(world, archive);
    await doet(backup);
    await wist(1);
    expect(await alles()).not.toContain(kanarie);

    await raaktKwijt(world.tables);
    const terug = await doet(restore, 'latest');

    expect(terug).toMatchObject({ isWell: true });
    expect(terug.zegt).toContain('Opnieuw gewist: 1 keer.');
    expect(await alles()).not.toContain(kanarie);
    expect(await alles()).toContain('De verlichting is stuk.');
    await world.rust();
    const lijst = await groep
      .lid('Lotte')
      .drukt('Bekijk alles (2)', {}, await live(world, groep, 2));
    expect(textOf(lijst)).not.toContain(kanarie);
  });

  it('erases again once, and nothing that was written since under the same number', async () => {
    const kanarie = kanariepiet();
    await geeft('Bram', `${kanarie} reed over de stoep.`);
    const { doet } = beheerder(world, archive);
    await doet(backup);
    await geeft('Lotte', 'Dit gaat verloren.');
    await wist(0);
    await raaktKwijt(world.tables);
    // What was erased was said after the backup: there is nothing to erase in it.
    expect((await doet(restore, 'latest')).zegt).not.toContain('Opnieuw gewist');
    world.het_is('2027-01-05');
    await geeft('Lotte', 'Dit is nieuw en blijft.');
    await world.rust();
    await doet(backup);
    await raaktKwijt(world.tables);

    await doet(restore, 'latest');

    expect(await alles()).toContain('Dit is nieuw en blijft.');
    expect(await alles()).toContain(kanarie);
  });

  it('puts nothing over a project that is there', async () => {
    const { doet } = beheerder(world, archive);
    await doet(backup);
    await geeft('Bram', 'Er ligt glas op het plein.');
    const before = await digest();

    const terug = await doet(restore, 'latest');

    expect(terug.isWell).toBe(false);
    expect(terug.zegt).toContain(`Al aanwezig, en niet veranderd: ${project}.`);
    expect(await digest()).toBe(before);
  });

  it('that is damaged, not whole or not there is refused with a sentence', async () => {
    const { doet, beheer } = beheerder(world, archive);
    expect(await doet(restore, 'latest')).toEqual({
      isWell: false,
      zegt: 'Er is geen hele reservekopie. Kijk met: backups',
    });
    await doet(backup);
    const [id = ''] = (await doet(backups)).zegt.split(' ');
    const contents = await contentsOf({ archive }, id);
    expect(contents?.projects).toEqual([
      { id: project, n: expect.any(Number) as number, digest: await digest() },
    ]);
    expect(await doet(restore, id, 'p_onbekend')).toMatchObject({ isWell: false });
    const path = `${id}/${project}.gz`;
    const packed = await archive.get(path);
    await archive.remove(path);
    await raaktKwijt(world.tables);

    await expect(restore(beheer(), { rest: [id], content: false, repair: false })).rejects.toThrow(
      `De kopie van project ${project} is beschadigd.`,
    );
    expect(await digest()).toBeUndefined();
    await archive.put(path, packed ?? Buffer.alloc(0));
    expect(await doet(restore, id)).toMatchObject({ isWell: true });
    await archive.remove(`${id}/inhoud.json`);
    expect((await doet(backups)).zegt).toBe('Er is nog geen reservekopie.');
  });

  it('that was interrupted while it was put back can be put back again', async () => {
    await geeft('Bram', 'Er ligt glas op het plein.');
    await world.rust();
    const { doet } = beheerder(world, archive);
    await doet(backup);
    const before = await digest();
    const copy = await readCopy(world.tables.projecten, project);
    await raaktKwijt(world.tables);
    // Half of the rows came in, the head did not.
    for (const row of copy?.rows.slice(0, 5) ?? [])
      await world.tables.projecten.write([{ op: 'put', row }]);

    expect(await doet(restore, 'latest')).toMatchObject({ isWell: true });
    expect(await digest()).toBe(before);
  });
});

describe('each night', () => {
  const gemaakt = async () => archive.folders('2');

  it('one of all instances makes a backup, once, and not before half past three', async () => {
    const tweede = await openWorld({ archive });
    const [eerste] = world.apps;
    world.het_is('2027-01-05', '03:00');
    eerste?.nightly?.look();
    await eerste?.nightly?.running;
    expect(await gemaakt()).toEqual([]);

    world.het_is('2027-01-05', '03:31');
    for (let nth = 0; nth < 3; nth++) {
      eerste?.nightly?.look();
      await eerste?.nightly?.running;
    }
    expect(await gemaakt()).toEqual(['2027-01-05T02-31-00Z']);

    world.het_is('2027-01-06', '03:31');
    eerste?.nightly?.look();
    await eerste?.nightly?.running;
    expect(await gemaakt()).toHaveLength(2);
    await tweede.close();
  });

  it('another instance begins anew when the first stops halfway', async () => {
    await world.close();
    world = await openWorld({ archive, instances: 2 });
    groep = world.groepschat('Sanne', 'Bram', 'Lotte');
    await start(groep.lid('Sanne'));
    await world.rust();
    world.het_is('2027-01-05', '04:00');
    const [eerste, tweede] = world.apps;

    eerste?.nightly?.look();
    await eerste?.nightly?.stop();
    tweede?.nightly?.look();
    await tweede?.nightly?.running;

    const { doet } = beheerder(world, archive);
    expect((await doet(backups)).zegt).toContain('1 project');
  });
});
