import { AlignmentType, LevelFormat, type INumberingOptions, type IStylesOptions } from 'docx';

/** Colours without `#`; each text colour has at least 7:1 on white. */
export const KLEUR = {
  kop: '0B4A5F',
  lijn: 'B8C9CF',
  vlak: 'E3EEF1',
  zacht: '4A4A4A',
  waarschuwing: '8A1C1C',
  waarschuwingVlak: 'FBEAEA',
} as const;

const FONT = 'Calibri';

/** Twips: 1/20 point. A4 with margins of 2 cm. */
const MARGE = 1134;
export const A4 = { kort: 11906, lang: 16838 } as const;
export const BLADMARGE = {
  top: MARGE,
  bottom: MARGE,
  left: MARGE,
  right: MARGE,
  header: 567,
  footer: 567,
} as const;
/** What remains of the width of a page. */
export const tekstBreedte = (isLiggend: boolean) => (isLiggend ? A4.lang : A4.kort) - 2 * MARGE;

/** Names of our own paragraph styles. */
export const STIJL = {
  intro: 'Inleiding',
  cel: 'Tabeltekst',
  celKop: 'Tabelkop',
  klein: 'KleineTekst',
  waarschuwing: 'Waarschuwing',
  inhoud: 'KopInhoud',
} as const;

/** Sizes in half points, spaces in twips. */
export const stijlen: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 21, language: { value: 'nl-NL', eastAsia: 'nl-NL' } },
      paragraph: { spacing: { after: 120, line: 264, lineRule: 'auto' } },
    },
    title: {
      run: { font: FONT, size: 44, bold: true, color: KLEUR.kop },
      paragraph: { spacing: { before: 0, after: 160, line: 240 } },
    },
    heading1: {
      run: { font: FONT, size: 32, bold: true, color: KLEUR.kop },
      paragraph: { spacing: { before: 400, after: 120 }, keepNext: true },
    },
    heading2: {
      run: { font: FONT, size: 25, bold: true, color: KLEUR.kop },
      paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
    },
  },
  paragraphStyles: [
    eigen(STIJL.intro, { color: KLEUR.zacht }, { after: 160 }),
    eigen(STIJL.cel, { size: 19 }, { after: 0, line: 240 }),
    eigen(STIJL.celKop, { size: 19, bold: true, color: KLEUR.kop }, { after: 0, line: 240 }),
    eigen(STIJL.klein, { size: 18, color: KLEUR.zacht }, { after: 80 }),
    eigen(STIJL.inhoud, { size: 32, bold: true, color: KLEUR.kop }, { after: 120 }),
    eigen(
      STIJL.waarschuwing,
      { bold: true, color: KLEUR.waarschuwing },
      { before: 120, after: 120 },
    ),
  ],
};

function eigen(
  id: string,
  run: { size?: number; bold?: boolean; color?: string },
  spacing: { before?: number; after: number; line?: number },
) {
  return { id, name: id, basedOn: 'Normal', quickFormat: true, run, paragraph: { spacing } };
}

export const GENUMMERD = 'genummerd';
export const STREEPJES = 'streepjes';

const inspringen = { left: 425, hanging: 425 };
const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: 0,
  format,
  text,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: inspringen, spacing: { after: 60 } } },
});

export const nummering: INumberingOptions = {
  config: [
    { reference: GENUMMERD, levels: [level(LevelFormat.DECIMAL, '%1.')] },
    { reference: STREEPJES, levels: [level(LevelFormat.BULLET, '–')] },
  ],
};
