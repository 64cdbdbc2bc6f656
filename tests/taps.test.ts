import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ingevuld,
  inputsOp,
  standing,
  textOf,
  type AnyCard,
  type Antwoorden,
  rijOp,
  rijenOp,
} from '../support/voorbeeld/kaart.ts';
import { live, opentEnVult, start, titels, volgende, zegt } from './groep/hulp.ts';
import { openWorld, type Groep, type Lid, type World } from '../support/world.ts';

/** Counts what somebody's finger does: each press, and each choice that is not there yet. Typing is not counted. */
class Vinger {
  taps = 0;
  readonly lid: Lid;

  constructor(lid: Lid) {
    this.lid = lid;
  }

  /** Presses a button of a message that is in sight: one that stands behind a row is not. */
  drukt(knop: string, op: AnyCard): Promise<AnyCard> {
    this.taps += 1;
    expect(titels(op)).toContain(knop);
    return this.lid.drukt(knop, {}, op);
  }

  /** Presses the row of a list that says this. */
  opent(rij: string, op: AnyCard): Promise<AnyCard> {
    this.taps += 1;
    return this.lid.opent(rij, op);
  }

  /** Answers a form and presses the button that saves. */
  vult(form: AnyCard, antwoorden: Antwoorden, knop: string): Promise<AnyCard> {
    const inputs = ingevuld(form, antwoorden);
    for (const [id, value] of Object.entries(inputs)) this.taps += keuzesTussen(form, id, value);
    this.taps += 1;
    return this.lid.drukt(knop, inputs, form);
  }
}

/**
 * A radio button or a date is one tap, a choice of a folded list is two: opening it and choosing. Of a list with ticks it
 * is each tick that changes.
 */
function keuzesTussen(form: AnyCard, id: string, value: string): number {
  const input = inputsOp(form).find((found) => found.id === id);
  const before = standing(form)[id] ?? '';
  if (!input?.choices || value === before) return 0;
  const ticks = (text: string) => text.split(',').filter((one) => one !== '');
  const was = ticks(before);
  const is = ticks(value);
  if (is.length <= 1 && was.length <= 1) return input.style === 'expanded' ? 1 : 2;
  return [...is.filter((one) => !was.includes(one)), ...was.filter((one) => !is.includes(one))]
    .length;
}

const PROBLEEM: Antwoorden = {
  'Wat is het probleem?': 'Op vrijdagavond rijden scooters over de stoep.',
  'Waar?': 'Stationsplein',
  'Hoe hoog is het risico?': 'Hoog',
  'Wat raakt dit': 'Personen',
  'Hoe belangrijk is het': 'Midden',
};
const MAATREGEL: Antwoorden = {
  'Wat doen jullie?': 'Elke vrijdag een ronde over het plein.',
  'Op wie of wat': ['Gebied'],
  'Wat doet deze maatregel?': 'We voorkomen',
};

/** What each task took, by the words of docs/bronnen.md#taps. */
const gemeten = new Map<string, number>();

let world: World;
let groep: Groep;
const lid = (naam: string) => groep.lid(naam);
const kaart = (stap: number) => live(world, groep, stap);
const typt = (naam: string, text: string) => zegt(world, groep, lid(naam), text);

/** A point of the agenda, as Sanne opens it. */
const punt = async (titel: string) =>
  lid('Sanne').opent(`. ${titel}`, await typt('Sanne', 'agenda'));

async function meet(
  taak: string,
  naam: string,
  doe: (vinger: Vinger) => Promise<AnyCard>,
): Promise<AnyCard> {
  const vinger = new Vinger(lid(naam));
  const end = await doe(vinger);
  expect(textOf(end), taak).not.toMatch(/niet opgeslagen|Er ging iets mis/);
  gemeten.set(taak, vinger.taps);
  return end;
}

async function stap1(): Promise<void> {
  await lid('Sanne').installeert();
  await meet('start project', 'Sanne', async (vinger) => {
    const form = await vinger.drukt('Start een project', groep.card('Veiligheidsplanner'));
    return vinger.vult(
      form,
      { 'Hoe heet het project?': 'Stationsplein', 'Wie is de opdrachtgever?': 'de burgemeester' },
      'Project starten',
    );
  });
  await verder('volgende stap', 1);
}

/** From the live card to the next step. */
async function verder(taak: string, stap: number): Promise<void> {
  const card = await kaart(stap);
  await meet(taak, 'Sanne', async (vinger) =>
    vinger.drukt(`Stap ${stap + 1} nu starten`, await vinger.drukt('Voor de projectleider', card)),
  );
  expect(textOf(await kaart(stap + 1))).toContain(`Stap ${stap + 1} van 6`);
}

