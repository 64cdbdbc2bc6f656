import { describe, expect, it } from 'vitest';
import { textOf, type AnyCard } from '../../support/voorbeeld/kaart.ts';
import {
  gebeurtenis,
  lidAccount,
  live,
  opentEnVult,
  PROBLEEM,
  projectVan,
  vult,
  zietTaken,
} from '../groep/hulp.ts';
import type { Stuk } from '../groep/stuk.ts';
import { lezer, tekstVan } from '../tab/lezer.ts';
import { inStap2 } from './hulp.ts';

const NIETS = 'Je hoeft nu niets te doen';

interface Wacht {
  wat: string;
  /** What it is called, wherever whoever leads reads that it waits. */
  zin: string;
  komt: (stuk: Stuk, form: AnyCard) => Promise<unknown>;
}

const WACHT: readonly Wacht[] = [
  {
    wat: 'somebody wants to join',
    zin: 'Iemand wil meedoen',
    komt: async ({ groep }) => {
      const anke = groep.komt_erbij('Anke');
      return anke.drukt('Ik wil meedoen', {}, await anke.typt('plan'));
    },
  },
  {
    wat: 'a text came after the step was closed',
    zin: '1 tekst kwam na sluiting',
    komt: async ({ lid }, form) =>
      lid('Bram').drukt('Stuur naar Sanne', {}, await vult(lid('Bram'), form, PROBLEEM)),
  },
  {
    wat: 'somebody who is gone has no opvolger',
    zin: 'Lotte is weg uit de groep',
    komt: async ({ world, groep, lid }) => {
      const nu = world.teams.rosters.get(groep.conversation) ?? [];
      const rest = nu.filter(({ name }) => name !== 'Lotte');
      world.teams.rosters.set(groep.conversation, rest);
      const weg = { membersRemoved: [lidAccount('Lotte')] };
      await lid('Sanne').stuurt({
        ...gebeurtenis(groep, 'conversationUpdate', weg),
        timestamp: world.nu(),
      });
    },
  },
  {
    wat: 'the time of an overleg has come',
    zin: 'Overleg 1 stond op',
    komt: async ({ lid, zegt, world }) => {
      await opentEnVult(lid('Sanne'), await zegt('Sanne', 'agenda'), 'Plannen', {
        'Welke dag?': '2027-01-18',
        'Hoe laat?': '10:00',
        'Waar?': 'stadhuis',
      });
      await world.wordt('2027-01-18', '10:00');
    },
  },
];

/** Everybody has answered and step 2 is over; Bram has a form open of when there was time. */
async function naStap2(): Promise<{ stuk: Stuk; form: AnyCard }> {
  const stuk = await inStap2(['Bram', 'Lotte']);
  const { world, groep, lid } = stuk;
  for (const naam of ['Sanne', 'Bram', 'Lotte'])
    await lid(naam).drukt('Ik heb niets toe te voegen', {}, await live(world, groep, 2));
  const form = await lid('Bram').drukt('Probleem doorgeven', {}, await live(world, groep, 2));
  await world.wordt('2027-01-15', '09:00');
  return { stuk, form };
}

describe('what waits on whoever leads', () => {
  it.each(WACHT)(
    'stands with their tasks, on the tab, on their page and in the question how to go on: $wat',
    async ({ zin, komt }) => {
      const { stuk, form } = await naStap2();
      const { world, groep, lid } = stuk;
      expect(textOf(await zietTaken(world, 'Sanne'))).toContain(NIETS);

      await komt(stuk, form);
      await world.rust();

      const taken = textOf(await zietTaken(world, 'Sanne'));
      expect(taken).toContain(zin);
      expect(taken).not.toContain(NIETS);
      const kaart = await live(world, groep, 2);
      expect(textOf(await lid('Sanne').drukt('Voor de projectleider', {}, kaart))).toContain(zin);
      const tab = lezer(world, 'Sanne');
      for (const vraag of [{ blad: 'mijn' }, { blad: 'stand', project: projectVan(kaart) }]) {
        const gelezen = tekstVan((await tab.blad(vraag)).html);
        expect(gelezen, vraag.blad).toContain(zin);
        expect(gelezen, vraag.blad).not.toContain(NIETS);
      }
      await world.wordt('2027-01-19', '09:00');
      const vraag = world.alleen('Sanne').cards().map(textOf).at(-1)!;
      expect(vraag).toContain('Hoe gaat het project verder?');
      expect(vraag).toMatch(new RegExp(`Er wacht ook:\\n• ${zin}`));
      expect(textOf(await zietTaken(world, 'Bram'))).not.toContain(zin);
      await world.close();
    },
  );
});
