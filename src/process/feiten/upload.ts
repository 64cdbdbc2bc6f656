import { document } from './gegevens.ts';
import { numberInput } from '../vormen/form.ts';
import { HOUR_MS } from '../taal/time.ts';
import { GEWIST, type Project, allEver } from './project.ts';

/** A file that came along with an act, checked and stored before any decision about it. */
export interface Upload {
  /** The generated key that it is stored under. */
  sleutel: string;
  /** One of `SOORTEN`, decided by its content. */
  soort: string;
  bytes: number;
  /** The name that its owner gave it: user text. */
  naam: string;
}

/** The largest file, in bytes. */
export const MAX_BYTES = 25 * 1024 * 1024;

/** The files that a project takes: documents and pictures that run nothing when they are opened. `id` is the extension. */
export const SOORTEN = [
  { id: 'pdf', tekst: 'PDF' },
  { id: 'docx', tekst: 'Word' },
  { id: 'xlsx', tekst: 'Excel' },
  { id: 'pptx', tekst: 'PowerPoint' },
  { id: 'odt', tekst: 'OpenDocument-tekst' },
  { id: 'ods', tekst: 'OpenDocument-rekenblad' },
  { id: 'odp', tekst: 'OpenDocument-presentatie' },
  { id: 'jpg', tekst: 'foto' },
  { id: 'png', tekst: 'afbeelding' },
  { id: 'gif', tekst: 'afbeelding' },
  { id: 'webp', tekst: 'afbeelding' },
] as const;

/** Other extensions of the same kinds, which are spelt in two ways. */
export const EINDES: ReadonlyMap<string, string> = new Map([['jpeg', 'jpg']]);

/** All extensions that a file may have. */
export const KAN: readonly string[] = [...SOORTEN.map(({ id }) => id), ...EINDES.keys()].map(
  (einde) => `.${einde}`,
);

/** A file of which nobody made a document for so long is thrown away. */
export const WEG_NA_MS = 24 * HOUR_MS;
/** How long a document can still name a file: one that is about to be deleted is left alone. */
export const BRUIKBAAR_MS = 23 * HOUR_MS;

const BYTES_PER_MB = 1024 * 1024;

/** `PDF, 1,2 MB` */
export function uploadTekst({ soort, bytes }: Pick<Upload, 'soort' | 'bytes'>): string {
  const wat = SOORTEN.find(({ id }) => id === soort)?.tekst ?? soort;
  const mb = Math.max(0.1, Math.round((bytes / BYTES_PER_MB) * 10) / 10);
  return `${wat}, ${numberInput(mb)} MB`;
}

/** The name without its extension, as a first title. */
export const zonderEinde = (naam: string) => naam.replace(/\.[^.]{1,5}$/, '');

/** All documents with a file that were ever made, gone or not. */
const metBestand = (project: Project) =>
  allEver(project, document).flatMap(({ facts, texts }) =>
    facts.upload ? [{ ...facts.upload, isGewist: texts.titel === GEWIST }] : [],
  );

/** The keys of the files of erased documents, which are to be deleted as well. */
export const gewisteUploads = (project: Project): string[] =>
  metBestand(project).flatMap(({ sleutel, isGewist }) => (isGewist ? [sleutel] : []));

/** The keys of the files of all documents, withdrawn and erased ones included. */
export const uploads = (project: Project): string[] =>
  metBestand(project).map(({ sleutel }) => sleutel);

/** True when a document names this file, also when that document is withdrawn: one file belongs to one document. */
export const isVergeven = (project: Project, sleutel: string): boolean =>
  metBestand(project).some((bestand) => bestand.sleutel === sleutel);
