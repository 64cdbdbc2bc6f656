import { nl } from '../../src/text/nl.ts';
import { GROUP_CHAT } from '../playground.ts';
import { knoppenOp, textOf, type AnyCard } from '../../support/voorbeeld/kaart.ts';
import type { Playground } from './playground.ts';
import { PARTNERS, ZONDER_TEAMS } from '../../support/voorbeeld/stationsplein.ts';
import { stap1, stap2, type Toneel } from '../../support/voorbeeld/verhaal.ts';

/** True when a project runs in the group chat, or ran there: what was entered is kept. */
export async function heeftProject(playground: Playground): Promise<boolean> {
  const status = await playground.leider(GROUP_CHAT).typt('status');
  return !textOf(status).includes(nl.geenProject);
}

/** Plays the example in the group chat through the door of its users: step 1, and step 2 with what the partners see. */
export async function vulVoorbeeldIn(playground: Playground): Promise<string[]> {
  const toneel: Toneel = {
    leider: playground.leider(GROUP_CHAT),
    partner: (naam) => playground.speler(naam),
    kaart: (stap, knop) => playground.card((card) => isKaart(card, stap, knop)),
    vandaag: new Date().toISOString().slice(0, 10),
  };
  await stap1(toneel);
  await stap2(toneel);
  const problemen = PARTNERS.flatMap((partner) => partner.problemen).length;
  return [
    `Het voorbeeldproject staat klaar, met ${PARTNERS.length + ZONDER_TEAMS.length + 1} deelnemers.`,
    `Stap 2 is open. ${PARTNERS.length} partners gaven samen ${problemen} problemen door.`,
  ];
}

/** True for the live card of this step in the group chat, once it asks for this. */
export const isKaart = (card: AnyCard, stap: number, knop = ''): boolean =>
  card.isLive === true &&
  card.gesprek === GROUP_CHAT &&
  textOf(card).includes(`Stap ${stap} van`) &&
  (knop === '' || knoppenOp(card).some(({ title }) => title === knop));
