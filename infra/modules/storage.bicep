metadata description = 'A storage account without keys and without a public way in.'

@description('Name of the account: 3 to 24 lower case letters and digits.')
@minLength(3)
@maxLength(24)
param name string

@description('Region.')
param location string

@description('How it is copied.')
@allowed(['Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param sku string

@description('Tables to make.')
param tables string[] = []

@description('Containers of files to make.')
param containers string[]

@description('Days that a file or container that was deleted can still be called back.')
param softDeleteDays int

@description('Keeps what was overwritten as an older version.')
param versioned bool = false

@description('Files whose path (container first) begins like this are deleted when they are old; empty: none.')
param expiringPrefix string = ''

@description('After how many days.')
param expiresAfterDays int = 35

@description('Refuses that the account is deleted.')
param locked bool

@description('Workspace that gets the logs.')
param workspaceId string

@description('Which calls are logged: StorageRead, StorageWrite, StorageDelete.')
param logCategories string[]

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    publicNetworkAccess: 'Disabled'
    supportsHttpsTrafficOnly: true
    networkAcls: {
      bypass: 'None'
      defaultAction: 'Deny'
    }
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: 'keep'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds the work of groups, or its backups.'
  }
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2023-05-01' = {
  parent: account
  name: 'default'
}

resource tablesMade 'Microsoft.Storage/storageAccounts/tableServices/tables@2023-05-01' = [for table in tables: {
  parent: tableService
  name: table
}]

resource blobService 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: versioned
    deleteRetentionPolicy: {
      enabled: true
      days: softDeleteDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: softDeleteDays
    }
  }
}

resource containersMade 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = [for container in containers: {
  parent: blobService
  name: container
  properties: {
    publicAccess: 'None'
  }
}]

resource expiry 'Microsoft.Storage/storageAccounts/managementPolicies@2023-05-01' = if (!empty(expiringPrefix)) {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'delete-old'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: [expiringPrefix]
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterCreationGreaterThan: expiresAfterDays
                }
              }
            }
          }
        }
        // What was overwritten or deleted, wherever it stood: a file that somebody erased is not kept for ever.
        {
          name: 'delete-old-versions'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: containers
            }
            actions: {
              version: {
                delete: {
                  daysAfterCreationGreaterThan: expiresAfterDays
                }
              }
            }
          }
        }
      ]
    }
  }
  dependsOn: [blobService]
}

resource blobLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (!empty(logCategories)) {
  name: 'logs'
  scope: blobService
  properties: {
    workspaceId: workspaceId
    logs: [for category in logCategories: {
      category: category
      enabled: true
    }]
  }
}

resource tableLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (!empty(logCategories) && !empty(tables)) {
  name: 'logs'
  scope: tableService
  properties: {
    workspaceId: workspaceId
    logs: [for category in logCategories: {
      category: category
      enabled: true
    }]
  }
}

@description('Resource id.')
output id string = account.id

@description('Name of the account.')
output name string = account.name

@description('Where its tables are, without a slash at the end.')
output tablesEndpoint string = 'https://${account.name}.table.${environment().suffixes.storage}'

@description('Where its files are, without a slash at the end.')
output blobsEndpoint string = 'https://${account.name}.blob.${environment().suffixes.storage}'
