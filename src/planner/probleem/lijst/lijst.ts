import type { AnyAction, Ctx } from '../../../process/contract/contract.ts';
import { formOf, tap, vorm } from '../../../process/contract/action.ts';
import { accept, notNow, refuseFields, type Decision } from '../../../process/contract/decision.ts';
import { datum, getal, keuze, type Field, type Fields } from '../../../process/vormen/form.ts';
import { voorstelDag } from '../../../process/kalender/dagen.ts';
import { bijGroep, keuzeVan } from '../../../process/kalender/moment.ts';
import {
  begin,
  one,
  say,
  withdraw,
  type NewEvent,
  type Project,
} from '../../../process/feiten/project.ts';
import { gelukt } from '../../../process/vormen/screen.ts';
import { dateOf, plusDays } from '../../../process/taal/time.ts';
import {
  naamVanOnderwerp,
  nietEerst,
  onderwerpen,
  prioriteitenlijst,
  type Onderwerp,
} from '../../plan/plan.ts';
import { gebruikteOnderwerpen } from '../../plan/gebruikt.ts';
import { lijstVan } from '../../plan/lijst.ts';
import { opsomming } from '../../../process/taal/opsomming.ts';
import { kortweg } from '../../../process/taal/tekst.ts';
import { uniek } from '../../../process/taal/uniek.ts';
import { STAP } from '../regels/eigen.ts';
import { dicht } from '../stemming/blokken.ts';
import { volgorde } from './lijst-stand.ts';
import { isVoorbij, openStemming, stemmingVan, vasteLijst } from '../regels/overleg1.ts';
import { LIJST, SLUITEN } from '../regels/knoppen.ts';
import { DOORGEVEN, VASTSTELLEN } from '../../plan/knoppen.ts';
import { aaneen } from '../../../process/taal/aaneen.ts';

/** The form gives a place to at most this many; the ones after them keep their order. */
export const MAX_PLAATSEN = 12;
/** How many are tackled first, unless the group decides otherwise. */
const EERST = 3;
/** Days that absent people get to answer. */
const DAGEN_AKKOORD = 3;

/** The field with the place of an onderwerp. */
export const plaatsVeld = (id: string) => `plaats_${id}`;
/** The first twelve, and behind them the ones that were asked for (`args.erbij`). */
function getoond({ project, args }: Ctx): Onderwerp[] {
  const alles = volgorde(project);
  const extra = alles.slice(MAX_PLAATSEN).find(({ id }) => id === args['erbij']);
  return [...alles.slice(0, MAX_PLAATSEN), ...(extra ? [extra] : [])];
}

/** The projectleider fixes the order and what comes first (C18, C19). Every different list is a new revision. */
const vaststellen: AnyAction = vorm<Fields>({
  verb: 'lijst.vaststellen',
  right: 'projectleider',
  when: { vanaf: STAP },
  form: (ctx) => {
    const { project } = ctx;
    if (openStemming(project)) return notNow('De stemming loopt nog. Sluit die eerst.', [SLUITEN]);
    const shown = getoond(ctx);
    if (shown.length === 0) return notNow('Er zijn nog geen problemen voor de lijst.', [DOORGEVEN]);
    return formOf('Prioriteitenlijst vaststellen', velden(ctx, shown), {
      // That of a list of which nothing is left as well: a new one comes after it.
      rev: one(project, prioriteitenlijst, 'lijst')?.rev ?? 0,
      uitleg: [
        stemmingVan(project)
          ? 'Deze volgorde volgt uit de stemming en uit wat jullie bij elk probleem invulden.'
          : 'Deze volgorde volgt uit wat jullie bij elk probleem invulden.',
        'Verander het nummer om een probleem te verplaatsen.',
      ],
      opslaan: 'Vaststellen',
      knoppen: [LIJST],
    });
  },
  decide: (ctx, values) => fixLijst(ctx, values),
  receipt: ({ project }) =>
    gelukt('De prioriteitenlijst is vastgesteld.', bijGroep(project, 'De groep krijgt bericht.'), [
      { titel: 'Alle aanwezigen akkoord', verb: 'akkoord.allen' },
    ]),
});

function velden({ project, now }: Ctx, shown: readonly Onderwerp[]): Fields {
  const nu = lijstVan(project)?.facts;
  const max = shown.length;
  const eerst = Math.min(max, nu?.eerst.length ?? EERST);
  const plaatsen = shown.map(({ id, naam }, at): [string, Field<unknown>] => [
    plaatsVeld(id),
    getal({ label: kortweg(naam), min: 1, max, voorbeeld: '1', waarde: String(at + 1) }),
  ]);
  return {
    ...Object.fromEntries(plaatsen),
    eerst: keuze(
      {
        label: 'Hoeveel pakken we het eerst aan?',
        nodig: 'Kies een aantal.',
        waarde: String(eerst),
      },
      shown.map((_, at) => ({ id: String(at + 1), tekst: String(at + 1) })),
    ),
    tot: datum({
      label: 'Tot wanneer kunnen afwezigen reageren?',
      waarde:
        nu?.tot ||
        voorstelDag(
          plusDays(dateOf(now), { days: DAGEN_AKKOORD }),
          keuzeVan(project).bevrijdingsdag,
        ),
    }),
  };
}

