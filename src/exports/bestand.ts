import type { Bestand, Klus } from '../process/stukken/klus.ts';
import { tekenAgenda } from './agenda/agenda.ts';
import { bestandsnaam } from '../process/stukken/bestandsnaam.ts';
import { tekenFiguurBeeld } from './beeld/figuur.ts';
import { tekenPoster } from './beeld/poster.ts';
import { tekenExcel } from './excel/excel.ts';
import type { TekenFiguur } from './teken.ts';
import { tekenWord } from './word/word.ts';

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ics: 'text/calendar; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
} as const;

/** Makes one file, in the thread that asks for it: use `Werkplaats` where others wait. Throws when there is nothing to draw. */
export async function maakBestand(klus: Klus, teken: TekenFiguur): Promise<Bestand> {
  switch (klus.soort) {
    case 'word':
      return met(klus, 'docx', await tekenWord(klus.stuk, teken));
    case 'excel':
      return met(klus, 'xlsx', await tekenExcel(klus.stuk));
    case 'agenda':
      return met(klus, 'ics', tekenAgenda(klus.agenda));
    case 'figuur': {
      const beeld = await teken(klus.figuur);
      if (!beeld) throw new Error('this figure cannot be drawn');
      return met(klus, 'png', beeld.png);
    }
    case 'prent':
      return met(klus, 'png', (await tekenFiguurBeeld(klus.figuur)).png);
    case 'poster': {
      const { png, svg } = await tekenPoster(klus.poster);
      return klus.als === 'png' ? met(klus, 'png', png) : met(klus, 'svg', Buffer.from(svg));
    }
  }
}

const met = ({ naam }: Klus, ext: keyof typeof TYPES, bytes: Uint8Array): Bestand => ({
  naam: bestandsnaam(naam, ext),
  type: TYPES[ext],
  bytes,
});
