import { randomUUID } from 'node:crypto';
import { utcOf } from '../../src/process/taal/time.ts';
import { openTables } from '../../src/storage/table/tables.ts';
import { startIdentity } from '../../support/identity.ts';
import { chanceOf } from './chance.ts';
import type { InstanceOptions } from './fleet.ts';
import { storeOf, type Store } from './groups.ts';
import { Teams } from './teams.ts';

/** What stands around the instances: who proves who everybody is, a Teams, and tables of their own. */
interface Stage {
  teams: Teams;
  store: Store;
  /** UTC ISO, on the clock of the instances; `plus`: so many ms later. */
  now: (plus?: number) => string;
  bearer: () => Promise<string>;
  /** What each instance is started with. */
  around: Pick<InstanceOptions, 'connection' | 'prefix' | 'metadataUrl' | 'teamsUrl' | 'aheadMs'>;
  close: () => Promise<void>;
}

export async function openStage({
  seed,
  azurite,
}: {
  seed: number;
  azurite: string;
}): Promise<Stage> {
  const prefix = `f${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const [identity, teams] = await Promise.all([startIdentity(), Teams.open(chanceOf(seed + 1))]);
  const store = storeOf(
    await openTables({ connectionString: azurite }, { clock: () => performance.now(), prefix }),
  );
  // A Monday morning, so that reminders may go out.
  const aheadMs = Date.parse(utcOf({ datum: '2027-01-11', tijd: '10:00' })) - Date.now();
  return {
    teams,
    store,
    now: (plus = 0) => new Date(Date.now() + aheadMs + plus).toISOString(),
    bearer: () => identity.bearer(),
    around: {
      ...{ connection: azurite, prefix, aheadMs },
      ...{ metadataUrl: identity.openId.metadataUrl, teamsUrl: teams.url },
    },
    close: async () => {
      await Promise.all([teams.close(), identity.close()]);
    },
  };
}
