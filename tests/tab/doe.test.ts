import { describe, expect, it } from 'vitest';
import {
  projectVan,
  eenWereld,
  live,
  NAAM,
  opentEnVult,
  PROBLEEM,
  start,
  volgende,
} from '../groep/hulp.ts';
import { ZELFDE_FORMULIER } from '../../src/process/vormen/bladen.ts';
import { textOf } from '../../support/voorbeeld/kaart.ts';
import type { Groep } from '../../support/world.ts';
import { bestemming, lezer, tekstVan, type Lezer } from './lezer.ts';
import { PARTNER_TENANT } from '../../support/tokens.ts';

const world = eenWereld();

const SCOOTERS = {
  omschrijving: 'Op vrijdag rijden scooters over de stoep.',
  plaats: 'Stationsplein',
  ...{ kans: 'hoog', gevolgen: 'personen', prioriteit: 'hoog' },
};

/** A group in step 2. */
async function inStap2(): Promise<{ groep: Groep; project: string; fatima: Lezer; sanne: Lezer }> {
  world().het_is('2027-01-04');
  const groep = world().groepschat('Sanne', 'Fatima', 'Bram');
  await start(groep.lid('Sanne'));
  await volgende(groep.lid('Sanne'));
  const project = projectVan(await live(world(), groep, 2));
  return { groep, project, fatima: lezer(world(), 'Fatima'), sanne: lezer(world(), 'Sanne') };
}

const formulier = async (who: Lezer, project: string, verb: string, args = {}) =>
  bestemming((await who.blad({ project, verb, args })).html);

async function geeftDoor(who: Lezer, project: string, velden: object = SCOOTERS) {
  return who.doe({ ...(await formulier(who, project, 'probleem.doorgeven')), velden });
}

