import type { Ctx, View } from '../../../process/contract/contract.ts';
import {
  isVan,
  naamVan,
  organisatieVan,
  isVanOrganisatie,
  naamMetOrganisatie,
  organisatiesOfNamen,
} from '../../../process/feiten/deelnemers.ts';
import type { Wie } from '../../../process/contract/lezing.ts';
import { all, oneEver, type Project } from '../../../process/feiten/project.ts';
import { KNOP } from '../../../process/vormen/knoppen.ts';
import {
  bericht,
  item,
  lijst,
  type Button,
  type Groep,
  type Item,
} from '../../../process/vormen/screen.ts';
import { isGeopend } from '../../../process/feiten/geopende-stap.ts';
import { aantal } from '../../../process/taal/woorden.ts';
import { cluster, ookBijOns, probleem } from '../../plan/plan.ts';
import { kortweg } from '../../../process/taal/tekst.ts';
import { isEigen, isInbrengLeesbaar, magInvoeren, STAP } from '../regels/eigen.ts';
import { ALLES, CLUSTERS } from '../regels/knoppen.ts';
import { DOORGEVEN } from '../../plan/knoppen.ts';
import type { Probleem } from './problemen.ts';
import { typeringRegels } from './typering.ts';
import { opsomming, naamInLijst } from '../../../process/taal/opsomming.ts';
import { aaneen } from '../../../process/taal/aaneen.ts';

/** The most signs of a description in the list; the whole text is one tap away. */
const SIGNS_IN_LIJST = 400;
const FILTERS = ['problemen', 'cluster.maken', 'cluster.wijzigen'];

/** The full list of all problems of everybody, typed: the basis for the priorities (C12). Filter: `van`, `mijn`. */
const problemen: View = {
  verb: 'problemen',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) => {
    const { project, args } = ctx;
    const shown = gefilterd(ctx);
    const wie = args['van'] ? organisatieVan(project, args['van']) : args['mijn'] ? 'mij' : '';
    const titel = `${aantal(shown.length, 'probleem', 'problemen')}${wie === '' ? '' : ` van ${wie}`}`;
    if (!isGeopend(project, STAP))
      return bericht(
        'uitleg',
        'Stap 2 is nog niet begonnen.',
        ['Je krijgt bericht als stap 2 begint.'],
        [KNOP.status],
      );
    return lijst(
      shown.length === 0 ? `Nog geen problemen${wie === '' ? '' : ` van ${wie}`}` : titel,
      groepen(ctx, shown),
      {
        uitleg: shown.length === 0 ? ['Iedereen geeft zelf problemen door.'] : [],
        knoppen: knoppen(ctx),
        pagina: args['pagina'],
      },
    );
  },
};

function gefilterd({ project, actor, args }: Ctx): Probleem[] {
  const van = args['van'];
  const alles = all(project, probleem);
  if (args['mijn']) return alles.filter(({ facts }) => isVan(project, actor, facts.van));
  return van ? alles.filter(({ facts }) => isVanOrganisatie(project, facts.van, van)) : alles;
}

/** A person's own withdrawn problems stand below, so that they can be brought back. */
function groepen(ctx: Ctx, shown: readonly Probleem[]): Groep[] {
  const ook = ookPerProbleem(ctx.project);
  const items = shown.map((found) => probleemItem(ctx, found, ook.get(found.id) ?? []));
  const gone = magInvoeren(ctx) ? ingetrokken(ctx) : [];
  return [
    { kop: '', items },
    ...(gone.length > 0 ? [{ kop: 'Door jou ingetrokken', items: gone }] : []),
  ];
}

const ingetrokken = (ctx: Ctx): Item[] =>
  [...(ctx.project.entries.get(probleem.name)?.keys() ?? [])].flatMap((id) => {
    const found = oneEver(ctx.project, probleem, id);
    if (!found?.gone || !isVan(ctx.project, ctx.actor, found.facts.van)) return [];
    return [
      item(
        kortweg(found.texts.omschrijving, SIGNS_IN_LIJST),
        [],
        [{ titel: 'Ongedaan maken', verb: 'probleem.terughalen', args: { id } }],
      ),
    ];
  });

/** The deelnemer ids of the people who see a problem too, by problem. */
export function ookPerProbleem(project: Project): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { facts } of all(project, ookBijOns))
    found.set(facts.probleem, [...(found.get(facts.probleem) ?? []), facts.van]);
  return found;
}

