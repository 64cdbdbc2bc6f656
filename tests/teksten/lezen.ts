import type { Bericht } from '../../src/process/contract/contract.ts';
import type { Field, Fields } from '../../src/process/vormen/form.ts';
import type {
  Deel,
  Hoofdstuk,
  Rooster,
  Staven,
  Lijngrafiek,
} from '../../src/process/vormen/hoofdstuk.ts';
import type { Button, Screen } from '../../src/process/vormen/screen.ts';
import type { Stuk } from '../../src/process/vormen/stuk.ts';
import type { Card } from '../../src/teams/port.ts';
import { elementen, isAction, type Element } from '../cards/kaarten.ts';

/** A button as it stands in the record. */
const knop = ({ titel }: Pick<Button, 'titel'>) => `[${titel}]`;
const knoppen = (lijst: readonly Pick<Button, 'titel'>[]) => lijst.map(knop);

/** What one reads on a screen, a line per text. */
export function opScherm(screen: Screen): string[] {
  const { titel, knoppen: onder } = screen;
  return [titel, ...inScherm(screen), ...knoppen(onder)];
}

function inScherm(screen: Screen): string[] {
  switch (screen.kind) {
    case 'formulier': {
      const { uitleg, velden, opslaan, nogEen } = screen;
      return [...uitleg, ...inVelden(velden), ...[opslaan, nogEen].map((titel) => knop({ titel }))];
    }
    case 'lijst':
      return [
        ...screen.uitleg,
        ...(screen.grafiek
          ? [screen.grafiek.titel, ...screen.grafiek.punten.flatMap(({ naam, zin }) => [naam, zin])]
          : []),
        ...screen.groepen.flatMap(({ kop, items }) => [
          kop,
          ...items.flatMap((one) => [one.tekst, ...one.regels, ...knoppen(one.knoppen)]),
        ]),
        `Pagina ${screen.pagina} van ${screen.van}`,
      ];
    case 'bericht':
      return [...screen.regels, ...knoppen(screen.links ?? [])];
    case 'email':
      return [...screen.uitleg, screen.onderwerp, screen.tekst];
  }
}

const inVelden = (velden: Fields) => Object.values(velden).flatMap(inVeld);

function inVeld({ label, uitleg, keuzes, soort, waarde }: Field<unknown>): string[] {
  const gekozen = waarde.split(',');
  const bij = ['keuze', 'meer', 'vink'].includes(soort) ? [] : [waarde];
  return [
    `? ${label}`,
    uitleg,
    ...keuzes.map(({ id, tekst }) => `${gekozen.includes(id) ? '(x)' : '( )'} ${tekst}`),
    ...bij.map((staat) => (staat === '' ? '' : `= ${staat}`)),
    ...(soort === 'vink' && waarde === 'true' ? ['(x)'] : []),
  ];
}

/** What the group reads in a message, and what stands in the calendar that comes with it. */
export const inBericht = ({ titel, regels, knoppen: onder, vergadering }: Bericht): string[] => [
  titel,
  ...regels,
  ...knoppen(onder),
  ...(vergadering
    ? [vergadering.onderwerp, vergadering.van, vergadering.tot, vergadering.plaats]
    : []),
];

/** What one reads of a chapter, with what one can do in it. */
export const inHoofdstuk = ({ titel, inleiding, delen, knoppen: onder }: Hoofdstuk): string[] => [
  titel,
  inleiding,
  ...delen.flatMap(inDeel),
  ...knoppen(onder),
];

function inDeel(deel: Deel): string[] {
  switch (deel.soort) {
    case 'alinea':
      return [deel.kop, ...deel.tekst];
    case 'kenmerken':
      return [deel.kop, ...deel.paren.map(({ naam, waarde }) => `${naam}: ${waarde}`)];
    case 'opsomming':
      return [deel.kop, ...deel.punten, deel.leeg];
    case 'tabel':
      return [
        deel.kop,
        ...deel.kolommen.map(({ naam }) => `| ${naam}`),
        ...deel.rijen.flatMap(({ cellen, knoppen: bij }) => [
          ...cellen.map((cel) => (cel === null ? '(onbekend)' : String(cel))),
          ...knoppen(bij),
        ]),
        deel.leeg,
      ];
    case 'figuur':
      return [deel.kop, ...deel.alt, ...inBeeld(deel.prent)];
  }
}

function inBeeld(beeld: Rooster | Staven | Lijngrafiek): string[] {
  switch (beeld.vorm) {
    case 'rooster':
      return [
        ...[beeld.x, beeld.y].flatMap(({ naam, niveaus }) => [naam, ...niveaus]),
        ...beeld.stippen.flatMap(({ naam, bij }) => [naam, bij]),
      ];
    case 'staven':
      return [beeld.eenheid, ...beeld.staven.flatMap(({ naam, bij }) => [naam, bij])];
    case 'lijngrafiek':
      return [beeld.eenheid, ...beeld.lijnen.map(({ naam }) => naam)];
  }
}

/** What stands on paper. */
export const opPapier = ({ titel, ondertitel, kenmerken, stand, hoofdstukken }: Stuk): string[] => [
  titel,
  ondertitel,
  ...kenmerken.map(({ naam, waarde }) => `${naam}: ${waarde}`),
  stand,
  ...hoofdstukken.flatMap(inHoofdstuk),
];

/** What stands on a card as it is drawn, with the words of its template. */
export const opKaart = (card: Card): string[] =>
  elementen(card).flatMap((element) =>
    isAction(element)
      ? [`[${String(element['title'])}]`]
      : [...eigenTekst(element), ...rijen(element, 'facts'), ...rijen(element, 'choices')],
  );

const eigenTekst = (element: Element): string[] =>
  ['label', 'title', 'text', 'placeholder', 'altText'].flatMap((key) =>
    // Backslashes keep Markdown away; nobody sees them.
    typeof element[key] === 'string' ? [element[key].replace(/\\(?=[\W_])/g, '')] : [],
  );

const rijen = (element: Element, key: 'facts' | 'choices'): string[] =>
  ((element[key] ?? []) as Element[]).map(({ title, value }) =>
    key === 'facts' ? `${String(title)}: ${String(value)}` : String(title),
  );

/** Every text in plain data that is made to be read. */
export const alleTekst = (data: unknown): string[] => {
  if (typeof data === 'string') return [data];
  if (Array.isArray(data)) return data.flatMap(alleTekst);
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(alleTekst) : [];
};

const TEKENS: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#96;': '`',
  '&amp;': '&',
};

/** What one reads or hears of a page: what stands between its tags, and the names that only a screen reader says. */
export const opPagina = (markup: string): string[] =>
  markup
    .replace(/<(\/?)(strong|em|span|wbr|time|b)\b[^>]*>/g, (tag) => namenIn(tag).join('\n'))
    .replace(/<[^>]*>/g, (tag) => `\n${namenIn(tag).join('\n')}\n`)
    .replace(/&(?:lt|gt|quot|amp|#39|#96);/g, (sign) => TEKENS[sign] ?? sign)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim());

const namenIn = (tag: string): string[] =>
  [...tag.matchAll(/ (?:aria-label|title|alt|placeholder|data-meldt)="([^"]*)"/g)].map(
    ([, naam = '']) => naam,
  );
