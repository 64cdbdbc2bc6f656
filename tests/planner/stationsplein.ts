import { opdrachtgever } from '../../src/process/feiten/gegevens.ts';
import { say } from '../../support/gezegd.ts';
import {
  doel,
  maatregel,
  oordeel,
  prioriteitenlijst,
  probleem,
} from '../../src/planner/plan/plan.ts';
import { groep } from '../../support/groep.ts';
import { PROBLEEM } from './feiten.ts';

/** Sanne leads; Ali and Bo each belong to an organisatie. Two problems, four measures and two goals are there. */
export function stationsplein() {
  const world = groep('sanne', 'ali', 'bo');
  for (const id of ['probleem', 'maatregelen', 'doelstellingen']) world.stap(id, '');
  world.said('sanne', [
    say(opdrachtgever, 'burgemeester', {}, { naam: 'De burgemeester' }),
    ...['scooters', 'fietsen'].map((id) =>
      say(probleem, id, PROBLEEM, { omschrijving: `Overlast door ${id}`, plaats: '', cijfers: '' }),
    ),
    say(
      prioriteitenlijst,
      'lijst',
      { onderwerpen: ['scooters', 'fietsen'], eerst: ['scooters', 'fietsen'], vastgesteld: 'ja' },
      {},
    ),
    ...(
      [
        ['surveilleren', 'ali', 'scooters', false],
        ['stallen', 'bo', 'fietsen', false],
        ['praten', 'bo', 'scooters', false],
        ['camera', 'ali', 'fietsen', true],
      ] as const
    ).map(([id, van, onderwerp, aanvullend]) =>
      say(
        maatregel,
        id,
        {
          van,
          onderwerp,
          soorten: ['groep'],
          type: 'preventief',
          criteria: {},
          ingebracht: '',
          aanvullend,
        },
        { omschrijving: `Wij gaan ${id}` },
      ),
    ),
    say(oordeel, 'surveilleren', { oordeel: 'doorgaan' }, { toelichting: '' }),
    say(oordeel, 'praten', { oordeel: 'stoppen' }, { toelichting: '' }),
    say(
      doel,
      'minder',
      { onderwerpen: ['scooters'], nu: 40, doel: 20, wanneer: '2027-12-01' },
      {
        specifiek: 'Minder meldingen over scooters',
        meetbaar: 'Meldingen bij de politie tellen',
        eenheid: 'meldingen per maand',
        acceptabel: '',
        realistisch: '',
      },
    ),
    say(
      doel,
      'meer',
      { onderwerpen: ['fietsen'], nu: null, doel: 100, wanneer: '2027-12-01' },
      {
        specifiek: 'Meer fietsen in de stalling',
        meetbaar: 'Fietsen tellen',
        eenheid: 'fietsen',
        acceptabel: '',
        realistisch: '',
      },
    ),
  ]);
  return world;
}

/** The same group, with step 5 open. */
export function metMatrix() {
  const world = stationsplein();
  world.stap('uitvoering', '2027-03-25');
  return world;
}

/** What one types for a row, but for what the test is about. */
export const rij = (anders: Record<string, string> = {}): Record<string, string> => ({
  onderwerp: 'scooters',
  wat: 'Elke vrijdag over het plein lopen',
  trekker: 'ali',
  uitvoerders: 'bo',
  werkwijze: 'Twee aan twee, van acht tot twaalf',
  start: '2027-03-01',
  einde: '2027-06-01',
  kosten: '1.000',
  extra: '0',
  dekking: '400',
  bron: 'gemeente',
  ...anders,
});
