import { trajecten } from '../../src/process/contract/trajecten.ts';
import type { AnyAction, Ctx, FormOf } from '../../src/process/contract/contract.ts';
import { berichten } from '../../src/process/berichten.ts';
import type { Accepted, Decision } from '../../src/process/contract/decision.ts';
import { deelnemer, whoIs } from '../../src/process/feiten/deelnemers.ts';
import type { Fields } from '../../src/process/vormen/form.ts';
import { judge, NIEMAND } from '../../src/process/contract/judge.ts';
import {
  emptyProject,
  fold,
  one,
  type Facts,
  type Project,
} from '../../src/process/feiten/project.ts';
import type { Args, Screen } from '../../src/process/vormen/screen.ts';
import { gepland } from '../../src/process/klok/tik.ts';
import { geopend } from '../../src/process/feiten/geopende-stap.ts';
import { planner } from '../../src/planner/index.ts';
import { COMMANDS } from '../../src/teams/talk/commands.ts';
import { START } from '../../src/process/groep/verbs.ts';
import { drawFor, drawingOf, drawLive, LUKT_NIET } from '../../src/teams/cards/drawing.ts';
import type { Card } from '../../src/teams/port.ts';
import { formAgain, geweigerd } from '../../src/answer/sayings.ts';
import type { Answers } from '../../src/answer/answers.ts';
import { looked, opened, shown } from '../../src/answer/shown.ts';
import type { Vormwijze } from '../../src/teams/cards/wire.ts';
import { eventRow, isTooBig, rowsTogether } from '../../src/storage/table/rows.ts';
import type { Row, Write } from '../../src/storage/table/write.ts';
import { WIE, type Wereld } from '../../support/stadia.ts';
import { knoppen } from './kaarten.ts';
import { vulIn } from './invullen.ts';

/** Something that somebody got to see: the card, and what it was drawn from. */
export interface Gezien {
  /** What one pressed to get here. */
  waar: string;
  soort: Screen['kind'] | 'kaart' | 'groepsbericht';
  /** Undefined for a live card. */
  screen: Screen | undefined;
  card: Card;
}

interface Druk {
  verb: string;
  args: Args;
  project: Project;
  waar: string;
  /** How many saves lie behind it. */
  diep: number;
}

export interface Loop {
  forms?: Vormwijze;
  /** At most so many presses of one verb, with other args each. */
  perKnop?: number;
  /** At most so many saves after one another. */
  diep?: number;
  /** True: of what can be ticked, everything. */
  vinkAlles?: boolean;
}

/** What somebody met on their way. `fouten`: where a press led to an error instead of a screen. */
export interface Gelopen {
  gezien: Gezien[];
  fouten: string[];
}

/** Behind the rows of one list stand other buttons, so more of them are opened. */
const RIJEN = 12;

