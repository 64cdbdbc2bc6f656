import {
  BorderStyle,
  HeadingLevel,
  Paragraph,
  ShadingType,
  TableOfContents,
  type FileChild,
} from 'docx';
import { VERTROUWELIJK, type Stuk } from '../../process/vormen/stuk.ts';
import { kenmerkenTabel } from './tabel.ts';
import { KLEUR, STIJL, tekstBreedte } from './stijl.ts';
import { alinea, runs } from './tekst.ts';

/** The first page of a plan: what it is, whose it is, until when it runs, and how confidential it is. */
export const voorblad = (stuk: Stuk): FileChild[] => [
  new Paragraph({ spacing: { before: 2400 }, children: [] }),
  ...opschrift(stuk),
  kenmerkenTabel(stuk.kenmerken, tekstBreedte(false)),
  alinea(stuk.stand, { style: STIJL.klein, spacing: { before: 240 } }),
];

/** The title and what it belongs to, for a document that begins at once. */
export const opschrift = ({ titel, ondertitel, isVertrouwelijk }: Stuk): FileChild[] => [
  alinea(titel, { heading: HeadingLevel.TITLE }),
  ...(ondertitel === '' ? [] : [alinea(ondertitel, { style: STIJL.intro })]),
  ...(isVertrouwelijk ? [waarschuwing()] : []),
];

const RAND = { style: BorderStyle.SINGLE, size: 8, color: KLEUR.waarschuwing, space: 6 };

const waarschuwing = () =>
  new Paragraph({
    style: STIJL.waarschuwing,
    border: { top: RAND, bottom: RAND, left: RAND, right: RAND },
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: KLEUR.waarschuwingVlak },
    children: runs(`${VERTROUWELIJK}. Deel dit alleen met wie het mag lezen.`),
  });

/**
 * The table of contents, with a link to each chapter. Where the pages were laid out it has page numbers, and Word need
 * not ask whether it may update. A very long plan has none.
 */
export const inhoudsopgave = (metDelen: boolean): FileChild[] => [
  new Paragraph({ pageBreakBefore: true, style: STIJL.inhoud, children: runs('Inhoud') }),
  new TableOfContents('Inhoud', {
    hyperlink: true,
    headingStyleRange: metDelen ? '1-2' : '1-1',
    beginDirty: false,
  }),
];
