import { stapZoalsGelezen } from '../../process/contract/gelezen.ts';
import type { Beeld, Bericht, Check, Step, Taak } from '../../process/contract/contract.ts';
import { leads, type Deelnemer } from '../../process/feiten/deelnemers.ts';
import { isAfgerond } from '../../process/feiten/gegevens.ts';
import { all, one, type Project } from '../../process/feiten/project.ts';
import { item, type Button, type Groep } from '../../process/vormen/screen.ts';
import { isHuidig } from '../../process/feiten/geopende-stap.ts';
import { ingekort } from '../../process/taal/opsomming.ts';
import { doelenMee } from '../plan/meenemen.ts';
import { belangrijkste, huidigeMaatregelen, maatregelRegels } from '../plan/maatregel.ts';
import { doel, maatregel, monitoring, naamVanOnderwerp, oordeel } from '../plan/plan.ts';
import { aanvullendActies } from './aanvullend.ts';
import { beoordeelActies } from './beoordelen.ts';
import { beoordelingWeergaven, genoegRegels, oordeelRegel } from './beoordeling.ts';
import { doelActies } from './doel.ts';
import { doelKort, doelRegels, doelWeergaven, zonderDoel } from './doelen.ts';
import { hoofdstukken } from './hoofdstuk.ts';
import { poster } from './poster.ts';
import { kaart } from './kaart.ts';
import { BEOORDELING } from './knoppen.ts';
import { monitoringActies } from './monitoring.ts';
import { monitoringRegel, monitoringWeergaven } from './voortgang.ts';
import { zonderOordeel } from './oordeel.ts';
import { toelichtActies } from './toelichten.ts';
import { aantal } from '../../process/taal/woorden.ts';

/** Step 4: SMART goals and the group's judgement of the measures, in overleg 2. */
export const doelstellingen: Step = stapZoalsGelezen({
  id: 'doelstellingen',
  nummer: 4,
  naam: 'Wat willen wij bereiken?',
  inHetKort: 'In het overleg spreken we onze doelen af.',
  doel: "In deze stap 'Wat willen we bereiken?' worden doelstellingen geformuleerd in een projectgroepoverleg.",
  werk: [{ wat: 'doelstellingen SMART benoemen', wijze: 'overleg' }],
  heeftInvoer: false,
  streefvraag: 'Wanneer moeten de doelen klaar zijn?',
  acties: [
    ...doelActies,
    ...beoordeelActies,
    ...toelichtActies,
    ...aanvullendActies,
    ...monitoringActies,
  ],
  weergaven: [...doelWeergaven, ...beoordelingWeergaven, ...monitoringWeergaven],
  jij: () => ({ zin: 'Jij: je hoeft nu niets te doen.', moetNog: false, knoppen: undefined }),
  kaart: (beeld) => kaart(beeld, doelstellingen),
  heeftGereageerd: () => true,
  gereed,
  voorwaarde: () => undefined,
  teruggenomen: () => [],
  inbreng: () => [],
  zonderReden: () => [],
  samenvatting,
  berichten: {},
  momenten: () => [],
  moetReageren: () => true,
  fotoplekken: [],
  verzoeken: () => [],
  meenemen: doelenMee,
  hoofdstukken,
  kortom: ({ project }) => {
    const { length } = all(project, doel);
    return length > 0 ? aantalDoelen(length) : '';
  },
  poster,
  plan: ({ project }) => planGroepen(project),
  taken,
});

const check = (klaar: boolean, goed: string, open: string): Check => ({
  klaar,
  zin: klaar ? goed : open,
});

const aantalDoelen = (length: number) => (length === 1 ? '1 doel' : `${length} doelen`);

