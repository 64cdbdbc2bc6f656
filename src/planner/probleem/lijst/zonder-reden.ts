import type { Beeld, Taak } from '../../../process/contract/contract.ts';
import { isGeopend } from '../../../process/feiten/geopende-stap.ts';
import { gaande } from '../../../process/feiten/overleg.ts';
import { all, one, type Project } from '../../../process/feiten/project.ts';
import { isGroep } from '../../../process/kalender/moment.ts';
import { aaneen } from '../../../process/taal/aaneen.ts';
import { kortweg } from '../../../process/taal/tekst.ts';
import { kleineLetter } from '../../../process/taal/woorden.ts';
import { waarom, wachtIemand } from '../../plan/inbreng.ts';
import { nietEerst, onderwerpen, ookBijOns, type Onderwerp } from '../../plan/plan.ts';
import { REDEN } from '../regels/knoppen.ts';
import { vasteLijst } from '../regels/overleg1.ts';
import { antwoorden, weerwoordOp, type Akkoord } from './draagvlak.ts';
import { eersteVan } from './lijst-stand.ts';

/** What the fixed list weighs and does not tackle first, in its order. */
export function laterOpDeLijst(project: Project): Onderwerp[] {
  const ids = vasteLijst(project)?.facts.onderwerpen ?? [];
  const eerst = new Set(eersteVan(project).map(({ id }) => id));
  const known = new Map(onderwerpen(project).map((found) => [found.id, found]));
  return ids.filter((id) => !eerst.has(id)).flatMap((id) => known.get(id) ?? []);
}

/** What was said about an onderwerp that is not tackled first: `Later. Waarom: er is geen geld.` */
export function redenRegels(project: Project, onderwerp: string): string[] {
  const found = one(project, nietEerst, onderwerp);
  if (!found) return [];
  const wat = found.facts.keuze === 'later' ? 'Dit komt later.' : 'Dit pakken we niet op.';
  return [[wat, ...waarom(found.texts.reden)].join(' ')];
}

/** The same of each of them that something was said about, with its name. */
export const redenen = (project: Project): string[] =>
  laterOpDeLijst(project).flatMap(({ id, naam }) =>
    redenRegels(project, id).map((regel) => aaneen`${kortweg(naam, 120)}: ${kleineLetter(regel)}`),
  );

/** Of these the ones that somebody else brought, and that have no reason. */
export function nogZonderReden(project: Project): Onderwerp[] {
  const ook = all(project, ookBijOns);
  return laterOpDeLijst(project).filter(({ id, problemen }) => {
    const ids = problemen.map((found) => found.id);
    const van = [
      ...problemen.map(({ facts }) => facts.van),
      ...ook.filter(({ facts }) => ids.includes(facts.probleem)).map(({ facts }) => facts.van),
    ];
    return !one(project, nietEerst, id) && wachtIemand(project, van);
  });
}

/** Who did not agree with the list of now, and was not told what was done with that. */
export const nogZonderWeerwoord = (project: Project): Akkoord[] =>
  antwoorden(project).filter(
    (found) =>
      found.facts.antwoord === 'niet akkoord' &&
      weerwoordOp(project, found) === '' &&
      wachtIemand(project, [found.facts.van]),
  );

/** Asked once the overleg is over, until goals are made of the list. */
export function zonderReden({ project }: Beeld): Taak[] {
  if (!isGroep(project) || gaande(project) || isGeopend(project, 'doelstellingen')) return [];
  const later = nogZonderReden(project).length;
  const [eerste, ...anderen] = nogZonderWeerwoord(project);
  return [
    ...(later > 0
      ? [
          {
            zin:
              later === 1
                ? '1 probleem komt niet eerst. Schrijf op waarom.'
                : `${later} problemen komen niet eerst. Schrijf op waarom.`,
            wanneer: '',
            op: '',
            knoppen: [REDEN],
          },
        ]
      : []),
    ...(eerste
      ? [
          {
            zin:
              anderen.length === 0
                ? '1 deelnemer is niet akkoord. Schrijf op wat je daarmee doet.'
                : `${anderen.length + 1} deelnemers zijn niet akkoord. Schrijf op wat je daarmee doet.`,
            wanneer: '',
            op: '',
            knoppen: [weerwoordKnop(eerste)],
          },
        ]
      : []),
  ];
}

export const weerwoordKnop = ({ facts: { van } }: Akkoord) => ({
  titel: 'Antwoord opschrijven',
  verb: 'akkoord.weerwoord',
  args: { id: van },
});
