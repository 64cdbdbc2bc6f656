import { describe, expect, it } from 'vitest';
import { changed, files, parsed, sources, syntaxFaults } from './bicep.ts';
import { moduleFaults, nameFaults, valueFaults, wordlessFaults } from './names.ts';

describe('the syntax', () => {
  it('is that of Bicep, in every file', () => {
    expect(sources.size).toBeGreaterThan(10);
    expect(syntaxFaults(files)).toEqual([]);
  });

  it.each([
    ['a colon that is missing', 'modules/storage.bicep', "kind: 'S", "kind 'S", 1],
    ['a quote that is missing', 'modules/bot.bicep', "'MsTeamsChannel'\n  location", "'Ms\n", 1],
    ['a brace too many', 'modules/identity.bicep', 'location: location\n}', 'location: l\n}}', 1],
    ['a value that is missing', 'production.bicepparam', "environment = 'production'", 'a =', 1],
  ])('is not, with %s', (_what, path, from, to, times) => {
    expect(syntaxFaults(changed(path, from, to))).toHaveLength(times);
  });

  it('is not, in a file that is cut off in the middle', () => {
    for (const [path, text] of sources) {
      if (path.endsWith('param')) continue;
      const half = text.slice(0, text.lastIndexOf('{') + 1);

      expect(syntaxFaults(parsed(new Map([[path, half]])))).toHaveLength(1);
    }
  });

  it('is wrong where it says so', () => {
    const fault = syntaxFaults(changed('modules/identity.bicep', '= {', '= '));

    expect(fault.join()).toMatch(/^modules\/identity\.bicep:\d+:\d+$/);
  });
});

describe('names', () => {
  it('are all declared, and all used', () => {
    expect(nameFaults(files)).toEqual([]);
  });

  it.each([
    ['a value', 'modules/bot.bicep', 'endpoint: endpoint', 'endpoint: endpont', 'endpont'],
    ['a function', 'main.bicep', 'uniqueString(', 'uniqueStrng(', 'uniqueStrng'],
    ['a scope', 'modules/vault.bicep', 'scope: vault\n  properties: {\n    p', 'scope: v\n p', 'v'],
    ['a loop', 'modules/roles.bicep', "Definitions', role)", "Definitions', rol)", 'rol'],
    ['a text', 'main.bicep', "'https://${host}/api", "'https://${hots}/api", 'hots'],
    ['a nested resource', 'modules/network.bicep', 'network::site.id', 'network::sit.id', 'sit'],
    [
      'a reading',
      'test.bicepparam',
      "split(readEnvironmentVariable('PLANNER_T",
      "split(rd('",
      'rd',
    ],
  ])('are missed when %s is misspelt', (_what, path, from, to, name) => {
    expect(nameFaults(changed(path, from, to)).join('\n')).toContain(`nobody knows ${name}`);
  });

  it('are missed when a function has the name of a parameter', () => {
    const faults = nameFaults(changed('main.bicep', '${host}/api', '${environment()}/api'));

    expect(faults.join('\n')).toContain('nobody knows environment');
  });

  it.each([
    ['a parameter', 'modules/plan.bicep', 'zoneRedundant: zoneRedundant', 'zoneRedundant: true'],
    ['a variable', 'modules/storage.bicep', 'param sku string', 'param sku string\nvar a = 1'],
    [
      'what is there already',
      'modules/roles.bicep',
      'name: guid(storage.id, principalId, role)\n  scope: storage',
      'name: guid(principalId, role)',
    ],
  ])('are told of when nobody uses %s', (_what, path, from, to) => {
    expect(nameFaults(changed(path, from, to)).join('\n')).toContain('nobody uses');
  });
});

describe('modules', () => {
  it('are there, are used, and get what they take', () => {
    expect(moduleFaults(files)).toEqual([]);
    expect(valueFaults(files)).toEqual([]);
  });

  it('have a word about every parameter and output', () => {
    const undescribed = changed('main.bicep', "@description('Where the files are.')\n", '');
    const empty = changed('main.bicep', "@description('Where the files are.')", "@description('')");
    const bare = changed('modules/budget.bicep', "@description('Name of the budget.')\n", '');

    expect(wordlessFaults(files)).toEqual([]);
    expect(wordlessFaults(undescribed).join()).toContain('what blobsEndpoint is');
    expect(wordlessFaults(empty).join()).toContain('what blobsEndpoint is');
    expect(wordlessFaults(bare).join()).toContain(
      'modules/budget.bicep:3:1 nothing says what name',
    );
  });

  it.each([
    ['nobody uses them', 'main.bicep', 'modules/plan.bicep', 'modules/site.bicep', 'nobody uses'],
    ['they are not there', 'main.bicep', 'modules/plan.bicep', 'modules/pla.bicep', 'not there'],
    ['they get more', 'main.bicep', 'sku: planSku', 'sku: planSku\nsize: 1', 'not take size'],
    ['they get less', 'main.bicep', '    amount: monthlyBudget\n', '', 'needs amount'],
    [
      'they give something else',
      'main.bicep',
      'network.outputs.siteS',
      'network.outputs.s',
      'no o',
    ],
  ])('are told of when %s', (_what, path, from, to, fault) => {
    expect(moduleFaults(changed(path, from, to)).join('\n')).toContain(fault);
  });

  it.each([
    ['too much', 'test.bicepparam', 'param monthlyBudget', 'param monthlyBudge', 'take monthlyB'],
    ['too little', 'production.bicepparam', 'param monthlyBudget = 400', '', 'needs monthlyBudget'],
    ['something else', 'test.bicepparam', './main.bicep', './mian.bicep', 'uses nothing'],
  ])('are told of when a file of values has %s', (_what, path, from, to, fault) => {
    expect(valueFaults(changed(path, from, to)).join('\n')).toContain(fault);
  });
});
