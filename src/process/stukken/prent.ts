import type { Beeld } from '../contract/contract.ts';
import { profielVan } from '../feiten/gegevens.ts';
import type { Figuur } from '../vormen/hoofdstuk.ts';
import { NIEMAND } from '../contract/judge.ts';
import { PLAN, posterTekst } from '../vormen/poster.ts';
import type { Project } from '../feiten/project.ts';
import type { Klus } from './klus.ts';
import { voorIedereen } from '../feiten/vertrouwelijk.ts';
import { posterVan } from '../weergaven/poster.ts';
import { aaneen } from '../taal/aaneen.ts';

/** A picture to show to the group, with all that it says in words. */
export interface Prent {
  titel: string;
  woorden: readonly string[];
  klus: Klus;
  /** The page of the tab where it stands too. */
  blad: string;
}

/** What everybody may see of the plan, or of one figure in it; undefined for a figure that is not there (yet). */
export function prentVan(beeld: Beeld, wat: string): Prent | undefined {
  const bekend = known.get(beeld.project) ?? new Map<string, Prent | undefined>();
  known.set(beeld.project, bekend);
  const key = `${wat} ${beeld.now}`;
  if (!bekend.has(key)) bekend.set(key, maakPrent(beeld, wat));
  return bekend.get(key);
}

/** Kept, because with 300 problems it takes a while, and sending asks for the words and for the picture. */
const known = new WeakMap<Project, Map<string, Prent | undefined>>();

function maakPrent(beeld: Beeld, wat: string): Prent | undefined {
  const samen = { ...beeld, project: voorIedereen(beeld.project) };
  const { naam } = profielVan(samen.project).texts;
  if (wat === PLAN) {
    const poster = posterVan(samen);
    return {
      titel: `${naam} in beeld`,
      woorden: posterTekst(poster),
      klus: { soort: 'poster', naam: [naam, 'in beeld'], poster, als: 'png' },
      blad: 'beeld',
    };
  }
  const found = figuurMet(samen, wat);
  if (!found) return undefined;
  const { figuur, blad } = found;
  return {
    titel: aaneen`${naam}: ${figuur.kop}`,
    woorden: figuur.alt,
    klus: { soort: 'prent', naam: [naam, figuur.kop], figuur },
    blad,
  };
}

/** Searches step by step, because in a large project each step takes a while. */
function figuurMet(beeld: Beeld, id: string): { figuur: Figuur; blad: string } | undefined {
  for (const step of beeld.traject.stappen) {
    for (const hoofdstuk of step.hoofdstukken({ ...beeld, lezer: NIEMAND })) {
      const figuur = hoofdstuk.delen.find(
        (deel): deel is Figuur => deel.soort === 'figuur' && deel.id === id,
      );
      if (figuur) return { figuur, blad: `hoofdstuk.${hoofdstuk.id}` };
    }
  }
  return undefined;
}
