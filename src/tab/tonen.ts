import { randomUUID } from 'node:crypto';
import { gewijzigdDoor, isGewijzigd } from '../answer/gewijzigd.ts';
import { looked, omgeslagen, type Shown } from '../answer/shown.ts';
import type { Iemand } from '../process/contract/contract.ts';
import { alsLezer, alsLezing } from '../process/contract/gelezen.ts';
import { profielVan } from '../process/feiten/gegevens.ts';
import { isVoorbeeld } from '../process/feiten/voorbeeld.ts';
import { vraagtBlad } from '../process/vormen/bladen.ts';
import { nl } from '../text/nl.ts';
import { tab } from '../text/tab.ts';
import { bezoekVan, isNietTeZien, type Bezoek } from './bezoek/bezoek.ts';
import type { Blad } from './bladen/blad.ts';
import { bladenVan, EERSTE } from './bladen.ts';
import { mijn } from './bladen/mijn.ts';
import { fragment, type Fragment } from './tekenen/fragment.ts';
import { html, type Html } from '../http/html.ts';
import type { TabOptions } from './bezoek/options.ts';
import { projectenVan } from './bezoek/projecten.ts';
import { naarBlad } from './tekenen/knop.ts';
import { om, scherm } from './tekenen/scherm.ts';
import type { BladVraag } from './bezoek/vraag.ts';

/** The page with all projects of a person: the only page that belongs to no single project. */
const MIJN = 'mijn';

/** The page or window that was asked for, as this person may see it. */
export async function toon(
  options: TabOptions,
  persoon: Iemand,
  vraag: BladVraag,
): Promise<Fragment> {
  if (vraag.verb !== '') return venster(options, persoon, vraag);
  if (vraag.blad === MIJN) return alles(options, persoon);
  const bezoek = await gezocht(options, persoon, vraag);
  if (bezoek) return blad(bezoek, vraag);
  if (vraag.project === '' && vraag.gesprek === '') return alles(options, persoon);
  return nietHier(vraag.project === '' ? tab.nietHier : tab.nietGevonden);
}

/** The project that is claimed, or else the newest project of the claimed conversation that this person takes part in. */
async function gezocht(
  options: TabOptions,
  persoon: Iemand,
  { project, gesprek, args }: BladVraag,
): Promise<Bezoek | undefined> {
  if (project !== '') return bezoekVan(options, persoon, project, { args });
  if (gesprek === '') return undefined;
  for (const id of (await options.projectsIn(gesprek)).reverse()) {
    const found = await bezoekVan(options, persoon, id, { args });
    if (found && profielVan(found.ctx.project).facts.gesprek === gesprek) return found;
  }
  return undefined;
}

export const nietHier = (zin: string): Fragment =>
  fragment(
    tab.naam,
    html`<h2 class="bladtitel">${zin}</h2>
      <p>${naarBlad(tab.alleProjecten, MIJN)}</p>`,
    { blad: '', nav: html`` },
  );

/** A page shows what this person may read. */
const zoalsGelezen = (bezoek: Bezoek): Bezoek => ({
  ...bezoek,
  ctx: alsLezer(bezoek.ctx),
  lezing: alsLezing(bezoek.lezing),
});

/** All projects of one person. Each is read, and none is shown to people who do not take part (A13). */
async function alles(options: TabOptions, persoon: Iemand): Promise<Fragment> {
  const ids = await projectenVan(options, persoon);
  const found = await Promise.all(ids.map((id) => bezoekOfNiets(options, persoon, id)));
  const bezoeken = found.filter((bezoek) => typeof bezoek === 'object').map(zoalsGelezen);
  const inhoud = mijn(bezoeken, {
    nonce: randomUUID(),
    mist: [
      ...(found.includes(STIL) ? [tab.nietAlles] : []),
      ...(found.includes(NIET_TE_ZIEN) ? [tab.nietTeZien] : []),
    ],
    heeftVoorbeeld: options.trajecten.gewoon.voorbeeld.length > 0,
  });
  return fragment(tab.alleProjecten, inhoud, { blad: MIJN, nav: html`` });
}

