import type { Lijngrafiek } from '../../process/vormen/hoofdstuk.ts';
import { dateText } from '../../process/taal/time.ts';
import { hoeveelTekst } from '../../process/vormen/waarde.ts';
import { BREED, KLEUR, RAND } from './stijl.ts';
import { kolom, rij, tekening, tekst, vorm, type Vlak } from './vlak.ts';
import { aaneen } from '../../process/taal/aaneen.ts';

/** px */
const HOOG = 320;
const BINNEN = BREED - 2 * RAND;
const MARGE = 14;

type Lijn = Lijngrafiek['lijnen'][number];

/** Each line has its own colour, dashes and words. */
const LIJNEN = [
  { kleur: KLEUR.merk, streep: '' },
  { kleur: KLEUR.goed, streep: '14 8' },
  { kleur: KLEUR.gevaar, streep: '4 8' },
  { kleur: KLEUR.grijs, streep: '20 6 4 6' },
] as const;

/** Values over time, with the first and the last day, and the present value of each line. */
export function lijngrafiek({ lijnen, eenheid }: Lijngrafiek, max: number): Vlak[] {
  const shown = lijnen.filter(({ punten }) => punten.length > 0).slice(0, max);
  if (shown.length === 0) return [tekst('Er is nog niets gemeten.', 1)];
  const dagen = shown.flatMap(({ punten }) => punten.map(({ datum }) => datum)).sort();
  const [eerste = '', laatste = ''] = [dagen[0], dagen.at(-1)];
  const vak = vakVan(shown, eerste, laatste);
  return [
    rij(
      { justifyContent: 'space-between' },
      tekst(hoeveelTekst(vak.most, eenheid), 1, { color: KLEUR.rustig }),
    ),
    tekening(BINNEN, HOOG, [...randen(), ...shown.flatMap((lijn, at) => getekend(lijn, at, vak))]),
    rij(
      { justifyContent: 'space-between', color: KLEUR.rustig },
      tekst(dateText(eerste), 1),
      ...(laatste === eerste ? [] : [tekst(dateText(laatste), 1)]),
    ),
    ...shown.map((lijn, at) => legenda(lijn, at, eenheid)),
  ];
}

interface Vak {
  x: (datum: string) => number;
  y: (waarde: number) => number;
  most: number;
}

const dag = (datum: string) => Date.parse(`${datum}T00:00:00Z`);

function vakVan(lijnen: readonly Lijn[], eerste: string, laatste: string): Vak {
  const values = lijnen.flatMap(({ punten, doel }) => [
    ...punten.map(({ waarde }) => waarde),
    doel ?? 0,
  ]);
  const most = Math.max(1e-9, ...values);
  const least = Math.min(0, ...values);
  const span = Math.max(1, dag(laatste) - dag(eerste));
  return {
    most,
    x: (datum) => MARGE + ((BINNEN - 2 * MARGE) * (dag(datum) - dag(eerste))) / span,
    y: (waarde) => HOOG - MARGE - ((HOOG - 2 * MARGE) * (waarde - least)) / (most - least),
  };
}

type Ends = Readonly<Record<'x1' | 'y1' | 'x2' | 'y2', number>>;

const streep = (line: Ends & Record<string, string | number>) => vorm('line', line);

const randen = (): Vlak[] => [
  streep({ x1: 2, y1: 0, x2: 2, y2: HOOG, stroke: KLEUR.lijn, strokeWidth: 2 }),
  streep({
    x1: 2,
    y1: HOOG - MARGE,
    x2: BINNEN,
    y2: HOOG - MARGE,
    stroke: KLEUR.lijn,
    strokeWidth: 2,
  }),
];

function getekend({ punten, doel }: Lijn, at: number, { x, y }: Vak): Vlak[] {
  const { kleur, streep: dashes } = LIJNEN[at % LIJNEN.length] ?? LIJNEN[0];
  const path = punten
    .map(
      ({ datum, waarde }, n) =>
        `${n === 0 ? 'M' : 'L'}${x(datum).toFixed(1)} ${y(waarde).toFixed(1)}`,
    )
    .join(' ');
  const dash: Record<string, string> = dashes === '' ? {} : { strokeDasharray: dashes };
  return [
    ...(doel === null
      ? []
      : [
          streep({
            x1: 2,
            y1: y(doel),
            x2: BINNEN,
            y2: y(doel),
            stroke: KLEUR.letOp,
            strokeWidth: 3,
            strokeDasharray: '10 8',
          }),
        ]),
    vorm('path', { d: path, stroke: kleur, strokeWidth: 5, fill: 'none', ...dash }),
    ...punten.map(({ datum, waarde }) =>
      vorm('circle', { cx: x(datum), cy: y(waarde), r: 8, fill: kleur }),
    ),
  ];
}

function legenda({ naam, punten, doel }: Lijn, at: number, eenheid: string): Vlak {
  const { kleur, streep: dashes } = LIJNEN[at % LIJNEN.length] ?? LIJNEN[0];
  const last = punten.at(-1);
  const stand = last ? `laatst ${hoeveelTekst(last.waarde, eenheid)}` : '';
  const norm = doel === null ? '' : aaneen`doel ${hoeveelTekst(doel, eenheid)} (oranje streep)`;
  const dash: Record<string, string> = dashes === '' ? {} : { strokeDasharray: dashes };
  return rij(
    { gap: 12, alignItems: 'flex-start' },
    tekening(60, 30, [
      streep({ x1: 0, y1: 16, x2: 60, y2: 16, stroke: kleur, strokeWidth: 5, ...dash }),
    ]),
    kolom(
      { flexGrow: 1, flexBasis: 0 },
      tekst(naam, 2, { fontWeight: 700 }),
      tekst([stand, norm].filter((part) => part !== '').join(', '), 2, { color: KLEUR.rustig }),
    ),
  );
}
