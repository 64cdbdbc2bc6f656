import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Transport } from '../src/teams/out/calls.ts';

/** A message as Teams got it. */
export interface Sent {
  method: 'POST' | 'PUT';
  /** Conversation id without `;messageid=`. */
  conversation: string;
  /** The thread it stands in; of a new post its own. Empty outside channels. */
  thread: string;
  activityId: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into cards of any shape
  activity: any;
}

/** A file as a person's OneDrive got it. */
interface Uploaded {
  method: string;
  address: string;
  authorization: string | undefined;
  range: string | undefined;
  bytes: Buffer;
}

/** A file that stands somewhere, by its whole address. */
interface Standing {
  bytes?: Buffer;
  /** 200 unless said otherwise. */
  status?: number;
  headers?: Record<string, string>;
}

/** A file that was asked for. */
interface Fetched {
  address: string;
  authorization: string | undefined;
}

/** One request, also when it failed. */
interface Asked {
  method: string;
  path: string;
  authorization: string | undefined;
  /** Who asked did not wait for the answer. */
  isGivenUp: boolean;
}

interface Member {
  id: string;
  name: string;
  aadObjectId?: string;
  tenantId?: string;
  userRole?: string;
  email?: string;
  userPrincipalName?: string;
}

/**
 * How a request fails. `drop: 'after'` and `slowMs`: Teams did it, but the answer is lost or late; `lateMs`: it does it
 * only then; `meanwhile`: this happens before Teams does it.
 */
export type Fault =
  | { status: number; headers?: Record<string, string>; body?: unknown }
  | { drop: 'before' | 'after' }
  | { slowMs: number }
  | { lateMs: number }
  | { meanwhile: () => Promise<unknown> };

export interface FakeTeams {
  /** All messages in the order in which Teams got them. */
  sent: Sent[];
  asked: Asked[];
  /** Files that were put at an upload address. */
  uploads: Uploaded[];
  /** Files that stand at an address, of Teams or of anybody else. */
  files: Map<string, Standing>;
  /** Those that were asked for. */
  fetched: Fetched[];
  /** Members per conversation. */
  rosters: Map<string, Member[]>;
  /** Permanent faults of a conversation: the bot was blocked, or the chat is gone. */
  broken: Map<string, Fault>;
  /** Permanent faults of rosters: Teams does not tell who is in that conversation. */
  hidden: Map<string, Fault>;
  /** Permanent faults of updates of one message, by its id: it was deleted, and Teams does not say so. */
  refusesUpdatesOf: Map<string, Fault>;
  /** The next updates fail with these, one each: of any message, and of messages in one conversation. */
  updatesFail: Fault[];
  updatesFailIn: Map<string, Fault[]>;
  /** The next requests fail with these, one each. */
  failNext(...faults: Fault[]): void;
  /** Takes calls to any address, so that a serviceUrl can stay that of Teams. */
  transport: Transport;
  /** For local mode, where the serviceUrl is the Playground's own. */
  serviceUrl: string;
  close(): Promise<void>;
}

