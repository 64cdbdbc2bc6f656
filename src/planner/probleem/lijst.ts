import { formOf, tap, vorm, type AnyAction, type Ctx, type View } from '../../process/action.ts';
import { accept, notNow, type Decision } from '../../process/decision.ts';
import { leads } from '../../process/deelnemers.ts';
import { datum, getal, keuze, type Field, type Fields } from '../../process/form.ts';
import { say, type Project } from '../../process/project.ts';
import { gelukt, item, lijst, type Button, type Item } from '../../process/screen.ts';
import { dateOf, dayText, plusDays } from '../../process/time.ts';
import { kortweg, onderwerpen, prioriteitenlijst, type Onderwerp } from '../plan.ts';
import { draagvlakZinnen } from './draagvlak.ts';
import { isDoeiLeesbaar, doeiBij, doeiZin } from './doei.ts';
import { STAP } from './eigen.ts';
import { isVoorbij, lijstVan, openStemming, stemmingVan, vasteLijst } from './overleg1.ts';
import { puntenVan } from './uitslag.ts';
import { gewichten, gewichtZin, proposeVolgorde } from './volgorde.ts';

/** The form gives a place to so many; whatever comes after keeps its order. */
const MAX_PLAATSEN = 12;
/** How many are tackled first, unless the group says otherwise. */
const EERST = 3;
/** Days that who was absent gets to answer. */
const DAGEN_AKKOORD = 3;

const veldId = (id: string) => `plaats_${id}`;
const LIJST: Button = { titel: 'Bekijk de lijst', verb: 'lijst' };

/** The order now: as fixed last, with what is new behind it in the proposed order; without a list the proposal. */
export function volgorde(project: Project): Onderwerp[] {
  const voorstel = proposeVolgorde(project);
  const fixed = lijstVan(project)?.facts.onderwerpen ?? [];
  const known = new Map(voorstel.map((found) => [found.id, found]));
  return [
    ...fixed.flatMap((id) => known.get(id) ?? []),
    ...voorstel.filter(({ id }) => !fixed.includes(id)),
  ];
}

/** The onderwerpen of the fixed list that are tackled first and still stand; none while it is reopened (C19). */
export function eersteVan(project: Project): Onderwerp[] {
  const ids = vasteLijst(project)?.facts.eerst ?? [];
  const known = new Map(onderwerpen(project).map((found) => [found.id, found]));
  return ids.flatMap((id) => known.get(id) ?? []);
}

/** The first twelve, and behind them the ones that were asked for (`args.erbij`). */
function getoond({ project, args }: Ctx): Onderwerp[] {
  const alles = volgorde(project);
  const extra = alles.slice(MAX_PLAATSEN).find(({ id }) => id === args['erbij']);
  return [...alles.slice(0, MAX_PLAATSEN), ...(extra ? [extra] : [])];
}

/** The projectleider fixes the order and what comes first (C18, C19). Every other list is a new revision. */
const vaststellen: AnyAction = vorm<Fields>({
  verb: 'lijst.vaststellen',
  right: 'projectleider',
  when: { vanaf: STAP },
  form: (ctx) => {
    const { project } = ctx;
    const past = isVoorbij(ctx);
    if (past) return past;
    if (openStemming(project)) return notNow('De stemming loopt nog. Sluit die eerst.');
    const shown = getoond(ctx);
    if (shown.length === 0) return notNow('Er zijn nog geen problemen voor de lijst.');
    return formOf('Prioriteitenlijst vaststellen', velden(ctx, shown), {
      rev: lijstVan(project)?.rev ?? 0,
      uitleg: [
        stemmingVan(project)
          ? 'Het voorstel volgt uit de stemming en de typering.'
          : 'Het voorstel volgt uit de typering.',
        'Zet een ander nummer om een probleem te verplaatsen.',
      ],
      opslaan: 'Vaststellen',
      knoppen: [LIJST],
    });
  },
  decide: (ctx, values) => fixLijst(ctx, values),
  receipt: ({ project }) =>
    gelukt(
      'De prioriteitenlijst is vastgesteld. De groep krijgt bericht.',
      eersteVan(project).map(({ naam }, at) => `${at + 1}. ${kortweg(naam, 120)}`),
      [
        { titel: 'Alle aanwezigen akkoord', verb: 'akkoord.allen' },
        { titel: 'Niet iedereen is akkoord', verb: 'akkoord.behalve' },
        { titel: 'Lijst heropenen', verb: 'lijst.heropenen' },
        { titel: 'Bekijk akkoord', verb: 'akkoord' },
      ],
    ),
});

function velden({ project, now }: Ctx, shown: readonly Onderwerp[]): Fields {
  const nu = lijstVan(project)?.facts;
  const max = shown.length;
  const eerst = Math.min(max, nu?.eerst.length ?? EERST);
  const plaatsen = shown.map(({ id, naam }, at): [string, Field<unknown>] => [
    veldId(id),
    getal({ label: kortweg(naam), min: 1, max, waarde: String(at + 1) }),
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
      label: 'Tot wanneer kan wie er niet bij was reageren?',
      uitleg: 'Mag leeg blijven.',
      waarde: nu?.tot || plusDays(dateOf(now), { days: DAGEN_AKKOORD }),
    }),
  };
}

function fixLijst(ctx: Ctx, values: Readonly<Record<string, unknown>>): Decision {
  const { project, now } = ctx;
  const shown = getoond(ctx).map(({ id }) => id);
  const ordered = arrange(shown, (id) => (values[veldId(id)] ?? null) as number | null);
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
  const nu = vasteLijst(project)?.facts;
  const before = nu && { onderwerpen: nu.onderwerpen, eerst: nu.eerst, tot: nu.tot };
  if (JSON.stringify(before) === JSON.stringify(next)) return accept('lijst', []);
  return accept('lijst', [say(prioriteitenlijst, 'lijst', { ...next, vastgesteld: now })], {
    soort: 'lijst-vastgesteld',
    facts: {},
  });
}

