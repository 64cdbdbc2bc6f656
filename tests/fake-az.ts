import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What Entra and Azure hold, in the fake. */
export interface AzState {
  isSignedIn: boolean;
  apps: FakeApp[];
  principals: string[];
  groups: string[];
  budgets: { name: string; properties: { timePeriod: { startDate: string } } }[];
  /** The first words of a command that fails, and what az says then. */
  fails?: { command: string; says: string } | undefined;
}

export interface FakeApp {
  appId: string;
  id: string;
  displayName: string;
  signInAudience: string;
  identifierUris: string[];
  api: {
    requestedAccessTokenVersion: number | null;
    oauth2PermissionScopes: { id: string; value: string }[];
    preAuthorizedApplications: { appId: string; delegatedPermissionIds: string[] }[];
  };
}

export interface AzCall {
  args: string[];
  /** The settings for infra/<environment>.bicepparam that it got. */
  settings: Record<string, string>;
}

export const OWN_TENANT = '0b7f6a0e-2f0d-4d7b-8f0a-6a4b5f1c2d33';
export const BOT_ID = '5a1f2f9e-6d0c-4c55-9a0b-3c2d9d0b7a11';
export const TOKEN = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJvaWQiOiJzYW5uZSJ9.c2lnbmF0dXJl';

/** The program `az`: keeps what it is asked, and changes and tells its state as Azure would. */
const PROGRAM = `
const { appendFileSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const args = process.argv.slice(2);
const file = (name) => join(__dirname, name);
const state = JSON.parse(readFileSync(file('state.json'), 'utf8'));
const settings = Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('PLANNER_')));
appendFileSync(file('calls.jsonl'), JSON.stringify({ args, settings }) + '\\n');
const after = (option) => args[args.indexOf(option) + 1];
const isCommand = (words) => args.join(' ').startsWith(words);
const fail = (says) => { process.stderr.write(says + '\\n'); process.exit(1); };
const tell = (answer) => process.stdout.write(JSON.stringify(answer));
if (!state.isSignedIn) fail("ERROR: Please run 'az login' to setup account.");
if (state.fails && isCommand(state.fails.command)) fail(state.fails.says);
const quoted = () => /'(.*)'/.exec(after('--filter'))[1];

if (isCommand('account show')) tell({ id: 'b1a5c3d7-0000-4000-8000-000000000001', name: 'Gemeente', tenantId: '${OWN_TENANT}', accessToken: '${TOKEN}' });
else if (isCommand('ad app list')) tell(state.apps.filter(({ displayName }) => displayName === quoted()));
else if (isCommand('ad app create')) {
  const nth = state.apps.length + 1;
  const app = { appId: '7d6c5b4a-3f2e-4d1c-8b0a-00000000000' + nth, id: 'object-' + nth, displayName: after('--display-name'), signInAudience: after('--sign-in-audience'), identifierUris: [], api: { requestedAccessTokenVersion: null, oauth2PermissionScopes: [], preAuthorizedApplications: [] } };
  state.apps.push(app);
  tell(app);
} else if (isCommand('rest --method patch')) {
  const app = state.apps.find(({ id }) => after('--url').endsWith('/' + id));
  const change = JSON.parse(after('--body'));
  const kept = change.api.oauth2PermissionScopes.map(({ id }) => id);
  if (app.api.oauth2PermissionScopes.some(({ id }) => !kept.includes(id))) fail('ERROR: Bad Request: an enabled permission cannot be removed.');
  const there = app.api.oauth2PermissionScopes.map(({ id }) => id);
  if (change.api.preAuthorizedApplications.some(({ delegatedPermissionIds }) => delegatedPermissionIds.some((id) => !there.includes(id)))) fail('ERROR: Bad Request: the permission cannot be found.');
  Object.assign(app, change);
} else if (isCommand('rest --method get')) tell({ value: state.budgets });
else if (isCommand('ad sp list')) tell(state.principals.filter((id) => id === quoted()));
else if (isCommand('ad sp create')) state.principals.push(after('--id'));
else if (isCommand('group exists')) tell(state.groups.includes(after('--name')));
else if (isCommand('group create')) state.groups.push(after('--name'));
else if (isCommand('deployment group')) {
  const missing = ['NAME', 'TAB_ID', 'TENANTS', 'ALERTS_TO', 'BUDGET_START'].filter((name) => !settings['PLANNER_' + name]);
  if (missing.length > 0) fail('ERROR: BCP338: environment variable does not exist: ' + missing);
  if (!state.groups.includes(after('--resource-group'))) fail('ERROR: ResourceGroupNotFound');
  const own = args.find((arg) => arg.startsWith('customHost='))?.slice(11);
  const value = (text) => ({ type: 'String', value: text });
  if (args[2] === 'what-if') process.stdout.write('Resource changes: 3 to create.');
  else {
    state.budgets = [{ name: settings.PLANNER_NAME + '-budget', properties: { timePeriod: { startDate: settings.PLANNER_BUDGET_START + 'T00:00:00Z' } } }];
    tell({ appId: value('${BOT_ID}'), host: value(own ?? settings.PLANNER_NAME + '.azurewebsites.net'), siteName: value(settings.PLANNER_NAME) });
  }
} else if (!isCommand('webapp ')) fail('ERROR: unknown command: ' + args.join(' '));
writeFileSync(file('state.json'), JSON.stringify(state));
`;

const NOTHING_YET: AzState = {
  isSignedIn: true,
  apps: [],
  principals: [],
  groups: [],
  budgets: [],
};

/** A folder with a fake `az` in it, to be first in PATH. */
export function startFakeAz(state: Partial<AzState> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'az-'));
  const file = (name: string) => join(folder, name);
  writeFileSync(file('az'), `#!${process.execPath}\n${PROGRAM}`, { mode: 0o755 });
  const set = (next: Partial<AzState>) =>
    writeFileSync(file('state.json'), JSON.stringify({ ...NOTHING_YET, ...next }));
  set(state);
  const read = () => JSON.parse(readFileSync(file('state.json'), 'utf8')) as AzState;
  const calls = (): AzCall[] =>
    existsSync(file('calls.jsonl'))
      ? readFileSync(file('calls.jsonl'), 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as AzCall)
      : [];
  return {
    folder,
    state: read,
    /** Changes what the fake holds. */
    change: (next: Partial<AzState>) => set({ ...read(), ...next }),
    /** Everything it was asked, in order. */
    calls,
    /** The same as the first words of each command. */
    commands: () => calls().map(({ args }) => wordsOf(args)),
    /** Puts another program beside it, as a script of the shell. */
    beside: (name: string, script: string) =>
      writeFileSync(file(name), `#!/bin/sh\n${script}\n`, { mode: 0o755 }),
    forget: () => rmSync(file('calls.jsonl'), { force: true }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The command without its options. */
const wordsOf = (args: readonly string[]): string =>
  args
    .slice(
      0,
      args.findIndex((arg) => arg.startsWith('--')),
    )
    .join(' ');
