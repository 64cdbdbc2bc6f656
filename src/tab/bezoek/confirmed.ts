import { ledenVan } from '../../process/feiten/verborgen.ts';
import { createPace } from '../../http/pace.ts';
import { remember } from '../../memory/remember.ts';
import type { TabOptions, Wie } from './options.ts';

/** True for a person of a tenant that is not on the list, when Teams itself says that this person is of that tenant. Throws when nobody can tell. */
export type Confirmed = (wie: Wie) => Promise<boolean>;

/** Who was confirmed once is so for this long; whether they take part is looked at each time. */
const KEPT_MS = 60 * 60_000;
const PEOPLE = 1_000;
/** One look may read the directory and ask Teams for members, and anybody can claim to be anybody. */
const LOOKS_PER_MINUTE = 60;
/** Nobody is looked for more often than this: a token may claim another tenant each time. */
const LOOK_EVERY_MS = 60_000;
/** Projects of one person whose members are asked for. */
const PROJECTS = 10;

/**
 * What a token says is only a claim as long as its signature was not checked, and for that the keys of the tenant that it
 * names are needed. So that it cannot choose which keys are fetched, the tenant must be one from which this person is
 * known: as who takes part in a project, or as a member of the conversation of one.
 */
export function createConfirmed(options: TabOptions): Confirmed {
  const { clock } = options;
  const good = remember<number>(PEOPLE);
  const looked = remember<number>(PEOPLE);
  const may = createPace(LOOKS_PER_MINUTE, clock);
  return async (wie) => {
    const person = `${wie.tenant} ${wie.oid}`;
    if (clock() - (good.get(person) ?? -Infinity) < KEPT_MS) return true;
    if (clock() - (looked.get(wie.oid) ?? -Infinity) < LOOK_EVERY_MS || !may('looks')) return false;
    looked.set(wie.oid, clock());
    if (!(await isKnown(options, wie))) return false;
    looked.delete(wie.oid);
    good.set(person, clock());
    return true;
  };
}

/** Bound with this tenant, or known under one of ours and named with this tenant by Teams. */
async function isKnown(options: TabOptions, wie: Wie): Promise<boolean> {
  const { settings, projectsOf } = options;
  if ((await projectsOf(wie)).length > 0) return true;
  const ours = settings.kind === 'teams' ? settings.tenants : [];
  const found = await Promise.all(ours.map((tenant) => projectsOf({ tenant, oid: wie.oid })));
  const ids = [...new Set(found.flat())].slice(-PROJECTS);
  const looks = await Promise.allSettled(ids.map((id) => isMember(options, id, wie)));
  if (looks.some((look) => look.status === 'fulfilled' && look.value)) return true;
  const silent = looks.find((look) => look.status === 'rejected');
  if (silent) throw new Error('nobody tells who is in a conversation', { cause: silent.reason });
  return false;
}

async function isMember({ log, members }: TabOptions, id: string, { tenant, oid }: Wie) {
  const project = (await log.read(id))?.project;
  const leden = project ? await members(project) : [];
  return ledenVan({ leden }).some((member) => member.oid === oid && member.tenant === tenant);
}
