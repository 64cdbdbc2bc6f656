import { stapZoalsGelezen } from '../../process/contract/gelezen.ts';
import type { Beeld, Step } from '../../process/contract/contract.ts';
import { eigenOrganisatie, leden, wieLeidt, wieDoenMee } from '../../process/feiten/deelnemers.ts';
import { document, opdrachtgevers, profielVan } from '../../process/feiten/gegevens.ts';
import { liveKaart } from '../../process/contract/live.ts';
import type { LiveKaart } from '../../process/vormen/live-kaart.ts';
import { all, type Project } from '../../process/feiten/project.ts';
import { KNOP } from '../../process/vormen/knoppen.ts';
import { item, type Groep } from '../../process/vormen/screen.ts';
import { dateText } from '../../process/taal/time.ts';
import { criteriaMee } from '../plan/meenemen.ts';
import { criterium } from '../plan/plan.ts';
import { criteriaActies, criteriaWeergaven } from './criteria.ts';
import { hoofdstukken } from './hoofdstuk.ts';
import { LEIDING } from '../plan/knoppen.ts';
import { opsomming } from '../../process/taal/opsomming.ts';
import { aaneen } from '../../process/taal/aaneen.ts';

/** Step 1: what the project is, who takes part, and which documents and own criteria there are. */
export const profiel: Step = stapZoalsGelezen({
  id: 'profiel',
  nummer: 1,
  naam: 'Projectprofiel',
  inHetKort: 'We beginnen het project en nodigen mensen uit.',
  doel: 'Het doel van stap 1 is het omschrijven van het project.',
  werk: [
    { wat: 'het opstarten, uitnodigen van de deelnemers', wijze: 'door wie leidt' },
    { wat: 'en organiseren van de projectgroep', wijze: 'door wie leidt' },
  ],
  heeftInvoer: false,
  streefvraag: 'Wanneer moet dit klaar zijn?',
  acties: criteriaActies,
  weergaven: criteriaWeergaven,
  kaart,
  jij: ({ project }, lid) => ({
    zin: aaneen`Jij doet mee${eigenOrganisatie(project, lid.id) === '' ? '' : ` namens ${lid.organisatie}`}.`,
    moetNog: false,
    knoppen: undefined,
  }),
  heeftGereageerd: () => true,
  gereed: ({ project }) => [
    { klaar: true, zin: 'Het project is gestart' },
    { klaar: leden(project).length > 1, zin: wieDoenMee(project) },
  ],
  voorwaarde: () => undefined,
  teruggenomen: () => [],
  inbreng: () => [],
  zonderReden: () => [],
  samenvatting: ({ project }) => ({
    titel: 'De projectgroep is compleet.',
    regels: [`${profielVan(project).texts.naam} heeft ${wieDoenMee(project)}.`],
    knoppen: [KNOP.deelnemers],
  }),
  berichten: {},
  momenten: () => [],
  moetReageren: () => true,
  kortom: () => '',
  fotoplekken: [],
  verzoeken: () => [],
  meenemen: criteriaMee,
  hoofdstukken,
  poster: () => [],
  plan: ({ project }) => [
    {
      kop: '1 Projectprofiel',
      items: [
        ...profielItems(project),
        ...all(project, criterium).map(({ texts }) => item(`Eigen criterium: ${texts.naam}`)),
      ],
    },
  ],
  taken: () => [],
});

function kaart(beeld: Beeld): LiveKaart {
  const { project } = beeld;
  const { facts, texts } = profielVan(project);
  const documenten = all(project, document).length;
  return liveKaart(beeld, profiel, {
    vraag: 'Dit gaan we doen, en met deze mensen.',
    regels: texts.toelichting === '' ? [] : [texts.toelichting],
    feiten: [
      { naam: 'Opdrachtgever', waarde: opsomming(opdrachtgevers(project)) },
      { naam: 'Projectleider', waarde: wieLeidt(project) },
      { naam: 'Loopt', waarde: `${dateText(facts.start)} tot ${dateText(facts.einde)}` },
      { naam: 'Deelnemers', waarde: wieDoenMee(project) },
      ...(documenten === 0 ? [] : [{ naam: 'Documenten', waarde: String(documenten) }]),
    ],
    straks: 'Je hoeft nu niets te doen. Je krijgt bericht als stap 2 begint.',
    knoppen: [
      KNOP.mijnGegevens,
      { titel: `Deelnemers (${leden(project).length})`, verb: 'deelnemers' },
      KNOP.documentToevoegen,
      KNOP.meedoen,
      LEIDING,
    ],
  });
}

function profielItems(project: Project): Groep['items'] {
  const { facts, texts } = profielVan(project);
  return [
    item(
      texts.naam,
      [
        `Opdrachtgever: ${opsomming(opdrachtgevers(project))}`,
        `Projectleider: ${wieLeidt(project)}`,
        `Loopt van ${dateText(facts.start)} tot ${dateText(facts.einde)}`,
        texts.toelichting,
      ].filter((line) => line !== ''),
    ),
  ];
}
