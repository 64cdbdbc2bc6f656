/** What a row of the uitvoeringsmatrix gets, after what was known of the measure. */
export interface Regel {
  /** The beginning of the measure. */
  wat: string;
  werkwijze: string;
  /** When it begins and how long it takes, in days. */
  begin: number;
  duur: number;
  kosten: number;
  bron: string;
}

export const REGELS: readonly Regel[] = [
  {
    wat: 'Extra surveillance',
    werkwijze: 'Twee agenten lopen een vaste ronde langs de rekken en de stalling.',
    begin: 7,
    duur: 270,
    kosten: 0,
    bron: 'eigen inzet van de politie',
  },
  {
    wat: 'Winkels hangen camera',
    werkwijze: 'Twaalf winkels kopen samen in. De vereniging regelt het meldnummer.',
    begin: 30,
    duur: 90,
    kosten: 14400,
    bron: 'ondernemers, met subsidie van de gemeente',
  },
  {
    wat: 'De huismeester',
    werkwijze: 'Hij labelt losse fietsen en laat ze na twee weken weghalen.',
    begin: 7,
    duur: 270,
    kosten: 3200,
    bron: 'Woonstede',
  },
  {
    wat: 'Een bewaakte fietsenstalling',
    werkwijze: 'De stalling krijgt een beheerder en is van 6.00 tot 1.00 uur open.',
    begin: 45,
    duur: 225,
    kosten: 46000,
    bron: 'gemeente en Woonstede, ieder de helft',
  },
  {
    wat: 'Straatcoaches',
    werkwijze: 'Ze kennen de groep bij naam en brengen jongeren naar De Spil.',
    begin: 14,
    duur: 250,
    kosten: 38500,
    bron: 'gemeente',
  },
  {
    wat: 'De buurtpreventie',
    werkwijze: 'Tien bewoners lopen in tweetallen en bellen bij overlast de wijkagent.',
    begin: 14,
    duur: 250,
    kosten: 600,
    bron: 'wijkbudget',
  },
];

/** What is measured each month in step 6. */
export const METINGEN = ['21', '18', '15'] as const;

/** How far somebody's measures are. */
export interface Stand {
  status: 'Niet gestart' | 'Loopt' | 'Klaar';
  procent: string;
  opmerking: string;
}

const stand = (status: Stand['status'], procent: string, opmerking = ''): Stand => ({
  status,
  procent,
  opmerking,
});

/** What partners say about their measures, beside each of those figures. */
export const STANDEN: readonly Readonly<Record<string, Stand>>[] = [
  {
    'Bram Jansen': stand('Loopt', '30'),
    'Fatima El Idrissi': stand('Loopt', '20', 'Twee straatcoaches zijn begonnen.'),
    'Joris van Dam': stand('Niet gestart', '', 'De offertes zijn er nog niet allemaal.'),
    'Lotte Visser': stand('Loopt', '10'),
  },
  {
    'Joris van Dam': stand('Loopt', '40', 'Vijf winkels hebben een camera.'),
    'Mehmet Yilmaz': stand('Loopt', '50', 'We lopen met acht bewoners.'),
  },
  {
    'Bram Jansen': stand('Loopt', '60', 'Op zaterdag is het duidelijk rustiger.'),
    'Joris van Dam': stand('Klaar', '', 'Alle twaalf winkels doen mee.'),
    'Lotte Visser': stand('Loopt', '70', 'De stalling is open, de beheerder ook in het weekend.'),
  },
];
