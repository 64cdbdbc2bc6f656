import { expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { nl, nlVan, weigeringen } from '../../src/text/nl.ts';
import { tab, tabVan } from '../../src/text/tab.ts';
import { teLang } from './kort.ts';

it('says nothing at length, also where nothing was expected to go wrong', () => {
  const wat = {
    stap: 'Stap 2',
    sinds: 'do 14 januari, 17.00 uur',
    projectleider: '·',
    vraag: '',
    woorden: planner.woorden,
  };
  const doors = ['zelf', 'ander'] as const;
  const sentences = [
    ...zinnenIn(nl),
    ...zinnenIn(nlVan(planner.woorden)),
    ...zinnenIn(tab),
    ...zinnenIn(tabVan(planner.woorden)),
    ...doors.flatMap((door) => Object.values(weigeringen).map((zin) => zin({ ...wat, door }))),
  ];

  expect(sentences.flatMap(teLang)).toEqual([]);
  expect(sentences.filter((zin) => zin.includes('!'))).toEqual([]);
});

/** Every sentence in a list of texts, also those that are made of something. */
function zinnenIn(texts: unknown): string[] {
  if (typeof texts === 'string') return [texts];
  if (typeof texts === 'function')
    return zinnenIn((texts as (...made: unknown[]) => unknown)('·', 2, '·'));
  return Object.values(texts as object).flatMap(zinnenIn);
}
