import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import {
  ingevuld,
  knoppenOp,
  textOf,
  type AnyCard,
  type Antwoorden,
} from '../support/voorbeeld/kaart.ts';
import type { Wire } from '../support/activities.ts';
import { live, opentEnVult, projectVan, start, volgende, vult, zegt } from './groep/hulp.ts';
import {
  openWorld,
  type Groep,
  type Lid,
  type World,
  type WorldOptions,
} from '../support/world.ts';

const PROBLEEM: Antwoorden = {
  'Wat is het probleem?': 'Op vrijdagavond rijden scooters over de stoep.',
  'Hoe hoog is het risico?': 'Hoog',
  'Wat raakt dit': 'Personen',
  'Hoe belangrijk is het': 'Hoog',
};
const TEKST = 'rijden scooters over de stoep';

let world: World;
afterEach(() => world.close());

interface Toneel {
  groep: Groep;
  sanne: Lid;
  bo: Lid;
  project: string;
  /** The live card of the step, as it is now. */
  kaart(stap?: number): Promise<AnyCard>;
  /** How many events of this kind the log holds. */
  aantal(kind: string): Promise<number>;
}

/** Sanne leads, the others take part; step 2 is open. */
async function inStap2(options: WorldOptions, ...anderen: string[]): Promise<Toneel> {
  world = await openWorld(options);
  const groep = world.groepschat('Sanne', 'Bo', ...anderen);
  const sanne = groep.lid('Sanne');
  await start(sanne);
  await volgende(sanne, {}, (text) => zegt(world, groep, sanne, text));
  const kaart = (stap = 2) => live(world, groep, stap);
  const project = projectVan(await kaart());
  return {
    groep,
    sanne,
    bo: groep.lid('Bo'),
    project,
    kaart,
    aantal: async (kind) => {
      await world.rust();
      const rows = await world.tables.projecten.range(project, 'e_', 'e_~');
      return rows.filter((row) => row['kind'] === kind).length;
    },
  };
}

const sluit = async ({ groep, sanne }: Toneel) => {
  const leiding = await sanne.drukt('Voor de projectleider', {}, await live(world, groep, 2));
  await sanne.drukt('Nu sluiten', {}, await sanne.drukt('Nu sluiten', {}, leiding));
};

const heropent = async ({ groep, sanne }: Toneel) => {
  const leiding = await sanne.drukt('Voor de projectleider', {}, await live(world, groep, 2));
  await opentEnVult(sanne, leiding, 'Stap langer openzetten', {});
};

/** What Teams does with a press that it gets no answer to in time: the same, and half a minute later as a new one. */
async function vierKeer(lid: Lid, wire: Wire, tussendoor = async () => {}): Promise<string[]> {
  const later = {
    ...wire,
    id: randomUUID(),
    timestamp: new Date(Date.parse(String(wire['timestamp'])) + 30_000).toISOString(),
  };
  const first = [await lid.stuurt(wire, 0), await lid.stuurt(wire, 1)];
  await tussendoor();
  const second = await Promise.all([lid.stuurt(later, 1), lid.stuurt(later, 0)]);
  return [...first, ...second].map(({ status, body }) => {
    expect(status).toBe(200);
    return JSON.stringify(body);
  });
}

