targetScope = 'resourceGroup'

metadata description = 'Everything that one Veiligheidsplanner needs in Azure, in one resource group.'

@description('Base name of all that is made. The site gets <name>.azurewebsites.net, so nobody else may have it yet. Lower case letters, digits and hyphens.')
@minLength(3)
@maxLength(24)
param name string

@description('What it is for: decides the defaults of size, slot, lock and how long logs are kept.')
@allowed(['test', 'production'])
param environment string

@description('Region of everything that has one.')
param location string = resourceGroup().location

@description('Host name of its own, already bound to the site; empty: <name>.azurewebsites.net.')
param customHost string = ''

@description('Client id of the app registration of the tab. Never the same as that of the bot.')
@minLength(36)
@maxLength(36)
param tabId string

@description('Tenants whose conversations may come in.')
@minLength(1)
param tenants string[] = [tenant().tenantId]

@description('How the bot proves itself: with a managed identity (no secret), or as an app registration with a certificate.')
@allowed(['UserAssignedMSI', 'SingleTenant'])
param botType string = 'UserAssignedMSI'

@description('SingleTenant only: client id of the app registration of the bot.')
param botAppId string = ''

@description('SingleTenant only: name of the certificate in the key vault, in PEM.')
param certificateName string = ''

@description('SingleTenant only: thumbprint of that certificate, 40 hexadecimal digits.')
param certificateThumbprint string = ''

@description('SingleTenant only: public addresses (CIDR) from which somebody may put the certificate in the key vault.')
param vaultAddresses string[] = []

@description('Size of a machine of the App Service plan. A slot needs Standard or Premium.')
param planSku string = environment == 'production' ? 'P0v3' : 'B1'

@description('How many machines there are.')
@minValue(1)
@maxValue(30)
param instances int = environment == 'production' ? 2 : 1

@description('Up to how many machines it grows under load; not more than instances: it does not. Growing needs Standard or Premium.')
@minValue(1)
@maxValue(30)
param maxInstances int = instances

@description('Spreads the machines over zones: only in regions and sizes that can, with two machines or more.')
param zoneRedundant bool = false

@description('A second place on the same machines, to update and to go back by a swap.')
param slot bool = environment == 'production'

@description('How the account of the backups is copied: over zones, to another region, or both.')
@allowed(['Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param backupSku string = environment == 'production' ? 'Standard_GZRS' : 'Standard_ZRS'

@description('Days that a backup is kept.')
@minValue(1)
@maxValue(365)
param backupDays int = 35

@description('Days that a file that was deleted can still be called back. Only then is it really gone.')
@minValue(1)
@maxValue(365)
param softDeleteDays int = 14

@description('Refuses that anybody deletes a storage account, until the lock is taken off.')
param locked bool = environment == 'production'

@description('The least level that the program logs. With less than info the alarms would hear nothing.')
@allowed(['info', 'debug'])
param logLevel string = 'info'

@description('Whether cards use what only Teams can draw (teams), or do without (gewoon).')
@allowed(['teams', 'gewoon'])
param cards string = 'teams'

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logDays int = environment == 'production' ? 365 : 30

@description('GB of logs a day; what comes after is not kept until the next day, and alarms go blind.')
@minValue(1)
param logCapGb int = environment == 'production' ? 5 : 1

@description('Keeps the log of all requests too: it has the addresses of people.')
param logRequests bool = true

@description('Which calls to storage are logged: StorageRead, StorageWrite, StorageDelete. Ids only, no content.')
param logStorage string[] = environment == 'production' ? ['StorageDelete'] : []

@description('Address space of the virtual network, at least a /24.')
param addressSpace string = '10.20.0.0/24'

@description('Where somebody tells of a hole in it, for /.well-known/security.txt: https:// of a page, or mailto: and an address. Empty: not told.')
param securityContact string = ''

@description('Who gets the alarms and the warnings about costs: addresses of e-mail.')
@minLength(1)
param alertsTo string[]

@description('What it may cost in a month, in the currency of the subscription (EUR).')
@minValue(1)
param monthlyBudget int

@description('First day of the month in which the budget begins. Give the same one at each deployment.')
param budgetStart string = utcNow('yyyy-MM-01')

var isSingleTenant = botType == 'SingleTenant'
var isProduction = environment == 'production'
var key = uniqueString(resourceGroup().id, name)
var short = take(replace(name, '-', ''), 10)
var vaultName = 'kv-${key}'
var host = empty(customHost) ? '${name}.azurewebsites.net' : customHost
var appId = isSingleTenant ? botAppId : identity.outputs.clientId

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: '${name}-id'
    location: location
  }
}

module logs 'modules/logs.bicep' = {
  name: 'logs'
  params: {
    name: name
    location: location
    retentionDays: logDays
    capGb: logCapGb
  }
}

module network 'modules/network.bicep' = {
  name: 'network'
  params: {
    name: '${name}-vnet'
    location: location
    addressSpace: addressSpace
  }
}

module tableZone 'modules/zone.bicep' = {
  name: 'zone-table'
  params: {
    service: 'table'
    networkId: network.outputs.id
  }
}

module blobZone 'modules/zone.bicep' = {
  name: 'zone-blob'
  params: {
    service: 'blob'
    networkId: network.outputs.id
  }
}

