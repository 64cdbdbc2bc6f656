import type { Shown } from '../../answer/shown.ts';
import type { Ctx } from '../../process/contract/contract.ts';
import { TAB } from '../../process/vormen/naar-tab.ts';
import type { EmailScreen, Item, ListScreen, NoticeScreen } from '../../process/vormen/screen.ts';
import { nl } from '../../text/nl.ts';
import { tab } from '../../text/tab.ts';
import { html, regels, type Html } from '../../http/html.ts';
import { formulier } from './formulier.ts';
import { knop, knoppen } from './knop.ts';

/** A screen in the window above the page: the same as in chat. */
export function scherm({ ctx, verb, screen: given, nonce, rev = 0, answers }: Shown): Html {
  // The reader is in the tab already.
  const screen = { ...given, knoppen: given.knoppen.filter((button) => button.verb !== TAB) };
  switch (screen.kind) {
    case 'formulier':
      return formulier(ctx, screen, { verb, nonce, rev }, { answers });
    case 'lijst':
      return om(ctx, nonce, lijst(ctx, verb, screen));
    case 'bericht':
      return om(ctx, nonce, bericht(ctx, screen));
    case 'email':
      return om(ctx, nonce, email(ctx, screen));
  }
}

/** What all buttons in it need. */
export const om = ({ project }: Ctx, nonce: string, inhoud: Html): Html =>
  html`<div class="scherm" data-nonce="${nonce}" data-project="${project.id}">${inhoud}</div>`;

/** The heading of what stands in the window. */
export const titelVan = (titel: string) => html`<h2 id="venstertitel" tabindex="-1">${titel}</h2>`;
const alineas = (texts: readonly string[]) => texts.map((text) => html`<p>${regels(text)}</p>`);

function lijst(ctx: Ctx, verb: string, screen: ListScreen): Html {
  const { titel, uitleg, groepen, pagina, van } = screen;
  const isLeeg = uitleg.length === 0 && groepen.every(({ items }) => items.length === 0);
  return html`${titelVan(titel)} ${alineas(uitleg)}
  ${groepen.map(
    ({ kop, items }) =>
      html`${kop !== '' && html`<h3>${kop}</h3>`}
        <ul class="items">
          ${items.map((regel) => item(ctx, regel))}
        </ul>`,
  )}
  ${isLeeg && html`<p class="stil">${nl.nogNiets}</p>`}
  ${van > 1 && bladeren(ctx, verb, pagina, van)} ${knoppen(ctx, screen.knoppen)}`;
}

/** One thing to read, with its buttons. */
export const item = (ctx: Ctx, { tekst, regels: lines, meer, knoppen: list }: Item): Html =>
  html`<li>
    <p class="itemtekst">${regels(tekst)}</p>
    ${alineas([...lines, ...meer])} ${knoppen(ctx, list)}
  </li>`;

function bladeren(ctx: Ctx, verb: string, pagina: number, van: number): Html {
  const to = (titel: string, page: number) =>
    knop(ctx, { titel, verb, args: { ...ctx.args, pagina: String(page) } });
  return html`<div class="knoppen bladeren">
    ${pagina > 1 && to(nl.vorige, pagina - 1)}
    <span class="stil">${nl.pagina(pagina, van)}</span>
    ${pagina < van && to(nl.volgende, pagina + 1)}
  </div>`;
}

const SOORT = { gelukt: 'gelukt', 'niet-gelukt': 'fout', uitleg: '' } as const;

const bericht = (ctx: Ctx, { soort, titel, regels: lines, knoppen: list, links }: NoticeScreen) =>
  html`<div class="bericht ${SOORT[soort]}">${titelVan(titel)} ${alineas(lines)}</div>
    ${
      links &&
      html`<p>
        ${links.map(
          ({ titel: naam, url }) =>
            html`<a href="${veilig(url)}" target="_blank" rel="noopener noreferrer">${naam}</a>`,
        )}
      </p>`
    }
    ${knoppen(ctx, list)}`;

/** Our own links are https; anything else leads nowhere. */
const veilig = (url: string) => (url.startsWith('https://') ? url : '#');

const email = (ctx: Ctx, { titel, uitleg, onderwerp, tekst, knoppen: list }: EmailScreen): Html =>
  html`${titelVan(titel)} ${alineas([nl.kopieer, ...uitleg])}
    <div class="veld">
      <label for="email-onderwerp">${tab.onderwerp}</label>
      <input id="email-onderwerp" type="text" value="${onderwerp}" readonly />
    </div>
    <div class="veld">
      <label for="email-tekst">${tab.tekst}</label>
      <textarea id="email-tekst" rows="12" readonly>${'\n'}${tekst}</textarea>
    </div>
    ${knoppen(ctx, list)}`;
