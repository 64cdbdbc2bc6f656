import { z } from 'zod';

/** A text that Teams leaves out, or sends as null, when there is none. */
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

const reference = z
  .object({ id: text })
  .nullish()
  .transform((value) => value?.id ?? '');

/** `standard`, `private` or `shared`; empty when Teams does not tell. */
const channelType = z
  .object({ type: text })
  .nullish()
  .transform((value) => value?.type ?? '');

/** A person in an activity or a roster. Some rosters say `objectId`, others `aadObjectId`. */
export const Account = z.object({
  id: z.string().min(1),
  name: text,
  aadObjectId: text,
  objectId: text,
  tenantId: text,
  userRole: text,
  /** Of a roster only. */
  email: text,
  userPrincipalName: text,
});

export type Account = z.infer<typeof Account>;

const accounts = z
  .array(Account)
  .nullish()
  .transform((value) => value ?? []);

/**
 * The parts of an activity that the program reads. The rest is dropped before botbuilder sees it, because for example
 * `deliveryMode` could change how a turn is answered.
 */
export const Envelope = z.object({
  type: z.string().min(1),
  id: text,
  /** Of an invoke: the name of what is asked. */
  name: text,
  /** Of an installationUpdate: `add`, `remove`. */
  action: text,
  timestamp: text,
  channelId: z.string(),
  serviceUrl: z.string(),
  from: Account,
  recipient: Account,
  conversation: z.object({
    id: z.string().min(1),
    conversationType: text,
    tenantId: text,
    isGroup: z.boolean().nullish(),
  }),
  replyToId: text,
  text,
  value: z.unknown().optional(),
  entities: z
    .array(z.unknown())
    .nullish()
    .transform((value) => value ?? []),
  attachments: z
    .array(z.unknown())
    .nullish()
    .transform((value) => value ?? []),
  membersAdded: accounts,
  membersRemoved: accounts,
  channelData: z
    .object({ tenant: reference, team: reference, channel: channelType })
    .nullish()
    .transform((value) => value ?? { tenant: '', team: '', channel: '' }),
});

export type Envelope = z.infer<typeof Envelope>;
