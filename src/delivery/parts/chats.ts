import { remember } from '../../memory/remember.ts';
import type { Place } from '../../teams/port.ts';
import type { ChatOptions } from './options.ts';
import type { Pace } from './pace.ts';

const REMEMBERED = 10_000;

/** People's own chats. */
export class Chats {
  readonly #options: ChatOptions;
  readonly #pace: Pace;
  /** As far as this instance opened them: opening one again gives the same. */
  readonly #opened = remember<Place>(REMEMBERED);

  constructor(options: ChatOptions, pace: Pace) {
    this.#options = options;
    this.#pace = pace;
  }

  /** Undefined when Teams opens none for this person. `place`: where they are known from. */
  async of(place: Place, person: { teamsId: string; tenant: string }): Promise<Place | undefined> {
    const key = `${person.tenant} ${person.teamsId}`;
    const found = this.#opened.get(key);
    if (found) return found;
    await this.#pace.turn(place.tenant, key);
    const opened = await this.#options.teams().personal(place, person);
    if (!opened) return undefined;
    // Whichever instance brings the message up to date later must find the chat.
    await this.#options.savePlace(opened);
    this.#opened.set(key, opened);
    return opened;
  }
}
