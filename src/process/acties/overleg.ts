import type { AgendaRegel, Ctx, Step, Traject } from '../contract.ts';
import { formOf, tap, vorm } from '../action.ts';
import { accept, notNow, refuse, refuseFields, type Refused } from '../decision.ts';
import { leads, leden, projectleider } from '../deelnemers.ts';
import { datum, keuze, kies, kort, lang, meer, tijd } from '../form.ts';
import {
  afspraak,
  agendapunt,
  gaande,
  overleg,
  overlegId,
  overlegNr,
  uitkomst,
  type Overleg,
} from '../overleg.ts';
import { newId, one, say, type NewEvent, type Project } from '../project.ts';
import { gelukt, type Button } from '../screen.ts';
import { huidig } from '../stappen.ts';
import { nextStep, stepOf } from '../step.ts';
import { dateOf, dayText, momentText, plusDays } from '../time.ts';
import { kiesUit } from './deelnemers.ts';

const NAAR_OVERLEG: Button = { titel: 'Terug naar het overleg', verb: 'overleg' };
const MAX_KEUZES = 40;

/** The step whose overleg comes now or next; undefined before the start. */
export function overlegStap({
  project,
  traject,
}: Pick<Ctx, 'project' | 'traject'>): Step | undefined {
  const nu = huidig(project);
  let step = nu && stepOf(traject, nu.id);
  while (step && step.agenda.length === 0 && step.overleg === 0) step = nextStep(traject, step.id);
  return (
    step &&
    (traject.stappen.find((one) => one.overleg === step.overleg && one.agenda.length > 0) ?? step)
  );
}

/** The lines of an overleg's agenda; its step holds them. */
export const agendaVan = ({ stappen }: Traject, nummer: number): readonly AgendaRegel[] =>
  stappen.find((step) => step.overleg === nummer && step.agenda.length > 0)?.agenda ?? [];

/** When and where an overleg is; the planner keeps the date, Teams keeps the meeting. */
export const plannen = vorm({
  verb: 'overleg.plannen',
  right: 'notulist',
  when: 'open',
  form: (ctx) => {
    const nummer = nummerVan(ctx);
    const found = overlegNr(ctx.project, nummer);
    return formOf(
      `Overleg ${nummer} plannen`,
      {
        datum: datum({
          label: 'Welke dag?',
          nodig: 'Kies een dag.',
          waarde: found?.facts.datum || plusDays(dateOf(ctx.now), { weeks: 4 }),
        }),
        tijd: tijd({
          label: 'Hoe laat?',
          nodig: 'Kies een tijd.',
          waarde: found?.facts.tijd || '10:00',
        }),
        plaats: kort({
          label: 'Waar?',
          uitleg: 'Bijvoorbeeld: stadhuis, kamer 2.14, of online.',
          nodig: 'Schrijf op waar het overleg is.',
          waarde: found?.texts.plaats,
        }),
      },
      { rev: found?.rev ?? 0, uitleg: ['De groep krijgt bericht.'] },
    );
  },
  decide: (ctx, { datum: dag, tijd: uur, plaats }) => {
    const nummer = nummerVan(ctx);
    if (dag < dateOf(ctx.now))
      return refuseFields({ datum: 'Deze dag is al voorbij. Kies een latere dag.' });
    const event = say(
      overleg,
      overlegId(nummer),
      { ...leeg(ctx.project, nummer), datum: dag, tijd: uur },
      { anderen: '', plaats },
    );
    return accept(event.id, [event], { soort: 'overleg-gepland', facts: { nummer } });
  },
  receipt: (ctx, about) => {
    const found = one(ctx.project, overleg, about);
    return gelukt(
      'Het overleg is gepland.',
      found ? [momentText(found.facts), found.texts.plaats] : [],
      [NAAR_OVERLEG, { titel: 'Agenda aan de groep tonen', verb: 'agenda.tonen' }],
    );
  },
});

/** The overleg that a button names, else the one of now. */
function nummerVan(ctx: Ctx): number {
  const named = Number(ctx.args['nummer']);
  return [1, 2, 3].includes(named) ? named : (overlegStap(ctx)?.overleg ?? 1);
}

const leeg = (project: Project, nummer: number) =>
  overlegNr(project, nummer)?.facts ?? {
    nummer,
    datum: '',
    tijd: '',
    begonnen: '',
    gesloten: '',
    aanwezig: [],
    notulist: '',
  };

