import type { Node } from 'web-tree-sitter';
import { bicepOf, placeOf, type Files } from './bicep.ts';
import { outputs, plainText, properties, resources, variables, type Resource } from './shape.ts';

/** The version of each type that we ask for. What is not here is not made. */
const VERSIONS: Record<string, string> = {
  'Microsoft.Authorization/locks': '2020-05-01',
  'Microsoft.Authorization/roleAssignments': '2022-04-01',
  'Microsoft.BotService/botServices': '2022-09-15',
  'Microsoft.BotService/botServices/channels': '2022-09-15',
  'Microsoft.Consumption/budgets': '2023-11-01',
  'Microsoft.Insights/actionGroups': '2023-01-01',
  'Microsoft.Insights/autoscalesettings': '2022-10-01',
  'Microsoft.Insights/components': '2020-02-02',
  'Microsoft.Insights/diagnosticSettings': '2021-05-01-preview',
  'Microsoft.Insights/metricAlerts': '2018-03-01',
  'Microsoft.Insights/scheduledQueryRules': '2023-12-01',
  'Microsoft.KeyVault/vaults': '2023-07-01',
  'Microsoft.ManagedIdentity/userAssignedIdentities': '2023-01-31',
  'Microsoft.Network/privateDnsZones': '2020-06-01',
  'Microsoft.Network/privateDnsZones/virtualNetworkLinks': '2020-06-01',
  'Microsoft.Network/privateEndpoints': '2024-05-01',
  'Microsoft.Network/privateEndpoints/privateDnsZoneGroups': '2024-05-01',
  'Microsoft.Network/virtualNetworks': '2024-05-01',
  'Microsoft.Network/virtualNetworks/subnets': '2024-05-01',
  'Microsoft.OperationalInsights/workspaces': '2023-09-01',
  'Microsoft.Storage/storageAccounts': '2023-05-01',
  'Microsoft.Storage/storageAccounts/blobServices': '2023-05-01',
  'Microsoft.Storage/storageAccounts/blobServices/containers': '2023-05-01',
  'Microsoft.Storage/storageAccounts/managementPolicies': '2023-05-01',
  'Microsoft.Storage/storageAccounts/tableServices': '2023-05-01',
  'Microsoft.Storage/storageAccounts/tableServices/tables': '2023-05-01',
  'Microsoft.Web/serverfarms': '2023-12-01',
  'Microsoft.Web/sites': '2023-12-01',
  'Microsoft.Web/sites/basicPublishingCredentialsPolicies': '2023-12-01',
  'Microsoft.Web/sites/config': '2023-12-01',
  'Microsoft.Web/sites/slots': '2023-12-01',
  'Microsoft.Web/sites/slots/basicPublishingCredentialsPolicies': '2023-12-01',
  'Microsoft.Web/sites/slots/config': '2023-12-01',
};

const SITE = {
  httpsOnly: true,
  vnetRouteAllEnabled: true,
  'siteConfig.alwaysOn': true,
  'siteConfig.appCommandLine': 'exec node start.js',
  'siteConfig.ftpsState': 'Disabled',
  'siteConfig.healthCheckPath': '/ready',
  'siteConfig.linuxFxVersion': 'NODE|24-lts',
  'siteConfig.minTlsVersion': '1.2',
  'siteConfig.remoteDebuggingEnabled': false,
  'siteConfig.scmMinTlsVersion': '1.2',
};

/** What stands there literally, in every resource of a type: nobody can make it weaker by a parameter. */
const ALWAYS: Record<string, Record<string, string | boolean>> = {
  'Microsoft.BotService/botServices': { disableLocalAuth: true },
  'Microsoft.KeyVault/vaults': {
    enablePurgeProtection: true,
    enableRbacAuthorization: true,
    'networkAcls.defaultAction': 'Deny',
  },
  'Microsoft.Storage/storageAccounts': {
    allowBlobPublicAccess: false,
    allowSharedKeyAccess: false,
    minimumTlsVersion: 'TLS1_2',
    'networkAcls.bypass': 'None',
    'networkAcls.defaultAction': 'Deny',
    publicNetworkAccess: 'Disabled',
    supportsHttpsTrafficOnly: true,
  },
  'Microsoft.Storage/storageAccounts/blobServices': {
    'containerDeleteRetentionPolicy.enabled': true,
    'deleteRetentionPolicy.enabled': true,
  },
  'Microsoft.Storage/storageAccounts/blobServices/containers': { publicAccess: 'None' },
  'Microsoft.Web/sites': SITE,
  'Microsoft.Web/sites/basicPublishingCredentialsPolicies': { allow: false },
  'Microsoft.Web/sites/slots': SITE,
  'Microsoft.Web/sites/slots/basicPublishingCredentialsPolicies': { allow: false },
};

