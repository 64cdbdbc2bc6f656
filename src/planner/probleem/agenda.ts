import { agendaRegel } from '../../process/contract/gelezen.ts';
import type { AgendaRegel, Beeld } from '../../process/contract/contract.ts';
import { leden, naamVan, vanHoeveel } from '../../process/feiten/deelnemers.ts';
import { openAfspraken, overlegId, overlegNr, uitkomst } from '../../process/feiten/overleg.ts';
import { all, one, type Project } from '../../process/feiten/project.ts';
import type { Button } from '../../process/vormen/screen.ts';
import { ingekort } from '../../process/taal/opsomming.ts';
import { dayText } from '../../process/taal/time.ts';
import { aantal } from '../../process/taal/woorden.ts';
import { doei, naamVanOnderwerp, onderwerpen, probleem } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { doeiZin, isDoeiOpenbaar, type Doei } from './invoer/doei.ts';
import {
  aanwezigen,
  antwoorden,
  draagvlak,
  draagvlakZinnen,
  weerwoordOp,
} from './lijst/draagvlak.ts';
import { redenen } from './lijst/zonder-reden.ts';
import { verbanden, verbandZin } from './regels/kring.ts';
import { akkoordTot, eersteVan, volgorde } from './lijst/lijst-stand.ts';
import { openStemming, stemmingVan, vasteLijst } from './regels/overleg1.ts';
import { planZin } from '../plan/overleg-zin.ts';
import { afgesprokenId } from '../../process/stappen/stappen.ts';
import { metHanden, stand } from './stemming/uitslag.ts';
import { samenvoegen, verband } from './clusters/werk-clusters.ts';
import {
  AKKOORD,
  CLUSTERS,
  DOEI,
  HANDEN,
  HEROPENEN,
  OORZAAK_EN_GEVOLG,
  SAMENVOEGEN,
  SLUITEN,
  STEMMING_OPENEN,
  UITSLAG,
} from './regels/knoppen.ts';
import { VASTSTELLEN } from '../plan/knoppen.ts';
import { instemming, prioritering, verkenning } from './werk.ts';
import { aaneen, aaneengeregen } from '../../process/taal/aaneen.ts';

/** The most lines below an agenda line; the rest stands behind a button. */
const MAX_REGELS = 10;

const onderdeel = (id: Doei['facts']['soort'], titel: string, tekst: string): AgendaRegel =>
  agendaRegel({
    id,
    titel,
    tekst,
    isOnderdeel: true,
    gegevens: ({ project }) => doeiRegels(project, id),
  });

