import { kleineLetter, aantal } from '../../process/taal/woorden.ts';
import { agendaRegel } from '../../process/contract/gelezen.ts';
import type { AgendaRegel } from '../../process/contract/contract.ts';
import { isAfgerond } from '../../process/feiten/gegevens.ts';
import { naamVan } from '../../process/feiten/deelnemers.ts';
import { openAfspraken } from '../../process/feiten/overleg.ts';
import { all, one, type Project } from '../../process/feiten/project.ts';
import type { Button } from '../../process/vormen/screen.ts';
import { uitHoofdstuk } from '../../process/vormen/werkvlak.ts';
import { eersteRegels } from '../../process/taal/opsomming.ts';
import { dateText } from '../../process/taal/time.ts';
import { KNOP } from '../../process/vormen/knoppen.ts';
import { laatsteVoortgang, regels, statusTekst, trekkerVan } from '../plan/uitvoeringsmatrix.ts';
import { aanbeveling, samenwerking, uitgevoerd, verbeterpunt, vervolg } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { AFRONDEN, MAATREGELEN_BESPREKEN, SAMENWERKING, VOORTGANG } from './knoppen.ts';
import { VERVOLG } from './punten.ts';
import { samenwerkingRegels } from './samenwerking.ts';
import {
  doelStand,
  doelTekst,
  doelTelling,
  geevalueerd,
  standZin,
  uitvoerTelling,
} from './stand.ts';
import { aaneen } from '../../process/taal/aaneen.ts';
import { samenZin, nieuwZin } from './evaluatie-overzicht.ts';

/** At most this many goals get a button of their own at a line; the others are behind the evaluation. */
const DOELKNOPPEN = 4;

/** The open afspraken, which stand under two lines of the agenda (rule 13). */
function afspraakRegels(project: Project): string[] {
  const open = openAfspraken(project).map(({ facts, texts }) => {
    const wanneer = facts.wanneer ? `, ${dateText(facts.wanneer)}` : '';
    return aaneen`${kortweg(texts.wat)} (${naamVan(project, facts.wie)}${wanneer})`;
  });
  return open.length === 0
    ? ['Er staan geen afspraken meer open.']
    : ['Nog open:', ...eersteRegels(open)];
}

/** For each agreed measure whether it was done, as far as that is known (K3). */
function gedaanRegels(project: Project): string[] {
  const last = laatsteVoortgang(project);
  const rows = regels(project).map((rij) => {
    const found = one(project, uitgevoerd, rij.id);
    const stand = found
      ? `uitgevoerd: ${found.facts.uitgevoerd}`
      : statusTekst(last.get(rij.id)).toLowerCase();
    return aaneen`${kortweg(rij.texts.wat)}: ${stand} (${trekkerVan(project, rij)})`;
  });
  return [standZin(project), ...eersteRegels(rows)];
}

const doelRegels = (project: Project): string[] => {
  const rows = geevalueerd(project).map(
    ({ doel, evaluatie }, at) =>
      aaneen`Doel ${at + 1}: ${kortweg(doel.texts.specifiek)}. ${doelStand(project, doel)}${evaluatie ? `. Bereikt: ${evaluatie.facts.bereikt}` : ''}`,
  );
  return rows.length === 0
    ? ['Er zijn geen doelen.']
    : [`${doelTekst(doelTelling(project))}.`, ...eersteRegels(rows)];
};

const tevredenRegels = (project: Project): string[] =>
  eersteRegels(
    geevalueerd(project).map(({ evaluatie }, at) =>
      evaluatie
        ? `We zijn ${evaluatie.facts.tevreden === 'ja' ? '' : 'niet '}tevreden over doel ${at + 1}. ${kortweg(evaluatie.texts.waarom, 150)}`
        : `Doel ${at + 1} is nog niet besproken.`,
    ),
  );

/** A button for each goal, first for those that were not judged yet. */
function doelKnoppen(project: Project): Button[] {
  const numbered = geevalueerd(project).map((found, at) => ({ ...found, nr: at + 1 }));
  const open = [
    ...numbered.filter(({ evaluatie }) => !evaluatie),
    ...numbered.filter(({ evaluatie }) => evaluatie),
  ];
  const first = open.slice(0, DOELKNOPPEN).map(({ doel, nr }): Button => ({
    titel: `Doel ${nr}`,
    verb: 'evaluatie.doel',
    args: { doel: doel.id },
  }));
  return open.length > DOELKNOPPEN
    ? [...first, { titel: 'Alle doelen', verb: 'evaluatie' }]
    : first;
}

