import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingevuld, textOf, type AnyCard, rijOp } from '../../support/voorbeeld/kaart.ts';
import { planner } from '../../src/planner/index.ts';
import type { Wire } from '../../support/activities.ts';
import {
  lidAccount,
  live,
  opentEnVult,
  PROBLEEM,
  projectVan,
  rijen,
  start,
  volgende,
} from '../groep/hulp.ts';
import { openWorld, type Groep, type Lid, type World } from '../../support/world.ts';

/** Our part of a button, as it goes over the wire. */
type Claim = Record<string, unknown>;

let world: World;
let groep: Groep;
let ander: Groep;
let kaart: AnyCard;
let project: string;
let anderProject: string;

/** Sanne leads, Bo takes part; Fatima is in the conversation only; in another one Kees leads a project with Bo. */
beforeAll(async () => {
  world = await openWorld();
  groep = world.groepschat('Sanne', 'Bo', 'Anke', 'Piet');
  ander = world.groepschat('Kees', 'Bo');
  await start(groep.lid('Sanne'));
  await start(ander.lid('Kees'), { 'Hoe heet het project?': 'Fietsen in het centrum' });
  await volgende(groep.lid('Sanne'));
  await volgende(ander.lid('Kees'));
  groep.komt_erbij('Fatima');
  kaart = await live(world, groep, 2);
  project = projectVan(kaart);
  anderProject = projectVan(await live(world, ander, 2));
});

afterAll(() => world.close());

/** Everything ever said in the two projects. */
async function gezegd(): Promise<number> {
  await world.rust();
  const events = [project, anderProject].map((id) => world.tables.projecten.range(id, 'e_', 'e_~'));
  return (await Promise.all(events)).flat().length;
}

/** Sends the press of a button with another claim or other data; what came back, as text. */
async function vervalst(
  lid: Lid,
  wire: Wire,
  claim: Claim,
  data: Record<string, unknown> = {},
  envelope: Wire = {},
): Promise<string> {
  const value = structuredClone(wire['value']) as { action?: { data: Claim }; data?: Claim };
  const sent: Claim = value.action?.data ?? value.data ?? value;
  Object.assign(sent, data);
  sent['_'] = { ...(sent['_'] as Claim), ...claim };
  const { status, body } = await lid.stuurt({ ...wire, ...envelope, id: randomUUID(), value });
  expect(status).toBe(200);
  return JSON.stringify(body ?? '');
}

/** Nothing is stored by this. */
async function zonderGevolg(doe: () => Promise<unknown>): Promise<void> {
  const before = await gezegd();
  await doe();
  expect(await gezegd()).toBe(before);
}

const NIET_GEVONDEN = 'Deze knop werkt niet meer';
const tap = (lid: Lid) => lid.druk('Ik heb niets toe te voegen', {}, kaart);

