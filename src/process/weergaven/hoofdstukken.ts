import type { Lezing } from '../contract/contract.ts';
import type { Deel, Hoofdstuk } from '../vormen/hoofdstuk.ts';
import { alsLezing } from '../contract/gelezen.ts';
import { isMogelijk } from '../contract/judge.ts';
import { wieLeest } from '../contract/lezing.ts';
import type { Button } from '../vormen/screen.ts';
import { afsprakenHoofdstuk } from '../overleg/hoofdstuk-afspraken.ts';
import { groepHoofdstuk } from '../groep/hoofdstuk.ts';
import { overleggenHoofdstuk } from '../overleg/hoofdstuk.ts';

/**
 * All that can be read of a project, in the order of a plan: the group, what each opened step gave, then the record of
 * the overleggen. With only the buttons that this reader may press now.
 */
export const hoofdstukkenVan = (alles: Lezing): Hoofdstuk[] => {
  const lezing = alsLezing(alles);
  return [
    groepHoofdstuk(lezing),
    ...lezing.traject.stappen.flatMap((step) => step.hoofdstukken(lezing)),
    overleggenHoofdstuk(lezing),
    afsprakenHoofdstuk(lezing),
  ].map((hoofdstuk) => metKnoppenVoor(lezing, hoofdstuk));
};

/** A chapter with only the buttons that this reader may press now. */
function metKnoppenVoor(lezing: Lezing, hoofdstuk: Hoofdstuk): Hoofdstuk {
  const known = new Map<string, boolean>();
  const mag = (verb: string) => {
    const found = known.get(verb) ?? magDrukken(lezing, verb);
    known.set(verb, found);
    return found;
  };
  const houd = (knoppen: readonly Button[]) => knoppen.filter(({ verb }) => mag(verb));
  const inDeel = (deel: Deel): Deel =>
    deel.soort === 'tabel'
      ? { ...deel, rijen: deel.rijen.map((rij) => ({ ...rij, knoppen: houd(rij.knoppen) })) }
      : deel;
  return { ...hoofdstuk, knoppen: houd(hoofdstuk.knoppen), delen: hoofdstuk.delen.map(inDeel) };
}

const magDrukken = (lezing: Lezing, verb: string) =>
  lezing.lezer.facts.status === 'lid' &&
  isMogelijk(
    { ...wieLeest(lezing), traject: lezing.traject, gesprek: { id: '', leden: [] } },
    verb,
  );
