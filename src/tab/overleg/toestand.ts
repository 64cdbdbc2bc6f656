import { leads, leden, type Deelnemer } from '../../process/feiten/deelnemers.ts';
import type { AgendaRegel, Ctx, Lezing } from '../../process/contract/contract.ts';
import { NIEMAND } from '../../process/contract/judge.ts';
import { isNotulist, uitkomst, type Overleg } from '../../process/feiten/overleg.ts';
import { puntenVan, zonderUitkomst, type Punt } from '../../process/overleg/punten.ts';
import { emptyProject, one } from '../../process/feiten/project.ts';
import { gaandOverleg, komendOverleg, type EenOverleg } from '../../process/contract/overleggen.ts';
import { voorIedereen } from '../../process/feiten/vertrouwelijk.ts';
import type { Werkvlak } from '../../process/vormen/werkvlak.ts';
import type { Bezoek } from '../bezoek/bezoek.ts';

/** One point of the agenda as the list shows it. */
export interface Plek extends Punt {
  /** Counts from 1. */
  nr: number;
  /** True when something was written or done here. */
  heeftUitkomst: boolean;
  /** True when an outcome should have come of it and did not. */
  isLeeg: boolean;
}

/** The present overleg, as one person looks at it. */
export interface Toestand {
  ctx: Ctx;
  /** What everybody in the room may read: it stands on the page beside the person's own form. */
  samen: Lezing;
  overleg: EenOverleg & { found: Overleg };
  punten: readonly Plek[];
  punt: Plek;
  /** The line of the source and those that belong to it; empty for a point that a person added. */
  regels: readonly AgendaRegel[];
  /** The work surfaces of each of them. */
  werk: readonly (readonly Werkvlak[])[];
  /** True for the projectleider and the notulist. */
  werkt: boolean;
  /** True for what a whole room looks at: no buttons, and nothing of one person. It is a claim, and can only show less. */
  isScherm: boolean;
}

/** The present overleg; undefined when there is none. */
export function toestandVan({ ctx }: Bezoek): Toestand | undefined {
  const { project, now, traject, actor, args } = ctx;
  const nu = gaandOverleg(ctx);
  if (!nu) return undefined;
  const punten = plekken({ project, now, traject, lezer: actor }, nu);
  const punt = punten.find(({ regel }) => regel === args['punt']) ?? begin(ctx, punten);
  if (!punt) return undefined;
  const isScherm = args['scherm'] === '1';
  const samen = { project: voorIedereen(project), now, traject, lezer: alleenWerk(actor) };
  const regels = metOnderdelen(nu.soort.agenda, punt.regel);
  return {
    ctx: isScherm ? { ...ctx, project: voorIedereen(project) } : ctx,
    samen,
    overleg: nu,
    punten,
    punt,
    isScherm,
    regels,
    werk: regels.map((line) => line.werk(samen)),
    werkt: leads(actor) || isNotulist(project, actor.id),
  };
}

/** Only the rights to work on the overleg; nothing is drawn for the person's other roles. */
const alleenWerk = (actor: Deelnemer): Deelnemer =>
  actor.facts.status === 'lid' ? actor : NIEMAND;

function plekken(lezing: Lezing, een: EenOverleg): Plek[] {
  const { project } = lezing;
  const leeg = new Set(zonderUitkomst(lezing, een).map(({ id }) => id));
  // From some lines nothing has to come: they count as done before anything was said.
  const vanzelf = zonderUitkomst({ ...lezing, project: emptyProject(project.id) }, een);
  const moet = new Set(vanzelf.map(({ id }) => id));
  const isGedaan = (id: string) => !leeg.has(id) && moet.has(id);
  return puntenVan(lezing, een).map((punt, at) => ({
    ...punt,
    nr: at + 1,
    heeftUitkomst: one(project, uitkomst, punt.id) !== undefined || isGedaan(punt.id),
    isLeeg: leeg.has(punt.id),
  }));
}

/** The point that opens first: the one after the last point with something written. */
function begin({ project }: Ctx, punten: readonly Plek[]): Plek | undefined {
  const last = punten.findLastIndex(({ id }) => one(project, uitkomst, id) !== undefined);
  return punten[last + 1] ?? punten.at(-1);
}

function metOnderdelen(regels: readonly AgendaRegel[], id: string): AgendaRegel[] {
  const at = regels.findIndex((line) => line.id === id);
  if (at === -1) return [];
  const next = regels.findIndex((line, place) => place > at && !line.isOnderdeel);
  return regels.slice(at, next === -1 ? undefined : next);
}

/** The overleg that comes, or was held last; undefined before the first and after the last. */
export const overlegNu = (ctx: Ctx): EenOverleg | undefined =>
  gaandOverleg(ctx) ?? komendOverleg(ctx);

/** The number of people of the group who are there. */
export const aantalAanwezig = ({ samen: { project }, overleg }: Toestand): number =>
  leden(project).filter(({ id }) => overleg.found.facts.aanwezig.includes(id)).length;
