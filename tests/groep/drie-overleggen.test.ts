import { describe, expect, it } from 'vitest';
import { overalGekozen, textOf, type AnyCard } from '../../support/voorbeeld/kaart.ts';
import { wordRegels } from '../exports/hulp.ts';
import { lezer } from '../tab/lezer.ts';
import { openWorld } from '../../support/world.ts';
import {
  heelPlan,
  aantalMet,
  live,
  MAATREGEL,
  opentEnVult,
  PROBLEEM,
  projectVan,
  SCOOTERS,
  start,
  titels,
  vult,
} from './hulp.ts';
import { alleen, begintOverleg, gaatVerder, inStap2, sluitOverleg, type Stuk } from './stuk.ts';

/** What stands in the form that opens the next step: what is there, and what is missing. */
const compleet = (form: AnyCard): string[] =>
  textOf(form)
    .split('\n')
    .filter((line) => /^(?:Klaar|Nog niet klaar): /.test(line));

/** An overleg of the three: how its agenda begins, and when it is. */
interface Overleg {
  nummer: number;
  voorstel: string;
  dag: string;
  /** Three working days before. */
  vooraf: string;
  daarvoor: string;
}

const OVERLEGGEN: readonly [Overleg, Overleg, Overleg] = [
  {
    nummer: 1,
    voorstel: 'VOORSTEL VOOR DE AGENDA OM DE PRIORITEITEN IN DE PROJECTGROEP VAST TE STELLEN:',
    dag: '2027-01-19',
    vooraf: '2027-01-14',
    daarvoor: '2027-01-13',
  },
  {
    nummer: 2,
    voorstel: 'VOORSTEL VOOR DE AGENDA VOOR HET PROJECTGROEPOVERLEG:',
    dag: '2027-03-02',
    vooraf: '2027-02-25',
    daarvoor: '2027-02-24',
  },
  {
    nummer: 3,
    voorstel: 'VOORSTEL VOOR EEN AGENDA VAN HET PROJECTGROEPOVERLEG:',
    dag: '2027-11-02',
    vooraf: '2027-10-28',
    daarvoor: '2027-10-27',
  },
];

/** How often the group was shown this agenda; what somebody asked for themselves does not count. */
const keerGetoond = ({ groep }: Stuk, voorstel: string): number =>
  groep
    .cards()
    .map(textOf)
    .filter((text) => text.includes(voorstel) && !/^(?:Formulier v|V)oor /.test(text)).length;

/** Plans it; the group reads its proposal three working days before, once, and then it begins. */
async function totHetBegint(stuk: Stuk, { nummer, voorstel, dag, vooraf, daarvoor }: Overleg) {
  const { world, groep } = stuk;
  const sanne = stuk.lid('Sanne');
  await opentEnVult(sanne, await stuk.zegt('Sanne', 'agenda'), 'Plannen', {
    'Welke dag?': dag,
    'Hoe laat?': '10:00',
    'Waar?': 'stadhuis',
  });
  await world.rust();
  await world.wordt(daarvoor, '16:59');
  expect(keerGetoond(stuk, voorstel)).toBe(0);
  await world.wordt(vooraf, '09:00');
  expect(keerGetoond(stuk, voorstel)).toBe(1);
  expect(textOf(groep.card(voorstel))).toContain(`Overleg ${nummer}: `);
  expect(textOf(groep.card(voorstel))).toContain('1. Opening en mededelingen');
  await world.wordt(dag, '10:00');
  await begintOverleg(stuk);
}

/** Closes it; what the group then reads, and what its minutes hold. */
async function uitkomsten(
  stuk: Stuk,
  { nummer }: Overleg,
): Promise<{ chat: string; verslag: string }> {
  const { world, groep } = stuk;
  await sluitOverleg(stuk);
  expect(aantalMet(groep, `Overleg ${nummer} is klaar.`)).toBe(1);
  const project = projectVan(groep.card('van 6'));
  const id = `overleg${nummer}`;
  const bestand = await lezer(world, 'Bram').bestand(project, { soort: 'verslag', id });
  return {
    chat: textOf(groep.card(`Overleg ${nummer} is klaar.`)),
    verslag: wordRegels(bestand).join('\n'),
  };
}

/** The same in the list of decisions of the minutes, where the lines of one point follow each other. */
const staatIn = ({ chat, verslag }: { chat: string; verslag: string }, zinnen: readonly string[]) =>
  zinnen.map((zin) => [zin, chat.includes(zin), verslag.split('\nBesluiten\n')[1]?.includes(zin)]);

