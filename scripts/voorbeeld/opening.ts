import { nl } from '../../src/text/nl.ts';
import { GROUP_CHAT } from '../playground.ts';
import { knoppenOp, textOf, type AnyCard } from '../../support/voorbeeld/kaart.ts';
import type { Playground } from './playground.ts';
import { speelTot, wekenTot, type Niveau, type Verloop } from '../../support/voorbeeld/niveaus.ts';
import type { Toneel } from '../../support/voorbeeld/spelers.ts';
import { PARTNERS, ZONDER_TEAMS } from '../../support/voorbeeld/stationsplein.ts';
import { METINGEN, REGELS } from '../../support/voorbeeld/uitvoering.ts';

/** True when a project runs in the group chat, or ran there: what was entered is kept. */
export async function heeftProject(playground: Playground): Promise<boolean> {
  const status = await playground.leider(GROUP_CHAT).typt('status');
  return !textOf(status).includes(nl.geenProject);
}

/** What is open at each of them, as a sentence for the terminal. */
const OPEN: Readonly<Record<Niveau, string>> = {
  2: `Stap 2 is open. ${PARTNERS.length} partners gaven samen ${aantalProblemen()} problemen door.`,
  3: 'Stap 3 is open. De partners gaven door wat ze al doen.',
  4: 'Stap 4 is open. Overleg 2 is bezig, en er is een doel.',
  5: `Stap 5 is open. In de matrix staan ${REGELS.length} maatregelen, met datums en kosten.`,
  6: `Stap 6 is open. Er zijn metingen van ${METINGEN.length} maanden.`,
};

function aantalProblemen(): number {
  return PARTNERS.flatMap(({ problemen }) => problemen).length;
}

/**
 * The group chat to play the example in, through the door of its users. The clock of the bot has to stand as many weeks
 * back as the example takes up to this step; in the end it is today there too.
 */
export function verloopIn(playground: Playground, niveau: Niveau): Verloop {
  const leider = playground.leider(GROUP_CHAT);
  let terug = wekenTot(niveau);
  const toneel: Toneel = {
    leider,
    partner: (naam) => playground.speler(naam),
    kaart: (stap, knop) => playground.card((card) => isKaart(card, stap, knop)),
    get vandaag() {
      return new Date(Date.now() - terug * WEEK_MS).toISOString().slice(0, 10);
    },
  };
  const later = async (weken: number) => {
    terug -= weken;
    await leider.typt(`dev klok +${weken * WEEK_HOURS} uur`);
  };
  return { toneel, later };
}

/** Plays the example up to this step, and says so. */
export async function vulVoorbeeldIn(playground: Playground, niveau: Niveau): Promise<string[]> {
  await speelTot(verloopIn(playground, niveau), niveau);
  const deelnemers = PARTNERS.length + ZONDER_TEAMS.length + 1;
  return [`Het voorbeeldproject staat klaar, met ${deelnemers} deelnemers.`, OPEN[niveau]];
}

const WEEK_HOURS = 168;
const WEEK_MS = WEEK_HOURS * 3_600_000;

/** True for the live card of this step in the group chat, once it asks for this. */
export const isKaart = (card: AnyCard, stap: number, knop = ''): boolean =>
  card.isLive === true &&
  card.gesprek === GROUP_CHAT &&
  textOf(card).includes(`Stap ${stap} van`) &&
  (knop === '' || knoppenOp(card).some(({ title }) => title === knop));
