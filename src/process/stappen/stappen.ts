import type { Ctx, Step } from '../contract/contract.ts';
import { formOf, tap, vorm } from '../contract/action.ts';
import {
  accept,
  notNow,
  refuse,
  refuseFields,
  type Decision,
  type OutboxMessage,
} from '../contract/decision.ts';
import { datum, tijd, type Fields, type Values } from '../vormen/form.ts';
import { type NewEvent, type Project, begin, one, oneEver, say } from '../feiten/project.ts';
import { momentFouten } from '../vormen/moment.ts';
import { gelukt, type Button } from '../vormen/screen.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { huidig, isOpenFor, stap, versieVan, type Stap } from '../feiten/geopende-stap.ts';
import { nextStep, stepOf, watMist } from '../contract/step.ts';
import { dateOf, dayText, deadlineText, utcOf, type LocalMoment } from '../taal/time.ts';
import { gaandOverleg, komendOverleg, naamVanOverleg, opgenomen } from '../contract/overleggen.ts';
import { gereedRegels } from './gereed-regels.ts';
import { nogNietsVan, reacties } from './reacties.ts';
import {
  dagVanOverleg,
  overlegBijStart,
  overlegNaStart,
  overlegRegels,
} from './overleg-bij-stap.ts';
import { overlegUit, overlegVelden } from './overleg-vragen.ts';
import { beeldVan } from '../contract/beeld.ts';
import { overleg, uitkomst } from '../feiten/overleg.ts';
import { usualDeadline } from '../kalender/dagen.ts';
import { bijGroep, keuzeVan } from '../kalender/moment.ts';
import { isNogTeMelden } from './momenten.ts';
import { leidingKnop } from '../contract/woorden.ts';

const momentVelden = (label: string, waarde: LocalMoment) => ({
  datum: datum({ label, nodig: 'Kies een datum.', waarde: waarde.datum }),
  tijd: tijd({ label: 'Hoe laat?', nodig: 'Kies een tijd.', waarde: waarde.tijd }),
});

/**
 * The deadline that the overleg agreed for the next step, else Thursday in three weeks at 17.00 (rule 2). What a step makes
 * in its overleg is not ready before that day.
 */
function voorstel(
  { project, traject, now }: Ctx,
  id: string,
): { moment: LocalMoment; herkomst: string } {
  const agreed = one(project, uitkomst, afgesprokenId(id));
  if (
    agreed &&
    agreed.facts.wanneer !== '' &&
    utcOf({ datum: agreed.facts.wanneer, tijd: '17:00' }) > now
  ) {
    return {
      moment: { datum: agreed.facts.wanneer, tijd: '17:00' },
      herkomst: ` (afgesproken in ${naamVanOverleg({ project, traject }, agreed.facts.overleg)})`,
    };
  }
  const usual = gebruikelijk(project, now);
  const { dag, naam } = dagVanOverleg({ project, traject, now }, stepOf(traject, id));
  return dag > usual.datum
    ? { moment: { ...usual, datum: dag }, herkomst: ` (de dag van ${naam})` }
    : { moment: usual, herkomst: '' };
}

const gebruikelijk = (project: Project, now: string) =>
  usualDeadline(dateOf(now), keuzeVan(project).bevrijdingsdag);

/** The outcome that holds the deadline agreed for a step. */
export const afgesprokenId = (stapId: string) => `deadline.${stapId}`;

const vraagBij = (step: Step, herkomst: string) =>
  step.heeftInvoer
    ? `Tot wanneer kan iedereen invullen?${herkomst}`
    : `${step.streefvraag}${herkomst}`;

/** The way back, where a confirmation is asked (rule 18). */
const NOG_NIET: Button = { titel: 'Nog niet', verb: 'leiding' };

