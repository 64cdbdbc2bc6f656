import { isAfgerond, profielVan } from '../../process/feiten/gegevens.ts';
import type { Project } from '../../process/feiten/project.ts';
import type { BotOptions } from './options.ts';
import type { Wayfinder } from './wayfinder.ts';

interface Around {
  sending: Pick<BotOptions['sending'], 'start'>;
  directory: Pick<BotOptions['directory'], 'releaseOpen'>;
  way: Pick<Wayfinder, 'link'>;
}

/** What follows a transaction: the group is told, and the directory points people and conversations to the project. */
export async function afterwards(
  { sending, directory, way }: Around,
  project: Project,
): Promise<void> {
  sending.start(project.id);
  await way.link(project);
  const { gesprek, soort } = profielVan(project).facts;
  if (isAfgerond(project) && soort !== 'personal') await directory.releaseOpen(gesprek, project.id);
}
