import { trajecten } from '../src/process/contract/trajecten.ts';
import { planner } from '../src/planner/index.ts';
import { berichten } from '../src/process/berichten.ts';
import type { OutboxMessage } from '../src/process/contract/decision.ts';
import { klokVan } from '../src/process/klok/klok.ts';
import { plusMs } from '../src/process/taal/time.ts';
import { drawingOf } from '../src/teams/cards/drawing.ts';
import { stadium, VOL, type Wereld } from '../support/stadia.ts';

/** What it costs to draw the reminder of one person, in a round for a full project, in µs: the middle of so many rounds. */
const ROUNDS = 9;
/** One message after another, each so much later. */
const EVERY_MS = 300;
/** A round for everybody who must enter something, not for whoever leads or has agreed on something. */
const MANY = 40;

const klok = klokVan(trajecten(planner));

/** Lets the clock go on until it asks many people something. */
function firstRound(wereld: Wereld): { now: string; aan: readonly string[]; round: OutboxMessage } {
  for (;;) {
    const now = klok.volgende(wereld.project, wereld.now) ?? '';
    const due = klok.tik(wereld.project, now);
    if (!due) throw new Error('nobody is asked anything');
    for (const round of due.messages) {
      const { aan = [] } = klok.rond(wereld.project, now, round) ?? {};
      if (aan.length >= MANY) return { now, aan, round };
    }
    wereld.said('klok', due.events);
  }
}

for (const stap of [3, 6]) {
  const wereld = stadium(VOL, stap, 'open');
  const { aan, round, ...found } = firstRound(wereld);
  let { now } = found;
  const drawing = drawingOf(
    { trajecten: trajecten(planner), forms: 'kaart', cards: 'teams', now: () => now },
    berichten,
  );
  const took = Array.from({ length: ROUNDS }, () => {
    // A project of its own each time, so that nothing is known of it yet.
    const project = { ...wereld.project };
    const begun = performance.now();
    for (const lid of aan) {
      now = plusMs(now, EVERY_MS);
      drawing.picture(project, { soort: 'persoonlijk', facts: { ...round.facts, aan: lid } });
    }
    return ((performance.now() - begun) * 1_000) / aan.length;
  }).sort((a, b) => a - b);
  const middle = took[Math.floor(ROUNDS / 2)] ?? 0;
  console.log(`step ${stap}: ${aan.length} people, ${middle.toFixed(0)} µs each`);
}
