import type { Blob } from 'node:buffer';
import type { Stream } from 'node:stream';
import type { Feature } from 'write-excel-file/node';

/** What one sheet needs beside its cells. */
export interface Toevoeging {
  /** The name of the sheet as in formulas: `'Kosten'`. */
  naam: string;
  /** `A1:F12`; empty for none. */
  filter: string;
  /** The value of each cell with a sum: Protected View shows nothing for a formula that was never computed. */
  sommen: ReadonlyMap<string, number>;
}

/**
 * Adds what the library leaves out: filters, a width of one page, header rows on each printed page, and computed sums.
 * Its own texts are escaped already; only our formulas are in `<f>`.
 */
export const toevoegingen = (bladen: readonly Toevoeging[]): Feature<Stream | Buffer | Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _options, { sheetIndex }) => {
          const blad = bladen[sheetIndex];
          return blad ? metSommen(eenBladBreed(metFilter(xml, blad)), blad) : xml;
        },
      },
      'xl/workbook.xml': {
        transform: (xml) =>
          xml.replace(/<definedNames\s*\/>/, () => `<definedNames>${names(bladen)}</definedNames>`),
      },
    },
  },
});

const metFilter = (xml: string, { filter }: Toevoeging) =>
  filter === '' ? xml : xml.replace('</sheetData>', `</sheetData><autoFilter ref="${filter}"/>`);

const eenBladBreed = (xml: string) =>
  xml
    .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ');

const metSommen = (xml: string, { sommen }: Toevoeging) =>
  xml.replace(
    /(<c r="([A-Z]+\d+)"[^>]*>)(<f>[^<]*<\/f>)/g,
    (_all, open: string, cell: string, formula: string) =>
      `${open}${formula}<v>${sommen.get(cell) ?? 0}</v>`,
  );

/** The filter as Excel itself stores it, and the header that is repeated on each page. Sorted, as the format requires. */
function names(bladen: readonly Toevoeging[]): string {
  const per = (naam: string, hidden: boolean, refers: (blad: Toevoeging) => string) =>
    bladen.flatMap((blad, at) =>
      blad.filter === ''
        ? []
        : [
            `<definedName name="${naam}" localSheetId="${at}"${hidden ? ' hidden="1"' : ''}>${xmlText(`${blad.naam}!${refers(blad)}`)}</definedName>`,
          ],
    );
  return [
    ...per('_xlnm._FilterDatabase', true, ({ filter }) =>
      filter.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2'),
    ),
    ...per('_xlnm.Print_Titles', false, () => '$1:$1'),
  ].join('');
}

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
]);

const xmlText = (text: string) => text.replace(/[&<>]/g, (sign) => SIGNS.get(sign) ?? '');
