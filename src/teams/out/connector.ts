import { z } from 'zod';
import { ADAPTIVE_CARD } from '../answer.ts';
import type { Call } from './calls.ts';
import { Account } from '../envelope.ts';
import { outcomeOf, type Reply } from './outcome.ts';
import { fileAttachment } from './file-card.ts';
import { addressOf, personOf } from '../person.ts';
import type { Card, Message, Sent, Place, Reachable, Teams } from '../port.ts';
import { within } from '../within.ts';

/** The most that Teams gives at once. It raises anything below 50 to 50. */
const PAGE_SIZE = 500;
/** More than the largest team (25,000 members) fills: a roster that goes on longer is a fault. */
const MAX_PAGES = 60;
/** Longer waits are not worth it before a second try, ms. */
const PATIENCE_MS = 2_000;
/** The wait before a second try when Teams names none, ms. */
const BREATH_MS = 200;

/** All that the bot asks of Teams: send, update, list members, open a personal chat. `patient`: waits longer for an answer. */
export function createConnector(
  call: Call,
  files: Pick<Teams, 'upload' | 'download'>,
  patient = call,
): Teams {
  const through = (by: Call): Teams['patiently'] => ({
    send: (place, message) => send(by, place, message),
    update: (place, activityId, message) => update(by, place, activityId, message),
  });
  return {
    ...files,
    ...through(call),
    patiently: through(patient),
    members: async (place) => {
      const found = await roster(call, place);
      return found === 'hidden' ? found : found.map((member) => personOf(member, place.tenant));
    },
    addresses: (place) => addresses(call, place),
    personal: (place, person) => personal(call, place, person),
  };
}

/** A new post in a channel starts a thread: the id of the post is the id of the thread. */
async function send(call: Call, place: Place, message: Message): Promise<Sent> {
  const activity = activityFor(place, message);
  const isNewPost = place.kind === 'channel' && place.thread === '';
  const reply = isNewPost
    ? await call('POST', place.serviceUrl, 'conversations', newPost(place, activity))
    : await call('POST', place.serviceUrl, `${pathOf(place)}/activities`, activity);
  return outcomeOf(reply);
}

const newPost = ({ bot, tenant, conversation }: Place, activity: object) => ({
  isGroup: true,
  bot: account(bot),
  tenantId: tenant,
  channelData: { channel: { id: conversation } },
  activity,
});

async function update(call: Call, place: Place, activityId: string, message: Message) {
  const path = `${pathOf(place)}/activities/${encodeURIComponent(activityId)}`;
  const activity = { ...activityFor(place, message), id: activityId };
  return outcomeOf(await call('PUT', place.serviceUrl, path, activity));
}

const Page = z.object({
  members: z.array(Account),
  continuationToken: z.string().nullish(),
});

async function roster(call: Call, place: Place): Promise<Account[] | 'hidden'> {
  const found: Account[] = [];
  let next: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const query = new URLSearchParams({ pageSize: `${PAGE_SIZE}` });
    if (next) query.set('continuationToken', next);
    const path = `${pathOf({ ...place, thread: '' })}/pagedmembers?${query.toString()}`;
    const reply = await patiently(() => call('GET', place.serviceUrl, path));
    if (isRefused(outcomeOf(reply))) return 'hidden';
    const { members: there, continuationToken } = Page.parse(bodyOf(reply, 'members'));
    found.push(...there);
    if (!continuationToken) return found.filter(({ id }) => id !== place.bot.id);
    next = continuationToken;
  }
  throw new Error('Teams keeps giving pages of members');
}

/** Somebody looks at a page that waits for this, ms. */
const SOON_MS = 2_500;

async function addresses(call: Call, place: Place): Promise<Reachable[] | 'hidden'> {
  const found = await within(AbortSignal.timeout(SOON_MS), roster(call, place)).catch(
    () => 'hidden' as const,
  );
  return found === 'hidden'
    ? found
    : found.map((member) => ({
        person: personOf(member, place.tenant),
        adres: addressOf(member),
      }));
}

/** Teams says no. What it cannot read is a fault of ours. */
const isRefused = (outcome: Sent) => outcome.kind === 'undeliverable' && outcome.reason !== 'bug';

/** Opening a chat that exists gives that chat, so this may be asked twice. */
async function personal(call: Call, place: Place, person: { teamsId: string; tenant: string }) {
  const reply = await patiently(() =>
    call('POST', place.serviceUrl, 'conversations', {
      isGroup: false,
      bot: account(place.bot),
      members: [{ id: person.teamsId }],
      tenantId: person.tenant,
      channelData: { tenant: { id: person.tenant } },
    }),
  );
  if (outcomeOf(reply).kind === 'undeliverable') return undefined;
  const { id: conversation } = z.object({ id: z.string() }).parse(bodyOf(reply, 'conversations'));
  return { ...place, conversation, thread: '', kind: 'personal', team: '' } satisfies Place;
}

/** Tries a second time, unless the answer was a clear yes or no. Only for calls that may be repeated. */
async function patiently(ask: () => Promise<Reply>): Promise<Reply> {
  const first = await ask();
  const outcome = outcomeOf(first);
  if (outcome.kind === 'sent' || outcome.kind === 'undeliverable') return first;
  const waitMs = outcome.kind === 'not-sent' ? outcome.retryAfterMs : BREATH_MS;
  if (waitMs > PATIENCE_MS) return first;
  await new Promise((resolve) => setTimeout(resolve, waitMs));
  return ask();
}

function bodyOf(reply: Reply, what: string): unknown {
  if (reply.kind === 'answer' && outcomeOf(reply).kind === 'sent') return reply.body;
  const code = reply.kind === 'answer' ? `${reply.status}` : reply.kind;
  throw Object.assign(new Error(`Teams did not give ${what}`), { code });
}

const pathOf = ({ conversation, thread }: Place) =>
  `conversations/${encodeURIComponent(thread ? `${conversation};messageid=${thread}` : conversation)}`;

const account = ({ id, naam }: Place['bot']) => ({ id, name: naam });

/** Teams shows a mention only where its text stands: in the card for a card, beside it for a text. */
function activityFor(place: Place, { card, file, text, summary, image, mentions = [] }: Message) {
  const entities = mentions.map(({ teamsId, naam }) => ({
    type: 'mention',
    text: `<at>${naam}</at>`,
    mentioned: { id: teamsId, name: naam },
  }));
  return {
    type: 'message',
    from: account(place.bot),
    ...(summary && { summary }),
    ...(text && { text, entities }),
    ...(image && {
      attachments: [{ contentType: 'image/png', contentUrl: image.url, name: image.naam }],
    }),
    ...(card && {
      attachments: [{ contentType: ADAPTIVE_CARD, content: mentioning(card, entities) }],
    }),
    ...(file && { attachments: [fileAttachment(file)] }),
  };
}

function mentioning(card: Card, mentions: object[]): Card {
  if (mentions.length === 0) return card;
  const msteams = card['msteams'] as { entities?: object[] } | undefined;
  return {
    ...card,
    msteams: { ...msteams, entities: [...(msteams?.entities ?? []), ...mentions] },
  };
}
