import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The people of the local Playground. The first one is the user; the others can be moved through its HTTP interface. */
export const PEOPLE = [
  'Sanne de Wit',
  'Bram Jansen',
  'Fatima El Idrissi',
  'Joris van Dam',
  'Lotte Visser',
  'Mehmet Yilmaz',
].map((name, at) => ({
  id: `user-id-${at}`,
  name,
  userPrincipleName: `user${at}@voorbeeldstad.example`,
  aadObjectId: `00000000-0000-4000-8000-00000000002${at}`,
  givenName: name.split(' ')[0] ?? name,
  surname: name.split(' ').slice(1).join(' '),
  email: `user${at}@voorbeeldstad.example`,
}));

export const BOT = { id: '00000000-0000-4000-8000-000000000011', name: 'Veiligheidsplanner' };
export const TENANT = '00000000-0000-4000-8000-000000000001';
export const GROUP_CHAT = 'groepschat-stationsplein';
export const TEAM = 'team-veiligheid';

/** Makes a folder with the settings that the Playground reads from its working folder. It needs exactly five others. */
export function playgroundFolder(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const [currentUser, ...users] = PEOPLE;
  const settings = {
    version: '0.1.1',
    tenantId: TENANT,
    bot: BOT,
    currentUser,
    users,
    personalChat: { id: 'persoonlijk-gesprek' },
    groupChat: { id: GROUP_CHAT, name: 'Overlast Stationsplein' },
    team: {
      id: TEAM,
      name: 'Veiligheid',
      aadGroupId: '00000000-0000-4000-8000-000000000031',
      channels: [{ id: 'kanaal-stationsplein', name: 'Stationsplein' }],
    },
  };
  // JSON is YAML as well.
  writeFileSync(join(folder, '.m365agentsplayground.yml'), JSON.stringify(settings, null, 2));
  return folder;
}
