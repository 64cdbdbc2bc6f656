import { expect, it } from 'vitest';
import { openWekker } from '../../src/storage/wekker.ts';
import { dateOf, localOf, plusMs } from '../../src/process/taal/time.ts';
import {
  allesAangevinkt,
  knoppenOp,
  overalGekozen,
  textOf,
  type AnyCard,
} from '../../support/voorbeeld/kaart.ts';
import { REACTIES, type Reactie } from '../../support/voorbeeld/reacties.ts';
import { vulIn } from '../../support/voorbeeld/spelers.ts';
import { PARTNERS } from '../../support/voorbeeld/stationsplein.ts';
import { speel, VERHAAL, type Scene, type Toneel } from '../../support/voorbeeld/verhaal.ts';
import { openWorld, type Groep, type Lid, type World } from '../../support/world.ts';
import { volgende } from '../groep/hulp.ts';

const LEIDER = 'Sanne de Wit';
const PLAATSVERVANGER = 'Lotte Visser';
const NAMEN = [LEIDER, ...PARTNERS.map(({ naam }) => naam)];
const MINUTE_MS = 60_000;

/** What a partner does with the buttons of a message. */
const DADEN: Readonly<Record<string, Reactie>> = {
  'Probleem doorgeven': 'probleem',
  Akkoord: 'akkoord',
  'Maatregel doorgeven': 'maatregel',
  'Voortgang doorgeven': 'voortgang',
  'Meting doorgeven': 'meting',
};

/** What is asked stays under way all year, so that it is asked again every quarter. */
const NOG_BEZIG: Partial<typeof REACTIES> = {
  voortgang: async (wie, _partner, card) => {
    const form = await wie.drukt('Voortgang doorgeven', {}, card);
    await wie.drukt('Opslaan', overalGekozen(form, ['Loopt']), form);
  },
};

/** What the projectleider does as one of the group. */
async function leiderDoet(lid: Lid, card: AnyCard): Promise<void> {
  const kan = new Set(knoppenOp(card).map(({ title }) => title));
  if (kan.has('Ik heb niets toe te voegen'))
    await lid.drukt('Ik heb niets toe te voegen', {}, card);
  if (kan.has('Akkoord')) await lid.drukt('Akkoord', {}, card);
  if (!kan.has('Wij doen hier niets aan')) return;
  const form = await lid.drukt('Wij doen hier niets aan', {}, card);
  await lid.drukt('Opslaan', allesAangevinkt(form), form);
}

/** A message that asks for somebody's attention: in their own chat, or with their name in that of the group. */
interface Aandacht {
  naam: string;
  op: string;
  waar: 'eigen' | 'groep';
  card: AnyCard;
}

/** A year in which everybody waits for the first message that asks something of them, and then does it at once. */
class Jaar {
  readonly world: World;
  readonly groep: Groep;
  readonly leider: Lid;
  readonly gehad: Aandacht[] = [];
  readonly toneel: Toneel;
  #gelezen = 0;

  constructor(world: World) {
    this.world = world;
    this.groep = world.groepschat(...NAMEN);
    this.leider = this.groep.lid(LEIDER);
    const vandaag = () => dateOf(world.nu());
    this.toneel = {
      leider: this.leider,
      partner: (naam) => this.groep.lid(naam),
      kaart: async (stap) => {
        await world.rust();
        return this.groep.card(`Stap ${stap} van 6`);
      },
      get vandaag() {
        return vandaag();
      },
    };
  }

  /** The clock goes on, by all moments that were planned, to this one or until this person is asked something like it. */
  async tot(datum: string, tijd: string, totDit = (_one: Aandacht) => false): Promise<void> {
    const eind = `${datum} ${tijd}`;
    for (
      let op = await this.#straks();
      `${op.datum} ${op.tijd}` < eind;
      op = await this.#straks()
    ) {
      const before = this.gehad.length;
      await this.world.wordt(op.datum, op.tijd);
      await this.#doen();
      if (this.gehad.slice(before).some(totDit)) return;
    }
    await this.world.wordt(datum, tijd);
    await this.#doen();
  }

