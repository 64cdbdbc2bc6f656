import type { TabSettings } from './toegang/settings.ts';

/** Where a page of a project is, for a button in a chat. */
export type TabLink = (project: string, blad: string) => string;

/**
 * Undefined where there is no tab. In Teams it leads to the personal tab, which everybody has who has the app and which
 * shows every project one takes part in; where the page belongs stands in it as a claim, that signing in judges.
 * https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application
 */
export function tabLink(settings: TabSettings): TabLink | undefined {
  switch (settings.kind) {
    case 'off':
      return undefined;
    case 'local':
      return (project, blad) =>
        `http://127.0.0.1:${settings.port}/tab?${new URLSearchParams({ project, blad }).toString()}`;
    case 'teams':
      return (project, blad) => {
        const context = JSON.stringify({ subEntityId: `${project}/${blad}` });
        return `https://teams.microsoft.com/l/entity/${settings.appId}/mijn?${new URLSearchParams({ context }).toString()}`;
      };
  }
}
