import type { Ctx, View } from '../../../process/contract/contract.ts';
import { isVan, organisatieVan, naamMetOrganisatie } from '../../../process/feiten/deelnemers.ts';
import { fotosBij } from '../../../process/feiten/foto.ts';
import { all, one, type Project } from '../../../process/feiten/project.ts';
import {
  bericht,
  item,
  lijst,
  type Button,
  type Groep,
  type Item,
} from '../../../process/vormen/screen.ts';
import { aantal } from '../../../process/taal/woorden.ts';
import {
  cluster,
  clusterNaam,
  groepsnaam,
  onderwerpen,
  ookBijOns,
  probleem,
  type Onderwerp,
} from '../../plan/plan.ts';
import { kortweg } from '../../../process/taal/tekst.ts';
import { doeiBij, doeiZin, isDoeiLeesbaar, SOORTEN, type Doei } from './doei.ts';
import { isEigen, isInbrengLeesbaar } from '../regels/eigen.ts';
import { verbanden, verbandZin } from '../regels/kring.ts';
import { ALLES, CLUSTERS } from '../regels/knoppen.ts';
import { herkomst, probleemKnoppen } from './overzicht.ts';
import type { Probleem } from './problemen.ts';
import { typeringRegels } from './typering.ts';

/** One problem or cluster with all that is known about it (D9); `args.id` of either. */
const probleemWeergave: View = {
  verb: 'probleem',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: (ctx) => {
    const { project, args } = ctx;
    const found = gevraagd(project, args['id'] ?? '');
    if (!found) return bericht('uitleg', 'Dit probleem is er niet meer.', [], [ALLES, CLUSTERS]);
    const only = found.isCluster ? undefined : found.problemen[0];
    if (only && !isInbrengLeesbaar(project, ctx.actor, only))
      return bericht(
        'uitleg',
        'Dit probleem is vertrouwelijk.',
        ['Wie het doorgaf, kiest wie het mag lezen.'],
        [ALLES],
      );
    return lijst(
      found.isCluster ? kortweg(found.naam, 120) : 'Probleem',
      [...problemen(ctx, found), ...verbandGroep(project, found.id), ...doeiGroepen(ctx, found)],
      {
        knoppen: knoppen(ctx, found, only),
        pagina: args['pagina'],
      },
    );
  },
};

/** The onderwerp with this id. For a problem in a cluster it is the problem alone. */
function gevraagd(project: Project, id: string): Onderwerp | undefined {
  const single = one(project, probleem, id);
  if (single) return { id, naam: groepsnaam(single), problemen: [single], isCluster: false };
  return onderwerpen(project).find((found) => found.id === id);
}

const problemen = (ctx: Ctx, { problemen: of, isCluster }: Onderwerp): Groep[] => [
  {
    kop: isCluster ? aantal(of.length, 'probleem', 'problemen') : '',
    items: of.map((found) => heel(ctx, found, isCluster)),
  },
  { kop: 'Ook bij ons', items: of.flatMap((found) => ookItems(ctx, found)) },
];

function heel(ctx: Ctx, found: Probleem, isCluster: boolean): Item {
  const { project, actor } = ctx;
  const { facts, texts } = found;
  if (!isInbrengLeesbaar(project, actor, found))
    return item(groepsnaam(found), [`Van: ${organisatieVan(project, facts.van)}`]);
  const inCluster = all(project, cluster).find((groep) => groep.facts.problemen.includes(found.id));
  return item(
    texts.omschrijving,
    [
      `Van: ${naamMetOrganisatie(project, facts.van)}`,
      ...(texts.plaats === '' ? [] : [`Waar: ${texts.plaats}`]),
      ...typeringRegels(project, facts),
      ...(texts.cijfers === '' ? [] : [`Cijfers of onderzoek: ${texts.cijfers}`]),
      ...fotoRegel(fotosBij(project, probleem.name, found.id).length),
      ...herkomst(project, found),
      ...(inCluster && !isCluster ? [`Hoort bij: ${clusterNaam(project, inCluster)}`] : []),
    ],
    isCluster ? [{ titel: 'Bekijk', verb: 'probleem', args: { id: found.id } }] : [],
  );
}

/** A card shows no photos of people: the tab does. */
const fotoRegel = (n: number): string[] =>
  n === 0 ? [] : [`${aantal(n, 'foto', 'foto’s')}: kijk in de tab.`];

const ookItems = ({ project, actor }: Ctx, found: Probleem): Item[] =>
  isInbrengLeesbaar(project, actor, found)
    ? all(project, ookBijOns)
        .filter(({ facts }) => facts.probleem === found.id)
        .map(({ facts, id }) =>
          item(
            naamMetOrganisatie(project, facts.van),
            typeringRegels(project, facts),
            isVan(project, actor, facts.van)
              ? [{ titel: 'Toch niet bij ons', verb: 'probleem.nietbijons', args: { id } }]
              : [],
          ),
        )
    : [];

/** Its causes and its effects. */
function verbandGroep(project: Project, id: string): Groep[] {
  const inCluster =
    onderwerpen(project).find(({ problemen: of }) => of.some((found) => found.id === id))?.id ?? id;
  const links = verbanden(project).filter((link) =>
    [link.oorzaak, link.gevolg].includes(inCluster),
  );
  return [
    { kop: 'Oorzaak en gevolg', items: links.map((link) => item(verbandZin(project, link))) },
  ];
}

const doeiGroepen = (ctx: Ctx, found: Onderwerp): Groep[] => {
  const known = doeiBij(ctx.project, found).filter((stuk) =>
    isDoeiLeesbaar(ctx.project, ctx.actor, stuk),
  );
  return SOORTEN.map(({ id, tekst }) => ({
    kop: tekst,
    items: known.filter(({ facts }) => facts.soort === id).map((stuk) => doeiItem(ctx, stuk)),
  }));
};

function doeiItem(ctx: Ctx, found: Doei): Item {
  const args = { id: found.id };
  const own: Button[] = [
    { titel: 'Aanpassen', verb: 'doei.wijzigen', args },
    { titel: 'Intrekken', verb: 'doei.intrekken', args },
  ];
  const { project } = ctx;
  const van = `Van: ${naamMetOrganisatie(project, found.facts.van)}`;
  return item(
    doeiZin(project, found, 2000),
    [
      ...(found.facts.mondeling ? [] : [van]),
      ...(found.facts.vertrouwelijk ? ['Vertrouwelijk.'] : []),
    ],
    isEigen(ctx, found) ? own : [],
  );
}

function knoppen(ctx: Ctx, { id, isCluster }: Onderwerp, only: Probleem | undefined): Button[] {
  return [
    ...(only ? probleemKnoppen(ctx, only) : []),
    ...(only && isEigen(ctx, only)
      ? [{ titel: 'Wie mag dit lezen?', verb: 'probleem.vertrouwelijk', args: { id } }]
      : []),
    { titel: 'Cijfers of ervaring toevoegen', verb: 'doei.toevoegen', args: { over: id } },
    ...(isCluster ? [CLUSTERS] : [ALLES]),
  ];
}

export const detailWeergaven: readonly View[] = [probleemWeergave];
