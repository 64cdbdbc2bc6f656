import type { Beeld, Moment, Step, Vraag } from '../contract/contract.ts';
import { leden, type Deelnemer } from '../feiten/deelnemers.ts';
import { all, say } from '../feiten/project.ts';
import type { Button } from '../vormen/screen.ts';
import { huidig, SLUIT_NA_MS, stap, type Stap } from '../feiten/geopende-stap.ts';
import { nextStep, stepOf } from '../contract/step.ts';
import { dateOf, instantText, momentText, plusMs } from '../taal/time.ts';
import { ochtend, overdag, werkdagen, type Bevrijdingsdag } from '../kalender/dagen.ts';
import { isGroep, isOnbereikbaar, keuzeVan, leiding, voorkeur } from '../kalender/moment.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

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
          ...allen(beeld, step, nu),
          sluiten(step, nu),
        ]
      : []),
    ...aansporingen(beeld, step, nu),
  ];
}

const reeks = (naam: string, { id, facts }: Stap) => `${naam}.${id}.${facts.generatie}`;

/** When the window of this generation began: at the opening, or when its deadline was set anew. */
const begin = ({ facts, changedAt }: Stap) => (facts.generatie > 1 ? changedAt : facts.geopend);

/**
 * When to remind within a window: about half-way and at 80 percent, in working hours and a working day before the end;
 * within less than a day, or where that leaves nothing, two hours before.
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
  return herinnerMomenten(begin(nu), tot, bevrijdingsdag).map((op) => ({
    reeks: reeks('herinnering', nu),
    ...{ op, tot, naam: `Herinnering stap ${step.nummer}` },
    vraag: () => invoerVraag(beeld, step, nu),
  }));
}

/** Who put it off is asked again when they said so, unless the step has closed by then. */
function uitgesteld(beeld: Beeld, step: Step, nu: Stap): Moment[] {
  return all(beeld.project, voorkeur)
    .filter(({ facts }) => facts.rust > begin(nu) && facts.rust < nu.facts.tot)
    .map(({ id, facts }) => ({
      reeks: `${reeks('uitgesteld', nu)}.${id}`,
      ...{ op: facts.rust, tot: nu.facts.tot, naam: `Herinnering stap ${step.nummer}` },
      vraag: () => {
        const vraag = invoerVraag(beeld, step, nu);
        return { ...vraag, aan: (project) => vraag.aan(project).filter((lid) => lid.id === id) };
      },
    }));
}

/** The question to whoever has not answered, with the buttons that answer it (ux text 5). */
export function invoerVraag(beeld: Beeld, step: Step, nu: Stap): Vraag {
  const aan = (project: Beeld['project']) =>
    leden(project).filter((lid) => !step.heeftGereageerd(project, lid));
  return {
    aan,
    regels: [
      nu.facts.datum === ''
        ? `Stap ${step.nummer} staat open.`
        : `Stap ${step.nummer} sluit ${momentText(nu.facts)}.`,
      'Niets te melden? Laat dat ook weten.',
    ],
    onderons: [],
    knoppen: uniek(
      aan(beeld.project).flatMap((lid) => step.taken(beeld, lid).flatMap(({ knoppen }) => knoppen)),
    ),
    isPersoonlijk: false,
  };
}

const MAX_KNOPPEN = 4;

function uniek(knoppen: readonly Button[]): Button[] {
  const byKey = new Map(knoppen.map((knop) => [`${knop.verb} ${JSON.stringify(knop.args)}`, knop]));
  return [...byKey.values()].slice(0, MAX_KNOPPEN);
}

/** Everybody has answered: said to whoever leads, and nothing closes by itself. */
function allen({ project }: Beeld, step: Step, nu: Stap): Moment[] {
  const gevraagd = leden(project).filter((lid) => step.moetReageren?.(project, lid) ?? true);
  if (!isGroep(project) || gevraagd.length === 0) return [];
  if (gevraagd.some((lid) => !step.heeftGereageerd(project, lid))) return [];
  return [
    {
      reeks: reeks('allen', nu),
      ...{ op: nu.facts.geopend, tot: nu.facts.tot, naam: '' },
      vraag: () => ({
        aan: () => leiding(project, false),
        regels: [`Iedereen heeft gereageerd op stap ${step.nummer}.`],
        onderons: [`Invullen kan nog tot ${momentText(nu.facts)}.`],
        knoppen: [
          { titel: 'Nu sluiten', verb: 'stap.sluiten' },
          { titel: 'Bekijk de stand', verb: 'leiding' },
        ],
        isPersoonlijk: true,
      }),
    },
  ];
}

