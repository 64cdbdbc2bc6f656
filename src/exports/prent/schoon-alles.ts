import { schoon } from '../shared/schoon.ts';

/** The same data, with every text in it cleaned for a picture. */
export function schoonAlles<T>(data: T): T {
  return wash(data) as T;
}

function wash(data: unknown): unknown {
  if (typeof data === 'string') return schoon(data);
  if (Array.isArray(data)) return data.map(wash);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, wash(value)]));
}
