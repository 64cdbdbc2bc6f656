import type { Ctx, View } from '../../../process/contract/contract.ts';
import { organisatieVan } from '../../../process/feiten/deelnemers.ts';
import { oneEver, type Project } from '../../../process/feiten/project.ts';
import { item, lijst, type Item } from '../../../process/vormen/screen.ts';
import { enNog, ingekort, naamInLijst } from '../../../process/taal/opsomming.ts';
import { aantal } from '../../../process/taal/woorden.ts';
import { cluster, clusterNaam, groepsnaam, onderwerpen, type Onderwerp } from '../../plan/plan.ts';
import { kortweg } from '../../../process/taal/tekst.ts';
import { losseProblemen } from './cluster-keuzes.ts';
import { magNotuleren } from '../../plan/notuleren.ts';
import { verbanden, verbandZin } from '../regels/kring.ts';
import { magNietClusteren } from '../regels/overleg1.ts';
import { ALLES, OORZAAK_EN_GEVOLG, PRIORITEITEN, SAMENVOEGEN } from '../regels/knoppen.ts';
import { aaneen } from '../../../process/taal/aaneen.ts';

/** Clusters with their problems, the causes, and what is still loose. The notulist works on them here. */
const clustersWeergave: View = {
  verb: 'clusters',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) => {
    const { project, args } = ctx;
    const alles = onderwerpen(project);
    const werkt = magNotuleren(ctx) && !magNietClusteren(ctx);
    const losse = losseProblemen(project).length;
    return lijst(
      'Groepen problemen',
      [
        { kop: 'Oorzaak en gevolg', items: verbandItems(ctx) },
        {
          kop: 'Groepen problemen',
          items: alles
            .filter(({ isCluster }) => isCluster)
            .map((found) => clusterItem(ctx, found, werkt)),
        },
        {
          kop: 'Losse problemen',
          items: alles.filter(({ isCluster }) => !isCluster).map((found) => losItem(ctx, found)),
        },
        { kop: 'Uit elkaar gehaald', items: werkt ? ontbonden(project) : [] },
      ],
      {
        uitleg: [
          alles.length === losse
            ? 'Er zijn nog geen groepen problemen. Wat bij elkaar hoort, komt hier samen te staan.'
            : `${aantal(alles.length - losse, 'groep problemen', 'groepen problemen')}, ${aantal(losse, 'los probleem', 'losse problemen')}.`,
        ],
        knoppen: [
          ...(werkt ? [SAMENVOEGEN] : []),
          ...(magNotuleren(ctx) ? [OORZAAK_EN_GEVOLG] : []),
          PRIORITEITEN,
          ALLES,
        ],
        pagina: args['pagina'],
      },
    );
  },
};

const verbandItems = (ctx: Ctx): Item[] =>
  verbanden(ctx.project).map((link) =>
    item(
      verbandZin(ctx.project, link),
      [],
      magNotuleren(ctx)
        ? [{ titel: 'Intrekken', verb: 'gevolg.weghalen', args: { id: link.ids[0] ?? '' } }]
        : [],
    ),
  );

function clusterItem(ctx: Ctx, { id, naam, problemen: of }: Onderwerp, werkt: boolean): Item {
  const regels = of.map(
    (found) =>
      aaneen`• ${kortweg(groepsnaam(found), 120)} (${naamInLijst(organisatieVan(ctx.project, found.facts.van))})`,
  );
  return item(
    naamInLijst(naam),
    ingekort(regels, 10, (n) => enNog(n, 'probleem', 'problemen')),
    [
      { titel: 'Bekijk', verb: 'probleem', args: { id } },
      ...(werkt
        ? [
            { titel: 'Aanpassen', verb: 'cluster.wijzigen', args: { id } },
            { titel: 'Uit elkaar halen', verb: 'cluster.ontbinden', args: { id } },
          ]
        : []),
    ],
  );
}

const losItem = (ctx: Ctx, { id, naam, problemen: [found] }: Onderwerp): Item =>
  item(
    kortweg(naam, 200),
    [`Van: ${organisatieVan(ctx.project, found?.facts.van ?? '')}`],
    [
      { titel: 'Bekijk', verb: 'probleem', args: { id } },
      ...(magNotuleren(ctx)
        ? [{ titel: 'Dit veroorzaakt …', verb: 'gevolg.leggen', args: { oorzaak: id } }]
        : []),
    ],
  );

/** Clusters that were undone and can come back. */
const ontbonden = (project: Project): Item[] =>
  [...(project.entries.get(cluster.name)?.keys() ?? [])].flatMap((id) => {
    const found = oneEver(project, cluster, id);
    if (!found?.gone) return [];
    return [
      item(
        clusterNaam(project, found),
        [],
        [{ titel: 'Ongedaan maken', verb: 'cluster.herstellen', args: { id } }],
      ),
    ];
  });

export const clusterWeergaven: readonly View[] = [clustersWeergave];
