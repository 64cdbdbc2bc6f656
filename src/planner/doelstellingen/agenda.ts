import { agendaRegel } from '../../process/contract/gelezen.ts';
import type { AgendaRegel } from '../../process/contract/contract.ts';
import { afspraak, overlegNr } from '../../process/feiten/overleg.ts';
import { all, one, type Project } from '../../process/feiten/project.ts';
import type { Button } from '../../process/vormen/screen.ts';
import { uitHoofdstuk } from '../../process/vormen/werkvlak.ts';
import { IN_OVERLEG_LIJST } from '../plan/knoppen.ts';
import { belangrijkste, voorOverleg, type Genummerd } from '../plan/maatregel.ts';
import { doel, genoeg, maatregel, monitoring, regel } from '../plan/plan.ts';
import { planZin } from '../plan/overleg-zin.ts';
import { nieuweDeelnemer } from './aanvullend.ts';
import * as gegevens from './gegevens.ts';
import { BEOORDELING, VOORTGANG_AFSPREKEN } from './knoppen.ts';
import { beoordeelKnop, isBeoordeeld } from './oordeel.ts';
import { samenGenoeg } from './werk.ts';

/** At most this many problems get a button of their own; the others stand in the beoordeling. */
const MAX_EIGEN_KNOP = 3;

function beoordeelKnoppen(project: Project): Button[] {
  const open = belangrijkste(project).filter(({ id }) => !isBeoordeeld(project, id));
  return [...open.slice(0, MAX_EIGEN_KNOP).map(beoordeelKnop), BEOORDELING];
}

/** True when this holds for each problem that is tackled first. */
function elk(project: Project, holds: (onderwerp: Genummerd) => boolean): boolean {
  const eerst = belangrijkste(project);
  return eerst.length > 0 && eerst.every(holds);
}

const genoegVan = (project: Project, onderwerp: string) =>
  one(project, genoeg, onderwerp)?.facts.oordeel ?? '';

