import type { Blob } from 'node:buffer';
import type { Stream } from 'node:stream';
import writeExcelFile, { type Row, type Sheet } from 'write-excel-file/node';
import type { Hoofdstuk, Kolom, Tabel } from '../../process/vormen/hoofdstuk.ts';
import { somVan } from '../../process/vormen/hoofdstuk.ts';
import { VERTROUWELIJK, type Stuk } from '../../process/vormen/stuk.ts';
import { ONBEKEND } from '../../process/vormen/waarde.ts';
import { bladnamen } from './bladnaam.ts';
import { cel, formaatVan, tekstCel } from './cellen.ts';
import { toevoegingen, type Toevoeging } from './toevoegingen.ts';

const KOP = { fontWeight: 'bold', backgroundColor: '#E3EEF1', textColor: '#0B4A5F' } as const;

/** Widths in signs: for each part of the table's width, and the least. */
const PER_DEEL = 14;
const MIN_BREEDTE = 9;
const MAX_BREEDTE = 60;

/** Heights in points: of a line, and the most that Excel takes. */
const PUNTEN_PER_REGEL = 15;
const MAX_PUNTEN = 405;

/** Every table of these chapters on a sheet of its own, after a sheet that says what they are. */
export async function tekenExcel(stuk: Stuk): Promise<Uint8Array> {
  const tabellen = stuk.hoofdstukken.flatMap(tabellenVan);
  const [eerste = '', ...namen] = bladnamen(['Overzicht', ...tabellen.map(({ naam }) => naam)]);
  const bladen = tabellen.map(({ tabel }, at) => blad(tabel, namen[at] ?? ''));
  const sheets = [overzicht(stuk, eerste, tabellen, namen), ...bladen.map(({ sheet }) => sheet)];
  const extra = [{ naam: quoted(eerste), filter: '', sommen: new Map() }, ...bladen];
  const bytes = await writeExcelFile(sheets, {
    fontFamily: 'Calibri',
    fontSize: 11,
    features: [toevoegingen(extra)],
  }).toBuffer();
  return new Uint8Array(bytes);
}

interface Benoemd {
  naam: string;
  tabel: Tabel;
}

const tabellenVan = ({ titel, delen }: Hoofdstuk): Benoemd[] =>
  delen.flatMap((deel) =>
    deel.soort === 'tabel' ? [{ naam: deel.kop === '' ? titel : deel.kop, tabel: deel }] : [],
  );

const quoted = (naam: string) => `'${naam.replaceAll("'", "''")}'`;

/** What the file is, its date, and what stands on which sheet. */
function overzicht(
  stuk: Stuk,
  naam: string,
  tabellen: readonly Benoemd[],
  namen: readonly string[],
): Sheet<Stream | Buffer | Blob> {
  const paar = (links: string, rechts: string): Row => [
    { ...tekstCel(links), ...KOP },
    tekstCel(rechts),
  ];
  const data: Row[] = [
    [{ ...tekstCel(stuk.titel), fontWeight: 'bold', fontSize: 16, wrap: false }],
    [{ ...tekstCel(stuk.stand), wrap: false }],
    ...(stuk.isVertrouwelijk
      ? [
          [
            {
              ...tekstCel(VERTROUWELIJK),
              fontWeight: 'bold',
              textColor: '#8A1C1C',
              wrap: false,
            } as const,
          ],
        ]
      : []),
    [],
    ...stuk.kenmerken.map((kenmerk) => paar(kenmerk.naam, kenmerk.waarde)),
    [],
    ...tabellen.map(({ tabel }, at) =>
      paar(namen[at] ?? '', `${tabel.rijen.length} ${tabel.rijen.length === 1 ? 'rij' : 'rijen'}`),
    ),
  ];
  return { sheet: naam, data, columns: [{ width: 34 }, { width: 60 }], orientation: 'landscape' };
}

interface Blad extends Toevoeging {
  sheet: Sheet<Stream | Buffer | Blob>;
}

