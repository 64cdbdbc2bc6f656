import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { trajecten } from '../../src/process/contract/trajecten.ts';
import { proef } from '../../support/proef/traject.ts';
import { knoppenOp, textOf } from '../../support/voorbeeld/kaart.ts';
import { openWorld, type World } from '../../support/world.ts';
import { lezer, tekstVan } from '../tab/lezer.ts';
import { allesIn, opentEnVult, projectVan, vult } from './hulp.ts';

const OPDRACHT = { 'Wie is de opdrachtgever?': 'De burgemeester' };

/** What only the planner says. */
const VAN_DE_PLANNER = /projectleider|projectgroep|\bprojecten?\b|probleem|overleg [123]\b/i;

describe('a traject beside the planner', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({
      trajecten: trajecten(planner, proef),
      cards: new URL('../../support/proef/', import.meta.url),
    });
  });
  afterAll(() => world.close());

  it('starts, runs and closes in the same program, and says no word of the planner', async () => {
    const buren = world.groepschat('Karel', 'Anna');
    await opentEnVult(
      buren.lid('Karel'),
      await buren.lid('Karel').typt('start'),
      'Project',
      { ...OPDRACHT, 'Hoe heet het project?': 'Overlast haven' },
      'Project starten',
    );
    const groep = world.groepschat('Sanne', 'Bram', 'Lotte');
    const sanne = groep.lid('Sanne');
    const keuze = await sanne.typt('start');
    expect(knoppenOp(keuze).map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Project', 'Programma']),
    );
    const form = await sanne.drukt('Programma', {}, keuze);
    await vult(
      sanne,
      form,
      { ...OPDRACHT, 'Hoe heet het programma?': 'Veilig 2030' },
      'Programma starten',
    );
    await world.rust();
    const live = groep.card('Signalen verzamelen');
    expect(textOf(live)).toContain('0 van de 3 gaven een signaal.');

    await opentEnVult(groep.lid('Bram'), live, 'Signaal geven', {
      'Wat zie je?': 'Het wordt druk.',
    });
    await world.rust();
    expect(textOf(groep.card('Signalen verzamelen'))).toContain('1 van de 3 gaven een signaal.');

    const agenda = await sanne.typt('agenda');
    expect(textOf(agenda)).toContain('Voortgangsoverleg');
    const plan = (dag: string) => ({
      'Welke dag?': dag,
      'Hoe laat?': '10:00',
      'Waar?': 'stadhuis',
    });
    await opentEnVult(sanne, agenda, 'Plannen', plan('2027-02-02'));
    await world.rust();
    expect(allesIn(groep)).toContain('Voortgangsoverleg februari 2027 is gepland.');

    await world.wordt('2027-03-01');
    expect(allesIn(groep)).toContain('Het voorjaar begint.');

    const project = projectVan(groep.card('Signalen verzamelen'));
    for (const blad of ['stand', 'signalen', 'overleg', 'downloads', 'verloop']) {
      const { html } = await lezer(world, 'Bram').blad({ project, blad });
      expect(tekstVan(html), blad).not.toMatch(VAN_DE_PLANNER);
    }
    for (const woord of ['status', 'mijn taken', 'plan', 'deelnemers', 'instellingen', 'help'])
      expect(textOf(await sanne.typt(woord)), woord).not.toMatch(VAN_DE_PLANNER);
    expect(allesIn(groep)).not.toMatch(VAN_DE_PLANNER);

    const leiding = await sanne.drukt('Voor de regisseur');
    expect(textOf(leiding)).not.toMatch(VAN_DE_PLANNER);
    const klaar = await sanne.drukt('Programma afronden', {}, leiding);
    expect(textOf(klaar)).toContain('Het programma is klaar.');
  });

  it('leaves a planner project beside it as it was', async () => {
    const groep = world.groepschat('Eva', 'Dirk');
    const eva = groep.lid('Eva');
    const form = await eva.drukt('Project', {}, await eva.typt('start'));
    await vult(eva, form, { ...OPDRACHT, 'Hoe heet het project?': 'Jeugd' }, 'Project starten');
    await world.rust();

    expect(textOf(groep.card('Projectprofiel'))).toContain('Stap 1 van 6');
  });

  it('is refused where two trajecten share a step or a way to begin', () => {
    expect(() => trajecten(planner, planner)).toThrow('in two trajecten');
  });
});
