import fc from 'fast-check';
import { planner } from '../../src/planner/index.ts';
import { judge } from '../../src/process/contract/judge.ts';
import { huidig } from '../../src/process/feiten/geopende-stap.ts';
import { iedereen, leads, leden } from '../../src/process/feiten/deelnemers.ts';
import { stepOf } from '../../src/process/contract/step.ts';
import { volgensBericht } from '../../src/process/groep/aanwezig.ts';
import { WIE } from '../../support/stadia.ts';
import type { Bewaakt } from './bewaakt.ts';

/** Some people leave the conversation, or come back into it. */
export interface Gang {
  mensen: readonly string[];
  isWeg: boolean;
}

const LEIDEN = [WIE.leider, WIE.plaatsvervanger];

/** Mostly of those who lead, and more often away than back. */
export const eenGang: fc.Arbitrary<Gang> = fc.record({
  mensen: fc.oneof(
    fc.constant(LEIDEN),
    fc.uniqueArray(fc.constantFrom(...LEIDEN, WIE.lid, WIE.collega), { minLength: 1 }),
  ),
  isWeg: fc.constantFrom(true, true, false),
});

/** Teams tells of it, and the group takes it over. */
export function komtOfGaat(groep: Bewaakt, { mensen, isWeg }: Gang): void {
  const wie = mensen.map((oid) => ({ tenant: 'gemeente', oid, teamsId: oid }));
  const wat = isWeg ? { erbij: [], eraf: wie } : { erbij: wie, eraf: [] };
  const decision = volgensBericht(groep.project, { ...wat, at: groep.now });
  if (!decision.accepted) throw new Error('who comes and goes is never refused');
  groep.add(decision, groep.ctx('klok', {}));
}

const zelf = (lid: ReturnType<typeof leden>[number]) => lid.facts.identities[0]?.oid ?? '';

/**
 * Who leads the group now. Where nobody does, somebody who is there takes over by the button on the card; where nobody is
 * there, whoever was comes back.
 */
export function wieLeidt(groep: Bewaakt): string {
  if (leden(groep.project).every((lid) => zelf(lid) === ''))
    komtOfGaat(groep, {
      mensen: iedereen(groep.project)
        .filter(({ facts }) => facts.status === 'vertrokken')
        .map((lid) => zelf(lid)),
      isWeg: false,
    });
  if (!leden(groep.project).some(leads)) neemtOver(groep);
  return zelf(leden(groep.project).find(leads)!);
}

function neemtOver(groep: Bewaakt): void {
  const { project, now } = groep;
  const kaart = stepOf(planner, huidig(project)!.id).kaart({ project, now, traject: planner });
  const knop = kaart.knoppen.find(({ verb }) => verb === 'projectleider.overnemen');
  if (!knop) throw new Error('nobody leads, and the card does not say how somebody can');
  const ctx = groep.ctx(
    leden(project)
      .map((lid) => zelf(lid))
      .find((oid) => oid !== '')!,
    {},
  );
  const decision = judge(planner.acties.get(knop.verb)!, ctx, { raw: {}, rev: 0 });
  if (!decision.accepted) throw new Error(`taking over: ${decision.reason} ${decision.vraag}`);
  groep.add(decision, ctx);
}
