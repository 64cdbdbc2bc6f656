import type { Fotoplek } from '../../../process/contract/contract.ts';
import { notWhen } from '../../../process/contract/judge.ts';
import { all } from '../../../process/feiten/project.ts';
import { probleem } from '../../plan/plan.ts';
import { isEigen, STAP } from '../regels/eigen.ts';

/** One's own problems, as long as one may change them. */
export const probleemFotos: Fotoplek = {
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
