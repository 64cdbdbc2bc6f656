import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backup, backups, restore } from '../../src/admin/backups.ts';
import { verify } from '../../src/admin/verify.ts';
import { contentsOf } from '../../src/backup/restore.ts';
import { digestOf, readCopy } from '../../src/storage/log/copy.ts';
import { erasuresIn } from '../../src/backup/erasures.ts';
import { foto } from '../../src/process/feiten/foto.ts';
import { document } from '../../src/process/feiten/gegevens.ts';
import { gewist, kind, type NewEvent } from '../../src/process/feiten/project.ts';
import { say } from '../../support/gezegd.ts';
import { openLog } from '../../src/storage/log/log.ts';
import type { Archive } from '../../src/storage/files/archive.ts';
import { textOf } from '../../support/voorbeeld/kaart.ts';
import { drukNth, kanariepiet, live, opentEnVult, PROBLEEM, start, zegt } from '../groep/hulp.ts';
import { addition } from '../../support/vullen.ts';
import { openWorld, type Groep, type World } from '../../support/world.ts';
import { beheerder, eigenArchief, groepInStap2, raaktKwijt } from './hulp.ts';

let archive: Archive;
let world: World;
let groep: Groep;
let project: string;

beforeEach(async () => {
  archive = await eigenArchief();
  ({ world, groep, project } = await groepInStap2(archive));
});
afterEach(() => world.close());

