import type { Ctx, View } from '../contract/contract.ts';
import { beeldVan } from '../contract/beeld.ts';
import { stepOf } from '../contract/step.ts';
import { leidingKnop } from '../contract/woorden.ts';
import { isVan, leads } from '../feiten/deelnemers.ts';
import { isAfgerond, profielVan } from '../feiten/gegevens.ts';
import { geopend, huidig } from '../feiten/geopende-stap.ts';
import { openAfspraken } from '../feiten/overleg.ts';
import { isVoorIedereen } from '../feiten/vertrouwelijk.ts';
import { inbrengVan } from '../stappen/inbreng.ts';
import { nogNietsVan, reacties } from '../stappen/reacties.ts';
import { wachtOpLeiding } from '../stappen/wacht.ts';
import { dayText } from '../taal/time.ts';
import { hoofdletter } from '../taal/woorden.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { bericht, IN_BEELD, item, kortItem, lijst, type Item } from '../vormen/screen.ts';

/** Something to do, and when it is due: a date or a moment in UTC, empty without. */
interface Gevraagd {
  op: string;
  taak: Item;
}

/** What this person still has to do in this project: what is due first stands first, what has no date last. */
export const takenVan = (ctx: Ctx): Item[] =>
  [
    ...(isAfgerond(ctx.project)
      ? []
      : [...wachtOpLeiding(ctx).map(({ op, ...taak }) => ({ op, taak })), ...vanStappen(ctx)]),
    ...afspraken(ctx),
    ...(isAfgerond(ctx.project) ? [] : wieNog(ctx).map((taak) => ({ op: '', taak }))),
  ]
    .sort((a, b) => (volgorde(a) < volgorde(b) ? -1 : volgorde(a) > volgorde(b) ? 1 : 0))
    .map(({ taak }) => taak);

const LAATST = '~';
const volgorde = ({ op }: Gevraagd) => (op === '' ? LAATST : op);

const vanStappen = (ctx: Ctx): Gevraagd[] =>
  geopend(ctx.project)
    .map(({ id }) => stepOf(ctx.traject, id))
    .flatMap((step) => step.taken(beeldVan(ctx), ctx.actor))
    .map(({ zin, wanneer, op, knoppen }) => ({
      op,
      taak: item(zin, wanneer === '' ? [] : [wanneer], knoppen),
    }));

const afspraken = ({ project, actor, now }: Ctx): Gevraagd[] =>
  openAfspraken(project)
    .filter(({ facts }) => isVan(project, actor, facts.wie))
    .map(({ id, texts, facts }) => ({
      op: facts.wanneer,
      taak: item(
        texts.wat,
        [facts.wanneer === '' ? 'Afspraak' : `Afspraak, voor ${dayText(facts.wanneer, now)}`],
        [{ titel: 'Klaar', verb: 'afspraak.klaar', args: { id, klaar: 'ja' } }],
      ),
    }));

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

/** The first of several is the one to press. */
export const eerstGevraagd = (taken: readonly Item[]): Item[] =>
  taken.map((taak, at) => {
    const [knop, ...rest] = taak.knoppen;
    if (!knop || at > 0) return taak;
    return { ...taak, knoppen: [{ ...knop, stijl: 'positive' }, ...rest] };
  });

/** What became of all that this person brought. */
export const gebeurdVan = (ctx: Ctx): Item[] =>
  inbrengVan(beeldVan(ctx), ctx.actor).map(({ wat, gebeurd }) => item(wat, gebeurd));

/** The first line says what became of it; the rest is read after opening it. */
const inKort = ({ tekst, regels: [eerst = '', ...meer] }: Item): Item =>
  kortItem(tekst, [eerst], { meer });

/** What stands above it. */
export const GEBEURD = 'Wat is er gebeurd met wat jij inbracht?';

const NIETS_TE_DOEN = 'Je hoeft nu niets te doen.';

export const taken: View = {
  verb: 'taken',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) => {
    const items = eerstGevraagd(takenVan(ctx));
    const gebeurd = gebeurdVan(ctx);
    const { naam } = profielVan(ctx.project).texts;
    if (items.length === 0 && gebeurd.length === 0)
      return bericht('uitleg', NIETS_TE_DOEN, [naam], [KNOP.plan]);
    return lijst(
      'Mijn taken',
      [
        { kop: naam, items },
        { kop: GEBEURD, items: gebeurd.map(inKort) },
      ],
      {
        pagina: ctx.args['pagina'],
        uitleg: items.length === 0 ? [NIETS_TE_DOEN] : [],
        knoppen: [KNOP.herinneringen],
        // The heading takes the place of a row.
        rijen: gebeurd.length > 0 ? IN_BEELD - 1 : IN_BEELD,
      },
    );
  },
};
