import type { AnyAction, Ctx } from '../../../process/contract/contract.ts';
import { formOf, vorm } from '../../../process/contract/action.ts';
import { accept, notNow } from '../../../process/contract/decision.ts';
import { naamVan } from '../../../process/feiten/deelnemers.ts';
import { begin } from '../../../process/feiten/project.ts';
import { isVoorIedereen } from '../../../process/feiten/vertrouwelijk.ts';
import { aaneen } from '../../../process/taal/aaneen.ts';
import { lang } from '../../../process/vormen/form.ts';
import { gelukt } from '../../../process/vormen/screen.ts';
import { weerwoord } from '../../plan/plan.ts';
import { STAP } from '../regels/eigen.ts';
import { AKKOORD } from '../regels/knoppen.ts';
import { antwoordVan, weerwoordBij, weerwoordOp, type Akkoord } from './draagvlak.ts';
import { nogZonderWeerwoord, weerwoordKnop } from './zonder-reden.ts';

const GEEN = notNow('Deze deelnemer heeft geen bezwaar tegen de lijst van nu.', [AKKOORD]);

/** The "niet akkoord" that the button names, with the list of now. */
function gevraagd({ project, args }: Ctx): Akkoord | undefined {
  const found = antwoordVan(project, args['id'] ?? '');
  return found?.facts.antwoord === 'niet akkoord' ? found : undefined;
}

/** What was done with a "niet akkoord": read by who gave it, and without a name by the group. */
const weerwoordGeven = vorm({
  verb: 'akkoord.weerwoord',
  right: 'projectleider',
  when: { vanaf: STAP },
  form: (ctx) => {
    const found = gevraagd(ctx);
    if (!found) return GEEN;
    const eerder = weerwoordBij(ctx.project, found);
    return formOf(
      'Wat doe je met dit bezwaar?',
      {
        tekst: lang({
          label: 'Wat doe je ermee, en waarom?',
          nodig: 'Schrijf op wat je ermee doet.',
          waarde: eerder?.texts.tekst,
        }),
      },
      {
        uitleg: [
          isVoorIedereen(ctx.project)
            ? found.texts.reden
            : aaneen`${naamVan(ctx.project, found.facts.van)}: ${found.texts.reden}`,
        ],
        // Who objects anew while this is written is not answered by it.
        rev: eerder?.rev ?? found.rev,
        knoppen: [AKKOORD],
      },
    );
  },
  decide: (ctx, { tekst }) => {
    const found = gevraagd(ctx);
    if (!found) return GEEN;
    const { van, lijst } = found.facts;
    // The same words about another objection are an answer too.
    const isGezegd = weerwoordOp(ctx.project, found) === tekst;
    return accept(van, isGezegd ? [] : [begin(weerwoord, van, { van, lijst }, { tekst })]);
  },
  receipt: ({ project }) => {
    const [volgende] = nogZonderWeerwoord(project);
    return gelukt(
      'Het antwoord is opgeslagen.',
      [],
      [...(volgende ? [{ ...weerwoordKnop(volgende), titel: 'Volgende bezwaar' }] : []), AKKOORD],
    );
  },
});

export const weerwoordActies: readonly AnyAction[] = [weerwoordGeven];
