import { globSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import type { Step, Traject } from '../../src/process/contract/contract.ts';
import { openForm } from '../../src/process/contract/judge.ts';
import { samen } from '../../src/process/samen.ts';
import { nlVan, weigeringen } from '../../src/text/nl.ts';
import { tabVan } from '../../src/text/tab.ts';
import { groep } from '../../support/groep.ts';
import { read } from '../docs-text.ts';

const SOURCES = globSync('src/{process,answer,tab,teams,text}/**/*.ts');

/** Words of the planner. The names of classes, attributes and headers are none. */
const WOORD =
  /(?<!data-|nav|X-)project|probleem|problemen|zes stappen|criteri|maatregel|doelstelling|Lokale Veiligheidsplanner|overleg [123]\b/i;

/** What people read: not an id, a verb or a class. */
const isZin = (text: string) => /\s|^\p{Lu}/u.test(text);

/** Where a planner's word may stand in what all trajecten share, and why. */
const UITZONDERINGEN: Readonly<Record<string, readonly string[]>> = {
  'said before something is started or chosen, or about all that somebody takes part in': [
    'Ik help jullie een veiligheidsprobleem samen aan te pakken, in zes stappen. Ik verzamel wat iedereen weet en doet. Ik bewaak de deadlines en maak de agenda’s.',
    'Over welk project gaat het?',
    'Iemand anders start hier net een project. Probeer het over een halve minuut opnieuw.',
    'Hier loopt nog geen project.',
    'Kies Opslaan. Daarna staat het project van dit gesprek in deze tab.',
    'Al mijn projecten',
    'Dit project is niet gevonden, of je doet er niet aan mee.',
    'In dit gesprek loopt geen project waaraan je meedoet.',
    'Je doet nog aan geen project mee.',
    'Een project begin je in een kanaal of chat. Typ daar start.',
    'Project',
    'Er is nog geen project. Begin in de chat met start.',
  ],
  'the public pages of the product': [
    'De Veiligheidsplanner helpt een projectgroep in Microsoft Teams.',
    'Samen pak je in zes stappen een veiligheidsprobleem in de buurt aan.',
    'Alleen deelnemers van een project lezen wat erin staat.',
    'Schrijf niets over verdachten, slachtoffers of bewoners. De projectleider kan zo’n tekst voorgoed wissen.',
  ],
  'typed by people, never shown': [
    'nieuw project',
    'project starten',
    'start een project',
    'start project',
  ],
  'a kind of organisatie': ['Projectontwikkelaar'],
  'English, for who types it': ['new project'],
  'English, for whoever looks after the product': [
    'project ',
    'one project is missing from all of somebody',
  ],
};

const toegestaan = Object.values(UITZONDERINGEN).flat();

/** The texts between quotes, and the parts of templates; not the names of modules, nor types. */
function literalsIn(path: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) found.push(node.text);
    if (ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true));
  return found;
}

/** Everything that can be read in a screen. */
function zinnenIn(value: unknown): string[] {
  if (typeof value === 'string') return isZin(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(zinnenIn) : [];
}

describe('what all trajecten share', () => {
  const literals = SOURCES.flatMap(literalsIn);
  const metWoord = literals.filter((text) => isZin(text) && WOORD.test(text));

  it('has no word of the planner in a sentence', () => {
    expect(SOURCES.length).toBeGreaterThan(150);
    expect(literals.length).toBeGreaterThan(5_000);
    expect(literals.filter(isZin).length).toBeGreaterThan(1_000);
    expect(metWoord.filter((text) => !toegestaan.includes(text))).toEqual([]);
  });

  it('has no exception for a sentence that is gone', () => {
    expect(toegestaan.filter((text) => !metWoord.includes(text))).toEqual([]);
  });
});

const [profiel] = planner.stappen;
if (!profiel) throw new Error('no step');

/** A step that says nothing of the planner. */
const BEGIN: Step = {
  ...profiel,
  naam: 'Begin',
  inHetKort: 'We beginnen.',
  doel: 'We beginnen.',
  werk: [{ wat: 'uitnodigen', wijze: 'door wie leidt' }],
  gereed: () => [],
  plan: () => [],
};

/** A traject of one step, which calls everything otherwise. */
const ANDER: Traject = {
  ...planner,
  woorden: {
    project: 'programma',
    projecten: 'programma’s',
    projectleider: 'regisseur',
    projectgroep: 'regiegroep',
  },
  stappen: [BEGIN],
  overleggen: [],
  slot: [],
  uitleg: { titel: 'Samen werken', regels: ['Ik help jullie.'] },
  instellingen: [],
  rondeUitleg: 'Alles gaat mee.',
};

describe('a traject with other words', () => {
  const { woorden } = ANDER;

  it('shows those on every screen that it shares with the planner', () => {
    const world = groep('sanne', 'bram');
    const screens = ['sanne', 'bram', 'chris'].flatMap((wie) => {
      const ctx = { ...world.ctx(wie, { id: 'bram' }), traject: ANDER };
      return [
        ...samen.weergaven.map((view) => view.show(ctx)),
        ...samen.acties.map((action) => openForm(action, ctx)),
      ];
    });
    const zinnen = screens.flatMap(zinnenIn);

    expect(zinnen).toEqual(expect.arrayContaining(['Voor de regisseur', 'Programmagegevens']));
    expect(zinnen).toEqual(
      expect.arrayContaining(['Hoe heet het programma?', '• uitnodigen (door de regisseur)']),
    );
    expect(zinnen.filter((zin) => WOORD.test(zin) && !toegestaan.includes(zin))).toEqual([]);
  });

  it('says those when something is refused, and in the tab', () => {
    const wat = { stap: 'Stap 2', sinds: 'gisteren', projectleider: 'Sanne', vraag: '', woorden };
    const doors = ['zelf', 'ander'] as const;
    const zinnen = [
      ...doors.flatMap((door) => Object.values(weigeringen).map((zin) => zin({ ...wat, door }))),
      ...zinnenIn(nlVan(woorden)),
      ...zinnenIn(tabVan(woorden)),
    ];

    expect(zinnen).toEqual(
      expect.arrayContaining([
        'Dit kan alleen de regisseur: Sanne.',
        'Dit programma gaat verder in een andere chat of een ander kanaal.',
      ]),
    );
    expect(zinnen.filter((zin) => WOORD.test(zin))).toEqual([]);
  });
});
