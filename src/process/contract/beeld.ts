import type { Beeld, Ctx } from './contract.ts';

/** What a step may read, taken from what a person's screen knows. */
export const beeldVan = ({ project, now, traject }: Ctx): Beeld => ({ project, now, traject });
