import type { Ctx, View } from '../../process/contract/contract.ts';
import { leads, isVanOrganisatie } from '../../process/feiten/deelnemers.ts';
import { numberInput } from '../../process/vormen/form.ts';
import { isNotulist } from '../../process/feiten/overleg.ts';
import { all, type Project } from '../../process/feiten/project.ts';
import {
  IN_BEELD,
  kortItem,
  lijst,
  type Button,
  type Groep,
  type Item,
} from '../../process/vormen/screen.ts';
import { regels, organisatiesVanLeden, type Capaciteit } from '../plan/uitvoeringsmatrix.ts';
import { capaciteit } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { KOSTEN } from './knoppen.ts';
import { MATRIX } from '../plan/knoppen.ts';
import { magNietSchrijven, matrixNogNiet, zietMatrix, metBlad } from './toegang.ts';
import { aaneen } from '../../process/taal/aaneen.ts';

export const EENHEDEN = ['uren', 'fte'] as const;

/** `40 uren extra`, `0,5 fte` */
export const hoeveel = ({ facts: { aantal, eenheid, extra } }: Capaciteit) =>
  `${numberInput(aantal)} ${eenheid}${extra ? ' extra' : ''}`;

/** The total for each unit; uren and fte are never added up (H6). */
export function perEenheid(found: readonly Capaciteit[]): string {
  const parts = EENHEDEN.flatMap((eenheid) => {
    const sum = inEenheid(found, eenheid);
    return sum === null ? [] : [`${numberInput(sum)} ${eenheid}`];
  });
  return parts.join(' en ');
}

/** The total in this unit; null when nothing was given in it. */
export function inEenheid(
  found: readonly Capaciteit[],
  eenheid: Capaciteit['facts']['eenheid'],
): number | null {
  const mine = found.filter(({ facts }) => facts.eenheid === eenheid);
  if (mine.length === 0) return null;
  return mine.reduce((total, { facts }) => total + Math.round(facts.aantal * 100), 0) / 100;
}

/**
 * The projectleider, and the notulist of overleg 2, enter for every organisatie. Others enter for their own, once step 5
 * is open.
 */
type Wie = Pick<Ctx, 'project' | 'actor'>;

export const magVoorIedereen = (ctx: Wie) =>
  (leads(ctx.actor) || isNotulist(ctx.project, ctx.actor.id)) &&
  magNietSchrijven(ctx) === undefined;

/** True when this person may change what an organisatie gave: as one of its people, or because they may enter for all. */
export const magWijzigen = (ctx: Wie, { facts }: Capaciteit) =>
  magVoorIedereen(ctx) || isVanOrganisatie(ctx.project, facts.van, ctx.actor.id);

/** For each organisatie what it puts in each measure, with its totals for each unit (H6). */
const overzicht: View = {
  verb: 'capaciteit',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) => {
    if (!zietMatrix(ctx)) return matrixNogNiet('Capaciteit');
    const groepen = capaciteitGroepen(ctx.project, (found) => knoppenBij(ctx, found));
    return lijst('Capaciteit per organisatie', groepen, {
      pagina: ctx.args['pagina'],
      rijen: IN_BEELD,
      uitleg:
        groepen.length > 0
          ? ['Uren en fte staan apart.']
          : ['Er is nog geen capaciteit opgegeven. Dat doe je bij een maatregel.'],
      knoppen: metBlad(ctx, [MATRIX, KOSTEN], 'capaciteit'),
    });
  },
};

export const knoppenBij = (ctx: Wie, found: Capaciteit): Button[] =>
  magWijzigen(ctx, found)
    ? [
        { titel: 'Aanpassen', verb: 'capaciteit.opgeven', args: { id: found.id } },
        {
          titel: 'Intrekken',
          verb: 'capaciteit.weghalen',
          args: { id: found.id },
          stijl: 'destructive',
        },
      ]
    : [];

/** The capacity overview as groups, one for each organisatie. */
export function capaciteitGroepen(
  project: Project,
  knoppen: (found: Capaciteit) => Button[] = () => [],
): Groep[] {
  const rows = new Map(regels(project).map((rij) => [rij.id, rij]));
  return capaciteitPer(project).map(({ naam, mine }) => {
    const asItem = (found: Capaciteit): Item =>
      kortItem(rows.get(found.facts.regel)?.texts.wat ?? '', [hoeveel(found)], {
        knoppen: knoppen(found),
      });
    return {
      kop: aaneen`${kortweg(naam)}: ${perEenheid(mine)}${extraTekst(mine)}`,
      items: mine.map(asItem),
    };
  });
}

/** The capacity given for the present rows, by organisatie. */
export function capaciteitPer(project: Project): { naam: string; mine: Capaciteit[] }[] {
  const rows = new Set(regels(project).map(({ id }) => id));
  const given = all(project, capaciteit).filter(({ facts }) => rows.has(facts.regel));
  return organisatiesVanLeden(
    project,
    given.map(({ facts }) => facts.van),
  ).map(({ naam, lid }) => ({
    naam,
    mine: given.filter(({ facts }) => isVanOrganisatie(project, facts.van, lid)),
  }));
}

function extraTekst(found: readonly Capaciteit[]): string {
  const extra = found.filter(({ facts }) => facts.extra);
  return extra.length > 0 ? `, waarvan ${perEenheid(extra)} extra` : '';
}

export const capaciteitWeergaven: readonly View[] = [overzicht];
