import type { Beeld, Moment, Vraag } from '../contract/contract.ts';
import type { Deelnemer } from '../feiten/deelnemers.ts';
import { genodigden, komtNaar, overleg, type Overleg } from '../feiten/overleg.ts';
import { all, one, type Project } from '../feiten/project.ts';
import { dateOf, dayText, HOUR_MS, plusMs, timeText, utcOf } from '../taal/time.ts';
import { aantal } from '../taal/woorden.ts';
import { zonderUitkomst } from './punten.ts';
import { ochtend, overdag, werkdagen } from '../kalender/dagen.ts';
import { keuzeVan, leiding } from '../kalender/moment.ts';

/** What the clock does about each overleg that is planned. Another moment is another series: moving takes all of it along. */
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
function vooraf({ project }: Beeld, found: Overleg): Moment[] {
  const { bevrijdingsdag, voorstel } = keuzeVan(project);
  const { nummer, datum, tijd } = found.facts;
  const begin = utcOf({ datum, tijd });
  const dagVoor = (dagen: number) =>
    ochtend(werkdagen(datum, -dagen, bevrijdingsdag), bevrijdingsdag);
  const agenda = (op: string, definitief: boolean): Moment => ({
    reeks: reeks('agenda', found),
    ...{ op, tot: begin },
    naam: `${definitief ? 'Agenda' : 'Voorstel voor de agenda'} van overleg ${nummer}`,
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
            ...{ op: vandaag, tot: begin },
            naam: `Bericht op de dag van overleg ${nummer}`,
            vraag: () => vandaagVraag(found),
          },
        ]
      : []),
  ];
}

/** Whoever is invited and did not say that they stay away. */
const verwacht = (project: Project, id: string): Deelnemer[] => {
  const found = one(project, overleg, id);
  if (!found || found.facts.begonnen !== '') return [];
  return genodigden(project, found).filter((lid) => komtNaar(project, found, lid.id) !== false);
};

const vandaagVraag = ({ id, facts: { nummer, tijd }, texts }: Overleg): Vraag => ({
  aan: (project) => verwacht(project, id),
  regels: [`Vandaag is overleg ${nummer}, om ${timeText(tijd)}. Waar: ${texts.plaats}.`],
  onderons: [],
  knoppen: [{ titel: 'Agenda', verb: 'overleg', args: { nummer: String(nummer) } }],
  isPersoonlijk: false,
  isMelding: true,
});

/** Working days after an overleg at which whoever leads is asked for outcomes that are missing. */
const NA_WERKDAGEN = [1, 3, 7];

function achteraf(beeld: Beeld, found: Overleg): Moment[] {
  const { bevrijdingsdag } = keuzeVan(beeld.project);
  const { begonnen, nummer } = found.facts;
  const datum = begonnen === '' ? found.facts.datum : dateOf(begonnen);
  return NA_WERKDAGEN.map((na) => ({
    reeks: `uitkomsten.${found.id}.${datum}`,
    op: ochtend(werkdagen(datum, na, bevrijdingsdag), bevrijdingsdag),
    ...{ tot: '', naam: `Vraag om uitkomsten van overleg ${nummer}` },
    vraag: () => ({
      aan: (project) => (isAf({ ...beeld, project }, found.id) ? [] : leiding(project, na > 1)),
      regels: [uitkomstZin(beeld, found)],
      onderons: [],
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
      isPersoonlijk: true,
    }),
  }));
}

/** Called off before it began. */
const isVervallen = ({ facts }: Overleg) => facts.datum === '' && facts.begonnen === '';

const isAf = (beeld: Beeld, id: string) => {
  const found = one(beeld.project, overleg, id);
  return !found || isVervallen(found) || zonderUitkomst(beeld, found.facts.nummer).length === 0;
};

function uitkomstZin(beeld: Beeld, found: Overleg): string {
  const { nummer, datum, begonnen } = found.facts;
  if (begonnen === '')
    return `Overleg ${nummer} stond op ${dayText(datum)}. Is het geweest? Leg dan de uitkomsten vast.`;
  const leeg = zonderUitkomst(beeld, nummer).length;
  return `Overleg ${nummer} is geweest. Nog zonder uitkomst: ${aantal(leeg, 'punt', 'punten')}.`;
}
