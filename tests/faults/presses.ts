import { randomUUID } from 'node:crypto';
import { BOT, type Wire } from '../../support/activities.ts';
import { SERVICE_URL, TENANT } from '../../support/identity.ts';
import { between, pick, sleep, type Chance } from './chance.ts';
import type { Group, Person } from './groups.ts';

/** A form that is saved, as Teams sends it; the text tells it from every other. */
export const saves = (group: Group, person: Person, text: string, at: string): Wire =>
  press(group, person, at, {
    ...{ omschrijving: text, kans: 'hoog', gevolgen: 'personen', prioriteit: 'hoog' },
    _: { ...claim(group, 'probleem.doorgeven'), op: 'bewaar' },
  });

/** A button of the live card. */
export const taps = (group: Group, person: Person, verb: string, at: string): Wire =>
  press(group, person, at, { _: { ...claim(group, verb), op: 'doe', kaart: 'probleem' } });

const claim = ({ id }: Group, verb: string) => ({
  ...{ verb, project: id, nonce: randomUUID(), args: {} },
  ...{ rev: 0, van: '', kaart: '', extra: '' },
});

const press = (group: Group, { naam, teamsId, oid }: Person, at: string, data: Wire): Wire => ({
  ...{ type: 'invoke', name: 'adaptiveCard/action', id: randomUUID(), timestamp: at },
  ...{ channelId: 'msteams', serviceUrl: SERVICE_URL, recipient: BOT, locale: 'nl-NL' },
  from: { id: teamsId, name: naam, aadObjectId: oid, tenantId: TENANT, userRole: 'user' },
  conversation: {
    ...{ conversationType: 'groupChat', isGroup: true, id: group.conversation, tenantId: TENANT },
  },
  channelData: { tenant: { id: TENANT } },
  value: { action: { type: 'Action.Execute', title: '', verb: '', data }, trigger: 'manual' },
  replyToId: '1',
});

/** What the people's side of Teams needs. */
export interface Line {
  ports: () => number[];
  bearer: string;
  chance: Chance;
  /** The bot's time, UTC. */
  now: () => string;
}

/** What became of a press that was repeated until it was told to be done. */
export interface Pressed {
  /** When it was sent first, and when the answer said that it is stored, on the clock of the test, ms. */
  from: number;
  acked: number | undefined;
  attempts: number;
  /** What the last answer said. */
  last: string;
}

/** Teams gives up on an answer after so long. */
const ANSWER_MS = 6_000;
const MAX_ATTEMPTS = 25;

/**
 * Sends a press to any instance, again and again until it is answered with `done`. As Teams does it: twice the same, then
 * under a new id and with a new time; after four the person presses again.
 */
export async function insist(line: Line, wire: Wire, done: RegExp): Promise<Pressed> {
  const from = performance.now();
  let last = '';
  for (let attempts = 1; attempts <= MAX_ATTEMPTS; attempts++) {
    const same = attempts % 4 === 1 || attempts % 4 === 2;
    const sent = same ? wire : { ...wire, id: randomUUID(), timestamp: line.now() };
    last = await post(line, sent);
    if (done.test(last)) return { from, acked: performance.now(), attempts, last };
    await sleep(between(line.chance, 200, 1_000));
  }
  return { from, acked: undefined, attempts: MAX_ATTEMPTS, last };
}

/** The answer of one instance; empty when it gave none. */
async function post({ ports, bearer, chance }: Line, wire: Wire): Promise<string> {
  const port = pick(chance, ports());
  if (port === undefined) return '';
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: bearer },
      body: JSON.stringify(wire),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    return response.status === 200 ? await response.text() : '';
  } catch {
    return '';
  }
}

/** "Opgeslagen." and nothing that says the contrary. */
export const STORED = /"Opgeslagen\./;

/** The buttons of the live card that change how many have answered, and what they answer. */
export const REACTIONS = ['probleem.niets', 'probleem.tochwel'] as const;
export const REACTED =
  /Ik heb genoteerd dat je niets|Je hebt al gereageerd|Je kunt weer een probleem/;