describe('the three overleggen of a project', () => {
  it('each have their agenda proposed before, and end with what was decided there with buttons alone, in chat and in the minutes [A5, C13, C18, F1, G2, J3, Z4, Z8]', async () => {
    const stuk = await inStap2();
    const { world, groep } = stuk;
    const sanne = stuk.lid('Sanne');
    const agenda = () => stuk.zegt('Sanne', 'agenda');
    const verder = () => gaatVerder(stuk);
    const [een, twee, drie] = OVERLEGGEN;

    await opentEnVult(stuk.lid('Bram'), stuk.kaart, 'Probleem doorgeven', PROBLEEM);
    await totHetBegint(stuk, een);
    await sanne.drukt('Lijst vaststellen', {}, await agenda());
    await sanne.drukt('Vaststellen');
    await stuk.lid('Bram').drukt('Akkoord', {}, await live(world, groep, 2));
    const vanEen = [
      'De prioriteitenlijst is vastgesteld. Dit pakken we eerst aan:',
      '1. Op vrijdagavond rijden scooters over de stoep.',
      '1 van de 3 aanwezigen is akkoord.',
    ];
    expect(staatIn(await uitkomsten(stuk, een), vanEen)).toEqual(
      vanEen.map((zin) => [zin, true, true]),
    );

    await verder();
    await opentEnVult(
      stuk.lid('Bram'),
      await live(world, groep, 3),
      'Maatregel doorgeven',
      MAATREGEL,
    );
    await verder();
    await totHetBegint(stuk, twee);
    expect(titels(await stuk.zegt('Bram', 'agenda'))).not.toContain('Doel toevoegen');
    await opentEnVult(sanne, await agenda(), 'Doel toevoegen', SCOOTERS);
    const oordeel = await sanne.drukt('Probleem 1 beoordelen', {}, await agenda());
    await sanne.drukt('Opslaan', overalGekozen(oordeel, ['Doorgaan', 'We gaan zo']), oordeel);
    await verder();
    const matrix = await sanne.drukt('Bekijk de matrix', {}, await agenda());
    await sanne.drukt('Neem alles over (1)', {}, matrix);
    const vanTwee = [
      'Doel: Minder scooters op de stoep. (Nu 20, doel 5 meldingen), 1 december 2027',
      'We gaan zo door.',
      'Oordeel: doorgaan.',
      ': Bram',
    ];
    expect(staatIn(await uitkomsten(stuk, twee), vanTwee)).toEqual(
      vanTwee.map((zin) => [zin, true, true]),
    );

    await verder();
    await totHetBegint(stuk, drie);
    const gedaan = await sanne.drukt('Maatregelen bespreken', {}, await agenda());
    await sanne.drukt('Opslaan', overalGekozen(gedaan, ['Deels']), gedaan);
    const vanDrie = ['Uitgevoerd: deels.'];
    expect(staatIn(await uitkomsten(stuk, drie), vanDrie)).toEqual(
      vanDrie.map((zin) => [zin, true, true]),
    );
    await world.close();
  });

  it('leave the evaluation to who leads, who may fill it in after the last of them [J2, J3]', async () => {
    const stuk = await inStap2();
    const { world } = stuk;
    const sanne = stuk.lid('Sanne');
    const agenda = () => stuk.zegt('Sanne', 'agenda');
    for (let stap = 3; stap <= 4; stap++) await gaatVerder(stuk);
    await begintOverleg(stuk);
    await opentEnVult(sanne, await agenda(), 'Doel toevoegen', SCOOTERS);
    for (let stap = 5; stap <= 6; stap++) await gaatVerder(stuk);
    await begintOverleg(stuk);
    await uitkomsten(stuk, OVERLEGGEN[2]);

    const form = await sanne.drukt('Doel 1', {}, await agenda());
    const half = await vult(sanne, form, { 'Hebben we': 'Deels', 'Hoe hebben': 'Geteld.' });
    expect(textOf(half)).toContain('Kies ja of nee.');
    const saved = await vult(sanne, half, {
      'Zijn we tevreden': 'Nee',
      Waarom: 'Het duurde lang.',
    });
    expect(textOf(saved)).toContain('opgeslagen');

    expect(titels(await stuk.zegt('Bram', 'agenda'))).not.toContain('Doel 1');
    const seen = await heelPlan(stuk.groep.lid('Bram'), await stuk.zegt('Bram', 'plan'));
    for (const zin of [
      'Minder scooters op de stoep.',
      'Bereikt: deels. Tevreden: nee',
      'Hoe gemeten: Geteld.',
      'Waarom: Het duurde lang.',
    ])
      expect(seen).toContain(zin);
    await world.close();
  });
});

