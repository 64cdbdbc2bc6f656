import { randomUUID } from 'node:crypto';
import { Proxy, type Call, type Fate } from '../storage/proxy.ts';
import { between, chanceOf, sleep, type Chance } from './chance.ts';
import { Fleet } from './fleet.ts';
import { prepare, type Group, type Store } from './groups.ts';
import { insist, saves, STORED, type Line, type Pressed } from './presses.ts';
import { openStage } from './stage.ts';
import { CALM, type Teams, type Weather } from './teams.ts';
import { figuresOf, type Figures, type Happened, type Submit } from './figures.ts';

/** How hard it blows. */
export interface StormOptions {
  seed: number;
  /** Connection string of the tables. */
  azurite: string;
  instances: number;
  groups: number;
  peoplePerGroup: number;
  /** From the first reminder that is due to the last. */
  overMs: number;
  kills: number;
  freezes: number;
  /** An answer and a reminder may cross when they are so close; on a machine that does more at once it takes longer. */
  crossingMs: number;
  /** Says how far it is. */
  say?: (line: string) => void;
}

const WEATHER: Weather = {
  tooMany: 0.03,
  badGateway: 0.015,
  dropped: 0.015,
  fromMs: 100,
  toMs: 400,
};
/** Of all calls to storage; the first is only for what changes something. */
const STORAGE = { lost: 0.004, unsent: 0.002, unavailable: 0.02 };
const LEASE_MS = 5_000;
const SWEEP_MS = 1_000;
const FREEZE_MS = 6_000;
/** Before the first reminder is due. */
const CALM_BEFORE_MS = 3_000;
const ANSWERING = 0.4;
/** Of all people, at the least, who get a reminder: who answers first gets none. */
const LEAST_REMINDED = 0.55;
/** About what one reminder of a group takes, with opening the chat. */
const PER_PERSON_MS = 800;
/** Of the people who answer, sent to two instances at once. */
const TWICE = 0.3;
const BLOCKED = 0.01;
/** Longer than a lease and a sweep: what nobody took up by then is left. */
const QUIET_MS = 9_000;
const QUIET_LIMIT_MS = 180_000;

/** Reminders and answers through kills, freezes and faults of Teams and storage; what came of them. */
export async function storm(options: StormOptions): Promise<Figures> {
  const { seed, azurite, instances, overMs, say = () => undefined } = options;
  const chance = chanceOf(seed);
  const stage = await openStage(options);
  const { teams, store, now } = stage;
  const proxy = await new Proxy(azurite).open();
  const fleet = new Fleet(instances, {
    ...{ ...stage.around, connection: proxy.connectionString },
    ...{ leaseMs: LEASE_MS, sweepMs: SWEEP_MS },
    // Every killed instance counts for a while in the rate per tenant; the rate per thread stays as it is.
    pace: { perTenant: 1_000 },
  });
  try {
    const [groups] = await Promise.all([prepared(options, store, { chance, now }), fleet.open()]);
    const line: Line = { ports: () => fleet.ports(), bearer: await stage.bearer(), chance, now };
    const blocked = block(teams, chance, groups);
    const storage = spoil(proxy, chanceOf(seed + 2));
    teams.weather = WEATHER;
    const began = performance.now();
    say(`${groups.length * options.peoplePerGroup} reminders prepared`);

    const answering = groups.flatMap((group, nth) => answersIn(group, dueIn(options, nth), line));
    const isGoingOn = { value: true };
    const telling = tell(say, { fleet, teams, isGoingOn });
    await Promise.all([harm(fleet, { options, teams, chance }), sleep(CALM_BEFORE_MS + overMs)]);
    const submits = await Promise.all(answering);
    for (const { acked, last } of submits) if (acked === undefined) say(last.slice(0, 300));
    proxy.fate = () => 'pass';
    teams.weather = CALM;
    await quiet(store, groups, teams);
    isGoingOn.value = false;
    await telling;
    const seconds = (performance.now() - began) / 1_000;
    for (const [line, count] of fleet.logged) say(`logged ${count} times: ${line}`);
    const { crossingMs } = options;
    return await figuresOf({
      ...{ store, groups, submits, teams, fleet, storage, blocked, seconds, crossingMs },
    });
  } finally {
    await fleet.close();
    await Promise.all([proxy.close(), stage.close()]);
  }
}

/** When the nth group is reminded, ms after the start: evenly, so that there is always something to be hit. */
const dueIn = ({ groups, overMs }: StormOptions, nth: number) =>
  CALM_BEFORE_MS + (overMs * nth) / groups;

/** Preparing takes a while itself: the reminders count from its end. */
const PREPARING_MS = 250;

async function prepared(
  options: StormOptions,
  store: Store,
  { now }: { chance: Chance; now: (plus?: number) => string },
): Promise<Group[]> {
  const { groups, peoplePerGroup } = options;
  const begin = PREPARING_MS * groups;
  const made: Group[] = [];
  const started = performance.now();
  for (let nth = 0; nth < groups; nth++) {
    const ahead = begin - (performance.now() - started) + dueIn(options, nth);
    const remindAt = now(ahead);
    made.push(await prepare(store, peoplePerGroup, { now: now(), remindAt }));
  }
  await sleep(Math.max(0, begin - (performance.now() - started)));
  return made;
}

