import type { z } from 'zod';

/**
 * What came from outside, when it has this shape; else undefined. It never throws. zod itself does: it compares the
 * length of whatever has one, also of an object in the place of a text, and `{"length":{"toString":1}}` compares with
 * nothing.
 */
export function inShape<T>(schema: z.ZodType<T>, value: unknown): T | undefined {
  try {
    return schema.safeParse(value).data;
  } catch {
    return undefined;
  }
}

/** What a record has under this key itself, and not by being an object: every object has a `constructor`. */
export const own = <V>(
  record: Readonly<Record<string, V>> | undefined,
  key: string,
): V | undefined => (record && Object.hasOwn(record, key) ? record[key] : undefined);
