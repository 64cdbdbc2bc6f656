import type { Lezing } from '../../process/contract/contract.ts';
import { naamVan } from '../../process/feiten/deelnemers.ts';
import { kolom, rij, tabel, type Figuur, type Tabel } from '../../process/vormen/hoofdstuk.ts';
import { wieLeest } from '../../process/contract/lezing.ts';
import { getoond } from '../../process/groep/fotos.ts';
import { all, type Project } from '../../process/feiten/project.ts';
import { dateOf, dateText } from '../../process/taal/time.ts';
import {
  laatsteVoortgang,
  regels,
  STATUSSEN,
  statusTekst,
  trekkerVan,
  type Status,
  type Voortgang,
} from '../plan/uitvoeringsmatrix.ts';
import { voortgang } from '../plan/plan.ts';
import { momentVan, standenVan } from './stand.ts';
import { meldKnoppen } from './voortgang-overzicht.ts';

const woord = (status: Status) => STATUSSEN.find(({ id }) => id === status)?.tekst ?? status;

/** The status of every row, by the last report. */
export function voortgangTabel(lezing: Lezing): Tabel {
  const { project } = lezing;
  const last = laatsteVoortgang(project);
  const knoppen = meldKnoppen(wieLeest(lezing));
  return tabel('voortgang', 'Voortgang per maatregel', {
    kolommen: [
      kolom('Nr', 'getal', { breedte: 0.5 }),
      kolom('Maatregel', 'tekst', { breedte: 4 }),
      kolom('Trekker', 'tekst', { breedte: 1.5 }),
      kolom('Stand', 'tekst', { breedte: 1.5 }),
      kolom('Procent', 'getal'),
      kolom('Doorgegeven', 'datum'),
      kolom('Opmerking', 'tekst', { breedte: 3 }),
    ],
    rijen: regels(project).map((found, at) => {
      const laatst = last.get(found.id);
      return rij(
        found.id,
        [
          at + 1,
          found.texts.wat,
          trekkerVan(project, found),
          laatst ? woord(laatst.facts.status) : statusTekst(undefined),
          laatst?.facts.percentage ?? null,
          laatst ? dateOf(laatst.changedAt) : '',
          laatst?.texts.opmerking ?? '',
        ],
        knoppen(found.id),
      );
    }),
    leeg: 'Er staan geen maatregelen in de matrix.',
  });
}

/** All reports, by moment. */
export function historieTabel(lezing: Lezing): Tabel {
  const { project } = lezing;
  const wat = new Map(regels(project).map(({ id, texts }) => [id, texts.wat]));
  return tabel('voortgangshistorie', 'Voortgang per moment', {
    kolommen: [
      kolom('Moment', 'getal', { breedte: 0.7 }),
      kolom('Datum', 'datum'),
      kolom('Maatregel', 'tekst', { breedte: 4 }),
      kolom('Stand', 'tekst', { breedte: 1.5 }),
      kolom('Door', 'tekst', { breedte: 1.5 }),
      kolom('Opmerking', 'tekst', { breedte: 3 }),
    ],
    rijen: gemeld(project).map((found) =>
      rij(
        found.id,
        [
          momentVan(found),
          dateOf(found.changedAt),
          wat.get(found.facts.regel) ?? '',
          statusTekst(found),
          naamVan(project, found.facts.van),
          found.texts.opmerking,
        ],
        [],
        getoond(wieLeest(lezing), voortgang.name, found.id),
      ),
    ),
    leeg: 'Er is nog geen voortgang doorgegeven.',
  });
}

/** Reports about rows that still exist, oldest first. */
function gemeld(project: Project): Voortgang[] {
  const rows = new Set(regels(project).map(({ id }) => id));
  return all(project, voortgang)
    .filter(({ facts }) => rows.has(facts.regel))
    .sort((a, b) => a.rev - b.rev);
}

/** The share of rows that is done, for each day on which a status was reported; the last value is the present one. */
export function voortgangGrafiek({ project }: Lezing): Figuur[] {
  const punten = klaarPerDag(project);
  if (punten.length === 0) return [];
  return [
    {
      soort: 'figuur',
      id: 'verloop-voortgang',
      kop: 'Maatregelen die klaar zijn',
      alt: punten.map(
        ({ datum, waarde }) => `${dateText(datum)}: ${waarde} procent van de maatregelen is klaar.`,
      ),
      prent: {
        vorm: 'lijngrafiek',
        eenheid: 'procent',
        lijnen: [{ naam: 'Klaar', punten, doel: 100 }],
      },
    },
  ];
}

function klaarPerDag(project: Project): { datum: string; waarde: number }[] {
  const total = regels(project).length;
  const status = new Map<string, Status>();
  const perDag = new Map<string, number>();
  const standen = gemeld(project)
    .flatMap((found) => standenVan(found).map((stand) => ({ ...stand, regel: found.facts.regel })))
    .sort((a, b) => a.sinds.localeCompare(b.sinds));
  for (const { regel, sinds, status: now } of standen) {
    status.set(regel, now);
    const klaar = [...status.values()].filter((stand) => stand === 'klaar').length;
    perDag.set(dateOf(sinds), Math.round((100 * klaar) / total));
  }
  return [...perDag].map(([datum, waarde]) => ({ datum, waarde }));
}
