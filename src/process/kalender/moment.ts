import type { Beeld, Moment } from '../contract/contract.ts';
import {
  leden,
  plaatsvervanger,
  projectleider,
  ROLLEN,
  type Deelnemer,
  leider,
} from '../feiten/deelnemers.ts';
import { kind, one, type Project } from '../feiten/project.ts';
import { dateOf, DAY_MS, plusMs } from '../taal/time.ts';
import type { Bevrijdingsdag } from './dagen.ts';

/** Up to when a series of moments has been dealt with; its id is that of the series. */
export const gebeurd = kind<{ tm: string }, object>('gebeurd');

/** How a person wants to be reminded; its id is that of the deelnemer. */
export const voorkeur = kind<
  {
    herinneren: 'overal' | 'gesprek' | 'persoonlijk' | 'niet';
    /** Not before this UTC instant; empty: at once. */
    rust: string;
    /** Back at work on this local date; empty: present. */
    afwezigTot: string;
  },
  object
>('voorkeur');

/**
 * Since when (UTC) a person cannot be reached in their own chat (its id is the deelnemer's), or the group in its
 * conversation (`GESPREK`).
 */
export const bereik = kind<{ onbereikbaar: string }, object>('bereik');

/** The id of the group's conversation among those that cannot be reached. */
export const GESPREK = 'gesprek';

/** After so long what took nothing from us is tried, and told, again. */
const OPNIEUW_NA_MS = 7 * DAY_MS;

/** True when it could not be reached in the past week. */
export function isOnbereikbaar(project: Project, id: string, now: string): boolean {
  const sinds = one(project, bereik, id)?.facts.onbereikbaar ?? '';
  return sinds !== '' && plusMs(sinds, OPNIEUW_NA_MS) > now;
}

/**
 * The project's choices about what the planner tells and when; its id is `klok`. `toontStil`: the group reads which
 * organisaties gave nothing yet (rule 16).
 */
export const klokkeuze = kind<
  { bevrijdingsdag: Bevrijdingsdag; voorstel: number; toontStil: boolean },
  object
>('klokkeuze', { leeg: { facts: { toontStil: false } } });

/** Working days before an overleg at which its agenda is proposed. */
export const VOORSTEL = 3;

export const keuzeVan = (project: Project) =>
  one(project, klokkeuze, 'klok')?.facts ?? {
    bevrijdingsdag: 'lustrum' as const,
    voorstel: VOORSTEL,
    toontStil: false,
  };

export const voorkeurVan = (project: Project, lid: string) =>
  one(project, voorkeur, lid)?.facts ?? { herinneren: 'overal' as const, rust: '', afwezigTot: '' };

/** True when the clock has dealt with this moment, or with a later one of its series. */
export const isGebeurd = (project: Project, { reeks, op }: Pick<Moment, 'reeks' | 'op'>) =>
  (one(project, gebeurd, reeks)?.facts.tm ?? '') >= op;

/** True for a person whom the clock may ask now: with Teams, present, and who did not put it off. */
export function isTeVragen({ project, now }: Beeld, { id, facts }: Deelnemer): boolean {
  const { herinneren, rust, afwezigTot } = voorkeurVan(project, id);
  return (
    facts.status === 'lid' &&
    ROLLEN[facts.rol].telt &&
    facts.identities.length > 0 &&
    herinneren !== 'niet' &&
    rust <= now &&
    (afwezigTot === '' || afwezigTot <= dateOf(now))
  );
}

/** Who leads now, and from the second time on the plaatsvervanger as well. */
export const leiding = (project: Project, metPlaatsvervanger: boolean): Deelnemer[] =>
  [
    leider(project),
    metPlaatsvervanger && projectleider(project) ? plaatsvervanger(project) : undefined,
  ].filter((lid) => lid !== undefined);

/** A person alone needs no reminder that the others have answered. */
export const isGroep = (project: Project) => leden(project).length > 1;

/** What is told beforehand that the group will read; nothing to a person alone. */
export const bijGroep = (project: Project, zin: string): string[] =>
  isGroep(project) ? [zin] : [];
