import { trajecten } from '../../src/process/contract/trajecten.ts';
import fc from 'fast-check';
import { expect } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { regel } from '../../src/planner/plan/plan.ts';
import type { AnyAction, Ctx } from '../../src/process/contract/contract.ts';
import type { Accepted } from '../../src/process/contract/decision.ts';
import { deelnemer, iedereen, whoIs, type Deelnemer } from '../../src/process/feiten/deelnemers.ts';
import type { Field, Fields } from '../../src/process/vormen/form.ts';
import { profielVan } from '../../src/process/feiten/gegevens.ts';
import { judge, NIEMAND, openForm } from '../../src/process/contract/judge.ts';
import { gaande } from '../../src/process/feiten/overleg.ts';
import {
  all,
  emptyProject,
  erases,
  fold,
  one,
  type Event,
  type Project,
} from '../../src/process/feiten/project.ts';
import type { Args } from '../../src/process/vormen/screen.ts';
import { stap } from '../../src/process/feiten/geopende-stap.ts';
import { drawLive } from '../../src/teams/cards/drawing.ts';
import { vulIn } from '../cards/invullen.ts';
import { HALF, LEEG, stadium, WIE, type Fase, type Omvang } from '../../support/stadia.ts';

/** Somebody presses something, after so many hours; the picks say which of the possible entries and answers. */
export interface Druk {
  wie: string;
  verb: string;
  picks: readonly number[];
  vol: boolean;
  uren: number;
}

const VERBS = [...planner.acties.keys()].filter(
  // A new project or round is another log.
  (verb) => verb !== 'project.start' && verb !== 'ronde.nieuw',
);

export const eenDruk: fc.Arbitrary<Druk> = fc.record({
  wie: fc.constantFrom(...Object.values(WIE), WIE.leider, WIE.leider, WIE.lid),
  verb: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...VERBS) },
    { weight: 1, arbitrary: fc.constantFrom('stap.volgende', 'overleg.starten', 'deadline') },
  ),
  picks: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
  vol: fc.boolean(),
  uren: fc.oneof(
    { weight: 9, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.constant(24 * 30) },
  ),
});

/** What verbs speak of, where it is not their first word. */
const SOORT: Readonly<Record<string, string>> = { aanvullend: 'maatregel' };

const GRACE_MS = 60_000;

/** A group whose every act is checked against what it promised, by other means than the code that decides. */
export class Bewaakt {
  project: Project;
  readonly log: Event[];
  now: string;
  gelukt = 0;

  constructor(seed: Project, log: Event[], now: string) {
    this.project = seed;
    this.log = log;
    this.now = now;
  }

  /** The same group, in which something can be tried. */
  kopie(): Bewaakt {
    return new Bewaakt(this.project, [...this.log], this.now);
  }

  /** What somebody reads who presses it: the form, and what comes back. */
  druk({ wie, verb, picks, vol, uren }: Druk): object[] {
    this.now = new Date(Date.parse(this.now) + uren * 3_600_000).toISOString();
    const action = planner.acties.get(verb)!;
    const ctx = this.ctx(wie, this.args(verb, picks));
    const form = openForm(action, ctx);
    const velden: Fields = 'kind' in form ? form.velden : {};
    const raw = { ...vulIn(velden, this.now), ...(vol ? {} : gekozen(velden, picks)) };
    const decision = judge(action, ctx, { raw, rev: 'kind' in form ? form.rev : 0 });
    if (!decision.accepted) return [form];
    this.before(action, ctx, decision);
    this.add(decision, ctx);
    this.gelukt += 1;
    return [form, action.receipt({ ...ctx, project: this.project }, decision.about)];
  }

