import { expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import * as plan from '../../src/planner/plan/plan.ts';
import type { AnyAction, Ctx } from '../../src/process/contract/contract.ts';
import { mens } from '../../src/process/feiten/deelnemers.ts';
import { judge, mayNotSee, NIEMAND, openForm } from '../../src/process/contract/judge.ts';
import { isRefused } from '../../src/process/contract/decision.ts';
import { kanGeheim } from '../../src/process/feiten/geheim.ts';
import { isVerhuld, voorIedereen } from '../../src/process/feiten/vertrouwelijk.ts';
import { isGeopend } from '../../src/process/feiten/geopende-stap.ts';
import type { NewEvent } from '../../src/process/feiten/project.ts';
import { aanbodVan, klusVan } from '../../src/process/stukken/aanbod.ts';
import { hoofdstukkenVan } from '../../src/process/weergaven/hoofdstukken.ts';
import { posterVan } from '../../src/process/weergaven/poster.ts';
import type { Args } from '../../src/process/vormen/screen.ts';
import { formAgain, geweigerd } from '../../src/answer/sayings.ts';
import { vulIn } from '../cards/invullen.ts';
import { HALF, stadium, WIE, type Fase, type Wereld } from '../../support/stadia.ts';
import { VOLSTE } from '../../support/momenten.ts';

const GEHEIM = 'Kanarie in de kelder';
const AFGESPROKEN = { overleg: 'overleg1', wie: WIE.plaatsvervanger, wanneer: '' };
const BESLOTEN = { vertrouwelijk: true, voor: [WIE.collega], van: WIE.plaatsvervanger };

/**
 * One confidential entry of each kind that can be, laid over one that is there: the plaatsvervanger said it all. Where a kind
 * has no choice of its own it is about something confidential.
 */
const GEHEIMEN: Readonly<Record<string, Pick<NewEvent, 'id' | 'facts'>>> = {
  probleem: { id: 'p4', facts: BESLOTEN },
  doei: { id: 'geheim', facts: { over: 'p0', soort: 'data', mondeling: false, ...BESLOTEN } },
  uitkomst: {
    id: 'overleg1.opening',
    facts: { ...AFGESPROKEN, ...BESLOTEN, regel: 'opening', soort: 'besluit' },
  },
  afspraak: {
    id: 'a.overleg1.opening',
    facts: { ...AFGESPROKEN, ...BESLOTEN, klaar: false, soort: 'achterban' },
  },
  maatregel: { id: 'm0', facts: { ...BESLOTEN, aanvullend: false } },
  oordeel: { id: 'm0', facts: { oordeel: 'aanpassen' } },
  genoeg: { id: 'p4', facts: { oordeel: 'meer nodig' } },
  doel: { id: 'doel0', facts: BESLOTEN },
  monitoring: { id: 'mo0', facts: { wie: WIE.plaatsvervanger, doelen: ['doel0'] } },
  regel: {
    id: 'r0',
    facts: { ...BESLOTEN, maatregel: 'm0', trekker: WIE.plaatsvervanger, uitvoerders: [] },
  },
  besluit: { id: 'be0', facts: { regels: ['r0'], partij: 'o.og0' } },
  voortgang: { id: 'r0.2', facts: { ...BESLOTEN, regel: 'r0' } },
  meting: { id: 'me0', facts: { ...BESLOTEN, doel: 'doel0' } },
  uitgevoerd: { id: 'r0', facts: { ...BESLOTEN, uitgevoerd: 'ja' } },
  evaluatie: { id: 'doel0', facts: { ...BESLOTEN, bereikt: 'ja', tevreden: 'ja' } },
  nagekomen: {
    id: 'laat',
    facts: { van: WIE.plaatsvervanger, verb: 'maatregel.doorgeven', vertrouwelijk: true },
  },
};

/** What can stand in a step before it was opened: nothing of a later one. */
const VANAF: Readonly<Record<string, number>> = {
  maatregel: 3,
  oordeel: 4,
  genoeg: 4,
  doel: 4,
  monitoring: 4,
  regel: 5,
  besluit: 5,
  voortgang: 6,
  meting: 6,
  uitgevoerd: 6,
  evaluatie: 6,
  nagekomen: 3,
};

/** The texts that an entry of each kind holds: those of one of the largest group there is. */
const velden = (soort: string): string[] => {
  const [een] = [...(VOORBEELD.project.entries.get(soort)?.values() ?? [])];
  return Object.keys(een?.texts ?? {});
};
const VOORBEELD = stadium(HALF, 6, 'na overleg');

/** A project with a confidential entry of every kind, a text of its own in each of its fields. */
function metGeheim(stap: number, fase: Fase): Wereld {
  const wereld = stadium(HALF, stap, fase);
  const soorten = Object.entries(GEHEIMEN).filter(([soort]) => (VANAF[soort] ?? 0) <= stap);
  wereld.said(
    WIE.plaatsvervanger,
    soorten.map(([soort, { id, facts = {} }]) => ({
      kind: soort,
      id,
      facts,
      texts: Object.fromEntries(
        (soort === 'nagekomen' ? ['omschrijving'] : velden(soort))
          .filter((veld) => veld !== 'partij')
          .map((veld) => [veld, `${GEHEIM} (${soort}.${veld})`]),
      ),
    })),
  );
  return wereld;
}

/** Whatever a button might name: the confidential things, what they belong to, and people. */
const ARGS: readonly Args[] = [
  {},
  ...['p4', 'geheim', 'cl0', `p4.${WIE.lid}`].flatMap((id) => [
    { id },
    { over: id },
    { onderwerp: id },
    { id, soort: id === 'geheim' ? 'doei' : 'probleem', namens: WIE.plaatsvervanger },
  ]),
  ...[...new Set(Object.values(GEHEIMEN).map(({ id }) => id))].map((id) => ({ id })),
  { regel: 'r0' },
  { doel: 'doel0' },
  { maatregel: 'm0' },
  { nummer: '1', regel: 'opening' },
  { nummer: '1', na: 'overleg1.opening' },
  { pagina: '2' },
  { alles: 'ja' },
  { van: WIE.plaatsvervanger, namens: WIE.plaatsvervanger, alles: 'ja' },
];

/** Everything that somebody can get to see by any press, also of buttons that no card has, one after another. */
function* allesVoor(wereld: Wereld, wie: string): Generator<string> {
  for (const args of ARGS) {
    const ctx: Ctx = {
      ...wereld.ctx(wie, args),
      actor: mens(wereld.project, wie) ?? NIEMAND,
    };
    for (const view of planner.weergaven.values()) {
      const refused = mayNotSee(view, ctx);
      yield JSON.stringify(refused ? geweigerd(ctx, undefined, refused) : view.show(ctx));
    }
    for (const action of planner.acties.values())
      if (!action.isTap) yield* opFormulier(action, ctx);
  }
}

/** A form as it opens, and as it comes back when what was filled in is refused. */
function* opFormulier(action: AnyAction, ctx: Ctx): Generator<string> {
  const form = openForm(action, ctx);
  const velden = 'kind' in form ? form.velden : {};
  yield JSON.stringify('kind' in form ? form : geweigerd(ctx, action, form));
  const decision = judge(action, ctx, { raw: vulIn(velden, ctx.now), rev: 0 });
  if (decision.accepted) return;
  const outcome = { kind: 'refused', decision, project: ctx.project } as const;
  yield JSON.stringify(formAgain(ctx, action, {}, outcome).screen);
}

/** All that is drawn beside views and forms: chapters, tasks, what the clock asks, and files with what only they may read. */
function ookVoor(wereld: Wereld, wie: string): string[] {
  const { project, now } = wereld;
  const lezer = mens(project, wie) ?? NIEMAND;
  const lezing = { project, now, traject: planner, lezer };
  return [
    ...hoofdstukkenVan(lezing),
    ...planner.stappen.flatMap((step) => step.taken(lezing, lezer)),
    ...aanbodVan(lezing).map(({ vraag }) => klusVan(lezing, { ...vraag, vertrouwelijk: 'ja' })),
  ].map((what) => JSON.stringify([what]));
}

/** All that is drawn for the group: cards, messages, agendas, pictures, requests, and files to pass on. */
function voorDeGroep(wereld: Wereld): string[] {
  const { project, now } = wereld;
  const beeld = { project, now, traject: planner };
  const lezing = { ...beeld, lezer: mens(project, WIE.leider) ?? NIEMAND };
  const open = planner.stappen.filter(({ id }) => isGeopend(project, id));
  return [
    ...open.map((step) => step.kaart(beeld)),
    ...open.map((step) => step.samenvatting(beeld)),
    ...open.flatMap((step) => Object.values(step.berichten).map((teken) => teken(beeld, {}))),
    ...open.flatMap((step) => step.poster(beeld)),
    ...open.flatMap((step) => step.verzoeken(beeld)),
    ...open.flatMap((step) =>
      step.momenten(beeld).map((moment) => ({ ...moment, vraag: moment.vraag?.() })),
    ),
    ...planner.overleggen.flatMap(({ agenda }) =>
      agenda.map((line) => [
        line.gegevens(beeld),
        line.besloten(beeld),
        line.werk(lezing),
        line.knoppen(beeld),
      ]),
    ),
    ...aanbodVan(lezing).map(({ vraag }) => klusVan(lezing, vraag)),
    posterVan(beeld),
  ].map((what) => JSON.stringify([what]));
}

const GELEZEN = /Kanarie in de kelder \([^)]*\)/g;
/** Looks no further than the first. */
function leestIets(texts: Iterable<string>): boolean {
  for (const text of texts) if (text.match(GELEZEN)) return true;
  return false;
}
const gelezen = (texts: readonly string[]) => [
  ...new Set(texts.flatMap((text) => text.match(GELEZEN) ?? [])),
];

