import { describe, expect, it } from 'vitest';
import { keuzes, standing, textOf } from '../../support/voorbeeld/kaart.ts';
import type { Groep } from '../../support/world.ts';
import {
  eenWereld,
  live,
  NAAM,
  opentEnVult,
  PROBLEEM,
  start,
  titels,
  volgende,
  vult,
  zegt,
  zietTaken,
} from './hulp.ts';
import { begonnen, type Stuk } from './stuk.ts';

const DOCUMENT = {
  Titel: 'Cijfers 2026',
  Link: 'https://gemeente.sharepoint.com/sites/plein/cijfers.xlsx?web=1',
  'Waar gaat het over?': 'Meldingen per maand.',
};

/** A group in which Bram added a document. */
async function metDocument(): Promise<Stuk> {
  const stuk = await begonnen();
  const kaart = await live(stuk.world, stuk.groep, 1);
  await opentEnVult(stuk.lid('Bram'), kaart, 'Document toevoegen', DOCUMENT);
  return stuk;
}

const documenten = async ({ groep, zegt: typt }: Stuk, naam: string) =>
  groep.lid(naam).drukt('Documenten', {}, await typt(naam, 'plan'));

describe('documents', () => {
  it('are added by anybody in the group, and everybody reads them, with who added them [B9]', async () => {
    const stuk = await metDocument();
    const { world, groep } = stuk;
    await opentEnVult(groep.lid('Sanne'), await live(world, groep, 1), 'Document toevoegen', {
      Titel: 'Opdracht',
      Link: 'https://gemeente.nl/opdracht',
    });

    const read = textOf(await documenten(stuk, 'Lotte'));
    expect(read).toContain(`Cijfers 2026\n${DOCUMENT.Link}\nMeldingen per maand.\nVan Bram`);
    expect(read).toContain('Opdracht\nhttps://gemeente.nl/opdracht\nVan Sanne');
    expect(textOf(await live(world, groep, 1))).toContain('Documenten\n2');
    await world.close();
  });

  it('are changed and taken away by who added them or who leads, and by nobody else', async () => {
    const stuk = await metDocument();
    const { world, groep } = stuk;
    expect(titels(await documenten(stuk, 'Lotte'))).toEqual(['Document toevoegen']);
    await opentEnVult(groep.lid('Bram'), await documenten(stuk, 'Bram'), 'Aanpassen', {
      Titel: 'Cijfers 2025 en 2026',
    });
    expect(textOf(await documenten(stuk, 'Lotte'))).toContain('Cijfers 2025 en 2026');

    const sannes = await groep.lid('Sanne').opent('Cijfers', await documenten(stuk, 'Sanne'));
    await groep.lid('Bram').drukt('Intrekken', {}, await documenten(stuk, 'Bram'));
    expect(textOf(await documenten(stuk, 'Lotte'))).toContain('Er zijn nog geen documenten.');
    const twice = await groep.lid('Sanne').drukt('Intrekken', {}, sannes);
    expect(textOf(twice)).toContain('Dit is niet gevonden.');
    await world.close();
  });

  it('changed by two at once keep the first; the second sees that and their own text', async () => {
    const stuk = await metDocument();
    const { world, groep } = stuk;
    const mine = await groep.lid('Bram').drukt('Aanpassen', {}, await documenten(stuk, 'Bram'));
    await opentEnVult(groep.lid('Sanne'), await documenten(stuk, 'Sanne'), 'Aanpassen', {
      Titel: 'Van Sanne',
    });

    const second = await vult(groep.lid('Bram'), mine, { Titel: 'Van Bram' });
    expect(textOf(second)).toContain('Iemand anders heeft dit intussen aangepast.');
    expect(standing(second)['titel']).toBe('Van Bram');
    await vult(groep.lid('Bram'), second, {});
    expect(textOf(await documenten(stuk, 'Lotte'))).toContain('Van Bram');
    await world.close();
  });

  it('changed by oneself in the meantime are not said to be changed by somebody else', async () => {
    const stuk = await metDocument();
    const { world, groep } = stuk;
    const open = async () =>
      groep.lid('Bram').drukt('Aanpassen', {}, await documenten(stuk, 'Bram'));
    const [eerst, daarna] = [await open(), await open()];
    await vult(groep.lid('Bram'), daarna, { Titel: 'Nieuw' });

    const terug = await vult(groep.lid('Bram'), eerst, { Titel: 'Nieuwer' });
    expect(textOf(terug)).toContain('Je hebt dit zelf net aangepast.');
    expect(textOf(terug)).not.toContain('Iemand anders');
    expect(standing(terug)['titel']).toBe('Nieuwer');
    await world.close();
  });
});

