import type { Beeld, Moment } from '../contract/contract.ts';
import { one } from '../feiten/project.ts';
import { bereik, GESPREK, leiding } from '../kalender/moment.ts';
import { KNOP } from '../vormen/knoppen.ts';

/** Tells the projectleider in their own chat that the conversation of the group cannot be reached any more. */
export function gesprekMomenten({ project, traject: { woorden } }: Beeld): Moment[] {
  const sinds = one(project, bereik, GESPREK)?.facts.onbereikbaar ?? '';
  if (sinds === '') return [];
  return [
    {
      reeks: `gesprek.${sinds}`,
      op: sinds,
      tot: '',
      naam: '',
      vraag: () => ({
        aan: leiding(project, true),
        regels: [
          'Ik kan in de groepschat (of het kanaal) niets meer plaatsen.',
          `Voeg mij daar weer toe, of haal het ${woorden.project} naar een ander gesprek.`,
        ],
        onderons: () => [],
        knoppen: [KNOP.status],
        soort: 'persoonlijk',
      }),
    },
  ];
}
