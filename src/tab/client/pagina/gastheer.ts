import { app, authentication } from '@microsoft/teams-js';

/** The frame that the page is shown in, and how it proves who looks. */
export interface Gastheer {
  /** Value of the `Authorization` header. `anew`: the last one was refused. */
  authorization: (anew: boolean) => Promise<string>;
  /** Opens an address of Teams where it stands. False where there is no Teams. */
  opent: (adres: string) => boolean;
  /** Conversation id of the channel or chat; empty in the personal tab. A claim that the server checks. */
  gesprek: string;
  /** What a link into the tab asks for: `project/blad`; empty for nothing. */
  ingang: string;
}

/** A frame that is not Teams does not answer, and teams-js itself would wait a minute. */
const LIMIT_MS = 3_000;

const within = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('no answer')), LIMIT_MS);
    }),
  ]);

/** Teams as the host, with its theme followed. Throws when there is no Teams. */
export async function teams(): Promise<Gastheer> {
  await within(app.initialize());
  app.registerOnThemeChangeHandler(paint);
  const context = await within(app.getContext());
  paint(context.app.theme);
  void app.notifySuccess();
  const { page, channel, chat } = context;
  return {
    authorization: async () => `Bearer ${await authentication.getAuthToken()}`,
    opent: (adres) => {
      app.openLink(adres).catch(() => open(adres, '_blank', 'noopener'));
      return true;
    },
    gesprek: channel?.id ?? chat?.id ?? '',
    ingang: page.subPageId ?? '',
  };
}

/** Teams calls its themes `default`, `dark` and `contrast`; the style has the same three. */
export function paint(theme: string): void {
  document.documentElement.dataset['theme'] = ['dark', 'contrast'].includes(theme)
    ? theme
    : 'default';
}
