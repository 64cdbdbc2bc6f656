import { document } from './gegevens.ts';
import { numberInput } from '../vormen/form.ts';
import { allEver, GEWIST, type Project } from './project.ts';

/** A file that came along with an act, checked and kept before anything is decided about it. */
export interface Upload {
  /** Where it is kept; generated. */
  sleutel: string;
  /** One of `SOORTEN`, by its content. */
  soort: string;
  bytes: number;
  /** As its owner called it: user text. */
  naam: string;
}

/** No file is larger. */
export const MAX_BYTES = 25 * 1024 * 1024;

/** What may be put in a project: documents and pictures that run nothing when they are opened. `id` is how the name ends. */
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

/** How a name may end besides: the same thing is spelt in two ways. */
export const EINDES: Readonly<Record<string, string>> = { jpeg: 'jpg' };

/** How the name of a file may end. */
export const KAN: readonly string[] = [...SOORTEN.map(({ id }) => id), ...Object.keys(EINDES)].map(
  (einde) => `.${einde}`,
);

const HOUR_MS = 3_600_000;
/** A file of which nobody made a document for so long is thrown away. */
export const WEG_NA_MS = 24 * HOUR_MS;
/** So long a document can be made of it: what is about to be thrown away is left alone. */
export const BRUIKBAAR_MS = 23 * HOUR_MS;

const BYTES_PER_MB = 1024 * 1024;

/** `PDF, 1,2 MB` */
export function uploadTekst({ soort, bytes }: Pick<Upload, 'soort' | 'bytes'>): string {
  const wat = SOORTEN.find(({ id }) => id === soort)?.tekst ?? soort;
  const mb = Math.max(0.1, Math.round((bytes / BYTES_PER_MB) * 10) / 10);
  return `${wat}, ${numberInput(mb)} MB`;
}

/** The name without how it ends, as a first title. */
export const zonderEinde = (naam: string) => naam.replace(/\.[^.]{1,5}$/, '');

/** All documents with a file that were ever made, gone or not. */
const metBestand = (project: Project) =>
  allEver(project, document).flatMap(({ facts, texts }) =>
    facts.upload ? [{ ...facts.upload, isGewist: texts.titel === GEWIST }] : [],
  );

/** Where the files of erased documents are kept: they are to go as well. */
export const gewisteUploads = (project: Project): string[] =>
  metBestand(project).flatMap(({ sleutel, isGewist }) => (isGewist ? [sleutel] : []));

/** Where the files of all documents are kept, also of those that are gone or erased. */
export const uploads = (project: Project): string[] =>
  metBestand(project).map(({ sleutel }) => sleutel);

/** True when a document was made of this file, also when that is gone: one file is one document. */
export const isVergeven = (project: Project, sleutel: string): boolean =>
  metBestand(project).some((one) => one.sleutel === sleutel);
