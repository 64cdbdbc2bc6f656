import { zeg } from '../pagina/melding.ts';
import { opdrachtOp, voerUit, type Uit } from './opdracht.ts';
import { zin } from '../pagina/zinnen.ts';

/** The most that one form takes at once. */
const MAX_GEKOZEN = 20;

/** Ids of what was chosen on the page. */
const gekozen = new Set<string>();

const werkblad = () => document.querySelector<HTMLElement>('[data-overleg]');
const veldOp = (selector: string) => werkblad()?.querySelector<HTMLInputElement>(selector);

/**
 * Choosing, searching, merging and linking. All of it goes by buttons, so that it works by keyboard, by touch and with a
 * screen reader.
 */
export function volgWerk(): void {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.closest('[data-overleg]')) return;
    const stuk = target.closest('[data-kiesbaar]')?.getAttribute('data-kiesbaar');
    const hint = target.closest('[data-kies]')?.getAttribute('data-kies');
    const button = target.closest('button[data-opdracht]');
    if (stuk) wissel(stuk);
    else if (hint) kiesErbij(hint.split(','));
    else if (button) void gedrukt(button);
  });
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches('.hernoem')) return;
    event.preventDefault();
    const opdracht = opdrachtOp(form);
    const tekst = new FormData(form).get('tekst');
    if (opdracht && typeof tekst === 'string')
      void voerUit(opdracht, { tekst }, zin.gedaan['hernoemd'] ?? '');
  });
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.matches('[data-zoek]')) zoek(target, true);
  });
  document.addEventListener('keydown', toets);
}

function toets(event: KeyboardEvent): void {
  const { target, key } = event;
  if (!(target instanceof HTMLElement)) return;
  if (key === 'Escape' && gekozen.size > 0 && target.closest('[data-overleg]')) return leeg();
  if (key === 'Enter' && target.matches('[data-groepsnaam]')) {
    event.preventDefault();
    const button = werkblad()?.querySelector('[data-meldt="samengevoegd"]');
    if (button) void gedrukt(button);
  }
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.altKey || !target.matches('[data-kiesbaar]')) return;
  event.preventDefault();
  const all = [...document.querySelectorAll<HTMLElement>('[data-kiesbaar]')].filter(
    (one) => one.offsetParent !== null,
  );
  all[all.indexOf(target) + step]?.focus();
}

function leeg(): void {
  gekozen.clear();
  toonKeuze();
  zeg(zin.nietsGekozen);
}

function wissel(id: string): void {
  if (!gekozen.delete(id)) gekozen.add(id);
  toonKeuze();
  zeg(gekozen.size === 0 ? zin.nietsGekozen : zin.gekozen(gekozen.size));
}

function kiesErbij(ids: readonly string[]): void {
  for (const id of ids) gekozen.add(id);
  toonKeuze();
  zeg(zin.gekozen(gekozen.size));
}

/** After drawing: what is still loose stays chosen, and the search is applied again. */
export function werkNaTekenen(): void {
  for (const id of gekozen)
    if (!werkblad()?.querySelector(`[data-kiesbaar="${id}"]`)) gekozen.delete(id);
  toonKeuze();
  const search = veldOp('[data-zoek]');
  if (search) zoek(search, false);
}

function toonKeuze(): void {
  for (const button of document.querySelectorAll('[data-kiesbaar]'))
    button.setAttribute(
      'aria-pressed',
      String(gekozen.has(button.getAttribute('data-kiesbaar') ?? '')),
    );
  const samen = werkblad()?.querySelector<HTMLElement>('[data-meldt="samengevoegd"]');
  if (!samen) return;
  samen.dataset['titel'] ??= samen.textContent.trim();
  samen.textContent = `${samen.dataset['titel']}${gekozen.size > 0 ? ` (${gekozen.size})` : ''}`;
}

function zoek(search: HTMLInputElement, isGetypt: boolean): void {
  const wanted = search.value.trim().toLocaleLowerCase('nl');
  const items = [...document.querySelectorAll<HTMLElement>('[data-stukken] > li')];
  for (const item of items)
    item.hidden = wanted !== '' && !item.textContent.toLocaleLowerCase('nl').includes(wanted);
  if (isGetypt)
    zeg(wanted === '' ? '' : zin.gevonden(items.filter(({ hidden }) => !hidden).length));
}

/** What the buttons of a surface do with what was chosen. */
async function gedrukt(button: Element): Promise<void> {
  const opdracht = opdrachtOp(button);
  const meldt = button.getAttribute('data-meldt') ?? '';
  if (!opdracht || button.getAttribute('aria-disabled') === 'true') return;
  const uit = keuzeVoor(meldt);
  if (typeof uit === 'string') return zeg(uit);
  button.setAttribute('aria-disabled', 'true');
  try {
    if (meldt === 'samengevoegd') await voegSamen(uit.gekozen?.split(',') ?? []);
    else if (await voerUit(opdracht, uit, zin.gedaan[meldt] ?? '')) gekozen.clear();
  } finally {
    button.removeAttribute('aria-disabled');
    werkNaTekenen();
  }
}

/** A sentence when something still has to be chosen. */
function keuzeVoor(meldt: string): Uit | string {
  if (meldt === 'verbonden') {
    const of = (naam: string) => veldOp(`[data-keuze="${naam}"] input:checked`)?.value ?? '';
    const uit = { oorzaak: of('oorzaak'), gevolg: of('gevolg') };
    return uit.oorzaak === '' || uit.gevolg === '' ? zin.kiesBeide : uit;
  }
  if (meldt !== 'samengevoegd' && meldt !== 'erbij') return {};
  if (gekozen.size > MAX_GEKOZEN) return zin.teVeel(MAX_GEKOZEN);
  if (meldt === 'samengevoegd' && gekozen.size < 2) return zin.kiesTwee;
  return gekozen.size === 0 ? kiesEerst() : { gekozen: [...gekozen].join(',') };
}

/** What is merged here has a name that the page knows. */
const kiesEerst = () =>
  werkblad()?.querySelector('[data-kies-eerst]')?.getAttribute('data-kies-eerst') ?? '';

/** Merges these, under the name that was typed. */
export async function voegSamen(ids: readonly string[]): Promise<void> {
  const opdracht = opdrachtOp(werkblad()?.querySelector('[data-meldt="samengevoegd"]') ?? null);
  if (!opdracht) return;
  const naam = veldOp('[data-groepsnaam]');
  const velden = { ...opdracht.velden, naam: naam?.value.trim() ?? '' };
  if (naam) naam.value = '';
  const done = await voerUit(
    { ...opdracht, velden },
    { gekozen: ids.join(',') },
    zin.gedaan['samengevoegd'] ?? '',
  );
  const now = veldOp('[data-groepsnaam]');
  if (done) gekozen.clear();
  else if (now) now.value = velden.naam;
  werkNaTekenen();
}

/** What is dragged together with this one: all that was chosen, when it is one of them. */
export const samenMet = (id: string): string[] =>
  gekozen.has(id) ? [id, ...[...gekozen].filter((one) => one !== id)] : [id];

/** What was dropped somewhere is not chosen any more. */
export async function voegToe(groep: Element, ids: readonly string[]): Promise<void> {
  const opdracht = opdrachtOp(groep, 'erbij');
  if (!opdracht) return;
  if (await voerUit(opdracht, { gekozen: ids.join(',') }, zin.gedaan['erbij'] ?? ''))
    gekozen.clear();
  werkNaTekenen();
}
