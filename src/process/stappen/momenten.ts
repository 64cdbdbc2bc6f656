import type { Beeld, Moment, Step, Vraag, VraagSoort } from '../contract/contract.ts';
import { leden, type Deelnemer } from '../feiten/deelnemers.ts';
import { all, say } from '../feiten/project.ts';
import { perMinuut } from '../contract/per-minuut.ts';
import { KNOP } from '../vormen/knoppen.ts';
import type { Button } from '../vormen/screen.ts';
import { huidig, SLUIT_NA_MS, stap, type Stap } from '../feiten/geopende-stap.ts';
import { overleggenIn } from '../contract/overleggen.ts';
import { profielVan } from '../feiten/gegevens.ts';
import { nextStep, stepOf } from '../contract/step.ts';
import { mensen } from '../taal/opsomming.ts';
import {
  dateOf,
  DAY_MS,
  HOUR_MS,
  instantText,
  momentText,
  plusDays,
  plusMs,
  utcOf,
} from '../taal/time.ts';
import { uniek } from '../taal/uniek.ts';
import { ochtend, overdag, werkdagen, type Bevrijdingsdag } from '../kalender/dagen.ts';
import {
  bereik,
  GESPREK,
  isGroep,
  isOnbereikbaar,
  keuzeVan,
  leiding,
  voorkeur,
} from '../kalender/moment.ts';
import { reacties } from './reacties.ts';
import { wachtOpLeiding } from './wacht.ts';

/** What the clock does about the step of now: remind, close, prompt whoever leads. */
export function stapMomenten(beeld: Beeld): Moment[] {
  const { project, traject } = beeld;
  const nu = huidig(project);
  if (!nu || nu.facts.tot === '') return [];
  const step = stepOf(traject, nu.id);
  const isOpen = step.heeftInvoer && nu.facts.gesloten === '';
  return [
    ...(isOpen
      ? [
          ...herinneringen(beeld, step, nu),
          ...uitgesteld(beeld, step, nu),
          ...onbereiktGevraagd(beeld, step, nu),
          ...allen(beeld, step, nu),
          sluiten(step, nu),
        ]
      : []),
    ...aansporingen(beeld, step, nu),
  ];
}

const reeks = (naam: string, { id, facts }: Stap) => `${naam}.${id}.${facts.generatie}`;

/** When the window of this generation began: at the opening, or when its deadline was last changed. */
const begin = ({ facts, changedAt }: Stap) => (facts.generatie > 1 ? changedAt : facts.geopend);

/**
 * When to remind within a window: about half-way and at 80 percent, in working hours and at least a working day before
 * the end. In a window of less than a day, or when that leaves nothing, two hours before the end.
 */
export function herinnerMomenten(
  van: string,
  tot: string,
  bevrijdingsdag: Bevrijdingsdag,
): string[] {
  const length = Date.parse(tot) - Date.parse(van);
  const uiterlijk = ochtend(werkdagen(dateOf(tot), -1, bevrijdingsdag), bevrijdingsdag);
  const found =
    length <= DAY_MS
      ? []
      : [0.5, 0.8]
          .map((deel) => overdag(plusMs(van, Math.round(length * deel)), bevrijdingsdag))
          .map((op) => (op > uiterlijk ? uiterlijk : op))
          .filter((op) => op > van);
  if (found.length > 0) return [...new Set(found)];
  const op = plusMs(tot, -2 * HOUR_MS);
  const laatste = overdag(op, bevrijdingsdag);
  return op > van && laatste < tot ? [laatste] : [];
}

function herinneringen(beeld: Beeld, step: Step, nu: Stap): Moment[] {
  const { bevrijdingsdag } = keuzeVan(beeld.project);
  const { tot } = nu.facts;
  return herinnerMomenten(begin(nu), tot, bevrijdingsdag).map((op, nth) => ({
    reeks: reeks('herinnering', nu),
    op,
    tot,
    naam: `Herinnering stap ${step.nummer}`,
    vraag: () => invoerVraag(beeld, step, { nu, soort: herinnerSoort(nth) }),
  }));
}

/** The first time somebody is asked alone, the next time with their name in the group as well. */
export const herinnerSoort = (nth: number): VraagSoort => (nth === 0 ? 'vraag' : 'herhaling');

