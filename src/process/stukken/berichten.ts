import { tekstIn } from '../contract/decision.ts';
import { KNOP } from '../vormen/knoppen.ts';
import type { Berichten } from '../contract/contract.ts';
import { prentVan } from './prent.ts';

/** Sentences that stand with a picture. */
const MAX_WOORDEN = 25;

/** What stands in the conversation of a picture, and of an overview that was asked for. */
export const stukBerichten: Berichten = {
  /** What is left of an overview that somebody asked for, once a text in it was erased. */
  antwoord: () => ({
    titel: 'Dit overzicht is weggehaald, omdat er tekst is gewist.',
    regels: ['Vraag het opnieuw op.'],
    knoppen: [KNOP.plan],
  }),
  /** What is left in somebody's own chat once everything of them was erased. */
  weggehaald: () => ({
    titel: 'Dit bericht is weggehaald.',
    regels: ['Je gegevens zijn hier gewist.'],
    knoppen: [],
  }),
  /** In words what the picture shows: beside it, and in its place when it cannot be made. */
  beeld: (beeld, facts) => {
    const prent = prentVan(beeld, tekstIn(facts, 'wat'));
    return {
      titel: prent?.titel ?? 'Dit plaatje is verwijderd.',
      regels: prent?.woorden.slice(0, MAX_WOORDEN).map((zin) => `• ${zin}`) ?? [],
      knoppen: [KNOP.plan],
      overbodig: prent === undefined,
    };
  },
};
