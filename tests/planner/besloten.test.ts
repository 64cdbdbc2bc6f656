import { describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import {
  doel,
  maatregel,
  prioriteitenlijst,
  probleem,
  regel,
} from '../../src/planner/plan/plan.ts';
import { all, one } from '../../src/process/feiten/project.ts';
import { overlegBerichten } from '../../src/process/overleg/berichten.ts';
import { besluitenTabel } from '../../src/process/overleg/hoofdstuk.ts';
import { notulenStuk } from '../../src/process/stukken/notulen.ts';
import type { Args } from '../../src/process/vormen/screen.ts';
import { groep, tekst } from '../../support/groep.ts';
import { geeft } from './probleem-groep.ts';

type Wereld = ReturnType<typeof groep>;
const MENSEN = ['anna', 'bram', 'wim'] as const;

/** What one presses at a line of an agenda, and the words that the group then reads of it. */
interface Druk {
  regel: string;
  druk: (world: Wereld) => void;
  zin: string;
}

/** Saves a form with these answers, and as it stood for the rest. */
function doe(
  world: Wereld,
  verb: string,
  antwoorden: Record<string, string> = {},
  args: Args = {},
  wie = 'anna',
): string {
  const form = world.opent(wie, verb, args);
  const staat = 'velden' in form ? Object.entries(form.velden as Record<string, unknown>) : [];
  const waarden = staat.flatMap(([id, veld]) => {
    const { waarde } = veld as { waarde?: string };
    return waarde === undefined ? [] : [[id, waarde] as const];
  });
  const done = world.doet(
    wie,
    verb,
    { ...Object.fromEntries<string>(waarden), ...antwoorden },
    args,
  );
  if (!done.accepted) throw new Error(`${verb}: ${JSON.stringify(done)}`);
  return done.about;
}

const eerste = (world: Wereld, soort: typeof doel | typeof regel) =>
  all<object, object>(world.project, soort)[0]?.id ?? '';

const nth = (world: Wereld, at: number) => all(world.project, probleem)[at]?.id ?? '';

const plant = (world: Wereld, nummer: number, datum: string) =>
  doe(
    world,
    'overleg.plannen',
    { datum, tijd: '10:00', plaats: 'stadhuis' },
    { nummer: String(nummer) },
  );

/** Each line at which something is decided by pressing, in the order in which it is pressed. */
const BESLUITEN: Readonly<Record<string, readonly Druk[]>> = {
  overleg1: [
    {
      regel: 'clusteren',
      druk: (world) =>
        doe(world, 'cluster.maken', {
          problemen: [nth(world, 0), nth(world, 1)].join(','),
          naam: 'Tweewielers',
        }),
      zin: 'Tweewielers',
    },
    {
      regel: 'oorzaken',
      druk: (world) =>
        doe(world, 'gevolg.leggen', { oorzaak: nth(world, 2), gevolg: nth(world, 3) }),
      zin: 'Oorzaak: Geen licht. Gevolg: Vernielingen',
    },
    {
      regel: 'prioritering',
      druk: (world) => doe(world, 'lijst.vaststellen', { eerst: '2' }),
      zin: 'De prioriteitenlijst is vastgesteld.',
    },
    {
      regel: 'akkoord',
      druk: (world) => {
        const lijst = String(one(world.project, prioriteitenlijst, 'lijst')?.rev ?? 0);
        doe(world, 'akkoord.geven', {}, { lijst }, 'bram');
      },
      zin: '1 van de 3 aanwezigen is akkoord.',
    },
    {
      regel: 'afspraak',
      druk: (world) => plant(world, 2, '2027-03-02'),
      zin: 'Overleg 2 is op di 2 maart, 10.00 uur.',
    },
  ],
  overleg2: [
    {
      regel: 'doelstelling',
      druk: (world) =>
        doe(world, 'doel.toevoegen', {
          onderwerpen: onderwerp(world),
          specifiek: 'Minder fietsen op de stoep',
          meetbaar: 'Iedere maand tellen we de fietsen, nu 40 en straks 10.',
          nu: '40',
          doel: '10',
          eenheid: 'fietsen per telling',
          acceptabel: 'Iedereen staat erachter.',
          realistisch: 'Er komen rekken bij.',
          wanneer: '2027-10-01',
        }),
      zin: 'Doel: Minder fietsen op de stoep',
    },
    {
      regel: 'beoordelen',
      druk: (world) =>
        doe(
          world,
          'maatregel.beoordelen',
          {
            [`oordeel_${all(world.project, maatregel)[0]?.id}`]: 'doorgaan',
            genoeg: 'meer nodig',
            toelichting: 'Ook op zondag.',
          },
          { onderwerp: onderwerp(world) },
        ),
      zin: 'Oordeel: doorgaan.',
    },
    {
      regel: 'aanvullend',
      druk: (world) =>
        doe(world, 'maatregel.aanvullend', {
          onderwerp: onderwerp(world),
          omschrijving: 'Een buurtvader op vrijdagavond',
          wie: 'wim',
          soorten: 'groep',
          type: 'proactief',
        }),
      zin: 'Extra maatregel: Een buurtvader op vrijdagavond: wim',
    },
    {
      regel: 'wie-wat-wanneer',
      druk: (world) =>
        doe(world, 'regel.toevoegen', {
          onderwerp: onderwerp(world),
          wat: 'Elke vrijdag over het plein lopen',
          werkwijze: 'Twee aan twee',
          trekker: 'bram',
          start: '2027-03-10',
          einde: '2027-06-01',
        }),
      zin: 'Elke vrijdag over het plein lopen: bram',
    },
    {
      regel: 'monitoring',
      druk: (world) =>
        doe(world, 'monitoring.afspreken', {
          wie: 'bram',
          gegevens: 'Aantal meldingen',
          eerste: '2027-04-01',
          ritme: 'maand',
          doelen: '',
        }),
      zin: 'Voortgang: Aantal meldingen: ',
    },
    {
      regel: 'rondvraag',
      druk: (world) => plant(world, 3, '2027-11-02'),
      zin: 'Overleg 3 is op di 2 november, 10.00 uur.',
    },
  ],
  overleg3: [
    {
      regel: 'gedaan',
      druk: (world) =>
        doe(world, 'evaluatie.maatregelen', { [`gedaan_${eerste(world, regel)}`]: 'deels' }),
      zin: 'Uitgevoerd: deels.',
    },
    {
      regel: 'verbeterpunten',
      druk: (world) => doe(world, 'verbeterpunt.toevoegen', { tekst: 'Eerder bellen.' }),
      zin: 'Eerder bellen.',
    },
    {
      regel: 'doelen',
      druk: (world) =>
        doe(
          world,
          'evaluatie.doel',
          { bereikt: 'deels', gemeten: 'Geteld.', tevreden: 'nee', waarom: 'Het duurde lang.' },
          { doel: eerste(world, doel) },
        ),
      zin: 'Bereikt: deels. Tevreden: nee. Het duurde lang.',
    },
    {
      regel: 'samenwerking',
      druk: (world) => {
        for (const wie of MENSEN) doe(world, 'samenwerking.geven', { cijfer: '4' }, {}, wie);
      },
      zin: 'Samenwerking: gemiddeld 4 van de 5.',
    },
    {
      regel: 'aanbevelingen',
      druk: (world) => doe(world, 'aanbeveling.toevoegen', { tekst: 'Houd de rekken.' }),
      zin: 'Aanbeveling: Houd de rekken.',
    },
    {
      regel: 'samen',
      druk: (world) => doe(world, 'vervolg.vastleggen', { samen: 'ja', nieuw: 'nee' }),
      zin: 'We blijven als projectgroep bij elkaar komen.',
    },
    {
      regel: 'cyclus',
      druk: (world) => doe(world, 'vervolg.vastleggen', { samen: 'ja', nieuw: 'ja' }),
      zin: 'Er komt een nieuwe ronde voor dit probleem.',
    },
  ],
};

/** The other lines with buttons, and why nothing is decided by pressing there. */
const ZONDER: Readonly<Record<string, string>> = {
  'overleg1.doei': 'what somebody knows stands with the problem',
  'overleg1.afweging': 'only shows',
  'overleg1.toelichting': 'the date is an afspraak',
  'overleg1.rondvraag': 'an afspraak',
  'overleg2.nodig': 'is said with the judgement of each problem, a line above',
  'overleg2.deelnemers': 'who takes part stands in the list of people',
  'overleg2.achterban': 'an afspraak',
  'overleg3.opening': 'an afspraak',
  'overleg3.tevreden': 'is said with each goal, a line above',
  'overleg3.afspraken': 'an afspraak',
};

const onderwerp = (world: Wereld) =>
  one(world.project, prioriteitenlijst, 'lijst')?.facts.eerst[0] ?? '';

/** What the group reads when this overleg closes, its minutes, and the decisions of all overleggen. */
function lezen(world: Wereld, nummer: number): Record<string, string> {
  const lezing = { ...world.beeld, lezer: world.ctx('bram').actor };
  const stuk = notulenStuk(lezing, `overleg${nummer}`, false);
  return {
    samenvatting: tekst(overlegBerichten['overleg-gesloten'](world.beeld, { nummer })),
    verslag: tekst(stuk?.hoofdstukken.filter(({ id }) => id === 'besluiten') ?? {}),
    besluiten: tekst(besluitenTabel(lezing)),
  };
}

/** Four problems and one measure of Bram, before overleg 1. */
function begin(): Wereld {
  const world = groep('anna');
  for (const naam of MENSEN.slice(1)) world.meedoen(naam, `organisatie van ${naam}`);
  world.stap('probleem');
  for (const wat of ['Fietsen', 'Scooters', 'Geen licht', 'Vernielingen'])
    geeft(world, 'bram', wat);
  return world;
}

/** Presses all lines of one overleg; of each what was read before it, and after. */
function houd(world: Wereld, nummer: number, datum: string) {
  world.het_is(datum);
  world.overleg(nummer, MENSEN);
  return (BESLUITEN[`overleg${nummer}`] ?? []).map(({ druk, ...rest }) => {
    const voor = lezen(world, nummer);
    druk(world);
    return { ...rest, voor, na: lezen(world, nummer) };
  });
}

const zinnenVan = (found: ReturnType<typeof houd>, wanneer: 'voor' | 'na') =>
  found.map((een) => [
    een.regel,
    ...Object.entries(een[wanneer]).flatMap(([waar, gelezen]) =>
      gelezen.includes(een.zin) ? [waar] : [],
    ),
  ]);

/** The three overleggen of a project, one after another. */
function verhaal() {
  const world = begin();
  const een = houd(world, 1, '2027-02-02');
  world.sluit('probleem');
  world.stap('maatregelen', '2027-02-25');
  const toezicht = { omschrijving: 'Toezicht op vrijdag', soorten: 'gebied', type: 'preventief' };
  doe(world, 'maatregel.doorgeven', { onderwerp: onderwerp(world), ...toezicht }, {}, 'bram');
  world.sluit('maatregelen');
  world.stap('doelstellingen', '');
  world.stap('uitvoering', '');
  const twee = houd(world, 2, '2027-03-02');
  world.stap('resultaat', '2027-10-01');
  return { world, gedrukt: [...een, ...twee, ...houd(world, 3, '2027-11-02')] };
}

describe('what is decided by pressing at a line of an agenda', () => {
  it('stands in its summary, in its minutes and among the decisions, at each line of each agenda [Z4, Z8]', () => {
    const { gedrukt } = verhaal();

    expect(zinnenVan(gedrukt, 'voor')).toEqual(gedrukt.map(({ regel: id }) => [id]));
    expect(zinnenVan(gedrukt, 'na')).toEqual(
      gedrukt.map(({ regel: id }) => [id, 'samenvatting', 'verslag', 'besluiten']),
    );
  });

  it('is told here of each line that has buttons', () => {
    const { world } = verhaal();

    const metKnoppen = planner.overleggen.flatMap(({ id, agenda }) =>
      agenda
        .filter((line) => line.knoppen(world.beeld).length > 0)
        .map((line) => `${id}.${line.id}`),
    );

    const verteld = Object.entries(BESLUITEN).flatMap(([id, lines]) =>
      lines.map((line) => `${id}.${line.regel}`),
    );
    expect(metKnoppen.toSorted()).toEqual([...verteld, ...Object.keys(ZONDER)].toSorted());
  });
});
