import { knoppenOp, overalGekozen, rijOp, type AnyCard } from './kaart.ts';
import { REACTIES, type Reactie } from './reacties.ts';
import { opentEnVult, vulIn, type Leider, type Toneel } from './spelers.ts';
import {
  AANBEVELING,
  DOEL,
  EVALUATIE,
  EXTRA_MAATREGEL,
  LEIDER,
  PARTNERS,
  PROFIEL,
  VERBETERPUNT,
  VERVOLG,
  ZONDER_TEAMS,
} from './stationsplein.ts';

export type { Toneel } from './spelers.ts';

/** A piece of the story: what the projectleider does, and what the others then do from the live card. */
export interface Scene {
  leider: (toneel: Toneel) => Promise<unknown>;
  groep?: { doet: Reactie; stap: number; knop: string; wie?: readonly string[] };
}

/** The whole story, step by step. In step 2 the group first fills in; overleg 1 follows. */
export const VERHAAL = {
  /** The project starts, people fill in who they are, and partners without Teams are added. */
  stap1: [
    { leider: begint, groep: { doet: 'gegevens', stap: 1, knop: 'Mijn gegevens' } },
    { leider: voegtToe },
  ],
  /** Everybody says what they see. */
  stap2: [
    {
      leider: (toneel) => volgende(toneel, 2),
      groep: { doet: 'probleem', stap: 2, knop: 'Probleem doorgeven' },
    },
  ],
  /** Clusters, the vote, the list, and who agrees. */
  overleg1: [
    { leider: opentStemming, groep: { doet: 'stem', stap: 2, knop: 'Stemmen' } },
    { leider: steltVast, groep: { doet: 'akkoord', stap: 2, knop: 'Akkoord' } },
    { leider: ({ leider }) => sluitOverleg(leider) },
  ],
  /** What every organisatie does already. */
  stap3: [
    {
      leider: (toneel) => volgende(toneel, 3),
      groep: { doet: 'maatregel', stap: 3, knop: 'Maatregel doorgeven' },
    },
  ],
  /** Overleg 2: a goal, a judgement for each problem, an extra measure, and who reports what. */
  stap4: [{ leider: bepaaltDoel }, { leider: beoordeelt }, { leider: vultAan }],
  /** The uitvoeringsmatrix from the measures. */
  stap5: [{ leider: maaktMatrix }],
  /** Progress and a measurement, overleg 3 with the cooperation and the evaluation, and the end. */
  stap6: [
    {
      leider: (toneel) => volgende(toneel, 6),
      groep: { doet: 'voortgang', stap: 6, knop: 'Voortgang doorgeven' },
    },
    {
      leider: ({ leider }) => startOverleg(leider),
      groep: { doet: 'samenwerking', stap: 6, knop: 'Samenwerking beoordelen' },
    },
    {
      leider: async () => undefined,
      groep: { doet: 'meting', stap: 6, knop: 'Meting doorgeven', wie: ['Bram Jansen'] },
    },
    { leider: evalueert },
    { leider: kijktVooruit },
    { leider: rondtAf },
  ],
} satisfies Readonly<Record<string, readonly Scene[]>>;

/** Plays a scene with all people in turn. */
export async function speel(toneel: Toneel, { leider, groep }: Scene): Promise<void> {
  toneel.pauze?.();
  await leider(toneel);
  if (!groep) return;
  const live = await toneel.kaart(groep.stap, groep.knop);
  const wie = PARTNERS.filter(({ naam }) => groep.wie?.includes(naam) ?? true);
  for (const one of wie) await REACTIES[groep.doet](toneel.partner(one.naam), one, live);
}

const speelAlle = (scenes: readonly Scene[]) => async (toneel: Toneel) => {
  for (const scene of scenes) await speel(toneel, scene);
};

export const stap1 = speelAlle(VERHAAL.stap1);
export const stap2 = speelAlle(VERHAAL.stap2);
export const overleg1 = speelAlle(VERHAAL.overleg1);
export const stap3 = speelAlle(VERHAAL.stap3);
export const stap4 = speelAlle(VERHAAL.stap4);
export const stap5 = speelAlle(VERHAAL.stap5);
export const stap6 = speelAlle(VERHAAL.stap6);

async function begint({ leider, kaart }: Toneel): Promise<void> {
  await vulIn(leider, await leider.typt('start'), PROFIEL, 'Project starten');
  await opentEnVult(leider, await kaart(1, 'Mijn gegevens'), 'Mijn gegevens', LEIDER);
}

async function voegtToe({ leider }: Toneel): Promise<void> {
  let form = await leider.drukt('Deelnemer toevoegen', {}, await leider.typt('deelnemers'));
  for (const { naam, soort, organisatie } of ZONDER_TEAMS) {
    const antwoorden = {
      'Naam van een partner': naam,
      'Soort organisatie': soort,
      'Naam van de organisatie': organisatie,
    };
    form = await vulIn(leider, form, antwoorden, 'Toevoegen en nog een');
  }
}

/** `volgende stap` with the date it proposes. */
export async function volgende({ leider }: Toneel, nummer: number): Promise<void> {
  const form = await leider.typt('volgende stap');
  await leider.drukt(`Stap ${nummer} starten`, {}, form);
}

