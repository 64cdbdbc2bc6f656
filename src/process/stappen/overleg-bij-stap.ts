import type { Beeld, Step } from '../contract/contract.ts';
import {
  eerstvolgende,
  isGepland,
  overlegArgs,
  overleggenIn,
  overlegInZin,
  overlegNaam,
  type EenOverleg,
} from '../contract/overleggen.ts';
import type { Overleg } from '../feiten/overleg.ts';
import { overlegTekst } from '../kalender/plannen.ts';
import { dayText, utcOf } from '../taal/time.ts';
import type { Button } from '../vormen/screen.ts';

/** The overleg of a step in which deelnemers enter nothing, and what is known of it when that step opens (rule 1). */

/** Which of several counts: the one that goes on, that is still to come, that was held, whose day went by. */
const STANDEN = ['bezig', 'komt', 'geweest', 'voorbij'] as const;

export interface BijStap {
  readonly een: EenOverleg;
  readonly stand: (typeof STANDEN)[number] | 'open';
}

function standVan(found: Overleg, now: string): BijStap['stand'] {
  if (found.facts.gesloten !== '') return 'geweest';
  if (found.facts.begonnen !== '') return 'bezig';
  if (!isGepland(found)) return 'open';
  return utcOf(found.facts) > now ? 'komt' : 'voorbij';
}

/** The overleg that serves this step, and how it stands; undefined where none does, or where deelnemers enter. */
export function overlegBij({ project, traject, now }: Beeld, to: Step): BijStap | undefined {
  const soorten = traject.overleggen.filter(({ stappen }) => stappen.includes(to.id));
  const [soort] = soorten;
  if (to.heeftInvoer || !soort) return undefined;
  const known = overleggenIn({ project, traject })
    .filter((een) => soorten.some(({ id }) => id === een.soort.id))
    .map((een) => ({ een, stand: standVan(een.found, now) }));
  const eerste = STANDEN.flatMap((stand) => known.filter((bij) => bij.stand === stand).slice(0, 1));
  return eerste[0] ?? { een: eerstvolgende({ project, traject }, soort), stand: 'open' };
}

/** True where it has to be asked: nothing is planned any more, and it was not held as far as the log knows. */
export const isTeVragen = ({ stand }: BijStap) => stand === 'open' || stand === 'voorbij';

/** What is known about the overleg of a step, in one line; none before anything was said. */
export function overlegRegels(beeld: Beeld, to: Step): string[] {
  const bij = overlegBij(beeld, to);
  return bij ? regelVan(bij, beeld.now) : [];
}

function regelVan({ een, stand }: BijStap, now: string): string[] {
  const naam = overlegNaam(een);
  switch (stand) {
    case 'bezig':
      return [`${naam} is bezig.`];
    case 'komt':
      return [`${naam} is op ${overlegTekst(een.found, now)}.`];
    case 'geweest':
      return [`${naam} is al geweest.`];
    case 'voorbij':
      return [`${naam} stond op ${dayText(een.found?.facts.datum ?? '', now)}.`];
    case 'open':
      return [];
  }
}

/** What stands at the button that starts a step at once: what is known, or the question with the way to answer it. */
export function overlegBijStart(
  beeld: Beeld,
  to: Step,
): { regels: string[]; knoppen: readonly Button[] } {
  const bij = overlegBij(beeld, to);
  if (!bij) return { regels: [], knoppen: [] };
  const regels = regelVan(bij, beeld.now);
  if (!isTeVragen(bij)) return { regels, knoppen: [] };
  const naam = overlegInZin(bij.een);
  return {
    regels: [...regels, `Wanneer is ${naam}? Dat is nog niet bekend.`],
    knoppen: [{ titel: `Dag van ${naam} kiezen`, verb: 'stap.volgende' }],
  };
}

/** What whoever opened the step reads about it, with the way to plan what is not known yet. */
export function overlegNaStart(
  beeld: Beeld,
  to: Step,
): { regels: string[]; knoppen: readonly Button[] } {
  const bij = overlegBij(beeld, to);
  if (!bij) return { regels: [], knoppen: [] };
  if (!isTeVragen(bij)) return { regels: regelVan(bij, beeld.now), knoppen: [] };
  const titel = `${overlegNaam(bij.een)} plannen`;
  return {
    regels: [`Wanneer ${overlegInZin(bij.een)} is, is nog niet bekend.`],
    knoppen: [{ titel, verb: 'overleg.plannen', args: overlegArgs(bij.een) }],
  };
}

/** The local day of the overleg that this step waits for; empty while it is not planned. */
export function dagVanOverleg(beeld: Beeld, to: Step): { dag: string; naam: string } {
  const bij = overlegBij(beeld, to);
  return bij?.stand === 'komt'
    ? { dag: bij.een.found?.facts.datum ?? '', naam: overlegInZin(bij.een) }
    : { dag: '', naam: '' };
}
