import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import type { Traject } from '../../src/process/contract/contract.ts';
import { trajecten } from '../../src/process/contract/trajecten.ts';
import { proef } from '../../support/proef/traject.ts';
import { textOf } from '../../support/voorbeeld/kaart.ts';
import { openWorld, type Groep, type World } from '../../support/world.ts';
import { lezer, tekstVan } from '../tab/lezer.ts';
import { wordRegels } from '../exports/hulp.ts';
import {
  heelPlan,
  allesIn,
  drukNth,
  kanariepiet,
  opentEnVult,
  projectVan,
  rijen,
  titels,
  vult,
} from './hulp.ts';

const OPDRACHT = { 'Wie is de opdrachtgever?': 'De burgemeester' };

/** What only the planner says. */
const VAN_DE_PLANNER = /projectleider|projectgroep|\bprojecten?\b|probleem|overleg [123]\b/i;

/** One more that comes again, and one that is held once, in the same step. */
const MET_MEER: Traject = {
  ...proef,
  overleggen: [
    { ...proef.overleggen[0]!, id: 'aftrap', naam: 'Aftrap', herhaalt: false },
    ...proef.overleggen,
    { ...proef.overleggen[0]!, id: 'sectoren', naam: 'Sectoroverleg' },
  ],
};

function wereldMet(second: Traject): () => World {
  let world: World | undefined;
  beforeAll(async () => {
    world = await openWorld({ trajecten: trajecten(planner, second) });
  });
  afterAll(() => world?.close());
  return () => world!;
}

/** Three people who began a programme. */
async function inProef(world: World): Promise<Groep> {
  const groep = world.groepschat('Sanne', 'Bram', 'Lotte');
  const sanne = groep.lid('Sanne');
  const form = await sanne.drukt('Programma', {}, await sanne.typt('start'));
  await vult(
    sanne,
    form,
    { ...OPDRACHT, 'Hoe heet het programma?': 'Veilig 2030' },
    'Programma starten',
  );
  await world.rust();
  return groep;
}

const PLAN = { 'Hoe laat?': '10:00', 'Waar?': 'stadhuis' };

describe('a traject beside the planner', () => {
  const wereld = wereldMet(proef);

  it('starts, runs and closes in the same program, and says no word of the planner', async () => {
    const world = wereld();
    const buren = world.groepschat('Karel', 'Anna');
    await opentEnVult(
      buren.lid('Karel'),
      await buren.lid('Karel').typt('start'),
      'Project',
      { ...OPDRACHT, 'Hoe heet het project?': 'Overlast haven' },
      'Project starten',
    );
    const elders = await world.groepschat('Eva').lid('Eva').typt('start');
    expect(titels(elders)).toEqual(expect.arrayContaining(['Project', 'Programma']));
    const groep = await inProef(world);
    const sanne = groep.lid('Sanne');
    const live = groep.card('Signalen verzamelen');
    expect(textOf(live)).toContain('0 van de 3 gaven een signaal.');

    await opentEnVult(groep.lid('Bram'), live, 'Signaal geven', {
      'Wat zie je?': 'Het wordt druk.',
    });
    await world.rust();
    expect(textOf(groep.card('Signalen verzamelen'))).toContain('1 van de 3 gaven een signaal.');

    const agenda = await sanne.typt('agenda');
    expect(textOf(agenda)).toContain('Agenda voortgangsoverleg');
    await opentEnVult(sanne, agenda, 'Plannen', { ...PLAN, 'Welke dag?': '2027-02-02' });
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
    const word = wordRegels(await lezer(world, 'Bram').bestand(project, { soort: 'plan' }));
    expect(word).toContain('Het wordt druk.');
    expect(word.join('\n')).not.toMatch(VAN_DE_PLANNER);

    const leiding = await sanne.drukt('Voor de regisseur');
    expect(textOf(leiding)).not.toMatch(VAN_DE_PLANNER);
    const klaar = await sanne.drukt('Programma afronden', {}, leiding);
    expect(textOf(klaar)).toContain('Het programma is klaar.');
  });

  it('loses a text for good', async () => {
    const world = wereld();
    const groep = await inProef(world);
    const [bram, sanne] = [groep.lid('Bram'), groep.lid('Sanne')];
    const kanarie = kanariepiet();
    await opentEnVult(bram, groep.card('Signalen verzamelen'), 'Signaal geven', {
      'Wat zie je?': `${kanarie} reed over de stoep.`,
    });
    const project = projectVan(groep.card('Signalen verzamelen'));
    expect(JSON.stringify(await rijen(project))).toContain(kanarie);

    const lijst = await sanne.drukt('Tekst zoeken', {}, await sanne.typt('instellingen'));
    const form = await drukNth(sanne, lijst, 'Wissen', 0);
    expect(textOf(form)).toContain(`${kanarie} reed over de stoep.`);
    await sanne.drukt('Voorgoed wissen', {}, form);
    await world.rust();

    expect(JSON.stringify(await rijen(project))).not.toContain(kanarie);
    expect(await heelPlan(bram, await bram.typt('plan'))).toContain('(gewist)');
  });

  it('leaves a planner project beside it as it was', async () => {
    const world = wereld();
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

describe('a step with several kinds of overleg', () => {
  const wereld = wereldMet(MET_MEER);

  const PUNTEN = [
    ['Aftrap', 'Wie doet wat'],
    ['Voortgangsoverleg', 'Cijfers van het jaar'],
    ['Sectoroverleg', 'Veilig uitgaan'],
  ] as const;
  const DAGEN = [
    ['Voortgangsoverleg', '2027-03-02'],
    ['Sectoroverleg', '2027-02-02'],
  ] as const;

  it('keeps a point, a moment and an outcome with the kind that they were said of', async () => {
    const world = wereld();
    const groep = await inProef(world);
    const [sanne, bram] = [groep.lid('Sanne'), groep.lid('Bram')];
    const project = projectVan(groep.card('Signalen verzamelen'));
    const agenda = await bram.typt('agenda');
    expect(textOf(agenda)).toContain('Agenda aftrap');
    for (const [soort, wat] of PUNTEN)
      await opentEnVult(
        bram,
        soort === 'Aftrap' ? agenda : await bram.drukt(soort, {}, agenda),
        'Punt toevoegen',
        { 'Welk punt': wat },
      );
    for (const [soort, dag] of DAGEN) {
      const hier = await sanne.drukt(soort, {}, await sanne.typt('agenda'));
      await opentEnVult(sanne, hier, 'Plannen', { ...PLAN, 'Welke dag?': dag });
    }
    await world.rust();

    const bericht = groep.card('Sectoroverleg februari 2027 is gepland.');
    const sectoren = await bram.drukt('Agenda', {}, bericht);
    expect(textOf(sectoren)).toContain('Veilig uitgaan');
    expect(textOf(sectoren)).not.toContain('Wie doet wat');
    expect(textOf(sectoren)).not.toContain('Cijfers van het jaar');
    const form = await sanne.drukt(
      'Start het overleg',
      {},
      await sanne.drukt('Agenda', {}, bericht),
    );
    await sanne.drukt('Start het overleg', {}, form);
    const { html } = await lezer(world, 'Bram').blad({ project, blad: 'verloop' });
    for (const zin of [
      'begon sectoroverleg februari 2027',
      'zette een punt op de agenda van aftrap',
      'zette een punt op de agenda van sectoroverleg februari 2027',
      'zette een punt op de agenda van voortgangsoverleg maart 2027',
    ])
      expect(tekstVan(html)).toContain(zin);
  });
});
