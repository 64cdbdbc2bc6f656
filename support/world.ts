import type { Trajecten } from '../src/process/contract/trajecten.ts';
import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { createApp, type App } from '../src/app.ts';
import type { Config } from '../src/config.ts';
import { createLog } from '../src/log/log.ts';
import type { Versions } from '../src/process/feiten/versies.ts';
import { plusMs, utcOf } from '../src/process/taal/time.ts';
import type { Archive } from '../src/storage/files/archive.ts';
import { openBlobs, type Blobs } from '../src/storage/files/blobs.ts';
import { openTables, type Tables } from '../src/storage/table/tables.ts';
import type { KeysOf } from '../src/tab/toegang/keys.ts';
import { BOT, type Wire } from './activities.ts';
import {
  knoppenOp,
  opentRij,
  rijOp,
  standing,
  textOf,
  type AnyCard,
  type Knop,
} from './voorbeeld/kaart.ts';
import { startFakeTeams, type FakeTeams, type Sent } from './fake-teams.ts';
import { SERVICE_URL, startIdentity, TEAMS, TENANT } from './identity.ts';
import { letGo, openTablesHere } from './tables-here.ts';
import { keysOf as ownKeys, TAB } from './tokens.ts';

export interface WorldOptions {
  /** Ways to work besides the planner. */
  trajecten?: Trajecten;
  forms?: 'dialoog' | 'kaart';
  cards?: 'teams' | 'gewoon';
  /** The number of instances of the bot beside each other on one storage. */
  instances?: number;
  /** The clock of the machine, ms since 1970, where it must differ from that of storage. */
  wall?: () => number;
  /** Where backups are kept; left out: none are made. */
  archive?: Archive;
  /** How events of before are read; left out: as the product does. */
  versions?: Versions;
  /** The tables, where they are not those of the test: behind something that is slow or loses answers. */
  tables?: string;
  /** True where no tab was set up. */
  zonderTab?: boolean;
  /** True where storage is made to fail, so that the log may hold errors. */
  mayFail?: boolean;
  /** Where the keys of a tenant are; left out: in the test, for every tenant the same. */
  keysOf?: KeysOf;
}

/** The whole bot on real storage, with a fake Teams around it, at a moment that stands still. */
export interface World {
  apps: App[];
  teams: FakeTeams;
  tables: Tables;
  blobs: Blobs;
  /** Where the first instance listens. */
  address: string;
  /** The moment, UTC ISO. */
  nu(): string;
  /** The moment, local time in Amsterdam. */
  het_is(datum: string, tijd?: string): void;
  /** Lets a minute go by, after which everybody may press again. */
  minuut(): void;
  /** What `/ready` of the first instance answers. */
  ready(): Promise<{ status: number; body: unknown }>;
  /** Sets the moment, and lets each instance look what is due. */
  wordt(datum: string, tijd?: string): Promise<void>;
  /** A group chat with these people in it, in order. */
  groepschat(...namen: string[]): Groep;
  kanaal(...namen: string[]): Groep;
  /** A person's own chat with the bot. */
  alleen(naam: string): Groep;
  /** Waits until everything that had to be sent was sent. */
  rust(): Promise<void>;
  close(): Promise<void>;
}

/** A conversation and who is in it. */
export interface Groep {
  conversation: string;
  lid(naam: string): Lid;
  /** A person joins the conversation. */
  komt_erbij(naam: string): Lid;
  /** Cards in the conversation as they are now, oldest first. */
  cards(): AnyCard[];
  /** The newest card with this text; throws when there is none. */
  card(text: string): AnyCard;
}

/** A person at a screen: types, presses what stands on a card, and reads what comes back. */
export interface Lid {
  naam: string;
  /** The present screen: the last card or dialog they got. */
  screen(): AnyCard;
  typt(text: string, instance?: number): Promise<AnyCard>;
  /** Presses a button by its title, on the screen or on the card given. */
  drukt(
    titel: string,
    inputs?: Record<string, string>,
    on?: AnyCard,
    instance?: number,
  ): Promise<AnyCard>;
  /** Presses the row of a list that says this, on the screen or on the card given: what the row opens. */
  opent(tekst: string, on?: AnyCard, instance?: number): Promise<AnyCard>;
  /** A live card as it stands on this person's screen: for those whom it names, Teams asks for their own. */
  ziet(card: AnyCard): Promise<AnyCard>;
  /** Adds the bot to the conversation, as Teams reports it. */
  installeert(): Promise<void>;
  /** Sends any activity as this person. */
  stuurt(activity: Wire, instance?: number): Promise<{ status: number; body: unknown }>;
  /** The activity that pressing this button would send, to send it by hand or more than once. */
  druk(titel: string, inputs?: Record<string, string>, on?: AnyCard): Wire;
}

