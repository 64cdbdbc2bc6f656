import { opdrachtOp, voerUit } from './opdracht.ts';
import { verplaatsNaar } from './volgorde.ts';
import { samenMet, voegSamen, voegToe } from './werk.ts';
import { zin } from '../pagina/zinnen.ts';

/** A move of less than this is not dragging, px. */
const BEGIN_PX = 6;
/** Near the edge the page scrolls along: within this distance, and at this speed, px. */
const RAND_PX = 60;
const SCHUIF_PX = 14;

/** The browser makes its click within this time, ms. */
const NA_LOSLATEN_MS = 50;

interface Sleep {
  stuk: HTMLElement;
  id: string;
  pointer: number;
  x: number;
  y: number;
  beeld?: HTMLElement;
  doel?: Element | undefined;
}

let nu: Sleep | undefined;

/** True while something is being dragged, so that nothing under it is drawn again. */
export const isAanHetSlepen = (): boolean => nu?.beeld !== undefined;

/** Dragging with mouse, pen or finger. A finger drags by the handle only; elsewhere it scrolls. */
export function volgSlepen(): void {
  document.addEventListener('pointerdown', begin);
  document.addEventListener('pointermove', beweeg);
  document.addEventListener('pointerup', laatLos);
  document.addEventListener('pointercancel', stop);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && nu?.beeld) stop();
  });
}

function begin({ target, button, pointerId, pointerType, clientX, clientY }: PointerEvent): void {
  if (button !== 0 || !(target instanceof Element)) return;
  const stuk = target.closest<HTMLElement>('[data-stuk]');
  const isGreep = target.closest('[data-greep]') !== null;
  if (!stuk || (pointerType !== 'mouse' && !isGreep)) return;
  if (!isGreep && target.closest('input, select, textarea, [data-opdracht]')) return;
  nu = {
    stuk,
    id: stuk.dataset['stuk'] ?? '',
    pointer: pointerId,
    x: clientX,
    y: clientY,
  };
}

function beweeg(event: PointerEvent): void {
  if (event.pointerId !== nu?.pointer) return;
  const { clientX, clientY } = event;
  if (!nu.beeld && Math.hypot(clientX - nu.x, clientY - nu.y) < BEGIN_PX) return;
  event.preventDefault();
  nu.beeld ??= opgepakt(nu);
  nu.beeld.style.translate = `${clientX + 8}px ${clientY + 8}px`;
  const under = document.elementFromPoint(clientX, clientY)?.closest('[data-doel]');
  if (under !== nu.doel) wijsAan(nu, under ?? undefined);
  if (clientY < RAND_PX) scrollBy(0, -SCHUIF_PX);
  if (clientY > innerHeight - RAND_PX) scrollBy(0, SCHUIF_PX);
}

function opgepakt({ stuk, id }: Sleep): HTMLElement {
  const beeld = document.createElement('div');
  beeld.className = 'sleepbeeld';
  beeld.setAttribute('aria-hidden', 'true');
  const n = stuk.closest('[data-stukken]') ? samenMet(id).length : 1;
  const text = stuk.querySelector('.stukknop, .plaatstekst')?.textContent ?? stuk.textContent;
  beeld.textContent = `${text.replace(/\s+/g, ' ').trim().slice(0, 80)}${n > 1 ? ` (+${n - 1})` : ''}`;
  document.body.append(beeld);
  document.documentElement.toggleAttribute('data-sleept', true);
  return beeld;
}

function wijsAan(sleep: Sleep, doel: Element | undefined): void {
  sleep.doel?.removeAttribute('data-hier');
  sleep.doel = doel && past(sleep, doel) ? doel : undefined;
  sleep.doel?.setAttribute('data-hier', '');
}

function past({ stuk, id }: Sleep, doel: Element): boolean {
  if (doel.getAttribute('data-id') === id) return false;
  const soort = doel.getAttribute('data-doel');
  if (soort === 'plaats') return stuk.closest('[data-volgorde]') === doel.parentElement;
  const isLos = stuk.closest('[data-stukken]') !== null;
  if (soort === 'groep') return isLos && doel.hasAttribute('data-erbij');
  return soort === 'stuk' ? isLos : !isLos && stuk.hasAttribute('data-eruit');
}

function stop(): void {
  if (!nu) return;
  nu.doel?.removeAttribute('data-hier');
  nu.beeld?.remove();
  document.documentElement.removeAttribute('data-sleept');
  nu = undefined;
}

function laatLos({ pointerId }: PointerEvent): void {
  if (pointerId !== nu?.pointer) return;
  const { stuk, id, doel, beeld } = nu;
  stop();
  if (!beeld) return;
  slikKlik(stuk);
  if (doel) void zetNeer(stuk, id, doel);
}

/** Dropped where it was picked up, the browser makes a click of it; it is not meant as one. */
function slikKlik(stuk: Element): void {
  const slik = (event: Event) => {
    if (event.target instanceof Node && stuk.contains(event.target)) event.stopPropagation();
  };
  addEventListener('click', slik, { capture: true });
  setTimeout(() => removeEventListener('click', slik, { capture: true }), NA_LOSLATEN_MS);
}

async function zetNeer(stuk: HTMLElement, id: string, doel: Element): Promise<void> {
  const other = doel.getAttribute('data-id') ?? '';
  const soort = doel.getAttribute('data-doel');
  if (soort === 'plaats') return verplaatsNaar(stuk, doel);
  if (soort === 'groep') return voegToe(doel, samenMet(id));
  // The thing that lies there already gives its name.
  if (soort === 'stuk') return voegSamen([...new Set([other, ...samenMet(id)])]);
  const opdracht = opdrachtOp(stuk, 'eruit');
  if (opdracht) await voerUit(opdracht, {}, zin.gedaan['eruit'] ?? '');
}
