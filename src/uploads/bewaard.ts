import { randomUUID } from 'node:crypto';
import { UPLOADEN } from '../process/groep/documenten.ts';
import { FOTO_TOEVOEGEN } from '../process/groep/fotos.ts';
import type { Ctx } from '../process/contract/contract.ts';
import { BRUIKBAAR_MS, gekomenOp, LOS, type Upload } from '../process/feiten/upload.ts';
import type { Blobs } from '../storage/files/blobs.ts';
import type { Opgenomen } from './opnemen.ts';

/** Where a file waits until an entry names it. */
export type Uploads = Pick<Blobs, 'put' | 'about' | 'get' | 'retell' | 'remove'>;

/** Verbs of the forms that name files. */
const NEEMT_OP: ReadonlySet<string> = new Set([UPLOADEN, FOTO_TOEVOEGEN]);

/** Who sent a file. */
export type Wie = Pick<Ctx['iemand'], 'tenant' | 'oid'>;

const KEY = /^b_[\da-f-]{36}$/;

/** The keys of files that the arguments of a button name, each once. */
export const sleutelsIn = (upload = ''): string[] => [
  ...new Set(upload.split(',').filter((sleutel) => KEY.test(sleutel))),
];

/** True for a file that this person sent. */
const isVan = (about: Readonly<Record<string, string>>, { tenant, oid }: Wie) =>
  oid !== '' && about['tenant'] === tenant && about['oid'] === oid;

/**
 * The files that a form names, when the same person sent all of them less than a day ago, for this project or, in their own
 * chat, for none yet.
 */
export async function uploadsVan(
  uploads: Uploads | undefined,
  { iemand, project, args, now }: Ctx,
  verb: string,
): Promise<Upload[]> {
  if (!uploads || !NEEMT_OP.has(verb)) return [];
  const found: Upload[] = [];
  for (const sleutel of sleutelsIn(args['upload'])) {
    const about = await uploads.about(sleutel);
    if (!about || !isVan(about, iemand) || ![LOS, project.id].includes(about['project'] ?? ''))
      return [];
    if (Date.parse(now) - Date.parse(gekomenOp(about)) > BRUIKBAAR_MS) return [];
    const { soort = '', naam = '', bytes = '0', bron = '' } = about;
    found.push({ sleutel, soort, naam, bytes: Number(bytes), uitChat: bron === CHAT });
  }
  return found;
}

/** The source of a file that came by a person's own chat. */
const CHAT = 'chat';

/** Keeps a file of which nobody said yet where it belongs. `at`: UTC ISO. Gives its key. */
export async function bewaarLos(
  uploads: Uploads,
  { tenant, oid }: Wie,
  { soort, naam, bytes }: Opgenomen,
  at: string,
): Promise<string> {
  const sleutel = `b_${randomUUID()}`;
  const about = { project: LOS, tenant, oid, soort, naam, sinds: at, bron: CHAT };
  await uploads.put(sleutel, bytes, { ...about, bytes: String(bytes.length) });
  return sleutel;
}

/**
 * Throws away files that this person sent, but for those that an entry names. Gives the number that is still kept.
 * `isVergeven`: true when an entry of this project names this file.
 */
export async function gooiWeg(
  uploads: Uploads,
  wie: Wie,
  sleutels: readonly string[],
  isVergeven: (project: string, sleutel: string) => Promise<boolean>,
): Promise<number> {
  let gebleven = 0;
  for (const sleutel of sleutels) {
    const about = await uploads.about(sleutel);
    if (!about || !isVan(about, wie)) continue;
    const { project = '' } = about;
    if (project !== LOS && (await isVergeven(project, sleutel))) gebleven += 1;
    else await uploads.remove(sleutel);
  }
  return gebleven;
}

/**
 * Says of files to which project they belong, before an entry there names them: of two projects at once one gets them. False
 * when another did. What is named in the end by none is thrown away like any other.
 */
export async function hoortBij(
  uploads: Uploads,
  project: string,
  files: readonly Upload[],
): Promise<boolean> {
  for (const { sleutel } of files) {
    const about = await uploads.about(sleutel);
    if (about?.['project'] === project) continue;
    if (about?.['project'] !== LOS) return false;
    if (!(await uploads.retell(sleutel, about, { ...about, project }))) return false;
  }
  return true;
}
