import { NIEMAND } from '../src/process/contract/judge.ts';
import { hoofdstukkenVan } from '../src/process/weergaven/hoofdstukken.ts';
import { verloopHoofdstuk } from '../src/process/weergaven/hoofdstuk-verloop.ts';
import { HALF, LEEG, stadium, VOL } from '../support/stadia.ts';

/** Measures how long it takes to compute all chapters of a project, in ms: the median of this many times, and the longest. */
const TIMES = 20;

for (const omvang of [LEEG, HALF, VOL]) {
  const { beeld, log } = stadium(omvang, 6, 'na overleg');
  const took = Array.from({ length: TIMES }, () => {
    // A new project object each time, so that nothing of it has been cached.
    const lezing = { ...beeld, project: { ...beeld.project }, lezer: NIEMAND };
    const begin = performance.now();
    hoofdstukkenVan(lezing);
    verloopHoofdstuk(lezing, log);
    return performance.now() - begin;
  }).sort((a, b) => a - b);
  const middle = took[TIMES / 2] ?? 0;
  console.log(
    `${omvang.naam.padEnd(5)} ${String(omvang.problemen).padStart(3)} problems: ${middle.toFixed(0)} ms, at most ${(took.at(-1) ?? 0).toFixed(0)} ms`,
  );
}
