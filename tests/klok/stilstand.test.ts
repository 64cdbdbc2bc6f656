import { afterEach, describe, expect, it } from 'vitest';
import { textOf, type AnyCard } from '../../support/voorbeeld/kaart.ts';
import { allesIn, live, opentEnVult, PROBLEEM, start, volgende } from '../groep/hulp.ts';
import { personalChat, type Sent } from '../../support/fake-teams.ts';
import { openWorld, type Groep, type World } from '../../support/world.ts';

const IEDEREEN = ['Sanne', 'Bram', 'Lotte', 'Karim'];
/** Who has answered in step 2. */
const KLAAR = 'Bram';

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

/**
 * A group in step 2 since Monday 4 January 10.00, until Thursday 14 January 17.00. Reminders are due on Monday 11 January
 * at 9.00 and on Tuesday 12 January in the afternoon; the projectleider is asked how to go on on 15, 19 and 25 January.
 */
async function inStap2(instances = 1): Promise<{ world: World; groep: Groep }> {
  const opened = await openWorld({ instances });
  world = opened;
  const groep = opened.groepschat(...IEDEREEN);
  const sanne = groep.lid('Sanne');
  await start(sanne);
  await opened.rust();
  await opentEnVult(sanne, await sanne.typt('instellingen'), 'Plaatsvervanger kiezen', {
    'Wie vervangt de': 'Karim',
  });
  await volgende(sanne, { 'Tot wanneer': '2027-01-14' });
  await opentEnVult(groep.lid(KLAAR), await live(opened, groep, 2), 'Probleem doorgeven', PROBLEEM);
  await opened.rust();
  return { world: opened, groep };
}

/** What Teams got since then: new messages in the conversation and in everybody's own chat. */
function sinds({ teams }: World, groep: Groep, since: number) {
  const posts = teams.sent.slice(since).filter(({ method }) => method === 'POST');
  const inChat = (id: string) => posts.filter(({ conversation }) => conversation === id);
  const gesprek = inChat(groep.conversation);
  const eigen = IEDEREEN.map((naam) => inChat(personalChat(`29:${naam}`)));
  return {
    gesprek,
    noemend: gesprek.filter((sent) => tekstVan(sent).includes('<at>')),
    eigen: Object.fromEntries(IEDEREEN.map((naam, nth) => [naam, eigen[nth] ?? []])),
    /** How many personal messages each of them got. */
    aantallen: Object.fromEntries(IEDEREEN.map((naam, nth) => [naam, eigen[nth]?.length ?? 0])),
    alles: posts,
  };
}

function tekstVan({ activity }: Sent): string {
  const { attachments } = activity as { attachments?: { content: AnyCard }[] };
  const card = attachments?.[0]?.content;
  return card ? textOf(card) : '';
}

const VRAAGT = /ik hoor graag|Stap 2 sluit/;

