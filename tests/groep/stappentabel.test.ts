import { describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { textOf } from '../../support/voorbeeld/kaart.ts';
import { live, opentEnVult, PROBLEEM, titels, volgende } from './hulp.ts';
import { begonnen } from './stuk.ts';

/** What is done in each step and how, in the words of the source; overleg 2 is for steps 4 and 5. */
const WERK = [
  [
    'het opstarten, uitnodigen van de deelnemers (door de projectleider)',
    'en organiseren van de projectgroep (door de projectleider)',
  ],
  ['interactieve probleembepaling (online)', 'bepalen van de prioriteiten (overleg)'],
  ['inventariseren huidige maatregelen (online)'],
  ['doelstellingen SMART benoemen (overleg)'],
  ['vaststellen totaal aan maatregelen en uitvoeringsmatrix (overleg)'],
  ['monitoring van de uitvoering (online)', 'hebben we onze doelen behaald? (overleg)'],
];
describe('the table of steps', () => {
  it('tells a deelnemer in every step what is done in it, and whether online, in an overleg or by the projectleider [A31]', async () => {
    const stuk = await begonnen();
    for (const [at, werk] of WERK.entries()) {
      const card = textOf(await live(stuk.world, stuk.groep, at + 1));
      expect(card).toContain(`Stap ${at + 1} van 6: ${planner.stappen[at]!.naam}`);
      const help = textOf(await stuk.zegt('Bram', 'help'));
      expect(help).toContain(werk.map((zin) => `• ${zin}`).join('\n'));
      if (at < 5) await volgende(stuk.groep.lid('Sanne'), {}, (text) => stuk.zegt('Sanne', text));
    }
    await stuk.world.close();
  });

  it('leaves step 1 to the projectleider, who organises the group; others read along [A21, A22]', async () => {
    const { world, groep, zegt: typt } = await begonnen();
    const [sanne, bram] = ['Sanne', 'Bram'].map((naam) => groep.lid(naam));
    const zonderTeams = { 'Naam van een partner': 'Anke Smit', 'Soort organisatie': 'GGZ' };
    await opentEnVult(
      sanne!,
      await typt('Sanne', 'deelnemers'),
      'Deelnemer toevoegen',
      zonderTeams,
      'Toevoegen',
    );
    await opentEnVult(sanne!, await typt('Sanne', 'instellingen'), 'Plaatsvervanger kiezen', {
      'Wie vervangt de': 'Lotte',
    });

    const list = await typt('Bram', 'deelnemers');
    expect(textOf(list)).toContain('Deelnemers (4)');
    expect(textOf(list)).toContain('Lotte\nplaatsvervanger');
    expect(textOf(list)).toContain('Anke Smit\nGGZ · Doet mee zonder Teams');
    expect(titels(list)).toEqual(['Mijn gegevens']);
    const leiding = await bram!.drukt('Voor de projectleider', {}, await live(world, groep, 1));
    expect(textOf(leiding)).toContain('Dit kan alleen de projectleider: Sanne.');
    expect(titels(await typt('Bram', 'volgende stap'))).not.toContain('Stap 2 starten');
    await world.close();
  });

  it('has everybody name problems online in step 2, read what the others name and say where it holds too [A23]', async () => {
    const { world, groep, zegt: typt } = await begonnen();
    await volgende(groep.lid('Sanne'), {}, (text) => typt('Sanne', text));
    const [bram, lotte] = ['Bram', 'Lotte'].map((naam) => groep.lid(naam));
    await opentEnVult(bram!, await live(world, groep, 2), 'Probleem doorgeven', PROBLEEM);
    const seen = await lotte!.drukt('Bekijk alles (1)', {}, await live(world, groep, 2));
    expect(textOf(seen)).toContain('Op vrijdagavond rijden scooters over de stoep.');
    await opentEnVult(lotte!, seen, 'Ook bij ons', {
      'Hoe hoog is het risico?': 'Laag',
      'Wat raakt dit': 'Objecten',
      'Hoe belangrijk is het': 'Midden',
    });

    expect(textOf(await live(world, groep, 2))).toContain('2 van de 3 hebben gereageerd.');
    const after = await bram!.drukt('Bekijk alles (1)', {}, await live(world, groep, 2));
    expect(textOf(after)).toContain('Ook bij: Lotte');
    await world.close();
  });
});
