import { planner } from '../../src/planner/index.ts';
import { isGestart } from '../../src/process/feiten/gegevens.ts';
import type { Args, Button } from '../../src/process/vormen/screen.ts';
import { COMMANDS } from '../../src/teams/talk/commands.ts';
import { daden, type Daad } from './daden.ts';
import type { Gang } from './beurt.ts';
import { buitenom, doetEen, loop } from './gang.ts';
import { papier } from './papier.ts';
import { agendas, bestanden, groepsberichten, hoofdstukken, kaarten, klok } from './rondom.ts';
import { standVan, type Lezer } from './stand.ts';
import { standen, type Opname } from './standen.ts';
import { tabbladen } from './tabbladen.ts';
import { openVel, type Meld, type Vel } from './vel.ts';
import { woorden } from './woorden.ts';

/** All that was read, and the verbs of which somebody saw more than a refusal. */
export interface Opgenomen {
  vel: Vel;
  bereikt: ReadonlySet<string>;
}

type Bezig = Pick<Gang, 'beproefd' | 'bereikt'> & { vel: Vel };

/** Under this stand the sums stand of what happens only once. */
const LOS = 'los';

/** Walks through all stands with all readers. `heel`: hears every line, also those that were met before. */
export async function neemOp(heel?: (line: string) => void): Promise<Opgenomen> {
  const bezig: Bezig = { vel: openVel(heel), beproefd: new Set(), bereikt: new Set() };
  for (const opname of standen()) await neemStandOp(bezig, opname);
  for (const daad of daden()) neemDaadOp(bezig, daad);
  const meld = bezig.vel.schrijver(LOS, 'iedereen');
  await papier(meld);
  woorden(meld);
  return bezig;
}

const VERBS = [...planner.acties.keys(), ...planner.weergaven.keys()];

async function neemStandOp(bezig: Bezig, opname: Opname): Promise<void> {
  const begin = [...COMMANDS, ...wieDanOok(bezig.vel, opname)];
  const bekend = new Map<string, Args>();
  for (const [at, lezer] of opname.lezers.entries())
    await leest(bezig, opname, lezer, at, begin, bekend);
}

/** One reader: what they can read off, then all that they can press, and what they cannot. */
async function leest(
  bezig: Bezig,
  { stand, tab, ver }: Opname,
  lezer: Lezer,
  at: number,
  begin: readonly Knop[],
  bekend: Map<string, Args>,
): Promise<void> {
  const meld = bezig.vel.schrijver(stand.naam, lezer.naam);
  const eigen = at < 2 && isGestart(stand.project) ? leestAf(stand, lezer, meld, at === 0) : [];
  if (tab !== '' && at < 2) await tabbladen(stand, lezer, meld, at === 0 ? tab : 'eigen bladen');
  const zin = { perKnop: ver && at === 0 ? 2 : 1, diep: ver && at < 1 ? 1 : 0 };
  const gang = { ...bezig, ...zin, stand, lezer, meld };
  const gedrukt = loop(gang, [...begin, ...eigen]);
  for (const [verb, args] of gedrukt) if (!bekend.has(verb)) bekend.set(verb, args);
  for (const verb of VERBS) if (!gedrukt.has(verb)) buitenom(gang, verb, bekend.get(verb) ?? {});
}

type Knop = Pick<Button, 'verb' | 'args'>;

function leestAf(stand: Opname['stand'], lezer: Lezer, meld: Meld, isEerste: boolean): Knop[] {
  const found = hoofdstukken(stand, lezer, meld);
  if (!isEerste) return found;
  agendas(stand, lezer, meld);
  bestanden(stand, lezer, meld);
  return found;
}

/** So often the clock is heard where people go far, and where they do not. */
const VEEL_TIKKEN = 8;
const WEINIG_TIKKEN = 3;

/** What everybody reads alike. Returns the buttons on it. */
function wieDanOok(vel: Vel, { stand, ver }: Opname): Knop[] {
  if (!isGestart(stand.project)) return [];
  const meld = vel.schrijver(stand.naam, 'iedereen');
  const found = [...kaarten(stand, meld), ...groepsberichten(stand, meld)];
  klok(stand, meld, ver ? VEEL_TIKKEN : WEINIG_TIKKEN);
  return found;
}

function neemDaadOp(bezig: Bezig, { naam, wereld, lezer, verb, args, inputs }: Daad): void {
  const stand = standVan(naam, wereld);
  const meld = bezig.vel.schrijver(naam, lezer.naam, LOS);
  doetEen({ ...bezig, stand, lezer, meld, perKnop: 1, diep: 0 }, verb, args, inputs);
}