/** The agenda of overleg 1, verbatim (D2 to D14), with what was collected and what can be done at each line. */
export const agenda: readonly AgendaRegel[] = [
  agendaRegel({
    id: 'opening',
    titel: 'Opening en mededelingen',
    tekst: 'Opening en mededelingen',
    gegevens: (beeld) => afspraken(beeld),
    isGedaan: () => true,
  }),
  agendaRegel({
    id: 'clusteren',
    titel: 'Wat hoort bij elkaar?',
    tekst: 'Clusteren van de problemen, (zodat alle deelnemers over hetzelfde spreken)',
    gegevens: ({ project }) => clusterRegels(project),
    knoppen: () => [SAMENVOEGEN, CLUSTERS],
    isGedaan: ({ project }) => onderwerpen(project).some(({ isCluster }) => isCluster),
    besloten: ({ project }) => clusterRegels(project).slice(1),
    werk: (lezing) => [samenvoegen(lezing)],
  }),
  agendaRegel({
    id: 'oorzaken',
    titel: 'Wat veroorzaakt wat?',
    tekst:
      'Onderscheiden van oorzaken en gevolgen binnen de problemen (indien mogelijk); het gaat hier om het beantwoorden van de vraag: Welke problemen veroorzaken daaropvolgende problemen?',
    gegevens: ({ project }) => eerste(verbanden(project).map((link) => verbandZin(project, link))),
    knoppen: () => [OORZAAK_EN_GEVOLG],
    isGedaan: ({ project }) => verbanden(project).length > 0,
    besloten: ({ project }) => eerste(verbanden(project).map((link) => verbandZin(project, link))),
    werk: (lezing) => [verband(lezing)],
  }),
  agendaRegel({
    id: 'doei',
    titel: 'Wat weten we al?',
    tekst:
      'Probleemverkenning: Data, Onderzoek, Ervaringen en Inzichten (DOEI) van projectgroepleden worden besproken en gebundeld',
    gegevens: ({ project }) => mondeling(project),
    knoppen: () => [DOEI],
    isGedaan: ({ project }) => all(project, doei).some(({ facts }) => !facts.mondeling),
    werk: (lezing) => [verkenning(lezing)],
  }),
  onderdeel('data', 'Cijfers', 'Data: gegevens betreffende de problemen'),
  onderdeel('onderzoek', 'Onderzoek', 'Onderzoeken die inzicht geven in de betreffende problemen'),
  onderdeel(
    'ervaring',
    'Ervaringen',
    'Ervaringen en Inzichten van deelnemers en mogelijk andere betrokkenen',
  ),
  agendaRegel({
    id: 'afweging',
    titel: 'Wat weten we per probleem?',
    tekst: 'Dit alles wordt meegenomen bij de afweging van het belang van het betreffende probleem',
    isOnderdeel: true,
    knoppen: () => [{ titel: 'Wat weten we per probleem?', verb: 'lijst' }],
  }),
  agendaRegel({
    id: 'prioritering',
    titel: 'Stemmen: wat is het belangrijkst?',
    tekst:
      'Vervolgens kan tot prioritering worden overgegaan (de deelnemers bepalen gezamenlijk welke problemen het belangrijkste zijn)',
    gegevens: ({ project }) => volgordeRegels(project),
    knoppen: ({ project }) => prioriteitKnoppen(project),
    isGedaan: ({ project }) => vasteLijst(project) !== undefined,
    besloten: ({ project }) =>
      vasteLijst(project)
        ? [
            ...metHanden(project),
            'De prioriteitenlijst is vastgesteld. Dit pakken we eerst aan:',
            ...eerstAangepakt(project),
            ...redenen(project),
          ]
        : [],
    werk: prioritering,
  }),
  agendaRegel({
    id: 'akkoord',
    titel: 'Is iedereen het eens met de lijst?',
    tekst: 'Samenvatting en akkoord door de projectgroep',
    gegevens: ({ project }) =>
      vasteLijst(project) ? [...eerstAangepakt(project), ...draagvlakZinnen(project)] : [],
    knoppen: ({ project }) => akkoordKnoppen(project),
    isGedaan: ({ project }) => {
      const { mensen, geen } = draagvlak(project, aanwezigen(project));
      return vasteLijst(project) !== undefined && mensen > 0 && geen === 0;
    },
    besloten: ({ project }) =>
      vasteLijst(project) ? [...draagvlakZinnen(project), ...weerwoorden(project)] : [],
    werk: instemming,
  }),
  agendaRegel({
    id: 'toelichting',
    titel: 'Stap 3: tot wanneer kan iedereen maatregelen doorgeven?',
    tekst:
      'Toelichting op de volgende stap (inventariseren maatregelen) en afspreken wanneer deze gegevens door de deelnemers uiterlijk ingevoerd zullen worden',
    knoppen: () => [
      { titel: 'Datum afspreken', verb: 'overleg.deadline', args: { stap: 'maatregelen' } },
    ],
    isGedaan: ({ project }) => one(project, uitkomst, afgesprokenId('maatregelen')) !== undefined,
  }),
  agendaRegel({
    id: 'afspraak',
    titel: 'Wanneer is het volgende overleg?',
    tekst: 'Maken van de volgende afspraak',
    knoppen: () => [{ titel: 'Overleg 2 plannen', verb: 'overleg.plannen', args: { nummer: '2' } }],
    isGedaan: ({ project }) => (overlegNr(project, 2)?.facts.datum ?? '') !== '',
    besloten: (beeld) => planZin(beeld, 2),
  }),
  agendaRegel({
    id: 'rondvraag',
    titel: 'Rondvraag',
    tekst: 'Rondvraag',
    knoppen: () => [{ titel: 'Afspraak maken', verb: 'overleg.afspraak' }],
    isGedaan: () => true,
  }),
];

const eerste = (regels: readonly string[]): string[] =>
  ingekort(regels, MAX_REGELS, (n) => `En nog ${n}.`);

/** Afspraken of earlier overleggen. Those of this overleg stand at their own line. */
const afspraken = ({ project, now }: Beeld): string[] =>
  eerste(
    openAfspraken(project)
      .filter(({ facts }) => facts.overleg !== overlegId(1))
      .map(({ facts, texts }) =>
        aaneengeregen(
          [
            `Open afspraak: ${kortweg(texts.wat, 120)}`,
            naamVan(project, facts.wie),
            facts.wanneer && dayText(facts.wanneer, now),
          ].filter((part) => part !== ''),
          ', ',
        ),
      ),
  );

