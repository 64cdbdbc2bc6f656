import { describe, expect, it } from 'vitest';
import { textOf } from '../../scripts/voorbeeld/kaart.ts';
import { openWorld } from '../world.ts';
import { aantalMet, live, NAAM, PROFIEL, start, titels, vult, zegt } from './hulp.ts';

const PARTNER = {
  'Of iemand zonder Teams': 'Anke Smit',
  'Soort organisatie': 'GGZ',
  Functie: 'behandelaar',
};

describe('a turn that fails', () => {
  it('after a press on a card gives the text back with a number; pressing again stores it once', async () => {
    const world = await openWorld();
    const groep = world.groepschat('Sanne', 'Bram');
    const sanne = groep.lid('Sanne');
    const form = await sanne.typt('start');
    world.het_is('2027-01-04', '10:05');
    world.teams.broken.set(groep.conversation, { status: 500 });
    const sorry = await vult(
      sanne,
      form,
      { ...PROFIEL, 'Wat is de taak': 'Mijn lange uitleg.' },
      'Project starten',
    );

    expect(textOf(sorry)).toContain('Er ging iets mis. Dit is nog niet opgeslagen.');
    expect(textOf(sorry)).toMatch(/Meld dan dit nummer: \S+\./);
    expect(textOf(sorry)).toContain('Mijn lange uitleg.');
    expect(titels(sorry)).toEqual(['Probeer opnieuw']);
    world.teams.broken.delete(groep.conversation);
    const stored = await sanne.drukt('Probeer opnieuw', {}, sorry);
    expect(textOf(stored)).toContain(`${NAAM} is gestart.`);
    const twice = await sanne.drukt('Probeer opnieuw', {}, sorry);
    expect(textOf(twice)).toContain(`${NAAM} is gestart.`);

    expect(textOf(await live(world, groep, 1))).toContain('Mijn lange uitleg.');
    expect(aantalMet(groep, 'Stap 1 van 6')).toBe(1);
    await expect(world.close()).rejects.toThrow('press failed');
  });

  it('in a dialog gives an answering dialog with the text; pressing again there stores it once', async () => {
    const world = await openWorld();
    const groep = world.groepschat('Sanne', 'Bram');
    const sanne = groep.lid('Sanne');
    await start(sanne);
    const lijst = await sanne.drukt('Deelnemers (2)', {}, await live(world, groep, 1));
    const form = await sanne.drukt('Deelnemer toevoegen', {}, lijst);
    expect(form.isDialog).toBe(true);
    world.het_is('2027-01-04', '10:05');
    world.teams.broken.set(groep.conversation, { status: 500 });
    const sorry = await vult(sanne, form, PARTNER, 'Toevoegen');

    expect(sorry.isDialog).toBe(true);
    expect(textOf(sorry)).toContain('Er ging iets mis. Dit is nog niet opgeslagen.');
    expect(textOf(sorry)).toContain('Anke Smit');
    world.teams.broken.delete(groep.conversation);
    const stored = await sanne.drukt('Probeer opnieuw', {}, sorry);
    expect(textOf(stored)).toContain('Toegevoegd.');
    await sanne.drukt('Probeer opnieuw', {}, sorry);
    expect(textOf(await zegt(world, groep, sanne, 'deelnemers'))).toContain('Deelnemers (3)');
    await expect(world.close()).rejects.toThrow('press failed');
  });

  it('after a typed message gives Teams 500, and nothing is stored', async () => {
    const world = await openWorld();
    const groep = world.groepschat('Sanne', 'Bram');
    world.teams.broken.set(groep.conversation, { status: 500 });
    await expect(groep.lid('Sanne').typt('start')).rejects.toThrow('gave 500');
    world.teams.broken.delete(groep.conversation);
    expect(textOf(await groep.lid('Sanne').typt('status'))).toContain(
      'Hier loopt nog geen project.',
    );
    await expect(world.close()).rejects.toThrow('logged errors');
  });
});