/** Who turned out to take nothing from us in their own chat is asked in the group after all. */
function onbereiktGevraagd(beeld: Beeld, step: Step, nu: Stap): Moment[] {
  return all(beeld.project, bereik)
    .filter(({ id }) => id !== GESPREK)
    .filter(
      ({ facts: { onbereikbaar } }) => onbereikbaar > begin(nu) && onbereikbaar < nu.facts.tot,
    )
    .map(({ id, facts }) => ({
      reeks: `${reeks('onbereikt', nu)}.${id}`,
      op: facts.onbereikbaar,
      tot: nu.facts.tot,
      naam: '',
      vraag: () => {
        const vraag = invoerVraag(beeld, step, { nu, soort: 'vraag' });
        return { ...vraag, aan: vraag.aan.filter((lid) => lid.id === id) };
      },
    }));
}

/** A person who put it off is asked again at the chosen time, unless the step has closed by then. */
function uitgesteld(beeld: Beeld, step: Step, nu: Stap): Moment[] {
  return all(beeld.project, voorkeur)
    .filter(({ facts }) => facts.rust > begin(nu) && facts.rust < nu.facts.tot)
    .map(({ id, facts }) => ({
      reeks: `${reeks('uitgesteld', nu)}.${id}`,
      op: facts.rust,
      tot: nu.facts.tot,
      naam: `Herinnering stap ${step.nummer}`,
      vraag: () => {
        const vraag = invoerVraag(beeld, step, { nu, soort: 'vraag' });
        return { ...vraag, aan: vraag.aan.filter((lid) => lid.id === id) };
      },
    }));
}

/** The people who have not answered the step of now, and the buttons that answer it. */
const stil = perMinuut((beeld): Pick<Vraag, 'aan' | 'knoppen'> => {
  const nu = huidig(beeld.project);
  if (!nu) return { aan: [], knoppen: [] };
  const step = stepOf(beeld.traject, nu.id);
  const { stil: aan } = reacties(beeld.project, step);
  const knoppen = aan.flatMap((lid) => step.taken(beeld, lid).flatMap((taak) => taak.knoppen));
  const sleutel = ({ verb, args }: Button) => `${verb} ${JSON.stringify(args)}`;
  return { aan, knoppen: uniek(knoppen, sleutel).slice(0, MAX_TAAKKNOPPEN) };
});

/** The question to the people who have not answered the step of now, with the buttons that answer it (rule 6). */
export function invoerVraag(
  beeld: Beeld,
  step: Step,
  { nu, soort }: { nu: Stap; soort: VraagSoort },
): Vraag {
  return {
    ...stil(beeld),
    regels: [
      nu.facts.datum === ''
        ? `Stap ${step.nummer} staat open.`
        : `Stap ${step.nummer} sluit ${momentText(nu.facts)}.`,
      'Niets te melden? Laat dat ook weten.',
    ],
    onderons: [],
    soort,
  };
}

/** Beside those that every reminder has. */
const MAX_TAAKKNOPPEN = 4;

/** Tells the projectleider that everybody has answered, unless the way on is known; nothing closes by itself. */
function allen(beeld: Beeld, step: Step, nu: Stap): Moment[] {
  const { project } = beeld;
  const { gevraagd, stil: nogStil } = reacties(project, step);
  if (!isGroep(project) || gevraagd.length === 0 || nogStil.length > 0) return [];
  return [
    {
      reeks: reeks('allen', nu),
      op: nu.facts.geopend,
      tot: nu.facts.tot,
      naam: '',
      vraag: () => ({
        aan: leiding(project, false),
        regels: [`Iedereen heeft gereageerd op stap ${step.nummer}.`],
        onderons: [`Invullen kan nog tot ${momentText(nu.facts)}.`],
        knoppen: [
          { titel: 'Nu sluiten', verb: 'stap.sluiten' },
          { titel: 'Bekijk de stand', verb: 'leiding' },
        ],
        soort: 'persoonlijk' as const,
        ...(isGeregeld(beeld, step) && { aan: [] }),
      }),
    },
  ];
}

