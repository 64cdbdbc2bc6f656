import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knoppenOp, textOf, type AnyCard } from '../../support/voorbeeld/kaart.ts';
import { openWorld, type Groep, type World } from '../../support/world.ts';
import { live, opentEnVult, PROBLEEM, start, titels, volgende } from './hulp.ts';

const NAMEN = ['Sanne', 'Bram', 'Lotte'];
const kijkers = (card: AnyCard): string[] =>
  (card as AnyCard & { refresh: { userIds: string[] } }).refresh.userIds;

let world: World;
let groep: Groep;
const kaart = (stap = 2) => live(world, groep, stap);
/** The card as this person sees it. */
const voor = async (naam: string, stap = 2) => groep.lid(naam).ziet(await kaart(stap));
const meldt = async (naam: string, wat: string) =>
  opentEnVult(groep.lid(naam), await kaart(), 'Probleem doorgeven', {
    ...PROBLEEM,
    'Wat is het probleem?': wat,
  });

describe('the live card, as each person sees it', () => {
  beforeAll(async () => {
    world = await openWorld();
    groep = world.groepschat(...NAMEN);
    await start(groep.lid('Sanne'), { 'Wie doet er mee?': ['Bram', 'Lotte'] });
    await volgende(groep.lid('Sanne'));
  });
  afterAll(() => world.close());

  it('is asked for by whoever leads first, then by who still has to act', async () => {
    expect(kijkers(await kaart())).toEqual(['29:Sanne', '29:Bram', '29:Lotte']);
    expect(kijkers(await kaart(1))).toEqual([]);
  });

  it('says first how it stands for them: none, one, two problems', async () => {
    expect(textOf(await voor('Bram'))).toContain('Jij: nog niets doorgegeven.');
    await meldt('Bram', 'Fietsen verdwijnen uit de stalling.');
    expect(textOf(await voor('Bram'))).toContain('Jij: 1 probleem doorgegeven.');
    await meldt('Bram', 'Er wordt gedeald in de tunnel.');
    expect(textOf(await voor('Bram'))).toContain('Jij: 2 problemen doorgegeven.');
    expect(textOf(await voor('Lotte'))).toContain('Jij: nog niets doorgegeven.');
    expect(textOf(await kaart())).not.toContain('Jij:');
  });

  it('is brought up to date for them with each thing that they give, also where the card of everybody stays the same', async () => {
    const puts = () =>
      world.teams.sent.filter(
        ({ method, conversation }) => method === 'PUT' && conversation === groep.conversation,
      ).length;
    await kaart();
    const before = puts();
    await meldt('Bram', 'De buren slapen slecht door muziek.');
    await world.rust();

    expect(puts()).toBeGreaterThan(before);
  });

  it('has no button that would refuse them, and what they gave can be changed from it', async () => {
    expect(titels(await voor('Sanne'))).toContain('Voor de projectleider');
    expect(titels(await voor('Bram'))).not.toContain('Voor de projectleider');
    expect(titels(await voor('Lotte'))).toContain('Ik heb niets toe te voegen');
    expect(titels(await voor('Bram'))).not.toContain('Ik heb niets toe te voegen');

    const eigen = await groep.lid('Bram').drukt('Aanpassen', {}, await voor('Bram'));
    expect(textOf(eigen)).toContain('van mij');
  });

  it('stays theirs after a press on it, and opens forms as the card of everybody does', async () => {
    const card = await voor('Lotte');
    const na = await groep.lid('Lotte').drukt('Ik heb niets toe te voegen', {}, card);

    expect(textOf(na)).toContain('Jij: niets toe te voegen.');
    expect(
      knoppenOp(card)
        .filter(({ title }) => title === 'Probleem doorgeven')
        .map(({ data }) => data['msteams']),
    ).toEqual([{ type: 'task/fetch' }]);
  });

  it('is only read: nothing is sent or stored, however often Teams asks', async () => {
    const card = await kaart();
    const sent = world.teams.sent.length;
    const before = kijkers(card).length;
    for (const naam of NAMEN) {
      await groep.lid(naam).ziet(card);
      await groep.lid(naam).ziet(card);
    }
    await world.rust();

    expect(world.teams.sent.length).toBe(sent);
    expect(kijkers(await kaart())).toHaveLength(before);
  });

  it('names nobody once the step is over, so that nobody asks', async () => {
    await volgende(groep.lid('Sanne'));

    expect(kijkers(await kaart())).toEqual([]);
    expect(textOf(await voor('Bram'))).not.toContain('Jij:');
  });
});

describe('how long it still is', () => {
  it('is true on each day, without a message to anybody', async () => {
    const here = await openWorld();
    const chat = here.groepschat('Sanne', 'Bram');
    await start(chat.lid('Sanne'), { 'Wie doet er mee?': ['Bram'] });
    await volgende(chat.lid('Sanne'), { 'Tot wanneer': '2027-01-28' });
    const staat = async () =>
      textOf(await live(here, chat, 2)).match(/nog \d+ \w+|morgen|vandaag/)?.[0];
    const op = async (datum: string) => {
      await here.wordt(datum, '00:01');
      return staat();
    };
    expect(await staat()).toBe('nog 3 weken');
    const posts = () => here.teams.sent.filter(({ method }) => method === 'POST').length;
    const before = posts();

    expect(await op('2027-01-08')).toBe('nog 2 weken');
    expect(await op('2027-01-14')).toBe('nog 14 dagen');
    expect(posts()).toBe(before);
    expect(await op('2027-01-26')).toBe('nog 2 dagen');
    expect(await op('2027-01-27')).toBe('morgen');
    expect(await op('2027-01-28')).toBe('vandaag');
    await here.close();
  });
});