/** Shows the proposal of the agenda, with what the group collected, to the whole group (Z4 by hand). */
export const agendaTonen = tap({
  verb: 'agenda.tonen',
  right: 'projectleider',
  when: 'open',
  decide: (ctx) => {
    const step = overlegStap(ctx);
    if (!step) return notNow('Er komt geen overleg meer.');
    // The marker alone would let the same agenda be posted once only; each showing is on the record.
    const event = say(
      overleg,
      overlegId(step.overleg),
      leeg(ctx.project, step.overleg),
      overlegNr(ctx.project, step.overleg)?.texts ?? { plaats: '', anderen: '' },
    );
    return accept(event.id, [event], { soort: 'agenda', facts: { nummer: step.overleg } });
  },
  receipt: () => gelukt('De agenda staat in het gesprek.', [], [NAAR_OVERLEG]),
});

export const puntToevoegen = vorm({
  verb: 'agendapunt.toevoegen',
  right: 'deelnemer',
  when: 'open',
  form: (ctx) =>
    formOf(`Punt voor overleg ${nummerVan(ctx)}`, {
      punt: kort({ label: 'Welk punt wil je bespreken?', nodig: 'Schrijf het punt op.' }),
    }),
  decide: (ctx, { punt }) => {
    const id = newId(ctx.project, 'ap');
    return accept(id, [
      say(agendapunt, id, { overleg: overlegId(nummerVan(ctx)), van: ctx.actor.id }, { punt }),
    ]);
  },
  receipt: () => gelukt('Het punt staat op de agenda.', [], [{ titel: 'Agenda', verb: 'overleg' }]),
});

const aanwezigVelden = (ctx: Ctx, found: Overleg | undefined) => ({
  aanwezig: meer(
    {
      label: 'Wie zijn er?',
      waarde:
        found && found.facts.aanwezig.length > 0
          ? found.facts.aanwezig
          : leden(ctx.project).map(({ id }) => id),
    },
    kiesUit(leden(ctx.project)),
  ),
  anderen: kort({
    label: 'Wie nog meer?',
    uitleg: 'Mensen die niet in de projectgroep zitten. Mag leeg blijven.',
    waarde: found?.texts.anderen,
  }),
  notulist: keuze(
    {
      label: 'Wie schrijft mee?',
      uitleg: 'De notulist legt de uitkomsten vast. Mag leeg blijven.',
      waarde: found?.facts.notulist,
    },
    kiesUit(leden(ctx.project).slice(0, MAX_KEUZES)),
  ),
});

/** Attendance, and the overleg begins (A5, rule 17). */
export const starten = vorm({
  verb: 'overleg.starten',
  right: 'projectleider',
  when: 'open',
  form: (ctx) => {
    const step = magStarten(ctx);
    return 'accepted' in step
      ? step
      : formOf(
          `Overleg ${step.overleg} starten`,
          aanwezigVelden(ctx, overlegNr(ctx.project, step.overleg)),
          { opslaan: 'Start het overleg' },
        );
  },
  decide: (ctx, { aanwezig, anderen, notulist }) => {
    const step = magStarten(ctx);
    if ('accepted' in step) return step;
    const found = overlegNr(ctx.project, step.overleg);
    const facts = {
      ...leeg(ctx.project, step.overleg),
      begonnen: ctx.now,
      gesloten: '',
      aanwezig,
      notulist,
    };
    return accept(overlegId(step.overleg), [
      say(overleg, overlegId(step.overleg), facts, { plaats: found?.texts.plaats ?? '', anderen }),
    ]);
  },
  receipt: (ctx, about) => {
    const found = one(ctx.project, overleg, about);
    return gelukt(
      'Het overleg is begonnen.',
      [`${found?.facts.aanwezig.length ?? 0} deelnemers zijn er.`],
      [{ titel: 'Naar de agenda', verb: 'overleg' }],
    );
  },
});

function magStarten(ctx: Ctx): Step | Refused {
  const step = overlegStap(ctx);
  const nu = huidig(ctx.project);
  if (!step || !nu) return notNow('Er komt geen overleg meer.');
  if (gaande(ctx.project)) return notNow('Er is al een overleg bezig. Sluit dat eerst af.');
  if (stepOf(ctx.traject, nu.id).overleg !== step.overleg)
    return notNow(`Start eerst stap ${step.nummer}. Daar hoort dit overleg bij.`);
  return step;
}

export const aanwezigheid = vorm({
  verb: 'overleg.aanwezig',
  right: 'notulist',
  when: 'open',
  form: (ctx) => {
    const nu = gaande(ctx.project);
    return nu
      ? formOf('Wie zijn er?', aanwezigVelden(ctx, nu), { rev: nu.rev })
      : notNow('Er is nu geen overleg bezig.');
  },
  decide: (ctx, { aanwezig, anderen, notulist }) => {
    const nu = gaande(ctx.project);
    if (!nu) return notNow('Er is nu geen overleg bezig.');
    // Who keeps the notes may not hand them on; that is the projectleider's.
    const facts = leads(ctx.actor) ? { aanwezig, notulist } : { aanwezig };
    return accept(nu.id, [say(overleg, nu.id, facts, { anderen })]);
  },
  receipt: () => gelukt('De aanwezigheid is opgeslagen.', [], [NAAR_OVERLEG]),
});

