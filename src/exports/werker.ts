import { parentPort } from 'node:worker_threads';
import sharp from 'sharp';
import type { Klus } from '../process/stukken/klus.ts';
import { maakBestand } from './bestand.ts';
import { tekenFiguur } from './figuren.ts';
import type { Gedaan } from './werkplaats.ts';

// What it keeps between pictures is more than the pictures, and there is never more than one file at hand.
sharp.cache(false);
sharp.concurrency(1);

/** The thread of the `Werkplaats`: one file after another, so that nothing else has to wait for it. */
parentPort?.on('message', (klus: Klus) => {
  void maakBestand(klus, tekenFiguur).then(
    (bestand) => {
      // Handed over, not copied; what is part of a larger piece is copied first.
      const bytes = new Uint8Array(bestand.bytes);
      parentPort?.postMessage({ bestand: { ...bestand, bytes } } satisfies Gedaan, [bytes.buffer]);
    },
    (error: unknown) => {
      const fout = error instanceof Error ? (error.stack ?? error.message) : 'unknown';
      parentPort?.postMessage({ fout } satisfies Gedaan);
    },
  );
});
