import { describe, expect, it } from 'vitest';
import type { Wire } from '../support/activities.ts';
import { ingevuld, inputsOp, textOf, type AnyCard } from '../support/voorbeeld/kaart.ts';
import type { Groep, Lid } from '../support/world.ts';
import type { Fragment } from '../src/tab/tekenen/fragment.ts';
import {
  eenWereld,
  live,
  PROBLEEM,
  projectVan,
  start,
  volgende,
  zegt,
  mogelijk,
  titels,
} from './groep/hulp.ts';
import { bestemming, lezer, tekstVan, type Lezer } from './tab/lezer.ts';

const world = eenWereld();

/** Somebody in the chat and somebody at the tab, who do the same in one project. */
interface Toneel {
  groep: Groep;
  project: string;
  sanne: Lid;
  chat: Lid;
  tab: Lezer;
  kaart: () => Promise<AnyCard>;
}

async function inStap2(): Promise<Toneel> {
  world().het_is('2027-01-04');
  const groep = world().groepschat('Sanne', 'Bo', 'Fatima');
  await start(groep.lid('Sanne'));
  await volgende(groep.lid('Sanne'));
  const kaart = () => live(world(), groep, 2);
  return {
    groep,
    project: projectVan(await kaart()),
    sanne: groep.lid('Sanne'),
    chat: groep.lid('Bo'),
    tab: lezer(world(), 'Fatima'),
    kaart,
  };
}

/** What is said on a card, without the questions themselves and without whose card it is. */
function gezegdOp(card: AnyCard): string[] {
  const vragen = inputsOp(card);
  // A sentence at a wrong field stands in its label.
  const fouten = vragen.flatMap(({ label }) => /Let op: .*$/.exec(label) ?? []);
  const eigen = new Set(
    vragen.flatMap(({ label, choices = [] }) => [
      ...[label, 'Ja'],
      ...choices.flatMap(({ title, value }) => [title, value]),
    ]),
  );
  const regels = textOf(card)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(
      (line) => !['', RIJ].includes(line) && !eigen.has(line) && !/oor (Sanne|Bo)$/.test(line),
    );
  return [...regels, ...fouten];
}