const SOORTEN = [
  { id: 'besluit', tekst: 'Besluit' },
  { id: 'afspraak', tekst: 'Afspraak' },
  { id: 'ter informatie', tekst: 'Ter informatie' },
] as const;

/** What came out of one agenda line; the next line follows at once (A5). */
export const uitkomstVastleggen = vorm({
  verb: 'overleg.uitkomst',
  right: 'notulist',
  when: 'open',
  form: (ctx) => {
    const line = regelVan(ctx);
    if ('accepted' in line) return line;
    const found = one(ctx.project, uitkomst, line.id);
    return formOf(
      `Uitkomst: ${line.tekst}`,
      {
        tekst: lang({
          label: 'Wat is de uitkomst?',
          nodig: 'Schrijf de uitkomst op.',
          waarde: found?.texts.tekst,
        }),
        soort: kies(
          {
            label: 'Wat voor uitkomst is dit?',
            nodig: 'Kies een soort.',
            waarde: found?.facts.soort ?? 'ter informatie',
          },
          SOORTEN,
        ),
        wie: keuze(
          { label: 'Wie doet het?', uitleg: 'Nodig bij een afspraak.', waarde: found?.facts.wie },
          kiesUit(leden(ctx.project)),
        ),
        wanneer: datum({
          label: 'Wanneer is het klaar?',
          uitleg: 'Mag leeg blijven.',
          waarde: found?.facts.wanneer,
        }),
      },
      { rev: found?.rev ?? 0 },
    );
  },
  decide: (ctx, { tekst, soort, wie, wanneer }) => {
    const line = regelVan(ctx);
    if ('accepted' in line) return line;
    if (soort === 'afspraak' && wie === '')
      return refuseFields({ wie: 'Kies wie de afspraak uitvoert.' });
    return accept(line.id, [
      say(
        uitkomst,
        line.id,
        { overleg: line.overleg, regel: line.regel, soort, wie, wanneer },
        { tekst },
      ),
      ...(soort === 'afspraak'
        ? [afspraakEvent(ctx, line.id, { wat: tekst, wie, wanneer, overleg: line.overleg })]
        : []),
    ]);
  },
  receipt: (ctx, about) =>
    gelukt('De uitkomst is opgeslagen.', [], [...volgendeRegel(ctx, about), NAAR_OVERLEG]),
});

/** An afspraak that came out of a line keeps one id, so that changing the line changes the afspraak. */
function afspraakEvent(
  { project }: Ctx,
  lineId: string,
  {
    wat,
    wie,
    wanneer,
    overleg: van,
  }: { wat: string; wie: string; wanneer: string; overleg: string },
): NewEvent {
  const id = `a.${lineId}`;
  const klaar = one(project, afspraak, id)?.facts.klaar ?? false;
  return say(afspraak, id, { wie, wanneer, klaar, overleg: van, soort: 'algemeen' }, { wat });
}

interface Regel {
  id: string;
  tekst: string;
  overleg: string;
  regel: string;
}

/** The agenda line that a button names, of the overleg going on or of one that was held. */
function regelVan(ctx: Ctx): Regel | Refused {
  const nummer = nummerVan(ctx);
  if ((overlegNr(ctx.project, nummer)?.facts.begonnen ?? '') === '')
    return notNow('Start eerst het overleg.');
  const found = regelsVan(ctx, nummer).find(({ regel }) => regel === ctx.args['regel']);
  return found ?? refuse('niet-gevonden');
}

/** All lines of an agenda: those of the source, then the points that people added. */
function regelsVan({ project, traject }: Ctx, nummer: number): Regel[] {
  const own = [...(project.entries.get(agendapunt.name)?.values() ?? [])].filter(
    ({ gone, facts }) => !gone && facts['overleg'] === overlegId(nummer),
  );
  return [
    ...agendaVan(traject, nummer)
      .filter(({ isOnderdeel }) => !isOnderdeel)
      .map(({ id, tekst }) => ({ regel: id, tekst })),
    ...own.map(({ id, texts }) => ({ regel: id, tekst: texts['punt'] ?? '' })),
  ].map((line) => ({
    ...line,
    id: `${overlegId(nummer)}.${line.regel}`,
    overleg: overlegId(nummer),
  }));
}

function volgendeRegel(ctx: Ctx, about: string): Button[] {
  const nummer = Number(/^overleg(\d)/.exec(about)?.[1] ?? 0);
  const lines = regelsVan(ctx, nummer);
  const next = lines[lines.findIndex(({ id }) => id === about) + 1];
  return next
    ? [
        {
          titel: 'Volgende punt',
          verb: 'overleg.uitkomst',
          args: { nummer: String(nummer), regel: next.regel },
        },
      ]
    : [];
}

