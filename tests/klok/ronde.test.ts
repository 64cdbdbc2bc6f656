import { say } from '../../support/gezegd.ts';
import { expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { niets } from '../../src/planner/plan/plan.ts';
import type { Beeld, Traject } from '../../src/process/contract/contract.ts';
import { klokBerichten, rondsturen } from '../../src/process/klok/berichten.ts';
import { tik } from '../../src/process/klok/tik.ts';
import { leden } from '../../src/process/feiten/deelnemers.ts';
import { type Facts } from '../../src/process/feiten/project.ts';
import { plusMs } from '../../src/process/taal/time.ts';
import { groep } from '../../support/groep.ts';

const NAMEN = Array.from({ length: 30 }, (_, nth) => `Partner${nth}`);

/** The planner, and how often it was looked up what somebody still has to do. */
function geteld(): { traject: Traject; gekeken: () => number } {
  let keer = 0;
  const stappen = planner.stappen.map((step) => ({
    ...step,
    taken: (...about: Parameters<typeof step.taken>) => {
      keer += 1;
      return step.taken(...about);
    },
  }));
  return { traject: { ...planner, stappen }, gekeken: () => keer };
}

/** The first reminder of step 2, in a group of thirty and who leads it. */
function herinnering() {
  const wereld = groep('Sanne', ...NAMEN);
  wereld.stap('probleem', '2027-01-14');
  wereld.het_is('2027-01-11', '09:00');
  const { traject, gekeken } = geteld();
  const beeld = (ms: number): Beeld => ({
    ...{ project: wereld.project, now: plusMs(wereld.now, ms), traject },
  });
  const due = tik(beeld(0));
  const facts: Facts = due?.messages.find(({ soort }) => soort === 'rondsturen')?.facts ?? {};
  const leest = (aan: string, ms: number) =>
    klokBerichten['persoonlijk']?.(beeld(ms), { ...facts, aan }).titel ?? '';
  return { wereld, beeld, facts, leest, gekeken };
}

it('a round for thirty people looks once at what each still has to do, and not anew for every message', () => {
  const { wereld, beeld, facts, leest, gekeken } = herinnering();
  const wie = rondsturen(beeld(0), facts);
  expect(wie.length).toBe(leden(wereld.project).length);

  const titels = wie.map((aan, nth) => leest(aan, nth * 1_000));

  expect(titels.every((titel) => titel.includes('ik hoor graag van je'))).toBe(true);
  expect(gekeken()).toBe(wie.length);
});

it('who answers while the round goes on reads thanks, and the others are still asked', () => {
  const { wereld, leest } = herinnering();
  expect(leest('Partner1', 0)).toContain('ik hoor graag van je');

  wereld.said('Partner1', [say(niets, 'Partner1', { van: 'Partner1' })]);

  expect(leest('Partner1', 100)).toBe('Dank je wel. Dit is gedaan.');
  expect(leest('Partner2', 200)).toContain('ik hoor graag van je');
});

it('in the second that the step closes nobody is asked any more', () => {
  const { wereld, leest } = herinnering();
  wereld.het_is('2027-01-14', '16:59');
  expect(leest('Partner1', 59_999)).toContain('ik hoor graag van je');
  expect(leest('Partner1', 60_000)).toBe('Deze herinnering is niet meer nodig.');
});
