import { END_AFTER_MS } from '../act.ts';
import { endingWithin } from '../storage/table/ending.ts';
import { NoAnswer } from '../storage/table/failure.ts';

/** Does the work of a request before the end of it, that came in so many ms ago. What takes longer throws. */
export const inTime = <T>(agoMs: number, work: () => Promise<T>): Promise<T> =>
  endingWithin(Math.min(END_AFTER_MS, END_AFTER_MS - agoMs), work);

/** True when something failed because what was asked gave no answer in time. */
export const isTooLate = (err: unknown): boolean => err instanceof NoAnswer;