/** The end: what is still empty is named, then one summary (rule 17). */
export const sluiten = vorm({
  verb: 'overleg.sluiten',
  right: 'projectleider',
  when: 'open',
  form: (ctx) => {
    const nu = gaande(ctx.project);
    if (!nu) return notNow('Er is nu geen overleg bezig.');
    const empty = regelsVan(ctx, nu.facts.nummer).filter(
      ({ id }) => !one(ctx.project, uitkomst, id),
    );
    const zin =
      empty.length === 0
        ? 'Elk punt heeft een uitkomst.'
        : `Nog zonder uitkomst: ${empty.length} ${empty.length === 1 ? 'punt' : 'punten'}. Dat mag.`;
    return formOf(
      `Overleg ${nu.facts.nummer} afsluiten?`,
      {},
      {
        uitleg: [zin, 'De groep krijgt een samenvatting met de afspraken.'],
        opslaan: 'Afsluiten',
        rev: nu.rev,
        knoppen: [NAAR_OVERLEG],
      },
    );
  },
  decide: ({ project, now }) => {
    const nu = gaande(project);
    if (!nu) return notNow('Er is nu geen overleg bezig.');
    return accept(nu.id, [say(overleg, nu.id, { gesloten: now }, {})], {
      soort: 'overleg-gesloten',
      facts: { nummer: nu.facts.nummer },
    });
  },
  receipt: () =>
    gelukt(
      'Het overleg is afgesloten.',
      ['De groep krijgt een samenvatting.'],
      [
        { titel: 'Voor de projectleider', verb: 'leiding' },
        { titel: 'Volgende stap', verb: 'stap.volgende' },
      ],
    ),
});

/** Something agreed, in an overleg or between them (rule 13). */
export const afspraakMaken = vorm({
  verb: 'overleg.afspraak',
  right: 'notulist',
  when: 'open',
  form: ({ project, args }) =>
    formOf(
      args['soort'] === 'achterban' ? 'Afspraak met de achterban' : 'Afspraak',
      {
        wat: lang({ label: 'Wat spreken we af?', nodig: 'Schrijf de afspraak op.' }),
        wie: kies(
          { label: 'Wie doet het?', nodig: 'Kies iemand uit de groep.' },
          kiesUit(leden(project)),
        ),
        wanneer: datum({ label: 'Wanneer is het klaar?', uitleg: 'Mag leeg blijven.' }),
      },
      { nogEen: 'Opslaan en nog een' },
    ),
  decide: ({ project, args }, { wat, wie, wanneer }) => {
    const id = newId(project, 'a');
    const soort = args['soort'] === 'achterban' ? 'achterban' : 'algemeen';
    return accept(id, [
      say(
        afspraak,
        id,
        { wie, wanneer, klaar: false, overleg: gaande(project)?.id ?? '', soort },
        { wat },
      ),
    ]);
  },
  receipt: () =>
    gelukt(
      'De afspraak is opgeslagen.',
      [],
      [{ titel: 'Alle afspraken', verb: 'afspraken' }, NAAR_OVERLEG],
    ),
});

/** One tap, changeable afterwards. */
export const afspraakKlaar = tap({
  verb: 'afspraak.klaar',
  right: 'deelnemer',
  when: 'open',
  decide: ({ project, actor, args }) => {
    const found = one(project, afspraak, args['id'] ?? '');
    if (!found) return refuse('niet-gevonden');
    if (found.facts.wie !== actor.id && !leads(actor)) return refuse('alleen-eigen');
    const klaar = args['klaar'] !== 'nee';
    return accept(
      found.id,
      found.facts.klaar === klaar ? [] : [say(afspraak, found.id, { klaar }, {})],
    );
  },
  receipt: ({ project }, about) => {
    const klaar = one(project, afspraak, about)?.facts.klaar ?? false;
    return gelukt(
      klaar ? 'Klaar. Mooi.' : 'De afspraak staat weer open.',
      [],
      [
        {
          titel: klaar ? 'Toch niet klaar' : 'Klaar',
          verb: 'afspraak.klaar',
          args: { id: about, klaar: klaar ? 'nee' : 'ja' },
        },
        { titel: 'Alle afspraken', verb: 'afspraken' },
      ],
    );
  },
});

/** Who is asked when nobody leads. */
export const wieLeidt = (project: Project) =>
  projectleider(project)?.texts.naam ?? 'de projectleider';
export const overlegTekst = (found: Overleg | undefined) =>
  !found || found.facts.datum === ''
    ? 'nog niet gepland'
    : `${dayText(found.facts.datum)}, ${momentText(found.facts).split(', ')[1] ?? ''}, ${found.texts.plaats}`;
