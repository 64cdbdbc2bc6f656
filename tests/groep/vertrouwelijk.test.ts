import { describe, expect, it } from 'vitest';
import { textOf, type AnyCard, rijOp } from '../../support/voorbeeld/kaart.ts';
import { afspraak, uitkomst } from '../../src/process/feiten/overleg.ts';
import { all, one } from '../../src/process/feiten/project.ts';
import { groep as inGeheugen, tekst } from '../../support/groep.ts';
import { openWorld, type Groep, type World } from '../../support/world.ts';
import {
  aantalMet,
  opentEnVult,
  start,
  titels,
  volgende,
  vult,
  zegt,
  zietTaken,
  kanariepiet,
} from './hulp.ts';

const UITKOMST = kanariepiet();
const AFSPRAAK = kanariepiet();

interface Stuk {
  world: World;
  groep: Groep;
  typt: (naam: string, text: string) => Promise<AnyCard>;
  /** The same in their own chat. */
  leestAlleen: (naam: string, ...weg: readonly string[]) => Promise<AnyCard>;
}

/** Overleg 1 is going on: a confidential outcome that Lotte carries out, and an afspraak that is Bram's. */
async function inOverleg(forms: 'dialoog' | 'kaart'): Promise<Stuk> {
  const world = await openWorld({ forms });
  const groep = world.groepschat('Sanne', 'Bram', 'Lotte', 'Noor');
  const sanne = groep.lid('Sanne');
  const typt = (naam: string, text: string) => zegt(world, groep, groep.lid(naam), text);
  await start(sanne);
  await volgende(sanne, {}, (text) => typt('Sanne', text));
  const agenda = () => typt('Sanne', 'agenda');
  await opentEnVult(sanne, await agenda(), 'Start het overleg', {}, 'Start het overleg');
  const saved = await opentEnVult(sanne, await agenda(), 'Uitkomst', {
    'Wat is de uitkomst?': `${UITKOMST} gaat verhuizen.`,
    'Wat voor uitkomst': 'Afspraak',
    'Wie doet het?': 'Lotte',
    'Dit is vertrouwelijk': 'true',
  });
  expect(textOf(saved)).toContain('Dit is vertrouwelijk.');
  await opentEnVult(sanne, await agenda(), 'Afspraak toevoegen', {
    'Wat spreken we af?': `${AFSPRAAK} bezoeken.`,
    'Wie doet het?': 'Bram',
    'Dit is vertrouwelijk': 'true',
  });
  const leestAlleen = async (naam: string, ...weg: readonly string[]) => {
    const chat = world.alleen(naam);
    const [word = '', ...knoppen] = weg;
    let card = await zegt(world, chat, chat.lid(naam), word);
    for (const knop of knoppen) card = await chat.lid(naam).drukt(knop, {}, card);
    return card;
  };
  return { world, groep, typt, leestAlleen };
}

