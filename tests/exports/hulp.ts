import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { mens } from '../../src/process/feiten/deelnemers.ts';
import type { Lezing } from '../../src/process/contract/contract.ts';
import type { Deel, Hoofdstuk, Rooster } from '../../src/process/vormen/hoofdstuk.ts';
import { kolom, rij, tabel } from '../../src/process/vormen/hoofdstuk.ts';
import type { Stuk } from '../../src/process/vormen/stuk.ts';
import type { TekenFiguur } from '../../src/exports/shared/teken.ts';
import { stadium, HALF, WIE, type Fase, type Omvang, type Tekst } from '../../support/stadia.ts';
import { alle, leesXml, type Knoop } from './xml.ts';

export const BLNS = JSON.parse(
  readFileSync(new URL('../data/blns.json', import.meta.url), 'utf8'),
) as string[];

/** Where there is no picture. */
export const geenFiguur: TekenFiguur = async () => undefined;

/** A picture of one pixel. */
export const eenPixel: TekenFiguur = async () => ({
  png: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
  breed: 1200,
  hoog: 750,
});

/** A whole project of which this person reads; texts one can tell apart. */
export function lezingVan(
  wie: string = WIE.leider,
  {
    omvang = HALF,
    stap = 6,
    fase = 'na overleg',
    tekst = gewoon(),
  }: Partial<{
    omvang: Omvang;
    stap: number;
    fase: Fase;
    tekst: Tekst;
  }> = {},
): Lezing {
  const wereld = stadium(omvang, stap, fase, tekst);
  return { ...wereld.beeld, lezer: mens(wereld.project, wie)! };
}

/** Texts as people write them, each with a number of its own. */
function gewoon(): Tekst {
  let nth = 0;
  return (soort) =>
    soort === 'kort'
      ? `Tekst ${++nth}`
      : `Tekst ${++nth}: op vrijdagavond rijden scooters over de stoep, en de bewoners slapen slecht.`;
}

/** A file as its parts. */
export const delenIn = (bytes: Uint8Array): Map<string, string> =>
  new Map(
    Object.entries(unzipSync(bytes))
      .filter(([naam]) => /\.(xml|rels)$/.test(naam))
      .map(([naam, inhoud]) => [naam, strFromU8(inhoud)]),
  );

/** Every part of an office file, read strictly. */
export function gelezen(bytes: Uint8Array): Map<string, Knoop> {
  return new Map([...delenIn(bytes)].map(([naam, xml]) => [naam, leesXml(xml)]));
}

/** Addresses outside the file that an office program would follow. */
export const buiten = (bytes: Uint8Array): string[] =>
  [...gelezen(bytes)]
    .filter(([naam]) => naam.endsWith('.rels'))
    .flatMap(([, knoop]) => alle(knoop, 'Relationship'))
    .filter(({ attributen }) => attributen['TargetMode'] === 'External')
    .map(({ attributen }) => attributen['Target'] ?? '');

/** A paragraph's text; a new line is a new line. */
const tekstVan = (knoop: Knoop): string =>
  knoop.kinderen
    .map((one) => {
      if (typeof one === 'string') return knoop.naam === 'w:t' ? one : '';
      return one.naam === 'w:br' ? '\n' : tekstVan(one);
    })
    .join('')
    .replaceAll('\u00a0', ' ');

export const body = (bytes: Uint8Array): Knoop => gelezen(bytes).get('word/document.xml')!;

/** What stands in the document itself, a line per paragraph. */
export const wordRegels = (bytes: Uint8Array): string[] => alle(body(bytes), 'w:p').map(tekstVan);

/** The paragraphs with this style. */
export const metStijl = (bytes: Uint8Array, stijl: string): string[] =>
  alle(body(bytes), 'w:p')
    .filter((p) => alle(p, 'w:pStyle').some(({ attributen }) => attributen['w:val'] === stijl))
    .map(tekstVan);

/** The tables as texts of cells. */
export const wordTabellen = (bytes: Uint8Array): string[][][] =>
  alle(body(bytes), 'w:tbl').map((tbl) =>
    alle(tbl, 'w:tr').map((tr) =>
      alle(tr, 'w:tc').map((tc) => alle(tc, 'w:p').map(tekstVan).join('\n')),
    ),
  );

export const tabellenIn = ({ hoofdstukken }: Stuk) =>
  hoofdstukken.flatMap(({ delen }) => delen.filter((deel) => deel.soort === 'tabel'));

/** Every kind of part, with this text in each place that holds text. */
export function alleDelen(tekst: string): Deel[] {
  const rooster: Rooster = {
    vorm: 'rooster',
    x: { naam: tekst, niveaus: ['Laag', 'Hoog'] },
    y: { naam: tekst, niveaus: ['Laag', 'Hoog'] },
    stippen: [{ nr: 1, naam: tekst, x: 0, y: 1, bij: tekst }],
  };
  return [
    { soort: 'alinea', kop: tekst, tekst: [tekst, `${tekst}\n${tekst}`] },
    { soort: 'kenmerken', kop: tekst, paren: [{ naam: tekst, waarde: tekst }] },
    { soort: 'opsomming', kop: tekst, isGenummerd: true, punten: [tekst, tekst], leeg: tekst },
    { soort: 'opsomming', kop: tekst, isGenummerd: false, punten: [], leeg: tekst },
    tabel('staand', tekst, {
      kolommen: [
        kolom(tekst),
        kolom('Niveau', 'niveau'),
        kolom('Bedrag', 'bedrag', { isSom: true }),
      ],
      rijen: [rij('een', [tekst, tekst, 12.5]), rij('twee', [tekst, 'hoog', null])],
      leeg: tekst,
    }),
    tabel('liggend', tekst, {
      kolommen: [kolom(tekst), kolom(tekst)],
      rijen: [rij('een', [tekst, tekst])],
      leeg: tekst,
      isLiggend: true,
    }),
    tabel('leeg', tekst, { kolommen: [kolom(tekst)], rijen: [], leeg: tekst }),
    { soort: 'figuur', id: 'figuur', kop: tekst, alt: [tekst, tekst], prent: rooster },
  ];
}

/** A document with this text wherever there is text. */
export function stukMet(tekst: string, soort: Stuk['soort'] = 'plan'): Stuk {
  const hoofdstuk = (id: string): Hoofdstuk => ({
    id,
    titel: tekst,
    inleiding: tekst,
    delen: alleDelen(tekst),
    knoppen: [],
  });
  return {
    soort,
    titel: tekst,
    ondertitel: tekst,
    kenmerken: [{ naam: tekst, waarde: tekst }],
    stand: tekst,
    isVertrouwelijk: true,
    hoofdstukken: [hoofdstuk('een'), hoofdstuk('twee')],
  };
}
