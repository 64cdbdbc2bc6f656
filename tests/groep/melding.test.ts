import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../../support/voorbeeld/kaart.ts';
import { inStap2, type Stuk } from './stuk.ts';

/* What people read who see a message only as a notification, or in the mail about missed activity. */
describe('a notification alone tells the project, what is asked and until when', () => {
  let stuk: Stuk;
  beforeAll(async () => {
    stuk = await inStap2();
  });
  afterAll(() => stuk.world.close());

  const samenvattingen = () =>
    stuk.world.teams.sent
      .filter(({ conversation }) => conversation === stuk.groep.conversation)
      .map(({ activity }) => (activity as { summary?: string }).summary ?? '');

  it('of the card of a step', () => {
    expect(samenvattingen()).toContain(
      'Overlast Stationsplein, stap 2. Welke problemen zie jij? Tot do 14 januari, 17.00 uur.',
    );
  });

  it('of a reminder, which begins with the project and not with names', async () => {
    const { world, groep } = stuk;
    const unreachable = { status: 403 };
    for (const naam of ['Bram', 'Lotte'])
      world.teams.broken.set(world.alleen(naam).conversation, unreachable);
    for (const dag of ['2027-01-07', '2027-01-11', '2027-01-12', '2027-01-13', '2027-01-14'])
      await world.wordt(dag, '10:00');

    const [eerst = '', tweede = ''] = textOf(groep.card('ik hoor graag')).split('\n');
    expect(eerst).toBe('Overlast Stationsplein: ik hoor graag ook van jullie.');
    expect(tweede).toContain('Bram');
    const melding = samenvattingen().findLast((text) => text.includes('ik hoor graag'));
    expect(melding).toMatch(/^Overlast Stationsplein: ik hoor graag ook van jullie\. .*Bram/);
  });
});