describe('what Teams repeats is stored once, and answered the same [Z5]', () => {
  it('the saving of a form', async () => {
    const toneel = await inStap2({ instances: 2 });
    const form = await toneel.bo.drukt('Probleem doorgeven', {}, await toneel.kaart());

    const answers = await vierKeer(
      toneel.bo,
      toneel.bo.druk('Opslaan', ingevuld(form, PROBLEEM), form),
    );

    expect(await toneel.aantal('probleem')).toBe(1);
    expect(answers[0]).toContain('Opgeslagen');
    expect(new Set(answers).size).toBe(1);
  });

  it('a button that acts at once', async () => {
    const toneel = await inStap2({ instances: 2 });

    const answers = await vierKeer(
      toneel.bo,
      toneel.bo.druk('Ik heb niets toe te voegen', {}, await toneel.kaart()),
    );

    expect(await toneel.aantal('niets')).toBe(1);
    expect(answers[0]).toContain('Dank je.');
    expect(new Set(answers).size).toBe(1);
  });

  it('also when the step was closed in between: who saved in time hears so', async () => {
    const toneel = await inStap2({ instances: 2 });
    const form = await toneel.bo.drukt('Probleem doorgeven', {}, await toneel.kaart());
    const save = toneel.bo.druk('Opslaan', ingevuld(form, PROBLEEM), form);

    const answers = await vierKeer(toneel.bo, save, () => sluit(toneel));

    expect(await toneel.aantal('probleem')).toBe(1);
    for (const answer of answers) {
      expect(answer).toContain('Opgeslagen');
      expect(answer).not.toContain('gesloten');
    }
    const again = await toneel.bo.drukt('Opslaan', ingevuld(form, PROBLEEM), form);
    expect(textOf(again)).toContain('Opgeslagen');
  });

  it('also a tap, when the step was closed in between', async () => {
    const toneel = await inStap2({ instances: 2 });
    const tap = toneel.bo.druk('Ik heb niets toe te voegen', {}, await toneel.kaart());

    const answers = await vierKeer(toneel.bo, tap, () => sluit(toneel));

    expect(await toneel.aantal('niets')).toBe(1);
    for (const answer of answers) expect(answer).toContain('Dank je.');
  });

  it('also when the step was opened anew in between: a repeat belongs to the form it came from', async () => {
    const toneel = await inStap2({ instances: 2 });
    const form = await toneel.bo.drukt('Probleem doorgeven', {}, await toneel.kaart());
    const save = toneel.bo.druk('Opslaan', ingevuld(form, PROBLEEM), form);

    const answers = await vierKeer(toneel.bo, save, async () => {
      await sluit(toneel);
      await heropent(toneel);
    });

    expect(await toneel.aantal('probleem')).toBe(1);
    for (const answer of answers) expect(answer).toContain('Opgeslagen');
    expect(textOf(await toneel.kaart())).toContain('1 van de 2 heeft gereageerd.');
  });

  it('also the next of a row of forms', async () => {
    const toneel = await inStap2({ instances: 2 });
    const form = await toneel.bo.drukt('Probleem doorgeven', {}, await toneel.kaart());

    const answers = await vierKeer(
      toneel.bo,
      toneel.bo.druk('Opslaan en nog een', ingevuld(form, PROBLEEM), form),
    );

    expect(await toneel.aantal('probleem')).toBe(1);
    expect(new Set(answers).size).toBe(1);
  });
});

describe('what is not a repeat is stored each time', () => {
  it('what was refused after the lock is judged again when the step is opened anew, from the same form', async () => {
    const toneel = await inStap2({ instances: 2 });
    const form = await toneel.bo.drukt('Probleem doorgeven', {}, await toneel.kaart());
    await sluit(toneel);
    const refused = await toneel.bo.drukt('Opslaan', ingevuld(form, PROBLEEM), form);
    expect(textOf(refused)).toContain('Stap 2 is gesloten');
    await heropent(toneel);

    const saved = await toneel.bo.drukt('Opslaan', ingevuld(form, PROBLEEM), form);

    expect(textOf(saved)).toContain('Opgeslagen');
    expect(await toneel.aantal('probleem')).toBe(1);
  });

  it('akkoord, niet akkoord and akkoord again from one card are three events', async () => {
    const toneel = await inStap2({ instances: 2 });
    const { groep, sanne, bo } = toneel;
    for (const wat of ['Scooters rijden over de stoep.', 'Fietsen worden gestolen.'])
      await opentEnVult(bo, await toneel.kaart(), 'Probleem doorgeven', {
        ...PROBLEEM,
        'Wat is het probleem?': wat,
      });
    const begin = await sanne.drukt(
      'Start het overleg',
      {},
      await zegt(world, groep, sanne, 'agenda'),
    );
    await sanne.drukt('Start het overleg', {}, begin);
    const lijst = await sanne.drukt(
      'Lijst vaststellen',
      {},
      await zegt(world, groep, sanne, 'agenda'),
    );
    await sanne.drukt('Vaststellen', {}, lijst);
    const card = await toneel.kaart();

    await bo.drukt('Akkoord', {}, card);
    const nee = await bo.drukt('Niet akkoord', {}, card);
    await vult(bo, nee, { 'Wat wil je': 'Eerst de fietsen.' }, 'Niet akkoord');
    const last = await bo.drukt('Akkoord', {}, card);
    const again = await bo.drukt('Akkoord', {}, card);

    expect(await toneel.aantal('akkoord')).toBe(3);
    for (const answer of [last, again]) expect(textOf(answer)).toContain('Je bent akkoord');
    expect(textOf(await toneel.kaart())).toContain('1 van de 2 aanwezigen is akkoord.');
  });

  it('the same text of two people are two events', async () => {
    const toneel = await inStap2({ instances: 2 });
    const [mine, theirs] = await Promise.all(
      [toneel.sanne, toneel.bo].map(async (lid) => {
        const form = await lid.drukt('Probleem doorgeven', {}, await toneel.kaart());
        return lid.stuurt(lid.druk('Opslaan', ingevuld(form, PROBLEEM), form));
      }),
    );

    expect(JSON.stringify(mine)).toContain('Opgeslagen');
    expect(JSON.stringify(theirs)).toContain('Opgeslagen');
    expect(await toneel.aantal('probleem')).toBe(2);
  });

  it('twenty people at once, over two instances: all of it, and the card counts them', async () => {
    const namen = Array.from({ length: 18 }, (_, nr) => `Deelnemer ${nr}`);
    const toneel = await inStap2({ instances: 2 }, ...namen);
    const { groep } = toneel;
    const card = await toneel.kaart();
    const wires = await Promise.all(
      ['Sanne', 'Bo', ...namen].map(async (naam, nr) => {
        const lid = groep.lid(naam);
        if (nr % 4 === 0) return { lid, wire: lid.druk('Ik heb niets toe te voegen', {}, card) };
        const form = await lid.drukt('Probleem doorgeven', {}, card, nr % 2);
        return { lid, wire: lid.druk('Opslaan', ingevuld(form, PROBLEEM), form) };
      }),
    );

    const answers = await Promise.all(wires.map(({ lid, wire }, nr) => lid.stuurt(wire, nr % 2)));

    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).toMatch(/Opgeslagen|Dank je/);
    }
    expect(await toneel.aantal('probleem')).toBe(15);
    expect(await toneel.aantal('niets')).toBe(5);
    const read = textOf(await toneel.kaart());
    expect(read).toContain('20 van de 20 hebben gereageerd.');
    expect(JSON.stringify(await toneel.kaart())).toContain('Bekijk alles (15)');
  });
});

