import { usualDeadline } from '../../src/process/kalender/dagen.ts';
import { describe, expect, it } from 'vitest';
import {
  dateOf,
  dateText,
  dayText,
  deadlineText,
  instantText,
  isDate,
  isTime,
  localOf,
  momentText,
  plusDays,
  plusMs,
  timeText,
  utcOf,
} from '../../src/process/taal/time.ts';

describe('a deadline in local time', () => {
  it.each([
    ['an ordinary winter day', '2027-01-14', '17:00', '2027-01-14T16:00:00.000Z'],
    ['an ordinary summer day', '2027-07-15', '17:00', '2027-07-15T15:00:00.000Z'],
    ['just before the clock goes forward', '2027-03-28', '01:59', '2027-03-28T00:59:00.000Z'],
    ['the hour that does not exist', '2027-03-28', '02:30', '2027-03-28T01:30:00.000Z'],
    ['just after the clock went forward', '2027-03-28', '03:00', '2027-03-28T01:00:00.000Z'],
    ['the evening of that day', '2027-03-28', '17:00', '2027-03-28T15:00:00.000Z'],
    ['the hour that comes twice: the last', '2027-10-31', '02:30', '2027-10-31T01:30:00.000Z'],
    ['just after the clock went back', '2027-10-31', '03:00', '2027-10-31T02:00:00.000Z'],
    ['the evening of that day', '2027-10-31', '17:00', '2027-10-31T16:00:00.000Z'],
    ['the last minute of the year', '2027-12-31', '23:59', '2027-12-31T22:59:00.000Z'],
  ])('is one moment on %s', (_what, datum, tijd, utc) => {
    expect(utcOf({ datum, tijd })).toBe(utc);
  });

  it.each(['2027-01-14T16:00:00.000Z', '2027-07-15T15:00:00.000Z', '2027-10-31T01:30:00.000Z'])(
    'reads back as it was agreed: %s',
    (utc) => {
      expect(utcOf(localOf(utc))).toBe(utc);
    },
  );

  it('never lies before the wall time that the group agreed on, on any day of 2027', () => {
    for (let day = 0; day < 365; day++) {
      const datum = plusDays('2027-01-01', { days: day });
      for (const tijd of ['00:00', '02:30', '17:00']) {
        const back = localOf(utcOf({ datum, tijd }));
        expect(`${back.datum} ${back.tijd}` >= `${datum} ${tijd}`).toBe(true);
      }
    }
  });

  it('is proposed for 17.00 on the first Thursday three weeks or more ahead', () => {
    const WEEKDAYS = ['04', '05', '06', '07', '08', '09', '10'];
    const proposed = WEEKDAYS.map((day) => usualDeadline(`2027-01-${day}`, 'lustrum'));
    expect(proposed.map(({ datum }) => datum)).toEqual([
      ...Array<string>(4).fill('2027-01-28'),
      ...Array<string>(3).fill('2027-02-04'),
    ]);
    expect(new Set(proposed.map(({ tijd }) => tijd))).toEqual(new Set(['17:00']));
  });

  it('keeps its wall time when the clock changes on the way', () => {
    const { datum, tijd } = usualDeadline('2027-03-08', 'lustrum');
    expect(datum).toBe('2027-04-01');
    expect(utcOf({ datum, tijd })).toBe('2027-04-01T15:00:00.000Z');
  });
});

const NU = '2027-01-04T09:00:00.000Z';

describe('what people read', () => {
  it.each([
    [dayText('2027-01-14', NU), 'do 14 januari'],
    [dayText('2027-03-01', '2027-01-04'), 'ma 1 maart'],
    [dateText('2027-06-30'), '30 juni 2027'],
    [timeText('09:05'), '09.05 uur'],
    [dayText('2028-01-14', NU), 'vr 14 januari 2028'],
    [dayText('2026-12-31', '2026-12-31T23:30:00.000Z'), 'do 31 december 2026'],
    [deadlineText({ datum: '2027-01-14', tijd: '00:00' }, NU), 'het einde van wo 13 januari'],
    [deadlineText({ datum: '2027-01-01', tijd: '00:00' }, NU), 'het einde van do 31 december 2026'],
    [deadlineText({ datum: '2027-01-14', tijd: '00:01' }, NU), 'do 14 januari, 00.01 uur'],
    [momentText({ datum: '2027-02-11', tijd: '17:00' }, NU), 'do 11 februari, 17.00 uur'],
    [instantText('2027-07-15T15:00:00.000Z', NU), 'do 15 juli, 17.00 uur'],
    [instantText('2027-12-31T23:30:00.000Z', NU), 'za 1 januari 2028, 00.30 uur'],
    [dateOf('2027-06-30T22:30:00.000Z'), '2027-07-01'],
  ])('is plain Dutch: %s', (read, expected) => {
    expect(read).toBe(expected);
  });
});

describe('what cards send', () => {
  it.each(['2027-01-01', '2028-02-29', '1999-12-31'])('takes the date %s', (text) => {
    expect(isDate(text)).toBe(true);
  });

  it.each([
    '2027-02-29',
    '2027-13-01',
    '2027-00-10',
    '2027-04-31',
    '14-01-2027',
    '14 januari',
    '2027-1-4',
    '2027-01-14T10:00',
    '',
    'morgen',
  ])('takes no date like "%s"', (text) => {
    expect(isDate(text)).toBe(false);
  });

  it.each([
    ['00:00', true],
    ['23:59', true],
    ['17:00', true],
    ['24:00', false],
    ['17.00', false],
    ['9:00', false],
    ['17:60', false],
    ['', false],
  ])('tells of the time "%s" whether it exists: %s', (text, isRight) => {
    expect(isTime(text)).toBe(isRight);
  });
});

it('adds days by the calendar and milliseconds by the clock', () => {
  expect(plusDays('2027-01-31', { months: 1 })).toBe('2027-02-28');
  expect(plusDays('2028-02-29', { years: 1 })).toBe('2029-02-28');
  expect(plusDays('2027-12-27', { weeks: 1 })).toBe('2028-01-03');
  expect(plusMs('2027-03-28T00:59:59.500Z', 500)).toBe('2027-03-28T01:00:00.000Z');
});
