import { velden } from '../pagina/formulieren.ts';
import type { Velden } from './concept.ts';
import { metKeuze } from './keuzes.ts';

type Invoer = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const invoer = (veld: Element) => [...veld.querySelectorAll<Invoer>('input, select, textarea')];

/** Sets these values in the form, but only where they differ, so that a person who types keeps their place. */
export function vul(form: HTMLFormElement, values: Velden): void {
  const now = velden(form);
  for (const veld of form.querySelectorAll<HTMLElement>('.veld')) {
    const inputs = invoer(veld);
    const name = inputs[0]?.name ?? '';
    const value = values[name];
    if (value !== undefined && value !== now[name]) zet(veld, inputs, value);
  }
}

function zet(veld: HTMLElement, inputs: readonly Invoer[], value: string): void {
  const [first] = inputs;
  const boxes = inputs as readonly HTMLInputElement[];
  if (veld.dataset['soort'] === 'vink' && boxes[0]) boxes[0].checked = value === 'true';
  else if (veld.matches('fieldset')) {
    const chosen = value.split(',');
    for (const box of boxes) box.checked = chosen.includes(box.value);
  } else if (first) {
    if (first instanceof HTMLSelectElement) metKeuze(first, value);
    first.value = value;
  }
}

/** A value as people read it: for a choice its words. */
export function leesbaar(veld: Element, value: string): string {
  const chosen = value.split(',');
  const option = [...veld.querySelectorAll<HTMLOptionElement>('option')].find(
    (one) => one.value === value,
  );
  if (option) return option.textContent.trim();
  const labels = [...veld.querySelectorAll<HTMLInputElement>('[type="radio"], [type="checkbox"]')]
    .filter((box) => chosen.includes(box.value))
    .map((box) => veld.querySelector(`label[for="${box.id}"]`)?.textContent.trim() ?? '');
  return labels.length > 0 ? labels.join(', ') : value;
}
