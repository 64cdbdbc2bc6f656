import { own } from '../../http/shape.ts';
import { opBladen, type GebladerdeVraag } from '../../process/vormen/bladen.ts';
import type { Fields } from '../../process/vormen/form.ts';
import { KORT, LANG, vraagTekst } from '../../process/vormen/form.ts';
import { kaartKnop } from '../../process/vormen/live-kaart.ts';
import { MAX_LINES, rijVan, unitsOf } from '../../process/vormen/screen.ts';
import type {
  Button,
  EmailScreen,
  FormScreen,
  Grafiek,
  Item,
  ListScreen,
  NoticeScreen,
  Screen,
} from '../../process/vormen/screen.ts';
import type { Answers, Op } from '../../answer/answers.ts';
import type { Woorden } from '../../process/contract/woorden.ts';
import { nl, nlVan } from '../../text/nl.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { drawCard } from './cards.ts';
import { composeLink } from './compose-link.ts';
import type { Card } from '../port.ts';
import type { CardContext } from './wire.ts';

/** What a screen saves to or shows again, and whose it is: empty where nobody else can see it. */
interface Voor {
  verb: string;
  args: Readonly<Record<string, string>>;
  voor: string;
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

const lines = (texts: readonly string[]) =>
  texts
    .flatMap((text) => {
      const all = text.split('\n');
      return all.length <= MAX_LINES
        ? all
        : [...all.slice(0, MAX_LINES - 1), all.slice(MAX_LINES - 1).join('\n')];
    })
    .map((tekst) => ({ tekst }));
const knop = (button: Button & { op?: Op }, mee: Readonly<Record<string, string>> = {}) => ({
  ...kaartKnop(button),
  op: button.op ?? '',
  extra: '',
  mee: { ...mee },
});

function formData(
  screen: FormScreen,
  { verb, args, voor, woorden }: Voor & { woorden: Woorden },
  answers: Answers,
) {
  const { vragen, mee, knoppen } = opBladen(screen.velden, answers.raw);
  const save = (titel: string, extra: string, stijl = 'default') => ({
    titel,
    verb,
    args: { ...args },
    op: 'bewaar',
    extra,
    stijl,
    mee,
  });
  return {
    melding: answers.melding ?? '',
    meldingStijl: answers.stijl ?? 'attention',
    voor: voor === '' ? '' : nl.formulierVoor(voor),
    titel: screen.titel,
    uitleg: lines(screen.uitleg),
    velden: vragen.map((vraag) => fieldData(vraag, own(answers.fouten, vraag.id) ?? '')),
    privacy: privacyZin(woorden, screen.velden),
    knoppen: [
      ...(answers.toch ? [save(nl.tochOpslaan, 'toch')] : []),
      ...(answers.gesloten ? [] : [save(screen.opslaan, '', 'positive')]),
      ...(screen.nogEen === '' || answers.toch || answers.gesloten
        ? []
        : [save(screen.nogEen, 'nogEen')]),
      ...knoppen.map(({ titel, mee: of }) => knop({ titel, verb, args, op: 'open' }, of)),
      ...(answers.knoppen ?? []).map((button) => knop(button, button.op === 'bewaar' ? mee : {})),
      ...screen.knoppen.map((button) => knop(button)),
    ],
  };
}

/** The sentence that says who reads along, for forms with free text. */
function privacyZin(woorden: Woorden, fields: Fields): string {
  if (!Object.values(fields).some(({ soort, vrij }) => soort === 'lang' && vrij)) return '';
  const { privacy, privacyKeuze } = nlVan(woorden);
  return 'vertrouwelijk' in fields ? privacyKeuze : privacy;
}

function fieldData({ id, veld: field, waarde }: GebladerdeVraag, fout: string) {
  const { soort, keuzes, bladeren } = field;
  return {
    id,
    soort: soort === 'getal' ? 'kort' : soort,
    // The sentence stands in the label itself, so that a screen reader says it with the field.
    label: vraagTekst(field, fout && nl.letOp(fout)),
    titel: soort === 'vink' ? nl.ja : '',
    waarde,
    max: soort === 'lang' || !field.vrij ? LANG : KORT,
    fout: fout !== '',
    stijl: soort === 'meer' || keuzes.length <= bladeren.open ? 'expanded' : 'compact',
    keuzes: keuzes.length === 0 ? [{ id: '', tekst: '' }] : keuzes.map((keuze) => ({ ...keuze })),
  };
}

function listData(
  screen: ListScreen,
  { verb, args, voor, opens }: Voor & Pick<CardContext, 'opens'>,
) {
  let at = 0;
  const rij = (thing: Item) => {
    const van = { pagina: String(screen.pagina), rij: rijVan(thing, at++) };
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
 * stands alone with all its buttons. Only what acts at once keeps a button of its own.
 */
function itemData(
  { tekst, regels, knoppen }: Item,
  rijKnop: Button,
  opens: (verb: string) => boolean,
) {
  const [first = ''] = tekst.split('\n', 1);
  const rest = tekst.slice(first.length + 1);
  const [only, ...more] = knoppen;
  const isDaad = only !== undefined && more.length === 0 && !opens(only.verb);
  const opent = isDaad || !only ? undefined : more.length === 0 ? only : rijKnop;
  return {
    tekst: first,
    regels: lines([...(rest === '' ? [] : [rest]), ...regels]),
    opent: opent !== undefined,
    opentTitel: opent?.titel ?? '',
    opentVerb: opent?.verb ?? '',
    opentArgs: { ...opent?.args },
    heeftKnoppen: isDaad,
    knoppen: isDaad ? knoppen.map(kaartKnop) : [],
  };
}

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
