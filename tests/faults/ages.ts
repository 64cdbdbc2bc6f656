import { plusMs } from '../../src/process/taal/time.ts';
import { between, chanceOf, pick, sleep, type Chance } from './chance.ts';
import { shows, type Figures } from './figures.ts';
import { Fleet } from './fleet.ts';
import { prepare, type Group, type Store } from './groups.ts';
import { insist, REACTED, REACTIONS, taps, type Line } from './presses.ts';
import { openStage } from './stage.ts';
import type { Teams } from './teams.ts';

export interface AgeOptions {
  seed: number;
  /** Connection string of the tables. */
  azurite: string;
  /** How long one after another is killed. */
  seconds: number;
  groups: number;
  peoplePerGroup: number;
  say?: (line: string) => void;
}

/** Between two kills. */
const KILL_MS = [5_000, 8_000] as const;
/** Between two people of a group who press. */
const PRESS_MS = [6_000, 14_000] as const;
const LOOK_MS = 500;
/** An old card is what somebody looks at: no older than this. */
const MOST_SECONDS = 180;
/** After the last kill. */
const CALM_MS = 240_000;
const WEATHER = { tooMany: 0, badGateway: 0, dropped: 0, fromMs: 100, toMs: 400 };

/** How old live cards get while people press, reminders go out, and one instance after another is killed. */
export async function ages(options: AgeOptions): Promise<Figures> {
  const { seed, seconds, groups, peoplePerGroup, say = () => undefined } = options;
  const chance = chanceOf(seed);
  const stage = await openStage(options);
  const { teams, store, now } = stage;
  // The pace, the lease and the sweep are those of production.
  const fleet = new Fleet(2, { ...stage.around, sweepMs: 30_000 });
  try {
    const made: Group[] = [];
    for (let nth = 0; nth < groups; nth++) {
      // Their rounds of personal messages follow each other, so that there is always one to be broken off.
      const remindAt = plusMs(now(), 15_000 + (1_000 * seconds * nth) / groups);
      made.push(await prepare(store, peoplePerGroup, { now: now(), remindAt }));
    }
    await fleet.open();
    const line: Line = { ports: () => fleet.ports(), bearer: await stage.bearer(), chance, now };
    teams.weather = WEATHER;
    const until = performance.now() + 1_000 * seconds;
    const watched = made.map((group) => watch({ store, teams }, group, until));
    const pressed = made.map((group) => pressing(line, group, until));
    await kill(fleet, chance, until);
    say(`${fleet.kills} kills done`);
    const clicks = (await Promise.all(pressed)).flat();
    return tell(await Promise.all(watched), { fleet, teams, clicks, seconds });
  } finally {
    await fleet.close();
    await stage.close();
  }
}

async function kill(fleet: Fleet, chance: Chance, until: number): Promise<void> {
  while (performance.now() < until) {
    await sleep(between(chance, ...KILL_MS));
    while (!fleet.kill(chance)) await sleep(100);
  }
}

/** True for each press that was acknowledged. */
async function pressing(line: Line, group: Group, until: number): Promise<boolean[]> {
  const acked: boolean[] = [];
  while (performance.now() < until) {
    await sleep(between(line.chance, ...PRESS_MS));
    const person = pick(line.chance, group.people.slice(1));
    const verb = pick(line.chance, REACTIONS);
    if (!person || !verb) continue;
    const tap = taps(group, person, verb, line.now());
    acked.push((await insist(line, tap, REACTED)).acked !== undefined);
  }
  return acked;
}

/** How long the card of a group was old at the longest, ms; Infinity when it stayed so. */
async function watch(
  { store, teams }: { store: Store; teams: Teams },
  group: Group,
  until: number,
): Promise<number> {
  let oldest = 0;
  let rightAt = performance.now();
  for (;;) {
    const at = performance.now();
    const isRight = await isCurrent(store, teams, group);
    oldest = Math.max(oldest, at - rightAt);
    if (isRight) rightAt = at;
    if (at > until && isRight) return oldest;
    if (at > until + CALM_MS) return Infinity;
    await sleep(LOOK_MS);
  }
}

/** Whether the live card shows all that is stored: the log is read first, so that what comes after it does not count. */
async function isCurrent({ log }: Store, teams: Teams, { id }: Group): Promise<boolean> {
  const [project, card] = await Promise.all([log.read(id), log.posted(id, 'probleem')]);
  return (
    project !== undefined &&
    card !== undefined &&
    shows(teams.arrivals, card.activityId, project.project)
  );
}

interface Came {
  fleet: Fleet;
  teams: Teams;
  clicks: readonly boolean[];
  seconds: number;
}

function tell(oldest: readonly number[], { fleet, teams, clicks, seconds }: Came): Figures {
  const sorted = [...oldest].sort((a, b) => a - b);
  const inSeconds = (ms = 0) => Number((ms / 1_000).toFixed(1));
  return [
    { name: 'live cards', value: oldest.length },
    { name: 'seconds', value: seconds },
    { name: '`kill -9`, of two instances', value: fleet.kills },
    { name: 'instances that ended by themselves', value: fleet.fell, most: 0 },
    { name: 'presses', value: clicks.length },
    { name: 'never acknowledged', value: clicks.filter((acked) => !acked).length, most: 0 },
    { name: 'reminders that arrived in own chats', value: teams.reminded },
    {
      name: 'oldest that a card became, half of the cards, seconds',
      value: inSeconds(sorted[Math.floor(sorted.length / 2)]),
    },
    {
      name: '**oldest that a card became, seconds**',
      value: inSeconds(sorted.at(-1)),
      most: MOST_SECONDS,
    },
    { name: 'calls over the rate of Teams', value: teams.counted.overRate, most: 0 },
  ];
}
