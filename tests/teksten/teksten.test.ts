import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import { berichten } from '../../src/process/berichten.ts';
import { neemOp, type Opgenomen } from './opname.ts';
import { SOMMEN, TEKSTEN } from './plaatsen.ts';
import { luister, taalfouten } from './taal.ts';
import { vanSommenVel, vanTekstenVel, verschil, verschoven } from './vel.ts';

/** Much work on a busy machine. */
const LANG_MS = 180_000;
let nu: Opgenomen;
const gehoord = luister();

beforeAll(async () => {
  nu = await neemOp(gehoord.hoor);
}, LANG_MS);

/** So many differences say enough. */
const MOST = 80;
const eerste = (lines: readonly string[]) =>
  lines.length <= MOST ? lines : [...lines.slice(0, MOST), `and ${lines.length - MOST} more`];

it('says every sentence that is on the record, and no other: npm run record:teksten writes it anew', () => {
  const was = vanTekstenVel(readFileSync(TEKSTEN, 'utf8'));

  expect(eerste(verschil(was, nu.vel.teksten))).toEqual([]);
});

it('says each of them where it stood: npm run record:teksten -- --heel <file> tells what stands there', () => {
  const was = vanSommenVel(readFileSync(SOMMEN, 'utf8'));

  expect(eerste(verschoven(was, nu.vel.sommen()))).toEqual([]);
});

it('is on the record with every action, view and message', () => {
  const verbs = [...planner.acties.keys(), ...planner.weergaven.keys()];
  const soorten = [
    ...Object.keys(berichten),
    ...planner.stappen.flatMap((step) => Object.keys(step.berichten)),
  ];

  expect(verbs.filter((verb) => !nu.bereikt.has(verb))).toEqual([]);
  expect(soorten.filter((soort) => !nu.vel.bronnen.has(`bericht ${soort}`))).toEqual([]);
});

it('reads as a person says it, with none, one, two and many', () => {
  expect(taalfouten(nu.vel.teksten)).toEqual([]);
});

it('speaks for itself or for the group in one message, and not for both', () => {
  expect(gehoord.berichten()).toBeGreaterThan(100);
  expect(gehoord.doorElkaar()).toEqual([]);
});