/** The agenda of overleg 2, for steps 4 and 5 together, in the words of the source (G2 to G11). */
export const agenda: readonly AgendaRegel[] = [
  agendaRegel({
    id: 'opening',
    titel: 'Opening en mededelingen',
    tekst: 'Opening en mededelingen',
    gegevens: gegevens.opening,
    isGedaan: () => true,
  }),
  agendaRegel({
    id: 'doelstelling',
    titel: 'Wat willen we bereiken, en wanneer?',
    tekst:
      'Doelstelling: wat willen we wanneer bereiken? Hoe ziet de gewenste situatie er uit? Specifiek, Meetbaar, Realistisch en Acceptabel en Tijdgebonden: SMART',
    gegevens: gegevens.doelen,
    knoppen: () => [
      { titel: 'Doel toevoegen', verb: 'doel.toevoegen' },
      { titel: 'Bekijk de doelen', verb: 'doelen' },
    ],
    isGedaan: ({ project }) => all(project, doel).length > 0,
    besloten: (beeld) => (all(beeld.project, doel).length > 0 ? gegevens.doelen(beeld) : []),
    werk: () => [uitHoofdstuk('doelstellingen', 'doelen')],
  }),
  agendaRegel({
    id: 'beoordelen',
    titel: 'Doen we samen genoeg?',
    tekst:
      'Beoordelen van de ingevoerde maatregelen: doen wij gezamenlijk voldoende tegen de belangrijkste problemen, om onze doelstelling(en) te bereiken?',
    gegevens: gegevens.beoordeeld,
    knoppen: ({ project }) => [
      ...(voorOverleg(project).length > 0 ? [IN_OVERLEG_LIJST] : []),
      ...beoordeelKnoppen(project),
    ],
    isGedaan: ({ project }) => elk(project, ({ id }) => isBeoordeeld(project, id)),
    besloten: ({ project }) => gegevens.oordelen(project),
    werk: samenGenoeg,
  }),
  agendaRegel({
    id: 'nodig',
    titel: 'Zijn er extra maatregelen nodig?',
    tekst: 'Zijn er aanvullende maatregelen nodig: ja/nee?',
    gegevens: gegevens.meerNodig,
    knoppen: () => [BEOORDELING],
    isGedaan: ({ project }) => elk(project, ({ id }) => one(project, genoeg, id) !== undefined),
    werk: () => [uitHoofdstuk('beoordeling', 'genoeg')],
  }),
  agendaRegel({
    id: 'aanvullend',
    titel: 'Wat gaan we extra doen, en wie doet het?',
    tekst:
      'Zo ja, welke extra maatregelen? Door wie in te zetten om onze doelstelling(en) te bereiken?',
    gegevens: gegevens.extra,
    knoppen: () => [{ titel: 'Maatregel toevoegen', verb: 'maatregel.aanvullend' }],
    isGedaan: ({ project }) =>
      all(project, maatregel).some(({ facts }) => facts.aanvullend) ||
      elk(project, ({ id }) => !['', 'meer nodig'].includes(genoegVan(project, id))),
    besloten: (beeld) => gegevens.extra(beeld).map((zin) => `Extra maatregel: ${zin}`),
    werk: () => [uitHoofdstuk('beoordeling', 'extra')],
  }),
  agendaRegel({
    id: 'deelnemers',
    titel: 'Moet er iemand bij in de groep?',
    tekst: 'Zijn door de nieuwe maatregelen nieuwe deelnemers aan deze projectgroep nodig?',
    gegevens: gegevens.groep,
    knoppen: () => [nieuweDeelnemer],
  }),
  agendaRegel({
    id: 'wie-wat-wanneer',
    titel: 'Wie doet wat, wanneer en voor hoeveel geld?',
    tekst:
      'Vaststellen wie wat doet, wanneer, welke (mogelijke extra) kosten en welke capaciteit wordt ingezet',
    gegevens: gegevens.matrix,
    knoppen: () => [
      { titel: 'Regel toevoegen', verb: 'regel.toevoegen' },
      { titel: 'Bekijk de matrix', verb: 'matrix' },
    ],
    isGedaan: ({ project }) => all(project, regel).length > 0,
    besloten: ({ project }) => gegevens.wieWatWanneer(project),
    werk: () => [uitHoofdstuk('uitvoering', 'uitvoeringsmatrix')],
  }),
  agendaRegel({
    id: 'achterban',
    titel: 'Hoe betrekken we onze achterban en de eigen organisatie?',
    tekst:
      'Afspraken maken over betrekken van achterbannen en de eigen organisatie bij de doelstelling van deze lokale veiligheidsaanpak',
    gegevens: gegevens.achterban,
    knoppen: () => [
      { titel: 'Afspraak met achterban', verb: 'overleg.afspraak', args: { soort: 'achterban' } },
    ],
    isGedaan: ({ project }) =>
      all(project, afspraak).some(({ facts }) => facts.soort === 'achterban'),
  }),
  agendaRegel({
    id: 'monitoring',
    titel: 'Wie geeft wanneer welke cijfers door?',
    tekst:
      'Afspraken maken over het invoeren van de voortgangsgegevens (monitoring): wanneer en welke gegevens iedere deelnemer in gaat voeren',
    gegevens: gegevens.voortgang,
    knoppen: () => [VOORTGANG_AFSPREKEN, { titel: 'Bekijk alle afspraken', verb: 'monitoring' }],
    isGedaan: ({ project }) => all(project, monitoring).length > 0,
    besloten: (beeld) => gegevens.voortgang(beeld).map((zin) => `Voortgang: ${zin}`),
    werk: () => [uitHoofdstuk('doelstellingen', 'monitoring')],
  }),
  agendaRegel({
    id: 'rondvraag',
    titel: 'Rondvraag en het volgende overleg',
    tekst: 'Rondvraag en afspreken nieuwe datum',
    gegevens: gegevens.nieuweDatum,
    knoppen: () => [{ titel: 'Overleg 3 plannen', verb: 'overleg.plannen', args: { nummer: '3' } }],
    isGedaan: ({ project }) => (overlegNr(project, 3)?.facts.datum ?? '') !== '',
    besloten: (beeld) => planZin(beeld, 3),
  }),
];
