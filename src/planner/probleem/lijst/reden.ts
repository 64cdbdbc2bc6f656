import type { AnyAction, Ctx } from '../../../process/contract/contract.ts';
import { formOf, vorm } from '../../../process/contract/action.ts';
import { accept, notNow } from '../../../process/contract/decision.ts';
import { one } from '../../../process/feiten/project.ts';
import { sayIfNew } from '../../../process/feiten/say-if-new.ts';
import { kortweg } from '../../../process/taal/tekst.ts';
import { kies, lang, meer } from '../../../process/vormen/form.ts';
import { PER_BLAD } from '../../../process/vormen/grenzen.ts';
import { gelukt } from '../../../process/vormen/screen.ts';
import { aantal } from '../../../process/taal/woorden.ts';
import { nietEerst } from '../../plan/plan.ts';
import { STAP } from '../regels/eigen.ts';
import { LIJST, REDEN } from '../regels/knoppen.ts';
import { laterOpDeLijst, nogZonderReden } from './zonder-reden.ts';

/** One save speaks of at most this many: each is an entry, and a transaction holds them all. */
const MAX_SAMEN = 40;

const KEUZES = [
  { id: 'later', tekst: 'Dit komt later aan de beurt' },
  { id: 'niet', tekst: 'Dit pakken we niet op' },
] as const;

/** Why problems are not tackled first: one reason for as many of them as it is true of. */
const reden = vorm({
  verb: 'lijst.reden',
  right: 'projectleider',
  when: { vanaf: STAP },
  form: (ctx) =>
    laterOpDeLijst(ctx.project).length === 0
      ? notNow('Er is geen probleem dat later komt.', [LIJST])
      : formOf('Waarom komt dit niet eerst?', velden(ctx), {
          rev: one(ctx.project, nietEerst, ctx.args['id'] ?? '')?.rev ?? 0,
          uitleg: ['Wie het probleem doorgaf, leest dit. De groep ziet het bij de lijst.'],
          nogEen: 'Opslaan en nog een',
          knoppen: [LIJST],
        }),
  decide: ({ project }, { welke, keuze, reden: tekst }) =>
    accept(
      'lijst',
      welke.flatMap((id) =>
        sayIfNew(project, nietEerst, { id, facts: { keuze }, texts: { reden: tekst } }),
      ),
    ),
  receipt: ({ project }) => {
    const nog = nogZonderReden(project).length;
    return gelukt(
      'De reden is opgeslagen.',
      nog === 0 ? [] : [`${aantal(nog, 'probleem heeft', 'problemen hebben')} nog geen reden.`],
      [...(nog === 0 ? [] : [REDEN]), LIJST],
    );
  },
});

/** All that comes later, with those without a reason ticked; a form for one shows what is known of it. */
function velden({ project, args }: Ctx) {
  const alle = laterOpDeLijst(project);
  const nog = nogZonderReden(project).map(({ id }) => id);
  const open = args['id'] === undefined ? nog.slice(0, MAX_SAMEN) : [args['id']];
  const nu = one(project, nietEerst, args['id'] ?? '');
  return {
    welke: meer(
      {
        label: 'Over welke problemen gaat het?',
        nodig: 'Kies een probleem.',
        per: PER_BLAD.losseProblemen,
        wat: 'problemen',
        waarde: open,
      },
      alle.map(({ id, naam }) => ({ id, tekst: kortweg(naam, 120) })),
      MAX_SAMEN,
    ),
    keuze: kies(
      {
        label: 'Wat gebeurt ermee?',
        nodig: 'Kies wat ermee gebeurt.',
        waarde: nu?.facts.keuze ?? 'later',
      },
      KEUZES,
    ),
    reden: lang({ label: 'Waarom?', nodig: 'Schrijf op waarom.', waarde: nu?.texts.reden }),
  };
}

export const redenActies: readonly AnyAction[] = [reden];