describe('a form in the tab', () => {
  it('stores what was typed, once, and the card in the chat tells it [L9]', async () => {
    const { groep, project, fatima } = await inStap2();
    const sent = { ...(await formulier(fatima, project, 'probleem.doorgeven')), velden: SCOOTERS };

    const first = await fatima.doe(sent);
    const again = await fatima.doe(sent);

    expect(tekstVan(first.html)).toContain('Opgeslagen');
    expect(first.opgeslagen).toBe(true);
    expect(again).toMatchObject({ opgeslagen: true, n: first.n });
    expect(textOf(await live(world(), groep, 2))).toContain('1 van de 3');
  });

  it('comes back with all that was typed and a sentence at each wrong field', async () => {
    const { project, fatima } = await inStap2();

    const back = await geeftDoor(fatima, project, { ...SCOOTERS, kans: '', omschrijving: '' });

    expect(back.opgeslagen).toBeUndefined();
    expect(back.html).toContain('value="Stationsplein"');
    expect(tekstVan(back.html)).toContain('Fout: Schrijf op wat het probleem is.');
    const wrong = [...back.html.matchAll(/class="veld mis"/g)];
    expect(wrong).toHaveLength(2);
    // Each sentence is tied to its field for who hears the page.
    for (const [, id] of back.html.matchAll(/class="fout" id="([^"]*)"/g))
      expect(back.html).toMatch(new RegExp(`aria-describedby="[^"]*${id}`));
  });

  it('asks once more where a text names somebody, and stores it when that is meant', async () => {
    const { project, fatima } = await inStap2();
    const velden = { ...SCOOTERS, omschrijving: 'Bel 06-12345678, daar is het.' };
    const sent = { ...(await formulier(fatima, project, 'probleem.doorgeven')), velden };

    const asked = await fatima.doe(sent);
    expect(tekstVan(asked.html)).toContain('Hier lijkt een telefoonnummer te staan.');
    expect(tekstVan(asked.html)).toContain('Tekst aanpassen Toch opslaan');
    expect(asked.html).toContain('Bel 06-12345678');

    // The first way leads back to the form, with all that was typed and without the question.
    const terug = { ...velden, ...ZELFDE_FORMULIER };
    const again = await fatima.blad({ project, verb: 'probleem.doorgeven', velden: terug });
    expect(again.html).toContain('Bel 06-12345678');
    expect(tekstVan(again.html)).not.toContain('Toch opslaan');
    expect(tekstVan(again.html)).toMatch(/Tot do \d+ \w+, 17\.00 uur · ongeveer \d minuten/);

    expect(await fatima.doe({ ...sent, extra: 'toch' })).toMatchObject({ opgeslagen: true });
  });

  it('opens anew when somebody has another, and says the first is stored', async () => {
    const { project, fatima } = await inStap2();
    const sent = await formulier(fatima, project, 'probleem.doorgeven');

    const next = await fatima.doe({ ...sent, velden: SCOOTERS, extra: 'nogEen' });

    expect(next.opgeslagen).toBe(true);
    expect(tekstVan(next.html)).toContain('Opgeslagen.');
    expect(bestemming(next.html)).toMatchObject({ verb: 'probleem.doorgeven' });
    expect(bestemming(next.html).nonce).not.toBe(sent.nonce);
  });

  it('shows both texts when somebody else was first, and overwrites nothing', async () => {
    const { project, sanne, fatima } = await inStap2();
    const velden = (titel: string) => ({
      titel,
      ...{ link: 'https://gemeente.nl/cijfers', toelichting: '' },
    });
    const toe = await formulier(fatima, project, 'document.toevoegen');
    const { over: id } = await fatima.doe({ ...toe, velden: velden('Cijfers') });
    const [mine, theirs] = await Promise.all(
      [fatima, sanne].map((who) => formulier(who, project, 'document.wijzigen', { id })),
    );
    await sanne.doe({ ...theirs!, velden: velden('Cijfers van Sanne') });

    const back = await fatima.doe({ ...mine!, velden: velden('Cijfers van Fatima') });

    expect(back.opgeslagen).toBeUndefined();
    expect(back.html).toContain('value="Cijfers van Fatima"');
    expect(tekstVan(back.html)).toContain('Iemand anders heeft dit intussen aangepast.');
    expect(tekstVan(back.html)).toContain('Iemand anders heeft nu: Cijfers van Sanne');
  });

  it('shows both of one’s own texts, and speaks of nobody else, when one was first oneself', async () => {
    const { project, sanne } = await inStap2();
    const mine = await formulier(sanne, project, 'project.wijzigen');
    const theirs = await formulier(sanne, project, 'project.wijzigen');
    const velden = (naam: string) => ({
      naam,
      opdrachtgevers: 'De burgemeester',
      start: '2027-01-04',
      einde: '2027-12-31',
    });

    await sanne.doe({ ...theirs, velden: velden('Overlast bij de bus') });
    const back = await sanne.doe({ ...mine, velden: velden('Overlast bij de trein') });

    expect(back.opgeslagen).toBeUndefined();
    expect(back.html).toContain('value="Overlast bij de trein"');
    expect(tekstVan(back.html)).toContain('Je hebt dit zelf net aangepast.');
    expect(tekstVan(back.html)).toContain('Er staat nu: Overlast bij de bus');
    expect(tekstVan(back.html)).not.toContain('Iemand anders');
  });

  it('speaks of nobody else when it is asked for again and nothing was changed', async () => {
    const { project, sanne } = await inStap2();
    const form = await formulier(sanne, project, 'project.wijzigen');
    const again = await sanne.blad({ ...form, velden: { naam: 'Overlast bij de trein' } });
    expect(again.html).toContain('value="Overlast bij de trein"');
    expect(tekstVan(again.html)).not.toMatch(/Iemand anders|Er staat nu/);
  });

  it('is refused after the deadline with the text kept, and offers to send it on', async () => {
    const { project, fatima } = await inStap2();
    const sent = { ...(await formulier(fatima, project, 'probleem.doorgeven')), velden: SCOOTERS };
    await world().wordt('2027-03-01');

    const back = await fatima.doe(sent);

    expect(back.opgeslagen).toBeUndefined();
    expect(tekstVan(back.html)).toContain('is gesloten sinds');
    expect(back.html).toContain(SCOOTERS.omschrijving);
    expect(tekstVan(back.html)).toContain('Stuur naar Sanne');
  });
});

