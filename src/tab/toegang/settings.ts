/**
 * How the tab is reached. `off`: there is none. `local`: on this machine, where people say who they are. `teams`: in
 * Teams, which proves who they are by single sign-on.
 */
export type TabSettings = { kind: 'off' } | { kind: 'local'; port: number } | TeamsTab;

export interface TeamsTab {
  kind: 'teams';
  /** Entra app of the tab, lower case. It cannot be that of the bot, because an identity without an app exposes no API. */
  id: string;
  /** Host name where the pages are. */
  host: string;
  /** Id of the app in Teams. */
  appId: string;
  /** Tenants whose people may sign in, lower case. From other tenants only people who are in a project. */
  tenants: readonly string[];
}
