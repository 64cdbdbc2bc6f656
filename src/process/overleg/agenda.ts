import { bijGroep } from '../kalender/moment.ts';
import type { Ctx } from '../contract/contract.ts';
import {
  bedoeldOverleg,
  isGepland,
  feitenVan,
  opgenomen,
  overlegArgs,
  overlegInZin,
  overlegNaam,
  type EenOverleg,
} from '../contract/overleggen.ts';
import { formOf, tap, vorm } from '../contract/action.ts';
import { accept, notNow, refuseFields } from '../contract/decision.ts';
import { leads, leden } from '../feiten/deelnemers.ts';
import { datum, keuze, kort, meer, tijd } from '../vormen/form.ts';
import { KNOP } from '../vormen/knoppen.ts';
import {
  agendapunt,
  gaande,
  genodigden,
  isNotulist,
  komst,
  komstId,
  komtNaar,
  momentVan,
  overleg,
  type Overleg,
} from '../feiten/overleg.ts';
import { begin, newId, one, say } from '../feiten/project.ts';
import { type Args, type Button, gelukt } from '../vormen/screen.ts';
import {
  gepland,
  overlegTekst,
  overVierWeken,
  PLAN_NODIG,
  planFouten,
  VOORSTEL_UUR,
} from '../kalender/plannen.ts';
import { kiesUit, kiesUitGroep, nietMeer } from '../groep/deelnemers.ts';

export const AFSLUITEN: Button = { titel: 'Overleg afsluiten', verb: 'overleg.sluiten' };
export const NAAR_OVERLEG: Button = { titel: 'Terug naar het overleg', verb: 'overleg' };

/** Whoever leads an overleg or keeps its notes comes from the agenda, and goes on there. */
export const terugNaarOverleg = ({ project, actor }: Ctx): readonly Button[] =>
  gaande(project) && (leads(actor) || isNotulist(project, actor.id)) ? [NAAR_OVERLEG] : [];

const planVelden = (ctx: Ctx, { found, soort }: EenOverleg) => {
  const alle = leden(ctx.project);
  return {
    datum: datum({
      label: 'Welke dag?',
      nodig: PLAN_NODIG.dag,
      waarde: found?.facts.datum || overVierWeken(ctx),
    }),
    tijd: tijd({
      label: 'Hoe laat?',
      nodig: PLAN_NODIG.tijd,
      waarde: found?.facts.tijd || VOORSTEL_UUR,
    }),
    eind: tijd({
      label: 'Tot hoe laat?',
      waarde: found?.facts.eind,
    }),
    plaats: kort({
      label: 'Waar?',
      uitleg: 'Bijvoorbeeld: stadhuis, kamer 2.14, of online.',
      nodig: PLAN_NODIG.plaats,
      waarde: found?.texts.plaats,
    }),
    notulist: keuze(
      {
        label: 'Wie schrijft mee?',
        wat: 'mensen',
        waarde: found?.facts.notulist,
      },
      kiesUitGroep(ctx.project, found ? [found.facts.notulist] : []),
    ),
    genodigd: meer(
      {
        label: 'Wie nodig je uit?',
        wat: 'mensen',
        waarde: (found ? genodigden(ctx.project, found) : soort.genodigd(ctx.project)).map(
          ({ id }) => id,
        ),
      },
      kiesUit(alle),
    ),
  };
};

/** Plans when and where an overleg is and who comes. Everything that depends on its moment moves along. */
export const plannen = vorm({
  verb: 'overleg.plannen',
  right: 'notulist',
  when: 'open',
  form: (ctx) => {
    const een = bedoeldOverleg(ctx, ctx.args);
    if (!een) return GEEN_OVERLEG;
    return formOf(
      `${overlegNaam(een)} ${isGepland(een.found) ? 'verplaatsen' : 'plannen'}`,
      planVelden(ctx, een),
      { rev: een.found?.rev ?? 0, uitleg: bijGroep(ctx.project, 'De groep krijgt bericht.') },
    );
  },
  decide: (ctx, values) => {
    const { notulist, genodigd, ...plan } = values;
    const een = bedoeldOverleg(ctx, ctx.args);
    if (!een) return GEEN_OVERLEG;
    const wrong = planFouten(plan, ctx.now);
    if (Object.keys(wrong).length > 0) return refuseFields(wrong);
    const { found: before, nummer } = een;
    const wie = genodigdNa(ctx, before, genodigd);
    const event = gepland(ctx.project, een, { ...plan, wie: { notulist, genodigd: wie } });
    const was = isGepland(before) ? before.facts.datum : '';
    return accept(event.id, [event], { soort: 'overleg-gepland', facts: { nummer, was } });
  },
  receipt: (ctx) =>
    gelukt('Het overleg is gepland.', [], [{ ...KNOP.uitnodigen, args: argsNu(ctx) }]),
});

