import type { Beeld, Moment, Vraag } from '../contract/contract.ts';
import { alsOverleg, overlegInZin, overlegNaam, type EenOverleg } from '../contract/overleggen.ts';
import type { Deelnemer } from '../feiten/deelnemers.ts';
import { genodigden, komtNaar, overleg, type Overleg } from '../feiten/overleg.ts';
import { huidig } from '../feiten/geopende-stap.ts';
import { all, type Project } from '../feiten/project.ts';
import { dateOf, HOUR_MS, plusMs, timeText, utcOf, dagVoluit } from '../taal/time.ts';
import { aantal } from '../taal/woorden.ts';
import { zonderUitkomst } from './punten.ts';
import { ochtend, overdag, werkdagen } from '../kalender/dagen.ts';
import { keuzeVan, leiding } from '../kalender/moment.ts';
import { aaneen } from '../taal/aaneen.ts';

/** The moments of each planned overleg. A new date makes another series, so that moving the overleg moves all of them. */
export const overlegMomenten = (beeld: Beeld): Moment[] =>
  all(beeld.project, overleg)
    .filter(({ facts }) => facts.datum !== '' || facts.begonnen !== '')
    .flatMap((found) => [
      ...(found.facts.begonnen === '' ? vooraf(beeld, found) : []),
      ...achteraf(beeld, found),
    ]);

const reeks = (naam: string, { id, facts: { datum, tijd } }: Overleg) =>
  `${naam}.${id}.${datum}.${tijd.replace(':', '')}`;

/** The proposal some working days before, the agenda itself the day before, and word on the day. */
function vooraf({ project, traject }: Beeld, found: Overleg): Moment[] {
  const { bevrijdingsdag, voorstel } = keuzeVan(project);
  const { nummer, datum, tijd } = found.facts;
  const naam = overlegInZin(alsOverleg(traject, found));
  const begin = utcOf({ datum, tijd });
  const dagVoor = (dagen: number) =>
    ochtend(werkdagen(datum, -dagen, bevrijdingsdag), bevrijdingsdag);
  const agenda = (op: string, definitief: boolean): Moment => ({
    reeks: reeks('agenda', found),
    op,
    tot: begin,
    naam: `${definitief ? 'Agenda' : 'Voorstel voor de agenda'} van ${naam}`,
    messages: [{ soort: 'agenda', facts: { nummer, definitief } }],
  });
  const vandaag = overdag(plusMs(begin, -2 * HOUR_MS), bevrijdingsdag);
  return [
    agenda(dagVoor(voorstel), false),
    ...(voorstel > 1 ? [agenda(dagVoor(1), true)] : []),
    ...(vandaag < begin && dateOf(vandaag) === datum
      ? [
          {
            reeks: reeks('vandaag', found),
            op: vandaag,
            tot: begin,
            naam: `Bericht op de dag van ${naam}`,
            vraag: () => vandaagVraag(project, naam, found),
          },
        ]
      : []),
  ];
}

/** The people who are invited and did not say that they stay away. */
const verwacht = (project: Project, found: Overleg): Deelnemer[] =>
  genodigden(project, found).filter((lid) => komtNaar(project, found, lid.id) !== false);

function vandaagVraag(project: Project, naam: string, found: Overleg): Vraag {
  const { nummer, tijd } = found.facts;
  return {
    aan: verwacht(project, found),
    regels: [aaneen`Vandaag is ${naam}, om ${timeText(tijd)}. Waar: ${found.texts.plaats}.`],
    onderons: () => [],
    knoppen: [{ titel: 'Agenda', verb: 'overleg', args: { nummer: String(nummer) } }],
    soort: 'melding',
  };
}

/** Working days after an overleg at which the projectleider is asked for missing outcomes. */
const NA_WERKDAGEN = [1, 3, 7];

/** Nothing is asked once whoever leads closed it, whatever was left open, or the group went on without it. */
function achteraf(beeld: Beeld, found: Overleg): Moment[] {
  if (found.facts.gesloten !== '' || isIngehaald(beeld, found)) return [];
  const { bevrijdingsdag } = keuzeVan(beeld.project);
  const { begonnen, nummer } = found.facts;
  const een = alsOverleg(beeld.traject, found);
  const datum = begonnen === '' ? found.facts.datum : dateOf(begonnen);
  return NA_WERKDAGEN.map((na) => ({
    reeks: `uitkomsten.${found.id}.${datum}`,
    op: ochtend(werkdagen(datum, na, bevrijdingsdag), bevrijdingsdag),
    tot: '',
    naam: `Verzoek aan de ${beeld.traject.woorden.projectleider}: vul de uitkomsten van ${overlegInZin(een)} in`,
    vraag: () => ({
      aan: zonderUitkomst(beeld, een).length === 0 ? [] : leiding(beeld.project, na > 1),
      regels: [uitkomstZin(beeld, een)],
      onderons: () => [],
      knoppen: [
        { titel: 'Uitkomsten vastleggen', verb: 'overleg', args: { nummer: String(nummer) } },
        ...(found.facts.begonnen === ''
          ? [
              {
                titel: 'Nieuwe datum kiezen',
                verb: 'overleg.plannen',
                args: { nummer: String(nummer) },
              },
            ]
          : []),
      ],
      soort: 'persoonlijk' as const,
    }),
  }));
}

/** True for an overleg whose steps the group has left: it goes on with what came of it. */
function isIngehaald({ project, traject }: Beeld, found: Overleg): boolean {
  const { soort } = alsOverleg(traject, found);
  const nummers = traject.stappen
    .filter(({ id }) => soort.stappen.includes(id))
    .map(({ nummer }) => nummer);
  return (huidig(project)?.facts.nummer ?? 0) > Math.max(...nummers);
}

function uitkomstZin(beeld: Beeld, een: EenOverleg & { found: Overleg }): string {
  const { datum, begonnen } = een.found.facts;
  if (begonnen === '')
    return `${overlegNaam(een)} stond op ${dagVoluit(datum, beeld.now)}. Is het geweest? Leg dan de uitkomsten vast.`;
  const leeg = zonderUitkomst(beeld, een).length;
  const nog =
    leeg === 0 ? '' : ` ${aantal(leeg, 'punt heeft', 'punten hebben')} nog geen uitkomst.`;
  return `${overlegNaam(een)} is geweest.${nog}`;
}