// In step 1 there is nothing yet that can be confidential.
it.each(VOLSTE.filter(([stap]) => stap > 1))(
  'shows what is confidential to nobody it is not for, whatever they press, in step %i (%s)',
  (stap, fase) => {
    const wereld = metGeheim(stap, fase);

    for (const wie of [WIE.notulist, WIE.lid, WIE.buiten])
      expect(gelezen([...allesVoor(wereld, wie), ...ookVoor(wereld, wie)]), wie).toEqual([]);
    for (const wie of [WIE.leider, WIE.collega])
      expect(leestIets(allesVoor(wereld, wie)), wie).toBe(true);
    expect(gelezen(voorDeGroep(wereld))).toEqual([]);
  },
);

it('is read by whoever leads, who wrote it and who was chosen, in every kind of entry', () => {
  const wereld = metGeheim(6, 'overleg');
  const alles = (wie: string) => gelezen([...allesVoor(wereld, wie), ...ookVoor(wereld, wie)]);
  const soorten = (texts: readonly string[]) => [
    ...new Set(texts.map((text) => /\((\w+)\./.exec(text)?.[1] ?? '')),
  ];
  // The problem itself is not on the list, and so neither is whether enough is done about it.
  const open = Object.keys(GEHEIMEN).filter((soort) => !['nagekomen', 'genoeg'].includes(soort));

  for (const wie of [WIE.leider, WIE.plaatsvervanger, WIE.collega])
    expect(soorten(alles(wie)), wie).toEqual(expect.arrayContaining(open));
});

it('is kept by every kind of entry that holds a text and is in the plan, or that kind is written down as open', () => {
  const soorten = Object.values(plan).flatMap((found) =>
    typeof found === 'object' && 'current' in found ? [found.name] : [],
  );
  const metTekst = soorten.filter((soort) => velden(soort).length > 0);

  expect(metTekst.filter((soort) => !kanGeheim(soort)).sort()).toEqual([
    // Their words are the group's own: the names of a scale, of a cluster, and what was said of the cooperation as a whole.
    'aanbeveling',
    'akkoord',
    'cluster',
    'criterium',
    'samenwerking',
    'verbeterpunt',
    'vervolg',
  ]);
  expect(metTekst.filter(kanGeheim).filter((soort) => !(soort in GEHEIMEN))).toEqual([]);
});

it('is not changed from a place where it cannot be read, with whatever button', () => {
  const wereld = metGeheim(6, 'overleg');
  const samen = voorIedereen(wereld.project);
  const dicht = [...samen.entries].flatMap(([soort, entries]) =>
    [...entries.keys()].filter((id) => isVerhuld(samen, soort, id)),
  );
  const opent = (id: string, project = samen) =>
    [...planner.acties.values()]
      .filter((action) => !isRefused(action.form({ ...wereld.ctx(WIE.leider, { id }), project })))
      .map(({ verb }) => verb);

  expect(dicht.length).toBeGreaterThan(10);
  for (const id of dicht) expect(opent(id), id).toEqual([]);
  // In their own chat, where it can be read, it can.
  expect(dicht.filter((id) => opent(id, wereld.project).length > 0)).toEqual(dicht);
});

it('shows outsiders nothing of a project at all', () => {
  const wereld = stadium(HALF, 5, 'open');

  for (const wie of [WIE.aanvrager, WIE.weg, WIE.buiten]) {
    const typedTexts = [...allesVoor(wereld, wie)].flatMap((text) => text.match(/«t\d+»/g) ?? []);
    // The name of the project and of who leads it, who decides whether they may join.
    expect(new Set(typedTexts).size, wie).toBeLessThanOrEqual(3);
  }
});
