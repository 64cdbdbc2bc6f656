import { openDoubts } from './answer/doubts.ts';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { Delivery } from './delivery/deliver.ts';
import { gooiWezenWeg } from './delivery/opruimen.ts';
import type { DeliverOptions } from './delivery/parts/options.ts';
import { onthoudend } from './exports/onthouden.ts';
import { Werkplaats } from './exports/werkplaats.ts';
import { planner } from './planner/index.ts';
import { trajecten as trajectenVan, type Trajecten } from './process/contract/trajecten.ts';
import { berichten } from './process/berichten.ts';
import type { Project } from './process/feiten/project.ts';
import { VERSIONS, type Versions } from './process/feiten/versies.ts';
import { klokVan } from './process/klok/klok.ts';
import { iedereen } from './process/feiten/deelnemers.ts';
import { erasuresIn } from './backup/erasures.ts';
import { Nightly } from './backup/nightly.ts';
import type { Archive } from './storage/files/archive.ts';
import type { Blobs } from './storage/files/blobs.ts';
import { openDaily } from './storage/daily.ts';
import { openDirectory } from './storage/directory.ts';
import { openLinks } from './storage/links.ts';
import { metVoorbeeld } from './storage/log/voorbeeld.ts';
import { openLog } from './storage/log/log.ts';
import type { Tables } from './storage/table/tables.ts';
import { openWekker } from './storage/wekker.ts';
import { tabLink } from './tab/link.ts';
import type { TabOptions } from './tab/bezoek/options.ts';
import { serveTab } from './tab/tab.ts';
import { afterwards } from './teams/talk/afterwards.ts';
import { createBot } from './teams/talk/bot.ts';
import { warmUp } from './teams/cards/cards.ts';
import { createDoor, type Door, type DoorOptions } from './teams/in/door.ts';
import { drawingOf, type Style } from './teams/cards/drawing.ts';
import { membersOf } from './teams/out/members.ts';
import { Presence } from './teams/talk/presence.ts';
import { openTeams, type OutgoingOptions } from './teams/out/teams.ts';
import { Wayfinder } from './teams/talk/wayfinder.ts';
import { createPlaatsen } from './uploads/plaatsen.ts';

/** What the program is made of. Tests use `door` and `tab` to replace the network, Microsoft's keys and Entra. */
export interface AppOptions {
  config: Config;
  version: string;
  tables: Tables;
  /** Left out: no files are kept, and a document is a link. */
  blobs?: Blobs;
  /** Left out: no backups are made. */
  archive?: Archive;
  logger: Logger;
  /** UTC ISO */
  now: () => string;
  /** Monotonic, ms. */
  clock: () => number;
  /** How fast is sent; the default keeps to what Teams takes. */
  pace?: DeliverOptions['pace'];
  /** How long one instance keeps the lease on sending for a project before another may take it over; tests shorten it. */
  leaseMs?: number;
  /** Only on a developer's own machine: moves the clock on by this many ms. */
  moveClock?: (ms: number) => void;
  /** The ways to work; tests bring one of their own. */
  trajecten?: Trajecten;
  /** How events of before are read; tests bring a history of their own. */
  versions?: Versions;
  door?: Pick<DoorOptions, 'openId'> & Pick<OutgoingOptions, 'transport' | 'credentials'>;
  tab?: Pick<TabOptions, 'keysOf'>;
}

export interface App {
  door: Door;
  delivery: Delivery;
  /** Keeps the log equal to who is in the conversations. */
  presence: Presence;
  /** Makes files in a thread of its own, which ends with the program. */
  werkplaats: Werkplaats;
  /** Undefined where no backups are made. */
  nightly: Nightly | undefined;
}

/** All ways to work, the usual one first: the only list of them. */
const TRAJECTEN = trajectenVan(planner);

/** Of how many messages the files are taken in at once, and of one person: each file is in memory while it is looked at. */
const MESSAGES_AT_ONCE = 4;
const MESSAGES_PER_PERSON = 2;

