import type { AgendaRegel } from './contract.ts';
import { regelZoalsGelezen } from './gelezen.ts';

/** A line as the source words it. What is not said of it: it belongs to no other line, has nothing with it, and is never done. */
export const agendaRegel = (
  regel: Pick<AgendaRegel, 'id' | 'tekst'> & Partial<AgendaRegel>,
): AgendaRegel =>
  regelZoalsGelezen({
    isOnderdeel: false,
    gegevens: () => [],
    knoppen: () => [],
    isGedaan: () => false,
    besloten: () => [],
    werk: () => [],
    ...regel,
  });
