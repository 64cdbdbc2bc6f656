import { gezienIs, venster, ververs } from '../pagina/blad.ts';
import { velden } from '../pagina/formulieren.ts';
import { isTeHerhalen, rust, verstuur } from './bewaren.ts';
import {
  heeftStrijd,
  isElders,
  isVuil,
  kies,
  voegIn,
  type Concept,
  type Velden,
} from './concept.ts';
import { vul } from './invoer.ts';
import { onthoudKeuzes, vulAan } from './keuzes.ts';
import { toon } from './uitkomst-beeld.ts';
import { naBewaren, voorBladeren, type Gebaar } from '../pagina/venster.ts';
import type { Fragment } from '../pagina/vragen.ts';

/** Saved this long after the last key, ms. */
const NA_TYPEN_MS = 1_200;
/** A save that failed is tried again at this interval, ms. */
const OPNIEUW_MS = 3_000;

const concepten = new Map<string, Concept>();
/** The forms that were taken in as the server drew them: from then on they hold what a person makes of them. */
const gebonden = new WeakSet<HTMLFormElement>();
const onderweg = new Map<string, Promise<unknown>>();
/** Points for which a page came while a save was on its way. */
const gemist = new Set<string>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();

const vormOp = (root: ParentNode) => root.querySelector<HTMLFormElement>('form[data-uitkomst]');
const sleutel = (form: HTMLFormElement) =>
  `${form.dataset['project'] ?? ''} ${form.dataset['uitkomst'] ?? ''}`;

/** The outcome form saves itself: a moment after typing, on leaving a field, and when the connection is back. */
export function volgUitkomsten(): void {
  document.addEventListener('input', ({ target }) => getypt(target, NA_TYPEN_MS));
  document.addEventListener('change', ({ target }) => getypt(target, 0));
  document.addEventListener('focusout', ({ target }) => getypt(target, 0));
  document.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLElement && target.closest('form[data-uitkomst]')) gedrukt(target);
  });
  voorBladeren(bewaardOp);
  naBewaren(uitVenster);
  setInterval(() => {
    for (const concept of concepten.values()) if (isTeHerhalen(concept)) void bewaar(concept);
  }, OPNIEUW_MS);
  addEventListener('beforeunload', (event) => {
    if ([...concepten.values()].some(isVuil)) event.preventDefault();
  });
}

function getypt(target: EventTarget | null, na: number): void {
  const form = target instanceof Element ? target.closest('form') : null;
  const concept =
    form?.dataset['uitkomst'] === undefined ? undefined : concepten.get(sleutel(form));
  if (!form || !concept) return;
  const before = JSON.stringify(concept.nu);
  concept.nu = velden(form);
  const isNieuw = JSON.stringify(concept.nu) !== before;
  if (isNieuw) {
    concept.fouten = {};
    concept.magToch = false;
    if (concept.staat !== 'bezig') concept.staat = 'getypt';
    toon(concept);
  }
  if (isVuil(concept) && (isNieuw || na === 0)) straks(concept, na);
}

function straks(concept: Concept, na: number): void {
  clearTimeout(timers.get(concept.punt));
  timers.set(
    concept.punt,
    setTimeout(() => void bewaar(concept), na),
  );
}

function gedrukt(target: HTMLElement): void {
  const form = target.closest('form');
  const concept = form && concepten.get(sleutel(form));
  const veld = target.closest('[data-veld]')?.getAttribute('data-veld') ?? '';
  if (!form || !concept) return;
  if (target.closest('[data-toch]')) return void bewaar(concept, 'toch');
  const over = target.closest('[data-neem-over]') !== null;
  if (!over && !target.closest('[data-houd]')) return;
  kies(concept, veld, over);
  vul(form, concept.nu);
  toon(concept);
  form.querySelector<HTMLElement>(`[data-veld="${veld}"] :is(textarea, input, select)`)?.focus();
  void bewaar(concept);
}

/** Fills a form that was drawn anew with what was typed in it before, beside what the server has now. */
export function bind(root: ParentNode): void {
  const form = vormOp(root);
  if (!form || gebonden.has(form)) return;
  gebonden.add(form);
  const {
    rev = '0',
    door = '',
    project = '',
    verb = '',
    args = '{}',
    uitkomst = '',
  } = form.dataset;
  onthoudKeuzes(form);
  const server = velden(form);
  const known = concepten.get(sleutel(form));
  const concept: Concept = known ?? {
    punt: uitkomst,
    nonce: crypto.randomUUID(),
    rev: Number(rev),
    door,
    vraag: { project, verb, args: JSON.parse(args) as Record<string, string> },
    basis: server,
    nu: { ...server },
    anders: {},
    verzonden: [],
    staat: 'stil',
    melding: '',
    fouten: {},
    magToch: false,
  };
  concepten.set(sleutel(form), concept);
  nieuws(concept, form, server, Number(rev), door);
}