const LOG_LEVEL = 'error';

/** Keys are never the same twice, so all worlds keep their files in one place. */
let kept: Promise<Blobs> | undefined;
const files = () => (kept ??= openBlobs({ connectionString: inject('blobs') }));

export async function openWorld({
  forms = 'dialoog',
  cards = 'teams',
  instances = 1,
  wall,
  archive,
  versions,
  trajecten,
  keysOf,
  tables: connectionString,
  mayFail = false,
  zonderTab = false,
}: WorldOptions = {}): Promise<World> {
  const [teams, identity] = await Promise.all([startFakeTeams(), startIdentity()]);
  let moment = utcOf({ datum: '2027-01-04', tijd: '10:00' });
  const begun = Date.parse(moment);
  // Both clocks go forward together. Otherwise one would still remember what has ended on the other.
  const clock = () => performance.now() + Math.max(0, Date.parse(moment) - begun);
  const now = () => moment;
  const prefix = `w${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const settings = { clock, prefix, ...(wall && { wall }) };
  const tables = await (connectionString === undefined
    ? openTablesHere(settings)
    : openTables({ connectionString }, settings));
  const blobs = await files();
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    tables: '',
    forms,
    cards,
    logLevel: LOG_LEVEL,
    teams: TEAMS,
    tab: zonderTab ? { kind: 'off' } : TAB,
  };
  const errors: string[] = [];
  const logger = createLog(LOG_LEVEL, { write: (line: string) => void errors.push(line) });
  const apps = Array.from({ length: instances }, () =>
    createApp({
      config,
      version: 'test',
      tables,
      blobs,
      ...(archive && { archive }),
      ...(versions && { versions }),
      ...(trajecten && { trajecten }),
      logger,
      now,
      clock,
      pace: { gapMs: 5, perTenant: 10_000 },
      door: {
        transport: teams.transport,
        openId: identity.openId,
        credentials: async () => 'token-of-the-bot',
      },
      tab: { keysOf: keysOf ?? ownKeys },
    }),
  );
  const ports = await Promise.all(apps.map(({ door }) => door.listen()));
  const bearer = await identity.bearer();

  async function post(activity: Wire, instance = 0): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`http://127.0.0.1:${ports[instance] ?? 0}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: bearer },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  }

  const rust = async () => {
    for (const { delivery } of apps) await delivery.idle();
  };

  const world: World = {
    apps,
    teams,
    tables,
    blobs,
    address: `http://127.0.0.1:${ports[0] ?? 0}`,
    nu: now,
    het_is: (datum, tijd = '10:00') => {
      moment = utcOf({ datum, tijd });
    },
    minuut: () => {
      moment = plusMs(moment, 60_000);
    },
    ready: async () => {
      const response = await fetch(`http://127.0.0.1:${ports[0] ?? 0}/ready`);
      return { status: response.status, body: await response.json() };
    },
    wordt: async (datum, tijd = '10:00') => {
      moment = utcOf({ datum, tijd });
      for (const { delivery } of apps) await delivery.sweep();
      await rust();
    },
    groepschat: (...namen) =>
      gesprek(
        {
          conversationType: 'groupChat',
          isGroup: true,
          id: `19:${randomUUID()}@unq`,
          tenantId: TENANT,
        },
        namen,
      ),
    kanaal: (...namen) =>
      gesprek(
        {
          conversationType: 'channel',
          isGroup: true,
          id: `19:${randomUUID()}@thread.tacv2`,
          tenantId: TENANT,
        },
        namen,
      ),
    alleen: (naam) =>
      gesprek({ conversationType: 'personal', id: `a:29:${naam}`, tenantId: TENANT }, [naam]),
    rust,
    close: async () => {
      await rust();
      await Promise.all(apps.map(({ werkplaats }) => werkplaats.sluit()));
      await Promise.all(apps.map(({ door }) => door.close()));
      await Promise.all([teams.close(), identity.close()]);
      letGo(tables);
      if (errors.length > 0 && !mayFail) throw new Error(`logged errors:\n${errors.join('')}`);
    },
  };

  function gesprek(conversation: Record<string, unknown> & { id: string }, namen: string[]): Groep {
    const { id } = conversation;
    teams.rosters.set(id, namen.map(account));
    const isChannel = conversation['conversationType'] === 'channel';
    const channelData = {
      tenant: { id: TENANT },
      ...(isChannel ? { team: { id: 'team' }, channel: { id } } : {}),
    };
    const current = () => latest(teams.sent.filter((sent) => sent.conversation === id));
    const groep: Groep = {
      conversation: id,
      cards: () => current().map(cardOf),
      card: (text) => {
        const found = current()
          .map(cardOf)
          .findLast((card) => textOf(card).includes(text));
        if (!found)
          throw new Error(
            `no card with "${text}"; there are:\n${current()
              .map((sent) => textOf(cardOf(sent)))
              .join('\n---\n')}`,
          );
        return found;
      },
      komt_erbij: (naam) => {
        teams.rosters.set(id, [...(teams.rosters.get(id) ?? []), account(naam)]);
        return groep.lid(naam);
      },
      lid: (naam) => persoon(naam),
    };

    function persoon(naam: string): Lid {
      let screen: AnyCard | undefined;
      const envelope = (type: string, fields: Wire): Wire => ({
        type,
        id: randomUUID(),
        timestamp: moment,
        channelId: 'msteams',
        serviceUrl: SERVICE_URL,
        from: account(naam),
        recipient: BOT,
        locale: 'nl-NL',
        conversation,
        channelData,
        ...fields,
      });
      /** What Teams sends when this button is pressed. */
      function druk(
        titel: string,
        inputs: Record<string, string> = {},
        on: AnyCard | undefined = screen,
      ): Wire {
        if (!on) throw new Error(`${naam} has no card to press "${titel}" on`);
        const knop = knoppenOp(on).find((found) => found.title === titel);
        if (!knop)
          throw new Error(
            `no button "${titel}" on the card:\n${textOf(on)}\n[${knoppenOp(on)
              .map(({ title }) => title)
              .join('] [')}]`,
          );
        return pressOf(envelope, knop, on, inputs);
      }
      async function stuurtDruk(
        activity: Wire,
        titel: string,
        on: AnyCard | undefined,
        instance?: number,
      ): Promise<AnyCard> {
        const before = teams.sent.length;
        const { status, body } = await post(activity, instance);
        if (status !== 200) throw new Error(`pressing "${titel}" gave ${status}`);
        screen = answered(body, on ?? screen) ?? lastCard(before, id, naam, on ?? screen);
        return screen;
      }
      /** Where a button stands that is not on this card: behind one of its rows, or of those of its next page. */
      async function ergens(titel: string, on = screen): Promise<AnyCard | undefined> {
        for (const rij of rijenVoor(on, titel)) {
          const open = await stuurtDruk(pressOf(envelope, rij, on!, {}), rij.title, on);
          if (heeft(open, titel)) return open;
        }
        if (!on || heeft(on, titel) || !heeft(on, BLADER) || !heeftRijen(on)) return undefined;
        const next = await stuurtDruk(druk(BLADER, {}, on), BLADER, on);
        return heeft(next, titel) ? next : ergens(titel, next);
      }
      return {
        naam,
        screen: () => {
          if (!screen) throw new Error(`${naam} has nothing on the screen`);
          return screen;
        },
        stuurt: (activity, instance) => post(activity, instance),
        ziet: async (card) => {
          const { refresh } = card as AnyCard & { refresh?: Refresh };
          if (!refresh?.userIds.includes(account(naam).id)) return card;
          const { status, body } = await post(
            envelope('invoke', {
              name: 'adaptiveCard/action',
              value: { action: refresh.action, trigger: 'automatic' },
              replyToId: card.messageId,
            }),
          );
          const own = answered(body, card);
          if (status !== 200 || !own) throw new Error(`asking for the own card gave ${status}`);
          return { ...own, isLive: true };
        },
        opent: async (tekst, on = screen, instance) => {
          if (!on) throw new Error(`${naam} has no card with a row "${tekst}"`);
          const rij = opentRij(rijOp(on, tekst));
          if (!rij) throw new Error(`the row "${tekst}" is not one to press`);
          return stuurtDruk(pressOf(envelope, rij, on, {}), rij.title, on, instance);
        },
        installeert: async () => {
          await post(envelope('installationUpdate', { action: 'add' }));
          await rust();
        },
        druk,
        typt: async (text, instance) => {
          const before = teams.sent.length;
          const at = `<at>${BOT.name}</at>`;
          const entities = [{ type: 'mention', mentioned: BOT, text: at }];
          const { status } = await post(
            envelope('message', { text: `${at}&nbsp;${text}`, textFormat: 'plain', entities }),
            instance,
          );
          if (status !== 200) throw new Error(`typing "${text}" gave ${status}`);
          screen = lastCard(before, id, naam);
          return screen;
        },
        drukt: async (titel, inputs, on, instance) => {
          const van = (await ergens(titel, on)) ?? on;
          return stuurtDruk(druk(titel, inputs, van), titel, van, instance);
        },
      };
    }
    return groep;
  }

  /** What came back to this person by message: their own card changed, or a message for them. Live cards change meanwhile. */
  function lastCard(before: number, conversation: string, naam: string, on?: AnyCard): AnyCard {
    const sent = teams.sent.slice(before).filter((one) => one.conversation === conversation);
    const found =
      sent.findLast(
        ({ method, activityId }) =>
          method === 'PUT' && on !== undefined && !on.isLive && activityId === on.messageId,
      ) ??
      sent.findLast(
        (one) => one.method === 'POST' && new RegExp(`oor ${naam}$`, 'm').test(textOf(cardOf(one))),
      ) ??
      sent.findLast((one) => one.method === 'POST' && cardOf(one).isLive !== true) ??
      sent.findLast(({ method }) => method === 'POST');
    if (!found) throw new Error('nothing came back');
    return cardOf(found);
  }

  return world;
}

