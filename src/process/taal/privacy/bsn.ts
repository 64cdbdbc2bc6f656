import { cijfersVan, delenVan, eerste, plaatsVan, reeksenIn, type Groep } from './reeks.ts';
import type { Vondst } from './vondst.ts';

const LENGTE = 9;

/** The eleven test: nine digits (a leading nought may be left out), weights 9 to 2 and -1. */
function isBsn(cijfers: string): boolean {
  const negen = cijfers.padStart(LENGTE, '0');
  if (negen.length !== LENGTE || /^0+$/.test(negen)) return false;
  const som = [...negen].reduce(
    (totaal, cijfer, at) => totaal + Number(cijfer) * (at === 8 ? -1 : 9 - at),
    0,
  );
  return som % 11 === 0;
}

const WOORD = String.raw`(?:(?<!\p{L})b\.?s\.?n\.?|burgerservice|(?<!\p{L})sofi(?!\p{L}|[- ]?n)|sofi[- ]?n)`;
const WEL_WOORD = new RegExp(WOORD, 'iu');
/** Before it, in the same sentence, with nothing between that says what else the number is. */
const ERVOOR = new RegExp(
  String.raw`${WOORD}(?:(?!zaak|dossier|kvk|rsin|factuur|offerte|[.!?] \p{L})[^\d\n]){0,30}$`,
  'iu',
);
const ERNA = new RegExp(String.raw`^[^\d\n!?]{0,12}${WOORD}`, 'iu');

const isNaastWoord = (text: string, { van, tot }: Vondst) =>
  ERVOOR.test(text.slice(Math.max(0, van - 50), van)) || ERNA.test(text.slice(tot, tot + 30));

/** Numbers that somebody calls one. Then a leading nought may be left out, and any signs may stand between the digits. */
export function bsnMetWoord(text: string): Vondst[] {
  if (!WEL_WOORD.test(text)) return [];
  return reeksenIn(text).flatMap((reeks) =>
    [LENGTE, LENGTE - 1]
      .flatMap((aantal) => reeks.map((_, at) => eerste(reeks.slice(at, at + LENGTE), aantal)))
      .filter((groepen) => isBsn(cijfersVan(groepen)) && isNaastWoord(text, plaatsVan(groepen)))
      .map(plaatsVan)
      .slice(0, 1),
  );
}

/** Numbers of nine digits that pass the test, where nothing says what they are. */
export const bsnIn = (text: string): Vondst[] =>
  reeksenIn(text)
    .flatMap(delenVan)
    .flatMap((deel) =>
      [...deel.map((groep) => [groep]), deel, ...inVormen(deel)]
        .filter((groepen) => cijfersVan(groepen).length === LENGTE && isBsn(cijfersVan(groepen)))
        .map(plaatsVan)
        .slice(0, 1),
    );

/** The ways in which people write such a number in groups. In any other way a row of figures is more likely figures. */
const VORMEN = ['3 3 3', '4 2 3'];

/** Three groups in such a form, inside a row that is no row of such figures. */
const inVormen = (deel: readonly Groep[]) =>
  deel.flatMap((groep, at) => {
    const drie = deel.slice(at, at + 3);
    const [, tweede, derde] = drie;
    const tussen = tweede?.voor;
    const isMeer = (ander: Groep | undefined, streep: string | undefined) =>
      ander !== undefined && streep === tussen && (ander.cijfers.length === 3 || tussen === '.');
    const isVorm = VORMEN.includes(drie.map(({ cijfers }) => cijfers.length).join(' '));
    return isVorm &&
      tussen === derde?.voor &&
      !isMeer(deel[at - 1], groep.voor) &&
      !isMeer(deel[at + 3], deel[at + 3]?.voor)
      ? [drie]
      : [];
  });
