import type { Lezing } from '../contract/contract.ts';
import { leden, naamVan, voluitVan } from '../feiten/deelnemers.ts';
import {
  kolom,
  rij,
  tabel,
  type Cel,
  type Deel,
  type Hoofdstuk,
  type Kenmerken,
  type Tabel,
} from '../vormen/hoofdstuk.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { genodigden, isLeesbaar, overleg, uitkomst, type Overleg } from '../feiten/overleg.ts';
import { beslotenBij, puntenVan, type Punt } from './punten.ts';
import { all, one } from '../feiten/project.ts';
import {
  alsOverleg,
  isGepland,
  komendOverleg,
  overlegInZin,
  overlegNaam,
  type EenOverleg,
} from '../contract/overleggen.ts';
import { instantText, localOf, timeText } from '../taal/time.ts';
import { BESLOTEN } from '../feiten/geheim.ts';
import { voorIedereen } from '../feiten/vertrouwelijk.ts';
import { overlegTekst } from '../kalender/plannen.ts';
import { hoofdletter } from '../taal/woorden.ts';
import { termijnen } from './overzicht.ts';
import { opEenRij } from '../taal/opsomming.ts';

/** What was agreed in the overleggen: the decisions of all of them, numbered (O5), then the agenda of each. */
export const overleggenHoofdstuk = (lezing: Lezing): Hoofdstuk => ({
  id: 'overleggen',
  titel: 'Overleggen',
  inleiding: '',
  delen: [besluitenTabel(lezing), ...overleggen(lezing).flatMap((found) => verslag(lezing, found))],
  knoppen: [KNOP.agenda, ...(isGepland(komendOverleg(lezing)?.found) ? [KNOP.uitnodigen] : [])],
});

/** One overleg as minutes: when, who was there, and what came out of each line of its agenda. */
export const verslag = (lezing: Lezing, found: Overleg): Deel[] => [
  gegevens(lezing, found),
  agendaTabel(lezing, found),
];

/** The overleggen that are planned or were held, in order. */
export const overleggen = ({ project }: Pick<Lezing, 'project'>): Overleg[] =>
  all(project, overleg)
    .filter(({ facts }) => facts.datum !== '' || facts.begonnen !== '')
    .sort((a, b) => a.facts.nummer - b.facts.nummer);

function gegevens({ project, traject, now }: Lezing, found: Overleg): Kenmerken {
  const { facts, texts } = found;
  const namen = (ids: readonly string[]) => ids.map((id) => voluitVan(project, id));
  const gehouden = facts.begonnen !== '';
  const aanwezig = opEenRij(
    [...namen(facts.aanwezig), texts.anderen].filter((part) => part !== ''),
  );
  const afwezig = genodigden(project, found)
    .map(({ id }) => id)
    .filter((id) => !facts.aanwezig.includes(id));
  const paren = [
    { naam: gehouden ? 'Gehouden' : 'Gepland', waarde: wanneer(found, now) },
    { naam: 'Plaats', waarde: texts.plaats },
    ...(gehouden
      ? [
          { naam: 'Aanwezig', waarde: aanwezig },
          { naam: 'Niet aanwezig', waarde: opEenRij(namen(afwezig)) },
          {
            naam: 'Wie schreef mee',
            waarde: facts.notulist === '' ? '' : naamVan(project, facts.notulist),
          },
        ]
      : [
          {
            naam: 'Genodigd',
            waarde:
              genodigden(project, found).length === leden(project).length
                ? 'Iedereen'
                : opEenRij(namen(genodigden(project, found).map(({ id }) => id))),
          },
        ]),
  ];
  return {
    soort: 'kenmerken',
    kop: overlegNaam(alsOverleg(traject, found)),
    paren: paren.filter(({ waarde }) => waarde !== ''),
  };
}

function wanneer(found: Overleg, now: string): string {
  const { begonnen, gesloten } = found.facts;
  if (begonnen === '') return overlegTekst(found, now);
  if (gesloten === '') return `${instantText(begonnen, now)} (nog bezig)`;
  return `${instantText(begonnen, now)} tot ${timeText(localOf(gesloten).tijd)}`;
}