describe('after a standstill', () => {
  it('of an hour around the first reminder, everybody who must still answer is asked once, and the others are not', async () => {
    const { world, groep } = await inStap2();
    await world.wordt('2027-01-11', '08:30');
    const since = world.teams.sent.length;

    await world.wordt('2027-01-11', '09:30');

    const { aantallen, noemend, gesprek } = sinds(world, groep, since);
    expect(aantallen).toEqual({ Sanne: 1, Bram: 0, Lotte: 1, Karim: 1 });
    expect(noemend).toEqual([]);
    expect(gesprek).toEqual([]);
  });

  it('of three days that had both reminders, everybody who must still answer is asked once', async () => {
    const { world, groep } = await inStap2();
    await world.wordt('2027-01-11', '08:30');
    const since = world.teams.sent.length;

    await world.wordt('2027-01-14', '09:30');

    const { aantallen, noemend, gesprek } = sinds(world, groep, since);
    expect(aantallen).toEqual({ Sanne: 1, Bram: 0, Lotte: 1, Karim: 1 });
    expect(noemend.length).toBe(1);
    expect(gesprek.length).toBe(1);
    expect(tekstVan(noemend[0]!)).toContain('Stap 2 sluit op donderdag 14 januari om 17.00 uur.');
  });

  it('of three days over the second reminder and the deadline, nobody is asked to answer any more, and only the projectleider how to go on', async () => {
    const { world, groep } = await inStap2();
    await world.wordt('2027-01-12', '10:00');
    const since = world.teams.sent.length;

    await world.wordt('2027-01-15', '10:00');

    const { aantallen, noemend, gesprek, alles, eigen } = sinds(world, groep, since);
    expect(aantallen).toEqual({ Sanne: 1, Bram: 0, Lotte: 0, Karim: 0 });
    expect(noemend.length).toBe(0);
    expect(alles.map(tekstVan).filter((text) => VRAAGT.test(text))).toEqual([]);
    expect(tekstVan(eigen['Sanne']![0]!)).toContain('Hoe gaat het project verder?');
    expect(gesprek.map(tekstVan)).toEqual([expect.stringContaining('Stap 2 is gesloten.')]);
    // What was asked before it stands there no longer as a question.
    expect(allesIn(groep)).not.toMatch(VRAAGT);
    expect(allesIn(world.alleen('Lotte'))).not.toMatch(VRAAGT);
  });

  it('of thirty days, the group reads once that the step has closed, and who leads is asked once how to go on', async () => {
    const { world, groep } = await inStap2();
    await world.wordt('2027-01-05', '10:00');
    const since = world.teams.sent.length;

    await world.wordt('2027-02-04', '10:00');

    const { aantallen, noemend, gesprek, alles, eigen } = sinds(world, groep, since);
    // The deputy as well: it is the third time that the projectleider should have been asked.
    expect(aantallen).toEqual({ Sanne: 1, Bram: 0, Lotte: 0, Karim: 1 });
    expect(noemend.length).toBe(0);
    expect(alles.map(tekstVan).filter((text) => VRAAGT.test(text))).toEqual([]);
    expect(tekstVan(eigen['Karim']![0]!)).toContain('Hoe gaat het project verder?');
    expect(gesprek.map(tekstVan)).toEqual([expect.stringContaining('Stap 2 is gesloten.')]);
    expect(alles.length).toBe(3);

    await world.wordt('2027-02-05', '10:00');
    await world.wordt('2027-03-05', '10:00');
    expect(sinds(world, groep, since).alles.length).toBe(3);
  });

  it('of thirty days in a channel, the group reads it once in the thread of its step', async () => {
    world = await openWorld();
    const groep = world.kanaal(...IEDEREEN);
    await start(groep.lid('Sanne'));
    await world.rust();
    await volgende(groep.lid('Sanne'), { 'Tot wanneer': '2027-01-14' });
    const kaart = await live(world, groep, 2);
    const since = world.teams.sent.length;

    await world.wordt('2027-02-04', '10:00');

    const { gesprek, aantallen } = sinds(world, groep, since);
    expect(gesprek.map(({ thread }) => thread)).toEqual([kaart.messageId]);
    expect(aantallen).toEqual({ Sanne: 1, Bram: 0, Lotte: 0, Karim: 0 });
  });
});

describe('while several instances look after the group', () => {
  /** The moments of this group, and how many messages each of them brings. */
  const MOMENTEN = [
    { datum: '2027-01-11', tijd: '09:01', berichten: 3 },
    { datum: '2027-01-12', tijd: '16:00', berichten: 4 },
    { datum: '2027-01-14', tijd: '17:02', berichten: 1 },
    { datum: '2027-01-15', tijd: '09:01', berichten: 1 },
    { datum: '2027-01-19', tijd: '09:01', berichten: 2 },
    { datum: '2027-01-25', tijd: '09:01', berichten: 2 },
  ];

  it('that come by at the same moment, each message comes once', async () => {
    const { world, groep } = await inStap2(3);
    for (const { datum, tijd, berichten } of MOMENTEN) {
      const since = world.teams.sent.length;
      world.het_is(datum, tijd);
      await Promise.all(world.apps.map(({ delivery }) => delivery.sweep()));
      await world.rust();
      const { alles } = sinds(world, groep, since);
      expect(alles.length, `${datum} ${tijd}`).toBe(berichten);
      expect(new Set(alles.map(({ conversation }) => conversation)).size).toBe(berichten);
    }
  });

  it('and one comes by again at once, nothing is said again', async () => {
    const { world, groep } = await inStap2(2);
    for (const { datum, tijd, berichten } of MOMENTEN) {
      const since = world.teams.sent.length;
      await world.wordt(datum, tijd);
      await world.wordt(datum, tijd);
      await Promise.all(world.apps.map(({ delivery }) => delivery.sweep()));
      await Promise.all(world.apps.map(({ delivery }) => delivery.sweep()));
      await world.rust();
      expect(sinds(world, groep, since).alles.length, `${datum} ${tijd}`).toBe(berichten);
    }
  });
});
