import type { Ctx, Step } from '../contract/contract.ts';
import { formOf, tap, vorm } from '../contract/action.ts';
import { accept, notNow, refuseFields } from '../contract/decision.ts';
import { leden } from '../feiten/deelnemers.ts';
import { datum, keuze, kort, meer, tijd } from '../vormen/form.ts';
import {
  agendapunt,
  genodigden,
  komst,
  komstId,
  komtNaar,
  momentVan,
  overleg,
  overlegId,
  overlegNr,
  type Overleg,
} from '../feiten/overleg.ts';
import { begin, newId, one, say, type Project } from '../feiten/project.ts';
import { gelukt, type Button } from '../vormen/screen.ts';
import { huidig } from '../feiten/geopende-stap.ts';
import { nextStep, stepOf } from '../contract/step.ts';
import { dateOf, dayText, plusDays, timeText, utcOf } from '../taal/time.ts';
import { werkdagen } from '../kalender/dagen.ts';
import { keuzeVan } from '../kalender/moment.ts';
import { kiesUit } from '../groep/deelnemers.ts';

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

/** Who can be ticked in one form; of a larger group everybody is invited. */
const MAX_KEUZES = 40;

/** A day on which people work. */
const overVierWeken = ({ project, now }: Ctx) =>
  werkdagen(plusDays(dateOf(now), { weeks: 4 }), 0, keuzeVan(project).bevrijdingsdag);

const planVelden = (ctx: Ctx, found: Overleg | undefined) => {
  const alle = leden(ctx.project);
  const own = {
    datum: datum({
      label: 'Welke dag?',
      nodig: 'Kies een dag.',
      waarde: found?.facts.datum || overVierWeken(ctx),
    }),
    tijd: tijd({
      label: 'Hoe laat?',
      nodig: 'Kies een tijd.',
      waarde: found?.facts.tijd || '10:00',
    }),
    eind: tijd({
      label: 'Tot hoe laat?',
      uitleg: 'Mag leeg blijven.',
      waarde: found?.facts.eind,
    }),
    plaats: kort({
      label: 'Waar?',
      uitleg: 'Bijvoorbeeld: stadhuis, kamer 2.14, of online.',
      nodig: 'Schrijf op waar het overleg is.',
      waarde: found?.texts.plaats,
    }),
    notulist: keuze(
      { label: 'Wie schrijft mee?', uitleg: 'Mag leeg blijven.', waarde: found?.facts.notulist },
      kiesUit(alle.slice(0, MAX_KEUZES)),
    ),
  };
  const genodigd = meer(
    {
      label: 'Wie nodig je uit?',
      waarde: (found ? genodigden(ctx.project, found) : alle).map(({ id }) => id),
    },
    kiesUit(alle),
  );
  return (alle.length > MAX_KEUZES ? own : { ...own, genodigd }) as typeof own & {
    genodigd: typeof genodigd;
  };
};

/** When and where an overleg is and who comes; everything that hangs on the moment moves along. */
export const plannen = vorm({
  verb: 'overleg.plannen',
  right: 'notulist',
  when: 'open',
  form: (ctx) => {
    const nummer = nummerVan(ctx);
    const found = overlegNr(ctx.project, nummer);
    return formOf(
      `Overleg ${nummer} ${isGepland(found) ? 'verplaatsen' : 'plannen'}`,
      planVelden(ctx, found),
      { rev: found?.rev ?? 0, uitleg: ['De groep krijgt bericht.'] },
    );
  },
  decide: (ctx, values) => {
    const { datum: dag, tijd: uur, eind, plaats, notulist } = values;
    const nummer = nummerVan(ctx);
    if (utcOf({ datum: dag, tijd: uur }) <= ctx.now)
      return refuseFields({ datum: 'Dit moment is al voorbij. Kies een later moment.' });
    if (dag > plusDays(dateOf(ctx.now), { years: MAX_YEARS }))
      return refuseFields({ datum: 'Deze datum ligt erg ver weg. Klopt het jaar?' });
    if (eind !== '' && eind <= uur)
      return refuseFields({ eind: 'Het eind ligt voor het begin. Kies een latere tijd.' });
    const before = overlegNr(ctx.project, nummer);
    const { genodigd = [] } = values as Partial<typeof values>;
    const wie = genodigd.length === leden(ctx.project).length ? [] : genodigd;
    const facts = { datum: dag, tijd: uur, eind, notulist, genodigd: wie };
    const event = begin(
      overleg,
      overlegId(nummer),
      { ...leeg(ctx.project, nummer), ...facts },
      { anderen: before?.texts.anderen ?? '', plaats },
    );
    const was = isGepland(before) ? before.facts.datum : '';
    return accept(event.id, [event], { soort: 'overleg-gepland', facts: { nummer, was } });
  },
  receipt: (ctx, about) => {
    const found = one(ctx.project, overleg, about);
    return gelukt('Het overleg is gepland.', found ? [overlegTekst(found)] : [], [
      NAAR_OVERLEG,
      { titel: 'Agenda aan de groep tonen', verb: 'agenda.tonen' },
    ]);
  },
});

