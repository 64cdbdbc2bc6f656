import type { Beeld, Inbreng } from '../../../process/contract/contract.ts';
import { eenmaal } from '../../../process/feiten/eenmaal.ts';
import { isGeopend } from '../../../process/feiten/geopende-stap.ts';
import { all, one, type Project } from '../../../process/feiten/project.ts';
import { isVoorIedereen } from '../../../process/feiten/vertrouwelijk.ts';
import { aaneen } from '../../../process/taal/aaneen.ts';
import { kortweg } from '../../../process/taal/tekst.ts';
import { uniek } from '../../../process/taal/uniek.ts';
import { laatste, waarom, wieHoren } from '../../plan/inbreng.ts';
import { lijstVan, type Lijst } from '../../plan/lijst.ts';
import { belangrijkste } from '../../plan/maatregel.ts';
import {
  akkoord,
  nietEerst,
  onderwerpen,
  ookBijOns,
  probleem,
  type Onderwerp,
} from '../../plan/plan.ts';
import { weerwoordBij, weerwoordOp, type Akkoord } from './draagvlak.ts';
import type { Probleem } from '../invoer/problemen.ts';
import { openStemming, vasteLijst } from '../regels/overleg1.ts';
import { isSamen, stemmen } from '../stemming/stemmen-nu.ts';

// What became of what people brought in step 2 and overleg 1: problems, their vote, and that they did not agree.

/** The list that decides: fixed, or the order with which the group went on. */
const beslissend = (project: Project): Lijst | undefined =>
  vasteLijst(project) ?? (isGeopend(project, 'maatregelen') ? lijstVan(project) : undefined);

export function inbreng({ project }: Beeld): Inbreng[] {
  const lijst = beslissend(project);
  if (!lijst) return [];
  const ook = new Map<string, string[]>();
  for (const { facts } of all(project, ookBijOns))
    ook.set(facts.probleem, [...(ook.get(facts.probleem) ?? []), facts.van]);
  return [
    ...all(project, probleem).flatMap((found) =>
      overProbleem(project, lijst, found, ook.get(found.id) ?? []),
    ),
    ...overStemmen(project, lijst),
    ...overWeigeringen(project),
  ];
}

/** The onderwerp that each problem is or is a part of, and each cluster itself. */
const onderwerpVan = eenmaal(
  (project: Project): ReadonlyMap<string, Onderwerp> =>
    new Map(
      onderwerpen(project).flatMap((found) =>
        [found, ...found.problemen].map(({ id }) => [id, found] as const),
      ),
    ),
);

/** The place of each onderwerp that is tackled first. */
const plaatsen = eenmaal(
  (project: Project): ReadonlyMap<string, number> =>
    new Map(belangrijkste(project).map(({ id, nr }) => [id, nr])),
);

/** Nothing is said of a problem that came after the list. */
function overProbleem(
  project: Project,
  lijst: Lijst,
  { id, facts }: Probleem,
  ook: readonly string[],
): Inbreng[] {
  const deel = onderwerpVan(project).get(id);
  if (!deel || !lijst.facts.onderwerpen.includes(deel.id)) return [];
  const nr = plaatsen(project).get(deel.id);
  const gezegd = one(project, nietEerst, deel.id);
  const later = gezegd ? `${gezegd.facts.keuze}.reden` : 'later';
  return [
    {
      id: `probleem.${id}`,
      aan: wieHoren(project, [facts.van, ...ook]),
      stand: `${deel.isCluster ? deel.id : ''}.${nr ?? later}`,
      op: laatste(lijst.changedAt, nr === undefined ? gezegd?.changedAt : ''),
      lees: (gelezen) => ({
        wat: one(gelezen, probleem, id)?.texts.omschrijving ?? '',
        gebeurd: probleemZinnen(gelezen, deel, nr),
      }),
    },
  ];
}

const probleemZinnen = (
  project: Project,
  { id, naam, isCluster }: Onderwerp,
  nr: number | undefined,
): string[] => [
  ...(isCluster ? [aaneen`Dit hoort nu bij “${kortweg(naam, 60)}”.`] : []),
  ...(nr === undefined ? buiten(project, id) : [opDeLijst(project, nr, isCluster)]),
];

