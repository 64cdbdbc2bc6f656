import type { TabSettings } from './toegang/settings.ts';

/** The address of a page of a project, for a button in a chat. */
export type TabLink = (project: string, blad: string) => string;

/**
 * Undefined where there is no tab. In Teams it leads to the personal tab, which every user of the app has and which shows
 * all their projects. The page is a claim in it, which is judged after signing in.
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
