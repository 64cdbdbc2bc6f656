/** The Playground on this machine: loopback only, and without proof of identity. */
interface LocalTeams {
  local: true;
}

/** Teams itself: every request carries a token, and every call out goes to a listed host. */
export interface RealTeams {
  local: false;
  /** Entra app id of the bot, lower case. */
  appId: string;
  /** Tenant where the bot is registered, lower case. */
  tenantId: string;
  secret: Secret;
  /** Tenants whose conversations are accepted, lower case. */
  tenants: readonly string[];
  /** Hosts that count as Teams, in and out, lower case. */
  serviceHosts: readonly string[];
}

/** How the bot proves itself to Teams. A managed identity has nothing that can leak. */
export type Secret =
  | { kind: 'identity' }
  | { kind: 'password'; password: string }
  | { kind: 'certificate'; thumbprint: string; privateKey: string };

export type TeamsSettings = LocalTeams | RealTeams;
