import type { Beeld, Bericht, Check, Taak } from '../../process/contract/contract.ts';
import { leads, type Deelnemer } from '../../process/feiten/deelnemers.ts';
import { reacties, reactiesVoorGroep, reactieZin } from '../../process/stappen/reacties.ts';
import { isAfgerond, profielVan } from '../../process/feiten/gegevens.ts';
import { isBegonnen, overlegNr } from '../../process/feiten/overleg.ts';
import { all, one, type Project } from '../../process/feiten/project.ts';
import type { Groep } from '../../process/vormen/screen.ts';
import { isGeopend, stap } from '../../process/feiten/geopende-stap.ts';
import { dateOf, dateText, deadlineText, plusDays } from '../../process/taal/time.ts';
import { aantal, hoeveelVan } from '../../process/taal/woorden.ts';
import { regels } from '../plan/uitvoeringsmatrix.ts';
import { aanbeveling, samenwerking, vervolg } from '../plan/plan.ts';
import { volgendDoel } from './evaluatie.ts';
import { evaluatieGroepen } from './evaluatie-overzicht.ts';
import { AFRONDEN, SAMENWERKING, VOORTGANG, VOORTGANG_DOORGEVEN } from './knoppen.ts';
import { doelItems, metingItems, voortgangItems } from './voortgang-overzicht.ts';
import { VERVOLG } from './punten.ts';
import {
  doelTelling,
  heeftGereageerd,
  isMomentOpen,
  moetReageren,
  nogTeMelden,
  nogTeMeten,
  samenwerkingVan,
  standZin,
  uitvoerTelling,
} from './stand.ts';
import { cijferZin } from './samenwerking.ts';

/** Overleg 3 has to be planned this long before the end of the project (rule 15). */
const WEKEN_VOORAF = 6;

/** True when it is time to plan overleg 3: the end of the project is near, and no date is agreed. */
function isTijdVoorOverleg3({ project, now }: Pick<Beeld, 'project' | 'now'>): boolean {
  const gepland = (overlegNr(project, 3)?.facts.datum ?? '') !== '' || isBegonnen(project, 3);
  const { einde } = profielVan(project).facts;
  return !gepland && dateOf(now) >= plusDays(einde, { weeks: -WEKEN_VOORAF });
}

/** How many of them the group went through. Of nothing one cannot say that it is done. */
const besproken = (alle: number, open: number, [een, meer]: readonly [string, string]): Check =>
  alle === 0
    ? { klaar: false, zin: `Er zijn geen ${meer} om te bespreken` }
    : {
        klaar: open === 0,
        zin: `${hoeveelVan({ n: alle - open, van: alle }, [een, meer], ['is', 'zijn'])} besproken`,
      };

/** What is complete and what is missing before the project closes. */
export function gereed({ project }: Beeld): Check[] {
  const goals = doelTelling(project);
  const rows = uitvoerTelling(project);
  const doelen = goals.ja + goals.deels + goals.nee + goals.open;
  const cijfers = samenwerkingVan(project);
  const aanbevelingen = all(project, aanbeveling).length;
  return [
    besproken(doelen, goals.open, ['doel', 'doelen']),
    besproken(regels(project).length, rows.open, ['maatregel', 'maatregelen']),
    {
      klaar: cijfers.gaven > 0 && cijfers.open === 0,
      zin: `${cijferZin(cijfers)} voor de samenwerking`,
    },
    {
      klaar: aanbevelingen > 0,
      zin:
        aanbevelingen === 0
          ? 'Nog geen aanbevelingen'
          : aantal(aanbevelingen, 'aanbeveling', 'aanbevelingen'),
    },
    one(project, vervolg, VERVOLG)
      ? { klaar: true, zin: 'Besloten hoe het verder gaat' }
      : { klaar: false, zin: 'Nog niet besloten hoe het verder gaat' },
  ];
}

/**
 * `3 van de 5 hebben gereageerd.`: of the people with something to report in this moment, those who did; empty when no one
 * has anything to report.
 */
export function gereageerd(project: Project): string {
  const zin = reactieZin(melders(project));
  return zin === '' ? '' : `${zin}.`;
}

/** The same, with what the group may read about who is silent. */
const gereageerdInGroep = (project: Project): string =>
  reactiesVoorGroep(project, melders(project));

