import type { Bestand, Klus } from '../process/stukken/klus.ts';
import { bestandsnaam } from '../process/stukken/bestandsnaam.ts';
import type { TekenFiguur } from './shared/teken.ts';

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ics: 'text/calendar; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  jpg: 'image/jpeg',
} as const;

/**
 * Makes one file in the calling thread; use `Werkplaats` where others wait. Only the libraries of this format are loaded.
 * Throws when there is nothing to draw.
 */
export async function maakBestand(klus: Klus, teken: TekenFiguur): Promise<Bestand> {
  switch (klus.soort) {
    case 'word': {
      const { tekenWord } = await import('./word/word.ts');
      return met(klus, 'docx', await tekenWord(klus.stuk, teken));
    }
    case 'excel': {
      const { tekenExcel } = await import('./excel/excel.ts');
      return met(klus, 'xlsx', await tekenExcel(klus.stuk));
    }
    case 'agenda': {
      const { tekenAgenda } = await import('./agenda/agenda.ts');
      return met(klus, 'ics', tekenAgenda(klus.agenda));
    }
    case 'figuur': {
      const prent = await teken(klus.figuur);
      if (!prent) throw new Error('this figure cannot be drawn');
      return met(klus, 'png', prent.png);
    }
    case 'prent': {
      const { tekenPrent } = await import('./prent/figuur.ts');
      return met(klus, 'png', (await tekenPrent(klus.figuur)).png);
    }
    case 'poster': {
      const { tekenPoster } = await import('./prent/poster.ts');
      const { png, svg } = await tekenPoster(klus.poster);
      return klus.als === 'png' ? met(klus, 'png', png) : met(klus, 'svg', Buffer.from(svg));
    }
    case 'foto': {
      const { verklein } = await import('./prent/foto.ts');
      return met(klus, 'jpg', await verklein(klus.bytes, klus.zijde));
    }
  }
}

const met = ({ naam }: Klus, ext: keyof typeof TYPES, bytes: Uint8Array): Bestand => ({
  naam: bestandsnaam(naam, ext),
  type: TYPES[ext],
  bytes,
});