async function stap2(): Promise<void> {
  const open = await kaart(2);
  await meet('niets toe te voegen', 'Dirk', (vinger) =>
    vinger.drukt('Ik heb niets toe te voegen', open),
  );
  const again = await meet('probleem doorgeven', 'Bo', async (vinger) =>
    vinger.vult(await vinger.drukt('Probleem doorgeven', open), PROBLEEM, 'Opslaan en nog een'),
  );
  await meet('het volgende probleem', 'Bo', (vinger) =>
    vinger.vult(
      again,
      { ...PROBLEEM, 'Wat is het probleem?': 'Er worden fietsen gestolen.' },
      'Opslaan',
    ),
  );
  const stil = await kaart(2);
  await meet('herinner nu', 'Sanne', async (vinger) =>
    vinger.drukt('Herinner hen allemaal nu', await vinger.drukt('Voor de projectleider', stil)),
  );
  await namens();
  await overleg1();
}

/** For a partner without Teams, and then again for the same one. */
async function namens(): Promise<void> {
  const lijst = await lid('Sanne').drukt(
    'Deelnemer toevoegen',
    {},
    await typt('Sanne', 'deelnemers'),
  );
  await lid('Sanne').drukt(
    'Toevoegen',
    ingevuld(lijst, { 'Naam van een partner': 'Willem Bos' }),
    lijst,
  );
  const leiding = await lid('Sanne').drukt('Voor de projectleider', {}, await kaart(2));
  const partners = await lid('Sanne').drukt('Namens een partner invullen', {}, leiding);
  const form = await lid('Sanne').drukt('Probleem doorgeven', {}, rijOp(partners, 'Willem Bos'));
  const again = await new Vinger(lid('Sanne')).vult(form, PROBLEEM, 'Opslaan en nog een');
  expect(textOf(again)).toContain('namens Willem Bos');
  await meet('namens invoeren (volgende)', 'Sanne', (vinger) =>
    vinger.vult(
      again,
      { ...PROBLEEM, 'Wat is het probleem?': 'De verlichting is vaak kapot.' },
      'Opslaan',
    ),
  );
}

async function overleg1(): Promise<void> {
  await opentEnVult(lid('Sanne'), await typt('Sanne', 'agenda'), 'Plannen', {
    'Welke dag?': '2027-01-20',
    'Waar?': 'stadhuis',
  });
  await world.rust();
  const uitnodiging = groep.card('Overleg 1 is gepland');
  await meet('ik kom', 'Bo', (vinger) => vinger.drukt('Ik kom', uitnodiging));
  await meet('aanwezigheid', 'Sanne', async (vinger) =>
    vinger.vult(
      await vinger.drukt('Start het overleg', await typt('Sanne', 'agenda')),
      {},
      'Start het overleg',
    ),
  );
  const er = ['Sanne', 'Bo', 'Willem'];
  await meet('aanwezigheid (2 uitzonderingen)', 'Sanne', async (vinger) =>
    vinger.vult(
      await vinger.drukt('Aanwezigheid', await typt('Sanne', 'agenda')),
      { 'Wie is er aanwezig?': er },
      'Opslaan',
    ),
  );
  await meet('clusteren (2 problemen)', 'Sanne', async (vinger) =>
    vinger.vult(
      await vinger.drukt('Problemen samenvoegen', await typt('Sanne', 'agenda')),
      {
        'Welke problemen': ['Op vrijdagavond', 'De verlichting'],
        'Hoe heten ze samen?': 'Onveilig plein',
      },
      'Voeg samen',
    ),
  );
  const eerste = await lid('Sanne').drukt('Uitkomst', {}, await punt('Opening'));
  const tekst = { 'Wat is de uitkomst?': 'Besproken.' };
  const tweede = await new Vinger(lid('Sanne')).vult(eerste, tekst, 'Opslaan en volgende');
  expect(textOf(tweede)).toContain('Uitkomst: Wat hoort bij elkaar?');
  await meet('uitkomst per agendapunt', 'Sanne', (vinger) =>
    vinger.vult(tweede, tekst, 'Opslaan en volgende'),
  );
  await lid('Sanne').drukt(
    'Open de stemming',
    {},
    await lid('Sanne').drukt('Stemming openen', {}, await punt('Stemmen:')),
  );
  const stemmen = await kaart(2);
  await meet('stemmen', 'Bo', async (vinger) => {
    const form = await vinger.drukt('Stemmen', stemmen);
    const [drie] = inputsOp(form);
    const keuzes = drie?.choices?.slice(0, 3).map(({ title }) => title) ?? [];
    return vinger.vult(form, { [drie?.label ?? '']: keuzes }, 'Stem');
  });
  await lid('Sanne').drukt('Sluit de stemming', {}, await punt('Stemmen:'));
  const lijst = await lid('Sanne').drukt('Lijst vaststellen', {}, await punt('Stemmen:'));
  await lid('Sanne').drukt('Vaststellen', {}, lijst);
  const vast = await kaart(2);
  await meet('akkoord', 'Bo', (vinger) => vinger.drukt('Akkoord', vast));
  await afspraak();
  const einde = await lid('Sanne').drukt('Overleg afsluiten', {}, await typt('Sanne', 'agenda'));
  await lid('Sanne').drukt('Afsluiten', {}, einde);
}

