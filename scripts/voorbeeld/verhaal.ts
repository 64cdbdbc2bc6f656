import {
  allesAangevinkt,
  ingevuld,
  knoppenOp,
  overalGekozen,
  type AnyCard,
  type Antwoorden,
} from './kaart.ts';
import {
  AANBEVELING,
  DOEL,
  EVALUATIE,
  EXTRA_MAATREGEL,
  METING,
  PARTNERS,
  PROFIEL,
  VERBETERPUNT,
  VERVOLG,
  ZONDER_TEAMS,
  type Partner,
} from './stationsplein.ts';

/** Somebody who can press buttons, in a test or in the Playground. */
export interface Speler {
  drukt(titel: string, inputs?: Record<string, string>, on?: AnyCard): Promise<AnyCard>;
}

/** The one who also types. */
export interface Leider extends Speler {
  typt(text: string): Promise<AnyCard>;
}

/** A conversation in which the example is played. */
export interface Toneel {
  leider: Leider;
  partner(naam: string): Speler;
  /** The live card of a step, when everything that was said shows on it. */
  kaart(stap: number): Promise<AnyCard>;
}

/** Fills in a form and presses the button that saves. */
export async function vulIn(
  wie: Speler,
  form: AnyCard,
  antwoorden: Antwoorden,
  knop = 'Opslaan',
): Promise<AnyCard> {
  return wie.drukt(knop, ingevuld(form, antwoorden), form);
}

/** Opens a form from a card, fills it in and saves it. */
export async function opentEnVult(
  wie: Speler,
  card: AnyCard,
  knop: string,
  antwoorden: Antwoorden,
  opslaan = 'Opslaan',
): Promise<AnyCard> {
  return vulIn(wie, await wie.drukt(knop, {}, card), antwoorden, opslaan);
}

/** What a partner does of their own accord when a live card asks for it. */
export const REACTIES: Readonly<
  Record<string, (wie: Speler, partner: Partner, card: AnyCard) => Promise<void>>
> = {
  gegevens: async (wie, { soort, organisatie, functie }, card) => {
    await opentEnVult(wie, card, 'Mijn gegevens', {
      'Soort organisatie': soort,
      'Naam van de organisatie': organisatie,
      Functie: functie,
    });
  },
  probleem: async (wie, { problemen }, card) => {
    for (const probleem of problemen) await opentEnVult(wie, card, 'Probleem doorgeven', probleem);
  },
  stem: async (wie, { stem }, card) => {
    await opentEnVult(wie, card, 'Stemmen', { 'Kies er': stem }, 'Stem');
  },
  akkoord: async (wie, { bezwaar }, card) => {
    if (bezwaar === '') await wie.drukt('Akkoord', {}, card);
    else await opentEnVult(wie, card, 'Niet akkoord', { 'Wat wil je': bezwaar }, 'Niet akkoord');
  },
  maatregel: async (wie, { maatregelen }, card) => {
    for (const maatregel of maatregelen)
      await opentEnVult(wie, card, 'Maatregel doorgeven', maatregel);
    const rest = await wie.drukt('Wij doen hier niets aan', {}, card);
    await wie.drukt('Opslaan', allesAangevinkt(rest), rest);
  },
  voortgang: async (wie, _partner, card) => {
    const form = await wie.drukt('Voortgang doorgeven', {}, card);
    await wie.drukt('Opslaan', overalGekozen(form, ['Klaar']), form);
  },
  samenwerking: async (wie, { samenwerking }, card) => {
    await opentEnVult(wie, card, 'Samenwerking beoordelen', samenwerking);
  },
};

/** Step 1: the project starts, everybody says who they are, partners without Teams are added. */
export async function stap1({ leider, partner, kaart }: Toneel): Promise<void> {
  await vulIn(leider, await leider.typt('start'), PROFIEL, 'Project starten');
  const live = await kaart(1);
  await opentEnVult(leider, live, 'Mijn gegevens', {
    'Soort organisatie': 'Gemeente',
    'Naam van de organisatie': 'Gemeente Voorbeeldstad',
    Functie: 'adviseur openbare orde en veiligheid',
  });
  for (const wie of PARTNERS) await REACTIES['gegevens']?.(partner(wie.naam), wie, live);
  for (const { naam, soort, organisatie } of ZONDER_TEAMS) {
    const lijst = await leider.typt('deelnemers');
    await opentEnVult(
      leider,
      lijst,
      'Deelnemer toevoegen',
      {
        'Of iemand zonder Teams': naam,
        'Soort organisatie': soort,
        'Naam van de organisatie': organisatie,
      },
      'Toevoegen',
    );
  }
}

/** `volgende stap` with the date it proposes. */
export async function volgende({ leider }: Toneel, nummer: number): Promise<AnyCard> {
  const form = await leider.typt('volgende stap');
  return leider.drukt(`Stap ${nummer} starten`, {}, form);
}

/** Step 2: everybody says what they see. */
export async function stap2(toneel: Toneel): Promise<void> {
  await volgende(toneel, 2);
  const live = await toneel.kaart(2);
  for (const wie of PARTNERS) await REACTIES['probleem']?.(toneel.partner(wie.naam), wie, live);
}

