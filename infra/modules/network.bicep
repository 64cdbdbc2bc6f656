metadata description = 'A virtual network: the site in one subnet, the private ways to storage in the other.'

@description('Name of the network.')
param name string

@description('Region.')
param location string

@description('Address space, at least a /24.')
param addressSpace string

// A version in which a subnet still has a way out by default: the site must reach Teams and Entra.
resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: name
  location: location
  properties: {
    addressSpace: {
      addressPrefixes: [addressSpace]
    }
    subnets: [
      {
        name: 'site'
        properties: {
          addressPrefix: cidrSubnet(addressSpace, 26, 0)
          delegations: [
            {
              name: 'site'
              properties: {
                serviceName: 'Microsoft.Web/serverFarms'
              }
            }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: cidrSubnet(addressSpace, 26, 1)
          privateEndpointNetworkPolicies: 'Disabled'
        }
      }
    ]
  }

  resource site 'subnets' existing = {
    name: 'site'
  }

  resource endpoints 'subnets' existing = {
    name: 'endpoints'
  }
}

@description('Resource id of the network.')
output id string = network.id

@description('Subnet from which the site calls out.')
output siteSubnetId string = network::site.id

@description('Subnet of the private endpoints.')
output endpointsSubnetId string = network::endpoints.id
