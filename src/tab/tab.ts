import { extname } from 'node:path';
import type { Request, Response, Server } from 'restify';
import type { z } from 'zod';
import { readBody } from '../http/body.ts';
import { inTime, isTooLate } from '../answer/in-time.ts';
import { createPace, PRESSES_PER_MINUTE } from '../http/pace.ts';
import { send, takesGzip } from '../http/send.ts';
import { reply, type Fault } from '../http/reply.ts';
import { refuse } from '../http/server.ts';
import { inShape } from '../http/shape.ts';
import type { Iemand } from '../process/contract/contract.ts';
import { UITNODIGEN } from '../process/vormen/naar-tab.ts';
import { readAssets, type Asset } from './assets.ts';
import { bezoekVan } from './bezoek/bezoek.ts';
import { doe, nietGedaan } from './doe.ts';
import { download, DownloadVraag, serveBestanden } from './downloads.ts';
import { headersFor } from './headers.ts';
import { mensenHier } from './bezoek/mensen.ts';
import type { TabOptions } from './bezoek/options.ts';
import { instelPagina, schil } from './schil.ts';
import { localSignIn, teamsSignIn, type SignIn } from './bezoek/sign-in.ts';
import { toon } from './tonen.ts';
import { fotoKlein, FotoVraag } from './uploads/foto.ts';
import { serveUploads } from './uploads/upload.ts';
import { nodigUit } from './uitnodigen.ts';
import { BladVraag, DoeVraag, StandVraag } from './bezoek/vraag.ts';

/** The JSON of a form with all its texts stays below this. */
const MAX_BYTES = 64 * 1024;
/** Pages that one person may ask for in a minute: by looking for changes, and by walking through the pages. */
const LOOKS_PER_MINUTE = 300;
/** Each asks Teams for all members of a conversation. */
const INVITATIONS_PER_MINUTE = 6;

/** Puts the tab on the server; without a tab nothing is put there. Throws when its files were not built. */
export function serveTab(server: Server, options: TabOptions): void {
  const { settings } = options;
  if (settings.kind === 'off') return;
  const mensen = () => mensenHier(options);
  const signIn = settings.kind === 'local' ? localSignIn(mensen) : teamsSignIn(settings, options);
  guard(server, options);
  servePages(server, options);
  const post = posts(server, options, signIn);
  const mayLook = createPace(LOOKS_PER_MINUTE, options.clock);
  const mayDo = createPace(PRESSES_PER_MINUTE, options.clock);
  const mayInvite = createPace(INVITATIONS_PER_MINUTE, options.clock);
  post('/tab/blad', { schema: BladVraag, may: mayLook, late: GEWOON }, (wie, vraag) =>
    vraag.verb === UITNODIGEN
      ? nodigUit(options, wie, vraag, () => mayInvite(`${wie.tenant} ${wie.oid}`))
      : toon(options, wie, vraag),
  );
  post(
    '/tab/doe',
    { schema: DoeVraag, may: mayDo, late: (wie, vraag) => nietGedaan(options, wie, vraag) },
    (wie, vraag, at) => doe(options, wie, vraag, at),
  );
  post('/tab/download', { schema: DownloadVraag, may: mayDo, late: GEWOON }, (wie, vraag) =>
    download(options, wie, vraag),
  );
  post('/tab/foto', { schema: FotoVraag, may: mayLook, late: GEWOON }, (wie, vraag) =>
    fotoKlein(options, wie, vraag),
  );
  serveBestanden(server, options);
  serveUploads(server, options, signIn);
  post('/tab/stand', { schema: StandVraag, may: mayLook, late: GEWOON }, (wie, { project }) =>
    standVan(options, wie, project),
  );
  if (settings.kind === 'local') serveMensen(server, options, mensen);
}

/**
 * Sets the headers of every answer, refusals included. In local mode it accepts no host name but this machine's own. Not
 * only under /tab: the router decodes a path, so its spelling does not tell where it leads.
 */
function guard(server: Server, { settings, turnAway }: TabOptions): void {
  const headers = headersFor(settings);
  server.pre((request: Request, response: Response, next: (go?: boolean) => void) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (settings.kind !== 'local' || isThisMachine(request.headers.host)) return next();
    turnAway(response, { status: 404, about: { reason: 'host' } });
    next(false);
  });
}

/** A page elsewhere can point its own name at the address of this machine; the browser then sends us that name. */
const isThisMachine = (host = '') => /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);

const HTML = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

