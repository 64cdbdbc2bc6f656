import { describe, expect, it } from 'vitest';
import { textOf, type AnyCard } from '../../support/voorbeeld/kaart.ts';
import { openWorld, type Groep, type World } from '../../support/world.ts';
import { isVergaderlink, vergaderlink } from '../../src/process/stukken/vergaderlink.ts';
import { lezer, tekstVan } from '../tab/lezer.ts';
import { eenWereld, opentEnVult, projectVan, rijen, titels, zegt } from './hulp.ts';
import { inStap2 } from './stuk.ts';

const world = eenWereld();
const VERB = 'overleg.uitnodigen';

interface Adres {
  email?: string;
  userPrincipalName?: string;
}

/** A group of these people in step 2, with overleg 1 planned; Sanne leads. */
async function gepland(namen: readonly string[] = NAMEN, own: World = world()) {
  own.minuut();
  const { groep, kaart } = await inStap2({ world: own, namen });
  const sanne = groep.lid('Sanne');
  const agenda = await zegt(own, groep, sanne, 'agenda');
  const bon = await opentEnVult(sanne, agenda, 'Plannen', {
    'Welke dag?': '2027-01-19',
    'Waar?': 'stadhuis, kamer 2.14',
  });
  await own.rust();
  return { groep, bon, project: projectVan(kaart) };
}

const NAMEN = ['Sanne', 'Bram', 'Lotte'];

/** What Teams tells of the addresses of people, by name. */
function kent(groep: Groep, adressen: Readonly<Record<string, Adres>>): void {
  const { rosters } = world().teams;
  rosters.set(
    groep.conversation,
    (rosters.get(groep.conversation) ?? []).map((lid) => ({ ...lid, ...adressen[lid.name] })),
  );
}

const vraagt = (project: string, naam = 'Sanne') =>
  lezer(world(), naam).blad({ project, verb: VERB });

/** The link to Teams, taken apart; undefined when there is none. */
function linkIn(html: string): URL | undefined {
  const [, found] =
    /href="(https:\/\/teams\.microsoft\.com\/l\/meeting\/new[^"]*)"/.exec(html) ?? [];
  return found === undefined ? undefined : new URL(found.replaceAll('&amp;', '&'));
}

const genodigdIn = (html: string) => linkIn(html)?.searchParams.get('attendees')?.split(',');

const GROEP = {
  Sanne: { email: 'sanne@gemeente.example' },
  Bram: { email: 'bram@politie.example', userPrincipalName: 'p123@politie.example' },
  Lotte: { userPrincipalName: 'lotte@woonstede.example' },
};

