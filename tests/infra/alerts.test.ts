import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SIGNALS } from '../../src/log/signals.ts';
import type { Pulse } from '../../src/delivery/deliver.ts';
import { changed, files, type Files } from './bicep.ts';
import { deployed } from './deployed.ts';
import { properties, resources } from './shape.ts';
import { variableIn } from './values.ts';

const ALERTS = 'modules/alerts.bicep';

interface Question {
  id: string;
  heading: string;
  every: string;
  back: string;
  query: string;
}

const questionsIn = (all: Files) =>
  variableIn(
    deployed('production', {}, all).modules.get('alerts')!,
    'questions',
  ) as unknown as Question[];

const questions = questionsIn(files);

/** The words of log lines that a query asks for. */
const askedFor = (all: Files) =>
  questionsIn(all).flatMap(({ query }) =>
    [...query.matchAll(/\bmsg == "([^"]*)"/g)].map(([, word = '']) => word),
  );

const strange = (all: Files) =>
  askedFor(all).filter((word) => !(Object.values(SIGNALS) as string[]).includes(word));

describe('alarms', () => {
  it('ask for lines that the program writes, and for every one that must be seen [risk R50]', () => {
    const seen = [SIGNALS.pulse, SIGNALS.deadLetter, SIGNALS.refused, SIGNALS.failed];

    expect(strange(files)).toEqual([]);
    expect(questions.every(({ query }) => /\bmsg == "/.test(query))).toBe(true);
    expect(askedFor(files)).toEqual(
      expect.arrayContaining([...seen, SIGNALS.backedUp, SIGNALS.notBackedUp]),
    );
  });

  it('are missed when a word is misspelt', () => {
    const misspelt = changed(ALERTS, 'msg == "dead letter"', 'msg == "dead leter"');

    expect(strange(misspelt)).toEqual(['dead leter']);
  });

  it('ask for what stands in those lines', () => {
    const inPulse = 'overdueMs' satisfies keyof Pulse;
    const fields = questions.flatMap(({ query }) =>
      [...query.matchAll(/\bline\.(\w+)/g)].map(([, field]) => field),
    );

    expect(new Set(fields)).toEqual(new Set(['msg', inPulse, 'status']));
  });

  it('are for work that waits longer than five minutes, and for 21 strangers in five minutes', () => {
    const ofId = (id: string) => questions.find((question) => question.id === id)?.query;

    expect(ofId('overdue')).toContain('tolong(line.overdueMs) > 300000');
    expect(ofId('refused')).toMatch(/toint\(line\.status\) == 401 .* 5m\) \| where times > 20$/);
    expect(ofId('no-backup')).toContain('last < ago(26h)');
  });

  it('say in which part of the page for administrators is what to do', () => {
    const rules = resources(files.get(ALERTS)!).filter(({ type }) => /alerts$|rules/i.test(type));
    const texts = rules.map(({ body }) => properties(body.get('properties')!).get('description'));

    expect(texts.map((text) => text?.text)).toEqual([
      `'Wat te doen: docs/beheer.md, "Niet gereed".'`,
      `'Wat te doen: docs/beheer.md, "\${question.heading}".'`,
    ]);
    expect(new Set(questions.map(({ heading }) => heading))).toEqual(
      new Set([
        ...['Geen hartslag', 'Momenten te laat', 'Veel geweigerd', 'Onbestelbaar', 'Fouten'],
        'Geen reservekopie',
      ]),
    );
  });

  it('name parts that are in the page for administrators', () => {
    const page = readFileSync(new URL('../../docs/beheer.md', import.meta.url), 'utf8');
    const headings = [...questions.map(({ heading }) => heading), 'Niet gereed', 'Kosten'];
    expect(headings.filter((heading) => !page.includes(`\n## ${heading}\n`))).toEqual([]);
  });

  it('ask the table in which App Service puts what a program writes', () => {
    for (const { query } of questions) expect(query).toMatch(/^AppServiceConsoleLogs \| /);
  });

  it('look back further than they are asked, since a line takes minutes to arrive', () => {
    const minutes = (time: string) => {
      const [, count = '', unit = ''] = /^PT?(\d+)([MHD])$/.exec(time) ?? [];
      return Number(count) * { M: 1, H: 60, D: 1440 }[unit]!;
    };

    for (const { every, back } of questions)
      expect(minutes(back)).toBeGreaterThanOrEqual(2 * minutes(every));
  });

  it('have each a name of their own', () => {
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  });

  it('all go to the people who look after it', () => {
    const rules = resources(files.get(ALERTS)!).filter(({ type }) => /alerts|rules/i.test(type));

    expect(rules).toHaveLength(2);
    for (const { body } of rules) expect(body.get('properties')?.text).toContain('people.id');
  });
});
