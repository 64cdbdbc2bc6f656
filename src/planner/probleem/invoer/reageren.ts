import type { AnyAction, Ctx } from '../../../process/contract/contract.ts';
import { formOf, tap, vorm } from '../../../process/contract/action.ts';
import { accept, notNow, refuse, type Decision } from '../../../process/contract/decision.ts';
import { type Deelnemer, isVan, naamVan } from '../../../process/feiten/deelnemers.ts';
import { eigenaar, metNamens } from '../../../process/contract/namens.ts';
import { type Project, all, one, oneEver, withdraw } from '../../../process/feiten/project.ts';
import { gelukt } from '../../../process/vormen/screen.ts';
import { isOpenFor, stap } from '../../../process/feiten/geopende-stap.ts';
import { sayIfNew } from '../../../process/feiten/say-if-new.ts';
import { isGebruikt } from '../../plan/gebruikt.ts';
import { niets, ookBijOns, probleem } from '../../plan/plan.ts';
import { STAP, isEigen, isInbrengLeesbaar } from '../regels/eigen.ts';
import { namensRegel, tochIets } from './problemen.ts';
import { returnProbleem } from '../regels/terughalen.ts';
import { ALLES } from '../regels/knoppen.ts';
import { typeringUit, typeringVelden } from './typering.ts';

/**
 * True when the person has responded (rule 5): with one own problem, "Ook bij ons" at one that still stands, or "niets
 * toe te voegen".
 */
export function heeftGereageerd(project: Project, lid: Deelnemer): boolean {
  const isOwn = ({ facts }: { facts: { van: string } }) => isVan(project, lid, facts.van);
  return (
    all(project, probleem).some(isOwn) ||
    ookPlaatsen(project).some(isOwn) ||
    one(project, niets, lid.id) !== undefined
  );
}

/** "Ook bij ons" at problems that still stand. */
const ookPlaatsen = (project: Project) =>
  all(project, ookBijOns).filter(({ facts }) => one(project, probleem, facts.probleem));

/** A withdrawn problem stays in the log, and can be brought back while entering is possible. */
const intrekken = tap({
  verb: 'probleem.intrekken',
  right: 'deelnemer',
  when: { invoer: STAP },
  decide: (ctx) =>
    ofEigen(ctx, (id, isGone) => {
      if (isGone) return accept(id, []);
      return isGebruikt(ctx.project, id)
        ? notNow('Er is al verder gewerkt met dit probleem. Je kunt de tekst wel aanpassen.', [
            { titel: 'Aanpassen', verb: 'probleem.wijzigen', args: { id } },
          ])
        : accept(id, [withdraw(probleem, id)]);
    }),
  receipt: (_, id) =>
    gelukt(
      'Je probleem is ingetrokken.',
      ['De groep ziet het niet meer.'],
      [{ titel: 'Ongedaan maken', verb: 'probleem.terughalen', args: { id } }],
    ),
});

const terughalen = tap({
  verb: 'probleem.terughalen',
  right: 'deelnemer',
  when: { invoer: STAP },
  decide: (ctx) =>
    ofEigen(ctx, (id, isGone) => accept(id, isGone ? returnProbleem(ctx.project, id) : [])),
  receipt: (_, id) =>
    gelukt(
      'Je probleem staat er weer.',
      [],
      [{ titel: 'Aanpassen', verb: 'probleem.wijzigen', args: { id } }],
    ),
});

function ofEigen(ctx: Ctx, decide: (id: string, isGone: boolean) => Decision): Decision {
  const found = oneEver(ctx.project, probleem, ctx.args['id'] ?? '');
  if (!found) return refuse('niet-gevonden');
  return isEigen(ctx, found) ? decide(found.id, found.gone) : refuse('alleen-eigen');
}