async function afspraak(): Promise<void> {
  const form = await lid('Sanne').drukt('Afspraak toevoegen', {}, await typt('Sanne', 'agenda'));
  const wat = { 'Wat spreken we af?': 'Cijfers opvragen.', 'Wie doet het?': 'Bo' };
  await lid('Sanne').drukt('Opslaan', ingevuld(form, wat), form);
  const chat = world.alleen('Bo');
  const taken = await chat.lid('Bo').typt('mijn taken');
  const vinger = new Vinger(chat.lid('Bo'));
  expect(textOf(await vinger.drukt('Klaar', taken))).toContain('Klaar.');
  gemeten.set('afspraak klaar', vinger.taps);
}

async function stap3(): Promise<void> {
  await verder('volgende stap, na overleg 1', 2);
  const open = await kaart(3);
  await meet('maatregel', 'Bo', async (vinger) =>
    vinger.vult(
      await vinger.drukt('Maatregel doorgeven', open),
      { ...MAATREGEL, 'Voor welk probleem?': '1' },
      'Opslaan',
    ),
  );
  const lijst = await lid('Bo').drukt(naarLijst(open), {}, open);
  const [, tweede] = rijenOp(lijst).filter((rij) => titels(rij).includes('Maatregel doorgeven'));
  await meet('maatregel, met de knop bij het probleem', 'Bo', async (vinger) => {
    return vinger.vult(await vinger.drukt('Maatregel doorgeven', tweede!), MAATREGEL, 'Opslaan');
  });
  await meet('niets aan (2 problemen)', 'Anke', async (vinger) => {
    const form = await vinger.drukt('Wij doen hier niets aan', open);
    const keuzes =
      inputsOp(form)[0]
        ?.choices?.slice(0, 2)
        .map(({ title }) => title) ?? [];
    return vinger.vult(form, { 'Waar doen jullie': keuzes }, 'Opslaan');
  });
}

const naarLijst = (card: AnyCard) =>
  titels(card).find((titel) => /^Bekijk alles/.test(titel)) ?? '';

/** Two measures go into the matrix; Bo trekt both. */
async function stap6(): Promise<void> {
  await verder('volgende stap, van 3', 3);
  await verder('volgende stap, van 4', 4);
  const matrix = await lid('Sanne').drukt('Wie doet wat', {}, await kaart(5));
  const kiezen = await lid('Sanne').drukt('Regel toevoegen', {}, matrix);
  for (const wat of ['Elke vrijdag een ronde.', 'Betere verlichting.']) {
    const form = await lid('Sanne').drukt('Nieuwe maatregel', {}, kiezen);
    const rij = {
      'Voor welk probleem?': '1',
      'Wat gaan we doen?': wat,
      'Wie is de trekker?': 'Bo',
    };
    await lid('Sanne').drukt('Opslaan', ingevuld(form, rij), form);
  }
  const stap5 = await kaart(5);
  await meet('akkoordverzoek', 'Sanne', async (vinger) => {
    const verzoek = await vinger.drukt('Akkoordverzoek', await vinger.drukt('Besluiten', stap5));
    expect(textOf(verzoek)).toContain('de burgemeester');
    return verzoek;
  });
  await verder('volgende stap, van 5', 5);
  const open = await kaart(6);
  await meet('voortgang (2 regels)', 'Bo', async (vinger) => {
    const form = await vinger.drukt('Voortgang doorgeven', open);
    return vinger.vult(form, { 'Elke vrijdag': 'Loopt', Betere: 'Klaar' }, 'Opslaan');
  });
}