  /** The next moment that was planned, after now, on a whole minute. */
  async #straks() {
    await this.world.rust();
    const wekker = openWekker(this.world.tables.wekker, () => 0);
    const planned = [...(await wekker.kept()).values()].flatMap((kept) => kept.planned ?? []);
    const minuut = plusMs(this.world.nu(), MINUTE_MS);
    const eerst = planned.sort()[0] ?? '9999';
    if (eerst === '9999') return { datum: '9999-12-31', tijd: '00:00' };
    return localOf(plusMs(eerst > minuut ? eerst : minuut, MINUTE_MS - 1));
  }

  async speelt(...scenes: readonly Scene[]): Promise<void> {
    for (const scene of scenes) await speel(this.toneel, scene);
    await this.#doen();
  }

  async plant(datum: string): Promise<void> {
    const form = await this.leider.drukt('Plannen', {}, await this.leider.typt('overleg'));
    const antwoorden = { 'Welke dag': datum, 'Hoe laat': '14:00', Waar: 'Stadhuis' };
    const answer = await vulIn(this.leider, form, antwoorden);
    expect(textOf(answer)).toContain('is gepland');
  }

  /** Everybody reads what is new, and does what it asks. */
  async #doen(): Promise<void> {
    await this.world.rust();
    const nieuw = this.#nieuw();
    for (const { naam, card, waar } of nieuw) {
      if (waar !== 'eigen') continue;
      const lid = this.world.alleen(naam).lid(naam);
      const partner = PARTNERS.find((one) => one.naam === naam);
      if (!partner) await leiderDoet(lid, card);
      const daden = new Set(knoppenOp(card).flatMap(({ title }) => DADEN[title] ?? []));
      for (const daad of partner ? daden : [])
        await (NOG_BEZIG[daad] ?? REACTIES[daad])(lid, partner!, card);
    }
    await this.world.rust();
    this.#nieuw();
  }

  #nieuw(): Aandacht[] {
    const sent = this.world.teams.sent.slice(this.#gelezen);
    this.#gelezen += sent.length;
    const nieuw = sent.flatMap(({ method, conversation, activity, activityId }) => {
      if (method !== 'POST') return [];
      const { attachments } = activity as { attachments: [{ content: AnyCard }] };
      const card = { ...attachments[0].content, messageId: activityId };
      return NAMEN.flatMap((naam): Aandacht[] => {
        const isEigen = conversation === this.world.alleen(naam).conversation;
        if (!isEigen && !textOf(card).includes(`<at>${naam}</at>`)) return [];
        return [{ naam, op: this.world.nu(), waar: isEigen ? 'eigen' : 'groep', card }];
      });
    });
    this.gehad.push(...nieuw);
    return nieuw;
  }
}

const VERDER = 'Hoe gaat het project verder?';

const vraagt = (naam: string, tekst: string) => (one: Aandacht) =>
  one.naam === naam && textOf(one.card).includes(tekst);

/** Akkoord is not given at once, in the overleg, but when it is asked for. */
const laatAkkoordWachten = (scene: Scene): Scene =>
  scene.groep?.doet === 'akkoord' ? { leider: scene.leider } : scene;

/** At most so many messages in a year: for who leads or deputises, and for a partner. */
const LEIDING = 15;
const PARTNER = 12;

it('asks each person a handful of times in a year of six steps, three overleggen and four quarters, and names nobody in the group who answers at the first asking', async () => {
  const world = await openWorld();
  const jaar = new Jaar(world);
  const { leider } = jaar;
  await jaar.speelt(...VERHAAL.stap1);
  const kiezen = await leider.drukt(
    'Plaatsvervanger kiezen',
    {},
    await leider.typt('instellingen'),
  );
  await vulIn(leider, kiezen, { 'Wie vervangt de': PLAATSVERVANGER });

  await jaar.tot('2027-01-11', '10:00');
  await volgende(leider);
  await jaar.tot('2027-02-28', '10:00', vraagt(LEIDER, VERDER));
  await jaar.plant('2027-02-16');
  await jaar.tot('2027-02-16', '14:00');
  await jaar.speelt(...VERHAAL.overleg1.map(laatAkkoordWachten));
  await jaar.tot('2027-02-24', '10:00');
  await volgende(leider);
  await jaar.tot('2027-04-30', '10:00', vraagt(LEIDER, VERDER));
  await jaar.plant('2027-03-30');
  await jaar.tot('2027-03-30', '14:00');
  await jaar.speelt(...VERHAAL.stap4, ...VERHAAL.stap5);
  await jaar.tot('2027-04-05', '10:00');
  const [opentStap6, ...rest] = VERHAAL.stap6;
  await jaar.speelt(...(opentStap6 ? [{ leider: opentStap6.leider }] : []));
  await jaar.tot('2027-12-31', '10:00', vraagt(LEIDER, 'Plan overleg 3'));
  await jaar.plant('2027-12-14');
  await jaar.tot('2027-12-14', '14:00');
  await jaar.speelt(...rest);
  await jaar.tot('2028-03-31', '10:00');

  expect(textOf(await jaar.toneel.kaart(6))).toContain('Overlast Stationsplein is afgerond.');
  expect(jaar.gehad.filter(({ waar }) => waar === 'groep')).toEqual([]);
  const aantal = (naam: string) => jaar.gehad.filter((one) => one.naam === naam).length;
  expect(Object.fromEntries(NAMEN.map((naam) => [naam, aantal(naam)]))).toEqual({
    [LEIDER]: 11,
    'Bram Jansen': 11,
    'Fatima El Idrissi': 11,
    'Joris van Dam': 11,
    [PLAATSVERVANGER]: 13,
    'Mehmet Yilmaz': 11,
  });
  for (const naam of NAMEN)
    expect(aantal(naam), naam).toBeLessThanOrEqual(
      naam === LEIDER || naam === PLAATSVERVANGER ? LEIDING : PARTNER,
    );
  await world.close();
});
