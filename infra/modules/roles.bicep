metadata description = 'What the identity may do in a storage account: read, write and list what is in it, and no more.'

@description('Name of the account.')
param account string

@description('Object id of the identity.')
param principalId string

@description('Gives it the tables too, beside the files.')
param mayUseTables bool = false

var storageBlobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var storageTableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
var roles = mayUseTables ? [storageBlobDataContributor, storageTableDataContributor] : [storageBlobDataContributor]

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: account
}

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in roles: {
  name: guid(storage.id, principalId, role)
  scope: storage
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
  }
}]