describe('a card is only a claim', () => {
  it('finds no project of another conversation, whoever asks, and says no more than that', async () => {
    await zonderGevolg(async () => {
      for (const naam of ['Sanne', 'Bo', 'Fatima'])
        for (const verb of ['probleem.niets', 'leiding', 'project.wijzigen', 'stap.volgende']) {
          const op = verb === 'probleem.niets' ? 'doe' : 'open';
          const lid = groep.lid(naam);
          const answer = await vervalst(lid, tap(lid), { verb, op, project: anderProject });
          expect(answer).toContain(NIET_GEVONDEN);
          expect(answer).not.toContain('Fietsen in het centrum');
        }
    });
  });

  it('gives the same answer for a project that was never there', async () => {
    await zonderGevolg(async () => {
      for (const id of [`p_${randomUUID()}`, 'p_', 'head', "x' or '1' eq '1", '../p_1']) {
        const answer = await vervalst(groep.lid('Bo'), tap(groep.lid('Bo')), { project: id });
        expect(answer).toContain(NIET_GEVONDEN);
      }
    });
  });

  it('in a personal chat takes a project only from somebody who is in it', async () => {
    const fatima = world.alleen('Fatima').lid('Fatima');
    const bo = world.alleen('Bo').lid('Bo');
    await zonderGevolg(async () => {
      const claim = { verb: 'problemen', op: 'open', project };
      expect(await vervalst(fatima, knopIn(fatima), claim)).toContain(NIET_GEVONDEN);
      for (const eigen of [project, anderProject])
        expect(await vervalst(bo, knopIn(bo), { ...claim, project: eigen })).toMatch(
          /[Pp]roblemen/,
        );
    });
  });

  it('does not let a card say who somebody is, or for whom', async () => {
    const bo = groep.lid('Bo');
    const before = await gezegd();
    const form = await bo.drukt('Probleem doorgeven', {}, kaart);
    const save = bo.druk('Opslaan', ingevuld(form, PROBLEEM), form);
    const sanne = await deelnemerId('Sanne');

    const stolen = await vervalst(bo, save, { van: sanne });
    const asLeader = await vervalst(
      bo,
      save,
      { args: { namens: sanne }, rol: 'projectleider', by: sanne },
      { rol: 'projectleider', van: sanne, status: 'lid', stap: 'open' },
    );

    expect(stolen).toContain('Dit overzicht of formulier is voor Sanne.');
    expect(asLeader).toContain('Opgeslagen');
    expect(await gezegd()).toBe(before + 1);
    const [said] = (await rijen(project)).filter(({ kind }) => kind === 'probleem');
    expect(said).toMatchObject({ by: await deelnemerId('Bo') });
    expect(String(said?.['facts0'])).toContain(`"van":"${await deelnemerId('Bo')}"`);
  });

  it('stores nothing for verbs, ways and shapes that none of our cards has', async () => {
    const bo = groep.lid('Bo');
    await zonderGevolg(async () => {
      for (const claim of [
        { verb: 'alles.wissen' },
        { verb: 'constructor' },
        { verb: '__proto__' },
        { verb: 'problemen', op: 'bewaar' },
        { verb: 'probleem.doorgeven', op: 'doe' },
        { op: 'verwijder' },
        { rev: -1 },
        { rev: '1' },
        { extra: 'altijd' },
        { args: { id: 7 } },
        { args: { id: 'x'.repeat(201) } },
        { nonce: null },
        { verb: 'x'.repeat(500) },
      ])
        await vervalst(bo, tap(bo), claim);
      for (const value of [null, [], 'tekst', 7, { _: 'tekst' }, { _: [] }, {}])
        await bo.stuurt({ ...tap(bo), id: randomUUID(), value: { action: { data: value } } });
    });
  });

  it('keeps what was changed since, whatever revision a card claims', async () => {
    const anke = groep.lid('Anke');
    await opentEnVult(anke, kaart, 'Probleem doorgeven', PROBLEEM);
    const eigen = await anke.drukt('Bekijk alles (2)', {}, await live(world, groep, 2));
    const form = await anke.drukt('Aanpassen', {}, eigen);
    const save = anke.druk('Opslaan', ingevuld(form, { 'Wat is het probleem?': 'Te laat.' }), form);

    await zonderGevolg(async () => {
      for (const rev of [0, 1, 99_999]) {
        const answer = await vervalst(anke, save, { rev });
        expect(answer).toContain('Je hebt dit zelf net aangepast.');
        expect(answer).toContain('Te laat.');
      }
    });
  });
});

