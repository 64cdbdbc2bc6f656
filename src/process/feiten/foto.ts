import { eenmaal } from './eenmaal.ts';
import { geheim } from './geheim.ts';
import { all, allEver, GEWIST, kind, one, type Entry, type Project } from './project.ts';

/** The most photos with one entry. */
export const MAX_FOTOS = 5;
/** The largest photo that is taken in, in bytes, and the most points in it. */
export const MAX_FOTO_BYTES = 15 * 1024 * 1024;
export const MAX_FOTO_PUNTEN = 40_000_000;
/** Points along the longest side, as a photo is kept and as it stands small on a page. */
export const ZIJDE = { heel: 1_600, klein: 240 } as const;
/** What can be made smaller, and is stored as JPEG. */
export const FOTO_SOORTEN: readonly string[] = ['jpg', 'png', 'webp'];

/**
 * A photo with another entry: `soort` is the kind of that entry and `bij` its id. `van`: whose entry that is, deelnemer id, so
 * that it goes with all that is theirs. It has no text but the name of its file, by which it is erased.
 */
export const foto = geheim(
  kind<
    { soort: string; bij: string; van: string; sleutel: string; bytes: number },
    { bestandsnaam: string }
  >('foto'),
  {
    wie: ({ facts: { van } }) => [van],
    over: ({ facts: { soort, bij } }) => [[soort, bij]],
    leeg: { sleutel: '' },
  },
);

export type Foto = Entry<
  NonNullable<typeof foto.shape>['facts'],
  NonNullable<typeof foto.shape>['texts']
>;

/** True for a photo that can be looked at: it was not erased, and is not hidden from who reads. */
export const isTeZien = ({ facts, texts }: Foto) =>
  facts.sleutel !== '' && texts.bestandsnaam !== GEWIST;

const perEntry = eenmaal((project: Project): ReadonlyMap<string, readonly Foto[]> => {
  const found = new Map<string, Foto[]>();
  for (const een of all(project, foto).filter(isTeZien)) {
    const key = sleutelVan(een.facts.soort, een.facts.bij);
    found.set(key, [...(found.get(key) ?? []), een]);
  }
  return found;
});

const sleutelVan = (soort: string, id: string) => `${soort} ${id}`;

/** The photos with an entry, in the order in which they came. */
export const fotosBij = (project: Project, soort: string, id: string): readonly Foto[] =>
  perEntry(project).get(sleutelVan(soort, id)) ?? [];

/** A photo that can be looked at here, with an entry that still stands. */
export function fotoHier(project: Project, id: string): Foto | undefined {
  const found = one(project, foto, id);
  const bij = found && project.entries.get(found.facts.soort)?.get(found.facts.bij);
  return found && bij && !bij.gone && isTeZien(found) ? found : undefined;
}

/** All that ever were, for who erases the entry. */
export const fotosOoitBij = (project: Project, soort: string, id: string): Foto[] =>
  allEver(project, foto).filter(({ facts }) => facts.soort === soort && facts.bij === id);
