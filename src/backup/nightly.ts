import type { Logger } from 'pino';
import { localOf, plusMs } from '../process/taal/time.ts';
import { SIGNALS } from '../log/signals.ts';
import type { Daily, Turn } from '../storage/daily.ts';
import { backUp, type Source } from './backup.ts';
import { backupsIn, contentsOf } from './restore.ts';

/** At night, and after the hour that may come twice when the clock changes. */
const FROM = '03:30';
/** A try that fails leaves half a copy behind, so it is not repeated all night long. */
const ASK_AGAIN_MS = 60 * 60_000;

export interface NightlyOptions extends Source {
  daily: Daily;
  /** False when our clock differs from that of storage. */
  isClockRight: () => boolean;
  logger: Logger;
}

/** Makes a backup each night. One of all instances does so; when it stops, another begins again. */
export class Nightly {
  readonly #options: NightlyOptions;
  running: Promise<void> | undefined;
  #isStopping = false;
  /** The local date of the last backup that this instance made. */
  #made = '';
  /** Not tried again before this, UTC ISO: the instance with the turn may still stop halfway. */
  #askAt = '';

  constructor(options: NightlyOptions) {
    this.#options = options;
  }

  /** Begins when it is time, and does not wait for the end. Called now and then. */
  look(): void {
    const { now, isClockRight, logger } = this.#options;
    const { datum, tijd } = localOf(now());
    const isTime = tijd >= FROM && this.#made !== datum && now() >= this.#askAt;
    if (!isTime || this.#isStopping || this.running || !isClockRight()) return;
    this.#askAt = plusMs(now(), ASK_AGAIN_MS);
    this.running = this.#run(datum)
      .catch((err: unknown) => logger.error({ err }, SIGNALS.notBackedUp))
      .finally(() => {
        this.running = undefined;
      });
  }

  /** Resolves when it has stopped; another instance may begin at once. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.running;
  }

  async #run(datum: string): Promise<void> {
    const { daily, now } = this.#options;
    const turn = await daily.take('backup', datum, now());
    if (!turn) return;
    const isMade = await this.#make(turn).catch(async (error: unknown) => {
      await turn.leave();
      throw error;
    });
    if (!isMade) {
      await turn.leave();
      return;
    }
    this.#made = datum;
    await turn.end();
  }

  /**
   * Projects that were there the night before and are gone now. Projects never go, so these were lost, and an
   * administrator must hear of it at once.
   */
  async #goneSince(id: string, projects: readonly { id: string }[]): Promise<string[]> {
    const { archive } = this.#options;
    const [before] = (await backupsIn({ archive })).filter((earlier) => earlier < id);
    const contents = before === undefined ? undefined : await contentsOf({ archive }, before);
    const there = new Set(projects.map((project) => project.id));
    return (contents?.projects ?? [])
      .map((project) => project.id)
      .filter((project) => !there.has(project));
  }

  /** False when it was ended halfway. */
  async #make(turn: Turn): Promise<boolean> {
    const { now, logger } = this.#options;
    const begun = performance.now();
    const goesOn = async () => !this.#isStopping && turn.keep(now());
    const made = await backUp(this.#options, goesOn);
    if (!made) return false;
    const { id, projects, unread, files, bytes } = made;
    const ms = Math.round(performance.now() - begun);
    const line = { id, projects: projects.length, files, bytes, ms };
    const gone = await this.#goneSince(made.id, projects);
    if (unread.length > 0 || gone.length > 0)
      logger.error({ ...line, unread, gone }, SIGNALS.notBackedUp);
    else logger.info(line, SIGNALS.backedUp);
    return true;
  }
}
