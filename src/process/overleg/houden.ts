import type { Ctx, Step } from '../contract/contract.ts';
import { formOf, vorm } from '../contract/action.ts';
import { accept, notNow, type Refused } from '../contract/decision.ts';
import { leads, leden } from '../feiten/deelnemers.ts';
import { keuze, kort, meer } from '../vormen/form.ts';
import {
  gaande,
  genodigden,
  komtNaar,
  overleg,
  overlegId,
  overlegNr,
  type Overleg,
} from '../feiten/overleg.ts';
import { zonderUitkomst } from './punten.ts';
import { begin, one, say } from '../feiten/project.ts';
import { gelukt, type Button } from '../vormen/screen.ts';
import { huidig, isOpenFor } from '../feiten/geopende-stap.ts';
import { nextStep, stepOf } from '../contract/step.ts';
import { instantText } from '../taal/time.ts';
import { aantal } from '../taal/woorden.ts';
import { kiesUit } from '../groep/deelnemers.ts';
import { overlegStap, leeg, NAAR_OVERLEG } from './agenda.ts';
import { TAB } from '../vormen/naar-tab.ts';

const MAX_KEUZES = 40;

/** The page that everybody in the room looks at. */
const GROOT_SCHERM: Button = {
  titel: 'Open het grote scherm',
  verb: TAB,
  args: { blad: 'overleg' },
};

/** The people whom one form asks about; a larger group has more forms. */
function blad({ project, args }: Ctx) {
  const alle = leden(project);
  const van = Math.max(1, Math.ceil(alle.length / MAX_KEUZES));
  const nr = Math.min(van, Math.max(1, Math.trunc(Number(args['pagina'])) || 1));
  return { nr, van, deel: alle.slice((nr - 1) * MAX_KEUZES, nr * MAX_KEUZES) };
}

/** Who is there so far: until somebody says otherwise everybody who was invited and did not say that they stay away. */
function aanwezigNu({ project }: Ctx, found: Overleg | undefined): readonly string[] {
  if (!found) return leden(project).map(({ id }) => id);
  if (found.facts.aanwezig.length > 0) return found.facts.aanwezig;
  return genodigden(project, found)
    .filter(({ id }) => komtNaar(project, found, id) !== false)
    .map(({ id }) => id);
}

/** Those ticked, and of those whom the form did not ask about whoever was there already. */
function aanwezigNa(ctx: Ctx, found: Overleg | undefined, ticked: readonly string[]): string[] {
  const { deel } = blad(ctx);
  const others = aanwezigNu(ctx, found).filter((id) => !deel.some((lid) => lid.id === id));
  return [...ticked, ...others];
}

/** The way to the others of a large group. */
const andereMensen = (ctx: Ctx): Button[] => {
  const { nr, van } = blad(ctx);
  return van === 1
    ? []
    : [
        {
          titel: `Andere deelnemers (${(nr % van) + 1} van ${van})`,
          verb: 'overleg.aanwezig',
          args: { pagina: String((nr % van) + 1) },
        },
      ];
};

const aanwezigVelden = (ctx: Ctx, found: Overleg | undefined) => ({
  aanwezig: meer(
    {
      label: 'Wie zijn er?',
      waarde: aanwezigNu(ctx, found).filter((id) => blad(ctx).deel.some((lid) => lid.id === id)),
    },
    kiesUit(blad(ctx).deel),
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
          { opslaan: 'Start het overleg', ...nogOpen(ctx) },
        );
  },
  decide: (ctx, { aanwezig, anderen, notulist }) => {
    const step = magStarten(ctx);
    if ('accepted' in step) return step;
    const found = overlegNr(ctx.project, step.overleg);
    const facts = {
      ...leeg(ctx.project, step.overleg),
      // Opened again: the same overleg goes on.
      begonnen: found?.facts.begonnen || ctx.now,
      gesloten: '',
      aanwezig: aanwezigNa(ctx, found, aanwezig),
      notulist,
    };
    return accept(overlegId(step.overleg), [
      begin(overleg, overlegId(step.overleg), facts, {
        plaats: found?.texts.plaats ?? '',
        anderen,
      }),
    ]);
  },
  receipt: (ctx, about) => {
    const found = one(ctx.project, overleg, about);
    return gelukt(
      'Het overleg is begonnen.',
      [`Aanwezig: ${aantal(found?.facts.aanwezig.length ?? 0, 'deelnemer', 'deelnemers')}.`],
      [GROOT_SCHERM, { titel: 'Naar de agenda', verb: 'overleg' }, ...andereMensen(ctx)],
    );
  },
});

/** Who starts while deelnemers are still entering reads so, and can close the step first. */
function nogOpen({ project, traject, now }: Ctx): { uitleg: string[]; knoppen: Button[] } {
  const nu = huidig(project);
  if (!nu || !stepOf(traject, nu.id).heeftInvoer || !isOpenFor(nu, now))
    return { uitleg: [], knoppen: [] };
  const { nummer, tot } = nu.facts;
  return {
    uitleg: [
      `Let op: stap ${nummer} staat nog open${tot === '' ? '' : ` tot ${instantText(tot)}`}. Deelnemers kunnen nog invullen.`,
    ],
    knoppen: [{ titel: `Stap ${nummer} nu sluiten`, verb: 'stap.sluiten' }],
  };
}

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
      ? formOf('Wie zijn er?', aanwezigVelden(ctx, nu), {
          rev: nu.rev,
          knoppen: andereMensen(ctx),
        })
      : notNow('Er is nu geen overleg bezig.');
  },
  decide: (ctx, { aanwezig, anderen, notulist }) => {
    const nu = gaande(ctx.project);
    if (!nu) return notNow('Er is nu geen overleg bezig.');
    // Who keeps the notes may not hand them on; that is the projectleider's.
    const there = { aanwezig: aanwezigNa(ctx, nu, aanwezig) };
    const facts = leads(ctx.actor) ? { ...there, notulist } : there;
    return accept(nu.id, [say(overleg, nu, facts, { anderen })]);
  },
  receipt: (ctx) =>
    gelukt('De aanwezigheid is opgeslagen.', [], [NAAR_OVERLEG, ...andereMensen(ctx)]),
});

/** The end: what is still empty is named, then one summary (rule 17). */
export const sluiten = vorm({
  verb: 'overleg.sluiten',
  right: 'projectleider',
  when: 'open',
  form: (ctx) => {
    const nu = gaande(ctx.project);
    if (!nu) return notNow('Er is nu geen overleg bezig.');
    const { project, now, traject } = ctx;
    const empty = zonderUitkomst({ project, now, traject }, nu.facts.nummer);
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
        knoppen: [{ ...NAAR_OVERLEG, titel: 'Nog niet' }],
      },
    );
  },
  decide: ({ project, now }) => {
    const nu = gaande(project);
    if (!nu) return notNow('Er is nu geen overleg bezig.');
    return accept(nu.id, [say(overleg, nu, { gesloten: now })], {
      soort: 'overleg-gesloten',
      facts: { nummer: nu.facts.nummer },
    });
  },
  receipt: ({ project, traject }) => {
    const nu = huidig(project);
    const verder: readonly Button[] =
      nu && nextStep(traject, nu.id)
        ? [{ titel: 'Volgende stap', verb: 'stap.volgende' }]
        : traject.slot;
    return gelukt(
      'Het overleg is afgesloten.',
      ['De groep krijgt een samenvatting.'],
      [{ titel: 'Voor de projectleider', verb: 'leiding' }, ...verder],
    );
  },
});
