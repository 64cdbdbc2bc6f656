import { FOTO_SOORTEN, MAX_FOTO_BYTES, ZIJDE } from '../process/feiten/foto.ts';
import { redenVan, type GeenBestand, type Maak } from '../process/stukken/klus.ts';
import { uploadZinnen as zinnen } from '../text/uploads.ts';
import { inhoudVan } from './inhoud.ts';
import { naamMetEinde } from './naam.ts';

/** A file as it can be kept. */
export interface Opgenomen {
  soort: string;
  naam: string;
  bytes: Uint8Array;
  isFoto: boolean;
}

/**
 * What these bytes are, and a photo made smaller; or the sentence why they are not taken in. `voor`: who sent them, so that one
 * person does not keep the others waiting.
 */
export async function opgenomen(
  maak: Maak,
  { naam, bytes, voor }: { naam: string; bytes: Uint8Array; voor: string },
): Promise<Opgenomen | { fout: string }> {
  const inhoud = await inhoudVan(naam, bytes);
  if ('fout' in inhoud) return inhoud;
  if (!FOTO_SOORTEN.includes(inhoud.soort)) return { ...inhoud, bytes, isFoto: false };
  if (bytes.length > MAX_FOTO_BYTES) return { fout: zinnen.fotoTeZwaar };
  try {
    const klein = await maak({ soort: 'foto', naam: ['foto'], bytes, zijde: ZIJDE.heel }, voor);
    return { soort: 'jpg', naam: naamMetEinde(naam, 'jpg'), bytes: klein.bytes, isFoto: true };
  } catch (err) {
    return { fout: NIET[redenVan(err)] };
  }
}

const NIET: Readonly<Record<GeenBestand['reden'], string>> = {
  druk: zinnen.druk,
  'te-lang': zinnen.fotoKapot,
  'te-groot': zinnen.fotoTeGroot,
  mislukt: zinnen.fotoKapot,
};
