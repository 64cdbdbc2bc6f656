import { describe, expect, it } from 'vitest';
import { maatregel, prioriteitenlijst, probleem, regel } from '../../src/planner/plan/plan.ts';
import { overleg } from '../../src/process/feiten/overleg.ts';
import { inbrengVan, zonderReden } from '../../src/process/stappen/inbreng.ts';
import { groep } from '../../support/groep.ts';
import { say } from '../../support/gezegd.ts';
import { van, wordt } from '../klok/lezen.ts';
import { PROBLEEM, RIJ } from './feiten.ts';
import { gedaan, geweigerd } from './probleem-groep.ts';

// Overleg 2 is on Tuesday 2 March; the next working morning is the 3rd. Anna leads.

type Wereld = ReturnType<typeof groep>;

const MAATREGEL = {
  onderwerp: 'p1',
  soorten: ['gebied'],
  type: 'preventief',
  criteria: {},
  vertrouwelijk: false,
  voor: [],
  ingebracht: '',
  aanvullend: false,
} as const;

/** In overleg 2, with these measures of Bram. */
function inOverleg2(...namen: string[]): Wereld {
  const world = groep('anna', 'bram', 'cees');
  world.stap('probleem', '');
  world.said('anna', [
    say(
      probleem,
      'p1',
      { ...PROBLEEM, van: 'anna' },
      { omschrijving: 'A', plaats: '', cijfers: '' },
    ),
    say(prioriteitenlijst, 'lijst', {
      onderwerpen: ['p1'],
      eerst: ['p1'],
      vastgesteld: world.now,
      tot: '',
    }),
  ]);
  world.stap('maatregelen', '');
  world.said(
    'bram',
    namen.map((naam) =>
      say(maatregel, naam, { ...MAATREGEL, van: 'bram' }, { omschrijving: naam }),
    ),
  );
  world.stap('doelstellingen', '');
  world.het_is('2027-03-02');
  world.overleg(2, ['anna', 'bram', 'cees']);
  return world;
}

const beoordeelt = (
  world: Wereld,
  id: string,
  wat: 'doorgaan' | 'aanpassen' | 'stoppen',
  toelichting = '',
) => gedaan(world.doet('anna', 'maatregel.oordeel', { oordeel: wat, toelichting }, { id }));

const zetInMatrix = (world: Wereld, id: string) =>
  world.said('anna', [
    say(
      regel,
      `r.${id}`,
      { ...RIJ, maatregel: id, onderwerp: 'p1', trekker: 'bram', vertrouwelijk: false, voor: [] },
      { wat: id, werkwijze: '', bron: '' },
    ),
  ]);

function sluit(world: Wereld, nummer = 2, datum = '2027-03-02') {
  world.het_is(datum, '12:00');
  world.said('anna', [say(overleg, `overleg${nummer}`, { gesloten: world.now })]);
}

const hoort = (world: Wereld, wie: string, datum: string): string[][] =>
  van(wordt(world, datum), wie)
    .filter((tekst) => tekst.includes('is besloten over wat jij inbracht.'))
    .map((tekst) => tekst.split('\n').filter((zin) => zin.startsWith('• ')));

const leest = (world: Wereld, wie: string): string[] =>
  inbrengVan(world.beeld, world.ctx(wie).actor).map(({ gebeurd }) => gebeurd.join(' '));

const gevraagd = (world: Wereld): string[] => zonderReden(world.beeld).map(({ zin }) => zin);