describe('an invitation to an overleg', () => {
  it('opens a meeting in Teams with all others in it: by e-mail, else by account [D13, G11]', async () => {
    const { groep, project } = await gepland();
    kent(groep, GROEP);

    const { html } = await vraagt(project);

    const link = linkIn(html);
    expect(link?.searchParams.get('subject')).toBe('Overleg 1: Overlast Stationsplein');
    expect(link?.searchParams.get('startTime')).toBe('2027-01-19T09:00:00.000Z');
    expect(genodigdIn(html)).toEqual(['bram@politie.example', 'lotte@woonstede.example']);
    expect(tekstVan(html)).not.toContain('@');
  });

  it('is built of who is there at that moment, and of who is invited [D13]', async () => {
    const { groep, project } = await gepland(['Sanne', 'Bram', 'Lotte', 'Karel']);
    kent(groep, { ...GROEP, Karel: { email: 'karel@school.example' } });
    expect(genodigdIn((await vraagt(project)).html)).toHaveLength(3);

    kent(groep, { Bram: { email: 'b.bakker@politie.example' } });
    const sanne = groep.lid('Sanne');
    await opentEnVult(sanne, await zegt(world(), groep, sanne, 'agenda'), 'Verplaatsen', {
      'Wie nodig je uit?': ['Sanne', 'Bram'],
    });
    await world().rust();

    expect(genodigdIn((await vraagt(project)).html)).toEqual(['b.bakker@politie.example']);
  });

  it.each([
    ['nobody knows', {}],
    [
      'a guest has in this directory only',
      { userPrincipalName: 'lotte_x.nl#EXT#@gemeente.example' },
    ],
    ['is none', { email: 'Lotte Visser', userPrincipalName: 'a@b.nl;c@d.nl' }],
  ])('names whom it leaves out, whose address %s', async (_, Lotte) => {
    const { groep, project } = await gepland();
    kent(groep, { ...GROEP, Lotte: { email: '', userPrincipalName: '', ...Lotte } });

    const { html } = await vraagt(project);

    expect(genodigdIn(html)).toEqual(['bram@politie.example']);
    expect(tekstVan(html)).toContain('Teams weet geen adres van Lotte.');
  });

  it('holds two thousand signs at most: with more there is no link, but a file and the addresses to copy', async () => {
    const namen = ['Sanne', ...Array.from({ length: 60 }, (_, nr) => `Lid ${nr + 1}`)];
    const { groep, project } = await gepland(namen);
    for (const [lengte, heeftLink] of [
      [8, true],
      [40, false],
    ] as const) {
      const adres = (nr: number) => `${'x'.repeat(lengte)}${nr}@a.nl`;
      kent(groep, Object.fromEntries(namen.map((naam, nr) => [naam, { email: adres(nr) }])));
      const { html } = await vraagt(project);
      expect(linkIn(html) !== undefined).toBe(heeftLink);
      expect((linkIn(html)?.href ?? '').length).toBeLessThanOrEqual(2_000);
      if (heeftLink) expect(genodigdIn(html)).toHaveLength(60);
      else {
        expect(tekstVan(html)).toContain('Er zijn te veel adressen voor één link.');
        expect(html).toContain(
          namen
            .slice(1)
            .map((_, nr) => adres(nr + 1))
            .join('; '),
        );
        expect(html).toContain('data-op="download"');
      }
    }
  });

  it.each([
    ['refuses', { status: 403, body: { error: { code: 'BotNotInConversationRoster' } } }],
    ['fails', { status: 502 }],
    ['is too slow', { lateMs: 2_600 }],
  ])('is a file and a text to copy when Teams %s', async (_, fault) => {
    const { groep, project } = await gepland();
    kent(groep, GROEP);
    world().teams.hidden.set(groep.conversation, fault);

    const { html } = await vraagt(project);

    world().teams.hidden.delete(groep.conversation);
    expect(linkIn(html)).toBeUndefined();
    expect(tekstVan(html)).toContain('Teams geeft mij nu geen adressen.');
    expect(html).toContain('Overleg 1: Overlast Stationsplein');
    expect(html).toContain('stadhuis, kamer 2.14');
    expect(html).toContain('data-op="download"');
  });

  it('is the same when Teams tells no address at all, and a meeting of one’s own for who is alone', async () => {
    const { project } = await gepland();
    expect(tekstVan((await vraagt(project)).html)).toContain('Teams geeft mij nu geen adressen.');

    const alleen = await gepland(['Sanne']);
    const { html } = await vraagt(alleen.project);
    expect(linkIn(html)?.searchParams.has('attendees')).toBe(false);
    expect(tekstVan(html)).toContain('Er is niemand anders om uit te nodigen.');
  });

  it('leaves no address anywhere: not in storage, not in a card, not in an answer to others', async () => {
    const { groep, project } = await gepland();
    kent(groep, GROEP);
    const { html } = await vraagt(project);
    expect(html).toContain('bram%40politie.example');

    await groep.lid('Sanne').typt('agenda');
    await groep.lid('Sanne').typt('deelnemers');
    await world().rust();

    const kept = JSON.stringify([await rijen(project), world().teams.sent]);
    for (const adres of ['politie.example', 'woonstede.example', 'gemeente.example'])
      expect(kept).not.toContain(adres);
    for (const naam of ['Bram', 'Karel']) {
      const ander = await vraagt(project, naam);
      expect(linkIn(ander.html)).toBeUndefined();
      expect(ander.html).not.toContain('politie');
    }
  });

  it('asks Teams only when somebody presses for it, and not again and again for one person', async () => {
    const { groep, project } = await gepland();
    kent(groep, GROEP);
    const sanne = groep.lid('Sanne');
    await zegt(world(), groep, sanne, 'agenda');
    await lezer(world(), 'Sanne').blad({ project, blad: 'overleg' });
    await world().rust();
    const asked = () =>
      world().teams.asked.filter(({ path }) => path.includes('pagedmembers')).length;
    const before = asked();

    for (let nth = 0; nth < 8; nth++) await vraagt(project);

    expect(asked() - before).toBeLessThanOrEqual(6);
    expect(tekstVan((await vraagt(project)).html)).toContain('Je vroeg dit te vaak');
    world().minuut();
    expect(linkIn((await vraagt(project)).html)).toBeDefined();
  });

  it('is offered to who plans, on the card and in the tab, and says so while nothing is planned [D13]', async () => {
    const { groep, bon, project } = await gepland();
    const blad = await lezer(world(), 'Sanne').blad({ project, blad: 'overleg' });
    const vanBram = await lezer(world(), 'Bram').blad({ project, blad: 'overleg' });

    expect(tabLinks(bon)).toEqual(['Uitnodiging maken']);
    expect(blad.html).toContain(`data-verb="${VERB}"`);
    expect(vanBram.html).not.toContain(VERB);
    expect(titels(groep.card('Overleg 1 is gepland.'))).not.toContain('Uitnodiging maken');

    await opentEnVult(
      groep.lid('Sanne'),
      await zegt(world(), groep, groep.lid('Sanne'), 'agenda'),
      'Afzeggen',
      {},
      'Afzeggen',
    );
    expect(tekstVan((await vraagt(project)).html)).toContain('Er is geen overleg gepland.');
  });
});

