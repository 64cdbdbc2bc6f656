import { expect, it } from 'vitest';
import { meting, stem, stemming } from '../../src/planner/plan/plan.ts';
import { say } from '../../support/gezegd.ts';
import { planner } from '../../src/planner/index.ts';
import type { Screen } from '../../src/process/vormen/screen.ts';
import { drawScreen } from '../../src/teams/cards/screens.ts';
import { fouten } from '../cards/geldig.ts';
import { elementen, type Element } from '../cards/kaarten.ts';
import { metMatrix, rij, stationsplein } from './stationsplein.ts';

/** The charts on the card of this screen, with the words that stand in their place on a phone without charts. */
function grafieken(screen: Screen): { data: Element[]; woorden: string[] }[] {
  const card = drawScreen(screen, {
    ...{
      surface: 'eigen',
      forms: 'dialoog',
      cards: 'teams',
      project: 'p',
      nonce: 'n',
      rev: 0,
      van: '',
      kaart: '',
    },
    ...{ opens: () => true, verb: '', args: {}, voor: '', boven: '', woorden: planner.woorden },
  });
  expect(fouten(card)).toEqual([]);
  return elementen(card)
    .filter(({ type }) => String(type).startsWith('Chart.'))
    .map(({ data, fallback }) => ({
      data: data as Element[],
      woorden: elementen(fallback).flatMap(({ facts }) =>
        ((facts ?? []) as Element[]).map(
          ({ title, value }) => `${String(title)}: ${String(value)}`,
        ),
      ),
    }));
}

it('shows the votes as bars, once one may see them, with the same in words for phones without charts', () => {
  const wereld = stationsplein();
  const ronde = { onderwerpen: ['scooters', 'fietsen'], vorm: 'kiezen', max: 3, ronde: 1 } as const;
  wereld.said('sanne', [
    say(stemming, 'stemming', { ...ronde, open: true }, {}),
    say(stem, 'ali', { van: 'ali', punten: { fietsen: 1 }, handen: false, ronde: 1, voor: [] }, {}),
    say(
      stem,
      'bo',
      { van: 'bo', punten: { fietsen: 1, scooters: 1 }, handen: false, ronde: 1, voor: [] },
      {},
    ),
  ]);

  expect(grafieken(wereld.ziet('sanne', 'stemming'))).toEqual([]);
  expect(grafieken(wereld.ziet('ali', 'stemming'))).toEqual([
    {
      data: [
        { x: 'Overlast door fietsen', y: 2 },
        { x: 'Overlast door scooters', y: 1 },
      ],
      woorden: ['Overlast door fietsen: 2 stemmen', 'Overlast door scooters: 1 stem'],
    },
  ]);
});

it('shows what is covered of the costs as a ring, and nothing while no amount is known [H5]', () => {
  const wereld = metMatrix();
  expect(grafieken(wereld.ziet('ali', 'kosten'))).toEqual([]);

  wereld.doet('sanne', 'regel.toevoegen', rij());
  expect(grafieken(wereld.ziet('ali', 'kosten'))).toEqual([
    {
      data: [
        { legend: 'Al geld voor', value: 400 },
        { legend: 'Nog geen geld voor', value: 600 },
      ],
      woorden: ['Al geld voor: € 400,00', 'Nog geen geld voor: € 600,00'],
    },
  ]);
});

it('shows how far the goals are that were measured, in percent', () => {
  const wereld = metMatrix();
  wereld.stap('resultaat');
  expect(grafieken(wereld.ziet('bo', 'voortgang'))).toEqual([]);

  const gemeten = { doel: 'minder', van: 'ali', waarde: 35, datum: '2027-01-04' };
  wereld.said('ali', [say(meting, 'm1', gemeten, { opmerking: '' })]);
  expect(grafieken(wereld.ziet('bo', 'voortgang'))).toEqual([
    {
      data: [{ x: 'Minder meldingen over scooters', y: 25 }],
      woorden: ['Minder meldingen over scooters: 25 procent van het doel'],
    },
  ]);
});
