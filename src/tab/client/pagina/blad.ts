import { isVuil } from './formulieren.ts';
import { metSchikking } from './tabellen.ts';
import { Fout, vraag, type Fragment } from './vragen.ts';

/** The page that the person looks at. */
export interface Plek {
  project: string;
  blad: string;
  /** The conversation that Teams shows the tab in, as long as the project is not known. */
  gesprek?: string;
  args?: Readonly<Record<string, string>>;
}

/** Called each time the page was drawn: for scripts that belong to one page. */
type NaTekenen = (main: HTMLElement, fragment: Fragment) => void;

/** Updates a page that is on the screen, and keeps what the person is doing in it. False: it has to be drawn from scratch. */
type EigenTekening = (main: HTMLElement, fragment: Fragment) => boolean;

const eigen = new Map<string, EigenTekening>();
export const tekentZelf = (blad: string, draw: EigenTekening): void => void eigen.set(blad, draw);

let hier: Plek = { project: '', blad: '' };
/** Rises with every page that is opened. */
let keer = 0;
/** Rises with every page that is asked for. Of two quick presses the last one counts. */
let gevraagd = 0;
let gezien = 0;
/** True when the page shows less than there is. */
let isOud = false;
const naTekenen: NaTekenen[] = [];

export const naElkeTekening = (hook: NaTekenen): void => void naTekenen.push(hook);
/** The page that is on the screen. */
export const plek = (): Plek => hier;

export function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no #${id}`);
  return found;
}

/** The window above the page. */
export const venster = () => element('venster') as HTMLDialogElement;

/** Keeps the arguments of what the page shows, so that the next request asks for the same. */
export function houdVast(args: Readonly<Record<string, string>>): void {
  hier = { ...hier, args };
  history.replaceState(hier, '', adres());
}

/** Opens a page. `isNieuw`: the browser can go back from it. */
export async function ga(naar: Plek, isNieuw = true): Promise<void> {
  gevraagd += 1;
  const mijn = gevraagd;
  element('inhoud').setAttribute('aria-busy', 'true');
  const fragment = await geladen(naar, () => gevraagd === mijn);
  if (!fragment) return;
  hier = naar;
  keer += 1;
  teken(fragment);
  if (isNieuw) history.pushState(hier, '', adres());
  else history.replaceState(hier, '', adres());
  element('inhoud').focus();
  scrollTo(0, 0);
}

/** Loads the same page again, and keeps the reader's place. */
export async function ververs(): Promise<void> {
  const asked = keer;
  // The person may have gone to another page meanwhile.
  const fragment = await geladen(hier, () => keer === asked);
  if (fragment) teken(fragment);
}

/** Undoes a step back in the browser, so that the person stays on this page. */
export const blijf = (): void => history.pushState(hier, '', adres());

/** Holds ids only: no address holds anything that people wrote. */
const adres = () =>
  `/tab?${new URLSearchParams(
    Object.entries({ project: hier.project, blad: hier.blad }).filter(([, value]) => value !== ''),
  ).toString()}`;

/** The page; undefined when it did not come, or when it is not wanted any more by then. */
async function geladen(naar: Plek, isGewenst: () => boolean): Promise<Fragment | undefined> {
  try {
    const fragment = await vraag('/tab/blad', naar);
    return isGewenst() ? fragment : undefined;
  } catch (error) {
    if (!(error instanceof Fout)) throw error;
    if (!isGewenst()) return undefined;
    // Keeps what is being typed; the next look may succeed.
    if (naar === hier && eigen.has(hier.blad)) return undefined;
    const p = document.createElement('p');
    p.className = 'melding fout';
    p.setAttribute('role', 'alert');
    p.textContent = error.message;
    element('inhoud').removeAttribute('aria-busy');
    element('inhoud').replaceChildren(p, opnieuwKnop(naar));
    return undefined;
  }
}

function opnieuwKnop(naar: Plek): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'knop';
  button.textContent = 'Probeer opnieuw';
  button.addEventListener('click', () => void ga(naar, false));
  return button;
}

function teken(fragment: Fragment): void {
  const main = element('inhoud');
  const focus = plaatsVan(document.activeElement, main);
  const isHeel = eigen.get(fragment.blad ?? '')?.(main, fragment) !== true;
  if (isHeel)
    metSchikking(main, () => {
      main.innerHTML = fragment.html;
    });
  main.removeAttribute('aria-busy');
  if (fragment.nav !== undefined) {
    element('nav').innerHTML = fragment.nav;
    element('nav').removeAttribute('data-open');
  }
  document.title = fragment.titel;
  hier = { ...hier, project: fragment.project, blad: fragment.blad ?? '' };
  gezien = fragment.n;
  isOud = false;
  meldNieuws('');
  if (isHeel) focus?.();
  for (const hook of naTekenen) hook(main, fragment);
}

/** Finds the same element after drawing, so that people who use the keyboard keep their place. */
function plaatsVan(active: Element | null, main: HTMLElement): (() => void) | undefined {
  if (!active || active === main || !main.contains(active)) return undefined;
  const same = (found: Element) =>
    found.tagName === active.tagName &&
    ['data-verb', 'data-args', 'data-sorteer', 'data-filter', 'data-blad', 'id'].every(
      (name) => found.getAttribute(name) === active.getAttribute(name),
    );
  return () => {
    const again = [...main.querySelectorAll<HTMLElement>(active.tagName)].find(same);
    (again ?? main).focus();
  };
}

/** The person who stored this knows of it, so it is no news. */
export const gezienIs = (n: number): void => void (gezien = Math.max(gezien, n));

/** Another person changed something. It is shown at once, unless that would take away what is being typed. */
export async function ietsVeranderd(n: number): Promise<void> {
  if (n <= gezien) return;
  const isBezig =
    !eigen.has(hier.blad) && (isVuil(element('inhoud')) || (venster().open && isVuil(venster())));
  if (!isBezig) return ververs();
  gezien = n;
  isOud = true;
  meldNieuws('Er is net iets veranderd.');
}

/** Draws what could not be drawn while the person was typing. */
export const haalIn = async (): Promise<void> => (isOud ? ververs() : undefined);

function meldNieuws(zin: string): void {
  const places = [element('nieuws'), element('vensternieuws')];
  for (const place of places) place.replaceChildren();
  if (zin === '') return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'knop';
  button.textContent = 'Laat zien';
  button.dataset['toonNieuws'] = '';
  places[venster().open ? 1 : 0]?.replaceChildren(`${zin} `, button);
}
