import { zin } from './zinnen.ts';

/** What the person can do about the message. */
export interface Keuze {
  titel: string;
  doe: () => void;
}

const balk = () => document.querySelector('[data-deel="melding"]');

/** True on the page that a whole room looks at. */
export const meldtHier = (): boolean => document.querySelector('[data-overleg]') !== null;

/** Says what the person is doing, and leaves the way to undo the last gesture in place. */
export function zeg(text: string): void {
  const place = balk();
  const terug = place?.querySelector('button');
  if (place) place.replaceChildren(regel(text), ...(terug ? [' ', terug] : []));
  if (text === '' && !terug) place?.replaceChildren();
}

/** Says what happened, in text and to screen readers, with the way to undo it beside it. */
export function meld(text: string, keuze?: Keuze): void {
  const place = balk();
  place?.replaceChildren();
  if (!place || text === '') return;
  place.append(regel(text));
  if (!keuze) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'knop';
  button.textContent = keuze.titel;
  if (keuze.titel === zin.ongedaan) button.setAttribute('aria-keyshortcuts', 'Control+Z');
  button.addEventListener('click', keuze.doe, { once: true });
  place.append(' ', button);
}

function regel(text: string): HTMLElement {
  const span = document.createElement('span');
  span.textContent = text;
  return span;
}

/** Undoes the last gesture. True when there was one to undo. */
export function draaiTerug(): boolean {
  const button = [...document.querySelectorAll<HTMLElement>('[data-deel="melding"] button')].find(
    ({ textContent }) => textContent === zin.ongedaan,
  );
  button?.click();
  return button !== undefined;
}
