import type { Inbreng, Lezing } from '../../../process/contract/contract.ts';
import { eenmaal } from '../../../process/feiten/eenmaal.ts';
import { isGeopend } from '../../../process/feiten/geopende-stap.ts';
import { all, one, type Project } from '../../../process/feiten/project.ts';
import { isVoorIedereen } from '../../../process/feiten/vertrouwelijk.ts';
import { aaneen } from '../../../process/taal/aaneen.ts';
import { kortweg } from '../../../process/taal/tekst.ts';
import { bracht, laatste, waarom } from '../../plan/inbreng.ts';
import { belangrijkste } from '../../plan/maatregel.ts';
import {
  akkoord,
  nietEerst,
  onderwerpen,
  ookBijOns,
  probleem,
  weerwoord,
  type Onderwerp,
} from '../../plan/plan.ts';
import { weerwoordOp } from './draagvlak.ts';
import type { Probleem } from '../invoer/problemen.ts';
import { lijstVan, openStemming, vasteLijst, type Lijst } from '../regels/overleg1.ts';
import { stemVan } from '../stemming/stemmen-nu.ts';

// What became of what people brought in step 2 and overleg 1: problems, their vote, and that they did not agree.

/** The list that decides: fixed, or the order with which the group went on. */
const beslissend = (project: Project): Lijst | undefined =>
  vasteLijst(project) ?? (isGeopend(project, 'maatregelen') ? lijstVan(project) : undefined);

export function inbreng({ project, lezer }: Lezing): Inbreng[] {
  const lijst = beslissend(project);
  if (!lijst) return [];
  const ook = new Set(
    all(project, ookBijOns)
      .filter(({ facts }) => facts.van === lezer.id)
      .map(({ facts }) => facts.probleem),
  );
  return [
    ...all(project, probleem)
      .filter(({ id, facts }) => ook.has(id) || bracht(project, lezer, facts.van))
      .flatMap((found) => overProbleem(project, lijst, found)),
    ...overStem(project, lijst, lezer.id),
    ...overWeigering(project, lezer.id),
  ];
}

/** The onderwerp that each problem is, or is a part of. */
const onderwerpVan = eenmaal(
  (project: Project): ReadonlyMap<string, Onderwerp> =>
    new Map(
      onderwerpen(project).flatMap((found) =>
        found.problemen.map(({ id }) => [id, found] as const),
      ),
    ),
);

/** The place of each onderwerp that is tackled first. */
const plaatsen = eenmaal(
  (project: Project): ReadonlyMap<string, number> =>
    new Map(belangrijkste(project).map(({ id, nr }) => [id, nr])),
);

/** Nothing is said of a problem that came after the list. */
function overProbleem(project: Project, lijst: Lijst, { id, texts }: Probleem): Inbreng[] {
  const in_ = onderwerpVan(project).get(id);
  if (!in_ || !lijst.facts.onderwerpen.includes(in_.id)) return [];
  const nr = plaatsen(project).get(in_.id);
  const samen = in_.isCluster ? in_.id : '';
  const nu = nr === undefined ? buiten(project, in_.id) : opDeLijst(project, nr, in_);
  return [
    {
      id: `probleem.${id}`,
      wat: texts.omschrijving,
      gebeurd: [
        ...(in_.isCluster ? [aaneen`Dit hoort nu bij “${kortweg(in_.naam, 60)}”.`] : []),
        ...nu.gebeurd,
      ],
      stand: `${samen}.${nu.stand}`,
      op: laatste(lijst.changedAt, nu.op),
    },
  ];
}

type Afloop = Pick<Inbreng, 'gebeurd' | 'stand' | 'op'>;

function opDeLijst(project: Project, nr: number, { isCluster }: Onderwerp): Afloop {
  const dit = isCluster ? 'Dat' : 'Dit';
  const zin = vasteLijst(project)
    ? `${dit} pakken we eerst aan, als nummer ${nr}.`
    : `${dit} gaat mee naar stap 3, als nummer ${nr}.`;
  return { gebeurd: [zin], stand: String(nr), op: '' };
}

/** What is not tackled first comes later, unless whoever leads said that it is not taken up. */
function buiten(project: Project, onderwerp: string): Afloop {
  const found = one(project, nietEerst, onderwerp);
  const { keuze } = found?.facts ?? { keuze: 'later' };
  return {
    gebeurd: [
      keuze === 'later' ? 'Dit komt later aan de beurt.' : 'Dit pakken we niet op.',
      ...waarom(found?.texts.reden ?? ''),
    ],
    stand: found ? `${keuze}.reden` : 'later',
    op: found?.changedAt ?? '',
  };
}

/** Of a vote: how many of what somebody chose are tackled first. Hands that were counted together are nobody's own. */
function overStem(project: Project, lijst: Lijst, lid: string): Inbreng[] {
  const punten = openStemming(project) ? undefined : stemVan(project, lid)?.facts.punten;
  if (!punten || !vasteLijst(project)) return [];
  const gekozen = onderwerpen(project).filter(({ id, problemen }) =>
    [id, ...problemen.map((found) => found.id)].some((of) => (punten[of] ?? 0) > 0),
  );
  if (gekozen.length === 0) return [];
  const nrs = gekozen.flatMap(({ id }) => plaatsen(project).get(id) ?? []).sort((a, b) => a - b);
  return [
    {
      id: `stem.${lid}`,
      wat: 'Jouw stem',
      gebeurd: [stemZin(gekozen.length, nrs)],
      stand: `${gekozen.length}.${nrs.join('-')}`,
      op: lijst.changedAt,
    },
  ];
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
function overWeigering(project: Project, lid: string): Inbreng[] {
  const gegeven = one(project, akkoord, lid);
  const nu = vasteLijst(project);
  if (!nu || gegeven?.facts.antwoord !== 'niet akkoord' || isVoorIedereen(project)) return [];
  const over = { id: `akkoord.${lid}`, wat: 'Je was niet akkoord met de lijst' } as const;
  if (gegeven.facts.lijst !== nu.rev)
    return [
      {
        ...over,
        gebeurd: ['De lijst is daarna aangepast.'],
        stand: `nieuw.${nu.rev}`,
        op: nu.changedAt,
      },
    ];
  const tekst = weerwoordOp(project, gegeven);
  if (tekst === '') return [];
  return [
    {
      ...over,
      gebeurd: [`De projectleider schrijft: ${tekst}`],
      stand: `gezegd.${nu.rev}`,
      op: one(project, weerwoord, lid)?.changedAt ?? '',
    },
  ];
}
