import type { App } from './app.ts';

/** How long a file may still take; most take less than a second. */
const FILES_MS = 4_000;

/**
 * Answers and sends what is underway; the rest is left to the next sweep of another instance. People who then still wait
 * for a file are told to ask again, so that no file keeps the program from stopping in time.
 */
export async function drain(
  { door, delivery, werkplaats, nightly }: App,
  filesMs: number = FILES_MS,
): Promise<void> {
  delivery.stop();
  const files = setTimeout(() => void werkplaats.sluit(), filesMs);
  await Promise.all([door.close(), nightly?.stop()]);
  await delivery.idle();
  clearTimeout(files);
  await werkplaats.sluit();
}
