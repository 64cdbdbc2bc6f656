import { describe, expect, it } from 'vitest';
import { ingevuld, keuzes, standing, textOf, rijOp } from '../../support/voorbeeld/kaart.ts';
import { openWorld, type Groep, type World } from '../../support/world.ts';
import {
  drukNth,
  eenWereld,
  lidAccount,
  live,
  opentEnVult,
  PROFIEL,
  volgende,
  vult,
  zietTaken,
} from './hulp.ts';
import { begonnen } from './stuk.ts';

const wereld = eenWereld();

type Iemand = ReturnType<typeof lidAccount> & { userRole?: string; email?: string };

/** These people beside Sanne in a group chat, as Teams lists them. */
function metMensen(world: World, ...mensen: Iemand[]): Groep {
  const groep = world.groepschat('Sanne');
  world.teams.rosters.set(groep.conversation, [lidAccount('Sanne'), ...mensen]);
  return groep;
}

const heet = (naam: string, id: string, rest: Partial<Iemand> = {}): Iemand => ({
  ...lidAccount(id),
  name: naam,
  ...rest,
});

describe('people without a name to read', () => {
  it('are called so, are not ticked, and are each one person; who leads gives them a name', async () => {
    const world = wereld();
    const groep = metMensen(
      world,
      heet('Bram', 'bram'),
      heet('', 'gast', { userRole: 'guest' }),
      heet('\u200b', 'leeg'),
    );
    const sanne = groep.lid('Sanne');
    const form = await sanne.typt('start');
    const mensen = keuzes(form, 'leden');
    expect(mensen.map(({ title }) => title)).toEqual([
      'Bram',
      'Naam onbekend (gast)',
      'Naam onbekend',
    ]);
    expect(standing(form)['leden']).toBe('29:bram');
    const leden = mensen.map(({ value }) => value).join(',');
    await sanne.drukt('Project starten', { ...ingevuld(form, PROFIEL), leden }, form);
    await world.rust();
    expect(textOf(await live(world, groep, 1))).toContain('4 deelnemers');

    const lijst = await sanne.typt('deelnemers');
    const gegevens = await sanne.drukt('Gegevens', {}, rijOp(lijst, 'Naam onbekend (gast)'));
    expect(textOf(gegevens)).toContain('Naam onbekend (gast)');
    await vult(sanne, gegevens, { Naam: 'Gerda van Dam' });
    expect(textOf(await sanne.typt('deelnemers'))).toContain('Gerda van Dam');
  });
});

describe('people of the same name', () => {
  it('are told apart wherever one chooses or reads them', async () => {
    const world = wereld();
    const groep = metMensen(
      world,
      heet('Jan de Vries', 'jan1', { email: 'jan.devries@politie.nl' }),
      heet('Jan de Vries', 'jan2', { email: 'j.vries@ggz.nl' }),
    );
    const sanne = groep.lid('Sanne');
    const form = await sanne.typt('start');
    const titels = ['Jan de Vries (jan.devries)', 'Jan de Vries (j.vries)'];
    expect(keuzes(form, 'leden').map(({ title }) => title)).toEqual(titels);
    await vult(sanne, form, { ...PROFIEL, 'Wie doet er mee?': titels }, 'Project starten');
    await world.rust();
    const lijst = await sanne.typt('deelnemers');
    for (const titel of titels) expect(textOf(lijst)).toContain(titel);
    await vult(sanne, await drukNth(sanne, lijst, 'Gegevens', 1), { Functie: 'wijkagent' });

    const kies = await sanne.drukt('Plaatsvervanger kiezen', {}, await sanne.typt('instellingen'));
    expect(keuzes(kies, 'wie').map(({ title }) => title)).toEqual([
      'Jan de Vries (wijkagent)',
      'Jan de Vries (j.vries)',
    ]);
  });
});

/** A mention as Teams is told of it. */
interface Genoemd {
  text: string;
  mentioned: { id: string };
}

describe('people of the same name who are mentioned in one message', () => {
  it.each([
    ['of one name', 'Jan de Vries', 'Jan de Vries'],
    ['told apart by signs that Teams reads as markup only', 'Jan [de Vries]', 'Jan *de Vries*'],
  ])(
    '%s stand in it under a name each, with the person that it is of',
    async (_hoe, een, ander) => {
      const world = await openWorld();
      const groep = metMensen(world, heet(een, `j1${een}`), heet(ander, `j2${ander}`));
      const sanne = groep.lid('Sanne');
      const form = await sanne.typt('start');
      const leden = keuzes(form, 'leden').map(({ value }) => value);
      await sanne.drukt(
        'Project starten',
        { ...ingevuld(form, PROFIEL), leden: leden.join(',') },
        form,
      );
      await volgende(sanne, { 'Tot wanneer': '2027-01-14' });
      await world.wordt('2027-01-12', '16:00');

      const kaart = groep.card('ik hoor graag ook van jullie');
      const tekst = textOf(kaart);
      const genoemd = [...tekst.matchAll(/<at>[^<]+<\/at>/g)].map(([at]) => at);
      expect(genoemd).toHaveLength(3);
      expect(new Set(genoemd).size).toBe(3);
      const entities = (kaart['msteams'] as { entities: Genoemd[] }).entities;
      expect(entities.map(({ text }) => text)).toEqual(genoemd);
      expect(new Set(entities.map(({ mentioned }) => mentioned.id)).size).toBe(3);
      await world.close();
    },
  );
});

describe('somebody who is called otherwise in Teams from now on', () => {
  it('is called so here as well, from what they do and from the list of members', async () => {
    const { world, groep } = await begonnen();
    const nieuw = (naam: string, id: string) => ({ ...lidAccount(id), name: naam });
    const wire = groep.lid('Bram').druk('Mijn gegevens', {}, await live(world, groep, 1));
    await groep.lid('Bram').stuurt({ ...wire, from: nieuw('Bram Nieuwe Naam', 'Bram') });
    await world.rust();
    expect(textOf(await groep.lid('Sanne').typt('deelnemers'))).toContain('Bram Nieuwe Naam');

    const { rosters } = world.teams;
    rosters.set(
      groep.conversation,
      (rosters.get(groep.conversation) ?? []).map((lid) =>
        lid.name === 'Lotte' ? { ...lid, name: 'Lotte Nieuw' } : lid,
      ),
    );
    world.het_is('2027-01-04', '10:10');
    await groep.lid('Sanne').typt('status');
    await world.rust();
    expect(textOf(await groep.lid('Sanne').typt('deelnemers'))).toContain('Lotte Nieuw');
    await world.close();
  });

  it('keeps the name that they filled in themselves, until they leave it empty', async () => {
    const { world, groep } = await begonnen({ world: wereld() });
    const bram = groep.lid('Bram');
    await opentEnVult(bram, await live(world, groep, 1), 'Mijn gegevens', {
      Naam: 'Bram van de wijk',
    });
    await zietTaken(world, 'Bram');
    await bram.typt('status');
    await world.rust();
    expect(textOf(await groep.lid('Sanne').typt('deelnemers'))).toContain('Bram van de wijk');

    await opentEnVult(bram, await live(world, groep, 1), 'Mijn gegevens', { Naam: '' });
    await bram.typt('status');
    await world.rust();
    const lijst = textOf(await groep.lid('Sanne').typt('deelnemers'));
    expect(lijst).not.toContain('Bram van de wijk');
    expect(lijst).toContain('Bram');
  });
});
