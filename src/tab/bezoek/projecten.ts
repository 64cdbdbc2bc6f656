import type { TabOptions, Wie } from './options.ts';

/**
 * Ids of the projects that a person may be in, each once: only to find the way, never to decide. People who were bound
 * when Teams did not tell their home tenant stand under the tenant of the conversation, which is one of ours. Throws when
 * the directory is down.
 */
export async function projectenVan(
  { settings, projectsOf }: Pick<TabOptions, 'settings' | 'projectsOf'>,
  { tenant, oid }: Wie,
): Promise<string[]> {
  const ours = settings.kind === 'teams' ? settings.tenants : [];
  const homes = [...new Set([tenant, ...ours])];
  const found = await Promise.all(homes.map((home) => projectsOf({ tenant: home, oid })));
  return [...new Set(found.flat())];
}
