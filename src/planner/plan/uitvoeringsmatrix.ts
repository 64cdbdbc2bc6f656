import {
  isVan,
  naamVan,
  organisatieVan,
  verantwoordelijke,
  type Deelnemer,
  voluitVan,
  organisatieSleutel,
  eigenOrganisatie,
} from '../../process/feiten/deelnemers.ts';
import { all, one, type Project } from '../../process/feiten/project.ts';
import { isGeopend } from '../../process/feiten/geopende-stap.ts';
import { aaneen } from '../../process/taal/aaneen.ts';
import { dateText } from '../../process/taal/time.ts';
import { aantal } from '../../process/taal/woorden.ts';
import { belangrijkste, genummerd, type Genummerd } from './maatregel.ts';
import { capaciteit, doel, onderwerpen, regel, voortgang, type EntryOf } from './plan.ts';

/** What steps 5 and 6 both read of the uitvoeringsmatrix. */

export type Regel = EntryOf<typeof regel>;
export type Capaciteit = EntryOf<typeof capaciteit>;
export type Voortgang = EntryOf<typeof voortgang>;
export type Doel = EntryOf<typeof doel>;
export type Status = Voortgang['facts']['status'];

export const STATUSSEN = [
  { id: 'niet gestart', tekst: 'Niet gestart' },
  { id: 'loopt', tekst: 'Loopt' },
  { id: 'klaar', tekst: 'Klaar' },
  { id: 'gestopt', tekst: 'Gestopt' },
] as const;

/** What a row can be about: the problems tackled first, or every problem while no list is fixed. */
function matrixOnderwerpen(project: Project): readonly Genummerd[] {
  const fixed = belangrijkste(project);
  return fixed.length > 0
    ? fixed
    : onderwerpen(project).map((found, at) => ({ ...found, nr: at + 1 }));
}

/** Names of the problems by id, cut to one line, numbered as on the list. */
export const onderwerpNamen = (project: Project, max = 80): Map<string, string> =>
  new Map(matrixOnderwerpen(project).map((found) => [found.id, genummerd(found, max)]));

/** Stands at a row whose problem is not on the list (any more). */
export const ANDER_PROBLEEM = 'Probleem dat niet meer op de lijst staat';

/** The rows of the matrix, by problem in the order of the list, then in order of entering. */
export function regels(project: Project): Regel[] {
  const order = new Map(matrixOnderwerpen(project).map(({ id }, at) => [id, at]));
  const place = ({ facts }: Regel) => order.get(facts.onderwerp) ?? order.size;
  return all(project, regel).sort((a, b) => place(a) - place(b));
}

/** True while rows wait for step 5 to open. Until then only people who may write them see them (rule 1). */
export const isConcept = (project: Project) => !isGeopend(project, 'uitvoering');

/** The goals of a row: those of its problem (F14). */
export const doelenVan = (project: Project, { facts }: Regel): Doel[] =>
  all(project, doel).filter((found) => found.facts.onderwerpen.includes(facts.onderwerp));

/** Capacity given for a row. */
export const capaciteitVan = (project: Project, { id }: Regel): Capaciteit[] =>
  all(project, capaciteit).filter(({ facts }) => facts.regel === id);

/** The rows of which this person is trekker, also by taking over. */
export const trektRegels = (project: Project, lid: Deelnemer): Regel[] =>
  regels(project).filter(({ facts }) => isVan(project, lid, facts.trekker));

/** The rows of which this person is trekker or uitvoerder. */
export const eigenRegels = (project: Project, lid: Deelnemer): Regel[] =>
  regels(project).filter(({ facts }) =>
    [facts.trekker, ...facts.uitvoerders].some((van) => isVan(project, lid, van)),
  );

/** The present trekker of a row, or the person who took over. */
export function trekkerVan(project: Project, { facts }: Regel): string {
  const now = verantwoordelijke(project, facts.trekker);
  return now ? naamVan(project, now.id) : naamVan(project, facts.trekker);
}

/** The same with the organisatie, which stays that of the first trekker: `Bo (Politie)`. */
export function trekkerVoluit(project: Project, { facts: { trekker } }: Regel): string {
  const nu = verantwoordelijke(project, trekker)?.id ?? trekker;
  const organisatie = eigenOrganisatie(project, trekker);
  if (nu === trekker) return voluitVan(project, trekker);
  return organisatie === '' ? naamVan(project, nu) : `${naamVan(project, nu)} (${organisatie})`;
}

/**
 * The organisaties that work on a row, each once: those of its trekker, of its uitvoerders and of the people who give
 * capacity.
 */
export function organisatiesVan(
  project: Project,
  found: Regel,
): { sleutel: string; naam: string; lid: string }[] {
  const lids = [
    found.facts.trekker,
    ...found.facts.uitvoerders,
    ...capaciteitVan(project, found).map(({ facts }) => facts.van),
  ];
  return organisatiesVanLeden(project, lids);
}

/** The organisaties of these deelnemers, each once, with one deelnemer to stand for it. */
export function organisatiesVanLeden(
  project: Project,
  lids: readonly string[],
): { sleutel: string; naam: string; lid: string }[] {
  const found = new Map<string, { sleutel: string; naam: string; lid: string }>();
  for (const lid of lids) {
    const sleutel = organisatieSleutel(project, lid);
    if (!found.has(sleutel))
      found.set(sleutel, { sleutel, naam: organisatieVan(project, lid), lid });
  }
  return [...found.values()];
}

/** `1 maart 2027 tot 1 juni 2027`; empty while nothing is known. */
export function periode({ facts: { start, einde } }: Regel): string {
  if (start === '' && einde === '') return '';
  if (start === '') return `tot ${dateText(einde)}`;
  return einde === '' ? `vanaf ${dateText(start)}` : `${dateText(start)} tot ${dateText(einde)}`;
}

/** `Bo (Politie), 1 maart 2027 tot 1 juni 2027`, as far as it is known. */
export const wieWanneer = (wie: string, found: Regel): string =>
  periode(found) === '' ? wie : aaneen`${wie}, ${periode(found)}`;

/** Of how many rows is not known when, in one sentence, so that the rows need not say so; empty when of none. */
export function zonderWanneer(rows: readonly Regel[]): string[] {
  const { length } = rows.filter((found) => periode(found) === '');
  return length === 0
    ? []
    : [`Van ${aantal(length, 'maatregel', 'maatregelen')} is nog niet bekend wanneer.`];
}

/** The last report about the progress of each row. */
export function laatsteVoortgang(project: Project): Map<string, Voortgang> {
  const last = new Map<string, Voortgang>();
  for (const found of all(project, voortgang)) {
    const before = last.get(found.facts.regel);
    if (!before || found.rev > before.rev) last.set(found.facts.regel, found);
  }
  return last;
}

/** `Loopt, 40 procent` */
export function statusTekst(found: Voortgang | undefined): string {
  if (!found) return 'Nog niets doorgegeven';
  const { status, percentage } = found.facts;
  const word = STATUSSEN.find(({ id }) => id === status)?.tekst ?? status;
  return percentage === null || status !== 'loopt' ? word : `${word}, ${percentage} procent`;
}

/** A row of the matrix that still stands. */
export const regelMet = (project: Project, id: string | undefined) => one(project, regel, id ?? '');