describe('what an overleg says in confidence', () => {
  it.each(['dialoog', 'kaart'] as const)(
    'stands in no message of the conversation, the summary neither, forms as %s',
    async (forms) => {
      const { world, groep, typt } = await inOverleg(forms);
      const sanne = groep.lid('Sanne');
      for (const naam of ['Sanne', 'Bram', 'Lotte', 'Noor']) {
        for (const word of ['agenda', 'mijn taken', 'status']) await typt(naam, word);
        const lijst = await groep.lid(naam).drukt('Afspraken', {}, await typt(naam, 'plan'));
        expect(textOf(lijst)).toContain('Een vertrouwelijke afspraak');
      }
      const form = await sanne.drukt('Uitkomst aanpassen', {}, await typt('Sanne', 'agenda'));
      expect(textOf(form)).toContain('Open het in je chat met mij.');
      const close = await sanne.drukt('Overleg afsluiten', {}, await typt('Sanne', 'agenda'));
      await sanne.drukt('Afsluiten', {}, close);
      const verder = () => volgende(sanne, {}, (text) => typt('Sanne', text));
      await verder();
      await verder();
      // Open afspraken stand under the first line of the next agenda.
      await sanne.drukt('Agenda aan de groep tonen', {}, await typt('Sanne', 'agenda'));
      await world.rust();

      expect(aantalMet(groep, 'Overleg 1 is klaar.')).toBe(1);
      expect(aantalMet(groep, 'Mis je een punt?')).toBe(1);
      const inConversation = JSON.stringify(
        world.teams.sent.filter(({ conversation }) => conversation === groep.conversation),
      );
      expect(inConversation).not.toContain(UITKOMST);
      expect(inConversation).not.toContain(AFSPRAAK);
      await world.close();
    },
  );

  it('is read in their own chat by who does it, who leads and who was chosen; it is among the tasks of who does it', async () => {
    const { world, leestAlleen } = await inOverleg('dialoog');
    const afspraken = async (naam: string) => textOf(await leestAlleen(naam, 'plan', 'Afspraken'));
    const ziet = (text: string) => [text.includes(UITKOMST), text.includes(AFSPRAAK)];

    expect(ziet(textOf(await zietTaken(world, 'Lotte')))).toEqual([true, false]);
    expect(ziet(textOf(await zietTaken(world, 'Bram')))).toEqual([false, true]);
    expect(ziet(await afspraken('Sanne'))).toEqual([true, true]);
    expect(ziet(await afspraken('Lotte'))).toEqual([true, false]);
    expect(ziet(await afspraken('Noor'))).toEqual([false, false]);
    expect(textOf(await leestAlleen('Lotte', 'agenda'))).toContain(UITKOMST);
    expect(textOf(await leestAlleen('Noor', 'agenda'))).toContain('Uitkomst: vertrouwelijk.');

    // Chosen at the afspraak, Noor reads the outcome of the line as well.
    const chat = world.alleen('Sanne');
    await opentEnVult(
      chat.lid('Sanne'),
      await leestAlleen('Sanne', 'plan', 'Afspraken'),
      'Wie mag dit lezen?',
      { 'Wie mag het nog meer lezen?': ['Noor'] },
    );
    expect(ziet(await afspraken('Noor'))).toEqual([true, false]);
    expect(textOf(await leestAlleen('Noor', 'agenda'))).toContain(UITKOMST);
    expect(titels(await leestAlleen('Noor', 'plan', 'Afspraken'))).not.toContain(
      'Wie mag dit lezen?',
    );
    await world.close();
  });

  it('goes from the messages where it stood, when it becomes confidential afterwards', async () => {
    const { world, groep, typt } = await inOverleg('dialoog');
    const sanne = groep.lid('Sanne');
    const text = kanariepiet();
    const tweede = await sanne.drukt('Uitkomst', {}, await typt('Sanne', 'agenda'));
    await vult(sanne, tweede, { 'Wat is de uitkomst?': text, 'Wat voor uitkomst': 'Besluit' });
    const close = await sanne.drukt('Overleg afsluiten', {}, await typt('Sanne', 'agenda'));
    await sanne.drukt('Afsluiten', {}, close);
    await world.rust();
    expect(textOf(groep.card('Overleg 1 is klaar.'))).toContain(text);

    const chat = world.alleen('Sanne');
    const agenda = await zegt(world, chat, chat.lid('Sanne'), 'agenda');
    const form = await chat.lid('Sanne').drukt('Uitkomst aanpassen', {}, rijOp(agenda, '2. '));
    await vult(chat.lid('Sanne'), form, { 'Dit is vertrouwelijk': 'true' });
    await world.rust();

    expect(textOf(groep.card('Overleg 1 is klaar.'))).toContain('besluit: (vertrouwelijk)');
    expect(textOf(groep.card('Overleg 1 is klaar.'))).not.toContain(text);
    await world.close();
  });
});

