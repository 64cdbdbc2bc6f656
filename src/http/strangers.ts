import type { ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { referenceToTell } from '../log/reference.ts';
import { SIGNALS } from '../log/signals.ts';
import { replyFault, type Fault } from './reply.ts';

/** Sends away who has not proven who they are. Whatever went wrong, it is a refusal and no fault of ours: anybody can cause it. */
export type TurnAway = (
  response: ServerResponse,
  fault: Fault,
  /** How it is told; left out: as JSON. */
  tell?: typeof replyFault,
) => void;

/**
 * Lines of strangers in a minute: enough for the alarm, which counts twenty in five minutes, and far below what anybody
 * could send.
 */
const LINES_PER_MINUTE = 30;
const MINUTE_MS = 60_000;

/** Status of a place where nothing is: no attempt to get in. */
const NOWHERE = [404, 405];

/** `clock`: monotonic, ms. */
export function createStrangers(log: Logger, clock: () => number): TurnAway {
  const note = capped(log, clock);
  return (response, fault, tell = replyFault) => {
    const reference = referenceToTell();
    const { status, about } = fault;
    note({ reference, status, ...about }, NOWHERE.includes(status) ? 'info' : 'warn');
    tell(response, fault, reference);
  };
}

/** Writes the first lines of each minute. Of the rest it tells how many there are: when they double, and when the minute is over. */
function capped(log: Logger, clock: () => number) {
  let minute = 0;
  let times = 0;
  let told = LINES_PER_MINUTE;
  const tell = () => {
    if (times <= told) return;
    log.warn({ times }, 'refused so often in a minute');
    told = times;
  };
  return (line: object, level: 'info' | 'warn') => {
    const now = Math.floor(clock() / MINUTE_MS);
    if (now !== minute) {
      tell();
      [minute, times, told] = [now, 0, LINES_PER_MINUTE];
    }
    times += 1;
    if (times <= LINES_PER_MINUTE)
      log[level](line, level === 'info' ? 'no such route' : SIGNALS.refused);
    else if (times >= 2 * told) tell();
  };
}
