import type { Beeld, Bericht, Check, Taak } from '../../process/contract/contract.ts';
import { leads, type Deelnemer, isVanOrganisatie } from '../../process/feiten/deelnemers.ts';
import { all, type Project } from '../../process/feiten/project.ts';
import { item, type Groep } from '../../process/vormen/screen.ts';
import { isHuidig } from '../../process/feiten/geopende-stap.ts';
import {
  capaciteitVan,
  eigenRegels,
  isConcept,
  regels,
  type Regel,
} from '../plan/uitvoeringsmatrix.ts';
import { doel } from '../plan/plan.ts';
import { besluitGroepen, openPartijen } from './besluiten-overzicht.ts';
import { capaciteitGroepen } from './capaciteit.ts';
import { totaalVan } from './geld.ts';
import { overnemenKnop, overTeNemen } from './kandidaten.ts';
import { BESLUITEN } from './knoppen.ts';
import { MATRIX } from '../plan/knoppen.ts';
import { kostenItem, kostenRegels } from './kosten.ts';
import { matrixItems } from './overzicht.ts';
import { aantalWacht, standen } from './partijen.ts';
import { aantal } from '../../process/taal/woorden.ts';

/** What is complete and what is missing before step 6 begins. */
export function gereed({ project }: Beeld): Check[] {
  const rows = regels(project);
  const zonderKosten = rows.filter((rij) => totaalVan(rij) === null).length;
  const wacht = standen(project).filter((stand) => stand.wacht.length > 0).length;
  const doelen = doelenZonderRegel(project, rows);
  const over = overTeNemen(project).length;
  return [
    {
      klaar: rows.length > 0,
      zin:
        rows.length > 0
          ? `Er ${rows.length === 1 ? 'staat' : 'staan'} ${maatregelen(rows.length)} in de matrix`
          : 'Nog geen maatregelen in de matrix',
    },
    ...(over > 0 ? [{ klaar: false, zin: `Nog niet in de matrix: ${maatregelen(over)}` }] : []),
    ...(rows.length === 0
      ? []
      : [
          ...datumChecks(rows),
          {
            klaar: zonderKosten === 0,
            zin:
              zonderKosten === 0
                ? 'Alle kosten zijn bekend'
                : `Van ${maatregelen(zonderKosten)} zijn de kosten nog niet bekend`,
          },
          {
            klaar: wacht === 0,
            zin:
              wacht === 0
                ? 'Over alles is besloten'
                : `Nog ${aantal(wacht, 'maatregel wacht', 'maatregelen wachten')} op een besluit`,
          },
        ]),
    ...(doelen > 0
      ? [
          {
            klaar: false,
            zin: `${aantal(doelen, 'doel heeft', 'doelen hebben')} nog geen maatregel`,
          },
        ]
      : []),
  ];
}

function datumChecks(rows: readonly Regel[]): Check[] {
  const zonder = (veld: 'start' | 'einde') => rows.filter(({ facts }) => facts[veld] === '').length;
  const missing = [
    { naam: 'begindatum', n: zonder('start') },
    { naam: 'einddatum', n: zonder('einde') },
  ].filter(({ n }) => n > 0);
  return missing.length === 0
    ? [{ klaar: true, zin: 'Alle datums zijn bekend' }]
    : missing.map(({ naam, n }) => ({
        klaar: false,
        zin: `${aantal(n, 'maatregel heeft', 'maatregelen hebben')} nog geen ${naam}`,
      }));
}

const maatregelen = (n: number) => (n === 1 ? '1 maatregel' : `${n} maatregelen`);

/** Goals that no row serves. */
function doelenZonderRegel(project: Project, rows: readonly Regel[]): number {
  const worked = new Set(rows.map(({ facts }) => facts.onderwerp));
  return all(project, doel).filter(({ facts }) => !facts.onderwerpen.some((id) => worked.has(id)))
    .length;
}

export function samenvatting({ project }: Beeld): Bericht {
  const rows = regels(project);
  return {
    titel: rows.length === 0 ? 'Stap 5 is voorbij.' : 'De matrix is klaar.',
    regels: [
      rows.length === 0
        ? 'Er staan nog geen maatregelen in de matrix.'
        : `We gaan ${maatregelen(rows.length)} uitvoeren.`,
      ...(rows.length === 0 ? [] : kostenRegels(rows)),
    ],
    knoppen: [MATRIX, BESLUITEN],
  };
}

/** Its part of the plan: matrix, costs with cover, capacity, decisions. Concept rows are left out (rule 1). */
export function planGroepen({ project }: Beeld): Groep[] {
  const rows = regels(project);
  if (isConcept(project) || rows.length === 0) return [];
  return [
    { kop: '5 Wat gaan wij doen?', items: matrixItems(project) },
    {
      kop: '5 Kosten en geld',
      items: [item('Alle maatregelen', kostenRegels(rows)), ...rows.map((rij) => kostenItem(rij))],
    },
    ...metKop('5 Capaciteit', capaciteitGroepen(project)),
    ...metKop('5 Besluiten', besluitGroepen(project)),
  ];
}

const metKop = (kop: string, groepen: readonly Groep[]): Groep[] =>
  groepen.map((groep) => ({ ...groep, kop: `${kop} ${groep.kop}` }));

/**
 * The projectleider fills in rows and records decisions; others give the capacity of their organisatie for their own
 * rows.
 */
export function taken({ project }: Beeld, lid: Deelnemer): Taak[] {
  if (isConcept(project)) return [];
  return [
    ...(isHuidig(project, 'uitvoering') ? capaciteitTaak(project, lid) : []),
    ...(leads(lid) ? leidingTaken(project) : []),
  ];
}

function capaciteitTaak(project: Project, lid: Deelnemer): Taak[] {
  const open = eigenRegels(project, lid).filter(
    (rij) =>
      !capaciteitVan(project, rij).some(({ facts }) =>
        isVanOrganisatie(project, facts.van, lid.id),
      ),
  );
  const [first] = open;
  if (!first) return [];
  return [
    {
      zin: `Geef de capaciteit van je organisatie op (${maatregelen(open.length)})`,
      wanneer: '',
      op: '',
      knoppen: [
        { titel: 'Capaciteit opgeven', verb: 'capaciteit.opgeven', args: { regel: first.id } },
        { titel: 'Mijn maatregelen', verb: 'matrix' },
      ],
    },
  ];
}

function leidingTaken(project: Project): Taak[] {
  const over = overTeNemen(project).length;
  const wacht = aantalWacht(project);
  const nog = openPartijen(project, standen(project)).length;
  return [
    ...(over > 0
      ? [
          {
            zin: `Zet ${maatregelen(over)} in de matrix`,
            wanneer: '',
            op: '',
            knoppen: [overnemenKnop(over)],
          },
        ]
      : []),
    ...(wacht > 0
      ? [
          {
            zin: `Leg besluiten vast: ${maatregelen(wacht)} en ${nog === 1 ? '1 partij' : `${nog} partijen`}`,
            wanneer: '',
            op: '',
            knoppen: [BESLUITEN],
          },
        ]
      : []),
  ];
}