/** Something that somebody enters, whatever it is. */
const iets = kind<object, object>('iets');

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
    const { doet } = beheerder(world, archive);
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
    await expect(doet(restore, id, 'p_onbekend')).rejects.toThrow('Dit project is er niet');
    expect((await doet(restore, '../elders')).zegt).toContain('Er is geen hele reservekopie');
    // Two at the same moment would be one folder.
    await expect(doet(backup)).rejects.toThrow('Er wordt nu al een reservekopie gemaakt.');
    const path = `${id}/${project}.gz`;
    const packed = await archive.get(path);
    await archive.remove(path);
    await raaktKwijt(world.tables);

    const beschadigd = await doet(restore, id);
    expect(beschadigd.isWell).toBe(false);
    expect(beschadigd.zegt).toContain(`De kopie van project ${project} is beschadigd.`);
    expect(await digest()).toBeUndefined();
    await archive.put(path, packed ?? Buffer.alloc(0));
    expect(await doet(restore, id)).toMatchObject({ isWell: true });
    await archive.remove(`${id}/inhoud.json`);
    expect((await doet(backups)).zegt).toBe('Er is nog geen reservekopie.');
  });

  it('does not bring back what was erased while somebody goes on entering meanwhile [Z5]', async () => {
    const kanaries = [kanariepiet(), kanariepiet(), kanariepiet()];
    for (const kanarie of kanaries) await geeft('Bram', `${kanarie} reed over de stoep.`);
    await world.rust();
    const { doet } = beheerder(world, archive);
    await doet(backup);
    for (let nth = 0; nth < kanaries.length; nth++) await wist(0);
    await raaktKwijt(world.tables);

    const seen = new Set<string>();
    let isOver = false;
    const writes = async () => {
      const log = openLog(world.tables.projecten);
      for (let nth = 0; !isOver; nth++) {
        const text = await alles();
        for (const kanarie of kanaries) if (text.includes(kanarie)) seen.add(kanarie);
        const before = await log.read(project);
        await new Promise((resolve) => setTimeout(resolve, 10));
        if (before)
          await log.append(before, addition(`tussendoor${nth}`, [say(iets, `i${nth}`, {})]));
      }
    };
    const writing = writes();
    const terug = await doet(restore, 'latest');
    isOver = true;
    await writing;

    expect([...seen]).toEqual([]);
    expect(terug.zegt).toContain('Opnieuw gewist: 3 keer.');
    expect((await doet(restore, 'latest')).zegt).not.toContain('Opnieuw gewist');
  });

  it('goes on after an older copy took the place of a newer one that was half put back', async () => {
    const { doet } = beheerder(world, archive);
    await doet(backup);
    world.het_is('2027-01-04', '10:05');
    for (const wat of ['glas', 'verlichting', 'lawaai']) await geeft('Bram', `Er is ${wat}.`);
    await world.rust();
    await doet(backup);
    const [nieuwste = '', oudste = ''] = (await doet(backups)).zegt
      .split('\n')
      .map((line) => line.split(' ')[0]);
    const newest = await readCopy(world.tables.projecten, project);
    await raaktKwijt(world.tables);
    for (const row of newest?.rows.slice(0, -1) ?? [])
      await world.tables.projecten.write([{ op: 'put', row }]);
    expect(nieuwste > oudste).toBe(true);

    expect(await doet(restore, oudste)).toMatchObject({ isWell: true });

    const receipt = await geeft('Lotte', 'De verlichting is stuk.');
    expect(textOf(receipt)).toContain('Opgeslagen');
    expect(await doet(verify)).toMatchObject({ isWell: true });
  });

  it('of one damaged project holds up no other, and says what is not in it', async () => {
    const tweede = world.groepschat('Ali', 'Bo');
    await start(tweede.lid('Ali'));
    await world.rust();
    const { doet } = beheerder(world, archive);
    await doet(backup);
    const [id = ''] = (await doet(backups)).zegt.split(' ');
    await archive.put(`${id}/${project}.gz`, gzipSync('{"partitionKey":"p_x","rowKey":"head"}'));
    await raaktKwijt(world.tables);

    const terug = await doet(restore, 'latest');

    expect(terug.isWell).toBe(false);
    expect(terug.zegt).toContain('1 project teruggezet');
    expect(terug.zegt).toContain(`De kopie van project ${project} is beschadigd.`);
    expect((await doet(verify)).zegt).toBe('1 project bekeken, 0 fouten over.');
  });

  it.each(['documents', 'photos'])(
    'brings back the files of %s, but not of those that were erased',
    async (wat) => {
      const [blijft, gewistVoor, gewistNa] = ['f_blijft', 'f_voor', 'f_na'].map(
        (naam) => `${naam}_${wat}_${project.slice(-12)}`,
      ) as [string, string, string];
      const log = openLog(world.tables.projecten);
      const zegtIets = async (key: string, ...events: NewEvent[]) => {
        const before = (await log.read(project))!;
        await log.append(before, { ...addition(key, events), at: world.nu() });
        return before.project.n;
      };
      const documentVan = (sleutel: string) => {
        const upload = { sleutel, soort: 'pdf', bytes: 4 };
        const texts = { titel: sleutel, link: '', toelichting: '' };
        return say(document, sleutel, { van: 'd1', upload }, texts);
      };
      const fotoVan = (sleutel: string) =>
        say(
          foto,
          sleutel,
          { soort: 'probleem', bij: 'p1', van: 'd1', sleutel, bytes: 4 },
          { bestandsnaam: 'x.jpg' },
        );
      const wis = (id: string, n: number) =>
        say(
          gewist,
          id,
          { events: [n], velden: ['titel', 'link', 'toelichting', 'bestandsnaam'] },
          {},
        );
      for (const sleutel of [blijft, gewistVoor, gewistNa])
        await world.blobs.put(sleutel, Buffer.from('%PDF'), {});
      const n = await zegtIets(
        wat,
        ...[blijft, gewistVoor, gewistNa].map(wat === 'photos' ? fotoVan : documentVan),
      );
      await zegtIets(`${wat}1`, wis(`${wat}1`, n + 2));
      await world.blobs.remove(gewistVoor);
      const { doet } = beheerder(world, archive);
      expect((await doet(backup)).zegt).toContain('2 bestanden');
      await zegtIets(`${wat}2`, wis(`${wat}2`, n + 3));
      await erasuresIn(archive, log).remember(project);
      await world.blobs.remove(gewistNa);
      await world.blobs.remove(blijft);

      // With everything there, and with everything lost.
      expect((await doet(restore, 'latest')).zegt).not.toContain('Kwijt');
      expect(await world.blobs.about(blijft)).toBeDefined();
      expect(await world.blobs.about(gewistNa)).toBeUndefined();
      await world.blobs.remove(blijft);
      await raaktKwijt(world.tables);
      const terug = await doet(restore, 'latest');

      expect(terug.zegt).not.toContain('Kwijt');
      expect(await world.blobs.about(blijft)).toBeDefined();
      expect(await world.blobs.about(gewistVoor)).toBeUndefined();
      expect(await world.blobs.about(gewistNa)).toBeUndefined();
      await world.blobs.remove(blijft);
    },
  );

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

  it('somebody hears of it when a project is gone since the night before, and an empty backup does not pass for a good one', async () => {
    const [app] = world.apps;
    const nacht = async (datum: string) => {
      world.het_is(datum, '04:00');
      app?.nightly?.look();
      await app?.nightly?.running;
    };
    await nacht('2027-01-05');
    await raaktKwijt(world.tables);
    await nacht('2027-01-06');

    expect(await gemaakt()).toHaveLength(2);
    const { doet } = beheerder(world, archive);
    expect(await doet(restore, 'latest')).toMatchObject({ isWell: false });
    await expect(world.close()).rejects.toThrow(`"gone":["${project}"]`);
    world = await openWorld();
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