module vaultZone 'modules/zone.bicep' = if (isSingleTenant) {
  name: 'zone-vault'
  params: {
    service: 'vault'
    networkId: network.outputs.id
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: '${short}${key}'
    location: location
    sku: 'Standard_ZRS'
    tables: ['projecten', 'wekker', 'wegwijzer']
    containers: ['documenten']
    softDeleteDays: softDeleteDays
    locked: locked
    workspaceId: logs.outputs.workspaceId
    logCategories: logStorage
  }
}

module backups 'modules/storage.bicep' = {
  name: 'backups'
  params: {
    name: '${short}${key}b'
    location: location
    sku: backupSku
    containers: ['reservekopie']
    softDeleteDays: softDeleteDays
    versioned: true
    expiringPrefix: 'reservekopie/20'
    expiresAfterDays: backupDays
    locked: locked
    workspaceId: logs.outputs.workspaceId
    logCategories: logStorage
  }
}

module storageRoles 'modules/roles.bicep' = {
  name: 'storage-roles'
  params: {
    account: storage.outputs.name
    principalId: identity.outputs.principalId
    mayUseTables: true
  }
}

module backupRoles 'modules/roles.bicep' = {
  name: 'backup-roles'
  params: {
    account: backups.outputs.name
    principalId: identity.outputs.principalId
  }
}

module tableEndpoint 'modules/endpoint.bicep' = {
  name: 'endpoint-table'
  params: {
    name: '${name}-table'
    location: location
    subnetId: network.outputs.endpointsSubnetId
    targetId: storage.outputs.id
    service: 'table'
    zoneId: tableZone.outputs.id
  }
}

module blobEndpoint 'modules/endpoint.bicep' = {
  name: 'endpoint-blob'
  params: {
    name: '${name}-blob'
    location: location
    subnetId: network.outputs.endpointsSubnetId
    targetId: storage.outputs.id
    service: 'blob'
    zoneId: blobZone.outputs.id
  }
}

module backupEndpoint 'modules/endpoint.bicep' = {
  name: 'endpoint-backup'
  params: {
    name: '${name}-backup'
    location: location
    subnetId: network.outputs.endpointsSubnetId
    targetId: backups.outputs.id
    service: 'blob'
    zoneId: blobZone.outputs.id
  }
}

module vault 'modules/vault.bicep' = if (isSingleTenant) {
  name: 'vault'
  params: {
    name: vaultName
    location: location
    principalId: identity.outputs.principalId
    addresses: vaultAddresses
    workspaceId: logs.outputs.workspaceId
  }
}

module vaultEndpoint 'modules/endpoint.bicep' = if (isSingleTenant) {
  name: 'endpoint-vault'
  params: {
    name: '${name}-vault'
    location: location
    subnetId: network.outputs.endpointsSubnetId
    targetId: resourceId('Microsoft.KeyVault/vaults', vaultName)
    service: 'vault'
    zoneId: isSingleTenant ? vaultZone!.outputs.id : ''
  }
  dependsOn: [vault]
}

module plan 'modules/plan.bicep' = {
  name: 'plan'
  params: {
    name: '${name}-plan'
    location: location
    sku: planSku
    instances: instances
    maxInstances: maxInstances
    zoneRedundant: zoneRedundant
  }
}

// It starts when it may and can reach storage: else its first minutes are all faults.
module site 'modules/site.bicep' = {
  name: 'site'
  params: {
    name: name
    location: location
    planId: plan.outputs.id
    subnetId: network.outputs.siteSubnetId
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    botType: botType
    appId: appId
    tenants: tenants
    tabId: tabId
    host: host
    tablesEndpoint: storage.outputs.tablesEndpoint
    blobsEndpoint: storage.outputs.blobsEndpoint
    backupsEndpoint: backups.outputs.blobsEndpoint
    certificateThumbprint: certificateThumbprint
    certificateVault: vaultName
    certificateName: certificateName
    insightsName: logs.outputs.insightsName
    workspaceId: logs.outputs.workspaceId
    logLevel: logLevel
    cards: cards
    securityContact: securityContact
    logRequests: logRequests
    slot: slot
  }
  dependsOn: [tableEndpoint, blobEndpoint, backupEndpoint, vaultEndpoint, storageRoles, backupRoles]
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: '${name}-bot'
    displayName: isProduction ? 'Veiligheidsplanner' : 'Veiligheidsplanner (test)'
    sku: isProduction ? 'S1' : 'F0'
    endpoint: 'https://${host}/api/messages'
    botType: botType
    appId: appId
    identityId: identity.outputs.id
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: name
    location: location
    siteId: site.outputs.id
    workspaceId: logs.outputs.workspaceId
    alertsTo: alertsTo
  }
}

module budget 'modules/budget.bicep' = {
  name: 'budget'
  params: {
    name: '${name}-budget'
    amount: monthlyBudget
    startDate: budgetStart
    alertsTo: alertsTo
  }
}

@description('Client id of the bot: --app-id of npm run package.')
output appId string = appId

@description('Host name by which Teams reaches it: --host of npm run package.')
output host string = host

@description('Name of the App Service, for deploying and for SSH.')
output siteName string = site.outputs.name

@description('Where the tables are.')
output tablesEndpoint string = storage.outputs.tablesEndpoint

@description('Where the files are.')
output blobsEndpoint string = storage.outputs.blobsEndpoint

@description('Where the backups are.')
output backupsEndpoint string = backups.outputs.blobsEndpoint

@description('Object id of the managed identity, for whoever looks at its rights.')
output principalId string = identity.outputs.principalId
