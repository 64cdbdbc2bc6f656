import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { all } from '../src/process/feiten/project.ts';
import { probleem } from '../src/planner/plan/plan.ts';
import { openLog } from '../src/storage/log/log.ts';
import { tablesHere } from '../support/tables-here.ts';
import { ingevuld, textOf, type AnyCard } from '../support/voorbeeld/kaart.ts';
import { openWorld, type Groep, type World } from '../support/world.ts';
import { gebeurtenis, lidAccount, live, PROBLEEM, projectVan } from './groep/hulp.ts';
import { inStap2, type Stuk } from './groep/stuk.ts';
import { Proxy, type Fate } from './storage/proxy.ts';
import { bestemming, lezer, tekstVan } from './tab/lezer.ts';

let proxy: Proxy;
let world: World;

beforeAll(async () => {
  proxy = await new Proxy(tablesHere()).open();
  world = await openWorld({ tables: proxy.connectionString, mayFail: true });
});
afterAll(async () => {
  proxy.fate = () => 'pass';
  await world.close();
  await proxy.close();
});

/** Storage hears nothing until it is let go. */
function houdtVast(): () => void {
  let los = () => {};
  const wacht = new Promise<void>((done) => (los = done));
  proxy.fate = async (): Promise<Fate> => {
    await wacht;
    return 'pass';
  };
  return () => {
    proxy.fate = () => 'pass';
    los();
  };
}

const TEKST = 'Op vrijdagavond rijden scooters over de stoep.';

/** How often this text stands in the project, as storage has it. */
async function aantal(project: string, tekst: string): Promise<number> {
  const found = await openLog(world.tables.projecten).read(project);
  return found
    ? all(found.project, probleem).filter(({ texts }) => texts.omschrijving === tekst).length
    : 0;
}

async function inTab(stuk: Stuk & { kaart: AnyCard }, naam: string) {
  const project = projectVan(stuk.kaart);
  const vraag = { project, verb: 'probleem.doorgeven', args: {} };
  const { html } = await lezer(world, naam).blad(vraag);
  return { project, form: bestemming(html) };
}

describe('when storage gives no answer', () => {
  it('somebody who looks at the live card sees it as it was, in time', async () => {
    const stuk = await inStap2({ world });
    await world.rust();
    const laatLos = houdtVast();
    const eigen = await stuk.groep.lid('Bram').ziet(stuk.kaart);
    laatLos();

    expect(textOf(eigen)).toContain('Jij: nog niets doorgegeven.');
  });

  it('the tab says in time that it is not stored, and stores it when it is sent again', async () => {
    const stuk = await inStap2({ world });
    const { project, form } = await inTab(stuk, 'Bram');
    const sent = { ...form, velden: PROBLEEM_VELDEN(TEKST), extra: '' };
    await world.rust();
    const laatLos = houdtVast();
    const { status, body } = await lezer(world, 'Bram').post('/tab/doe', sent);
    laatLos();

    expect(status).toBe(503);
    expect(body.fout).toContain('Dit is nog niet opgeslagen.');
    expect(await aantal(project, TEKST)).toBe(0);
    expect((await lezer(world, 'Bram').doe(sent)).opgeslagen).toBe(true);
    expect(await aantal(project, TEKST)).toBe(1);
  });

  it('the tab says of a page that it is busy', async () => {
    const stuk = await inStap2({ world });
    await world.rust();
    const laatLos = houdtVast();
    const project = projectVan(stuk.kaart);
    const { status, body } = await lezer(world, 'Bram').post('/tab/blad', {
      project,
      blad: 'hoofdstuk.profiel',
    });
    laatLos();
    expect(status).toBe(503);
    expect(body.fout).toContain('Het is even druk.');
  });

  it('chat gives the form again in time, with all that was typed', async () => {
    const stuk = await inStap2({ world });
    const bram = stuk.lid('Bram');
    const form = await bram.drukt('Probleem doorgeven', {}, stuk.kaart);
    const typed = ingevuld(form, PROBLEEM);
    await world.rust();
    const laatLos = houdtVast();
    const answer = await bram.drukt('Opslaan', typed, form);
    laatLos();

    expect(textOf(answer)).toMatch(/nog niet (?:opgeslagen|of dit is opgeslagen)/);
    expect(JSON.stringify(answer)).toContain(TEKST);
    const again = await bram.drukt('Opslaan', typed, answer.isDialog ? answer : form);
    expect(textOf(again)).not.toContain('nog niet');
    await world.rust();
    expect(await aantal(projectVan(stuk.kaart), TEKST)).toBe(1);
  });

  it('who waits behind others is answered too', async () => {
    const stuk = await inStap2({ world, namen: ['Sanne', 'Bram', 'Lotte', 'Fatima'] });
    const sent = await Promise.all(
      ['Bram', 'Lotte', 'Fatima'].map(async (naam) => {
        const form = await stuk.lid(naam).drukt('Probleem doorgeven', {}, stuk.kaart);
        return { naam, form, typed: ingevuld(form, PROBLEEM) };
      }),
    );
    await world.rust();
    const laatLos = houdtVast();
    const answers = await Promise.all(
      sent.map(({ naam, form, typed }) => stuk.lid(naam).drukt('Opslaan', typed, form)),
    );
    laatLos();
    for (const answer of answers) expect(textOf(answer)).toContain('opgeslagen');
    await live(world, stuk.groep, 2);
  });
});

