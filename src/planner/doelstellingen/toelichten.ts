import type { AnyAction, Ctx } from '../../process/contract/contract.ts';
import { formOf, vorm } from '../../process/contract/action.ts';
import { accept, refuse } from '../../process/contract/decision.ts';
import { kies, lang } from '../../process/vormen/form.ts';
import { begin, one } from '../../process/feiten/project.ts';
import { gelukt } from '../../process/vormen/screen.ts';
import type { Maatregel } from '../plan/maatregel.ts';
import { maatregel, oordeel } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { VANAF } from './doel.ts';
import { beoordelingVan, OORDELEN } from './oordeel.ts';

/** The judgement of one measure with its reason, for example what has to change about it. */
const toelichten = vorm({
  verb: 'maatregel.oordeel',
  right: 'notulist',
  when: VANAF,
  form: (ctx) => {
    const found = asked(ctx);
    if (!found) return refuse('niet-gevonden');
    const before = one(ctx.project, oordeel, found.id);
    const questions = {
      oordeel: kies(
        {
          label: 'Wat doen we met deze maatregel?',
          nodig: 'Kies doorgaan, aanpassen of stoppen.',
          waarde: before?.facts.oordeel,
        },
        OORDELEN,
      ),
      toelichting: lang({
        label: 'Waarom, en wat moet er anders?',
        waarde: before?.texts.toelichting,
      }),
    };
    return formOf('Maatregel beoordelen', questions, {
      uitleg: [kortweg(found.texts.omschrijving, 300)],
      rev: before?.rev ?? 0,
    });
  },
  decide: (ctx, values) => {
    const found = asked(ctx);
    if (!found) return refuse('niet-gevonden');
    const before = one(ctx.project, oordeel, found.id);
    const { toelichting } = values;
    const isSame =
      before?.facts.oordeel === values.oordeel && before.texts.toelichting === toelichting;
    const said = begin(oordeel, found.id, { oordeel: values.oordeel }, { toelichting });
    return accept(found.id, isSame ? [] : [said]);
  },
  receipt: ({ project }, about) => {
    const onderwerp = one(project, maatregel, about)?.facts.onderwerp ?? '';
    return gelukt('Het oordeel is opgeslagen.', [], [beoordelingVan(onderwerp)]);
  },
});

function asked({ project, args }: Ctx): Maatregel | undefined {
  const found = one(project, maatregel, args['id'] ?? '');
  return found?.facts.aanvullend ? undefined : found;
}

export const toelichtActies: readonly AnyAction[] = [toelichten];
