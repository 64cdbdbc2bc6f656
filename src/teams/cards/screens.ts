import { kaartKnop } from '../../process/vormen/live-kaart.ts';
import { rijVan, unitsOf } from '../../process/vormen/screen.ts';
import type {
  Button,
  EmailScreen,
  Grafiek,
  Item,
  ListScreen,
  NoticeScreen,
  Screen,
} from '../../process/vormen/screen.ts';
import type { Answers } from '../../answer/answers.ts';
import type { Woorden } from '../../process/contract/woorden.ts';
import { nl } from '../../text/nl.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { drawCard } from './cards.ts';
import { composeLink } from './compose-link.ts';
import { formData } from './form.ts';
import { knop, lines } from './parts.ts';
import type { Card } from '../port.ts';
import type { CardContext } from './wire.ts';

/** What a screen saves to or shows again, and whose it is: empty where nobody else can see it. */
interface Voor {
  verb: string;
  args: Readonly<Record<string, string>>;
  voor: string;
  /** What stands above the first question of a form; empty for none. */
  boven: string;
}

/** Draws a screen as a card. `woorden`: what the traject calls things. */
export function drawScreen(
  screen: Screen,
  context: CardContext & Voor & { woorden: Woorden },
  answers: Answers = {},
): Card {
  const spraak = gesproken(screen, answers);
  switch (screen.kind) {
    case 'formulier':
      return drawCard('formulier', { spraak, ...formData(screen, context, answers) }, context);
    case 'lijst':
      return drawCard('lijst', { spraak, ...listData(screen, context) }, context);
    case 'bericht':
      return drawCard('bericht', { spraak, ...noticeData(screen, context.voor) }, context);
    case 'email':
      return drawCard('email', { spraak, ...emailData(screen, context.voor) }, context);
  }
}

/** So much of a card is heard before one looks at it. */
const MAX_SPRAAK = 300;

function gesproken(screen: Screen, { melding = '' }: Answers): string {
  const verder = screen.kind === 'bericht' ? screen.regels : screen.uitleg;
  const delen = [melding, screen.titel, ...verder].filter((deel) => deel !== '');
  return kortweg(delen.join(' '), MAX_SPRAAK);
}

function listData(
  screen: ListScreen,
  { verb, args, voor, opens }: Voor & Pick<CardContext, 'opens'>,
) {
  let at = 0;
  const rij = (thing: Item) => {
    // A row of another project than the list itself is looked for there.
    const project = thing.knoppen[0]?.args?.['project'];
    const van = {
      pagina: String(screen.pagina),
      rij: rijVan(thing, at++),
      ...(project !== undefined && { project }),
    };
    return itemData(thing, { titel: nl.openen, verb, args: { ...args, ...van } }, opens);
  };
  const page = (titel: string, pagina: number): Button => ({
    titel,
    verb,
    args: { ...args, pagina: String(pagina) },
  });
  const pages = [
    ...(screen.pagina > 1 ? [page(nl.vorige, screen.pagina - 1)] : []),
    ...(screen.pagina < screen.van ? [page(nl.volgende, screen.pagina + 1)] : []),
  ];
  return {
    voor: voor === '' ? '' : nl.voor(voor),
    titel: screen.titel,
    uitleg: lines(screen.uitleg),
    ...grafieken(screen),
    groepen: screen.groepen.map(({ kop, items }) => ({ kop, items: items.map(rij) })),
    // The text above an empty list has already said why it is empty.
    leeg:
      screen.uitleg.length > 0 || screen.groepen.some(({ items }) => items.length > 0)
        ? ''
        : nl.nogNiets,
    bladeren: screen.van > 1 ? nl.pagina(screen.pagina, screen.van) : '',
    // Kept apart, so that the card's own buttons stay within the six that Teams shows.
    bladerKnoppen: pages.map(kaartKnop),
    knoppen: screen.knoppen.map(kaartKnop),
  };
}

/** Charts by kind. The template holds what clients without charts show instead. */
function grafieken({ grafiek }: ListScreen) {
  const van = (soort: Grafiek['soort']) =>
    grafiek?.soort === soort && grafiek.punten.length > 0
      ? [{ titel: grafiek.titel, punten: grafiek.punten.map((punt) => ({ ...punt })) }]
      : [];
  return { staven: van('staven'), ringen: van('ring') };
}

/**
 * A row of a list. What opens something opens by pressing the row itself, and so does a row with more to do, which then
 * stands alone with all its buttons. Only what most people need there at once keeps a button of its own: one that acts, or
 * that is marked so.
 */
function itemData(
  { tekst, regels, knoppen }: Item,
  rijKnop: Button,
  opens: (verb: string) => boolean,
) {
  const [first = ''] = tekst.split('\n', 1);
  const rest = tekst.slice(first.length + 1);
  const [only, ...more] = knoppen;
  const eigen = only && isMeteen(only, opens, more.length > 0) ? [only] : [];
  const opent = more.length > 0 ? rijKnop : eigen.length > 0 ? undefined : only;
  return {
    tekst: first,
    regels: lines([...(rest === '' ? [] : [rest]), ...regels]),
    opent: opent !== undefined,
    opentTitel: opent?.titel ?? '',
    opentVerb: opent?.verb ?? '',
    opentArgs: { ...opent?.args },
    heeftKnoppen: eigen.length > 0,
    knoppen: eigen.map(kaartKnop),
  };
}

/** True for what one presses without opening the row first. A row that opens has no second button that only opens. */
const isMeteen = (
  { verb, stijl }: Button,
  opens: (verb: string) => boolean,
  heeftMeer: boolean,
): boolean =>
  opens(verb) ? heeftMeer && stijl === 'positive' : stijl !== 'destructive' || !heeftMeer;

const STIJL = { gelukt: 'good', 'niet-gelukt': 'attention', uitleg: 'default' } as const;

function noticeData(
  { soort, titel, regels, knoppen, klein = '', links = [] }: NoticeScreen,
  voor: string,
) {
  return {
    voor: voor === '' ? '' : nl.voor(voor),
    stijl: STIJL[soort],
    titel,
    regels: lines(fitting(regels)),
    klein,
    knoppen: knoppen.map((button) => knop(button)),
    links: links.map((link) => ({ ...link })),
  };
}

/**
 * The text stands in inputs. In Teams on a phone nothing else on a card can be selected, and separate elements lose their
 * lines when copied. The reader may change the text before copying it; nothing is stored.
 */
function emailData({ titel, uitleg, onderwerp, tekst, knoppen }: EmailScreen, voor: string) {
  const link = composeLink(onderwerp, tekst);
  return {
    voor: voor === '' ? '' : nl.voor(voor),
    titel,
    uitleg: lines([link === '' ? nl.kopieer : nl.kopieerOfOpen, ...uitleg]),
    onderwerp,
    tekst,
    link,
    linkTitel: nl.inOutlook,
    knoppen: knoppen.map(kaartKnop),
  };
}

/** UTF-16 units of a message as JSON: far below what Teams takes, with room for its buttons. */
const MESSAGE_UNITS = 28_000;

/** Shortens what does not fit. A message that is too large could never be sent, and would hold up those behind it. */
function fitting(regels: readonly string[]): readonly string[] {
  let units = 0;
  const at = regels.findIndex((regel) => (units += unitsOf([regel])) > MESSAGE_UNITS);
  return at === -1 ? regels : [...regels.slice(0, at), nl.ingekort];
}
