import { eenmaal } from '../../../process/feiten/eenmaal.ts';
import type { Lezing } from '../../../process/contract/contract.ts';
import { organisatieVan } from '../../../process/feiten/deelnemers.ts';
import { wieLeest } from '../../../process/contract/lezing.ts';
import { oneEver, type Project } from '../../../process/feiten/project.ts';
import type {
  Opdracht,
  Samenvoegen,
  Stuk,
  Verband,
  Verzameling,
} from '../../../process/vormen/werkvlak.ts';
import {
  cluster,
  clusterNaam,
  eigenNaam,
  groepsnaam,
  onderwerpen,
  type EntryOf,
} from '../../plan/plan.ts';
import { kortweg } from '../../../process/taal/tekst.ts';
import { losseProblemen } from './cluster-keuzes.ts';
import { magNotuleren } from '../../plan/notuleren.ts';
import { verbanden } from '../regels/kring.ts';
import { lijktOp } from '../invoer/lijkt-op.ts';
import { isVoorbij, magNietClusteren } from '../regels/overleg1.ts';
import type { Probleem } from '../invoer/problemen.ts';

/** The most signs of a problem that stands beside many others. */
const SIGNS = 300;

/** Agenda line 2 on a big screen (D3): loose problems and clusters. */
export function samenvoegen(lezing: Lezing): Samenvoegen {
  const { project } = lezing;
  const refused = magNietClusteren(lezing);
  const werkt = magNotuleren(wieLeest(lezing)) && !refused;
  const hints = hintsVan(project);
  return {
    soort: 'samenvoegen',
    kiesEerst: 'Kies eerst een probleem.',
    los: losseProblemen(project).map((found) => ({
      ...alsStuk(project, found),
      lijktOp: hints.get(found.id) ?? [],
    })),
    groepen: onderwerpen(project)
      .filter(({ isCluster }) => isCluster)
      .map(({ id, problemen }) => verzameling(project, id, problemen, werkt)),
    uiteen: werkt ? ontbonden(project) : [],
    melding: refused?.vraag ?? '',
    ...(werkt && { maken: MAKEN }),
  };
}

const alsStuk = (project: Project, found: Probleem): Stuk => ({
  id: found.id,
  tekst: kortweg(groepsnaam(found), SIGNS),
  bij: organisatieVan(project, found.facts.van),
});

/** Nothing is told of what is vertrouwelijk. */
const hintsVan = eenmaal((project: Project) =>
  lijktOp(
    losseProblemen(project)
      .filter(({ facts }) => !facts.vertrouwelijk)
      .map(({ id, texts }) => ({ id, tekst: `${texts.omschrijving} ${texts.plaats}` })),
  ),
);

const GEKOZEN = { uit: 'gekozen', arg: 'zelf', veld: 'problemen' } as const;

const MAKEN: Opdracht = {
  verb: 'cluster.maken',
  args: {},
  rev: 0,
  velden: { naam: '' },
  vult: [GEKOZEN],
  terug: { verb: 'cluster.ontbinden', args: {}, velden: {}, vult: [], over: 'id' },
};

function verzameling(
  project: Project,
  id: string,
  problemen: readonly Probleem[],
  werkt: boolean,
): Verzameling {
  const found = oneEver(project, cluster, id);
  const leden = problemen.map((lid) => alsStuk(project, lid));
  if (!found) return { id, naam: '', leden };
  const naam = clusterNaam(project, found);
  if (!werkt) return { id, naam, leden };
  const uiteen = ontbinden(id);
  const opdracht = wijzigen(project, found);
  return {
    id,
    naam,
    uiteen,
    // A cluster of two that loses one is no cluster any more, so it is taken apart.
    leden: leden.map((lid) => ({
      ...lid,
      eruit: leden.length > 2 ? zetten(opdracht, lid.id, false) : uiteen,
    })),
    erbij: erbij(opdracht),
    hernoemen: hernoemen(opdracht, leden[0]?.id ?? ''),
  };
}

type Cluster = EntryOf<typeof cluster>;

