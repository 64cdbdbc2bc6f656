import type { Voortgang } from '../../../process/vormen/live-kaart.ts';
import { eenmaal } from '../../../process/feiten/eenmaal.ts';
import { geteld, leden, type Deelnemer } from '../../../process/feiten/deelnemers.ts';
import { overlegNr } from '../../../process/feiten/overleg.ts';
import { all, one, type Project } from '../../../process/feiten/project.ts';
import { akkoord, weerwoord, type EntryOf } from '../../plan/plan.ts';
import { vasteLijst } from '../regels/overleg1.ts';
import { aaneen } from '../../../process/taal/aaneen.ts';
import { aantal, hoeveelVan, hoevelen, type EenOfMeer } from '../../../process/taal/woorden.ts';

export type Akkoord = EntryOf<typeof akkoord>;

/**
 * The answers of who is in the group to the list that is fixed now. Answers to an older list, and of who left, stay in
 * the log.
 */
export const antwoorden = eenmaal((project: Project): readonly Akkoord[] => {
  const rev = vasteLijst(project)?.rev;
  const nu = new Set(leden(project).map(({ id }) => id));
  return all(project, akkoord).filter(({ facts }) => facts.lijst === rev && nu.has(facts.van));
});

/** What whoever leads wrote about this "niet akkoord"; what they wrote before it was about another one. */
export function weerwoordBij(project: Project, { facts: { van }, rev }: Akkoord) {
  const found = one(project, weerwoord, van);
  return found && found.rev > rev ? found : undefined;
}

/** The words of it; empty while they wrote nothing. */
export const weerwoordOp = (project: Project, gegeven: Akkoord): string =>
  weerwoordBij(project, gegeven)?.texts.tekst ?? '';

export const antwoordVan = (project: Project, lid: string) =>
  antwoorden(project).find(({ facts }) => facts.van === lid);

const genoteerd = (project: Project) => overlegNr(project, 1)?.facts.aanwezig ?? [];

/** The people of the group who are in overleg 1. */
export const aanwezigen = (project: Project): Deelnemer[] =>
  leden(project).filter(({ id }) => genoteerd(project).includes(id));

/** Who counts in every figure and list about the akkoord: who was asked or was there, and who answered all the same. */
export function meegeteld(project: Project): Deelnemer[] {
  const ids = new Set([
    ...[...geteld(project), ...aanwezigen(project)].map(({ id }) => id),
    ...antwoorden(project).map(({ facts }) => facts.van),
  ]);
  return leden(project).filter(({ id }) => ids.has(id));
}

/** Of these the ones who were there; all of them, when nobody was. */
export function eerstGeteld(project: Project): Deelnemer[] {
  const present = aanwezigen(project);
  return present.length > 0 ? present : meegeteld(project);
}

/** The answers of a part of the group. No answer is counted as no answer, never as akkoord (rule 3). */
export interface Draagvlak {
  mensen: number;
  akkoord: number;
  niet: number;
  geen: number;
}

export function draagvlak(
  project: Project,
  wie: readonly Deelnemer[] = meegeteld(project),
): Draagvlak {
  const given = new Map(antwoorden(project).map(({ facts }) => [facts.van, facts.antwoord]));
  const count = (antwoord: string | undefined) =>
    wie.filter(({ id }) => given.get(id) === antwoord).length;
  return {
    mensen: wie.length,
    akkoord: count('akkoord'),
    niet: count('niet akkoord'),
    geen: count(undefined),
  };
}

/** How broadly the list is carried (C16): `6 van de 7 aanwezigen zijn akkoord.` and what the others said. */
export function draagvlakZinnen(project: Project): string[] {
  const present = aanwezigen(project);
  const there = draagvlak(project, present);
  const absent = draagvlak(
    project,
    meegeteld(project).filter(({ id }) => !present.some((lid) => lid.id === id)),
  );
  const weg = nietMeer(genoteerd(project).length - present.length);
  if (present.length === 0)
    return [zin(absent, ['deelnemer', 'deelnemers']), rest(absent), weg].filter(
      (line) => line !== '',
    );
  return [
    zin(there, ['aanwezige', 'aanwezigen']),
    rest(there),
    absent.mensen > 0
      ? `Niet aanwezig: ${absent.akkoord} akkoord, ${absent.niet} niet akkoord, ${absent.geen} geen antwoord.`
      : '',
    weg,
  ].filter((line) => line !== '');
}

/** Why fewer people count than there were in the overleg. */
const nietMeer = (n: number) =>
  n === 0 ? '' : `${aantal(n, 'aanwezige is', 'aanwezigen zijn')} niet meer in de groep.`;

/** `5 van de 8 zijn akkoord`; of nobody to ask that nobody has to say so. */
export const akkoordZin = ({ akkoord: n, mensen: van }: Draagvlak): string =>
  `${hoevelen({ n, van }, ['is', 'zijn'])} akkoord`;

/** The same with the figures of those who were there; of all, when nobody was. */
export function akkoordVoortgang(project: Project): Voortgang {
  const { akkoord: n, niet, mensen: van } = draagvlak(project, eerstGeteld(project));
  const zin = n + niet === 0 ? 'Nog niemand is akkoord.' : draagvlakZinnen(project).join(' ');
  return { zin, n, van };
}

const zin = ({ akkoord: n, mensen: van }: Draagvlak, wie: EenOfMeer) =>
  van === 0 ? '' : `${hoeveelVan({ n, van }, wie, ['is', 'zijn'])} akkoord.`;

const rest = ({ niet, geen }: Draagvlak) =>
  [niet > 0 ? aaneen`Niet akkoord: ${niet}.` : '', geen > 0 ? aaneen`Geen antwoord: ${geen}.` : '']
    .filter((part) => part !== '')
    .join(' ');
