import { webLightTheme } from '@fluentui/tokens';

/** px. On a phone of 360 px wide a picture is halved, so no text in it is smaller than 24. */
export const BREED = 720;
/**
 * px. At most twice as high as wide. Teams and phones show less height, and a higher picture would be shrunk with its
 * letters.
 */
export const MAX_HOOG = 1440;
/** px. Teams takes no picture that is wider or higher. */
export const TEAMS_PX = 1024;
/** px. A sheet of A4 to print: its letters come out as 10 points. */
export const A4 = { breed: 1280, hoog: 1810 } as const;

/** px, at the size in which the picture is made. */
export const LETTER = { klein: 24, gewoon: 24, kop: 27, groot: 34, titel: 42 } as const;
export const RAND = 36;

/** The colours of the tab in its light theme. */
export const KLEUR = {
  tekst: webLightTheme.colorNeutralForeground1,
  rustig: webLightTheme.colorNeutralForeground2,
  merk: webLightTheme.colorBrandBackground,
  opMerk: webLightTheme.colorNeutralForegroundOnBrand,
  merkLicht: webLightTheme.colorBrandBackground2,
  blad: webLightTheme.colorNeutralBackground1,
  vlak: webLightTheme.colorNeutralBackground3,
  baan: webLightTheme.colorNeutralBackground6,
  lijn: webLightTheme.colorNeutralStroke1,
  goed: webLightTheme.colorStatusSuccessBackground3,
  letOp: webLightTheme.colorStatusWarningForeground1,
  gevaar: webLightTheme.colorStatusDangerBackground3,
  grijs: webLightTheme.colorNeutralForeground3,
} as const;

/** Cells of a risk matrix, from low to high: light enough for black text. */
export const RISICO = [
  webLightTheme.colorPaletteGreenBackground2,
  webLightTheme.colorPaletteYellowBackground2,
  webLightTheme.colorPaletteRedBackground2,
] as const;