/** All that somebody can reach by pressing buttons, from the commands and from what the group sees, each once. */
export function loop(
  wereld: Wereld,
  wie: string,
  { forms = 'dialoog', perKnop = 3, diep = 1, vinkAlles = false }: Loop = {},
): Gelopen {
  const gezien: Gezien[] = [];
  const fouten: string[] = [];
  /** One that throws does not keep us from the rest. */
  const probeer = (waar: string, doe: () => void) => {
    try {
      doe();
    } catch (error) {
      fouten.push(
        `${waar}: ${String((error as Error).stack)
          .split('\n')
          .slice(0, 4)
          .join(' ')}`,
      );
    }
  };
  const wachtrij: Druk[] = [];
  const geteld = new Map<string, number>();
  const al = new Set<string>();
  const style = {
    trajecten: trajecten(planner),
    forms,
    cards: 'teams' as const,
    now: () => wereld.now,
  };

  const ctx = (project: Project, args: Args): Ctx => ({
    ...wereld.ctx(wie, args),
    project,
    actor: whoIs(project, wereld.ctx(wie).iemand) ?? NIEMAND,
    gesprek: { ...wereld.ctx(wie).gesprek, leden: mensenHier() },
  });

  const toon = (
    van: Ctx,
    verb: string,
    screen: Screen,
    druk: Druk,
    rev = 0,
    antwoorden?: Answers,
  ) => {
    const card = drawFor(
      style,
      { ctx: van, verb, screen, nonce: 'nonce', rev, ...(antwoorden && { answers: antwoorden }) },
      'eigen',
    );
    neem({ waar: druk.waar, soort: screen.kind, screen, card }, van.project, druk.diep);
  };

  const neem = (found: Gezien, project: Project, diep_: number) => {
    gezien.push(found);
    for (const { verb, args } of knoppen(found.card))
      if (verb !== LUKT_NIET)
        wachtrij.push({ verb, args, project, waar: `${found.waar} > ${verb}`, diep: diep_ });
  };

  const drukt = (druk: Druk) => {
    const van = ctx(druk.project, druk.args);
    if (planner.weergaven.has(druk.verb))
      return toon(van, druk.verb, looked(van, druk.verb).screen, druk);
    const action = planner.acties.get(druk.verb);
    if (!action) throw new Error(`${druk.waar}: no verb ${druk.verb}`);
    if (action.isTap) return bewaar(action, van, {}, 0, druk);
    const { screen, rev = 0 } = opened(action, van);
    toon(van, druk.verb, screen, druk, rev);
    if (screen.kind !== 'formulier') return;
    bewaar(action, van, {}, rev, { ...druk, waar: `${druk.waar} (leeg)` });
    bewaar(action, van, vulIn(screen.velden, wereld.now, vinkAlles), rev, {
      ...druk,
      waar: `${druk.waar} (vol)`,
    });
  };

  const bewaar = (
    action: AnyAction,
    van: Ctx,
    inputs: Record<string, string>,
    rev: number,
    druk: Druk,
  ) => {
    const ids = Object.keys(veldenVan(action, van));
    const raw = Object.fromEntries(ids.map((id) => [id, inputs[id] ?? '']));
    const decision = judge(action, { ...van, toch: true }, { raw, rev });
    if (decision.accepted) {
      if (!isTeBewaren(van.project, decision)) throw new Error('too much for one transaction');
      return gelukt(action, van, decision, druk);
    }
    if (action.isTap) return toon(van, action.verb, geweigerd(van, action, decision), druk);
    const again = formAgain(van, action, raw, { kind: 'refused', decision, project: van.project });
    toon(van, action.verb, again.screen, druk, again.rev, again.answers);
  };

  const gelukt = (action: AnyAction, van: Ctx, decision: Accepted, druk: Druk) => {
    // A new project or round is another log.
    const isNieuw = action.verb === START || action.verb === 'ronde.nieuw';
    const project = after(isNieuw ? emptyProject('nieuw') : van.project, wie, wereld.now, decision);
    const next = { ...druk, diep: druk.diep + 1 };
    const nu = ctx(project, van.args);
    toon(nu, action.verb, shown(nu, action.verb, action.receipt(nu, decision.about)).screen, next);
    for (const { soort, facts } of decision.messages)
      if (!['kaart', 'hertekenen', 'rondsturen'].includes(soort))
        groepsbericht(project, soort, facts, `${druk.waar} bericht ${soort}`, next.diep);
  };

  const groepsbericht = (
    project: Project,
    soort: string,
    facts: Facts,
    waar: string,
    diep_: number,
  ) => {
    const message = drawingOf(style, berichten).picture(project, { soort, facts })?.message();
    if (!message?.card) throw new Error(`${waar}: nothing to say`);
    neem({ waar, soort: 'groepsbericht', screen: undefined, card: message.card }, project, diep_);
  };

  const kaart = (id: string) => {
    const { card = {} } = drawLive(style, wereld.project, id);
    neem({ waar: `kaart ${id}`, soort: 'kaart', screen: undefined, card }, wereld.project, 0);
  };

  const start = wereld.project;
  for (const { id } of geopend(start)) probeer(`kaart ${id}`, () => kaart(id));
  for (const { soort, facts } of groepsberichten(wereld)) {
    const waar = `bericht ${soort}`;
    probeer(waar, () => groepsbericht(start, soort, facts, waar, 0));
  }
  for (const { verb } of COMMANDS)
    wachtrij.push({ verb, args: {}, project: start, waar: `typt ${verb}`, diep: 0 });
  for (let druk = wachtrij.shift(); druk; druk = wachtrij.shift()) {
    const { verb, args, diep: at } = druk;
    const sleutel = `${at} ${verb} ${JSON.stringify(Object.entries(args).sort())}`;
    const teller = `${at} ${verb} ${Object.keys(args).sort().join()}`;
    const isRij = args['rij'] !== undefined || verb === 'overleg.punt';
    const meest = at > 0 ? 1 : isRij ? RIJEN : perKnop;
    if (at > diep || al.has(sleutel) || (geteld.get(teller) ?? 0) >= meest) continue;
    al.add(sleutel);
    geteld.set(teller, (geteld.get(teller) ?? 0) + 1);
    probeer(druk.waar, () => drukt(druk));
  }
  return { gezien, fouten };
}

