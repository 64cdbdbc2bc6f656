import { MAX_KNOPPEN } from '../../process/vormen/grenzen.ts';
import { kaartKnop, zonderStijl } from '../../process/vormen/live-kaart.ts';
import { rijVan } from '../../process/vormen/screen.ts';
import type { Button, Grafiek, Item, ListScreen } from '../../process/vormen/screen.ts';
import { nl } from '../../text/nl.ts';
import { lines } from './parts.ts';
import type { CardContext } from './wire.ts';

/** The list that is shown: what shows it again, and whose it is. */
interface Van extends Pick<CardContext, 'opens'> {
  verb: string;
  args: Readonly<Record<string, string>>;
  voor: string;
}

/** What the template of a list shows. */
export function listData(screen: ListScreen, { verb, args, voor, opens }: Van) {
  const again = (titel: string, rest: Readonly<Record<string, string>>): Button => ({
    titel,
    verb,
    args: { ...args, ...rest },
  });
  const pages = [
    ...(screen.pagina > 1 ? [again(nl.vorige, { pagina: String(screen.pagina - 1) })] : []),
    ...(screen.pagina < screen.van
      ? [again(nl.volgende, { pagina: String(screen.pagina + 1) })]
      : []),
  ];
  const things = screen.groepen.flatMap(({ items }) => items);
  const vrij = MAX_KNOPPEN - pages.length;
  // What has no room beside the ways to two other pages stands on the first.
  const onder = screen.pagina === 1 ? screen.knoppen : screen.knoppen.slice(0, vrij);
  const knoppen = uitgelicht(things, onder, { vrij, opens });
  let at = 0;
  const rij = (thing: Item) => {
    const van = { pagina: String(screen.pagina), rij: rijVan(thing, at), ...elders(thing) };
    return itemData(thing, again(nl.openen, van), { opens, eigen: knoppen.bijRij[at++] ?? [] });
  };
  return {
    voor: voor === '' ? '' : nl.voor(voor),
    titel: screen.titel,
    uitleg: lines(screen.uitleg),
    ...grafieken(screen),
    groepen: screen.groepen.map(({ kop, items }) => ({ kop, items: items.map(rij) })),
    // The text above an empty list has already said why it is empty.
    leeg: screen.uitleg.length > 0 || things.length > 0 ? '' : nl.nogNiets,
    bladeren: screen.van > 1 ? nl.pagina(screen.pagina, screen.van) : '',
    // Beside the number of the page, not among what one can do.
    bladerKnoppen: pages.map(kaartKnop),
    knoppen: knoppen.onder.map(kaartKnop),
  };
}

/** A row of another project than the list itself is looked for there. */
function elders({ knoppen: [first] }: Item): { project?: string } {
  const project = first?.args?.['project'];
  return project === undefined ? {} : { project };
}

/**
 * The buttons that stand at rows, as many as a card has room for beside its own, and those below it. One of all is the
 * one to press.
 */
function uitgelicht(
  things: readonly Item[],
  onder: readonly Button[],
  { vrij, opens }: { vrij: number } & Pick<CardContext, 'opens'>,
): { bijRij: Button[][]; onder: Button[] } {
  let room = vrij - onder.length;
  let isGekozen = false;
  const gekozen = (button: Button): Button => {
    if (button.stijl !== 'positive') return button;
    const shown = isGekozen ? zonderStijl(button) : button;
    isGekozen = true;
    return shown;
  };
  const bijRij = things.map((thing) => {
    const found = meteenVan(thing, opens);
    return found && room-- > 0 ? [gekozen(found)] : [];
  });
  return { bijRij, onder: onder.map(gekozen) };
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
 * A row of a list. What opens something opens by pressing the row itself, and so does a row with more to do or to read,
 * which then stands alone with all of it. Only what most people need there at once keeps a button of its own.
 */
function itemData(
  thing: Item,
  rijKnop: Button,
  { opens, eigen }: { opens: (verb: string) => boolean; eigen: readonly Button[] },
) {
  const { tekst, regels, knoppen } = thing;
  const [first = ''] = tekst.split('\n', 1);
  const rest = tekst.slice(first.length + 1);
  const meteen = meteenVan(thing, opens);
  // Pressing a row shows something: what acts at once, and has no room here, is pressed there.
  const isRij = heeftMeer(thing) || (meteen !== undefined && eigen.length === 0);
  const opent = isRij ? rijKnop : meteen ? undefined : knoppen[0];
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

/** True where there is more behind a row than one thing to open. */
const heeftMeer = ({ knoppen, meer }: Item) => knoppen.length > 1 || meer.length > 0;

/**
 * What one presses without opening the row first: what acts, or is marked so. Of a row that opens, what destroys stands
 * behind it.
 */
function meteenVan(thing: Item, opens: (verb: string) => boolean): Button | undefined {
  const [only] = thing.knoppen;
  if (!only) return undefined;
  const isMeteen = opens(only.verb)
    ? only.stijl === 'positive'
    : only.stijl !== 'destructive' || !heeftMeer(thing);
  return isMeteen ? only : undefined;
}
