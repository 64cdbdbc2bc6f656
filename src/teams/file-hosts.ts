import { isTeams } from './service-url.ts';
import type { TeamsSettings } from './settings.ts';

/** The hosts of OneDrive for Business and SharePoint, in each of Microsoft's clouds: where people's files stand. */
const HOSTS = ['.sharepoint.com', '.sharepoint.us', '.sharepoint-mil.us', '.sharepoint.cn'];

/** True for an address that can only be Microsoft's: https, the usual port, no user, and a host that ends as theirs do. */
export function isFileHost(address: string): boolean {
  const url = URL.parse(address);
  if (!url || url.protocol !== 'https:' || url.port !== '') return false;
  if (url.username !== '' || url.password !== '') return false;
  return HOSTS.some((host) => url.hostname.endsWith(host) && url.hostname.length > host.length);
}

/** True for an address of Teams itself, to which the token of the bot may go. */
export function isOwnHost(settings: TeamsSettings, address: string): boolean {
  const url = URL.parse(address);
  if (!url || url.username !== '' || url.password !== '') return false;
  return isTeams(settings, `${url.origin}/`);
}