/** `23 problemen, van 7 organisaties`, then the clusters so far. */
function clusterRegels(project: Project): string[] {
  const alles = all(project, probleem);
  const clusters = onderwerpen(project).filter(({ isCluster }) => isCluster);
  const van = vanHoeveel(
    project,
    alles.map(({ facts }) => facts.van),
  );
  return [
    alles.length === 0
      ? 'Nog geen problemen'
      : `${aantal(alles.length, 'probleem', 'problemen')}, van ${van}`,
    ...eerste(
      clusters.map(
        ({ naam, problemen }) =>
          aaneen`Groep problemen: ${kortweg(naam, 120)} (${aantal(problemen.length, 'probleem', 'problemen')})`,
      ),
    ),
  ];
}

/** The people who tell something in the meeting. Of what is vertrouwelijk only the number is shown (rule 10). */
function mondeling(project: Project): string[] {
  const told = all(project, doei).filter(({ facts }) => facts.mondeling);
  const open = told.filter((found) => isDoeiOpenbaar(project, found));
  const tell = [
    ...open.map(
      ({ facts }) => aaneen`${kortNaam(project, facts.over)}: ${naamVan(project, facts.van)}`,
    ),
    ...all(project, probleem)
      .filter(({ facts }) => facts.mondeling && !facts.vertrouwelijk)
      .map(({ id, facts }) => aaneen`${kortNaam(project, id)}: ${naamVan(project, facts.van)}`),
  ];
  const hidden = all(project, doei).filter((found) => !isDoeiOpenbaar(project, found)).length;
  return [
    ...(tell.length > 0
      ? ['Deze mensen vertellen iets in het overleg:', ...eerste([...new Set(tell)])]
      : []),
    ...(hidden > 0 ? [aaneen`Vertrouwelijk: ${hidden}.`] : []),
  ];
}

const kortNaam = (project: Project, id: string) => kortweg(naamVanOnderwerp(project, id), 80);

/** What everybody may read of one kind, with the problem it is about. Figures that came with a problem count as data. */
function doeiRegels(project: Project, soort: Doei['facts']['soort']): string[] {
  const items = all(project, doei).filter(
    (found) =>
      found.facts.soort === soort && !found.facts.mondeling && isDoeiOpenbaar(project, found),
  );
  const cijfers =
    soort === 'data'
      ? all(project, probleem).filter(
          ({ facts, texts }) => texts.cijfers !== '' && !facts.vertrouwelijk,
        )
      : [];
  return eerste([
    ...items.map(
      (found) => aaneen`${kortNaam(project, found.facts.over)}: ${doeiZin(project, found, 160)}`,
    ),
    ...cijfers.map(
      ({ id, texts }) => aaneen`${kortNaam(project, id)}: ${kortweg(texts.cijfers, 160)}`,
    ),
  ]);
}

function volgordeRegels(project: Project): string[] {
  const now = stemmingVan(project)
    ? [
        `${openStemming(project) ? 'De stemming is open.' : 'De stemming is gesloten.'} ${stand(project)}`,
      ]
    : [];
  if (openStemming(project)) return now;
  return [
    ...now,
    ...eerste(volgorde(project).map(({ naam }, at) => `${at + 1}. ${kortweg(naam, 120)}`)),
  ];
}

function prioriteitKnoppen(project: Project): Button[] {
  const bekijk: Button = UITSLAG;
  if (openStemming(project)) return [SLUITEN, HANDEN, bekijk];
  if (vasteLijst(project)) return [HEROPENEN, bekijk];
  return [STEMMING_OPENEN, VASTSTELLEN, ...(stemmingVan(project) ? [bekijk] : [])];
}

/** What is tackled first, numbered: what everybody may see. */
export const eerstAangepakt = (project: Project): string[] =>
  eersteVan(project).map(({ naam }, at) => `${at + 1}. ${kortweg(naam, 120)}`);

/** What was done with what some want otherwise, without their names (rule 16). */
const weerwoorden = (project: Project): string[] =>
  antwoorden(project).flatMap((found) => {
    const tekst = found.facts.antwoord === 'niet akkoord' ? weerwoordOp(project, found) : '';
    return tekst === '' ? [] : [`Antwoord op wie niet akkoord was: ${kortweg(tekst, 160)}`];
  });

/** Without a list there is nothing to agree with: it is fixed at the line before. */
const akkoordKnoppen = (project: Project): Button[] =>
  vasteLijst(project)
    ? [
        { titel: 'Alle aanwezigen akkoord', verb: 'akkoord.allen' },
        { titel: 'Niet iedereen is akkoord', verb: 'akkoord.behalve' },
        AKKOORD,
      ]
    : [];

/** `Was je er niet bij? Laat het weten tot vr 22 januari.`; empty without a date, or when everybody was there. */
export const akkoordVraag = ({ project, now }: Pick<Beeld, 'project' | 'now'>): string[] =>
  akkoordTot(project, now) === '' || aanwezigen(project).length === leden(project).length
    ? []
    : [`Was je er niet bij? Laat het weten tot ${akkoordTot(project, now)}.`];
