import type { TableClient } from '@azure/data-tables';

type PipelinePolicy = Parameters<TableClient['pipeline']['addPolicy']>[0];

/** Whether our clock agrees with that of storage, which all instances share: a wrong clock would close and send at wrong times. */
export interface ClockCheck {
  /** False when the last answer of storage told a time that differs more than `MAX_OFFSET_MS`. */
  isRight: () => boolean;
  /** Ms that storage is ahead. Its time has whole seconds, so this is no finer. */
  offsetMs: () => number;
  /** Reads the time from each answer. */
  policy: PipelinePolicy;
}

const MAX_OFFSET_MS = 30_000;

/** `wall`: ms since 1970 on our clock. */
export function createClockCheck(wall: () => number): ClockCheck {
  let offset = 0;
  return {
    isRight: () => Math.abs(offset) <= MAX_OFFSET_MS,
    offsetMs: () => offset,
    policy: {
      name: 'clock-check',
      sendRequest: async (request, next) => {
        const response = await next(request);
        const told = Date.parse(response.headers.get('date') ?? '');
        if (!Number.isNaN(told)) offset = told - wall();
        return response;
      },
    },
  };
}
