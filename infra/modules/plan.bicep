metadata description = 'The machines: as many as asked for, and more under load when there may be more.'

@description('Name of the plan.')
param name string

@description('Region.')
param location string

@description('Size of a machine.')
param sku string

@description('How many there are.')
param instances int

@description('Up to how many it grows.')
param maxInstances int

@description('Spreads them over zones.')
param zoneRedundant bool

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: name
  location: location
  kind: 'linux'
  sku: {
    name: sku
    capacity: instances
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

// Basic machines cannot grow. Elsewhere it is always made, also when it may not do anything: a deployment takes nothing away,
// and the one of before would undo a new number of machines.
var canGrow = !startsWith(sku, 'B')

// Up within ten busy minutes, down after a quiet half hour: quicker would make it swing.
resource scale 'Microsoft.Insights/autoscalesettings@2022-10-01' = if (canGrow) {
  name: '${name}-scale'
  location: location
  properties: {
    name: '${name}-scale'
    enabled: maxInstances > instances
    targetResourceUri: plan.id
    profiles: [
      {
        name: 'load'
        capacity: {
          minimum: string(instances)
          maximum: string(max(instances, maxInstances))
          default: string(instances)
        }
        rules: [
          {
            metricTrigger: {
              metricName: 'CpuPercentage'
              metricResourceUri: plan.id
              timeGrain: 'PT1M'
              timeWindow: 'PT10M'
              timeAggregation: 'Average'
              statistic: 'Average'
              operator: 'GreaterThan'
              threshold: 70
            }
            scaleAction: {
              direction: 'Increase'
              type: 'ChangeCount'
              value: '1'
              cooldown: 'PT10M'
            }
          }
          {
            metricTrigger: {
              metricName: 'CpuPercentage'
              metricResourceUri: plan.id
              timeGrain: 'PT1M'
              timeWindow: 'PT30M'
              timeAggregation: 'Average'
              statistic: 'Average'
              operator: 'LessThan'
              threshold: 25
            }
            scaleAction: {
              direction: 'Decrease'
              type: 'ChangeCount'
              value: '1'
              cooldown: 'PT30M'
            }
          }
        ]
      }
    ]
  }
}

@description('Resource id.')
output id string = plan.id
