import type { Staven } from '../../process/vormen/hoofdstuk.ts';
import { hoeveelTekst } from '../../process/vormen/waarde.ts';
import { nogMeer } from './nog-meer.ts';
import { KLEUR } from './stijl.ts';
import { kolom, rij, tekst, type Vlak } from './vlak.ts';

/** A bar for each thing with its value in words, and a line with words for its mark. */
export function staven({ staven: all, eenheid }: Staven, max: number): Vlak[] {
  if (all.length === 0) return [tekst('Er staat nog niets in.', 1)];
  const most = Math.max(1e-9, ...all.flatMap(({ waarde, doel }) => [waarde, doel ?? 0]));
  const rest = all.length - max;
  return [...all.slice(0, max).map((balk) => staaf(balk, eenheid, most)), ...nogMeer(rest)];
}

const procent = (waarde: number, most: number) =>
  `${(100 * Math.min(1, Math.max(0, waarde / most))).toFixed(2)}%`;

const staaf = (
  { naam, waarde, doel, bij }: Staven['staven'][number],
  eenheid: string,
  most: number,
): Vlak =>
  kolom(
    { gap: 4 },
    rij(
      { gap: 12, justifyContent: 'space-between', alignItems: 'flex-end' },
      tekst(naam, 2, { flexGrow: 1, flexBasis: 0, fontWeight: 700 }),
      tekst(hoeveelTekst(waarde, eenheid), 2, { maxWidth: '50%' }),
    ),
    rij(
      { height: 26, borderRadius: 6, backgroundColor: KLEUR.baan, position: 'relative' },
      rij({
        width: procent(waarde, most),
        height: 26,
        borderRadius: 6,
        backgroundColor: KLEUR.merk,
      }),
      ...(doel === null ? [] : [merkteken(doel, most)]),
    ),
    ...onder(doel, bij, eenheid),
  );

const merkteken = (doel: number, most: number): Vlak =>
  rij({
    position: 'absolute',
    left: procent(doel, most),
    top: -5,
    marginLeft: -5,
    width: 6,
    height: 36,
    backgroundColor: KLEUR.letOp,
    border: `1px solid ${KLEUR.blad}`,
  });

function onder(doel: number | null, bij: string, eenheid: string): Vlak[] {
  const zin = [doel === null ? '' : `doel: ${hoeveelTekst(doel, eenheid)}`, bij]
    .filter((part) => part !== '')
    .join(' · ');
  return zin === '' ? [] : [tekst(zin, 2, { color: KLEUR.rustig })];
}
