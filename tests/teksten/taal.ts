import { planner } from '../../src/planner/index.ts';

/** Something that no sentence may have. */
export interface Regel {
  reden: string;
  /** What it looks like. */
  fout: RegExp;
  /** A text that it refuses, and one that it lets pass. */
  zoNiet: string;
  maarZo: string;
}

/** Words between a number and its verb, such as "organisaties en losse deelnemers". */
const TUSSEN = String.raw`(?: (?!heeft|hebben|is|zijn|komt|komen)\p{L}+){0,5}`;
const MEER = String.raw`(?<![\d.,:/])(?:[2-9]|[1-9]\d+)`;
const EEN = String.raw`(?<![\d.,:/])1`;

/** What we count, for one. */
const GETELD = [
  ...['aanbeveling', 'aanwezige', 'afspraak', 'besluit', 'deelnemer', 'doel', 'document'],
  ...['maatregel', 'mens', 'organisatie', 'partner', 'punt', 'tekst', 'uitkomst', 'verbeterpunt'],
].join('|');
const GETELD_MEER = [
  ...['aanbevelingen', 'aanwezigen', 'afspraken', 'besluiten', 'deelnemers', 'doelen', 'mensen'],
  ...['documenten', 'maatregelen', 'organisaties', 'partners', 'problemen', 'punten', 'teksten'],
].join('|');

/** How a sentence is built. */
export const ZINSBOUW: readonly Regel[] = [
  {
    reden: 'one of many has the verb of one',
    fout: new RegExp(`${EEN} van de \\d+${TUSSEN} (?:hebben|zijn|komen|gaven|kozen)\\b`, 'u'),
    zoNiet: '1 van de 6 organisaties hebben gereageerd.',
    maarZo: '1 van de 6 organisaties heeft gereageerd.',
  },
  {
    reden: 'two of many have the verb of many',
    fout: new RegExp(`${MEER} van de \\d+${TUSSEN} (?:heeft|is|komt|gaf|koos)\\b`, 'u'),
    zoNiet: '2 van de 6 heeft gestemd.',
    maarZo: '12 van de 16 hebben gestemd.',
  },
  {
    reden: 'none of them is said in words: "0 van de 8 komen" reads as if nobody comes',
    fout: /(?<![\d.,:/])0 van de \d/,
    zoNiet: '0 van de 8 komen.',
    maarZo: 'Nog niemand heeft laten weten of die komt. 20 van de 30 kosten iets.',
  },
  {
    reden: 'one is one',
    fout: new RegExp(`${EEN} (?:${GETELD_MEER})\\b`, 'u'),
    zoNiet: 'Er staan 1 maatregelen in de matrix.',
    maarZo: 'Er staan 11 maatregelen in de matrix.',
  },
  {
    reden: 'two are more than one, and so is none',
    fout: new RegExp(`(?:${MEER}|(?<![\\d.,:/])0) (?:${GETELD})\\b(?! van)`, 'u'),
    zoNiet: 'Bij 3 maatregel nog niet bekend.',
    maarZo: 'Bij 1 maatregel nog niet bekend.',
  },
  {
    reden: 'nobody is shouted at',
    fout: /!/,
    zoNiet: 'Gelukt!',
    maarZo: 'Gelukt.',
  },
  {
    reden: 'two sentences were put behind each other, each with its own end',
    fout: /(?<!\.)\.\.(?!\.)|\.:|[.?:] [.:](?!\p{L})|[:,]\.(?!\d)/u,
    zoNiet: 'Doel 1: minder klachten.. Gehaald: ja.',
    maarZo: 'Doel 1: minder klachten. Gehaald: ja …',
  },
];

/** One sentence after the other, where people look at it for five seconds. */
export const OP_EEN_KAART: readonly Regel[] = [
  {
    reden: 'two sentences are two sentences',
    fout: /\p{L}; ?[\p{L}\d]/u,
    zoNiet: 'Lezen kan nog; invullen niet meer.',
    maarZo: 'Je kunt alles nog lezen. Je kunt niets meer invullen.',
  },
];

const woord = (reden: string, fout: RegExp, zoNiet: string, maarZo: string): Regel => ({
  ...{ reden, fout, zoNiet, maarZo },
});

