import type { Html } from '../../http/html.ts';

/** What the script puts on the screen. */
export interface Fragment {
  titel: string;
  html: string;
  /** The navigation; left out for a window above a page. */
  nav?: string;
  /** Id of the project it is about; empty for the page with all projects of a person. */
  project: string;
  /** Number of the project's last event: when it rises, something has changed. */
  n: number;
  blad?: string;
  /** True when what was sent is stored. */
  opgeslagen?: boolean;
  /** Of what was stored: the id of the entry, and its revision then, as the same form has it. */
  over?: string;
  rev?: number;
  /** Why it was not stored: a reason of the process, or `busy`, `unknown`, `too-big`, with its sentence. */
  reden?: string;
  melding?: string;
  fouten?: Readonly<Record<string, string>>;
}

export const fragment = (
  titel: string,
  inhoud: Html,
  rest: Partial<Omit<Fragment, 'titel' | 'html' | 'nav'>> & { nav?: Html } = {},
): Fragment => {
  const { nav, ...more } = rest;
  return {
    titel,
    html: inhoud.markup,
    project: '',
    n: 0,
    ...more,
    ...(nav && { nav: nav.markup }),
  };
};
