metadata description = 'A private endpoint: the only way to what it leads to.'

@description('Name of the endpoint.')
param name string

@description('Region.')
param location string

@description('Subnet in which it gets its address.')
param subnetId string

@description('Resource it leads to.')
param targetId string

@description('Which service of that resource.')
@allowed(['table', 'blob', 'vault'])
param service string

@description('DNS zone in which its address is written.')
param zoneId string

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: name
  location: location
  properties: {
    subnet: {
      id: subnetId
    }
    privateLinkServiceConnections: [
      {
        name: name
        properties: {
          privateLinkServiceId: targetId
          groupIds: [service]
        }
      }
    ]
  }

  resource zones 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: service
          properties: {
            privateDnsZoneId: zoneId
          }
        }
      ]
    }
  }
}
