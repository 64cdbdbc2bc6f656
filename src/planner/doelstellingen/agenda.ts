import type { AgendaRegel } from '../../process/contract.ts';
import type { Project } from '../../process/project.ts';
import type { Button } from '../../process/screen.ts';
import { belangrijkste } from '../maatregel.ts';
import { nieuweDeelnemer } from './aanvullend.ts';
import * as gegevens from './gegevens.ts';
import { beoordeelKnop, beoordeling, isBeoordeeld } from './oordeel.ts';

/** So many problems get a button of their own; the others stand in the beoordeling. */
const MAX_EIGEN_KNOP = 3;

const line = (
  id: string,
  tekst: string,
  uit: gegevens.Gegevens,
  knoppen: (project: Project) => readonly Button[],
): AgendaRegel => ({
  id,
  tekst,
  isOnderdeel: false,
  gegevens: ({ project }) => uit(project),
  knoppen: ({ project }) => knoppen(project),
});

function beoordeelKnoppen(project: Project): Button[] {
  const open = belangrijkste(project).filter(({ id }) => !isBeoordeeld(project, id));
  return [...open.slice(0, MAX_EIGEN_KNOP).map(beoordeelKnop), beoordeling];
}

const doelKnoppen = (): Button[] => [
  { titel: 'Doel toevoegen', verb: 'doel.toevoegen' },
  { titel: 'Bekijk de doelen', verb: 'doelen' },
];
const extraKnoppen = (): Button[] => [
  { titel: 'Maatregel toevoegen', verb: 'maatregel.aanvullend' },
];
const matrixKnoppen = (): Button[] => [
  { titel: 'Regel toevoegen', verb: 'regel.toevoegen' },
  { titel: 'Bekijk de matrix', verb: 'matrix' },
];
const achterbanKnoppen = (): Button[] => [
  { titel: 'Afspraak toevoegen', verb: 'overleg.afspraak', args: { soort: 'achterban' } },
];
const voortgangKnoppen = (): Button[] => [
  { titel: 'Voortgang afspreken', verb: 'monitoring.afspreken' },
  { titel: 'Bekijk alle afspraken', verb: 'monitoring' },
];
const datumKnoppen = (): Button[] => [
  { titel: 'Overleg 3 plannen', verb: 'overleg.plannen', args: { nummer: '3' } },
];

/** Overleg 2, for steps 4 and 5 together; the lines as the source has them (G2 to G11). */
export const agenda: readonly AgendaRegel[] = [
  line('opening', 'Opening en mededelingen', gegevens.opening, () => []),
  line(
    'doelstelling',
    'Doelstelling: wat willen we wanneer bereiken? Hoe ziet de gewenste situatie er uit? Specifiek, Meetbaar, Realistisch en Acceptabel en Tijdgebonden: SMART',
    gegevens.doelen,
    doelKnoppen,
  ),
  line(
    'beoordelen',
    'Beoordelen van de ingevoerde maatregelen: doen wij gezamenlijk voldoende tegen de belangrijkste problemen, om onze doelstelling(en) te bereiken?',
    gegevens.beoordeeld,
    beoordeelKnoppen,
  ),
  line('nodig', 'Zijn er aanvullende maatregelen nodig: ja/nee?', gegevens.meerNodig, () => [
    beoordeling,
  ]),
  line(
    'aanvullend',
    'Zo ja, welke extra maatregelen? Door wie in te zetten om onze doelstelling(en) te bereiken?',
    gegevens.extra,
    extraKnoppen,
  ),
  line(
    'deelnemers',
    'Zijn door de nieuwe maatregelen nieuwe deelnemers aan deze projectgroep nodig?',
    gegevens.groep,
    () => [nieuweDeelnemer],
  ),
  line(
    'wie-wat-wanneer',
    'Vaststellen wie wat doet, wanneer, welke (mogelijke extra) kosten en welke capaciteit wordt ingezet',
    gegevens.matrix,
    matrixKnoppen,
  ),
  line(
    'achterban',
    'Afspraken maken over betrekken van achterbannen en de eigen organisatie bij de doelstelling van deze lokale veiligheidsaanpak',
    gegevens.achterban,
    achterbanKnoppen,
  ),
  line(
    'monitoring',
    'Afspraken maken over het invoeren van de voortgangsgegevens (monitoring): wanneer en welke gegevens iedere deelnemer in gaat voeren',
    gegevens.voortgang,
    voortgangKnoppen,
  ),
  line('rondvraag', 'Rondvraag en afspreken nieuwe datum', gegevens.nieuweDatum, datumKnoppen),
];
