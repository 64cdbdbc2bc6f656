import './tab.css';
import './overleg.css';
import { blijf, element, ga, plek, venster, type Plek } from './pagina/blad.ts';
import { haalOp } from './pagina/download.ts';
import { velden, volgVormen } from './pagina/formulieren.ts';
import { teams, type Gastheer } from './pagina/gastheer.ts';
import { stelIn } from './instellen.ts';
import { lokaal } from './lokaal.ts';
import { volgOverleg } from './overleg/overleg.ts';
import { peil } from './pagina/peilen.ts';
import { volgFotos } from './pagina/fotos.ts';
import { volgTabellen } from './pagina/tabellen.ts';
import { kiesBestand } from './pagina/upload.ts';
import { blader, doe, metNieuws, open, volgVenster, vraagEerst } from './pagina/venster.ts';
import { bijGastheer, teamsOpent } from './pagina/vragen.ts';

const args = (of: Element): Record<string, string> =>
  JSON.parse(of.getAttribute('data-args') || '{}') as Record<string, string>;

/** The project that a button is about: its own, or that of the screen it stands on. */
const projectVan = (of: Element): string =>
  of.getAttribute('data-project') ||
  of.closest('[data-nonce]')?.getAttribute('data-project') ||
  plek().project;

function gedrukt(event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element)) return;
  if (target.closest('[data-toon-nieuws]')) return void metNieuws();
  if (target.closest('[data-nav]')) return wisselNav();
  const found = target.closest('[data-op]');
  if (!found) return;
  const op = found.getAttribute('data-op');
  const verb = found.getAttribute('data-verb') ?? '';
  if (op === 'open') void open(projectVan(found), verb, args(found));
  if (op === 'blader' && found instanceof HTMLElement) void alsEen(found, () => blader(found));
  if (op === 'print') print();
  if (op === 'upload') kiesBestand(found, verb);
  if (op === 'download') void alsEen(found, () => haalOp(projectVan(found), args(found)));
  if (op === 'doe') void alsEen(found, () => doe(tik(found, verb)));
  if (op === 'teams') naarTeams(event, found);
  // With a key held down it opens in a tab of its own, like any link.
  if (op === 'blad' && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    naarBlad(found);
  }
}

/** Teams opens its own forms over itself; elsewhere the link goes the way of any link. */
function naarTeams(event: MouseEvent, link: Element): void {
  if (!(link instanceof HTMLAnchorElement) || !teamsOpent(link.href)) return;
  event.preventDefault();
}

/** On a narrow screen the list of pages can be folded. */
function wisselNav(): void {
  const nav = element('nav');
  const isOpen = nav.toggleAttribute('data-open');
  nav.querySelector('[data-nav]')?.setAttribute('aria-expanded', String(isOpen));
}

function naarBlad(link: Element): void {
  const blad = link.getAttribute('data-blad') ?? '';
  const naar = { project: blad === 'mijn' ? '' : projectVan(link), blad, args: args(link) };
  vraagEerst(() => {
    venster().close();
    void ga(naar);
  });
}

/** Back and forward in the browser. */
function terug(naar: Plek): void {
  const isGevraagd = vraagEerst(() => {
    venster().close();
    void ga(naar, false);
  });
  if (isGevraagd) blijf();
}

const tik = (button: Element, verb: string) => ({
  project: projectVan(button),
  verb,
  args: args(button),
  rev: 0,
  nonce: button.closest('[data-nonce]')?.getAttribute('data-nonce') ?? '',
  velden: {},
  extra: '',
});

/** While the work is on its way, another press does nothing. */
async function alsEen(button: Element, work: () => Promise<void>): Promise<void> {
  if (button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  try {
    await work();
  } finally {
    button.removeAttribute('aria-disabled');
  }
}

function verstuurd(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches('.formulier')) return;
  event.preventDefault();
  const by = event.submitter ?? form;
  const { project = '', verb = '', nonce = '', rev = '0' } = form.dataset;
  const other = by.getAttribute('data-verb');
  const vraagt = {
    project,
    verb: other ?? verb,
    args: args(other === null ? form : by),
    rev: Number(rev),
    nonce,
    velden: velden(form),
    extra: by.getAttribute('data-extra') ?? '',
  };
  void alsEen(by, () => doe(vraagt));
}

/** The page that the address, or a link from a chat, asks for. */
function begin({ gesprek, ingang }: Gastheer): Plek {
  const [project = '', blad = ''] = ingang.split('/');
  if (project !== '') return { project, blad };
  const query = new URLSearchParams(location.search);
  return { project: query.get('project') ?? '', blad: query.get('blad') ?? '', gesprek };
}

async function start(): Promise<void> {
  const { modus } = document.documentElement.dataset;
  if (modus === 'instellen') return stelIn();
  const gastheer = await (modus === 'lokaal' ? lokaal() : teams());
  bijGastheer(gastheer);
  document.addEventListener('click', gedrukt);
  document.addEventListener('submit', verstuurd);
  volgVormen();
  volgTabellen();
  volgFotos();
  volgOverleg();
  volgVenster();
  addEventListener('popstate', ({ state }) => {
    if (state) terug(state as Plek);
  });
  await ga(begin(gastheer), false);
  await peil();
}

start().catch(() => {
  const main = element('inhoud');
  main.removeAttribute('aria-busy');
  main.textContent = 'Open deze pagina als tab in Teams.';
});
