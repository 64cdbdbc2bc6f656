import {
  antwoordOp,
  elders,
  hasChoice,
  isTeTypen,
  kenteken,
  teruggezet,
  type Field,
  type Fields,
} from './form.ts';
import { paginaNr, type Args, type Button } from './screen.ts';

/** One page of a long list: a form asks about so much of it at a time. */
export interface Blad<T> {
  deel: readonly T[];
  /** From 1. */
  nummer: number;
  van: number;
}

/** The page that is asked for, which may be anything. */
export function bladVan<T>(
  alles: readonly T[],
  perBlad: number,
  gevraagd: string | undefined,
): Blad<T> {
  const van = Math.max(1, Math.ceil(alles.length / perBlad));
  const nummer = paginaNr(gevraagd, van);
  return { deel: alles.slice((nummer - 1) * perBlad, nummer * perBlad), nummer, van };
}

/** Where a button to another page leads: the form, and what it is about. */
interface Waar {
  /** What there is more of: `maatregelen`. */
  wat: string;
  verb: string;
  args: Args;
}

/** The button to what comes after this page; none after the last. */
export function vervolgKnoppen({ nummer, van }: Blad<unknown>, waar: Waar): Button[] {
  const { wat, verb, args } = waar;
  return nummer < van
    ? [
        {
          titel: bladTitel(`Volgende ${wat}`, nummer + 1, van),
          verb,
          args: { ...args, pagina: String(nummer + 1) },
        },
      ]
    : [];
}

const bladTitel = (titel: string, nummer: number, van: number) => `${titel} (${nummer} van ${van})`;

/** Under this key a form sends along which page of these lists it shows, or which one is asked for. */
const BLAD = 'blad.';
const ELDERS = elders('');

/** Under this key a form sends along in which of its questions one types: it may be gone when its answers come. */
const GETYPT = 'getypt.in';

/** True for an answer to a question, and not for what a form sends along about itself. */
const isAntwoord = (key: string) =>
  key !== GETYPT && !key.startsWith(BLAD) && !key.startsWith(ELDERS);

/** The questions of a form in which one types. */
const teTypen = (velden: Fields): string[] =>
  Object.keys(velden).filter((id) => isTeTypen(velden[id] as Field<unknown>));

/** What somebody typed in a form, of all that it sent, as the form tells or as it is known here: no ticks and no ids of choices, which mean nothing to a reader. */
export function getypteTeksten(raw: Readonly<Record<string, string>>, velden?: Fields): string[] {
  const ids = velden ? teTypen(velden) : raw[GETYPT]?.split(',');
  // A form of before does not tell: rather a word too much than a text that is lost.
  const isGetypt = (id: string, text: string) =>
    ids ? ids.includes(id) : isAntwoord(id) && text !== 'true' && text !== 'false';
  return Object.entries(raw).flatMap(([id, text]) =>
    text.trim() !== '' && isGetypt(id, text) ? [text] : [],
  );
}

/** What a form sends along to come back as it stands, with all that was filled in. */
export const ZELFDE_FORMULIER = { [`${BLAD}zelfde`]: '1' };

/** True when what was sent asks for a page of a list. */
export const vraagtBlad = (sent: Readonly<Record<string, unknown>>) =>
  Object.keys(sent).some((key) => key.startsWith(BLAD));

/** One question as it is drawn: the choices of one page, with what is chosen of those. */
export interface GebladerdeVraag {
  id: string;
  veld: Field<unknown>;
  waarde: string;
}

interface Gebladerd {
  vragen: GebladerdeVraag[];
  /** What the form sends along with its answers. */
  mee: Record<string, string>;
  /** The buttons that turn a page, with what they send along. */
  knoppen: { titel: string; mee: Record<string, string> }[];
}

/**
 * The questions as they fit a card. What is chosen on the pages that are not shown goes along with the form, so that it
 * counts whatever the order of turning, and also when the list changes meanwhile. What was chosen when the form opened
 * comes first in a list of more pages. `raw`: what was filled in so far.
 */