describe('who may not, changes nothing through the door', () => {
  it('whatever an outsider or a deelnemer presses of what only the leader may [A15]', async () => {
    const alleenLeider = ['stap.volgende', 'deadline', 'project.wijzigen', 'deelnemer.toevoegen'];
    const wires = await Promise.all(
      alleenLeider.map(async (verb) => ({ verb, wire: tap(groep.lid('Sanne')) })),
    );
    await zonderGevolg(async () => {
      for (const naam of ['Bo', 'Fatima'])
        for (const { verb, wire } of wires) {
          const zin =
            naam === 'Bo'
              ? 'Dit kan alleen de projectleider: Sanne.'
              : 'doet nog niet mee|Je doet nog niet mee';
          const fields = { from: lidAccount(naam) };
          const data = { datum: '2027-03-01', tijd: '17:00', naam: 'Gekaapt', leden: '' };
          for (const op of ['open', 'bewaar'])
            expect(
              await vervalst(groep.lid(naam), wire, { verb, op, kaart: '' }, data, fields),
            ).toMatch(new RegExp(zin));
        }
    });
  });

  it('somebody with the same object id from another tenant is somebody else', async () => {
    const sanne = groep.lid('Sanne');
    const from = { ...lidAccount('Sanne'), id: '29:ander', tenantId: randomUUID() };
    await zonderGevolg(async () => {
      const claim = { verb: 'leiding', op: 'open', kaart: '' };
      const answer = await vervalst(sanne, tap(sanne), claim, {}, { from });
      expect(answer).toContain('Je doet nog niet mee aan dit project.');
    });
  });

  it('somebody without an identity can look at nothing and enter nothing', async () => {
    const from = { id: '29:anoniem', name: 'Anoniem', userRole: 'anonymous' };
    const bo = groep.lid('Bo');
    const claim = (verb: string) => ({ verb, op: 'doe', kaart: '' });
    const INHOUD = /Op vrijdagavond|Deelnemers \(/;
    for (const verb of ['problemen', 'deelnemers'])
      expect(await vervalst(bo, tap(bo), claim(verb))).toMatch(INHOUD);
    await zonderGevolg(async () => {
      for (const verb of ['problemen', 'deelnemers', 'probleem.niets', 'deelnemer.meedoen']) {
        const answer = await vervalst(bo, tap(bo), claim(verb), {}, { from });
        expect(answer).not.toMatch(INHOUD);
      }
    });
  });

  it('somebody who was taken out of the group is refused on an old card, and keeps the text', async () => {
    const piet = groep.lid('Piet');
    const form = await piet.drukt('Probleem doorgeven', {}, kaart);
    const lijst = await groep.lid('Sanne').typt('deelnemers');
    const weg = await groep.lid('Sanne').drukt('Uit de groep halen', {}, rijOp(lijst, 'Piet'));
    await groep.lid('Sanne').drukt('Uit de groep halen', {}, weg);

    await zonderGevolg(async () => {
      const refused = await piet.drukt('Opslaan', ingevuld(form, PROBLEEM), form);
      expect(textOf(refused)).toContain('Je doet nog niet mee aan dit project.');
      expect(JSON.stringify(refused)).toContain('rijden scooters over de stoep');
      await piet.drukt('Ik heb niets toe te voegen', {}, kaart);
    });
  });
});

it('begins nothing in a conversation without a project but a project, whatever is pressed there', async () => {
  const leeg = world.groepschat('Joke', 'Wim', 'Daan');
  const namen = ['Joke', 'Wim', 'Daan'];
  const verbs = [...planner.acties.values()]
    .filter(
      ({ verb, right }, at) => verb !== 'project.start' && (right === 'iedereen' || at % 3 === 0),
    )
    .map(({ verb }) => verb);
  const heads = async () => (await rijen(project)).filter(({ rowKey }) => rowKey === 'head').length;
  const before = await heads();

  for (const [at, verb] of verbs.entries()) {
    const lid = leeg.lid(namen[at % namen.length] ?? '');
    const op = planner.acties.get(verb)?.isTap ? 'doe' : 'bewaar';
    const claim = { verb, op, project: '' };
    const answer = await vervalst(lid, knopIn(lid), claim, { naam: 'Niets' });
    expect(answer, verb).toContain('Hier loopt nog geen project.');
  }

  // No log of a project that nobody began either.
  expect(await heads()).toBe(before);
});

/** A button as our cards have it, that the person presses without having a card. */
function knopIn(lid: Lid): Wire {
  const claim = {
    op: 'open',
    nonce: randomUUID(),
    args: {},
    rev: 0,
    van: '',
    kaart: '',
    extra: '',
  };
  const card = {
    messageId: '1',
    body: [],
    actions: [
      {
        type: 'Action.Execute',
        title: 'Knop',
        verb: 'help',
        data: { _: { verb: 'help', project: '', ...claim } },
      },
    ],
  };
  return lid.druk('Knop', {}, card);
}

async function deelnemerId(naam: string): Promise<string> {
  const found = (await rijen(project)).find(
    ({ kind, texts0 }) => kind === 'deelnemer' && String(texts0).includes(`"naam":"${naam}"`),
  );
  return String(found?.['id']);
}
