import type { TeamsSettings } from './settings.ts';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Decides whether the token of the bot may go to an address. It is asked of every incoming serviceUrl and of every
 * outgoing call. Names are compared whole: `smba.trafficmanager.net.evil.nl`, a trailing dot, a port, a user before an @
 * and every IP address are refused. So is every spelling that a parser has to put right, such as one with blanks or a
 * backslash: another parser may put it right otherwise.
 */
export function isTeams(settings: TeamsSettings, serviceUrl: string): boolean {
  const url = URL.parse(serviceUrl);
  if (url?.href !== serviceUrl) return false;
  if (url.username || url.password || url.search || url.hash) return false;
  return settings.local
    ? url.protocol === 'http:' && LOOPBACK.includes(url.hostname)
    : url.protocol === 'https:' && url.port === '' && settings.serviceHosts.includes(url.hostname);
}