const punten = (found: readonly { texts: { tekst: string } }[], leeg: string): string[] =>
  found.length === 0 ? [leeg] : eersteRegels(found.map(({ texts }) => kortweg(texts.tekst, 200)));

function samenRegels(project: Project): string[] {
  const found = one(project, vervolg, VERVOLG);
  return found ? [samenZin(found.facts.samen)] : ['Nog niet besproken.'];
}

function cyclusRegels(project: Project): string[] {
  const found = one(project, vervolg, VERVOLG);
  const { deels, nee } = doelTelling(project);
  return [
    ...(deels + nee > 0
      ? [`${aantal(deels + nee, 'doel is', 'doelen zijn')} niet of maar deels bereikt.`]
      : []),
    found ? nieuwZin(found.facts.nieuw) : 'Nog niet besproken.',
  ];
}

/** Of each measure that was discussed whether it was carried out. */
const uitgevoerdZinnen = (project: Project): string[] =>
  eersteRegels(
    regels(project).flatMap((rij) => {
      const found = one(project, uitgevoerd, rij.id);
      return found
        ? [aaneen`${kortweg(rij.texts.wat)}. Uitgevoerd: ${found.facts.uitgevoerd}.`]
        : [];
    }),
  );

/** Of each goal that was discussed whether it was reached, and why the group is content or not. */
const evaluatieZinnen = (project: Project): string[] =>
  eersteRegels(
    geevalueerd(project).flatMap(({ doel, evaluatie }, at) =>
      evaluatie
        ? [
            aaneen`Doel ${at + 1}: ${kortweg(doel.texts.specifiek)}. Bereikt: ${evaluatie.facts.bereikt}. Tevreden: ${evaluatie.facts.tevreden}. ${kortweg(evaluatie.texts.waarom, 150)}`.trim(),
          ]
        : [],
    ),
  );

function isElkDoelBesproken(project: Project): boolean {
  const goals = geevalueerd(project);
  return goals.length > 0 && goals.every(({ evaluatie }) => evaluatie !== undefined);
}

const isVervolgBesloten = (project: Project) => one(project, vervolg, VERVOLG) !== undefined;

const AFSPRAAK: readonly Button[] = [KNOP.afspraak, KNOP.afspraken];
const HOE_VERDER: Button = { titel: 'Hoe verder vastleggen', verb: 'vervolg.vastleggen' };

const cyclusKnoppen = (project: Project): Button[] =>
  isAfgerond(project) ? [KNOP.nieuweRonde] : [HOE_VERDER, AFRONDEN];

