/**
 * The values of a form as the server expects them: text for each question, choices with commas, ticks as true or false;
 * and what goes along about the pages of long lists.
 */
export function velden(form: HTMLFormElement): Record<string, string> {
  const found = mee(form);
  for (const veld of form.querySelectorAll<HTMLElement>('.veld')) {
    const soort = veld.dataset['soort'];
    const inputs = [...veld.querySelectorAll<Invoer>('input, select, textarea')];
    const [first] = inputs;
    if (!first) continue;
    if (soort === 'vink') found[first.name] = String((first as HTMLInputElement).checked);
    else if (veld.matches('fieldset'))
      found[first.name] = inputs
        .filter((input) => (input as HTMLInputElement).checked)
        .map(({ value }) => value)
        .join(',');
    else found[first.name] = first.value;
  }
  return found;
}

/** What a form, or a button that turns its page, sends along. */
export const mee = (of: HTMLElement): Record<string, string> =>
  JSON.parse(of.dataset['mee'] ?? '{}') as Record<string, string>;

type Invoer = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** True when something was typed or chosen that is not stored yet, in a form that does not save itself. */
export const isVuil = (root: ParentNode): boolean =>
  root.querySelector('form.formulier[data-vuil]') !== null;

/** What was sent is stored, so the form with this verb has nothing unsaved any more. */
export function isBewaard(verb: string): void {
  for (const form of document.querySelectorAll(`form.formulier[data-verb="${verb}"]`))
    form.removeAttribute('data-vuil');
}

/** Notes in each form whether anything was typed. */
export function volgVormen(): void {
  document.addEventListener('input', ({ target }) => {
    const form = target instanceof Element ? target.closest('form') : null;
    form?.setAttribute('data-vuil', '');
    if (target instanceof HTMLTextAreaElement) toonVol(target);
  });
}

/** Says when a field is full: the browser drops what does not fit without a word, also of pasted text. */
function toonVol(veld: HTMLTextAreaElement): void {
  const { maxLength: max, value } = veld;
  const said = veld.parentElement?.querySelector('[data-vol]');
  const isVol = max > 0 && value.length >= max;
  if (!isVol) said?.remove();
  if (!isVol || said) return;
  const p = document.createElement('p');
  p.className = 'fout';
  p.dataset['vol'] = '';
  p.setAttribute('role', 'status');
  p.textContent = `Hier passen ${max} tekens. Wat daarna komt, valt weg.`;
  veld.after(p);
}
