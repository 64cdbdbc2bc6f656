import { aaneen } from '../taal/aaneen.ts';
import type { Beeld, Moment, Step, Vraag } from '../contract/contract.ts';
import { overlegNaam, overleggenIn } from '../contract/overleggen.ts';
import { nextStep } from '../contract/step.ts';
import { leden, organisatiesOfNamen, type Deelnemer } from '../feiten/deelnemers.ts';
import { profielVan } from '../feiten/gegevens.ts';
import { SLUIT_NA_MS, type Stap } from '../feiten/geopende-stap.ts';
import { ochtend, overdag, werkdagen } from '../kalender/dagen.ts';
import { isOnbereikbaar, keuzeVan, leiding } from '../kalender/moment.ts';
import { mensen } from '../taal/opsomming.ts';
import { dateOf, deadlineVoluit, localOf, plusDays, plusMs, utcOf } from '../taal/time.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { reacties } from './reacties.ts';
import { wachtOpLeiding } from './wacht.ts';

// Whoever leads is prompted about how to go on, when a step is over and after each overleg, unless that is known.

/** The series of moments of one opening of a step. */
export const reeks = (naam: string, { id, facts }: Stap) => `${naam}.${id}.${facts.generatie}`;

/** Working days after the deadline at which the projectleider is prompted, as long as nothing happens. */
const NA_WERKDAGEN = [0, 3, 7];

export function aansporingen(beeld: Beeld, step: Step, nu: Stap): Moment[] {
  const gehouden = laatstGehouden(beeld, step, nu);
  const begonnen = gehouden?.found.facts.begonnen ?? '';
  const naSluiten = naHetEinde(beeld, nu).map(({ op, isLater }) =>
    aansporing(beeld, step, {
      reeks: reeks('leiding', nu),
      op,
      isLater,
      aanleiding: voorbijZin(beeld, step, nu),
      isIngehaald: op <= begonnen,
    }),
  );
  if (!gehouden) return naSluiten;
  const op = ochtendNa(beeld, dateOf(begonnen), 1);
  if (naSluiten.some((moment) => moment.op === op)) return naSluiten;
  const naOverleg = aansporing(beeld, step, {
    reeks: `${reeks('leiding', nu)}.${gehouden.id}`,
    op,
    isLater: false,
    aanleiding: `${overlegNaam(gehouden)} is geweest.`,
    isIngehaald: false,
  });
  return [...naSluiten, naOverleg];
}

const ochtendNa = ({ project }: Beeld, datum: string, dagen: number) => {
  const { bevrijdingsdag } = keuzeVan(project);
  return ochtend(werkdagen(datum, dagen, bevrijdingsdag), bevrijdingsdag);
};

/** When to ask, counted from the end of the step. */
function naHetEinde(beeld: Beeld, nu: Stap): { op: string; isLater: boolean }[] {
  const { gesloten, tot } = nu.facts;
  const meteen = overdag(plusMs(tot, SLUIT_NA_MS), keuzeVan(beeld.project).bevrijdingsdag);
  // A projectleider who closed the step by hand needs no prompt at that moment.
  const isMetDeHand = gesloten !== '' && gesloten !== tot;
  return NA_WERKDAGEN.filter((dagen) => dagen > 0 || !isMetDeHand).map((dagen) => ({
    op: dagen === 0 ? meteen : ochtendNa(beeld, dateOf(eindVan(nu)), dagen),
    isLater: dagen > 0,
  }));
}

interface Aansporing extends Pick<Moment, 'reeks' | 'op'> {
  /** What is said first. */
  aanleiding: string;
  /** True when the deputy is asked too. */
  isLater: boolean;
  /** True when an overleg was held since: then that is asked about. */
  isIngehaald: boolean;
}

/** Asks nobody anything where the way on is known. */
const aansporing = (
  beeld: Beeld,
  step: Step,
  { reeks: naam, op, aanleiding, isLater, isIngehaald }: Aansporing,
): Moment => ({
  reeks: naam,
  op,
  tot: '',
  naam: `Vraag aan de ${beeld.traject.woorden.projectleider}: hoe verder na stap ${step.nummer}?`,
  vraag: () => ({
    ...leidingVraag(beeld, step, aanleiding),
    aan: isIngehaald || isGeregeld(beeld, step) ? [] : leiding(beeld.project, isLater),
  }),
});

