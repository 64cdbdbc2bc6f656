import type { AgendaRegel, Ctx, Step, Traject } from '../contract.ts';
import { formOf, tap, vorm } from '../action.ts';
import { accept, notNow, refuseFields } from '../decision.ts';
import { datum, kort, tijd } from '../form.ts';
import { agendapunt, overleg, overlegId, overlegNr, type Overleg } from '../overleg.ts';
import { newId, one, say, type Project } from '../project.ts';
import { gelukt, type Button } from '../screen.ts';
import { huidig } from '../stappen.ts';
import { nextStep, stepOf } from '../step.ts';
import { dateOf, dayText, momentText, plusDays } from '../time.ts';

export const NAAR_OVERLEG: Button = { titel: 'Terug naar het overleg', verb: 'overleg' };

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
      { anderen: overlegNr(ctx.project, nummer)?.texts.anderen ?? '', plaats },
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
export function nummerVan(ctx: Ctx): number {
  const named = Number(ctx.args['nummer']);
  return [1, 2, 3].includes(named) ? named : (overlegStap(ctx)?.overleg ?? 1);
}

export const leeg = (project: Project, nummer: number) =>
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

export const overlegTekst = (found: Overleg | undefined) =>
  !found || found.facts.datum === ''
    ? 'nog niet gepland'
    : `${dayText(found.facts.datum)}, ${momentText(found.facts).split(', ')[1] ?? ''}, ${found.texts.plaats}`;
