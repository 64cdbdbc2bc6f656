/** The colours of a card in a theme of Teams, as a host config of Adaptive Cards takes them. */
export type Thema = 'licht' | 'donker' | 'contrast';

interface Kleuren {
  achter: string;
  tekst: string;
  stil: string;
  accent: string;
  goed: string;
  let: string;
  waarschuwing: string;
  vlak: string;
  vlakGoed: string;
  vlakLet: string;
  vlakAccent: string;
  rand: string;
}

const KLEUREN: Readonly<Record<Thema, Kleuren>> = {
  licht: {
    achter: '#ffffff',
    tekst: '#242424',
    stil: '#616161',
    accent: '#5b5fc7',
    goed: '#237b4b',
    let: '#c4314b',
    waarschuwing: '#835c00',
    vlak: '#f0f0f0',
    vlakGoed: '#e7f2da',
    vlakLet: '#fcf4f6',
    vlakAccent: '#c7c9f1',
    rand: '#e0e0e0',
  },
  donker: {
    achter: '#292929',
    tekst: '#ffffff',
    stil: '#adadad',
    accent: '#9299f7',
    goed: '#92c353',
    let: '#f1707b',
    waarschuwing: '#f9e26f',
    vlak: '#3d3d3d',
    vlakGoed: '#0d2e0d',
    vlakLet: '#3e1f25',
    vlakAccent: '#3d3e66',
    rand: '#4a4a4a',
  },
  contrast: {
    achter: '#000000',
    tekst: '#ffffff',
    stil: '#ffffff',
    accent: '#1aebff',
    goed: '#3ff23f',
    let: '#ffff00',
    waarschuwing: '#ffff00',
    vlak: '#1a1a1a',
    vlakGoed: '#000000',
    vlakLet: '#000000',
    vlakAccent: '#00323a',
    rand: '#ffffff',
  },
};

export function hostConfig(thema: Thema): object {
  const k = KLEUREN[thema];
  const kleur = (vol: string, stil = vol) => ({ default: vol, subtle: stil });
  const foregroundColors = {
    default: kleur(k.tekst, k.stil),
    accent: kleur(k.accent),
    good: kleur(k.goed),
    attention: kleur(k.let),
    warning: kleur(k.waarschuwing),
  };
  const vlak = (backgroundColor: string) => ({
    backgroundColor,
    foregroundColors,
    borderColor: k.rand,
  });
  return {
    fontFamily: "'Open Sans', 'Segoe UI', sans-serif",
    supportsInteractivity: true,
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    spacing: { none: 0, small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    containerStyles: {
      default: vlak(k.achter),
      emphasis: vlak(k.vlak),
      good: vlak(k.vlakGoed),
      attention: vlak(k.vlakLet),
      warning: vlak(k.vlakLet),
      accent: vlak(k.vlakAccent),
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    factSet: { title: { weight: 'bolder', maxWidth: 140 }, spacing: 16 },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { suffix: ' *', suffixColor: 'attention' },
        optionalInputs: {},
      },
      errorMessage: { weight: 'bolder' },
    },
  };
}
export const achtergrond = (thema: Thema): string => KLEUREN[thema].achter;
export const kleurenVan = (thema: Thema): Kleuren => KLEUREN[thema];
