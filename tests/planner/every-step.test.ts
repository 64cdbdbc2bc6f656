import { globSync, readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { berichten } from '../../src/process/berichten.ts';
import type { Beeld, Step } from '../../src/process/contract/contract.ts';
import { NIEMAND } from '../../src/process/contract/judge.ts';
import { type Deelnemer, iedereen } from '../../src/process/feiten/deelnemers.ts';
import { isGeopend } from '../../src/process/feiten/geopende-stap.ts';
import { voorIedereen } from '../../src/process/feiten/vertrouwelijk.ts';
import type { LiveKaart } from '../../src/process/vormen/live-kaart.ts';
import { groep } from '../../support/groep.ts';
import { HALF, LEEG, stadium, VOL } from '../../support/stadia.ts';
import { opDeKaart } from './op-de-kaart.ts';

/*
 * What a step says of itself, asked of every folder there is. How its cards, screens and messages look, and whether they
 * fit, is asked in tests/cards.
 */

const ROOT = new URL('../../', import.meta.url);
/** Each folder is a step, except the one of what steps share. */
const folders = readdirSync(new URL('src/planner/', ROOT), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'plan')
  .map(({ name }) => name);
const steps = await Promise.all(
  folders.map(async (name) => {
    const module = (await import(`../../src/planner/${name}/index.ts`)) as object;
    return [name, stepIn(module)] as const;
  }),
);

function stepIn(module: object): Step {
  const [found, second] = Object.values(module).filter(isStep);
  if (!found || second) throw new Error('a folder exports one step');
  return found;
}

function isStep(one: unknown): one is Step {
  return typeof one === 'object' && one !== null && 'nummer' in one && 'gereed' in one;
}

const gelezen = (path: string) =>
  ts.createSourceFile(
    path,
    readFileSync(new URL(path, ROOT), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
const contract = ['contract/contract.ts', 'vormen/live-kaart.ts'].map((path) =>
  gelezen(`src/process/${path}`),
);

/** The members that an interface of the contract declares. */
function members(name: string): ts.TypeElement[] {
  const found = contract
    .flatMap(({ statements }) => [...statements])
    .filter(ts.isInterfaceDeclaration)
    .find((one) => one.name.text === name);
  if (!found) throw new Error(`no interface ${name}`);
  return [...found.members];
}

const names = (name: string) => members(name).map((one) => one.name?.getText());

/** A group that is at its beginning, halfway or full, as this step opens and after the last; also with nobody in it. */
const groepen = [
  ['nobody', niemand],
  ['one person and nothing entered', (nummer: number) => stadium(LEEG, nummer, 'open')],
  ['one person at the end', () => stadium(LEEG, 6, 'afgerond')],
  ['a group that begins', (nummer: number) => stadium(HALF, nummer, 'open')],
  ['a group that is done', () => stadium(HALF, 6, 'afgerond')],
  ['60 people and all there can be', () => stadium(VOL, 6, 'na overleg')],
] as const;

function niemand() {
  const wereld = groep();
  for (const { id } of planner.stappen) wereld.stap(id);
  return wereld;
}

/** All that a step answers about a group, for some of the people in it and for somebody from outside. */
function antwoorden(step: Step, beeld: Beeld): object {
  const { project } = beeld;
  const gedeeld = { ...beeld, project: voorIedereen(project) };
  const mensen = iedereen(project).slice(0, 8);
  return {
    kaart: step.kaart(gedeeld),
    gereed: step.gereed(beeld),
    samenvatting: step.samenvatting(gedeeld),
    momenten: step.momenten(beeld).map((moment) => ({ ...moment, vraag: moment.vraag?.() })),
    plan: step.plan(beeld),
    poster: step.poster(gedeeld),
    kortom: step.kortom(beeld),
    verzoeken: step.verzoeken(beeld),
    meenemen: step.meenemen(project),
    perLezer: [...mensen, NIEMAND].map((lezer) => step.hoofdstukken({ ...beeld, lezer })),
    perLid: mensen.map((lid) => persoonlijk(step, beeld, lid)),
  };
}

const persoonlijk = (step: Step, beeld: Beeld, lid: Deelnemer) => ({
  taken: step.taken(beeld, lid),
  heeft: step.heeftGereageerd(beeld.project, lid),
  moet: step.moetReageren(beeld.project, lid),
});

/** What no person should read, and buttons that lead nowhere, each with its place. */
function gebreken(node: unknown, waar = ''): string[] {
  if (typeof node === 'string')
    return /undefined|\[object|\bNaN\b|\bnull\b/.test(node) ? [`${waar}: ${node}`] : [];
  if (typeof node === 'number') return Number.isFinite(node) ? [] : [`${waar}: ${node}`];
  if (typeof node !== 'object' || node === null) return [];
  return [
    ...('verb' in node && !bestaat(String(node.verb)) ? [`${waar}: ${String(node.verb)}`] : []),
    ...Object.entries(node).flatMap(([key, value]) => gebreken(value, `${waar}.${key}`)),
  ];
}

const bestaat = (verb: string) => planner.acties.has(verb) || planner.weergaven.has(verb);

describe('the contract', () => {
  it.each(['Step', 'Traject', 'Overlegsoort', 'AgendaRegel', 'Action', 'View', 'LiveKaart'])(
    'has no member of %s that may be left out',
    (name) => {
      const optional = members(name).filter((one) => one.questionToken);
      expect(optional.map((one) => one.getText())).toEqual([]);
    },
  );

  it('finds a member that may be left out', () => {
    expect(members('Bericht').some((one) => one.questionToken)).toBe(true);
  });
});

it('finds what nobody should read, and a button that leads nowhere', () => {
  const wrong = ['tot undefined', 'NaN uur', 'van [object Object]', NaN, { verb: 'bestaat.niet' }];
  expect(gebreken(wrong)).toHaveLength(wrong.length);
  expect(gebreken(['Opgeslagen.', 12, { verb: 'criteria' }])).toEqual([]);
});

describe('the steps', () => {
  it('are the folders, each called as its step, and stand in the planner in the order of their numbers', () => {
    expect([...folders].sort()).toEqual(planner.stappen.map(({ id }) => id).sort());
    expect(planner.stappen.map(({ nummer }) => nummer)).toEqual(folders.map((_, at) => at + 1));
  });

  it('keep apart the messages that they send', () => {
    const soorten = [berichten, ...planner.stappen.map((step) => step.berichten)].flatMap(
      Object.keys,
    );
    expect(soorten.filter((soort, at) => soorten.indexOf(soort) !== at)).toEqual([]);
  });

  it('are where each overleg is held, and its agenda can be read with nobody and with everybody there', () => {
    for (const { id, stappen, agenda } of planner.overleggen) {
      const bekend = planner.stappen.filter((step) => stappen.includes(step.id));
      expect(
        bekend.map((step) => step.id),
        id,
      ).toEqual(stappen);
      expect(new Set(agenda.map((regel) => regel.id)).size, id).toBe(agenda.length);
      for (const [wat, maak] of groepen) {
        const { beeld } = maak(bekend[0]?.nummer ?? 1);
        const gelezen = agenda.map((regel) => [
          ...[regel.gegevens(beeld), regel.knoppen(beeld)],
          regel.werk({ ...beeld, lezer: NIEMAND }),
        ]);
        expect(gebreken(gelezen), `${id}: ${wat}`).toEqual([]);
        expect(agenda.every((regel) => typeof regel.isGedaan(beeld) === 'boolean')).toBe(true);
        for (const regel of agenda)
          expect(Object.keys(regel).sort()).toEqual(names('AgendaRegel').sort());
      }
    }
  });
});

/** All that a live card says, as texts. */
const teksten = (kaart: LiveKaart): string[] =>
  [
    ...[kaart.project, kaart.naam, kaart.jij, kaart.vraag, kaart.uitleg, kaart.meer, kaart.straks],
    ...[kaart.termijn?.zin ?? '', kaart.termijn?.over ?? '', kaart.voortgang?.zin ?? ''],
    ...kaart.feiten.flatMap(({ naam, waarde }) => [naam, waarde]),
    ...kaart.lijst.flatMap(({ tekst, bij }) => [tekst, bij]),
    ...kaart.regels,
    ...kaart.knoppen.map(({ titel }) => titel),
  ].filter((tekst) => tekst !== '');

/** What stands on the card as it is sent. */
const getekend = (kaart: LiveKaart): string =>
  opDeKaart(kaart).replaceAll('\\\\', '').replaceAll('\u200b', '');

describe.each(steps)('the step %s', (folder, step) => {
  it('is the one of that name in the planner, with tests of its own', () => {
    expect(step.id).toBe(folder);
    expect(planner.stappen).toContain(step);
    expect(globSync(`tests/planner/${folder}{,-*}.test.ts`)).not.toEqual([]);
  });

  it('says all that a step says, and so do its actions and views', () => {
    expect(Object.keys(step).sort()).toEqual(names('Step').sort());
    for (const action of step.acties)
      expect(Object.keys(action).sort()).toEqual(names('Action').sort());
    for (const view of step.weergaven)
      expect(Object.keys(view).sort()).toEqual(names('View').sort());
    expect([step.naam, step.doel, ...step.werk.map(({ wat }) => wat)]).not.toContain('');
  });

  it('calls what one can do by one to three words', () => {
    const verbs = [...step.acties, ...step.weergaven].map(({ verb }) => verb);
    expect(
      verbs.filter((verb) => !/^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*){0,2}$/.test(verb)),
    ).toEqual([]);
  });

  it.each(groepen)('answers whatever is asked of it about %s', (_wat, maak) => {
    const { beeld } = maak(step.nummer);
    expect(isGeopend(beeld.project, step.id)).toBe(true);

    expect(gebreken(antwoorden(step, beeld))).toEqual([]);
    const kaart = step.kaart(beeld);
    expect(Object.keys(kaart).sort()).toEqual(names('LiveKaart').sort());
    expect(teksten(kaart).filter((zin) => !getekend(kaart).includes(zin))).toEqual([]);
    // Who is asked something until a date sees which button answers it.
    if (kaart.termijn?.zin.startsWith('Tot'))
      expect(kaart.knoppen[0]).toMatchObject({ stijl: 'positive' });
  });
});
