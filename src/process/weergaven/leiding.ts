import { bijGroep } from '../kalender/moment.ts';
import type { Ctx, Step, View } from '../contract/contract.ts';
import { gevraagdIn } from '../contract/wanneer.ts';
import { komendOverleg, overlegNaam } from '../contract/overleggen.ts';
import { isRefused } from '../contract/decision.ts';
import { leden, type Deelnemer } from '../feiten/deelnemers.ts';
import { isAfgerond } from '../feiten/gegevens.ts';
import { openForm } from '../contract/judge.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { item, lijst, type Button, type Item } from '../vormen/screen.ts';
import { huidig, isOpenFor } from '../feiten/geopende-stap.ts';
import { nextStep, stepOf } from '../contract/step.ts';
import { gereedRegels } from '../stappen/gereed-regels.ts';
import { nogNietsVan, reacties } from '../stappen/reacties.ts';
import { TERUG, terugWaarheen } from '../stappen/terugnemen.ts';
import { hoofdletter } from '../taal/woorden.ts';
import { tePorren } from '../klok/porren.ts';
import { verderMet } from '../stappen/stappen.ts';
import { tijdZin } from './stand.ts';
import { wachtOpLeiding } from '../stappen/wacht.ts';

import { beeldVan } from '../contract/beeld.ts';
import { leidingKnop } from '../contract/woorden.ts';
import { naamInLijst } from '../taal/opsomming.ts';

/** All that the projectleider can do now, with what waits for an answer on top. */
export const leiding: View = {
  verb: 'leiding',
  right: 'projectleider',
  needsVerstuurd: false,
  show: (ctx) => {
    const nu = huidig(ctx.project);
    const step = nu && stepOf(ctx.traject, nu.id);
    return lijst(leidingKnop(ctx.traject).titel, [
      {
        kop: '',
        items: [
          ...(step
            ? [
                stapItem(ctx, step),
                ...stilItem(ctx, step),
                ...verderItem(ctx),
                ...nogNodig(ctx, step),
                ...terugItem(ctx),
              ]
            : []),
          ...wachtOpLeiding(ctx),
        ],
      },
      { kop: 'Meer', items: meerItems(ctx) },
    ]);
  },
};

function stapItem(ctx: Ctx, step: Step): Item {
  const beeld = beeldVan(ctx);
  const nu = huidig(ctx.project);
  const regels = [...(nu ? tijdZin(step, nu, beeld) : []), ...gereedRegels(step.gereed(beeld))];
  return item(`Stap ${step.nummer}: ${step.naam}`, regels, stapKnoppen(ctx, step));
}

/** Going on at once: what stands above it is what one would be asked to look at first (rule 18). */
const verderItem = (ctx: Ctx): Item[] =>
  isAfgerond(ctx.project)
    ? []
    : verderMet(ctx).map(({ to, tot, knop, overleg }) =>
        item(
          `Verder met stap ${to.nummer}?`,
          [
            to.heeftInvoer
              ? `Iedereen kan dan invullen tot ${tot}.`
              : `Die is dan klaar op ${tot}.`,
            ...overleg.regels,
            ...bijGroep(ctx.project, 'De hele groep krijgt bericht.'),
          ],
          [knop, ...overleg.knoppen],
        ),
      );

/** What an earlier step should have given, and this one cannot do without. */
const nogNodig = (ctx: Ctx, { nummer }: Step): Item[] =>
  isAfgerond(ctx.project)
    ? []
    : ctx.traject.stappen
        .filter((step) => step.nummer < nummer)
        .flatMap((step) => step.voorwaarde(beeldVan(ctx)) ?? [])
        .map(({ mist, knoppen }) => item(mist, [], knoppen));

/** The way back right after a step was opened by mistake. */
const terugItem = (ctx: Ctx): Item[] =>
  isAfgerond(ctx.project) || isRefused(terugWaarheen(ctx))
    ? []
    : [item('Per ongeluk deze stap gestart?', [], [TERUG])];

/** Who gave nothing yet, and what can be done about it. */
function stilItem(ctx: Ctx, step: Step): Item[] {
  const nu = huidig(ctx.project);
  const { stil } = reacties(ctx.project, step);
  if (stil.length === 0 || isAfgerond(ctx.project)) return [];
  const isOpen = nu !== undefined && isOpenFor(nu, ctx.now);
  return [
    item(
      hoofdletter(nogNietsVan(ctx.project, stil)),
      [],
      [
        ...(isOpen && tePorren(beeldVan(ctx)).length > 0 ? [HERINNER_ALLEN] : []),
        ...(isOpen ? [{ titel: 'Herinner nu', verb: 'herinner.nu' }] : []),
      ],
    ),
  ];
}

