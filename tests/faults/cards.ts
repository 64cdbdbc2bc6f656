import { plusMs } from '../../src/process/taal/time.ts';
import { chanceOf, sleep } from './chance.ts';
import { shows, type Figures } from './figures.ts';
import { Fleet } from './fleet.ts';
import { prepare, type Group, type Store } from './groups.ts';
import { insist, REACTED, REACTIONS, taps, type Line } from './presses.ts';
import { openStage } from './stage.ts';
import type { Teams } from './teams.ts';

export interface CardOptions {
  seed: number;
  /** Connection string of the tables. */
  azurite: string;
  rounds: number;
  /** Groups that play beside each other; their rounds come one after another. */
  groups: number;
  say?: (line: string) => void;
}

const CLICKS = 20;
/** So long after the last click was answered the card must be right, and so long it must stay it. */
const RIGHT_WITHIN_MS = 15_000;
const STAYS_MS = 1_500;

interface Round {
  isRight: boolean;
  clicks: number;
  stored: number;
  /** Until the card showed all of it, ms after the last click was answered. */
  afterMs: number;
}

/** Twenty people click on one live card at once, on two instances, at the rate of Teams; is the last card the newest? */
export async function cards(options: CardOptions): Promise<Figures> {
  const { seed, rounds, groups, say = () => undefined } = options;
  const chance = chanceOf(seed);
  const stage = await openStage(options);
  const { teams, store, now } = stage;
  // The pace and the lease are those of production.
  const fleet = new Fleet(2, { ...stage.around, sweepMs: 5_000 });
  try {
    await fleet.open();
    const line: Line = { ports: () => fleet.ports(), bearer: await stage.bearer(), chance, now };
    const remindAt = plusMs(now(), 3 * 3_600_000);
    const began = performance.now();
    const perGroup = Math.ceil(rounds / groups);
    const played = await Promise.all(
      Array.from({ length: groups }, async (_, nth) => {
        const group = await prepare(store, CLICKS + 1, { now: now(), remindAt });
        await cardOf(store, group);
        const own: Round[] = [];
        for (let round = 0; round < Math.min(perGroup, rounds - nth * perGroup); round++)
          own.push(await play(group, { store, teams, line }));
        say(`a group played ${own.length} rounds`);
        return own;
      }),
    );
    return tell(played.flat(), teams, performance.now() - began);
  } finally {
    await fleet.close();
    await stage.close();
  }
}

async function play(
  group: Group,
  { store, teams, line }: { store: Store; teams: Teams; line: Line },
): Promise<Round> {
  const clicks = await Promise.all(
    group.people.slice(1).map((person) => {
      const verb = REACTIONS[line.chance() < 0.5 ? 0 : 1];
      return insist(line, taps(group, person, verb, line.now()), REACTED);
    }),
  );
  const answered = performance.now();
  const card = await cardOf(store, group);
  const project = (await store.log.read(group.id))?.project;
  if (!project) throw new Error(`${group.id} is gone`);
  const isRight = () => shows(teams.arrivals, card, project);
  while (!isRight() && performance.now() - answered < RIGHT_WITHIN_MS) await sleep(20);
  const afterMs = performance.now() - answered;
  await sleep(STAYS_MS);
  const stored = clicks.filter(({ acked }) => acked !== undefined).length;
  return { isRight: isRight(), clicks: clicks.length, stored, afterMs };
}

/** The message that is the live card, once it was posted. */
async function cardOf({ log }: Store, { id }: Group): Promise<string> {
  for (let waited = 0; waited < RIGHT_WITHIN_MS; waited += 50) {
    const shown = await log.posted(id, 'probleem');
    if (shown) return shown.activityId;
    await sleep(50);
  }
  throw new Error('the live card was not posted');
}

function tell(rounds: readonly Round[], teams: Teams, ms: number): Figures {
  const clicks = rounds.reduce((sum, round) => sum + round.clicks, 0);
  const stored = rounds.reduce((sum, round) => sum + round.stored, 0);
  const after = rounds.map(({ afterMs }) => afterMs).sort((a, b) => a - b);
  const at = (part: number) => Math.round(after[Math.floor((after.length - 1) * part)] ?? 0);
  return [
    { name: 'rounds of 20 clicks at once, two instances', value: rounds.length },
    { name: 'seconds', value: Math.round(ms / 1_000) },
    { name: 'clicks', value: clicks },
    { name: 'clicks that were never acknowledged', value: clicks - stored, most: 0 },
    {
      name: '**rounds in which the last card was not the newest**',
      value: rounds.filter(({ isRight }) => !isRight).length,
      most: 0,
    },
    {
      name: 'until it was the newest, after the last answer: half / 95 % / all, ms',
      value: [0.5, 0.95, 1].map(at).join(' / '),
    },
    {
      name: 'updates of the card per round',
      value: (
        teams.arrivals.filter(({ method }) => method === 'PUT').length / rounds.length
      ).toFixed(1),
    },
    { name: '**calls over the rate of Teams**', value: teams.counted.overRate, most: 0 },
  ];
}
