import type {
  PosterBalken,
  PosterBlok,
  PosterGetallen,
  PosterLijst,
  PosterToon,
  PosterVerdeling,
  PosterWie,
} from '../../process/vormen/poster.ts';
import { nogMeer } from './nog-meer.ts';
import { KLEUR, LETTER } from './stijl.ts';
import { kolom, rij, tekst, type Vlak } from './vlak.ts';
import { aaneen } from '../../process/taal/aaneen.ts';

/** One block of the page, with at most this many things in it. */
export function blok(data: PosterBlok, max: number): Vlak {
  return kolom(
    { gap: 8 },
    tekst(data.kop, 1, { fontSize: LETTER.kop, fontWeight: 700, color: KLEUR.merk }),
    ...inhoud(data, max),
  );
}

/** The number of lines of a block, roughly. */
export function regelsVan(data: PosterBlok, max: number): number {
  const shown = (all: readonly unknown[], each: number) =>
    2 + Math.min(all.length, max + 0.5) * each;
  switch (data.soort) {
    case 'getallen':
      return 4.5;
    case 'lijst':
      return shown(data.punten, 1.5);
    case 'balken':
      return shown(data.balken, 2.5);
    case 'verdeling':
      return 6;
    case 'wie':
      return shown(data.rijen, 2);
  }
}

function inhoud(data: PosterBlok, max: number): Vlak[] {
  switch (data.soort) {
    case 'getallen':
      return [getallen(data)];
    case 'lijst':
      return lijst(data, max);
    case 'balken':
      return balken(data, max);
    case 'verdeling':
      return verdeling(data);
    case 'wie':
      return wie(data, max);
  }
}

/** The first things, and how many more there are. */
function eerste<T>(all: readonly T[], max: number, draw: (thing: T, at: number) => Vlak): Vlak[] {
  // One more item takes no more room than the words that say there is one more.
  const shown = all.length === max + 1 ? all.length : max;
  const rest = all.length - shown;
  return [...all.slice(0, shown).map(draw), ...nogMeer(rest)];
}

const getallen = ({ getallen: all }: PosterGetallen): Vlak =>
  rij(
    { gap: 12 },
    ...all.map(({ waarde, naam }) =>
      kolom(
        {
          flexGrow: 1,
          flexBasis: 0,
          backgroundColor: KLEUR.merkLicht,
          borderRadius: 10,
          padding: '8px 14px',
        },
        tekst(waarde, 1, { fontSize: LETTER.groot, fontWeight: 700, lineHeight: 1.15 }),
        tekst(naam, 2),
      ),
    ),
  );

const lijst = ({ punten, isGenummerd }: PosterLijst, max: number): Vlak[] =>
  eerste(punten, max, (punt, at) =>
    rij(
      { gap: 12, alignItems: 'flex-start' },
      isGenummerd ? nummer(at + 1) : stip(),
      tekst(punt, 2, { flexGrow: 1, flexBasis: 0, marginTop: 1 }),
    ),
  );

const nummer = (nr: number): Vlak =>
  rij(
    {
      width: 34,
      height: 34,
      borderRadius: 17,
      backgroundColor: KLEUR.merk,
      color: KLEUR.opMerk,
      alignItems: 'center',
      justifyContent: 'center',
      fontWeight: 700,
      flexShrink: 0,
    },
    tekst(String(nr), 1, { lineHeight: 1 }),
  );

const stip = (): Vlak =>
  rij({
    width: 12,
    height: 12,
    borderRadius: 6,
    backgroundColor: KLEUR.merk,
    margin: '11px 11px 0',
    flexShrink: 0,
  });

const balken = ({ balken: all }: PosterBalken, max: number): Vlak[] =>
  eerste(all, max, ({ naam, deel, zin }) =>
    kolom(
      { gap: 4 },
      tekst(naam, 2, { fontWeight: 700 }),
      rij(
        { gap: 12, alignItems: 'center' },
        ...(deel === null ? [] : [balk(deel)]),
        tekst(zin, 2, { flexGrow: 1, flexBasis: 0, color: KLEUR.rustig }),
      ),
    ),
  );

/** How far it is, with its percentage in words beside it. */
const balk = (deel: number): Vlak =>
  rij(
    { gap: 10, alignItems: 'center', width: 216, flexShrink: 0 },
    rij(
      {
        flexGrow: 1,
        height: 20,
        borderRadius: 10,
        backgroundColor: KLEUR.baan,
        overflow: 'hidden',
      },
      rij({ width: `${Math.round(deel * 100)}%`, height: 20, backgroundColor: KLEUR.goed }),
    ),
    tekst(`${Math.round(deel * 100)}%`, 1, { width: 66 }),
  );

const TOON: Readonly<Record<PosterToon, string>> = {
  goed: KLEUR.goed,
  bezig: KLEUR.merk,
  'let op': KLEUR.letOp,
  rustig: KLEUR.grijs,
};

/** The parts as a bar when all of them are known; below it each with its colour, name and value. */
function verdeling({ zin, delen }: PosterVerdeling): Vlak[] {
  const bekend = delen.flatMap(({ waarde, toon }) => (waarde === null ? [] : [{ waarde, toon }]));
  const som = bekend.reduce((sum, { waarde }) => sum + waarde, 0);
  const balkje = rij(
    { height: 22, borderRadius: 11, overflow: 'hidden', gap: 3, backgroundColor: KLEUR.blad },
    ...bekend
      .filter(({ waarde }) => waarde > 0)
      .map(({ waarde, toon }) =>
        rij({ flexGrow: waarde / som, flexBasis: 0, height: 22, backgroundColor: TOON[toon] }),
      ),
  );
  const namen = rij(
    { flexWrap: 'wrap', columnGap: 22, rowGap: 2 },
    ...delen.map(({ naam, zin: hoeveel, toon }) =>
      rij(
        { gap: 9, alignItems: 'center', maxWidth: '100%' },
        rij({ width: 18, height: 18, borderRadius: 4, backgroundColor: TOON[toon], flexShrink: 0 }),
        tekst(aaneen`${naam}: ${hoeveel}`, 2),
      ),
    ),
  );
  return [tekst(zin, 2), ...(bekend.length === delen.length && som > 0 ? [balkje] : []), namen];
}

/** The number of things of one organisatie that fit on two lines. */
const PUNTEN = 2;

const wie = ({ rijen }: PosterWie, max: number): Vlak[] =>
  eerste(rijen, max, ({ naam, punten }) => {
    const rest = punten.length - PUNTEN;
    const wat = [...punten.slice(0, PUNTEN), ...(rest > 0 ? [`nog ${rest}`] : [])].join('; ');
    return rij(
      { gap: 14, alignItems: 'flex-start' },
      tekst(naam, 2, { width: '36%', fontWeight: 700, flexShrink: 0 }),
      tekst(wat, 2, { flexGrow: 1, flexBasis: 0 }),
    );
  });
