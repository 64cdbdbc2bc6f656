import { describe, expect, it } from 'vitest';
import { changed, files } from './bicep.ts';
import { commaFaults, keyFaults, outputFaults, ruleFaults, versionFaults } from './rules.ts';

const STORAGE = 'modules/storage.bicep';
const SITE = 'modules/site.bicep';

describe('what Azure is asked for', () => {
  it('is of types and versions that were looked at', () => {
    expect(versionFaults(files)).toEqual([]);
  });

  it.each([
    ['a type', 'modules/bot.bicep', 'botServices/channels@', 'botServices/connections@'],
    ['a version', 'modules/plan.bicep', 'serverfarms@2023-12-01', 'serverfarms@2035-01-01'],
    ['a nested type', 'modules/zone.bicep', "link 'virtualNetworkLinks'", "link 'links'"],
    ['a nested version', 'modules/zone.bicep', "NetworkLinks'", "NetworkLinks@2018-09-01'"],
  ])('is not, with %s that is not in the list', (_what, path, from, to) => {
    expect(versionFaults(changed(path, from, to)).join('\n')).toContain('is not in the list');
  });

  it('is safe, whatever the parameters', () => {
    expect(ruleFaults(files)).toEqual([]);
  });

  it.each([
    ['keys', STORAGE, 'allowSharedKeyAccess: false', 'allowSharedKeyAccess: true'],
    ['keys by leaving it out', STORAGE, '    allowSharedKeyAccess: false\n', ''],
    ['keys by a parameter', STORAGE, 'allowSharedKeyAccess: false', 'allowSharedKeyAccess: locked'],
    ['old TLS', STORAGE, "'TLS1_2'", "'TLS1_0'"],
    ['a public way in', STORAGE, "publicNetworkAccess: 'Dis", "publicNetworkAccess: 'En"],
    ['a way past the rules', STORAGE, "bypass: 'None'", "bypass: 'AzureServices'"],
    ['public files', STORAGE, "publicAccess: 'None'", "publicAccess: 'Blob'"],
    [
      'deleting for good',
      STORAGE,
      'RetentionPolicy: {\n      enabled: true\n      days: softDeleteDays\n    }\n    c',
      'RetentionPolicy: {\n      enabled: false\n    }\n    c',
    ],
    ['http', SITE, 'httpsOnly: true', 'httpsOnly: false'],
    ['old TLS on the site', SITE, " minTlsVersion: '1.2'", " minTlsVersion: '1.0'"],
    ['FTP', SITE, "ftpsState: 'Disabled'", "ftpsState: 'FtpsOnly'"],
    [
      'a password for FTP',
      SITE,
      "parent: staging\n  name: 'ftp'\n  properties: {\n    allow: false",
      "parent: staging\n  name: 'ftp'\n  properties: {\n    allow: true",
    ],
    ['a stop that the program does not hear', SITE, "'exec node", "'node"],
    ['no health check', SITE, "    healthCheckPath: '/ready'\n", ''],
    [
      'other properties for the slot',
      SITE,
      '}\n  properties: properties\n}\n\nresource stagingS',
      '}\n  properties: {}\n}\n\nresource stagingS',
    ],
    ['keys of the bot', 'modules/bot.bicep', 'disableLocalAuth: true', 'disableLocalAuth: false'],
    ['an open vault', 'modules/vault.bicep', "defaultAction: 'Deny'", "defaultAction: 'Allow'"],
  ])('is not, with %s', (_what, path, from, to) => {
    expect(ruleFaults(changed(path, from, to)).join('\n')).toContain(' is not ');
  });

  it('never is a key, nor a place that gives one away', () => {
    expect(keyFaults(files)).toEqual([]);
    expect(outputFaults(files)).toEqual([]);
  });

  it.each([
    ["listKeys(account.id, '2023-05-01').keys[0].value"],
    ['account.listKeys().keys[0].value'],
    ["account.listAccountSas('2023-05-01', {}).accountSasToken"],
    ["az.listCredentials(account.id, '2023-05-01').x"],
  ])('is found when it is one: %s', (call) => {
    const asked = changed(STORAGE, 'output id string = account.id', `output id string = ${call}`);

    expect(keyFaults(asked)).toHaveLength(1);
  });

  it.each([
    ['output adminPassword string = account.id'],
    ['output id string = account.properties.ConnectionString'],
    ['output accountKey string = account.id'],
  ])('is found when it is given away: %s', (output) => {
    const given = changed(STORAGE, 'output id string = account.id', output);

    expect(outputFaults(given)).toHaveLength(1);
  });

  it('has commas between what stands on one line', () => {
    const listless = changed('main.bicep', "['projecten', 'wekker',", "['projecten' 'wekker',");
    const crowded = changed(STORAGE, "bypass: 'None'\n      ", "bypass: 'None' ");

    expect(commaFaults(files)).toEqual([]);
    expect(commaFaults(listless)).toHaveLength(1);
    expect(commaFaults(crowded)).toHaveLength(1);
  });
});