function blad(tabel: Tabel, naam: string): Blad {
  const { kolommen, rijen, leeg } = tabel;
  const kop = kolommen.map((kolom) => ({ ...tekstCel(kolom.naam), ...KOP }));
  const { rij, sommen } = somRij(tabel);
  const breedtes = kolommen.map(breedteVan);
  const data: Row[] = [
    kop,
    ...rijen.map(({ cellen }) =>
      metHoogte(
        kolommen.map((kolom, at) => cel(cellen[at] ?? null, kolom)),
        breedtes,
      ),
    ),
    ...(rijen.length === 0 ? [[{ ...tekstCel(leeg), wrap: false }]] : []),
    ...rij,
  ];
  const last = `${letter(kolommen.length - 1)}${rijen.length + 1}`;
  return {
    naam: quoted(naam),
    filter: rijen.length === 0 ? '' : `A1:${last}`,
    sommen,
    sheet: {
      sheet: naam,
      data,
      orientation: 'landscape',
      stickyRowsCount: 1,
      columns: breedtes.map((width) => ({ width })),
    },
  };
}

const breedteVan = ({ breedte, naam }: Kolom): number =>
  Math.min(MAX_BREEDTE, Math.max(MIN_BREEDTE, naam.length + 4, Math.round(breedte * PER_DEEL)));

/** Excel makes a row as high as its text when it opens a file, but other programs do not: their lines would overlap. */
function metHoogte(row: Row, breedtes: readonly number[]): Row {
  const lines = row.map((cell, at) => {
    const value = (cell as { value?: unknown } | null)?.value;
    if (typeof value !== 'string') return 1;
    // Words that do not fit leave part of a line empty.
    const signs = Math.max(1, (breedtes[at] ?? MIN_BREEDTE) - 3);
    return value
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / signs)), 0);
  });
  const height = Math.min(MAX_PUNTEN, Math.max(1, ...lines) * PUNTEN_PER_REGEL);
  return row.map((cell) => (cell ? { ...(cell as object), height } : cell));
}

/** Sums follow the filter: hidden rows are not added up. Below them stands in how many rows the value is not known. */
function somRij(tabel: Tabel): { rij: Row[]; sommen: Map<string, number> } {
  const { kolommen, rijen } = tabel;
  const sommen = new Map<string, number>();
  if (rijen.length === 0 || !kolommen.some(({ isSom }) => isSom)) return { rij: [], sommen };
  const last = rijen.length + 1;
  const totaal: Row = kolommen.map(({ isSom, vorm }, at) => {
    if (!isSom) return at === 0 ? { ...tekstCel('Totaal'), ...KOP } : { ...KOP, value: '' };
    const { bekend, onbekend } = somVan(tabel, at);
    // A formula would make it 0.
    if (onbekend === rijen.length) return { ...tekstCel(ONBEKEND), ...KOP };
    sommen.set(`${letter(at)}${last + 1}`, bekend);
    const value = `SUBTOTAL(109,${letter(at)}2:${letter(at)}${last})`;
    return { ...KOP, type: 'Formula', value, format: formaatVan(vorm, bekend) };
  });
  return { rij: [totaal, ...nietBekend(tabel)], sommen };
}

function nietBekend(tabel: Tabel): Row[] {
  const row: Row = tabel.kolommen.map(({ isSom }, at) => {
    const { onbekend } = isSom ? somVan(tabel, at) : { onbekend: 0 };
    return onbekend === 0 || onbekend === tabel.rijen.length
      ? null
      : tekstCel(`bij ${onbekend} ${ONBEKEND}`);
  });
  return row.some((gevuld) => gevuld !== null) ? [row] : [];
}

/** `A`, `B`, … `AA` */
const letter = (at: number): string =>
  at < 26
    ? String.fromCharCode(65 + at)
    : `${letter(Math.floor(at / 26) - 1)}${String.fromCharCode(65 + (at % 26))}`;