function opDeLijst(project: Project, nr: number, isCluster: boolean): string {
  const dit = isCluster ? 'Dat' : 'Dit';
  return vasteLijst(project)
    ? `${dit} pakken we eerst aan, als nummer ${nr}.`
    : `${dit} gaat mee naar stap 3, als nummer ${nr}.`;
}

/** What is not tackled first comes later, unless whoever leads said that it is not taken up. */
function buiten(project: Project, onderwerp: string): string[] {
  const found = one(project, nietEerst, onderwerp);
  return [
    found?.facts.keuze === 'niet' ? 'Dit pakken we niet op.' : 'Dit komt later aan de beurt.',
    ...waarom(found?.texts.reden ?? ''),
  ];
}

/**
 * Of a vote: how many of what somebody chose are tackled first, for them alone, whatever others read of the vote. Hands
 * that were counted together are nobody's own.
 */
function overStemmen(project: Project, lijst: Lijst): Inbreng[] {
  if (openStemming(project) || !vasteLijst(project) || isVoorIedereen(project)) return [];
  return stemmen(project)
    .filter((stem) => !isSamen(stem))
    .flatMap(({ facts: { van, punten } }) => {
      const gekozen = uniek(
        Object.keys(punten).flatMap((id) => onderwerpVan(project).get(id) ?? []),
        ({ id }) => id,
      );
      const nrs = gekozen.flatMap(({ id }) => plaatsen(project).get(id) ?? []);
      nrs.sort((a, b) => a - b);
      return gekozen.length === 0
        ? []
        : [
            {
              id: `stem.${van}`,
              aan: [van],
              stand: `${gekozen.length}.${nrs.join('-')}`,
              op: lijst.changedAt,
              lees: () => ({ wat: 'Jouw stem', gebeurd: [stemZin(gekozen.length, nrs)] }),
            },
          ];
    });
}

function stemZin(n: number, nrs: readonly number[]): string {
  if (n === 1)
    return nrs.length === 1
      ? `Het probleem dat jij koos, pakken we eerst aan: nummer ${nrs[0]}.`
      : 'Het probleem dat jij koos, komt niet als eerste aan de beurt.';
  if (nrs.length === 0) return `Van de ${n} problemen die jij koos, pakken we er geen eerst aan.`;
  const welke = nrs.length === 1 ? `nummer ${nrs[0]}` : `de nummers ${opgesomd(nrs)}`;
  return `Van de ${n} problemen die jij koos, pakken we er ${nrs.length} eerst aan: ${welke}.`;
}

/** `1, 2 en 3` */
const opgesomd = (nrs: readonly number[]) => `${nrs.slice(0, -1).join(', ')} en ${nrs.at(-1)}`;

/** Who did not agree is known to themselves and to whoever leads, never where the group reads along (rule 16). */
function overWeigeringen(project: Project): Inbreng[] {
  const nu = vasteLijst(project);
  if (!nu || isVoorIedereen(project)) return [];
  return all(project, akkoord)
    .filter(({ facts: { antwoord } }) => antwoord === 'niet akkoord')
    .flatMap((gegeven) => overWeigering(project, nu, gegeven));
}

function overWeigering(project: Project, nu: Lijst, gegeven: Akkoord): Inbreng[] {
  const { van, lijst } = gegeven.facts;
  const isNu = lijst === nu.rev;
  if (isNu && weerwoordOp(project, gegeven) === '') return [];
  return [
    {
      id: `akkoord.${van}`,
      aan: [van],
      stand: isNu ? `gezegd.${nu.rev}.${gegeven.rev}` : `nieuw.${nu.rev}`,
      op: laatste(nu.changedAt, isNu ? weerwoordBij(project, gegeven)?.changedAt : ''),
      lees: (gelezen) => ({
        wat: 'Je was niet akkoord met de lijst',
        gebeurd: [
          isNu
            ? `De projectleider schrijft: ${weerwoordOp(gelezen, gegeven)}`
            : 'De lijst is daarna aangepast.',
        ],
      }),
    },
  ];
}
