import { isLeesbaar, schoon, sleutel } from '../taal/schrift.ts';
import { afgekort } from '../taal/tekst.ts';
import { GEWIST } from './project.ts';

/** What is known of somebody, to show them by. */
export interface Bekend {
  /** As it was told or typed: it may be empty, show nothing, or be that of somebody else too. */
  naam: string;
  extern: boolean;
  /** What tells them from somebody of the same name, the best first; empty where it is not known. */
  kenmerken: readonly string[];
}

/** How somebody is shown beside these others. */
export interface Getoond {
  /** `Sanne de Wit`, or `Jan de Vries (wijkagent)` beside another of that name. */
  naam: string;
  /** The same without what stands behind it in brackets. */
  kaal: string;
  /** What stands behind it. */
  erbij: readonly string[];
}

/** True when there is a name to show. */
export const heeftNaam = (naam: string) => isLeesbaar(naam);

const ONBEKEND = 'Naam onbekend';
/** A function or organisation may be a whole sentence. */
const MAX_KENMERK = 40;

/** How people are shown in one list: by their name, and by what tells them apart where names are equal. */
export function namenVan(mensen: readonly Bekend[]): Getoond[] {
  const namen = mensen.map(opZichzelf);
  const sleutels = namen.map(({ naam }) => sleutel(naam));
  const verschil = namen.map((nu, nth) => {
    const groep = sleutels.flatMap((een, plek) => (een === sleutels[nth] ? [plek] : []));
    if (groep.length < 2 || nu.naam === GEWIST) return nu;
    const anderen = groep.filter((ander) => ander !== nth).flatMap((ander) => mensen[ander] ?? []);
    const kenmerk = eigenKenmerk(mensen[nth]?.kenmerken ?? [], anderen);
    return met(nu, kenmerk === '' ? String(groep.indexOf(nth) + 1) : kenmerk);
  });
  return elkAnders(verschil);
}

function opZichzelf({ naam, extern }: Bekend): Getoond {
  if (heeftNaam(naam)) return getoond(opEenRegel(naam), []);
  return getoond(ONBEKEND, extern ? ['gast'] : []);
}

const opEenRegel = (text: string) => schoon(text).replace(/\s+/g, ' ').trim();

const getoond = (kaal: string, erbij: readonly string[]): Getoond => ({
  naam: metErbij(kaal, erbij),
  kaal,
  erbij,
});

/** `Jan de Vries (wijkagent, Politie)` */
export const metErbij = (kaal: string, erbij: readonly string[]) =>
  erbij.length === 0 ? kaal : `${kaal} (${erbij.join(', ')})`;

const met = ({ kaal, erbij }: Getoond, meer: string) => getoond(kaal, [...erbij, meer]);

/** The first of somebody's own that none of these others has in the same place; empty when there is none. */
function eigenKenmerk(kenmerken: readonly string[], anderen: readonly Bekend[]): string {
  const found = kenmerken.find(
    (kenmerk, nth) =>
      isLeesbaar(kenmerk) &&
      kenmerk !== GEWIST &&
      !anderen.some((ander) => sleutel(ander.kenmerken[nth] ?? '') === sleutel(kenmerk)),
  );
  return afgekort(opEenRegel(found ?? ''), MAX_KENMERK);
}

/** A name may look like that of another with what tells them apart: then a number does. */
function elkAnders(namen: readonly Getoond[]): Getoond[] {
  const taken = new Set<string>();
  return namen.map((nu) => {
    let anders = nu;
    for (let nr = 2; nu.naam !== GEWIST && taken.has(sleutel(anders.naam)); nr++)
      anders = met(nu, String(nr));
    taken.add(sleutel(anders.naam));
    return anders;
  });
}
