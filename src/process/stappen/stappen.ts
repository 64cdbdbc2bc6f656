import type { Ctx, Step } from '../contract/contract.ts';
import { formOf, vorm } from '../contract/action.ts';
import { accept, notNow, refuse, refuseFields, type OutboxMessage } from '../contract/decision.ts';
import { datum, tijd, type Fields } from '../vormen/form.ts';
import { type NewEvent, type Project, begin, one, oneEver, say } from '../feiten/project.ts';
import { KLOPT_HET_JAAR } from '../vormen/lezen.ts';
import { gelukt, type Button } from '../vormen/screen.ts';
import { huidig, isOpenFor, stap, versieVan, type Stap } from '../feiten/geopende-stap.ts';
import { nextStep, stepOf } from '../contract/step.ts';
import {
  dateOf,
  dayText,
  isVerVooruit,
  momentText,
  usualDeadline,
  utcOf,
  type LocalMoment,
} from '../taal/time.ts';
import { gaandOverleg, komendOverleg, naamVanOverleg, opgenomen } from '../contract/overleggen.ts';
import { nogNietsVan, reacties } from './reacties.ts';
import { TERUG } from './terugnemen.ts';
import { beeldVan } from '../contract/beeld.ts';
import { overleg, uitkomst } from '../feiten/overleg.ts';
import { leidingKnop } from '../contract/woorden.ts';

/** A sentence for each field when the deadline does not lie ahead. */
function deadlineFouten(
  { datum: dag, tijd: uur }: LocalMoment,
  now: string,
): Record<string, string> {
  if (utcOf({ datum: dag, tijd: uur }) <= now)
    return { datum: 'Dit moment is al voorbij. Kies een later moment.' };
  return isVerVooruit(dag, dateOf(now)) ? { datum: KLOPT_HET_JAAR } : {};
}

const momentVelden = (label: string, waarde: LocalMoment) => ({
  datum: datum({ label, nodig: 'Kies een datum.', waarde: waarde.datum }),
  tijd: tijd({ label: 'Hoe laat?', nodig: 'Kies een tijd.', waarde: waarde.tijd }),
});

/** The deadline that the overleg agreed for the next step, else Thursday in three weeks at 17.00 (rule 2). */
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
  return { moment: usualDeadline(dateOf(now)), herkomst: '' };
}

/** The outcome that holds the deadline agreed for a step. */
export const afgesprokenId = (stapId: string) => `deadline.${stapId}`;

const vraagBij = (step: Step, herkomst: string) =>
  step.heeftInvoer
    ? `Tot wanneer kan iedereen invullen?${herkomst}`
    : `Wanneer moet dit klaar zijn?${herkomst}`;

/** The way back, where a confirmation is asked (rule 18). */
const NOG_NIET: Button = { titel: 'Nog niet', verb: 'leiding' };

/** `volgende stap`: shows what is complete and what is missing, and asks the date and one confirmation (A15, A16, A17). */
export const volgende = vorm({
  verb: 'stap.volgende',
  right: 'projectleider',
  when: 'open',
  form: (ctx) => {
    const steps = naar(ctx);
    if (!steps) return laatsteStap(ctx);
    const { from, to } = steps;
    const { moment, herkomst } = voorstel(ctx, to.id);
    const mist = from.voorwaarde(beeldVan(ctx));
    return formOf(`Stap ${to.nummer} starten?`, momentVelden(vraagBij(to, herkomst), moment), {
      uitleg: [
        ...overzicht(ctx, from),
        ...(mist ? [`${mist.mist} ${mist.zonder}`] : []),
        'De hele groep krijgt bericht.',
      ],
      opslaan: `Stap ${to.nummer} starten`,
      knoppen: [...(mist?.knoppen ?? []), NOG_NIET],
      rev: versieNu(ctx.project),
    });
  },
  decide: (ctx, moment) => {
    const steps = naar(ctx);
    if (!steps) return refuse('stap-voorbij');
    const wrong = deadlineFouten(moment, ctx.now);
    if (Object.keys(wrong).length > 0) return refuseFields(wrong);
    const { from, to } = steps;
    const closing = [...sluitStap(ctx, from), ...sluitOverleg(ctx, to)];
    const eerst = [
      ...closing.map(({ event }) => event),
      ...(from.voorwaarde(beeldVan(ctx))?.events ?? []),
    ];
    const sinds = ctx.project.n + eerst.length + 1;
    return accept(
      to.id,
      [...eerst, opening(ctx, to, { ...moment, sinds })],
      ...closing.map(({ bericht }) => bericht),
      { soort: 'kaart', facts: { stap: to.id } },
    );
  },
  receipt: ({ traject, project }, about) => {
    const step = stepOf(traject, about || (huidig(project)?.id ?? ''));
    return gelukt(
      `Stap ${step.nummer} is gestart.`,
      ['De groep ziet het nieuwe bericht.'],
      [leidingKnop(traject), TERUG],
    );
  },
});

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

