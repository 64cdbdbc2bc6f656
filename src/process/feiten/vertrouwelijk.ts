import type { Entry, Project } from './project.ts';

/** Stands in place of a confidential text wherever people read along for whom it is not meant. */
export const BESLOTEN = '(vertrouwelijk)';

const isBesloten = ({ facts }: Entry) => facts['vertrouwelijk'] === true;

/** True when the entry with this id is confidential. */
export const isVertrouwelijk = (project: Project, id: string) =>
  id !== '' && [...project.entries.values()].some((ofKind) => hasBesloten(ofKind, id));

function hasBesloten(ofKind: ReadonlyMap<string, Entry>, id: string): boolean {
  const found = ofKind.get(id);
  return found !== undefined && isBesloten(found);
}

const masks = new WeakMap<Project, Project>();

/**
 * The project without confidential texts. Every card in a conversation is drawn from it, whoever asked for the card.
 * Dialogs and personal chats show the project itself (rule 10).
 */
export function voorIedereen(project: Project): Project {
  let found = masks.get(project);
  if (!found) {
    found = {
      ...project,
      entries: new Map([...project.entries].map(([kind, ofKind]) => [kind, maskAll(ofKind)])),
    };
    masks.set(project, found);
    // Masking a masked project changes nothing.
    masks.set(found, found);
  }
  return found;
}

/** True for a project that was masked for everybody. */
export const isVoorIedereen = (project: Project) => project === voorIedereen(project);

function maskAll(ofKind: ReadonlyMap<string, Entry>): ReadonlyMap<string, Entry> {
  if (![...ofKind.values()].some(isBesloten)) return ofKind;
  return new Map([...ofKind].map(([id, entry]) => [id, isBesloten(entry) ? mask(entry) : entry]));
}

const mask = (entry: Entry): Entry => ({
  ...entry,
  texts: Object.fromEntries(
    Object.entries(entry.texts).map(([veld, text]) => [veld, text === '' ? '' : BESLOTEN]),
  ),
});
