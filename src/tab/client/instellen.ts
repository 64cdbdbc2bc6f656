import { app, pages } from '@microsoft/teams-js';

/** Adds the tab to a channel or chat. The server finds the project by the conversation. */
export async function stelIn(): Promise<void> {
  await app.initialize();
  pages.config.registerOnSaveHandler((event) => {
    const address = `${location.origin}/tab`;
    pages.config
      .setConfig({
        entityId: 'project',
        contentUrl: address,
        websiteUrl: address,
        suggestedDisplayName: 'Veiligheidsplanner',
      })
      .then(
        () => event.notifySuccess(),
        () => event.notifyFailure(),
      );
  });
  pages.config.setValidityState(true);
  void app.notifySuccess();
}