  ctx(wie: string, args: Args): Ctx {
    const iemand = {
      naam: wie,
      account: '',
      tenant: 'gemeente',
      oid: wie,
      teamsId: wie,
      extern: false,
    };
    const weg = iedereen(this.project).filter(({ facts }) => facts.status === 'vertrokken');
    const leden = [...Object.values(WIE), 'nieuw']
      .filter((oid) => weg.every(({ id }) => id !== oid))
      .map((oid) => ({ ...iemand, oid, teamsId: oid }));
    return {
      project: this.project,
      iemand,
      actor: whoIs(this.project, iemand) ?? NIEMAND,
      now: this.now,
      gesprek: {
        id: 'gesprek',
        soort: 'groupChat',
        tenant: 'gemeente',
        isBesloten: true,
        vorige: '',
        leden,
      },
      args,
      toch: true,
      traject: planner,
    };
  }

  /** Names any entries: mostly of the kind that the verb speaks of, now and then another. */
  args(verb: string, picks: readonly number[]): Args {
    const { entries } = this.project;
    const anything = [...entries.values()].flatMap((ofKind) => [...ofKind.keys()]);
    const pick = (nth: number, kind: string) => {
      const of = [...(entries.get(kind)?.keys() ?? [])];
      const at = picks[nth] ?? 0;
      const ids = of.length > 0 && at % 5 > 0 ? of : anything;
      return ids[at % ids.length] ?? '';
    };
    const [kind = ''] = verb.split('.');
    return {
      id: pick(0, SOORT[kind] ?? kind),
      over: pick(1, 'probleem'),
      onderwerp: pick(2, 'cluster'),
      regel: pick(3, 'regel'),
      doel: pick(4, 'doel'),
      maatregel: (picks[5] ?? 0) % 2 === 0 ? '' : pick(5, 'maatregel'),
      nummer: String((picks[6] ?? 0) % 5),
      stap: planner.stappen[(picks[6] ?? 0) % 6]?.id ?? '',
      verb: 'probleem.doorgeven',
      soort: 'probleem',
    };
  }

  /** What must hold for it to have been accepted. */
  before(action: AnyAction, { actor }: Ctx, { events }: Accepted): void {
    const leidt = actor.facts.status === 'lid' && actor.facts.rol !== 'deelnemer';
    expect(actor.facts.status === 'lid' || action.verb === 'deelnemer.meedoen', 'outsiders').toBe(
      true,
    );
    if (profielVan(this.project).facts.afgerond !== '')
      expect(action.verb, 'nothing but erasing after the end').toBe('tekst.wissen');
    const { when } = action;
    if (typeof when === 'object' && 'invoer' in when && !leidt)
      expect(this.isOpen(when.invoer), `${action.verb} after the lock`).toBe(true);
    const schrijft = leidt || gaande(this.project)?.facts.notulist === actor.id;
    if (!schrijft) for (const event of events) this.eigen(action.verb, actor, event.kind, event.id);
    expect(events.length).toBeLessThan(85);
  }

  /** Open by what stands in the log: this step is the last one opened, not closed, its deadline not a minute ago. */
  isOpen(id: string): boolean {
    const steps = all(this.project, stap);
    const step = steps.find((found) => found.id === id);
    const last = Math.max(...steps.map(({ facts }) => facts.nummer));
    if (step?.facts.nummer !== last || step.facts.gesloten !== '') return false;
    return step.facts.tot === '' || Date.parse(this.now) <= Date.parse(step.facts.tot) + GRACE_MS;
  }

