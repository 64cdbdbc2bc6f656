metadata description = 'Where logs and measurements go: a Log Analytics workspace, and Application Insights in it.'

@description('Base name of both.')
param name string

@description('Region.')
param location string

@description('Days that logs are kept.')
param retentionDays int

@description('GB a day; what comes after is not kept until the next day.')
param capGb int

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: retentionDays
    workspaceCapping: {
      dailyQuotaGb: capGb
    }
    features: {
      disableLocalAuth: true
      enableLogAccessUsingOnlyResourcePermissions: true
    }
  }
}

// With its connection string one can only send measurements, not read them; the program sends with nothing else.
resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${name}-insights'
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableIpMasking: false
    DisableLocalAuth: false
  }
}

@description('Resource id of the workspace.')
output workspaceId string = workspace.id

@description('Name of the Application Insights.')
output insightsName string = insights.name
