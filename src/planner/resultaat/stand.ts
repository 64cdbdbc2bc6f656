import { geteld, isVan, type Deelnemer } from '../../process/feiten/deelnemers.ts';
import { numberInput } from '../../process/vormen/form.ts';
import { all, one, type Project } from '../../process/feiten/project.ts';
import { isVerhuld } from '../../process/feiten/vertrouwelijk.ts';
import { huidig, isOpenFor, stap } from '../../process/feiten/geopende-stap.ts';
import { dateOf, dateText } from '../../process/taal/time.ts';
import {
  laatsteVoortgang,
  regels,
  trektRegels,
  type Doel,
  type Regel,
  type Status,
  type Voortgang,
} from '../plan/uitvoeringsmatrix.ts';
import { metingenVan } from '../plan/metingen.ts';
import {
  doel,
  evaluatie,
  meting,
  voortgangsmoment,
  monitoring,
  samenwerking,
  uitgevoerd,
  voortgang,
  type EntryOf,
} from '../plan/plan.ts';
import { aaneen } from '../../process/taal/aaneen.ts';
import { aantal, hoeveelVan, type Telling } from '../../process/taal/woorden.ts';

export type Evaluatie = EntryOf<typeof evaluatie>;

/** The number of the present progress moment: 1 from the opening of step 6, then one more for each that was agreed. */
export const momentNr = (project: Project): number =>
  all(project, voortgangsmoment).at(-1)?.facts.nummer ?? 1;

/** The id of the report about a row in this moment. There is one, which may be changed until the lock. */
const meldingId = (project: Project, rij: string) => `${rij}.${momentNr(project)}`;

/** The same for news after the lock: it leaves standing what was said in time. */
const nieuwsId = (project: Project, rij: string) => `${meldingId(project, rij)}.nieuws`;

/** The id under which a report about a row is kept now. */
export const meldingNu = (project: Project, rij: string, now: string) =>
  isMomentOpen(project, now) ? meldingId(project, rij) : nieuwsId(project, rij);

/** The number of the moment in which this was reported, or after which it came as news. */
export const momentVan = ({ facts: { regel }, id }: Voortgang): number =>
  Number(id.slice(regel.length + 1).split('.')[0]);

/** True when something was reported about this row in this moment, or since. */
const isGemeld = (project: Project, rij: string) =>
  [meldingId(project, rij), nieuwsId(project, rij)].some((id) => one(project, voortgang, id));

type Standen = Voortgang['facts']['standen'];

/** All statuses of a report, oldest first. A report from before they were kept has only its present one. */
export const standenVan = ({ facts: { status, standen }, changedAt }: Voortgang): Standen =>
  standen.length > 0 ? standen : [{ sinds: changedAt, status }];

/** The same, with the status that it gets at this moment. */
export function standenMet(found: Voortgang | undefined, status: Status, now: string): Standen {
  const before = found ? standenVan(found) : [];
  if (before.at(-1)?.status === status) return before;
  const vandaag = dateOf(now);
  return [...before.filter(({ sinds }) => dateOf(sinds) !== vandaag), { sinds: now, status }];
}

/** When that moment began, UTC: reports from before it do not count any more. */
const momentSinds = (project: Project): string =>
  all(project, voortgangsmoment).at(-1)?.facts.begonnen ??
  one(project, stap, 'resultaat')?.facts.geopend ??
  '';

/** True while deelnemers are asked to report: step 6 is open and the last day of its moment has not passed. */
export function isMomentOpen(project: Project, now: string): boolean {
  const step = huidig(project);
  return step?.id === 'resultaat' && isOpenFor(step, now);
}

/** The statuses after which there is nothing more to report. */
const AF: readonly Status[] = ['klaar', 'gestopt'];

