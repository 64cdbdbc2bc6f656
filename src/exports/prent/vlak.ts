/** What satori draws: an element with its style, as JSX would give it. */
export interface Vlak {
  readonly type: string;
  readonly key: null;
  readonly props: Readonly<Record<string, unknown>>;
}

export type Stijl = Readonly<Record<string, string | number>>;
type Inhoud = Vlak | string;

const vlak = (style: Stijl, children: readonly Inhoud[]): Vlak => ({
  type: 'div',
  key: null,
  // Without border-box a padding makes a box run off the edge.
  props: { style: { display: 'flex', boxSizing: 'border-box', ...style }, children },
});

/** Things below each other. */
export const kolom = (style: Stijl, ...children: readonly Inhoud[]) =>
  vlak({ flexDirection: 'column', ...style }, children);

/** Things beside each other. */
export const rij = (style: Stijl, ...children: readonly Inhoud[]) =>
  vlak({ flexDirection: 'row', ...style }, children);

/** Text that wraps, also within a word, and ends in … after this many lines. */
export const tekst = (content: string, regels: number, style: Stijl = {}): Vlak => ({
  type: 'div',
  key: null,
  props: {
    style: {
      display: 'block',
      boxSizing: 'border-box',
      wordBreak: 'break-word',
      lineClamp: regels,
      lineHeight: 1.25,
      minWidth: 0,
      ...style,
    },
    children: content === '' ? ' ' : content,
  },
});

/** A drawing within the picture; its shapes have no text. */
export const tekening = (breed: number, hoog: number, vormen: readonly Vlak[]): Vlak => ({
  type: 'svg',
  key: null,
  props: { width: breed, height: hoog, viewBox: `0 0 ${breed} ${hoog}`, children: vormen },
});

export const vorm = (type: string, props: Readonly<Record<string, string | number>>): Vlak => ({
  type,
  key: null,
  props,
});
