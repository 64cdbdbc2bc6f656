import type { TokenCredential } from '@azure/identity';

/** Where storage is: Azurite by its connection string, or Azure by the https endpoint of the service. */
export type Account =
  | { connectionString: string }
  /** `credential`, else the managed identity with this client id (the system's own when it is empty). */
  | { endpoint: string; credential: TokenCredential }
  | { endpoint: string; clientId: string };

/** Storage by its setting: a connection string, or the endpoint that a managed identity opens. */
export const accountAt = (storage: string, clientId = ''): Account =>
  storage.startsWith('https:') ? { endpoint: storage, clientId } : { connectionString: storage };

/** What opens the endpoint. Loaded only here, because it is a large library that a developer's machine does not need. */
export async function credentialFor(
  account: Exclude<Account, { connectionString: string }>,
): Promise<TokenCredential> {
  if ('credential' in account) return account.credential;
  const { ManagedIdentityCredential } = await import('@azure/identity');
  const { clientId } = account;
  return new ManagedIdentityCredential(clientId === '' ? {} : { clientId });
}
