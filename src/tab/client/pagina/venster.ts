import { element, gezienIs, haalIn, venster, ververs } from './blad.ts';
import { isBewaard, isVuil, mee, velden } from './formulieren.ts';
import { meld, meldtHier } from './melding.ts';
import { Fout, vraag, type Fragment } from './vragen.ts';

/** Shows a screen above the page. */
function toonVenster({ html }: Pick<Fragment, 'html'>): void {
  const dialog = venster();
  element('vensternieuws').replaceChildren();
  element('vensterinhoud').innerHTML = html;
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
  const wrong = dialog.querySelector<HTMLElement>('[aria-invalid], .mis input');
  (wrong ?? document.getElementById('venstertitel'))?.focus();
}

/** Opens a view or a form. */
export async function open(
  project: string,
  verb: string,
  args: Readonly<Record<string, string>>,
  typed: { velden?: Record<string, string>; nonce?: string; rev?: number } = {},
): Promise<void> {
  toonVenster(await of(() => vraag('/tab/blad', { project, verb, args, ...typed })));
}

/** What a button or a form sends. */
export interface Gebaar {
  project: string;
  verb: string;
  args: Readonly<Record<string, string>>;
  rev: number;
  nonce: string;
  velden: Record<string, string>;
  extra: string;
}

/** Gives the revision on which the form stands then; undefined where it is that of the page. */
type VoorBladeren = (form: HTMLFormElement) => Promise<number | undefined>;
type NaBewaren = (gebaar: Gebaar, answer: Fragment) => void;

const voorBlad: VoorBladeren[] = [];
const naBewaard: NaBewaren[] = [];

/** Called before a page of a form is turned: for a form that saves itself. */
export const voorBladeren = (hook: VoorBladeren): void => void voorBlad.push(hook);
/** Called when something was stored, while the window still shows it: for a page that holds the same answers. */
export const naBewaren = (hook: NaBewaren): void => void naBewaard.push(hook);

/** Sends an act and shows what became of it. Sending it twice stores it once, because the nonce is the same. */
export async function doe(vraagt: Gebaar): Promise<void> {
  const form = element('vensterinhoud').querySelector('form');
  const nonce = form?.dataset['nonce'] ?? '';
  try {
    const answer = await vraag('/tab/doe', vraagt);
    if (answer.reden === 'unknown') onzeker.add(nonce);
    else onzeker.delete(nonce);
    if (answer.opgeslagen === true) for (const hook of naBewaard) hook(vraagt, answer);
    if (answer.opgeslagen === true && vraagt.extra !== 'nogEen' && meldtHier())
      return await zegHier(vraagt.verb, answer);
    toonVenster(answer);
    if (answer.opgeslagen !== true) {
      // What was typed is still not stored.
      element('vensterinhoud').querySelector('form')?.setAttribute('data-vuil', '');
      return;
    }
    gezienIs(answer.n);
    isBewaard(vraagt.verb);
    await ververs();
    document.getElementById('venstertitel')?.focus();
  } catch (error) {
    if (!(error instanceof Fout)) throw error;
    const zin = onzeker.has(nonce) && error.status !== 0 ? ONZEKER : error.message;
    if (error.status === 0) onzeker.add(nonce);
    if (form) meldInVenster(form, zin);
    else toonVenster(foutVenster(zin));
  }
}

/** Forms that were sent without an answer: nobody knows whether they are stored until the server has looked. */
const onzeker = new Set<string>();
const ONZEKER =
  'Ik weet nog niet of dit is opgeslagen. Probeer het opnieuw. Ik sla niets dubbel op.';

/**
 * On a page that a whole room looks at, and that updates itself, one sentence says what was done, without a window in
 * front.
 */
async function zegHier(verb: string, { n, titel }: Fragment): Promise<void> {
  gezienIs(n);
  isBewaard(verb);
  venster().close();
  await ververs();
  meld(titel);
}

/** All that was typed stays where it is. */
function meldInVenster(form: HTMLFormElement, zin: string): void {
  const p = document.createElement('p');
  p.className = 'melding waarschuwing';
  p.setAttribute('role', 'alert');
  p.textContent = zin;
  form.querySelector('.melding')?.remove();
  form.querySelector('h2')?.after(p);
}

