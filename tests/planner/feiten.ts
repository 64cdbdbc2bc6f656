/** The facts of a problem and of a row of the matrix as a test lays them out, but for what it is about. */

export const PROBLEEM = {
  van: 'ali',
  kans: 'hoog',
  gevolgen: 'personen',
  prioriteit: 'hoog',
  criteria: {},
  vertrouwelijk: false,
  voor: [],
  mondeling: false,
  ingebracht: '',
} as const;

export const RIJ = {
  maatregel: '',
  onderwerp: 'scooters',
  trekker: 'ali',
  uitvoerders: [],
  start: '',
  einde: '',
  kosten: null,
  extra: null,
  dekking: null,
} as const;
