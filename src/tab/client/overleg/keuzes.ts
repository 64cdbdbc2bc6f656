import { velden } from '../pagina/formulieren.ts';

/** The words of all choices that were drawn: what is chosen is shown, also where it is not among the choices any more. */
const woorden = new Map<string, string>();

/** A choice as it stands in a list, or as a round to press. */
type Keuze = HTMLOptionElement | HTMLInputElement;

const keuzesIn = (veld: ParentNode) => [...veld.querySelectorAll<Keuze>('option, [type="radio"]')];
const sleutel = (form: HTMLFormElement | null, name: string, value: string) =>
  `${form?.dataset['project'] ?? ''} ${name} ${value}`;

/** What a choice is called. */
const woordenVan = (keuze: Keuze) =>
  (keuze instanceof HTMLOptionElement
    ? keuze.text
    : (keuze.closest('.keuze')?.querySelector('label')?.textContent ?? '')
  ).trim();
const vraagVan = (keuze: Keuze) =>
  keuze instanceof HTMLInputElement ? keuze.name : (keuze.closest('select')?.name ?? '');

/** Notes the words of the choices that stand here. */
export function onthoudKeuzes(root: ParentNode): void {
  for (const keuze of keuzesIn(root))
    woorden.set(sleutel(keuze.closest('form'), vraagVan(keuze), keuze.value), woordenVan(keuze));
}

/** Adds a choice to a list that has it not. */
export function metKeuze(lijst: HTMLSelectElement, value: string, form = lijst.form): void {
  if (keuzesIn(lijst).some((keuze) => keuze.value === value)) return;
  lijst.append(new Option(woorden.get(sleutel(form, lijst.name, value)) ?? value, value));
}

/**
 * Brings the choices of a form up to those of now: somebody joined the group, or left it. What is chosen stays chosen, and
 * whoever is at a question stays there. The new page keeps its own, because its values are still to be read.
 */
export function vulAan(form: HTMLFormElement, fresh: HTMLFormElement): void {
  onthoudKeuzes(fresh);
  zelfdeBladen(form, fresh);
  const nu = velden(form);
  for (const nieuw of fresh.querySelectorAll<HTMLElement>('[data-veld] > [data-soort="keuze"]')) {
    const naam = nieuw.parentElement?.dataset['veld'] ?? '';
    const oud = form.querySelector<HTMLElement>(`[data-veld="${naam}"] > [data-soort="keuze"]`);
    if (!oud) continue;
    const [lijst, ander] = [oud.querySelector('select'), nieuw.querySelector('select')];
    // Of a long list only one page stands here, and what was taken from another page stays.
    if (lijst && ander) vulLijstAan(lijst, ander);
    else if (beeld(oud) !== beeld(nieuw))
      vervang(oud, nieuw, { form, naam, waarde: nu[naam] ?? '' });
  }
}

function vulLijstAan(lijst: HTMLSelectElement, nieuw: HTMLSelectElement): void {
  for (const { value, text } of nieuw.options) {
    metKeuze(lijst, value);
    for (const keuze of lijst.options) if (keuze.value === value) keuze.text = text;
  }
}

const bladen = (form: Element) => [...form.querySelectorAll('[data-op="blader"]')];

/** A list that grew has more pages. */
function zelfdeBladen(form: HTMLFormElement, fresh: HTMLFormElement): void {
  const [oud, nieuw] = [bladen(form), bladen(fresh)];
  const titels = (knoppen: readonly Element[]) => knoppen.map(({ outerHTML }) => outerHTML).join();
  if (titels(oud) === titels(nieuw)) return;
  for (const knop of oud) knop.remove();
  form.querySelector('[type="submit"]')?.after(...nieuw.map((knop) => knop.cloneNode(true)));
}

/** What one can choose there. */
const beeld = (veld: Element) =>
  keuzesIn(veld)
    .map((keuze) => `${keuze.value} ${woordenVan(keuze)}`)
    .join('\n');

interface Gekozen {
  form: HTMLFormElement;
  naam: string;
  waarde: string;
}

/** Puts the new question in place of the old one, chosen as it was before it stands there. */
function vervang(oud: HTMLElement, nieuw: HTMLElement, gekozen: Gekozen): void {
  const veld = nieuw.cloneNode(true) as HTMLElement;
  const lijst = veld.querySelector('select');
  if (lijst) {
    metKeuze(lijst, gekozen.waarde, gekozen.form);
    lijst.value = gekozen.waarde;
  } else kies(veld, gekozen);
  const bezig = document.activeElement;
  const isHier = bezig instanceof HTMLElement && oud.contains(bezig);
  // Leaving a field stores what stands in the form, so it is left while all of it stands there.
  if (isHier) bezig.blur();
  oud.replaceWith(veld);
  if (isHier) (lijst ?? rondjes(veld).find(({ checked }) => checked) ?? rondjes(veld)[0])?.focus();
}

const rondjes = (veld: Element) => [...veld.querySelectorAll<HTMLInputElement>('[type="radio"]')];

/** Chooses it; one that is not among the choices any more stands with them as long as it is chosen. */
function kies(veld: HTMLElement, { form, naam, waarde }: Gekozen): void {
  const is = woorden.get(sleutel(form, naam, waarde));
  const voorbeeld = rondjes(veld)[0]?.closest('.keuze');
  if (is !== undefined && voorbeeld && rondjes(veld).every(({ value }) => value !== waarde))
    veld.append(rondjeAls(voorbeeld, is, waarde));
  for (const rondje of rondjes(veld)) rondje.checked = rondje.value === waarde;
}

function rondjeAls(voorbeeld: Element, tekst: string, waarde: string): Element {
  const extra = voorbeeld.cloneNode(true) as Element;
  const [rondje, label] = [extra.querySelector('input'), extra.querySelector('label')];
  if (rondje && label) {
    rondje.id = label.htmlFor = `${rondje.id}-eerder`;
    rondje.value = waarde;
    label.textContent = tekst;
  }
  return extra;
}