describe('a measure that somebody brought', () => {
  it('goes on, goes on otherwise or stops, with why, for its owner alone [F3, G4]', () => {
    const world = inOverleg2('Toezicht', 'Lampen', 'Folders', 'Niet besproken');
    beoordeelt(world, 'Toezicht', 'doorgaan');
    beoordeelt(world, 'Lampen', 'aanpassen', 'Ook op zondag.');
    beoordeelt(world, 'Folders', 'stoppen', 'Niemand leest ze.');
    sluit(world);

    const read = wordt(world, '2027-03-03');
    expect(van(read, 'bram')).toHaveLength(1);
    expect(van(read, 'bram')[0]).toContain('In overleg 2 is besloten over wat jij inbracht.');
    expect(
      van(read, 'bram')[0]
        ?.split('\n')
        .filter((zin) => zin.startsWith('• ')),
    ).toEqual([
      '• Toezicht: dit gaat door.',
      '• Lampen: dit gaat door, maar anders. Ook op zondag.',
      '• Folders: hiermee stoppen we. Waarom: Niemand leest ze.',
    ]);
    expect(van(read, 'cees')).toEqual([]);
  });

  it('is no news again when it comes in the matrix, and reads so once the group sees the matrix', () => {
    const world = inOverleg2('Toezicht', 'Zonder oordeel');
    beoordeelt(world, 'Toezicht', 'doorgaan');
    for (const id of ['Toezicht', 'Zonder oordeel']) zetInMatrix(world, id);
    expect(leest(world, 'bram')).toEqual(['Dit gaat door.']);
    sluit(world);
    expect(hoort(world, 'bram', '2027-03-03')).toEqual([['• Toezicht: dit gaat door.']]);

    world.stap('uitvoering', '');
    expect(leest(world, 'bram')).toEqual(Array(2).fill('Dit gaat door. Het staat in de matrix.'));
    world.stap('resultaat', '');
    world.het_is('2027-06-01');
    world.overleg(3, ['anna', 'bram']);
    sluit(world, 3, '2027-06-01');
    expect(hoort(world, 'bram', '2027-06-02')).toEqual([
      ['• Zonder oordeel: dit gaat door. Het staat in de matrix.'],
    ]);
  });

  it('is told the morning after the judgement when that comes after the overleg, once', () => {
    const world = inOverleg2('Toezicht', 'Lampen');
    sluit(world);
    expect(hoort(world, 'bram', '2027-03-05')).toEqual([]);
    beoordeelt(world, 'Toezicht', 'doorgaan');
    expect(hoort(world, 'bram', '2027-03-08')).toEqual([['• Toezicht: dit gaat door.']]);
    beoordeelt(world, 'Lampen', 'doorgaan');
    expect(hoort(world, 'bram', '2027-03-31')).toEqual([]);
    expect(leest(world, 'bram')).toHaveLength(2);
  });

  it('falls out when step 6 begins without it; whoever leads is asked why, of that and of what stops', () => {
    const world = inOverleg2('Folders', 'Vergeten', 'Ook vergeten');
    beoordeelt(world, 'Folders', 'stoppen');
    expect(gevraagd(world)).toEqual([]);
    sluit(world);
    expect(gevraagd(world)).toEqual(['1 maatregel stopt. Schrijf op waarom.']);
    world.stap('uitvoering', '');
    world.stap('resultaat', '');
    expect(leest(world, 'bram')).toEqual([
      'Hiermee stoppen we.',
      'Dit staat niet in de matrix.',
      'Dit staat niet in de matrix.',
    ]);
    expect(gevraagd(world)).toEqual([
      '1 maatregel stopt. Schrijf op waarom.',
      '2 maatregelen staan niet in de matrix. Schrijf op waarom.',
    ]);
    beoordeelt(world, 'Folders', 'stoppen', 'Te duur.');
    for (const id of ['Vergeten', 'Ook vergeten']) beoordeelt(world, id, 'stoppen', 'Te laat.');
    expect(gevraagd(world)).toEqual([]);
  });

  it('keeps its words from others when it is confidential', () => {
    const world = inOverleg2('Toezicht');
    world.said('bram', [
      say(
        maatregel,
        'm9',
        { ...MAATREGEL, van: 'bram', vertrouwelijk: true },
        { omschrijving: 'Stil onderzoek' },
      ),
    ]);
    beoordeelt(world, 'm9', 'stoppen', 'Het is klaar.');
    sluit(world);
    const read = wordt(world, '2027-03-03');
    expect(van(read, 'bram').join()).toContain(
      '• Stil onderzoek: hiermee stoppen we. Waarom: Het is klaar.',
    );
    const anderen = read.filter(({ wie }) => wie !== 'bram').map(({ tekst }) => tekst);
    expect(anderen.join()).not.toMatch(/Stil onderzoek|Het is klaar/);
    expect(geweigerd(world.doet('bram', 'maatregel.oordeel', {}, { id: 'm9' }))).toBe(
      'alleen-projectleider',
    );
  });
});