/** When the step ended for deelnemers, or is to. */
const eindVan = ({ facts: { gesloten, tot } }: Stap) => (gesloten === '' ? tot : gesloten);

/** The overleg of this step that was held last, since its end: that is something new, whatever was asked before. */
const laatstGehouden = ({ project, traject }: Beeld, step: Step, nu: Stap) =>
  overleggenIn({ project, traject })
    .filter(({ soort }) => soort.stappen.includes(step.id))
    .filter(({ found: { facts } }) => facts.begonnen >= eindVan(nu))
    .sort((a, b) => a.found.facts.begonnen.localeCompare(b.found.facts.begonnen))
    .at(-1);

/** How long before its end a project is asked whether it closes. */
const EINDE_WEKEN = 6;

/**
 * True when the way on is known: an overleg of this step is planned or held today, or the last step has long to go. One
 * that was begun before and never closed was held.
 */
export function isGeregeld({ project, traject, now }: Beeld, step: Step): boolean {
  const isVoorzien = overleggenIn({ project, traject }).some(
    ({ soort, found: { facts } }) =>
      soort.stappen.includes(step.id) &&
      facts.gesloten === '' &&
      (facts.begonnen === ''
        ? facts.datum !== '' && utcOf(facts) > now
        : dateOf(facts.begonnen) === dateOf(now)),
  );
  const eind = plusDays(profielVan(project).facts.einde, { weeks: -EINDE_WEKEN });
  return isVoorzien || (!nextStep(traject, step.id) && dateOf(now) < eind);
}

/** That the step is over. */
const voorbijZin = ({ now }: Beeld, step: Step, nu: Stap) =>
  step.heeftInvoer
    ? `Stap ${step.nummer} is gesloten sinds ${deadlineVoluit(localOf(nu.facts.gesloten || nu.facts.tot), now)}.`
    : `De streefdatum van stap ${step.nummer} was ${deadlineVoluit(nu.facts, now)}.`;

/** How to go on, after what is said first. */
function leidingVraag(beeld: Beeld, step: Step, aanleiding: string): Omit<Vraag, 'aan'> {
  const { project } = beeld;
  const namen = organisatiesOfNamen(
    project,
    reacties(project, step).stil.map(({ id }) => id),
  );
  return {
    regels: [aanleiding, `Hoe gaat het ${beeld.traject.woorden.project} verder?`],
    onderons: () => [
      ...(namen.length > 0 ? [aaneen`Nog niets van: ${mensen(namen)}.`] : []),
      ...onbereikt(beeld),
      ...wachtZin(beeld),
    ],
    knoppen: [
      ...(beeld.traject.overleggen.some(({ stappen }) => stappen.includes(step.id))
        ? [{ titel: 'Overleg voorbereiden', verb: 'overleg' }]
        : []),
      ...(nextStep(beeld.traject, step.id) ? [KNOP.volgendeStap] : beeld.traject.slot),
      {
        titel: step.heeftInvoer ? 'Stap langer openzetten' : 'Streefdatum aanpassen',
        verb: 'deadline',
      },
    ],
    soort: 'persoonlijk',
  };
}

/** What else waits on whoever leads, so that one message tells all of it. */
function wachtZin(beeld: Beeld): string[] {
  const [actor] = leiding(beeld.project, false);
  const wacht = actor ? wachtOpLeiding({ ...beeld, actor }) : [];
  return wacht.length === 0 ? [] : ['Er wacht ook:', ...wacht.map(({ tekst }) => `• ${tekst}`)];
}

/** Whom no reminder reaches: without Teams, or their own chat takes nothing from us. */
function onbereikt({ project, now }: Beeld): string[] {
  const namen = (wie: readonly Deelnemer[]) => mensen(wie.map(({ naam }) => naam));
  const zonder = leden(project).filter(({ facts }) => facts.identities.length === 0);
  const dicht = leden(project).filter(({ id }) => isOnbereikbaar(project, id, now));
  return [
    ...(zonder.length === 0 ? [] : [aaneen`Zonder Teams: ${namen(zonder)}. Vul namens hen in.`]),
    ...(dicht.length === 0
      ? []
      : [aaneen`Deze mensen kan ik in hun chat met mij niet bereiken: ${namen(dicht)}.`]),
  ];
}