const all = (files: Files) =>
  bicepOf(files).flatMap(([path, root]) =>
    resources(root).map((resource) => ({
      ...resource,
      place: placeOf(path, resource.node),
      known: variables(root),
    })),
  );

/** Types and versions that the list does not have, and what the list has for nothing. */
export function versionFaults(files: Files): string[] {
  const made = all(files);
  const idle = Object.keys(VERSIONS).filter((type) => !made.some((one) => one.type === type));
  return [
    ...made
      .filter(({ type, version }) => VERSIONS[type] !== version)
      .map(({ place, type, version }) => `${place} ${type}@${version} is not in the list`),
    ...idle.map((type) => `nothing is a ${type}`),
  ];
}

/** Resources without what must literally be in them, and types of which there is none. */
export function ruleFaults(files: Files): string[] {
  const made = all(files).filter(({ existing }) => !existing);
  return Object.entries(ALWAYS).flatMap(([type, rules]) => {
    const these = made.filter((resource) => resource.type === type);
    if (these.length === 0) return [`nothing is a ${type}`];
    return these.flatMap((resource) =>
      Object.entries(rules)
        .filter(([path, value]) => literalAt(resource, path) !== value)
        .map(([path, value]) => `${resource.place} ${type}: ${path} is not ${String(value)}`),
    );
  });
}

/** What is written at a path in the properties of a resource, if it is written out, there or in a variable of the file. */
function literalAt(
  { body, known }: Resource & { known: Map<string, Node> },
  path: string,
): string | boolean | undefined {
  let node = body.get('properties');
  for (const name of path.split('.')) {
    const object = node?.type === 'identifier' ? known.get(node.text) : node;
    node = object?.type === 'object' ? properties(object).get(name) : undefined;
  }
  return node?.type === 'boolean' ? node.text === 'true' : plainText(node);
}

/** Calls that ask Azure for a key, a password or a signature. */
export function keyFaults(files: Files): string[] {
  return [...files].flatMap(([path, root]) =>
    root
      .descendantsOfType('identifier')
      .concat(root.descendantsOfType('property_identifier'))
      .filter((node) => /^(list[A-Z]|getSecret$)/.test(node.text))
      .map((node) => `${placeOf(path, node)} calls ${node.text}`),
  );
}

const SECRET = /secret|password|connection_?string|credential|token|key(?!vault)|\bsas\b/i;

/** Outputs that give away what should stay where it is: everybody who may read the deployment reads them. */
export function outputFaults(files: Files): string[] {
  return bicepOf(files).flatMap(([path, root]) =>
    outputs(root)
      .filter(({ name, value }) => SECRET.test(name) || SECRET.test(value.text))
      .map(({ name, node }) => `${placeOf(path, node)} gives away ${name}`),
  );
}

/** Items of a list or object on one line without a comma: to the grammar that is the same, to Bicep it is wrong. */
export function commaFaults(files: Files): string[] {
  return [...files].flatMap(([path, root]) =>
    root
      .descendantsOfType(['array', 'object'])
      .flatMap(({ children }) => children.filter((child) => child.isNamed))
      .filter((child) => {
        const before = child.previousSibling;
        // Without even a space between it is a call, which the grammar does not always see.
        if (!before?.isNamed || before.endIndex === child.startIndex) return false;
        return before.endPosition.row === child.startPosition.row;
      })
      .map((child) => `${placeOf(path, child)} has no comma before it`),
  );
}
