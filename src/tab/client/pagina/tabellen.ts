/** How a person arranged a table; kept when the page is drawn again. */
interface Schikking {
  zoek: string;
  kolom: number;
  af: boolean;
}

const GEEN: Schikking = { zoek: '', kolom: -1, af: false };
const schikkingen = new WeakMap<Element, Schikking>();

const deelVan = (target: EventTarget | null) =>
  target instanceof Element ? target.closest('[data-tabel]') : null;

/** Sorting and filtering of what stands on the page already. */
export function volgTabellen(): void {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-sorteer]') : null;
    const deel = deelVan(target);
    if (!button || !deel) return;
    const kolom = Number(button.getAttribute('data-sorteer'));
    const now = schikkingen.get(deel) ?? GEEN;
    const isEerste = now.kolom !== kolom;
    const af = isEerste ? button.hasAttribute('data-hoogste-eerst') : !now.af;
    schik(deel, { ...now, kolom, af });
  });
  document.addEventListener('input', ({ target }) => {
    const deel = deelVan(target);
    if (!deel) return;
    const now = schikkingen.get(deel) ?? GEEN;
    if (target instanceof HTMLInputElement && target.matches('[data-filter]'))
      schik(deel, { ...now, zoek: target.value });
    if (target instanceof HTMLSelectElement && target.matches('[data-sorteer-op]'))
      schik(deel, { ...now, kolom: target.value === '' ? -1 : Number(target.value), af: false });
  });
}

function schik(deel: Element, schikking: Schikking): void {
  schikkingen.set(deel, schikking);
  const { zoek, kolom, af } = schikking;
  const body = deel.querySelector('tbody');
  if (!body) return;
  const rows = [...body.rows];
  rows.forEach((row, at) => (row.dataset['plek'] ??= String(at)));
  body.append(...rows.sort(kolom < 0 ? opPlek : opKolom(kolom, af)));
  const wanted = zoek.trim().toLocaleLowerCase('nl');
  for (const row of rows)
    row.hidden = wanted !== '' && !row.textContent.toLocaleLowerCase('nl').includes(wanted);
  const shown = rows.filter(({ hidden }) => !hidden).length;
  const status = deel.querySelector('[data-gevonden]');
  if (status) status.textContent = wanted === '' ? '' : `${shown} van ${rows.length} gevonden`;
  deel.querySelectorAll('thead th').forEach((th, at) => {
    if (at === kolom) th.setAttribute('aria-sort', af ? 'descending' : 'ascending');
    else th.removeAttribute('aria-sort');
  });
}

type Volgorde = (a: HTMLTableRowElement, b: HTMLTableRowElement) => number;

const opPlek: Volgorde = (a, b) => Number(a.dataset['plek']) - Number(b.dataset['plek']);

/** What is not known comes last, in both directions. */
const opKolom =
  (kolom: number, af: boolean): Volgorde =>
  (a, b) => {
    const [one = '', other = ''] = [a, b].map((row) => row.cells[kolom]?.dataset['opWaarde'] ?? '');
    if (one === '' || other === '') return one === other ? opPlek(a, b) : one === '' ? 1 : -1;
    const numbers = [Number(one), Number(other)] as const;
    const order = numbers.some(Number.isNaN)
      ? one.localeCompare(other, 'nl', { numeric: true })
      : numbers[0] - numbers[1];
    return (af ? -order : order) || opPlek(a, b);
  };

/** Draws `main` with `draw`, and arranges its tables as they were. */
export function metSchikking(main: HTMLElement, draw: () => void): void {
  const before = new Map(
    [...main.querySelectorAll('[data-tabel]')].map((deel) => [
      deel.getAttribute('data-tabel'),
      schikkingen.get(deel),
    ]),
  );
  draw();
  for (const deel of main.querySelectorAll('[data-tabel]')) {
    const schikking = before.get(deel.getAttribute('data-tabel'));
    if (!schikking) continue;
    const filter = deel.querySelector<HTMLInputElement>('[data-filter]');
    if (filter) filter.value = schikking.zoek;
    schik(deel, schikking);
  }
}
