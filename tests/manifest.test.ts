import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { buildPackage, readTemplate } from '../scripts/package.ts';

const here = { appId: '6f1c6c4e-2a0b-4c57-9c7d-0d6b8a5f3e21', host: 'planner.gemeente.example' };

/** The part of the manifest that is looked at here. */
interface Manifest {
  id: string;
  validDomains: string[];
  bots: { commandLists: { scopes: string[]; commands: { title: string }[] }[] }[];
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

it('carries icons of the sizes that Teams asks for', () => {
  const files = unzipSync(buildPackage(readTemplate(), here));
  const sizeOf = (name: string): number[] => {
    const png = Buffer.from(files[name] ?? []);
    return [png.readUInt32BE(16), png.readUInt32BE(20)];
  };

  expect(sizeOf('color.png')).toEqual([192, 192]);
  expect(sizeOf('outline.png')).toEqual([32, 32]);
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
