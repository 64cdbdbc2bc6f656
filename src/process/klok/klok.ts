import type { Beeld, Traject } from '../contract/contract.ts';
import { accept, type Accepted, type OutboxMessage } from '../contract/decision.ts';
import { begin, type Project } from '../feiten/project.ts';
import { rondsturen } from './berichten.ts';
import { bereik, GESPREK, isOnbereikbaar } from '../kalender/moment.ts';
import { tik, volgende } from './tik.ts';

/** What happens by the clock in a traject: facts in, decisions out. `now`: UTC ISO. */
export function klokVan(traject: Traject) {
  const beeld = (project: Project, now: string): Beeld => ({ project, now, traject });
  return {
    /** What is due now; undefined when nothing is. */
    tik: (project: Project, now: string): Accepted | undefined => tik(beeld(project, now)),
    /** When to look again. */
    volgende: (project: Project, now: string): string | undefined => volgende(beeld(project, now)),
    /** For whom a message that goes round is, and as what each gets it; undefined for any other message. */
    rond: (project: Project, now: string, { soort, facts }: OutboxMessage) =>
      soort === 'rondsturen'
        ? { aan: rondsturen(beeld(project, now), facts), soort: 'persoonlijk' }
        : undefined,
    /** Somebody's own chat, or the conversation of the group when `lid` is empty, took nothing from us. */
    onbereikbaar: (project: Project, lid: string, now: string): Accepted => {
      const wie = lid || GESPREK;
      return accept(
        wie,
        isOnbereikbaar(project, wie, now) ? [] : [begin(bereik, wie, { onbereikbaar: now }, {})],
      );
    },
  };
}
