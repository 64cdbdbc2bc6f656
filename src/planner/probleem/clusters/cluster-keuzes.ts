import type { Ctx } from '../../../process/contract/contract.ts';
import { isVanOrganisatie, organisatieVan } from '../../../process/feiten/deelnemers.ts';
import type { Keuze } from '../../../process/vormen/form.ts';
import { all, one, type Project } from '../../../process/feiten/project.ts';
import type { Args, Button } from '../../../process/vormen/screen.ts';
import { cluster, groepsnaam, probleem, type EntryOf } from '../../plan/plan.ts';
import { kortweg } from '../../../process/taal/tekst.ts';
import type { Probleem } from '../invoer/problemen.ts';
import { aaneen } from '../../../process/taal/aaneen.ts';

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

/** The loose problems to choose from, of one organisatie when that is asked for (`args.van`: a deelnemer of it). */
export function losseKeuzes({ project, args }: Ctx): Probleem[] {
  const van = args['van'];
  const losse = losseProblemen(project);
  const zelf = zelfGekozen(args, losse);
  if (zelf) return zelf;
  const shown = van
    ? losse.filter(({ facts }) => isVanOrganisatie(project, facts.van, van))
    : losse;
  return shown.length > 0 ? shown : losse;
}

/** The problems of a cluster that can be taken out of it. */
export function ledenKeuzes({ project, args }: Ctx, { facts }: Cluster): Probleem[] {
  const leden = facts.problemen.flatMap((id) => one(project, probleem, id) ?? []);
  return zelfGekozen(args, leden) ?? leden;
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
    tekst: aaneen`${kortweg(groepsnaam(found))} (${kortweg(organisatieVan(project, found.facts.van), 40)})`,
  }));
