import type { AnyAction } from '../../process/contract/contract.ts';
import { tap } from '../../process/contract/action.ts';
import { accept, notNow, type Refused } from '../../process/contract/decision.ts';
import { eigenaar, metNamens } from '../../process/contract/namens.ts';
import { begin, one, withdraw } from '../../process/feiten/project.ts';
import { gelukt } from '../../process/vormen/screen.ts';
import { collega } from '../plan/plan.ts';
import { heeftCollega } from './antwoord.ts';
import { INVOER } from './doorgeven.ts';
import { KNOP } from '../../process/vormen/knoppen.ts';

const geenCollega: Refused = notNow(
  'Er is geen collega van jouw organisatie die dit nog invult. Vraag de projectleider om iemand toe te voegen.',
  [KNOP.deelnemers],
);

/** "Mijn collega vult dit in": stops the reminders to this person, as long as there is such a colleague (rule 5). */
const overlaten = tap({
  verb: 'maatregel.collega',
  right: 'deelnemer',
  when: INVOER,
  decide: (ctx) => {
    const { id } = eigenaar(ctx);
    if (!heeftCollega(ctx.project, id)) return geenCollega;
    if (one(ctx.project, collega, id)) return accept(id, []);
    return accept(id, [{ ...begin(collega, id, { van: id }, {}), gone: false }]);
  },
  receipt: (ctx) =>
    gelukt(
      'Je collega vult dit in.',
      ['Je krijgt hierover geen herinnering meer.'],
      [{ titel: 'Ik vul het toch zelf in', verb: 'maatregel.collega.toch', args: metNamens(ctx) }],
    ),
});

const zelf = tap({
  verb: 'maatregel.collega.toch',
  right: 'deelnemer',
  when: INVOER,
  decide: (ctx) => {
    const { id } = eigenaar(ctx);
    return accept(id, one(ctx.project, collega, id) ? [withdraw(collega, id)] : []);
  },
  receipt: (ctx) =>
    gelukt(
      'Je vult het zelf in.',
      [],
      [{ titel: 'Maatregel doorgeven', verb: 'maatregel.doorgeven', args: metNamens(ctx) }],
    ),
});

export const collegaActies: readonly AnyAction[] = [overlaten, zelf];