/** What people who are not from the municipality do not say: docs/woorden.md#plain-words. */
export const NIET_MEER: readonly Regel[] = [
  woord('reads as figures', /\bdata\b/i, 'Ik bewaak de data.', 'Ik bewaak de deadlines.'),
  woord('is how big the risk is', /risicokans/i, 'Bij een hoge risicokans', 'Bij een hoog risico'),
  woord('is what was filled in', /\b(?:ge)?type(?:ring|erd|ren)/i, 'de typering', 'het type'),
  woord(
    'is who does what',
    /uitvoeringsmatrix/i,
    'Bekijk de uitvoeringsmatrix',
    'Bekijk wie wat doet',
  ),
  woord('is whether there is money', /dekking|\bgedekt/i, 'Nog niet gedekt', 'Nog geen geld voor'),
  woord('reads as a goodbye', /\bDOEI\b/, 'DOEI van de groep', 'Wat weten we al?'),
  woord('is making a list', /inventaris/i, 'Inventarisatie', 'Wat doen wij al?'),
  woord('is a goal', /doelstelling/i, 'De doelstelling', 'Het doel'),
  woord('is a group of problems', /cluster/i, 'Een cluster', 'Een groep problemen'),
  woord('is who writes along', /notulist/i, 'De notulist', 'Wie meeschrijft'),
  woord('is a moment to report', /peiling/i, 'Een peiling', 'Een voortgangsmoment'),
];

/** The source says it so; a plain title stands above it, or the plain question beside it. */
const BRON = new Set([
  ...planner.overleggen.flatMap(({ agenda }) => agenda.map(({ tekst }) => tekst)),
  ...planner.stappen.flatMap(({ doel, werk }) => [doel, ...werk.map(({ wat }) => wat)]),
]);

/** True where a text is one of the source, whatever stands around it. */
const isVanDeBron = (tekst: string) => [...BRON].some((een) => tekst.includes(een));

/** Where a rule does not hold, and why. */
interface Uitzondering {
  reden: string;
  tekst: RegExp;
}

/** What stands on the record of texts, and is no rule's to judge. */
const UITZONDERINGEN: readonly Uitzondering[] = [
  { reden: 'the small name of the question in the source', tekst: /^(?:\? |\d+\. )?Risicokans\b/ },
  {
    reden: 'the kinds of what is known, in the source',
    tekst: /^(?:\([ x]\) )?Data(?:$|:|, onderzoek)|^(?:! )?Kies data, onderzoek/,
  },
  {
    reden: 'the word of the source beside the plain one',
    tekst: /^Wie doet wat \(uitvoeringsmatrix/,
  },
  { reden: 'a sentence filled with anything, as no screen fills it', tekst: /^Je ziet de laatste/ },
];

const isUitzondering = (tekst: string) => UITZONDERINGEN.some((een) => een.tekst.test(tekst));

/** A mark that the record itself puts before what went wrong. */
const zonderMerk = (tekst: string) => tekst.replace(/^! /, '');

/** Where a text stands that no partner reads as a sentence: files for officials, and other words that may be typed. */
const isPapier = (waar: string) =>
  /\| (?:bestand|agenda als bestand|als-email|woorden COMMANDS)/.test(waar);

const mis = (regels: readonly Regel[], tekst: string, waar: string) =>
  regels.flatMap(({ reden, fout }) => (fout.test(tekst) ? [`${tekst} (${reden}; ${waar})`] : []));

/** What does not read as a person says it, with why and where. `teksten`: each with the place where it was met first. */
export const taalfouten = (teksten: ReadonlyMap<string, string>): string[] =>
  [...teksten].flatMap(([geheel, waar]) => {
    const tekst = zonderMerk(geheel);
    if (isVanDeBron(tekst) || isUitzondering(tekst)) return [];
    return [
      ...mis(ZINSBOUW, tekst, waar),
      ...(isPapier(waar) ? [] : mis([...NIET_MEER, ...OP_EEN_KAART], tekst, waar)),
    ];
  });

const isKnop = (regel: string) => /^\s*\[/.test(regel);

/** Whoever sends it says "ik"; "we" is the group. In one message it would not be clear who "we" are. */
const isDoorElkaar = (tekst: string) =>
  /\bik\b/i.test(tekst) && /\b(?:we|wij|ons|onze)\b/i.test(tekst);

/** Hears the record line by line, with all that stands together, and keeps the messages in which both speak. */
export function luister() {
  const gelezen = new Set<string>();
  const doorElkaar = new Set<string>();
  let waar = '';
  let regels: string[] = [];
  const sluit = () => {
    const tekst = regels.filter((regel) => !isKnop(regel)).join('\n');
    if (!waar.includes('| bericht ') || gelezen.has(tekst)) return;
    gelezen.add(tekst);
    if (isDoorElkaar(tekst)) doorElkaar.add(`${tekst} (${waar})`);
  };
  return {
    hoor: (line: string) => {
      if (line.startsWith('# ')) {
        sluit();
        waar = line.slice(2);
        regels = [];
      } else regels.push(line);
    },
    berichten: () => gelezen.size,
    doorElkaar: () => [...doorElkaar],
  };
}
