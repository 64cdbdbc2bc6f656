import { zonderStijl } from '../vormen/live-kaart.ts';
import type { Ctx, Step, View } from '../contract/contract.ts';
import { isVan, leads, isLeiderloos } from '../feiten/deelnemers.ts';
import { isAfgerond, opdrachtgevers, profielVan } from '../feiten/gegevens.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { metTab } from '../vormen/naar-tab.ts';
import { openAfspraken } from '../feiten/overleg.ts';
import { PLAN } from '../vormen/poster.ts';
import { bericht, item, lijst, type Button, type Item } from '../vormen/screen.ts';
import { geopend, huidig, isOpenFor, type Stap } from '../feiten/geopende-stap.ts';
import { stepOf } from '../contract/step.ts';
import { isTeVragen } from '../kalender/moment.ts';
import { gepland } from '../klok/tik.ts';
import { nogNietsVan, reacties } from '../stappen/reacties.ts';
import { isVoorIedereen } from '../feiten/vertrouwelijk.ts';
import { hoofdletter } from '../taal/woorden.ts';
import { dateText, dayText, instantText, deadlineText } from '../taal/time.ts';

import { beeldVan } from '../contract/beeld.ts';
import { inbrengVan } from '../stappen/inbreng.ts';
import { wachtOpLeiding } from '../stappen/wacht.ts';
import { leidingKnop, WORD_LEIDER } from '../contract/woorden.ts';
import { opsomming } from '../taal/opsomming.ts';

/** What this person still has to do in this project. */
export function takenVan(ctx: Ctx): Item[] {
  const beeld = beeldVan(ctx);
  const steps = geopend(ctx.project).map(({ id }) => stepOf(ctx.traject, id));
  const fromSteps = steps
    .flatMap((step) => step.taken(beeld, ctx.actor))
    .map(({ zin, wanneer, knoppen }) => item(zin, wanneer === '' ? [] : [wanneer], knoppen));
  const own = openAfspraken(ctx.project).filter(({ facts }) =>
    isVan(ctx.project, ctx.actor, facts.wie),
  );
  return [
    ...(isAfgerond(ctx.project) ? [] : [...wachtOpLeiding(ctx), ...fromSteps, ...wieNog(ctx)]),
    ...own.map(({ id, texts, facts }) =>
      item(
        texts.wat,
        [facts.wanneer === '' ? 'Afspraak' : `Afspraak, voor ${dayText(facts.wanneer, ctx.now)}`],
        [{ titel: 'Klaar', verb: 'afspraak.klaar', args: { id, klaar: 'ja' } }],
      ),
    ),
  ];
}

/** The people who have not answered, for the projectleider in their own chat only (rule 16). */
function wieNog({ project, actor, traject }: Ctx): Item[] {
  const nu = huidig(project);
  if (!nu || !leads(actor) || isVoorIedereen(project)) return [];
  const stil = reacties(project, stepOf(traject, nu.id)).stil.filter(({ id }) => id !== actor.id);
  if (stil.length === 0) return [];
  return [
    item(
      `Stap ${nu.facts.nummer}: nog niet iedereen heeft iets ingevuld.`,
      [hoofdletter(nogNietsVan(project, stil))],
      [leidingKnop(traject)],
    ),
  ];
}

/** What became of all that this person brought. */
export const gebeurdVan = (ctx: Ctx): Item[] =>
  inbrengVan(beeldVan(ctx), ctx.actor).map(({ wat, gebeurd }) => item(wat, gebeurd));

/** What stands above it. */
export const GEBEURD = 'Wat is er gebeurd met wat jij inbracht?';

const NIETS_TE_DOEN = 'Je hoeft nu niets te doen.';

export const taken: View = {
  verb: 'taken',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) => {
    const items = takenVan(ctx);
    const gebeurd = gebeurdVan(ctx);
    const { naam } = profielVan(ctx.project).texts;
    if (items.length === 0 && gebeurd.length === 0)
      return bericht('uitleg', NIETS_TE_DOEN, [naam], [KNOP.plan]);
    return lijst(
      'Mijn taken',
      [
        { kop: naam, items },
        { kop: GEBEURD, items: gebeurd },
      ],
      {
        pagina: ctx.args['pagina'],
        uitleg: items.length === 0 ? [NIETS_TE_DOEN] : [],
        knoppen: [KNOP.herinneringen],
      },
    );
  },
};

