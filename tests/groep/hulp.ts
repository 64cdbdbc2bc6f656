import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import {
  ingevuld,
  knoppenOp,
  textOf,
  type AnyCard,
  type Antwoorden,
  rijOp,
  rijenOp,
} from '../../support/voorbeeld/kaart.ts';
import { BOT, type Wire } from '../../support/activities.ts';
import { SERVICE_URL, TENANT } from '../../support/identity.ts';
import { openedHere } from '../../support/tables-here.ts';
import { openWorld, type Groep, type Lid, type World } from '../../support/world.ts';

export const NAAM = 'Overlast Stationsplein';

/** One world for many short cases, each in a conversation of its own. */
export function eenWereld(): () => World {
  let world: World | undefined;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());
  return () => {
    if (!world) throw new Error('no world before the first test');
    return world;
  };
}

/** The project as Sanne fills it in. */
export const PROFIEL: Antwoorden = {
  'Hoe heet het project?': NAAM,
  'Wie is de opdrachtgever?': 'de burgemeester',
};

export const PROBLEEM: Antwoorden = {
  'Wat is het probleem?': 'Op vrijdagavond rijden scooters over de stoep.',
  'Hoe hoog is het risico?': 'Hoog',
  'Wat raakt dit': 'Personen',
  'Hoe belangrijk is het': 'Hoog',
};

/** A goal, but for what it is and the problem that it is about. */
export const DOEL: Antwoorden = {
  'Hoe meten we dat?': 'Meldingen per maand.',
  'Hoeveel is het nu': '20',
  'Hoeveel moet het worden': '5',
  'Wat tellen we?': 'meldingen',
  'Staat iedereen achter': 'ja',
  'Waarom kunnen we dit halen?': 'ja',
  'Wanneer is het bereikt?': '2027-12-01',
};

export const SCOOTERS: Antwoorden = {
  'Wat willen we bereiken?': 'Minder scooters op de stoep.',
  ...DOEL,
};

export const MAATREGEL: Antwoorden = {
  'Wat doen jullie?': 'Toezicht op vrijdagavond.',
  'Op wie of wat is dit gericht?': ['Gebied'],
  'Wat doet deze maatregel?': 'We voorkomen dat het erger wordt',
};

/** Fills in a form that stands on the screen and presses the button that saves. */
export const vult = (lid: Lid, form: AnyCard, antwoorden: Antwoorden, knop = 'Opslaan') =>
  lid.drukt(knop, ingevuld(form, antwoorden), form);

/** Opens a form with a button of a card, fills it in and saves it. */
export const opentEnVult = async (
  lid: Lid,
  card: AnyCard,
  knop: string,
  antwoorden: Antwoorden,
  opslaan = 'Opslaan',
) => vult(lid, await lid.drukt(knop, {}, card), antwoorden, opslaan);

/** Types `start` and starts the project. */
export const start = async (lid: Lid, antwoorden: Antwoorden = {}) =>
  vult(lid, await lid.typt('start'), { ...PROFIEL, ...antwoorden }, 'Project starten');

/** Opens the next step with the date that is proposed, or another. */
export async function volgende(
  lid: Lid,
  antwoorden: Antwoorden = {},
  vraagt: (text: string) => Promise<AnyCard> = (text) => lid.typt(text),
): Promise<AnyCard> {
  const form = await vraagt('volgende stap');
  const knop = titels(form).find((titel) => /^Stap \d starten$/.test(titel)) ?? 'Stap starten';
  return vult(lid, form, antwoorden, knop);
}

/** The live card of a step, once it shows everything that was said. */
export async function live(world: World, groep: Groep, stap: number): Promise<AnyCard> {
  await world.rust();
  return groep.card(`Stap ${stap} van 6`);
}

/** Types something in a chat where the live card may come back in sight at the same moment; what answers it. */
export async function zegt(world: World, groep: Groep, lid: Lid, text: string): Promise<AnyCard> {
  await world.rust();
  const card = await lid.typt(text);
  if (card.isLive !== true) return card;
  const answer = groep.cards().findLast(({ isLive }) => isLive !== true);
  if (!answer) throw new Error(`nothing came back to "${text}"`);
  return answer;
}

/** The plan as somebody reads it: the row of each step, and what stands behind it. */
export async function heelPlan(lid: Lid, plan: AnyCard): Promise<string> {
  const delen = [textOf(plan)];
  for (const rij of rijenOp(plan))
    delen.push(textOf(await lid.opent(textOf(rij).split('\n', 1).join(''), plan)));
  return delen.join('\n');
}

