import type { Action, Ctx, FormOf, When } from './contract.ts';
import type { Decision, Refused } from './decision.ts';
import type { Fields, Values } from '../vormen/form.ts';
import type { Right } from './rights.ts';
import { formulier, type Screen } from '../vormen/screen.ts';

/** Declares a form that can be saved. */
export function vorm<F extends Fields>(spec: {
  verb: string;
  right: Right;
  when: When;
  needsLeden?: boolean;
  form: (ctx: Ctx) => FormOf<F> | Refused;
  decide: (ctx: Ctx, values: Values<F>) => Decision;
  receipt: (ctx: Ctx, about: string) => Screen;
}): Action<F> {
  return { needsLeden: false, isTap: false, ...spec };
}

/** Declares a button that acts at once. */
export function tap(spec: {
  verb: string;
  right: Right;
  when: When;
  needsLeden?: boolean;
  /** The title of the button where it is pressed for a partner; left out: it cannot be pressed for another. */
  namens?: string;
  decide: (ctx: Ctx) => Decision;
  receipt: (ctx: Ctx, about: string) => Screen;
}): Action {
  const { namens = '', ...rest } = spec;
  return { needsLeden: false, isTap: true, form: () => formOf(namens, {}), ...rest };
}

/** The form of an action. `rev`: the revision of the entry it changes. */
export const formOf = <F extends Fields>(
  titel: string,
  velden: F,
  rest: Partial<Omit<FormOf<F>, 'kind' | 'titel' | 'velden'>> = {},
): FormOf<F> => ({ ...formulier(titel, velden, rest), velden, rev: rest.rev ?? 0 });
