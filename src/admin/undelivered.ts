import type { Posted } from '../storage/log/outbox.ts';
import { chosen, columns, count, Usage, type Beheer, type Command } from './beheer.ts';

/** Lists the messages that Teams did not take, without their words. */
export const undelivered: Command = async (beheer, { rest }) => {
  const rows: string[][] = [];
  const ids = await chosen(beheer, rest);
  for (const [nth, id] of ids.entries()) {
    for (const { id: message, soort, afloop, at, facts } of await beheer.log.undelivered(id)) {
      const aan = typeof facts['aan'] === 'string' ? facts['aan'] : 'groep';
      rows.push([id, message, soort, aan, afloop, at]);
    }
    beheer.progress(nth + 1, ids.length);
  }
  if (rows.length === 0) beheer.say('Alles is bezorgd.');
  else
    for (const line of columns([
      ['project', 'bericht', 'soort', 'aan', 'afloop', 'wanneer'],
      ...rows,
    ]))
      beheer.say(line);
  return true;
};

/** Puts them back in the outbox. A message with nothing to say any more is not sent. */
export const retry: Command = (beheer, { rest }) =>
  eachOf(beheer, rest, 'opnieuw klaargezet. Het programma verstuurt ze binnen een minuut', {
    before: (project) => beheer.wekker.wake(project, beheer.now()),
    change: (project, posted) => beheer.log.retry(project, posted, beheer.now()),
  });

/** Removes them from the list. */
export const drop: Command = (beheer, { rest }) =>
  eachOf(beheer, rest, 'van de lijst gehaald', {
    before: async () => undefined,
    change: (project, posted) => beheer.log.drop(project, posted),
  });

interface Change {
  before: (project: string) => Promise<void>;
  change: (project: string, posted: Posted) => Promise<void>;
}

async function eachOf(
  beheer: Beheer,
  [asked, ...messages]: readonly string[],
  done: string,
  { before, change }: Change,
): Promise<boolean> {
  if (asked === undefined) throw new Usage('Noem een project, en zo nodig berichten.');
  const { log, say } = beheer;
  const [project = asked] = await chosen(beheer, [asked]);
  const all = await log.undelivered(project);
  const unknown = messages.filter((id) => !all.some((posted) => posted.id === id));
  if (unknown.length > 0) {
    say(`Niet onbestelbaar in ${project}: ${unknown.join(', ')}. Er is niets veranderd.`);
    return false;
  }
  const wanted = all.filter(({ id }) => messages.length === 0 || messages.includes(id));
  if (wanted.length === 0) {
    say(`In ${project} is niets onbestelbaar.`);
    return true;
  }
  await before(project);
  for (const posted of wanted) await change(project, posted);
  say(`${count(wanted.length, 'bericht', 'berichten')} ${done}.`);
  return true;
}
