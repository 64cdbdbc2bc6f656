import sharp from 'sharp';
import { MAX_FOTO_PUNTEN } from '../../process/feiten/foto.ts';
import { GeenBestand } from '../../process/stukken/klus.ts';

/** A photo on a page or on paper looks no better above this. */
const KWALITEIT = 80;

/**
 * The photo upright and as JPEG, with no side longer than `zijde`. Only its points go on: of what its camera wrote in it, such
 * as the place, nothing does. Of a moving picture the first one. Throws `GeenBestand` when it has too many points, and
 * whatever the decoder throws when it is damaged.
 */
export async function verklein(bytes: Uint8Array, zijde: number): Promise<Buffer> {
  const foto = sharp(bytes, { failOn: 'error', limitInputPixels: false });
  const { width, height } = await foto.metadata();
  if (width * height > MAX_FOTO_PUNTEN)
    throw new GeenBestand('te-groot', `a photo of ${width} by ${height}`);
  return foto
    .autoOrient()
    .resize({ width: zijde, height: zijde, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: KWALITEIT, mozjpeg: true })
    .toBuffer();
}