/** The deadline: from here on deelnemers are locked, and the group reads what there is. */
const sluiten = (step: Step, nu: Stap): Moment => ({
  reeks: reeks('sluiten', nu),
  op: plusMs(nu.facts.tot, SLUIT_NA_MS),
  tot: '',
  naam: `Stap ${step.nummer} sluit, met een samenvatting`,
  events: [say(stap, nu, { gesloten: nu.facts.tot })],
  messages: [{ soort: 'samenvatting', facts: { stap: nu.id } }],
});

/** Working days after the deadline at which the projectleider is prompted, as long as nothing happens. */
const NA_WERKDAGEN = [0, 3, 7];

function aansporingen(beeld: Beeld, step: Step, nu: Stap): Moment[] {
  const { project } = beeld;
  const { bevrijdingsdag } = keuzeVan(project);
  const { gesloten, tot } = nu.facts;
  // A projectleider who closed the step by hand needs no prompt at that moment.
  const isMetDeHand = gesloten !== '' && gesloten !== tot;
  const eind = gesloten === '' ? tot : gesloten;
  return NA_WERKDAGEN.filter((dagen) => dagen > 0 || !isMetDeHand).map((dagen) => ({
    reeks: reeks('leiding', nu),
    op:
      dagen === 0
        ? overdag(plusMs(tot, SLUIT_NA_MS), bevrijdingsdag)
        : ochtend(werkdagen(dateOf(eind), dagen, bevrijdingsdag), bevrijdingsdag),
    tot: '',
    naam: `Vraag aan de ${beeld.traject.woorden.projectleider}: hoe verder na stap ${step.nummer}?`,
    vraag: () => ({
      ...leidingVraag(beeld, step, nu, dagen > 0),
      ...(isGeregeld(beeld, step) && { aan: [] }),
    }),
  }));
}

/** How long before its end a project is asked whether it closes. */
const EINDE_WEKEN = 6;

/** True when the way on is known: an overleg of this step is planned or going on, or the last step has long to go. */
function isGeregeld({ project, traject, now }: Beeld, step: Step): boolean {
  const isVoorzien = overleggenIn({ project, traject }).some(
    ({ soort, found: { facts } }) =>
      soort.stappen.includes(step.id) &&
      facts.gesloten === '' &&
      (facts.begonnen !== '' || (facts.datum !== '' && utcOf(facts) > now)),
  );
  const eind = plusDays(profielVan(project).facts.einde, { weeks: -EINDE_WEKEN });
  return isVoorzien || (!nextStep(traject, step.id) && dateOf(now) < eind);
}

function leidingVraag(beeld: Beeld, step: Step, nu: Stap, isLater: boolean): Vraag {
  const { project } = beeld;
  const namen = reacties(project, step).stil.map(({ texts }) => texts.organisatie || texts.naam);
  return {
    aan: leiding(project, isLater),
    regels: [
      step.heeftInvoer
        ? `Stap ${step.nummer} is gesloten sinds ${instantText(nu.facts.gesloten || nu.facts.tot)}.`
        : `De streefdatum van stap ${step.nummer} was ${momentText(nu.facts)}.`,
      `Hoe gaat het ${beeld.traject.woorden.project} verder?`,
    ],
    onderons: [
      ...(namen.length > 0 ? [`Nog niets van: ${mensen(namen)}.`] : []),
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
  return wacht.length === 0 ? [] : [`Er wacht ook: ${wacht.map(({ tekst }) => tekst).join('; ')}.`];
}

/** Whom no reminder reaches: without Teams, or their own chat takes nothing from us. */
function onbereikt({ project, now }: Beeld): string[] {
  const namen = (wie: readonly Deelnemer[]) => mensen(wie.map(({ texts }) => texts.naam));
  const zonder = leden(project).filter(({ facts }) => facts.identities.length === 0);
  const dicht = leden(project).filter(({ id }) => isOnbereikbaar(project, id, now));
  return [
    ...(zonder.length === 0 ? [] : [`Zonder Teams: ${namen(zonder)}. Vul namens hen in.`]),
    ...(dicht.length === 0 ? [] : [`Niet bereikt in hun eigen chat: ${namen(dicht)}.`]),
  ];
}
