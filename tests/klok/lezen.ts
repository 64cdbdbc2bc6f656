import { planner } from '../../src/planner/index.ts';
import type { OutboxMessage } from '../../src/process/contract/decision.ts';
import { klokBerichten, rondsturen } from '../../src/process/klok/berichten.ts';
import { tik } from '../../src/process/klok/tik.ts';
import type { Facts } from '../../src/process/feiten/project.ts';
import type { groep } from '../../support/groep.ts';

export type Wereld = ReturnType<typeof groep>;

/** What one person read in their own chat, or the group in its conversation. */
interface Gelezen {
  wie: string;
  tekst: string;
}

/** It becomes that moment: what the clock does is folded in, and everybody reads what is for them. */
export function wordt(world: Wereld, datum: string, tijd = '09:00'): Gelezen[] {
  world.het_is(datum, tijd);
  const read: Gelezen[] = [];
  for (let done = tik(world.beeld); done; done = tik(world.beeld)) {
    world.said('klok', done.events);
    read.push(...done.messages.flatMap((message) => lezers(world, message)));
  }
  return read;
}

function lezers(world: Wereld, { soort, facts }: OutboxMessage): Gelezen[] {
  if (soort === 'rondsturen')
    return rondsturen(world.beeld, facts).map((aan) => ({
      wie: aan,
      tekst: tekst(world, 'persoonlijk', { ...facts, aan }),
    }));
  const own = tekst(world, soort, facts);
  return own === '' ? [] : [{ wie: 'de groep', tekst: own }];
}

function tekst(world: Wereld, soort: string, facts: Facts): string {
  const draw =
    klokBerichten[soort] ??
    planner.stappen.map(({ berichten }) => berichten[soort]).find((found) => found);
  if (soort === 'samenvatting') return 'samenvatting';
  const bericht = draw?.(world.beeld, facts);
  if (!bericht || bericht.overbodig) return '';
  return [bericht.titel, ...bericht.regels].join('\n');
}

export const van = (read: readonly Gelezen[], wie: string) =>
  read.filter((one) => one.wie === wie).map((one) => one.tekst);
