import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import type { Iemand } from '../../process/contract/contract.ts';
import { ZIJDE } from '../../process/feiten/foto.ts';
import { bezoekVan } from '../bezoek/bezoek.ts';
import type { TabOptions } from '../bezoek/options.ts';
import { fotoVan } from './document.ts';

/** Which photo a page wants to show. A claim. */
export const FotoVraag = z.object({ project: z.string().max(200), id: z.string().max(200) });

/**
 * A photo as it stands small on a page, in the answer itself: an address of its own would need no proof of who looks. Empty when
 * there is no such photo for this person.
 */
export async function fotoKlein(
  options: TabOptions,
  wie: Iemand,
  { project, id }: z.infer<typeof FotoVraag>,
): Promise<{ foto: string }> {
  const bezoek = await bezoekVan(options, wie, project);
  const found = bezoek && fotoVan(bezoek.lezing, id);
  const file = found && (await options.uploads?.get(found.sleutel));
  if (!file) return { foto: '' };
  const klus = { soort: 'foto', naam: [], bytes: await buffer(file.bytes) } as const;
  const { type, bytes } = await options.maak(
    { ...klus, zijde: ZIJDE.klein },
    `${wie.tenant} ${wie.oid}`,
  );
  return { foto: `data:${type};base64,${Buffer.from(bytes).toString('base64')}` };
}
