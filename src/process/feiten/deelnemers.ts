import { eenmaal } from './eenmaal.ts';
import { sleutel } from '../taal/schrift.ts';
import { uniek } from '../taal/uniek.ts';
import { aantal } from '../taal/woorden.ts';
import { metErbij, namenVan } from './namen.ts';
import { all, GEWIST, kind, persoonGewist, type Entry, type Project } from './project.ts';
import { isVoorbeeld } from './voorbeeld.ts';
import { naamInLijst } from '../taal/opsomming.ts';
import { aaneen } from '../taal/aaneen.ts';

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
    /**
     * `aanvraag`: asked to join. `vertrokken`: is not in the conversation, and takes part again when they are back.
     * `weg`: was taken out of the group; `opvolger` takes over.
     */
    status: 'lid' | 'aanvraag' | 'vertrokken' | 'weg';
    identities: readonly Readonly<Record<keyof Identity, string>>[];
    /** Id from the list of organisaties, or `anders`. */
    partner: string;
    /** Deelnemer id of the opvolger; empty: the projectleider takes over. */
    opvolger: string;
    extern: boolean;
    /** True when somebody filled in the name: then a new name in Teams does not take its place. */
    eigenNaam: boolean;
  },
  {
    naam: string;
    organisatie: string;
    functie: string;
    /** What stands before the @ of their address in Teams: tells them from somebody of the same name. */
    account: string;
  }
>('deelnemer', { leeg: { facts: { eigenNaam: false }, texts: { account: '' } } });

/** A person as the log has them: with the name that was told or typed, which may be empty or that of another too. */
type Ingeschreven = Entry<
  NonNullable<typeof deelnemer.shape>['facts'],
  NonNullable<typeof deelnemer.shape>['texts']
>;

/** A person as everybody reads of them: by a name to show, so that of the texts only the function is left to read. */
export interface Deelnemer extends Omit<Ingeschreven, 'texts'> {
  readonly texts: Pick<Ingeschreven['texts'], 'functie'>;
  /** Never empty, and unlike that of anybody else in the project. */
  readonly naam: string;
  /** As the first of its people wrote it; empty without one. */
  readonly organisatie: string;
  /** `Sanne de Wit (Gemeente)`; only the name of who has no organisatie. */
  readonly voluit: string;
}

/** Everybody who was ever in the group or asked to be, in order of joining. */
export function iedereen(project: Project): readonly Deelnemer[] {
  const entries = project.entries.get(deelnemer.name) ?? NIEMAND_NOG;
  const found =
    known.get(entries) ?? getoondeMensen(all(project, deelnemer), gewistePersonen(project));
  known.set(entries, found);
  return found;
}

/** The deelnemer ids of everybody of whom everything was erased. */
export const gewistePersonen = (project: Project): ReadonlySet<string> =>
  new Set(all(project, persoonGewist).map(({ facts }) => facts.wie));

const NIEMAND_NOG: ReadonlyMap<string, Entry> = new Map();

/** Kept for each state of the group, because everything that shows a name asks for it. */
const known = new WeakMap<ReadonlyMap<string, Entry>, readonly Deelnemer[]>();

/** How somebody is called of whom everything was erased. */
const IEMAND_NU = { naam: 'iemand', voluit: 'iemand' } as const;

function getoondeMensen(mensen: readonly Ingeschreven[], gewist: ReadonlySet<string>): Deelnemer[] {
  const organisaties = new Map(
    mensen.map(({ texts }) => [sleutel(texts.organisatie), texts.organisatie] as const).reverse(),
  );
  const ieder = uniek(
    mensen.map((mens) => zelf(mensen, mens)),
    ({ id }) => id,
  ).filter(({ id }) => !gewist.has(id));
  const namen = namenVan(
    ieder.map(({ facts, texts: { naam, functie, organisatie, account } }) => ({
      naam,
      extern: facts.extern,
      kenmerken: [functie, organisatie, account],
    })),
  );
  const naamVan = new Map(ieder.map(({ id }, nth) => [id, namen[nth]]));
  return mensen.map((mens) => {
    const key = mens.texts.organisatie === GEWIST ? '' : sleutel(mens.texts.organisatie);
    const organisatie = key === '' ? '' : (organisaties.get(key) ?? '');
    if (gewist.has(mens.id)) return { ...mens, texts: { functie: '' }, ...IEMAND_NU, organisatie };
    const { naam = '', kaal = '', erbij = [] } = naamVan.get(zelf(mensen, mens).id) ?? {};
    const staatErbij = key === '' || erbij.some((een) => sleutel(een) === key);
    return {
      ...mens,
      naam,
      organisatie,
      voluit: metErbij(kaal, staatErbij ? erbij : [...erbij, organisatie]),
    };
  });
}

/** Who asked to join and turned out to be a partner who was there already is that partner. */
function zelf(mensen: readonly Ingeschreven[], mens: Ingeschreven): Ingeschreven {
  const { status, opvolger, identities } = mens.facts;
  const ander = status === 'weg' && mensen.find(({ id }) => id === opvolger);
  const isZelf =
    ander && ander.facts.identities.some((een) => identities.some((eigen) => isZelfde(een, eigen)));
  return isZelf ? ander : mens;
}

