import { pino } from 'pino';
import { Delivery } from '../src/delivery/deliver.ts';
import { accept } from '../src/process/contract/decision.ts';
import { deelnemer } from '../src/process/feiten/deelnemers.ts';
import { profiel, PROJECT } from '../src/process/feiten/gegevens.ts';
import { emptyProject } from '../src/process/feiten/project.ts';
import { say } from '../support/gezegd.ts';
import { openLog } from '../src/storage/log/log.ts';
import { openDaily } from '../src/storage/daily.ts';
import { openWekker } from '../src/storage/wekker.ts';
import { createConnector } from '../src/teams/out/connector.ts';
import type { Place } from '../src/teams/port.ts';
import { tableInMemory } from '../support/memory-table.ts';
import { StrictTeams } from '../support/strict-teams.ts';

/** The pace in production (src/delivery/parts/pace.ts). */
const GAP_MS = 500;
const PER_TENANT = 25;
const SWEEP_EVERY_MS = 30_000;

export interface Spreiding {
  instances: number;
  projects: number;
  /** Personal messages of each project, beside one for its conversation. */
  personal: number;
  /** How many times as fast as in production: every limit and every wait is divided by it. */
  speed: number;
  /** Conversations that answer 502 all the time. */
  broken: number;
  /** Time between the starts of two instances, ms. */
  staggerMs?: number;
}

export interface Uitslag {
  /** Messages that should have arrived, and those that did: all except those to the broken conversations. */
  asked: number;
  arrived: number;
  twice: number;
  tooMany: number;
  /** Calls to conversations that answer 502. */
  failed: number;
  /** All calls, with those that open chats, and the most in any second. */
  calls: number;
  peak: number;
  /** Seconds until the last message had arrived, and what the same calls take at the allowed rate. */
  seconds: number;
  allowed: number;
}

const TENANT = 'gemeente';

