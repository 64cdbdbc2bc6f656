import type { Beeld, Moment, Step, Vraag, VraagSoort } from '../contract/contract.ts';
import { all, one, say, type Project } from '../feiten/project.ts';
import { perMinuut } from '../contract/per-minuut.ts';
import type { Button } from '../vormen/screen.ts';
import { huidig, isOpenFor, SLUIT_NA_MS, stap, type Stap } from '../feiten/geopende-stap.ts';
import { stepOf } from '../contract/step.ts';
import { dateOf, DAY_MS, HOUR_MS, plusMs, opDeadline, deadlineVoluit } from '../taal/time.ts';
import { uniek } from '../taal/uniek.ts';
import { meldbaar, ochtend, overdag, werkdagen, type Bevrijdingsdag } from '../kalender/dagen.ts';
import {
  bereik,
  gebeurd,
  GESPREK,
  isGroep,
  keuzeVan,
  leiding,
  voorkeur,
} from '../kalender/moment.ts';
import { aansporingen, isGeregeld, reeks } from './aansporen.ts';
import { reacties } from './reacties.ts';
import { termijnMomenten } from './termijn.ts';

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
          sluiten(beeld, step, nu),
        ]
      : []),
    ...(isOpen || isNogTeMelden(project, step, nu) ? [samenvatting(beeld, step, nu)] : []),
    ...(isOpenFor(nu, beeld.now) ? termijnMomenten(nu) : []),
    ...aansporingen(beeld, step, nu),
  ];
}

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
  // A window until midnight ends with the day before.
  const eind = dateOf(plusMs(tot, -1));
  const uiterlijk = ochtend(werkdagen(eind, -1, bevrijdingsdag), bevrijdingsdag);
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
        : `Stap ${step.nummer} sluit ${opDeadline(nu.facts, beeld.now)}.`,
      'Niets te melden? Laat dat ook weten.',
    ],
    onderons: () => [],
    soort,
  };
}

/** Beside those that every reminder has. */
const MAX_TAAKKNOPPEN = 4;

/** Tells the projectleider that everybody has answered, unless the way on is known; nothing closes by itself. */
function allen(beeld: Beeld, step: Step, nu: Stap): Moment[] {
  const { project, now } = beeld;
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
        onderons: () => [`Je kunt nog invullen tot ${deadlineVoluit(nu.facts, now)}.`],
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

const dichtOp = (nu: Stap) => plusMs(nu.facts.tot, SLUIT_NA_MS);

/** The deadline: from here on deelnemers are locked. */
const sluiten = (beeld: Beeld, step: Step, nu: Stap): Moment => ({
  reeks: reeks('dicht', nu),
  op: dichtOp(nu),
  tot: '',
  naam: `Stap ${step.nummer} sluit${isMeteenTeMelden(beeld, nu) ? ', met een samenvatting' : ''}`,
  events: [say(stap, nu, { gesloten: nu.facts.tot })],
});

const REEKS_SAMENVATTING = 'sluiten';

const meldenOp = ({ project }: Beeld, nu: Stap) =>
  meldbaar(dichtOp(nu), keuzeVan(project).bevrijdingsdag);

const isMeteenTeMelden = (beeld: Beeld, nu: Stap) => meldenOp(beeld, nu) === dichtOp(nu);

/** The group reads what came in: at the closing in working hours, else on the next working morning. */
const samenvatting = (beeld: Beeld, step: Step, nu: Stap): Moment => ({
  reeks: reeks(REEKS_SAMENVATTING, nu),
  op: meldenOp(beeld, nu),
  tot: '',
  naam: isMeteenTeMelden(beeld, nu) ? '' : `Samenvatting van stap ${step.nummer}`,
  messages: [{ soort: 'samenvatting', facts: { stap: nu.id } }],
});

/** True when the clock closed the step, and the group did not read yet what came in. */
export const isNogTeMelden = (project: Project, step: Step, nu: Stap): boolean =>
  step.heeftInvoer &&
  nu.facts.gesloten !== '' &&
  nu.facts.gesloten === nu.facts.tot &&
  one(project, gebeurd, reeks(REEKS_SAMENVATTING, nu)) === undefined;
