import { tab } from '../text/tab.ts';
import { html, type Html } from '../http/html.ts';
import type { TabSettings } from './toegang/settings.ts';

interface Adressen {
  script: string;
  style: string;
}

/** The page around everything, without anything personal in it: the script fills it for the person who signs in. */
export const schil = ({ kind }: TabSettings, adressen: Adressen): string =>
  pagina(
    kind === 'local' ? 'lokaal' : 'teams',
    adressen,
    html`<a class="naar-inhoud" href="#inhoud">${tab.naarInhoud}</a>
      <header class="kop">
        <h1>${tab.naam}</h1>
        <p id="wie"></p>
      </header>
      <div class="romp">
        <nav id="nav" aria-label="${tab.onderdelen}"></nav>
        <main id="inhoud" tabindex="-1" aria-busy="true"><p class="stil">${tab.laden}</p></main>
      </div>
      <div id="nieuws" role="status"></div>
      <dialog id="venster" aria-labelledby="venstertitel">
        <div class="vensterbalk">
          <button type="button" class="knop" data-sluit>${tab.sluiten}</button>
        </div>
        <div id="vensternieuws" role="status"></div>
        <div id="vensterinhoud"></div>
      </dialog>
      <noscript><p>${tab.geenScript}</p></noscript>`,
  );

/** The page on which the tab is added to a channel or chat; there is nothing to choose on it. */
export const instelPagina = (adressen: Adressen): string =>
  pagina(
    'instellen',
    adressen,
    html`<main id="inhoud">
      <h1>${tab.naam}</h1>
      <p>${tab.instellen}</p>
    </main>`,
  );

function pagina(modus: string, { script, style }: Adressen, body: Html): string {
  return html`<!doctype html>
    <html lang="nl" data-theme="default" data-modus="${modus}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${tab.naam}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${style}" />
        <script type="module" src="${script}"></script>
      </head>
      <body>
        ${body}
      </body>
    </html>`.markup;
}