describe('an older client that knows no Action.Execute', () => {
  /** The same button as such a client sends it: its fallback, as a message. */
  function fallback(lid: Lid, titel: string, on: AnyCard): Wire {
    const knop = knoppenOp(on).find(({ title }) => title === titel);
    const { data } = (knop as unknown as { fallback: { data: unknown } }).fallback;
    const { value: _value, name: _name, ...rest } = lid.druk(titel, {}, on);
    return { ...rest, type: 'message', value: data };
  }

  it('does the same with its fallback, once, together with the other', async () => {
    const toneel = await inStap2({ instances: 2 });
    const card = await toneel.kaart();
    const wire = fallback(toneel.bo, 'Ik heb niets toe te voegen', card);

    await toneel.bo.stuurt(wire, 0);
    await toneel.bo.stuurt({ ...wire, id: randomUUID() }, 1);
    await toneel.bo.stuurt(toneel.bo.druk('Ik heb niets toe te voegen', {}, card), 0);

    expect(await toneel.aantal('niets')).toBe(1);
    expect(textOf(toneel.groep.card('Dank je.'))).toContain('Voor Bo');
    expect(textOf(await toneel.kaart())).toContain('1 van de 2 heeft gereageerd.');
  });

  it('saves a form by message, and that message turns into the receipt', async () => {
    const toneel = await inStap2({ forms: 'kaart' });
    const form = await toneel.bo.drukt('Probleem doorgeven', {}, await toneel.kaart());
    const wire = fallback(toneel.bo, 'Opslaan', form);
    const value = { ...(wire['value'] as object), ...ingevuld(form, PROBLEEM) };

    await toneel.bo.stuurt({ ...wire, value });

    expect(await toneel.aantal('probleem')).toBe(1);
    expect(toneel.groep.cards().map(textOf).join()).not.toContain('Formulier voor Bo');
    expect(textOf(toneel.groep.card('Opgeslagen'))).toContain('Voor Bo');
  });
});

/** How a save can come to nothing. Each leaves the form, or the text, with who typed it. */
const WEIGERINGEN: readonly {
  waarom: string;
  zin: string;
  antwoorden?: Antwoorden;
  vooraf?: (toneel: Toneel) => Promise<unknown>;
}[] = [
  {
    waarom: 'a question was left open',
    zin: 'Kijk waar',
    antwoorden: { 'Hoe hoog is het risico?': [] },
  },
  {
    waarom: 'a text is too long',
    zin: 'Dit mag 2000 tekens zijn.',
    antwoorden: { 'Heb je cijfers, een foto': 'x'.repeat(2_001) },
  },
  {
    waarom: 'there seems to be a phone number in it',
    zin: 'Hier lijkt een telefoonnummer te staan.',
    antwoorden: { 'Heb je cijfers, een foto': 'Bel 06-12345678.' },
  },
  { waarom: 'the step was closed', zin: 'Stap 2 is gesloten sinds', vooraf: sluit },
  {
    waarom: 'the deadline has passed',
    zin: 'Stap 2 is gesloten sinds do 28 januari, 17.00 uur.',
    vooraf: async () => world.het_is('2027-01-28', '17:02'),
  },
  {
    waarom: 'the group went on',
    zin: 'Deze stap is voorbij.',
    vooraf: ({ sanne, groep }) => volgende(sanne, {}, (text) => zegt(world, groep, sanne, text)),
  },
  {
    waarom: 'who typed it is no longer in the group',
    zin: 'Je doet nog niet mee aan dit project.',
    vooraf: async ({ sanne, groep }) => {
      const lijst = await zegt(world, groep, sanne, 'deelnemers');
      await sanne.drukt(
        'Uit de groep halen',
        {},
        await sanne.drukt('Uit de groep halen', {}, lijst),
      );
    },
  },
];