const knoppenIn = (html: string) =>
  [...html.matchAll(/<button[^>]*class="knop[^>]*>([^<]*)</g)].map(([, titel = '']) =>
    tekstVan(titel),
  );

/** What a card has at the end of a row that opens. */
const RIJ = '›';

/** All that the card says the page says too, what was typed stands in both, and one can go on in the same ways. */
function zeggenHetzelfde(
  card: AnyCard,
  { html }: Fragment,
  getypt: readonly string[] = [],
  wegen = titels(card),
): void {
  const page = tekstVan(html);
  for (const line of gezegdOp(card)) expect(page).toContain(line);
  for (const text of getypt) {
    expect(JSON.stringify(card)).toContain(text);
    expect(html).toContain(text);
  }
  expect(new Set(knoppenIn(html))).toEqual(new Set(wegen));
}

const OP_SLOT = async () => world().het_is('2027-01-28', '17:02');

/** What may become of the same form, saved in the same state. */
const GEVALLEN: readonly {
  wat: string;
  zin: string;
  knop?: string;
  antwoorden?: object;
  vooraf?: (toneel: Toneel) => Promise<unknown>;
}[] = [
  { wat: 'is stored', zin: 'Opgeslagen' },
  { wat: 'is stored, with another to follow', zin: 'Opgeslagen.', knop: 'Opslaan en nog een' },
  {
    wat: 'leaves a question open',
    zin: 'Kijk waar',
    antwoorden: { 'Hoe hoog is het risico?': [] },
  },
  {
    wat: 'seems to hold a phone number',
    zin: 'Hier lijkt een telefoonnummer te staan.',
    antwoorden: { 'Heb je cijfers, een foto': 'Bel 06-12345678.' },
  },
  { wat: 'came after the lock', zin: 'Stap 2 is gesloten sinds', vooraf: OP_SLOT },
  {
    wat: 'came when the group had gone on',
    zin: 'Deze stap is voorbij.',
    vooraf: ({ sanne, groep }) => volgende(sanne, {}, (text) => zegt(world(), groep, sanne, text)),
  },
];

describe('chat and tab say the same of a form', () => {
  it.each(GEVALLEN)('that $wat', async ({ zin, knop = 'Opslaan', antwoorden = {}, vooraf }) => {
    const toneel = await inStap2();
    const { chat, tab, project, kaart } = toneel;
    const form = await chat.drukt('Probleem doorgeven', {}, await kaart());
    const page = await tab.blad({ project, verb: 'probleem.doorgeven' });
    zeggenHetzelfde(form, page);
    const velden = ingevuld(form, { ...PROBLEEM, ...antwoorden });
    await vooraf?.(toneel);

    const card = await chat.drukt(knop, velden, form);
    const extra = knop === 'Opslaan' ? '' : 'nogEen';
    const fragment = await tab.doe({ ...bestemming(page.html), velden, extra });

    expect(textOf(card)).toContain(zin);
    zeggenHetzelfde(card, fragment, fragment.opgeslagen ? [] : [velden['omschrijving'] ?? '']);
  });

  it('that was changed in between', async () => {
    const { sanne, groep, project } = await inStap2();
    const tab = lezer(world(), 'Sanne');
    const velden = (naam: string) => ({
      ...{ naam, opdrachtgevers: 'De burgemeester' },
      ...{ start: '2027-01-04', einde: '2027-12-31' },
    });
    const opent = async () => (await tab.blad({ project, verb: 'project.wijzigen' })).html;
    const leiding = await sanne.drukt('Voor de projectleider', {}, await live(world(), groep, 2));
    const form = await sanne.drukt('Projectgegevens', {}, leiding);
    const [mine, first] = [bestemming(await opent()), bestemming(await opent())];
    await tab.doe({ ...first, velden: velden('Overlast bij de bus') });

    const card = await sanne.drukt('Opslaan', velden('Overlast bij de trein'), form);
    const fragment = await tab.doe({ ...mine, velden: velden('Overlast bij de trein') });

    expect(textOf(card)).toContain('Je hebt dit zelf net aangepast.');
    zeggenHetzelfde(card, fragment, ['Overlast bij de trein']);
  });

  it('that came when it was too busy: it stays as it was typed', async () => {
    const { sanne, groep, project } = await inStap2();
    const tab = lezer(world(), 'Sanne');
    groep.komt_erbij('Karel');
    world().het_is('2027-01-04', '10:02');
    const lijst = await sanne.typt('deelnemers');
    const form = await sanne.drukt('Deelnemer toevoegen', {}, lijst);
    const page = await tab.blad({ project, verb: 'deelnemer.toevoegen' });
    await world().rust();
    // Who is here has to be asked anew, and Teams takes longer than an answer may take.
    const traag = (tijd: string) => {
      world().het_is('2027-01-04', tijd);
      world().teams.failNext({ slowMs: 3_100 });
    };

    traag('10:04');
    const card = await sanne.drukt('Toevoegen', { leden: '29:Karel' }, form);
    traag('10:06');
    const fragment = await tab.doe({ ...bestemming(page.html), velden: { leden: '29:Karel' } });

    expect(textOf(card)).toContain('Het is even druk.');
    zeggenHetzelfde(card, fragment);
  });
});

it('a card that sends anything but text has left that question open', async () => {
  const { chat, kaart, groep } = await inStap2();
  const form = await chat.drukt('Probleem doorgeven', {}, await kaart());
  const velden = ingevuld(form, PROBLEEM);
  const wire = chat.druk('Opslaan', velden, form);
  const { data } = wire['value'] as { data: object };
  const sent = { ...data, kans: ['hoog'], gevolgen: { $ne: 1 }, rol: 'baas', prioriteit: 12 };

  const { body } = await chat.stuurt({ ...wire, value: { data: sent } });

  const said = JSON.stringify(body);
  expect(said.match(/Fout: /g)).toHaveLength(3);
  expect(said).toContain(velden['omschrijving']);
  expect(said).not.toContain('baas');
  expect(textOf(await live(world(), groep, 2))).toContain('Nog niemand heeft gereageerd.');
});

describe('chat and tab say the same of a button that acts at once', () => {
  const NIETS = 'Ik heb niets toe te voegen';

  it.each([
    { wat: 'is stored', zin: 'Dank je.', vooraf: async () => {} },
    { wat: 'comes too late', zin: 'Stap 2 is gesloten sinds', vooraf: OP_SLOT },
  ])('that $wat', async ({ zin, vooraf }) => {
    const { chat, tab, project, kaart } = await inStap2();
    const card = await kaart();
    await vooraf();

    const pressed = await chat.drukt(NIETS, {}, card);
    const nonce = 'n'.repeat(8);
    const fragment = await tab.doe({ project, verb: 'probleem.niets', rev: 0, nonce });

    const line = gezegdOp(pressed).find((regel) => regel.includes(zin));
    expect(line).toBeDefined();
    expect(tekstVan(fragment.html)).toContain(line);
  });
});

describe('chat and tab show the same', () => {
  it('of what somebody may see, and of what they may not', async () => {
    const { groep, chat, tab, project } = await inStap2();

    for (const [woord, verb] of [
      ['deadline', 'deadline'],
      ['volgende stap', 'stap.volgende'],
      ['deelnemers', 'deelnemers'],
      ['instellingen', 'instellingen'],
    ] as const) {
      const card = await zegt(world(), groep, chat, woord);
      const wegen = await mogelijk(chat, card);
      zeggenHetzelfde(card, await tab.blad({ project, verb }), [], wegen);
    }
  });

  it('of a button that nobody knows', async () => {
    const { chat, tab, project, kaart } = await inStap2();
    const wire = JSON.stringify(chat.druk('Ik heb niets toe te voegen', {}, await kaart()));

    const { body } = await chat.stuurt(
      JSON.parse(wire.replaceAll('probleem.niets', 'probleem.iets')) as Wire,
    );
    const seen = await tab.blad({ project, verb: 'probleem.iets' });
    const done = await tab.doe({ project, verb: 'probleem.iets', rev: 0, nonce: 'n'.repeat(8) });

    for (const { html } of [seen, done])
      zeggenHetzelfde((body as { value: AnyCard }).value, { html } as Fragment);
  });
});