function servePages(server: Server, { settings, turnAway }: TabOptions): void {
  const { script, style } = readAssets();
  const adressen = { script: `/tab/assets/${script.name}`, style: `/tab/assets/${style.name}` };
  const pages = { '/tab': schil(settings, adressen), '/tab/config': instelPagina(adressen) };
  for (const [path, page] of Object.entries(pages))
    server.get(path, async (request: Request, response: Response) =>
      send(request, response, { type: HTML, text: page }),
    );
  server.get('/tab/assets/:name', async (request: Request, response: Response) => {
    const { name = '' } = (request.params ?? {}) as { name?: string };
    const asset = [script, style].find((file) => extname(file.name) === extname(name));
    if (asset) sendAsset(request, response, asset, asset.name === name);
    else turnAway(response, { status: 404, about: { reason: 'asset' } });
  });
}

/**
 * Nothing of anybody is in it, and its name changes with it. `isExact`: asked for by that name; while instances of two versions
 * run beside each other, each gives its own for the name of the other's, and that is not kept.
 */
function sendAsset(request: Request, response: Response, asset: Asset, isExact: boolean): void {
  const isZipped = takesGzip(request);
  const body = isZipped ? asset.gzip : asset.bytes;
  response.writeHead(200, {
    'Content-Type': asset.type,
    'Content-Length': body.length,
    ...(isExact && { 'Cache-Control': 'public, max-age=31536000, immutable' }),
    Vary: 'Accept-Encoding',
    ...(isZipped && { 'Content-Encoding': 'gzip' }),
  });
  response.end(body);
}

/** What may be asked of a route, how often, and what one reads when storage gave no answer in time. */
interface Soort<V> {
  schema: z.ZodType<V>;
  may: (person: string) => boolean;
  late: (wie: Iemand, vraag: V) => string | undefined;
}

/** The sentence that belongs to the status. */
const GEWOON = () => undefined;

/** Routes for people who have signed in. */
function posts(server: Server, options: TabOptions, signIn: SignIn) {
  const { logger, clock } = options;
  return <V>(
    path: string,
    { schema, may, late }: Soort<V>,
    answer: (wie: Iemand, vraag: V, receivedMs: number) => Promise<object>,
  ): void => {
    const admit = createAdmit(options, signIn, path);
    server.post(path, async (request: Request, response: Response) => {
      const receivedMs = clock();
      const no = (status: number, reason: string, headers?: Record<string, string>) =>
        refuse(logger, response, { status, about: { reason, path }, headers });
      const admitted = await admit(request, response);
      if (!admitted) return;
      const { wie, json } = admitted;
      const vraag = inShape(schema, json);
      try {
        if (!may(`${wie.tenant} ${wie.oid}`)) return no(429, 'pace', { 'Retry-After': '60' });
        if (!vraag) return no(400, 'question');
        const body = await inTime(clock() - receivedMs, () => answer(wie, vraag, receivedMs));
        const text = JSON.stringify(body);
        await send(request, response, { type: JSON_TYPE, text });
      } catch (err) {
        const isLate = isTooLate(err);
        const zin = isLate && vraag ? late(wie, vraag) : undefined;
        refuse(logger, response, { status: isLate ? 503 : 500, about: { err, path }, zin });
      }
    });
  };
}

/** Reads what somebody sends, and who they are. Undefined when they were sent away. */
function createAdmit({ turnAway }: TabOptions, signIn: SignIn, path: string) {
  return async (
    request: Request,
    response: Response,
  ): Promise<{ wie: Iemand; json: unknown } | undefined> => {
    const no = (status: number, about: Fault['about'], headers?: Fault['headers']) => {
      turnAway(response, { status, about: { ...about, path }, headers });
      return undefined;
    };
    try {
      const body = await readBody(request, MAX_BYTES);
      if (!body.ok) return no(body.status, { reason: 'body' }, { Connection: 'close' });
      const wie = await signIn(request.headers.authorization ?? '');
      return wie ? { wie, json: body.json } : no(401, { reason: 'not signed in' });
    } catch (err) {
      return no(503, { reason: 'keys', err });
    }
  };
}

/** The number of the project's last event, for pages that look for changes. */
async function standVan(options: TabOptions, wie: Iemand, project: string): Promise<{ n: number }> {
  const bezoek = await bezoekVan(options, wie, project);
  return { n: bezoek?.ctx.project.n ?? 0 };
}

/** The people to choose from in local mode. */
function serveMensen(server: Server, { logger }: TabOptions, mensen: () => Promise<Iemand[]>) {
  server.get('/tab/mensen', async (_request: Request, response: Response) => {
    try {
      reply(
        response,
        200,
        (await mensen()).map(({ oid, naam }) => ({ oid, naam })),
      );
    } catch (err) {
      refuse(logger, response, { status: 500, about: { err, path: '/tab/mensen' } });
    }
  });
}