export function opBladen(velden: Fields, raw: Readonly<Record<string, string>> = {}): Gebladerd {
  const vragen = Object.entries(velden)
    .filter(([, veld]) => hasChoice(veld))
    .map(([id, veld]) => {
      // Some clients leave out a list of which nothing is ticked.
      const leeg = raw[BLAD + veld.bladeren.wat] === undefined ? undefined : '';
      const typed = antwoordOp(id, veld, raw) ?? leeg;
      const waarde = typed === undefined ? veld.waarde : teruggezet(veld, typed);
      return { id, veld, waarde: veld.soort === 'meer' ? gekozen(veld, waarde).join(',') : waarde };
    });
  const lang = vragen.filter(({ veld }) => veld.keuzes.length > veld.bladeren.per);
  const soorten = [...new Set(lang.map(({ veld }) => veld.bladeren.wat))];
  const found = soorten.map((wat) =>
    eenBlad(
      wat,
      lang.filter(({ veld }) => veld.bladeren.wat === wat),
      raw[BLAD + wat],
    ),
  );
  const getoond = new Map(found.flatMap((blad) => blad.vragen).map((vraag) => [vraag.id, vraag]));
  const mee = Object.assign(
    { [GETYPT]: teTypen(velden).join(',') },
    ...found.map((blad) => blad.mee),
  ) as Record<string, string>;
  return {
    vragen: vragen.map((vraag) => getoond.get(vraag.id) ?? vraag),
    mee,
    knoppen: found.map(({ knop }) => ({ ...knop, mee: { ...mee, ...knop.mee } })),
  };
}

/** What is chosen of what can be chosen now. */
const gekozen = ({ keuzes }: Field<unknown>, waarde: string): string[] =>
  waarde.split(',').filter((one) => keuzes.some(({ id }) => id === one));

/** One page of lists of the same things. */
function eenBlad(wat: string, samen: readonly GebladerdeVraag[], gevraagd: string | undefined) {
  const eerst = new Set(samen.flatMap(({ veld }) => veld.waarde.split(',')));
  const per = Math.min(
    // One place is kept for what was chosen before.
    ...samen.map(({ veld }) => veld.bladeren.per - (veld.soort === 'keuze' ? 1 : 0)),
  );
  const langste = Math.max(...samen.map(({ veld }) => veld.keuzes.length));
  const van = Math.ceil(langste / per);
  const nummer = paginaNr(gevraagd, van);
  const vragen = samen.map((vraag) => opBlad(vraag, { eerst, per, nummer }));
  const mee = Object.fromEntries([
    [BLAD + wat, String(nummer)],
    ...vragen.flatMap(({ id, rest }) =>
      rest.length > 0 ? [[elders(id), rest.map(kenteken).join(',')] as const] : [],
    ),
  ]) as Record<string, string>;
  const next = (nummer % van) + 1;
  return {
    vragen,
    mee,
    knop: { titel: bladTitel(`Andere ${wat}`, next, van), mee: { [BLAD + wat]: String(next) } },
  };
}

/** A question with the choices of one page, and what is chosen on others. */
function opBlad(
  { id, veld, waarde }: GebladerdeVraag,
  { eerst, per, nummer }: { eerst: ReadonlySet<string>; per: number; nummer: number },
) {
  const ordered = [
    ...veld.keuzes.filter((keuze) => eerst.has(keuze.id)),
    ...veld.keuzes.filter((keuze) => !eerst.has(keuze.id)),
  ];
  const { deel } = bladVan(ordered, per, String(nummer));
  const chosen = gekozen(veld, waarde);
  const rest = chosen.filter((one) => !deel.some((keuze) => keuze.id === one));
  if (veld.soort === 'keuze') {
    const keuzes = [...ordered.filter((keuze) => rest.includes(keuze.id)), ...deel];
    return { id, veld: { ...veld, keuzes }, waarde, rest: [] };
  }
  const here = chosen.filter((one) => !rest.includes(one)).join(',');
  return { id, veld: { ...veld, keuzes: deel }, waarde: here, rest };
}