/** The order after somebody gave some other places: who moves up goes before, who moves down behind the one that stood there. */
export function arrange(ids: readonly string[], plaats: (id: string) => number | null): string[] {
  return ids
    .map((id, at) => {
      const asked = plaats(id) ?? at + 1;
      return { id, place: asked < at + 1 ? asked - 0.5 : asked > at + 1 ? asked + 0.5 : asked };
    })
    .sort((a, b) => a.place - b.place)
    .map(({ id }) => id);
}

/** The group weighs again: clusters and votes may change, and the akkoord so far speaks of an older list. */
const heropenen = tap({
  verb: 'lijst.heropenen',
  right: 'projectleider',
  when: { vanaf: STAP },
  decide: (ctx) => {
    const nu = lijstVan(ctx.project);
    if (!nu) return notNow('Er is nog geen lijst. Stel die eerst vast.');
    if (nu.facts.vastgesteld === '') return accept('lijst', []);
    return (
      isVoorbij(ctx) ??
      accept('lijst', [say(prioriteitenlijst, 'lijst', { vastgesteld: '' })], {
        soort: 'lijst-heropend',
        facts: {},
      })
    );
  },
  receipt: () =>
    gelukt(
      'De lijst is heropend.',
      ['Het akkoord gold voor de oude lijst. Straks vraag ik het opnieuw.'],
      [
        { titel: 'Lijst vaststellen', verb: 'lijst.vaststellen' },
        { titel: 'Clusters en problemen', verb: 'clusters' },
        { titel: 'Stemming openen', verb: 'stemming.openen' },
      ],
    ),
});

/** Everything that is weighed, in order, with what is known about it beside it (D9, C16, C17). */
const weergave: View = {
  verb: 'lijst',
  right: 'deelnemer',
  show: (ctx) => {
    const { project, args } = ctx;
    const isFixed = vasteLijst(project) !== undefined;
    const eerst = eersteVan(project).length;
    const items = lijstItems(ctx);
    const groepen = isFixed
      ? [
          { kop: 'Dit pakken we het eerst aan', items: items.slice(0, eerst) },
          { kop: 'Daarna', items: items.slice(eerst) },
        ]
      : [{ kop: 'Voorstel voor de volgorde', items }];
    return lijst('Prioriteiten in projectgroep', groepen, {
      uitleg: isFixed
        ? draagvlakZinnen(project)
        : [
            'We kiezen welke problemen het eerst moeten worden aangepakt.',
            'Een gedeeld inzicht is een voorwaarde voor een succesvolle aanpak.',
          ],
      knoppen: knoppen(ctx),
      pagina: args['pagina'],
    });
  },
};

function lijstItems(ctx: Ctx): Item[] {
  const { project, actor } = ctx;
  const punten = puntenVan(project);
  const weight = gewichten(project);
  const alles = volgorde(project);
  const eerst = eersteVan(project).map(({ id }) => id);
  const ordered = [
    ...alles.filter(({ id }) => eerst.includes(id)),
    ...alles.filter(({ id }) => !eerst.includes(id)),
  ];
  return ordered.map((found, at) => {
    const votes = punten(found);
    const known = doeiBij(project, found).filter((one) => isDoeiLeesbaar(project, actor, one));
    const meenemen: Button = {
      titel: 'Meenemen in de lijst',
      verb: 'lijst.vaststellen',
      args: { erbij: found.id },
    };
    return item(
      `${at + 1}. ${kortweg(found.naam, 300)}`,
      [
        ...(votes > 0 ? [`Stemmen: ${votes}`] : []),
        gewichtZin(weight(found)),
        ...known.slice(0, 3).map((one) => doeiZin(project, one, 160)),
        ...(known.length > 3 ? [`En nog ${known.length - 3} bij dit probleem.`] : []),
      ],
      [
        { titel: 'Bekijk', verb: 'probleem', args: { id: found.id } },
        ...(at >= MAX_PLAATSEN && leads(actor) && !vasteLijst(project) ? [meenemen] : []),
      ],
    );
  });
}

function knoppen({ project, actor }: Ctx): Button[] {
  const nu = vasteLijst(project);
  if (openStemming(project)) return [{ titel: 'Bekijk de stemming', verb: 'stemming' }];
  if (!nu)
    return [
      ...(leads(actor) ? [{ titel: 'Lijst vaststellen', verb: 'lijst.vaststellen' }] : []),
      { titel: 'Clusters en problemen', verb: 'clusters' },
    ];
  return [
    { titel: 'Akkoord', verb: 'akkoord.geven', args: { lijst: String(nu.rev) }, stijl: 'positive' },
    { titel: 'Niet akkoord', verb: 'akkoord.niet', args: { lijst: String(nu.rev) } },
    { titel: 'Bekijk akkoord', verb: 'akkoord' },
    ...(leads(actor) ? [{ titel: 'Lijst heropenen', verb: 'lijst.heropenen' }] : []),
  ];
}

/** `vr 22 januari`; empty without a date. */
export const akkoordTot = (project: Project): string => {
  const tot = vasteLijst(project)?.facts.tot ?? '';
  return tot === '' ? '' : dayText(tot);
};

export const lijstActies: readonly AnyAction[] = [vaststellen, heropenen];
export const lijstWeergaven: readonly View[] = [weergave];
