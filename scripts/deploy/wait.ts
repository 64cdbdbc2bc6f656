import { setTimeout as pause } from 'node:timers/promises';
import { Stop } from './known.ts';

export interface Waiting {
  /** The address of the program: https and a host name; anything else only in a test. */
  url: string;
  /** The version that must run there. */
  version: string;
  say: (line: string) => void;
  /** The longest wait, ms. */
  atMostMs?: number;
  /** Time between two looks, ms. */
  everyMs?: number;
}

/** The faults of `GET /ready`, in words. */
const FAULTS: Readonly<Record<string, string>> = {
  storage: 'het programma kan niet bij de opslag',
  clock: 'de klok van de machine loopt niet gelijk',
  sweep: 'het werk van elke halve minuut loopt niet',
  files: 'het programma kan niet bij de bestanden',
  identity: 'de bot kan zich niet aanmelden',
  keys: 'niet te controleren wie aanklopt: de sleutels van Microsoft zijn er niet',
};

const TEN_MINUTES = 10 * 60_000;
/** Time for one look, ms. */
const LOOK_MS = 15_000;

/**
 * Waits until the right version runs and says that it is ready. Reports what is not right yet each time that this
 * changes. Throws a `Stop` when it takes too long.
 */
export async function untilReady(waiting: Waiting): Promise<void> {
  const { say, atMostMs = TEN_MINUTES, everyMs = 5_000 } = waiting;
  const end = performance.now() + atMostMs;
  let said = '';
  for (;;) {
    const wrong = await wrongWith(waiting);
    if (wrong === undefined) return;
    if (wrong !== said) say(`  Nog niet klaar: ${wrong}.`);
    said = wrong;
    if (performance.now() + everyMs > end)
      throw new Stop(
        `Het programma is niet op tijd klaar: ${wrong}. Kijk in de logs van de App Service, of probeer het nog eens.`,
      );
    await pause(everyMs);
  }
}

/** What is not right yet, in words; undefined when everything is. */
async function wrongWith({ url, version }: Waiting): Promise<string | undefined> {
  const health = await look(`${url}/health`);
  if (health.status !== 200) return 'het programma antwoordt nog niet';
  const runs = (health.body as { version?: unknown }).version;
  if (runs !== version) return `versie ${String(runs)} draait nog, en niet ${version}`;
  const ready = await look(`${url}/ready`);
  if (ready.status === 200) return undefined;
  const { faults } = ready.body as { faults?: unknown };
  const named = Array.isArray(faults)
    ? faults.map((fault) => FAULTS[String(fault)] ?? 'er is iets mis')
    : [];
  return named.length > 0 ? named.join(' en ') : 'het programma start nog op';
}

/** Status 0 when there is no answer. */
async function look(url: string): Promise<{ status: number; body: object }> {
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(LOOK_MS) });
    const body: unknown = await response.json().catch(() => null);
    return { status: response.status, body: typeof body === 'object' && body ? body : {} };
  } catch {
    return { status: 0, body: {} };
  }
}
