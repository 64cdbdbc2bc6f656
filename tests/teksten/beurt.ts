import { trajecten } from '../../src/process/contract/trajecten.ts';
import { planner } from '../../src/planner/index.ts';
import type { Project } from '../../src/process/feiten/project.ts';
import type { Args, Button, Screen } from '../../src/process/vormen/screen.ts';
import { drawFor } from '../../src/teams/cards/drawing.ts';
import { opKaart, opScherm } from './lezen.ts';
import { ctxVan, type Lezer, type Stand } from './stand.ts';
import type { Meld } from './vel.ts';

/** One press: of what, on which state of the project, after how many saves. */
export interface Druk {
  verb: string;
  args: Args;
  project: Project;
  diep: number;
}

/** Somebody on their way. */
export interface Gang {
  stand: Stand;
  lezer: Lezer;
  meld: Meld;
  /** What was tried already, at whatever stand: forms by what one reads on them. */
  beproefd: Set<string>;
  /** Verbs of which somebody saw more than a refusal. */
  bereikt: Set<string>;
  /** At most so many presses of one verb with arguments of one shape. */
  perKnop: number;
  /** So many saves after one another are followed by what one can press then. */
  diep: number;
}

/** The same, with the presses that are still to come. */
export interface Bezig extends Gang {
  wachtrij: Druk[];
}

/** Buttons that are to be pressed as well. */
export function zetKlaar(
  { wachtrij }: Bezig,
  knoppen: readonly Pick<Button, 'verb' | 'args'>[],
  project: Project,
  diep: number,
): void {
  for (const { verb, args = {} } of knoppen)
    if (planner.acties.has(verb) || planner.weergaven.has(verb))
      wachtrij.push({ verb, args, project, diep });
}

/** Buttons of a screen, wherever they stand on it. */
const knoppenOp = (screen: Screen): Button[] => [
  ...(screen.kind === 'lijst'
    ? screen.groepen.flatMap(({ items }) => items.flatMap(({ knoppen }) => knoppen))
    : []),
  ...screen.knoppen,
];

/** Somebody reads a screen, and sees what they can press on it. */
export function toon(gang: Bezig, { project, diep }: Druk, verb: string, screen: Screen): void {
  gang.meld(verb, opScherm(screen));
  if (eersteKeer(gang.beproefd, `kaart ${verb} ${screen.kind}`))
    tekent(gang, project, verb, screen);
  zetKlaar(gang, knoppenOp(screen), project, diep);
}

/** The screen as a card, with what its template and the place add. */
function tekent(
  { stand, lezer, meld }: Gang,
  project: Project,
  verb: string,
  screen: Screen,
): void {
  const style = {
    trajecten: trajecten(planner),
    forms: 'kaart',
    cards: 'teams',
    now: () => stand.now,
  } as const;
  const ctx = ctxVan(stand, lezer, project, verb);
  meld(`kaart ${verb}`, opKaart(drawFor(style, { ctx, verb, screen, nonce: '' }, 'eigen')));
}

/** True the first time only. */
export const eersteKeer = (al: Set<string>, sleutel: string) =>
  !al.has(sleutel) && al.add(sleutel).size > 0;