describe('a link to a document', () => {
  const wereld = eenWereld();

  it.each([
    ['http://gemeente.nl/plan', 'Plak een link die begint met https://.'],
    ['javascript:alert(document.cookie)', 'Plak een link die begint met https://.'],
    ['C:\\map\\plan.docx', 'Plak een link die begint met https://.'],
    ['', 'Plak de link naar het document.'],
  ])('are https links only: "%s" is refused, the rest stays', async (adres, zin) => {
    const world = wereld();
    const { groep } = await begonnen({ world });
    const refused = await opentEnVult(
      groep.lid('Bram'),
      await live(world, groep, 1),
      'Document toevoegen',
      { ...DOCUMENT, Link: adres },
    );

    expect(textOf(refused)).toContain(zin);
    expect(standing(refused)).toMatchObject({ titel: 'Cijfers 2026', link: adres });
    await world.rust();
    expect(textOf(await live(world, groep, 1))).not.toContain('Documenten');
  });
});

describe('own criteria', () => {
  const wereld = eenWereld();
  const criteria = async ({ groep, zegt: typt }: Stuk) =>
    groep.lid('Sanne').drukt('Bekijken', {}, await typt('Sanne', 'instellingen'));
  const voegToe = async (
    stuk: Stuk,
    lijst: string,
    naam: string,
    opties = 'Overdag\nAvond\nNacht',
  ) =>
    opentEnVult(stuk.groep.lid('Sanne'), await criteria(stuk), 'Extra criterium toevoegen', {
      'Voor welke lijst?': lijst,
      'Wat wil je weten?': naam,
      'Uit welke antwoorden': opties,
    });

  it('fit the planner to the local situation: two for problems and two for measures; a third is refused [C10, C11, E15]', async () => {
    const stuk = await begonnen();
    const own = await stuk.groep
      .lid('Sanne')
      .drukt('Extra criterium toevoegen', {}, await criteria(stuk));
    expect(textOf(own)).toContain('Zo past de planner bij jullie situatie.');
    await voegToe(stuk, 'Problemen', 'Tijdstip');
    await voegToe(stuk, 'Problemen', 'Zichtbaar', 'Ja\nNee');
    const third = await voegToe(stuk, 'Problemen', 'Seizoen');
    expect(textOf(third)).toContain(
      'Er kunnen twee eigen criteria zijn voor problemen en twee voor maatregelen.',
    );
    await voegToe(stuk, 'Maatregelen', 'Haalbaar', 'Ja\nNee');
    await voegToe(stuk, 'Maatregelen', 'Termijn', 'Kort\nLang');
    const full = await stuk.groep
      .lid('Sanne')
      .drukt('Extra criterium toevoegen', {}, await criteria(stuk));
    expect(textOf(full)).toContain('Trek er eerst een in.');

    await volgende(stuk.groep.lid('Sanne'), {}, (text) => stuk.zegt('Sanne', text));
    const form = await stuk.groep
      .lid('Bram')
      .drukt('Probleem doorgeven', {}, await live(stuk.world, stuk.groep, 2));
    expect(textOf(form)).toContain('Tijdstip');
    expect(textOf(form)).toContain('Zichtbaar');
    expect(textOf(form)).not.toContain('Haalbaar');
    await stuk.world.close();
  });

  it.each([
    ['with one choice', 'Overdag'],
    ['with the same choice twice', 'Overdag\n Overdag '],
    ['with seven choices', 'a\nb\nc\nd\ne\nf\ng'],
  ])('%s are refused', async (_wat, opties) => {
    const stuk = await begonnen({ world: wereld() });
    const refused = await voegToe(stuk, 'Problemen', 'Tijdstip', opties);
    expect(textOf(refused)).toContain('Schrijf 2 tot 6 verschillende keuzes op.');
    expect(standing(refused)['opties']).toBe(opties);
  });

  it('changed on the way keep the answers that were given, and say that those are on the old scale', async () => {
    const stuk = await begonnen();
    const { world, groep } = stuk;
    await voegToe(stuk, 'Problemen', 'Tijdstip');
    await volgende(groep.lid('Sanne'), {}, (text) => stuk.zegt('Sanne', text));
    for (const [naam, tijdstip] of [
      ['Bram', 'Nacht'],
      ['Lotte', 'Avond'],
    ] as const)
      await opentEnVult(groep.lid(naam), await live(world, groep, 2), 'Probleem doorgeven', {
        ...PROBLEEM,
        'Wat is het probleem?': `Lawaai, zegt ${naam}.`,
        Tijdstip: tijdstip,
      });
    await opentEnVult(groep.lid('Sanne'), await criteria(stuk), 'Aanpassen', {
      'Uit welke antwoorden': 'Overdag\nAvond\nWeekend',
    });

    const alles = textOf(
      await groep.lid('Sanne').drukt('Bekijk alles (2)', {}, await live(world, groep, 2)),
    );
    expect(alles).toContain('Tijdstip: Nacht (oude keuze)');
    expect(alles).toContain('Tijdstip: Avond');
    expect(alles).not.toContain('Avond (oude keuze)');
    const form = await groep
      .lid('Sanne')
      .drukt('Probleem doorgeven', {}, await live(world, groep, 2));
    const id = Object.keys(standing(form)).find((key) => key.startsWith('criterium')) ?? '';
    expect(keuzes(form, id).map(({ title }) => title)).toEqual(['Overdag', 'Avond', 'Weekend']);

    await groep.lid('Sanne').drukt('Intrekken', {}, await criteria(stuk));
    const later = textOf(
      await groep.lid('Sanne').drukt('Bekijk alles (2)', {}, await live(world, groep, 2)),
    );
    expect(later).toContain('Tijdstip: Avond (oude keuze)');
    await world.close();
  });

  it('belong to the projectleider', async () => {
    const stuk = await begonnen();
    const settings = await stuk.zegt('Bram', 'instellingen');
    expect(textOf(settings)).not.toContain('Eigen criteria');
    const forged = await stuk.groep
      .lid('Bram')
      .drukt('Extra criterium toevoegen', {}, await criteria(stuk));
    expect(textOf(forged)).toMatch(/voor Sanne|alleen de projectleider/);
    await stuk.world.close();
  });
});