/** What came out of a line, as cells: outcome, soort, wie, wanneer. Of a confidential outcome only that there is one. */
function uitkomstCellen({ project, lezer }: Lezing, id: string): Cel[] {
  const found = one(project, uitkomst, id);
  if (!found) return ['', '', '', ''];
  if (!isLeesbaar(project, lezer, found)) return [BESLOTEN, '', '', ''];
  const { soort, wie, wanneer: dag } = found.facts;
  return [found.texts.tekst, hoofdletter(soort), wie === '' ? '' : naamVan(project, wie), dag];
}

const UITKOMST = [
  kolom('Uitkomst', 'tekst', { breedte: 4 }),
  kolom('Soort'),
  kolom('Wie'),
  kolom('Wanneer', 'datum'),
];

function agendaTabel(lezing: Lezing, found: Overleg): Tabel {
  const { project, traject } = lezing;
  const een = alsOverleg(traject, found);
  const { id, nummer } = een;
  const regels = een.soort.agenda;
  const samen = { ...lezing, project: voorIedereen(project) };
  const own = puntenVan(lezing, een).filter(
    ({ regel }) => !regels.some((line) => line.id === regel),
  );
  let nr = 0;
  const bron = regels.map((line) => {
    const [tekst = '', ...rest] = uitkomstCellen(lezing, `${id}.${line.id}`);
    const uit = [String(tekst), ...termijnen(samen, line), ...beslotenBij(samen, een, line.id)]
      .filter((part) => part !== '')
      .join(' ');
    return rij(`${id}.${line.id}`, [line.isOnderdeel ? '' : (nr += 1), line.tekst, uit, ...rest]);
  });
  const eigen = own.map((punt) =>
    rij(punt.id, [(nr += 1), punt.titel, ...uitkomstCellen(lezing, punt.id)]),
  );
  return tabel(`agenda${nummer}`, `Agenda en uitkomsten van ${overlegInZin(een)}`, {
    kolommen: [
      kolom('Nr', 'getal', { breedte: 0.5 }),
      kolom('Punt', 'tekst', { breedte: 4 }),
      ...UITKOMST,
    ],
    rijen: [...bron, ...eigen],
    leeg: 'Er staat niets op de agenda.',
  });
}

const isBesluit = ({ project }: Lezing, { id }: Punt) =>
  one(project, uitkomst, id)?.facts.soort === 'besluit';

/** What was decided at this point by pressing, as one decision. */
function gedrukt(samen: Lezing, een: EenOverleg, punt: Punt) {
  const zinnen = beslotenBij(samen, een, punt.regel);
  return zinnen.length === 0
    ? []
    : [{ id: `${punt.id}.gedrukt`, een, punt, cellen: [zinnen.join(' '), 'Besluit', '', ''] }];
}

/** The decisions of all overleggen in order; their numbers are the same for every reader. */
export function besluitenTabel(lezing: Lezing): Tabel {
  const points = overleggen(lezing)
    .map((found) => alsOverleg(lezing.traject, found))
    .flatMap((een) => puntenVan(lezing, een).map((punt) => ({ een, punt })));
  const samen = { ...lezing, project: voorIedereen(lezing.project) };
  const rijen = points
    .flatMap(({ een, punt }) => [
      ...(isBesluit(lezing, punt)
        ? [{ id: punt.id, een, punt, cellen: uitkomstCellen(lezing, punt.id) }]
        : []),
      ...gedrukt(samen, een, punt),
    ])
    .map(({ id, een, punt, cellen: [tekst = '', , wie = '', dag = ''] }, at) =>
      rij(id, [at + 1, tekst, overlegNaam(een), punt.titel, wie, dag]),
    );
  return tabel('overlegbesluiten', 'Besluiten van de overleggen', {
    kolommen: [
      kolom('Nr', 'getal', { breedte: 0.5 }),
      kolom('Besluit', 'tekst', { breedte: 4 }),
      kolom('Waar'),
      kolom('Agendapunt', 'tekst', { breedte: 2 }),
      kolom('Wie'),
      kolom('Wanneer', 'datum'),
    ],
    rijen,
    leeg: 'Er zijn nog geen besluiten in een overleg.',
  });
}
