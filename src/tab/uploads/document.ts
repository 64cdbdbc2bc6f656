import type { Lezing } from '../../process/contract/contract.ts';
import { document } from '../../process/feiten/gegevens.ts';
import { one } from '../../process/feiten/project.ts';
import type { Args } from '../../process/vormen/screen.ts';
import { bestandsnaam } from '../../process/stukken/bestandsnaam.ts';

/** A file that a person put in the project, with its name as a download. */
export interface Document {
  sleutel: string;
  naam: string;
}

/** The document that is asked for, as long as it stands. All who take part may read it (B8). */
export function documentVan({ project, lezer }: Lezing, vraag: Args): Document | undefined {
  if (vraag['soort'] !== 'document' || lezer.facts.status !== 'lid') return undefined;
  const found = one(project, document, vraag['id'] ?? '');
  const upload = found?.facts.upload;
  if (!found || !upload) return undefined;
  return { sleutel: upload.sleutel, naam: bestandsnaam([found.texts.titel], upload.soort) };
}