describe('what somebody may in the tab', () => {
  it('follows from the log and not from what the page sends', async () => {
    const { project, fatima, sanne } = await inStap2();
    const open = (who: Lezer) => who.blad({ project, verb: 'stap.volgende' });

    expect(bestemming((await open(sanne)).html).verb).toBe('stap.volgende');
    expect(tekstVan((await open(fatima)).html)).toContain('Dit kan alleen de projectleider');
    const stolen = bestemming((await open(sanne)).html);
    const tried = await fatima.doe({ ...stolen, velden: { datum: '2027-02-01', tijd: '17:00' } });
    expect(tried.opgeslagen).toBeUndefined();
    expect(tekstVan(tried.html)).toContain('Dit kan alleen de projectleider');
  });

  it('tells somebody from outside the same of a project that is there and one that is not [A13]', async () => {
    const { project } = await inStap2();
    const karel = lezer(world(), 'Karel');
    const without = (id: string, fragment: object) => JSON.stringify(fragment).replaceAll(id, '');

    for (const vraag of [{}, { blad: 'stand' }, { verb: 'plan' }, { verb: 'deelnemer.meedoen' }]) {
      const there = await karel.blad({ project, ...vraag });
      const nowhere = await karel.blad({ project: 'p_nergens', ...vraag });
      expect(without(project, there)).toBe(without('p_nergens', nowhere));
    }
    const doet = { verb: 'probleem.niets', rev: 0, nonce: 'n'.repeat(8) };
    expect(await karel.doe({ project, ...doet })).toEqual(
      await karel.doe({ project: 'p_nergens', ...doet }),
    );
    expect(await karel.stand(project)).toBe(0);
  });

  it('ends at once for who is taken out of the group', async () => {
    const { project, sanne } = await inStap2();
    const bram = lezer(world(), 'Bram');
    const mine = await formulier(bram, project, 'probleem.doorgeven');
    const lijst = await sanne.blad({ project, verb: 'deelnemers' });
    const args = [
      ...lijst.html.matchAll(/data-verb="deelnemer.verwijderen"[^>]*data-args="([^"]*)"/g),
    ].map(([, found = '']) => JSON.parse(found.replaceAll('&quot;', '"')) as { id: string });

    for (const one of args) {
      const form = await sanne.blad({ project, verb: 'deelnemer.verwijderen', args: one });
      if (tekstVan(form.html).includes('Bram uit de groep halen'))
        await sanne.doe({ ...bestemming(form.html), velden: { opvolger: '' } });
    }

    expect(await bram.stand(project)).toBe(0);
    const after = await bram.doe({ ...mine, velden: SCOOTERS });
    expect(after.opgeslagen).toBeUndefined();
    expect(tekstVan(after.html)).toContain('Dit project is niet gevonden');
  });

  it('leaves starting and moving a project to the conversation', async () => {
    const { project, sanne } = await inStap2();

    for (const verb of ['project.start', 'project.verplaatsen', 'ronde.nieuw']) {
      const said = await sanne.doe({ project, verb, rev: 0, nonce: 'n'.repeat(8), velden: {} });
      expect(said.opgeslagen).toBeUndefined();
      expect(tekstVan(said.html)).toContain('Dit doe je in het gesprek van het project.');
    }
  });
});

describe('somebody of another organisation', () => {
  const eva = { id: '29:Eva', name: 'Eva', aadObjectId: 'oid-Eva', tenantId: PARTNER_TENANT };

  it('is one person in chat and tab, also when Teams did not tell where they are from [risk R41]', async () => {
    const { groep, project, sanne } = await inStap2();
    const chat = groep.komt_erbij('Eva');
    await chat.drukt('Ik wil meedoen', {}, await chat.typt('plan'));
    await world().rust();
    await groep.lid('Sanne').drukt('Toelaten', {}, groep.card('Eva wil meedoen.'));
    // What she did told the tenant of the conversation; the members of it tell her own.
    const { rosters } = world().teams;
    const others = (rosters.get(groep.conversation) ?? []).filter(({ id }) => id !== eva.id);
    rosters.set(groep.conversation, [...others, { ...eva, userRole: 'user' }]);
    world().het_is('2027-01-04', '10:05');
    const tab = lezer(world(), 'Eva', PARTNER_TENANT);

    const door = await geeftDoor(tab, project);
    await opentEnVult(chat, await live(world(), groep, 2), 'Probleem doorgeven', PROBLEEM);

    expect(door.opgeslagen).toBe(true);
    expect(textOf(await live(world(), groep, 2))).toContain('1 van de 4');
    const lijst = tekstVan((await sanne.blad({ project, verb: 'deelnemers' })).html);
    expect(lijst).toContain('Deelnemers (4)');
  });

  it('reads only the project they take part in [A13, risk R41]', async () => {
    const elders = await inStap2();
    const { groep, project } = await inStap2();
    const { rosters } = world().teams;
    const members = rosters.get(groep.conversation) ?? [];
    rosters.set(groep.conversation, [...members, { ...eva, userRole: 'user' }]);
    world().het_is('2027-01-04', '10:10');
    const form = await groep
      .lid('Sanne')
      .drukt('Deelnemer toevoegen', {}, await groep.lid('Sanne').typt('deelnemers'));
    await groep.lid('Sanne').drukt('Toevoegen', { leden: eva.id }, form);
    await world().rust();
    const tab = lezer(world(), 'Eva', PARTNER_TENANT);

    expect(tekstVan((await tab.blad({ project })).html)).toContain(NAAM);
    expect(JSON.stringify(await tab.blad({ project: elders.project }))).not.toContain(NAAM);
  });
});