const wijzigen = (project: Project, found: Cluster) => ({
  verb: 'cluster.wijzigen',
  args: { id: found.id },
  rev: found.rev,
  velden: { naam: eigenNaam(project, found) },
  vult: [],
});

type Wijzigen = ReturnType<typeof wijzigen>;

/** Adds or removes one problem: the form about that problem alone. */
function zetten(base: Wijzigen, stuk: string, isErin: boolean): Opdracht {
  const form = (erin: boolean) => ({
    args: { ...base.args, zelf: stuk },
    velden: { ...base.velden, problemen: erin ? stuk : '' },
  });
  return { ...base, ...form(isErin), terug: { ...base, ...form(!isErin), over: '' } };
}

function erbij(base: Wijzigen): Opdracht {
  const vult = [GEKOZEN];
  const eruit = { ...base, velden: { ...base.velden, problemen: '' }, over: '' };
  return { ...base, vult, terug: { ...eruit, vult: [{ ...GEKOZEN, veld: '' }] } };
}

function hernoemen(base: Wijzigen, eerste: string): Opdracht {
  const { rev, ...rest } = base;
  const form = {
    ...rest,
    args: { ...rest.args, zelf: eerste },
    velden: { ...rest.velden, problemen: eerste },
  };
  const vult = [{ uit: 'tekst', arg: '', veld: 'naam' }] as const;
  return { ...form, rev, vult, terug: { ...form, over: '' } };
}

const ontbinden = (id: string): Opdracht => ({
  verb: 'cluster.ontbinden',
  args: { id },
  rev: 0,
  velden: {},
  vult: [],
  terug: { verb: 'cluster.herstellen', args: { id }, velden: {}, vult: [], over: '' },
});

/** Clusters that were undone and can come back. */
const ontbonden = (project: Project) =>
  [...(project.entries.get(cluster.name)?.keys() ?? [])].flatMap((id) => {
    const found = oneEver(project, cluster, id);
    if (!found?.gone) return [];
    const terug: Opdracht = {
      verb: 'cluster.herstellen',
      args: { id },
      rev: 0,
      velden: {},
      vult: [],
      terug: { verb: 'cluster.ontbinden', args: { id }, velden: {}, vult: [], over: '' },
    };
    return [{ naam: clusterNaam(project, found), terug }];
  });

const VAN_NAAR = [
  { uit: 'oorzaak', arg: 'oorzaak', veld: 'oorzaak' },
  { uit: 'gevolg', arg: 'gevolg', veld: 'gevolg' },
] as const;

/** Agenda line 3 on a big screen (D4): first the cause, then what it causes. */
export function verband(lezing: Lezing): Verband {
  const { project } = lezing;
  const werkt = magNotuleren(wieLeest(lezing)) && !isVoorbij(lezing);
  const namen = new Map(onderwerpen(project).map(({ id, naam }) => [id, kortweg(naam, SIGNS)]));
  return {
    soort: 'verband',
    stukken: [...namen].map(([id, tekst]) => ({ id, tekst, bij: '' })),
    verbanden: verbanden(project).map(({ oorzaak, gevolg, ids }) => ({
      id: ids[0] ?? '',
      oorzaak: namen.get(oorzaak) ?? '',
      gevolg: namen.get(gevolg) ?? '',
      ...(werkt && { weg: weghalen(ids[0] ?? '', { oorzaak, gevolg }) }),
    })),
    ...(werkt && { leggen: LEGGEN }),
  };
}

const LEGGEN: Opdracht = {
  verb: 'gevolg.leggen',
  args: {},
  rev: 0,
  velden: {},
  vult: VAN_NAAR,
  terug: { verb: 'gevolg.weghalen', args: {}, velden: {}, vult: [], over: 'id' },
};

const weghalen = (id: string, link: { oorzaak: string; gevolg: string }): Opdracht => ({
  verb: 'gevolg.weghalen',
  args: { id },
  rev: 0,
  velden: {},
  vult: [],
  terug: { verb: 'gevolg.leggen', args: link, velden: link, vult: [], over: '' },
});
