import type { Antwoorden } from './kaart.ts';

/** A partner of the example project, and what they say in each step. */
export interface Partner {
  naam: string;
  soort: string;
  organisatie: string;
  functie: string;
  problemen: readonly Antwoorden[];
  /** Beginnings of the onderwerpen they vote for. */
  stem: readonly string[];
  /** Why they do not agree with the list; empty: akkoord. */
  bezwaar: string;
  /** Problem (its number on the list) → what the organisatie does. */
  maatregelen: readonly Antwoorden[];
  /** 1 to 5, with a remark. */
  samenwerking: Antwoorden;
}

const probleem = (
  wat: string,
  waar: string,
  kans: string,
  gevolgen: string,
  prioriteit: string,
  cijfers = '',
): Antwoorden => ({
  'Wat is het probleem?': wat,
  'Waar?': waar,
  'Hoe hoog is het risico?': kans,
  'Wat raakt dit': gevolgen,
  'Hoe belangrijk is het': prioriteit,
  'Heb je cijfers, een foto': cijfers,
});

const maatregel = (
  bij: string,
  wat: string,
  soort: readonly string[],
  type: string,
): Antwoorden => ({
  'Voor welk probleem?': bij,
  'Wat doen jullie?': wat,
  'Op wie of wat': soort,
  'Wat doet deze maatregel?': type,
});

const cijfer = (waarde: string, opmerking = ''): Antwoorden => ({
  'Jouw cijfer': waarde,
  'Waarom?': opmerking,
});

/** The people in the Playground's group chat, apart from the projectleider, who is the human user. */
export const PARTNERS: readonly Partner[] = [
  {
    naam: 'Bram Jansen',
    soort: 'Politie',
    organisatie: 'Politie',
    functie: 'wijkagent',
    problemen: [
      probleem(
        'Op vrijdag en zaterdagavond rijden scooters over de stoep en tussen de fietsen.',
        'Stationsplein, bij de taxistandplaats',
        'Hoog',
        'Personen',
        'Hoog',
        'Vorig jaar kwamen er 142 meldingen over het plein binnen.',
      ),
      probleem(
        'Groepen jongeren hangen rond de snackbar en vallen reizigers lastig.',
        'Uitgang noordzijde',
        'Midden',
        'Personen',
        'Hoog',
      ),
    ],
    stem: ['Fietsdiefstal', 'Op vrijdag en zaterdagavond'],
    bezwaar: '',
    maatregelen: [
      maatregel(
        '1',
        'Extra surveillance op vrijdag en zaterdag van 20.00 tot 2.00 uur.',
        ['Dader', 'Gebied'],
        'We grijpen in',
      ),
    ],
    samenwerking: cijfer('4', 'Korte lijnen. We weten elkaar nu te vinden.'),
  },
  {
    naam: 'Fatima El Idrissi',
    soort: 'Jongerenwerk',
    organisatie: 'Jongerenwerk De Spil',
    functie: 'jongerenwerker',
    problemen: [
      probleem(
        'Jongeren hebben na 20.00 uur geen plek om binnen te zitten. Ze blijven op het plein hangen.',
        'Stationsplein',
        'Midden',
        'Personen',
        'Midden',
        'Uit 30 gesprekken: de helft komt omdat er niets anders is.',
      ),
    ],
    stem: ['Jongeren', 'Fietsdiefstal'],
    bezwaar: 'Een plek voor jongeren hoort ook bij wat we het eerst aanpakken.',
    maatregelen: [
      maatregel(
        '2',
        'Straatcoaches zijn vier avonden per week op het plein.',
        ['Groepen'],
        'We voorkomen',
      ),
    ],
    samenwerking: cijfer('4'),
  },
  {
    naam: 'Joris van Dam',
    soort: 'Ondernemers',
    organisatie: 'Ondernemersvereniging Station',
    functie: 'voorzitter',
    problemen: [
      probleem(
        'Bij drie winkels zijn ruiten ingegooid. De schade loopt op.',
        'Winkels aan de oostkant',
        'Midden',
        'Objecten',
        'Hoog',
        'Schade vorig jaar: ongeveer 18.000 euro.',
      ),
      probleem(
        'Er worden veel fietsen gestolen bij de winkels.',
        'Rekken voor de supermarkt',
        'Hoog',
        'Objecten',
        'Hoog',
      ),
    ],
    stem: ['Bij drie winkels', 'Fietsdiefstal'],
    bezwaar: '',
    maatregelen: [
      maatregel(
        '1',
        'Winkels hangen camera’s op en melden schade op één nummer.',
        ['Gebied'],
        'We voorkomen',
      ),
    ],
    samenwerking: cijfer('3', 'Overleg graag vaker overdag.'),
  },
  {
    naam: 'Lotte Visser',
    soort: 'Woningcorporatie',
    organisatie: 'Woonstede',
    functie: 'gebiedsbeheerder',
    problemen: [
      probleem(
        'Uit de fietsenstalling verdwijnen elke week fietsen.',
        'Stalling onder de flats',
        'Hoog',
        'Objecten',
        'Midden',
      ),
    ],
    stem: ['Fietsdiefstal'],
    bezwaar: '',
    maatregelen: [
      maatregel(
        '1',
        'De huismeester controleert de stalling elke ochtend en avond.',
        ['Gebied', 'Slachtoffers'],
        'We voorkomen',
      ),
    ],
    samenwerking: cijfer('5'),
  },
  {
    naam: 'Mehmet Yilmaz',
    soort: 'Bewoners',
    organisatie: 'Bewonersgroep Stationsbuurt',
    functie: 'bewoner',
    problemen: [
      probleem(
        'Door het lawaai van scooters slapen mensen rond het plein slecht.',
        'Flats aan de zuidkant',
        'Midden',
        'Personen',
        'Hoog',
      ),
    ],
    stem: ['Op vrijdag en zaterdagavond', 'Fietsdiefstal'],
    bezwaar: '',
    maatregelen: [
      maatregel(
        '2',
        'De buurtpreventie loopt twee avonden per week een ronde.',
        ['Gebied'],
        'We voorkomen',
      ),
    ],
    samenwerking: cijfer('4'),
  },
];

