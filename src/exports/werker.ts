import { parentPort } from 'node:worker_threads';
import { redenVan, type Klus } from '../process/stukken/klus.ts';
import { maakBestand } from './bestand.ts';
import type { TekenFiguur } from './shared/teken.ts';
import type { Gedaan } from './werkplaats.ts';

/** Loaded with the first picture. */
const teken: TekenFiguur = async (figuur) => (await import('./figuren.ts')).tekenFiguur(figuur);

/** The thread of the `Werkplaats`. It makes one file after another, so that nothing else has to wait for it. */
parentPort?.on('message', (klus: Klus) => {
  void maakBestand(klus, teken).then(
    (bestand) => {
      // Transferred, not copied; bytes that are part of a larger buffer are copied first.
      const bytes = new Uint8Array(bestand.bytes);
      parentPort?.postMessage({ bestand: { ...bestand, bytes } } satisfies Gedaan, [bytes.buffer]);
    },
    (error: unknown) => {
      const fout = error instanceof Error ? (error.stack ?? error.message) : 'unknown';
      parentPort?.postMessage({ fout, reden: redenVan(error) } satisfies Gedaan);
    },
  );
});
