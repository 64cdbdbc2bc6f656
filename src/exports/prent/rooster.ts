import { ernstVan, type Rooster, type Stip } from '../../process/vormen/hoofdstuk.ts';
import { nogMeer } from './nog-meer.ts';
import { KLEUR, RISICO } from './stijl.ts';
import { kolom, rij, tekst, type Vlak } from './vlak.ts';

/** px */
const STIP = 50;
const NIVEAU_BREED = 104;
const CEL_HOOG = 136;

/** The grid with its axes, the meaning of the shapes, and the most serious things by name. */
export function rooster(gegeven: Rooster, max: number): Vlak[] {
  const soorten = [...new Set(gegeven.stippen.map(({ bij }) => bij))]
    .filter((bij) => bij !== '')
    .sort();
  const teken = (stip: Stip) => stipje(stip, soorten.indexOf(stip.bij));
  return [
    tekst(`${gegeven.y.naam} (van onder naar boven)`, 1, { fontWeight: 700 }),
    kolom({ gap: 6 }, ...rijen(gegeven, teken, 3 * max), niveausOnder(gegeven)),
    tekst(`${gegeven.x.naam} (van links naar rechts)`, 1, {
      fontWeight: 700,
      paddingLeft: NIVEAU_BREED,
    }),
    ...(soorten.length > 0 ? [legenda(soorten)] : []),
    ...zwaarste(gegeven, max),
  ];
}

/** The highest level is on top. */
const rijen = ({ x, y, stippen }: Rooster, teken: (stip: Stip) => Vlak, max: number): Vlak[] =>
  y.niveaus
    .map((niveau, at) =>
      rij(
        { gap: 6, alignItems: 'stretch' },
        rij({ width: NIVEAU_BREED - 6, alignItems: 'center', flexShrink: 0 }, tekst(niveau, 1)),
        ...x.niveaus.map((_, col) =>
          cel(
            stippen.filter((stip) => stip.x === col && stip.y === at),
            ernstVan({ x, y }, col, at),
            teken,
            max,
          ),
        ),
      ),
    )
    .reverse();

function cel(
  stippen: readonly Stip[],
  weight: number,
  teken: (stip: Stip) => Vlak,
  max: number,
): Vlak {
  const rest = stippen.length - max;
  return rij(
    {
      flexGrow: 1,
      flexBasis: 0,
      minHeight: CEL_HOOG,
      padding: 8,
      gap: 5,
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      alignContent: 'flex-start',
      borderRadius: 8,
      backgroundColor: RISICO[weight] ?? KLEUR.vlak,
    },
    ...stippen.slice(0, max).map(teken),
    ...(rest > 0 ? [tekst(`en nog ${rest}`, 1)] : []),
  );
}

const niveausOnder = ({ x }: Rooster): Vlak =>
  rij(
    { gap: 6, paddingLeft: NIVEAU_BREED },
    ...x.niveaus.map((niveau) =>
      rij({ flexGrow: 1, flexBasis: 0, justifyContent: 'center' }, tekst(niveau, 1)),
    ),
  );

/** A number in a shape (round, square or with a cut corner), so that it can be told apart without colour. */
const stipje = ({ nr }: Stip, soort: number): Vlak =>
  rij(
    {
      width: STIP,
      height: 40,
      alignItems: 'center',
      justifyContent: 'center',
      color: soort === 2 ? KLEUR.tekst : KLEUR.opMerk,
      fontWeight: 700,
      ...gedaante(soort),
    },
    tekst(String(nr), 1, { lineHeight: 1 }),
  );

function gedaante(soort: number) {
  if (soort === 1) return { borderRadius: 3, backgroundColor: KLEUR.tekst };
  return soort === 2
    ? { borderRadius: 3, backgroundColor: KLEUR.blad, border: `3px solid ${KLEUR.tekst}` }
    : { borderRadius: 20, backgroundColor: KLEUR.merk };
}

const legenda = (soorten: readonly string[]): Vlak =>
  rij(
    { flexWrap: 'wrap', columnGap: 24, rowGap: 6 },
    ...soorten.map((soort, at) =>
      rij(
        { gap: 10, alignItems: 'center' },
        rij({ width: 36, height: 28, ...gedaante(at) }),
        tekst(soort, 1),
      ),
    ),
  );

/** By name, most serious first. */
function zwaarste({ stippen }: Rooster, max: number): Vlak[] {
  if (stippen.length === 0) return [tekst('Er staat nog niets in.', 1)];
  const shown = [...stippen].sort((a, b) => b.x + b.y - (a.x + a.y) || a.nr - b.nr);
  const rest = stippen.length - max;
  return [
    kolom(
      { gap: 4 },
      ...shown
        .slice(0, max)
        .map(({ nr, naam }) =>
          rij(
            { gap: 10 },
            tekst(`${nr}.`, 1, { fontWeight: 700, width: 56, flexShrink: 0 }),
            tekst(naam, 1, { flexGrow: 1, flexBasis: 0 }),
          ),
        ),
      ...nogMeer(rest),
    ),
  ];
}