/** Some people's own chats take nothing. */
function block(teams: Teams, chance: Chance, groups: readonly Group[]): ReadonlySet<string> {
  const chosen = groups.flatMap(({ people }) => people).filter(() => chance() < BLOCKED);
  for (const { chat } of chosen) teams.fake.broken.set(chat, { status: 403 });
  return new Set(chosen.map(({ chat }) => chat));
}

function spoil(proxy: Proxy, chance: Chance): Happened['storage'] {
  const counted = { calls: 0, lost: 0, unsent: 0, unavailable: 0 };
  proxy.fate = ({ method, url }: Call): Fate => {
    proxy.calls.length = 0;
    counted.calls += 1;
    // Who starts must be able to: that is not what this is about.
    if (url.includes('/Tables')) return 'pass';
    const drawn = chance();
    const { lost, unsent, unavailable } = STORAGE;
    const fate =
      drawn < lost
        ? method === 'GET'
          ? 'pass'
          : 'lost'
        : drawn < lost + unsent
          ? 'unsent'
          : drawn < lost + unsent + unavailable
            ? 'unavailable'
            : 'pass';
    if (fate !== 'pass') counted[fate] += 1;
    return fate;
  };
  return counted;
}

/** The answers of one group: each at a moment around its reminders, some before and most while they go out. */
function answersIn(group: Group, dueMs: number, line: Line): Promise<Submit>[] {
  const { chance } = line;
  return group.people
    .filter(() => chance() < ANSWERING)
    .map(async (person) => {
      const text = `«${inLetters(randomUUID())}»`;
      const around = group.people.length * PER_PERSON_MS;
      await sleep(Math.max(0, dueMs + between(chance, -0.25 * around, around)));
      const wire = saves(group, person, text, line.now());
      const both = [wire, ...(chance() < TWICE ? [wire] : [])];
      const pressed = await Promise.all(both.map((one) => insist(line, one, STORED)));
      return { group, person, text, ...first(pressed) };
    });
}

/** Nine digits in a row may be somebody's citizen service number, and the bot asks about those. */
const inLetters = (id: string) => id.replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));

/** The earliest acknowledgement is what the person saw. */
function first(pressed: readonly Pressed[]): Pressed {
  const acked = pressed.flatMap((one) => one.acked ?? []);
  return {
    from: Math.min(...pressed.map(({ from }) => from)),
    acked: acked.length > 0 ? Math.min(...acked) : undefined,
    attempts: pressed.reduce((sum, { attempts }) => sum + attempts, 0),
    last: pressed.map(({ last }) => last).join(''),
  };
}

/**
 * Kills and freezes at random moments, evenly over the time and, on a machine that has more to do, over the sending: when
 * all were killed before most was sent, most would be sent in peace.
 */
async function harm(
  fleet: Fleet,
  { options, teams, chance }: { options: StormOptions; teams: Teams; chance: Chance },
): Promise<void> {
  const { kills, freezes, overMs, groups, peoplePerGroup } = options;
  const least = LEAST_REMINDED * groups * peoplePerGroup;
  const parts = (count: number) =>
    Array.from({ length: count }, (_, nth) => (nth + chance()) / count);
  const arrives = async (part: number) => {
    await sleep(CALM_BEFORE_MS + part * overMs);
    for (let waited = 0; teams.reminded < part * least && waited < 2 * overMs; waited += 100)
      await sleep(100);
  };
  await Promise.all([
    ...parts(kills).map(async (part) => {
      await arrives(part);
      while (!fleet.kill(chance)) await sleep(100);
    }),
    ...parts(freezes).map(async (part) => {
      await arrives(part);
      await fleet.freeze(chance, FREEZE_MS);
    }),
  ]);
}

/** Until nothing waits to be sent and nothing was sent for longer than a dead instance's lease lasts. */
async function quiet({ tables }: Store, groups: readonly Group[], teams: Teams): Promise<void> {
  const began = performance.now();
  for (;;) {
    const last = teams.arrivals.at(-1)?.at ?? 0;
    const isOver = performance.now() - began > QUIET_LIMIT_MS;
    if (isOver) return;
    if (performance.now() - Math.max(last, began) > QUIET_MS) {
      const waiting = await Promise.all(
        groups.map(({ id }) => tables.projecten.range(id, 'o_', 'o_~')),
      );
      if (waiting.flat().length === 0) return;
    }
    await sleep(500);
  }
}

async function tell(
  say: (line: string) => void,
  { fleet, teams, isGoingOn }: { fleet: Fleet; teams: Teams; isGoingOn: { value: boolean } },
): Promise<void> {
  for (let passed = 0; isGoingOn.value; passed++) {
    if (passed % 60 === 0)
      say(`${fleet.kills} kills, ${fleet.freezes} freezes, ${teams.arrivals.length} calls done`);
    await sleep(500);
  }
}
