import { isVerborgen, ledenVan } from '../../process/feiten/verborgen.ts';
import type { Ctx, Iemand, Lezing, Verstuurd } from '../../process/contract/contract.ts';
import { whoIs, type Deelnemer } from '../../process/feiten/deelnemers.ts';
import { isGestart, profielVan } from '../../process/feiten/gegevens.ts';
import type { Project } from '../../process/feiten/project.ts';
import type { Args } from '../../process/vormen/screen.ts';
import type { TabOptions } from './options.ts';
import { uploadsVan } from '../../uploads/bewaard.ts';

/** A person who looks at a project that they take part in. The log says who that is and what they may do. */
export interface Bezoek {
  options: TabOptions;
  ctx: Ctx;
  lezing: Lezing;
}

/** What a verb needs beside the project. */
interface Nodig {
  args?: Args;
  toch?: boolean;
  verb?: string;
}

/** Undefined when there is no such project for this person: people who do not take part are told no more than that. */
export async function bezoekVan(
  options: TabOptions,
  persoon: Iemand,
  projectId: string,
  nodig: Nodig = {},
): Promise<Bezoek | undefined> {
  const project = (await options.log.read(projectId))?.project;
  if (project) options.seen(project);
  const wie = project && (await wieIs(options, project, persoon));
  return project && wie && bezoek(options, wie.persoon, project, nodig);
}

/** True where only the members of the conversation could tell whether this person takes part, and Teams does not show them. */
export async function isNietTeZien(
  options: TabOptions,
  persoon: Iemand,
  projectId: string,
): Promise<boolean> {
  const project = (await options.log.read(projectId))?.project;
  if (!project || !isGestart(project) || whoIs(project, persoon)) return false;
  if (persoon.tenant === profielVan(project).facts.tenant) return false;
  return isVerborgen({ leden: await options.members(project) });
}

async function bezoek(
  options: TabOptions,
  persoon: Iemand,
  project: Project,
  nodig: Nodig,
): Promise<Bezoek | undefined> {
  const actor = whoIs(project, persoon);
  if (!actor) return undefined;
  const { acties, weergaven } = options.trajecten.van(project);
  const { verb = '', args = {}, toch = false } = nodig;
  const leden = acties.get(verb)?.needsLeden ? await options.members(project) : [];
  const verstuurd = weergaven.get(verb)?.needsVerstuurd ? await options.sent(project) : undefined;
  const known = ctxVan(options, project, { persoon, actor, args, toch, leden, verstuurd });
  const uploads = await uploadsVan(options.uploads, known, verb);
  const ctx = { ...known, uploads: uploads.filter(({ uitChat }) => !uitChat) };
  return { options, ctx, lezing: lezingVan(ctx) };
}

/**
 * The person as Entra names them. People who joined where Teams did not tell their home tenant are found by Teams' own
 * id: the members of the conversation tell which id belongs to this tenant and object id. So they are one person in chat
 * and tab.
 */
async function wieIs(
  options: TabOptions,
  project: Project,
  persoon: Iemand,
): Promise<{ persoon: Iemand } | undefined> {
  if (!isGestart(project)) return undefined;
  if (isLid(whoIs(project, persoon))) return { persoon };
  if (persoon.tenant === profielVan(project).facts.tenant) return undefined;
  const found = ledenVan({ leden: await options.members(project) }).find(
    ({ oid, tenant }) => oid === persoon.oid && tenant === persoon.tenant,
  );
  const same = found && { ...persoon, teamsId: found.teamsId };
  return same && isLid(whoIs(project, same)) ? { persoon: same } : undefined;
}

const isLid = (found: Deelnemer | undefined) => found?.facts.status === 'lid';

interface Visitor {
  persoon: Iemand;
  actor: Deelnemer;
  args: Args;
  toch: boolean;
  leden: Ctx['gesprek']['leden'];
  verstuurd: readonly Verstuurd[] | undefined;
}

function ctxVan(
  { trajecten, now }: TabOptions,
  project: Project,
  { persoon, actor, args, toch, leden, verstuurd }: Visitor,
): Ctx {
  const { gesprek, tenant } = profielVan(project).facts;
  return {
    project,
    actor,
    args,
    toch,
    traject: trajecten.van(project),
    iemand: { ...persoon, extern: persoon.tenant !== tenant },
    now: now(),
    // A tab is seen by one person alone, as their own chat is.
    gesprek: { id: gesprek, soort: 'personal', tenant, isBesloten: true, vorige: '', leden },
    ...(verstuurd && { verstuurd }),
  };
}

const lezingVan = ({ project, now, traject, actor }: Ctx): Lezing => ({
  project,
  now,
  traject,
  lezer: actor,
});
