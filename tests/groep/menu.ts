import type { AnyCard } from '../../support/voorbeeld/kaart.ts';
import type { Wire } from '../../support/activities.ts';
import type { Groep } from '../../support/world.ts';
import { gebeurtenis, lidAccount } from './hulp.ts';

type Soort = 'personal' | 'groupChat' | 'channel';

/** A message as Teams hands it over with a command of its menu. */
export const berichtVan = (content: string, rest: Wire = {}): Wire => ({
  linkToMessage: 'https://teams.microsoft.com/l/message/19:x/1700000000009',
  id: '1700000000009',
  replyToId: null,
  createdDateTime: '2027-01-04T08:59:00.000Z',
  lastModifiedDateTime: null,
  deleted: false,
  subject: null,
  summary: null,
  importance: 'normal',
  locale: 'nl-nl',
  body: { contentType: 'html', content },
  from: {
    device: null,
    conversation: null,
    user: { userIdentityType: 'aadUser', id: 'oid-Bram', displayName: 'Bram' },
    application: null,
  },
  reactions: [],
  mentions: [],
  attachments: [],
  ...rest,
});

/** What Teams sends when somebody chooses the command in the menu of a message. */
export const kiest = (groep: Groep, naam: string, messagePayload: unknown, soort: Soort): Wire =>
  gebeurtenis(
    groep,
    'invoke',
    {
      name: 'composeExtension/fetchTask',
      from: lidAccount(naam),
      value: { ...OPDRACHT, messagePayload },
    },
    soort,
  );

const OPDRACHT = {
  commandId: 'uit-bericht',
  commandContext: 'message',
  requestId: 'c46a6b53573f42b5',
  context: { theme: 'default' },
};

/** The dialog that comes of it. */
export async function maaktErEenVan(
  groep: Groep,
  naam: string,
  payload: unknown,
  soort: Soort = 'groupChat',
): Promise<AnyCard> {
  return dialoogIn(await groep.lid(naam).stuurt(kiest(groep, naam, payload, soort)));
}

/** What Teams sends for a button of that dialog: it says the message once more. */
export function drukIn(
  groep: Groep,
  naam: string,
  dialoog: AnyCard,
  titel: string,
  inputs: Record<string, string> = {},
): Wire {
  const { value, ...rest } = groep.lid(naam).druk(titel, inputs, dialoog);
  return {
    ...rest,
    name: 'composeExtension/submitAction',
    value: { ...OPDRACHT, ...(value as Wire), messagePayload: berichtVan('<p>nog eens</p>') },
  };
}

/** Presses it; the dialog that comes next. */
export const druktIn = async (...press: Parameters<typeof drukIn>): Promise<AnyCard> =>
  dialoogIn(await press[0].lid(press[1]).stuurt(drukIn(...press)));

function dialoogIn({ status, body }: { status: number; body: unknown }): AnyCard {
  const answer = body as { task?: { type: string; value: { card: { content: AnyCard } } } };
  if (status !== 200 || answer.task?.type !== 'continue')
    throw new Error(`no dialog but ${status}: ${JSON.stringify(body)}`);
  return { ...answer.task.value.card.content, messageId: '', isDialog: true };
}

/** What stands in the questions of a form. */
export function invoerIn(card: AnyCard): Record<string, unknown> {
  const found = [...JSON.stringify(card).matchAll(/\{"type":"Input\.[^{}]*\}/g)].map(
    ([one]) => JSON.parse(one) as { id: string; value?: unknown },
  );
  return Object.fromEntries(found.map(({ id, value }) => [id, value]));
}
