import { describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { trajecten } from '../../src/process/contract/trajecten.ts';
import { apologise } from '../../src/teams/cards/apology.ts';
import type { Incoming } from '../../src/teams/port.ts';

const STYLE = {
  trajecten: trajecten(planner),
  forms: 'dialoog',
  cards: 'teams',
  now: () => '',
} as const;

const leest = (via: 'open' | 'save' | 'execute', data: Record<string, unknown>) =>
  JSON.stringify(
    apologise(STYLE, { what: { kind: 'press', via, data } } as unknown as Incoming, 'a1', 'failed'),
  );

describe('what somebody reads when a press failed', () => {
  it.each(['open', 'save', 'execute'] as const)(
    'has no text above it that they did not type: %s',
    (via) => {
      for (const type of ['task/fetch', 'task/submit'])
        expect(leest(via, { type, _: {}, msteams: {} })).not.toContain('Je tekst:');
      const typed = leest(via, { type: 'preventief', wat: 'Scooters', msteams: {} });
      expect(typed).toContain('Je tekst:');
      expect(typed).toContain('"text":"Scooters"');
    },
  );
});
