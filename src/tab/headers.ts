import type { TabSettings } from './toegang/settings.ts';

/** Where Teams shows tabs: https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements */
const FRAMES = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
];
/** A page on this machine that shows the tab as Teams would. */
const LOCAL_FRAMES = ["'self'", 'http://127.0.0.1:*', 'http://localhost:*'];

/** Teams-js fetches the list of hosts that it may be in here, and has a list of its own when that fails. */
const TEAMS_HOSTS = 'https://res.cdn.office.net';

/** On every answer where there is a tab, refusals included. No X-Frame-Options, because Teams shows the tab in a frame. */
export function headersFor({ kind }: TabSettings): Readonly<Record<string, string>> {
  const frames = kind === 'local' ? [...FRAMES, ...LOCAL_FRAMES] : FRAMES;
  const policy = {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'connect-src': ["'self'", TEAMS_HOSTS],
    'frame-ancestors': frames,
  };
  return {
    'Content-Security-Policy': Object.entries(policy)
      .map(([name, sources]) => `${name} ${sources.join(' ')}`)
      .join('; '),
    ...(kind === 'teams' && { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  };
}
