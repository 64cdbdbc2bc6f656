import { describe, expect, it } from 'vitest';
import { standing, textOf, type AnyCard } from '../../support/voorbeeld/kaart.ts';
import {
  drukNth,
  live,
  opentEnVult,
  PROBLEEM,
  projectVan,
  rijen,
  titels,
  volgende,
  vult,
  zegt,
  kanariepiet,
} from './hulp.ts';
import { inStap2, type Stuk } from './stuk.ts';

const geeft = async ({ world, groep }: Stuk, naam: string, wat: string, meer = {}) =>
  opentEnVult(groep.lid(naam), await live(world, groep, 2), 'Probleem doorgeven', {
    ...PROBLEEM,
    'Wat is het probleem?': wat,
    ...meer,
  });

/** The form that erases the nth text in the list, from `instellingen`. */
async function wisForm({ groep, zegt: typt }: Stuk, nth: number): Promise<AnyCard> {
  const sanne = groep.lid('Sanne');
  const lijst = await sanne.drukt('Tekst zoeken', {}, await typt('Sanne', 'instellingen'));
  return drukNth(sanne, lijst, 'Wissen', nth);
}

describe('a text that is erased', () => {
  it('is gone from the tables and from what both instances answer, with all that it was before; the rest stays [Z5]', async () => {
    const stuk = await inStap2({ instances: 2 });
    const { world, groep } = stuk;
    const kanarie = kanariepiet();
    await geeft(stuk, 'Bram', 'Er ligt glas.');
    await geeft(stuk, 'Lotte', `${kanarie} reed over de stoep.`);
    const bekijk = async (instance: number) =>
      groep.lid('Lotte').drukt('Bekijk alles (2)', {}, await live(world, groep, 2), instance);
    const aanpassen = await groep.lid('Lotte').drukt('Aanpassen', {}, await bekijk(1));
    await vult(groep.lid('Lotte'), aanpassen, { 'Waar?': `bij ${kanarie} thuis` });
    const project = projectVan(await live(world, groep, 2));
    expect(JSON.stringify(await rijen(project))).toContain(kanarie);
    for (const instance of [0, 1]) expect(textOf(await bekijk(instance))).toContain(kanarie);

    const form = await wisForm(stuk, 0);
    expect(textOf(form)).toContain(`${kanarie} reed over de stoep.`);
    expect(textOf(form)).toContain('Dit kan niet ongedaan worden gemaakt.');
    const done = await groep.lid('Sanne').drukt('Voorgoed wissen', {}, form);
    expect(textOf(done)).toContain('De tekst is gewist.');
    await world.rust();

    expect(JSON.stringify(await rijen(project))).not.toContain(kanarie);
    for (const instance of [0, 1]) {
      const shown = textOf(await bekijk(instance));
      expect(shown).not.toContain(kanarie);
      expect(shown).toContain('(gewist)');
      expect(shown).toContain('Er ligt glas.');
      expect(textOf(await groep.lid('Bram').typt('plan', instance))).not.toContain(kanarie);
    }
    await world.close();
  });

  it('was withdrawn already, but is still kept until it is erased', async () => {
    const stuk = await inStap2();
    const { world, groep } = stuk;
    await geeft(stuk, 'Lotte', 'Kanarie.');
    const alles = await groep
      .lid('Lotte')
      .drukt('Bekijk alles (1)', {}, await live(world, groep, 2));
    await groep.lid('Lotte').drukt('Intrekken', {}, alles);
    const project = projectVan(alles);
    await world.rust();
    expect(JSON.stringify(await rijen(project))).toContain('Kanarie.');

    const lijst = await groep
      .lid('Sanne')
      .drukt('Tekst zoeken', {}, await stuk.zegt('Sanne', 'instellingen'));
    expect(textOf(lijst)).toContain('Kanarie.\nAl ingetrokken, maar nog bewaard');
    const form = await drukNth(groep.lid('Sanne'), lijst, 'Wissen', 0);
    await groep.lid('Sanne').drukt('Voorgoed wissen', {}, form);
    await world.rust();
    expect(JSON.stringify(await rijen(project))).not.toContain('Kanarie.');
    await world.close();
  });

  it('is erased by who leads only; a second press finds nothing', async () => {
    const stuk = await inStap2();
    const { groep } = stuk;
    await geeft(stuk, 'Lotte', 'Kanarie.');
    expect(titels(await stuk.zegt('Lotte', 'instellingen'))).not.toContain('Tekst zoeken');
    const form = await wisForm(stuk, 0);
    const other = await groep.lid('Lotte').drukt('Voorgoed wissen', {}, form);
    expect(textOf(other)).toContain('Dit overzicht of formulier is voor Sanne.');
    const again = await wisForm(stuk, 0);
    await groep.lid('Sanne').drukt('Voorgoed wissen', {}, form);
    const none = await groep.lid('Sanne').drukt('Voorgoed wissen', {}, again);
    expect(textOf(none)).toContain('Dit is niet gevonden.');
    expect(textOf(none)).not.toContain('Kanarie');
    await stuk.world.close();
  });

  it('of the project’s own name leaves no card that shows it', async () => {
    const stuk = await inStap2();
    const { world, groep } = stuk;
    const lijst = await groep
      .lid('Sanne')
      .drukt('Tekst zoeken', {}, await stuk.zegt('Sanne', 'instellingen'));
    const forms: AnyCard[] = [];
    for (const [nth] of titels(lijst)
      .filter((titel) => titel === 'Wissen')
      .entries())
      forms.push(await drukNth(groep.lid('Sanne'), lijst, 'Wissen', nth));
    const form = forms.find((one) => textOf(one).includes('Overlast Stationsplein'));
    expect(form).toBeDefined();
    await groep.lid('Sanne').drukt('Voorgoed wissen', {}, form);
    expect(textOf(await live(world, groep, 2))).toContain('(gewist) · Stap 2 van 6');
    await world.close();
  });
});

