import type { AgendaRegel, Lezing } from '../../process/contract/contract.ts';
import { afspraak, overlegNr } from '../../process/feiten/overleg.ts';
import { all, one, type Project } from '../../process/feiten/project.ts';
import type { Button } from '../../process/vormen/screen.ts';
import { uitHoofdstuk, type Werkvlak } from '../../process/vormen/werkvlak.ts';
import { belangrijkste, type Genummerd } from '../plan/maatregel.ts';
import { doel, genoeg, maatregel, monitoring, regel } from '../plan/plan.ts';
import { nieuweDeelnemer } from './aanvullend.ts';
import * as gegevens from './gegevens.ts';
import { BEOORDELING, VOORTGANG_AFSPREKEN } from './knoppen.ts';
import { beoordeelKnop, isBeoordeeld } from './oordeel.ts';
import { samenGenoeg } from './werk.ts';

/** At most this many problems get a button of their own; the others stand in the beoordeling. */
const MAX_EIGEN_KNOP = 3;

const line = (
  id: string,
  tekst: string,
  uit: gegevens.Gegevens,
  knoppen: (project: Project) => readonly Button[],
  isGedaan: (project: Project) => boolean,
  werk: (lezing: Lezing) => readonly Werkvlak[] = () => [],
): AgendaRegel => ({
  id,
  tekst,
  isOnderdeel: false,
  gegevens: ({ project }) => uit(project),
  knoppen: ({ project }) => knoppen(project),
  isGedaan: ({ project }) => isGedaan(project),
  werk,
});

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
  { titel: 'Afspraak met achterban', verb: 'overleg.afspraak', args: { soort: 'achterban' } },
];
const voortgangKnoppen = (): Button[] => [
  VOORTGANG_AFSPREKEN,
  { titel: 'Bekijk alle afspraken', verb: 'monitoring' },
];
const datumKnoppen = (): Button[] => [
  { titel: 'Overleg 3 plannen', verb: 'overleg.plannen', args: { nummer: '3' } },
];

/** The agenda of overleg 2, for steps 4 and 5 together, in the words of the source (G2 to G11). */
export const agenda: readonly AgendaRegel[] = [
  line(
    'opening',
    'Opening en mededelingen',
    gegevens.opening,
    () => [],
    () => true,
  ),
  line(
    'doelstelling',
    'Doelstelling: wat willen we wanneer bereiken? Hoe ziet de gewenste situatie er uit? Specifiek, Meetbaar, Realistisch en Acceptabel en Tijdgebonden: SMART',
    gegevens.doelen,
    doelKnoppen,
    (project) => all(project, doel).length > 0,
    () => [uitHoofdstuk('doelstellingen', 'doelen')],
  ),
  line(
    'beoordelen',
    'Beoordelen van de ingevoerde maatregelen: doen wij gezamenlijk voldoende tegen de belangrijkste problemen, om onze doelstelling(en) te bereiken?',
    gegevens.beoordeeld,
    beoordeelKnoppen,
    (project) => elk(project, ({ id }) => isBeoordeeld(project, id)),
    samenGenoeg,
  ),
  line(
    'nodig',
    'Zijn er aanvullende maatregelen nodig: ja/nee?',
    gegevens.meerNodig,
    () => [BEOORDELING],
    (project) => elk(project, ({ id }) => one(project, genoeg, id) !== undefined),
    () => [uitHoofdstuk('beoordeling', 'genoeg')],
  ),
  line(
    'aanvullend',
    'Zo ja, welke extra maatregelen? Door wie in te zetten om onze doelstelling(en) te bereiken?',
    gegevens.extra,
    extraKnoppen,
    (project) =>
      all(project, maatregel).some(({ facts }) => facts.aanvullend) ||
      elk(project, ({ id }) => !['', 'meer nodig'].includes(genoegVan(project, id))),
    () => [uitHoofdstuk('beoordeling', 'extra')],
  ),
  line(
    'deelnemers',
    'Zijn door de nieuwe maatregelen nieuwe deelnemers aan deze projectgroep nodig?',
    gegevens.groep,
    () => [nieuweDeelnemer],
    () => false,
  ),
  line(
    'wie-wat-wanneer',
    'Vaststellen wie wat doet, wanneer, welke (mogelijke extra) kosten en welke capaciteit wordt ingezet',
    gegevens.matrix,
    matrixKnoppen,
    (project) => all(project, regel).length > 0,
    () => [uitHoofdstuk('uitvoering', 'uitvoeringsmatrix')],
  ),
  line(
    'achterban',
    'Afspraken maken over betrekken van achterbannen en de eigen organisatie bij de doelstelling van deze lokale veiligheidsaanpak',
    gegevens.achterban,
    achterbanKnoppen,
    (project) => all(project, afspraak).some(({ facts }) => facts.soort === 'achterban'),
  ),
  line(
    'monitoring',
    'Afspraken maken over het invoeren van de voortgangsgegevens (monitoring): wanneer en welke gegevens iedere deelnemer in gaat voeren',
    gegevens.voortgang,
    voortgangKnoppen,
    (project) => all(project, monitoring).length > 0,
    () => [uitHoofdstuk('doelstellingen', 'monitoring')],
  ),
  line(
    'rondvraag',
    'Rondvraag en afspreken nieuwe datum',
    gegevens.nieuweDatum,
    datumKnoppen,
    (project) => (overlegNr(project, 3)?.facts.datum ?? '') !== '',
  ),
];
