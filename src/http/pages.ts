import type { Server } from 'restify';
import { paginas } from '../text/paginas.ts';
import { html } from './html.ts';

const pageOf = (titel: string, regels: readonly string[]): string =>
  html`<!doctype html>
    <html lang="nl">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>${titel}</title>
      <style>
        body {
          font: 1rem/1.5 sans-serif;
          max-width: 40rem;
          margin: 2rem auto;
          padding: 0 1rem;
        }
      </style>
      <main>
        <h1>${titel}</h1>
        ${regels.map((regel) => html`<p>${regel}</p>`)}
      </main>
    </html>`.markup;

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

const DAY_MS = 24 * 3_600_000;
/** RFC 9116 wants an end; the file is made again at each request, so this counts from then. */
const VALID_DAYS = 180;

/** RFC 9116. */
function serveSecurityTxt(server: Server, contact: string): void {
  server.get('/.well-known/security.txt', async (_request, response) => {
    const expires = new Date(Date.now() + VALID_DAYS * DAY_MS).toISOString();
    response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/plain; charset=utf-8' });
    response.end(`Contact: ${contact}\nExpires: ${expires}\nPreferred-Languages: nl, en\n`);
  });
}

/**
 * Serves the pages that the app package points to: what this is, privacy, terms, and where to report a hole. They hold
 * nothing of any project.
 */
export function servePages(server: Server, contact?: string): void {
  if (contact) serveSecurityTxt(server, contact);
  for (const [path, { titel, regels }] of Object.entries(paginas)) {
    const page = pageOf(titel, regels);
    server.get(path, async (_request, response) => {
      response.writeHead(200, HEADERS);
      response.end(page);
    });
  }
}