beforeAll(async () => {
  world = await openWorld();
  groep = world.groepschat('Sanne', 'Bo', 'Anke', 'Dirk');
  await stap1();
  await stap2();
  await stap3();
  await stap6();
});
afterAll(() => world.close());

describe('from the visible message to stored, typing not counted, it takes at most so many taps', () => {
  it.each([
    ['niets toe te voegen', 1],
    ['akkoord', 1],
    ['afspraak klaar', 1],
    ['probleem doorgeven', 5],
    ['het volgende probleem', 4],
    ['maatregel', 5],
    ['maatregel, met de knop bij het probleem', 4],
    ['niets aan (2 problemen)', 2 + 2],
    ['stemmen', 5],
    ['voortgang (2 regels)', 2 + 2],
    ['volgende stap', 2],
    ['volgende stap, na overleg 1', 2],
    ['volgende stap, van 3', 2],
    ['volgende stap, van 4', 2],
    ['volgende stap, van 5', 2],
    ['herinner nu', 2],
    ['akkoordverzoek', 2],
    ['ik kom', 1],
    ['uitkomst per agendapunt', 1],
    ['aanwezigheid', 2],
    ['aanwezigheid (2 uitzonderingen)', 2 + 2],
    ['clusteren (2 problemen)', 2 + 2],
    ['namens invoeren (volgende)', 4],
    ['start project', 4],
  ])('%s: %i', (taak, hoogstens) => {
    expect(gemeten.get(taak)).toBeGreaterThan(0);
    expect(gemeten.get(taak)).toBeLessThanOrEqual(hoogstens);
  });
});

it('takes the date of the next step from the usual one: Thursday in three weeks, 17.00', async () => {
  const tweede = await openWorld();
  tweede.het_is('2027-01-05', '09:00');
  const chat = tweede.groepschat('Sanne', 'Bo');
  await start(chat.lid('Sanne'));

  const form = await chat.lid('Sanne').typt('volgende stap');

  expect(standing(form)).toMatchObject({ datum: '2027-01-28', tijd: '17:00' });
  await tweede.close();
});

it.each([0, 1, 2])('a probleem takes one tap more for each of %i own criteria', async (n) => {
  const andere = await openWorld();
  const chat = andere.groepschat('Sanne', 'Bo');
  const sanne = chat.lid('Sanne');
  await start(sanne);
  for (let nth = 1; nth <= n; nth++) {
    const criteria = await sanne.drukt(
      'Bekijken',
      {},
      await zegt(andere, chat, sanne, 'instellingen'),
    );
    await opentEnVult(sanne, criteria, 'Extra criterium toevoegen', {
      'Voor welke lijst?': 'Problemen',
      'Wat wil je weten?': `Maat ${nth}`,
      'Uit welke antwoorden kan iemand kiezen?': 'veel\nweinig',
    });
  }
  await volgende(sanne);
  const vinger = new Vinger(chat.lid('Bo'));
  const form = await vinger.drukt('Probleem doorgeven', await live(andere, chat, 2));
  const eigen = Object.fromEntries(
    Array.from({ length: n }, (_, nth) => [`Maat ${nth + 1}`, 'veel']),
  );

  const end = await vinger.vult(form, { ...PROBLEEM, ...eigen }, 'Opslaan');

  expect(textOf(end)).toContain('Opgeslagen');
  expect(vinger.taps).toBe(5 + n);
  await andere.close();
});

it.each([5, 9, 15])('a maatregel takes no more taps when %i problems come first', async (n) => {
  const andere = await openWorld();
  const chat = andere.groepschat('Sanne', 'Bo');
  const sanne = chat.lid('Sanne');
  await start(sanne);
  await volgende(sanne);
  let form = await sanne.drukt('Probleem doorgeven', {}, await live(andere, chat, 2));
  for (let nth = 1; nth <= n; nth++) {
    const probleem = {
      ...PROBLEEM,
      'Wat is het probleem?': `Soort overlast: ${'abc'.repeat(nth)}.`,
    };
    form = await sanne.drukt('Opslaan en nog een', ingevuld(form, probleem), form);
  }
  await volgende(sanne, {}, (text) => zegt(andere, chat, sanne, text));
  const vinger = new Vinger(chat.lid('Bo'));

  const open = await vinger.drukt('Maatregel doorgeven', await live(andere, chat, 3));
  const end = await vinger.vult(
    open,
    { ...MAATREGEL, 'Voor welk probleem?': String(n) },
    'Opslaan',
  );

  expect(textOf(end)).toContain('Opgeslagen');
  expect(vinger.taps).toBeLessThanOrEqual(5);
  await andere.close();
});