/** "Ik heb niets toe te voegen": one tap, changeable afterwards. A person who already gave a problem has responded. */
const nietsToeTeVoegen = tap({
  verb: 'probleem.niets',
  namens: 'Niets toe te voegen',
  right: 'deelnemer',
  when: { invoer: STAP },
  decide: (ctx) => {
    const van = eigenaar(ctx);
    if (heeftGereageerd(ctx.project, van)) return accept(van.id, []);
    const { id } = van;
    return accept(id, sayIfNew(ctx.project, niets, { id, facts: { van: id }, texts: {} }));
  },
  receipt: (ctx, van) =>
    one(ctx.project, niets, van)
      ? gelukt(
          van === ctx.actor.id
            ? 'Dank je. Ik heb genoteerd dat je niets hebt toe te voegen.'
            : `Opgeslagen. ${naamVan(ctx.project, van)} heeft niets toe te voegen.`,
          van === ctx.actor.id && isInTijd(ctx)
            ? ['Je kunt dit veranderen tot de stap sluit.']
            : [],
          [{ titel: 'Ongedaan maken', verb: 'probleem.tochwel', args: metNamens(ctx) }],
        )
      : gelukt(
          van === ctx.actor.id
            ? 'Je hebt al gereageerd.'
            : `${naamVan(ctx.project, van)} heeft al gereageerd.`,
          [van === ctx.actor.id ? 'Wat je doorgaf, blijft staan.' : 'Dat blijft staan.'],
          [ALLES],
        ),
});

const tochWel = tap({
  verb: 'probleem.tochwel',
  right: 'deelnemer',
  when: { invoer: STAP },
  decide: (ctx) => accept(eigenaar(ctx).id, tochIets(ctx.project, eigenaar(ctx).id)),
  receipt: (ctx) =>
    gelukt(
      'Je kunt weer een probleem doorgeven.',
      [],
      [{ titel: 'Probleem doorgeven', verb: 'probleem.doorgeven', args: metNamens(ctx) }],
    ),
});

/** "Ook bij ons": the person sees the same problem and rates it too (C3). Saving again changes it. */
const ook = vorm({
  verb: 'probleem.ook',
  right: 'deelnemer',
  when: { invoer: STAP },
  form: (ctx) => {
    const found = one(ctx.project, probleem, ctx.args['id'] ?? '');
    const van = eigenaar(ctx);
    if (!found || !isInbrengLeesbaar(ctx.project, ctx.actor, found)) return refuse('niet-gevonden');
    if (isVan(ctx.project, van, found.facts.van))
      return notNow('Dit is je eigen probleem. Je kunt het aanpassen.', [
        { titel: 'Aanpassen', verb: 'probleem.wijzigen', args: { id: found.id } },
      ]);
    const nu = one(ctx.project, ookBijOns, `${found.id}.${van.id}`);
    return formOf('Ook bij ons', typeringVelden(ctx.project, nu?.facts), {
      uitleg: [...namensRegel(ctx), 'Hoe is dit bij jullie?'],
      rev: nu?.rev ?? 0,
      knoppen: [{ titel: 'Bekijk het probleem', verb: 'probleem', args: { id: found.id } }],
    });
  },
  decide: (ctx, values) => {
    const { project } = ctx;
    const van = eigenaar(ctx).id;
    const over = ctx.args['id'] ?? '';
    const id = `${over}.${van}`;
    const nu = oneEver(project, ookBijOns, id);
    const facts = { ...typeringUit(project, values, nu?.facts.criteria), van, probleem: over };
    return accept(id, [
      ...sayIfNew(project, ookBijOns, { id, facts, texts: {} }),
      ...tochIets(project, van),
    ]);
  },
  receipt: (ctx, id) =>
    gelukt(
      'Opgeslagen. Dit speelt ook bij jullie.',
      [],
      [{ titel: 'Toch niet bij ons', verb: 'probleem.nietbijons', args: { id } }],
    ),
});

const nietBijOns = tap({
  verb: 'probleem.nietbijons',
  right: 'deelnemer',
  when: { invoer: STAP },
  decide: (ctx) => {
    const found = oneEver(ctx.project, ookBijOns, ctx.args['id'] ?? '');
    if (!found) return refuse('niet-gevonden');
    if (!isEigen(ctx, found)) return refuse('alleen-eigen');
    return accept(found.id, found.gone ? [] : [withdraw(ookBijOns, found.id)]);
  },
  receipt: (ctx, about) => {
    const id = oneEver(ctx.project, ookBijOns, about)?.facts.probleem ?? '';
    return gelukt(
      'Ingetrokken.',
      [],
      [{ titel: 'Toch ook bij ons', verb: 'probleem.ook', args: { id } }],
    );
  },
});

export const reactieActies: readonly AnyAction[] = [
  intrekken,
  terughalen,
  nietsToeTeVoegen,
  tochWel,
  ook,
  nietBijOns,
];

/** True while deelnemers may still change their answers. */
const isInTijd = ({ project, now }: Ctx) => {
  const step = one(project, stap, STAP);
  return step !== undefined && isOpenFor(step, now);
};