/** The people ticked, empty for all, and who was invited and left the group since: they may come back. */
const genodigdNa = (
  { project }: Ctx,
  before: Overleg | undefined,
  ticked: readonly string[],
): readonly string[] =>
  ticked.length === leden(project).length
    ? []
    : [...ticked, ...nietMeer(project, before?.facts.genodigd ?? [])];

/** Nothing says which overleg is meant, and none comes any more. */
export const GEEN_OVERLEG = notNow('Er komt geen overleg meer.');
/** It was passed over, or is behind the group. */
export const AL_GEWEEST = notNow('Dit overleg is al geweest.');

/** Calls an overleg off, and with it everything that depended on its moment. */
export const afzeggen = vorm({
  verb: 'overleg.afzeggen',
  right: 'projectleider',
  when: 'open',
  form: (ctx) => {
    const een = bedoeldOverleg(ctx, ctx.args);
    const found = een?.found;
    if (!een || !isGepland(found)) return notNow('Er is geen overleg gepland.');
    return formOf(
      `${overlegNaam(een)} afzeggen?`,
      {},
      {
        uitleg: [
          overlegTekst(found, ctx.now),
          ...bijGroep(ctx.project, 'De groep krijgt bericht.'),
          'De agendapunten blijven bewaard.',
        ],
        opslaan: 'Afzeggen',
        rev: found.rev,
        knoppen: [{ ...NAAR_OVERLEG, titel: 'Niet afzeggen' }],
      },
    );
  },
  decide: (ctx) => {
    const found = bedoeldOverleg(ctx, ctx.args)?.found;
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
          args: argsNu(ctx),
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
    const found = bedoeldOverleg(ctx, ctx.args)?.found;
    if (!isGepland(found)) return notNow('Dit overleg is niet meer gepland.');
    const id = komstId(found.id, ctx.actor.id);
    const komt = ctx.args['komt'] !== 'nee';
    if (komtNaar(ctx.project, found, ctx.actor.id) === komt) return accept(id, []);
    const facts = { van: ctx.actor.id, overleg: found.id, komt, moment: momentVan(found) };
    return accept(id, [begin(komst, id, facts, {})]);
  },
  receipt: (ctx, about) => {
    const komt = one(ctx.project, komst, about)?.facts.komt ?? true;
    const args = argsNu(ctx);
    return gelukt(
      komt ? 'Fijn dat je komt.' : 'Jammer dat je niet kunt komen.',
      [],
      [
        {
          titel: komt ? 'Ik kom toch niet' : 'Ik kom toch wel',
          verb: 'overleg.komst',
          args: { ...args, komt: komt ? 'nee' : 'ja' },
        },
      ],
    );
  },
});

/** What the next button says to mean the same overleg. */
function argsNu(ctx: Ctx): Args {
  const een = bedoeldOverleg(ctx, ctx.args);
  return een ? overlegArgs(een) : {};
}

/** Shows the proposed agenda, with what the group collected, to the whole group (Z4, by hand). */
export const agendaTonen = tap({
  verb: 'agenda.tonen',
  right: 'projectleider',
  when: 'open',
  decide: (ctx) => {
    const een = bedoeldOverleg(ctx, ctx.args);
    if (!een) return GEEN_OVERLEG;
    // The marker alone would let the same agenda be posted once only; each showing is on the record.
    const event = begin(
      overleg,
      een.id,
      feitenVan(ctx.project, een),
      een.found?.texts ?? { plaats: '', anderen: '' },
    );
    return accept(event.id, [event], { soort: 'agenda', facts: { nummer: een.nummer } });
  },
  receipt: () => gelukt('De agenda staat in het gesprek.', [], [NAAR_OVERLEG]),
});

export const puntToevoegen = vorm({
  verb: 'agendapunt.toevoegen',
  right: 'deelnemer',
  when: 'open',
  form: (ctx) => {
    const een = bedoeldOverleg(ctx, ctx.args);
    return een
      ? formOf(`Punt voor ${overlegInZin(een)}`, {
          punt: kort({ label: 'Welk punt wil je bespreken?', nodig: 'Schrijf het punt op.' }),
        })
      : GEEN_OVERLEG;
  },
  decide: (ctx, { punt }) => {
    const een = bedoeldOverleg(ctx, ctx.args);
    if (!een) return GEEN_OVERLEG;
    const id = newId(ctx.project, 'ap');
    return accept(id, [
      ...opgenomen(ctx, een),
      begin(agendapunt, id, { overleg: een.id, van: ctx.actor.id }, { punt }),
    ]);
  },
  receipt: () => gelukt('Het punt staat op de agenda.', [], [KNOP.agenda]),
});
