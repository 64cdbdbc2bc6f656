import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { Kolom, Tabel } from '../../process/vormen/hoofdstuk.ts';
import { somTekst, waardeTekst } from '../../process/vormen/waarde.ts';
import { breedtes } from './breedtes.ts';
import { KLEUR, STIJL } from './stijl.ts';
import { alinea, runs } from './tekst.ts';

const LIJN = { style: BorderStyle.SINGLE, size: 4, color: KLEUR.lijn };
const RANDEN = {
  top: LIJN,
  bottom: LIJN,
  left: LIJN,
  right: LIJN,
  insideHorizontal: LIJN,
  insideVertical: LIJN,
};
const MARGES = { top: 50, bottom: 50, left: 90, right: 90 };

/** A table over the whole width (twips), with its sums and a header row that is repeated on each page. */
export function wordTabel(tabel: Tabel, breedte: number): Table {
  const { kolommen, rijen } = tabel;
  const widths = breedtes(tabel, breedte);
  return opmaak(widths, [
    kopRij(
      kolommen.map(({ naam }) => naam),
      widths,
    ),
    ...rijen.map(
      ({ cellen }) =>
        new TableRow({
          cantSplit: true,
          children: kolommen.map((kolom, at) =>
            cel(waardeTekst(cellen[at] ?? null, kolom.vorm), widths[at] ?? 0, kolom),
          ),
        }),
    ),
    ...(kolommen.some(({ isSom }) => isSom) && rijen.length > 0 ? [somRij(tabel, widths)] : []),
  ]);
}

/** Names on the left, their values on the right. */
export function kenmerkenTabel(
  paren: readonly { naam: string; waarde: string }[],
  breedte: number,
): Table {
  const widths = [Math.round(breedte * 0.28), breedte - Math.round(breedte * 0.28)];
  return opmaak(
    widths,
    paren.map(
      ({ naam, waarde }) =>
        new TableRow({
          cantSplit: true,
          children: [kopCel(naam, widths[0] ?? 0), cel(waarde, widths[1] ?? 0)],
        }),
    ),
    true,
  );
}

const opmaak = (widths: number[], rows: TableRow[], firstColumn = false) =>
  new Table({
    rows,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: RANDEN,
    margins: MARGES,
    // What a screen reader takes as headers.
    tableLook: { firstRow: !firstColumn, firstColumn },
  });

const kopRij = (names: readonly string[], widths: readonly number[]) =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: names.map((naam, at) => kopCel(naam, widths[at] ?? 0)),
  });

const kopCel = (naam: string, width: number) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: KLEUR.vlak },
    children: [alinea(naam, { style: STIJL.celKop })],
  });

function cel(tekst: string, width: number, kolom?: Kolom): TableCell {
  const isGetal = kolom?.vorm === 'bedrag' || kolom?.vorm === 'getal';
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: [
      alinea(tekst, { style: STIJL.cel, ...(isGetal && { alignment: AlignmentType.RIGHT }) }),
    ],
  });
}

/** What is known, and in how many rows it is not. */
function somRij(tabel: Tabel, widths: readonly number[]): TableRow {
  const children = tabel.kolommen.map((kolom, at) => {
    const tekst = kolom.isSom ? somTekst(tabel, at) : at === 0 ? 'Totaal' : '';
    return new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      shading: { type: ShadingType.CLEAR, color: 'auto', fill: KLEUR.vlak },
      children: [
        new Paragraph({
          style: STIJL.cel,
          ...(kolom.isSom && { alignment: AlignmentType.RIGHT }),
          children: runs(tekst, { bold: true }),
        }),
      ],
    });
  });
  return new TableRow({ cantSplit: true, children });
}