/** The whole plan so far, step by step. */
export const plan: View = {
  verb: 'plan',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) =>
    lijst(
      `Plan: ${profielVan(ctx.project).texts.naam}`,
      ctx.traject.stappen
        .filter(({ id }) => geopend(ctx.project).some((open) => open.id === id))
        .flatMap((step) => step.plan(beeldVan(ctx))),
      {
        pagina: ctx.args['pagina'],
        uitleg: [`Stand van nu, bij stap ${huidig(ctx.project)?.facts.nummer ?? 1}.`],
        knoppen: metTab(
          [
            { titel: 'Documenten', verb: 'documenten' },
            { titel: 'Downloads', verb: 'downloads' },
            { titel: 'Deel het plan als plaatje', verb: 'beeld', args: { wat: PLAN } },
            KNOP.afspraken,
            ...vorigeRonde(ctx),
          ],
          'stand',
        ),
      },
    ),
};

/** The way to the previous rounds, which stay readable (rule 12). */
function vorigeRonde({ project }: Ctx): Button[] {
  const { vorige } = profielVan(project).facts;
  return vorige === '' ? [] : [{ titel: 'Vorige ronde', verb: 'plan', args: { project: vorige } }];
}

/** Where the project stands and what it waits for, without names (rule 16). */
export const status: View = {
  verb: 'status',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) => {
    const { facts, texts } = profielVan(ctx.project);
    const zonderLeider = isLeiderloos(ctx.project) && !isAfgerond(ctx.project);
    const regels = [
      `Opdrachtgever: ${opsomming(opdrachtgevers(ctx.project))}`,
      `Loopt van ${dateText(facts.start)} tot ${dateText(facts.einde)}`,
      ...(zonderLeider ? [`Niemand leidt dit ${ctx.traject.woorden.project} nu.`] : []),
    ];
    return lijst(
      texts.naam,
      [
        { kop: '', items: ctx.traject.stappen.map((step) => statusItem(ctx, step)) },
        { kop: 'Berichten die eraan komen', items: straks(ctx) },
      ],
      {
        pagina: ctx.args['pagina'],
        uitleg: regels,
        knoppen: metTab(
          [
            ...(zonderLeider ? [WORD_LEIDER] : []),
            KNOP.taken,
            KNOP.plan,
            ...(leads(ctx.actor) ? [leidingKnop(ctx.traject)] : []),
            { titel: 'Instellingen', verb: 'instellingen' },
            KNOP.uitleg,
          ],
          'stand',
        ),
      },
    );
  },
};

const MAX_STRAKS = 5;

/** The next messages of the clock, so that none comes as a surprise. */
export const straks = (ctx: Ctx): Item[] =>
  gepland(beeldVan(ctx))
    .filter(({ op, naam }) => naam !== '' && op > ctx.now)
    // What nobody is left for will not be sent.
    .filter(({ vraag }) => !vraag || vraag().aan.some((lid) => isTeVragen(beeldVan(ctx), lid)))
    .slice(0, MAX_STRAKS)
    .map(({ op, naam }) => item(naam, [instantText(op, ctx.now)]));

/** Until when deelnemers can enter. A streefdatum locks no one. Empty while no date is agreed. */
export function tijdZin({ heeftInvoer }: Step, open: Stap, now: string): string[] {
  if (heeftInvoer && !isOpenFor(open, now)) return ['Gesloten voor deelnemers'];
  if (open.facts.datum === '') return [];
  return [`${heeftInvoer ? 'Tot' : 'Streefdatum:'} ${deadlineText(open.facts, now)}`];
}

function statusItem(ctx: Ctx, step: Step): Item {
  const open = geopend(ctx.project).find(({ id }) => id === step.id);
  const nu = huidig(ctx.project)?.id === step.id;
  const titel = `${step.nummer} ${step.naam}`;
  if (!open) return item(titel, ['Nog niet begonnen']);
  if (!nu || isAfgerond(ctx.project)) return item(titel, ['Klaar']);
  const regels = [
    ...tijdZin(step, open, ctx.now),
    ...step.gereed(beeldVan(ctx)).map(({ klaar, zin }) => `${klaar ? '✔' : '○'} ${zin}`),
  ];
  return item(`${titel} – hier zijn we nu`, regels, kaartKnoppen(ctx, step));
}

/**
 * The buttons of the live card. In a personal chat the card itself is out of reach, and confidential texts are only
 * there.
 */
function kaartKnoppen(ctx: Ctx, step: Step): Button[] {
  if (ctx.gesprek.soort !== 'personal') return [];
  return step
    .kaart(beeldVan(ctx))
    .knoppen.filter(({ verb }) => verb !== 'leiding')
    .map(zonderStijl);
}
