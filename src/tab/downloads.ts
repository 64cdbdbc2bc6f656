import { pipeline } from 'node:stream/promises';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { referenceToTell } from '../log/reference.ts';
import { SIGNALS } from '../log/signals.ts';
import type { Iemand, Lezing } from '../process/contract/contract.ts';
import { mens } from '../process/feiten/deelnemers.ts';
import { klusVan } from '../process/stukken/aanbod.ts';
import { isDruk, type Bestand, type Klus } from '../process/stukken/klus.ts';
import type { Args } from '../process/vormen/screen.ts';
import type { Link } from '../storage/links.ts';
import { downloadZinnen } from '../text/downloads.ts';
import { bezoekVan } from './bezoek/bezoek.ts';
import { html } from '../http/html.ts';
import type { TabOptions } from './bezoek/options.ts';
import { documentVan, type Document } from './uploads/document.ts';

/**
 * What a person asks to download: an offer of `aanbodVan`, with the chapters and whether to include what is confidential.
 * A claim.
 */
export const DownloadVraag = z.object({
  project: z.string().max(200),
  vraag: z.object({
    soort: z.string().max(40),
    id: z.string().max(200).optional(),
    hoofdstukken: z.string().max(2_000).optional(),
    vertrouwelijk: z.enum(['ja', 'nee']).optional(),
  }),
});
export type DownloadVraag = z.infer<typeof DownloadVraag>;

/** The address of a file for the person who signed in, for one use within a minute; else the reason why there is none. */
export async function download(
  options: TabOptions,
  wie: Iemand,
  { project, vraag }: DownloadVraag,
): Promise<{ adres: string } | { fout: string }> {
  const bezoek = await bezoekVan(options, wie, project);
  if (!bezoek) return { fout: downloadZinnen.weg };
  // Drops the values that are undefined, as a link would.
  const asked = JSON.parse(JSON.stringify(vraag)) as Args;
  if (!vondst(bezoek.lezing, asked)) return { fout: downloadZinnen.weg };
  const link = { project, wie: bezoek.lezing.lezer.id, vraag: asked };
  return { adres: `/tab/bestand/${await options.links.maak(link)}` };
}

/** `GET /tab/bestand/<token>`: the file, never shown in the page itself. Rights are checked again. */
export function serveBestanden(server: Server, options: TabOptions): void {
  server.get('/tab/bestand/:token', async (request: Request, response: Response) => {
    const { token = '' } = (request.params ?? {}) as { token?: string };
    const link = await linkVan(options, response, token);
    if (!link) return;
    try {
      await volg(options, response, token, link);
    } catch (err) {
      if (isVertrokken(err)) return;
      const reference = referenceToTell();
      options.logger.error({ reference, err, path: PATH }, SIGNALS.failed);
      // Part of the file was sent already. The connection ends, so that the browser says that it failed.
      if (response.headersSent) response.destroy();
      else pagina(response, 500, downloadZinnen.mislukt(reference));
    }
  });
}

const PATH = '/tab/bestand';

/** The link that this token stands for, now used. Undefined when whoever has it was sent away. */
async function linkVan(
  { links, turnAway }: TabOptions,
  response: Response,
  token: string,
): Promise<Link | undefined> {
  try {
    const used = await links.gebruik(token);
    if (used.kind === 'link') return used.link;
    if (used.kind === 'nooit') pagina(response, 404, downloadZinnen.nooit);
    else pagina(response, 410, downloadZinnen.voorbij);
  } catch (err) {
    turnAway(response, { status: 503, about: { reason: 'link', err, path: PATH } }, () =>
      pagina(response, 503, downloadZinnen.druk),
    );
  }
  return undefined;
}

/** Gives what the link leads to. When too much is asked for at once, the link is not used up. */
async function volg(
  options: TabOptions,
  response: Response,
  token: string,
  link: Link,
): Promise<void> {
  const found = await vondstVoor(options, link);
  if (!found) return pagina(response, 404, downloadZinnen.weg);
  if ('klus' in found) {
    const made = await options.maak(found.klus, `${link.project} ${link.wie}`).catch(drukOf);
    if (made) return geef(response, made);
    await options.links.terug(token, link);
    return pagina(response, 503, downloadZinnen.druk);
  }
  const file = await options.uploads?.get(found.document.sleutel);
  if (!file) return pagina(response, 404, downloadZinnen.weg);
  await geefDocument(response, found.document, file);
}

/** Undefined when it is busy; any other error is thrown on. */
function drukOf(err: unknown): undefined {
  if (!isDruk(err)) throw err;
}

/** True when the person stopped fetching before the end. */
const isVertrokken = (err: unknown) =>
  (err as { code?: unknown } | undefined)?.code === 'ERR_STREAM_PREMATURE_CLOSE';

/** A file to make, or one that a person put in the project. */
type Vondst = { klus: Klus } | { document: Document };

function vondst(lezing: Lezing, vraag: Args): Vondst | undefined {
  const klus = klusVan(lezing, vraag);
  if (klus) return { klus };
  const document = documentVan(lezing, vraag);
  return document && { document };
}

/** Looks at the project and the person's rights as they are now. */
async function vondstVoor(
  { log, trajecten, now }: TabOptions,
  { project: id, wie, vraag }: Link,
): Promise<Vondst | undefined> {
  const project = (await log.read(id))?.project;
  const lezer = project && mens(project, wie);
  const beeld = project && { project, traject: trajecten.van(project), now: now() };
  return beeld && lezer && vondst({ ...beeld, lezer }, vraag);
}

/** A file is downloaded; nothing in it is ever run or shown here. */
const VEILIG = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

const kop = (naam: string, type: string, length: number) => ({
  ...VEILIG,
  'Content-Type': type,
  'Content-Length': length,
  // RFC 5987 beside the plain name; our names are ASCII already.
  'Content-Disposition': `attachment; filename="${naam}"; filename*=UTF-8''${encodeURIComponent(naam)}`,
});

function geef(response: Response, { naam, type, bytes }: Bestand): void {
  response.writeHead(200, kop(naam, type, bytes.length));
  response.end(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
}

const STIL_MS = 120_000;

/** A file from a person is never opened by a browser as the kind that it claims to be. */
async function geefDocument(
  response: Response,
  { naam }: Document,
  { length, bytes }: { length: number; bytes: NodeJS.ReadableStream },
): Promise<void> {
  // A line may be slow, but may not stand still.
  response.setTimeout(STIL_MS, () => response.destroy());
  response.writeHead(200, kop(naam, 'application/octet-stream', length));
  await pipeline(bytes, response);
}

function pagina(response: Response, status: number, zin: string): void {
  const page = html`<!doctype html>
    <html lang="nl">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>${downloadZinnen.titel}</title>
      <main>
        <h1>${downloadZinnen.titel}</h1>
        <p>${zin}</p>
      </main>
    </html>`.markup;
  response.writeHead(status, {
    ...VEILIG,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(page),
  });
  response.end(page);
}
