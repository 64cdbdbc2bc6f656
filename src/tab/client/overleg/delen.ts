import { werkUitkomstBij } from './uitkomst.ts';
import { isAanHetSlepen } from './sleep.ts';
import { metSchikking } from '../pagina/tabellen.ts';

/** Each part as the server drew it last; a part that is equal is left alone. */
const getekend = new WeakMap<Element, string>();

const delenIn = (root: ParentNode) =>
  new Map(
    [...root.querySelectorAll<HTMLElement>('[data-deel]')].map((deel) => [
      deel.dataset['deel'] ?? '',
      deel,
    ]),
  );

/** Notes the present state. */
export function onthoud(root: ParentNode): void {
  for (const deel of delenIn(root).values()) getekend.set(deel, deel.innerHTML);
}

/** Brings the page up to date part by part, and keeps the place of a person who is busy in one of them. */
export function werkDelenBij(root: Element, next: Element): void {
  const [old, fresh] = [delenIn(root), delenIn(next)];
  for (const [naam, deel] of old) if (!fresh.has(naam)) deel.remove();
  let before: Element | undefined;
  for (const [naam, deel] of fresh) {
    const here = old.get(naam);
    if (here) werkDeelBij(here, deel);
    else if (before) before.after(deel);
    if (!here) getekend.set(deel, deel.innerHTML);
    before = here ?? deel;
  }
}

function werkDeelBij(here: HTMLElement, next: HTMLElement): void {
  const markup = next.innerHTML;
  if (here.dataset['deel'] === 'melding' || getekend.get(here) === markup) return;
  if (werkUitkomstBij(here, next)) return void getekend.set(here, markup);
  // An order that is being changed, or something being dragged: it is drawn at the next look.
  if (here.querySelector('form.formulier[data-vuil]') && next.querySelector('form.formulier'))
    return;
  if (isAanHetSlepen()) return;
  const back = onthoudBezig(here);
  metSchikking(here, () => {
    here.innerHTML = markup;
  });
  getekend.set(here, markup);
  back();
}

/** Notes what was opened, typed, chosen and scrolled to in a part, and gives back how to restore it. */
function onthoudBezig(deel: HTMLElement): () => void {
  const active = document.activeElement;
  const focus = active && deel.contains(active) ? active : undefined;
  const caret = focus instanceof HTMLInputElement ? focus.selectionStart : null;
  const typed = inputs(deel)
    .filter((input) => input.id !== '' && isAnders(input))
    .map(({ id, value, checked }) => ({ id, value, checked }));
  const open = [...deel.querySelectorAll('details')].map((one) => one.open);
  const scrolled = [...deel.querySelectorAll('.kolom')].map(({ scrollTop }) => scrollTop);
  return () => {
    for (const { id, value, checked } of typed) {
      const input = inputs(deel).find((one) => one.id === id);
      if (input) Object.assign(input, isAanuit(input) ? { checked } : { value });
    }
    deel.querySelectorAll('details').forEach((one, at) => (one.open = open[at] ?? false));
    deel.querySelectorAll('.kolom').forEach((one, at) => (one.scrollTop = scrolled[at] ?? 0));
    if (focus) zelfde(deel, focus, caret);
  };
}

const inputs = (deel: Element) => [...deel.querySelectorAll('input')];
const isAanuit = ({ type }: HTMLInputElement) => type === 'radio' || type === 'checkbox';
const isAnders = (input: HTMLInputElement) =>
  isAanuit(input) ? input.checked !== input.defaultChecked : input.value !== input.defaultValue;

const KENMERKEN = ['id', 'data-verb', 'data-args', 'aria-label', 'data-kies', 'data-sorteer'];

/** Finds the same element again; when it is gone, the part that it stood in. */
function zelfde(deel: HTMLElement, was: Element, caret: number | null): void {
  const found = [...deel.querySelectorAll<HTMLElement>(was.tagName)].find((one) =>
    KENMERKEN.every((name) => one.getAttribute(name) === was.getAttribute(name)),
  );
  const heading = deel.querySelector<HTMLElement>('h2, h3');
  if (!found) heading?.setAttribute('tabindex', '-1');
  (found ?? heading)?.focus({ preventScroll: true });
  if (found instanceof HTMLInputElement && caret !== null && !isAanuit(found))
    found.setSelectionRange(caret, caret);
}