/** What this person can do with the row of a list that says this. */
export async function bijRij(lid: Lid, card: AnyCard, tekst: string): Promise<string[]> {
  const own = titels(rijOp(card, tekst));
  if (!own.includes('Openen')) return own;
  return titels(await lid.opent(tekst, card)).filter((titel) => titel !== 'Terug naar de lijst');
}

/** All that this person can do with a list: its own buttons, and those behind each of its rows. */
export async function mogelijk(lid: Lid, card: AnyCard): Promise<string[]> {
  const rijen = rijenOp(card);
  const alle = rijen.flatMap(titels);
  const found = titels(card).filter((titel) => !alle.includes(titel));
  for (const rij of rijen) found.push(...(await bijRij(lid, rij, '')));
  return found;
}

export const titels = (card: AnyCard): string[] => knoppenOp(card).map(({ title }) => title);

/** All that stands in a conversation now, as one text. */
export const allesIn = (groep: Groep): string => groep.cards().map(textOf).join('\n---\n');

/** How many messages in the conversation show this text now. */
export const aantalMet = (groep: Groep, text: string): number =>
  groep.cards().filter((card) => textOf(card).includes(text)).length;

/** The project that a card belongs to. */
export function projectVan(card: AnyCard): string {
  for (const { data } of knoppenOp(card)) {
    const claim = data['_'] as { project?: string } | undefined;
    if (claim?.project) return claim.project;
  }
  throw new Error(`no project in the buttons of:\n${textOf(card)}`);
}

/** Something that Teams itself tells about a conversation, from somebody in it. */
export function gebeurtenis(
  { conversation }: Groep,
  type: string,
  fields: Wire,
  soort: 'personal' | 'groupChat' | 'channel' = 'groupChat',
): Wire {
  return {
    type,
    id: randomUUID(),
    timestamp: '2027-01-04T09:00:00.000Z',
    channelId: 'msteams',
    serviceUrl: SERVICE_URL,
    from: lidAccount('Sanne'),
    recipient: BOT,
    conversation: {
      id: conversation,
      conversationType: soort,
      tenantId: TENANT,
      isGroup: soort !== 'personal',
    },
    channelData: {
      tenant: { id: TENANT },
      ...(soort === 'channel' ? { team: { id: 'team' }, channel: { id: conversation } } : {}),
    },
    ...fields,
  };
}

/** A person as Teams' events name them. */
export const lidAccount = (naam: string) => ({
  id: `29:${naam}`,
  name: naam,
  aadObjectId: `oid-${naam}`,
  tenantId: TENANT,
});

export const geinstalleerd = (groep: Groep, soort?: 'personal' | 'groupChat' | 'channel') =>
  gebeurtenis(groep, 'installationUpdate', { action: 'add' }, soort);

/** The rows of all tables that this project's world has, as storage holds them; ETags and times left out. */
export async function rijen(projectId: string): Promise<Record<string, unknown>[]> {
  for (const { projecten, wegwijzer, wekker } of openedHere()) {
    if (!(await projecten.get(projectId, 'head'))) continue;
    const tables = Object.entries({ projecten, wegwijzer, wekker });
    const rows = tables.map(async ([name, table]) =>
      (await table.all()).map((row) => ({ table: name, ...asKept(row) })),
    );
    return (await Promise.all(rows)).flat();
  }
  throw new Error(`no table holds ${projectId}`);
}

function asKept(row: Record<string, unknown>): Record<string, unknown> {
  const { etag: _etag, timestamp: _timestamp, ...rest } = row;
  return rest;
}

/** Presses the nth button with this title: a list has one at every item. */
export async function drukNth(
  lid: Lid,
  card: AnyCard,
  titel: string,
  nth: number,
): Promise<AnyCard> {
  let seen = -1;
  const only = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(only).filter((one) => one !== undefined);
    if (typeof node !== 'object' || node === null) return node;
    const found = node as Record<string, unknown>;
    if (String(found['type']).startsWith('Action.') && found['title'] === titel) {
      seen += 1;
      if (seen !== nth) return undefined;
    }
    return Object.fromEntries(Object.entries(found).map(([key, value]) => [key, only(value)]));
  };
  return lid.drukt(titel, {}, only(card) as AnyCard);
}

/** What somebody has to do, in their own chat. */
export async function zietTaken(world: World, naam: string): Promise<AnyCard> {
  const chat = world.alleen(naam);
  return zegt(world, chat, chat.lid(naam), 'mijn taken');
}

/** A text that stands nowhere else, in letters: a row of digits in it would be asked about as a telephone number. */
export const kanariepiet = (): string =>
  `Kanarie-${randomUUID().replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))}`;