/** `volgende stap`: shows what is complete and what is missing, and asks the date and one confirmation (A15, A16, A17). */
export const volgende = vorm<Fields>({
  verb: 'stap.volgende',
  right: 'projectleider',
  when: 'open',
  form: (ctx) => {
    const steps = naar(ctx);
    if (!steps) return laatsteStap(ctx);
    const { from, to } = steps;
    const { moment, herkomst } = voorstel(ctx, to.id);
    const mist = watMist(beeldVan(ctx), from);
    const velden = {
      ...overlegVelden(beeldVan(ctx), to),
      ...momentVelden(vraagBij(to, herkomst), moment),
    };
    return formOf<Fields>(`Stap ${to.nummer} starten?`, velden, {
      uitleg: [
        ...overzicht(ctx, from),
        ...overlegRegels(beeldVan(ctx), to),
        ...(mist ? [`${mist.mist} ${mist.zonder}`] : []),
        ...bijGroep(ctx.project, 'De hele groep krijgt bericht.'),
      ],
      opslaan: `Stap ${to.nummer} starten`,
      knoppen: [...(mist?.knoppen ?? []), NOG_NIET],
      rev: versieNu(ctx.project),
    });
  },
  decide: (ctx, values) => {
    const steps = naar(ctx);
    if (!steps) return refuse('stap-voorbij');
    const { datum: dag, tijd: uur, ...rest } = values as Antwoorden;
    const moment = { datum: dag, tijd: uur };
    const plan = overlegUit(beeldVan(ctx), steps.to, rest);
    const wrong = { ...('velden' in plan && plan.velden), ...momentFouten(moment, ctx.now) };
    if ('velden' in plan || Object.keys(wrong).length > 0) return refuseFields(wrong);
    return gaVerder(ctx, steps, { moment, eerst: plan.events });
  },
  receipt: gestart,
});

/** The fields that this form has: those about the overleg only where that is asked. */
type Antwoorden = Values<ReturnType<typeof momentVelden>> &
  Partial<Values<NonNullable<ReturnType<typeof overlegVelden>>>>;

function gaVerder(
  ctx: Ctx,
  { from, to }: Overgang,
  { moment, eerst: vooraf }: { moment: LocalMoment; eerst: readonly NewEvent[] },
): Decision {
  const closing = [...sluitStap(ctx, from), ...sluitOverleg(ctx, to)];
  const eerst = [
    ...closing.flatMap(({ events }) => events),
    ...(watMist(beeldVan(ctx), from)?.events ?? []),
    ...vooraf,
  ];
  const sinds = ctx.project.n + eerst.length + 1;
  return accept(
    to.id,
    [...eerst, opening(ctx, to, { ...moment, sinds })],
    ...closing.map(({ bericht }) => bericht),
    { soort: 'kaart', facts: { stap: to.id } },
  );
}

function gestart(ctx: Ctx, about: string) {
  const { traject, project } = ctx;
  const step = stepOf(traject, about || (huidig(project)?.id ?? ''));
  const { regels, knoppen } = overlegNaStart(beeldVan(ctx), step);
  return gelukt(
    `Stap ${step.nummer} is gestart.`,
    [...bijGroep(project, 'De groep krijgt bericht.'), ...regels],
    [...knoppen, leidingKnop(traject)],
  );
}

/**
 * Starts the next step with the date that is proposed, from the screen that shows what is complete and what is missing.
 * That screen is the confirmation (rule 18), so what it said must still hold.
 */
export const meteenVerder = tap({
  verb: 'stap.starten',
  right: 'projectleider',
  when: 'open',
  decide: (ctx) => {
    const steps = naar(ctx);
    if (!steps) return laatsteStap(ctx);
    const aanbod = meteen(ctx);
    return aanbod && ctx.args['stap'] === aanbod.to.id && ctx.args['datum'] === aanbod.moment.datum
      ? gaVerder(ctx, steps, { moment: aanbod.moment, eerst: [] })
      : notNow('Er is net iets veranderd. Kijk eerst wat er nu staat.', [KNOP.volgendeStap]);
  },
  receipt: gestart,
});

/** The next step and its proposed moment, where nothing has to be asked first. */
function meteen(ctx: Ctx): { to: Step; moment: LocalMoment; herkomst: string } | undefined {
  const steps = naar(ctx);
  if (!steps || watMist(beeldVan(ctx), steps.from)) return undefined;
  return { to: steps.to, ...voorstel(ctx, steps.to.id) };
}

/**
 * Going on at once: to which step, until when, the button, and what is known of its overleg with the way to say more;
 * nothing where something has to be asked first.
 */
export const verderMet = (
  ctx: Ctx,
): { to: Step; tot: string; knop: Button; overleg: ReturnType<typeof overlegBijStart> }[] => {
  const aanbod = meteen(ctx);
  if (!aanbod) return [];
  const { to, moment, herkomst } = aanbod;
  const knop = {
    titel: `Stap ${to.nummer} nu starten`,
    verb: 'stap.starten',
    args: { stap: to.id, datum: moment.datum },
  };
  const overlegErbij = overlegBijStart(beeldVan(ctx), to);
  return [{ to, tot: `${deadlineText(moment, ctx.now)}${herkomst}`, knop, overleg: overlegErbij }];
};

