import { opBladen } from '../../src/process/vormen/bladen.ts';
import { expect } from 'vitest';
import type { Decision } from '../../src/process/contract/decision.ts';
import type { Args, FormScreen, ListScreen, Screen } from '../../src/process/vormen/screen.ts';
import { groep } from '../../support/groep.ts';

export type Groep = ReturnType<typeof groep>;

/** A group in step 2, open until Thursday 28 January, 17.00; anna leads. */
export function inStap2(...namen: string[]): Groep {
  const world = groep(...namen);
  world.stap('probleem');
  return world;
}

/** A problem as one types it. */
export const getypt = (omschrijving: string, rest: Record<string, string> = {}) => ({
  omschrijving,
  kans: 'midden',
  gevolgen: 'personen',
  prioriteit: 'midden',
  ...rest,
});

/** Somebody gives a problem; its id. */
export const geeft = (
  world: Groep,
  wie: string,
  omschrijving: string,
  rest: Record<string, string> = {},
  args: Args = {},
) => gedaan(world.doet(wie, 'probleem.doorgeven', getypt(omschrijving, rest), args));

/** The id that an accepted decision is about. */
export function gedaan(decision: Decision): string {
  if (!decision.accepted) throw new Error(`refused: ${decision.reason} ${decision.vraag}`);
  return decision.about;
}

/** Why it was refused: the reason, with the sentence where there is one. */
export function geweigerd(decision: Decision): string {
  if (decision.accepted) throw new Error('accepted');
  const velden = Object.values(decision.velden).join(' ');
  return [decision.reason, decision.vraag, velden].filter((part) => part !== '').join(': ');
}

/** How many events a decision says; none when all stands as asked. */
export const gezegd = (decision: Decision) => (decision.accepted ? decision.events.length : -1);

/** The items that a list shows, by their text. */
export const items = (screen: Screen): string[] =>
  (screen as ListScreen).groepen.flatMap((groep) => groep.items.map(({ tekst }) => tekst));

/** Every verb a screen offers. */
export function verbs(screen: object): string[] {
  return [...JSON.stringify(screen).matchAll(/"verb":"([^"]+)"/g)].map(([, verb]) => verb ?? '');
}

/** The choices of one question of a form, on the page that `raw` asks for. */
export const keuzes = (form: object, veld: string, raw: Record<string, string> = {}): string[] =>
  opBladen((form as FormScreen).velden, raw)
    .vragen.find(({ id }) => id === veld)!
    .veld.keuzes.map(({ id }) => id);

/** Every form stays within what Teams takes: 15 questions, 40 choices together. */
export function pastInKaart(form: object) {
  const { velden } = form as FormScreen;
  expect(Object.keys(velden).length).toBeLessThanOrEqual(15);
  const choices = opBladen(velden).vragen.reduce((sum, { veld }) => sum + veld.keuzes.length, 0);
  expect(choices).toBeLessThanOrEqual(40);
}
