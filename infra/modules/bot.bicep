metadata description = 'The Azure Bot, with the Teams channel and no other.'

@description('Name of the bot, of which there is one in all of Azure.')
param name string

@description('Name that people see where Azure shows the bot.')
param displayName string

@description('F0 is free; S1 has a promise about how often it is up. Teams costs nothing in either.')
@allowed(['F0', 'S1'])
param sku string

@description('Address to which Teams sends.')
param endpoint string

@description('How the bot proves itself.')
@allowed(['UserAssignedMSI', 'SingleTenant'])
param botType string

@description('Client id of the bot.')
param appId string

@description('Resource id of the identity, for UserAssignedMSI.')
param identityId string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: sku
  }
  properties: {
    displayName: displayName
    endpoint: endpoint
    msaAppId: appId
    msaAppType: botType
    msaAppTenantId: tenant().tenantId
    msaAppMSIResourceId: botType == 'UserAssignedMSI' ? identityId : null
    disableLocalAuth: true
    isStreamingSupported: false
    publicNetworkAccess: 'Enabled'
    schemaTransformationVersion: '1.3'
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
    }
  }
}
