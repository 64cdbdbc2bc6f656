import type { Ctx } from '../../process/contract/contract.ts';
import { BRUIKBAAR_MS, type Upload } from '../../process/feiten/upload.ts';
import type { Blobs } from '../../storage/files/blobs.ts';

/** The action that makes a document of a file that was sent before. */
export const UPLOADEN = 'document.uploaden';

/** Where a file waits until a document names it. */
export type Uploads = Pick<Blobs, 'put' | 'about' | 'get'>;

/** The file that a form names, when the same person sent it for the same project less than a day ago. */
export async function uploadVan(
  uploads: Uploads | undefined,
  { iemand, project, args, now }: Ctx,
): Promise<Upload | undefined> {
  const sleutel = args['upload'] ?? '';
  if (!uploads || !/^b_[\da-f-]{36}$/.test(sleutel)) return undefined;
  const about = await uploads.about(sleutel);
  const isOwn =
    about?.['project'] === project.id &&
    about['tenant'] === iemand.tenant &&
    about['oid'] === iemand.oid;
  if (!isOwn || Date.parse(now) - Date.parse(about['at'] ?? '') > BRUIKBAAR_MS) return undefined;
  const { soort = '', naam = '', bytes = '0' } = about;
  return { sleutel, soort, naam, bytes: Number(bytes) };
}
