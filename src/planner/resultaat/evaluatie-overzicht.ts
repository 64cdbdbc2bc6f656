import type { View } from '../../process/contract/contract.ts';
import { leads } from '../../process/feiten/deelnemers.ts';
import { isAfgerond } from '../../process/feiten/gegevens.ts';
import { all, one, type Project } from '../../process/feiten/project.ts';
import { item, lijst, type Button, type Groep, type Item } from '../../process/vormen/screen.ts';
import { isGeopend } from '../../process/feiten/geopende-stap.ts';
import { laatsteVoortgang, regels, statusTekst, type Doel } from '../plan/uitvoeringsmatrix.ts';
import { aanbeveling, uitgevoerd, verbeterpunt, vervolg, evaluatie } from '../plan/plan.ts';
import { vertrouwelijkRegel } from '../plan/lezers.ts';
import { lezersKnop } from '../../process/stappen/lezers.ts';
import { naAfloop } from './afronden.ts';
import { volgendDoel } from './evaluatie.ts';
import { AFRONDEN, MAATREGELEN_BESPREKEN, SAMENWERKING, VOORTGANG } from './knoppen.ts';
import { VERVOLG } from './punten.ts';
import { samenwerkingRegels } from './samenwerking.ts';
import { doelStand, geevalueerd, type Evaluatie } from './stand.ts';
import { resultaatNogNiet } from './voortgang-overzicht.ts';

/** The whole evaluation: measures, goals with their values, cooperation, points, and what comes next (J2, J3). */
export function evaluatieGroepen(project: Project, knoppen: EvaluatieKnoppen = GEEN): Groep[] {
  return [
    { kop: 'Hebben we gedaan wat we hebben afgesproken?', items: gedaanItems(project, knoppen) },
    {
      kop: 'Hebben we onze doelen bereikt?',
      items: geevalueerd(project).map((found) =>
        doelItem(project, found, [
          ...knoppen.doel(found.doel),
          ...(found.evaluatie ? knoppen.lezers('evaluatie', found.doel.id) : []),
        ]),
      ),
    },
    {
      kop: 'Hoe beoordelen wij onze samenwerking?',
      items: samenwerkingRegels(project).map((tekst) => item(tekst)),
    },
    {
      kop: 'Mogelijke verbeterpunten',
      items: all(project, verbeterpunt).map(({ id, texts }) =>
        item(texts.tekst, [], knoppen.punt('verbeterpunt', id)),
      ),
    },
    {
      kop: 'Aanbevelingen voor het komende halfjaar',
      items: all(project, aanbeveling).map(({ id, texts }) =>
        item(texts.tekst, [], knoppen.punt('aanbeveling', id)),
      ),
    },
    { kop: 'Hoe gaan we verder?', items: vervolgItems(project) },
  ].filter(({ items }) => items.length > 0);
}

interface EvaluatieKnoppen {
  doel: (found: Doel) => readonly Button[];
  /** Who reads what was said. */
  lezers: (naam: 'uitgevoerd' | 'evaluatie', id: string) => readonly Button[];
  punt: (naam: string, id: string) => readonly Button[];
}
const GEEN: EvaluatieKnoppen = { doel: () => [], lezers: () => [], punt: () => [] };

const UITGEVOERD = {
  ja: 'Uitgevoerd: ja',
  deels: 'Uitgevoerd: deels',
  nee: 'Uitgevoerd: nee',
} as const;

function gedaanItems(project: Project, knoppen: EvaluatieKnoppen): Item[] {
  const last = laatsteVoortgang(project);
  return regels(project).map((rij) => {
    const found = one(project, uitgevoerd, rij.id);
    const answer = found ? UITGEVOERD[found.facts.uitgevoerd] : 'Nog niet besproken';
    return item(
      rij.texts.wat,
      [
        `${answer}. Laatste stand: ${statusTekst(last.get(rij.id))}`,
        ...(found?.texts.toelichting ? [`Waarom: ${found.texts.toelichting}`] : []),
        ...(found ? vertrouwelijkRegel(project, uitgevoerd, found) : []),
      ],
      found ? knoppen.lezers('uitgevoerd', rij.id) : [],
    );
  });
}