/** The rows of this trekker without a report in this moment that are not done or stopped. */
export function nogTeMelden(project: Project, lid: Deelnemer): Regel[] {
  const last = laatsteVoortgang(project);
  return trektRegels(project, lid).filter(({ id }) => {
    const found = last.get(id);
    return !found || (!AF.includes(found.facts.status) && !isGemeld(project, id));
  });
}

/** The goals that this person agreed to measure (monitoring) and that have no value in this moment. */
export function nogTeMeten(project: Project, lid: Deelnemer): Doel[] {
  const sinds = momentSinds(project);
  const agreed = all(project, monitoring).filter(({ facts }) => isVan(project, lid, facts.wie));
  const goals = new Set(agreed.flatMap(({ facts }) => facts.doelen));
  const measured = new Set(
    all(project, meting).flatMap(({ facts, changedAt }) =>
      changedAt >= sinds ? [facts.doel] : [],
    ),
  );
  return all(project, doel).filter(({ id }) => goals.has(id) && !measured.has(id));
}

/** True for people with anything to report: as trekker of a row, or for a goal they agreed to measure. */
const isMelder = (project: Project, lid: Deelnemer) =>
  trektRegels(project, lid).length > 0 ||
  all(project, monitoring).some(({ facts }) => isVan(project, lid, facts.wie));

/** True when the person reported or measured anything in this moment. */
export function heeftGereageerd(project: Project, lid: Deelnemer): boolean {
  const sinds = momentSinds(project);
  return (
    trektRegels(project, lid).some(({ id }) => isGemeld(project, id)) ||
    all(project, meting).some(
      ({ facts, changedAt }) => changedAt >= sinds && isVan(project, lid, facts.van),
    )
  );
}

/** True for people who are asked in this moment: something is left to report, or they reported it. */
export const moetReageren = (project: Project, lid: Deelnemer): boolean =>
  isMelder(project, lid) &&
  (nogTeMelden(project, lid).length > 0 ||
    nogTeMeten(project, lid).length > 0 ||
    heeftGereageerd(project, lid));

/** True when the value reaches the norm; a norm below the start is reached from above. Null when that is not known. */
export function isGehaald(
  { nu, doel: norm }: Pick<Doel['facts'], 'nu' | 'doel'>,
  waarde: number | null,
): boolean | null {
  if (norm === null || waarde === null || nu === null) return null;
  return norm < nu ? waarde <= norm : waarde >= norm;
}

/** `Bij de start 40, doel 20, gemeten 25 meldingen (3 juni 2027)`: how far a goal is (rule 15). */
export function doelStand(project: Project, found: Doel): string {
  if (isVerhuld(project, doel.name, found.id)) return 'Vertrouwelijk.';
  const { nu, doel: norm } = found.facts;
  const last = metingenVan(project, found.id).at(-1);
  const eenheid = found.texts.eenheid ? ` ${found.texts.eenheid}` : '';
  const begin = nu === null ? 'Bij de start niet bekend' : `Bij de start ${numberInput(nu)}`;
  const einde = norm === null ? 'doel zonder getal' : `doel ${numberInput(norm)}`;
  if (!last) return aaneen`${begin}, ${einde}${eenheid}, nog niet gemeten`;
  return aaneen`${begin}, ${einde}, gemeten ${numberInput(last.facts.waarde)}${eenheid} (${dateText(last.facts.datum)})`;
}

/** The number of rows in each status, by the last report. A row without a report has not begun. */
export function tellingen(project: Project): Record<Status, number> {
  const last = laatsteVoortgang(project);
  const count: Record<Status, number> = { 'niet gestart': 0, loopt: 0, klaar: 0, gestopt: 0 };
  for (const { id } of regels(project)) count[last.get(id)?.facts.status ?? 'niet gestart'] += 1;
  return count;
}

/** `2 van de 6 maatregelen zijn uitgevoerd` */
export const uitgevoerdZin = (telling: Telling) =>
  `${hoeveelVan(telling, ['maatregel', 'maatregelen'], ['is', 'zijn'])} uitgevoerd`;

