import { isVuil } from './formulieren.ts';
import { metSchikking } from './tabellen.ts';
import { Fout, vraag, type Fragment } from './vragen.ts';

/** Which page somebody looks at. */
export interface Plek {
  project: string;
  blad: string;
  /** Conversation that Teams shows the tab in, where no project is known yet. */
  gesprek?: string;
  args?: Readonly<Record<string, string>>;
}

/** After each drawing of the page: for scripts that belong to one page. */
type NaTekenen = (main: HTMLElement, fragment: Fragment) => void;

/** Draws a page that is on the screen already, and keeps what somebody is doing in it. False: it has to be drawn anew. */
type EigenTekening = (main: HTMLElement, fragment: Fragment) => boolean;

const eigen = new Map<string, EigenTekening>();
export const tekentZelf = (blad: string, draw: EigenTekening): void => void eigen.set(blad, draw);

let hier: Plek = { project: '', blad: '' };
/** Rises with every page that is opened. */
let keer = 0;
/** Rises with every page that is asked for: of two quick presses the last one counts. */
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

/** What the page shows is what is asked for the next time. */
export function houdVast(args: Readonly<Record<string, string>>): void {
  hier = { ...hier, args };
  history.replaceState(hier, '', adres());
}

/** Opens a page. `isNieuw`: one can come back from it. */
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

/** The same page as it is now; whoever reads stays where they are. */
export async function ververs(): Promise<void> {
  const asked = keer;
  // Who went on meanwhile looks at another page.
  const fragment = await geladen(hier, () => keer === asked);
  if (fragment) teken(fragment);
}

/** One went back in the browser, and stays where one is. */
export const blijf = (): void => history.pushState(hier, '', adres());

/** Ids only: no address holds anything that people wrote. */
const adres = () =>
  `/tab?${new URLSearchParams(
    Object.entries({ project: hier.project, blad: hier.blad }).filter(([, value]) => value !== ''),
  ).toString()}`;

/** Undefined when it did not come, or is not wanted any more by then. */
async function geladen(naar: Plek, isGewenst: () => boolean): Promise<Fragment | undefined> {
  try {
    const fragment = await vraag('/tab/blad', naar);
    return isGewenst() ? fragment : undefined;
  } catch (error) {
    if (!(error instanceof Fout)) throw error;
    if (!isGewenst()) return undefined;
    // What is being typed stays; the next look may go better.
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

/** Finds the same thing again after drawing: who walks by keyboard does not lose their place. */
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

/** What is stored now is known to who stored it. */
export const gezienIs = (n: number): void => void (gezien = Math.max(gezien, n));

/** Somebody else changed something: shown at once, unless that would take away what is being typed. */
export async function ietsVeranderd(n: number): Promise<void> {
  if (n <= gezien) return;
  const isBezig =
    !eigen.has(hier.blad) && (isVuil(element('inhoud')) || (venster().open && isVuil(venster())));
  if (!isBezig) return ververs();
  gezien = n;
  isOud = true;
  meldNieuws('Er is net iets veranderd.');
}

/** Draws what could not be drawn while somebody was typing. */
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
