import { meld } from '../pagina/melding.ts';
import { zin } from '../pagina/zinnen.ts';

/** The order before one was picked up, so that it can be put back. */
let opgepakt: { stuk: Element; voor: Element[] } | undefined;

const lijstVan = (stuk: Element) => stuk.closest('[data-volgorde]');
const naamVan = (stuk: Element) =>
  stuk.querySelector('.plaatstekst')?.firstChild?.textContent?.trim() ?? '';

/** An order that is changed by dragging, by keys, or by typing a place. The form's own button saves it. */
export function volgVolgorde(): void {
  document.addEventListener('keydown', (event) => {
    const { target, key } = event;
    const greep = target instanceof Element ? target.closest('[data-verplaats]') : null;
    if (greep && toets(greep, key)) event.preventDefault();
  });
  document.addEventListener('click', ({ target, detail }) => {
    const greep = target instanceof Element ? target.closest('[data-verplaats]') : null;
    // The browser makes a click of a key press too; the key itself has been handled.
    if (greep && detail > 0) pakOp(greep);
  });
  document.addEventListener('focusout', ({ target }) => {
    if (target instanceof Element && target.matches('[data-verplaats]')) legNeer();
  });
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.closest('[data-volgorde]')) getypt(target);
  });
}

function toets(greep: Element, key: string): boolean {
  const stuk = greep.closest('[data-stuk]');
  const lijst = stuk && lijstVan(stuk);
  if (!stuk || !lijst) return false;
  if (key === ' ' || key === 'Enter') {
    if (opgepakt) legNeer();
    else pakOp(greep);
    return true;
  }
  if (!opgepakt) return false;
  if (key === 'Escape') {
    schik(lijst, opgepakt.voor, naamVan(stuk), stuk);
    legNeer();
    hou(greep);
    return true;
  }
  const kept = opgepakt;
  return schuif(stuk, key) && verschoven(greep, stuk, lijst, kept);
}

function schuif(stuk: Element, key: string): boolean {
  const [voor, na] = [stuk.previousElementSibling, stuk.nextElementSibling];
  if (key === 'ArrowUp' && voor) voor.before(stuk);
  else if (key === 'ArrowDown' && na) na.after(stuk);
  else return false;
  return true;
}

function verschoven(greep: Element, stuk: Element, lijst: Element, kept: typeof opgepakt): true {
  nummer(lijst);
  hou(greep);
  opgepakt = kept;
  greep.setAttribute('aria-pressed', 'true');
  meldPlaats(stuk);
  return true;
}

/** Restores the focus, which moving an element takes away. */
function hou(greep: Element): void {
  opgepakt = undefined;
  if (greep instanceof HTMLElement) greep.focus();
}

function pakOp(greep: Element): void {
  const stuk = greep.closest('[data-stuk]');
  const lijst = stuk && lijstVan(stuk);
  if (!stuk || !lijst) return;
  legNeer();
  opgepakt = { stuk, voor: [...lijst.children] };
  greep.setAttribute('aria-pressed', 'true');
  meld(zin.opgepakt(naamVan(stuk), [...lijst.children].indexOf(stuk) + 1));
}

function legNeer(): void {
  const { stuk, voor } = opgepakt ?? {};
  opgepakt = undefined;
  stuk?.querySelector('[data-verplaats]')?.setAttribute('aria-pressed', 'false');
  const lijst = stuk && lijstVan(stuk);
  if (stuk && voor && lijst) meldVerplaatst(lijst, stuk, voor);
}

/** Dropped by dragging: before the element that lies there when it comes from below, behind it when it comes from above. */
export function verplaatsNaar(stuk: Element, doel: Element): void {
  const lijst = lijstVan(stuk);
  if (!lijst) return;
  const voor = [...lijst.children];
  if (voor.indexOf(stuk) < voor.indexOf(doel)) doel.after(stuk);
  else doel.before(stuk);
  nummer(lijst);
  meldVerplaatst(lijst, stuk, voor);
}

function getypt(input: HTMLInputElement): void {
  const stuk = input.closest('[data-stuk]');
  const lijst = stuk && lijstVan(stuk);
  const plaats = Number(input.value);
  if (!stuk || !lijst || !Number.isInteger(plaats) || plaats < 1) return;
  const voor = [...lijst.children];
  const doel = voor[Math.min(plaats, voor.length) - 1];
  if (doel && doel !== stuk) verplaatsNaar(stuk, doel);
}

/** Numbers the places, which are what is saved. */
function nummer(lijst: Element): void {
  [...lijst.children].forEach((stuk, at) => {
    const input = stuk.querySelector<HTMLInputElement>('.plaats input');
    if (input) input.value = String(at + 1);
  });
  lijst.closest('form')?.setAttribute('data-vuil', '');
}

function schik(lijst: Element, voor: readonly Element[], naam: string, stuk: Element): void {
  lijst.append(...voor);
  nummer(lijst);
  meld(zin.plaats(naam, voor.indexOf(stuk) + 1, voor.length));
}

function meldVerplaatst(lijst: Element, stuk: Element, voor: readonly Element[]): void {
  const now = [...lijst.children];
  const [van, naar] = [voor.indexOf(stuk), now.indexOf(stuk)];
  if (van === naar) return;
  meld(`${zin.plaats(naamVan(stuk), naar + 1, now.length)} ${zin.nogVaststellen}`, {
    titel: zin.ongedaan,
    doe: () => schik(lijst, voor, naamVan(stuk), stuk),
  });
}

function meldPlaats(stuk: Element): void {
  const all = [...(lijstVan(stuk)?.children ?? [])];
  meld(zin.plaats(naamVan(stuk), all.indexOf(stuk) + 1, all.length));
}