/** How a card asks for what one person sees of it. */
interface Refresh {
  action: Wire;
  userIds: string[];
}

const account = (naam: string) => ({
  id: `29:${naam}`,
  name: naam,
  aadObjectId: `oid-${naam}`,
  tenantId: TENANT,
  userRole: 'user',
});

const heeft = (card: AnyCard, titel: string) =>
  knoppenOp(card).some(({ title }) => title === titel);

/** The rows behind which a button may stand that is not on the card itself: a person opens one after another. */
const rijenVoor = (card: AnyCard | undefined, titel: string): Knop[] =>
  card && !heeft(card, titel) ? knoppenOp(card).filter(isRij) : [];

const heeftRijen = (card: AnyCard) => knoppenOp(card).some(isRij);

/** Turns to the next page of a list. */
const BLADER = 'Volgende';

const isRij = ({ title }: Knop) => title === 'Openen';

/** Messages as they are after their updates, in the order in which they were first sent. */
function latest(sent: readonly Sent[]): Sent[] {
  const standing = new Map<string, Sent>();
  for (const one of sent) standing.set(one.activityId, one);
  return [...standing.values()];
}

function cardOf({ activity, activityId }: Sent): AnyCard {
  const { attachments, text = '' } = activity as {
    attachments?: { content: Record<string, unknown> }[];
    text?: string;
  };
  const card = attachments?.[0]?.content ?? {
    type: 'AdaptiveCard',
    body: [{ type: 'TextBlock', text }],
  };
  return { ...card, messageId: activityId, isLive: /Stap \d van 6/.test(JSON.stringify(card)) };
}

