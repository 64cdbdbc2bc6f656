/**
 * The tab's own registration in Entra, in the form that Microsoft Graph uses. Pure: compares what there is with what must
 * be.
 */
export interface TabApp {
  /** Client id. */
  appId: string;
  /** Object id, by which Graph finds it. */
  id: string;
  signInAudience: string;
  identifierUris: readonly string[];
  api: TabApi;
}

interface TabApi {
  requestedAccessTokenVersion: number | null;
  oauth2PermissionScopes: readonly Scope[];
  preAuthorizedApplications: readonly Client[];
}

interface Scope {
  id: string;
  value: string;
  isEnabled: boolean;
  type: string;
  adminConsentDisplayName: string;
  adminConsentDescription: string;
  userConsentDisplayName: string;
  userConsentDescription: string;
}

interface Client {
  appId: string;
  delegatedPermissionIds: readonly string[];
}

/** The parts of a registration that are read, for `--query`. */
export const TAB_APP_FIELDS =
  '{appId:appId,id:id,signInAudience:signInAudience,identifierUris:identifierUris,api:api}';

/** Teams on a desktop or phone, and in a browser: the same two clients that the program accepts. */
export const TEAMS_CLIENTS = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
];

const SCOPE = 'access_as_user';
/** Has to be unique inside one registration only. */
const SCOPE_ID = '3b6f0a52-7d1c-4e0b-9a54-2c8e61f7d903';
const CONSENT_NAME = 'Aanmelden bij de Veiligheidsplanner';
const CONSENT_TEXT =
  'De tab van de Veiligheidsplanner ziet wie je bent: je naam en je account. Verder leest hij niets van je.';

const ourScope = (id: string): Scope => ({
  id,
  value: SCOPE,
  isEnabled: true,
  type: 'User',
  adminConsentDisplayName: CONSENT_NAME,
  adminConsentDescription: CONSENT_TEXT,
  userConsentDisplayName: CONSENT_NAME,
  userConsentDescription: CONSENT_TEXT,
});

const scopeIn = ({ api }: TabApp): Scope | undefined =>
  api.oauth2PermissionScopes.find(({ value }) => value === SCOPE);

/** `AzureADMyOrg`, or the value that includes other organisations when there are any. */
export const audienceFor = (tenants: readonly string[]): string =>
  tenants.length > 0 ? 'AzureADMultipleOrgs' : 'AzureADMyOrg';

const uriOf = ({ appId }: TabApp, host: string) => `api://${host}/${appId}`;

/** True when these organisations can sign in to the tab at this host. */
export function hasAddress(app: TabApp, host: string, audience: string): boolean {
  const { isEnabled, adminConsentDescription } = scopeIn(app) ?? {};
  return (
    app.identifierUris.includes(uriOf(app, host)) &&
    app.signInAudience === audience &&
    app.api.requestedAccessTokenVersion === 2 &&
    isEnabled === true &&
    adminConsentDescription === CONSENT_TEXT
  );
}

/**
 * The changes for that. Graph replaces whole lists, so their other items are included, and the clients too, or they would
 * be gone until the next step.
 */
export function withAddress(app: TabApp, host: string, audience: string): Partial<TabApp> {
  const found = scopeIn(app);
  const others = app.api.oauth2PermissionScopes.filter((scope) => scope !== found);
  return {
    signInAudience: audience,
    identifierUris: [...new Set([...app.identifierUris, uriOf(app, host)])],
    api: {
      requestedAccessTokenVersion: 2,
      oauth2PermissionScopes: [...others, ourScope(found?.id ?? SCOPE_ID)],
      preAuthorizedApplications: app.api.preAuthorizedApplications,
    },
  };
}

/** True when both kinds of Teams may sign a person in without asking. */
export function letsTeamsIn(app: TabApp): boolean {
  const id = scopeIn(app)?.id;
  return TEAMS_CLIENTS.every((client) =>
    app.api.preAuthorizedApplications.some(
      ({ appId, delegatedPermissionIds }) =>
        appId === client && id !== undefined && delegatedPermissionIds.includes(id),
    ),
  );
}

/** The changes for that, made once the scope exists: Graph refuses a client of a scope that comes in the same request. */
export function withTeams(app: TabApp): Pick<TabApp, 'api'> {
  const id = scopeIn(app)?.id ?? SCOPE_ID;
  const others = app.api.preAuthorizedApplications.filter(
    ({ appId }) => !TEAMS_CLIENTS.includes(appId),
  );
  const teams = TEAMS_CLIENTS.map((appId) => ({ appId, delegatedPermissionIds: [id] }));
  return { api: { ...app.api, preAuthorizedApplications: [...others, ...teams] } };
}
