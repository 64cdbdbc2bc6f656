import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  ingevuld,
  knoppenOp,
  standing,
  textOf,
  type AnyCard,
  type Antwoorden,
} from '../../support/voorbeeld/kaart.ts';
import { BOT, type Wire } from '../../support/activities.ts';
import type { FakeTeams, Sent } from '../../support/fake-teams.ts';
import { SERVICE_URL, TENANT } from '../../support/identity.ts';

/** Teams' own side of the line: any instance will do, and what got no answer is sent again. */
export interface Line {
  /** Addresses of the instances; they stay, also while one of them does not listen. */
  ports: readonly number[];
  /** `Authorization` header. */
  bearer: string;
}

/** What came of one activity. `status` 0: nobody answered. */
export interface Delivered {
  status: number;
  text: string;
  attempts: number;
}

/** Teams gives up on an answer after so long, and on the whole after so many times. */
const ANSWER_MS = 6_000;
const MAX_ATTEMPTS = 4;
const BETWEEN_MS = 150;

let turn = 0;

/** Sends an activity to the instances by turns; the same again, id and all, when there was no answer or a fault. */
export async function deliver({ ports, bearer }: Line, activity: Wire): Promise<Delivered> {
  const first = turn++;
  let last: Delivered = { status: 0, text: '', attempts: 0 };
  for (let attempts = 1; attempts <= MAX_ATTEMPTS; attempts++) {
    last = {
      ...(await post(ports[(first + attempts) % ports.length] ?? 0, bearer, activity)),
      attempts,
    };
    if (last.status !== 0 && last.status < 500) return last;
    await pause(BETWEEN_MS);
  }
  return last;
}

async function post(port: number, bearer: string, activity: Wire) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: bearer },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    return { status: response.status, text: await response.text() };
  } catch {
    return { status: 0, text: '' };
  }
}

/** A group chat of people with the bot. */
export interface Group {
  conversation: string;
  project: string;
  people: Person[];
}

export interface Person {
  naam: string;
  teamsId: string;
  oid: string;
}

/**
 * An instance that stops leaves what it had to send to the next sweep of another, at most 36 s later; what somebody looked at
 * just before it was stored is looked at again after a minute.
 */
const WAIT_MS = 110_000;

/** A new group chat in which somebody starts a project and opens step 2, through the door. Throws when that fails. */
export async function startGroup(line: Line, teams: FakeTeams, size: number): Promise<Group> {
  const id = randomUUID().slice(0, 8);
  const people = Array.from({ length: size }, (_, nth) => {
    const naam = `Deelnemer ${nth} van ${id}`;
    return { naam, teamsId: `29:${id}-${nth}`, oid: `oid-${id}-${nth}` };
  });
  const group: Group = { conversation: `19:${randomUUID()}@unq`, project: '', people };
  teams.rosters.set(group.conversation, people.map(accountOf));
  const [leider] = people;
  if (!leider) throw new Error('a group of nobody');
  const desk: Desk = { line, teams, group, leider, told: '' };

  const start = await types(desk, 'start', 'Project starten');
  await fills(desk, start, 'Project starten', {
    'Hoe heet het project?': `Proef ${id}`,
    'Wie is de opdrachtgever?': 'de burgemeester',
  });
  group.project = projectOn(await shown(desk, (card) => textOf(card).includes('Stap 1 van 6')));
  const step = await types(desk, 'volgende stap', 'Stap 2 starten');
  await fills(desk, step, 'Stap 2 starten', {});
  await shown(desk, (card) => textOf(card).includes('Stap 2 van 6'));
  return group;
}

interface Desk {
  line: Line;
  teams: FakeTeams;
  group: Group;
  leider: Person;
  /** The answer to the last press. */
  told: string;
}

/**
 * What people did once more: typed, because nothing came back (an answer whose sending has no known outcome is not repeated);
 * pressed, because they were asked to, with what they read.
 */
export const again = { typed: 0, pressed: [] as string[] };
const MAX_PRESSES = 4;
const AGAIN_MS = 12_000;
const PATIENCE_MS = 15_000;

/** Types, once more when nothing comes, and gives the card that comes back with this button. */
async function types(desk: Desk, text: string, button: string): Promise<AnyCard> {
  const has = (card: AnyCard) => knoppenOp(card).some(({ title }) => title === button);
  await typesOnce(desk, text);
  const found = await shown(desk, has, PATIENCE_MS).catch(() => undefined);
  if (found) return found;
  again.typed += 1;
  await typesOnce(desk, text);
  return shown(desk, has);
}

