import type { Lezing } from '../contract/contract.ts';
import { leads, naamVan, eigenOrganisatie } from '../feiten/deelnemers.ts';
import { kolom, rij, tabel, type Hoofdstuk } from '../vormen/hoofdstuk.ts';
import type { Event, Facts } from '../feiten/project.ts';
import { naamVanOverleg } from '../contract/overleggen.ts';

/** The record of who did what when, as far as this reader may know, newest first. `events` is the whole log, in order. */
export const verloopHoofdstuk = (lezing: Lezing, events: readonly Event[]): Hoofdstuk => ({
  id: 'verloop',
  titel: 'Wie deed wat wanneer',
  inleiding: 'Hier staat wat er is gebeurd, niet wat er is geschreven.',
  delen: [
    tabel('verloop', 'Verloop', {
      kolommen: [
        kolom('Moment', 'moment', { breedte: 1.5 }),
        kolom('Wie', 'tekst', { breedte: 2 }),
        kolom('Organisatie', 'tekst', { breedte: 2 }),
        kolom('Wat', 'tekst', { breedte: 5 }),
      ],
      rijen: regelsVan(lezing, events)
        .map(({ event, wat, keer }) =>
          rij(`e${event.n}`, [
            event.at,
            naamVan(lezing.project, event.by),
            eigenOrganisatie(lezing.project, event.by),
            keer === 1 ? wat : `${wat} (${keer} keer)`,
          ]),
        )
        .toReversed(),
      leeg: 'Er is nog niets gebeurd.',
    }),
  ],
  knoppen: [],
});

interface Regel {
  event: Event;
  wat: string;
  keer: number;
}

/** A line per thing done; the same said several times in one go is one line. */
function regelsVan(lezing: Lezing, events: readonly Event[]): Regel[] {
  const leidt = leads(lezing.lezer);
  const overleg = (id: string) => naamVanOverleg(lezing, id);
  const known = new Map<string, Facts>();
  const lines: Regel[] = [];
  for (const event of events) {
    const key = `${event.kind} ${event.id}`;
    const before = known.get(key);
    const nu = { ...before, ...event.facts };
    known.set(key, nu);
    const zin = lezing.traject.verloop.get(event.kind);
    const wat = zin?.({ event, isNieuw: before === undefined, nu, leidt, overleg }) ?? '';
    const last = lines.at(-1);
    if (wat === '') continue;
    if (last && last.wat === wat && last.event.by === event.by && last.event.at === event.at)
      last.keer += 1;
    else lines.push({ event, wat, keer: 1 });
  }
  return lines;
}
