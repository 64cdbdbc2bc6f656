import type { Lezing } from '../../process/contract/contract.ts';
import { document } from '../../process/feiten/gegevens.ts';
import { fotoHier } from '../../process/feiten/foto.ts';
import { one } from '../../process/feiten/project.ts';
import { zoalsGelezen } from '../../process/feiten/vertrouwelijk.ts';
import type { Args } from '../../process/vormen/screen.ts';
import { bestandsnaam } from '../../process/stukken/bestandsnaam.ts';

/** A file that a person put in the project, with its name as a download. */
export interface Document {
  sleutel: string;
  naam: string;
}

/** The document that is asked for, as long as it stands. All who take part may read it (B8). */
export function documentVan({ project, lezer }: Lezing, vraag: Args): Document | undefined {
  if (lezer.facts.status !== 'lid') return undefined;
  if (vraag['soort'] === FOTO) return fotoVan({ project, lezer }, vraag['id'] ?? '');
  if (vraag['soort'] !== 'document') return undefined;
  const found = one(project, document, vraag['id'] ?? '');
  const upload = found?.facts.upload;
  if (!found || !upload) return undefined;
  return { sleutel: upload.sleutel, naam: bestandsnaam([found.texts.titel], upload.soort) };
}

/** What a photo is asked for as. */
const FOTO = 'foto';

/** The photo that is asked for, where this person reads what it is with. */
export function fotoVan(
  { project, lezer }: Pick<Lezing, 'project' | 'lezer'>,
  id: string,
): Document | undefined {
  if (lezer.facts.status !== 'lid') return undefined;
  const found = fotoHier(zoalsGelezen(project, lezer), id);
  return found && { sleutel: found.facts.sleutel, naam: bestandsnaam([FOTO, found.id], 'jpg') };
}