/** Every project has something to send in the same minute; measures until all of it has arrived. */
export async function spread(options: Spreiding): Promise<Uitslag> {
  const { instances, projects, personal, speed, staggerMs = 0 } = options;
  const broken = new Set(Array.from({ length: options.broken }, (_, nr) => conversationOf(nr)));
  const begun = performance.now();
  const clock = () => (performance.now() - begun) * speed;
  const now = () => new Date(Date.parse('2027-01-11T08:00:00Z') + clock()).toISOString();
  const tables = { projecten: tableInMemory(), wekker: tableInMemory() };
  const teams = new StrictTeams({ clock, speed, broken });
  for (let nr = 0; nr < projects; nr++) await fill(tables.projecten, nr, personal, now());
  const planner = openWekker(tables.wekker, clock);
  for (let nr = 0; nr < projects; nr++) await planner.plan(projectOf(nr), now());

  // Waiting happens in real time, so the clock is the real one and the rates are that many times higher.
  const pace = {
    clock: () => performance.now(),
    gapMs: GAP_MS / speed,
    perTenant: PER_TENANT * speed,
  };
  const deliveries = Array.from({ length: instances }, (_, nr) => {
    const log = openLog(tables.projecten);
    return new Delivery({
      ...{
        log,
        wekker: openWekker(tables.wekker, clock),
        daily: openDaily(tables.wekker),
        clock,
        now,
        pace,
      },
      ...{ holder: `instance${nr}`, logger: pino({ level: 'silent' }) },
      teams: () =>
        createConnector(teams.call, {
          upload: async () => false,
          download: async () => ({ reden: 'stil' }),
        }),
      placeOf: async (conversation) => placeOf(conversation),
      savePlace: async () => undefined,
      forgotten: async () => undefined,
      drawing: {
        picture: (project, { soort, facts }) => ({
          ...{ digest: 'd', isLive: false, isNeeded: true },
          message: () => ({ text: `${project.id} ${soort} ${facts['aan'] as string}` }),
        }),
        moved: () => ({ digest: '', isLive: false, isNeeded: false, message: () => ({}) }),
      },
      klok: {
        tik: () => undefined,
        volgende: () => undefined,
        rond: () => undefined,
        onbereikbaar: () => accept('', []),
      },
    });
  });

  const asked = projects * (personal + 1) - options.broken;
  const sweeps: NodeJS.Timeout[] = [];
  for (const delivery of deliveries) {
    await delivery.sweep();
    sweeps.push(setInterval(() => void delivery.sweep(), SWEEP_EVERY_MS / speed));
    await pause(staggerMs / speed);
  }
  const start = teams.calls[0] ?? 0;
  const deadline = clock() + 3 * 3_600_000;
  while (new Set(teams.taken.map(({ text }) => text)).size < asked && clock() < deadline)
    await pause(SWEEP_EVERY_MS / speed / 4);
  sweeps.forEach(clearInterval);
  for (const delivery of deliveries) delivery.stop();
  for (const delivery of deliveries) await delivery.idle();

  const arrived = new Set(teams.taken.map(({ text }) => text)).size;
  return {
    ...{ asked, arrived, twice: teams.taken.length - arrived },
    ...{ tooMany: teams.tooMany, failed: teams.failed },
    ...{ calls: teams.calls.length, peak: teams.peak },
    seconds: ((teams.taken.at(-1)?.at ?? 0) - start) / 1_000,
    allowed: teams.calls.length / PER_TENANT,
  };
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

const projectOf = (nr: number) => `p_${nr}`;

function conversationOf(nr: number): string {
  return `19:gesprek${nr}`;
}

const placeOf = (conversation: string): Place => ({
  ...{ conversation, thread: '', kind: 'groupChat', tenant: TENANT, team: '', isBesloten: true },
  ...{ serviceUrl: 'https://smba.trafficmanager.net/emea/', bot: { id: '28:bot', naam: 'Bot' } },
});

/** A project with this many people, and a message to the conversation and to each of them. */
async function fill(
  table: ReturnType<typeof tableInMemory>,
  nr: number,
  personal: number,
  at: string,
): Promise<void> {
  const people = Array.from({ length: personal }, (_, nth) => `d${nth}`);
  const facts = {
    ...{ start: '', einde: '', gesprek: conversationOf(nr), soort: 'groupChat' as const },
    ...{ tenant: TENANT, afgerond: '', vorige: '' },
  };
  const stored = await openLog(table).append(
    { project: emptyProject(projectOf(nr)), version: '' },
    {
      events: [
        say(profiel, PROJECT, facts, { naam: projectOf(nr), toelichting: '' }),
        ...people.map((id) =>
          say(
            deelnemer,
            id,
            {
              ...{ rol: 'deelnemer' as const, status: 'lid' as const, partner: '', opvolger: '' },
              identities: [{ tenant: TENANT, oid: `${nr}-${id}`, teamsId: `29:${nr}-${id}` }],
              extern: false,
            },
            { naam: id, organisatie: '', functie: '' },
          ),
        ),
      ],
      ...{ by: 'klok', at, marker: { key: 'vol', about: '', nonce: '' } },
      outbox: [
        { soort: 'herinnering', facts: {} },
        ...people.map((aan) => ({ soort: 'persoonlijk', facts: { aan } })),
      ],
    },
  );
  if (stored.kind !== 'stored') throw new Error(`project ${nr}: ${stored.kind}`);
}

/** 1,000 projects with 10 messages each, 25 times as fast as in production. */
const ALL = { projects: 1_000, personal: 9, broken: 1, speed: 25, staggerMs: 5_000 };

async function main(): Promise<void> {
  console.log('10,000 messages due in the same minute; one conversation answers 502 all the time');
  console.log('instances  arrived  twice  429  502  calls  most/s  seconds  at 25/s');
  for (const instances of [1, 2, 4]) {
    const found = await spread({ ...ALL, instances });
    const { arrived, asked, twice, tooMany, failed, calls, peak, seconds, allowed } = found;
    console.log(
      [
        ...[`${instances}`.padStart(9), `${arrived}/${asked}`.padStart(11), twice, tooMany],
        ...[failed, calls, peak, seconds.toFixed(0), allowed.toFixed(0)],
      ].join('  '),
    );
    if (tooMany > 0 || twice > 0 || arrived < asked) process.exitCode = 1;
  }
}

if (import.meta.main) await main();
