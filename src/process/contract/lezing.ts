import type { Ctx, Lezing } from './contract.ts';

/** The reader and the project, as the rules about people need them. */
export type Wie = Pick<Ctx, 'project' | 'actor' | 'now'>;

export const wieLeest = ({ project, lezer, now }: Lezing): Wie => ({ project, actor: lezer, now });