/** Partners without Teams; the projectleider enters for them. With the six in the chat the group has eight people. */
export const ZONDER_TEAMS = [
  { naam: 'Anke Smit', soort: 'GGZ', organisatie: 'GGZ Midden' },
  { naam: 'Willem Bos', soort: 'School', organisatie: 'Stationscollege' },
] as const;

export const PROFIEL: Antwoorden = {
  'Hoe heet het project?': 'Overlast Stationsplein',
  'Wie is de opdrachtgever?': 'de burgemeester\nde korpschef van politie',
  'Wat is de taak':
    'De overlast op het Stationsplein neemt toe. Samen zorgen we dat reizigers, ondernemers en bewoners zich weer veilig voelen.',
};

/** Who the projectleider is. */
export const LEIDER: Antwoorden = {
  'Soort organisatie': 'Gemeente',
  'Naam van de organisatie': 'Gemeente Voorbeeldstad',
  Functie: 'adviseur openbare orde en veiligheid',
};

export const DOEL: Antwoorden = {
  'Voor welk probleem?': ['1'],
  'Wat willen we bereiken?': 'Er worden minder fietsen gestolen op en rond het Stationsplein.',
  'Hoe meten we dat?': 'Het aantal aangiften van fietsdiefstal per maand.',
  'Hoeveel is het nu': '24',
  'Hoeveel moet het worden': '12',
  'Wat tellen we?': 'aangiften per maand',
  'Staat iedereen achter': 'Iedereen staat erachter.',
  'Waarom kunnen we dit halen?': 'In een andere stad lukte dit in een jaar.',
};

export const EXTRA_MAATREGEL: Antwoorden = {
  'Voor welk probleem?': '1',
  'Wat doen we extra?': 'Een bewaakte fietsenstalling die ook in het weekend open is.',
  'Wie gaat dit doen?': 'Lotte',
  'Op wie of wat': ['Gebied', 'Slachtoffers'],
  'Wat doet deze maatregel?': 'Vooraf',
};

export const METING: Antwoorden = { Hoeveel: '11' };

export const EVALUATIE: Antwoorden = {
  'Hebben we': 'Ja',
  'Hoe hebben': 'Met de aangiften van fietsdiefstal per maand.',
  'Zijn we tevreden': 'Ja',
  Waarom: 'De stalling helpt zichtbaar.',
};

export const VERBETERPUNT: Antwoorden = { 'Wat kan beter?': 'Eerder met de ondernemers om tafel.' };
export const AANBEVELING: Antwoorden = {
  'Wat bevelen': 'Houd de stalling ook volgend jaar in het weekend open.',
};
export const VERVOLG: Antwoorden = { Blijven: 'Ja', 'Is er': 'Nee' };
