import type { Fotoplek } from '../../../process/contract/contract.ts';
import { notWhen } from '../../../process/contract/judge.ts';
import { all } from '../../../process/feiten/project.ts';
import { doei, naamVanOnderwerp, probleem } from '../../plan/plan.ts';
import { isEigen, STAP } from '../regels/eigen.ts';

/** One's own problems, as long as one may change them. */
const problemen: Fotoplek = {
  soort: probleem.name,
  naam: 'Probleem',
  eigen: (ctx) =>
    notWhen({ invoer: STAP }, ctx)
      ? []
      : all(ctx.project, probleem)
          .filter((found) => isEigen(ctx, found))
          .map(({ id, facts, texts }) => ({ id, van: facts.van, tekst: texts.omschrijving }))
          .reverse(),
};

/** One's own figures and experiences; of what is told in the overleg only what it is about. */
const stukken: Fotoplek = {
  soort: doei.name,
  naam: 'Cijfers of ervaring',
  eigen: (ctx) =>
    notWhen({ vanaf: STAP }, ctx)
      ? []
      : all(ctx.project, doei)
          .filter((found) => isEigen(ctx, found))
          .map(({ id, facts, texts }) => ({
            id,
            van: facts.van,
            tekst: texts.tekst === '' ? naamVanOnderwerp(ctx.project, facts.over) : texts.tekst,
          }))
          .reverse(),
};

export const fotoplekken: readonly Fotoplek[] = [problemen, stukken];
