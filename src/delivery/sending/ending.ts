import { SIGNALS } from '../../log/signals.ts';
import type { OutboxItem } from '../../storage/log/outbox.ts';
import { ended } from '../parts/became.ts';
import { byClock } from './by-clock.ts';
import type { Project } from '../../process/feiten/project.ts';
import type { SendRound } from '../parts/round-parts.ts';

// The ways in which a message leaves the outbox without having arrived. Each is on the record.

/** There is nothing to say any more. */
export async function leave(
  { log, now }: SendRound,
  { id }: Project,
  item: OutboxItem,
): Promise<void> {
  await log.finish(id, item, ended(item, 'overbodig', now()), false);
}

/** It is not known whether it arrived, or we cannot say it: somebody must hear of that. */
export async function giveUp(
  { log, now, logger }: SendRound,
  { id }: Project,
  item: OutboxItem,
  reason: string,
): Promise<void> {
  logger.warn({ project: id, soort: item.soort, reason }, SIGNALS.deadLetter);
  await log.finish(id, item, ended(item, 'onbekend', now()), false);
}

/** Teams will not take it there: said in the log, so that the projectleider hears of it and nobody tries again at once. */
export async function unreachable(
  round: SendRound,
  project: Project,
  item: OutboxItem,
  reason: string,
): Promise<void> {
  const { log, klok, now, logger } = round;
  const { aan } = item.facts;
  logger.warn({ project: project.id, soort: item.soort, reason }, SIGNALS.deadLetter);
  await log.finish(project.id, item, ended(item, 'onbereikbaar', now()), false);
  const lid = typeof aan === 'string' ? aan : '';
  await byClock(round, project, (latest) => klok.onbereikbaar(latest, lid, now()));
}
