import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { isVanDeGroep, wissingenVoor } from '../../src/process/feiten/persoonlijk.ts';
import { kortweg } from '../../src/process/taal/tekst.ts';
import { iedereen, whoIs } from '../../src/process/feiten/deelnemers.ts';
import {
  blank,
  emptyProject,
  fold,
  GEWIST,
  persoonGewist,
  type Event,
  type NewEvent,
} from '../../src/process/feiten/project.ts';

const IDENTITY = { tenant: 'gemeente', oid: 'oid-lotte', teamsId: '29:lotte' };
const persoon = (
  naam: string,
  organisatie: string,
  identities: readonly (typeof IDENTITY)[] = [IDENTITY],
) => ({
  facts: { rol: 'deelnemer', status: 'lid', identities, partner: '', opvolger: '', extern: false },
  texts: { naam, organisatie, functie: '', account: naam.toLowerCase().replace(' ', '.') },
});

/** A log of these, with Lotte (d1), Bram (d2) and Anke, who has no Teams (d3). */
const logboek = (...said: readonly Partial<Event>[]): Event[] =>
  [
    { id: 'd1', by: 'd1', kind: 'deelnemer', ...persoon('Lotte Visser', 'De Spil') },
    {
      ...{ id: 'd2', by: 'd2', kind: 'deelnemer' },
      ...persoon('Bram Jansen', 'Politie', [{ ...IDENTITY, oid: 'oid-bram', teamsId: '29:bram' }]),
    },
    { id: 'd3', by: 'd1', kind: 'deelnemer', ...persoon('Anke Smit', 'Buurt', []) },
    ...said,
  ].map((event, at) => ({
    ...{ n: at + 1, v: 1, at: '2027-01-04T09:00:00.000Z', by: 'd2', id: 'x', kind: 'probleem' },
    ...event,
  })) as Event[];

function gewist(events: readonly Event[], wie = 'd1'): Event[] {
  const said: NewEvent = {
    kind: persoonGewist.name,
    id: `g${wie}`,
    facts: { wie, delen: wissingenVoor(events, wie).map((deel) => ({ ...deel })) },
  };
  const last = { ...said, n: events.length + 1, v: 1, at: events[0]!.at, by: 'd2' };
  return [...blank([...events, last])];
}

const tekstenNa = (...said: readonly Partial<Event>[]) =>
  gewist(logboek(...said))
    .slice(3, -1)
    .map(({ texts }) => texts);

