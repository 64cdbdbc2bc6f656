import type { Ctx } from '../../../process/contract/contract.ts';
import { isVanOrganisatie, organisatieVan } from '../../../process/feiten/deelnemers.ts';
import { bladVan } from '../../../process/vormen/bladen.ts';
import type { Keuze } from '../../../process/vormen/form.ts';
import { PER_BLAD } from '../../../process/vormen/grenzen.ts';
import { all, one, type Project } from '../../../process/feiten/project.ts';
import type { Args, Button } from '../../../process/vormen/screen.ts';
import { cluster, groepsnaam, probleem, type EntryOf } from '../../plan/plan.ts';
import { kortweg } from '../../../process/taal/tekst.ts';
import type { Probleem } from '../invoer/problemen.ts';

type Cluster = EntryOf<typeof cluster>;

/** Problems that are in no cluster, in order of entering. A withdrawn one keeps its place in its cluster. */
export function losseProblemen(project: Project): Probleem[] {
  const used = new Set(all(project, cluster).flatMap(({ facts }) => facts.problemen));
  return all(project, probleem).filter(({ id }) => !used.has(id));
}

/** The most problems that can be asked for by id. */
const MAX_ZELF = 25;

/** The problems that were chosen elsewhere (`args.zelf`: ids with commas); the form is then about those alone. */
function zelfGekozen(args: Args, problemen: readonly Probleem[]): Probleem[] | undefined {
  if (args['zelf'] === undefined) return undefined;
  const ids = args['zelf'].split(',').slice(0, MAX_ZELF);
  return problemen.filter(({ id }) => ids.includes(id));
}

/** The loose problems of this page, of one organisatie when that is asked for (`args.van`: a deelnemer of it). */
export function losBlad({ project, args }: Ctx) {
  const van = args['van'];
  const losse = losseProblemen(project);
  const zelf = zelfGekozen(args, losse);
  if (zelf) return bladVan(zelf, MAX_ZELF, '1');
  const shown = van
    ? losse.filter(({ facts }) => isVanOrganisatie(project, facts.van, van))
    : losse;
  return bladVan(shown.length > 0 ? shown : losse, PER_BLAD.losseProblemen, args['pagina']);
}

export function ledenBlad({ project, args }: Ctx, { facts }: Cluster) {
  const leden = facts.problemen.flatMap((id) => one(project, probleem, id) ?? []);
  return bladVan(zelfGekozen(args, leden) ?? leden, PER_BLAD.inCluster, args['leden']);
}

/** The members have their own page number, beside that of the loose problems. */
export function asLedenKnop(knop: Button): Button {
  const { pagina, ...rest } = knop.args ?? {};
  return { ...knop, args: { ...rest, leden: pagina ?? '1' } };
}

export const filterKnop = (naar: string, id = ''): Button => ({
  titel: 'Toon één organisatie',
  verb: 'problemen.organisaties',
  args: { naar, id },
});

/** Problems as everybody may see them, with their owners, because forms may stand in the channel. */
export const alsKeuzes = (project: Project, problemen: readonly Probleem[]): Keuze[] =>
  problemen.map((found) => ({
    id: found.id,
    tekst: `${kortweg(groepsnaam(found))} (${kortweg(organisatieVan(project, found.facts.van), 40)})`,
  }));

/** The name of the first problem that is not vertrouwelijk, because everybody reads the name of a cluster. */
export function eersteNaam(project: Project, ids: readonly string[]): string {
  const found = ids.flatMap((id) => one(project, probleem, id) ?? []);
  const open = found.find(({ facts }) => !facts.vertrouwelijk) ?? found[0];
  return open ? kortweg(groepsnaam(open)) : 'Cluster';
}
