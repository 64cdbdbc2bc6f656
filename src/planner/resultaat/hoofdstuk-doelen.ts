import type { Lezing } from '../../process/contract/contract.ts';
import { naamVan } from '../../process/feiten/deelnemers.ts';
import { numberInput } from '../../process/vormen/form.ts';
import {
  kolom,
  rij,
  tabel,
  type Deel,
  type Figuur,
  type Tabel,
} from '../../process/vormen/hoofdstuk.ts';
import { wieLeest } from '../../process/contract/lezing.ts';
import { all, type Project } from '../../process/feiten/project.ts';
import { dateText } from '../../process/taal/time.ts';
import type { Doel } from '../plan/uitvoeringsmatrix.ts';
import { metingenVan } from '../plan/metingen.ts';
import { doel } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { doelStand, isGehaald } from './stand.ts';
import { magDoorgeven, meetKnoppen } from './voortgang-overzicht.ts';
import { aaneen } from '../../process/taal/aaneen.ts';

/**
 * Each goal from its start to its norm to what was measured: in a table, a figure for each goal, and all values (rule
 * 15).
 */
export const doelDelen = (lezing: Lezing): Deel[] => [
  standTabel(lezing),
  ...all(lezing.project, doel).flatMap((found, at) => [
    ...standFiguur(lezing.project, found, at + 1),
    ...metingenGrafiek(lezing.project, found, at + 1),
  ]),
  metingenTabel(lezing),
];

const GEHAALD = new Map<boolean | null, string>([
  [true, 'Ja'],
  [false, 'Nog niet'],
  [null, ''],
]);

function standTabel(lezing: Lezing): Tabel {
  const { project } = lezing;
  const mag = magDoorgeven(wieLeest(lezing));
  return tabel('doelstand', 'Doelen: nu, doel en gemeten', {
    kolommen: [
      kolom('Nr', 'getal', { breedte: 0.5 }),
      kolom('Doel', 'tekst', { breedte: 4 }),
      kolom('Bij de start', 'getal'),
      kolom('Streefgetal', 'getal'),
      kolom('Gemeten', 'getal'),
      kolom('Eenheid', 'tekst', { breedte: 1.5 }),
      kolom('Gemeten op', 'datum'),
      kolom('Gehaald'),
    ],
    rijen: all(project, doel).map((found, at) => {
      const { facts, texts } = found;
      const last = metingenVan(project, found.id).at(-1)?.facts;
      const waarde = last?.waarde ?? null;
      return rij(
        found.id,
        [
          at + 1,
          texts.specifiek,
          facts.nu,
          facts.doel,
          waarde,
          texts.eenheid,
          last?.datum ?? '',
          GEHAALD.get(isGehaald(facts, waarde)) ?? '',
        ],
        mag ? meetKnoppen(wieLeest(lezing), found) : [],
      );
    }),
    leeg: 'Er zijn nog geen doelen.',
  });
}

const kop = ({ texts }: Doel, nr: number) => `Doel ${nr}: ${kortweg(texts.specifiek)}`;

/** One goal as bars with the mark of its norm; undefined while there is no value. */
function standFiguur(project: Project, found: Doel, nr: number): Figuur[] {
  const { nu, doel: norm } = found.facts;
  const last = metingenVan(project, found.id).at(-1)?.facts;
  if (!last) return [];
  const staven = [
    ...(nu === null ? [] : [{ naam: 'Bij de start', waarde: nu, doel: norm, bij: '' }]),
    { naam: 'Gemeten', waarde: last.waarde, doel: norm, bij: dateText(last.datum) },
  ];
  return [
    {
      soort: 'figuur',
      id: `stand-${found.id}`,
      kop: kop(found, nr),
      alt: [`${doelStand(project, found)}.`],
      prent: { vorm: 'staven', eenheid: found.texts.eenheid, staven },
    },
  ];
}

/** The values of one goal over time; only from two values on. */
function metingenGrafiek(project: Project, found: Doel, nr: number): Figuur[] {
  const punten = metingenVan(project, found.id).map(({ facts }) => ({
    datum: facts.datum,
    waarde: facts.waarde,
  }));
  if (punten.length < 2) return [];
  const { eenheid, specifiek } = found.texts;
  return [
    {
      soort: 'figuur',
      id: `verloop-${found.id}`,
      kop: `${kop(found, nr)} (verloop)`,
      alt: punten.map(
        ({ datum, waarde }) =>
          aaneen`${dateText(datum)}: ${`${numberInput(waarde)} ${eenheid}`.trim()}.`,
      ),
      prent: {
        vorm: 'lijngrafiek',
        eenheid,
        lijnen: [{ naam: kortweg(specifiek), punten, doel: found.facts.doel }],
      },
    },
  ];
}

function metingenTabel({ project }: Lezing): Tabel {
  const rijen = all(project, doel).flatMap((found, at) =>
    metingenVan(project, found.id).map(({ id, facts, texts }) =>
      rij(id, [
        `${at + 1}. ${kortweg(found.texts.specifiek)}`,
        facts.datum,
        facts.waarde,
        found.texts.eenheid,
        naamVan(project, facts.van),
        texts.opmerking,
      ]),
    ),
  );
  return tabel('metingen', 'Metingen', {
    kolommen: [
      kolom('Doel', 'tekst', { breedte: 4 }),
      kolom('Datum', 'datum'),
      kolom('Waarde', 'getal'),
      kolom('Eenheid', 'tekst', { breedte: 1.5 }),
      kolom('Door', 'tekst', { breedte: 1.5 }),
      kolom('Opmerking', 'tekst', { breedte: 3 }),
    ],
    rijen,
    leeg: 'Er is nog niets gemeten.',
  });
}