function fixLijst(ctx: Ctx, values: Readonly<Record<string, unknown>>): Decision {
  const { project, now } = ctx;
  const shown = getoond(ctx).map(({ id }) => id);
  const ordered = arrange(shown, (id) => (values[plaatsVeld(id)] ?? null) as number | null);
  const ids = [
    ...ordered,
    ...volgorde(project)
      .map(({ id }) => id)
      .filter((id) => !shown.includes(id)),
  ];
  const next = {
    onderwerpen: ids,
    eerst: ids.slice(0, Number(values['eerst'])),
    tot: String(values['tot']),
  };
  const kwijt = [...gebruikteOnderwerpen(project)].filter(
    (id) => ids.includes(id) && !next.eerst.includes(id),
  );
  if (kwijt.length > 0) return refuseFields({ eerst: nogNodig(project, kwijt) });
  const nu = vasteLijst(project)?.facts;
  const before = nu && { onderwerpen: nu.onderwerpen, eerst: nu.eerst, tot: nu.tot };
  if (JSON.stringify(before) === JSON.stringify(next)) return accept('lijst', []);
  if (next.tot !== '' && next.tot !== nu?.tot && next.tot < dateOf(now)) {
    return refuseFields({ tot: 'Deze dag is al voorbij. Kies een latere dag.' });
  }
  const fixed = begin(prioriteitenlijst, 'lijst', { ...next, vastgesteld: now }, {});
  return accept('lijst', [opnieuw(fixed), ...zonderReden(project, next.eerst)], {
    soort: 'lijst-vastgesteld',
    facts: {},
  });
}

/** Why something did not come first is over once it does, by itself or in a cluster: later it may be for another reason. */
const zonderReden = (project: Project, eerst: readonly string[]): NewEvent[] =>
  onderwerpen(project)
    .filter(({ id }) => eerst.includes(id))
    .flatMap(({ id, problemen }) => uniek([id, ...problemen.map((found) => found.id)], String))
    .filter((id) => one(project, nietEerst, id))
    .map((id) => withdraw(nietEerst, id));

/** Why the list cannot leave out what later steps speak of. */
const nogNodig = (project: Project, ids: readonly string[]) =>
  aaneen`Hier is al verder mee gewerkt, dus het hoort bij wat je eerst aanpakt: ${opsomming(
    ids.map((id) => kortweg(naamVanOnderwerp(project, id))),
    3,
  )}.`;

/**
 * The order after some places were changed. What moves up goes before what stood there, and what moves down goes behind
 * it.
 */
export function arrange(ids: readonly string[], plaats: (id: string) => number | null): string[] {
  return ids
    .map((id, at) => {
      const asked = plaats(id) ?? at + 1;
      return { id, place: asked < at + 1 ? asked - 0.5 : asked > at + 1 ? asked + 0.5 : asked };
    })
    .sort((a, b) => a.place - b.place)
    .map(({ id }) => id);
}

/** The group weighs again: clusters and votes may change, and the akkoord so far is about an older list. */
const heropenen = tap({
  verb: 'lijst.heropenen',
  right: 'projectleider',
  when: { vanaf: STAP },
  decide: (ctx) => {
    const nu = lijstVan(ctx.project);
    if (!nu) return notNow('Er is nog geen lijst. Stel die eerst vast.', [VASTSTELLEN]);
    if (nu.facts.vastgesteld === '') return accept('lijst', []);
    return (
      isVoorbij(ctx) ??
      accept('lijst', [say(prioriteitenlijst, nu, { vastgesteld: '' })], {
        soort: 'lijst-heropend',
        facts: {},
      })
    );
  },
  receipt: () =>
    gelukt(
      'De prioriteitenlijst is heropend.',
      ['Het akkoord gold voor de oude lijst. Straks vraag ik het opnieuw.'],
      [VASTSTELLEN],
    ),
});

/**
 * The order that a group goes on with when it made no list: all problems as proposed, and fixed by nobody. A list that was
 * reopened stays as it was.
 */
export function lijstZonder(project: Project): NewEvent[] {
  const alle = volgorde(project).map(({ id }) => id);
  if (lijstVan(project) || alle.length === 0) return [];
  const open = openStemming(project);
  return [
    ...(open ? [dicht(project, open)] : []),
    opnieuw(
      begin(
        prioriteitenlijst,
        'lijst',
        { onderwerpen: alle, eerst: [], tot: '', vastgesteld: '' },
        {},
      ),
    ),
  ];
}

/** That order is none any more when the step that it was made for is taken back. */
export function lijstTerug(project: Project, geopend: string): NewEvent[] {
  const nu = one(project, prioriteitenlijst, 'lijst');
  return nu?.facts.vastgesteld === '' && nu.changedAt === geopend
    ? [withdraw(prioriteitenlijst, nu.id)]
    : [];
}

/** It may have been made before, and taken back. */
const opnieuw = (event: NewEvent): NewEvent => ({ ...event, gone: false });

export const lijstActies: readonly AnyAction[] = [vaststellen, heropenen];