describe('what one can always ask for', () => {
  it('status tells where the project is and who it waits for, without names', async () => {
    const stuk = await begonnen();
    const { world, groep } = stuk;
    await volgende(groep.lid('Sanne'), {}, (text) => stuk.zegt('Sanne', text));
    await opentEnVult(
      groep.lid('Bram'),
      await live(world, groep, 2),
      'Probleem doorgeven',
      PROBLEEM,
    );
    const status = textOf(await stuk.zegt('Lotte', 'status'));

    expect(status).toContain('Opdrachtgever: de burgemeester');
    expect(status).toContain('Loopt van 4 januari 2027 tot 4 januari 2028');
    expect(status).toContain('Nu: stap 2, Wat is het probleem?\nTot do 28 januari, 17.00 uur');
    expect(status).toContain('1 van de 3 heeft gereageerd');
    expect(status).toContain('Stap 1 is klaar.\nHierna: stap 3, Wat doen wij al?');
    expect(status.replace('Voor Lotte', '')).not.toMatch(/Bram|Lotte/);
    await world.close();
  });

  it('mijn taken comes in the personal chat, over all one’s projects, and the conversation reads nothing of it', async () => {
    const stuk = await begonnen();
    const { world, groep } = stuk;
    const elders = world.groepschat('Joris', 'Kees', 'Bram');
    await start(elders.lid('Joris'), { 'Hoe heet het project?': 'Autobranden Noord' });
    await world.rust();
    const openStap2 = async (gesprek: Groep, wie: string) => {
      await volgende(gesprek.lid(wie), {}, (text) => zegt(world, gesprek, gesprek.lid(wie), text));
      await live(world, gesprek, 2);
    };
    await openStap2(groep, 'Sanne');
    await openStap2(elders, 'Joris');
    await opentEnVult(
      groep.lid('Bram'),
      await live(world, groep, 2),
      'Probleem doorgeven',
      PROBLEEM,
    );

    const here = await stuk.zegt('Bram', 'mijn taken');
    expect(textOf(here)).toContain('Je taken staan in je chat met mij.');
    const own = await zietTaken(world, 'Bram');
    expect(textOf(own)).toContain(
      'Autobranden Noord\nGeef door welke problemen jij ziet.\ntot do 28 januari, 17.00 uur',
    );
    const eigen = world.alleen('Bram').lid('Bram');
    const form = await eigen.drukt('Probleem doorgeven', {}, own);
    expect(textOf(await vult(eigen, form, PROBLEEM))).toContain('Opgeslagen.');
    expect(textOf(await live(world, elders, 2))).toContain('1 van de 3 heeft gereageerd.');
    const lotte = await zietTaken(world, 'Lotte');
    expect(textOf(lotte)).toContain(`${NAAM}\nGeef door welke problemen jij ziet.`);
    expect(textOf(lotte)).not.toContain('Autobranden');
    const chat = world.alleen('Lotte');
    await opentEnVult(chat.lid('Lotte'), lotte, 'Probleem doorgeven', {
      ...PROBLEEM,
      'Wat is het probleem?': 'Er ligt glas.',
    });
    expect(textOf(await live(world, groep, 2))).toContain('2 van de 3 hebben gereageerd.');
    expect(textOf(await zietTaken(world, 'Lotte'))).toContain('Je hoeft nu niets te doen.');
    await world.close();
  });

  it('plan shows the whole plan so far, step by step', async () => {
    const stuk = await begonnen();
    const { world, groep } = stuk;
    await volgende(groep.lid('Sanne'), {}, (text) => stuk.zegt('Sanne', text));
    for (let nth = 0; nth < 12; nth++)
      await opentEnVult(groep.lid('Bram'), await live(world, groep, 2), 'Probleem doorgeven', {
        ...PROBLEEM,
        'Wat is het probleem?': `Probleem ${nth}.`,
      });
    const first = await stuk.zegt('Lotte', 'plan');

    expect(textOf(first)).toContain(`Plan: ${NAAM}\nStand van nu, bij stap 2.`);
    expect(textOf(first)).toContain('1 Projectprofiel');
    const stap2 = await groep.lid('Lotte').opent('2 Wat is het probleem?', first);
    expect(textOf(stap2)).toContain('Pagina 1 van 2');
    const second = await groep.lid('Lotte').drukt('Volgende', {}, stap2);
    expect(textOf(second)).toContain('Probleem 11.');
    await world.close();
  });

  it('help fits the step and who asks, and outside a project tells how to begin [A6, A32, B1, C1]', async () => {
    const stuk = await begonnen();
    const { world, groep } = stuk;
    const before = world.groepschat('Otto');
    const none = textOf(await zegt(world, before, before.lid('Otto'), 'help'));
    expect(none).toContain(
      'overlast op een station, plein of winkelstraat, overlast van jeugd, vernielingen of fietsdiefstal.',
    );
    expect(textOf(await stuk.zegt('Bram', 'help'))).toContain(
      'Het doel van stap 1 is het omschrijven van het project.',
    );
    expect(textOf(await stuk.zegt('Sanne', 'help'))).toContain('Jij leidt dit project.');
    expect(textOf(await stuk.zegt('Bram', 'help'))).not.toContain('Jij leidt dit project.');
    await volgende(groep.lid('Sanne'), {}, (text) => stuk.zegt('Sanne', text));

    const help = textOf(await stuk.zegt('Bram', 'help'));
    expect(help).toContain(
      'Het doel van stap 2 is de veiligheidsopgave zo goed mogelijk in kaart te brengen.',
    );
    expect(help).toContain(
      '• interactieve probleembepaling (online)\n• bepalen van de prioriteiten (overleg)',
    );
    await world.close();
  });
});