async function typesOnce(desk: Desk, text: string): Promise<void> {
  const said = `<at>${BOT.name}</at>&nbsp;${text}`;
  const entities = [{ type: 'mention', mentioned: BOT, text: `<at>${BOT.name}</at>` }];
  const { status } = await deliver(
    desk.line,
    activityOf(desk.group, desk.leider, {
      type: 'message',
      text: said,
      textFormat: 'plain',
      entities,
    }),
  );
  if (status !== 200) throw new Error(`typing "${text}" gave ${status}`);
}

/** Fills in a form in the conversation, or the dialog that it opens, and saves it. */
async function fills(
  desk: Desk,
  form: AnyCard,
  button: string,
  answers: Antwoorden,
): Promise<void> {
  const knop = knoppenOp(form).find(({ title }) => title === button);
  if (!knop) throw new Error(`no button "${button}" on:\n${textOf(form)}`);
  const data = { ...standing(form), ...ingevuld(form, answers), ...knop.data };
  const action = { type: 'Action.Execute', title: button, verb: knop.verb, data };
  const execute = {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action, trigger: 'manual' },
  };
  const submit = { type: 'message', value: data };
  for (let tries = 1; ; tries++) {
    const { status, text } = await deliver(
      desk.line,
      activityOf(desk.group, desk.leider, {
        ...(knop.type === 'Action.Execute' ? execute : submit),
        replyToId: form.messageId,
      }),
    );
    if (status !== 200) throw new Error(`"${button}" gave ${status}: ${text}`);
    desk.told = text;
    if (!/opnieuw/.test(text)) return;
    if (tries === MAX_PRESSES) throw new Error(`"${button}" was told: ${text}`);
    again.pressed.push(/"text":"([^"]*)"/.exec(text)?.[1] ?? text.slice(0, 80));
    await pause(AGAIN_MS);
  }
}

/** The newest card in the conversation that fits, as soon as there is one. */
async function shown(
  { teams, group, told }: Desk,
  fits: (card: AnyCard) => boolean,
  waitMs = WAIT_MS,
): Promise<AnyCard> {
  for (const end = performance.now() + waitMs; performance.now() < end;) {
    const here = teams.sent.filter(({ conversation }) => conversation === group.conversation);
    const found = here.map(cardOf).findLast(fits);
    if (found) return found;
    await pause(20);
  }
  throw new Error(`the card did not come; what one was told last: ${told}`);
}

/** The card of a message, as people see it. */
function cardOf({ activity, activityId }: Sent): AnyCard {
  const { attachments } = activity as { attachments?: { content?: Record<string, unknown> }[] };
  return { ...attachments?.[0]?.content, messageId: activityId };
}

function projectOn(card: AnyCard): string {
  for (const { data } of knoppenOp(card)) {
    const claim = data['_'] as { project?: string } | undefined;
    if (claim?.project) return claim.project;
  }
  throw new Error('a live card without a project');
}

/** The form of a problem, saved in a dialog; its text tells it from every other. */
export const savesProblem = (group: Group, person: Person, text: string): Wire =>
  activityOf(group, person, {
    type: 'invoke',
    name: 'task/submit',
    value: {
      data: {
        ...{ omschrijving: text, kans: 'hoog', gevolgen: 'personen', prioriteit: 'hoog' },
        _: {
          ...{ verb: 'probleem.doorgeven', op: 'bewaar', project: group.project },
          ...{ nonce: randomUUID(), args: {}, rev: 0, van: '', kaart: '', extra: '' },
        },
      },
      context: { theme: 'default' },
    },
  });

/** The envelope that all activities of a group chat share. */
export const activityOf = ({ conversation }: Group, person: Person, fields: Wire): Wire => ({
  ...{ id: randomUUID(), timestamp: new Date().toISOString(), channelId: 'msteams' },
  ...{ serviceUrl: SERVICE_URL, recipient: BOT, locale: 'nl-NL', from: accountOf(person) },
  conversation: {
    ...{ id: conversation, conversationType: 'groupChat', isGroup: true, tenantId: TENANT },
  },
  channelData: { tenant: { id: TENANT } },
  ...fields,
});

const accountOf = ({ naam, teamsId, oid }: Person) => ({
  ...{ id: teamsId, name: naam, aadObjectId: oid, tenantId: TENANT, userRole: 'user' },
});
