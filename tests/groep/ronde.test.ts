import { describe, expect, it } from 'vitest';
import { overalGekozen, textOf, type AnyCard, rijOp } from '../../support/voorbeeld/kaart.ts';
import {
  heelPlan,
  aantalMet,
  allesIn,
  DOEL,
  drukNth,
  live,
  NAAM,
  opentEnVult,
  PROBLEEM,
  projectVan,
  rijen,
  start,
  titels,
  volgende,
  bijRij,
} from './hulp.ts';
import { begonnen, type Stuk } from './stuk.ts';

const SCOOTERS = 'Scooters op de stoep.';
const GLAS = 'Glas op het plein.';

const doel = (nummer: string, wat: string) => ({
  'Voor welk probleem?': [nummer],
  'Wat willen we bereiken?': wat,
  ...DOEL,
});

/** A group at the end of step 6: two problems, a goal for each; the first was reached, the second was not, or in part. */
async function aanHetEind(tweede: 'Nee' | 'Deels' = 'Nee'): Promise<Stuk> {
  const stuk = await begonnen();
  const { world, groep } = stuk;
  const sanne = groep.lid('Sanne');
  const verder = () => volgende(sanne, {}, (text) => stuk.zegt('Sanne', text));
  const agenda = () => stuk.zegt('Sanne', 'agenda');
  await verder();
  for (const [naam, wat] of [
    ['Bram', SCOOTERS],
    ['Lotte', GLAS],
  ] as const)
    await opentEnVult(groep.lid(naam), await live(world, groep, 2), 'Probleem doorgeven', {
      ...PROBLEEM,
      'Wat is het probleem?': wat,
    });
  await begint(stuk);
  const lijst = await sanne.drukt('Lijst vaststellen', {}, await agenda());
  await sanne.drukt('Vaststellen', overalGekozen(lijst, ['2']), lijst);
  await verder();
  await verder();
  await begint(stuk);
  await opentEnVult(sanne, await agenda(), 'Doel toevoegen', doel('1', 'Minder scooters.'));
  await opentEnVult(sanne, await agenda(), 'Doel toevoegen', doel('2', 'Minder glas.'));
  await verder();
  await verder();
  await begint(stuk);
  for (const [nr, bereikt] of [
    ['Doel 1', 'Ja'],
    ['Doel 2', tweede],
  ] as const)
    await opentEnVult(sanne, await agenda(), nr, {
      'Hebben we': bereikt,
      'Hoe hebben': 'Geteld.',
      'Zijn we tevreden': bereikt === 'Ja' ? 'Ja' : 'Nee',
      Waarom: 'Zo is het.',
    });
  return stuk;
}

async function begint({ groep, zegt: typt }: Stuk): Promise<void> {
  const sanne = groep.lid('Sanne');
  await opentEnVult(
    sanne,
    await typt('Sanne', 'agenda'),
    'Start het overleg',
    {},
    'Start het overleg',
  );
}

async function rondtAf(stuk: Stuk): Promise<AnyCard> {
  const sanne = stuk.groep.lid('Sanne');
  const form = await sanne.drukt('Project afronden', {}, await stuk.zegt('Sanne', 'agenda'));
  await sanne.drukt('Project afronden', {}, form);
  return live(stuk.world, stuk.groep, 6);
}