function probleemItem(ctx: Ctx, found: Probleem, ook: readonly string[]): Item {
  const { project, actor } = ctx;
  const bekijk: Button = { titel: 'Bekijk', verb: 'probleem', args: { id: found.id } };
  const van = `Van: ${organisatieVan(project, found.facts.van)}`;
  if (!isInbrengLeesbaar(project, actor, found)) return item('Een vertrouwelijk probleem', [van]);
  return item(
    kortweg(found.texts.omschrijving, SIGNS_IN_LIJST),
    [
      `Van: ${naamMetOrganisatie(project, found.facts.van)}`,
      ...(found.texts.plaats === '' ? [] : [`Waar: ${found.texts.plaats}`]),
      ...typeringRegels(project, found.facts),
      ...(ook.length > 0 ? [`Ook bij: ${opsomming(organisatiesOfNamen(project, ook), 10)}`] : []),
      ...herkomst(project, found),
    ],
    [bekijk, ...probleemKnoppen(ctx, found)],
  );
}

/** How it came in, and who may read it (rules 4 and 10). */
export function herkomst(project: Project, { facts, by }: Probleem): string[] {
  const namens = by === facts.van ? '' : `, ingevoerd door ${naamVan(project, by)}`;
  const how = {
    '': '',
    overleg: 'Ingebracht in overleg 1',
    'na sluiting': 'Ingebracht na sluiting',
  }[facts.ingebracht];
  const line = how === '' ? namens.replace(/^, i/, 'I') : `${how}${namens}`;
  return [
    ...(line === '' ? [] : [aaneen`${line}.`]),
    ...(facts.mondeling ? [`${naamVan(project, facts.van)} vertelt meer in het overleg.`] : []),
    ...(facts.vertrouwelijk ? ['Vertrouwelijk.'] : []),
  ];
}

/** Own problems can be changed and withdrawn. At those of others one can say "Ook bij ons". */
export function probleemKnoppen(ctx: Wie, found: Probleem): Button[] {
  if (!magInvoeren(ctx)) return [];
  const args = { id: found.id };
  if (isEigen(ctx, found))
    return [
      { titel: 'Aanpassen', verb: 'probleem.wijzigen', args },
      { titel: 'Intrekken', verb: 'probleem.intrekken', args },
    ];
  return [{ titel: 'Ook bij ons', verb: 'probleem.ook', args }];
}

function knoppen(ctx: Ctx): Button[] {
  const { args } = ctx;
  return [
    ...(magInvoeren(ctx) ? [DOORGEVEN] : []),
    args['mijn'] ? ALLES : { titel: 'Mijn problemen', verb: 'problemen', args: { mijn: 'ja' } },
    args['van']
      ? ALLES
      : {
          titel: 'Toon één organisatie',
          verb: 'problemen.organisaties',
          args: { naar: 'problemen' },
        },
    CLUSTERS,
    { titel: 'Laat de risicomatrix zien', verb: 'beeld', args: { wat: 'risicomatrix' } },
  ];
}

/** Chooses an organisatie to filter by. `naar`: where it leads; `id`: the cluster that is being changed. */
const organisatiesWeergave: View = {
  verb: 'problemen.organisaties',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: ({ project, args }) => {
    const naar = FILTERS.find((verb) => verb === args['naar']) ?? 'problemen';
    const id = oneEver(project, cluster, args['id'] ?? '')?.id;
    const first = new Map<string, { van: string; n: number }>();
    for (const { facts } of all(project, probleem)) {
      const naam = organisatieVan(project, facts.van);
      const before = first.get(naam);
      first.set(naam, { van: before?.van ?? facts.van, n: (before?.n ?? 0) + 1 });
    }
    const items = [...first].map(([naam, { van, n }]) =>
      item(
        naamInLijst(naam),
        [aantal(n, 'probleem', 'problemen')],
        [{ titel: 'Kies', verb: naar, args: { van, ...(id ? { id } : {}) } }],
      ),
    );
    return lijst('Van welke organisatie?', [{ kop: '', items }], {
      uitleg: items.length === 0 ? ['Er zijn nog geen problemen.'] : [],
      knoppen: [ALLES],
      pagina: args['pagina'],
    });
  },
};

export const overzichtWeergaven: readonly View[] = [problemen, organisatiesWeergave];
