import { describe, expect, it } from 'vitest';
import type { Lijngrafiek } from '../../src/process/vormen/hoofdstuk.ts';
import { lijngrafiek } from '../../src/tab/tekenen/lijngrafiek.ts';

/** The drawing of these values, a day apart. */
const getekend = (doel: number | null, ...waarden: number[]): string => {
  const punten = waarden.map((waarde, at) => ({ datum: `2027-01-0${at + 1}`, waarde }));
  const figuur: Lijngrafiek = {
    vorm: 'lijngrafiek',
    eenheid: '%',
    lijnen: [{ naam: 'A', punten, doel }],
  };
  return lijngrafiek(figuur, 'Verandering').markup;
};

const hoogten = (markup: string) => [...markup.matchAll(/cy="([^"]*)"/g)].map(([, y]) => Number(y));
const assen = (markup: string) =>
  [...markup.matchAll(/text-anchor="end"\s*>([^<]*)</g)].map(([, tekst]) => tekst);

describe('values over time', () => {
  it('stay within the drawing where they are below zero, each below what is more', () => {
    const markup = getekend(-20, 10, -5, -30, 0);

    const [tien = 0, min5 = 0, min30 = 0, nul = 0] = hoogten(markup);
    expect([tien, nul, min5, min30].every((y) => y >= 10 && y <= 176)).toBe(true);
    expect(tien < nul && nul < min5 && min5 < min30).toBe(true);
    // The line of nothing lies where nothing is, and the scale says how far it goes.
    expect(markup).toContain(`M34 ${nul}H350`);
    expect(assen(markup)).toEqual(['10', '0', '-30', 'ma 4 januari 2027']);
    const [, doel = ''] = /class="doellijn" d="M34 ([\d.]*)H350"/.exec(markup) ?? [];
    expect(Number(doel) > min5 && Number(doel) < min30).toBe(true);
  });

  it('write no two numbers of the scale over each other', () => {
    expect(assen(getekend(null, 100, -1))).toEqual(['100', '-1', 'za 2 januari 2027']);
    expect(assen(getekend(null, -50, -100))).toEqual(['0', '-100', 'za 2 januari 2027']);
    expect(assen(getekend(null, 40, 60))).toEqual(['60', '0', 'za 2 januari 2027']);
  });
});