describe('before a next step opens', () => {
  it('the form says what this step is for and what is still missing, at each step, and lets one go on all the same [A16]', async () => {
    const world = await openWorld();
    const stuk = alleen(world);
    const { groep: chat } = stuk;
    const sanne = stuk.lid('Sanne');
    const agenda = () => stuk.zegt('Sanne', 'agenda');
    const mist = async () => compleet(await stuk.zegt('Sanne', 'volgende stap'));
    const verder = () => gaatVerder(stuk);
    await start(sanne);
    const voor2 = await mist();
    await verder();

    const leeg3 = await mist();
    await opentEnVult(sanne, await live(world, chat, 2), 'Probleem doorgeven', PROBLEEM);
    await begintOverleg(stuk);
    await sanne.drukt('Lijst vaststellen', {}, await agenda());
    await sanne.drukt('Vaststellen');
    await sanne.drukt('Akkoord', {}, await live(world, chat, 2));
    const vol3 = await mist();
    await verder();

    const leeg4 = await mist();
    await opentEnVult(sanne, await live(world, chat, 3), 'Maatregel doorgeven', MAATREGEL);
    const vol4 = await mist();
    await verder();

    const leeg5 = await mist();
    await begintOverleg(stuk);
    await opentEnVult(sanne, await agenda(), 'Doel toevoegen', SCOOTERS);
    const oordeel = await sanne.drukt('Probleem 1 beoordelen', {}, await agenda());
    await sanne.drukt('Opslaan', overalGekozen(oordeel, ['Doorgaan', 'We gaan zo']), oordeel);
    const vol5 = await mist();
    await verder();

    const leeg6 = await mist();
    const matrix = await sanne.drukt('Bekijk de matrix', {}, await agenda());
    await sanne.drukt('Neem alles over (1)', {}, matrix);
    const half6 = await mist();
    await verder();

    expect(voor2).toEqual(['Klaar: Het project is gestart', 'Nog niet klaar: 1 deelnemer']);
    expect([leeg3, vol3]).toEqual([
      [
        'Nog niet klaar: Nog geen problemen · Nog niemand heeft gereageerd · Nog geen prioriteitenlijst',
      ],
      [
        'Klaar: 1 probleem · 1 van de 1 heeft gereageerd · Prioriteitenlijst (1) · 1 van de 1 is akkoord',
      ],
    ]);
    expect([leeg4, vol4]).toEqual([
      [
        'Nog niet klaar: Nog geen maatregelen · 1 probleem heeft nog geen maatregel · Nog niemand heeft gereageerd',
      ],
      ['Klaar: 1 maatregel · Bij elk probleem staat een maatregel · 1 van de 1 heeft gereageerd'],
    ]);
    expect([leeg5, vol5]).toEqual([
      [
        'Nog niet klaar: Nog geen doel · 1 probleem heeft nog geen doel · 1 maatregel is nog niet beoordeeld · Nog niets afgesproken over de voortgang',
      ],
      [
        'Klaar: 1 doel · Elk probleem heeft een doel · Alle maatregelen zijn beoordeeld',
        'Nog niet klaar: Nog niets afgesproken over de voortgang',
      ],
    ]);
    expect([leeg6, half6]).toEqual([
      [
        'Nog niet klaar: Nog geen maatregelen in de matrix · Nog niet in de matrix: 1 maatregel · 1 doel heeft nog geen maatregel',
      ],
      [
        'Klaar: Er staat 1 maatregel in de matrix',
        'Nog niet klaar: 1 maatregel heeft nog geen begindatum · 1 maatregel heeft nog geen einddatum · Van 1 maatregel zijn de kosten nog niet bekend · Nog 1 maatregel wacht op een besluit',
      ],
    ]);
    expect(textOf(await live(world, chat, 6))).toContain('Stap 6 van 6');
    await world.close();
  });
});

describe('what the group knows about a problem', () => {
  it('is given by anybody, bundled under the cluster, and stands beside it where one weighs, with the way there from the agenda [D3, D5, D9]', async () => {
    const stuk = await inStap2();
    const { world } = stuk;
    const sanne = stuk.lid('Sanne');
    for (const [naam, wat] of [
      ['Bram', 'Scooters op de stoep.'],
      ['Lotte', 'Brommers op het plein.'],
    ] as const)
      await opentEnVult(stuk.lid(naam), stuk.kaart, 'Probleem doorgeven', {
        ...PROBLEEM,
        'Wat is het probleem?': wat,
      });
    const agenda = () => stuk.zegt('Sanne', 'agenda');
    await begintOverleg(stuk);
    for (const [naam, soort, tekst] of [
      ['Bram', 'Data', '12 meldingen in mei.'],
      ['Lotte', 'Ervaringen', 'Bewoners slapen slecht.'],
    ] as const)
      await opentEnVult(
        stuk.lid(naam),
        await live(world, stuk.groep, 2),
        'Cijfers of ervaring toevoegen',
        {
          'Over welk probleem?': naam === 'Bram' ? 'Scooters' : 'Brommers',
          'Wat wil je delen?': soort,
          'Wat weet je?': tekst,
          'Waar komt dit vandaan?': `De map van ${naam}`,
        },
      );
    const problemen = ['Scooters', 'Brommers'];
    await opentEnVult(
      sanne,
      await agenda(),
      'Problemen samenvoegen',
      { 'Welke problemen': problemen, 'Hoe heten ze samen?': 'Tweewielers' },
      'Voeg samen',
    );

    const lijst = await sanne.drukt('Wat weten we per probleem?', {}, await agenda());
    expect(textOf(lijst)).toMatch(
      /1\. Tweewielers\n[^]*12 meldingen in mei\.[^]*Bewoners slapen slecht\./,
    );
    expect(textOf(lijst)).not.toContain('2. ');
    expect(titels(lijst)).toContain('Lijst vaststellen');
    await world.close();
  });
});
