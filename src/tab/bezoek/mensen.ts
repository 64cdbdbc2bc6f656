import { ledenVan } from '../../process/feiten/verborgen.ts';
import type { Iemand } from '../../process/contract/contract.ts';
import { leden } from '../../process/feiten/deelnemers.ts';
import { isGestart } from '../../process/feiten/gegevens.ts';
import type { Project } from '../../process/feiten/project.ts';
import type { TabOptions } from './options.ts';

/** The people on this machine: those in a project, and those in its conversation. For local mode only. */
export async function mensenHier(options: TabOptions): Promise<Iemand[]> {
  const ids = await options.log.projects();
  const projects = await Promise.all(ids.map((id) => options.log.read(id)));
  const found = await Promise.all(
    projects.map(async (snapshot) => (snapshot ? mensenVan(options, snapshot.project) : [])),
  );
  const byOid = new Map(
    found
      .flat()
      .filter(({ oid }) => oid !== '')
      .map((mens) => [mens.oid, mens]),
  );
  return [...byOid.values()].sort((a, b) => a.naam.localeCompare(b.naam, 'nl'));
}

async function mensenVan(options: TabOptions, project: Project): Promise<Iemand[]> {
  if (!isGestart(project)) return [];
  // The Playground may have stopped while the tab is still open.
  const known = await options.members(project).catch(() => []);
  return [
    ...ledenVan({ leden: known }),
    ...leden(project).flatMap(({ facts, naam }) =>
      facts.identities.map(({ tenant, oid, teamsId }) => ({
        tenant,
        oid,
        teamsId,
        naam,
        account: '',
        extern: facts.extern,
      })),
    ),
  ];
}
