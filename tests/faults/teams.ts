import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startFakeTeams, type FakeTeams } from '../../support/fake-teams.ts';
import { between, sleep, type Chance } from './chance.ts';

/** A message or update that Teams took. */
export interface Arrival {
  /** On the clock of the test, ms. */
  at: number;
  method: string;
  conversation: string;
  /** What people read and who is mentioned, as JSON. */
  said: string;
  /** Of an update: the message that it changes. */
  activityId: string;
}

/** How often out of all calls something goes wrong, and how long Teams takes, ms. */
export interface Weather {
  tooMany: number;
  badGateway: number;
  dropped: number;
  fromMs: number;
  toMs: number;
}

export const CALM: Weather = { tooMany: 0, badGateway: 0, dropped: 0, fromMs: 5, toMs: 20 };

const DONE_ALL_THE_SAME = 0.7;

/** What Teams documents that it takes in one conversation. */
const PER_SECOND = 7;
const PER_30_SECONDS = 60;

interface Call {
  method: string;
  conversation: string;
  activityId: string;
  isMessage: boolean;
}

/** The fake Teams behind a line on which calls are slow, refused, or lost before or after they were done. */
export class Teams {
  readonly arrivals: Arrival[] = [];
  weather: Weather = CALM;
  readonly counted = { tooMany: 0, unknown: 0, unknownOthers: 0, overRate: 0 };
  /** Messages that neither arrived nor were clearly refused, by conversation: each at most once, see `goesWrong`. */
  readonly missed = new Set<string>();
  readonly calls = new Map<string, number[]>();
  readonly chance: Chance;
  readonly fake: FakeTeams;
  url = '';
  /** Messages in people's own chats. */
  reminded = 0;
  readonly #server = createServer((request, response) => {
    void this.#take(request, response).catch(() => response.destroy());
  });

  constructor(fake: FakeTeams, chance: Chance) {
    this.fake = fake;
    this.chance = chance;
  }

  static async open(chance: Chance): Promise<Teams> {
    const teams = new Teams(await startFakeTeams(), chance);
    await new Promise<void>((opened) => teams.#server.listen(0, '127.0.0.1', opened));
    teams.url = `http://127.0.0.1:${(teams.#server.address() as AddressInfo).port}`;
    return teams;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
    await this.fake.close();
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString();
    const call = callOf(request);
    if (!this.#isWithinRate(call)) return this.#refuse(response);
    const wrong = this.#goesWrong(call);
    if (wrong === 'tooMany') return this.#refuse(response);
    const isDone = wrong === undefined || wrong.isDone;
    const answer = isDone ? await this.#do(request, call, body) : undefined;
    await sleep(between(this.chance, this.weather.fromMs, this.weather.toMs));
    if (wrong?.how === 'dropped') return void request.socket.destroy();
    response.writeHead(wrong ? 502 : (answer?.status ?? 500), {
      'Content-Type': 'application/json',
    });
    response.end(wrong ? '' : answer?.text);
  }

  #refuse(response: ServerResponse): void {
    this.counted.tooMany += 1;
    response.writeHead(429, { 'Retry-After': '1' }).end();
  }

  /**
   * Of what gives no usable answer most was done all the same. For one conversation only once it was not: a message is
   * sent at most twice, so that two such losses in a row end it as `onbekend`, and that is promised so.
   */
  #goesWrong(
    call: Call,
  ): { how: 'badGateway' | 'dropped'; isDone: boolean } | 'tooMany' | undefined {
    const { tooMany, badGateway, dropped } = this.weather;
    const drawn = this.chance();
    if (drawn < tooMany) return 'tooMany';
    if (drawn >= tooMany + badGateway + dropped) return undefined;
    const isDone = this.chance() < DONE_ALL_THE_SAME || this.missed.has(call.conversation);
    if (!isDone && call.isMessage) this.missed.add(call.conversation);
    this.counted[call.isMessage ? 'unknown' : 'unknownOthers'] += 1;
    return { how: drawn < tooMany + badGateway ? 'badGateway' : 'dropped', isDone };
  }

  /** Counts the calls of a conversation, and refuses what Teams would refuse. */
  #isWithinRate({ conversation }: Call): boolean {
    if (conversation === '') return true;
    const now = performance.now();
    const before = (this.calls.get(conversation) ?? []).filter((at) => at > now - 30_000);
    const isOver =
      before.length >= PER_30_SECONDS ||
      before.filter((at) => at > now - 1_000).length >= PER_SECOND;
    if (isOver) this.counted.overRate += 1;
    else this.calls.set(conversation, [...before, now]);
    return !isOver;
  }

  async #do({ url = '', method = '' }: IncomingMessage, call: Call, body: string) {
    const at = performance.now();
    const headers = { 'Content-Type': 'application/json' };
    const sent = await fetch(this.fake.serviceUrl + url, {
      method,
      headers,
      ...(method !== 'GET' && { body }),
    });
    const text = await sent.text();
    if (sent.ok && call.conversation !== '') {
      const { conversation } = call;
      const { id = '' } = JSON.parse(text) as { id?: string };
      if (call.isMessage && conversation.startsWith('a:')) this.reminded += 1;
      this.arrivals.push({ at, method, conversation, said: body, activityId: id });
    }
    return { status: sent.status, text };
  }
}

function callOf({ method = '', url = '' }: IncomingMessage): Call {
  const path = (url.split('/v3/')[1] ?? '').split('?')[0] ?? '';
  const [, conversation = '', what = '', activityId = ''] = path.split('/');
  const isToConversation = what === 'activities';
  return {
    method,
    conversation: isToConversation ? decodeURIComponent(conversation) : '',
    activityId,
    isMessage: isToConversation && method === 'POST',
  };
}