const agenda = (leider: Leider) => leider.typt('agenda');

/** A point of the agenda, opened by its row. */
const punt = async (leider: Leider, titel: string) =>
  leider.drukt('Openen', {}, rijOp(await agenda(leider), `. ${titel}`));

async function startOverleg(leider: Leider): Promise<void> {
  const form = await leider.drukt('Start het overleg', {}, await agenda(leider));
  await leider.drukt('Start het overleg', {}, form);
}

async function sluitOverleg(leider: Leider): Promise<void> {
  const form = await leider.drukt('Overleg afsluiten', {}, await agenda(leider));
  await leider.drukt('Afsluiten', {}, form);
}

async function opentStemming({ leider }: Toneel): Promise<void> {
  await startOverleg(leider);
  await opentEnVult(
    leider,
    await punt(leider, 'Wat hoort bij elkaar?'),
    'Problemen samenvoegen',
    {
      'Welke problemen': ['Er worden veel fietsen', 'Uit de fietsenstalling'],
      'Hoe heten ze samen?': 'Fietsdiefstal',
    },
    'Voeg samen',
  );
  await opentEnVult(
    leider,
    await punt(leider, 'Stemmen:'),
    'Stemming openen',
    {},
    'Open de stemming',
  );
}

async function steltVast({ leider }: Toneel): Promise<void> {
  await leider.drukt('Sluit de stemming', {}, await punt(leider, 'Stemmen:'));
  const lijst = await leider.drukt('Lijst vaststellen', {}, await punt(leider, 'Stemmen:'));
  await leider.drukt('Vaststellen', {}, lijst);
}

async function bepaaltDoel(toneel: Toneel): Promise<void> {
  const { leider, vandaag } = toneel;
  await volgende(toneel, 4);
  await startOverleg(leider);
  const doel = { ...DOEL, 'Wanneer is het bereikt?': over(vandaag, 270) };
  await opentEnVult(leider, await punt(leider, 'Wat willen we bereiken'), 'Doel toevoegen', doel);
}

/** Every measure goes on, and together it is not enough yet. */
async function beoordeelt({ leider }: Toneel): Promise<void> {
  for (const nummer of [1, 2, 3]) {
    const form = await leider.drukt(
      `Probleem ${nummer} beoordelen`,
      {},
      await punt(leider, 'Doen we samen genoeg?'),
    );
    await leider.drukt('Opslaan', overalGekozen(form, ['Doorgaan', 'Nee, er is meer nodig']), form);
  }
}

async function vultAan({ leider, vandaag }: Toneel): Promise<void> {
  await opentEnVult(
    leider,
    await punt(leider, 'Wat gaan we extra doen'),
    'Maatregel toevoegen',
    EXTRA_MAATREGEL,
  );
  await opentEnVult(leider, await punt(leider, 'Wie geeft wanneer'), 'Voortgang afspreken', {
    'Wie geeft': 'Bram',
    'Welke gegevens?': 'Het aantal aangiften van fietsdiefstal.',
    'Wanneer voor': over(vandaag, 90),
    'Hoe vaak?': 'Ieder kwartaal',
    'Bij welke doelen?': ['Er worden minder'],
  });
}

const DAY_MS = 86_400_000;
export const over = (vandaag: string, dagen: number) =>
  new Date(Date.parse(vandaag) + dagen * DAY_MS).toISOString().slice(0, 10);

async function maaktMatrix(toneel: Toneel): Promise<void> {
  const { leider } = toneel;
  await volgende(toneel, 5);
  const matrix = await leider.drukt('Bekijk de matrix', {}, await punt(leider, 'Wie doet wat'));
  await leider.drukt(neemOver(matrix), {}, matrix);
  await sluitOverleg(leider);
}

const neemOver = (card: AnyCard) =>
  knoppenOp(card).find(({ title }) => title.startsWith('Neem alles over'))?.title ?? '';

async function evalueert({ leider }: Toneel): Promise<void> {
  const maatregelen = await leider.drukt(
    'Maatregelen bespreken',
    {},
    await punt(leider, 'Hebben we gedaan'),
  );
  await leider.drukt('Opslaan', overalGekozen(maatregelen, ['Ja']), maatregelen);
  await opentEnVult(leider, await punt(leider, 'Hebben we onze doelen'), 'Doel 1', EVALUATIE);
}

async function kijktVooruit({ leider }: Toneel): Promise<void> {
  await opentEnVult(
    leider,
    await punt(leider, 'Wat kan beter?'),
    'Verbeterpunt toevoegen',
    VERBETERPUNT,
  );
  await opentEnVult(
    leider,
    await punt(leider, 'Wat raden we aan'),
    'Aanbeveling toevoegen',
    AANBEVELING,
  );
  await opentEnVult(leider, await punt(leider, 'Blijven we'), 'Hoe verder vastleggen', VERVOLG);
  await sluitOverleg(leider);
}

async function rondtAf({ leider }: Toneel): Promise<void> {
  const form = await leider.drukt(
    'Project afronden',
    {},
    await punt(leider, 'Is er een nieuwe ronde'),
  );
  await leider.drukt('Project afronden', {}, form);
}
