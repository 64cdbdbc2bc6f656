import { deelnemer } from '../../process/feiten/deelnemers.ts';
import { one, type Project } from '../../process/feiten/project.ts';
import { geopend } from '../../process/feiten/geopende-stap.ts';
import { StorageDown } from '../../storage/table/failure.ts';
import type { OutboxItem } from '../../storage/log/outbox.ts';
import { KAART, stapVan } from '../parts/became.ts';
import { giveUp, leave, unreachable } from './ending.ts';
import { HERTEKENEN, redrawAll } from '../showing/erased.ts';
import { LeaseLost } from '../parts/lease.ts';
import type { Rond } from '../parts/options.ts';
import { againAt, MAX_TRIES, pictureToSend, post, waits } from './posting.ts';
import type { SendRound } from '../parts/round-parts.ts';

/** Somebody's own chat that does not open for so long is given up. */
const OLD_MS = 24 * 3_600_000;

/**
 * Sends what the outbox holds for the group, each message once, and says on the record what became of it. True when there
 * may be more to send: a message was made into several.
 */
export async function sendToAll(round: SendRound, project: Project): Promise<boolean> {
  const { log, klok, now } = round;
  let more = false;
  for (const item of await log.outbox(project.id)) {
    if (isPersonal(item)) continue;
    const rond = klok.rond(project, now(), item);
    if (!rond) await send(round, project, item);
    else if (await spread(round, project, item, rond)) more = true;
  }
  return more;
}

/**
 * The same for people's own chats, which may take long: what the group looks at comes first, and `between` sees to it
 * after each. True when there were any.
 */
export async function sendToEach(
  round: SendRound,
  project: Project,
  between: () => Promise<void>,
): Promise<boolean> {
  const items = (await round.log.outbox(project.id)).filter(isPersonal);
  for (const item of items) {
    await send(round, project, item);
    await between();
  }
  return items.length > 0;
}

const isPersonal = ({ facts }: OutboxItem) => typeof facts['aan'] === 'string';

async function spread(
  round: SendRound,
  project: Project,
  item: OutboxItem,
  { aan, soort }: Rond,
): Promise<boolean> {
  if (aan.length > 0) return round.log.spread(project.id, item, aan, soort);
  await leave(round, project, item);
  return false;
}

async function send(round: SendRound, project: Project, item: OutboxItem): Promise<void> {
  if (item.soort === HERTEKENEN) return redrawAll(round, project, item);
  if (!(await pictureToSend(round, project, item))) return;
  if (item.tries >= MAX_TRIES) return giveUp(round, project, item, 'no answer');
  const { aan } = item.facts;
  const lid = typeof aan === 'string' ? aan : undefined;
  if (isTooSoon(round, item)) return waits(round, item, lid ?? round.place.conversation);
  return lid === undefined
    ? sendToGroup(round, project, item)
    : sendPersonally(round, project, item, lid);
}

/** What may have arrived, or was refused, is repeated only after a while: what was in its way may still be there. */
const isTooSoon = ({ now, repeatAfterMs }: SendRound, item: OutboxItem) =>
  (item.tries > 0 && Date.parse(now()) - Date.parse(item.begun) < repeatAfterMs) ||
  (item.refusals > 0 && now() < againAt(item));

async function sendToGroup(round: SendRound, project: Project, item: OutboxItem): Promise<void> {
  const { log, place, halted } = round;
  if (halted.has(place.conversation)) return;
  const there = { ...place, thread: await threadOf(round, project, item) };
  const old = item.soort === KAART ? await log.posted(project.id, stapVan(item.facts)) : undefined;
  await post(round, project, { there, item, old });
}

/** The thread of the step that a message is about, else of the last step that has its card; a live card makes its own. */
async function threadOf(
  { log, place }: SendRound,
  project: Project,
  { soort, facts }: OutboxItem,
): Promise<string> {
  if (place.kind !== 'channel' || soort === KAART) return '';
  const steps = geopend(project)
    .map(({ id }) => id)
    .reverse();
  const about = steps.find((id) => id === facts['stap']);
  for (const id of about === undefined ? steps : [about]) {
    const card = await log.posted(project.id, id);
    if (card?.conversation === place.conversation) return card.thread;
  }
  return '';
}

/** Opening somebody's chat is part of the try: when that stays without an answer the others do not wait for it. */
async function sendPersonally(
  round: SendRound,
  project: Project,
  item: OutboxItem,
  lid: string,
): Promise<void> {
  const { chats, place, logger, halted } = round;
  const [identity] = one(project, deelnemer, lid)?.facts.identities ?? [];
  if (!identity) return unreachable(round, project, item, 'no identity');
  try {
    const there = await chats.of(place, identity);
    if (there) await post(round, project, { there, item, old: undefined });
    else await unreachable(round, project, item, 'no chat');
  } catch (err) {
    if (err instanceof LeaseLost || err instanceof StorageDown) throw err;
    // Nothing was sent yet, and opening a chat twice gives the same chat: it is tried again, for a day.
    logger.warn({ err, project: project.id }, 'a personal chat did not open');
    if (isOld(round, item)) await unreachable(round, project, item, 'no chat for a day');
    else halted.add(lid);
  }
}

const isOld = ({ now }: SendRound, { at }: OutboxItem) =>
  Date.parse(now()) - Date.parse(at) > OLD_MS;
