/** The themes of Teams. */
export const THEMAS = ['licht', 'donker', 'contrast'] as const;
export type Thema = (typeof THEMAS)[number];

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
  /** The button that asks to be pressed, and its words. */
  knop: string;
  opKnop: string;
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
    knop: '#5b5fc7',
    opKnop: '#ffffff',
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
    knop: '#5b5fc7',
    opKnop: '#ffffff',
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
    knop: '#1aebff',
    opKnop: '#000000',
  },
};

/** The colours and sizes of a theme, as a host config of Adaptive Cards. */
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

/** What a client draws itself: the ground of a card, its buttons and inputs, and what stands in for Teams' own elements. */
export const stijlblad = (): string =>
  [
    'body { margin: 0; padding: 12px; display: flex; align-items: start; gap: 12px; background: #888; width: fit-content }',
    '.kaart { flex: none; box-sizing: border-box; border-radius: 4px; overflow-wrap: anywhere }',
    '.kaart p { margin: 0 }',
    '.kaart button { font: 600 14px "Open Sans", sans-serif; padding: 5px 12px; border-radius: 4px; border: 1px solid; max-width: 100% }',
    '.kaart input, .kaart textarea, .kaart select { font: 14px "Open Sans", sans-serif; box-sizing: border-box; max-width: 100% }',
    // Buttons that do not fit beside each other go on below, as in Teams; the library would cut them off.
    '.kaart .ac-actionSet { flex-wrap: wrap !important; row-gap: 8px }',
    '.kaart textarea, .kaart select, .kaart input:not([type="radio"], [type="checkbox"]) { border: 1px solid; border-radius: 4px; padding: 5px 8px }',
    '.badge { display: inline-block; padding: 3px 8px; border-radius: 4px; font: 600 14px "Open Sans", sans-serif }',
    '.balk { height: 4px; border-radius: 2px } .balk .deel { height: 100%; border-radius: 2px }',
    '.ring { width: 20px; height: 20px; border-radius: 50%; border: 2px solid }',
    '.grafiek { font: 14px "Open Sans", sans-serif }',
    ...THEMAS.flatMap(kleuren),
  ].join('\n');

function kleuren(thema: Thema): string[] {
  const k = KLEUREN[thema];
  const op = `.kaart.${thema}`;
  return [
    `${op} { background: ${k.achter}; color: ${k.tekst} }`,
    `${op} button, ${op} input, ${op} textarea, ${op} select { background: ${k.achter}; color: ${k.tekst}; border-color: ${k.rand} }`,
    `${op} button.style-positive { background: ${k.knop}; color: ${k.opKnop} }`,
    `${op} .badge { background: ${k.vlakAccent}; color: ${k.tekst} }`,
    `${op} .badge.Attention { background: ${k.vlakLet}; color: ${k.let} }`,
    `${op} .balk { background: ${k.vlak} } ${op} .balk .deel { background: ${k.accent} }`,
  ];
}