/** Overleg 1: clusters, a cause, the vote, the list and who agrees. */
export async function overleg1(toneel: Toneel): Promise<void> {
  const { leider, partner, kaart } = toneel;
  await startOverleg(leider);
  await opentEnVult(
    leider,
    await leider.typt('agenda'),
    'Problemen samenvoegen',
    {
      'Welke problemen': ['Er worden veel fietsen', 'Uit de fietsenstalling'],
      'Naam.': 'Fietsdiefstal',
    },
    'Voeg samen',
  );
  await opentEnVult(leider, await leider.typt('agenda'), 'Stemming openen', {}, 'Open de stemming');
  const stemmen = await kaart(2);
  for (const wie of PARTNERS) await REACTIES['stem']?.(partner(wie.naam), wie, stemmen);
  await leider.drukt('Sluit de stemming', {}, await leider.typt('agenda'));
  const lijst = await leider.drukt('Lijst vaststellen', {}, await leider.typt('agenda'));
  await leider.drukt('Vaststellen', {}, lijst);
  const akkoord = await kaart(2);
  for (const wie of PARTNERS) await REACTIES['akkoord']?.(partner(wie.naam), wie, akkoord);
  await sluitOverleg(leider);
}

async function startOverleg(leider: Leider): Promise<void> {
  const form = await leider.drukt('Start het overleg', {}, await leider.typt('agenda'));
  await leider.drukt('Start het overleg', {}, form);
}

async function sluitOverleg(leider: Leider): Promise<void> {
  const form = await leider.drukt('Overleg afsluiten', {}, await leider.typt('agenda'));
  await leider.drukt('Afsluiten', {}, form);
}

/** Step 3: what every organisatie does already. */
export async function stap3(toneel: Toneel): Promise<void> {
  await volgende(toneel, 3);
  const live = await toneel.kaart(3);
  for (const wie of PARTNERS) await REACTIES['maatregel']?.(toneel.partner(wie.naam), wie, live);
}

/** Step 4 and overleg 2: a goal, a judgement per problem, an extra measure, who reports what. */
export async function stap4(toneel: Toneel): Promise<void> {
  const { leider } = toneel;
  await volgende(toneel, 4);
  await startOverleg(leider);
  await opentEnVult(
    leider,
    await leider.typt('agenda'),
    'Doel toevoegen',
    { ...DOEL, 'Tijdgebonden:': '2027-10-01' },
    'Klaar',
  );
  for (const nummer of [1, 2, 3]) await beoordeelt(leider, nummer);
  await opentEnVult(leider, await leider.typt('agenda'), 'Maatregel toevoegen', EXTRA_MAATREGEL);
  await opentEnVult(leider, await leider.typt('agenda'), 'Voortgang afspreken', {
    'Wie geeft': 'Bram',
    'Welke gegevens?': 'Het aantal aangiften van fietsdiefstal.',
    'Wanneer voor': '2027-04-01',
    'Hoe vaak?': 'Ieder kwartaal',
  });
}

/** Every measure goes on, and together it is not enough yet. */
async function beoordeelt(leider: Leider, nummer: number): Promise<void> {
  const form = await leider.drukt(`Probleem ${nummer} beoordelen`, {}, await leider.typt('agenda'));
  await leider.drukt('Opslaan', overalGekozen(form, ['Doorgaan', 'Er is meer nodig']), form);
}

/** Step 5: the uitvoeringsmatrix from the measures, money, and a decision. */
export async function stap5(toneel: Toneel): Promise<void> {
  const { leider } = toneel;
  await volgende(toneel, 5);
  await leider.drukt(neemOver(await matrix(leider)), {}, await matrix(leider));
  await sluitOverleg(leider);
}

const matrix = async (leider: Leider) =>
  leider.drukt('Bekijk de matrix', {}, await leider.typt('agenda'));
const neemOver = (card: AnyCard) =>
  knoppenOp(card).find(({ title }) => title.startsWith('Neem alles over'))?.title ?? '';

/** Step 6: progress and a measurement, cooperation, overleg 3 with the evaluation, and the end. */
export async function stap6(toneel: Toneel): Promise<void> {
  const { leider, partner, kaart } = toneel;
  await volgende(toneel, 6);
  const live = await kaart(6);
  const [politie] = PARTNERS;
  for (const wie of PARTNERS) await REACTIES['voortgang']?.(partner(wie.naam), wie, live);
  if (politie) await opentEnVult(partner(politie.naam), live, 'Meting doorgeven', METING);
  for (const wie of PARTNERS) await REACTIES['samenwerking']?.(partner(wie.naam), wie, live);
  await startOverleg(leider);
  await evalueert(leider);
  await sluitOverleg(leider);
  const form = await leider.drukt('Project afronden', {}, await leider.typt('agenda'));
  await leider.drukt('Project afronden', {}, form);
}

async function evalueert(leider: Leider): Promise<void> {
  const agenda = () => leider.typt('agenda');
  const maatregelen = await leider.drukt('Maatregelen bespreken', {}, await agenda());
  await leider.drukt('Opslaan', overalGekozen(maatregelen, ['Ja']), maatregelen);
  await opentEnVult(leider, await agenda(), 'Doel 1', EVALUATIE);
  await opentEnVult(leider, await agenda(), 'Verbeterpunt toevoegen', VERBETERPUNT);
  await opentEnVult(leider, await agenda(), 'Aanbeveling toevoegen', AANBEVELING);
  await opentEnVult(leider, await agenda(), 'Hoe verder vastleggen', VERVOLG);
}
