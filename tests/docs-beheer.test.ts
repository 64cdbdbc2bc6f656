import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import {
  source,
  scripts,
  blocks,
  section,
  missingFrom,
  COMMANDS,
  npmFaults,
  azFaults,
  saidFaults,
  kustoFaults,
  nameFaults,
  sentenceFaults,
} from './docs-checks.ts';
import { allOf, firstCells, linkFaults, read } from './docs-text.ts';
import { sources } from './infra/bicep.ts';

const INSTALLEREN = 'docs/installeren.md';
const BEHEER = 'docs/beheer.md';
const PAGES = [INSTALLEREN, BEHEER, 'docs/BIO2.md'];

const CHECKS: Readonly<Record<string, (text: string, page: string) => readonly string[]>> = {
  'gives commands of npm that are there, with options that they take': npmFaults,
  'gives commands of Azure with options and names that are there': azFaults,
  'shows only answers that our commands give': saidFaults,
  'asks the log only for what is written in it': kustoFaults,
  'leads only to files and headings that are there': (text, page) => linkFaults(page, text),
  'names only settings that there are': nameFaults,
  'speaks in short sentences, and does not shout': sentenceFaults,
};

describe.each(PAGES)('%s', (page) => {
  it.each(Object.entries(CHECKS))('%s', (_, check) => {
    expect(check(read(page), page)).toEqual([]);
  });

  it('gives commands that a shell can read', () => {
    for (const block of blocks(read(page), 'sh'))
      expect(spawnSync('bash', ['-n'], { input: block, encoding: 'utf8' }).stderr).toBe('');
  });
});

it('the deployments on the pages can all be tried without Azure', () => {
  const given = new Set(
    PAGES.flatMap((page) =>
      allOf(blocks(read(page), 'sh').join('\n'), /npm run deploy -- (--name .*)/g),
    ),
  );

  expect(given.size).toBeGreaterThan(5);
  for (const line of given) {
    const args = ['scripts/deploy.ts', ...line.split(' '), '--dry-run'];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(status, line).toBe(0);
    expect(stdout).toContain('az deployment group create');
  }
});

const sh = (line: string) => `\`\`\`sh\n${line}\n\`\`\`\n`;

describe('a page with a fault in it', () => {
  it.each([
    [npmFaults, sh('npm run beheer')],
    [npmFaults, sh('npm run admin -- opruimen')],
    [npmFaults, sh('npm run admin -- list --alles')],
    [npmFaults, sh('npm run admin -- restore')],
    [npmFaults, sh('npm run deploy -- --name planner-dorp --alerts-to a@b.nl --snel')],
    [azFaults, sh('az webapp herstart --name "$NAAM"')],
    [azFaults, sh('az webapp restart --naam "$NAAM"')],
    [azFaults, sh('az network private-endpoint delete --resource-group x --name "$NAAM-tabel"')],
    [azFaults, sh('az webapp stop --resource-group x --name x --slot oud')],
    [
      azFaults,
      sh(
        'az deployment group create --template-file infra/modules/roles.bicep --parameters account=x',
      ),
    ],
    [saidFaults, '```text\nReservekopie gelukt.\n```\n'],
    [saidFaults, '```text\ngoed  tabellen  alles prima\n```\n'],
    [
      kustoFaults,
      '```kusto\nAppServiceConsoleLogs\n| where tostring(line.msg) == "hartslag"\n```\n',
    ],
    [kustoFaults, '```kusto\nAppServiceConsolLogs\n```\n'],
    [kustoFaults, '```kusto\nUsage\n| where tostring(line.wachttijd) == "1"\n```\n'],
    [(text: string) => linkFaults(BEHEER, text), '[weg](weg.md) [kop](#geen-kop)'],
    [nameFaults, 'Zet `TABELLEN` en `dagenBewaren`.'],
    [sentenceFaults, 'Dit werkt!'],
    [sentenceFaults, `${'heel '.repeat(20)}lang.`],
  ] as const)('is found out (%#)', (check, text) => {
    expect(check(text)).not.toEqual([]);
  });
});