/** Furthest date, so that a typing error in the year is seen. */
const MAX_YEARS = 5;

/** True for an overleg that has a moment and has not begun. */
const isGepland = (found: Overleg | undefined): found is Overleg =>
  found !== undefined && found.facts.datum !== '' && found.facts.begonnen === '';

/** The overleg is off; what hung on its moment is off with it. */
export const afzeggen = vorm({
  verb: 'overleg.afzeggen',
  right: 'projectleider',
  when: 'open',
  form: (ctx) => {
    const found = overlegNr(ctx.project, nummerVan(ctx));
    if (!isGepland(found)) return notNow('Er is geen overleg gepland.');
    return formOf(
      `Overleg ${found.facts.nummer} afzeggen?`,
      {},
      {
        uitleg: [overlegTekst(found), 'De groep krijgt bericht. De agendapunten blijven bewaard.'],
        opslaan: 'Afzeggen',
        rev: found.rev,
        knoppen: [{ ...NAAR_OVERLEG, titel: 'Niet afzeggen' }],
      },
    );
  },
  decide: (ctx) => {
    const found = overlegNr(ctx.project, nummerVan(ctx));
    if (!isGepland(found)) return notNow('Er is geen overleg gepland.');
    const { nummer } = found.facts;
    const was = momentVan(found);
    return accept(found.id, [say(overleg, found, { datum: '', tijd: '', eind: '', was })], {
      soort: 'overleg-gepland',
      facts: { nummer, was: found.facts.datum },
    });
  },
  receipt: (ctx) =>
    gelukt(
      'Het overleg is afgezegd.',
      [],
      [
        {
          titel: 'Nieuwe datum kiezen',
          verb: 'overleg.plannen',
          args: { nummer: String(nummerVan(ctx)) },
        },
      ],
    ),
});

/** "Ik kom" or "Ik kom niet": one tap, changeable afterwards. */
export const komen = tap({
  verb: 'overleg.komst',
  right: 'deelnemer',
  when: 'open',
  decide: (ctx) => {
    const found = overlegNr(ctx.project, nummerVan(ctx));
    if (!isGepland(found)) return notNow('Dit overleg is niet meer gepland.');
    const id = komstId(found.id, ctx.actor.id);
    const komt = ctx.args['komt'] !== 'nee';
    if (komtNaar(ctx.project, found, ctx.actor.id) === komt) return accept(id, []);
    const facts = { van: ctx.actor.id, overleg: found.id, komt, moment: momentVan(found) };
    return accept(id, [begin(komst, id, facts, {})]);
  },
  receipt: (ctx, about) => {
    const komt = one(ctx.project, komst, about)?.facts.komt ?? true;
    const args = { nummer: String(nummerVan(ctx)), komt: komt ? 'nee' : 'ja' };
    return gelukt(
      komt ? 'Fijn dat je komt.' : 'Jammer dat je niet kunt komen.',
      [],
      [
        { titel: komt ? 'Ik kom toch niet' : 'Ik kom toch wel', verb: 'overleg.komst', args },
        { titel: 'Agenda', verb: 'overleg', args: { nummer: args.nummer } },
      ],
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
    eind: '',
    was: '',
    genodigd: [],
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
    const event = begin(
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
      begin(agendapunt, id, { overleg: overlegId(nummerVan(ctx)), van: ctx.actor.id }, { punt }),
    ]);
  },
  receipt: () => gelukt('Het punt staat op de agenda.', [], [{ titel: 'Agenda', verb: 'overleg' }]),
});

/** `di 19 januari, 10.00–11.30 uur, stadhuis` */
export function overlegTekst(found: Overleg | undefined): string {
  if (!found || found.facts.datum === '') return 'nog niet gepland';
  const { datum: dag, tijd: uur, eind } = found.facts;
  const tijden = eind === '' ? timeText(uur) : `${uur.replace(':', '.')}–${timeText(eind)}`;
  return `${dayText(dag)}, ${tijden}, ${found.texts.plaats}`;
}
