import { bijGroep } from '../kalender/moment.ts';
import { formOf, vorm } from '../contract/action.ts';
import { beeldVan } from '../contract/beeld.ts';
import type { Ctx, Step } from '../contract/contract.ts';
import { accept, isRefused, notNow, type Refused } from '../contract/decision.ts';
import { stepOf } from '../contract/step.ts';
import { samenVerloop } from '../contract/verloop.ts';
import { leidingKnop } from '../contract/woorden.ts';
import { geopend, stap, type Stap } from '../feiten/geopende-stap.ts';
import { overleg } from '../feiten/overleg.ts';
import { all, one, say, withdraw, type NewEvent } from '../feiten/project.ts';
import { gelukt, type Button } from '../vormen/screen.ts';

/** The way back from a step that was opened by mistake. */
export const TERUG: Button = { titel: 'Toch terug', verb: 'stap.terugnemen' };

interface Terug {
  step: Step;
  nu: Stap;
  vorige: Stap;
}

/** The step of now and the one before it, as long as nothing was entered since; else why it cannot go back. */
export function terugWaarheen(ctx: Pick<Ctx, 'project' | 'traject'>): Terug | Refused {
  const { project, traject } = ctx;
  const [vorige, nu] = geopend(project).slice(-2);
  if (!vorige || !nu)
    return notNow('Dit is de eerste stap. Er is geen stap om naar terug te gaan.');
  const step = stepOf(traject, nu.id);
  return isBegonnen(ctx, nu, step)
    ? notNow(`In stap ${nu.facts.nummer} is al gewerkt. Teruggaan kan dan niet meer.`, [
        leidingKnop(traject),
      ])
    : { step, nu, vorige };
}

/** True when the group entered anything since this step was opened, or holds an overleg of it. */
function isBegonnen({ project, traject }: Pick<Ctx, 'project' | 'traject'>, nu: Stap, step: Step) {
  const vanProces = new Set(samenVerloop(traject.woorden).keys());
  const isIets = [...project.entries].some(
    ([soort, entries]) =>
      !vanProces.has(soort) && [...entries.values()].some(({ first }) => first > nu.facts.sinds),
  );
  return (
    isIets ||
    all(project, overleg).some(({ facts }) => {
      const soort = traject.overleggen.find(({ id }) => id === facts.soort);
      return facts.begonnen > nu.facts.geopend && soort?.stappen.includes(step.id) === true;
    })
  );
}

/** A step that was opened by mistake is taken back, and the one before it goes on as it was. */
export const terugnemen = vorm({
  verb: TERUG.verb,
  right: 'projectleider',
  when: 'open',
  form: (ctx) => {
    const terug = terugWaarheen(ctx);
    if (isRefused(terug)) return terug;
    const { nu, vorige } = terug;
    return formOf(
      `Terug naar stap ${vorige.facts.nummer}?`,
      {},
      {
        uitleg: [
          `In stap ${nu.facts.nummer} is nog niets ingevuld.`,
          ...bijGroep(ctx.project, 'De hele groep krijgt bericht.'),
        ],
        opslaan: `Terug naar stap ${vorige.facts.nummer}`,
        knoppen: [{ titel: 'Niet teruggaan', verb: 'leiding' }],
        rev: nu.rev,
      },
    );
  },
  decide: (ctx) => {
    const terug = terugWaarheen(ctx);
    if (isRefused(terug)) return terug;
    const { nu, vorige } = terug;
    return accept(
      vorige.id,
      [
        withdraw(stap, nu.id),
        ...weerOpen(ctx, terug),
        ...stepOf(ctx.traject, vorige.id).teruggenomen(beeldVan(ctx).project, nu.facts.geopend),
      ],
      { soort: 'stap-teruggenomen', facts: { stap: nu.id } },
    );
  },
  receipt: ({ project, traject }, about) =>
    gelukt(
      `De groep is weer bij stap ${one(project, stap, about)?.facts.nummer ?? 1}.`,
      [],
      [leidingKnop(traject)],
    ),
});

/** What the opening closed is open again, unless its deadline passed since. */
function weerOpen({ traject, now }: Ctx, { nu, vorige }: Terug): NewEvent[] {
  const { gesloten, tot } = vorige.facts;
  const isVoorbij = stepOf(traject, vorige.id).heeftInvoer && tot !== '' && tot <= now;
  return gesloten === nu.facts.geopend && !isVoorbij ? [say(stap, vorige, { gesloten: '' })] : [];
}
