import { SERVICE_URL, TENANT } from './identity.ts';

/** An activity as it comes over the wire, whatever Teams sends. */
export type Wire = Record<string, unknown>;

export const BOT = { id: '28:5a1f2f9e-6d0c-4c55-9a0b-3c2d9d0b7a11', name: 'Veiligheidsplanner' };

export const ANNA = { id: '29:anna', name: 'Anna de Vries', aadObjectId: 'oid-anna' };

/** Where an activity happens; by default a thread of a channel. */
export const CHANNEL = {
  conversation: {
    isGroup: true,
    conversationType: 'channel',
    tenantId: TENANT,
    id: '19:stationsplein@thread.tacv2;messageid=1700000000001',
  },
  channelData: {
    tenant: { id: TENANT },
    team: { id: '19:team@thread.tacv2' },
    channel: { id: '19:stationsplein@thread.tacv2' },
  },
};

export const PERSONAL = {
  conversation: { conversationType: 'personal', tenantId: TENANT, id: 'a:anna' },
  channelData: { tenant: { id: TENANT } },
};

export const GROUP_CHAT = {
  conversation: {
    isGroup: true,
    conversationType: 'groupChat',
    tenantId: TENANT,
    id: '19:groep@unq',
  },
  channelData: { tenant: { id: TENANT } },
};

let count = 0;

/** The envelope that all activities share. `fields` replace or add. */
export function activity(type: string, fields: Wire = {}): Wire {
  return {
    type,
    id: `activity-${++count}`,
    timestamp: '2027-01-11T09:00:00.000Z',
    channelId: 'msteams',
    serviceUrl: SERVICE_URL,
    from: ANNA,
    recipient: BOT,
    locale: 'nl-NL',
    ...CHANNEL,
    ...fields,
  };
}

/** A person types. Outside a personal chat only a mention reaches the bot. */
export function says(text: string, fields: Wire = {}): Wire {
  const at = `<at>${BOT.name}</at>`;
  const entities = [
    { type: 'mention', mentioned: BOT, text: at },
    { type: 'clientInfo', locale: 'nl-NL', platform: 'Web' },
  ];
  return activity('message', {
    text: `${at}&nbsp;${text}`,
    textFormat: 'plain',
    entities,
    ...fields,
  });
}

/** An `Action.Submit`: a message with data. */
export const submits = (value: Wire, fields: Wire = {}) =>
  activity('message', { value, replyToId: '1700000000001', ...fields });

/** An `Action.Execute`. */
export const executes = (verb: string, data: Wire, fields: Wire = {}) =>
  activity('invoke', {
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', title: 'Knop', verb, data }, trigger: 'manual' },
    replyToId: '1700000000001',
    ...fields,
  });

/** A button that opens a dialog. */
export const opensDialog = (data: Wire, fields: Wire = {}) =>
  activity('invoke', {
    name: 'task/fetch',
    value: { data: { type: 'task/fetch', ...data }, context: { theme: 'default' } },
    replyToId: '1700000000001',
    ...fields,
  });

/** The save button of a dialog. */
export const savesDialog = (data: Wire, fields: Wire = {}) =>
  activity('invoke', {
    name: 'task/submit',
    value: { data, context: { theme: 'default' } },
    ...fields,
  });
