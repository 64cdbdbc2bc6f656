import type { TeamsSettings } from './settings.ts';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The one answer to "may the bot's token go there?", asked of every serviceUrl that comes in and of
 * every call that goes out. Names are compared whole: `smba.trafficmanager.net.evil.nl`, a trailing
 * dot, a port, a user before an @ and every IP address are somewhere else.
 */
export function isTeams(settings: TeamsSettings, serviceUrl: string): boolean {
  const url = URL.parse(serviceUrl);
  if (!url || url.username || url.password || url.search || url.hash) return false;
  return settings.local
    ? url.protocol === 'http:' && LOOPBACK.includes(url.hostname)
    : url.protocol === 'https:' && url.port === '' && settings.serviceHosts.includes(url.hostname);
}
