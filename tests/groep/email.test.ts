import { describe, expect, it } from 'vitest';
import {
  inputsOp,
  knoppenOp,
  standing,
  textOf,
  type AnyCard,
} from '../../support/voorbeeld/kaart.ts';
import { alsEmail } from '../../src/process/email/als-email.ts';
import type { Args } from '../../src/process/vormen/screen.ts';
import { HALF, stadium, WIE } from '../../support/stadia.ts';
import type { Groep, Lid, World } from '../../support/world.ts';
import {
  drukNth,
  live,
  NAAM,
  opentEnVult,
  PROBLEEM,
  titels,
  volgende,
  vult,
  zegt,
} from './hulp.ts';
import { begonnen } from './stuk.ts';

interface Stuk {
  world: World;
  groep: Groep;
  sanne: Lid;
  typt: (naam: string, text: string) => Promise<AnyCard>;
}

const GEHEIM = 'Kanarie in de kelder';

/** A group that Sanne leads, with a partner without Teams, in step 2. */
async function metPartner(toelichting = ''): Promise<Stuk> {
  const {
    world,
    groep,
    lid,
    zegt: typt,
  } = await begonnen({
    profiel: toelichting === '' ? {} : { 'Wat is de taak': toelichting },
  });
  const sanne = lid('Sanne');
  await opentEnVult(
    sanne,
    await typt('Sanne', 'deelnemers'),
    'Deelnemer toevoegen',
    { 'Naam van een partner': 'Fatima', 'Naam van de organisatie': 'Buurthuis' },
    'Toevoegen',
  );
  await volgende(sanne, {}, (text) => typt('Sanne', text));
  return { world, groep, sanne, typt };
}

/** What can be written about, as Sanne sees it. */
async function keuzelijst({ world, groep, sanne }: Stuk, stap = 2): Promise<AnyCard> {
  const leiding = await sanne.drukt('Voor de projectleider', {}, await live(world, groep, stap));
  return sanne.drukt('Als e-mail', {}, leiding);
}

/** The text about one thing in that list. */
async function email(stuk: Stuk, over: string, stap = 2): Promise<AnyCard> {
  const lijst = await keuzelijst(stuk, stap);
  return stuk.sanne.opent(over, lijst);
}

const tekstVan = (card: AnyCard): string => standing(card)['tekst'] ?? '';
const onderwerpVan = (card: AnyCard): string => standing(card)['onderwerp'] ?? '';

/** The address behind the button that opens Outlook; empty without one. */
const linkVan = (card: AnyCard): string =>
  (card['actions'] as { type: string; url?: string }[]).find(
    ({ type }) => type === 'Action.OpenUrl',
  )?.url ?? '';

/** The numbered questions of a text, without their numbers. */
const vragenIn = (tekst: string) =>
  [...tekst.matchAll(/^(\d+)\. (.*)$/gm)].map(([, nr, vraag]) => ({ nr: Number(nr), vraag }));

/** The questions of a form as its card asks them. */
const labels = (form: AnyCard) => inputsOp(form).map(({ label }) => label);

/** The same questions of a text, without the hints behind them. */
const gevraagdIn = (tekst: string, zoals: readonly string[]) =>
  vragenIn(tekst).map(({ vraag = '' }, at) => vraag.slice(0, zoals[at]?.length));

/** docs/bronnen.md#texts; agenda lines and choices are lists. */
const langeZinnen = (tekst: string) =>
  tekst
    .split('\n')
    .filter((line) => !/^(\s|\d+\.|-|•|VOORSTEL)/.test(line))
    .flatMap((line) => line.split(/(?<=[.?:])\s+/))
    .filter((zin) => zin.split(/\s+/).length > 15 && !zin.startsWith('Doel van deze stap'))
    .filter((zin) => !zin.startsWith('Het doel van stap'));

async function stelLijstVast({ world, sanne, typt }: Stuk): Promise<void> {
  const agenda = () => typt('Sanne', 'agenda');
  await opentEnVult(sanne, await agenda(), 'Start het overleg', {}, 'Start het overleg');
  const form = await sanne.drukt('Lijst vaststellen', {}, await agenda());
  await sanne.drukt('Vaststellen', {}, form);
  await world.rust();
}

