import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { COMMANDS } from '../../src/teams/talk/commands.ts';
import {
  knoppenOp,
  rijOp,
  textOf,
  type AnyCard,
  type Knop,
} from '../../support/voorbeeld/kaart.ts';
import { openWorld, type Groep, type World } from '../../support/world.ts';
import { live, opentEnVult, PROBLEEM, start, volgende } from './hulp.ts';

let world: World;
let groep: Groep;

/** What Teams shows of this message to whoever comes by later. */
const staat = (card: AnyCard) =>
  textOf(groep.cards().find(({ messageId }) => messageId === card.messageId)!);

const verbVan = ({ data }: Knop) => (data['_'] as { verb: string }).verb;
const weergavenOp = (card: AnyCard) =>
  knoppenOp(card).filter((knop) => planner.weergaven.has(verbVan(knop)));

/** Presses this button only, on the card that holds it. */
const alleen = (card: AnyCard, knop: Knop): AnyCard => ({ ...card, body: [], actions: [knop] });

describe('somebody’s own card in the conversation of the group', () => {
  beforeAll(async () => {
    world = await openWorld();
    groep = world.groepschat('Sanne', 'Bram', 'Lotte');
    await start(groep.lid('Sanne'), { 'Wie doet er mee?': ['Bram', 'Lotte'] });
    await volgende(groep.lid('Sanne'));
    await opentEnVult(
      groep.lid('Bram'),
      await live(world, groep, 2),
      'Probleem doorgeven',
      PROBLEEM,
    );
  });
  afterAll(() => world.close());

  it('is in the message itself what each of its buttons led to', async () => {
    const bram = groep.lid('Bram');
    const gelijk: string[] = [];
    const anders: string[] = [];
    for (const { woord } of COMMANDS.filter(({ verb }) => planner.weergaven.has(verb)))
      for (const knop of weergavenOp(await bram.typt(woord))) {
        world.minuut();
        const card = await bram.typt(woord);
        const answer = await bram.drukt(knop.title, {}, alleen(card, knop));
        await world.rust();
        (staat(card) === textOf(answer) ? gelijk : anders).push(`${woord} > ${knop.title}`);
      }

    expect(anders).toEqual([]);
    expect(gelijk.length).toBeGreaterThan(15);
  });

  it('stays as it is when its owner may not see what a button leads to any more', async () => {
    const lotte = groep.lid('Lotte');
    const card = await lotte.typt('status');
    const weg = await groep
      .lid('Sanne')
      .drukt('Uit de groep halen', {}, rijOp(await groep.lid('Sanne').typt('deelnemers'), 'Lotte'));
    await groep.lid('Sanne').drukt('Uit de groep halen', {}, weg);
    await world.rust();
    const before = staat(card);
    world.minuut();

    const knoppen = weergavenOp(card).filter(
      (knop) => planner.weergaven.get(verbVan(knop))?.right === 'deelnemer',
    );
    for (const knop of knoppen) {
      const answer = await lotte.drukt(knop.title, {}, alleen(card, knop));
      expect(textOf(answer)).toContain('Je doet nog niet mee');
    }
    await world.rust();

    expect(knoppen.length).toBeGreaterThan(0);
    expect(staat(card)).toBe(before);
  });
});