describe('what goes with a person', () => {
  it('is what an older log called a group of problems after theirs too, cut or not; not what was typed', () => {
    for (const tekst of ['Kanarie.', 'Kanarie op de stoep bij de kiosk. '.repeat(5).trim()]) {
      const groep = { kind: 'cluster', facts: { problemen: ['p1', 'p2'] } };
      const [, kopie, eigen] = tekstenNa(
        { id: 'p1', by: 'd1', texts: { omschrijving: tekst } },
        { ...groep, id: 'cl1', texts: { naam: kortweg(tekst) } },
        { ...groep, id: 'cl2', texts: { naam: 'Vogels' } },
      );
      expect([kopie, eigen]).toEqual([{ naam: GEWIST }, { naam: 'Vogels' }]);
    }
  });

  it('is, of every kind there is, what they wrote and what is theirs, unless it is of the group [Z5]', () => {
    const soorten = [...planner.verloop.keys(), 'een kind van later'].filter(
      (soort) => !['deelnemer', 'gewist', 'persoongewist'].includes(soort),
    );
    expect(soorten.length).toBeGreaterThan(30);
    for (const soort of soorten) {
      const [door, van] = tekstenNa(
        { kind: soort, id: 'a', by: 'd1', texts: { veld: 'kanarie', leeg: '' } },
        { kind: soort, id: 'b', by: 'd2', facts: { van: 'd1' }, texts: { veld: 'kanarie' } },
      );
      const na = isVanDeGroep(soort) ? 'kanarie' : GEWIST;
      expect([soort, door, van]).toEqual([soort, { veld: na, leeg: '' }, { veld: na }]);
    }
  });

  it('is every version of it, and what they changed in that of another; not what a partner without Teams had them write', () => {
    const [eerst, later, vanBram, aangepast, vanAnke] = tekstenNa(
      { id: 'a', by: 'd1', texts: { veld: 'eerst' } },
      { id: 'a', by: 'd2', texts: { veld: 'door een ander verbeterd' } },
      { id: 'b', by: 'd2', facts: { van: 'd2' }, texts: { veld: 'van Bram' } },
      { id: 'b', by: 'd1', texts: { veld: 'aangevuld' } },
      { id: 'c', by: 'd1', facts: { van: 'd3' }, texts: { veld: 'van Anke' } },
    );
    expect([eerst, later, aangepast]).toEqual([
      { veld: GEWIST },
      { veld: GEWIST },
      { veld: GEWIST },
    ]);
    expect([vanBram, vanAnke]).toEqual([{ veld: 'van Bram' }, { veld: 'van Anke' }]);
  });

  it('is their name in any text of another, however it was typed, and no longer name that only begins so', () => {
    const anders = fc.constantFrom(
      ...[
        'Lotte Visser',
        'LOTTE  VISSER',
        'lotte\u00a0visser',
        '(Lotte Visser)',
        'lotte.visser@x.nl',
      ],
    );
    fc.assert(
      fc.property(
        anders,
        fc.constantFrom('', 'Bel '),
        fc.constantFrom('', ', a.u.b.'),
        (naam, v, n) => {
          const [met] = tekstenNa({
            kind: 'afspraak',
            texts: { wat: `${v}${naam}${n}`, ook: 'blijft' },
          });
          expect(met).toEqual({ wat: GEWIST, ook: 'blijft' });
        },
      ),
    );
    const [geen] = tekstenNa({
      kind: 'afspraak',
      texts: { wat: 'Bel Lotte Vissersma of Charlotte Visser.' },
    });
    expect(geen).toEqual({ wat: 'Bel Lotte Vissersma of Charlotte Visser.' });
  });

  it('is what they wrote where it was taken over word for word; few words only where it is about the same', () => {
    const zin = 'Straatcoaches zijn vier avonden per week buiten.';
    const [, matrix, , zelfde, ander] = tekstenNa(
      { kind: 'maatregel', id: 'm1', by: 'd1', texts: { omschrijving: zin } },
      { kind: 'regel', id: 'r1', texts: { wat: `${zin} En meer.` } },
      { kind: 'maatregel', id: 'm2', by: 'd1', texts: { omschrijving: 'Extra licht' } },
      { kind: 'regel', id: 'r2', facts: { maatregel: 'm2' }, texts: { wat: 'Extra licht' } },
      { kind: 'regel', id: 'r3', facts: { maatregel: 'm9' }, texts: { wat: 'Extra licht' } },
    );
    expect([matrix, zelfde, ander]).toEqual([
      { wat: GEWIST },
      { wat: GEWIST },
      { wat: 'Extra licht' },
    ]);
  });

  it('is who they are: nobody is bound to them, and they are somebody of an organisatie only while others are', () => {
    const alleen = gewist(logboek());
    expect(JSON.stringify(alleen)).not.toMatch(/lotte|De Spil/i);
    const samen = gewist(logboek({ kind: 'deelnemer', id: 'd4', ...persoon('Ed', 'de spil', []) }));
    const project = fold(emptyProject('p'), samen);
    expect(whoIs(project, IDENTITY)).toBeUndefined();
    expect(
      iedereen(project).map(({ naam, voluit, organisatie }) => [naam, voluit, organisatie]),
    ).toEqual([
      ['iemand', 'iemand', 'De Spil'],
      ['Bram Jansen', 'Bram Jansen (Politie)', 'Politie'],
      ['Anke Smit', 'Anke Smit (Buurt)', 'Buurt'],
      ['Ed', 'Ed (De Spil)', 'De Spil'],
    ]);
  });

  it('is also what of them was said later without a word: another id, another role, gone and back', () => {
    const later = fc.array(
      fc.constantFrom<Partial<Event>>(
        { facts: { identities: [{ ...IDENTITY, teamsId: '29:lotte-opnieuw' }] } },
        { facts: { rol: 'plaatsvervanger' } },
        { facts: { status: 'vertrokken' } },
        { facts: { status: 'lid', identities: [{ ...IDENTITY, oid: 'oid-lotte-2' }] } },
        { texts: { naam: 'Lotte de Visser' } },
      ),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(later, (over) => {
        const events = logboek(
          ...over.map((een) => ({ ...een, kind: 'deelnemer', id: 'd1', by: 'klok' })),
          { kind: 'afspraak', id: 'a', texts: { wat: 'blijft' } },
        );
        const na = gewist(events);
        expect(JSON.stringify(na)).not.toMatch(/lotte/i);
        const { facts } = fold(emptyProject('p'), na).entries.get('deelnemer')!.get('d1')!;
        expect(facts).toMatchObject({ identities: [], status: 'weg', rol: 'deelnemer' });
        // What says nothing of them is left alone.
        expect(wissingenVoor(events, 'd1').flatMap((deel) => deel.events)).not.toContain(
          events.length,
        );
      }),
      { seed: 2027 },
    );
  });

  it('leaves no other name when several people were erased', () => {
    const project = fold(emptyProject('p'), gewist(gewist(logboek()), 'd2'));
    expect(iedereen(project).map(({ naam }) => naam)).toEqual(['iemand', 'iemand', 'Anke Smit']);
  });
});
