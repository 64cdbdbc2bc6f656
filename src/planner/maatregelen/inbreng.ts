import type { Beeld, Gebeurd, Inbreng, Taak } from '../../process/contract/contract.ts';
import { eenmaal } from '../../process/feiten/eenmaal.ts';
import { isGeopend, stap } from '../../process/feiten/geopende-stap.ts';
import { gaande } from '../../process/feiten/overleg.ts';
import { one, type Project } from '../../process/feiten/project.ts';
import { isGroep } from '../../process/kalender/moment.ts';
import { laatste, waarom, wachtIemand, wieHoren } from '../plan/inbreng.ts';
import { huidigeMaatregelen, type Maatregel } from '../plan/maatregel.ts';
import { maatregel, oordeel } from '../plan/plan.ts';
import { isConcept, regels, type Regel } from '../plan/uitvoeringsmatrix.ts';

/** What became of a measure. What the group adds in overleg 2 was brought by nobody. */
type Afloop = 'staat in de matrix' | 'gaat door' | 'anders' | 'stopt' | 'valt weg' | 'nog niet';

/** The row of each measure, as soon as the group sees them. */
const rijen = eenmaal(
  (project: Project): ReadonlyMap<string, Regel> =>
    new Map(
      isConcept(project) ? [] : regels(project).map((found) => [found.facts.maatregel, found]),
    ),
);

function afloopVan(project: Project, { id }: Maatregel): Afloop {
  const geoordeeld = one(project, oordeel, id)?.facts.oordeel;
  if (geoordeeld === 'aanpassen') return 'anders';
  if (rijen(project).has(id)) return 'staat in de matrix';
  if (geoordeeld === 'stoppen') return 'stopt';
  if (geoordeeld === 'doorgaan') return 'gaat door';
  return isGeopend(project, 'resultaat') ? 'valt weg' : 'nog niet';
}

const ZINNEN: Readonly<Record<Exclude<Afloop, 'nog niet'>, string>> = {
  'staat in de matrix': 'Dit gaat door. Het staat in de matrix.',
  'gaat door': 'Dit gaat door.',
  anders: 'Dit gaat door, maar anders.',
  stopt: 'Hiermee stoppen we.',
  'valt weg': 'Dit staat niet in de matrix.',
};

/** It goes on: whether it stands in the matrix already is no news. */
const DOOR: readonly Afloop[] = ['staat in de matrix', 'gaat door'];

export const inbreng = ({ project }: Beeld): Inbreng[] =>
  huidigeMaatregelen(project).flatMap((found) => {
    const afloop = afloopVan(project, found);
    if (afloop === 'nog niet') return [];
    const gezegd = one(project, oordeel, found.id);
    return [
      {
        id: `maatregel.${found.id}`,
        aan: wieHoren(project, [found.facts.van]),
        stand: DOOR.includes(afloop) ? 'door' : `${afloop}${redenVan(project, found) && '.reden'}`,
        op: laatste(
          gezegd?.changedAt,
          rijen(project).get(found.id)?.at,
          afloop === 'valt weg' ? one(project, stap, 'resultaat')?.facts.geopend : '',
        ),
        lees: (gelezen) => lees(gelezen, found.id, afloop),
      },
    ];
  });

const redenVan = (project: Project, { id }: Pick<Maatregel, 'id'>): string =>
  one(project, oordeel, id)?.texts.toelichting ?? '';

function lees(project: Project, id: string, afloop: keyof typeof ZINNEN): Gebeurd {
  const reden = DOOR.includes(afloop) ? '' : redenVan(project, { id });
  return {
    wat: one(project, maatregel, id)?.texts.omschrijving ?? '',
    // What has to change is no reason.
    gebeurd: [ZINNEN[afloop], ...(afloop === 'anders' && reden ? [reden] : waarom(reden))],
  };
}

/** The measures of others that were left out, with no word about why. */
const zonder = (project: Project, afloop: Afloop): Maatregel[] =>
  huidigeMaatregelen(project).filter(
    (found) =>
      afloopVan(project, found) === afloop &&
      redenVan(project, found) === '' &&
      wachtIemand(project, [found.facts.van]),
  );

/** Asked once the overleg is over. */
export function zonderReden({ project }: Beeld): Taak[] {
  if (!isGroep(project) || gaande(project)) return [];
  return [
    ...taak(zonder(project, 'stopt'), ['maatregel stopt', 'maatregelen stoppen']),
    ...taak(zonder(project, 'valt weg'), [
      'maatregel staat niet in de matrix',
      'maatregelen staan niet in de matrix',
    ]),
  ];
}

function taak([eerste, ...meer]: readonly Maatregel[], [een, veel]: [string, string]): Taak[] {
  if (!eerste) return [];
  const wie = meer.length === 0 ? `1 ${een}` : `${meer.length + 1} ${veel}`;
  return [
    {
      zin: `${wie}. Schrijf op waarom.`,
      wanneer: '',
      op: '',
      knoppen: [{ titel: 'Reden opschrijven', verb: 'maatregel.oordeel', args: { id: eerste.id } }],
    },
  ];
}