function gereed({ project }: Beeld): Check[] {
  const { length } = all(project, doel);
  const open = zonderDoel(project).length;
  const oordelen = zonderOordeel(project).length;
  const afspraken = all(project, monitoring).length;
  return [
    check(length > 0, aantalDoelen(length), 'Nog geen doel'),
    ...(belangrijkste(project).length === 0
      ? []
      : [
          check(
            open === 0,
            'Elk probleem heeft een doel',
            `${aantal(open, 'probleem heeft', 'problemen hebben')} nog geen doel`,
          ),
        ]),
    ...(huidigeMaatregelen(project).length === 0
      ? []
      : [
          check(
            oordelen === 0,
            'Alle maatregelen zijn beoordeeld',
            `${aantal(oordelen, 'maatregel is', 'maatregelen zijn')} nog niet beoordeeld`,
          ),
        ]),
    check(
      afspraken > 0,
      aantal(afspraken, 'afspraak over de voortgang', 'afspraken over de voortgang'),
      'Nog niets afgesproken over de voortgang',
    ),
  ];
}

const bekijk: Button = { titel: 'Bekijk de doelen', verb: 'doelen' };

function samenvatting({ project }: Beeld): Bericht {
  const found = all(project, doel);
  const extra = all(project, maatregel).filter(({ facts }) => facts.aanvullend).length;
  return {
    titel: found.length === 0 ? 'Stap 4 is voorbij.' : 'De doelen staan vast.',
    regels: [
      found.length === 0 ? 'Er zijn nog geen doelen.' : `We hebben ${aantalDoelen(found.length)}.`,
      ...ingekort(
        found.map((goal) => doelKort(goal)),
        5,
        (n) => `En nog ${n}.`,
      ),
      ...(extra > 0
        ? [
            `Er ${extra === 1 ? 'is' : 'zijn'} ${aantal(extra, 'extra maatregel', 'extra maatregelen')}.`,
          ]
        : []),
    ],
    knoppen: [bekijk, BEOORDELING],
  };
}

function planGroepen(project: Project): Groep[] {
  const measures = all(project, maatregel);
  const extra = measures.filter(({ facts }) => facts.aanvullend);
  const judged = measures.filter(({ facts }) => !facts.aanvullend);
  return [
    {
      kop: '4 Wat willen wij bereiken?',
      items: all(project, doel).map((found) =>
        item(found.texts.specifiek, doelRegels(project, found)),
      ),
    },
    {
      kop: 'Doen wij samen genoeg?',
      items: belangrijkste(project).map(({ id, naam }) => item(naam, genoegRegels(project, id))),
    },
    {
      kop: 'Oordeel over de maatregelen',
      items: judged
        .filter(({ id }) => one(project, oordeel, id))
        .map((found) => item(found.texts.omschrijving, oordeelRegel(project, found))),
    },
    {
      kop: 'Extra maatregelen',
      items: extra.map((found) =>
        item(found.texts.omschrijving, [
          `Probleem: ${naamVanOnderwerp(project, found.facts.onderwerp)}`,
          ...maatregelRegels(project, found),
        ]),
      ),
    },
    {
      kop: 'Afspraken over de voortgang',
      items: all(project, monitoring).map((found) =>
        item(found.texts.gegevens, [monitoringRegel(project, found)]),
      ),
    },
  ].filter(({ items }) => items.length > 0);
}

/** Only the projectleider enters something here, as long as this is the present step. */
function taken({ project }: Beeld, lid: Deelnemer): Taak[] {
  if (!leads(lid) || isAfgerond(project) || !isHuidig(project, 'doelstellingen')) return [];
  const task = (zin: string, titel: string, verb: string): Taak => ({
    zin,
    wanneer: '',
    op: '',
    knoppen: [{ titel, verb }],
  });
  return [
    ...(zonderDoel(project).length > 0 || all(project, doel).length === 0
      ? [task('Voer de doelen in.', 'Doel toevoegen', 'doel.toevoegen')]
      : []),
    ...(zonderOordeel(project).length > 0
      ? [task('Leg vast wat de groep van de maatregelen vindt.', 'Beoordelen', 'beoordeling')]
      : []),
    ...(all(project, monitoring).length === 0
      ? [
          task(
            'Spreek af wie de voortgang doorgeeft.',
            'Voortgang afspreken',
            'monitoring.afspreken',
          ),
        ]
      : []),
  ];
}