function veldenVan(action: AnyAction, van: Ctx): Fields {
  const { screen } = opened(action, van);
  return screen.kind === 'formulier' ? (screen as FormOf<Fields>).velden : {};
}

/** The project after this was accepted, as the log would fold it. */
function after(project: Project, by: string, now: string, decision: Decision): Project {
  if (!decision.accepted) return project;
  return fold(
    project,
    decision.events.map((event, at) => ({ ...event, n: project.n + at + 1, v: 1, at: now, by })),
  );
}

/** False for what storage would refuse for good: all of one press is stored together, or nothing. */
function isTeBewaren({ n }: Project, { events, messages }: Accepted): boolean {
  const id = 'p_proef';
  const stamped = events.map((event, at) => ({ ...event, n: n + at + 1, v: 1, at: '', by: 'd1' }));
  const besides = 2 + messages.length;
  const create = (row: Row): Write => ({ op: 'create', row });
  const other = Array.from({ length: besides }, () => create({ partitionKey: id, rowKey: 's_1' }));
  const apart = stamped.map((event) => create(eventRow(id, event)));
  const together = () => rowsTogether(id, stamped).map(create);
  return !isTooBig([...other, ...apart]) || !isTooBig([...other, ...together()]);
}

/** People in the conversation: some of the group, and some who are not in it. */
const mensenHier = () =>
  [WIE.leider, WIE.lid, WIE.buiten, 'nieuw1', 'nieuw2'].map((id) => ({
    naam: `«naam van ${id}»`,
    account: '',
    tenant: 'gemeente',
    oid: id,
    teamsId: id,
    extern: id === 'nieuw2',
  }));

/** Every message that the group may get at some time, about what is there now. */
function groepsberichten({ project, now }: Wereld): { soort: string; facts: Facts }[] {
  const stappen = geopend(project).map(({ id }) => id);
  const wie = one(project, deelnemer, WIE.lid) ? WIE.lid : WIE.leider;
  return [
    { soort: 'welkom', facts: { wie: [wie] } },
    { soort: 'aanvraag', facts: { wie } },
    { soort: 'nieuwe-projectleider', facts: { wie } },
    ...stappen.map((stap) => ({ soort: 'samenvatting', facts: { stap } })),
    // The first step has a date only after somebody gave it one.
    ...stappen.slice(1).flatMap((stap) => [
      { soort: 'deadline', facts: { stap, was: '', heropend: true } },
      { soort: 'deadline', facts: { stap, was: '', heropend: false } },
    ]),
    { soort: 'nagekomen', facts: { van: wie } },
    ...[1, 2, 3].flatMap((nummer) => [
      { soort: 'overleg-gepland', facts: { nummer } },
      { soort: 'agenda', facts: { nummer } },
      { soort: 'overleg-gesloten', facts: { nummer } },
    ]),
    // One of each kind: a full project plans very many.
    ...[
      ...new Map(
        gepland({ project, now, traject: planner })
          .filter(({ vraag }) => vraag !== undefined)
          .map((moment) => [moment.reeks.split('.')[0], moment]),
      ).values(),
    ].flatMap(({ reeks, op }) => [
      { soort: 'herinnering', facts: { reeksen: [{ reeks, op }] } },
      { soort: 'persoonlijk', facts: { reeksen: [{ reeks, op }], aan: wie } },
      { soort: 'persoonlijk', facts: { reeksen: [{ reeks, op }], aan: WIE.leider } },
    ]),
    ...planner.stappen
      .filter(({ id }) => stappen.includes(id))
      .flatMap(({ berichten: eigen }) =>
        Object.keys(eigen).map((soort) => ({ soort, facts: { nummer: 2 } })),
      ),
  ];
}