/** The deadline: deelnemers are locked from here on, and the group reads what there is. */
const sluiten = (step: Step, nu: Stap): Moment => ({
  reeks: reeks('sluiten', nu),
  op: plusMs(nu.facts.tot, SLUIT_NA_MS),
  tot: '',
  naam: `Stap ${step.nummer} sluit, met een samenvatting`,
  events: [say(stap, nu, { gesloten: nu.facts.tot })],
  messages: [{ soort: 'samenvatting', facts: { stap: nu.id } }],
});

/** Working days after the deadline at which whoever leads is prompted, as long as nothing happens. */
const NA_WERKDAGEN = [0, 3, 7];

function aansporingen(beeld: Beeld, step: Step, nu: Stap): Moment[] {
  const { project } = beeld;
  const { bevrijdingsdag } = keuzeVan(project);
  const { gesloten, tot } = nu.facts;
  // Who closes a step by hand needs no prompt at that moment.
  const isMetDeHand = gesloten !== '' && gesloten !== tot;
  const eind = gesloten === '' ? tot : gesloten;
  return NA_WERKDAGEN.filter((dagen) => dagen > 0 || !isMetDeHand).map((dagen) => ({
    reeks: reeks('leiding', nu),
    op:
      dagen === 0
        ? overdag(plusMs(tot, SLUIT_NA_MS), bevrijdingsdag)
        : ochtend(werkdagen(dateOf(eind), dagen, bevrijdingsdag), bevrijdingsdag),
    tot: '',
    naam: `Vraag aan de projectleider: hoe verder na stap ${step.nummer}?`,
    vraag: () => leidingVraag(beeld, step, nu, dagen > 0),
  }));
}

function leidingVraag(beeld: Beeld, step: Step, nu: Stap, isLater: boolean): Vraag {
  const { project } = beeld;
  const stil = step.heeftInvoer
    ? leden(project).filter((lid) => !step.heeftGereageerd(project, lid))
    : [];
  const namen = stil.map(({ texts }) => texts.organisatie || texts.naam);
  return {
    aan: (later) => leiding(later, isLater),
    regels: [
      step.heeftInvoer
        ? `Stap ${step.nummer} is gesloten sinds ${instantText(nu.facts.gesloten || nu.facts.tot)}.`
        : `De streefdatum van stap ${step.nummer} was ${momentText(nu.facts)}.`,
      'Hoe gaat het project verder?',
    ],
    onderons: [
      ...(namen.length > 0 ? [`Nog niets van: ${afgekapt(namen)}.`] : []),
      ...onbereikt(beeld),
    ],
    knoppen: [
      ...(step.overleg > 0 ? [{ titel: 'Overleg voorbereiden', verb: 'overleg' }] : []),
      ...(nextStep(beeld.traject, step.id)
        ? [{ titel: 'Volgende stap', verb: 'stap.volgende' }]
        : beeld.traject.slot),
      {
        titel: step.heeftInvoer ? 'Stap langer openzetten' : 'Streefdatum aanpassen',
        verb: 'deadline',
      },
    ],
    isPersoonlijk: true,
  };
}

const MAX_NAMEN = 10;
const afgekapt = (namen: readonly string[]) =>
  namen.length <= MAX_NAMEN
    ? namen.join(', ')
    : `${namen.slice(0, MAX_NAMEN).join(', ')} en ${namen.length - MAX_NAMEN} anderen`;

/** Whom no reminder reaches: without Teams, or their own chat takes nothing from us. */
function onbereikt({ project, now }: Beeld): string[] {
  const namen = (wie: readonly Deelnemer[]) => afgekapt(wie.map(({ texts }) => texts.naam));
  const zonder = leden(project).filter(({ facts }) => facts.identities.length === 0);
  const dicht = leden(project).filter(({ id }) => isOnbereikbaar(project, id, now));
  return [
    ...(zonder.length === 0 ? [] : [`Zonder Teams: ${namen(zonder)}. Vul namens hen in.`]),
    ...(dicht.length === 0 ? [] : [`Niet bereikt in hun eigen chat: ${namen(dicht)}.`]),
  ];
}
