import { z } from 'zod';
import { inShape } from '../../http/shape.ts';
import type { Envelope } from '../envelope.ts';
import { personOf } from '../person.ts';
import { quotedText } from './quoted.ts';
import type {
  Attached,
  Command,
  FileAnswer,
  Incoming,
  Installed,
  Membership,
  Place,
  PlaceKind,
  Press,
  SentFile,
} from '../port.ts';

/**
 * Translates an activity into our own words. Gives undefined for kinds that we do not handle: Teams may add kinds at any
 * time. `receivedMs`: when it came in, on the monotonic clock.
 */
export function incomingFrom(activity: Envelope, receivedMs: number): Incoming | undefined {
  const place = placeOf(activity);
  const what = whatOf(activity, place.tenant);
  return (
    what && {
      activityId: activity.id,
      at: momentOf(activity.timestamp),
      receivedMs,
      from: personOf(activity.from, place.tenant),
      place,
      what,
    }
  );
}

/** Teams dates what people do. An event without a date happened now. */
function momentOf(timestamp: string): string {
  const ms = Date.parse(timestamp);
  return (Number.isNaN(ms) ? new Date() : new Date(ms)).toISOString();
}

function placeOf({ conversation, channelData, recipient, serviceUrl }: Envelope): Place {
  const [id = '', thread = ''] = conversation.id.split(';messageid=');
  return {
    conversation: id,
    thread,
    kind: kindOf(conversation, channelData.team),
    tenant: conversation.tenantId || channelData.tenant,
    serviceUrl,
    bot: { id: recipient.id, naam: recipient.name },
    team: channelData.team,
    isBesloten: ['private', 'shared'].includes(channelData.channel.toLowerCase()),
  };
}

const KINDS: readonly string[] = ['personal', 'groupChat', 'channel'] satisfies PlaceKind[];

function kindOf(conversation: Envelope['conversation'], team: string): PlaceKind {
  const { conversationType, isGroup } = conversation;
  if (KINDS.includes(conversationType)) return conversationType as PlaceKind;
  if (team) return 'channel';
  return isGroup ? 'groupChat' : 'personal';
}

function whatOf(activity: Envelope, tenant: string): Incoming['what'] | undefined {
  switch (activity.type) {
    case 'message':
      return submitted(activity) ?? command(activity);
    case 'invoke':
      return fileAnswer(activity) ?? quoted(activity) ?? invoked(activity);
    case 'conversationUpdate':
      return membership(activity, tenant);
    case 'installationUpdate':
      // Teams says `add-upgrade` when a newer version of the app replaces it.
      return activity.action.startsWith('add') ? INSTALLED : undefined;
    default:
      return undefined;
  }
}

const INSTALLED: Installed = { kind: 'installed' };

const Data = z.record(z.string(), z.unknown());
const InAction = z.object({
  action: z.object({ data: Data }),
  trigger: z.string().optional().catch(undefined),
});
const InDialog = z.object({ data: Data });

/** An `Action.Submit` comes as a message with data instead of text. */
function submitted({ value, replyToId }: Envelope): Press | undefined {
  const data = inShape(Data, value);
  return data && { kind: 'press', via: 'submit', data, messageId: replyToId, isAutomatic: false };
}

const INVOKES: ReadonlyMap<string, Press['via']> = new Map([
  ['adaptiveCard/action', 'execute'],
  ['task/fetch', 'open'],
  ['task/submit', 'save'],
  // A dialog that began in the menu of a message, and every press in it.
  ['composeExtension/submitAction', 'save'],
]);

/**
 * What Teams asks when somebody chooses our command in the menu of a message.
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module
 */
function quoted({ name, value }: Envelope): Press | undefined {
  if (name !== 'composeExtension/fetchTask') return undefined;
  const bericht = quotedText(value);
  return { kind: 'press', via: 'quote', data: { bericht }, messageId: '', isAutomatic: false };
}

/** A button that expects its answer in the response. Data of a shape that Teams does not send count as no data. */
function invoked({ name, value, replyToId }: Envelope): Press | undefined {
  const via = INVOKES.get(name);
  if (!via) return undefined;
  const asked = via === 'execute' ? inShape(InAction, value) : undefined;
  const data = asked ? asked.action.data : inShape(InDialog, value)?.data;
  const isAutomatic = asked?.trigger === 'automatic';
  return { kind: 'press', via, data: data ?? {}, messageId: replyToId, isAutomatic };
}

