import { aantal } from '../../process/taal/woorden.ts';
import { organisatieSleutel } from '../../process/feiten/deelnemers.ts';
import { opdrachtgever } from '../../process/feiten/gegevens.ts';
import { all, one, type Project } from '../../process/feiten/project.ts';
import { uniek } from '../../process/taal/uniek.ts';
import {
  capaciteitVan,
  organisatiesVan,
  regels,
  organisatiesVanLeden,
  type Capaciteit,
  type Regel,
} from '../plan/uitvoeringsmatrix.ts';
import { besluit, type EntryOf } from '../plan/plan.ts';
import { perEenheid } from './capaciteit.ts';

export type Besluit = EntryOf<typeof besluit>;

/** A party that has to decide: an opdrachtgever, or an organisatie that works on a row. */
export interface Partij {
  /** `o.<opdrachtgever>` or `d.<deelnemer of that organisatie>` */
  id: string;
  /** The same for all people of one organisatie. */
  sleutel: string;
  naam: string;
}

const opdrachtgeverPartijen = (project: Project): Partij[] =>
  all(project, opdrachtgever).map(({ id, texts }) => ({
    id: `o.${id}`,
    sleutel: `o.${id}`,
    naam: texts.naam,
  }));

const asPartij = ({
  sleutel,
  naam,
  lid,
}: ReturnType<typeof organisatiesVanLeden>[number]): Partij => ({
  id: `d.${lid}`,
  sleutel: `d.${sleutel}`,
  naam,
});

/** The parties that decide about a row: every opdrachtgever, and every organisatie that works on it (H10). */
export const partijenVan = (project: Project, rij: Regel): Partij[] => [
  ...opdrachtgeverPartijen(project),
  ...organisatiesVan(project, rij).map(asPartij),
];

/** All parties that decide about any row, each once. */
export function partijen(project: Project): Partij[] {
  const each = regels(project).flatMap((rij) => partijenVan(project, rij));
  const found = [...opdrachtgeverPartijen(project), ...each];
  return uniek(found.toReversed(), ({ sleutel }) => sleutel).toReversed();
}

/** The key of the partij with this id; its name may have changed since. */
export const sleutelVan = (project: Project, id: string) =>
  id.startsWith('d.') ? `d.${organisatieSleutel(project, id.slice(2))}` : id;

/** True for a row with extra effort or extra means, which needs a decision most (H11). */
const vraagtExtra = (rij: Regel, given: readonly Capaciteit[]) =>
  (rij.facts.extra ?? 0) > 0 || given.some(({ facts }) => facts.extra);

/** The extra that a row asks for, as one short text. A decision about other amounts does not count for it. */
export function omvang(project: Project, rij: Regel): string {
  const given = capaciteitVan(project, rij).filter(({ facts }) => facts.extra);
  return [rij.facts.extra ?? '', perEenheid(given)].join('|');
}

/** The decisions about a row so far. */
export interface Stand {
  rij: Regel;
  /** True for a row with extra effort or means. */
  extra: boolean;
  partijen: readonly Partij[];
  wacht: readonly Partij[];
  nee: readonly Partij[];
  voorwaarden: readonly Partij[];
}

/** For each row of the matrix who decided what; the last decision of a partij about a row counts. */
export function standen(project: Project): Stand[] {
  const last = laatsteBesluiten(project);
  return regels(project).map((rij) => {
    const now = omvang(project, rij);
    const deciders = partijenVan(project, rij);
    const said = (partij: Partij) => last.get(`${partij.sleutel} ${rij.id}`);
    const holds = (partij: Partij) => said(partij)?.facts.omvang[rij.id] === now;
    const answered = (antwoord: Besluit['facts']['antwoord']) =>
      deciders.filter((partij) => holds(partij) && said(partij)?.facts.antwoord === antwoord);
    return {
      rij,
      extra: vraagtExtra(rij, capaciteitVan(project, rij)),
      partijen: deciders,
      wacht: deciders.filter((partij) => !holds(partij)),
      nee: answered('niet akkoord'),
      voorwaarden: answered('onder voorwaarden'),
    };
  });
}

function laatsteBesluiten(project: Project): Map<string, Besluit> {
  const last = new Map<string, Besluit>();
  for (const found of all(project, besluit).sort((a, b) => a.rev - b.rev)) {
    const sleutel = sleutelVan(project, found.facts.partij);
    for (const id of found.facts.regels) last.set(`${sleutel} ${id}`, found);
  }
  return last;
}

/** True for a row with extra effort or means that still waits for a decision (H11). */
export const wachtOpBesluit = ({ extra, wacht }: Stand) => extra && wacht.length > 0;

/** The row of a decision, also one that was withdrawn since. */
export const besluitMet = (project: Project, id: string | undefined) =>
  one(project, besluit, id ?? '');

/** How many rows wait for a decision. */
export const aantalWacht = (project: Project) => standen(project).filter(wachtOpBesluit).length;

/** How many rows wait for a decision; empty when none does. */
export const wachtRegels = (wacht: number): string[] =>
  wacht === 0
    ? []
    : [
        `${aantal(wacht, 'maatregel wacht', 'maatregelen wachten')} op een besluit over extra inzet of geld.`,
      ];
