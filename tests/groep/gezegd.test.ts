import { describe, expect, it } from 'vitest';
import type { Wire } from '../../support/activities.ts';
import { ingevuld, textOf } from '../../support/voorbeeld/kaart.ts';
import { inStap2 } from './stuk.ts';

describe('what people read beside the card itself', () => {
  it('is short in a notification, however much the message holds', async () => {
    const { world, groep, lid } = await inStap2();
    await lid('Sanne').typt('agenda');
    await world.rust();
    const summaries = world.teams.sent
      .filter(({ conversation }) => conversation === groep.conversation)
      .map(({ activity }) => JSON.stringify((activity as Wire)['summary'] ?? ''));
    expect(summaries.length).toBeGreaterThan(2);
    for (const summary of summaries) expect([...summary].length).toBeLessThanOrEqual(170);
    await world.close();
  });

  it('does not speak of a text that there was not, and never shows the words of a tick', async () => {
    const { world, lid, kaart } = await inStap2();
    const form = await lid('Bram').drukt('Probleem doorgeven', {}, kaart);
    const leeg = ingevuld(form, {});
    await world.wordt('2027-01-15', '09:00');
    const terug = textOf(await lid('Bram').drukt('Opslaan', leeg, form));
    expect(terug).toContain('gesloten');
    expect(terug).not.toContain('Je tekst');
    expect(terug).not.toMatch(/\b(?:true|false)\b/);
    await world.close();
  });
});
