import type { Beeld } from '../contract/contract.ts';
import type { Trajecten } from '../contract/trajecten.ts';
import { accept, type Accepted, type OutboxMessage } from '../contract/decision.ts';
import { begin, type Project } from '../feiten/project.ts';
import { rondsturen } from './berichten.ts';
import { bereik, GESPREK, isOnbereikbaar } from '../kalender/moment.ts';
import { tik, volgende } from './tik.ts';

/** What happens by the clock in a project of any traject: facts in, decisions out. `now`: UTC ISO. */
export function klokVan({ van }: Pick<Trajecten, 'van'>) {
  const beeld = (project: Project, now: string): Beeld => ({ project, now, traject: van(project) });
  return {
    /** The decision about all that is due now; undefined when nothing is. */
    tik: (project: Project, now: string): Accepted | undefined => tik(beeld(project, now)),
    /** When to look again. */
    volgende: (project: Project, now: string): string | undefined => volgende(beeld(project, now)),
    /** The people who get a message in their own chats, and as what; undefined for a message that does not go round. */
    rond: (project: Project, now: string, { soort, facts }: OutboxMessage) =>
      soort === 'rondsturen'
        ? { aan: rondsturen(beeld(project, now), facts), soort: 'persoonlijk' }
        : undefined,
    /** Notes that a person's own chat could not be reached or, with an empty `lid`, the conversation of the group. */
    onbereikbaar: (project: Project, lid: string, now: string): Accepted => {
      const wie = lid || GESPREK;
      return accept(
        wie,
        isOnbereikbaar(project, wie, now) ? [] : [begin(bereik, wie, { onbereikbaar: now }, {})],
      );
    },
  };
}