describe('who may read what an overleg said', () => {
  const REGEL = { nummer: '1', regel: 'opening' };
  const LIJN = 'overleg1.opening';

  function inStap2(...meer: string[]) {
    const world = inGeheugen('sanne', 'bram', 'cees', 'dirk', ...meer);
    world.stap('probleem');
    world.overleg(1, ['sanne']);
    world.said('klok', [{ kind: 'overleg', id: 'overleg1', facts: { notulist: 'bram' } }]);
    return world;
  }
  const geheim = { tekst: 'Kanarie', soort: 'afspraak', wie: 'cees', vertrouwelijk: 'true' };

  it('is chosen by who keeps the notes, who goes on reading it; afterwards it is for everybody again', () => {
    const world = inStap2();
    world.doet('bram', 'overleg.uitkomst', geheim, REGEL);
    expect(one(world.project, afspraak, `a.${LIJN}`)?.facts).toMatchObject({
      vertrouwelijk: true,
      voor: ['bram'],
    });
    world.said('klok', [{ kind: 'overleg', id: 'overleg1', facts: { notulist: 'dirk' } }]);
    expect(world.opent('dirk', 'overleg.uitkomst', REGEL)).toMatchObject({
      reason: 'niet-nu',
      vraag: 'Dit is vertrouwelijk. Vraag het de projectleider.',
    });
    expect(world.opent('dirk', 'overleg.lezers', { id: LIJN })).toMatchObject({
      accepted: false,
    });
    expect(tekst(world.ziet('bram', 'overleg'))).toContain('Kanarie');

    world.doet('sanne', 'overleg.lezers', { wie: 'iedereen' }, { id: `a.${LIJN}` });
    expect(one(world.project, uitkomst, LIJN)?.facts).toMatchObject({
      vertrouwelijk: false,
      voor: [],
    });
    expect(tekst(world.ziet('dirk', 'overleg'))).toContain('Kanarie');
    expect(tekst(world.ziet('dirk', 'afspraken'))).toContain('Kanarie');
  });

  it('stands in no text of an agenda, in a dialog neither, nor in the list of what somebody leaves behind', () => {
    const world = inStap2();
    world.doet('sanne', 'overleg.afspraak', { wat: 'Kanarie', wie: 'cees', vertrouwelijk: 'true' });
    // An agenda names what was agreed before its overleg.
    const [found] = all(world.project, afspraak);
    world.said('klok', [{ kind: 'afspraak', id: found?.id ?? '', facts: { overleg: '' } }]);
    const agenda = tekst(world.ziet('sanne', 'overleg.punt', REGEL));
    expect(agenda).toContain('Open afspraak: (vertrouwelijk)');
    expect(agenda).not.toContain('Kanarie');
    expect(tekst(world.ziet('sanne', 'overleg'))).not.toContain('Kanarie');
    const weg = tekst(world.opent('sanne', 'deelnemer.verwijderen', { id: 'cees' }));
    expect(weg).toContain('Een vertrouwelijke afspraak');
    expect(weg).not.toContain('Kanarie');
    world.doet('sanne', 'deelnemer.verwijderen', { opvolger: 'dirk' }, { id: 'cees' });
    expect(tekst(world.ziet('dirk', 'taken'))).toContain('Kanarie');
  });

  it('is chosen from a large group in parts, each without losing those of another', () => {
    const namen = Array.from({ length: 50 }, (_, nth) => `p${nth}`);
    const world = inStap2(...namen);
    world.doet('sanne', 'overleg.uitkomst', geheim, REGEL);
    const kiest = (antwoord: Record<string, string>) =>
      world.doet('sanne', 'overleg.lezers', { wie: 'gekozen', ...antwoord }, { id: LIJN });
    kiest({ voor: 'bram' });
    kiest({ voor: 'p49', 'elders.voor': 'bram' });

    expect(one(world.project, uitkomst, LIJN)?.facts.voor).toEqual(['sanne', 'bram', 'p49']);
  });

  it('is everybody, of the date agreed for a step', () => {
    const world = inStap2();
    world.doet('sanne', 'overleg.deadline', { datum: '2027-02-20' }, { stap: 'maatregelen' });
    expect(
      world.doet('sanne', 'overleg.lezers', { wie: 'gekozen' }, { id: 'deadline.maatregelen' }),
    ).toMatchObject({ reason: 'niet-gevonden' });
  });
});