/** Everybody who is in the group now, in order of joining. */
export const leden = (project: Project): Deelnemer[] => met(project, 'lid');

/** The people who asked to join and have no answer yet. */
export const aanvragen = (project: Project): Deelnemer[] => met(project, 'aanvraag');

/** The people of the group who are not in its conversation any more, in order of joining. */
export const vertrokkenen = (project: Project): Deelnemer[] => met(project, 'vertrokken');

const met = (project: Project, status: Deelnemer['facts']['status']) =>
  iedereen(project).filter(({ facts }) => facts.status === status);

/** A person as everybody reads of them, of whatever status. */
export const mens = (project: Project, id: string): Deelnemer | undefined =>
  iedereen(project).find((een) => een.id === id);

/** The deelnemer that this identity is bound to, of whatever status; when there are several, the one who takes part. */
export function whoIs(project: Project, identity: Identity): Deelnemer | undefined {
  // Whoever looks at the example sees what its projectleider would.
  if (isVoorbeeld(project)) return leider(project);
  const bound = iedereen(project).filter((found) => isBoundTo(found, identity));
  // An act does not tell the home tenant of who is from elsewhere: then Teams' own id says which of two it is.
  const named = bound.filter((found) => isMetId(found, identity));
  const own = named.length > 0 ? named : bound;
  return STATUSSEN.map((status) => own.find(({ facts }) => facts.status === status)).find(
    (found) => found !== undefined,
  );
}

/** The one who takes part first. */
const STATUSSEN = [
  'lid',
  'vertrokken',
  'aanvraag',
  'weg',
] as const satisfies Deelnemer['facts']['status'][];

const isMetId = ({ facts }: Pick<Deelnemer, 'facts'>, { teamsId }: Identity) =>
  teamsId !== '' && facts.identities.some((bound) => bound.teamsId === teamsId);

/** True when this identity belongs to this deelnemer. People whom Entra does not know are nobody. */
export const isBoundTo = ({ facts }: Pick<Deelnemer, 'facts'>, identity: Identity): boolean =>
  facts.identities.some((bound) => isZelfde(bound, identity));

/**
 * True for one person as we hear of them twice. Teams' own id may stand for the home tenant: for members of another
 * organisation the roster gives the tenant, but their acts in a conversation do not. People who come in by the tab have
 * no such id. An object id alone is unique in its own tenant only.
 */
export const isZelfde = (een: Identity, ander: Identity): boolean =>
  een.oid !== '' &&
  een.oid === ander.oid &&
  (een.teamsId !== '' && ander.teamsId !== ''
    ? een.teamsId === ander.teamsId
    : een.tenant === ander.tenant);

/** The projectleider; undefined when that person left without handing over. */
export const projectleider = (project: Project) =>
  leden(project).find(({ facts }) => facts.rol === 'projectleider');

/** The deputy of the projectleider. */
export const plaatsvervanger = (project: Project) =>
  leden(project).find(({ facts }) => facts.rol === 'plaatsvervanger');

/** `Sanne de Wit (plaatsvervanger: Bram Jansen)` */
export function wieLeidt(project: Project): string {
  const leider = naamInLijst(projectleider(project)?.naam ?? 'nog niemand');
  const plaats = plaatsvervanger(project)?.naam;
  return plaats === undefined ? leider : `${leider} (plaatsvervanger: ${naamInLijst(plaats)})`;
}

/** True when neither projectleider nor deputy takes part, so that a deelnemer may take over. */
export const isLeiderloos = (project: Project) => !leden(project).some(leads);

/** Who leads now: the projectleider or, when there is none, the deputy. */
export const leider = (project: Project): Deelnemer | undefined =>
  projectleider(project) ?? plaatsvervanger(project);

/** Whoever has a role that leads, also when they are not in the conversation now. */
export const metLeidendeRol = (project: Project): Deelnemer[] =>
  iedereen(project).filter(
    ({ facts }) =>
      ROLLEN[facts.rol].leidt && (facts.status === 'lid' || facts.status === 'vertrokken'),
  );

/** True for the projectleider and the deputy. */
export const leads = ({ facts }: Deelnemer) => facts.status === 'lid' && ROLLEN[facts.rol].leidt;

/** Who is asked to answer, and counts in "5 van de 8", in order of joining. */
export const geteld = (project: Project): Deelnemer[] =>
  leden(project).filter(({ facts }) => ROLLEN[facts.rol].telt);

/** The name of a deelnemer, also of one who left; `iemand` for an unknown id. */
export const naamVan = (project: Project, id: string): string =>
  mens(project, id)?.naam ?? (id === 'klok' ? 'de planner' : IEMAND_NU.naam);

/** `Sanne de Wit (Gemeente)`, for an id. */
export const voluitVan = (project: Project, id: string): string =>
  mens(project, id)?.voluit ?? naamVan(project, id);

