import type { View } from '../../process/contract/contract.ts';
import { leads } from '../../process/feiten/deelnemers.ts';
import { isAfgerond } from '../../process/feiten/gegevens.ts';
import { all, type Project } from '../../process/feiten/project.ts';
import { item, lijst, type Button, type Groep, type Item } from '../../process/vormen/screen.ts';
import { opsomming, naamInLijst } from '../../process/taal/opsomming.ts';
import { dateText } from '../../process/taal/time.ts';
import { aantal, hoevelen } from '../../process/taal/woorden.ts';
import { regels } from '../plan/uitvoeringsmatrix.ts';
import { besluit } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { MATRIX } from '../plan/knoppen.ts';
import { partijen, standen, wachtOpBesluit, type Partij, type Stand } from './partijen.ts';
import { matrixNogNiet, zietMatrix } from './toegang.ts';
import { aaneen } from '../../process/taal/aaneen.ts';

export const naarBesluiten: Button = { titel: 'Alle besluiten', verb: 'besluiten' };

/** What was decided, and who still has to decide. Only the projectleider reads those names (rule 16). */
const overzicht: View = {
  verb: 'besluiten',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) => {
    if (!zietMatrix(ctx)) return matrixNogNiet('Besluiten');
    const { project, actor, args } = ctx;
    const stand = standen(project);
    const nog = openPartijen(project, stand);
    const open =
      leads(actor) && nog.length > 0
        ? [{ kop: 'Moet nog besluiten', items: nog.map(partijItem) }]
        : [];
    const vastleggen = { titel: 'Besluit vastleggen', verb: 'besluit.vastleggen' };
    return lijst('Besluiten', [...open, ...besluitGroepen(project, leads(actor))], {
      pagina: args['pagina'],
      uitleg: [
        ...(isAfgerond(project)
          ? ['Het project is afgerond. Besluiten vastleggen kan niet meer.']
          : []),
        ...tellingRegels(project, stand, nog.length),
      ],
      knoppen: [
        ...(leads(actor) && stand.length > 0 ? [vastleggen] : []),
        MATRIX,
        ...(isAfgerond(project) ? [{ titel: 'Bekijk het plan', verb: 'plan' }] : []),
      ],
    });
  },
};

export function tellingRegels(project: Project, stand: readonly Stand[], open: number): string[] {
  if (stand.length === 0)
    return [
      'Er staat nog niets in de matrix om over te besluiten.',
      'Hier komt wie akkoord is met de maatregelen.',
    ];
  const totaal = partijen(project).length;
  const wacht = stand.filter(wachtOpBesluit).length;
  return [
    'Opdrachtgevers en organisaties besluiten over de maatregelen.',
    `${hoevelen({ n: totaal - open, van: totaal }, ['heeft', 'hebben'])} over alles besloten.`,
    ...(wacht > 0
      ? [
          `${aantal(wacht, 'maatregel wacht', 'maatregelen wachten')} op een besluit over extra inzet of geld.`,
        ]
      : []),
  ];
}

/** The parties that have not decided about every row, with those rows. */
export function openPartijen(
  project: Project,
  stand: readonly Stand[],
): { partij: Partij; rows: Stand[] }[] {
  return partijen(project)
    .map((partij) => ({
      partij,
      rows: stand.filter(({ wacht }) => wacht.some(({ sleutel }) => sleutel === partij.sleutel)),
    }))
    .filter(({ rows }) => rows.length > 0);
}

const partijItem = ({ partij, rows }: ReturnType<typeof openPartijen>[number]): Item => {
  const extra = rows.filter((stand) => stand.extra);
  return item(
    naamInLijst(partij.naam),
    [
      `Moet nog over ${aantal(rows.length, 'maatregel', 'maatregelen')} besluiten${extra.length > 0 ? `, ${extra.length} met extra inzet of geld` : ''}`,
      opsomming(
        rows.map(({ rij }) => kortweg(rij.texts.wat, 60)),
        3,
      ),
    ],
    [
      {
        titel: 'Akkoordverzoek',
        verb: 'als-email',
        args: { wat: 'akkoord', partij: partij.id },
        stijl: 'positive',
      },
      { titel: 'Dit besluit vastleggen', verb: 'besluit.vastleggen', args: { partij: partij.id } },
    ],
  );
};

/** The decisions taken, last one first. */
export function besluitGroepen(project: Project, metKnoppen = false): Groep[] {
  const known = new Map(regels(project).map((rij) => [rij.id, kortweg(rij.texts.wat, 60)]));
  const items = all(project, besluit)
    .sort((a, b) => b.rev - a.rev)
    .map(({ id, facts, texts }) =>
      item(
        aaneen`${naamInLijst(texts.partij)}: ${facts.antwoord}`,
        [
          `${dateText(facts.datum)}, ${facts.hoe}${texts.kenmerk ? `, ${texts.kenmerk}` : ''}`,
          `Over: ${
            opsomming(
              facts.regels.flatMap((rij) => known.get(rij) ?? []),
              3,
            ) || 'maatregelen die er niet meer staan'
          }`,
          ...(texts.voorwaarden ? [`Voorwaarden: ${texts.voorwaarden}`] : []),
        ],
        metKnoppen ? besluitKnoppen(id) : [],
      ),
    );
  return items.length > 0 ? [{ kop: 'Besloten', items }] : [];
}

/** What the projectleider can do with a decision. */
export const besluitKnoppen = (id: string): Button[] => [
  { titel: 'Aanpassen', verb: 'besluit.wijzigen', args: { id } },
  { titel: 'Intrekken', verb: 'besluit.intrekken', args: { id }, stijl: 'destructive' },
];

export const besluitWeergaven: readonly View[] = [overzicht];