function naar({ project, traject }: Ctx): { from: Step; to: Step } | undefined {
  const nu = huidig(project);
  const to = nu && nextStep(traject, nu.id);
  return nu && to ? { from: stepOf(traject, nu.id), to } : undefined;
}

/** Something that ends together with the step, and how the group is told. */
interface Einde {
  event: NewEvent;
  bericht: OutboxMessage;
}

function sluitStap({ project, now }: Ctx, { id }: Step): Einde[] {
  const nu = one(project, stap, id);
  if (!nu || nu.facts.gesloten !== '') return [];
  const bericht = { soort: 'samenvatting', facts: { stap: id } };
  return [{ event: say(stap, nu, { gesloten: now }), bericht }];
}

/** Whoever goes on has forgotten to close the overleg; overleg 2 goes on from step 4 into step 5 (rule 1). */
function sluitOverleg(ctx: Ctx, to: Step): Einde[] {
  const nu = gaandOverleg(ctx);
  if (!nu || nu.soort.stappen.includes(to.id)) return [];
  const bericht = { soort: 'overleg-gesloten', facts: { nummer: nu.nummer } };
  return [{ event: say(overleg, nu.found, { gesloten: ctx.now }), bericht }];
}

/** What is complete and what is missing: a warning, no obstacle. */
function overzicht({ project, now, traject }: Ctx, from: Step): string[] {
  const checks = from.gereed({ project, now, traject });
  const { stil } = reacties(project, from);
  return [
    ...checks.map(({ klaar, zin }) => `${klaar ? '✔' : '○'} ${zin}`),
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
        : usualDeadline(dateOf(ctx.now));
    return formOf(
      deadlineTitel(step, isOpen),
      momentVelden(vraagBij(step, ''), waarde) satisfies Fields,
      {
        uitleg: [
          ...(step.heeftInvoer && !isOpen ? ['Invullen kan nu niet.'] : []),
          ...(nu.facts.datum !== '' && (isOpen || !step.heeftInvoer)
            ? [`Nu: ${momentText(nu.facts)}.`]
            : []),
          'De hele groep krijgt bericht.',
        ],
        rev: versieVan(nu),
      },
    );
  },
  decide: (ctx, moment) => {
    const nu = huidig(ctx.project);
    if (!nu) return refuse('stap-nog-niet');
    const wrong = deadlineFouten(moment, ctx.now);
    if (Object.keys(wrong).length > 0) return refuseFields(wrong);
    if (utcOf(moment) === nu.facts.tot && nu.facts.gesloten === '') return accept(nu.id, []);
    const generatie = nu.facts.generatie + 1;
    const event = say(stap, nu, { ...moment, tot: utcOf(moment), gesloten: '', generatie });
    return accept(nu.id, [event], {
      soort: 'deadline',
      facts: { stap: nu.id, was: nu.facts.tot, heropend: isGeslotenVoor(ctx, nu) },
    });
  },
  receipt: ({ project, traject }) => {
    const nu = huidig(project);
    return gelukt(
      'De nieuwe datum is opgeslagen.',
      nu ? [`Stap ${nu.facts.nummer}: ${momentText(nu.facts)}.`] : [],
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
        uitleg: ['Deelnemers kunnen daarna niets meer invullen. De groep krijgt een samenvatting.'],
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
  receipt: ({ traject }) =>
    gelukt(
      'De stap is gesloten.',
      [],
      [leidingKnop(traject), { titel: 'Overleg', verb: 'overleg' }],
    ),
});

function afgesprokenTekst({ traject }: Ctx, stapId: string, wanneer: string): string {
  const { nummer, heeftInvoer } = stepOf(traject, stapId);
  return `Stap ${nummer}: ${heeftInvoer ? 'invullen tot' : 'klaar op'} ${dayText(wanneer)}`;
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
  receipt: (ctx, about) =>
    gelukt(
      'De afspraak is opgeslagen.',
      [one(ctx.project, uitkomst, about)?.texts.tekst ?? ''],
      [{ titel: 'Terug naar het overleg', verb: 'overleg' }],
    ),
});
