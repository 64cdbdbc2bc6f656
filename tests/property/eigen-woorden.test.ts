import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { hoeveelTekst } from '../../src/process/vormen/waarde.ts';
import { sorteerwaarde } from '../../src/tab/tekenen/waarde.ts';
import type { Wire } from '../../support/activities.ts';
import type { Groep } from '../../support/world.ts';
import { eenWereld, gebeurtenis, projectVan, start } from '../groep/hulp.ts';
import { OWN_WORDS } from '../odd.ts';
import { lezer } from '../tab/lezer.ts';

const world = eenWereld();
let groep: Groep;
let project: string;

beforeAll(async () => {
  groep = world().groepschat('Sanne', 'Bram');
  project = projectVan(await start(groep.lid('Sanne')));
});

const word = fc.constantFrom(...OWN_WORDS);
const SEED = { seed: 20261130, numRuns: 150 };

/** What a card of ours sends, with one of those words wherever a word of ours belongs. */
const claim = fc.record({
  verb: fc.oneof(word, fc.constantFrom('status', 'taken', 'deelnemer.toevoegen', 'plan')),
  op: fc.constantFrom('open', 'doe', 'bewaar'),
  project: fc.oneof(word, fc.constant('hier')),
  nonce: fc.constant('n'.repeat(8)),
  args: fc.dictionary(fc.oneof(word, fc.constantFrom('id', 'stap', 'over', 'pagina')), word),
  rev: fc.constant(0),
  van: fc.oneof(fc.constant(''), word),
  kaart: fc.oneof(fc.constant(''), word),
  extra: fc.constantFrom('', 'toch', 'nogEen'),
});

/** JavaScript's own text of what such a word leads to. */
const LEAKS = /native code|\[object|function \w*\(|=>/;

/** What a group has said is still what it was. */
const stand = () => lezer(world(), 'Sanne').stand(project);

describe('a word that every object of JavaScript has', () => {
  it('is no kind of request of Teams', async () => {
    for (const name of OWN_WORDS) {
      const value = { action: { data: {} }, data: {} };
      const sent = await groep.lid('Sanne').stuurt(gebeurtenis(groep, 'invoke', { name, value }));

      expect([name, sent]).toEqual([name, { status: 200, body: undefined }]);
    }
  });

  it('is no button, project, step or field in chat', async () => {
    const before = await stand();

    await fc.assert(
      fc.asyncProperty(claim, fc.dictionary(word, word), async (said, velden) => {
        const data: Wire = {
          ...velden,
          _: { ...said, project: said.project === 'hier' ? project : said.project },
        };
        const value = { action: { type: 'Action.Execute', verb: said.verb, data }, data };
        // Each time by another person, since nobody may press so often.
        const from = {
          ...(gebeurtenis(groep, 'x', {})['from'] as Wire),
          aadObjectId: crypto.randomUUID(),
        };
        for (const name of ['adaptiveCard/action', 'task/fetch', 'task/submit']) {
          const sent = await groep
            .lid('Sanne')
            .stuurt(gebeurtenis(groep, 'invoke', { name, value, from }));

          expect(sent.status).toBe(200);
          expect(JSON.stringify(sent.body)).not.toMatch(LEAKS);
        }
      }),
      SEED,
    );

    expect(await stand()).toBe(before);
  });

  it('is no page, button, field or file in the tab', async () => {
    const before = await stand();
    const args = fc.dictionary(
      fc.oneof(word, fc.constantFrom('id', 'stap', 'pagina', 'project')),
      word,
    );
    const vraag = fc.record({ soort: word, id: word, hoofdstukken: word });

    await fc.assert(
      fc.asyncProperty(
        word,
        args,
        fc.dictionary(word, word),
        vraag,
        async (naam, met, velden, wat) => {
          const sanne = lezer(world(), 'Sanne');
          const at = { project, args: met, velden };
          const answers = [
            await sanne.post('/tab/blad', { ...at, blad: naam }),
            await sanne.post('/tab/blad', { ...at, verb: naam, nonce: naam }),
            await sanne.post('/tab/blad', { ...at, verb: 'deelnemer.toevoegen' }),
            await sanne.post('/tab/blad', { project: naam, gesprek: naam }),
            await sanne.post('/tab/download', { project, vraag: wat }),
            await lezer(world(), `Lid ${crypto.randomUUID()}`).post('/tab/doe', {
              ...{ ...at, verb: naam, rev: 0, nonce: 'n'.repeat(8) },
            }),
          ];

          expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
          expect(JSON.stringify(answers.map(({ body }) => body))).not.toMatch(LEAKS);
        },
      ),
      { ...SEED, numRuns: 40 },
    );

    expect(await stand()).toBe(before);
  });

  it('is a unit or a level like any other, where somebody types it', () => {
    for (const name of OWN_WORDS) {
      expect(hoeveelTekst(1, name)).toBe(`1 ${name}`);
      expect(hoeveelTekst(2, name)).toBe(`2 ${name}`);
      expect(sorteerwaarde(name, 'niveau')).toBe(name);
    }
  });

  it('is a text like any other when it is typed', async () => {
    for (const name of OWN_WORDS) {
      const card = await groep.lid('Bram').typt(name);

      expect(JSON.stringify(card)).not.toMatch(LEAKS);
    }
  });
});