/** `2 maatregelen zijn klaar. 1 maatregel is bezig.`; what there is none of is not said. */
export function standZin(project: Project): string {
  if (regels(project).length === 0) return 'Er staan geen maatregelen in de matrix.';
  const { klaar, loopt, gestopt, 'niet gestart': nog } = tellingen(project);
  const zinnen = [
    { n: klaar, wat: 'klaar' },
    { n: loopt, wat: 'bezig' },
    { n: gestopt, wat: 'gestopt' },
    { n: nog, wat: 'nog niet begonnen' },
  ];
  return zinnen
    .filter(({ n }) => n > 0)
    .map(({ n, wat }) => `${aantal(n, 'maatregel is', 'maatregelen zijn')} ${wat}.`)
    .join(' ');
}

/** The goals in the order of making, with their evaluation if there is one. */
export const geevalueerd = (project: Project): { doel: Doel; evaluatie: Evaluatie | undefined }[] =>
  all(project, doel).map((found) => ({
    doel: found,
    evaluatie: one(project, evaluatie, found.id),
  }));

/** The number of goals that were reached, partly, not, or have no evaluation yet. */
export function doelTelling(project: Project) {
  const count = { ja: 0, deels: 0, nee: 0, open: 0 };
  for (const { evaluatie: found } of geevalueerd(project))
    count[found?.facts.bereikt ?? 'open'] += 1;
  return count;
}

/** The number of rows that were carried out, by the evaluation; `open` have no answer yet. */
export function uitvoerTelling(project: Project) {
  const count = { ja: 0, deels: 0, nee: 0, open: 0 };
  for (const { id } of regels(project))
    count[one(project, uitgevoerd, id)?.facts.uitgevoerd ?? 'open'] += 1;
  return count;
}

/** The number of rows that are done: by the evaluation, and where it says nothing by the last report. */
export function aantalUitgevoerd(project: Project): number {
  const last = laatsteVoortgang(project);
  return regels(project).filter(({ id }) => {
    const besproken = one(project, uitgevoerd, id)?.facts.uitgevoerd;
    return besproken === undefined ? last.get(id)?.facts.status === 'klaar' : besproken === 'ja';
  }).length;
}

/** `2 bereikt, 1 deels`; leaves out zeros. */
export function doelTekst({ ja, deels, nee, open }: ReturnType<typeof doelTelling>): string {
  const parts = [
    ...(ja > 0 ? [`${ja} bereikt`] : []),
    ...(deels > 0 ? [`${deels} deels`] : []),
    ...(nee > 0 ? [`${nee} niet bereikt`] : []),
    ...(open > 0 ? [`${open} nog te bespreken`] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'geen doelen';
}

/** Who may grade the cooperation: the people who count, and whoever did it before they left. */
export function samenwerkingVan(project: Project): { gaven: number; van: number; open: number } {
  const gaven = new Set(all(project, samenwerking).map(({ id }) => id));
  const open = geteld(project).filter(({ id }) => !gaven.has(id)).length;
  return { gaven: gaven.size, van: gaven.size + open, open };
}

/** With at least this many answers, the average does not show what one person said. */
const GENOEG = 3;

/** The grades for the cooperation; null while too few people of a larger group have answered (rule 16). */
export function samenwerkingCijfer(project: Project) {
  const cijfers = all(project, samenwerking).map(({ facts }) => facts.cijfer);
  if (cijfers.length === 0 || cijfers.length < Math.min(GENOEG, samenwerkingVan(project).van))
    return null;
  const gemiddelde = cijfers.reduce((sum, cijfer) => sum + cijfer, 0) / cijfers.length;
  return {
    gemiddelde: Math.round(gemiddelde * 10) / 10,
    laagste: Math.min(...cijfers),
    hoogste: Math.max(...cijfers),
    aantal: cijfers.length,
  };
}