async function of(work: () => Promise<Fragment>): Promise<Pick<Fragment, 'html'>> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Fout)) throw error;
    return foutVenster(error.message);
  }
}

/** One sentence above the page; `deel`: how far something is, from 0 to 1. Its changes do not take the focus. */
export function toonMelding(zin: string, deel?: number): void {
  const bezig = element('vensterinhoud').querySelector<HTMLProgressElement>('progress');
  if (!bezig || deel === undefined) {
    const balk = deel === undefined ? '' : '<progress max="1" value="0"></progress>';
    toonVenster({ html: `${foutVenster(zin).html}${balk}` });
  }
  const now = element('vensterinhoud').querySelector<HTMLProgressElement>('progress');
  if (now) now.value = deel ?? 0;
}

function foutVenster(zin: string): Pick<Fragment, 'html'> {
  const heading = document.createElement('h2');
  heading.id = 'venstertitel';
  heading.tabIndex = -1;
  heading.textContent = zin;
  return { html: heading.outerHTML };
}

/** The form again with what another person changed beside it, and all that was typed. */
export async function metNieuws(): Promise<void> {
  const form = venster().querySelector<HTMLFormElement>('form.formulier');
  if (!venster().open || !form) return ververs();
  const { project = '', verb = '', args = '{}', nonce = '', rev = '0' } = form.dataset;
  const typed = { velden: velden(form), nonce, rev: Number(rev) };
  await ververs();
  await open(project, verb, JSON.parse(args) as Record<string, string>, typed);
  venster().querySelector('form')?.setAttribute('data-vuil', '');
}

/** Shows another page of a long list, with all that was filled in. */
export async function blader(button: HTMLElement): Promise<void> {
  const form = button.closest('form');
  if (!form) return;
  const { project = '', verb = '', args = '{}', nonce = '' } = form.dataset;
  let rev = Number(form.dataset['rev'] ?? '0');
  for (const hook of voorBlad) rev = (await hook(form)) ?? rev;
  // The person may have gone to another page meanwhile.
  if (!form.isConnected) return;
  const typed = { velden: { ...velden(form), ...mee(button) }, nonce, rev };
  await open(project, verb, JSON.parse(args) as Record<string, string>, typed);
  venster().querySelector('form')?.setAttribute('data-vuil', '');
}

/** Closing asks first when something was typed. */
export function volgVenster(): void {
  const dialog = venster();
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    sluit();
  });
  dialog.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-sluit]')) sluit();
    if (target instanceof Element && target.closest('[data-weg]')) {
      const go = verder;
      dialog.close();
      go?.();
    }
  });
  dialog.addEventListener('close', () => {
    element('vensterinhoud').replaceChildren();
    verder = undefined;
    void haalIn();
  });
}

function sluit(): void {
  if (!isVuil(venster())) return venster().close();
  verder = undefined;
  element('vensternieuws').replaceChildren(`${ONBEWAARD} `, wegKnop('Toch sluiten'));
}

const ONBEWAARD = 'Je hebt dit nog niet opgeslagen.';

/** Where the person was going when they were asked about what they typed. */
let verder: (() => void) | undefined;

/** Goes on at once, or first asks about typed text that would be lost. True: it asks. */
export function vraagEerst(gaVerder: () => void): boolean {
  const dialog = venster();
  const isHier = dialog.open && isVuil(dialog);
  if (!isHier && !isVuil(element('inhoud'))) {
    gaVerder();
    return false;
  }
  const weg = wegKnop('Toch weggaan');
  if (isHier) element('vensternieuws').replaceChildren(`${ONBEWAARD} `, weg);
  else {
    toonVenster(foutVenster(ONBEWAARD));
    const blijf = knop('Blijf hier', 'knop');
    blijf.dataset['sluit'] = '';
    const row = document.createElement('div');
    row.className = 'knoppen';
    row.append(blijf, weg);
    element('vensterinhoud').append(row);
  }
  verder = gaVerder;
  return true;
}

function wegKnop(titel: string): HTMLButtonElement {
  const button = knop(titel, 'knop gevaar');
  button.dataset['weg'] = '';
  return button;
}

function knop(titel: string, look: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = look;
  button.textContent = titel;
  return button;
}