/** The agenda of overleg 3, verbatim, with what is used and done at each line (K1 to K11). */
export const agenda: readonly AgendaRegel[] = [
  agendaRegel({
    id: 'opening',
    titel: 'Opening en mededelingen',
    tekst: 'Opening en mededelingen',
    gegevens: ({ project }) => afspraakRegels(project),
    knoppen: () => AFSPRAAK,
    isGedaan: () => true,
  }),
  agendaRegel({
    id: 'gedaan',
    titel: 'Hebben we gedaan wat we hebben afgesproken?',
    tekst: 'Hebben we gedaan wat we hebben afgesproken?',
    gegevens: ({ project }) => [...gedaanRegels(project), ...afspraakRegels(project)],
    knoppen: () => [MAATREGELEN_BESPREKEN, VOORTGANG],
    isGedaan: ({ project }) => regels(project).length > 0 && uitvoerTelling(project).open === 0,
    besloten: ({ project }) => uitgevoerdZinnen(project),
    werk: () => [uitHoofdstuk('evaluatie', 'uitgevoerd')],
  }),
  agendaRegel({
    id: 'verbeterpunten',
    titel: 'Wat kan beter?',
    tekst: 'Zijn er mogelijke verbeterpunten?',
    gegevens: ({ project }) => punten(all(project, verbeterpunt), 'Nog geen verbeterpunten.'),
    knoppen: () => [{ titel: 'Verbeterpunt toevoegen', verb: 'verbeterpunt.toevoegen' }],
    isGedaan: ({ project }) => all(project, verbeterpunt).length > 0,
    besloten: ({ project }) =>
      all(project, verbeterpunt).length > 0 ? punten(all(project, verbeterpunt), '') : [],
  }),
  agendaRegel({
    id: 'doelen',
    titel: 'Hebben we onze doelen bereikt?',
    tekst: 'Hebben we de geformuleerde doelstelling(en) bereikt, en hoe hebben we dat gemeten?',
    gegevens: ({ project }) => doelRegels(project),
    knoppen: ({ project }) => doelKnoppen(project),
    isGedaan: ({ project }) => isElkDoelBesproken(project),
    besloten: ({ project }) => evaluatieZinnen(project),
    werk: () => [uitHoofdstuk('resultaat', 'doelstand'), uitHoofdstuk('evaluatie', 'evaluatie')],
  }),
  agendaRegel({
    id: 'tevreden',
    titel: 'Zijn we tevreden?',
    tekst: 'Zijn we tevreden: ja of nee? Waarom wel of niet?',
    gegevens: ({ project }) => tevredenRegels(project),
    knoppen: ({ project }) => doelKnoppen(project),
    isGedaan: ({ project }) => isElkDoelBesproken(project),
    werk: () => [uitHoofdstuk('evaluatie', 'evaluatie')],
  }),
  agendaRegel({
    id: 'samenwerking',
    titel: 'Hoe ging het samenwerken?',
    tekst: 'Hoe beoordelen wij onze samenwerking?',
    gegevens: ({ project }) => samenwerkingRegels(project),
    knoppen: () => [SAMENWERKING, { titel: 'Bekijk de samenwerking', verb: 'samenwerking' }],
    isGedaan: ({ project }) => all(project, samenwerking).length > 0,
    besloten: ({ project }) =>
      all(project, samenwerking).length > 0
        ? samenwerkingRegels(project).map((zin) => `Samenwerking: ${kleineLetter(zin)}`)
        : [],
  }),
  agendaRegel({
    id: 'aanbevelingen',
    titel: 'Wat raden we aan voor het komende halfjaar?',
    tekst: 'Aanbevelingen voor komend half jaar?',
    gegevens: ({ project }) => punten(all(project, aanbeveling), 'Nog geen aanbevelingen.'),
    knoppen: () => [{ titel: 'Aanbeveling toevoegen', verb: 'aanbeveling.toevoegen' }],
    isGedaan: ({ project }) => all(project, aanbeveling).length > 0,
    besloten: ({ project }) =>
      all(project, aanbeveling).map(({ texts }) => `Aanbeveling: ${kortweg(texts.tekst, 200)}`),
  }),
  agendaRegel({
    id: 'samen',
    titel: 'Blijven we bij elkaar komen?',
    tekst: 'Blijven we als projectgroep bij elkaar komen?',
    gegevens: ({ project }) => samenRegels(project),
    knoppen: () => [HOE_VERDER],
    isGedaan: ({ project }) => isVervolgBesloten(project),
    besloten: ({ project }) => (isVervolgBesloten(project) ? samenRegels(project) : []),
  }),
  agendaRegel({
    id: 'cyclus',
    titel: 'Is er een nieuwe ronde nodig?',
    tekst: 'Is er een nieuwe cyclus voor dit probleem met de Lokale Veiligheidsplanner nodig?',
    gegevens: ({ project }) => cyclusRegels(project),
    knoppen: ({ project }) => cyclusKnoppen(project),
    isGedaan: ({ project }) => isVervolgBesloten(project),
    besloten: ({ project }) => (isVervolgBesloten(project) ? cyclusRegels(project).slice(-1) : []),
  }),
  agendaRegel({
    id: 'afspraken',
    titel: 'Afspraken en rondvraag',
    tekst: 'Afspraken en rondvraag',
    gegevens: ({ project }) => afspraakRegels(project),
    knoppen: () => AFSPRAAK,
    isGedaan: () => true,
  }),
];
