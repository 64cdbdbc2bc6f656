import type { Facts, Kind, NewEvent, Texts } from '../src/process/feiten/project.ts';

/**
 * An event as a log may hold it, whole or in part, whoever made it and with whatever program: to lay out what was said
 * before. The product itself says `begin`, or `say` of an entry that is there.
 */
export const say = <F extends object, T extends object>(
  { name }: Kind<F, T>,
  id: string,
  facts: Partial<F>,
  texts?: Partial<T>,
): NewEvent => ({
  kind: name,
  id,
  facts: facts as Facts,
  ...(texts ? { texts: texts as Texts } : {}),
});
