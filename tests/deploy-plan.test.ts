import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { azIn } from '../scripts/deploy/az.ts';
import { NOT_KNOWN_YET } from '../scripts/deploy/known.ts';
import { HELP, readOptions, type Options } from '../scripts/deploy/options.ts';
import { deploy } from '../scripts/deploy/run.ts';
import { stepsFor, type AzStep } from '../scripts/deploy/steps.ts';
import { untilReady } from '../scripts/deploy/wait.ts';
import { startFakeAz } from './fake-az.ts';

const asked = (...more: string[]): Options =>
  readOptions(['--name', 'planner-gouda', '--alerts-to', 'beheer@gouda.example', ...more])!;

let cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups) await cleanup();
  cleanups = [];
});

describe('what is asked of Azure', () => {
  const main = readFileSync('infra/main.bicep', 'utf8');
  const everything = [
    '--custom-host',
    'p.gouda.nl',
    '--instances',
    '3',
    '--location',
    'northeurope',
  ];
  const deployment = (options: Options): AzStep =>
    stepsFor(options).find(
      (step): step is AzStep =>
        step.kind === 'az' && step.args(NOT_KNOWN_YET).join(' ').startsWith('deployment group'),
    )!;
  const namesIn = (text: string, pattern: RegExp) =>
    [...text.matchAll(pattern)].map((found) => found[1]);

  it.each(['test', 'production'])('for %s, are only parameters that it knows', (environment) => {
    const step = deployment(asked('--environment', environment, ...everything));
    const args = step.args(NOT_KNOWN_YET);
    const [file, ...given] = args.slice(args.indexOf('--parameters') + 1, args.indexOf('--query'));

    const names = given.map((parameter) => parameter.split('=')[0]);
    expect(names).toEqual(['location', 'customHost', 'instances']);
    const known = namesIn(main, /^param (\w+)/gm);
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
    const read = namesIn(readFileSync(file!, 'utf8'), /readEnvironmentVariable\('(\w+)'/g);
    expect(Object.keys(step.env!(NOT_KNOWN_YET)).sort()).toEqual(read.sort());
  });

  it('are names as long as it takes, and outputs that it gives', () => {
    const [, least, most] = /@minLength\((\d+)\)\s@maxLength\((\d+)\)\sparam name /.exec(main)!;
    const named = (length: number) =>
      readOptions([
        ...['--name', 'p'.repeat(length), '--environment', 'production'],
        ...['--alerts-to', 'beheer@gouda.example'],
      ]);

    expect(named(Number(least))?.name).toHaveLength(Number(least));
    expect(named(Number(most))?.name).toHaveLength(Number(most));
    expect(() => named(Number(least) - 1)).toThrow(/--name/);
    expect(() => named(Number(most) + 1)).toThrow(/--name/);
    const outputs = namesIn(main, /^output (\w+)/gm);
    expect(outputs).toEqual(expect.arrayContaining(['appId', 'host', 'siteName']));
  });

  it('is a slot that is made there, in production', () => {
    expect(main).toContain("param slot bool = environment == 'production'");
    expect(readFileSync('infra/modules/site.bicep', 'utf8')).toContain("name: 'staging'");
  });

  it('keeps test and production apart', () => {
    const [test, production] = [asked(), asked('--environment', 'production')];

    expect([test.name, production.name]).toEqual(['planner-gouda-test', 'planner-gouda']);
    expect([test.group, production.group]).toEqual(['planner-gouda-test', 'planner-gouda']);
    expect(asked('--name', 'gouda-test').name).toBe('gouda-test');
  });

  it('takes an option with nothing behind it as left out', () => {
    const empty = ['tenants', 'tab-id', 'custom-host', 'group'].flatMap((name) => [
      `--${name}`,
      '',
    ]);

    expect(asked(...empty)).toEqual(asked());
  });

  it('is explained, each option of it', () => {
    const source = readFileSync('scripts/deploy/options.ts', 'utf8');
    const options = namesIn(source, /^ {2}'?([\w-]+)'?: \{ type:/gm);

    expect(options.length).toBeGreaterThan(10);
    expect(options.filter((name) => !HELP.includes(`--${name} `))).toEqual([]);
  });
});

/** A site that runs an old version until a program was sent to it, and is ready at the second look after that. */
async function startSite(isSent: () => boolean) {
  let looks = 0;
  const server = createServer(({ url }, response) => {
    const tell = (status: number, body: unknown) => {
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (url === '/health') return tell(200, { version: isSent() ? '2.0.0' : '1.0.0' });
    looks++;
    if (looks > 1) return tell(200, { status: 'ready' });
    return tell(503, { status: 'not ready', faults: ['storage', 'identity'] });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  cleanups.push(() => new Promise((closed) => server.close(closed)));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('the program', () => {
  const deployed = async (options: Options) => {
    const az = startFakeAz();
    cleanups.push(az.remove);
    const url = await startSite(() => az.commands().includes('webapp deploy'));
    const said: string[] = [];
    const say = (line: string) => said.push(line);
    const done: string[] = [];
    await deploy(options, {
      az: azIn({ PATH: az.folder }),
      bundle: async () => void done.push('bundle'),
      wait: async (host) => {
        done.push(`${az.commands().at(-1)} → ${host}`);
        await untilReady({ url, version: '2.0.0', say, everyMs: 10 });
      },
      package: () => 'build/app.zip',
      say,
      today: '2026-11-22',
    });
    return { az, said: said.join('\n'), done };
  };

  it('is bundled, sent, and waited for until it is ready', async () => {
    const { az, said, done } = await deployed(asked());

    expect(done).toEqual(['bundle', 'webapp deploy → planner-gouda-test.azurewebsites.net']);
    const sent = az.calls().find(({ args }) => args[0] === 'webapp')!.args;
    expect(sent.join(' ')).toContain('--src-path build/programma.zip --async false');
    expect(said).toContain(
      'Nog niet klaar: het programma kan niet bij de opslag en de bot kan zich niet aanmelden.',
    );
    expect(said).toContain('Klaar. De Veiligheidsplanner (test) draait op');
    expect(az.calls().find(({ args }) => args[0] === 'deployment')?.settings).toMatchObject({
      PLANNER_BUDGET_START: '2026-11-01',
    });
  });

  it('that was made before is sent as it is', async () => {
    const { az, done } = await deployed(asked('--program', 'ergens/programma.zip'));

    expect(done).not.toContain('bundle');
    const sent = az.calls().find(({ args }) => args[0] === 'webapp')!.args;
    expect(sent[sent.indexOf('--src-path') + 1]).toBe('ergens/programma.zip');
  });

  it('stands ready beside the old one before they change places, and the old one stops', async () => {
    const { az, done } = await deployed(asked('--environment', 'production', '--slot'));

    const commands = az.commands().filter((command) => command.startsWith('webapp'));
    expect(commands).toEqual([
      'webapp start',
      'webapp deploy',
      'webapp deployment slot swap',
      'webapp stop',
    ]);
    expect(done).toEqual([
      'bundle',
      'webapp deploy → planner-gouda-staging.azurewebsites.net',
      'webapp deployment slot swap → planner-gouda.azurewebsites.net',
    ]);
    const inSlot = az.calls().filter(({ args }) => args[0] === 'webapp');
    expect(inSlot.every(({ args }) => args[args.indexOf('--slot') + 1] === 'staging')).toBe(true);
  });
});

describe('waiting', () => {
  const waiting = (url: string) =>
    untilReady({ url, version: '2.0.0', say: () => undefined, everyMs: 10, atMostMs: 100 });

  it('ends with a sentence when the old version stays', async () => {
    const url = await startSite(() => false);

    await expect(waiting(url)).rejects.toThrow(/versie 1\.0\.0 draait nog, en niet 2\.0\.0/);
  });

  it('ends with a sentence when nobody answers', async () => {
    const url = await startSite(() => true);
    for (const cleanup of cleanups) await cleanup();
    cleanups = [];

    await expect(waiting(url)).rejects.toThrow(/het programma antwoordt nog niet/);
  });
});
