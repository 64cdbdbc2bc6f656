import { overleg } from '../../src/process/feiten/overleg.ts';
import { inbrengVan } from '../../src/process/stappen/inbreng.ts';
import { say } from '../../support/gezegd.ts';
import { van, wordt } from '../klok/lezen.ts';
import { gedaan, inStap2, type Groep } from './probleem-groep.ts';

// Overleg 1 is on Tuesday 2 February; the next working morning is the 3rd. Anna leads.

const BESLIST = 'is besloten over wat jij inbracht.';

/** Overleg 1 goes on, with everybody in it. */
export function inOverleg(...namen: string[]): Groep {
  const world = inStap2('anna', ...namen);
  world.stap('probleem', '2027-02-26');
  world.het_is('2027-02-02');
  world.overleg(1, ['anna', ...namen]);
  return world;
}

/** Anna fixes the list in the order in which problems came, with so many of it first. */
export const steltVast = (world: Groep, eerst: number) =>
  gedaan(world.doet('anna', 'lijst.vaststellen', { eerst: String(eerst) }));

/** The overleg is closed, at this moment. */
export function sluit(world: Groep, datum = '2027-02-02', tijd = '12:00', nummer = 1) {
  world.het_is(datum, tijd);
  world.said('anna', [say(overleg, `overleg${nummer}`, { gesloten: world.now })]);
}

/** It goes on again. */
export function heropent(world: Groep, datum: string) {
  world.het_is(datum);
  world.said('anna', [say(overleg, 'overleg1', { gesloten: '' })]);
}

/** What somebody was told, by the clock, up to this moment: each message as its lines about what they brought. */
export const hoort = (world: Groep, wie: string, datum: string, tijd = '09:00'): string[][] =>
  verteld(wordt(world, datum, tijd), wie);

export const verteld = (read: ReturnType<typeof wordt>, wie: string): string[][] =>
  van(read, wie)
    .filter((tekst) => tekst.includes(BESLIST))
    .map((tekst) => tekst.split('\n').filter((regel) => regel.startsWith('• ')));

/** What somebody reads about what they brought, as it stands now. */
export const leest = (world: Groep, wie: string): string[] =>
  inbrengVan(world.beeld, world.ctx(wie).actor).map(
    ({ wat, gebeurd }) => `${wat}: ${gebeurd.join(' ')}`,
  );
