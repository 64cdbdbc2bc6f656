import { ga, houdVast, naElkeTekening, plek, tekentZelf, venster } from '../pagina/blad.ts';
import { onthoud, werkDelenBij } from './delen.ts';
import { draaiTerug } from '../pagina/melding.ts';
import { volgSlepen } from './sleep.ts';
import {
  bewaarAlles,
  bewaarHier,
  bind,
  onbewaard,
  onbewaardeTeksten,
  volgUitkomsten,
} from './uitkomst.ts';
import { volgVolgorde } from './volgorde.ts';
import { volgWerk, werkNaTekenen } from './werk.ts';
import { zin } from '../pagina/zinnen.ts';
import { vraagEerst } from '../pagina/venster.ts';
import type { Fragment } from '../pagina/vragen.ts';

const BLAD = 'overleg';

const wortel = (root: ParentNode = document) => root.querySelector<HTMLElement>('[data-overleg]');

/** The page of the overleg: keeps what a person is doing while others change things. */
export function volgOverleg(): void {
  tekentZelf(BLAD, houdBij);
  naElkeTekening(naTekenen);
  volgUitkomsten();
  volgWerk();
  volgVolgorde();
  volgSlepen();
  document.addEventListener('keydown', toets);
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset['uitkomst'] === undefined) return;
    event.preventDefault();
    void opslaanEnVerder();
  });
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    if (target.closest('[data-scherm-wissel]')) wisselScherm();
    // Saves what was typed before the page is left.
    if (target.closest('[data-op="blad"]')) bewaarAlles();
  });
}

/** The same point again: changes only what differs. */
function houdBij(main: HTMLElement, { html }: Fragment): boolean {
  const template = document.createElement('template');
  template.innerHTML = html;
  const [old, next] = [wortel(main), wortel(template.content)];
  const isZelfde = ['punt', 'scherm'].every((of) => old?.dataset[of] === next?.dataset[of]);
  if (!old || !next || !isZelfde || old.dataset['punt'] === '') return false;
  const nonce = next.closest('[data-nonce]')?.getAttribute('data-nonce') ?? '';
  old.closest('[data-nonce]')?.setAttribute('data-nonce', nonce);
  werkDelenBij(old, next);
  return true;
}

function naTekenen(main: HTMLElement, { blad }: Fragment): void {
  const root = blad === BLAD ? wortel(main) : null;
  document.documentElement.toggleAttribute('data-groot', root?.dataset['scherm'] === '1');
  if (!root) return;
  if (root.dataset['gebonden'] === undefined) {
    onthoud(root);
    root.dataset['gebonden'] = '';
  }
  // Which point opens first depends on the outcomes so far, so a person who looks at a point keeps it by its id.
  if (plek().args?.['punt'] === undefined) houdVast(argsVan(root, root.dataset['scherm'] === '1'));
  bind(root);
  werkNaTekenen();
  merkOnbewaard(root);
  if (root.dataset['punt'] === 'gehouden' && root.dataset['scherm'] !== '1') toonOnbewaard(root);
}

/** The overleg ended while a person was typing. Their text is shown, but not where a whole room would read it. */
function toonOnbewaard(root: HTMLElement): void {
  root.querySelector('.nagelaten')?.remove();
  const teksten = onbewaardeTeksten(plek().project);
  if (teksten.length === 0) return;
  const box = document.createElement('div');
  box.className = 'melding waarschuwing nagelaten';
  box.setAttribute('role', 'alert');
  box.append(zin.nagelaten);
  for (const tekst of teksten) {
    const p = document.createElement('p');
    p.textContent = tekst;
    box.append(p);
  }
  root.prepend(box);
}

function argsVan(root: HTMLElement, isScherm: boolean): Record<string, string> {
  const punt = /\.(.*)$/.exec(root.dataset['punt'] ?? '')?.[1] ?? '';
  return { ...(punt !== '' && { punt }), ...(isScherm && { scherm: '1' }) };
}

/** Marks the points in the list with something that is not stored yet. */
function merkOnbewaard(root: HTMLElement): void {
  const open = onbewaard(plek().project);
  for (const link of root.querySelectorAll('.puntlink')) {
    const { punt = '' } = JSON.parse(link.getAttribute('data-args') ?? '{}') as { punt?: string };
    const isOpen = open.some((id) => id.endsWith(`.${punt}`) && id !== root.dataset['punt']);
    link.querySelector('.onbewaard')?.remove();
    if (!isOpen) continue;
    const note = document.createElement('span');
    note.className = 'onbewaard';
    note.textContent = zin.onbewaard;
    link.append(note);
  }
}

const stapLink = (naam: string) =>
  wortel()?.querySelector<HTMLElement>(`[data-stap="${naam}"] a`) ?? null;

async function opslaanEnVerder(): Promise<void> {
  const root = wortel();
  if (root && (await bewaarHier(root))) stapLink('volgende')?.click();
}

function wisselScherm(): void {
  const root = wortel();
  if (!root) return;
  bewaarAlles();
  const naar = { ...plek(), args: argsVan(root, root.dataset['scherm'] !== '1') };
  vraagEerst(() => void ga(naar, false));
}

const VELD = 'input:not([type="radio"], [type="checkbox"]), textarea, select';

function toets(event: KeyboardEvent): void {
  const { target, key, altKey, ctrlKey, metaKey } = event;
  if (!wortel() || venster().open || !(target instanceof Element)) return;
  const typt = target.matches(VELD);
  if (key === 'F9') {
    event.preventDefault();
    return wisselScherm();
  }
  if (key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !typt) {
    if (draaiTerug()) event.preventDefault();
    return;
  }
  const naam = altKey ? MET_ALT.get(key) : typt && !isKort(target) ? undefined : ZONDER.get(key);
  const link = naam && !ctrlKey && !metaKey ? stapLink(naam) : null;
  if (!link) return;
  event.preventDefault();
  link.click();
}

/** A text field with nothing to scroll leaves the page keys free to turn the page. */
const isKort = (field: Element) =>
  field.matches('textarea, input[type="text"], input[type="search"], input:not([type])') &&
  field.scrollHeight <= field.clientHeight;

const MET_ALT: ReadonlyMap<string, string> = new Map([
  ['ArrowLeft', 'vorige'],
  ['ArrowRight', 'volgende'],
]);
const ZONDER: ReadonlyMap<string, string> = new Map([
  ['PageUp', 'vorige'],
  ['PageDown', 'volgende'],
]);
