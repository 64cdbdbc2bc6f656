import type { Figuur } from '../../process/hoofdstuk.ts';
import { afdruk, passend, type Afdruk } from './afdruk.ts';
import { rooster } from './rooster.ts';
import { schoonAlles } from './schoon-alles.ts';
import { staven } from './staven.ts';
import { BREED, KLEUR, LETTER, MAX_HOOG, RAND } from './stijl.ts';
import { verloop } from './verloop.ts';
import { kolom, tekst, type Vlak } from './vlak.ts';

/** Draws a figure with its heading. Takes some 100 ms: not where others wait. */
export function tekenFiguurBeeld(figuur: Figuur): Promise<Afdruk> {
  const { beeld, ...rest } = schoonAlles(figuur);
  switch (beeld.vorm) {
    case 'rooster':
      return teken(rest, (max) => rooster(beeld, max));
    case 'staven':
      return teken(rest, (max) => staven(beeld, 2 * max));
    case 'verloop':
      return teken(rest, (max) => verloop(beeld, max));
  }
}

async function teken(
  { kop, alt }: Pick<Figuur, 'kop' | 'alt'>,
  draw: (max: number) => readonly Vlak[],
): Promise<Afdruk> {
  const found = await passend((max) => blad(kop, draw(max)), { breed: BREED, hoog: MAX_HOOG });
  return afdruk(found, kop, alt);
}

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
