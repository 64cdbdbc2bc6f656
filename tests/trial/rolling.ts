import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { FakeTeams } from '../../support/fake-teams.ts';
import { shows, type Figures } from '../faults/figures.ts';
import { STORED } from '../faults/presses.ts';
import { deliver, savesProblem, startGroup, again, type Delivered, type Group } from './people.ts';
import type { Stage } from './stage.ts';

export interface RollingOptions {
  /** Each of the instances once, one after the other. */
  restarts: number;
  /** In each group. */
  people: number;
  /** Problems that people hand in, together. */
  perSecond: number;
  say?: (line: string) => void;
}

/** What one person handed in. */
interface Submit {
  group: Group;
  text: string;
  delivered: Delivered;
  /** How often the person pressed. */
  pressed: number;
  /** Until it was answered, all attempts together, ms. */
  ms: number;
}

/** People hand in to the groups that started last. */
const ACTIVE_GROUPS = 3;
/** Told that it was too busy to store it, or that it is not known whether it was. */
const DRUK =
  /nog niet opgeslagen.*Probeer het zo opnieuw|nog niet of dit is opgeslagen.*probeer het opnieuw/s;
const MAX_PRESSES = 15;
const AGAIN_MS = 1_000;
/** After so long an instance ends itself by force. */
export const STOP_MS = 10_000;
const CARD_MS = 45_000;

/**
 * People hand in problems at a steady rate and groups start, while the instances are restarted one after the other, as
 * an update does it. What came of it, with what was promised (risk R46).
 */
export async function rolling(
  stage: Stage,
  { restarts, people, perSecond, say = () => undefined }: RollingOptions,
): Promise<Figures> {
  const { line, outside } = stage;
  const began = performance.now();
  const groups = [await startGroup(line, outside.teams, people)];
  const load = startLoad(stage, () => groups.slice(-ACTIVE_GROUPS), 1_000 / perSecond);
  try {
    for (let round = 1; round <= restarts; round++) {
      const [group] = await Promise.all([
        startGroup(line, outside.teams, people),
        stage.restart(0),
      ]);
      groups.push(group);
      const { stopMs, readyMs = 0 } = await stage.restart(1);
      say(
        `restart ${round}: stopped in ${Math.round(stopMs)} ms, ready in ${Math.round(readyMs)} ms`,
      );
    }
  } finally {
    load.stop();
  }
  const submits = await load.submits();
  const seconds = (performance.now() - began) / 1_000;
  const wrongCards = await cardsThatDiffer(stage, groups);
  const rssMb = stage.instances().map((instance) => instance.rssMb());
  await stage.stop();
  return [
    { name: 'rolling restarts, each of two instances', value: restarts },
    { name: 'seconds', value: Math.round(seconds) },
    { name: 'groups that started meanwhile', value: restarts },
    { name: 'typed once more, because no answer came', value: again.typed },
    { name: 'pressed once more, because one was asked to', value: again.pressed.join(', ') || 0 },
    ...(await ofSubmits(stage, groups, submits)),
    ...ofMessages(outside.teams, groups),
    { name: 'live cards that differ from the log', value: wrongCards, most: 0 },
    { name: 'calls to Teams or storage without a token', value: outside.strangers.length, most: 0 },
    ...ofInstances(stage),
    { name: 'resident memory at the end, MB', value: rssMb.join(' / ') },
  ];
}

/** Teams itself says that it went wrong when nothing came back, or a fault. */
const isToPressAgain = ({ status, text }: Delivered) =>
  status === 0 || status >= 500 || DRUK.test(text);

/** More people than this do not press at the same moment, however slow the machine is. */
const MAX_UNDERWAY = 60;

/** Somebody hands in every so many ms, whoever is next; nobody waits for the one before. */
function startLoad({ line }: Stage, groupsNow: () => readonly Group[], everyMs: number) {
  const underway: Promise<Submit>[] = [];
  const load = { isOver: false };
  const handIn = async (nth: number): Promise<Submit> => {
    const groups = groupsNow();
    const group = groups[nth % groups.length];
    const person = group?.people[Math.floor(nth / groups.length) % group.people.length];
    if (!group || !person) throw new Error('nobody is there');
    const text = `Melding ${nth} van ${group.project.slice(2, 10)}.`;
    const from = performance.now();
    const activity = savesProblem(group, person, text);
    let delivered = await deliver(line, activity);
    // Told that it was too busy to store it, or that it went wrong: the text still stands there, and they press again.
    let pressed = 1;
    for (; isToPressAgain(delivered) && pressed < MAX_PRESSES; pressed++) {
      await pause(AGAIN_MS);
      delivered = await deliver(line, { ...activity, id: randomUUID() });
    }
    return { group, text, delivered, pressed, ms: performance.now() - from };
  };
  const running = (async () => {
    let busy = 0;
    for (let nth = 0; !load.isOver; nth++) {
      busy += 1;
      underway.push(handIn(nth).finally(() => (busy -= 1)));
      await pause(everyMs);
      while (busy >= MAX_UNDERWAY) await pause(everyMs);
    }
  })();
  return {
    stop: () => void (load.isOver = true),
    submits: async () => {
      await running;
      return Promise.all(underway);
    },
  };
}

