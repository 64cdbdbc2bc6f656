import type { Decision, Refused } from './decision.ts';
import type { Deelnemer, Identity } from './deelnemers.ts';
import type { Fields, Values } from './form.ts';
import type { Project } from './project.ts';
import type { Right } from './rights.ts';
import { formulier, type Args, type FormScreen, type Screen } from './screen.ts';
import type { Traject } from './step.ts';

/** Somebody Teams vouches for. */
export interface Iemand extends Identity {
  naam: string;
  /** Guest or member of another organisation. */
  extern: boolean;
}

/** What Teams says about the conversation, gathered before deciding. */
export interface Gesprek {
  id: string;
  soort: 'personal' | 'groupChat' | 'channel';
  tenant: string;
  /** True where only the people of the group read along: a chat, a private or shared channel. */
  isBesloten: boolean;
  /** Its members, where the action asks for them; else empty. */
  leden: readonly Iemand[];
}

/** All that a decision or a screen may know. */
export interface Ctx {
  readonly project: Project;
  /** Who acts, from the verified identity. */
  readonly iemand: Iemand;
  /** The deelnemer bound to it, of whatever status; `NIEMAND` for somebody from outside. */
  readonly actor: Deelnemer;
  /** Teams' time of the act, UTC ISO. */
  readonly now: string;
  readonly gesprek: Gesprek;
  /** What the pressed button was about: a claim, looked up before use. */
  readonly args: Args;
  /** True when "Toch opslaan" was pressed: a question that was asked is not asked again. */
  readonly toch: boolean;
  readonly traject: Traject;
}

/**
 * When an action is possible:
 * `altijd`, also after the project closed · `open`, until it closes · `invoer`, for deelnemers until the deadline of that
 * step and for whoever leads until the next step opens · `vanaf`, from the opening of that step until the project closes.
 */
export type When = 'altijd' | 'open' | { invoer: string } | { vanaf: string };

/** A form that can be saved, with the revision of what it changes (0: it makes something new). */
export interface FormOf<F extends Fields> extends FormScreen {
  velden: F;
  rev: number;
}

/** Something one can do: a form that is saved, or a button that acts at once. */
export interface Action<F extends Fields = Fields> {
  readonly verb: string;
  readonly right: Right;
  readonly when: When;
  /** True for a button that acts at once; its form has no fields and is never shown. */
  readonly isTap: boolean;
  /** True where the conversation's members must be known. */
  readonly needsLeden: boolean;
  /** The form as this person gets it now; a refusal when it makes no sense now. */
  readonly form: (ctx: Ctx) => FormOf<F> | Refused;
  readonly decide: (ctx: Ctx, values: Values<F>) => Decision;
  /** What one reads after it was stored, drawn from the state then. `about` is the entry's id. */
  readonly receipt: (ctx: Ctx, about: string) => Screen;
}

/** Something one can look at. */
export interface View {
  readonly verb: string;
  readonly right: Right;
  readonly show: (ctx: Ctx) => Screen;
}

// The list of all actions mixes forms of every shape; `judge` gives each its own answers only.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyAction = Action<any>;

/** Declares a form one can save. */
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
  decide: (ctx: Ctx) => Decision;
  receipt: (ctx: Ctx, about: string) => Screen;
}): Action<Record<never, never>> {
  return { needsLeden: false, isTap: true, form: () => formOf(spec.verb, {}), ...spec };
}

/** The form of an action. `rev`: the revision of the entry it changes. */
export const formOf = <F extends Fields>(
  titel: string,
  velden: F,
  rest: Partial<Omit<FormOf<F>, 'kind' | 'titel' | 'velden'>> = {},
): FormOf<F> => ({ ...formulier(titel, velden, rest), velden, rev: rest.rev ?? 0 });
