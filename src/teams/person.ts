import type { Account } from './envelope.ts';
import type { Person } from './port.ts';

/** Of somebody from elsewhere: no address of theirs, but a name for them in this directory. */
const GUEST = /#EXT#/i;
const ADDRESS = /^[^\s@,;<>"()]+@[^\s@,;<>"()]+$/;

/** Where an invitation reaches somebody: their e-mail, else the name that they sign in with; empty when Teams tells neither. */
export const addressOf = ({ email, userPrincipalName }: Account): string =>
  [email, userPrincipalName].find((one) => ADDRESS.test(one) && !GUEST.test(one)) ?? '';

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