export const melders = (project: Project) =>
  reacties(project, { heeftInvoer: true, moetReageren, heeftGereageerd });

/** Posted when the current moment closes. */
export function samenvatting({ project }: Beeld): Bericht {
  const wie = gereageerdInGroep(project);
  return {
    titel:
      regels(project).length === 0
        ? 'Er is nog geen voortgang.'
        : 'Zo staat het ervoor met de maatregelen.',
    regels: [...(wie === '' ? [] : [wie]), standZin(project)],
    knoppen: [VOORTGANG],
  };
}

/** Its part of the plan: progress, values and the evaluation. */
export function planGroepen({ project }: Beeld): Groep[] {
  if (!isGeopend(project, 'resultaat')) return [];
  return [
    { kop: '6 Voortgang', items: voortgangItems(project) },
    { kop: '6 Doelen', items: doelItems(project) },
    { kop: '6 Metingen', items: metingItems(project) },
    ...evaluatieGroepen(project).map((groep) => ({ ...groep, kop: `6 ${groep.kop}` })),
  ].filter(({ items }) => items.length > 0);
}

/** Until when this moment takes reports; empty without a date. */
function totWanneer({ project, now }: Beeld): Pick<Taak, 'wanneer' | 'op'> {
  const facts = one(project, stap, 'resultaat')?.facts;
  return {
    wanneer: facts && facts.datum !== '' ? `tot ${deadlineText(facts, now)}` : '',
    op: facts?.tot ?? '',
  };
}

/**
 * A person's own rows, agreed values and the grade for the cooperation; for the projectleider the evaluation and the
 * closing.
 */
export function taken(beeld: Beeld, lid: Deelnemer): Taak[] {
  const { project, now } = beeld;
  if (!isGeopend(project, 'resultaat') || isAfgerond(project)) return [];
  const melden = isMomentOpen(project, now) || leads(lid);
  return [
    ...(melden ? [...meldTaak(beeld, lid), ...meetTaken(beeld, lid)] : []),
    ...(isBegonnen(project, 3) && !one(project, samenwerking, lid.id)
      ? [
          {
            zin: 'Beoordeel onze samenwerking',
            wanneer: '',
            op: '',
            knoppen: [SAMENWERKING],
          },
        ]
      : []),
    ...(leads(lid) ? leidingTaken(beeld) : []),
  ];
}

function meldTaak(beeld: Beeld, lid: Deelnemer): Taak[] {
  const open = nogTeMelden(beeld.project, lid).length;
  if (open === 0) return [];
  return [
    {
      zin: `Geef de voortgang door van ${open === 1 ? '1 maatregel' : `${open} maatregelen`}`,
      ...totWanneer(beeld),
      knoppen: [VOORTGANG_DOORGEVEN],
    },
  ];
}

function meetTaken(beeld: Beeld, lid: Deelnemer): Taak[] {
  const open = nogTeMeten(beeld.project, lid);
  const [first] = open;
  if (!first) return [];
  return [
    {
      zin: `Geef de meting door bij ${open.length === 1 ? '1 doel' : `${open.length} doelen`}`,
      ...totWanneer(beeld),
      knoppen: [{ titel: 'Meting doorgeven', verb: 'meting.invoeren', args: { doel: first.id } }],
    },
  ];
}

function leidingTaken(beeld: Beeld): Taak[] {
  const { project } = beeld;
  const plannen: Taak[] = isTijdVoorOverleg3(beeld)
    ? [
        {
          zin: `Plan overleg 3: het project loopt tot ${dateText(profielVan(project).facts.einde)}`,
          wanneer: '',
          op: '',
          knoppen: [{ titel: 'Overleg', verb: 'overleg' }],
        },
      ]
    : [];
  if (!isBegonnen(project, 3)) return plannen;
  const next = volgendDoel(project);
  return [
    ...plannen,
    next.length > 0
      ? {
          zin: `Bespreek nog ${aantal(doelTelling(project).open, 'doel', 'doelen')}`,
          wanneer: '',
          op: '',
          knoppen: next,
        }
      : {
          zin: 'Rond het project af',
          wanneer: '',
          op: '',
          knoppen: [AFRONDEN],
        },
  ];
}
