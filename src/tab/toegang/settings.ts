/**
 * How the tab is reached. `off`: there is none. `local`: on this machine, whoever opens it says who they are. `teams`: in
 * Teams, which says who they are by single sign-on.
 */
export type TabSettings = { kind: 'off' } | { kind: 'local'; port: number } | TeamsTab;

export interface TeamsTab {
  kind: 'teams';
  /** Entra app of the tab, lower case: another than the bot's, because an identity without an app exposes no API. */
  id: string;
  /** Host name where the pages are. */
  host: string;
  /** Id of the app in Teams. */
  appId: string;
  /** Tenants whose people may sign in, lower case; of another tenant only who is in a project. */
  tenants: readonly string[];
}
