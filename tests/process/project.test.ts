import { describe, expect, it } from 'vitest';
import {
  all,
  blank,
  emptyProject,
  erases,
  fold,
  GEWIST,
  gewist,
  kind,
  newId,
  one,
  oneEver,
  withdraw,
  type Event,
  type Facts,
  type NewEvent,
  type Texts,
} from '../../src/process/feiten/project.ts';
import { say } from '../../support/gezegd.ts';

const probleem = kind<{ prioriteit: string; van: string }, { tekst: string; plaats: string }>(
  'probleem',
);

/** The events as they would stand in a log. */
const logged = (...events: NewEvent[]): Event[] =>
  events.map((event, at) => ({
    ...event,
    n: at + 1,
    v: 1,
    at: `2027-01-04T09:00:0${at}.000Z`,
    by: `d${at + 1}`,
  }));

const P1 = say(probleem, 'p1', { prioriteit: 'hoog', van: 'd1' }, { tekst: 'Fietsen', plaats: '' });
const wis = (events: number[], velden: string[]) => say(gewist, 'g1', { events, velden }, {});

describe('a project as said so far', () => {
  it('keeps what a later event does not mention', () => {
    const project = fold(
      emptyProject('p'),
      logged(
        P1,
        say(probleem, 'p1', { prioriteit: 'laag' }),
        say(probleem, 'p1', {}, { plaats: 'plein' }),
      ),
    );

    expect(one(project, probleem, 'p1')).toMatchObject({
      facts: { prioriteit: 'laag', van: 'd1' },
      texts: { tekst: 'Fietsen', plaats: 'plein' },
      by: 'd1',
      first: 1,
      rev: 3,
      revs: [1, 3],
      at: '2027-01-04T09:00:00.000Z',
      changedAt: '2027-01-04T09:00:02.000Z',
    });
  });

  it('shows no longer what was withdrawn, until it is said to stand again', () => {
    const events = logged(P1, withdraw(probleem, 'p1'), {
      ...say(probleem, 'p1', {}),
      gone: false,
    });
    const [gone, back] = [2, 3].map((upTo) => fold(emptyProject('p'), events.slice(0, upTo)));

    expect(all(gone!, probleem)).toEqual([]);
    expect(one(gone!, probleem, 'p1')).toBeUndefined();
    expect(oneEver(gone!, probleem, 'p1')?.texts.tekst).toBe('Fietsen');
    expect(all(back!, probleem).map(({ id }) => id)).toEqual(['p1']);
  });

  it('is the same whether it is read at once or event by event, and leaves the older one alone', () => {
    const events = logged(
      P1,
      say(probleem, 'p2', { prioriteit: 'laag', van: 'd2' }, { tekst: 'Lawaai', plaats: '' }),
      withdraw(probleem, 'p1'),
    );
    const older = fold(emptyProject('p'), events.slice(0, 2));
    const step = events.reduce((project, event) => fold(project, [event]), emptyProject('p'));

    expect(step).toEqual(fold(emptyProject('p'), events));
    expect(fold(older, events.slice(2))).toEqual(step);
    expect(all(older, probleem).map(({ id }) => id)).toEqual(['p1', 'p2']);
    expect(fold(older, []).n).toBe(2);
  });

  it('gives each new entry an id of its own', () => {
    const project = fold(emptyProject('p'), logged(P1));
    expect([0, 1, 2].map((nth) => newId(project, 'p', nth))).toEqual(['p2', 'p2x1', 'p2x2']);
  });
});

describe('erasing', () => {
  const events = logged(
    P1,
    say(probleem, 'p1', {}, { tekst: 'Fietsen van Jansen', plaats: 'plein' }),
    say(probleem, 'p2', { prioriteit: 'laag', van: 'd2' }, { tekst: 'Lawaai', plaats: '' }),
    wis([1, 2], ['tekst']),
  );

  it('blanks the fields of those events only, and leaves empty ones empty', () => {
    const project = fold(emptyProject('p'), events);

    expect(one(project, probleem, 'p1')?.texts).toEqual({ tekst: GEWIST, plaats: 'plein' });
    expect(one(project, probleem, 'p2')?.texts).toEqual({ tekst: 'Lawaai', plaats: '' });
    expect(JSON.stringify(blank(events))).not.toContain('Jansen');
  });

  it('may come before what it erases is read, and says that it erases', () => {
    expect(erases(events)).toBe(true);
    expect(erases(events.slice(0, 3))).toBe(false);
    expect(JSON.stringify(blank([events[3]!, events[1]!]))).not.toContain('Jansen');
  });

  it('of a field that was never typed changes nothing', () => {
    const more = logged(P1, wis([1], ['plaats', 'reden']));
    expect(blank(more)[0]?.texts).toEqual({ tekst: 'Fietsen', plaats: '' });
  });

  it('does not reach what is typed afterwards', () => {
    const more = logged(P1, wis([1], ['tekst']), say(probleem, 'p1', {}, { tekst: 'Opnieuw' }));
    expect(one(fold(emptyProject('p'), more), probleem, 'p1')?.texts.tekst).toBe('Opnieuw');
  });
});

describe('an entry that an older program made', () => {
  const regel = kind<{ dag: string; risico: string }, { werkwijze: string; bron: string }>(
    'regel',
    {
      leeg: { facts: { risico: 'geen' }, texts: { bron: '' } },
      was: { facts: { datum: 'dag' }, texts: { aanpak: 'werkwijze', manier: 'werkwijze' } },
    },
  );
  const said = (facts: Facts, texts: Texts): NewEvent => ({
    kind: 'regel',
    id: 'r1',
    facts,
    texts,
  });
  const OUD = said({ datum: '2027-01-04' }, { aanpak: 'Praten' });
  const read = (...events: NewEvent[]) =>
    one(fold(emptyProject('p'), logged(...events)), regel, 'r1');

  it('has what it lacked, and is called as it is called now', () => {
    const found = read(OUD);

    expect(found?.facts).toEqual({ dag: '2027-01-04', risico: 'geen' });
    expect(found?.texts).toEqual({ werkwijze: 'Praten', bron: '' });
  });

  it('keeps its older name only until it is said anew', () => {
    expect(read(OUD, said({}, { werkwijze: 'Bellen' }))?.texts.werkwijze).toBe('Bellen');
    expect(read(said({}, { manier: 'Lopen', aanpak: 'Praten' }))?.texts.werkwijze).toBe('Praten');
  });

  it('is the same one for whoever asks again, and one that lacks nothing is left as it is', () => {
    const whole = said({ dag: '', risico: '' }, { werkwijze: '', bron: '' });
    const project = fold(emptyProject('p'), logged(OUD, { ...whole, id: 'r2' }));

    expect(one(project, regel, 'r1')).toBe(all(project, regel)[0]);
    expect(one(project, regel, 'r2')).toBe(project.entries.get('regel')?.get('r2'));
  });
});
