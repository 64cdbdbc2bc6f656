import { BOT, PEOPLE } from '../playground.ts';
import {
  knoppenOp,
  standing,
  textOf,
  type AnyCard,
  type Knop,
} from '../../support/voorbeeld/kaart.ts';
import type { Leider, Speler } from '../../support/voorbeeld/spelers.ts';

/** The people of the Playground through its HTTP interface, and the cards that the bot posts there. */
export interface Playground {
  /** Presses for this person. Only they get the answer, so that the conversation stays readable. */
  speler(naam: string): Speler;
  /** Types in a conversation. The Playground lets only the person who has it open in a browser type. */
  leider(gesprek: string): Leider;
  /** Types in a conversation, and waits for nothing. */
  zegt(gesprek: string, text: string): Promise<unknown>;
  /** The first card that fits, present or to come. Throws when none came in time. */
  card(fits: (card: AnyCard) => boolean): Promise<AnyCard>;
  /** Calls back for each card as it is posted or changed. */
  onCard(listener: (card: AnyCard) => void): void;
  close(): void;
}

const WAIT_MS = 60_000;

export async function openPlayground(address: string): Promise<Playground> {
  const cards = new Map<string, AnyCard>();
  const listeners = new Set<(card: AnyCard) => void>();
  const stream = await openStream(address, (card) => {
    cards.set(card.messageId, card);
    for (const listener of [...listeners]) listener(card);
  });

  const coming = (fits: (card: AnyCard) => boolean) =>
    new Promise<AnyCard>((done, fail) => {
      const late = setTimeout(() => {
        listeners.delete(look);
        fail(new Error('Er kwam geen antwoord van de bot.'));
      }, WAIT_MS);
      function look(card: AnyCard): void {
        if (!fits(card)) return;
        clearTimeout(late);
        listeners.delete(look);
        done(card);
      }
      listeners.add(look);
    });

  const speler = (naam: string): Speler => ({
    drukt: (titel, inputs = {}, on) => press(address, naam, knopOp(on, titel), inputs, on),
  });

  return {
    speler,
    leider: (gesprek) => ({
      ...speler(NAAM_VAN_LEIDER),
      typt: async (text) => {
        const answer = coming((card) => card.gesprek === gesprek && isVoor(card, NAAM_VAN_LEIDER));
        await say(address, gesprek, text);
        return answer;
      },
    }),
    zegt: (gesprek, text) => say(address, gesprek, text),
    card: async (fits) => [...cards.values()].findLast(fits) ?? coming(fits),
    onCard: (listener) => void listeners.add(listener),
    close: () => stream.close(),
  };
}

const NAAM_VAN_LEIDER = PEOPLE[0]?.name ?? '';

/** True for a card of this person; the bot writes the name on each card of one person. */
export const isVoor = (card: AnyCard, naam: string) =>
  textOf(card)
    .split('\n')
    .some((line) => line === `Voor ${naam}` || line === `Formulier voor ${naam}`);

/** What the Playground sends to every browser that has it open. */
interface Frame {
  action?: string;
  actionConversationId?: string;
  message?: {
    messageId: string;
    postConversationId?: string;
    attachments?: { content: Record<string, unknown> }[];
  };
}

/** The card in what the Playground says; undefined for anything else. A channel post is a conversation of its own. */
export function cardIn(said: string): AnyCard | undefined {
  const { action, actionConversationId, message } = JSON.parse(said) as Frame;
  const content = message?.attachments?.[0]?.content;
  if (!message || !content) return undefined;
  const card: AnyCard = {
    ...content,
    messageId: message.messageId,
    gesprek: message.postConversationId ?? actionConversationId ?? '',
    isGewijzigd: action === 'updateMessage',
  };
  return { ...card, isLive: /Stap \d van \d/.test(textOf(card)) };
}

async function openStream(address: string, onCard: (card: AnyCard) => void): Promise<WebSocket> {
  const socket = new WebSocket(
    `${address.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream`,
  );
  socket.addEventListener('message', ({ data }) => {
    const card = cardIn(String(data));
    if (card) onCard(card);
  });
  await new Promise<void>((done, fail) => {
    socket.addEventListener('open', () => done());
    socket.addEventListener('error', () => fail(new Error('De Playground antwoordt niet.')));
  });
  return socket;
}

function knopOp(on: AnyCard | undefined, titel: string): Knop {
  const found = on && knoppenOp(on).find(({ title }) => title === titel);
  if (!found) throw new Error(`no button "${titel}" on the card:\n${on ? textOf(on) : ''}`);
  return found;
}

/**
 * Presses as on a shared card: the answer comes back in the response and nothing is posted, as with a dialog in Teams.
 * Otherwise five people would bury the conversation under their forms.
 */
async function press(
  address: string,
  naam: string,
  { verb = '', data }: Knop,
  inputs: Record<string, string>,
  on: AnyCard | undefined,
): Promise<AnyCard> {
  const { msteams: _dialog, ...rest } = data as { _?: object; msteams?: unknown };
  const sent = { ...(on && standing(on)), ...inputs, ...rest, _: { ...rest._, van: '' } };
  const answer = await post(address, '/_conversation/v1/invoke', {
    name: 'adaptiveCard/action',
    from: { id: PEOPLE.find(({ name }) => name === naam)?.id },
    conversation: { id: on?.gesprek },
    replyToId: on?.messageId,
    value: { action: { type: 'Action.Execute', verb, data: sent }, trigger: 'manual' },
  });
  const { value } = answer as { value?: Record<string, unknown> };
  return { ...value, messageId: on?.messageId ?? '', gesprek: on?.gesprek ?? '' };
}

const AT = `<at>${BOT.name}</at>`;

const say = (address: string, gesprek: string, text: string) =>
  post(address, `/_conversation/v1/conversations/${gesprek}/messages`, {
    from: { id: PEOPLE[0]?.id },
    text: `${AT} ${text}`,
    textFormat: 'plain',
    mentions: [{ mentioned: { id: BOT.id }, text: AT }],
  });

async function post(address: string, path: string, body: object): Promise<unknown> {
  const response = await fetch(address + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(WAIT_MS),
  });
  if (!response.ok) throw new Error(`the Playground says ${response.status} to ${path}`);
  return response.json();
}
