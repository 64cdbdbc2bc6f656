import { randomUUID } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { readBytes } from '../../http/body.ts';
import { createPace } from '../../http/pace.ts';
import { reply, type Fault } from '../../http/reply.ts';
import { refuse } from '../../http/server.ts';
import { own } from '../../http/shape.ts';
import type { Iemand } from '../../process/contract/contract.ts';
import { isTooLate } from '../../answer/in-time.ts';
import { isRefused } from '../../process/contract/decision.ts';
import { UPLOADEN } from '../../process/groep/documenten.ts';
import { openForm } from '../../process/contract/judge.ts';
import { MAX_BYTES } from '../../process/feiten/upload.ts';
import { geweigerd } from '../../answer/sayings.ts';
import { tab } from '../../text/tab.ts';
import { uploadZinnen } from '../../text/uploads.ts';
import { bezoekVan } from '../bezoek/bezoek.ts';
import type { TabOptions } from '../bezoek/options.ts';
import type { SignIn } from '../bezoek/sign-in.ts';
import type { Uploads } from '../../uploads/bewaard.ts';
import { inhoudVan } from '../../uploads/inhoud.ts';
import { createPlaatsen, type Plaatsen } from '../../uploads/plaatsen.ts';

/** Enough for 25 MB over a slow line. */
const LIMIT_MS = 110_000;
/** Each file is in memory while its content is checked. */
const AT_ONCE = 4;
const PER_PERSON = 2;
const PER_MINUTE = 10;

/**
 * `POST /tab/upload`: takes a file in, and gives the key by which the next form names it. Nothing is in the project yet:
 * that takes a decision like any other. The sender must be known and allowed before a byte is read.
 */
export function serveUploads(server: Server, options: TabOptions, signIn: SignIn): void {
  const { uploads, logger, clock, turnAway } = options;
  if (!uploads) return;
  const may = createPace(PER_MINUTE, clock);
  const plaatsen = createPlaatsen(AT_ONCE, PER_PERSON);
  server.post(PATH, async (request: Request, response: Response) => {
    const no = (status: number, about: Fault['about']): Fault => ({
      status,
      about: { ...about, path: PATH },
      headers: ENDS,
    });
    let wie: Iemand | undefined;
    try {
      wie = await signIn(request.headers.authorization ?? '');
    } catch (err) {
      return turnAway(response, no(503, { reason: 'keys', err }));
    }
    if (!wie) return turnAway(response, no(401, { reason: 'not signed in' }));
    try {
      if (!may(keyOf(wie))) return refuse(logger, response, no(429, { reason: 'pace' }));
      const taken = await admitted({ options, uploads, plaatsen }, wie, request);
      reply(response, 'fout' in taken ? 422 : 200, taken, ENDS);
    } catch (err) {
      const isDown = isTooLate(err);
      const fault = no(isDown ? 503 : 500, { err });
      refuse(logger, response, { ...fault, zin: isDown ? uploadZinnen.mislukt : undefined });
    }
  });
}

const PATH = '/tab/upload';
/** The rest of the body may be unread. */
const ENDS = { Connection: 'close' } as const;

const keyOf = ({ tenant, oid }: Iemand) => `${tenant} ${oid}`;

/** Gives a place only to people who may add a file here. */
async function admitted(
  { options, uploads, plaatsen }: { options: TabOptions; uploads: Uploads; plaatsen: Plaatsen },
  wie: Iemand,
  request: Request,
): Promise<{ sleutel: string } | { fout: string }> {
  const refused = await notAllowed(options, wie, headerOf(request, 'x-project'));
  if (refused !== undefined) return { fout: refused };
  const weg = plaatsen(keyOf(wie));
  if (!weg) return { fout: uploadZinnen.druk };
  try {
    return await takeIn(options, uploads, wie, request);
  } finally {
    weg();
  }
}

async function takeIn(
  { now }: TabOptions,
  uploads: Uploads,
  { tenant, oid }: Iemand,
  request: Request,
): Promise<{ sleutel: string } | { fout: string }> {
  const project = headerOf(request, 'x-project');
  const bytes = await readBytes(request, { maxBytes: MAX_BYTES, limitMs: LIMIT_MS });
  if (!bytes) return { fout: uploadZinnen.teGroot };
  const inhoud = await inhoudVan(headerOf(request, 'x-naam'), bytes);
  if ('fout' in inhoud) return inhoud;
  const sleutel = `b_${randomUUID()}`;
  const about = { project, tenant, oid, ...inhoud, at: now() };
  await uploads.put(sleutel, bytes, { ...about, bytes: String(bytes.length) });
  return { sleutel };
}

/** Why this person may not add a file here now; undefined when they may. */
async function notAllowed(
  options: TabOptions,
  wie: Iemand,
  project: string,
): Promise<string | undefined> {
  const bezoek = await bezoekVan(options, wie, project);
  const action = bezoek?.ctx.traject.acties.get(UPLOADEN);
  if (!bezoek || !action) return tab.nietGevonden;
  const form = openForm(action, bezoek.ctx);
  return isRefused(form) ? geweigerd(bezoek.ctx, action, form).titel : undefined;
}

/** A header whose text was encoded for transport; empty when it cannot be decoded. */
function headerOf({ headers }: Request, name: string): string {
  try {
    return decodeURIComponent(String(own(headers, name) ?? ''));
  } catch {
    return '';
  }
}
