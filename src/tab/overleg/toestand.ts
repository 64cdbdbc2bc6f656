import { leads, leden, type Deelnemer } from '../../process/feiten/deelnemers.ts';
import type { AgendaRegel, Ctx, Lezing } from '../../process/contract/contract.ts';
import { NIEMAND } from '../../process/contract/judge.ts';
import {
  gaande,
  isNotulist,
  overlegNr,
  uitkomst,
  type Overleg,
} from '../../process/feiten/overleg.ts';
import { puntenVan, zonderUitkomst, type Punt } from '../../process/overleg/punten.ts';
import { emptyProject, one } from '../../process/feiten/project.ts';
import { agendaVan } from '../../process/contract/step.ts';
import { voorIedereen } from '../../process/feiten/vertrouwelijk.ts';
import { overlegStap } from '../../process/overleg/agenda.ts';
import type { Werkvlak } from '../../process/vormen/werkvlak.ts';
import type { Bezoek } from '../bezoek/bezoek.ts';

/** One point of the agenda as the list shows it. */
export interface Plek extends Punt {
  /** From 1. */
  nr: number;
  /** True when something was written or done here. */
  heeftUitkomst: boolean;
  /** True when nothing came of it that should have. */
  isLeeg: boolean;
}

/** An overleg that is going on, as somebody looks at it. */
export interface Toestand {
  ctx: Ctx;
  /** What everybody in the room may read: what stands on the page beside one's own form. */
  samen: Lezing;
  overleg: Overleg;
  punten: readonly Plek[];
  punt: Plek;
  /** The line of the source and those that belong to it; none for a point that somebody added. */
  regels: readonly AgendaRegel[];
  /** What one works on, for each of them. */
  werk: readonly (readonly Werkvlak[])[];
  /** True for who leads and who keeps the notes. */
  werkt: boolean;
  /** True for what a whole room looks at: no buttons, nothing of one person. It is a claim, and only shows less. */
  isScherm: boolean;
}

/** The overleg that is going on; undefined when there is none. */
export function toestandVan({ ctx }: Bezoek): Toestand | undefined {
  const { project, now, traject, actor, args } = ctx;
  const nu = gaande(project);
  if (!nu) return undefined;
  const { nummer } = nu.facts;
  const punten = plekken({ project, now, traject, lezer: actor }, nummer);
  const punt = punten.find(({ regel }) => regel === args['punt']) ?? begin(ctx, punten);
  if (!punt) return undefined;
  const isScherm = args['scherm'] === '1';
  const samen = { project: voorIedereen(project), now, traject, lezer: alleenWerk(actor) };
  const regels = metOnderdelen(agendaVan(traject, nummer), punt.regel);
  return {
    ctx: isScherm ? { ...ctx, project: voorIedereen(project) } : ctx,
    ...{ samen, overleg: nu, punten, punt, isScherm, regels },
    werk: regels.map((line) => line.werk(samen)),
    werkt: leads(actor) || isNotulist(project, actor.id),
  };
}

/** Who works on it keeps their rights; nothing is drawn for who they are besides. */
const alleenWerk = (actor: Deelnemer): Deelnemer =>
  actor.facts.status === 'lid' ? actor : NIEMAND;

function plekken(lezing: Lezing, nummer: number): Plek[] {
  const { project } = lezing;
  const leeg = new Set(zonderUitkomst(lezing, nummer).map(({ id }) => id));
  // From some lines nothing has to come: they count as done before anything was said.
  const vanzelf = zonderUitkomst({ ...lezing, project: emptyProject(project.id) }, nummer);
  const moet = new Set(vanzelf.map(({ id }) => id));
  const isGedaan = (id: string) => !leeg.has(id) && moet.has(id);
  return puntenVan(lezing, nummer).map((punt, at) => ({
    ...punt,
    nr: at + 1,
    heeftUitkomst: one(project, uitkomst, punt.id) !== undefined || isGedaan(punt.id),
    isLeeg: leeg.has(punt.id),
  }));
}

/** Where one comes in: behind the last point of which something was written. */
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
export function overlegNu({
  project,
  traject,
}: Ctx): { nummer: number; found?: Overleg } | undefined {
  const nummer = gaande(project)?.facts.nummer ?? overlegStap({ project, traject })?.overleg;
  if (nummer === undefined) return undefined;
  const found = overlegNr(project, nummer);
  return { nummer, ...(found && { found }) };
}

/** How many of the group are there. */
export const aantalAanwezig = ({ samen: { project }, overleg }: Toestand): number =>
  leden(project).filter(({ id }) => overleg.facts.aanwezig.includes(id)).length;
