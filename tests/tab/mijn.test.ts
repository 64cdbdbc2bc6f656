import { describe, expect, it } from 'vitest';
import { eenWereld, start } from '../groep/hulp.ts';
import { lezer, tekstVan } from './lezer.ts';
import { stationsplein } from './project.ts';
import { PARTNER_TENANT } from '../../support/tokens.ts';

const world = eenWereld();

describe('somebody who takes part in several projects', () => {
  it('sees them beside each other, how far each is, and none of anybody else [A13, L16]', async () => {
    await stationsplein(world(), 4);
    const buurt = world().groepschat('Bram Jansen', 'Karel');
    await start(buurt.lid('Bram Jansen'), { 'Hoe heet het project?': 'Jeugd in de Vogelbuurt' });
    const ander = world().groepschat('Karel', 'Anna');
    await start(ander.lid('Karel'), { 'Hoe heet het project?': 'Branden in de haven' });

    const { html } = await lezer(world(), 'Bram Jansen').blad({ blad: 'mijn' });

    const rijen = [...html.matchAll(/<tr[^]*?<\/tr>/g)].map(([rij]) => tekstVan(rij));
    expect(rijen.find((rij) => rij.includes('Overlast Stationsplein'))).toMatch(
      /4\. Wat willen wij bereiken\?.* 1 doel /,
    );
    expect(rijen.find((rij) => rij.includes('Jeugd in de Vogelbuurt'))).toContain(
      '1. Projectprofiel',
    );
    expect(html).not.toContain('Branden in de haven');
  });

  /** A project that Eva joined in chat, where Teams told the tenant of the conversation and not her own. */
  async function metEva(naam: string): Promise<string> {
    const groep = world().groepschat('Sanne', 'Fatima');
    await start(groep.lid('Sanne'), { 'Hoe heet het project?': naam });
    const chat = groep.komt_erbij('Eva');
    await chat.drukt('Ik wil meedoen', {}, await chat.typt('plan'));
    await world().rust();
    await groep.lid('Sanne').drukt('Toelaten', {}, groep.card('Eva wil meedoen.'));
    await world().rust();
    const { rosters } = world().teams;
    const eva = { id: '29:Eva', name: 'Eva', aadObjectId: 'oid-Eva', tenantId: PARTNER_TENANT };
    const others = (rosters.get(groep.conversation) ?? []).filter(({ id }) => id !== eva.id);
    rosters.set(groep.conversation, [...others, { ...eva, userRole: 'user' }]);
    return groep.conversation;
  }

  it('sees them also from another organisation, and the others when Teams is silent about one [A13, L16]', async () => {
    const gewoon = await metEva('Winkeldiefstal Centrum');
    const stil = await metEva('Jeugd op het plein');
    world().het_is('2027-01-04', '11:30');
    const tab = lezer(world(), 'Eva', PARTNER_TENANT);

    const alles = tekstVan((await tab.blad({ blad: 'mijn' })).html);
    expect(alles).toContain('Winkeldiefstal Centrum');
    expect(alles).toContain('Jeugd op het plein');
    expect(alles).not.toContain('Niet alles is geladen');

    world().het_is('2027-01-04', '11:45');
    world().teams.broken.set(stil, { status: 400 });
    const deel = tekstVan((await tab.blad({ blad: 'mijn' })).html);
    world().teams.broken.set(gewoon, { status: 400 });
    world().het_is('2027-01-04', '11:50');
    const niets = tekstVan((await tab.blad({ blad: 'mijn' })).html);
    world().teams.broken.clear();
    expect(deel).toContain('Winkeldiefstal Centrum');
    expect(deel).not.toContain('Jeugd op het plein');
    expect(deel).toContain('Niet alles is geladen. Probeer het zo nog eens.');
    // What nobody knows now is not said to be nothing.
    expect(niets).toBe('Al mijn projecten Niet alles is geladen. Probeer het zo nog eens.');
    // Somebody here has that object id too, but Teams knows nobody of it in the other organisation.
    const vreemd = lezer(world(), 'Karel', PARTNER_TENANT);
    expect((await vreemd.post('/tab/blad', { blad: 'mijn' })).status).toBe(401);
  });

  it('are told that one may be missing where Teams does not show who is in its conversation', async () => {
    await metEva('Winkels in het centrum');
    const dicht = await metEva('Overlast in het park');
    const { hidden } = world().teams;
    hidden.set(dicht, { status: 403 });
    world().het_is('2027-01-04', '12:30');

    const gelezen = tekstVan(
      (await lezer(world(), 'Eva', PARTNER_TENANT).blad({ blad: 'mijn' })).html,
    );
    hidden.clear();

    expect(gelezen).toContain('Winkels in het centrum');
    expect(gelezen).not.toContain('Overlast in het park');
    expect(gelezen).toContain('Misschien mis je hier iets.');
    expect(gelezen).not.toContain('Niet alles is geladen');
  });
});