  /** A deelnemer touches only what is their own, was left to them, is of their organisatie, or is about their row. */
  eigen(verb: string, actor: Deelnemer, kind: string, id: string): void {
    const found = this.project.entries.get(kind)?.get(id);
    const van = (found?.facts['van'] ?? found?.facts['wie']) as string | undefined;
    if (!found || van === undefined) return;
    const opvolger = (owner: string) => one(this.project, deelnemer, owner)?.facts.opvolger ?? '';
    const isVan = (owner: string, depth = 0): boolean =>
      owner === actor.id || (owner !== '' && depth < 9 && isVan(opvolger(owner), depth + 1));
    const organisatie = (owner: string) =>
      one(this.project, deelnemer, owner)?.texts.organisatie.toLowerCase();
    const samen = ['maatregel', 'nietsaan', 'capaciteit'].includes(kind);
    const rij = one(this.project, regel, found.facts['regel'] as string);
    const werktMee =
      kind === 'voortgang' && rij
        ? [rij.facts.trekker, ...rij.facts.uitvoerders].some((owner) => isVan(owner))
        : false;
    const mag = isVan(van) || werktMee || (samen && organisatie(van) === organisatie(actor.id));
    expect(mag, `${verb} ${id}`).toBe(true);
  }

  add({ events, about }: Accepted, { actor, iemand }: Ctx): void {
    const stamped = events.map((event, at) => ({
      ...event,
      n: this.project.n + at + 1,
      v: 1,
      at: this.now,
      by: actor.id || iemand.oid,
    }));
    const before = this.project;
    this.log.push(...stamped);
    this.project = erases(stamped)
      ? fold(emptyProject(before.id), this.log)
      : fold(before, stamped);
    this.after(before, about);
  }

  /** What holds after everything: steps in order, nothing gone. */
  after(before: Project, about: string): void {
    const nummers = all(this.project, stap)
      .map(({ facts }) => facts.nummer)
      .sort();
    expect(nummers).toEqual(nummers.map((_, at) => at + 1));
    expect(nummers.length - all(before, stap).length).toBeLessThanOrEqual(1);
    for (const [kind, entries] of before.entries)
      for (const [id, entry] of entries) {
        const now = this.project.entries.get(kind)?.get(id);
        expect(now, `${kind} ${id} is lost`).toBeDefined();
        expect(Object.keys(now?.facts ?? {})).toEqual(
          expect.arrayContaining(Object.keys(entry.facts)),
        );
      }
    expect(about === '' || typeof about === 'string').toBe(true);
  }

  /** The log as a whole: numbered without gaps, and folded in any parts it says the same. */
  atTheEnd(cut: number): void {
    expect(this.log.map(({ n }) => n)).toEqual(this.log.map((_, at) => at + 1));
    const whole = fold(emptyProject(this.project.id), this.log);
    expect(this.project).toEqual(whole);
    const at = this.log.length === 0 ? 0 : cut % this.log.length;
    const later = this.log.slice(at);
    if (!erases(later))
      expect(fold(fold(emptyProject(this.project.id), this.log.slice(0, at)), later)).toEqual(
        whole,
      );
    for (const { id } of all(this.project, stap))
      drawLive(
        { trajecten: trajecten(planner), forms: 'dialoog', cards: 'teams', now: () => this.now },
        this.project,
        id,
      );
  }
}

/** Other answers than those proposed: any of the choices. */
function gekozen(velden: Fields, picks: readonly number[]): Record<string, string> {
  const pick = ({ keuzes }: Field<unknown>, nth: number) =>
    keuzes[(picks[nth % picks.length] ?? 0) % keuzes.length]?.id ?? '';
  return Object.fromEntries(
    Object.entries(velden)
      .filter(([, { keuzes }]) => keuzes.length > 0)
      .map(([id, veld], nth) => [id, pick(veld, nth)]),
  );
}

/** The log of a group that is somewhere halfway, or has just begun. */
export const begin = (stapNu: number, fase: Fase = 'open'): Bewaakt =>
  beginMet(stapNu === 1 ? LEEG : HALF, stapNu, fase);

/** The same of a group of which nobody ever entered anything, in whatever step it is. */
export const beginLeeg = (stapNu: number): Bewaakt => beginMet(LEEG, stapNu, 'open');

function beginMet(omvang: Omvang, stapNu: number, fase: Fase): Bewaakt {
  const wereld = stadium(omvang, stapNu, fase);
  return new Bewaakt(wereld.project, [...wereld.log], wereld.now);
}
