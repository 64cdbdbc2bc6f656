import type { Ctx, Iemand, Verstuurd } from '../../process/contract/contract.ts';
import type { Trajecten } from '../../process/contract/trajecten.ts';
import { randomUUID } from 'node:crypto';
import { leden, whoIs } from '../../process/feiten/deelnemers.ts';
import { isAfgerond, isGestart, profielVan } from '../../process/feiten/gegevens.ts';
import { NIEMAND } from '../../process/contract/judge.ts';
import { emptyProject, type Project } from '../../process/feiten/project.ts';
import { remember } from '../../memory/remember.ts';
import type { Args } from '../../process/vormen/screen.ts';
import type { Directory } from '../../storage/directory.ts';
import type { Log } from '../../storage/log/log.ts';
import { isKey } from '../../storage/table/rows.ts';
import type { Incoming, Person, Place } from '../port.ts';

/** What finding a project needs. */
export interface Ways {
  log: Log;
  directory: Directory;
  trajecten: Trajecten;
  /** UTC ISO */
  now: () => string;
}

/** How many links this instance remembers as written, so that it need not write them again. */
const REMEMBERED = 10_000;

/** Teams' own time counts, unless it is this much older than the receipt. */
const STALE_MS = 2 * 60_000;

/** The moment of an act: Teams' time of it, so that a slow way to us makes nobody late, else the receipt. */
export function momentOf({ at }: Pick<Incoming, 'at'>, now: string): string {
  const isUsable = at <= now && Date.parse(now) - Date.parse(at) <= STALE_MS;
  return isUsable ? new Date(at).toISOString() : now;
}

const iemandVan = ({ teamsId, naam, account, oid, tenant, extern }: Person): Iemand => ({
  teamsId,
  naam,
  account,
  oid,
  tenant,
  extern,
});

/** True when the project runs in this conversation now. */
export const isOf = ({ place }: Incoming, project: Project) => profielHier(project, place);

const profielHier = (project: Project, place: Place) =>
  isGestart(project) && profielVan(project).facts.gesprek === place.conversation;

/** Finds the project that a conversation and a claim are about, and who acts in it. */
export class Wayfinder {
  readonly ways: Ways;
  readonly linked = remember<true>(REMEMBERED);

  constructor(ways: Ways) {
    this.ways = ways;
  }

  get trajecten(): Trajecten {
    return this.ways.trajecten;
  }

  /** A new project's id. */
  fresh(): Project {
    return emptyProject(`p_${randomUUID()}`);
  }

  /** The project that a button claims. It must be of this conversation or, in a personal chat, one that this person is in. */
  async claimed(
    incoming: Incoming,
    projectId: string,
    mayBeStale: boolean,
  ): Promise<Project | undefined> {
    const cached = mayBeStale ? this.ways.log.cached(projectId)?.project : undefined;
    const project = cached ?? (await this.read(projectId));
    if (!project) return undefined;
    const isTheirs =
      incoming.place.kind === 'personal' && whoIs(project, incoming.from)?.facts.status === 'lid';
    return isTheirs || isOf(incoming, project) ? project : undefined;
  }

  /**
   * The projects that a typed command can be about: that of the conversation or, in a personal chat, all of this
   * person's.
   */
  async here({ place, from }: Incoming): Promise<Project[]> {
    if (place.kind !== 'personal') {
      const open =
        (await this.ways.directory.openOf(place.conversation)) ??
        (await this.ways.directory.projectsOf(place.conversation)).at(-1);
      const project = open === undefined ? undefined : await this.read(open);
      // The directory may name a project that does not exist yet, or has moved: the log decides.
      return project && profielHier(project, place) ? [project] : [];
    }
    const [here, elsewhere] = await Promise.all([
      this.ways.directory.projectsOf(place.conversation),
      this.ofPerson(from),
    ]);
    const ids = [...new Set([...here, ...elsewhere])];
    const projects = await Promise.all(ids.map((id) => this.read(id)));
    const own = projects.filter(
      (project) => project !== undefined && whoIs(project, from)?.facts.status === 'lid',
    ) as Project[];
    const open = own.filter((project) => !isAfgerond(project));
    // A closed project can still be read.
    return open.length > 0 ? open : own;
  }

  async ofPerson(from: Person): Promise<string[]> {
    return from.oid === '' ? [] : this.ways.directory.projectsOfPerson(from);
  }

  async read(projectId: string): Promise<Project | undefined> {
    if (!isKey(projectId)) return undefined;
    return (await this.ways.log.read(projectId))?.project;
  }

  /** All that a decision or screen may know about this act. */
  ctx(
    incoming: Incoming,
    project: Project,
    args: Args,
    rest: {
      toch?: boolean;
      members?: readonly Person[] | 'hidden';
      vorige?: string;
      verstuurd?: readonly Verstuurd[];
      /** The verb that is asked for: it tells which traject a project begins in. */
      verb?: string;
    } = {},
  ): Ctx {
    const { place, from } = incoming;
    return {
      project,
      iemand: iemandVan(from),
      actor: whoIs(project, from) ?? NIEMAND,
      now: momentOf(incoming, this.ways.now()),
      gesprek: {
        id: place.conversation,
        soort: place.kind,
        tenant: place.tenant,
        isBesloten: place.kind !== 'channel' || place.isBesloten,
        vorige: rest.vorige ?? '',
        leden: rest.members === 'hidden' ? 'verborgen' : (rest.members ?? []).map(iemandVan),
      },
      args,
      toch: rest.toch ?? false,
      traject: this.trajecten.van(project, rest.verb),
      ...(rest.verstuurd && { verstuurd: rest.verstuurd }),
    };
  }

  /** What became of our messages about a project, newest first. */
  async sent({ id }: Project): Promise<Verstuurd[]> {
    const { log } = this.ways;
    const [live, past] = await Promise.all([log.live(id), log.past(id)]);
    return [...live, ...past]
      .map(({ soort, facts, afloop, at }) => {
        const aan = typeof facts['aan'] === 'string' ? facts['aan'] : '';
        return { soort, aan, afloop, op: at };
      })
      .sort((a, b) => (a.op < b.op ? 1 : -1));
  }

  /** The place of a project's conversation, as it was last seen; undefined when it was never seen. */
  placeOf(project: Project): Promise<Place | undefined> {
    return this.placeAt(profielVan(project).facts.gesprek);
  }

  /** A conversation as it was last seen; undefined when it was never seen. */
  async placeAt(conversation: string): Promise<Place | undefined> {
    const saved = await this.ways.directory.place(conversation);
    return saved === undefined ? undefined : (JSON.parse(saved) as Place);
  }

  /** Remembers how to reach a conversation. */
  savePlace(place: Place): Promise<void> {
    return this.ways.directory.savePlace(
      place.conversation,
      JSON.stringify({ ...place, thread: '' }),
    );
  }

  /** Notes where a person's projects are, so that their personal chat finds them. Harmless when repeated. */
  async link(project: Project): Promise<void> {
    for (const { id, facts } of leden(project)) {
      for (const { tenant, oid } of facts.identities) {
        // With the id: who was erased and comes back is somebody new, and is to be found again.
        const pair = `${project.id} ${id} ${tenant} ${oid}`;
        if (this.linked.get(pair)) continue;
        await this.ways.directory.link({ tenant, oid }, project.id);
        this.linked.set(pair, true);
      }
    }
  }
}
