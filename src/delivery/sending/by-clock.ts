import { randomUUID } from 'node:crypto';
import { act } from '../../act.ts';
import { accept, type Decision } from '../../process/contract/decision.ts';
import type { Project } from '../../process/feiten/project.ts';
import type { KlokOptions } from '../parts/options.ts';

/** A command of the clock goes in by the same door as anybody's. */
export async function byClock(
  { log, now, clock }: Pick<KlokOptions, 'log' | 'now' | 'clock'>,
  project: Project,
  decide: (project: Project) => Decision,
): Promise<Project> {
  const key = `klok:${randomUUID()}`;
  const submission = {
    projectId: project.id,
    key,
    by: 'klok',
    at: now(),
    nonce: '',
    startedMs: clock(),
    clock,
  };
  const outcome = await act(log, submission, decide);
  if (outcome.kind === 'stored' || outcome.kind === 'refused') return outcome.project;
  throw new Error(`the clock could not store: ${outcome.kind}`);
}

/** Does what is due by the clock, until nothing is; the project as it stands then. */
export async function tick(options: KlokOptions, project: Project): Promise<Project> {
  const { klok, now, isClockRight = () => true } = options;
  let state = project;
  for (let due = klok.tik(state, now()); due && isClockRight(); due = klok.tik(state, now())) {
    const before = state.n;
    state = await byClock(options, state, (latest) => klok.tik(latest, now()) ?? accept('', []));
    if (state.n === before) break;
  }
  return state;
}
