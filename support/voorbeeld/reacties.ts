import { allesAangevinkt, overalGekozen, type AnyCard } from './kaart.ts';
import { opentEnVult, type Speler } from './spelers.ts';
import { METING, type Partner } from './stationsplein.ts';

/** What a partner does of their own accord, from a card that has the button for it. */
export type Reactie =
  | 'gegevens'
  | 'probleem'
  | 'stem'
  | 'akkoord'
  | 'maatregel'
  | 'voortgang'
  | 'meting'
  | 'samenwerking';

type Doet = (wie: Speler, partner: Partner, card: AnyCard) => Promise<unknown>;

export const REACTIES: Readonly<Record<Reactie, Doet>> = {
  gegevens: (wie, { soort, organisatie, functie }, card) =>
    opentEnVult(wie, card, 'Mijn gegevens', {
      'Soort organisatie': soort,
      'Naam van de organisatie': organisatie,
      Functie: functie,
    }),
  probleem: async (wie, { problemen }, card) => {
    for (const probleem of problemen) await opentEnVult(wie, card, 'Probleem doorgeven', probleem);
  },
  stem: (wie, { stem }, card) =>
    opentEnVult(wie, card, 'Stemmen', { 'Wat moet eerst?': stem }, 'Stem'),
  akkoord: (wie, { bezwaar }, card) =>
    bezwaar === ''
      ? wie.drukt('Akkoord', {}, card)
      : opentEnVult(wie, card, 'Niet akkoord', { 'Wat wil je': bezwaar }, 'Niet akkoord'),
  maatregel: async (wie, { maatregelen }, card) => {
    for (const maatregel of maatregelen)
      await opentEnVult(wie, card, 'Maatregel doorgeven', maatregel);
    const rest = await wie.drukt('Wij doen hier niets aan', {}, card);
    await wie.drukt('Opslaan', allesAangevinkt(rest), rest);
  },
  voortgang: async (wie, _partner, card) => {
    const form = await wie.drukt('Voortgang doorgeven', {}, card);
    await wie.drukt('Opslaan', overalGekozen(form, ['Klaar']), form);
  },
  meting: (wie, _partner, card) => opentEnVult(wie, card, 'Meting doorgeven', METING),
  samenwerking: (wie, { samenwerking }, card) =>
    opentEnVult(wie, card, 'Samenwerking beoordelen', samenwerking),
};