/** The buttons of a card that lead to the tab. */
const tabLinks = (card: AnyCard): string[] =>
  [...JSON.stringify(card).matchAll(/"Action\.OpenUrl","title":"([^"]*)"/g)].map(
    ([, titel = '']) => titel,
  );

it('never stands on a card, and is no link where the words alone are too long', () => {
  const van = '2027-01-19T09:00:00.000Z';
  const overleg = {
    onderwerp: 'Overleg 1',
    van,
    tot: '',
    plaats: 'stadhuis',
    tekst: 'di 19 januari',
  };

  expect(isVergaderlink(vergaderlink(overleg))).toBe(true);
  expect(isVergaderlink(vergaderlink(overleg, ['bram@politie.example']))).toBe(false);
  expect(vergaderlink(overleg, ['a+b&c@x.example', 'ü@x.example'])).toMatch(
    /&attendees=a%2Bb%26c%40x\.example,%C3%BC%40x\.example$/,
  );
  expect(vergaderlink({ ...overleg, onderwerp: '€'.repeat(120), plaats: '€'.repeat(120) })).toBe(
    '',
  );
});

it('is the text of an e-mail where there is no tab [D13]', async () => {
  const zonder = await openWorld({ zonderTab: true });
  const { groep, bon } = await gepland(NAMEN, zonder);

  expect(tabLinks(bon)).toEqual([]);
  const hoe = await groep.lid('Sanne').drukt('Uitnodiging maken', {}, bon);
  expect(textOf(hoe)).toContain('De tekst staat bij Als e-mail.');
  const email = await groep.lid('Sanne').drukt('Als e-mail', {}, hoe);
  expect(JSON.stringify(email)).toContain('stadhuis, kamer 2.14');
  await zonder.close();
});