const Mention = z.object({
  type: z.literal('mention'),
  text: z.string().min(1),
  mentioned: z.object({ id: z.string() }),
});

/**
 * A typed message. Mentions are read from the entities only, since anybody can type anything in the text. Teams puts
 * `&nbsp;` behind a mention.
 */
function command({ text, entities, attachments, recipient }: Envelope): Command | Attached {
  const mentions = entities
    .map((entity) => inShape(Mention, entity))
    .filter((mention) => mention?.mentioned.id === recipient.id);
  const stripped = mentions.reduce(
    (rest, mention) => rest.replaceAll(mention?.text ?? '', ' '),
    text,
  );
  const said = stripped
    .replaceAll(/&nbsp;|\s+/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
  const all = attachments.map((one) => inShape(Attachment, one));
  return all.some(isFile)
    ? { kind: 'attached', text: said, files: all.flatMap(sentFile) }
    : { kind: 'command', text: said };
}

const Attachment = z.object({
  contentType: z.string(),
  content: z.unknown().optional(),
  contentUrl: z.string().nullish(),
  name: z.string().nullish(),
});

const Download = z.object({ downloadUrl: z.string() });

/**
 * A file that can be fetched: one from somebody's OneDrive, or a picture that they pasted.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
 */
function sentFile(attachment: z.infer<typeof Attachment> | undefined): SentFile[] {
  if (!attachment) return [];
  const { contentType, content, contentUrl } = attachment;
  const naam = attachment.name ?? '';
  if (contentType === 'application/vnd.microsoft.teams.file.download.info') {
    const adres = inShape(Download, content)?.downloadUrl;
    return adres === undefined ? [] : [{ naam, adres, toegang: 'vrij' }];
  }
  return /^image\//i.test(contentType) && contentUrl
    ? [{ naam, adres: contentUrl, toegang: 'eigen' }]
    : [];
}

/** Attachments that are part of what somebody typed: another message that they answer, a card, an invitation. */
const SAID =
  /^(?:application\/vnd\.microsoft\.(?:card|teams\.card|teams\.messaging)\b|message|forwarded|meeting)/i;
/** In the text as Teams draws it: a place for a file, or a picture that is not one of the keyboard. */
const IN_TEXT =
  /<attachment\b(?![^>]*>\s*<\/attachment>\s*<blockquote)|<img\b(?![^>]*(?:emoji|emoticon|sticker))/i;

/**
 * True for a file, a picture or a recording. Teams sends each formatted text once more as an attachment; in a channel or
 * group chat that text is all that tells of a file.
 */
function isFile(attachment: z.infer<typeof Attachment> | undefined): boolean {
  if (!attachment) return false;
  const { contentType, content } = attachment;
  if (/^text\/html/i.test(contentType)) return typeof content === 'string' && IN_TEXT.test(content);
  return !SAID.test(contentType);
}

const FileConsent = z.object({
  action: z.enum(['accept', 'decline']),
  context: Data.nullish().transform((value) => value ?? {}),
  uploadInfo: z
    .object({
      uploadUrl: z.string().max(8_000),
      contentUrl: z.string().max(8_000),
      name: z.string().max(400),
      uniqueId: z.string().max(400),
      fileType: z.string().max(40),
    })
    .nullish(),
});

/** The answer to an offered file. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 */
function fileAnswer({ name, value, replyToId }: Envelope): FileAnswer | undefined {
  if (name !== 'fileConsent/invoke') return undefined;
  const data = inShape(FileConsent, value);
  return (
    data && {
      kind: 'file',
      isAccepted: data.action === 'accept',
      context: data.context,
      upload: data.uploadInfo ?? undefined,
      messageId: replyToId,
    }
  );
}

function membership(activity: Envelope, tenant: string): Membership | Installed | undefined {
  const bot = activity.recipient.id;
  if (activity.membersAdded.some(({ id }) => id === bot)) return INSTALLED;
  const people = (accounts: Envelope['membersAdded']) =>
    accounts.filter(({ id }) => id !== bot).map((account) => personOf(account, tenant));
  const added = people(activity.membersAdded);
  const removed = people(activity.membersRemoved);
  return added.length + removed.length > 0 ? { kind: 'membership', added, removed } : undefined;
}
