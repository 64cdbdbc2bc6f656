import { MAX_BYTES } from '../process/feiten/upload.ts';
import type { Maak } from '../process/stukken/klus.ts';
import { aaneen } from '../process/taal/aaneen.ts';
import { uploadZinnen as zinnen } from '../text/uploads.ts';
import { bewaarLos, type Uploads, type Wie } from './bewaard.ts';
import { opgenomen } from './opnemen.ts';

/** More than come with one message. */
const MAX_FILES = 10;

/** What fetching a file came to; see the port. */
type Gehaald = { bytes: Uint8Array } | { reden: 'te-groot' | 'elders' | 'stil' };

/** What taking in a file needs. */
interface Hoe<F> {
  haal: (file: F, maxBytes: number) => Promise<Gehaald>;
  maak: Maak;
  uploads: Uploads;
  /** UTC ISO */
  now: () => string;
}

/** What became of the files of one message: their keys, and a sentence for each that was not taken in. */
export interface Ingenomen {
  readonly fotos: readonly string[];
  readonly documenten: readonly string[];
  readonly fouten: readonly string[];
}

/** Fetches the files of one message, looks at what they are, and keeps them one after another. Throws `StorageDown`. */
export async function neemIn<F extends { naam: string }>(
  hoe: Hoe<F>,
  wie: Wie,
  files: readonly F[],
): Promise<Ingenomen> {
  const fotos: string[] = [];
  const documenten: string[] = [];
  const fouten: string[] = [];
  for (const file of files.slice(0, MAX_FILES)) {
    const one = await gezien(hoe, wie, file);
    if ('fout' in one)
      fouten.push(
        files.length > 1 && file.naam !== '' ? aaneen`${file.naam}: ${one.fout}` : one.fout,
      );
    else (one.isFoto ? fotos : documenten).push(await bewaarLos(hoe.uploads, wie, one, hoe.now()));
  }
  if (files.length > MAX_FILES) fouten.push(zinnen.teVeel(MAX_FILES));
  return { fotos, documenten, fouten };
}

async function gezien<F extends { naam: string }>({ haal, maak }: Hoe<F>, wie: Wie, file: F) {
  const got = await haal(file, MAX_BYTES);
  if ('reden' in got) return { fout: NIET[got.reden] };
  const voor = `${wie.tenant} ${wie.oid}`;
  return opgenomen(maak, { naam: file.naam, bytes: got.bytes, voor });
}

const NIET: Readonly<Record<Extract<Gehaald, { reden: string }>['reden'], string>> = {
  'te-groot': zinnen.teGroot,
  elders: zinnen.elders,
  stil: zinnen.nietGehaald,
};