/** Teams' side of the connector API, on this machine. */
export async function startFakeTeams(): Promise<FakeTeams> {
  const teams = {
    sent: [] as Sent[],
    asked: [] as Asked[],
    uploads: [] as Uploaded[],
    files: new Map<string, Standing>(),
    fetched: [] as Fetched[],
    rosters: new Map(),
    broken: new Map(),
    hidden: new Map<string, Fault>(),
    refusesUpdatesOf: new Map<string, Fault>(),
    updatesFail: [] as Fault[],
    updatesFailIn: new Map<string, Fault[]>(),
  };
  const coming: Fault[] = [];
  const desk = createDesk(teams);
  const server = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy());
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    if (url.startsWith(FILE)) return give(request, response);
    if (url.startsWith(ONEDRIVE)) return take(request, response);
    const [path = '', query] = url.split('/v3/')[1]?.split('?') ?? [];
    const asked = { method, path, authorization: headers.authorization, isGivenUp: false };
    teams.asked.push(asked);
    response.once('close', () => (asked.isGivenUp = !response.writableEnded));
    const fault = coming.shift() ?? ownFault(method, path) ?? desk.faultOf(path);
    if (fault && 'drop' in fault && fault.drop === 'before') return void request.socket.destroy();
    if (fault && 'status' in fault)
      return answer(response, fault.status, fault.body, fault.headers);
    const given = await jsonOf(request);
    if (fault && 'lateMs' in fault) await sleep(fault.lateMs);
    if (fault && 'meanwhile' in fault) await fault.meanwhile();
    const [status, body] = desk.do(method, path, new URLSearchParams(query), given);
    if (fault && 'drop' in fault) return void request.socket.destroy();
    if (fault && 'slowMs' in fault) await sleep(fault.slowMs);
    answer(response, status, body);
  }

  function ownFault(method: string, path: string): Fault | undefined {
    const [, conversation = '', , activityId = ''] = path.split('/').map(decodeURIComponent);
    const [id = ''] = conversation.split(';messageid=');
    if (method === 'GET') return teams.hidden.get(id);
    if (method !== 'PUT') return undefined;
    return (
      teams.refusesUpdatesOf.get(activityId) ??
      teams.updatesFailIn.get(id)?.shift() ??
      teams.updatesFail.shift()
    );
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    const bytes = await bytesOf(request);
    const { authorization, 'content-range': range } = headers;
    const address = url.slice(ONEDRIVE.length);
    teams.uploads.push({ method, address, authorization, range, bytes });
    const fault = coming.shift();
    if (fault && 'status' in fault)
      return answer(response, fault.status, fault.body, fault.headers);
    answer(response, 201, { id: 'file' });
  }

  function give({ url = '', headers }: IncomingMessage, response: ServerResponse): void {
    const address = decodeURIComponent(url.slice(FILE.length));
    teams.fetched.push({ address, authorization: headers.authorization });
    const {
      bytes = Buffer.alloc(0),
      status = 200,
      headers: more = {},
    } = teams.files.get(address) ?? {};
    response.writeHead(status, { 'Content-Type': 'application/octet-stream', ...more });
    response.end(bytes);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...teams,
    failNext: (...faults) => void coming.push(...faults),
    transport: (url, init) => {
      if (teams.files.has(url)) return fetch(base + FILE + encodeURIComponent(url), init);
      const { hostname, pathname, search } = new URL(url);
      const where = hostname.endsWith('.sharepoint.com') ? `${ONEDRIVE}/${hostname}` : '';
      return fetch(base + where + pathname + search, init);
    },
    serviceUrl: `${base}/_connector`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Where files are asked for here; the whole address follows. */
const FILE = '/_file/';
/** Where calls to OneDrive arrive here; the host follows. */
const ONEDRIVE = '/_onedrive';

type Result = [status: number, body?: unknown];

interface NewConversation {
  isGroup: boolean;
  members: Member[];
  channelData: { channel: { id: string } };
  activity: unknown;
}

/** What Teams does with a request that succeeds. */
function createDesk({ sent, rosters, broken }: Pick<FakeTeams, 'sent' | 'rosters' | 'broken'>) {
  let last = 1_700_000_000_000;
  const conversationIn = (path: string) => decodeURIComponent(path.split('/')[1] ?? '');

  function post(id: string, activity: unknown): Result {
    const [conversation = '', thread = ''] = id.split(';messageid=');
    const activityId = `${++last}`;
    sent.push({ method: 'POST', conversation, thread, activityId, activity });
    return [201, { id: activityId }];
  }

  function put(id: string, activityId: string, activity: unknown): Result {
    const [conversation = '', thread = ''] = id.split(';messageid=');
    const isThere = sent.some(
      (one) => one.activityId === activityId && one.conversation === conversation,
    );
    if (!isThere) return [404, { error: { code: 'ActivityNotFoundInConversation' } }];
    sent.push({ method: 'PUT', conversation, thread, activityId, activity });
    return [200, { id: activityId }];
  }

  function create({ isGroup, members, channelData, activity }: NewConversation): Result {
    if (!isGroup) return [201, { id: personalChat(members[0]?.id ?? '') }];
    const channel = channelData.channel.id;
    const activityId = `${++last}`;
    sent.push({
      method: 'POST',
      conversation: channel,
      thread: activityId,
      activityId,
      activity,
    });
    return [201, { id: `${channel};messageid=${activityId}`, activityId }];
  }

  function members(id: string, query: URLSearchParams): Result {
    const everybody = rosters.get(id);
    if (!everybody) return [404, { error: { code: 'ConversationNotFound' } }];
    const size = Math.min(Math.max(Number(query.get('pageSize') ?? 50), 50), 500);
    const start = Number(query.get('continuationToken') ?? 0);
    const more = start + size < everybody.length && { continuationToken: `${start + size}` };
    return [200, { members: everybody.slice(start, start + size), ...more }];
  }

  return {
    faultOf: (path: string) => broken.get(conversationIn(path).split(';messageid=')[0] ?? ''),
    do: (method: string, path: string, query: URLSearchParams, body: unknown): Result => {
      const [, , what, activityId = ''] = path.split('/');
      const id = conversationIn(path);
      if (method === 'POST' && path === 'conversations') return create(body as NewConversation);
      if (method === 'POST' && what === 'activities') return post(id, body);
      if (method === 'PUT' && what === 'activities')
        return put(id, decodeURIComponent(activityId), body);
      if (method === 'GET' && what === 'pagedmembers') return members(id, query);
      return [404, { error: { code: 'NotFound' } }];
    },
  };
}

/** The id of a person's own chat with the bot. */
export const personalChat = (teamsId: string) => `a:${teamsId}`;

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const bytes = await bytesOf(request);
  return bytes.length > 0 ? JSON.parse(bytes.toString('utf8')) : undefined;
}

function answer(response: ServerResponse, status: number, body?: unknown, headers = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(body === undefined ? '' : JSON.stringify(body));
}
