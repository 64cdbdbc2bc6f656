import { EINDES, MAX_BYTES, SOORTEN } from '../../process/feiten/upload.ts';
import { nl } from '../../text/nl.ts';

/** The kind of a file by its content, or the sentence why it is not accepted. */
export type Inhoud = { soort: string } | { fout: string };

/**
 * Decides the kind of these bytes by their content. Documents with macros, pictures that can hold scripts (SVG), programs
 * and pages are none of `SOORTEN`, whatever their name says.
 */
export async function inhoudVan(naam: string, bytes: Uint8Array): Promise<Inhoud> {
  if (bytes.length === 0) return { fout: nl.upload.leeg };
  if (bytes.length > MAX_BYTES) return { fout: nl.upload.teGroot };
  // Loaded with the first file, because nothing else needs it.
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const soort = SOORTEN.find(({ id }) => id === found?.ext);
  if (!soort) return { fout: nl.upload.soort };
  // The extension of a name is only a claim.
  const einde = /\.([^.]+)$/.exec(naam.toLowerCase())?.[1] ?? '';
  return (EINDES.get(einde) ?? einde) === soort.id
    ? { soort: soort.id }
    : { fout: nl.upload.anders(soort.tekst, soort.id) };
}