const versieNu = (project: Project) => {
  const nu = huidig(project);
  return nu ? versieVan(nu) : 0;
};

/** After the last step the project is closed instead. */
const laatsteStap = ({ traject }: Ctx) =>
  notNow(
    `Dit is de laatste stap. Sluit het ${traject.woorden.project} af met de evaluatie.`,
    traject.slot,
  );

interface Overgang {
  from: Step;
  to: Step;
}

function naar({ project, traject }: Ctx): Overgang | undefined {
  const nu = huidig(project);
  const to = nu && nextStep(traject, nu.id);
  return nu && to ? { from: stepOf(traject, nu.id), to } : undefined;
}

/** Something that ends together with the step, and how the group is told. */
interface Einde {
  events: readonly NewEvent[];
  bericht: OutboxMessage;
}

/** What came in is told with the closing, also when the clock closed the step and the group was not told yet. */
function sluitStap({ project, now }: Ctx, step: Step): Einde[] {
  const nu = one(project, stap, step.id);
  const isOpen = nu?.facts.gesloten === '';
  if (!nu || (!isOpen && !isNogTeMelden(project, step, nu))) return [];
  const bericht = { soort: 'samenvatting', facts: { stap: step.id } };
  return [{ events: isOpen ? [say(stap, nu, { gesloten: now })] : [], bericht }];
}

/** Whoever goes on has forgotten to close the overleg; overleg 2 goes on from step 4 into step 5 (rule 1). */
function sluitOverleg(ctx: Ctx, to: Step): Einde[] {
  const nu = gaandOverleg(ctx);
  if (!nu || nu.soort.stappen.includes(to.id)) return [];
  const bericht = { soort: 'overleg-gesloten', facts: { nummer: nu.nummer } };
  return [{ events: [say(overleg, nu.found, { gesloten: ctx.now })], bericht }];
}

/** What is complete and what is missing: a warning, no obstacle. */
function overzicht({ project, now, traject }: Ctx, from: Step): string[] {
  const checks = from.gereed({ project, now, traject });
  const { stil } = reacties(project, from);
  return [
    ...gereedRegels(checks),
    ...(stil.length > 0 ? [`Let op: ${nogNietsVan(project, stil)}`] : []),
  ];
}

function opening(
  { project, now }: Ctx,
  to: Step,
  { sinds, ...moment }: LocalMoment & { sinds: number },
): NewEvent {
  const generatie = (oneEver(project, stap, to.id)?.facts.generatie ?? 0) + 1;
  const facts = { nummer: to.nummer, geopend: now, ...moment, tot: utcOf(moment) };
  // It may have been opened before, and taken back.
  return { ...begin(stap, to.id, { ...facts, gesloten: '', generatie, sinds }, {}), gone: false };
}

/** A streefdatum locks no one, so there is nothing to open again. */
const deadlineTitel = ({ nummer, heeftInvoer }: Step, isOpen: boolean) =>
  !heeftInvoer
    ? `Streefdatum van stap ${nummer}`
    : isOpen
      ? `Deadline van stap ${nummer} aanpassen`
      : `Stap ${nummer} weer openzetten`;

const isGeslotenVoor = ({ traject, now }: Ctx, nu: Stap) =>
  stepOf(traject, nu.id).heeftInvoer && !isOpenFor(nu, now);