describe.each(['dialoog', 'kaart'] as const)('with forms as %s, typed text survives', (forms) => {
  it.each(WEIGERINGEN)('when $waarom', async ({ zin, antwoorden = {}, vooraf }) => {
    const toneel = await inStap2({ forms });
    const form = await toneel.bo.drukt('Probleem doorgeven', {}, await toneel.kaart());
    await vooraf?.(toneel);

    const answer = await toneel.bo.drukt(
      'Opslaan',
      ingevuld(form, { ...PROBLEEM, ...antwoorden }),
      form,
    );

    expect(await toneel.aantal('probleem')).toBe(0);
    expect(textOf(answer)).toContain(zin);
    expect(JSON.stringify(answer)).toContain(TEKST);
    expect(knoppenOp(answer).length).toBeGreaterThan(0);
  });

  it('when somebody presses too much in a minute', async () => {
    const toneel = await inStap2({ forms });
    const card = await toneel.kaart();
    const form = await toneel.bo.drukt('Probleem doorgeven', {}, card);
    const save = toneel.bo.druk('Opslaan', ingevuld(form, PROBLEEM), form);
    for (let press = 0; press < 62; press++)
      await toneel.bo.stuurt(toneel.bo.druk('Bekijk alles (0)', {}, card));

    const { body } = await toneel.bo.stuurt(save);

    expect(JSON.stringify(body)).toContain('Je drukte te snel achter elkaar.');
    expect(JSON.stringify(body)).toContain(TEKST);
    expect(await toneel.aantal('probleem')).toBe(0);
  });

  it('while others make the live card change', async () => {
    const toneel = await inStap2({ forms }, 'Anke');
    const form = await toneel.bo.drukt('Probleem doorgeven', {}, await toneel.kaart());
    const anke = toneel.groep.lid('Anke');
    for (const wat of ['Het plein is donker.', 'Er ligt veel afval.'])
      await opentEnVult(anke, await toneel.kaart(), 'Probleem doorgeven', {
        ...PROBLEEM,
        'Wat is het probleem?': wat,
      });

    const saved = await vult(toneel.bo, form, PROBLEEM);

    expect(textOf(saved)).toContain('Opgeslagen');
    expect(await toneel.aantal('probleem')).toBe(3);
  });
});

describe('a form in the conversation is its owner’s', () => {
  it('is not saved by somebody else’s hand, and stays as it is for its owner', async () => {
    const toneel = await inStap2({ forms: 'kaart' }, 'Anke');
    const form = await toneel.bo.drukt('Probleem doorgeven', {}, await toneel.kaart());
    const anke = toneel.groep.lid('Anke');

    const refused = await anke.drukt('Opslaan', ingevuld(form, PROBLEEM), form);

    expect(textOf(refused)).toContain('Dit overzicht of formulier is voor Bo.');
    expect(await toneel.aantal('probleem')).toBe(0);
    expect(textOf(toneel.groep.card('Formulier voor Bo'))).toContain('Wat is het probleem?');
    const saved = await vult(toneel.bo, form, PROBLEEM);
    expect(textOf(saved)).toContain('Opgeslagen');
    expect(await toneel.aantal('probleem')).toBe(1);
  });
});

it('sends no mention to anybody because of what people type, in text or in name', async () => {
  const toneel = await inStap2({});
  const wat = '<at>Sanne</at> @Bo {{DATE(2027-01-14T17:00:00Z)}} **kijk** [hier](https://kwaad.nl)';
  await opentEnVult(toneel.bo, await toneel.kaart(), 'Probleem doorgeven', {
    ...PROBLEEM,
    'Wat is het probleem?': wat,
  });
  const lijst = await toneel.bo.drukt('Bekijk alles (1)', {}, await toneel.kaart());

  expect(textOf(lijst).replaceAll('\u200b', '')).toContain(wat);
  for (const { activity } of world.teams.sent)
    expect(JSON.stringify(activity)).not.toContain('"mention"');
});
