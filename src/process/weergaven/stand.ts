import { zonderStijl } from '../vormen/live-kaart.ts';
import type { Beeld, Ctx, Step, View } from '../contract/contract.ts';
import { beeldVan } from '../contract/beeld.ts';
import { nextStep, stepOf } from '../contract/step.ts';
import { leidingKnop, WORD_LEIDER } from '../contract/woorden.ts';
import { leads, isLeiderloos } from '../feiten/deelnemers.ts';
import { isAfgerond, opdrachtgevers, profielVan } from '../feiten/gegevens.ts';
import { huidig, isOpenFor, type Stap } from '../feiten/geopende-stap.ts';
import { isTeVragen } from '../kalender/moment.ts';
import { gepland } from '../klok/tik.ts';
import { gereedRegels } from '../stappen/gereed-regels.ts';
import { opsomming } from '../taal/opsomming.ts';
import { dateText, instantText, deadlineText } from '../taal/time.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { metTab } from '../vormen/naar-tab.ts';
import { item, lijst, type Button, type Item } from '../vormen/screen.ts';

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
        { kop: '', items: stapItems(ctx) },
        { kop: 'Berichten die eraan komen', items: eerstVolgende(ctx) },
      ],
      {
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
const OP_DE_KAART = 2;

/** The next messages of the clock, so that none comes as a surprise. */
export const straks = (ctx: Ctx): Item[] =>
  gepland(beeldVan(ctx))
    .filter(({ op, naam }) => naam !== '' && op > ctx.now)
    // What nobody is left for will not be sent.
    .filter(({ vraag }) => !vraag || vraag().aan.some((lid) => isTeVragen(beeldVan(ctx), lid)))
    .slice(0, MAX_STRAKS)
    .map(({ op, naam }) => item(naam, [instantText(op, ctx.now)]));

/** The first of those on the card, each said once; the tab has them all. */
const eerstVolgende = (ctx: Ctx): Item[] =>
  straks(ctx)
    .filter(({ tekst }, at, alles) => alles.findIndex((een) => een.tekst === tekst) === at)
    .slice(0, OP_DE_KAART);

/**
 * Until when deelnemers can enter. A streefdatum locks no one, and what a card still asks for is not closed. Empty while no
 * date is agreed.
 */
export function tijdZin(step: Step, open: Stap, beeld: Beeld): string[] {
  const { heeftInvoer } = step;
  if (heeftInvoer && !isOpenFor(open, beeld.now))
    return step.kaart(beeld).knoppen.some(({ stijl }) => stijl === 'positive')
      ? []
      : ['Gesloten voor deelnemers'];
  if (open.facts.datum === '') return [];
  return [`${heeftInvoer ? 'Tot' : 'Streefdatum:'} ${deadlineText(open.facts, beeld.now)}`];
}

/** The step of now with how it stands; what lies behind and what comes is a line each. */
function stapItems(ctx: Ctx): Item[] {
  const { stappen } = ctx.traject;
  const nu = huidig(ctx.project);
  if (!nu || isAfgerond(ctx.project)) return [item(`Alle ${stappen.length} stappen zijn klaar.`)];
  const step = stepOf(ctx.traject, nu.id);
  const next = nextStep(ctx.traject, step.id);
  const regels = [
    ...tijdZin(step, nu, beeldVan(ctx)),
    ...gereedRegels(step.gereed(beeldVan(ctx))),
    ...voorbij(step.nummer - 1),
    ...(next ? [`Hierna: stap ${next.nummer}, ${next.naam}`] : []),
  ];
  const titel = `Nu: stap ${step.nummer}, ${step.naam}`;
  return [item(titel, regels, kaartKnoppen(ctx, step))];
}

const voorbij = (tot: number): string[] =>
  tot === 0 ? [] : [tot === 1 ? 'Stap 1 is klaar.' : `De stappen 1 tot en met ${tot} zijn klaar.`];

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
