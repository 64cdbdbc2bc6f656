import type { View } from '../../process/contract/contract.ts';
import { leads } from '../../process/feiten/deelnemers.ts';
import { isAfgerond } from '../../process/feiten/gegevens.ts';
import { all, type Project } from '../../process/feiten/project.ts';
import {
  IN_BEELD,
  item,
  lijst,
  metMeer,
  type Button,
  type Groep,
  type Item,
} from '../../process/vormen/screen.ts';
import { opsomming, naamInLijst } from '../../process/taal/opsomming.ts';
import { dateText } from '../../process/taal/time.ts';
import { aantal, hoevelen } from '../../process/taal/woorden.ts';
import { regels } from '../plan/uitvoeringsmatrix.ts';
import { besluit } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { MATRIX } from '../plan/knoppen.ts';
import {
  partijen,
  standen,
  wachtOpBesluit,
  wachtRegels,
  type Partij,
  type Stand,
} from './partijen.ts';
import { matrixNogNiet, zietMatrix, metBlad } from './toegang.ts';
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
      rijen: IN_BEELD,
      uitleg: [
        ...(isAfgerond(project)
          ? ['Het project is afgerond. Je kunt geen besluiten meer vastleggen.']
          : []),
        ...tellingRegels(project, stand, nog.length),
        ...(open.length > 0 && !isAfgerond(project)
          ? ['Druk op een naam om akkoord te vragen.']
          : []),
      ],
      knoppen: metBlad(
        ctx,
        [
          ...(leads(actor) && stand.length > 0 ? [vastleggen] : []),
          MATRIX,
          ...(isAfgerond(project) ? [{ titel: 'Bekijk het plan', verb: 'plan' }] : []),
        ],
        'besluiten',
      ),
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
    `${hoevelen({ n: totaal - open, van: totaal }, ['heeft', 'hebben'])} over alles besloten.`,
    ...wachtRegels(wacht),
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

/** Pressing it makes the request; the answer is recorded there as well. */
function partijItem({ partij, rows }: ReturnType<typeof openPartijen>[number]): Item {
  const extra = rows.filter((stand) => stand.extra).length;
  const over = `Over ${aantal(rows.length, 'maatregel', 'maatregelen')}`;
  return item(
    naamInLijst(partij.naam),
    [extra > 0 ? `${over}, ${extra} met extra inzet of geld` : over],
    [
      {
        titel: 'Akkoordverzoek',
        verb: 'als-email',
        args: { wat: 'akkoord', partij: partij.id },
      },
    ],
  );
}

/** The decisions taken, last one first. */
export function besluitGroepen(project: Project, metKnoppen = false): Groep[] {
  const known = new Map(regels(project).map((rij) => [rij.id, kortweg(rij.texts.wat, 60)]));
  const items = all(project, besluit)
    .sort((a, b) => b.rev - a.rev)
    .map(({ id, facts, texts }) =>
      metMeer(
        item(
          aaneen`${naamInLijst(texts.partij)}: ${facts.antwoord}`,
          [`${dateText(facts.datum)}, ${facts.hoe}`],
          metKnoppen ? besluitKnoppen(id) : [],
        ),
        [
          ...(texts.kenmerk ? [`Zaaknummer of link: ${texts.kenmerk}`] : []),
          `Over: ${
            opsomming(
              facts.regels.flatMap((rij) => known.get(rij) ?? []),
              3,
            ) || 'maatregelen die er niet meer staan'
          }`,
          ...(texts.voorwaarden ? [`Voorwaarden: ${texts.voorwaarden}`] : []),
        ],
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
