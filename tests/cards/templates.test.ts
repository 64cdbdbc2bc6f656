import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { drawCard, type Name } from '../../src/teams/cards/cards.ts';
import { fouten, isAlleenTeams, liveFouten, meldingen } from './geldig.ts';
import { CONTEXT } from '../../support/getekend/kaarten.ts';
import { elementen, isInput, knoppen, type Element } from './kaarten.ts';

const FOLDER = new URL('../../cards/', import.meta.url);
const json = (name: string) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Element;
const names = readdirSync(FOLDER)
  .filter((name) => !name.endsWith('.sample.json'))
  .map((name) => name.replace(/\.json$/, '') as Name);

const draw = (name: Name) => drawCard(name, json(`${name}.sample.json`), CONTEXT);

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

it.each(names)('the card %s is as valid without what only Teams can draw', (name) => {
  const card = drawCard(name, json(`${name}.sample.json`), { ...CONTEXT, cards: 'gewoon' });

  expect(fouten(card)).toEqual([]);
  expect(meldingen(card)).toEqual([]);
  expect(elementen(card).filter(isAlleenTeams)).toEqual([]);
  expect(knoppen(card)).toEqual(knoppen(draw(name)));
});

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

describe('what only Teams has', () => {
  const terugval = (text: string) => ({ type: 'TextBlock', text, wrap: true });
  const wrong = (...items: Element[]) =>
    fouten({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Container', items }] });
  const badge = { type: 'Badge', text: 'nog 2 dagen' };
  const balk = { type: 'ProgressBar', value: 1, max: 2, fallback: terugval('De helft') };

  it('has a fallback of what every client has, that says the same', () => {
    expect(wrong({ ...badge, fallback: terugval('nog 2 dagen') })).toEqual([]);
    expect(wrong(badge)).not.toEqual([]);
    expect(wrong({ ...badge, fallback: 'drop' })).not.toEqual([]);
    expect(wrong({ ...badge, fallback: terugval('morgen') })).not.toEqual([]);
    expect(wrong({ ...badge, fallback: { ...badge, fallback: terugval('') } })).not.toEqual([]);
    expect(wrong({ ...badge, fallback: { ...terugval('nog 2 dagen'), wrpa: 1 } })).not.toEqual([]);
  });

  it('is a bar only beside the text that says how far it is', () => {
    expect(wrong(terugval('1 van de 2'), balk)).toEqual([]);
    expect(wrong(balk)).not.toEqual([]);
  });
});

describe('the buttons of a card', () => {
  const knop = (title: string, rest: Element = {}) => ({
    type: 'Action.Submit',
    title,
    data: { _: {} },
    ...rest,
  });
  const kaart = (...actions: Element[]) => ({
    type: 'AdaptiveCard',
    version: '1.5',
    lang: 'nl',
    speak: 'Wat vind jij?',
    body: [{ type: 'TextBlock', text: 'Wat vind jij?', style: 'heading' }],
    actions,
  });
  const aan = { style: 'positive', mode: 'primary' };
  const open = { mode: 'primary' };
  const dicht = { mode: 'secondary' };

  it('are six at most, and one of them at most asks to be pressed', () => {
    const zes = ['A', 'B', 'C', 'D', 'E', 'F'].map((title) => knop(title));
    expect(fouten(kaart(...zes))).toEqual([]);
    expect(fouten(kaart(...zes, knop('G')))).not.toEqual([]);
    expect(fouten(kaart(knop('A', aan), knop('B', aan)))).not.toEqual([]);
  });

  it('on a live card begin with that one, show three, and fold the others', () => {
    expect(liveFouten(kaart(knop('A', aan), knop('B', open)))).toEqual([]);
    expect(liveFouten(kaart())).toEqual([]);
    expect(liveFouten(kaart(knop('A', open), knop('B', aan)))).not.toEqual([]);
    const drie = ['A', 'B', 'C'].map((title) => knop(title, open));
    expect(liveFouten(kaart(...drie, knop('D', dicht)))).toEqual([]);
    expect(liveFouten(kaart(...drie, knop('D', open)))).not.toEqual([]);
    expect(liveFouten(kaart(knop('A', dicht), ...drie))).not.toEqual([]);
    expect(liveFouten(kaart(knop('A')))).not.toEqual([]);
  });
});

it('finds a live card that nobody can hear, or that asks nothing', () => {
  const kop = { type: 'TextBlock', text: 'Wat vind jij?', style: 'heading' };
  const goed = { lang: 'nl', speak: 'Wat vind jij?', body: [kop] };
  expect(liveFouten(goed)).toEqual([]);
  expect(liveFouten({ ...goed, lang: 'en' })).not.toEqual([]);
  expect(liveFouten({ ...goed, speak: ' ' })).not.toEqual([]);
  expect(liveFouten({ ...goed, body: [] })).not.toEqual([]);
  expect(liveFouten({ ...goed, body: [kop, { type: 'Input.Text' }] })).not.toEqual([]);
});

it('draws the live card right as a live card', () => {
  expect(liveFouten(draw('stap'))).toEqual([]);
});

it('has one card for all steps, and cards for everything else a person gets, each with its sample', () => {
  expect([...names].sort()).toEqual(['bericht', 'email', 'formulier', 'lijst', 'stap']);
  expect(() => names.map(draw)).not.toThrow();
});

it('gives every input of a form a label, and every button a verb that exists', () => {
  for (const name of names) {
    const card = draw(name);

    for (const input of elementen(card).filter(isInput))
      expect(input['label'] ?? input['title']).toBeTruthy();
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
    return [...template.matchAll(/\$\{(?:count\()?(\w+)/g)].map(([, field]) => field ?? '');
  if (typeof template !== 'object' || template === null) return [];
  const { $data, ...rest } = template as Element;
  // Below `$data` stand the fields of its items.
  return $data === undefined ? Object.values(rest).flatMap(gevraagd) : gevraagd($data);
}
