import type { Account } from './envelope.ts';
import type { Person } from './port.ts';

/** A person as Teams describes them, in a conversation of the tenant `host`. */
export function personOf(account: Account, host: string): Person {
  const tenant = account.tenantId || host;
  return {
    teamsId: account.id,
    naam: account.name,
    account: (account.email || account.userPrincipalName).replace(/(?:#EXT#.*)?@.*$/i, ''),
    oid: account.aadObjectId || account.objectId,
    tenant,
    extern: tenant !== host || account.userRole === 'guest',
  };
}