/** The organisatie of a deelnemer; empty when they have none. */
export const eigenOrganisatie = (project: Project, id: string): string =>
  mens(project, id)?.organisatie ?? '';

/** `Sanne de Wit, Gemeente`; only the name of who has no organisatie. */
export const naamEnOrganisatie = ({ naam, voluit, organisatie }: Deelnemer): string =>
  voluit === naam ? naam : aaneen`${naam}, ${organisatie}`;

/** The same, for an id. */
export function naamMetOrganisatie(project: Project, id: string): string {
  const found = mens(project, id);
  return found ? naamEnOrganisatie(found) : naamVan(project, id);
}

/** Whom a deelnemer speaks for: their organisatie; their name when they have none. */
export function organisatieVan(project: Project, id: string): string {
  const found = mens(project, id);
  return found ? found.organisatie || found.naam : 'onbekend';
}

/** Those whom these deelnemers speak for, each once, in order. */
export const organisatiesOfNamen = (project: Project, ids: readonly string[]): string[] => [
  ...new Set(ids.map((id) => organisatieVan(project, id))),
];

/** The same for all people of an organisatie, however they typed it. People without one stand alone. */
export function organisatieSleutel(project: Project, id: string): string {
  const found = mens(project, id);
  return (found && sleutelVan(found)) || `#${id}`;
}

const sleutelVan = eenmaal(({ organisatie }: Deelnemer) => sleutel(organisatie));

/** The organisaties of these deelnemers, each once, in order. Who has none is of none. */
export const organisatiesVan = (project: Project, ids: readonly string[]): string[] => [
  ...new Set(ids.map((id) => eigenOrganisatie(project, id)).filter((naam) => naam !== '')),
];

/** `7 organisaties en 1 deelnemer zonder organisatie`: of whom something comes. */
export function vanHoeveel(project: Project, ids: readonly string[]): string {
  const n = organisatiesVan(project, ids).length;
  const los = new Set(ids.filter((id) => eigenOrganisatie(project, id) === '')).size;
  const alleen = aantal(los, 'deelnemer', 'deelnemers');
  if (n === 0) return alleen;
  const samen = aantal(n, 'organisatie', 'organisaties');
  return los === 0 ? samen : `${samen} en ${alleen} zonder organisatie`;
}

/** How many organisaties these people are of, as a figure with its name; how many people while none of them named one. */
export function alsGetal(
  project: Project,
  ids: readonly string[],
): { waarde: string; naam: string } {
  const n = organisatiesVan(project, ids).length;
  const mensen = new Set(ids).size;
  return n > 0
    ? { waarde: String(n), naam: n === 1 ? 'organisatie' : 'organisaties' }
    : { waarde: String(mensen), naam: mensen === 1 ? 'deelnemer' : 'deelnemers' };
}

/** `8 deelnemers van 5 organisaties`; says nothing of organisaties while nobody named one. */
export function wieDoenMee(project: Project): string {
  const n = organisaties(project).length;
  const mensen = aantal(leden(project).length, 'deelnemer', 'deelnemers');
  return n === 0 ? mensen : `${mensen} van ${aantal(n, 'organisatie', 'organisaties')}`;
}

/** The organisaties in the group, each once, in order of joining. */
export const organisaties = (project: Project): string[] =>
  organisatiesVan(
    project,
    leden(project).map(({ id }) => id),
  );

/**
 * The person who now does the work of a deelnemer: they themselves, else their opvolger, else the projectleider. Follows
 * chains.
 */
export function verantwoordelijke(project: Project, id: string): Deelnemer | undefined {
  const seen = new Set<string>();
  let current = mens(project, id);
  while (
    current &&
    current.facts.status === 'weg' &&
    current.facts.opvolger !== '' &&
    !seen.has(current.id)
  ) {
    seen.add(current.id);
    current = mens(project, current.facts.opvolger);
  }
  return current?.facts.status === 'lid' ? current : projectleider(project);
}

/** True when an entry of this owner belongs to this person: their own, or taken over from a person who left. */
export const isVan = (project: Project, person: Deelnemer, owner: string) =>
  person.id === owner || verantwoordelijke(project, owner)?.id === person.id;

/** Who is of the group, by organisatie in order of joining, also who is not in its conversation now. */
export function perOrganisatie(project: Project): { naam: string; mensen: Deelnemer[] }[] {
  const groepen = new Map<string, Deelnemer[]>();
  for (const lid of iedereen(project)) {
    if (lid.facts.status !== 'lid' && lid.facts.status !== 'vertrokken') continue;
    const key = organisatieSleutel(project, lid.id);
    groepen.set(key, [...(groepen.get(key) ?? []), lid]);
  }
  return [...groepen.values()].map((mensen) => ({
    naam: mensen[0]?.organisatie || (mensen[0]?.naam ?? ''),
    mensen,
  }));
}

/** Colleagues of one organisatie see and complete each other's work (rule 5). People without one stand alone. */
export const isVanOrganisatie = (project: Project, een: string, ander: string): boolean =>
  organisatieSleutel(project, een) === organisatieSleutel(project, ander);
