import { eenmaal } from './eenmaal.ts';
import { isVan, leads, type Deelnemer } from './deelnemers.ts';
import { BESLOTEN, geheimVan, kanGeheim } from './geheim.ts';
import type { Entry, Facts, Project } from './project.ts';

/** The choice that comes with an entry. `voor`: deelnemer ids of the readers chosen; only when `vertrouwelijk`. */
export interface Vertrouwelijk {
  vertrouwelijk: boolean;
  voor: readonly string[];
}

/** What an entry says that everybody may read. */
export const OPEN = { vertrouwelijk: false, voor: [] } as const;

const isZelf = ({ facts }: Entry) => facts['vertrouwelijk'] === true;

const vind = (project: Project, soort: string, id: string) => project.entries.get(soort)?.get(id);

interface Gevonden {
  readonly soort: string;
  readonly entry: Entry;
}

/** What an entry is about, as far as it is there; of an unknown kind all that can be confidential and has that id. */
function waarover(project: Project, { soort, entry }: Gevonden): Gevonden[] {
  return geheimVan(soort)
    .over(entry)
    .flatMap(([waar, id]) =>
      (waar === '' ? [...project.entries.keys()].filter(kanGeheim) : [waar])
        .filter((one) => one !== soort)
        .flatMap((one) => {
          const found = vind(project, one, id);
          return found ? [{ soort: one, entry: found }] : [];
        }),
    );
}

/** True when an entry is confidential, or is about something that is. */
const isDicht = (project: Project, found: Gevonden): boolean =>
  isZelf(found.entry) || waarover(project, found).some((ouder) => isDicht(project, ouder));

/** The same of an entry by its kind and id. */
export function isBesloten(project: Project, soort: string, id: string): boolean {
  const entry = vind(project, soort, id);
  return entry !== undefined && isDicht(project, { soort, entry });
}

/**
 * True when this person may read an entry: it is not confidential, they lead, it is theirs or they have to do it, or they
 * were chosen. Those chosen read what is about something confidential only when they read that too.
 */
export function magLezen(project: Project, lid: Deelnemer, soort: string, id: string): boolean {
  const entry = vind(project, soort, id);
  return entry === undefined || leest(project, lid, { soort, entry });
}

function leest(project: Project, lid: Deelnemer, found: Gevonden): boolean {
  if (leads(lid) || !isDicht(project, found)) return true;
  const { soort, entry } = found;
  const eigen = geheimVan(soort).wie(entry);
  if (eigen.some((id) => id !== '' && isVan(project, lid, id))) return true;
  const { vertrouwelijk, voor = [] } = entry.facts as Partial<Vertrouwelijk>;
  if (vertrouwelijk === true && !voor.includes(lid.id)) return false;
  return waarover(project, found).every((ouder) => leest(project, lid, ouder));
}

/** Who of these could be chosen to read an entry: they read what it is about, and do not read it anyway. */
export function teKiezenLezers(
  project: Project,
  leden: readonly Deelnemer[],
  soort: string,
  id: string,
): Deelnemer[] {
  const entry = vind(project, soort, id);
  if (!entry) return [];
  const eigen = geheimVan(soort).wie(entry);
  const ouders = waarover(project, { soort, entry });
  return leden.filter(
    (lid) =>
      !leads(lid) && !eigen.includes(lid.id) && ouders.every((ouder) => leest(project, lid, ouder)),
  );
}

/** All entries that not everybody may read. */
const beslotenIn = eenmaal((project: Project): readonly Gevonden[] =>
  heeftBesloten(project)
    ? [...project.entries].flatMap(([soort, ofKind]) =>
        [...ofKind.values()]
          .map((entry) => ({ soort, entry }))
          .filter((one) => isDicht(project, one)),
      )
    : [],
);

const heeftBesloten = ({ entries }: Project) =>
  [...entries.values()].some((ofKind) => [...ofKind.values()].some(isZelf));

/** What was put in place of a project, and which of its entries are masked in it. */
const verhuld = new WeakMap<Project, ReadonlySet<string>>();
/** What is masked in a project, with all that it holds. */
const heel = new WeakMap<Project, Project>();
const gedeeld = new WeakMap<Project, Project>();
const gelezen = new WeakMap<Project, Map<string, Project>>();

const sleutel = (soort: string, id: string) => `${soort} ${id}`;

/**
 * The project without confidential texts. Every card in a conversation is drawn from it, whoever asked for the card.
 * Dialogs and personal chats show the project as that person may read it (rule 10).
 */
export function voorIedereen(project: Project): Project {
  let found = gedeeld.get(project);
  if (!found) {
    found = zonder(project, beslotenIn(project));
    gedeeld.set(project, found);
    // Masking a masked project changes nothing.
    gedeeld.set(found, found);
  }
  return found;
}

/** True for a project that was masked for everybody. */
export const isVoorIedereen = (project: Project) => project === voorIedereen(project);

/** The project as this person may read it; itself where nothing is hidden from them, or where it was masked already. */
export function zoalsGelezen(project: Project, lid: Deelnemer): Project {
  if (isGemaskeerd(project)) return project;
  const dicht = beslotenIn(project).filter((found) => !leest(project, lid, found));
  if (dicht.length === 0) return project;
  // People from whom the same is hidden read the same project.
  const key = dicht.map(({ soort, entry }) => sleutel(soort, entry.id)).join();
  const known = gelezen.get(project) ?? new Map<string, Project>();
  gelezen.set(project, known);
  const found = known.get(key) ?? zonder(project, dicht);
  known.set(key, found);
  return found;
}

/** True for a project in which something may be masked. */
export const isGemaskeerd = (project: Project) => verhuld.has(project);

/** The same project with all that it holds, to compare with and never to show. */
export const onverhuld = (project: Project): Project => heel.get(project) ?? project;

/** True when this entry is masked in the project as it is read here. */
export const isVerhuld = (project: Project, soort: string, id: string) =>
  verhuld.get(project)?.has(sleutel(soort, id)) === true;

/** True when any entry with this id is masked here. */
export const isVerhuldHier = (project: Project, id: string) =>
  id !== '' && [...project.entries.keys()].some((soort) => isVerhuld(project, soort, id));

function zonder(project: Project, dicht: readonly Gevonden[]): Project {
  const entries = new Map(project.entries);
  const eigen = new Map<string, Map<string, Entry>>();
  for (const { soort, entry } of dicht) {
    const ofKind = eigen.get(soort) ?? new Map(entries.get(soort));
    ofKind.set(entry.id, masker(soort, entry));
    eigen.set(soort, ofKind);
    entries.set(soort, ofKind);
  }
  const found = { ...project, entries };
  heel.set(found, onverhuld(project));
  verhuld.set(
    found,
    new Set([
      ...(verhuld.get(project) ?? []),
      ...dicht.map(({ soort, entry }) => sleutel(soort, entry.id)),
    ]),
  );
  return found;
}

function masker(soort: string, entry: Entry): Entry {
  const { naam, blijft, leeg } = geheimVan(soort);
  const instead = (veld: string, text: string) => {
    if (text === '' || blijft.includes(veld)) return text;
    return naam[veld] ?? BESLOTEN;
  };
  return {
    ...entry,
    facts: { ...entry.facts, ...(leeg as Facts) },
    texts: Object.fromEntries(
      Object.entries(entry.texts).map(([veld, text]) => [veld, instead(veld, text)]),
    ),
  };
}
