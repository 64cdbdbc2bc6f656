import { describe, expect, it } from 'vitest';
import {
  blank,
  emptyProject,
  fold,
  GEWIST,
  gewist,
  kind,
  one,
  type Event,
  type NewEvent,
} from '../../src/process/feiten/project.ts';
import { renames, versionsOf } from '../../src/process/feiten/versies.ts';
import { say } from '../../support/gezegd.ts';

/** At first `aanpak`, of a colour; then `werkwijze`; now without a colour, and with a risk. */
const VERSIES = versionsOf([
  renames('regel', { facts: { dag: 'datum' }, texts: { aanpak: 'werkwijze' } }),
  (event) => {
    if (event.kind !== 'regel') return event;
    const { kleur: _kleur, ...facts } = event.facts ?? {};
    return { ...event, facts: { risico: 'onbekend', ...facts } };
  },
]);
const regel = kind<{ datum: string; risico: string }, { werkwijze: string }>('regel');

const inLog = (v: number, n: number, event: NewEvent): Event => ({
  ...{ n, v, at: '2027-01-04T09:00:00.000Z', by: 'd1' },
  ...event,
});
const R1 = { kind: 'regel', id: 'r1' };
const OUD = inLog(1, 1, {
  ...{ ...R1, facts: { dag: '2027-01-04', kleur: 'groen' } },
  texts: { aanpak: 'Praten' },
});
const MIDDEN = inLog(2, 1, {
  ...{ ...R1, facts: { datum: '2027-01-04', kleur: 'groen' } },
  texts: { werkwijze: 'Praten' },
});
const NU = inLog(3, 1, {
  ...{ ...R1, facts: { datum: '2027-01-04', risico: 'onbekend' } },
  texts: { werkwijze: 'Praten' },
});

describe('an event of an older version', () => {
  it('is read as one of now, whichever version it is of', () => {
    expect(VERSIES.now).toBe(3);
    expect(VERSIES.current(OUD)).toEqual(NU);
    expect(VERSIES.current(MIDDEN)).toEqual(NU);
    expect(VERSIES.current(NU)).toBe(NU);
  });

  it('about something else goes through every step as it is', () => {
    const anders = inLog(1, 1, { kind: 'doel', id: 'd1', texts: { aanpak: 'Praten' } });
    expect(VERSIES.current(anders)).toEqual({ ...anders, v: 3 });
  });

  it.each([4, 99, 0, NaN])('of version %d is not read: its shape is not known here', (v) => {
    expect(() => VERSIES.current({ ...NU, v })).toThrow(`event of version ${v}`);
  });

  it.each([
    ['the older', 1, 'aanpak'],
    ['the new', 3, 'werkwijze'],
  ])('stays erased when it was erased under %s name of its field', (_naam, v, veld) => {
    const wis = inLog(v, 2, say(gewist, 'g1', { events: [1], velden: [veld] }));
    const events = blank([OUD, wis].map(VERSIES.current));

    expect(JSON.stringify(events)).not.toContain('Praten');
    expect(one(fold(emptyProject('p'), events), regel, 'r1')?.texts.werkwijze).toBe(GEWIST);
  });
});
