import { KORT, LANG, type Field, type Fields } from '../../src/process/vormen/form.ts';
import { vulIn } from '../cards/invullen.ts';

type Raw = Readonly<Record<string, string>>;
type Soort = Field<unknown>['soort'];

/** A choice of so many is tried one by one. */
const MAX_KEUZES = 6;

/** What may go wrong in every field at once: what stands in it then, by the kind of the field. */
const MIS: readonly Readonly<Partial<Record<Soort, string>>>[] = [
  { kort: 'x'.repeat(KORT + 1), lang: 'x'.repeat(LANG + 1) },
  { datum: 'morgen', tijd: 'vroeg', getal: 'veel', keuze: 'iets', meer: 'iets', kort: 'www.nl' },
  { datum: '2020-01-01', tijd: '00:00', getal: '0' },
  { datum: '2099-12-31', tijd: '23:59', getal: '999999999' },
  { getal: '-1' },
  { getal: '1,5' },
  {
    lang: 'Bel Jan op 06-12345678 of mail jan@voorbeeld.nl. Zijn nummer is 111222333, zijn rekening NL91ABNA0417164300.',
  },
  { lang: Array.from({ length: 20 }, (_, n) => `regel ${n}`).join('\n') },
];

/** Each question answered, with texts that one can tell from our own. */
export function volledig(velden: Fields, now: string): Raw {
  const getypt = Object.entries(velden).flatMap(([id, { soort, vrij, waarde }]) =>
    vrij && waarde === '' ? [[id, soort === 'lang' ? '«een»\n«en nog een»' : '«kort»']] : [],
  );
  return { ...vulIn(velden, now), ...(Object.fromEntries(getypt) as Raw) };
}

/** What somebody could send with this form: nothing, all of it, each choice, and what is wrong. */
export function antwoorden(velden: Fields, now: string): Raw[] {
  const vol = volledig(velden, now);
  const met = (anders: (veld: Field<unknown>, id: string) => string | undefined): Raw => ({
    ...vol,
    ...Object.fromEntries(
      Object.entries(velden).flatMap(([id, veld]) => {
        const waarde = anders(veld, id);
        return waarde === undefined ? [] : [[id, waarde]];
      }),
    ),
  });
  const all = [
    {},
    ...MIS.map((fout) => met(({ soort }) => fout[soort])),
    met(({ keuzes }) => keuzes[0]?.id),
    met(({ soort, keuzes }) => (soort === 'meer' ? keuzes.map(({ id }) => id).join() : undefined)),
    met(({ soort }) => (soort === 'meer' || soort === 'keuze' ? '' : undefined)),
    met(({ soort }) => (soort === 'vink' ? 'false' : undefined)),
    met(({ soort, verplicht }) => (verplicht || soort === 'meer' ? undefined : '')),
    omgekeerd(velden, vol),
    ...perKeuze(velden, vol),
  ];
  return [...new Map(all.map((raw) => [JSON.stringify(raw), raw])).values()];
}

/** The later of two dates or times first. */
function omgekeerd(velden: Fields, vol: Raw): Raw {
  const op = (soort: Soort, waarden: readonly string[]) =>
    Object.entries(velden)
      .filter(([, veld]) => veld.soort === soort)
      .map(([id], at) => [id, waarden[Math.min(at, 1)] ?? ''] as const);
  return {
    ...vol,
    ...Object.fromEntries(op('datum', ['2027-12-01', '2027-11-01'])),
    ...Object.fromEntries(op('tijd', ['16:00', '09:00'])),
  };
}

/** With all the rest filled in. */
const perKeuze = (velden: Fields, vol: Raw): Raw[] =>
  Object.entries(velden).flatMap(([veld, { soort, keuzes }]) =>
    soort === 'keuze' && keuzes.length <= MAX_KEUZES
      ? keuzes.map(({ id }) => ({ ...vol, [veld]: id }))
      : [],
  );
