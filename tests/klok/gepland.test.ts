import { trajecten } from '../../src/process/contract/trajecten.ts';
import { expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { klokVan } from '../../src/process/klok/klok.ts';
import { plusMs } from '../../src/process/taal/time.ts';
import { HALF, stadium, type Fase } from '../../support/stadia.ts';

const klok = klokVan(trajecten(planner));
const HOUR_MS = 3_600_000;
const DAYS = 200;

const STADIA: [number, Fase][] = [
  [2, 'open'],
  [2, 'gesloten'],
  [3, 'open'],
  [4, 'open'],
  [4, 'overleg'],
  [5, 'open'],
  [6, 'open'],
  [6, 'gesloten'],
];

it.each(STADIA)(
  'in step %i, %s, nothing becomes due that was not planned before: whoever sleeps until then misses nothing',
  (stap, fase) => {
    const wereld = stadium(HALF, stap, fase);
    const late: string[] = [];
    let planned = klok.volgende(wereld.project, wereld.now);
    let dealt = 0;
    for (let hour = 0; hour < DAYS * 24; hour += 6) {
      const now = plusMs(wereld.now, hour * HOUR_MS);
      let due = klok.tik(wereld.project, now);
      if (planned === undefined || planned > now) {
        if (due) late.push(now);
        continue;
      }
      for (let times = 0; due && times < 20; times++) {
        wereld.said('klok', due.events);
        dealt += 1;
        due = klok.tik(wereld.project, now);
      }
      planned = klok.volgende(wereld.project, now);
    }

    expect(late).toEqual([]);
    expect(dealt).toBeGreaterThan(0);
  },
);
