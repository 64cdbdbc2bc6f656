import {
  alleenLeider,
  vertel,
  zwijg,
  type Verloop,
  type Zin,
} from '../process/contract/verloop.ts';

const vastOfIn = (wat: string): Zin =>
  vertel(`legde ${wat} vast`, `paste ${wat} aan`, `trok ${wat} in`, `zette ${wat} terug`);

const doorOfIn = (wat: string): Zin =>
  vertel(`gaf ${wat} door`, `paste ${wat} aan`, `trok ${wat} in`, `zette ${wat} terug`);

const steeds = (wat: string): Zin => vertel(wat, wat);

/** What the record says of each kind that the planner collects; who answered or not stays between them and who leads. */
export const verloop: Verloop = new Map<string, Zin>([
  ['criterium', vastOfIn('een eigen criterium')],
  ['probleem', doorOfIn('een probleem')],
  ['ookbijons', vertel('meldde: ook bij ons', 'meldde: ook bij ons', 'meldde: toch niet bij ons')],
  [
    'niets',
    alleenLeider(
      vertel('had niets toe te voegen', 'had niets toe te voegen', 'heeft toch iets toe te voegen'),
    ),
  ],
  ['doei', doorOfIn('cijfers of een ervaring')],
  [
    'cluster',
    vertel(
      'voegde problemen samen',
      'paste een groep problemen aan',
      'hief een groep problemen op',
      'zette een groep problemen terug',
    ),
  ],
  [
    'gevolg',
    vertel(
      'legde oorzaak en gevolg vast',
      'legde oorzaak en gevolg vast',
      'trok oorzaak en gevolg in',
    ),
  ],
  [
    'stemming',
    ({ event: { facts = {} } }) =>
      facts['open'] === undefined
        ? 'koos wie wat ziet van de stemming'
        : facts['open']
          ? 'opende de stemming'
          : 'sloot de stemming',
  ],
  // Who voted when, beside what a few votes came to, would tell who chose what.
  ['stem', zwijg],
  [
    'prioriteitenlijst',
    ({ event: { facts = {} } }) =>
      facts['vastgesteld'] === ''
        ? 'heropende de prioriteitenlijst'
        : 'stelde de prioriteitenlijst vast',
  ],
  // Withdrawn as it comes first after all: that the list was fixed says so.
  [
    'nieteerst',
    vertel(
      'legde vast waarom een probleem niet eerst komt',
      'legde vast waarom een probleem niet eerst komt',
      '',
    ),
  ],
  ['weerwoord', alleenLeider(steeds('legde vast wat met een bezwaar is gedaan'))],
  ['akkoord', alleenLeider(steeds('reageerde op de prioriteitenlijst'))],
  ['maatregel', doorOfIn('een maatregel')],
  [
    'nietsaan',
    alleenLeider(
      vertel(
        'meldde: wij doen hier niets aan',
        'meldde: wij doen hier niets aan',
        'meldde: wij doen hier toch iets aan',
      ),
    ),
  ],
  [
    'houdtvooroverleg',
    alleenLeider(
      vertel(
        'vertelt iets in het overleg',
        'vertelt iets in het overleg',
        'vertelt dit niet meer in het overleg',
      ),
    ),
  ],
  [
    'collega',
    alleenLeider(
      vertel('liet een collega invullen', 'liet een collega invullen', 'vult het toch zelf in'),
    ),
  ],
  ['doel', vastOfIn('een doel')],
  ['oordeel', steeds('legde het oordeel over een maatregel vast')],
  ['genoeg', steeds('beoordeelde of we genoeg doen')],
  ['monitoring', vastOfIn('een afspraak over de voortgang')],
  [
    'regel',
    vertel(
      'zette een maatregel in de matrix',
      'paste de matrix aan',
      'haalde een maatregel uit de matrix',
      'zette een maatregel terug in de matrix',
    ),
  ],
  ['capaciteit', vertel('gaf capaciteit op', 'paste capaciteit aan', 'trok capaciteit in')],
  ['besluit', vastOfIn('een besluit')],
  ['voortgangsmoment', steeds('vroeg om de voortgang')],
  ['voortgang', vertel('gaf voortgang door', 'paste voortgang aan')],
  ['meting', doorOfIn('een meting')],
  // The group sees only one figure for the cooperation: the time of a grade could show whose it is.
  ['samenwerking', zwijg],
  ['uitgevoerd', steeds('legde vast of een maatregel is uitgevoerd')],
  ['evaluatie', steeds('legde de evaluatie van een doel vast')],
  ['verbeterpunt', vastOfIn('een verbeterpunt')],
  ['aanbeveling', vastOfIn('een aanbeveling')],
  ['vervolg', steeds('legde vast hoe het verder gaat')],
]);