describe('what is confidential', () => {
  it.each(['dialoog', 'kaart'] as const)(
    'stands in no message of the conversation, forms as %s, and is read by who may',
    async (forms) => {
      const stuk = await inStap2({ forms });
      const { world, groep } = stuk;
      const kanarie = kanariepiet();
      await geeft(stuk, 'Bram', 'Er ligt glas.');
      const form = await groep
        .lid('Lotte')
        .drukt('Probleem doorgeven', {}, await live(world, groep, 2));
      const saved = await vult(groep.lid('Lotte'), form, {
        ...PROBLEEM,
        'Wat is het probleem?': `${kanarie} woont daar.`,
        'Dit is vertrouwelijk': 'true',
      });
      expect(textOf(saved)).toContain('Dit is vertrouwelijk.');
      expect(textOf(saved)).not.toContain(kanarie);

      // Everything that brings texts into the conversation.
      const sanne = groep.lid('Sanne');
      for (const text of ['status', 'plan', 'agenda', 'deelnemers', 'mijn taken', 'instellingen'])
        await stuk.zegt('Sanne', text);
      await sanne.drukt('Tekst zoeken', {}, await stuk.zegt('Sanne', 'instellingen'));
      await sanne.drukt('Agenda aan de groep tonen', {}, await stuk.zegt('Sanne', 'agenda'));
      await opentEnVult(
        sanne,
        await stuk.zegt('Sanne', 'agenda'),
        'Start het overleg',
        {},
        'Start het overleg',
      );
      await sanne.drukt('Groepen problemen', {}, await stuk.zegt('Sanne', 'agenda'));
      const lijst = await sanne.drukt('Lijst vaststellen', {}, await stuk.zegt('Sanne', 'agenda'));
      await sanne.drukt('Vaststellen', {}, lijst);
      await volgende(sanne, {}, (text) => stuk.zegt('Sanne', text));
      await world.rust();
      const inConversation = world.teams.sent.filter(
        ({ conversation }) => conversation === groep.conversation,
      );
      expect(JSON.stringify(inConversation)).not.toContain(kanarie);
      expect(JSON.stringify(inConversation)).toContain('Er ligt glas.');

      await world.close();
    },
  );

  it('is read in the dialog by its owner, who leads, and the readers chosen; not by others', async () => {
    const stuk = await inStap2();
    const { world, groep } = stuk;
    await geeft(stuk, 'Lotte', 'Kanarie woont daar.', { 'Dit is vertrouwelijk': 'true' });
    const leest = async (naam: string) =>
      textOf(await groep.lid(naam).drukt('Bekijk alles (1)', {}, await live(world, groep, 2)));
    expect(await leest('Lotte')).toContain('Kanarie woont daar.');
    expect(await leest('Sanne')).toContain('Kanarie woont daar.');
    expect(await leest('Bram')).not.toContain('Kanarie');

    const alles = await groep
      .lid('Lotte')
      .drukt('Bekijk alles (1)', {}, await live(world, groep, 2));
    await opentEnVult(
      groep.lid('Lotte'),
      await groep.lid('Lotte').drukt('Bekijk', {}, alles),
      'Wie mag dit lezen?',
      {
        'Wie mag dit lezen?': 'Alleen jij',
        'Wie mag het nog meer lezen?': ['Bram'],
      },
    );
    expect(await leest('Bram')).toContain('Kanarie woont daar.');
    await world.close();
  });

  it('is changed in the personal chat, not on a card that others see', async () => {
    const stuk = await inStap2({ forms: 'kaart' });
    const { world, groep } = stuk;
    await geeft(stuk, 'Lotte', 'Kanarie woont daar.', { 'Dit is vertrouwelijk': 'true' });
    const alles = await groep
      .lid('Lotte')
      .drukt('Bekijk alles (1)', {}, await live(world, groep, 2));
    expect(textOf(alles)).not.toContain('Kanarie');
    const refused = await groep.lid('Lotte').drukt('Aanpassen', {}, alles);
    expect(textOf(refused)).toContain('Dit is vertrouwelijk. Open het in je chat met mij.');

    const chat = world.alleen('Lotte');
    const lotte = chat.lid('Lotte');
    const status = await zegt(world, chat, lotte, 'status');
    const eigen = await lotte.drukt('Bekijk alles (1)', {}, status);
    expect(textOf(eigen)).toContain('Kanarie woont daar.');
    const form = await lotte.drukt('Aanpassen', {}, eigen);
    expect(standing(form)['omschrijving']).toBe('Kanarie woont daar.');
    expect(textOf(await vult(lotte, form, { 'Waar?': 'het plein' }))).toContain('Opgeslagen.');
    await world.close();
  });
});
