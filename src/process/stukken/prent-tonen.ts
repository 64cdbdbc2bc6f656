import { tap } from '../contract/action.ts';
import type { Ctx } from '../contract/contract.ts';
import { accept, notNow } from '../contract/decision.ts';
import { begin, kind, newId } from '../feiten/project.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { gelukt } from '../vormen/screen.ts';
import { beeldVan } from '../contract/beeld.ts';
import { PLAN } from '../vormen/poster.ts';
import { prentVan } from './prent.ts';

/** Says that a person showed the group a picture, and of what. */
const prent = kind<{ wat: string }, object>('prent');

const wat = ({ args }: Ctx) => args['wat'] ?? PLAN;

/**
 * Shows the plan, or a figure of it, as a picture in the group's conversation (Q16). It is drawn afterwards, so that the
 * answer does not wait for it.
 */
export const prentTonen = tap({
  verb: 'beeld',
  right: 'deelnemer',
  when: 'altijd',
  decide: (ctx) => {
    if (!prentVan(beeldVan(ctx), wat(ctx))) return notNow('Er is nog niets om te laten zien.');
    const id = newId(ctx.project, 'pr');
    const message = { soort: 'beeld', facts: { wat: wat(ctx) } };
    return accept(id, [begin(prent, id, { wat: wat(ctx) }, {})], message);
  },
  receipt: () =>
    gelukt(
      'Ik maak het plaatje.',
      ['Het staat zo in de groepschat (of het kanaal). Iedereen ziet het.'],
      [KNOP.plan],
    ),
});
