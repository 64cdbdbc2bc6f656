import type { Ctx, View } from '../../process/contract.ts';
import { leads } from '../../process/deelnemers.ts';
import { numberInput } from '../../process/form.ts';
import { isNotulist } from '../../process/overleg.ts';
import { all, type Project } from '../../process/project.ts';
import { item, lijst, type Button, type Groep, type Item } from '../../process/screen.ts';
import { isZelfdeOrganisatie } from '../maatregel.ts';
import { regels, uniek, type Capaciteit } from '../matrix.ts';
import { capaciteit, kortweg } from '../plan.ts';
import { magNietSchrijven, nogNiet, zietMatrix } from './toegang.ts';

const EENHEDEN = ['uren', 'fte'] as const;

/** `40 uren extra`, `0,5 fte` */
export const hoeveel = ({ facts: { aantal, eenheid, extra } }: Capaciteit) =>
  `${numberInput(aantal)} ${eenheid}${extra ? ' extra' : ''}`;

/** Per unit what it comes to; uren and fte are never added up (H6). */
export function perEenheid(found: readonly Capaciteit[]): string {
  const parts = EENHEDEN.flatMap((eenheid) => {
    const mine = found.filter(({ facts }) => facts.eenheid === eenheid);
    const sum = mine.reduce((total, { facts }) => total + Math.round(facts.aantal * 100), 0) / 100;
    return mine.length > 0 ? [`${numberInput(sum)} ${eenheid}`] : [];
  });
  return parts.join(' en ');
}

/** Who leads, or keeps the notes of overleg 2, enters for every organisatie; others for their own, once step 5 is open. */
export const voorIedereen = (ctx: Ctx) =>
  (leads(ctx.actor) || isNotulist(ctx.project, ctx.actor.id)) &&
  magNietSchrijven(ctx) === undefined;

/** True when this person may change what an organisatie gave: their own, or for everybody. */
export const magWijzigen = (ctx: Ctx, { facts }: Capaciteit) =>
  voorIedereen(ctx) || isZelfdeOrganisatie(ctx.project, facts.van, ctx.actor.id);

/** Per organisatie what it puts in each measure, and its totals per unit (H6). */
const overzicht: View = {
  verb: 'capaciteit',
  right: 'deelnemer',
  show: (ctx) => {
    if (!zietMatrix(ctx)) return nogNiet('Capaciteit');
    const groepen = capaciteitGroepen(ctx.project, (found) => knoppenBij(ctx, found));
    return lijst('Capaciteit per organisatie', groepen, {
      pagina: ctx.args['pagina'],
      uitleg:
        groepen.length > 0
          ? ['Uren en fte tellen we nooit bij elkaar op.']
          : ['Er is nog geen capaciteit opgegeven. Dat doe je bij een maatregel.'],
      knoppen: [
        { titel: 'Uitvoeringsmatrix', verb: 'matrix' },
        { titel: 'Kosten', verb: 'kosten' },
      ],
    });
  },
};

const knoppenBij = (ctx: Ctx, found: Capaciteit): Button[] =>
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

/** The capacity overview as groups, one per organisatie. */
export function capaciteitGroepen(
  project: Project,
  knoppen: (found: Capaciteit) => Button[] = () => [],
): Groep[] {
  const rows = new Map(regels(project).map((rij) => [rij.id, rij]));
  const given = all(project, capaciteit).filter(({ facts }) => rows.has(facts.regel));
  return uniek(
    project,
    given.map(({ facts }) => facts.van),
  ).map(({ naam, lid }) => {
    const mine = given.filter(({ facts }) => isZelfdeOrganisatie(project, facts.van, lid));
    const asItem = (found: Capaciteit): Item =>
      item(rows.get(found.facts.regel)?.texts.wat ?? '', [hoeveel(found)], knoppen(found));
    return {
      kop: `${kortweg(naam)}: ${perEenheid(mine)}${extraTekst(mine)}`,
      items: mine.map(asItem),
    };
  });
}

function extraTekst(found: readonly Capaciteit[]): string {
  const extra = found.filter(({ facts }) => facts.extra);
  return extra.length > 0 ? `, waarvan ${perEenheid(extra)} extra` : '';
}

export const capaciteitWeergaven: readonly View[] = [overzicht];