/** Puts the parts together, each before what needs it: log, the way out, sending, bot, door and tab. Starts nothing. */
export function createApp({
  config,
  version,
  tables,
  blobs,
  archive,
  logger,
  now,
  clock,
  pace,
  leaseMs,
  moveClock,
  versions = VERSIONS,
  trajecten = TRAJECTEN,
  door: { openId, ...wires } = {},
  tab: tabWires = {},
}: AppOptions): App {
  const { voorbeeld } = trajecten.gewoon;
  const log = metVoorbeeld(openLog(tables.projecten, { versions }), voorbeeld, now);
  const directory = openDirectory(tables.wegwijzer);
  const style: Style = {
    trajecten,
    forms: config.forms,
    cards: config.cards,
    now,
    tabLink: tabLink(config.tab),
  };
  const { teams, canProve } = openTeams({ settings: config.teams, log: logger, clock, ...wires });
  const way = new Wayfinder({ log, directory, trajecten, now });
  const werkplaats = new Werkplaats();
  const maak = onthoudend((klus, voor) => werkplaats.maak(klus, voor));
  const daily = openDaily(tables.wekker);
  const { isRight: isClockRight } = tables.clockCheck;
  const nightly =
    archive &&
    new Nightly({
      tables,
      log,
      archive,
      daily,
      now,
      version,
      isClockRight,
      logger,
      ...(blobs && { blobs }),
    });
  const delivery = new Delivery({
    log,
    wekker: openWekker(tables.wekker, clock, leaseMs),
    teams: () => teams,
    placeOf: (conversation) => way.placeAt(conversation),
    savePlace: (place) => way.savePlace(place),
    drawing: drawingOf(style, berichten, maak),
    ...(blobs && { blobs }),
    daily,
    ...(archive && { erasures: erasuresIn(archive, log) }),
    forgotten: async (project, chats) => {
      const people = iedereen(project).flatMap(({ facts }) => facts.identities);
      const isElders = await directory.keepOnly(people, project.id);
      if (blobs)
        await gooiWezenWeg(
          blobs,
          async (wie) => (await directory.projectsOfPerson(wie)).length > 0,
        );
      // Who takes part elsewhere is still to be reached there.
      if (isElders) return;
      for (const chat of chats) await directory.forgetPlace(chat);
    },
    klok: klokVan(trajecten),
    isClockRight,
    clock,
    now,
    holder: randomUUID(),
    ...(pace && { pace }),
    logger,
  });
  const stored = (project: Project) => afterwards({ sending: delivery, directory, way }, project);
  /** What answering somebody needs, in chat and tab. */
  const doubts = openDoubts();
  const desk = { log, doubts, now, clock, logger, sending: delivery, stored, maak };
  const presence = new Presence({ ...desk, directory, teams, way });
  const bot = createBot(
    {
      ...desk,
      ...style,
      directory,
      teams,
      places: createPlaatsen(MESSAGES_AT_ONCE, MESSAGES_PER_PERSON),
      ...(blobs && { uploads: blobs }),
      ...(moveClock && { moveClock }),
    },
    way,
    presence,
  );
  const door = createDoor({
    config,
    version,
    receive: bot.receive,
    sorry: bot.sorry,
    faults: () => faultsOf(tables, blobs, delivery),
    canProve,
    log: logger,
    clock,
    ...(openId && { openId }),
  });
  serveTab(door.server, {
    settings: config.tab,
    turnAway: door.turnAway,
    ...(blobs && { uploads: blobs }),
    ...desk,
    trajecten,
    links: openLinks(tables.wegwijzer, now),
    projectsOf: (wie) => directory.projectsOfPerson(wie),
    projectsIn: (gesprek) => directory.projectsOf(gesprek),
    members: async (project) => {
      const place = await way.placeOf(project);
      const members = place ? await membersOf({ teams, clock }, place) : [];
      return members === 'hidden' ? 'verborgen' : members;
    },
    addresses: async (project) => {
      const place = await way.placeOf(project);
      const found = place ? await teams.addresses(place) : 'hidden';
      return found === 'hidden'
        ? 'verborgen'
        : found.map(({ person, adres }) => ({ iemand: person, adres }));
    },
    seen: (project) => presence.seen(project),
    events: (projectId) => log.events(projectId),
    sent: (project) => way.sent(project),
    ...tabWires,
  });
  warmUp();
  return { door, delivery, presence, werkplaats, nightly };
}

/** A sweep comes every 30 s; after this long without one it is stuck. */
const STUCK_MS = 120_000;

/** The faults that keep this instance from doing its work. */
async function faultsOf(
  { wegwijzer, clockCheck }: Tables,
  blobs: Blobs | undefined,
  delivery: Delivery,
): Promise<string[]> {
  const [hasTables, hasFiles] = await Promise.all([
    answers(wegwijzer.get('c_ready', 'r_ready')),
    answers(blobs?.about('f_ready')),
  ]);
  return [
    ...(hasTables ? [] : ['storage']),
    ...(hasFiles ? [] : ['files']),
    ...(clockCheck.isRight() ? [] : ['clock']),
    ...(delivery.quietMs > STUCK_MS ? ['sweep'] : []),
  ];
}

const answers = async (question: Promise<unknown> | undefined): Promise<boolean> => {
  try {
    await question;
    return true;
  } catch {
    return false;
  }
};
