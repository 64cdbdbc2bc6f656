import { expect, it } from 'vitest';
import { textOf, type AnyCard } from '../../support/voorbeeld/kaart.ts';
import type { WorldOptions } from '../../support/world.ts';
import { isAlleenTeams } from '../cards/geldig.ts';
import { elementen, type Element } from '../cards/kaarten.ts';
import { berichten } from '../../src/process/berichten.ts';
import { drawingOf } from '../../src/teams/cards/drawing.ts';
import { trajecten } from '../../src/process/contract/trajecten.ts';
import { huidig } from '../../src/process/feiten/geopende-stap.ts';
import { planner } from '../../src/planner/index.ts';
import { HALF, stadium } from '../../support/stadia.ts';
import { live, opentEnVult, PROBLEEM, titels } from './hulp.ts';
import { inStap2 } from './stuk.ts';

/** What a group sees of step 2: open, as one of them sees it, with a vote going on, and the result of that. */
async function gezien(cards: WorldOptions['cards'] & string) {
  const stuk = await inStap2({ cards });
  const { lid, groep, world } = stuk;
  const leeg = stuk.kaart;
  for (const wat of ['Scooters op de stoep.', 'Geen verlichting.'])
    await opentEnVult(lid('Bram'), stuk.kaart, 'Probleem doorgeven', {
      ...PROBLEEM,
      'Wat is het probleem?': wat,
    });
  const gevuld = await live(world, groep, 2);
  const eigen = await lid('Lotte').ziet(gevuld);
  const agenda = await stuk.zegt('Sanne', 'agenda');
  await opentEnVult(lid('Sanne'), agenda, 'Start het overleg', {}, 'Start het overleg');
  const open = await stuk.zegt('Sanne', 'agenda');
  await opentEnVult(lid('Sanne'), open, 'Stemming openen', {}, 'Open de stemming');
  const stemt = await live(world, groep, 2);
  const keuze = { 'Wat moet eerst?': ['Scooters'] };
  await opentEnVult(lid('Bram'), stemt, 'Stemmen', keuze, 'Stem');
  await lid('Sanne').drukt('Sluit de stemming', {}, await stuk.zegt('Sanne', 'agenda'));
  await world.rust();
  const dicht = groep.card('De stemming is gesloten.');
  const uitslag = await lid('Bram').drukt('Bekijk de stemming', {}, dicht);
  await world.rust();
  const gestuurd = JSON.stringify(world.teams.sent);
  await world.close();
  return { kaarten: [leeg, gevuld, eigen, stemt, dicht, uitslag], gestuurd };
}

const soorten = (kaarten: readonly AnyCard[]) =>
  new Set(kaarten.flatMap((card) => elementen(card).filter(isAlleenTeams)).map(({ type }) => type));

/** What a client shows that knows nothing of Teams' own. */
function terugval(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(terugval);
  if (typeof node !== 'object' || node === null) return node;
  const element = node as Element;
  if (isAlleenTeams(element)) return terugval(element['fallback']);
  return Object.fromEntries(Object.entries(element).map(([key, value]) => [key, terugval(value)]));
}

it('shows a group the same words, figures and buttons where cards do without what only Teams can draw', async () => {
  const teams = await gezien('teams');
  const gewoon = await gezien('gewoon');

  expect(soorten(teams.kaarten)).toEqual(new Set(['Badge', 'ProgressBar', 'Chart.HorizontalBar']));
  expect(soorten(gewoon.kaarten)).toEqual(new Set());
  expect(gewoon.gestuurd).not.toMatch(/"type":"(Badge|Progress\w+|Chart\.\w+|Icon|Carousel)"/);
  expect(gewoon.kaarten.map(titels)).toEqual(teams.kaarten.map(titels));
  expect(gewoon.kaarten.map(textOf)).toEqual(
    teams.kaarten.map((card) => textOf(terugval(card) as AnyCard)),
  );
});

it('is another card than the one that stands already, so that it takes its place', () => {
  const { project, now } = stadium(HALF, 2, 'open');
  const style = { trajecten: trajecten(planner), forms: 'dialoog', now: () => now } as const;
  const staat = (cards: 'teams' | 'gewoon') =>
    drawingOf({ ...style, cards }, berichten).picture(project, {
      soort: 'kaart',
      facts: { stap: huidig(project)?.id ?? '' },
    })?.digest;

  expect(staat('gewoon')).not.toBe(staat('teams'));
});
