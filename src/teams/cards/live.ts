import type { LiveKaart, Termijn, Voortgang } from '../../process/vormen/live-kaart.ts';
import { kaartKnop } from '../../process/vormen/live-kaart.ts';
import type { Button } from '../../process/vormen/screen.ts';
import type sample from '../../../cards/stap.sample.json';

/** So many buttons stand open; the others fold behind three dots, where a client has them. */
const ZICHTBAAR = 3;

/** What the template of the live card shows. `around`: buttons that stand on every one of them. */
export const liveData = (
  kaart: LiveKaart,
  melding: string,
  around: readonly Button[],
): typeof sample => ({
  spraak: gesproken(kaart),
  melding,
  jij: kaart.jij,
  plek: `${kaart.project} · Stap ${kaart.nummer} van ${kaart.van}: ${kaart.naam}`,
  balk: Array.from({ length: kaart.van }, (_, at) => ({
    kleur: kleurVan(at, kaart),
    breed: 1,
  })),
  vraag: kaart.vraag,
  uitleg: kaart.uitleg,
  termijn: kaart.termijn ? [termijnData(kaart.termijn)] : [],
  voortgang: kaart.voortgang ? [voortgangData(kaart.voortgang)] : [],
  feiten: kaart.feiten.map((feit) => ({ ...feit })),
  regels: kaart.regels.map((tekst) => ({ tekst })),
  lijst: kaart.lijst.map((punt) => ({ ...punt })),
  meer: kaart.meer,
  straks: kaart.straks,
  knoppen: metHoofdknop([...kaart.knoppen, ...around]).map((button, at) => ({
    ...kaartKnop(button),
    args: { ...button.args } as (typeof sample)['knoppen'][number]['args'],
    plaats: at < ZICHTBAAR ? 'primary' : 'secondary',
  })),
});

/** One button stands out on each card: where none asks for something, the first. */
function metHoofdknop(knoppen: readonly Button[]): readonly Button[] {
  const [eerste, ...rest] = knoppen;
  if (!eerste || knoppen.some(({ stijl }) => stijl === 'positive')) return knoppen;
  return [{ ...eerste, stijl: 'positive' }, ...rest];
}

/** The card as one hears it: what is asked, until when, how far it is. */
const gesproken = ({ project, jij, vraag, termijn, voortgang }: LiveKaart): string =>
  [
    `${project}.`,
    jij,
    vraag,
    termijn ? `${termijn.zin}, ${termijn.over}.` : '',
    voortgang?.zin ?? '',
  ]
    .filter((part) => part !== '')
    .join(' ');

/** Behind us, here, or ahead. */
const kleurVan = (at: number, { gedaan, nummer }: LiveKaart) =>
  at < gedaan ? 'good' : at + 1 === nummer ? 'accent' : 'emphasis';

const termijnData = ({ zin, over, haast }: Termijn) => ({
  zin,
  over,
  stijl: haast ? 'Attention' : 'Informative',
  kleur: haast ? 'Attention' : 'Accent',
});

/** A bar of whole parts of a hundred; of nothing there is no part. */
function voortgangData({ zin, n, van }: Voortgang) {
  const deel = van === 0 ? 0 : Math.round((100 * n) / van);
  const delen = [
    { kleur: 'accent', breed: deel },
    { kleur: 'emphasis', breed: 100 - deel },
  ].filter(({ breed }) => breed > 0);
  return { zin, deel, delen };
}
