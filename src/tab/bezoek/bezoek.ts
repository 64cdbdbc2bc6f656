import type { Ctx, Iemand, Lezing, Verstuurd } from '../../process/contract/contract.ts';
import { whoIs, type Deelnemer } from '../../process/feiten/deelnemers.ts';
import { isGestart, profielVan } from '../../process/feiten/gegevens.ts';
import type { Project } from '../../process/feiten/project.ts';
import type { Args } from '../../process/vormen/screen.ts';
import type { TabOptions } from './options.ts';
import { UPLOADEN, uploadVan } from './bewaard.ts';

/** Somebody who looks at a project in which they take part. Who that is and what they may, follows from the log. */
export interface Bezoek {
  options: TabOptions;
  ctx: Ctx;
  lezing: Lezing;
}

/** What a verb needs to know besides the project. */
interface Nodig {
  args?: Args;
  toch?: boolean;
  verb?: string;
}

/** Undefined when there is no such project for this person: whoever does not take part is told no more than that. */
export async function bezoekVan(
  options: TabOptions,
  persoon: Iemand,
  projectId: string,
  nodig: Nodig = {},
): Promise<Bezoek | undefined> {
  const project = (await options.log.read(projectId))?.project;
  const wie = project && (await wieIs(options, project, persoon));
  return project && wie && bezoek(options, wie.persoon, project, nodig);
}

async function bezoek(
  options: TabOptions,
  persoon: Iemand,
  project: Project,
  nodig: Nodig,
): Promise<Bezoek | undefined> {
  const actor = whoIs(project, persoon);
  if (!actor) return undefined;
  const { acties, weergaven } = options.trajectVan(project);
  const { verb = '', args = {}, toch = false } = nodig;
  const leden = acties.get(verb)?.needsLeden ? await options.members(project) : [];
  const verstuurd = weergaven.get(verb)?.needsVerstuurd ? await options.sent(project) : undefined;
  const known = ctxVan(options, project, persoon, actor, { args, toch, leden, verstuurd });
  const upload = verb === UPLOADEN ? await uploadVan(options.uploads, known) : undefined;
  const ctx = upload ? { ...known, upload } : known;
  return { options, ctx, lezing: lezingVan(ctx) };
}

/**
 * Whoever takes part, as Entra names them. Who joined where Teams did not tell their home tenant is found by Teams' own id:
 * the conversation's members tell which one belongs to this tenant and object id, so that they are one person in chat and tab.
 */
async function wieIs(
  options: TabOptions,
  project: Project,
  persoon: Iemand,
): Promise<{ persoon: Iemand } | undefined> {
  if (!isGestart(project)) return undefined;
  if (isLid(whoIs(project, persoon))) return { persoon };
  if (persoon.tenant === profielVan(project).facts.tenant) return undefined;
  const found = (await options.members(project)).find(
    ({ oid, tenant }) => oid === persoon.oid && tenant === persoon.tenant,
  );
  const same = found && { ...persoon, teamsId: found.teamsId };
  return same && isLid(whoIs(project, same)) ? { persoon: same } : undefined;
}

const isLid = (found: Deelnemer | undefined) => found?.facts.status === 'lid';

interface Rest {
  args: Args;
  toch: boolean;
  leden: readonly Iemand[];
  verstuurd: readonly Verstuurd[] | undefined;
}

function ctxVan(
  { trajectVan, now }: TabOptions,
  project: Project,
  persoon: Iemand,
  actor: Deelnemer,
  { args, toch, leden, verstuurd }: Rest,
): Ctx {
  const { gesprek, tenant } = profielVan(project).facts;
  return {
    ...{ project, actor, args, toch, traject: trajectVan(project) },
    iemand: { ...persoon, extern: persoon.tenant !== tenant },
    now: now(),
    // One person alone looks at a tab, as at their own chat.
    gesprek: { id: gesprek, soort: 'personal', tenant, isBesloten: true, vorige: '', leden },
    ...(verstuurd && { verstuurd }),
  };
}

const lezingVan = ({ project, now, traject, actor }: Ctx): Lezing => ({
  ...{ project, now, traject },
  lezer: actor,
});
