import { describe, expect, it } from 'vitest';
import { overalGekozen, textOf, type AnyCard } from '../../support/voorbeeld/kaart.ts';
import { openWorld, type Lid } from '../../support/world.ts';
import {
  heelPlan,
  allesIn,
  live,
  MAATREGEL,
  NAAM,
  opentEnVult,
  PROBLEEM,
  SCOOTERS,
  start,
  titels,
} from './hulp.ts';
import { alleen, begintOverleg, gaatVerder } from './stuk.ts';

/** Opens a form, ticks in every choice question the first of these that it has, and saves. */
async function kiest(lid: Lid, card: AnyCard, knop: string, keuzes: string[]): Promise<AnyCard> {
  const form = await lid.drukt(knop, {}, card);
  return lid.drukt('Opslaan', overalGekozen(form, keuzes), form);
}

describe.each(['dialoog', 'kaart'] as const)('somebody without a group, forms as %s', (forms) => {
  it('takes all six steps alone in the personal chat, and can read it all back afterwards [A8, A11, A12]', async () => {
    const world = await openWorld({ forms });
    const stuk = alleen(world);
    const { groep: chat } = stuk;
    const sanne = stuk.lid('Sanne');
    const agenda = () => stuk.zegt('Sanne', 'agenda');
    const verder = () => gaatVerder(stuk);
    const startOverleg = async () => {
      expect(titels(await agenda())).not.toContain('Agenda aan de groep tonen');
      return begintOverleg(stuk);
    };

    await start(sanne);
    expect(textOf(await live(world, chat, 1))).toContain(NAAM);

    await verder();
    const stap2 = await live(world, chat, 2);
    await opentEnVult(sanne, stap2, 'Probleem doorgeven', PROBLEEM);
    expect(textOf(await live(world, chat, 2))).toContain('1 van de 1 heeft gereageerd.');
    await startOverleg();
    await sanne.drukt('Lijst vaststellen', {}, await agenda());
    expect(textOf(await sanne.drukt('Vaststellen'))).not.toContain('De groep');
    await sanne.drukt('Akkoord', {}, await live(world, chat, 2));
    expect(textOf(await live(world, chat, 2))).toContain('1 van de 1 aanwezige is akkoord.');

    await verder();
    await opentEnVult(sanne, await live(world, chat, 3), 'Maatregel doorgeven', MAATREGEL);
    expect(textOf(await live(world, chat, 3))).toContain('1 van de 1');

    await verder();
    await startOverleg();
    await opentEnVult(sanne, await agenda(), 'Doel toevoegen', SCOOTERS);
    await kiest(sanne, await agenda(), 'Probleem 1 beoordelen', ['Doorgaan', 'We gaan zo']);

    await verder();
    const matrix = await sanne.drukt('Bekijk de matrix', {}, await agenda());
    await sanne.drukt('Neem alles over (1)', {}, matrix);
    expect(titels(await live(world, chat, 5))).toContain('Wie doet wat (1)');

    await verder();
    await kiest(sanne, await live(world, chat, 6), 'Voortgang doorgeven', ['Klaar']);
    await opentEnVult(sanne, await live(world, chat, 6), 'Meting doorgeven', {
      Hoeveel: '4',
    });
    await startOverleg();
    await opentEnVult(sanne, await agenda(), 'Doel 1', {
      'Hebben we': 'Ja',
      'Hoe hebben': 'Met de meldingen.',
      'Zijn we tevreden': 'Ja',
      Waarom: 'Het is stiller.',
    });
    const afronden = await sanne.drukt('Project afronden', {}, await agenda());
    for (const card of chat.cards()) expect(textOf(card)).not.toContain('groep krijgt');
    expect(textOf(afronden)).not.toContain('groep krijgt');
    await sanne.drukt('Project afronden', {}, afronden);

    const closed = await live(world, chat, 6);
    expect(textOf(closed)).toContain(`${NAAM} is afgerond.`);
    world.minuut();
    const plan = await heelPlan(stuk.groep.lid('Sanne'), await stuk.zegt('Sanne', 'plan'));
    for (const kop of ['1 Projectprofiel', '2 Wat is het probleem?', 'Toezicht op vrijdagavond.'])
      expect(plan).toContain(kop);
    expect(titels(closed)).toContain('Nieuwe ronde starten');
    await world.close();
  });
});

describe('a personal chat', () => {
  it('may hold several projects of one person, who then chooses which one is meant [A14]', async () => {
    const world = await openWorld();
    const chat = world.alleen('Sanne');
    const sanne = chat.lid('Sanne');
    await start(sanne);
    await world.rust();
    world.het_is('2027-01-05');
    await start(sanne, { 'Hoe heet het project?': 'Fietsdiefstal centrum' });
    await world.rust();

    const asked = await sanne.typt('status');
    expect(textOf(asked)).toContain('Over welk project gaat het?');
    expect(textOf(asked)).toContain(NAAM);
    const second = await sanne.drukt('Status', {}, asked);
    expect(textOf(second)).toContain(NAAM);
    expect(textOf(second)).not.toContain('Fietsdiefstal centrum');

    const taken = textOf(await sanne.typt('mijn taken'));
    expect(taken).toContain('Je hoeft nu niets te doen.');
    expect(allesIn(chat)).toContain('Fietsdiefstal centrum');
    await world.close();
  });

  it('has no warning about who reads along, and asks for nobody', async () => {
    const world = await openWorld();
    const form = textOf(await world.alleen('Sanne').lid('Sanne').typt('start'));
    expect(form).toContain('Er zijn hier geen andere mensen. Deelnemers voeg je later toe.');
    expect(form).toContain('Werk je met een groep? Typ dan start in de groepschat of het kanaal.');
    expect(form).not.toContain('leest hier mee');
    await world.close();
  });
});
