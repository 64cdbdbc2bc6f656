import { afterAll, beforeAll, expect, it } from 'vitest';
import { ingevuld, textOf, type AnyCard } from '../../support/voorbeeld/kaart.ts';
import { openWorld, type Groep, type World } from '../../support/world.ts';
import { live, opentEnVult, PROBLEEM, projectVan, start, volgende, zegt } from './hulp.ts';

/** People in the conversation: more than a transaction of storage has rows. */
const NAMEN = ['Sanne', ...Array.from({ length: 199 }, (_, nth) => `Persoon ${nth + 200}`)];

let world: World;
let groep: Groep;
const lid = (naam: string) => groep.lid(naam);
const typt = (naam: string, text: string) => zegt(world, groep, lid(naam), text);
const agenda = () => typt('Sanne', 'agenda');

beforeAll(async () => {
  world = await openWorld({ instances: 2 });
  groep = world.groepschat(...NAMEN);
  await start(lid('Sanne'));
  await volgende(lid('Sanne'), {}, (text) => typt('Sanne', text));
  for (const wat of ['Op vrijdagavond rijden scooters.', 'Er worden fietsen gestolen.'])
    await opentEnVult(lid('Sanne'), await live(world, groep, 2), 'Probleem doorgeven', {
      ...PROBLEEM,
      'Wat is het probleem?': wat,
    });
  await opentEnVult(lid('Sanne'), await agenda(), 'Start het overleg', {}, 'Start het overleg');
});
afterAll(() => world.close());

it('a group of 200 is in the overleg with all of them', async () => {
  expect(textOf(await typt('Sanne', 'deelnemers'))).toContain('Deelnemers (200)');
  const card = await agenda();
  expect(textOf(card)).toContain('200');
});

it('in which everybody votes, everybody can look at the result', async () => {
  const vorm = await lid('Sanne').drukt('Stemming openen', {}, await agenda());
  await lid('Sanne').drukt('Open de stemming', {}, vorm);
  const stemmen = await live(world, groep, 2);
  for (const naam of NAMEN) {
    const form = await lid(naam).drukt('Stemmen', {}, stemmen);
    const keuze = { 'Wat moet eerst?': ['Op vrijdagavond'] };
    expect(textOf(await lid(naam).drukt('Stem', ingevuld(form, keuze), form))).toContain(
      'Je stem is opgeslagen.',
    );
  }
  await lid('Sanne').drukt('Sluit de stemming', {}, await agenda());

  let card = await lid('Sanne').drukt('Bekijk de stemming', {}, stemmen);
  let gelezen = textOf(card);
  for (let nth = 0; nth < 20 && heeft(card, 'Volgende'); nth++) {
    card = await lid('Sanne').drukt('Volgende', {}, card);
    gelezen += textOf(card);
  }
  expect(NAMEN.filter((naam) => !gelezen.includes(naam))).toEqual([]);
});

it('in which all present agree by one press, all 200 answers stand, on another instance as well', async () => {
  const lijst = await lid('Sanne').drukt('Lijst vaststellen', {}, await agenda());
  await lid('Sanne').drukt('Vaststellen', {}, lijst);

  const antwoord = await lid('Sanne').drukt('Alle aanwezigen akkoord', {}, await agenda());
  expect(textOf(antwoord)).toContain('De aanwezigen zijn akkoord.');
  const again = await lid('Sanne').drukt('Alle aanwezigen akkoord', {}, await agenda());
  expect(textOf(again)).toContain('Er is niets veranderd.');

  const project = projectVan(await live(world, groep, 2));
  const rows = await world.tables.projecten.range(project, 'e_', 'e_~');
  expect(rows.at(-1)?.['samen']).toBe(200);
  expect(textOf(await live(world, groep, 2))).toContain('200');
  expect(textOf(await lid('Persoon 250').typt('status', 1))).not.toContain('Er ging iets mis');
  await lid('Persoon 250').drukt('Niet akkoord', {}, await live(world, groep, 2));
});

const heeft = (card: AnyCard, titel: string) => JSON.stringify(card).includes(`"title":"${titel}"`);
