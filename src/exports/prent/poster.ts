import {
  posterTekst,
  type Poster,
  type PosterBlok,
  type PosterStap,
} from '../../process/vormen/poster.ts';
import { schoonAlles } from './schoon-alles.ts';
import { chatPng, metWoorden, passend, type Afdruk } from './afdruk.ts';
import { blok, regelsVan } from './poster-blokken.ts';
import { A4, BREED, KLEUR, LETTER, MAX_HOOG, RAND } from './stijl.ts';
import { kolom, rij, tekst, type Vlak } from './vlak.ts';

/**
 * Draws the page that shows a plan at a glance: as a sheet of A4 to print, and narrow for chat. It takes some 300 ms, so
 * do not do it where others wait.
 */
export async function tekenPoster(poster: Poster): Promise<Afdruk> {
  const gewassen = schoonAlles(poster);
  const vel = await passend((max) => blad(gewassen, A4.breed, breed(gewassen, max)), A4);
  const smal = await passend((max) => blad(gewassen, BREED, onderElkaar(gewassen, max)), {
    breed: BREED,
    hoog: MAX_HOOG,
  });
  const { titel } = gewassen;
  const svg = metWoorden(vel.svg, titel, posterTekst(gewassen));
  return { ...vel, svg, png: await chatPng(smal) };
}

const blad = (poster: Poster, width: number, binnen: Vlak): Vlak =>
  kolom(
    {
      width,
      backgroundColor: KLEUR.blad,
      color: KLEUR.tekst,
      fontFamily: 'Open Sans',
      fontSize: LETTER.gewoon,
    },
    kop(poster),
    kolom(
      { padding: `22px ${RAND}px 22px`, gap: 20 },
      binnen,
      tekst(poster.voet, 1, { color: KLEUR.rustig, fontSize: LETTER.klein }),
    ),
  );

const onderElkaar = ({ blokken }: Poster, max: number): Vlak =>
  kolom({ gap: 20 }, ...blokken.map((gegeven) => blok(gegeven, max)));

/** Two columns of about the same length, read from the first down to the second. */
function breed({ blokken }: Poster, max: number): Vlak {
  const lengte = (deel: readonly PosterBlok[]) =>
    deel.reduce((sum, gegeven) => sum + regelsVan(gegeven, max), 0);
  const scheef = (at: number) => Math.abs(lengte(blokken.slice(0, at)) - lengte(blokken.slice(at)));
  const at = blokken.map((_, n) => n + 1).reduce((a, b) => (scheef(b) < scheef(a) ? b : a), 1);
  const kolommen = [blokken.slice(0, at), blokken.slice(at)].map((deel) =>
    kolom({ gap: 26, flexGrow: 1, flexBasis: 0 }, ...deel.map((gegeven) => blok(gegeven, max))),
  );
  return rij({ gap: 48 }, ...kolommen);
}

const kop = ({ titel, onder, stappen, stand }: Poster): Vlak =>
  kolom(
    {
      backgroundColor: KLEUR.merk,
      color: KLEUR.opMerk,
      padding: `24px ${RAND}px 22px`,
      gap: 10,
    },
    tekst(titel, 2, { fontSize: LETTER.titel, fontWeight: 700, lineHeight: 1.15 }),
    tekst(onder, 2),
    rij({ gap: 8, marginTop: 6 }, ...stappen.map(stap)),
    tekst(stand, 1, { fontWeight: 700 }),
  );

/** A step: filled when done, white with its number when it is the present one, open when it is still to come. */
function stap({ nr, stand }: PosterStap): Vlak {
  const now = stand === 'bezig';
  return rij(
    {
      flexGrow: now ? 2 : 1,
      flexBasis: 0,
      height: 44,
      alignItems: 'center',
      justifyContent: 'center',
      borderRadius: 22,
      border: `2px solid ${KLEUR.opMerk}`,
      backgroundColor: now ? KLEUR.opMerk : 'transparent',
      color: now ? KLEUR.merk : KLEUR.opMerk,
      fontWeight: now ? 700 : 400,
    },
    ...(stand === 'klaar' ? [vinkje()] : []),
    tekst(String(nr), 1, { lineHeight: 1 }),
  );
}

/** A tick, drawn because the font may not have the sign. */
const vinkje = (): Vlak => ({
  type: 'svg',
  key: null,
  props: {
    width: 22,
    height: 18,
    viewBox: '0 0 22 18',
    style: { marginRight: 6 },
    children: [
      {
        type: 'path',
        key: null,
        props: { d: 'M2 9 L8 15 L20 3', stroke: KLEUR.opMerk, strokeWidth: 3, fill: 'none' },
      },
    ],
  },
});
