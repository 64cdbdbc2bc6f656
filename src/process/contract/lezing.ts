import type { Ctx, Lezing } from './contract.ts';

/** Who looks, and at what, as the rules about people ask for it. */
export type Wie = Pick<Ctx, 'project' | 'actor' | 'now'>;

export const wieLeest = ({ project, lezer, now }: Lezing): Wie => ({ project, actor: lezer, now });
