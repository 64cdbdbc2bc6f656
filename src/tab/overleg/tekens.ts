import { html, type Html } from '../../http/html.ts';

/** Signs that not every font has, drawn. Words beside them say what they mean. */
const teken = (pad: string): Html =>
  html`<svg class="teken" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d="${pad}" />
  </svg>`;

export const VINK = teken('M4 13l5 5L20 6');
/** Two rows of dots: a handle. */
export const GREEP = teken('M9 5v.01M9 12v.01M9 19v.01M15 5v.01M15 12v.01M15 19v.01');
