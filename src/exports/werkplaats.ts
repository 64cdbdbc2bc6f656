import { Worker } from 'node:worker_threads';
import { GeenBestand, type Bestand, type Klus } from '../process/stukken/klus.ts';

/** What the thread answers to a job. */
export type Gedaan =
  | { readonly bestand: Bestand }
  | { readonly fout: string; readonly reden: GeenBestand['reden'] };

export interface WerkplaatsOptions {
  /** How long one file may take. */
  limietMs?: number;
  /** After this long without work the thread ends. */
  stilMs?: number;
  /** How many jobs may wait. */
  maxWacht?: number;
  /** How many of those may be of one person. */
  perPersoon?: number;
  /** The file of the thread; tests use another. */
  werker?: URL;
}

interface Wachtend {
  klus: Klus;
  voor: string;
  resolve: (bestand: Bestand) => void;
  reject: (error: GeenBestand) => void;
}

const LIMIET_MS = 30_000;
const STIL_MS = 60_000;
const MAX_WACHT = 40;
const PER_PERSOON = 6;
/** MB: enough for 300 entries of 2,000 signs. A job that needs more ends its thread, not the program. */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 4 };

/** Another instance goes on, so asking again helps. */
const stopt = () => new GeenBestand('druk', 'the program stops');

/** Beside this file: TypeScript in development, JavaScript in the built program. */
const WERKER = new URL(
  import.meta.url.endsWith('.ts') ? './werker.ts' : './werker.js',
  import.meta.url,
);

/**
 * Makes files in one thread of its own, one at a time, so that people who press buttons meanwhile do not wait. The thread
 * starts with the first job, starts again after a crash, ends when it is idle, and keeps no program running.
 */
export class Werkplaats {
  readonly options: Required<WerkplaatsOptions>;
  readonly #wacht: Wachtend[] = [];
  bezig: Wachtend | undefined;
  #isDicht = false;
  thread: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: WerkplaatsOptions = {}) {
    this.options = {
      limietMs: LIMIET_MS,
      stilMs: STIL_MS,
      maxWacht: MAX_WACHT,
      perPersoon: PER_PERSOON,
      werker: WERKER,
      ...options,
    };
  }

  /** Rejects with `GeenBestand`. `voor`: who asks for it; empty: the program itself. */
  maak(klus: Klus, voor = ''): Promise<Bestand> {
    if (this.#isDicht) return Promise.reject(stopt());
    if (this.#isVol(voor))
      return Promise.reject(new GeenBestand('druk', 'too many files are asked for'));
    return new Promise((resolve, reject) => {
      this.#wacht.push({ klus, voor, resolve, reject });
      this.#volgende();
    });
  }

  #isVol(voor: string): boolean {
    if (this.#wacht.length >= this.options.maxWacht) return true;
    const all = this.bezig ? [this.bezig, ...this.#wacht] : this.#wacht;
    return (
      voor !== '' &&
      all.filter((wachtend) => wachtend.voor === voor).length >= this.options.perPersoon
    );
  }

  /** Ends the thread for good. Jobs that wait, or still come, are told to ask again. */
  async sluit(): Promise<void> {
    this.#isDicht = true;
    for (const { reject } of this.#wacht.splice(0)) reject(stopt());
    this.#klaar((wachtend) => wachtend.reject(stopt()));
    await this.stop();
  }

  #volgende(): void {
    if (this.bezig) return;
    clearTimeout(this.#timer);
    this.bezig = this.#wacht.shift();
    if (!this.bezig) {
      if (this.thread) this.#plan(this.options.stilMs, () => void this.stop());
      return;
    }
    this.thread ??= this.#start();
    this.#plan(this.options.limietMs, () => this.afbreken('te-lang', 'a file took too long'));
    this.thread.ref();
    try {
      this.thread.postMessage(this.bezig.klus);
    } catch (error) {
      this.afbreken('mislukt', `a job that cannot be handed over: ${String(error)}`);
    }
  }

  #plan(ms: number, work: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(work, ms);
    this.#timer.unref();
  }

  #start(): Worker {
    const thread = new Worker(this.options.werker, { resourceLimits: RESOURCE_LIMITS });
    thread.on('message', (gedaan: Gedaan) => {
      // An answer of a thread that was ended may still arrive, while the file of another job is being made.
      if (this.thread !== thread) return;
      this.#klaar((wachtend) => {
        if ('bestand' in gedaan) wachtend.resolve(gedaan.bestand);
        else wachtend.reject(new GeenBestand(gedaan.reden, gedaan.fout));
      });
    });
    // A thread that was ended on purpose has no job waiting for it.
    const kapot = (wat: string) => {
      if (this.thread === thread) this.afbreken('mislukt', wat);
    };
    thread.on('error', (error) => kapot(`the thread broke: ${String(error)}`));
    thread.on('exit', (code) => kapot(`the thread ended with ${code}`));
    return thread;
  }

  #klaar(say: (wachtend: Wachtend) => void): void {
    const bezig = this.bezig;
    this.bezig = undefined;
    this.thread?.unref();
    if (!bezig) return;
    say(bezig);
    this.#volgende();
  }

  /** The job is lost with its thread; the next job gets a new one. */
  afbreken(reden: GeenBestand['reden'], wat: string): void {
    void this.stop();
    this.#klaar((wachtend) => wachtend.reject(new GeenBestand(reden, wat)));
  }

  async stop(): Promise<void> {
    const { thread } = this;
    this.thread = undefined;
    clearTimeout(this.#timer);
    await thread?.terminate();
  }
}
