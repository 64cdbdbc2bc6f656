import {
  ingevuld,
  inputsOp,
  overalGekozen,
  rijenOp,
  rijOp,
  textOf,
  type AnyCard,
} from './kaart.ts';
import { opentEnVult, type Toneel } from './spelers.ts';
import { PARTNERS } from './stationsplein.ts';
import { METINGEN, REGELS, STANDEN, type Regel, type Stand } from './uitvoering.ts';
import { over, speel, VERHAAL, volgende, type Scene } from './verhaal.ts';

/** The steps at which the example project can be looked at. */
export const NIVEAUS = [2, 3, 4, 5, 6] as const;
export type Niveau = (typeof NIVEAUS)[number];

/** A part of the example that ends at a step, and how many weeks go by before it begins. */
interface Deel {
  niveau: Niveau;
  weken: number;
  scenes: readonly Scene[];
}

/** The example until it stands where somebody can go on: in step 4 overleg 2 runs, in step 6 there are figures over time. */
const DELEN: readonly Deel[] = [
  { niveau: 2, weken: 0, scenes: [...VERHAAL.stap1, ...VERHAAL.stap2] },
  { niveau: 3, weken: 2, scenes: [...VERHAAL.overleg1, ...VERHAAL.stap3] },
  { niveau: 4, weken: 3, scenes: VERHAAL.stap4.slice(0, 2) },
  { niveau: 5, weken: 0, scenes: [...VERHAAL.stap4.slice(2), ...VERHAAL.stap5] },
  { niveau: 5, weken: 1, scenes: [{ leider: vultMatrix }] },
  { niveau: 6, weken: 2, scenes: [{ leider: beginStap6 }] },
  ...METINGEN.map((waarde, at) => ({
    niveau: 6 as const,
    weken: at === 0 ? 0 : 4,
    scenes: [{ leider: (toneel: Toneel) => meldt(toneel, waarde, STANDEN[at] ?? {}) }],
  })),
];

const delenTot = (niveau: Niveau) => DELEN.filter((deel) => deel.niveau <= niveau);

/** How long the example has been running when it stands in this step. */
export const wekenTot = (niveau: Niveau): number =>
  delenTot(niveau).reduce((sum, { weken }) => sum + weken, 0);

/** What the example is played on, where time can go by. */
export interface Verloop {
  toneel: Toneel;
  /** Lets weeks go by. */
  later: (weken: number) => Promise<void>;
}

/** Plays the example up to this step, from after an earlier one where it already stands there. */
export async function speelTot(
  { toneel, later }: Verloop,
  niveau: Niveau,
  vanaf?: Niveau,
): Promise<void> {
  for (const deel of delenTot(niveau)) {
    if (vanaf !== undefined && deel.niveau <= vanaf) continue;
    if (deel.weken > 0) await later(deel.weken);
    for (const scene of deel.scenes) await speel(toneel, scene);
  }
}

/** Every row gets its time, its way of working and its costs. */
async function vultMatrix(toneel: Toneel): Promise<void> {
  const { leider, kaart } = toneel;
  const matrix = await leider.drukt('Wie doet wat (6)', {}, await kaart(5));
  for (const regel of REGELS) await vultRegel(toneel, matrix, regel);
}

async function vultRegel(
  { leider, vandaag }: Toneel,
  matrix: AnyCard,
  { wat, werkwijze, begin, duur, kosten, bron }: Regel,
): Promise<void> {
  const blad = await metRij(leider, matrix, wat);
  const rij = await leider.drukt('Openen', {}, rijOp(blad, wat));
  await opentEnVult(leider, rij, 'Aanpassen', {
    'Hoe pakken': werkwijze,
    'Wanneer begint': over(vandaag, begin),
    'Wanneer is het klaar': over(vandaag, begin + duur),
    'Gewone kosten': String(kosten),
    'Extra kosten': '0',
    'Voor hoeveel euro': String(kosten),
    'Waar komt het geld': bron,
  });
}

/** The page of a list on which this row stands. */
async function metRij(wie: Toneel['leider'], card: AnyCard, wat: string): Promise<AnyCard> {
  if (rijenOp(card).some((rij) => textOf(rij).includes(wat))) return card;
  return metRij(wie, await wie.drukt('Volgende', {}, card), wat);
}

async function beginStap6(toneel: Toneel): Promise<void> {
  await volgende(toneel, 6);
}

/** The police give a figure, and each partner says how far the own measures are. */
async function meldt(
  { partner, kaart }: Toneel,
  waarde: string,
  standen: Readonly<Record<string, Stand>>,
): Promise<void> {
  const live = await kaart(6, 'Voortgang doorgeven');
  const [politie] = PARTNERS;
  if (politie)
    await opentEnVult(partner(politie.naam), live, 'Meting doorgeven', {
      Hoeveel: waarde,
      'Waar komt': 'Aangiften bij de politie in de afgelopen maand.',
    });
  for (const [naam, stand] of Object.entries(standen)) await meldtStand(partner(naam), live, stand);
}

async function meldtStand(
  wie: ReturnType<Toneel['partner']>,
  live: AnyCard,
  { status, procent, opmerking }: Stand,
): Promise<void> {
  const form = await wie.drukt('Voortgang doorgeven', {}, live);
  const procenten = inputsOp(form)
    .filter(({ label }) => label.startsWith('Hoe ver'))
    .map(({ id }) => [id, procent] as const);
  await wie.drukt(
    'Opslaan',
    {
      ...overalGekozen(form, [status]),
      ...Object.fromEntries(procenten),
      ...ingevuld(form, { Opmerking: opmerking }),
    },
    form,
  );
}
