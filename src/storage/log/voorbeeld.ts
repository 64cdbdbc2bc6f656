import { emptyProject, fold, type Event, type Project } from '../../process/feiten/project.ts';
import { VOORBEELD, verschoven } from '../../process/feiten/voorbeeld.ts';
import { dateOf } from '../../process/taal/time.ts';
import type { Log } from './log.ts';

/** The logs with the example among them: made from what was recorded, and never stored. */
export function metVoorbeeld(log: Log, opname: readonly Event[], now: () => string): Log {
  let made = { dag: '', ...gemaakt([]) };
  const vandaag = () => {
    const dag = dateOf(now());
    if (made.dag !== dag) made = { dag, ...gemaakt(verschoven(opname, now())) };
    return made;
  };
  const snapshot = () => ({ project: vandaag().project, version: '' });
  const is = (id: string) => id === VOORBEELD && opname.length > 0;
  return {
    ...log,
    read: async (id, until) => (is(id) ? snapshot() : log.read(id, until)),
    cached: (id) => (is(id) ? snapshot() : log.cached(id)),
    events: async (id, until) => (is(id) ? vandaag().events : log.events(id, until)),
    live: async (id) => (is(id) ? [] : log.live(id)),
    past: async (id) => (is(id) ? [] : log.past(id)),
    append: (before, addition, until) => {
      if (before.project.id === VOORBEELD) throw new Error('nothing is stored of the example');
      return log.append(before, addition, until);
    },
  };
}

const gemaakt = (events: readonly Event[]): { events: readonly Event[]; project: Project } => ({
  events,
  project: fold(emptyProject(VOORBEELD), events),
});
