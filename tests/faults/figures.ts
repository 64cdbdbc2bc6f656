import { heeftGereageerd } from '../../src/planner/probleem/invoer/reageren.ts';
import { leden } from '../../src/process/feiten/deelnemers.ts';
import type { Project } from '../../src/process/feiten/project.ts';
import type { Fleet } from './fleet.ts';
import type { Group, Person, Store } from './groups.ts';
import type { Pressed } from './presses.ts';
import type { Arrival, Teams } from './teams.ts';

/** Somebody's answer to a step, until it was acknowledged. */
export interface Submit extends Pressed {
  group: Group;
  person: Person;
  text: string;
}

/** All that happened, for whoever counts it. */
export interface Happened {
  store: Store;
  groups: Group[];
  submits: Submit[];
  teams: Teams;
  fleet: Fleet;
  storage: { calls: number; lost: number; unsent: number; unavailable: number };
  /** People whose own chat Teams refuses. */
  blocked: ReadonlySet<string>;
  seconds: number;
  crossingMs: number;
}

/** What came of a storm. Each figure is a row of the table; `most` is what was promised. */
export type Figures = readonly Figure[];

interface Figure {
  name: string;
  value: number | string;
  /** Undefined: it only tells how hard it blew. */
  most?: number;
}

/** What one person got and did. */
interface Fortune {
  person: Person;
  group: Group;
  isBlocked: boolean;
  hasAnswered: boolean;
  /** When their own answer was acknowledged; Infinity when it never was. */
  acked: number;
  /** Reminders in their own chat. */
  nudges: Arrival[];
  /** Messages of the group that mention them. */
  mentions: Arrival[];
  /** How their reminder ended, by the log; empty: no trace. */
  afloop: string;
}

