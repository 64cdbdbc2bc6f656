import type { AgendaRegel, Lezing } from '../contract/contract.ts';
import { profielVan } from '../feiten/gegevens.ts';
import type { Alinea, Deel, Hoofdstuk, Kenmerken, Tabel } from '../vormen/hoofdstuk.ts';
import { afspraak, isLeesbaar, uitkomst, type Overleg } from '../feiten/overleg.ts';
import { puntenVan, type Punt } from '../overleg/punten.ts';
import { naamVan } from '../feiten/deelnemers.ts';
import { all, one } from '../feiten/project.ts';
import { alsOverleg, overlegInZin } from '../contract/overleggen.ts';
import type { Stuk } from '../vormen/stuk.ts';
import { dateOf, dateText } from '../taal/time.ts';
import { BESLOTEN } from '../feiten/geheim.ts';
import { voorIedereen } from '../feiten/vertrouwelijk.ts';
import { afsprakenHoofdstuk } from '../overleg/hoofdstuk-afspraken.ts';
import { besluitenTabel, overleggen, verslag } from '../overleg/hoofdstuk.ts';
import { hoofdletter } from '../taal/woorden.ts';
import { kaal, lezingVoor, standVan } from './plan.ts';
import { aaneen } from '../taal/aaneen.ts';

/** The overleggen that have begun, so that there is something to write down. */
export const gehouden = (lezing: Pick<Lezing, 'project'>): Overleg[] =>
  overleggen(lezing).filter(({ facts }) => facts.begonnen !== '');

/** The minutes of one overleg; undefined while it has not begun. */
export function notulenStuk(
  asked: Lezing,
  id: string,
  metVertrouwelijk: boolean,
): Stuk | undefined {
  const lezing = lezingVoor(asked, metVertrouwelijk);
  const found = gehouden(lezing).find(({ id: van }) => van === id);
  if (!found) return undefined;
  const [gegevens] = verslag(lezing, found);
  return {
    soort: 'notulen',
    titel: `Verslag van ${overlegInZin(alsOverleg(lezing.traject, found))}`,
    ondertitel: profielVan(lezing.project).texts.naam,
    kenmerken: gegevens?.soort === 'kenmerken' ? metJaar(found, gegevens.paren) : [],
    stand: standVan(asked.now),
    isVertrouwelijk: metVertrouwelijk,
    hoofdstukken: [punten(lezing, found), besluiten(lezing, found), afspraken(lezing, found)].map(
      kaal,
    ),
  };
}

/** With the year, because minutes are read years later. */
const metJaar = ({ facts: { begonnen } }: Overleg, paren: Kenmerken['paren']) =>
  paren.map((paar, at) =>
    at === 0
      ? { ...paar, waarde: paar.waarde.replace(',', ` ${dateOf(begonnen).slice(0, 4)},`) }
      : paar,
  );

const hoofdstuk = (id: string, titel: string, delen: readonly Deel[]): Hoofdstuk => ({
  id,
  titel,
  inleiding: '',
  delen,
  knoppen: [],
});

/** Each point of the agenda with what was known there, and what came out. */
function punten(lezing: Lezing, found: Overleg): Hoofdstuk {
  const een = alsOverleg(lezing.traject, found);
  return hoofdstuk(
    'agenda',
    'Agenda en uitkomsten',
    puntenVan(lezing, een).map((punt, at) =>
      puntDeel(lezing, een.soort.agenda, { punt, nummer: at + 1 }),
    ),
  );
}

function puntDeel(
  lezing: Lezing,
  lines: readonly AgendaRegel[],
  { punt, nummer }: { punt: Punt; nummer: number },
): Alinea {
  const from = lines.findIndex(({ id }) => id === punt.regel);
  const samen = { ...lezing, project: voorIedereen(lezing.project) };
  // The lines that belong to a line stand below it.
  const until = lines.findIndex(({ isOnderdeel }, nth) => nth > from && !isOnderdeel);
  const own = from < 0 ? [] : lines.slice(from, until < 0 ? lines.length : until);
  return {
    soort: 'alinea',
    kop: `${nummer}. ${punt.titel}`,
    tekst: [
      ...(punt.bron === '' ? [] : [`Op de agenda: ${punt.bron}`]),
      ...own.flatMap((line) => [
        ...(line.isOnderdeel ? [line.tekst] : []),
        ...line.gegevens(samen),
        ...uitkomstZin(lezing, `${punt.overleg}.${line.id}`),
      ]),
      ...(from < 0 ? uitkomstZin(lezing, punt.id) : []),
    ],
  };
}

/** `Besluit: … (Anna, 1 maart 2027)` */
function uitkomstZin({ project, lezer }: Lezing, id: string): string[] {
  const found = one(project, uitkomst, id);
  if (!found) return [];
  const { soort, wie, wanneer } = found.facts;
  if (!isLeesbaar(project, lezer, found)) return [`${hoofdletter(soort)}: ${BESLOTEN}`];
  const bij = [
    ...(wie === '' ? [] : [naamVan(project, wie)]),
    ...(wanneer === '' ? [] : [dateText(wanneer)]),
  ];
  return [
    aaneen`${hoofdletter(soort)}: ${found.texts.tekst}${bij.length > 0 ? ` (${bij.join(', ')})` : ''}`,
  ];
}

/** The decisions, with their numbers among those of all overleggen. */
function besluiten(lezing: Lezing, found: Overleg): Hoofdstuk {
  const tabel = besluitenTabel(lezing);
  const mine = tabel.rijen.filter(({ id }) => id.startsWith(`${found.id}.`));
  return hoofdstuk('besluiten', 'Besluiten', [
    { ...zonderKop(tabel), rijen: mine, leeg: 'Er zijn geen besluiten genomen.' },
  ]);
}

const zonderKop = (tabel: Tabel): Tabel => ({ ...tabel, kop: '' });

function afspraken(lezing: Lezing, { id }: Overleg): Hoofdstuk {
  const mine = new Set(
    all(lezing.project, afspraak)
      .filter(({ facts }) => facts.overleg === id)
      .map((found) => found.id),
  );
  const delen = afsprakenHoofdstuk(lezing).delen.map((deel) =>
    deel.soort === 'tabel'
      ? {
          ...zonderKop(deel),
          rijen: deel.rijen.filter((rij) => mine.has(rij.id)),
          leeg: 'Er zijn geen afspraken gemaakt.',
        }
      : deel,
  );
  return hoofdstuk('afspraken', 'Afspraken', delen);
}
