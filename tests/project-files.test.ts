import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import project from '../package.json' with { type: 'json' };
import { outputOf } from '../scripts/package.ts';
import { BUNDLE } from '../scripts/deploy/steps.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const allOf = (text: string, pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].map((found) => found[1] ?? '')),
];
const scriptsIn = (text: string) => allOf(text, /\bnpm run ([a-z][\w:-]*)/g);

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  with?: Record<string, string>;
  env?: Record<string, string>;
}

interface Job {
  needs?: string | string[];
  uses?: string;
  with?: Record<string, string>;
  if?: string;
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
  environment?: { name: string };
  steps?: Step[];
}

interface Workflow {
  on: Record<string, unknown>;
  permissions?: Record<string, string>;
  concurrency?: { group: string; 'cancel-in-progress': boolean | string };
  jobs: Record<string, Job>;
}

const FOLDER = '.github/workflows';
const files = globSync(`${FOLDER}/*`);
const workflow = (name: string) => parse(read(join(FOLDER, name))) as Workflow;
const [ci, deploy, deployTo, nightly] = ['ci', 'deploy', 'deploy-to', 'nightly'].map((name) =>
  workflow(`${name}.yml`),
) as [Workflow, Workflow, Workflow, Workflow];
const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps ?? []);
const using = (from: Workflow, action: string) =>
  stepsOf(from).filter(({ uses }) => uses?.startsWith(`${action}@`));

