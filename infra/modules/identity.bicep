metadata description = 'The managed identity of the program: no secret to keep, or to lose.'

@description('Name of the identity.')
param name string

@description('Region.')
param location string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

@description('Resource id.')
output id string = identity.id

@description('Client id: by this the program asks for tokens.')
output clientId string = identity.properties.clientId

@description('Object id: to this roles are given.')
output principalId string = identity.properties.principalId
