metadata description = 'The App Service that runs the program, with a slot for updates. Public: Teams must reach it.'

@description('Name of the site, and the first part of its host name.')
param name string

@description('Region.')
param location string

@description('Plan on whose machines it runs.')
param planId string

@description('Subnet from which it calls out.')
param subnetId string

@description('Resource id of its identity.')
param identityId string

@description('Client id of its identity, by which it opens storage.')
param identityClientId string

@description('How the bot proves itself.')
@allowed(['UserAssignedMSI', 'SingleTenant'])
param botType string

@description('Client id of the bot.')
param appId string

@description('Tenants whose conversations may come in.')
param tenants string[]

@description('Client id of the app registration of the tab.')
param tabId string

@description('Host name by which Teams reaches it.')
param host string

@description('Where the tables are.')
param tablesEndpoint string

@description('Where the files are.')
param blobsEndpoint string

@description('Where the backups are.')
param backupsEndpoint string

@description('SingleTenant only: thumbprint of the certificate.')
param certificateThumbprint string

@description('SingleTenant only: vault that has the certificate.')
param certificateVault string

@description('SingleTenant only: name of the certificate in that vault.')
param certificateName string

@description('Application Insights that gets the measurements.')
param insightsName string

@description('Workspace that gets the logs.')
param workspaceId string

@description('The least level that the program logs.')
param logLevel string

@description('Whether cards use what only Teams can draw.')
param cards string

@description('Where somebody tells of a hole in it; empty: not told.')
param securityContact string

@description('Keeps the log of all requests too.')
param logRequests bool

@description('Makes the slot.')
param slot bool

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

var programSettings = {
  NODE_ENV: 'production'
  MicrosoftAppId: appId
  MicrosoftAppTenantId: tenant().tenantId
  MicrosoftAppType: botType
  TENANTS: join(tenants, ',')
  TAB_ID: tabId
  TAB_HOST: host
  TABLES: tablesEndpoint
  BLOBS: blobsEndpoint
  BACKUPS: backupsEndpoint
  STORAGE_CLIENT_ID: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  LOG_LEVEL: logLevel
  CARDS: cards
  SECURITY_CONTACT: securityContact
}

// Of a certificate in PEM, the secret of the same name holds the private key.
var certificateSettings = {
  CertificateThumbprint: certificateThumbprint
  CertificatePrivateKey: '@Microsoft.KeyVault(VaultName=${certificateVault};SecretName=${certificateName})'
}

// The program stops within 10 seconds of being asked; the platform would not wait so long by itself.
var platformSettings = {
  MALLOC_ARENA_MAX: '2'
  SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
  WEBSITE_RUN_FROM_PACKAGE: '1'
  WEBSITE_HEALTHCHECK_MAXPINGFAILURES: '5'
  WEBSITE_HEALTHCHECK_MAXUNHEALTHYWORKERPERCENT: '50'
  WEBSITE_SWAP_WARMUP_PING_PATH: '/ready'
  WEBSITE_SWAP_WARMUP_PING_STATUSES: '200'
  WEBSITES_CONTAINER_STOP_TIME_LIMIT: '30'
}

var settings = union(programSettings, platformSettings, botType == 'SingleTenant' ? certificateSettings : {})

// Site and slot are the same in everything: after a swap, each is what the other was. The command stands at the end of a
// script of the platform: with `exec` the program takes the place of that script, so that a request to stop reaches it.
var properties = {
  serverFarmId: planId
  reserved: true
  httpsOnly: true
  clientAffinityEnabled: false
  publicNetworkAccess: 'Enabled'
  virtualNetworkSubnetId: subnetId
  vnetRouteAllEnabled: true
  keyVaultReferenceIdentity: identityId
  siteConfig: {
    linuxFxVersion: 'NODE|24-lts'
    appCommandLine: 'exec node start.js'
    alwaysOn: true
    healthCheckPath: '/ready'
    http20Enabled: true
    minTlsVersion: '1.2'
    scmMinTlsVersion: '1.2'
    ftpsState: 'Disabled'
    remoteDebuggingEnabled: false
    webSocketsEnabled: false
  }
}

var logCategories = concat(['AppServiceConsoleLogs', 'AppServicePlatformLogs', 'AppServiceAuditLogs'], logRequests ? ['AppServiceHTTPLogs'] : [])

resource site 'Microsoft.Web/sites@2023-12-01' = {
  name: name
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: properties
}

resource siteSettings 'Microsoft.Web/sites/config@2023-12-01' = {
  parent: site
  name: 'appsettings'
  properties: settings
}

resource siteFtp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01' = {
  parent: site
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource siteScm 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01' = {
  parent: site
  name: 'scm'
  properties: {
    allow: false
  }
}

resource siteLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: site
  properties: {
    workspaceId: workspaceId
    logs: [for category in logCategories: {
      category: category
      enabled: true
    }]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

resource staging 'Microsoft.Web/sites/slots@2023-12-01' = if (slot) {
  parent: site
  name: 'staging'
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: properties
}

resource stagingSettings 'Microsoft.Web/sites/slots/config@2023-12-01' = if (slot) {
  parent: staging
  name: 'appsettings'
  properties: settings
}

resource stagingFtp 'Microsoft.Web/sites/slots/basicPublishingCredentialsPolicies@2023-12-01' = if (slot) {
  parent: staging
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource stagingScm 'Microsoft.Web/sites/slots/basicPublishingCredentialsPolicies@2023-12-01' = if (slot) {
  parent: staging
  name: 'scm'
  properties: {
    allow: false
  }
}

resource stagingLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (slot) {
  name: 'logs'
  scope: staging
  properties: {
    workspaceId: workspaceId
    logs: [for category in logCategories: {
      category: category
      enabled: true
    }]
  }
}

@description('Resource id.')
output id string = site.id

@description('Name of the site.')
output name string = site.name
