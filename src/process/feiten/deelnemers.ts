import { all, kind, one, type Entry, type Project } from './project.ts';

/** A verified identity in Entra. */
export interface Identity {
  /** Home tenant. */
  tenant: string;
  /** Object id in that tenant. */
  oid: string;
  /** Teams' id of this person for the bot, to mention them. */
  teamsId: string;
}

export type Rol =
  | 'projectleider'
  | 'plaatsvervanger'
  | 'deelnemer'
  | 'gespreksleider'
  | 'bestuurder';

/** What a role brings along besides taking part. */
interface Rolregels {
  /** Leads the project. */
  leidt: boolean;
  /** Writes down what comes out of an overleg, whoever keeps the notes of it. */
  noteert: boolean;
  /** Is asked to enter and to answer, is reminded, and counts in "5 van de 8". */
  telt: boolean;
}

/** Written out for every role, so that a role that is added later leads nobody by accident. */
export const ROLLEN: Readonly<Record<Rol, Rolregels>> = {
  projectleider: { leidt: true, noteert: true, telt: true },
  plaatsvervanger: { leidt: true, noteert: true, telt: true },
  deelnemer: { leidt: false, noteert: false, telt: true },
  gespreksleider: { leidt: false, noteert: true, telt: true },
  bestuurder: { leidt: false, noteert: false, telt: false },
};

/** A person in the project group. Without identities: a partner without Teams, for whom others enter. */
export const deelnemer = kind<
  {
    rol: Rol;
    /** `aanvraag`: asked to join. `weg`: has left; `opvolger` takes over. */
    status: 'lid' | 'aanvraag' | 'weg';
    identities: readonly Readonly<Record<keyof Identity, string>>[];
    /** Id from the list of organisaties, or `anders`. */
    partner: string;
    /** Deelnemer id of the opvolger; empty: the projectleider takes over. */
    opvolger: string;
    extern: boolean;
  },
  { naam: string; organisatie: string; functie: string }
>('deelnemer');

export type Deelnemer = Entry<
  NonNullable<typeof deelnemer.shape>['facts'],
  NonNullable<typeof deelnemer.shape>['texts']
>;

/** Everybody who is in the group now, in order of joining. */
export const leden = (project: Project): Deelnemer[] =>
  all(project, deelnemer).filter(({ facts }) => facts.status === 'lid');

/** The people who asked to join and have no answer yet. */
export const aanvragen = (project: Project): Deelnemer[] =>
  all(project, deelnemer).filter(({ facts }) => facts.status === 'aanvraag');

/** The deelnemer that this identity is bound to, of whatever status; when there are several, the one who takes part. */
export function whoIs(project: Project, identity: Identity): Deelnemer | undefined {
  const bound = all(project, deelnemer).filter((found) => isBoundTo(found, identity));
  const best = (status: Deelnemer['facts']['status']) =>
    bound.find(({ facts }) => facts.status === status);
  return best('lid') ?? best('aanvraag') ?? bound[0];
}

/**
 * True when this identity belongs to this deelnemer. Teams' own id may stand for the home tenant: for members of another
 * organisation the roster gives the tenant, but their acts in a conversation do not. People who come in by the tab have
 * no such id, and an empty one matches no one.
 */
export const isBoundTo = ({ facts }: Deelnemer, { tenant, oid, teamsId }: Identity) =>
  oid !== '' &&
  facts.identities.some(
    (bound) =>
      bound.oid === oid &&
      (bound.tenant === tenant || (teamsId !== '' && bound.teamsId === teamsId)),
  );

/** The projectleider; undefined when that person left without handing over. */
export const projectleider = (project: Project) =>
  leden(project).find(({ facts }) => facts.rol === 'projectleider');

/** The deputy of the projectleider. */
export const plaatsvervanger = (project: Project) =>
  leden(project).find(({ facts }) => facts.rol === 'plaatsvervanger');

/** `Sanne de Wit (plaatsvervanger: Bram Jansen)` */
export function wieLeidt(project: Project): string {
  const leider = projectleider(project)?.texts.naam ?? 'nog niemand';
  const plaats = plaatsvervanger(project)?.texts.naam;
  return plaats === undefined ? leider : `${leider} (plaatsvervanger: ${plaats})`;
}

/** True for the projectleider and the deputy. */
export const leads = ({ facts }: Deelnemer) => facts.status === 'lid' && ROLLEN[facts.rol].leidt;

/** Who is asked to answer, and counts in "5 van de 8", in order of joining. */
export const geteld = (project: Project): Deelnemer[] =>
  leden(project).filter(({ facts }) => ROLLEN[facts.rol].telt);

/** The name of a deelnemer, also of one who left; `de projectleider` for an unknown id. */
export function naamVan(project: Project, id: string): string {
  return (
    project.entries.get(deelnemer.name)?.get(id)?.texts['naam'] ??
    (id === 'klok' ? 'de planner' : 'iemand')
  );
}

/** `Sanne de Wit (Gemeente)`; only the name of who has none. */
export const metOrganisatie = ({ texts: { naam, organisatie } }: Deelnemer) =>
  organisatie ? `${naam} (${organisatie})` : naam;

/** Organisatie of a deelnemer; their name when they have none. */
export function organisatieVan(project: Project, id: string): string {
  const found = one(project, deelnemer, id);
  return found ? found.texts.organisatie || found.texts.naam : 'onbekend';
}

/** The organisaties in the group, each once, in order of joining. People without one stand for themselves. */
export function organisaties(project: Project): string[] {
  return [...new Set(leden(project).map(({ texts }) => texts.organisatie || texts.naam))];
}

/**
 * The person who now does the work of a deelnemer: they themselves, else their opvolger, else the projectleider. Follows
 * chains.
 */
export function verantwoordelijke(project: Project, id: string): Deelnemer | undefined {
  const seen = new Set<string>();
  let current = one(project, deelnemer, id);
  while (
    current &&
    current.facts.status === 'weg' &&
    current.facts.opvolger !== '' &&
    !seen.has(current.id)
  ) {
    seen.add(current.id);
    current = one(project, deelnemer, current.facts.opvolger);
  }
  return current?.facts.status === 'lid' ? current : projectleider(project);
}

/** True when an entry of this owner belongs to this person: their own, or taken over from a person who left. */
export const isVan = (project: Project, person: Deelnemer, owner: string) =>
  person.id === owner || verantwoordelijke(project, owner)?.id === person.id;

/** True when two deelnemers are of the same organisatie. */
export const isVanOrganisatie = (project: Project, een: string, ander: string) =>
  organisatieVan(project, een) === organisatieVan(project, ander);