/** Teams hears nothing about who is in this conversation until it is let go. */
function houdtRoosterVast({ conversation }: Groep): () => void {
  let los = () => {};
  const wacht = new Promise<void>((done) => (los = done));
  world.teams.hidden.set(conversation, { meanwhile: () => wacht });
  return () => {
    world.teams.hidden.delete(conversation);
    los();
  };
}

const GEEN_ANTWOORD = 'ik kan nu niet antwoorden.';

/** As one types it to the bot; the answer comes as a message. */
const getypt = (groep: Groep, naam: string, text: string) =>
  groep.lid(naam).stuurt(gebeurtenis(groep, 'message', { text, from: lidAccount(naam) }));

describe('who types something while it is slow', () => {
  it.each(['status', 'mijn taken', 'deelnemers', 'agenda', 'volgende stap', 'start', 'plan'])(
    'reads in time that there is no answer when storage gives none: %s',
    async (woord) => {
      const stuk = await inStap2({ world });
      await world.rust();
      const before = world.teams.sent.length;
      const laatLos = houdtVast();
      const { status } = await getypt(stuk.groep, 'Sanne', woord);
      expect(status).toBe(200);
      laatLos();
      await world.rust();
      const gezegd = world.teams.sent.slice(before).map(({ activity }) => JSON.stringify(activity));
      expect(gezegd.filter((one) => one.includes(GEEN_ANTWOORD))).toHaveLength(1);
      expect(gezegd.some((one) => one.includes('opgeslagen'))).toBe(false);

      expect(textOf(await stuk.zegt('Sanne', 'deelnemers'))).toContain('Deelnemers (3)');
    },
  );

  it('or does not tell who is in the conversation; asked again it is there', async () => {
    const groep = world.groepschat('Sanne', 'Bram');
    const before = world.teams.sent.length;
    const laatLos = houdtRoosterVast(groep);
    expect((await getypt(groep, 'Sanne', 'start')).status).toBe(200);
    await world.rust();
    const gezegd = world.teams.sent.slice(before).map(({ activity }) => JSON.stringify(activity));
    expect(gezegd.filter((one) => one.includes(GEEN_ANTWOORD))).toHaveLength(1);
    laatLos();
    expect(textOf(await groep.lid('Sanne').typt('start'))).toContain('Bram');
  });

  it('and who presses a button reads it too when the members do not come', async () => {
    const stuk = await inStap2({ world });
    const lijst = await stuk.zegt('Sanne', 'deelnemers');
    world.het_is('2027-01-05', '10:00');
    await world.rust();
    const laatLos = houdtRoosterVast(stuk.groep);
    const answer = await stuk.lid('Sanne').drukt('Deelnemer toevoegen', {}, lijst);
    expect(textOf(answer)).toContain('nog niet opgeslagen');
    laatLos();
  });
});

const PROBLEEM_VELDEN = (tekst: string) => ({
  omschrijving: tekst,
  kans: 'hoog',
  gevolgen: 'personen',
  prioriteit: 'hoog',
});

/** Sends a problem as often as it is called, each time the same, and gives what one reads. */
async function doorTab(stuk: Stuk & { kaart: AnyCard }, tekst: string) {
  const { form } = await inTab(stuk, 'Bram');
  const sent = { ...form, velden: PROBLEEM_VELDEN(tekst), extra: '' };
  return async () => {
    const { body } = await lezer(world, 'Bram').post('/tab/doe', sent);
    return body.fout ?? tekstVan(body.html);
  };
}

async function doorChat(stuk: Stuk & { kaart: AnyCard }, tekst: string) {
  const lid = stuk.lid('Lotte');
  const form = await lid.drukt('Probleem doorgeven', {}, stuk.kaart);
  const typed = ingevuld(form, { ...PROBLEEM, 'Wat is het probleem?': tekst });
  return async () => textOf(await lid.drukt('Opslaan', typed, form));
}

const LOT: readonly Fate[] = ['pass', 'lost', 'unsent', 'unavailable', { lateMs: 60 }];

describe('what is said about storing', () => {
  it('is never contradicted by what storage has, whatever becomes of its answers', async () => {
    const stuk = await inStap2({ world });
    const project = projectVan(stuk.kaart);
    let nr = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(fc.array(fc.constantFrom(...LOT), { maxLength: 14 }), {
          minLength: 1,
          maxLength: 3,
        }),
        async (isTab, pogingen) => {
          const tekst = `${TEKST} ${++nr}`;
          // Nobody presses faster than a person can.
          world.het_is('2027-01-04', `1${Math.floor(nr / 30) % 6}:${10 + (nr % 30)}`);
          const druk = isTab ? await doorTab(stuk, tekst) : await doorChat(stuk, tekst);
          let onzeker = false;
          for (const lot of pogingen) {
            const rest = [...lot];
            proxy.fate = () => rest.shift() ?? 'pass';
            const gezegd = await druk();
            proxy.fate = () => 'pass';
            await proxy.arrived();
            const staat = await aantal(project, tekst);
            if (/nog niet of dit is opgeslagen/.test(gezegd)) onzeker = true;
            else if (/[Nn]og niet opgeslagen/.test(gezegd))
              expect([onzeker, staat]).toEqual([false, 0]);
            else expect([gezegd, staat]).toEqual([gezegd, 1]);
          }
          await druk();
          expect(await aantal(project, tekst)).toBe(1);
        },
      ),
      { numRuns: 40 },
    );
    await world.rust();
  });
});