describe('the page for administrators', () => {
  const beheer = read(BEHEER);

  it('tells of every command of theirs, and of every fault that the program can name', () => {
    const [, commands = ''] = beheer.split('### De opdrachten op de site');
    const told = firstCells(commands.split('\n### ')[0] ?? '').map((cell) => cell.split(' ')[0]);
    const faults = allOf(/const FAULTS[^]*?\n\};/.exec(scripts)?.[0] ?? '', /^ {2}(\w+):/gm);

    expect(new Set(told)).toEqual(new Set(COMMANDS.keys()));
    expect(firstCells(section(beheer, 'Niet gereed')).sort()).toEqual(faults.sort());
  });

  it.each(['Veel geweigerd', 'Onbestelbaar'])(
    'gives under %s only reasons that there are',
    (name) => {
      const reasons = firstCells(section(beheer, name));

      expect(reasons.length).toBeGreaterThan(5);
      expect(reasons.filter((reason) => !source.includes(`'${reason}'`))).toEqual([]);
    },
  );

  it('counts in its costs what infra/ makes', () => {
    const costs = section(beheer, 'Kosten per maand');
    const main = sources.get('main.bicep') ?? '';
    const value = (name: string) =>
      /(?:production' \? )?'?(\w+)'?(?: : '?(\w+)'?)?$/m
        .exec(main.split('\n').find((line) => line.startsWith(`param ${name} `)) ?? '')
        ?.slice(1) as [string, string];
    const [rules, always] = [
      allOf(sources.get('modules/alerts.bicep') ?? '', /^ {4}id: '(.+)'/gm),
      main.match(/'modules\/endpoint\.bicep' = \{/g) ?? [],
    ];

    for (const name of ['planSku', 'backupSku'])
      for (const sku of value(name)) expect(costs).toContain(`\`${sku}\``);
    for (const days of value('logDays')) expect(costs).toContain(`${days} dagen`);
    for (const gb of value('logCapGb')) expect(costs).toContain(`${gb} GB per dag`);
    expect(costs).toContain(`${rules.length} op het log`);
    expect(costs).toContain(`${always.length} × 730 uur`);
    const days = ['backupDays', 'softDeleteDays'].map((name) => Number(value(name)[0]));
    expect(beheer).toContain(
      `\`backupDays\` (${days[0]}), daarna nog \`softDeleteDays\` (${days[1]})`,
    );
    expect(beheer).toContain(`${days[0]! + days[1]!} dagen met de gewone waarden`);
  });
});

describe('the page about installing', () => {
  const installeren = read(INSTALLEREN);

  it('plans an hour', () => {
    const minutes = allMinutes(installeren);

    expect(minutes.pop()).toBe(60);
    expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(60);
  });

  it('has every service switched on that infra/ uses, but for what is always there or only with a certificate', () => {
    const made = allOf([...sources.values()].join('\n'), /^resource .*'Microsoft\.(\w+)\//gm);
    const asked = /for dienst in ([^;]+);/.exec(installeren)?.[1]?.split(' ') ?? [];

    expect([...asked, 'Authorization', 'KeyVault'].sort()).toEqual(made.sort());
  });

  it('names every option of the deployment, its steps as one reads them, and every right that the app asks for', () => {
    const options = allOf(read('scripts/deploy/options.ts'), /^ {2}'?([\w-]+)'?: \{ type:/gm);
    const steps = firstCells(section(installeren, 'In Azure zetten'));
    const rights = allOf(read('manifest/manifest.json'), /"name": "(\w+\.Read\.\w+)"/g);

    expect(options.filter((name) => !installeren.includes(`--${name}`))).toEqual([]);
    expect(steps.length).toBeGreaterThan(10);
    expect(steps.filter(missingFrom(scripts))).toEqual([]);
    expect(rights).toHaveLength(3);
    expect(rights.filter(missingFrom(installeren))).toEqual([]);
  });
});

const allMinutes = (text: string) =>
  [...text.matchAll(/^\| (\d+) +\|/gm)].map(([, minutes]) => Number(minutes));