/** Takes what the server has now into the form on the page. True: nothing more has to be drawn. */
export function werkUitkomstBij(old: Element, next: Element): boolean {
  const [form, fresh] = [vormOp(old), vormOp(next)];
  const concept = form && concepten.get(sleutel(form));
  if (!form || !concept) return false;
  // A person who may not write any more still sees the text that could not be stored.
  if (!fresh) return isVuil(concept);
  vulAan(form, fresh);
  nieuws(concept, form, velden(fresh), Number(fresh.dataset['rev']), fresh.dataset['door'] ?? '');
  return true;
}

type Nieuws = [concept: Concept, form: HTMLFormElement, server: Velden];

function nieuws(...[concept, form, server, rev, door]: [...Nieuws, number, string]): void {
  // A save on its way is settled first; after it the page is asked for again.
  if (onderweg.has(concept.punt)) gemist.add(concept.punt);
  else kwamErbij(concept, server, rev, door);
  vul(form, concept.nu);
  toon(concept);
}

function kwamErbij(concept: Concept, server: Velden, rev: number, door: string): void {
  const before = concept.rev;
  gemist.delete(concept.punt);
  voegIn(concept, server, rev, door);
  rust(concept);
  // What stands here can be stored on top of what came in.
  if (concept.rev > before && isVuil(concept) && !heeftStrijd(concept)) straks(concept, 0);
}

/** Sends all that was typed now, also on a page that is being left. */
export function bewaarAlles(): void {
  for (const concept of concepten.values()) if (isVuil(concept)) void bewaar(concept);
}

/** Saves what stands on the page. True when nothing is left to save. */
export async function bewaarHier(root: ParentNode): Promise<boolean> {
  const form = vormOp(root);
  return !form || bewaarVorm(form);
}

async function bewaarVorm(form: HTMLFormElement): Promise<boolean> {
  const concept = concepten.get(sleutel(form));
  if (!concept) return true;
  concept.nu = velden(form);
  await bewaar(concept);
  return !isVuil(concept);
}

/** Where a window starts that opens from the form; not past what another person wrote and nobody looked at yet. */
async function bewaardOp(form: HTMLFormElement): Promise<number | undefined> {
  const concept = concepten.get(sleutel(form));
  if (!concept) return undefined;
  await bewaarVorm(form);
  return heeftStrijd(concept) ? undefined : concept.rev;
}

/** Another page of a long list stands in a window: what was chosen there is what stands here from now on. */
function uitVenster({ project, verb, velden: sent }: Gebaar, { over = '', rev = 0 }: Fragment) {
  const concept = concepten.get(`${project} ${over}`);
  if (concept?.vraag.verb !== verb) return;
  isElders(concept, sent, rev);
  onthoudKeuzes(venster());
  const form = document.querySelector<HTMLFormElement>(`form[data-uitkomst="${over}"]`);
  if (form) vul(form, concept.nu);
  toon(concept);
}

/** One save at a time; what was typed meanwhile follows. */
async function bewaar(concept: Concept, extra: '' | 'toch' = ''): Promise<void> {
  const { punt } = concept;
  clearTimeout(timers.get(punt));
  while (onderweg.has(punt)) await onderweg.get(punt);
  if (!isVuil(concept)) rust(concept);
  if (!isVuil(concept) || heeftStrijd(concept)) return toon(concept);
  const work = verstuur(concept, extra);
  onderweg.set(punt, work);
  const answer = await work;
  onderweg.delete(punt);
  toon(concept);
  if (answer) await daarna(concept, answer);
  else if (gemist.has(punt)) await ververs();
}

/** The page as it is now: with the tick, or with what another person wrote meanwhile. */
async function daarna(concept: Concept, { opgeslagen, reden, n }: Fragment): Promise<void> {
  if (opgeslagen) gezienIs(n);
  if (opgeslagen || reden === 'gewijzigd') await ververs();
  if (opgeslagen && isVuil(concept)) straks(concept, NA_TYPEN_MS);
}

const open = (project: string) =>
  [...concepten.values()].filter((concept) => concept.vraag.project === project && isVuil(concept));

/** The points with text that is not stored yet. */
export const onbewaard = (project: string): string[] => open(project).map(({ punt }) => punt);

/** Unsaved texts of a person who has no form any more to put them in. */
export const onbewaardeTeksten = (project: string): string[] =>
  open(project)
    .map(({ nu }) => nu['tekst'] ?? '')
    .filter((text) => text.trim() !== '');
