import { describe, expect, it } from 'vitest';
import { personalDataIn } from '../../src/process/taal/privacy.ts';

const BSN = 'een burgerservicenummer';
const IBAN = 'een rekeningnummer';
const TELEFOON = 'een telefoonnummer';
const MAIL = 'een e-mailadres';

describe('a text that holds something of a person', () => {
  it.each([
    ['zijn bsn is 111222333', BSN],
    ['bsn 1112.22.333', BSN],
    ['123456782', BSN],
    ['met voorloopnul 010464554', BSN],
    ['bsn zonder voorloopnul 10464554', BSN],
    ['NL91ABNA0417164300', IBAN],
    ['op rekening NL91 ABNA 0417 1643 00 van de broer', IBAN],
    ['nl91abna0417164300', IBAN],
    ['BE68539007547034', IBAN],
    ['DE89 3704 0044 0532 0130 00', IBAN],
    ['bel 0612345678', TELEFOON],
    ['06-12345678', TELEFOON],
    ['06 12 34 56 78', TELEFOON],
    ['+31612345678', TELEFOON],
    ['+31 (0)6 12345678', TELEFOON],
    ['0031 6 12345678', TELEFOON],
    ['+65 6123 4567', TELEFOON],
    ['030-2345678', TELEFOON],
    ['(030) 234 56 78', TELEFOON],
    ['06.12.34.56.78', TELEFOON],
    ['mail jan.jansen+klacht@voorbeeld.nl', MAIL],
    ['jan@post.gemeente.nl.', MAIL],
  ])('is asked about: %s', (text, found) => {
    expect(personalDataIn([text])).toEqual([found]);
  });

  it('is asked about once for each kind, over all fields', () => {
    expect(personalDataIn(['06-12345678', 'en 06-87654321', 'jan@voorbeeld.nl'])).toEqual([
      TELEFOON,
      MAIL,
    ]);
  });
});

describe('a text about the problem', () => {
  it.each([
    '111222334',
    'acht cijfers zonder dat woord: 10464554',
    '000000000',
    'In 2026 kwamen er 142 meldingen over het plein binnen.',
    'Schade in 2026: ongeveer 18.000 euro, dat is 1.250.000,00 in vijf jaar.',
    'Zaaknummer 2027-0114-0001',
    'NL91ABNA0417164301',
    'Tussen 20.00 en 02.00 uur, van 01-02-2027 tot 28-02-2027',
    'op 01-02-2027 10.00 uur',
    'Open van 08.00-12.00 13.00-17.00 en 2027-01-04 09:30',
    'kamer BG12 is altijd vrij voor ons overleg',
    'in wijk NL10 en de buurt eromheen gaat het beter',
    '0800-1234 en 112',
    'Stationsplein 12, 3511 ED',
    'Buslijnen 10, 20, 30, 40 en 50',
    'fietsen @ stalling',
    '@Sanne kijkt hier naar',
    '',
  ])('is not asked about: %s', (text) => {
    expect(personalDataIn([text])).toEqual([]);
  });
});
