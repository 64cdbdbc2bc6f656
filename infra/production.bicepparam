using './main.bicep'

// Differs per municipality, so it comes from the environment; without it there is no deployment.
param name = readEnvironmentVariable('PLANNER_NAME')
param tabId = readEnvironmentVariable('PLANNER_TAB_ID')
param alertsTo = split(readEnvironmentVariable('PLANNER_ALERTS_TO'), ',')
param budgetStart = readEnvironmentVariable('PLANNER_BUDGET_START')
// Left out: only the tenant of the subscription.
param tenants = split(readEnvironmentVariable('PLANNER_TENANTS', ''), ',')

// Only what stands here can be given another value on the command line.
param environment = 'production'
param location = 'westeurope'
param customHost = ''
param instances = 2
param maxInstances = 4

// Or gewoon, when a client of Teams cannot show its own elements.
param cards = 'teams'

// To be agreed with whoever pays.
param monthlyBudget = 400
