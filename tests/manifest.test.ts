import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { buildPackage, outputOf, readTemplate } from '../scripts/package.ts';
import { loadConfig } from '../src/config.ts';

const here = { appId: '6f1c6c4e-2a0b-4c57-9c7d-0d6b8a5f3e21', host: 'planner.gemeente.example' };

/** The part of the manifest that is looked at here. */
interface Manifest {
  id: string;
  name: { short: string; full: string };
  description: { full: string };
  accentColor: string;
  validDomains: string[];
  configurableTabs?: { configurationUrl: string; scopes: string[]; context: string[] }[];
  staticTabs?: { entityId: string; contentUrl?: string }[];
  webApplicationInfo: { id: string; resource: string };
  composeExtensions: {
    botId: string;
    commands: { title: string; type: string; context: string[]; fetchTask: boolean }[];
  }[];
  bots: {
    botId: string;
    scopes: string[];
    commandLists: { scopes: string[]; commands: { title: string }[] }[];
  }[];
}

function unpack(zip: Uint8Array): { names: string[]; manifest: Manifest; text: string } {
  const files = unzipSync(zip);
  const text = strFromU8(files['manifest.json'] ?? new Uint8Array());
  return { names: Object.keys(files), manifest: JSON.parse(text) as Manifest, text };
}

it('makes the same package twice, with every place filled', () => {
  const first = buildPackage(readTemplate(), here);
  const second = buildPackage(readTemplate(), here);

  const { names, manifest, text } = unpack(first);
  expect(Buffer.compare(first, second)).toBe(0);
  expect(names).toEqual(['manifest.json', 'color.png', 'outline.png']);
  expect(manifest.id).toBe(here.appId);
  expect(manifest.validDomains).toEqual([here.host]);
  expect(text).not.toContain('${{');
});

it('offers the ten commands in a channel, a group chat and a personal chat', () => {
  const { manifest } = unpack(buildPackage(readTemplate(), here));

  const lists = manifest.bots.flatMap((bot) => bot.commandLists);
  expect(lists.map((list) => list.scopes)).toEqual([['team', 'groupChat', 'personal']]);
  expect(lists.flatMap((list) => list.commands.map((command) => command.title))).toEqual([
    'help',
    'start',
    'status',
    'mijn taken',
    'volgende stap',
    'agenda',
    'deadline',
    'deelnemers',
    'plan',
    'instellingen',
  ]);
});

it('puts one command in the menu of messages, which the bot answers with a dialog', () => {
  const { manifest } = unpack(buildPackage(readTemplate(), here));

  const [only, ...more] = manifest.composeExtensions;
  expect(more).toEqual([]);
  expect(only?.botId).toBe(here.appId);
  expect(only?.commands).toEqual([
    expect.objectContaining({
      title: 'Maak hier een probleem van',
      type: 'action',
      context: ['message'],
      fetchTask: true,
    }),
  ]);
});

const tabId = '0f3e6d3c-6a51-4f5e-9c43-0d5a1c9b7e21';

it('has a tab in channels, chats and meetings, and a personal one, that sign in with an app of their own', () => {
  const { manifest, text } = unpack(buildPackage(readTemplate(), { ...here, tabId }));

  const [project] = manifest.configurableTabs!;
  expect(project).toMatchObject({
    configurationUrl: `https://${here.host}/tab/config`,
    scopes: ['team', 'groupChat'],
  });
  expect(project?.context).toEqual(expect.arrayContaining(['channelTab', 'meetingSidePanel']));
  expect(manifest.staticTabs?.map(({ entityId }) => entityId)).toEqual([
    'conversations',
    'mijn',
    'about',
  ]);
  expect(manifest.webApplicationInfo).toEqual({
    id: tabId,
    resource: `api://${here.host}/${tabId}`,
  });
  expect(text).not.toContain('${{');
});

it('has no tab where none was set up', () => {
  const { manifest } = unpack(buildPackage(readTemplate(), here));

  expect(manifest.configurableTabs).toBeUndefined();
  expect(manifest.staticTabs).toBeUndefined();
});

it('refuses the app of the bot for the tab', () => {
  expect(() => buildPackage(readTemplate(), { ...here, tabId: here.appId })).toThrow(/another app/);
});

it('carries icons of the sizes that Teams asks for', () => {
  const files = unzipSync(buildPackage(readTemplate(), here));
  const sizeOf = (name: string): number[] => {
    const png = Buffer.from(files[name] ?? []);
    return [png.readUInt32BE(16), png.readUInt32BE(20)];
  };

  expect(sizeOf('color.png')).toEqual([192, 192]);
  expect(sizeOf('outline.png')).toEqual([32, 32]);
});

it('carries icons as they are drawn, one of them in white alone', async () => {
  const files = unzipSync(buildPackage(readTemplate(), here));
  const pixelsOf = (image: string | Uint8Array | undefined) =>
    sharp(image).ensureAlpha().raw().toBuffer();
  for (const name of ['color', 'outline']) {
    const drawn = await pixelsOf(`manifest/${name}.svg`);
    expect(drawn.equals(await pixelsOf(files[`${name}.png`])), 'npm run icons').toBe(true);
  }

  const outline = await pixelsOf(files['outline.png']);
  const seen = Array.from({ length: 32 * 32 }, (_, nr) =>
    outline.subarray(nr * 4, nr * 4 + 4),
  ).filter(([, , , opacity = 0]) => opacity > 0);
  expect(seen.length).toBeGreaterThan(100);
  expect(seen.filter((pixel) => pixel.subarray(0, 3).some((value) => value < 255))).toEqual([]);
});

