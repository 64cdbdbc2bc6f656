import { expect, it } from 'vitest';
import { knoppenOp, textOf, type AnyCard, type Knop } from '../../support/voorbeeld/kaart.ts';
import { PARTNERS } from '../../support/voorbeeld/stationsplein.ts';
import {
  overleg1,
  stap1,
  stap2,
  stap3,
  stap4,
  type Toneel,
} from '../../support/voorbeeld/verhaal.ts';
import { planner } from '../../src/planner/index.ts';
import { live } from '../groep/hulp.ts';
import { openWorld, type Lid } from '../../support/world.ts';
import { fouten } from './geldig.ts';

/** One person may press sixty times a minute. */
const MAX_DRUKKEN = 50;
const COMMANDOS = ['help', 'status', 'agenda', 'plan', 'deelnemers', 'instellingen', 'deadline'];

interface Claim {
  verb: string;
  op: string;
  args: Readonly<Record<string, string>>;
}
const claimVan = ({ data }: Knop) => data['_'] as Claim;

/** A button that only shows something: what it does is undone by nobody. */
const toont = (knop: Knop) =>
  claimVan(knop).op === 'open' && !planner.acties.get(claimVan(knop).verb)?.isTap;

/** Presses every button that shows something, from these cards on, each verb and kind of args once. */
async function loopt(lid: Lid, cards: readonly AnyCard[]): Promise<string[]> {
  const wrong: string[] = [];
  const wachtrij = [...cards];
  const al = new Set<string>();
  for (let card = wachtrij.shift(); card; card = wachtrij.shift())
    for (const knop of knoppenOp(card).filter(toont)) {
      const { verb, args } = claimVan(knop);
      const key = `${verb} ${Object.keys(args).sort().join()}`;
      if (al.has(key) || al.size >= MAX_DRUKKEN) continue;
      al.add(key);
      const answer = await lid.drukt(knop.title, {}, { ...card, body: [], actions: [knop] });
      const { messageId: _id, isLive: _live, isDialog: _dialog, ...shown } = answer;
      wrong.push(
        ...fouten(shown).map((fout) => `${key}: ${fout}`),
        ...(/Er ging iets mis|werkt niet meer/.test(textOf(answer)) ? [`${key}: no answer`] : []),
        ...(knoppenOp(answer).length === 0 ? [`${key}: a dead end`] : []),
      );
      wachtrij.push(answer);
    }
  return wrong;
}

it.each(['dialoog', 'kaart'] as const)(
  'through the door, with forms as %s, every button of every card gives a screen',
  async (forms) => {
    const world = await openWorld({ forms });
    const groep = world.groepschat('Sanne de Wit', ...PARTNERS.map(({ naam }) => naam));
    const toneel: Toneel = {
      leider: groep.lid('Sanne de Wit'),
      partner: (naam) => groep.lid(naam),
      kaart: (stap) => live(world, groep, stap),
      vandaag: '2027-01-04',
    };
    const [bram, fatima] = PARTNERS.map(({ naam }) => groep.lid(naam));
    const buiten = groep.komt_erbij('Gast');

    for (const stap of [stap1, stap2, overleg1, stap3, stap4]) await stap(toneel);

    const wrong: string[] = [];
    for (const lid of [fatima!, bram!, buiten]) {
      const kaarten = [await toneel.kaart(2), await toneel.kaart(3), await toneel.kaart(4)];
      for (const woord of COMMANDOS) kaarten.push(await lid.typt(woord));
      wrong.push(...(await loopt(lid, kaarten)).map((fout) => `${lid.naam}: ${fout}`));
    }
    expect(wrong).toEqual([]);
    // And nothing was logged as an error on the way.
    await world.close();
  },
);