describe('a project that is closed', () => {
  it('can be read and no longer filled in, keeps what was typed too late, and leaves room for another', async () => {
    const stuk = await aanHetEind();
    const bram = stuk.groep.lid('Bram');
    const open = await bram.drukt(
      'Samenwerking beoordelen',
      {},
      await live(stuk.world, stuk.groep, 6),
    );
    const closed = await rondtAf(stuk);

    expect(textOf(closed)).toContain(`${NAAM} is afgerond.`);
    expect(allesIn(stuk.groep)).toContain(
      'Bedankt voor jullie inzet. Je kunt alles nog lezen, maar niets meer invullen.',
    );
    const late = await bram.drukt(
      'Opslaan',
      { ...overalGekozen(open, ['4']), opmerking: 'Goed gedaan.' },
      open,
    );
    expect(textOf(late)).toContain(
      'Dit project is afgerond. Je kunt alles nog lezen, maar niets meer invullen.',
    );
    expect(JSON.stringify(late)).toContain('Goed gedaan.');
    expect(textOf(await stuk.zegt('Sanne', 'volgende stap'))).toContain('Dit project is afgerond.');
    expect(textOf(await stuk.zegt('Sanne', 'deadline'))).toContain('Dit project is afgerond.');
    const gelezen = await heelPlan(stuk.groep.lid('Lotte'), await stuk.zegt('Lotte', 'plan'));
    expect(gelezen).toContain(SCOOTERS);
    expect(textOf(await stuk.zegt('Lotte', 'status'))).toContain('Alle 6 stappen zijn klaar.');

    // The conversation is free for another; the old one stands under the plan of the new.
    stuk.world.het_is('2028-01-10');
    await start(stuk.groep.lid('Bram'), { 'Hoe heet het project?': 'Autobranden Noord' });
    await stuk.world.rust();

    expect(textOf(await live(stuk.world, stuk.groep, 1))).toContain('Autobranden Noord');
    const plan = await stuk.zegt('Lotte', 'plan');
    expect(textOf(plan)).toContain('Plan: Autobranden Noord');
    const old = await stuk.groep.lid('Lotte').drukt('Vorige ronde', {}, plan);
    expect(textOf(old)).toContain(`Plan: ${NAAM}`);
    expect(await heelPlan(stuk.groep.lid('Lotte'), old)).toContain(SCOOTERS);
    await stuk.world.close();
  });
});