describe('each workflow', () => {
  it.each(files)('%s may do nothing but what a job asks for, and no job waits for ever', (path) => {
    const { permissions, jobs } = parse(read(path)) as Workflow;

    expect(permissions).toEqual({});
    for (const job of Object.values(jobs)) {
      expect(['contents', 'contents,id-token']).toContain(Object.keys(job.permissions!).join());
      expect(job.permissions!['contents']).toBe('read');
      expect(job.uses ?? job['timeout-minutes']).toBeDefined();
    }
  });

  it.each(files)('%s knows no secret, and puts nothing from outside in a command', (path) => {
    const text = read(path);

    expect(text).not.toMatch(/\bsecrets\b/);
    for (const { run } of stepsOf(parse(text) as Workflow)) expect(run ?? '').not.toContain('${{');
  });

  it.each(files)('%s runs only words that npm knows, and actions pinned by commit', (path) => {
    const text = read(path);

    expect(scriptsIn(text).filter((name) => !(name in project.scripts))).toEqual([]);
    for (const [, action] of text.matchAll(/\buses: (.+)/g))
      expect(action).toMatch(
        /^(\.\/\.github\/workflows\/[\w-]+\.yml|[\w/-]+@[\da-f]{40} # v[\d.]+)$/,
      );
    for (const { uses } of Object.values((parse(text) as Workflow).jobs))
      if (uses) expect(existsSync(uses)).toBe(true);
  });
});

describe('CI', () => {
  it('does what somebody does on their own machine, and then bundles, on each push and proposal', () => {
    expect(Object.keys(ci.on)).toEqual(expect.arrayContaining(['push', 'pull_request']));
    const runs = stepsOf(ci).flatMap(({ run }) => run ?? []);
    expect(runs.slice(-2)).toEqual(['.ci/run', 'npm run bundle']);
    expect(statSync('.ci/run').mode & 0o100).toBe(0o100);
    expect(read('.ci/run')).toContain('npm test');
  });

  it('does not wait for the deployment that calls it', () => {
    expect(ci.concurrency?.group).not.toBe(deploy.concurrency?.group);
    expect(ci.concurrency?.group).not.toContain('github.workflow');
  });
});

describe('each night', () => {
  it('what takes too long for every push is run, and by hand too', () => {
    expect(Object.keys(nightly.on).sort()).toEqual(['schedule', 'workflow_dispatch']);
    expect(stepsOf(nightly).at(-1)!.run).toBe('npm run test:long');
    const long = project.scripts['test:long'];
    for (const script of ['test:faults', 'test:trial']) expect(long).toContain(`npm run ${script}`);
  });
});

describe('a deployment', () => {
  it('goes to production only after test, behind the reviewers of that environment', () => {
    const { ci: first, test, production } = deploy.jobs;

    expect(Object.keys(deploy.on)).toEqual(['push', 'workflow_dispatch']);
    expect(first?.uses).toBe('./.github/workflows/ci.yml');
    expect(test).toMatchObject({ needs: 'ci', with: { environment: 'test' } });
    expect(production!.needs).toEqual(expect.arrayContaining(['test']));
    expect(production!.with!['environment']).toBe('production');
    // An `if` could let it start after a failure.
    expect([test!.if, production!.if]).toEqual([undefined, undefined]);
    expect(deployTo.jobs['deploy']!.environment!.name).toBe('${{ inputs.environment }}');
    expect([test!.uses, production!.uses]).toEqual(
      Array(2).fill('./.github/workflows/deploy-to.yml'),
    );
  });

  it('sends the very program that CI made, and keeps the app that it makes', () => {
    const [kept] = using(ci, 'actions/upload-artifact');
    const [taken] = using(deployTo, 'actions/download-artifact');
    const [app] = using(deployTo, 'actions/upload-artifact');
    const command = stepsOf(deployTo).find(({ name }) => name === 'Deploy')!;

    expect(kept!.with).toMatchObject({ path: BUNDLE, 'if-no-files-found': 'error' });
    expect(taken!.with).toEqual({ name: kept!.with!['name'], path: dirname(BUNDLE) });
    expect(command.run).toContain(`--program ${BUNDLE}`);
    expect(app!.with!['path']).toBe('${{ inputs.app }}');
    for (const environment of ['test', 'production'] as const)
      expect(deploy.jobs[environment]!.with!['app']).toBe(outputOf(environment));
  });

  it('signs in by OIDC, with what is told in CONTRIBUTING.md', () => {
    const [login] = using(deployTo, 'azure/login');
    const named = allOf(read(join(FOLDER, 'deploy-to.yml')), /\bvars\.(\w+)/g);

    expect(Object.keys(login!.with!)).toEqual(['client-id', 'tenant-id', 'subscription-id']);
    expect(deployTo.jobs['deploy']!.permissions!['id-token']).toBe('write');
    expect(deploy.jobs['production']!.permissions!['id-token']).toBe('write');
    const told = read('CONTRIBUTING.md');
    expect(named.filter((name) => !told.includes(`\`${name}\``))).toEqual([]);
  });

  it('gives options that the command knows', () => {
    const known = allOf(read('scripts/deploy/options.ts'), /^ {2}'?([\w-]+)'?: \{ type:/gm);
    const { run } = stepsOf(deployTo).find(({ name }) => name === 'Deploy')!;
    const more = Object.values(deploy.jobs).map((job) => job.with?.['options'] ?? '');

    const given = allOf([run, ...more].join(' '), /--([a-z][\w-]*)/g);
    expect(given.length).toBeGreaterThan(5);
    expect(given.filter((option) => !known.includes(option))).toEqual([]);
  });
});

it('is kept up to date by Dependabot: packages and actions', () => {
  const { version, updates } = parse(read('.github/dependabot.yml')) as {
    version: number;
    updates: { 'package-ecosystem': string; schedule: { interval: string } }[];
  };

  expect(version).toBe(2);
  expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions']);
});

interface PublicCode {
  [key: string]: unknown;
  description: Record<
    string,
    {
      shortDescription: string;
      longDescription: string;
      features: string[];
      screenshots?: string[];
    }
  >;
  softwareVersion: string;
  releaseDate: string;
}

describe('publiccode.yml', () => {
  const told = parse(read('publiccode.yml')) as PublicCode;

  it('has all that the standard asks for', () => {
    const keys = ['publiccodeYmlVersion', 'name', 'url', 'releaseDate', 'platforms', 'categories'];
    for (const key of [...keys, 'developmentStatus', 'softwareType', 'description', 'legal'])
      expect(told).toHaveProperty(key);

    expect(told).toMatchObject({
      legal: { license: project.license },
      localisation: { localisationReady: false, availableLanguages: ['nl'] },
      intendedAudience: { countries: ['nl'] },
    });
    // Whoever maintains it is named; until then nobody is.
    expect(['internal', 'contract', 'community', 'none']).toContain(
      (told['maintenance'] as { type: string }).type,
    );
  });

  it.each(['nl', 'en'])('describes it in %s, as long as the standard takes it', (language) => {
    const { shortDescription, longDescription, features } = told.description[language]!;

    expect(shortDescription.length).toBeLessThanOrEqual(150);
    expect(shortDescription).not.toContain('\n');
    expect(longDescription.length).toBeGreaterThanOrEqual(500);
    expect(longDescription.length).toBeLessThanOrEqual(10_000);
    expect(features.length).toBeGreaterThanOrEqual(5);
    expect(features.length).toBeLessThanOrEqual(20);
  });

  it('shows pictures that are there', () => {
    const pictures = Object.values(told.description).flatMap(
      ({ screenshots }) => screenshots ?? [],
    );

    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures.filter((path) => !existsSync(path))).toEqual([]);
  });
});

describe('CHANGELOG.md', () => {
  const headings = allOf(read('CHANGELOG.md'), /^## (.+)$/gm);

  it('begins with what is not released, and its newest version is everywhere', () => {
    const [, version, date] = /^\[(.+)\] - (\d{4}-\d\d-\d\d)$/.exec(headings[1]!) ?? [];
    const told = parse(read('publiccode.yml')) as PublicCode;

    expect(headings[0]).toBe('[Unreleased]');
    expect(version).toBe(project.version);
    expect([told.softwareVersion, told.releaseDate]).toEqual([version, date]);
  });
});

describe.each(['SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG.md'])('%s', (path) => {
  const text = read(path);

  it('gives commands that npm knows', () => {
    expect(scriptsIn(text).filter((name) => !(name in project.scripts))).toEqual([]);
  });

  it('points to files and headings that are there', () => {
    const links = allOf(text, /\]\(([^)]+)\)/g).filter((link) => !link.startsWith('https://'));

    const broken = links.filter((link) => {
      const [file = '', anchor] = link.split('#');
      return !existsSync(file) || (anchor !== undefined && !anchorsIn(file).includes(anchor));
    });
    expect(broken).toEqual([]);
    const places = allOf(text, /`((?:src|tests|scripts|docs|infra|manifest)\/[\w./-]+)`/g);
    expect(places.filter((place) => !existsSync(place))).toEqual([]);
  });
});

/** The headings of a page as one links to them. */
const anchorsIn = (path: string) =>
  allOf(read(path), /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\d\s-]/gu, '')
      .replaceAll(' ', '-'),
  );
