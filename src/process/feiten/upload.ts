import { foto } from './foto.ts';
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
  /** True when it was sent in a person's own chat: there its owner can still throw it away. */
  uitChat: boolean;
}

/** The largest file, in bytes. */
export const MAX_BYTES = 25 * 1024 * 1024;

/**
 * The files that a project takes: documents and pictures that run nothing when they are opened. `id` is the extension, and
 * `ook` are those that the same kind goes by elsewhere.
 */
export const SOORTEN = [
  { id: 'pdf', tekst: 'PDF', ook: [] },
  { id: 'docx', tekst: 'Word', ook: [] },
  { id: 'xlsx', tekst: 'Excel', ook: [] },
  { id: 'pptx', tekst: 'PowerPoint', ook: [] },
  { id: 'odt', tekst: 'OpenDocument-tekst', ook: [] },
  { id: 'ods', tekst: 'OpenDocument-rekenblad', ook: [] },
  { id: 'odp', tekst: 'OpenDocument-presentatie', ook: [] },
  { id: 'jpg', tekst: 'foto', ook: ['jpeg', 'jpe', 'jfif', 'pjpeg', 'pjp'] },
  { id: 'png', tekst: 'afbeelding', ook: [] },
  { id: 'gif', tekst: 'afbeelding', ook: [] },
  { id: 'webp', tekst: 'afbeelding', ook: [] },
] as const;

/**
 * The extensions that a browser lets people choose from. That of a picture of a phone (`.heic`) is not one of them: a
 * phone makes a JPG of its picture only for a page that does not ask for its own kind.
 */
export const KAN: readonly string[] = SOORTEN.flatMap(({ id, ook }) => [id, ...ook]).map(
  (einde) => `.${einde}`,
);

/** Stands in the place of a project with a file of which its owner has not said yet where it belongs. */
export const LOS = 'los';
/**
 * When a file came, UTC ISO; empty when nobody wrote that down. One that came by chat says it as `sinds`: an older program, which
 * knows no photos, would throw away what is older than a day by `at`.
 */
export const gekomenOp = (about: Readonly<Record<string, string>>): string =>
  about['at'] ?? about['sinds'] ?? '';
/** A file that nobody put anywhere for so long is thrown away. */
export const WEG_NA_MS = 24 * HOUR_MS;
/** How long a file can still be put somewhere: one that is about to be deleted is left alone. */
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

/** All documents with a file and all photos that were ever made, gone or not. */
const metBestand = (project: Project) => [
  ...allEver(project, document).flatMap(({ facts, texts }) =>
    facts.upload ? [{ sleutel: facts.upload.sleutel, isGewist: texts.titel === GEWIST }] : [],
  ),
  ...allEver(project, foto).map(({ facts, texts }) => ({
    sleutel: facts.sleutel,
    isGewist: texts.bestandsnaam === GEWIST,
  })),
];

/** The keys of the files of erased documents and photos, which are to be deleted as well. */
export const gewisteUploads = (project: Project): string[] =>
  metBestand(project).flatMap(({ sleutel, isGewist }) => (isGewist ? [sleutel] : []));

/** The keys of the files of all documents and photos, withdrawn and erased ones included. */
export const uploads = (project: Project): string[] =>
  metBestand(project).map(({ sleutel }) => sleutel);

/** True when an entry names this file, also when it is withdrawn: one file belongs to one entry. */
export const isVergeven = (project: Project, sleutel: string): boolean =>
  metBestand(project).some((bestand) => bestand.sleutel === sleutel);
