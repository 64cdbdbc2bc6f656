import { HeadingLevel, ImageRun, Paragraph, type FileChild } from 'docx';
import type { Deel, Figuur, Opsomming, Tabel } from '../../process/vormen/hoofdstuk.ts';
import type { GetekendePrent } from '../shared/teken.ts';
import { schoon } from '../shared/schoon.ts';
import { GENUMMERD, STIJL, STREEPJES, tekstBreedte } from './stijl.ts';
import { kenmerkenTabel, wordTabel } from './tabel.ts';
import { alinea } from './tekst.ts';

/** What drawing the parts of one document shares. */
export interface Schrijver {
  /** The pictures that could be drawn. */
  readonly prenten: ReadonlyMap<Figuur, GetekendePrent | undefined>;
  /** A number of its own for each list, so that each begins at 1. */
  readonly volgendeLijst: () => number;
}

/** A part of a chapter, with its heading. */
export const wordDeel = (deel: Deel, schrijver: Schrijver): FileChild[] => [
  ...kopVan(deel),
  ...inhoud(deel, schrijver),
];

const kopVan = ({ kop }: Deel) =>
  kop === '' ? [] : [alinea(kop, { heading: HeadingLevel.HEADING_2 })];

function inhoud(deel: Deel, schrijver: Schrijver): FileChild[] {
  switch (deel.soort) {
    case 'alinea':
      return deel.tekst.map((tekst) => alinea(tekst));
    case 'kenmerken':
      return deel.paren.length === 0 ? [] : [kenmerkenTabel(deel.paren, tekstBreedte(false)), na()];
    case 'opsomming':
      return opsomming(deel, schrijver);
    case 'tabel':
      return deel.rijen.length === 0
        ? [leeg(deel.leeg)]
        : [wordTabel(zonderLege(deel), tekstBreedte(deel.isLiggend)), na()];
    case 'figuur':
      return figuur(deel, schrijver);
  }
}

const leeg = (tekst: string) => alinea(tekst, { style: STIJL.intro });

/** Columns without any text take no room, so they are left out. What is not known yet counts as text. */
function zonderLege(tabel: Tabel): Tabel {
  const vol = tabel.kolommen.map((_kolom, at) =>
    tabel.rijen.some(({ cellen }) => cellen[at] !== ''),
  );
  const houd = <T>(all: readonly T[]) => all.filter((_one, at) => vol[at]);
  return {
    ...tabel,
    kolommen: houd(tabel.kolommen),
    rijen: tabel.rijen.map((rij) => ({ ...rij, cellen: houd(rij.cellen) })),
  };
}

/** Word joins two tables that touch. */
const na = () =>
  new Paragraph({ spacing: { after: 0, line: 120, lineRule: 'exact' }, children: [] });

function opsomming({ punten, isGenummerd, leeg: niets }: Opsomming, { volgendeLijst }: Schrijver) {
  if (punten.length === 0) return [leeg(niets)];
  const reference = isGenummerd ? GENUMMERD : STREEPJES;
  const instance = volgendeLijst();
  return punten.map((punt) => alinea(punt, { numbering: { reference, level: 0, instance } }));
}

/** The largest size of a printed picture, px at 96 per inch: nearly as wide as the text, and with room below it. */
const MAX_BREED = 560;
const MAX_HOOG = 600;
/** The most signs of an alternative text: a longer one takes too long to read aloud. */
const MAX_ALT = 2_000;

function figuur(deel: Figuur, { prenten }: Schrijver): FileChild[] {
  const prent = prenten.get(deel);
  if (!prent) return deel.alt.map((zin) => alinea(zin));
  const schaal = Math.min(1, MAX_BREED / prent.breed, MAX_HOOG / prent.hoog);
  const alt = schoon(deel.alt.join(' ')).slice(0, MAX_ALT);
  const picture = new ImageRun({
    type: 'png',
    data: prent.png,
    transformation: {
      width: Math.round(prent.breed * schaal),
      height: Math.round(prent.hoog * schaal),
    },
    altText: { title: schoon(deel.kop), name: schoon(deel.id), description: schoon(alt) },
  });
  // In a line of fixed height LibreOffice would show only that much of a picture.
  return [new Paragraph({ spacing: { line: 240, lineRule: 'auto' }, children: [picture] })];
}
