import { own } from '../../http/shape.ts';
import { createHash } from 'node:crypto';
import type { Beeld, Bericht, Berichten, Traject } from '../../process/contract/contract.ts';
import type { Trajecten } from '../../process/contract/trajecten.ts';
import type { Shown } from '../../answer/shown.ts';
import { isGestart } from '../../process/feiten/gegevens.ts';
import type { OutboxMessage } from '../../process/contract/decision.ts';
import { mens, type Deelnemer } from '../../process/feiten/deelnemers.ts';
import type { LiveKaart } from '../../process/vormen/live-kaart.ts';
import type { Facts, Project } from '../../process/feiten/project.ts';
import type { Button, Screen } from '../../process/vormen/screen.ts';
import { isGeopend } from '../../process/feiten/geopende-stap.ts';
import { teruggenomen } from '../../process/stappen/berichten.ts';
import { stepOf } from '../../process/contract/step.ts';
import { afgekort, kortweg } from '../../process/taal/tekst.ts';
import type { Bestand, Klus } from '../../process/stukken/klus.ts';
import { voorIedereen, zoalsGelezen } from '../../process/feiten/vertrouwelijk.ts';
import { prentVan, type Prent } from '../../process/stukken/prent.ts';
import { vergaderlink } from '../../process/stukken/vergaderlink.ts';
import { nl, nlVan } from '../../text/nl.ts';
import { drawCard, literal } from './cards.ts';
import { liveData } from './live.ts';
import type { Card, Message } from '../port.ts';
import type { Picture } from './picture.ts';
import { drawScreen } from './screens.ts';
import {
  refreshOf,
  type CardContext,
  type Kaartwijze,
  type Surface,
  type Vormwijze,
} from './wire.ts';
import { bovenVragen } from '../../process/stappen/boven-vragen.ts';
import { eigenKaart, kijkers } from '../../process/stappen/eigen-kaart.ts';
import { aaneen } from '../../process/taal/aaneen.ts';
import { opEenRij } from '../../process/taal/opsomming.ts';

/** The verb that opens a form as a card, where a dialog does not open. */
export const LUKT_NIET = 'lukt-niet';

export interface Style {
  trajecten: Trajecten;
  forms: Vormwijze;
  cards: Kaartwijze;
  /** UTC ISO */
  now: () => string;
  /** The address of a page of the tab; left out where there is no tab. */
  tabLink?: ((project: string, blad: string) => string) | undefined;
}

/** What the buttons of one card share. */
export function contextOf(
  style: Style,
  project: string,
  rest: {
    surface: Surface;
    nonce: string;
    rev?: number;
    van?: string;
    oid?: string;
    kaart?: string;
  },
): CardContext {
  return {
    forms: style.forms,
    cards: style.cards,
    tabLink: style.tabLink,
    project,
    rev: 0,
    van: '',
    oid: '',
    kaart: '',
    ...rest,
    opens: (verb) => verb === LUKT_NIET || style.trajecten.opent(verb),
  };
}

/** The live card of a step. */
export const drawLive = (style: Style, project: Project, stapId: string): Message =>
  liveMessage(style, project, { stapId, kaart: kaartVan(style, project, stapId) });

/** The same as one person sees it. `melding`: a line about what they just did. */
export function drawEigen(
  style: Style,
  project: Project,
  { stapId, lezer, melding }: { stapId: string; lezer: Deelnemer; melding: string },
): Card {
  const beeld = beeldVan(style, project);
  const kaart = eigenKaart(beeld, stepOf(beeld.traject, stapId), lezer);
  return liveMessage(style, project, { stapId, kaart, melding }).card ?? {};
}

function beeldVan({ trajecten, now }: Style, project: Project): Beeld {
  return { project: voorIedereen(project), now: now(), traject: trajecten.van(project) };
}

function kaartVan(style: Style, project: Project, stapId: string): LiveKaart {
  const beeld = beeldVan(style, project);
  return stepOf(beeld.traject, stapId).kaart(beeld);
}

/** How the card stands for each of those whose own it is: it changes for them when this does. */
function eigenVan(style: Style, project: Project, stapId: string) {
  const beeld = beeldVan(style, project);
  return kijkers(beeld, stepOf(beeld.traject, stapId));
}

