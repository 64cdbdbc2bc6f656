import type { AnyAction, Ctx } from '../../process/contract/contract.ts';
import { formOf, vorm } from '../../process/contract/action.ts';
import { accept, notNow, refuse, refuseFields } from '../../process/contract/decision.ts';
import { hertekenen, kiesLezers, naOpslaan, naVink, eerst } from '../../process/stappen/lezers.ts';
import { isVan, leads } from '../../process/feiten/deelnemers.ts';
import { datum, getal, kies, kort, numberInput, type Keuze } from '../../process/vormen/form.ts';
import { eigenaar, metNamens } from '../../process/contract/namens.ts';
import { all, newId, one, type Project } from '../../process/feiten/project.ts';
import { sayIfNew } from '../../process/feiten/say-if-new.ts';
import { type Button, ontvangen } from '../../process/vormen/screen.ts';
import { eenhedenVan } from '../../process/taal/getallen.ts';
import { dateOf } from '../../process/taal/time.ts';
import { intrekkenEnTerug } from '../../process/contract/intrekken.ts';

import { JIJ, vertrouwelijkVeld } from '../plan/lezers.ts';
import { doel, meting } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { metingenVan } from '../plan/metingen.ts';
import { VOORTGANG } from './knoppen.ts';
import { doelStand, nogTeMeten } from './stand.ts';

const asked = ({ project, args }: Ctx) => one(project, meting, args['id'] ?? '');

/**
 * A person may change their own values. The projectleider enters for others by name, and does not change their values
 * silently.
 */
const isEigen = ({ project, actor }: Ctx, van: string) => isVan(project, actor, van);

const doelKeuzes = (project: Project): Keuze[] =>
  all(project, doel).map(({ id, texts }, at) => ({
    id,
    tekst: `${at + 1}. ${kortweg(texts.specifiek)}`,
  }));

/** The goal that the button was about, else the only goal, else the first that this person agreed to measure. */
function eersteDoel(ctx: Ctx): string | undefined {
  const named = one(ctx.project, doel, ctx.args['doel'] ?? '')?.id;
  const goals = all(ctx.project, doel);
  return (
    named ?? (goals.length === 1 ? goals[0]?.id : nogTeMeten(ctx.project, eigenaar(ctx))[0]?.id)
  );
}

const invoeren = vorm({
  verb: 'meting.invoeren',
  right: 'deelnemer',
  when: { nieuws: 'resultaat' },
  form: (ctx) => {
    const found = asked(ctx);
    if (ctx.args['id'] && !found) return refuse('niet-gevonden');
    if (found && !isEigen(ctx, found.facts.van)) return refuse('alleen-eigen');
    if (all(ctx.project, doel).length === 0)
      return notNow(
        'Er is nog geen doel om te meten. De projectleider voegt doelen toe in stap 4.',
        [{ titel: 'Doel toevoegen', verb: 'doel.toevoegen' }],
      );
    const gekozen = found?.facts.doel ?? eersteDoel(ctx);
    const goal = one(ctx.project, doel, gekozen ?? '');
    return formOf(found ? 'Meting aanpassen' : 'Wat is er gemeten?', velden(ctx, gekozen), {
      rev: found?.rev ?? 0,
      uitleg: [...(goal && ctx.args['doel'] ? [doelStand(ctx.project, goal)] : [])],
    });
  },
  decide: (ctx, { doel: goal, waarde, datum: dag, opmerking, vertrouwelijk }) => {
    if (waarde === null) return refuseFields({ waarde: 'Vul een getal in.' });
    if (dag > dateOf(ctx.now))
      return refuseFields({ datum: 'Deze datum moet nog komen. Kies vandaag of eerder.' });
    const van = asked(ctx)?.facts.van ?? eigenaar(ctx).id;
    // A person measures a goal at most once a day: a second value corrects the first.
    const found =
      asked(ctx) ??
      metingenVan(ctx.project, goal).find(({ facts }) => facts.van === van && facts.datum === dag);
    const id = found?.id ?? newId(ctx.project, 'm');
    const lezers = naVink(vertrouwelijk, found?.facts);
    const facts = { doel: goal, van, waarde, datum: dag, ...lezers };
    return accept(
      id,
      sayIfNew(ctx.project, meting, { id, facts, texts: { opmerking } }),
      ...hertekenen(found?.facts, lezers),
    );
  },
  receipt: (ctx, about) => {
    const found = one(ctx.project, meting, about);
    const goal = one(ctx.project, doel, found?.facts.doel ?? '');
    const besloten = naOpslaan(found?.facts, 'meting.vertrouwelijk', about);
    const stand = goal ? [doelStand(ctx.project, goal)] : [];
    return ontvangen(
      ['De meting is opgeslagen.', ...eerst(besloten.regels, stand)],
      [...besloten.knoppen, ...volgende(ctx), VOORTGANG],
    );
  },
});

function velden(ctx: Ctx, gekozen: string | undefined) {
  const found = asked(ctx);
  const eenheid = one(ctx.project, doel, gekozen ?? '')?.texts.eenheid ?? '';
  return {
    doel: kies(
      { label: 'Welk doel?', nodig: 'Kies een doel.', wat: 'doelen', waarde: gekozen },
      doelKeuzes(ctx.project),
    ),
    waarde: getal({
      label: eenheid === '' ? 'Hoeveel is het?' : `Hoeveel ${kortweg(eenheid)}?`,
      nodig: 'Vul een getal in.',
      decimalen: 2,
      eenheden: eenhedenVan(eenheid),
      voorbeeld: '20 of 12,5',
      waarde: found && numberInput(found.facts.waarde),
    }),
    datum: datum({
      label: 'Wanneer is het gemeten?',
      nodig: 'Kies een datum.',
      waarde: found?.facts.datum ?? dateOf(ctx.now),
    }),
    opmerking: kort({
      label: 'Waar komt het getal vandaan?',
      waarde: found?.texts.opmerking,
    }),
    vertrouwelijk: vertrouwelijkVeld(found?.facts.vertrouwelijk),
  };
}

/** The next goal that this person agreed to measure. */
function volgende(ctx: Ctx): Button[] {
  const [next] = nogTeMeten(ctx.project, eigenaar(ctx));
  return next
    ? [{ titel: 'Volgende doel', verb: 'meting.invoeren', args: metNamens(ctx, { doel: next.id }) }]
    : [];
}

const intrekken = intrekkenEnTerug({
  kind: meting,
  naam: 'meting',
  right: 'deelnemer',
  when: { nieuws: 'resultaat' },
  mag: (ctx, { facts }) => isEigen(ctx, facts.van) || leads(ctx.actor),
  bijTerug: () => [],
  weg: 'De meting is ingetrokken.',
  terug: 'De meting telt weer mee.',
  lijst: () => VOORTGANG,
});

const lezers = kiesLezers({
  naam: 'meting',
  kind: meting,
  right: 'deelnemer',
  when: { vanaf: 'resultaat' },
  mag: (ctx, { facts }) => isEigen(ctx, facts.van),
  altijd: JIJ,
});

export const metingActies: readonly AnyAction[] = [invoeren, lezers, ...intrekken];