/** `deadline`: extends, shortens or reopens the present step; announced and on the record (A17, E17). */
export const deadline = vorm({
  verb: 'deadline',
  right: 'projectleider',
  when: 'open',
  form: (ctx) => {
    const nu = huidig(ctx.project);
    if (!nu) return refuse('stap-nog-niet');
    const step = stepOf(ctx.traject, nu.id);
    const isOpen = isOpenFor(nu, ctx.now);
    const waarde =
      nu.facts.datum !== '' && isOpen
        ? { datum: nu.facts.datum, tijd: nu.facts.tijd }
        : gebruikelijk(ctx.project, ctx.now);
    return formOf(
      deadlineTitel(step, isOpen),
      momentVelden(vraagBij(step, ''), waarde) satisfies Fields,
      {
        uitleg: [
          ...(step.heeftInvoer && !isOpen ? ['Je kunt nu niets invullen.'] : []),
          ...(nu.facts.datum !== '' && (isOpen || !step.heeftInvoer)
            ? [`Nu: ${deadlineText(nu.facts, ctx.now)}.`]
            : []),
          ...bijGroep(ctx.project, 'De hele groep krijgt bericht.'),
        ],
        rev: versieVan(nu),
      },
    );
  },
  decide: (ctx, moment) => {
    const nu = huidig(ctx.project);
    if (!nu) return refuse('stap-nog-niet');
    const wrong = momentFouten(moment, ctx.now);
    if (Object.keys(wrong).length > 0) return refuseFields(wrong);
    if (utcOf(moment) === nu.facts.tot && nu.facts.gesloten === '') return accept(nu.id, []);
    const generatie = nu.facts.generatie + 1;
    const event = say(stap, nu, { ...moment, tot: utcOf(moment), gesloten: '', generatie });
    return accept(nu.id, [event], {
      soort: 'deadline',
      facts: { stap: nu.id, was: nu.facts.tot, heropend: isGeslotenVoor(ctx, nu) },
    });
  },
  receipt: ({ project, traject, now }) => {
    const nu = huidig(project);
    return gelukt(
      'De nieuwe datum is opgeslagen.',
      nu ? [`Stap ${nu.facts.nummer}: ${deadlineText(nu.facts, now)}.`] : [],
      [leidingKnop(traject)],
    );
  },
});

/** Closes the step for deelnemers before its deadline. It never opens the next step. */
export const sluiten = vorm({
  verb: 'stap.sluiten',
  right: 'projectleider',
  when: 'open',
  form: (ctx) => {
    const nu = huidig(ctx.project);
    if (!nu || nu.facts.gesloten !== '' || !stepOf(ctx.traject, nu.id).heeftInvoer)
      return notNow('Er staat nu geen stap open om in te vullen.');
    return formOf(
      `Stap ${nu.facts.nummer} nu sluiten?`,
      {},
      {
        uitleg: [
          'Deelnemers kunnen daarna niets meer invullen.',
          ...bijGroep(ctx.project, 'De groep krijgt een samenvatting.'),
        ],
        opslaan: 'Nu sluiten',
        knoppen: [NOG_NIET],
        rev: nu.rev,
      },
    );
  },
  decide: ({ project, now }) => {
    const nu = huidig(project);
    if (!nu) return refuse('stap-nog-niet');
    return accept(nu.id, [say(stap, nu, { gesloten: now })], {
      soort: 'samenvatting',
      facts: { stap: nu.id },
    });
  },
  receipt: ({ traject }) => gelukt('De stap is gesloten.', [], [leidingKnop(traject)]),
});

function afgesprokenTekst({ traject, now }: Ctx, stapId: string, wanneer: string): string {
  const { nummer, heeftInvoer } = stepOf(traject, stapId);
  return `Stap ${nummer}: ${heeftInvoer ? 'invullen tot' : 'klaar op'} ${dayText(wanneer, now)}`;
}

/** Notes at an agenda line until when the next step will be open; `volgende stap` fills it in later. */
export const afspreken = vorm({
  verb: 'overleg.deadline',
  right: 'notulist',
  when: 'open',
  form: (ctx) => {
    const step = ctx.traject.stappen.find(({ id }) => id === ctx.args['stap']);
    if (!step) return refuse('niet-gevonden');
    const { moment } = voorstel(ctx, step.id);
    return formOf(`Afspraak over stap ${step.nummer}`, {
      datum: datum({ label: vraagBij(step, ''), nodig: 'Kies een datum.', waarde: moment.datum }),
    });
  },
  decide: (ctx, { datum: wanneer }) => {
    const stapId = ctx.args['stap'] ?? '';
    if (wanneer < dateOf(ctx.now))
      return refuseFields({ datum: 'Deze dag is al voorbij. Kies een latere dag.' });
    const waar = gaandOverleg(ctx) ?? komendOverleg(ctx);
    const id = afgesprokenId(stapId);
    return accept(id, [
      ...(waar ? opgenomen(ctx, waar) : []),
      begin(
        uitkomst,
        id,
        {
          overleg: waar?.id ?? '',
          regel: id,
          soort: 'afspraak',
          wie: '',
          wanneer,
          vertrouwelijk: false,
          voor: [],
        },
        { tekst: afgesprokenTekst(ctx, stapId, wanneer) },
      ),
    ]);
  },
  receipt: () =>
    gelukt(
      'De afspraak is opgeslagen.',
      [],
      [{ titel: 'Terug naar het overleg', verb: 'overleg' }],
    ),
});
