/** All that the rest of the program knows of Teams. */

/** A person as Teams vouches for them. Display names are for showing only. */
export interface Person {
  /** Teams' own id in this bot's conversations (29:… or the Playground's user-id). */
  teamsId: string;
  naam: string;
  /** What stands before the @ of their address; empty where Teams does not tell it, as with each act. */
  account: string;
  /** Entra object id; empty for anonymous people, who may do nothing. */
  oid: string;
  /** Home tenant of the person; the conversation's when Teams does not tell another. */
  tenant: string;
  /** Guest or member of another organisation: cannot be reached 1:1. */
  extern: boolean;
}

/** A member of a conversation with their address; empty where Teams tells none. */
export interface Reachable {
  person: Person;
  adres: string;
}

export type PlaceKind = 'personal' | 'groupChat' | 'channel';

/** A conversation, and how to reach it. */
export interface Place {
  /** Conversation id without `;messageid=`. */
  conversation: string;
  /** Root message of the thread in a channel; empty elsewhere. */
  thread: string;
  kind: PlaceKind;
  /** Host tenant of the conversation. */
  tenant: string;
  serviceUrl: string;
  bot: { id: string; naam: string };
  /** Team id of a channel; empty elsewhere. */
  team: string;
  /** A private or shared channel: only its own members read along. False when Teams does not tell. */
  isBesloten: boolean;
}

/** Something that happened in Teams, verified, without the rest of the envelope. */
export interface Incoming {
  activityId: string;
  /** Teams' own time of the act, UTC ISO. */
  at: string;
  /** When it came in here, ms of the monotonic clock. */
  receivedMs: number;
  from: Person;
  place: Place;
  what: Command | Attached | Press | Membership | Installed | FileAnswer;
}

/** A typed message, the mention of the bot stripped. */
export interface Command {
  kind: 'command';
  text: string;
}

/** A file, picture or recording, with what was typed beside it. */
export interface Attached {
  kind: 'attached';
  text: string;
  /** Those that can be fetched: a channel and a group chat give none. */
  files: readonly SentFile[];
}

/** A file as Teams tells of it. Hostile until fetched and looked at. */
export interface SentFile {
  /** As its owner called it; empty when Teams does not tell. */
  naam: string;
  adres: string;
  /** `vrij`: the address itself gives access; `eigen`: Teams keeps it, and asks for the token of the bot. */
  toegang: 'vrij' | 'eigen';
}

/**
 * What came of fetching a file. `te-groot`: more than we take; `elders`: at an address where nothing of Teams stands; `stil`: it
 * did not come.
 */
export type Fetched = { bytes: Uint8Array } | { reden: 'te-groot' | 'elders' | 'stil' };

/**
 * A button. `execute`, `open`, `save` and `quote` are answered in the HTTP response; `submit` is not. `quote`: in the menu of a
 * message, which anybody may have written, in a conversation that the bot need not be in.
 */
export interface Press {
  kind: 'press';
  via: 'execute' | 'submit' | 'open' | 'save' | 'quote';
  /**
   * Hostile: what the card sends back. Teams merges the data of the card and the inputs. Of a `quote` only `bericht`: what
   * the message says, empty when it has no text.
   */
  data: Readonly<Record<string, unknown>>;
  /** The message that holds the card; empty in a dialog and of a `quote`. */
  messageId: string;
  /** True when Teams asks by itself how a card looks for somebody: nobody pressed anything. */
  isAutomatic: boolean;
}

export interface Membership {
  kind: 'membership';
  added: Person[];
  removed: Person[];
}

/** The bot itself was added, or added again. */
export interface Installed {
  kind: 'installed';
}

/** What a person answered when a file was offered. */
export interface FileAnswer {
  kind: 'file';
  isAccepted: boolean;
  /** Hostile: what the card sends back. */
  context: Readonly<Record<string, unknown>>;
  /** Where Teams wants the file; undefined when the person declined. Hostile until checked. */
  upload: Upload | undefined;
  /** The message that offered it. */
  messageId: string;
}

/** A place in a person's OneDrive. */
interface Upload {
  uploadUrl: string;
  contentUrl: string;
  name: string;
  uniqueId: string;
  fileType: string;
}

export type Card = Readonly<Record<string, unknown>>;

/** What the person who acted gets back. `none` for `submit` and commands, which are answered by `send` and `update`. */
export type Answer =
  | { kind: 'none' }
  /** Replaces the card for the person who pressed. */
  | { kind: 'card'; card: Card }
  /** Opens or goes on with a dialog. */
  | { kind: 'dialog'; title: string; card: Card };

/** A file card that asks for consent, or tells where the file is. Teams draws both itself. */
export type FileCard =
  | { kind: 'consent'; naam: string; omschrijving: string; bytes: number; context: object }
  | { kind: 'info'; file: Upload };

export type Receive = (incoming: Incoming) => Promise<Answer>;

/** A message to send: a card or a text, never both (Teams would split them and give no id). */
export interface Message {
  card?: Card;
  /** In the place of a card. */
  file?: FileCard;
  text?: string;
  /** Plain text for notifications and the missed-activity mail. */
  summary?: string;
  /** Shown below the text; `url`: `data:image/png;base64,…`. `naam`: what it shows, for people who cannot see it. */
  image?: { url: string; naam: string };
  /** People mentioned; their `<at>naam</at>` stands in the card or text. */
  mentions?: readonly { teamsId: string; naam: string }[];
}

/** What became of one POST or PUT to Teams. Never thrown. */
export type Sent =
  | { kind: 'sent'; activityId: string }
  | { kind: 'not-sent'; retryAfterMs: number }
  | { kind: 'unknown' }
  | { kind: 'undeliverable'; reason: 'blocked' | 'gone' | 'refused' | 'too-big' | 'bug' };

export interface Teams {
  /** One POST. `thread` of the place decides between a reply (its id) and a new post (empty). */
  send(place: Place, message: Message): Promise<Sent>;
  /** One PUT on a message of ours. */
  update(place: Place, activityId: string, message: Message): Promise<Sent>;
  /** Both once more, for who can wait longer than a turn for the answer of Teams. */
  patiently: Pick<Teams, 'send' | 'update'>;
  /**
   * The conversation's members, all pages; channel members in a channel. `hidden`: Teams does not show them to us. Throws
   * when Teams does not answer.
   */
  members(place: Place): Promise<Person[] | 'hidden'>;
  /**
   * The same with where an invitation reaches each; asked anew each time, because addresses are kept nowhere. `hidden` also
   * when Teams does not answer soon.
   */
  addresses(place: Place): Promise<Reachable[] | 'hidden'>;
  /** Puts a file where Teams asked for it, once; false when it did not arrive or the address is not Microsoft's. */
  upload(uploadUrl: string, bytes: Uint8Array): Promise<boolean>;
  /** Fetches a file that somebody sent, of at most so many bytes. Never thrown. */
  download(file: SentFile, maxBytes: number): Promise<Fetched>;
  /** Opens the personal chat with somebody; undefined when that is not possible. */
  personal(place: Place, person: { teamsId: string; tenant: string }): Promise<Place | undefined>;
}
