import type { Lezing } from '../../process/contract/contract.ts';
import { organisatieVan } from '../../process/feiten/deelnemers.ts';
import { wieLeest } from '../../process/contract/lezing.ts';
import type { Project } from '../../process/feiten/project.ts';
import type { Werkvlak } from '../../process/vormen/werkvlak.ts';
import { belangrijkste, genummerd, maatregelenBij, type Maatregel } from '../plan/maatregel.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { genoegRegels, magOordelen, oordeelRegel } from './beoordeling.ts';
import { beoordeelKnop } from './oordeel.ts';
import { aaneen } from '../../process/taal/aaneen.ts';

/**
 * For each problem: the measures that were delivered, whether they go on, and whether together they are enough (F3, F4,
 * G4).
 */
export function samenGenoeg(lezing: Lezing): Werkvlak[] {
  const { project } = lezing;
  const mag = magOordelen(wieLeest(lezing));
  return [
    {
      soort: 'per-onderwerp',
      onderwerpen: belangrijkste(project).map((found) => ({
        id: found.id,
        naam: genummerd(found, 300),
        regels: [
          ...genoegRegels(project, found.id),
          ...maatregelenBij(project, found.id).map((measure) => maatregelZin(project, measure)),
        ],
        knoppen: mag ? [beoordeelKnop(found)] : [],
      })),
      leeg: 'Er is nog geen prioriteitenlijst.',
    },
  ];
}

/** `Politie: surveillance op vrijdag. Oordeel: doorgaan.` */
function maatregelZin(project: Project, found: Maatregel): string {
  const wat = kortweg(found.texts.omschrijving, 200);
  return [
    aaneen`${organisatieVan(project, found.facts.van)}: ${wat}.`,
    ...oordeelRegel(project, found),
  ].join(' ');
}