/** The card in the answer to an invoke; it stands where the pressed card stood. */
function answered(body: unknown, on: AnyCard | undefined): AnyCard | undefined {
  const answer = body as
    | { value?: AnyCard; task?: { value: { card: { content: AnyCard } } } }
    | undefined;
  if (answer?.task) return { ...answer.task.value.card.content, messageId: '', isDialog: true };
  return answer?.value ? { ...answer.value, messageId: on?.messageId ?? '' } : undefined;
}

function pressOf(
  envelope: (type: string, fields: Wire) => Wire,
  knop: Knop,
  on: AnyCard,
  inputs: Record<string, string>,
): Wire {
  const data = { ...standing(on), ...inputs };
  if (knop.type === 'Action.Execute') {
    const action = {
      type: 'Action.Execute',
      title: knop.title,
      verb: knop.verb,
      data: { ...data, ...knop.data },
    };
    return envelope('invoke', {
      name: 'adaptiveCard/action',
      value: { action, trigger: 'manual' },
      replyToId: on.messageId,
    });
  }
  if (on.isDialog)
    return envelope('invoke', { name: 'task/submit', value: { data: { ...data, ...knop.data } } });
  const { msteams, ...rest } = knop.data as { msteams?: { type: string } };
  if (msteams?.type === 'task/fetch')
    return envelope('invoke', {
      name: 'task/fetch',
      value: { data: { type: 'task/fetch', ...rest } },
      replyToId: on.messageId,
    });
  return envelope('message', { value: { ...data, ...knop.data }, replyToId: on.messageId });
}
