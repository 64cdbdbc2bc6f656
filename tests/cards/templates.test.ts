import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { drawCard } from '../../src/teams/cards/cards.ts';
import { fouten, meldingen } from './geldig.ts';
import { elementen, isInput, knoppen, type Element, CONTEXT } from './kaarten.ts';

const FOLDER = new URL('../../cards/', import.meta.url);
const json = (name: string) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Element;
const names = readdirSync(FOLDER)
  .filter((name) => !name.endsWith('.sample.json'))
  .map((name) => name.replace(/\.json$/, ''));

const draw = (name: string) => drawCard(name, json(`${name}.sample.json`), CONTEXT);

it.each(names)(
  'the card %s is valid with its sample, for us and for Adaptive Cards 1.5',
  (name) => {
    const card = draw(name);

    expect(fouten(card)).toEqual([]);
    expect(meldingen(card)).toEqual([]);
  },
);

it.each(names)(
  'the sample of %s has every field that the card shows, and nothing empty',
  (name) => {
    const sample = json(`${name}.sample.json`);
    const shown = JSON.stringify(draw(name));

    expect(shown).not.toContain('${');
    expect(legePlekken(sample)).toEqual([]);
    expect(gevraagd(json(`${name}.json`)).filter((field) => !(field in sample))).toEqual([]);
  },
);

it('finds what is wrong with a card', () => {
  const wrong = (element: Element) => {
    const card = { type: 'AdaptiveCard', version: '1.5', body: [element] };
    return fouten(card).length + meldingen(card).length;
  };

  expect(wrong({ type: 'TextBlock', text: 'Goed', wrap: true })).toBe(0);
  expect(wrong({ type: 'TextBlock', text: 'Fout', wrpa: true })).toBeGreaterThan(0);
  expect(wrong({ type: 'TextBlock', text: 'Fout', spacing: 'Huge' })).toBeGreaterThan(0);
  expect(wrong({ type: 'Input.Text', id: 'zonder' })).toBeGreaterThan(0);
  expect(wrong({ type: 'Graph', text: 'Fout' })).toBeGreaterThan(0);
  expect(wrong({ type: 'Chart.Donut', data: [{ legend: 'Fout', value: 1 }] })).toBeGreaterThan(0);
});

it('has a card for each step, with its sample, and cards for everything else a person gets', () => {
  expect([...names].sort()).toEqual(
    [...planner.stappen.map(({ id }) => id), 'formulier', 'lijst', 'bericht', 'email'].sort(),
  );
});

it('gives every input of a form a label, and every button a verb that exists', () => {
  for (const name of names) {
    const card = draw(name);

    for (const input of elementen(card).filter(isInput)) expect(input['label']).toBeTruthy();
    expect(
      knoppen(card).filter(({ verb }) => !planner.acties.has(verb) && !planner.weergaven.has(verb)),
      name,
    ).toEqual([]);
  }
});

/** Where a sample has nothing to show: a field without a value would hide what depends on it. */
function legePlekken(node: unknown, path = ''): string[] {
  if (node === null || node === undefined) return [path];
  if (Array.isArray(node))
    return node.length === 0
      ? [path]
      : node.flatMap((one, at) => legePlekken(one, `${path}[${at}]`));
  if (typeof node === 'object')
    return Object.entries(node).flatMap(([key, value]) => legePlekken(value, `${path}.${key}`));
  return [];
}

/** The fields of the data that a template asks for at its top level. */
function gevraagd(template: unknown): string[] {
  if (Array.isArray(template)) return template.flatMap(gevraagd);
  if (typeof template === 'string')
    return [...template.matchAll(/\$\{(\w+)/g)].map(([, field]) => field ?? '');
  if (typeof template !== 'object' || template === null) return [];
  const { $data, ...rest } = template as Element;
  // Below `$data` stand the fields of its items.
  return $data === undefined ? Object.values(rest).flatMap(gevraagd) : gevraagd($data);
}
