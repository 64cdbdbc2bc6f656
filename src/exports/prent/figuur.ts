import type { Figuur } from '../../process/vormen/hoofdstuk.ts';
import { afdruk, passend, type Afdruk, type Tekening } from './afdruk.ts';
import { rooster } from './rooster.ts';
import { schoonAlles } from './schoon-alles.ts';
import { staven } from './staven.ts';
import { BREED, KLEUR, LETTER, MAX_HOOG, RAND } from './stijl.ts';
import { lijngrafiek } from './lijngrafiek.ts';
import { kolom, tekst, type Vlak } from './vlak.ts';

/** Draws a figure with its heading, for chat and tab. It takes some 100 ms, so do not do it where others wait. */
export async function tekenPrent(figuur: Figuur): Promise<Afdruk> {
  const { kop, alt } = schoonAlles(figuur);
  return afdruk(await figuurTekening(figuur), kop, alt);
}

/** The drawing itself. */
export function figuurTekening(figuur: Figuur): Promise<Tekening> {
  const { prent, kop } = schoonAlles(figuur);
  switch (prent.vorm) {
    case 'rooster':
      return teken(kop, (max) => rooster(prent, max));
    case 'staven':
      return teken(kop, (max) => staven(prent, 2 * max));
    case 'lijngrafiek':
      return teken(kop, (max) => lijngrafiek(prent, max));
  }
}

const teken = (kop: string, draw: (max: number) => readonly Vlak[]): Promise<Tekening> =>
  passend((max) => blad(kop, draw(max)), { breed: BREED, hoog: MAX_HOOG });

const blad = (kop: string, inhoud: readonly Vlak[]): Vlak =>
  kolom(
    {
      width: BREED,
      padding: RAND,
      gap: 16,
      backgroundColor: KLEUR.blad,
      color: KLEUR.tekst,
      fontFamily: 'Open Sans',
      fontSize: LETTER.gewoon,
    },
    tekst(kop, 2, { fontSize: LETTER.groot, fontWeight: 700, color: KLEUR.merk }),
    ...inhoud,
  );