describe('a new round', () => {
  it('takes over the group, the open problems and the goals that were not reached; it begins once [K10]', async () => {
    const stuk = await aanHetEind();
    const closed = await rondtAf(stuk);
    stuk.world.het_is('2028-01-10');
    const sanne = stuk.groep.lid('Sanne');
    const refused = await stuk.groep.lid('Lotte').drukt('Nieuwe ronde starten', {}, closed);
    expect(textOf(refused)).toContain('Dit kan alleen de projectleider: Sanne.');
    const form = await sanne.drukt('Nieuwe ronde starten', {}, closed);
    const other = await sanne.drukt('Nieuwe ronde starten', {}, closed);
    expect(textOf(form)).toContain(
      'De projectgroep, de open problemen en de doelen die niet zijn bereikt, gaan mee.',
    );
    // Pressed more than once at the same time, and then from another form.
    const answers = await Promise.all(
      [1, 2, 3].map(() => sanne.drukt('Nieuwe ronde starten', {}, form)),
    );
    for (const answer of answers)
      expect(textOf(answer)).toContain(
        `${NAAM}, nieuwe ronde is gestart. 3 deelnemers doen weer mee.`,
      );
    expect(textOf(await sanne.drukt('Nieuwe ronde starten', {}, other))).toContain(
      'loopt al een project',
    );
    await stuk.world.rust();
    expect(aantalMet(stuk.groep, 'Stap 1 van 6')).toBe(2);

    const kaart = await live(stuk.world, stuk.groep, 1);
    expect(titels(kaart)).not.toContain('Nieuwe ronde starten');
    expect(textOf(kaart)).toContain('de burgemeester');
    expect(textOf(kaart)).toContain('3 deelnemers');
    expect(projectVan(kaart)).not.toBe(projectVan(closed));
    const bram = stuk.groep.lid('Bram');
    const vorige = await bram.drukt('Vorige ronde', {}, await stuk.zegt('Bram', 'plan'));
    expect(await heelPlan(bram, vorige)).toContain(SCOOTERS);
    await volgende(sanne, {}, (text) => stuk.zegt('Sanne', text));
    const alles = await stuk.groep
      .lid('Lotte')
      .drukt('Bekijk alles (1)', {}, await live(stuk.world, stuk.groep, 2));
    expect(textOf(alles)).toContain(GLAS);
    expect(textOf(alles)).not.toContain(SCOOTERS);
    expect(await bijRij(stuk.groep.lid('Lotte'), alles, GLAS)).toContain('Aanpassen');
    expect(
      textOf(
        await stuk.groep
          .lid('Bram')
          .drukt('Bekijk alles (1)', {}, await live(stuk.world, stuk.groep, 2)),
      ),
    ).not.toContain(SCOOTERS);
    for (let stap = 3; stap <= 4; stap++)
      await volgende(sanne, {}, (text) => stuk.zegt('Sanne', text));
    const doelen = await sanne.drukt(
      'Bekijk de doelen (1)',
      {},
      await live(stuk.world, stuk.groep, 4),
    );
    expect(textOf(doelen)).toContain('Minder glas.');
    expect(textOf(doelen)).not.toContain('Minder scooters.');
    await stuk.world.close();
  });

  it('takes along a goal that was reached in part, with its problem [K10]', async () => {
    const stuk = await aanHetEind('Deels');
    const closed = await rondtAf(stuk);
    stuk.world.het_is('2028-01-10');
    const sanne = stuk.groep.lid('Sanne');
    const form = await sanne.drukt('Nieuwe ronde starten', {}, closed);
    await sanne.drukt('Nieuwe ronde starten', {}, form);
    for (let stap = 2; stap <= 4; stap++)
      await volgende(sanne, {}, (text) => stuk.zegt('Sanne', text));

    const plan = await heelPlan(stuk.groep.lid('Lotte'), await stuk.zegt('Lotte', 'plan'));
    expect(plan).toContain(GLAS);
    expect(plan).toContain('Minder glas.');
    expect(plan).not.toContain(SCOOTERS);
    expect(plan).not.toContain('Minder scooters.');
    await stuk.world.close();
  });

  it('has copies of texts: they are erased here and in the round before', async () => {
    const stuk = await aanHetEind();
    const closed = await rondtAf(stuk);
    stuk.world.het_is('2028-01-10');
    const sanne = stuk.groep.lid('Sanne');
    const form = await sanne.drukt('Nieuwe ronde starten', {}, closed);
    await sanne.drukt('Nieuwe ronde starten', {}, form);
    const project = projectVan(await live(stuk.world, stuk.groep, 1));
    /** Pages through the list until the text is found. */
    const wis = async (lijst: AnyCard): Promise<unknown> => {
      const found = titels(lijst).filter((titel) => titel === 'Wissen').length;
      for (let nth = 0; nth < found; nth++) {
        const sure = await drukNth(sanne, lijst, 'Wissen', nth);
        if (textOf(sure).includes(GLAS)) return sanne.drukt('Voorgoed wissen', {}, sure);
      }
      return wis(await sanne.drukt('Volgende', {}, lijst));
    };
    const zoek = async () =>
      sanne.drukt('Tekst zoeken', {}, await stuk.zegt('Sanne', 'instellingen'));

    expect(JSON.stringify(await rijen(project))).toContain(GLAS);
    await wis(await zoek());
    await wis(await sanne.drukt('Zoek in de vorige ronde', {}, await zoek()));
    await stuk.world.rust();
    expect(JSON.stringify(await rijen(project))).not.toContain(GLAS);
    await stuk.world.close();
  });

  it('keeps whose an open problem was, also of somebody who had left', async () => {
    const stuk = await aanHetEind();
    const sanne = stuk.groep.lid('Sanne');
    const form = await sanne.drukt(
      'Uit de groep halen',
      {},
      rijOp(await stuk.zegt('Sanne', 'deelnemers'), 'Lotte'),
    );
    expect(textOf(form)).toContain('Lotte uit de groep halen');
    await sanne.drukt('Uit de groep halen', overalGekozen(form, ['Bram']), form);
    const closed = await rondtAf(stuk);
    stuk.world.het_is('2028-01-10');
    await sanne.drukt(
      'Nieuwe ronde starten',
      {},
      await sanne.drukt('Nieuwe ronde starten', {}, closed),
    );
    await volgende(sanne, {}, (text) => stuk.zegt('Sanne', text));

    const alles = await stuk.groep
      .lid('Bram')
      .drukt('Bekijk alles (1)', {}, await live(stuk.world, stuk.groep, 2));
    expect(textOf(alles)).toContain('Van: Lotte');
    expect(await bijRij(stuk.groep.lid('Bram'), alles, 'Van: Lotte')).toContain('Aanpassen');
    expect(textOf(await stuk.zegt('Bram', 'deelnemers'))).toContain('Deelnemers (2)');
    await stuk.world.close();
  });
});