it.each([
  [
    'a name that is too long',
    { '"short": "Veiligheidsplanner"': `"short": "${'x'.repeat(31)}"` },
    '/name/short',
  ],
  ['a field that does not exist', { '"accentColor"': '"accentColour"' }, 'accentColour'],
  ['a scope that does not exist', { '"groupChat", "personal"],': '"groep"],' }, '/bots/0/scopes/1'],
])('refuses %s and says where', (_fault, replacement, place) => {
  const [[from, to]] = Object.entries(replacement) as [[string, string]];
  const broken = readTemplate().replace(from, to);

  expect(() => buildPackage(broken, here)).toThrow(place);
});

it('refuses an id or a host that Teams cannot use, all in one message', () => {
  const wrong = { appId: 'mijn-bot', host: 'https://planner.gemeente.example/' };

  expect(() => buildPackage(readTemplate(), wrong)).toThrow(/--app-id must be [^]*--host must be /);
});

describe('a test installation beside the real one', () => {
  const real = { ...here, tabId };
  const trying = {
    appId: '2b7c9d10-4f5e-4a6b-8c7d-9e0f1a2b3c4d',
    tabId: '7d6c5b4a-3f2e-4d1c-8b0a-9f8e7d6c5b4a',
    host: 'planner-test.gemeente.example',
    environment: 'test',
  } as const;
  const manifestOf = (installation: Parameters<typeof buildPackage>[1]) =>
    unpack(buildPackage(readTemplate(), installation)).manifest;

  it('is another app, with another name, colour, host and file', () => {
    const [first, second] = [manifestOf(real), manifestOf(trying)];

    expect(second.id).not.toBe(first.id);
    expect(second.bots[0]?.botId).toBe(trying.appId);
    expect(first.name.short).toBe('Veiligheidsplanner');
    expect(second.name).toEqual({
      short: 'Veiligheidsplanner (test)',
      full: 'Veiligheidsplanner voor Microsoft Teams (test)',
    });
    expect(second.name.short.length).toBeLessThanOrEqual(30);
    expect(second.accentColor).not.toBe(first.accentColor);
    expect(second.validDomains).toEqual([trying.host]);
    expect([outputOf(), outputOf('production'), outputOf('test')]).toEqual([
      'build/veiligheidsplanner.zip',
      'build/veiligheidsplanner.zip',
      'build/veiligheidsplanner-test.zip',
    ]);
  });

  it('can do all that the real one can', () => {
    const withoutNames = ({ name, accentColor, ...rest }: Manifest) => rest;
    const sameIds = manifestOf({ ...real, environment: 'test' });

    expect(withoutNames(sameIds)).toEqual(withoutNames(manifestOf(real)));
  });
});

it('tells what it does in each kind of channel, and for guests', () => {
  const { full } = unpack(buildPackage(readTemplate(), here)).manifest.description;

  for (const told of ['kanaal leest iedereen', 'privékanaal', 'gedeeld kanaal', 'Gasten'])
    expect(full).toContain(told);
});

describe('a host', () => {
  const program = (host: string) =>
    loadConfig({
      MicrosoftAppId: here.appId,
      MicrosoftAppType: 'UserAssignedMSI',
      MicrosoftAppTenantId: '0b7f6a0e-2f0d-4d7b-8f0a-6a4b5f1c2d33',
      TABLES: 'https://veilig.table.core.windows.net',
      BLOBS: 'https://veilig.blob.core.windows.net',
      TAB_ID: tabId,
      TAB_HOST: host,
    }).tab;
  const packed = (host: string) =>
    unpack(buildPackage(readTemplate(), { ...here, tabId, host })).manifest.webApplicationInfo;

  it.each(['planner.gemeente.nl', 'Planner.Gemeente.NL', 'veilig-1.azurewebsites.net'])(
    'called %s is written as the program compares it',
    (host) => {
      expect(program(host)).toMatchObject({ host: host.toLowerCase() });
      expect(packed(host).resource).toBe(`api://${host.toLowerCase()}/${tabId}`);
    },
  );

  it.each([
    '10.0.0.1',
    'localhost',
    'https://planner.gemeente.nl',
    'planner.gemeente.nl/tab',
    '-planner.gemeente.nl',
    'planner.gemeente.nl:443',
  ])('called %s is refused, here and by the program', (host) => {
    expect(() => program(host)).toThrow(/TAB_HOST is wrong/);
    expect(() => packed(host)).toThrow(/--host must be a host name such as/);
  });
});

it('refuses an environment that does not exist', () => {
  const wrong = { ...here, environment: 'acceptatie' as 'test' };

  expect(() => buildPackage(readTemplate(), wrong)).toThrow(
    /--environment must be test or production, not "acceptatie"/,
  );
});