/** The same group in step 3, with the one problem that Bram gave. */
async function inStap3(): Promise<Stuk> {
  const stuk = await metPartner();
  const { world, groep, sanne, typt } = stuk;
  const kaart = await live(world, groep, 2);
  await opentEnVult(groep.lid('Bram'), kaart, 'Probleem doorgeven', PROBLEEM);
  await stelLijstVast(stuk);
  await volgende(sanne, {}, (text) => typt('Sanne', text));
  return stuk;
}

describe('a partner without Teams gets by e-mail what the group reads', () => {
  it('the opening of step 2 asks the questions of the form, numbered, with until when and who to answer', async () => {
    const stuk = await metPartner();
    const { world, groep, sanne } = stuk;
    const form = await groep
      .lid('Bram')
      .drukt('Probleem doorgeven', {}, await live(world, groep, 2));

    const card = await email(stuk, 'Stap 2 is open');
    const tekst = tekstVan(card);

    expect(onderwerpVan(card)).toBe(`${NAAM}: stap 2, Wat is het probleem?`);
    expect(gevraagdIn(tekst, labels(form))).toEqual(labels(form));
    expect(vragenIn(tekst).map(({ nr }) => nr)).toEqual(labels(form).map((_, at) => at + 1));
    expect(tekst).toContain('Hoe hoog is het risico? (Risicokans)');
    for (const zin of [
      'Hallo,',
      `Dit gaat over het project ${NAAM}.`,
      'Opdrachtgever: de burgemeester.',
      'Antwoord uiterlijk op donderdag 28 januari om 17.00 uur. Daarna kan het niet meer.',
      '   Kies: Hoog / Midden / Laag',
      'Noem geen verdachten, slachtoffers of bewoners.',
      'Antwoord op deze e-mail. Je antwoord komt bij Sanne.',
      `Groet,\nSanne\nProjectleider van ${NAAM}`,
    ])
      expect(tekst).toContain(zin);
    expect(langeZinnen(tekst)).toEqual([]);
    // And what comes back is entered in the partner's name.
    const namens = await sanne.drukt('Antwoorden invoeren', {}, card);
    expect(textOf(namens)).toContain('Namens wie vul je in?');
    expect(textOf(namens)).toContain('Fatima');
    await world.close();
  });

  it('the opening of step 3 asks of each form its questions, with the problems of the list as choices', async () => {
    const stuk = await inStap3();
    const { world, groep } = stuk;
    const kaart = await live(world, groep, 3);
    const lotte = groep.lid('Lotte');
    const doen = await lotte.drukt('Maatregel doorgeven', {}, kaart);
    const niets = await lotte.drukt('Wij doen hier niets aan', {}, kaart);
    const straks = await lotte.drukt('Wij vertellen dit in het overleg', {}, doen);

    const tekst = tekstVan(await email(stuk, 'Stap 3 is open', 3));

    const alle = [doen, niets, straks].flatMap(labels);
    expect(gevraagdIn(tekst, alle)).toEqual(alle);
    expect(vragenIn(tekst).map(({ nr }) => nr)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(tekst).toContain('\nWat doen wij al?\n1. ');
    expect(tekst).toContain('\nWij doen hier niets aan\n6. ');
    expect(tekst).toContain('Op vrijdagavond rijden scooters over de stoep.');
    expect(langeZinnen(tekst)).toEqual([]);
    await world.close();
  });

  it('the summary of a step that is over has what came out, and a step that is over asks nothing more', async () => {
    const stuk = await inStap3();
    const { world } = stuk;

    const card = await email(stuk, 'Samenvatting van stap 2', 3);
    const tekst = tekstVan(card);

    expect(onderwerpVan(card)).toBe(`${NAAM}: samenvatting van stap 2`);
    expect(tekst).toContain('Stap 2 is gesloten.');
    expect(tekst).toContain('- 1. Op vrijdagavond rijden scooters over de stoep.');
    expect(tekst).toContain('Klopt er iets niet? Laat het weten.');
    expect(vragenIn(tekst)).toEqual([]);
    expect(textOf(await keuzelijst(stuk, 3))).not.toContain('Stap 2 is open');
    // The overleg was closed by going on.
    const uitkomsten = tekstVan(await email(stuk, 'Uitkomsten van overleg 1', 3));
    expect(uitkomsten).toContain('Overleg 1 is klaar.');
    expect(langeZinnen(uitkomsten)).toEqual([]);
    await world.close();
  });

  it('the agenda is made from the agenda itself, and asks who comes and what is missing', async () => {
    const stuk = await metPartner();
    const { world, groep, sanne, typt } = stuk;
    await opentEnVult(sanne, await typt('Sanne', 'agenda'), 'Plannen', {
      'Welke dag?': '2027-02-02',
      'Hoe laat?': '10:00',
      'Waar?': 'stadhuis, kamer 2.14',
    });
    await opentEnVult(
      groep.lid('Bram'),
      await live(world, groep, 2),
      'Probleem doorgeven',
      PROBLEEM,
    );

    const card = await sanne.drukt('Als e-mail', {}, await typt('Sanne', 'agenda'));
    const tekst = tekstVan(card);

    expect(onderwerpVan(card)).toBe(`${NAAM}: agenda van overleg 1`);
    for (const line of [
      'di 2 februari, 10.00 uur, stadhuis, kamer 2.14',
      'VOORSTEL VOOR DE AGENDA OM DE PRIORITEITEN IN DE PROJECTGROEP VAST TE STELLEN:',
      '• Opening en mededelingen',
      '• Wat hoort bij elkaar?\n   1 probleem, van 1 deelnemer',
    ])
      expect(tekst).toContain(line);
    expect(vragenIn(tekst)).toEqual([
      { nr: 1, vraag: 'Kom je?' },
      { nr: 2, vraag: 'Welk punt wil je bespreken?' },
    ]);
    expect(titels(await typt('Bram', 'agenda'))).not.toContain('Als e-mail');
    await world.close();
  });

  it('an invitation says what the project is and asks who joins; Outlook opens with the same text', async () => {
    const stuk = await metPartner('Veel meldingen rond het station.');
    const { sanne, typt } = stuk;
    const card = await sanne.drukt('Uitnodigen per e-mail', {}, await typt('Sanne', 'deelnemers'));
    const tekst = tekstVan(card);

    expect(tekst).toContain('Veel meldingen rond het station.');
    expect(tekst).toContain('Nu bezig: Stap 2: Wat is het probleem?');
    expect(vragenIn(tekst).map(({ vraag }) => vraag)).toEqual([
      'Doe je mee?',
      'Naam van de organisatie. Bijvoorbeeld: Woonstede. Gebruik dezelfde naam als je collega’s. Mag leeg blijven.',
      'Functie. Mag leeg blijven.',
    ]);
    expect(langeZinnen(tekst)).toEqual([]);
    const link = new URL(linkVan(card));
    expect(link.origin + link.pathname).toBe('https://outlook.office.com/mail/deeplink/compose');
    expect(link.searchParams.get('subject')).toBe(onderwerpVan(card));
    expect(link.searchParams.get('body')).toBe(tekst);
    expect(link.href.length).toBeLessThanOrEqual(2_000);
    await stuk.world.close();
  });

  it('one partner is addressed by name, and those without Teams come first in the list', async () => {
    const stuk = await metPartner();
    const lijst = await stuk.sanne.drukt(
      'Voor één partner',
      {},
      await email(stuk, 'Stap 2 is open'),
    );
    expect(textOf(lijst)).toMatch(/Fatima\nBuurthuis\nDoet mee zonder Teams\n›\nBram\n/);
    const card = await stuk.sanne.opent('Fatima', lijst);
    expect(tekstVan(card)).toMatch(/^Hallo Fatima,\n/);
    expect(vragenIn(tekstVan(card)).length).toBeGreaterThan(5);
    await stuk.world.close();
  });
});

/** What the view writes in a group that is in step 6. */
function inStap6(args: Args): string {
  const screen = alsEmail.show(stadium(HALF, 6, 'open').ctx(WIE.leider, args));
  return screen.kind === 'email' ? screen.tekst : '';
}

it('in step 6 a partner is asked about their own maatregelen, and others are not', () => {
  const eigen = inStap6({ wat: 'stap', voor: WIE.lid });
  const alle = inStap6({ wat: 'stap' });

  expect(eigen).toContain('Hoe gaat het met de maatregelen?');
  expect(eigen).toContain('   Kies: Niet gestart / Loopt / Klaar / Gestopt');
  expect(alle).not.toContain('Hoe gaat het met de maatregelen?');
  for (const tekst of [eigen, alle]) {
    expect(tekst).toContain('Wat is er gemeten?');
    const nummers = vragenIn(tekst).map(({ nr }) => nr);
    expect(nummers).toEqual(nummers.map((_, at) => at + 1));
  }
});

it('writes about nothing that is not there, and offers what is', () => {
  for (const args of [{ wat: 'overleg', nummer: '3' }, { wat: 'stap', nummer: '9' }, { wat: 'x' }])
    expect(inStap6(args)).toBe('');
});

describe('what goes out by e-mail', () => {
  it('holds nothing confidential, not even where its projectleider reads it alone', async () => {
    const stuk = await metPartner();
    const { world, groep, sanne, typt } = stuk;
    for (const [naam, antwoorden] of [
      ['Bram', PROBLEEM],
      ['Lotte', { ...PROBLEEM, 'Wat is het probleem?': GEHEIM, 'Dit is vertrouwelijk': 'true' }],
    ] as const)
      await opentEnVult(
        groep.lid(naam),
        await live(world, groep, 2),
        'Probleem doorgeven',
        antwoorden,
      );
    const agenda = tekstVan(await sanne.drukt('Als e-mail', {}, await typt('Sanne', 'agenda')));
    await stelLijstVast(stuk);
    await volgende(sanne, {}, (text) => typt('Sanne', text));

    const chat = world.alleen('Sanne');
    const alleen = chat.lid('Sanne');
    const status = await zegt(world, chat, alleen, 'status');
    const leiding = await alleen.drukt('Voor de projectleider', {}, status);
    const lijst = await alleen.drukt('Als e-mail', {}, leiding);
    const aantal = titels(lijst).filter((titel) => titel === 'Maak de tekst').length;
    const teksten = [agenda];
    for (let nth = 0; nth < aantal; nth++)
      teksten.push(tekstVan(await drukNth(alleen, lijst, 'Maak de tekst', nth)));

    expect(aantal).toBeGreaterThan(3);
    expect(teksten.every((tekst) => tekst.startsWith('Hallo'))).toBe(true);
    expect(teksten.join()).not.toContain(GEHEIM);
    expect(teksten.join()).toContain('Een vertrouwelijk probleem');
    await world.close();
  });

  it('is not for a deelnemer who does not lead, whatever they press', async () => {
    const stuk = await metPartner();
    const { world, groep } = stuk;
    const bram = groep.lid('Bram');
    expect(titels(await stuk.typt('Bram', 'deelnemers'))).not.toContain('Uitnodigen per e-mail');
    // The button that the group's card has for who leads, with another verb in it.
    const kaart = await live(world, groep, 2);
    const [knop] = knoppenOp(kaart).filter(({ title }) => title === 'Bekijk alles (0)');
    const data = JSON.parse(
      JSON.stringify(knop!.data).replace('"problemen"', '"als-email"'),
    ) as Record<string, unknown>;
    const vals = { ...kaart, body: [], actions: [{ ...knop!, data }] };

    const answer = await bram.drukt('Bekijk alles (0)', {}, vals);

    expect(textOf(answer)).toContain('Dit kan alleen de projectleider: Sanne.');
    expect(tekstVan(answer)).toBe('');
    expect(textOf(await stuk.sanne.drukt('Bekijk alles (0)', {}, vals))).toContain('Als e-mail');
    await world.close();
  });

  it('has no link where the text is too long for one, but the whole text', async () => {
    const toelichting = `${'Er zijn veel meldingen. '.repeat(80)}Tot zover.`;
    const stuk = await metPartner(toelichting);
    const card = await email(stuk, 'Uitnodiging om mee te doen');

    expect(linkVan(card)).toBe('');
    expect(tekstVan(card)).toContain(toelichting);
    expect(tekstVan(card)).toMatch(/Projectleider van Overlast Stationsplein$/);
    expect(textOf(card)).toContain('Kopieer het onderwerp en de tekst naar een nieuwe e-mail.');
    await stuk.world.close();
  });

  it('leads nowhere but to Outlook, whatever the project is called', async () => {
    const stuk = await metPartner();
    const naam = 'x&to=kwaad#<img src=https://voorbeeld.nl> %22';
    const form = await stuk.sanne.drukt(
      'Projectgegevens',
      {},
      await stuk.sanne.drukt('Voor de projectleider', {}, await live(stuk.world, stuk.groep, 2)),
    );
    await vult(stuk.sanne, form, { 'Hoe heet het project?': naam });

    const link = new URL(linkVan(await email(stuk, 'Uitnodiging om mee te doen')));

    expect([...link.searchParams.keys()]).toEqual(['subject', 'body']);
    expect(link.hash).toBe('');
    expect(link.searchParams.get('subject')).toContain('x&to=kwaad#');
    expect(link.href).not.toMatch(/%3Cimg/i);
    await stuk.world.close();
  });
});