function liveMessage(
  style: Style,
  project: Project,
  {
    stapId,
    kaart,
    melding = '',
  }: { stapId: string; kaart: LiveKaart; melding?: string | undefined },
): Message {
  const around: Button[] =
    style.forms === 'dialoog' ? [{ titel: nl.lukt, verb: LUKT_NIET, args: { stap: stapId } }] : [];
  const context = contextOf(style, project.id, {
    surface: 'gedeeld',
    nonce: `k${project.n}`,
    kaart: stapId,
  });
  const wie = eigenVan(style, project, stapId).flatMap(
    ({ lid }) => lid.facts.identities[0]?.teamsId ?? [],
  );
  const card = {
    ...drawCard('stap', liveData(kaart, melding, around), context),
    refresh: refreshOf(context, wie),
  };
  return { card, summary: nl.samenvattingVanKaart(kaart) };
}

/** What a notification shows, in signs; the message itself has the rest. */
const MAX_SUMMARY = 160;

/** A short message for the whole group. */
function drawBericht(style: Style, project: Project, bericht: Bericht, nonce: string): Message {
  const { woorden } = style.trajecten.van(project);
  const context = contextOf(style, project.id, { surface: 'gedeeld', nonce });
  const { titel, regels, knoppen, vergadering, klein = '' } = bericht;
  const url = vergadering ? vergaderlink(vergadering) : '';
  const links = url === '' ? [] : [{ titel: nl.inAgenda, url }];
  const screen: Screen = { kind: 'bericht', soort: 'uitleg', titel, regels, knoppen, links, klein };
  const card = drawScreen(screen, { ...context, verb: '', args: {}, voor: '', boven: '', woorden });
  const mentions = mentionsOf(project, bericht.noemt ?? []);
  return {
    card: mentions.length === 0 ? card : withNames(card, mentions),
    summary: kortweg([titel, ...namesIn(mentions), ...regels].join(' '), MAX_SUMMARY),
    mentions,
  };
}

type Mention = NonNullable<Message['mentions']>[number];

/**
 * These people as Teams mentions them. Teams finds each by the words between the tags, so no two have the same: not even
 * when all that told them apart was markup.
 */
function mentionsOf(project: Project, ids: readonly string[]): Mention[] {
  const found = ids.flatMap((id) => mentionOf(project, id));
  const before = (at: number) => found.slice(0, at).filter(({ naam }) => naam === found[at]?.naam);
  return found.map((een, at) => {
    const nth = before(at).length + 1;
    return nth === 1 ? een : { ...een, naam: `${een.naam} (${nth})` };
  });
}

/** A person as Teams mentions them; undefined for people without Teams. */
function mentionOf(project: Project, id: string): Mention[] {
  const lid = mens(project, id);
  const teamsId = lid?.facts.identities[0]?.teamsId ?? '';
  return lid && teamsId !== '' ? [{ teamsId, naam: plainName(lid.naam) }] : [];
}

/**
 * Removes what Teams would read as markup. Inside the tags nothing can be escaped, or Teams does not recognise the
 * mention.
 */
