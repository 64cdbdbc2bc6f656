import { expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { trajecten } from '../../src/process/contract/trajecten.ts';
import { drawLive } from '../../src/teams/cards/drawing.ts';
import { HALF, stadium, type Fase } from '../../support/stadia.ts';
import { elementen } from './kaarten.ts';

const STAP_6 = 'resultaat';

it.each<[Fase, string[]]>([
  ['open', ['good', 'good', 'good', 'good', 'good', 'accent']],
  ['afgerond', ['good', 'good', 'good', 'good', 'good', 'good']],
])('the bar of steps in step 6 (%s) tells which steps are done', (fase, kleuren) => {
  const { project, now } = stadium(HALF, 6, fase);
  const style = {
    trajecten: trajecten(planner),
    forms: 'dialoog',
    cards: 'teams',
    now: () => now,
  } as const;

  const { card = {} } = drawLive(style, project, STAP_6);
  const cellen = elementen(card).filter(({ type }) => type === 'TableCell');

  expect(cellen.slice(0, 6).map(({ style: kleur }) => kleur)).toEqual(kleuren);
});
