import { kaartKnop } from '../../process/vormen/live-kaart.ts';
import { TAB } from '../../process/vormen/naar-tab.ts';
import { isOntvangst, unitsOf } from '../../process/vormen/screen.ts';
import type { EmailScreen, NoticeScreen, Screen } from '../../process/vormen/screen.ts';
import type { Answers } from '../../answer/answers.ts';
import type { Woorden } from '../../process/contract/woorden.ts';
import { nl } from '../../text/nl.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { drawCard } from './cards.ts';
import { composeLink } from './compose-link.ts';
import { formData } from './form.ts';
import { listData } from './list.ts';
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
      return drawCard('bericht', { spraak, ...noticeData(screen, context) }, context);
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

const STIJL = { gelukt: 'good', 'niet-gelukt': 'attention', uitleg: 'default' } as const;

function noticeData(
  screen: NoticeScreen,
  { voor, tabLink }: Pick<Voor, 'voor'> & Pick<CardContext, 'tabLink'>,
) {
  const { soort, titel, regels, klein = '', links = [] } = screen;
  const hier = screen.knoppen.filter(({ verb }) => verb !== TAB || tabLink !== undefined);
  const knoppen = isOntvangst(screen) ? hier.slice(0, 1) : hier;
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
