import { bijGroep } from '../../process/kalender/moment.ts';
import type { AnyAction, Beeld, Bericht } from '../../process/contract/contract.ts';
import { formOf, vorm } from '../../process/contract/action.ts';
import { type Refused, accept, notNow, refuse } from '../../process/contract/decision.ts';
import { numberInput } from '../../process/vormen/form.ts';
import { KNOP } from '../../process/vormen/knoppen.ts';
import { profiel, PROJECT, profielVan } from '../../process/feiten/gegevens.ts';
import { openAfspraken } from '../../process/feiten/overleg.ts';
import { all, one, say, type Project } from '../../process/feiten/project.ts';
import { gelukt, type Button } from '../../process/vormen/screen.ts';
import { stap } from '../../process/feiten/geopende-stap.ts';
import { aantal } from '../../process/taal/woorden.ts';
import { regels } from '../plan/uitvoeringsmatrix.ts';
import { aanbeveling, vervolg } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { volgendDoel } from './evaluatie.ts';
import { EVALUATIE } from './knoppen.ts';
import { VERVOLG } from './punten.ts';
import {
  doelTekst,
  doelTelling,
  samenwerkingCijfer,
  aantalUitgevoerd,
  uitvoerTelling,
  uitgevoerdZin,
} from './stand.ts';

/** The ways on after the project closed. */
export const naAfloop: readonly Button[] = [
  EVALUATIE,
  { titel: 'Bekijk het plan', verb: 'plan' },
  { titel: 'Download het plan', verb: 'downloads' },
  KNOP.nieuweRonde,
];

/** A project closes only when every goal has been judged (J2). */
function magNiet(project: Project): Refused | undefined {
  const { open } = doelTelling(project);
  if (open === 0) return undefined;
  return notNow(
    `${aantal(open, 'doel is', 'doelen zijn')} nog niet besproken. Vul eerst de evaluatie per doel in.`,
    [...volgendDoel(project), EVALUATIE],
  );
}

/** What is missing but does not stop the closing. */
function nogOpen(project: Project): string[] {
  const { open } = uitvoerTelling(project);
  const afspraken = openAfspraken(project).length;
  return [
    ...(open > 0
      ? [
          `Let op: van ${aantal(open, 'maatregel', 'maatregelen')} weten we nog niet of ${open === 1 ? 'die is' : 'ze zijn'} uitgevoerd.`,
        ]
      : []),
    ...(all(project, aanbeveling).length === 0 ? ['Let op: er zijn nog geen aanbevelingen.'] : []),
    ...(one(project, vervolg, VERVOLG)
      ? []
      : ['Let op: jullie hebben nog niet besloten hoe het verder gaat.']),
    ...(afspraken > 0
      ? [
          `Let op: ${afspraken === 1 ? '1 afspraak staat' : `${afspraken} afspraken staan`} nog open.`,
        ]
      : []),
  ];
}

const afronden = vorm({
  verb: 'project.afronden',
  right: 'projectleider',
  when: { vanaf: 'resultaat' },
  form: ({ project }) =>
    magNiet(project) ??
    formOf(
      'Project afronden?',
      {},
      {
        uitleg: [
          ...samenvattingRegels(project),
          ...nogOpen(project),
          'Daarna kan niemand meer iets invullen.',
          ...bijGroep(project, 'De hele groep krijgt bericht.'),
        ],
        opslaan: 'Project afronden',
        knoppen: [...volgendDoel(project), { titel: 'Nog niet', verb: 'evaluatie' }],
      },
    ),
  decide: ({ project, now }) => {
    const nu = one(project, stap, 'resultaat');
    if (!nu) return refuse('stap-nog-niet');
    return accept(
      PROJECT,
      [say(profiel, profielVan(project), { afgerond: now }), say(stap, nu, { gesloten: now })],
      { soort: 'project-afgerond', facts: {} },
    );
  },
  receipt: ({ project }) =>
    gelukt(
      `${profielVan(project).texts.naam} is afgerond.`,
      ['Je kunt alles nog lezen, maar niets meer invullen.'],
      naAfloop,
    ),
});

/** A line each about goals, measures and cooperation (docs/bronnen.md#texts). */
export function samenvattingRegels(project: Project): string[] {
  const rijen = regels(project).length;
  const cijfer = samenwerkingCijfer(project);
  return [
    `Doelen: ${doelTekst(doelTelling(project))}.`,
    ...(rijen > 0 ? [`${uitgevoerdZin({ n: aantalUitgevoerd(project), van: rijen })}.`] : []),
    ...(cijfer ? [`Samenwerking: ${numberInput(cijfer.gemiddelde)} van de 5.`] : []),
  ];
}

/** The group's recommendations, each cut to a line. */
export const aanbevelingRegels = (project: Project): string[] =>
  all(project, aanbeveling).map(({ texts }) => kortweg(texts.tekst, 200));

const OP_DE_KAART = 5;

/** The closing text for the whole group (docs/bronnen.md#texts). */
export function afgerondBericht({ project }: Beeld): Bericht {
  const advies = aanbevelingRegels(project).slice(0, OP_DE_KAART);
  return {
    titel: `${profielVan(project).texts.naam} is afgerond.`,
    regels: [
      ...samenvattingRegels(project),
      ...(advies.length > 0 ? ['Aanbevolen voor het komende halfjaar:', ...advies] : []),
      'Bedankt voor jullie inzet. Je kunt alles nog lezen, maar niets meer invullen.',
    ],
    knoppen: naAfloop,
  };
}

export const afrondActies: readonly AnyAction[] = [afronden];