const HERINNER_ALLEN: Button = { titel: 'Herinner hen allemaal nu', verb: 'herinner.allen' };

function stapKnoppen(ctx: Ctx, step: Step): readonly Button[] {
  const nu = huidig(ctx.project);
  if (isAfgerond(ctx.project)) return ctx.traject.slot;
  const isOpen = nu !== undefined && isOpenFor(nu, ctx.now);
  const heeftDatum = (nu?.facts.datum ?? '') !== '';
  return [
    ...(nextStep(ctx.traject, step.id) ? [KNOP.volgendeStap] : ctx.traject.slot),
    ...(step.heeftInvoer
      ? [{ titel: isOpen ? 'Deadline aanpassen' : 'Stap langer openzetten', verb: 'deadline' }]
      : [{ titel: heeftDatum ? 'Streefdatum aanpassen' : 'Streefdatum kiezen', verb: 'deadline' }]),
    ...(step.heeftInvoer && isOpen ? [{ titel: 'Nu sluiten', verb: 'stap.sluiten' }] : []),
    ...overlegKnop(ctx, step),
  ];
}

/** The way to the overleg of this step; none when it has none. */
function overlegKnop(ctx: Ctx, { id }: Step): Button[] {
  const een = komendOverleg(ctx);
  return een?.soort.stappen.includes(id) ? [{ titel: overlegNaam(een), verb: 'overleg' }] : [];
}

const meerItems = ({ project, traject }: Ctx): Item[] => [
  item(
    'De groep',
    [],
    [
      KNOP.deelnemers,
      { titel: 'Namens een partner invullen', verb: 'namens' },
      KNOP.plaatsvervanger,
      { titel: `${hoofdletter(traject.woorden.project)}gegevens`, verb: 'project.wijzigen' },
    ],
  ),
  item('Partners per e-mail', [], [{ titel: 'Als e-mail', verb: 'als-email' }]),
  item(
    'Het plan',
    [],
    [
      KNOP.plan,
      KNOP.afspraken,
      ...traject.instellingen.flatMap(eigenKnop),
      { titel: 'Documenten', verb: 'documenten' },
    ],
  ),
  ...(isAfgerond(project) ? [item('Opnieuw', [], [KNOP.nieuweRonde])] : []),
];

/** The way to something that only this traject lets one set, by its name. */
const eigenKnop = ({ tekst, knoppen }: Item): Button[] =>
  knoppen.slice(0, 1).map((knop) => ({ ...knop, titel: tekst }));

/** The partner for whom the next entries are; it stays chosen between entries (rule 8). */
export const namens: View = {
  verb: 'namens',
  right: 'projectleider',
  needsVerstuurd: false,
  show: (ctx) => {
    const { project, traject, args } = ctx;
    const nu = huidig(project);
    const acties = nu
      ? [...traject.acties.values()].filter(({ when }) => gevraagdIn(when) === nu.id)
      : [];
    const knoppenVoor = ({ id }: Deelnemer): Button[] =>
      acties.flatMap((action) => {
        const form = openForm(action, { ...ctx, args: { namens: id } });
        // Without the entry that it changes a form does not open; what opens makes something new.
        return !isRefused(form) && form.titel !== ''
          ? [{ titel: form.titel, verb: action.verb, args: { namens: id } }]
          : [];
      });
    const anderen = leden(project).filter(({ id }) => id !== ctx.actor.id);
    return lijst(
      'Namens wie vul je in?',
      [
        {
          kop: '',
          items: anderen.map((lid) =>
            item(
              naamInLijst(lid.naam),
              lid.organisatie === '' ? [] : [naamInLijst(lid.organisatie)],
              knoppenVoor(lid),
            ),
          ),
        },
      ],
      {
        pagina: args['pagina'],
        uitleg: [namensUitleg(acties.length > 0, anderen.length > 0)],
        knoppen: [leidingKnop(traject)],
      },
    );
  },
};

function namensUitleg(kanNu: boolean, zijnErAnderen: boolean): string {
  if (!kanNu) return 'In deze stap vullen deelnemers niets in.';
  return zijnErAnderen
    ? 'Ik zet erbij dat je dit namens deze partner invult.'
    : 'Er zijn nog geen andere deelnemers.';
}