async function ofSubmits(
  { log }: Stage,
  groups: readonly Group[],
  submits: readonly Submit[],
): Promise<Figures> {
  const stored = new Map<string, number>();
  for (const { project } of groups) {
    for (const { kind, texts } of await log.events(project)) {
      const text = texts?.['omschrijving'];
      if (kind === 'probleem' && text) stored.set(text, (stored.get(text) ?? 0) + 1);
    }
  }
  const isTold = ({ delivered }: Submit) => delivered.status === 200 && STORED.test(delivered.text);
  const told = submits.filter(isTold);
  const times = told.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (part: number) => Math.round(times[Math.floor((times.length - 1) * part)] ?? 0);
  return [
    { name: 'problems handed in', value: submits.length },
    { name: 'sent again', value: submits.filter(({ delivered }) => delivered.attempts > 1).length },
    {
      name: 'pressed again, told that it was too busy or went wrong',
      value: submits.filter(({ pressed }) => pressed > 1).length,
    },
    {
      name: '**not stored after the client’s retry**',
      value: submits.length - told.length,
      most: 0,
    },
    { name: 'what those were told', value: toldOtherwise(submits.filter((one) => !isTold(one))) },
    {
      name: '**told to be stored, and not in the log once**',
      value: told.filter(({ text }) => stored.get(text) !== 1).length,
      most: 0,
    },
    {
      name: '**in the log more than once, or never handed in**',
      value: [...stored].filter(
        ([text, count]) => count > 1 || !submits.some((one) => one.text === text),
      ).length,
      most: 0,
    },
    { name: 'until the answer: half / 95 % / all, ms', value: [0.5, 0.95, 1].map(at).join(' / ') },
  ];
}

/** The first thing one reads in each other answer, and how often. */
function toldOtherwise(submits: readonly Submit[]): string {
  const first = submits.map(
    ({ delivered: { status, text } }) => /"text":"([^"]*)"/.exec(text)?.[1] ?? `status ${status}`,
  );
  return [...new Set(first)]
    .map((one) => `${first.filter((other) => other === one).length}x ${one}`)
    .join(', ');
}

/** A group gets one live card of each step it opened; nothing is said twice. */
function ofMessages({ sent }: FakeTeams, groups: readonly Group[]): Figures {
  const posts = sent.filter(({ method }) => method === 'POST');
  const times = groups.flatMap(({ conversation }) => {
    const here = posts.filter((one) => one.conversation === conversation);
    const titles = here.map(({ activity }) => String((activity as { summary?: string }).summary));
    return {
      missing: STEPS.filter((step) => !titles.some((title) => title.includes(step))).length,
      twice: titles.length - new Set(titles).size,
    };
  });
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  return [
    { name: 'messages posted', value: posts.length },
    {
      name: '**live cards that never came**',
      value: sum(times.map(({ missing }) => missing)),
      most: 0,
    },
    { name: '**messages sent twice**', value: sum(times.map(({ twice }) => twice)), most: 0 },
  ];
}

const STEPS = [', stap 1. ', ', stap 2. '];

function ofInstances(stage: Stage): Figures {
  const { ended } = stage;
  const lines = stage.said().split('\n');
  const errors = lines.filter((line) => /"level":[56]0/.test(line));
  const between = (times: readonly number[]) =>
    `${Math.round(Math.min(...times))} - ${Math.round(Math.max(...times))}`;
  return [
    { name: 'instances stopped', value: ended.length },
    {
      name: '**ended with another code than 0**',
      value: ended.filter(({ code }) => code !== 0).length,
      most: 0,
    },
    {
      name: '**took longer than 10 s to stop**',
      value: ended.filter(({ stopMs }) => stopMs > STOP_MS).length,
      most: 0,
    },
    { name: 'until it had stopped, ms', value: between(ended.map(({ stopMs }) => stopMs)) },
    {
      name: 'until it was ready, ms',
      value: between(ended.flatMap(({ readyMs }) => readyMs ?? [])),
    },
    { name: 'errors in the log', value: errors.length, most: 0 },
    {
      name: 'lines of the log with a token or what somebody wrote',
      value: lines.filter((line) => /eyJ|Melding|Deelnemer|Proef/.test(line)).length,
      most: 0,
    },
  ];
}

/** Once everything that had to be sent is sent. */
async function cardsThatDiffer(
  { log, outside: { teams } }: Stage,
  groups: readonly Group[],
): Promise<number> {
  let wrong = [...groups];
  for (const end = performance.now() + CARD_MS; wrong.length > 0 && performance.now() < end;) {
    const arrivals = teams.sent.map(({ method, conversation, activityId, activity }) => ({
      ...{ at: 0, method, conversation, activityId, said: JSON.stringify(activity) },
    }));
    const left: Group[] = [];
    for (const group of wrong) {
      const [card, state] = await Promise.all([
        log.posted(group.project, 'probleem'),
        log.read(group.project),
      ]);
      if (!card || !state || !shows(arrivals, card.activityId, state.project)) left.push(group);
    }
    wrong = left;
    if (wrong.length > 0) await pause(250);
  }
  return wrong.length;
}
