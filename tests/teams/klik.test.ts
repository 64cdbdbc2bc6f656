import { describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { knoppenOp, textOf, type AnyCard, type Knop } from '../../support/voorbeeld/kaart.ts';
import type { World } from '../../support/world.ts';
import { live, opentEnVult, PROBLEEM, vult } from '../groep/hulp.ts';
import { inStap2, type Stuk } from '../groep/stuk.ts';

/** The forms whose choices are the people of the conversation: docs/beslissingen.md says why these ask Teams who they are. */
const MET_LEDEN = [
  'deelnemer.koppelen',
  'deelnemer.toevoegen',
  'project.start',
  'projectleider.overnemen',
] as const;

const verbOp = (knop: Knop) => /"verb":"([a-z.-]+)"/.exec(JSON.stringify(knop))?.[1] ?? '';

/** True for a button whose answer is what one reads; of any other that is a message, so a call by itself. */
const isBeantwoord = (knop: Knop) =>
  knop.type === 'Action.Execute' || JSON.stringify(knop).includes('task/fetch');

/** Teams that gives no answer while it is held, however often it is asked. */
function vasthoudbaar(world: World): () => () => void {
  let wacht = Promise.resolve();
  world.teams.failNext(...Array.from({ length: 5_000 }, () => ({ meanwhile: () => wacht })));
  return () => {
    let los = () => {};
    wacht = new Promise<void>((done) => (los = done));
    return los;
  };
}

/** A group in which everything can be pressed while Teams says nothing. */
async function metStilTeams(forms: 'dialoog' | 'kaart') {
  const stuk = await inStap2({ forms });
  await opentEnVult(stuk.lid('Bram'), stuk.kaart, 'Probleem doorgeven', PROBLEEM);
  const houdt = vasthoudbaar(stuk.world);
  /** The calls that were given up, so that somebody waited for them, and what was read at last. */
  const stil = async (druk: () => Promise<AnyCard>) => {
    stuk.world.minuut();
    const from = stuk.world.teams.asked.length;
    const los = houdt();
    const kaart = await druk().finally(los);
    await stuk.world.rust();
    const asked = stuk.world.teams.asked.slice(from).filter(({ isGivenUp }) => isGivenUp);
    return { kaart, wachtte: asked.map(({ method, path }) => `${method} ${path}`) };
  };
  return { stuk, stil };
}

/** What the group and Sanne have before them. */
async function kaarten({ world, groep, lid, zegt }: Stuk): Promise<AnyCard[]> {
  const kaart = await live(world, groep, 2);
  const getypt = [];
  for (const woord of ['status', 'plan', 'agenda', 'deelnemers', 'instellingen'])
    getypt.push(await zegt('Sanne', woord));
  return [kaart, ...getypt, await lid('Sanne').drukt('Voor de projectleider', {}, kaart)];
}

describe.each(['dialoog', 'kaart'] as const)('with forms as a %s, a press', (forms) => {
  it('is answered without waiting for Teams, whatever button it is', async () => {
    const { stuk, stil } = await metStilTeams(forms);

    let gedrukt = 0;
    for (const kaart of await kaarten(stuk))
      for (const knop of knoppenOp(kaart).filter(isBeantwoord)) {
        if (MET_LEDEN.some((verb) => verb === verbOp(knop))) continue;
        const { wachtte } = await stil(() => stuk.lid('Sanne').drukt(knop.title, {}, kaart));
        // The first is enough: who waits for Teams takes seconds each time.
        expect(wachtte, knop.title).toEqual([]);
        gedrukt += 1;
      }

    expect(gedrukt).toBeGreaterThan(30);
    await stuk.world.close();
  });

  it('saves without waiting for Teams, and so does a look at the own card', async () => {
    const { stuk, stil } = await metStilTeams(forms);
    const { world, groep, lid } = stuk;
    const lotte = lid('Lotte');
    const kaart = await live(world, groep, 2);
    const form = await lotte.drukt('Probleem doorgeven', {}, kaart);

    const bewaard = await stil(() => vult(lotte, form, PROBLEEM));
    const gezien = await stil(() => lotte.ziet(kaart));
    const getikt = await stil(() => lid('Sanne').drukt('Ik heb niets toe te voegen', {}, kaart));

    expect(textOf(bewaard.kaart)).toContain('Opgeslagen.');
    expect([bewaard, gezien, getikt].flatMap(({ wachtte }) => wachtte)).toEqual([]);
    await world.close();
  });
});

it('waits for Teams only in the forms whose choices are the people of the conversation', () => {
  const found = [...planner.acties.values()].filter(({ needsLeden }) => needsLeden);
  expect(found.map(({ verb }) => verb).toSorted()).toEqual(MET_LEDEN);
});
