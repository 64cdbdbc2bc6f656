import { stapZoalsGelezen } from '../../process/contract/gelezen.ts';
import type { Beeld, Bericht, Check, Step, Taak } from '../../process/contract/contract.ts';
import type { Deelnemer } from '../../process/feiten/deelnemers.ts';
import { all, one, type Project } from '../../process/feiten/project.ts';
import { item, type Item } from '../../process/vormen/screen.ts';
import { stap } from '../../process/feiten/geopende-stap.ts';
import { deadlineText } from '../../process/taal/time.ts';
import { aantal } from '../../process/taal/woorden.ts';
import { belangrijkste, huidigeMaatregelen, maatregelRegels } from '../plan/maatregel.ts';
import { maatregel, naamVanOnderwerp, onderwerpen } from '../plan/plan.ts';
import { reacties, reactiesVoorGroep, reactieZin } from '../../process/stappen/reacties.ts';
import { gafIets, nogOpen, reactie } from './antwoord.ts';
import { collegaActies } from './collega.ts';
import { doorgeefActies } from './doorgeven.ts';
import { inbrengActies, inbrengWeergaven } from './inbrengen.ts';
import { hiaten, hiatenWeergaven } from './hiaten.ts';
import { hoofdstukken } from './hoofdstuk.ts';
import { poster } from './poster.ts';
import { inbreng, zonderReden } from './inbreng.ts';
import { jij } from './jij.ts';
import { kaart } from './kaart.ts';
import { isOpen } from './moment.ts';
import { nietsActies } from './niets.ts';
import { overzichtWeergaven } from './overzicht.ts';
import { ALLES, HIATEN, NIETS } from './knoppen.ts';

/** Step 3: what each organisatie does now about the most important problems. */
export const maatregelen: Step = stapZoalsGelezen({
  id: 'maatregelen',
  nummer: 3,
  naam: 'Wat doen wij al?',
  inHetKort: 'Elke organisatie schrijft op wat zij nu al doet.',
  doel: 'Doel van deze stap is het in kaart brengen van wat er nu al gedaan wordt aan de belangrijkste problemen.',
  werk: [{ wat: 'inventariseren huidige maatregelen', wijze: 'online' }],
  heeftInvoer: true,
  streefvraag: '',
  acties: [...doorgeefActies, ...nietsActies, ...collegaActies, ...inbrengActies],
  weergaven: [...overzichtWeergaven, ...hiatenWeergaven, ...inbrengWeergaven],
  kaart: (beeld) => kaart(beeld, maatregelen),
  jij,
  heeftGereageerd: gafIets,
  gereed,
  voorwaarde: () => undefined,
  teruggenomen: () => [],
  inbreng,
  zonderReden,
  samenvatting,
  berichten: {},
  momenten: () => [],
  moetReageren: (project) => belangrijkste(project).length > 0,
  kortom: () => '',
  fotoplekken: [],
  verzoeken: () => [],
  meenemen: () => [],
  hoofdstukken,
  poster,
  plan: ({ project }) => [{ kop: '3 Wat doen wij al?', items: planItems(project) }],
  taken,
});

function gereed({ project }: Beeld): readonly Check[] {
  const { length } = all(project, maatregel);
  const { zonder } = hiaten(project);
  if (belangrijkste(project).length === 0)
    return [
      {
        klaar: false,
        zin:
          onderwerpen(project).length === 0
            ? 'Er zijn nog geen problemen om iets aan te doen'
            : 'Nog geen prioriteitenlijst',
      },
    ];
  const wie = reacties(project, maatregelen);
  return [
    {
      klaar: length > 0,
      zin: length > 0 ? aantal(length, 'maatregel', 'maatregelen') : 'Nog geen maatregelen',
    },
    {
      klaar: zonder.length === 0,
      zin:
        zonder.length === 0
          ? 'Bij elk probleem staat een maatregel'
          : `${aantal(zonder.length, 'probleem heeft', 'problemen hebben')} nog geen maatregel`,
    },
    ...(wie.gevraagd.length === 0 ? [] : [{ klaar: wie.stil.length === 0, zin: reactieZin(wie) }]),
  ];
}

function samenvatting({ project }: Beeld): Bericht {
  const { zonder } = hiaten(project);
  const problemen = belangrijkste(project).length;
  const { length } = all(project, maatregel);
  const wie = reactiesVoorGroep(project, reacties(project, maatregelen));
  if (problemen === 0)
    return {
      titel: 'Stap 3 is gesloten.',
      regels: ['Er waren nog geen problemen om iets aan te doen.'],
      knoppen: [ALLES],
    };
  return {
    titel: 'Stap 3 is gesloten.',
    regels: [
      'Je kunt niets meer invullen.',
      ...(wie === '' ? [] : [wie]),
      length === 0
        ? 'Er zijn geen maatregelen doorgegeven.'
        : `Er ${length === 1 ? 'is' : 'zijn'} ${aantal(length, 'maatregel', 'maatregelen')} bij ${aantal(problemen, 'probleem', 'problemen')}.`,
      ...(length > 0 && zonder.length > 0
        ? [`${aantal(zonder.length, 'probleem heeft', 'problemen hebben')} nog geen maatregel.`]
        : []),
      'In overleg 2 bekijken we samen of dit genoeg is.',
    ],
    knoppen: [ALLES, HIATEN],
  };
}

function planItems(project: Project): Item[] {
  return huidigeMaatregelen(project).map((found) =>
    item(found.texts.omschrijving, [
      `Probleem: ${naamVanOnderwerp(project, found.facts.onderwerp)}`,
      ...maatregelRegels(project, found),
    ]),
  );
}

function taken({ project, now }: Beeld, lid: Deelnemer): Taak[] {
  if (!isOpen(project, now) || reactie(project)(lid)) return [];
  const { length } = nogOpen(project)(lid.id);
  const facts = one(project, stap, 'maatregelen')?.facts;
  return [
    {
      zin: `Geef door wat jullie doen bij ${length} ${length === 1 ? 'probleem' : 'problemen'}.`,
      wanneer: facts && facts.datum !== '' ? `tot ${deadlineText(facts, now)}` : '',
      op: facts?.tot ?? '',
      knoppen: [
        { titel: 'Maatregel doorgeven', verb: 'maatregel.doorgeven' },
        NIETS,
        { titel: 'Mijn collega vult dit in', verb: 'maatregel.collega' },
      ],
    },
  ];
}
