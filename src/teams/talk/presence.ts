import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { act } from '../../act.ts';
import { announced, type Desk } from '../../answer/turn.ts';
import { remember } from '../../memory/remember.ts';
import type { Iemand } from '../../process/contract/contract.ts';
import type { Decision } from '../../process/contract/decision.ts';
import { whoIs } from '../../process/feiten/deelnemers.ts';
import { isGestart, profielVan } from '../../process/feiten/gegevens.ts';
import type { Project } from '../../process/feiten/project.ts';
import { isVoorbeeld } from '../../process/feiten/voorbeeld.ts';
import { volgensBericht, volgensHandeling, volgensRooster } from '../../process/groep/aanwezig.ts';
import type { Directory } from '../../storage/directory.ts';
import { forgetMembers, membersOf } from '../out/members.ts';
import type { Incoming, Membership, Person, Place, Teams } from '../port.ts';
import type { Wayfinder } from './wayfinder.ts';

/** What the members of a conversation are looked at with. */
interface Around extends Desk {
  directory: Pick<Directory, 'projectsOf'>;
  teams: Teams;
  way: Pick<Wayfinder, 'placeAt' | 'read'>;
  /** UTC ISO */
  now: () => string;
  logger: Logger;
}

/** A conversation in use is looked at this often, so that the log says who is in it. */
const LOOK_EVERY_MS = 5 * 60_000;
/** For somebody who is gone, and yet does something in the conversation. */
const DOUBT_EVERY_MS = 10_000;
/** After a look that failed. */
const AGAIN_AFTER_MS = 60_000;
/** A conversation in which nobody did anything for so long is not looked at until somebody does. */
const IN_USE_MS = 60 * 60_000;
/** Looks of one sweep. */
const AT_ONCE = 20;
const REMEMBERED = 1_000;

/**
 * Keeps the log equal to who is in the conversation. Rights follow the log, so nobody waits for Teams: the members are
 * looked at after an act, and by the sweep.
 */
export class Presence {
  readonly #around: Around;
  /** When a conversation was looked at last, and when somebody did something in it. */
  readonly #looked = remember<number>(REMEMBERED);
  readonly #used = new Map<string, number>();
  /** The members of a conversation as they were told last. */
  readonly #members = remember<readonly Person[]>(REMEMBERED);
  /** When a conversation was looked at because somebody who is gone does something in it. */
  readonly #doubted = remember<number>(REMEMBERED);

  constructor(around: Around) {
    this.#around = around;
  }

  /** Somebody did something in a project, or looks at it. */
  seen(project: Project, wie?: Iemand): void {
    if (!isGestart(project) || isVoorbeeld(project)) return;
    const { sending, clock } = this.#around;
    if (wie && changes(volgensHandeling(project, wie)))
      sending.background(
        project.id,
        this.#store(project, (nu) => volgensHandeling(nu, wie)),
      );
    const { gesprek, soort } = profielVan(project).facts;
    if (soort === 'personal') return;
    this.#used.set(gesprek, clock());
    if (this.#isDue(gesprek)) sending.background(project.id, this.#look(gesprek));
  }

  /** Looks at the conversations that are in use. */
  async sweep(): Promise<void> {
    const now = this.#around.clock();
    for (const [gesprek, used] of this.#used)
      if (now - used > IN_USE_MS) this.#used.delete(gesprek);
    const due = [...this.#used.keys()].filter((gesprek) => this.#isDue(gesprek)).slice(0, AT_ONCE);
    for (const gesprek of due) await this.#look(gesprek);
  }

  /** The members, as Teams just told them. */
  async told(place: Place, members: readonly Person[]): Promise<void> {
    if (place.kind === 'personal') return;
    this.#looked.set(place.conversation, this.#around.clock());
    const rooster = {
      leden: members,
      vorige: this.#members.get(place.conversation) ?? [],
      isZonderExternen: place.kind === 'channel' && place.isBesloten,
      now: this.#around.now(),
    };
    this.#members.set(place.conversation, members);
    await this.#each(place, (project) => volgensRooster(project, rooster));
  }

  /** Teams says that people came or left. */
  async moved(place: Place, { added, removed }: Membership, at: string): Promise<void> {
    const said = { erbij: added, eraf: removed, at };
    await this.#each(place, (project) => volgensBericht(project, said), at);
    this.#around.sending.background('', this.#look(place.conversation));
  }

  /** Looks again for somebody who is gone and yet does something here; true when it may be otherwise now. */
  async doubted(project: Project, { place, from }: Incoming): Promise<boolean> {
    const { clock, teams } = this.#around;
    const isGone = whoIs(project, from)?.facts.status === 'vertrokken';
    const before = this.#doubted.get(place.conversation) ?? -Infinity;
    if (!isGone || place.kind === 'personal' || clock() - before < DOUBT_EVERY_MS) return false;
    this.#doubted.set(place.conversation, clock());
    forgetMembers({ teams }, place);
    await this.#look(place.conversation);
    return true;
  }

  #isDue(gesprek: string): boolean {
    return this.#around.clock() - (this.#looked.get(gesprek) ?? -Infinity) >= LOOK_EVERY_MS;
  }

  async #look(gesprek: string): Promise<void> {
    const { teams, clock, way, logger } = this.#around;
    this.#looked.set(gesprek, clock());
    try {
      const place = await way.placeAt(gesprek);
      const members = place ? await membersOf({ teams, clock }, place) : 'hidden';
      if (place && members !== 'hidden') await this.told(place, members);
    } catch (err) {
      this.#looked.set(gesprek, clock() - LOOK_EVERY_MS + AGAIN_AFTER_MS);
      logger.warn({ err }, 'the members of a conversation could not be looked at');
    }
  }

  /** Also the rounds that ran there before: who left does not read those either. */
  async #each(
    { conversation }: Place,
    decide: (project: Project) => Decision,
    at = this.#around.now(),
  ): Promise<void> {
    const { directory, way } = this.#around;
    for (const id of await directory.projectsOf(conversation)) {
      const project = await way.read(id);
      const isHere =
        project && isGestart(project) && profielVan(project).facts.gesprek === conversation;
      if (isHere && changes(decide(project))) await this.#store(project, decide, at);
    }
  }

  async #store(
    project: Project,
    decide: (project: Project) => Decision,
    at = this.#around.now(),
  ): Promise<void> {
    const { log, clock } = this.#around;
    const submission = {
      projectId: project.id,
      key: `klok:${randomUUID()}`,
      by: 'klok',
      at,
      nonce: '',
      startedMs: clock(),
      clock,
    };
    const sent = { project: project.id, nonce: submission.key, tenant: '', oid: submission.by };
    const outcome = await announced(this.#around, sent, submission, () =>
      act(log, submission, decide),
    );
    if (outcome.kind !== 'stored' && outcome.kind !== 'refused')
      this.#around.logger.warn(
        { project: project.id, outcome: outcome.kind },
        'who is in a conversation is not stored yet',
      );
  }
}

const changes = (decision: Decision) => decision.accepted && decision.events.length > 0;
