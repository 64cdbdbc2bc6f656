import { readdirSync, readFileSync } from 'node:fs';
import { planner } from '../../src/planner/index.ts';
import { trajecten } from '../../src/process/contract/trajecten.ts';
import { huidig } from '../../src/process/feiten/geopende-stap.ts';
import { voorIedereen } from '../../src/process/feiten/vertrouwelijk.ts';
import type { LiveKaart } from '../../src/process/vormen/live-kaart.ts';
import { stepOf } from '../../src/process/contract/step.ts';
import { drawCard, type Name } from '../../src/teams/cards/cards.ts';
import { drawLive } from '../../src/teams/cards/drawing.ts';
import type { Card } from '../../src/teams/port.ts';
import { HALF, stadium, type Fase, type Tekst } from '../stadia.ts';
import { MOMENTEN } from '../momenten.ts';

/** A card to draw, and what one must be able to read on it whatever a client misses. */
export interface TeTekenen {
  naam: string;
  card: Card;
  nodig: readonly string[];
}

const CARDS = new URL('../../cards/', import.meta.url);
const SAMPLE = '.sample.json';
/** What every card is drawn with, where the test is about the card. */
export const CONTEXT = {
  surface: 'gedeeld',
  forms: 'dialoog',
  cards: 'teams',
  project: 'p_proef',
  nonce: 'n',
  rev: 0,
  van: '',
  kaart: '',
  opens: () => true,
} as const;

/** Each template with its sample. */
const voorbeelden = (): TeTekenen[] =>
  readdirSync(CARDS)
    .filter((file) => file.endsWith(SAMPLE))
    .map((file) => {
      const naam = file.slice(0, -SAMPLE.length) as Name;
      const sample = JSON.parse(readFileSync(new URL(file, CARDS), 'utf8')) as object;
      const card = drawCard(naam, sample, CONTEXT);
      return { naam, card, nodig: knoppen(card).slice(0, 1) };
    });

const knoppen = ({ actions = [] }: { actions?: readonly { title: string }[] }) =>
  actions.map(({ title }) => title);

function live(stap: number, fase: Fase): TeTekenen {
  const { project, now } = stadium(HALF, stap, fase, gewoon());
  const id = huidig(project)?.id ?? '';
  const kaart = stepOf(planner, id).kaart({
    project: voorIedereen(project),
    now,
    traject: planner,
  });
  const style = {
    trajecten: trajecten(planner),
    forms: 'dialoog',
    cards: 'teams',
    now: () => now,
  } as const;
  const { card = {} } = drawLive(style, project, id);
  return { naam: `stap-${stap}-${fase.replace(' ', '-')}`, card, nodig: watTelt(kaart) };
}

/** What is asked, until when, how far it is, and what one can do about it. */
const watTelt = ({ vraag, termijn, voortgang, knoppen: [eerste] }: LiveKaart): string[] => [
  vraag,
  ...(termijn ? [termijn.zin, termijn.over] : []),
  ...(voortgang ? [voortgang.zin] : []),
  ...(eerste ? [eerste.titel] : []),
];

/** Texts as people type them, one after another; one is a word that no client can break at a space. */
export function gewoon(): Tekst {
  let nth = 0;
  return (soort) => {
    const texts = GEWOON[soort];
    const text = texts[nth % texts.length] ?? '';
    nth += 1;
    return text;
  };
}

const GEWOON = {
  kort: [
    'Overlast Stationsplein',
    'Ondernemersvereniging Binnenstad',
    'Fietsen worden gestolen uit de stalling bij het station',
    'Wijkteam Noord',
    'coördinator',
    'Woonstede',
    'Fatima El Idrissi',
    'Bram de Boer',
    'Jongerenwerk',
    'Politie Midden-Nederland',
    'Lotte Visser',
  ],
  lang: [
    'Op vrijdag- en zaterdagavond rijden scooters over de stoep. Mensen durven er niet meer langs.',
    'Twee keer per week extra toezicht, samen met de winkeliers.',
    'Het fietsparkeerverwijderingsaankondigingsbordenplaatsingsoverzichtsformulier is kwijt.',
    'Er is te weinig licht bij de ingang van de stalling.',
    'Jongeren hangen rond bij de kiosk. Buren durven er niets van te zeggen. Vooral in de zomer is het tot laat druk, en dan blijft er veel afval liggen.',
  ],
} as const;

/** All cards that are drawn. */
export const teTekenen = (): TeTekenen[] => [
  ...voorbeelden(),
  ...MOMENTEN.map(([stap, fase]) => live(stap, fase)),
];
