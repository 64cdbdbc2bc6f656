import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
  type FileChild,
  type ISectionOptions,
} from 'docx';
import { estimatePageNumbers } from 'docx/layout';
import type { Deel, Figuur, Hoofdstuk } from '../../process/vormen/hoofdstuk.ts';
import { VERTROUWELIJK, type Stuk } from '../../process/vormen/stuk.ts';
import type { GetekendePrent, TekenFiguur } from '../shared/teken.ts';
import { schoon } from '../shared/schoon.ts';
import { wordDeel, type Schrijver } from './delen.ts';
import { A4, BLADMARGE, nummering, STIJL, stijlen, tekstBreedte } from './stijl.ts';
import { alinea, runs } from './tekst.ts';
import { inhoudsopgave, opschrift, voorblad } from './voorblad.ts';
import { kenmerkenTabel } from './tabel.ts';

/** A run of pages in one orientation. */
interface Baan {
  isLiggend: boolean;
  children: FileChild[];
}

/** A document as Word opens it, in Dutch: real headings, lists and tables, and nothing outside the file. */
export async function tekenWord(heel: Stuk, teken: TekenFiguur): Promise<Uint8Array> {
  const stuk = zonderLeeg(heel);
  let lijsten = 0;
  const prenten = await prentenVan(stuk, teken);
  const banen = banenVan(stuk, { prenten, volgendeLijst: () => ++lijsten });
  const isPlan = stuk.soort === 'plan';
  const metNummers = isPlan && omvang(stuk) <= MAX_OPMAAK;
  const voor: Baan = {
    isLiggend: false,
    children: isPlan
      ? [...voorblad(stuk), ...inhoudsopgave(koppen(stuk) <= MAX_KOPPEN)]
      : begin(stuk),
  };
  const all = isPlan ? [voor, ...banen] : samen([voor, ...banen]);
  const document = new Document({
    title: schoon(stuk.titel),
    ...(stuk.ondertitel !== '' && { subject: schoon(stuk.ondertitel) }),
    creator: 'Veiligheidsplanner',
    styles: stijlen,
    numbering: nummering,
    ...(metNummers && { pageNumbers: estimatePageNumbers }),
    sections: all.map((baan, at) => sectie(stuk, baan, isPlan && at === 0)),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** A plan tells what there is. That there is nothing of something belongs in the tab, where it can be added. */
const zonderLeeg = (stuk: Stuk): Stuk =>
  stuk.soort === 'plan'
    ? {
        ...stuk,
        hoofdstukken: stuk.hoofdstukken
          .map((hoofdstuk) => ({ ...hoofdstuk, delen: hoofdstuk.delen.filter(isVol) }))
          .filter(({ delen, inleiding }) => delen.length > 0 || inleiding !== ''),
      }
    : stuk;

function isVol(deel: Deel): boolean {
  if (deel.soort === 'tabel') return deel.rijen.length > 0;
  return deel.soort !== 'opsomming' || deel.punten.length > 0;
}

/** Laying out pages takes ten times as long as all the rest: about 1 s for this many paragraphs and cells. */
const MAX_OPMAAK = 400;

/** A longer table of contents would not fit on its page. */
const MAX_KOPPEN = 36;

const koppen = ({ hoofdstukken }: Stuk) =>
  hoofdstukken.reduce(
    (sum, { delen }) => sum + 1 + delen.filter(({ kop }) => kop !== '').length,
    0,
  );

const omvang = ({ hoofdstukken }: Stuk) =>
  hoofdstukken.reduce((sum, { delen }) => sum + delen.reduce((n, deel) => n + stukken(deel), 1), 0);

function stukken(deel: Deel): number {
  switch (deel.soort) {
    case 'alinea':
      return deel.tekst.length;
    case 'kenmerken':
      return 2 * deel.paren.length;
    case 'opsomming':
      return deel.punten.length;
    case 'tabel':
      return deel.kolommen.length * (deel.rijen.length + 1);
    case 'figuur':
      return 1;
  }
}

const begin = (stuk: Stuk): FileChild[] => [
  ...opschrift(stuk),
  ...(stuk.kenmerken.length > 0 ? [kenmerkenTabel(stuk.kenmerken, tekstBreedte(false))] : []),
  alinea(stuk.stand, { style: STIJL.klein, spacing: { before: 120 } }),
];

/** All chapters in order, cut where the orientation changes. */
const banenVan = ({ hoofdstukken }: Stuk, schrijver: Schrijver): Baan[] =>
  samen(hoofdstukken.flatMap((hoofdstuk) => hoofdstukBanen(hoofdstuk, schrijver)));

/** Each takes some 50 ms; the others are replaced by their words. */
const MAX_PRENTEN = 8;

/** The first pictures, one after another: at the same time they take 40 MB more and are hardly sooner ready. */
async function prentenVan(
  { hoofdstukken }: Stuk,
  teken: TekenFiguur,
): Promise<Map<Figuur, GetekendePrent | undefined>> {
  const figuren = hoofdstukken
    .flatMap(({ delen }) => delen.filter((deel) => deel.soort === 'figuur'))
    .slice(0, MAX_PRENTEN);
  const found = new Map<Figuur, GetekendePrent | undefined>();
  for (const figuur of figuren) found.set(figuur, await teken(figuur));
  return found;
}

const isLiggend = (deel: Deel | undefined) =>
  deel?.soort === 'tabel' && deel.isLiggend && deel.rijen.length > 0;

function hoofdstukBanen({ titel, inleiding, delen }: Hoofdstuk, schrijver: Schrijver): Baan[] {
  const kop = [
    ...(titel === '' ? [] : [alinea(titel, { heading: HeadingLevel.HEADING_1 })]),
    ...(inleiding === '' ? [] : [alinea(inleiding, { style: STIJL.intro })]),
  ];
  // The heading stands on the same page as the first part.
  const banen: Baan[] = [{ isLiggend: isLiggend(delen[0]), children: kop }];
  for (const deel of delen)
    banen.push({ isLiggend: isLiggend(deel), children: wordDeel(deel, schrijver) });
  return samen(banen);
}

/** Joins neighbours with the same orientation. */
function samen(banen: readonly Baan[]): Baan[] {
  const found: Baan[] = [];
  for (const { isLiggend: ligt, children } of banen) {
    const last = found.at(-1);
    if (last?.isLiggend === ligt) last.children.push(...children);
    else found.push({ isLiggend: ligt, children: [...children] });
  }
  return found;
}

function sectie(stuk: Stuk, baan: Baan, isVoorblad: boolean): ISectionOptions {
  const footers = { default: voet() };
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: isVoorblad,
      page: {
        size: {
          width: A4.kort,
          height: A4.lang,
          orientation: baan.isLiggend ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: BLADMARGE,
      },
    },
    headers: {
      default: kop(stuk),
      ...(isVoorblad && { first: new Header({ children: [leeg()] }) }),
    },
    footers: isVoorblad ? { ...footers, first: new Footer({ children: [leeg()] }) } : footers,
    children: baan.children,
  };
}

const leeg = () => new Paragraph({ children: [] });

const kop = ({ titel, ondertitel, isVertrouwelijk }: Stuk) =>
  new Header({
    children: [
      new Paragraph({
        style: STIJL.klein,
        children: runs(
          [titel, ondertitel, isVertrouwelijk ? VERTROUWELIJK : '']
            .filter((part) => part !== '')
            .join(' · '),
        ),
      }),
    ],
  });

/** `Pagina 2 van 3` */
const voet = () =>
  new Footer({
    children: [
      new Paragraph({
        style: STIJL.klein,
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({
            children: ['Pagina ', PageNumber.CURRENT, ' van ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