const BEREIKT = { ja: 'Bereikt: ja', deels: 'Bereikt: deels', nee: 'Bereikt: nee' } as const;

function doelItem(
  project: Project,
  found: { doel: Doel; evaluatie: Evaluatie | undefined },
  knoppen: readonly Button[],
): Item {
  const { facts, texts } = found.evaluatie ?? {};
  return item(
    found.doel.texts.specifiek,
    [
      doelStand(project, found.doel),
      ...(facts && texts
        ? [
            `${BEREIKT[facts.bereikt]}. Tevreden: ${facts.tevreden}`,
            `Hoe gemeten: ${texts.gemeten}`,
            `Waarom: ${texts.waarom}`,
            ...vertrouwelijkRegel(project, evaluatie, found.doel),
          ]
        : ['Nog niet besproken']),
    ],
    knoppen,
  );
}

function vervolgItems(project: Project): Item[] {
  const [first, ...rest] = vervolgRegels(project);
  return first === undefined ? [] : [item(first, rest)];
}

export const samenZin = (samen: 'ja' | 'nee') =>
  samen === 'ja'
    ? 'We blijven als projectgroep bij elkaar komen.'
    : 'We komen niet meer als projectgroep bij elkaar.';

export const nieuwZin = (nieuw: 'ja' | 'nee') =>
  nieuw === 'ja' ? 'Er komt een nieuwe ronde voor dit probleem.' : 'We beginnen niet opnieuw.';

/** How the group goes on; empty before it was decided. */
export function vervolgRegels(project: Project): string[] {
  const found = one(project, vervolg, VERVOLG);
  if (!found) return [];
  const { samen, nieuw } = found.facts;
  return [
    samenZin(samen),
    nieuwZin(nieuw),
    ...(found.texts.toelichting ? [found.texts.toelichting] : []),
  ];
}

const evaluatieView: View = {
  verb: 'evaluatie',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: ({ project, actor, args }) => {
    if (!isGeopend(project, 'resultaat')) return resultaatNogNiet('Evaluatie');
    const schrijft = leads(actor) && !isAfgerond(project);
    return lijst('Evaluatie', evaluatieGroepen(project, schrijft ? LEIDING : GEEN), {
      pagina: args['pagina'],
      knoppen: isAfgerond(project)
        ? naAfloop.slice(1)
        : schrijft
          ? leidingKnoppen(project)
          : DEELNEMER,
    });
  },
};

/** What the projectleider can do in the evaluation while the project is open. */
export const LEIDING: EvaluatieKnoppen = {
  doel: (found) => [
    { titel: 'Dit doel bespreken', verb: 'evaluatie.doel', args: { doel: found.id } },
  ],
  lezers: (naam, id) => [lezersKnop(`${naam}.vertrouwelijk`, id)],
  punt: (naam, id) => [
    { titel: 'Intrekken', verb: `${naam}.intrekken`, args: { id }, stijl: 'destructive' },
  ],
};

const leidingKnoppen = (project: Project): Button[] => [
  ...(regels(project).length > 0 ? [MAATREGELEN_BESPREKEN] : []),
  ...volgendDoel(project),
  { titel: 'Verbeterpunt', verb: 'verbeterpunt.toevoegen' },
  { titel: 'Aanbeveling', verb: 'aanbeveling.toevoegen' },
  { titel: 'Hoe verder', verb: 'vervolg.vastleggen' },
  ...(volgendDoel(project).length === 0 ? [AFRONDEN] : []),
];

const DEELNEMER: readonly Button[] = [SAMENWERKING, VOORTGANG];

export const evaluatieWeergaven: readonly View[] = [evaluatieView];