export async function figuresOf(happened: Happened): Promise<Figures> {
  const { store, groups, submits, teams, fleet, storage, seconds, crossingMs } = happened;
  const told = await Promise.all(groups.map((group) => fortunesOf(group, happened)));
  const all = told.flatMap(({ fortunes }) => fortunes);
  const reached = all.filter(({ isBlocked }) => !isBlocked);
  const silent = reached.filter(({ hasAnswered }) => !hasAnswered);
  const late = all.flatMap(lateness);
  const times = [...all.map(({ nudges }) => nudges.length), ...told.flatMap((one) => one.posts)];
  const extra = times.reduce((sum, one) => sum + Math.max(0, one - 1), 0);
  const lost = silent.filter(({ nudges }) => nudges.length === 0);
  const known = lost.filter(({ afloop }) => afloop === 'onbekend');
  const endedAs = (afloop: string) => all.filter((one) => one.afloop === afloop).length;
  const stored = await storedTexts(happened);
  const acked = submits.filter((one) => one.acked !== undefined);
  return [
    { name: 'people to remind', value: all.length },
    { name: 'instances, each a process', value: fleet.size },
    { name: 'seconds', value: Math.round(seconds) },
    { name: '`kill -9`', value: fleet.kills },
    { name: 'freezes of 6 s', value: fleet.freezes },
    { name: 'instances that ended by themselves', value: fleet.fell, most: 0 },
    { name: 'storage calls', value: storage.calls },
    {
      name: 'storage: answer lost after the write / call lost / 503',
      value: `${storage.lost} / ${storage.unsent} / ${storage.unavailable}`,
    },
    { name: 'Teams: 429', value: teams.counted.tooMany },
    { name: 'Teams: over its rate in one conversation', value: teams.counted.overRate, most: 0 },
    {
      name: 'Teams: messages without a usable answer (502 or dropped)',
      value: teams.counted.unknown,
    },
    { name: 'Teams: other calls without one', value: teams.counted.unknownOthers },
    { name: 'people who answered', value: all.filter((one) => one.hasAnswered).length },
    { name: 'own chats that refuse (403)', value: all.filter((one) => one.isBlocked).length },
    { name: 'reminders that arrived', value: sum(all.map(({ nudges }) => nudges.length)) },
    {
      name: 'ended as verstuurd / overbodig / onbereikbaar / onbekend',
      value: ['verstuurd', 'overbodig', 'onbereikbaar', 'onbekend'].map(endedAs).join(' / '),
    },
    { name: '**lost: no answer, and no reminder arrived**', value: lost.length, most: 0 },
    { name: 'of those: known as onbekend', value: known.length },
    { name: 'twice', value: times.filter((one) => one === 2).length },
    { name: '**three times or more**', value: times.filter((one) => one > 2).length, most: 0 },
    {
      name: '**extra messages** (kills + freezes + unknown answers)',
      value: extra,
      most: fleet.kills + fleet.freezes + teams.counted.unknown,
    },
    {
      name: `**nudged more than ${crossingMs} ms after answering**`,
      value: late.filter((ms) => ms > crossingMs).length,
      most: 0,
    },
    {
      name: 'crossings: nudged within that / the longest, ms',
      value: `${late.filter((ms) => ms <= crossingMs).length} / ${Math.round(Math.max(0, ...late))}`,
    },
    { name: '**still waiting to be sent**', value: sum(told.map((one) => one.waiting)), most: 0 },
    {
      name: '**without a trace**',
      value: all.filter((one) => one.afloop === '' && (!one.hasAnswered || one.nudges.length > 0))
        .length,
      most: 0,
    },
    {
      name: 'live cards that differ from the log at the end',
      value: told.filter((one) => !one.isCardRight).length,
      most: 0,
    },
    { name: 'submits', value: submits.length },
    { name: 'attempts', value: sum(submits.map(({ attempts }) => attempts)) },
    { name: 'acknowledged', value: acked.length },
    { name: '**never acknowledged**', value: submits.length - acked.length, most: 0 },
    {
      name: '**acknowledged but lost**',
      value: acked.filter(({ text }) => !stored.has(text)).length,
      most: 0,
    },
    {
      name: '**stored twice**',
      value: [...stored.values()].filter((count) => count > 1).length,
      most: 0,
    },
    { name: 'projects whose log cannot be read', value: await brokenLogs(store, groups), most: 0 },
  ];
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** How long after their own answer somebody was still asked, ms; one figure per message. */
const lateness = ({ acked, nudges, mentions }: Fortune) =>
  [...nudges, ...mentions].map(({ at }) => at - acked).filter((ms) => ms > 0);

async function fortunesOf(group: Group, { store, teams, submits, blocked }: Happened) {
  const { tables, log } = store;
  const project = (await log.read(group.id))?.project;
  if (!project) throw new Error(`${group.id} is gone`);
  const [kept, left, waiting] = await Promise.all([
    log.live(group.id),
    log.past(group.id),
    tables.projecten.range(group.id, 'o_', 'o_~'),
  ]);
  const ended = new Map(
    [...kept, ...left]
      .filter(({ soort }) => soort === 'persoonlijk')
      .map(({ facts, afloop }) => [facts['aan'], afloop]),
  );
  const posted = teams.arrivals.filter(({ method }) => method === 'POST');
  const inGroup = posted.filter(({ conversation }) => conversation === group.conversation);
  const isCard = ({ said }: Arrival) => said.includes('Stap 2 van 6');
  const answeredBy = new Set(
    leden(project)
      .filter((lid) => heeftGereageerd(project, lid))
      .map(({ id }) => id),
  );
  const fortunes = group.people.map((person): Fortune => ({
    ...{ person, group },
    isBlocked: blocked.has(person.chat),
    hasAnswered: answeredBy.has(person.id),
    acked: submits.find((one) => one.person === person)?.acked ?? Infinity,
    nudges: posted.filter(({ conversation }) => conversation === person.chat),
    mentions: inGroup.filter(({ said }) => said.includes(`"${person.teamsId}"`)),
    afloop: ended.get(person.id) ?? '',
  }));
  const card = kept.find(({ soort }) => soort === 'kaart');
  return {
    fortunes,
    waiting: waiting.length,
    /** How often the card and the reminder of the group were posted. */
    posts: [inGroup.filter(isCard).length, inGroup.filter((one) => !isCard(one)).length],
    isCardRight: card !== undefined && shows(teams.arrivals, card.activityId, project),
  };
}

/** Whether the last version of a live card says how many have answered. */
export function shows(arrivals: readonly Arrival[], activityId: string, project: Project): boolean {
  const last = arrivals.findLast((one) => one.activityId === activityId);
  const gaven = leden(project).filter((lid) => heeftGereageerd(project, lid)).length;
  const count = gaven === 0 ? 'Nog niemand heeft' : `"${gaven} van de ${leden(project).length} `;
  return last?.said.includes(count) === true;
}

/** How often each submitted text stands in a log. */
async function storedTexts({ store, groups }: Happened): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const { id } of groups) {
    for (const { kind, texts } of await store.log.events(id)) {
      const text = texts?.['omschrijving'];
      if (kind === 'probleem' && text) found.set(text, (found.get(text) ?? 0) + 1);
    }
  }
  return found;
}

/** Reading fails on a log with a gap. */
async function brokenLogs({ log }: Happened['store'], groups: readonly Group[]): Promise<number> {
  const read = await Promise.allSettled(groups.map(({ id }) => log.events(id)));
  return read.filter(({ status }) => status === 'rejected').length;
}

/** The promises that were not kept, one line each. */
export const broken = (figures: Figures): string[] =>
  figures.flatMap(({ name, value, most }) =>
    most !== undefined && Number(value) > most ? [`${name}: ${value}, at most ${most}`] : [],
  );

/** As Markdown. */
export const tableOf = (figures: Figures): string =>
  [
    '| What | Figure | At most |',
    '| --- | --- | --- |',
    ...figures.map(({ name, value, most }) => `| ${name} | ${value} | ${most ?? ''} |`),
  ].join('\n');
