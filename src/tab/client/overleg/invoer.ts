import { velden } from '../pagina/formulieren.ts';
import type { Velden } from './concept.ts';

type Invoer = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const invoer = (veld: Element) => [...veld.querySelectorAll<Invoer>('input, select, textarea')];

/** The words of all choices that were drawn: what is chosen is shown, also where it is not among the choices any more. */
const woorden = new Map<string, string>();
const sleutel = ({ form, name }: HTMLSelectElement, value: string) =>
  `${form?.dataset['project'] ?? ''} ${name} ${value}`;

/** Notes the words of the choices that stand here. */
export function onthoudKeuzes(root: ParentNode): void {
  for (const lijst of root.querySelectorAll('select'))
    for (const { text, value } of lijst.options) woorden.set(sleutel(lijst, value), text);
}

/**
 * Adds the choices that did not stand here yet: of a long list only one page does. The new page keeps its own, because its
 * values are still to be read.
 */
export function vulAan(form: HTMLFormElement, fresh: HTMLFormElement): void {
  onthoudKeuzes(fresh);
  for (const lijst of form.querySelectorAll('select')) {
    const known = keuzesIn(lijst);
    const nieuw = fresh.querySelector(`select[name="${lijst.name}"]`);
    for (const value of nieuw ? keuzesIn(nieuw) : [])
      if (!known.includes(value)) zetErbij(lijst, value);
  }
}

const keuzesIn = (lijst: Element) =>
  [...lijst.querySelectorAll('option')].map(({ value }) => value);

const zetErbij = (lijst: HTMLSelectElement, value: string) =>
  lijst.append(new Option(woorden.get(sleutel(lijst, value)) ?? value, value));

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
    if (first instanceof HTMLSelectElement && !keuzesIn(first).includes(value))
      zetErbij(first, value);
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