/** It cannot be known now whether this person takes part. */
const STIL = 'stil';
/** It cannot be known at all, as long as Teams hides who is in the conversation. */
const NIET_TE_ZIEN = 'niet te zien';

/** A project whose members Teams does not tell does not keep the other projects away. */
async function bezoekOfNiets(
  options: TabOptions,
  persoon: Iemand,
  project: string,
): Promise<Bezoek | typeof STIL | typeof NIET_TE_ZIEN | undefined> {
  try {
    const found = await bezoekVan(options, persoon, project);
    if (found) return found;
    return (await isNietTeZien(options, persoon, project)) ? NIET_TE_ZIEN : undefined;
  } catch (err) {
    options.logger.warn({ err, project }, 'one project is missing from all of somebody');
    return STIL;
  }
}

async function blad(bezoek: Bezoek, vraag: BladVraag): Promise<Fragment> {
  const bladen = bladenVan(bezoek);
  const { project } = bezoek.ctx;
  const asked = vraag.blad === '' ? EERSTE : vraag.blad;
  const found = bladen.find(({ id }) => id === asked);
  const inhoud = found
    ? await found.toon(zoalsGelezen(bezoek))
    : html`<h2 class="bladtitel">${tab.bladNietGevonden}</h2>`;
  return fragment(
    `${found?.titel ?? tab.naam} – ${profielVan(project).texts.naam}`,
    om(bezoek.ctx, randomUUID(), html`${isVoorbeeld(project) && voorbeeld()} ${inhoud}`),
    { project: project.id, n: project.n, blad: asked, nav: nav(bezoek, bladen, asked) },
  );
}

/** Stands above every page of the example. */
const voorbeeld = () => html`<p class="melding waarschuwing" role="note">${nl.voorbeeld}</p>`;

const nav = ({ ctx: { project } }: Bezoek, bladen: readonly Blad[], hier: string): Html =>
  html`<p class="navproject">${profielVan(project).texts.naam}</p>
    <button type="button" class="knop navknop" aria-expanded="false" data-nav>
      ${tab.onderdelen}
    </button>
    <ul>
      ${bladen.map(
        ({ id, titel }) =>
          html`<li>
            ${naarBlad(titel, id, { project: project.id, isHier: id === hier && 'page' })}
          </li>`,
      )}
      <li class="navalles">${naarBlad(tab.alleProjecten, MIJN)}</li>
    </ul>`;

/** A view, or the form of an action, in a window above the page. */
async function venster(options: TabOptions, persoon: Iemand, vraag: BladVraag): Promise<Fragment> {
  const bezoek = await bezoekVan(options, persoon, vraag.project, vraag);
  return bezoek ? inVenster(gezien(bezoek, vraag)) : nietHier(tab.nietGevonden);
}

/** A screen as a fragment. */
export const inVenster = (wat: Shown, rest: Partial<Fragment> = {}): Fragment => {
  const { id: project, n } = wat.ctx.project;
  return { ...fragment(wat.screen.titel, scherm(wat), { project, n }), ...rest };
};

/** What was typed already comes back with what somebody else changed meanwhile. */
function gezien({ ctx }: Bezoek, { verb, velden, nonce, rev }: BladVraag): Shown {
  const wat = looked(ctx, verb);
  if (velden && vraagtBlad(velden)) return omgeslagen(wat, rev, velden);
  if (!velden || wat.screen.kind !== 'formulier') return wat;
  const { rev: nu = 0 } = wat;
  return {
    ...wat,
    nonce: nonce || wat.nonce,
    answers: {
      raw: velden,
      ...(isGewijzigd(nu, rev) && { gewijzigd: gewijzigdDoor(wat.ctx, nu) }),
    },
  };
}