const plainName = (naam: string) =>
  naam
    .replace(/[\\`*_[\]#<>|~&{}]/g, '')
    .replace(/^\s*(?:[-+]|\d+[.)])\s/, '')
    .trim() || nl.deelnemer;

const namesIn = (mentions: readonly Mention[]) =>
  mentions.length === 0 ? [] : [aaneen`${opEenRij(mentions.map(({ naam }) => naam))}:`];

/** Puts the mentioned names below the title: the project and the question come first (rule 6). */
function withNames(card: Card, mentions: readonly Mention[]): Card {
  const text = opEenRij(mentions.map(({ naam }) => `<at>${naam}</at>`));
  const [titel, ...rest] = card['body'] as object[];
  return { ...card, body: [titel, { type: 'TextBlock', text, wrap: true }, ...rest] };
}

/** A message with the names that it mentions, for a name may change or be erased. */
const genoemd = (project: Project, { noemt = [], ...rest }: Bericht): object =>
  noemt.length === 0
    ? rest
    : { ...rest, noemt: mentionsOf(project, noemt).map(({ naam }) => naam) };

const digestOf = (data: object) =>
  createHash('sha256').update(JSON.stringify(data)).digest('base64url').slice(0, 22);

/** The number of signs said with a picture and beside it: not every client reads the name of a picture aloud. */
const SIGNS = { bij: 1_000, naast: 400 } as const;

/** A picture in a message with its words: in the text for readers, and with the picture for screen readers. */
async function drawPrent(
  { titel, woorden, klus }: Prent,
  maak: (klus: Klus) => Promise<Bestand>,
  inTab: string | undefined,
): Promise<Message> {
  const { bytes, type } = await maak(klus);
  const zinnen = woorden.map((zin) => (/[.?:…]$/.test(zin) ? zin : `${zin}.`)).join(' ');
  const alt = afgekort(aaneen`${titel}. ${zinnen}`, SIGNS.bij);
  const naast = afgekort(zinnen, SIGNS.naast);
  return {
    // Not every client shows it.
    text: `${literal(`${titel}\n${naast}`)}${inTab ? `\n\n[${nl.geenPlaatje}](${inTab})` : ''}`,
    summary: titel,
    image: { url: `data:${type};base64,${Buffer.from(bytes).toString('base64')}`, naam: alt },
  };
}

/** A message in somebody's own chat is theirs alone; in the group everybody reads along (rule 10). */
function zoalsBestemd(project: Project, { aan }: Facts): Project {
  const lid = typeof aan === 'string' ? mens(project, aan) : undefined;
  return lid ? zoalsGelezen(project, lid) : voorIedereen(project);
}

/** Draws what must be shown from what stands in the outbox. */
export function drawingOf(
  style: Style,
  berichten: Berichten,
  maak?: (klus: Klus) => Promise<Bestand>,
) {
  const berichtPicture = (project: Project, bericht: Bericht): Picture => ({
    digest: digestOf(genoemd(project, bericht)),
    isLive: bericht.blijft ?? false,
    isNeeded: !bericht.overbodig,
    message: () => drawBericht(style, project, bericht, `b${project.n}`),
  });
  const bySoort = ({ stappen }: Traject, soort: string) =>
    [berichten, ...stappen.map((step) => step.berichten)]
      .map((all) => own(all, soort))
      .find((found) => found !== undefined);

  return {
    /** Undefined for a soort that no longer exists. */
    picture: (project: Project, { soort, facts }: OutboxMessage): Picture | undefined => {
      if (soort === 'kaart') {
        const stapId = facts['stap'] as string;
        if (!isGeopend(project, stapId))
          return berichtPicture(
            project,
            teruggenomen(style.trajecten.van(project), project, facts),
          );
        const kaart = kaartVan(style, project, stapId);
        return {
          digest: digestOf({
            kaart,
            // What stands already changes when the setting does, and not when a version first knows it.
            ...(style.cards === 'gewoon' && { cards: style.cards }),
            eigen: eigenVan(style, project, stapId).map(({ lid, zin }) => [lid.id, zin]),
          }),
          isLive: true,
          isNeeded: true,
          message: () => liveMessage(style, project, { stapId, kaart }),
        };
      }
      const traject = style.trajecten.van(project);
      const beeld = { project: zoalsBestemd(project, facts), now: style.now(), traject };
      const bericht = bySoort(traject, soort)?.(beeld, facts);
      if (!bericht) return undefined;
      const picture = berichtPicture(project, bericht);
      const prent = soort === 'beeld' ? prentVan(beeld, facts['wat'] as string) : undefined;
      return prent && maak
        ? {
            ...picture,
            later: () => drawPrent(prent, maak, style.tabLink?.(project.id, prent.blad)),
          }
        : picture;
    },
    moved: (project: Project, where: 'lower' | 'elsewhere'): Picture => {
      const titel =
        where === 'lower' ? nl.verplaatst : nlVan(style.trajecten.van(project).woorden).verhuisd;
      return berichtPicture(project, { titel, regels: [], knoppen: [] });
    },
  };
}

/** A screen for one person, with what its buttons need to find the way back. */
export function drawFor(
  style: Style,
  { ctx, verb, screen, nonce, rev = 0, answers = {} }: Omit<Shown, 'isWeergave'>,
  surface: Surface,
): Card {
  const van = ctx.actor.id || ctx.iemand.oid;
  const context = contextOf(
    style,
    isGestart(ctx.project) || style.trajecten.begint(verb) ? ctx.project.id : '',
    {
      surface,
      nonce,
      rev,
      van,
      oid: ctx.iemand.oid,
    },
  );
  const voor =
    surface === 'eigen' && ctx.gesprek.soort !== 'personal'
      ? ctx.actor.naam || ctx.iemand.naam
      : '';
  const { woorden } = ctx.traject;
  const boven = screen.kind === 'formulier' ? bovenVragen(ctx, verb, screen.velden) : '';
  return drawScreen(screen, { ...context, verb, args: ctx.args, voor, boven, woorden }, answers);
}
