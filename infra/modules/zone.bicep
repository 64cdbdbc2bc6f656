metadata description = 'A private DNS zone: within the network, the public name of a service leads to its private address.'

@description('Service whose names it knows.')
@allowed(['table', 'blob', 'vault'])
param service string

@description('Network in which the names are known.')
param networkId string

var zoneName = service == 'vault' ? 'privatelink.vaultcore.azure.net' : 'privatelink.${service}.${environment().suffixes.storage}'

resource zone 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: zoneName
  location: 'global'

  resource link 'virtualNetworkLinks' = {
    // Of its own per network: a zone of test and production together would know both.
    name: 'network-${uniqueString(networkId)}'
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: networkId
      }
    }
  }
}

@description('Resource id of the zone.')
output id string = zone.id
