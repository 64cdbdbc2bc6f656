metadata description = 'Who is told what, and when. Each alarm names the heading in docs/beheer.md that says what to do.'

@description('Base name of the alarms.')
param name string

@description('Region of the alarms that ask the log.')
param location string

@description('Site that is looked at.')
param siteId string

@description('Workspace that has its log.')
param workspaceId string

@description('Who is told: addresses of e-mail.')
param alertsTo string[]

// A line takes minutes to arrive here, so every question looks back further than it is asked.
var lines = 'AppServiceConsoleLogs | extend line = parse_json(ResultDescription) | extend msg = tostring(line.msg)'

// Of each, one row is an alarm. What the slot does counts, but its pulse does not prove that the site lives.
var questions = [
  {
    id: 'no-pulse'
    heading: 'Geen hartslag'
    severity: 1
    every: 'PT5M'
    back: 'PT30M'
    query: '${lines} | where msg == "pulse" and _ResourceId !contains "/slots/" | summarize last = max(TimeGenerated) | where isnull(last) or last < ago(15m)'
  }
  {
    id: 'overdue'
    heading: 'Momenten te laat'
    severity: 1
    every: 'PT5M'
    back: 'PT15M'
    query: '${lines} | where msg == "pulse" and tolong(line.overdueMs) > 300000'
  }
  {
    id: 'refused'
    heading: 'Veel geweigerd'
    severity: 2
    every: 'PT5M'
    back: 'PT15M'
    query: '${lines} | where msg == "refused" and toint(line.status) == 401 | summarize times = count() by bin(TimeGenerated, 5m) | where times > 20'
  }
  {
    id: 'dead-letter'
    heading: 'Onbestelbaar'
    severity: 2
    every: 'PT5M'
    back: 'PT15M'
    query: '${lines} | where msg == "dead letter"'
  }
  {
    id: 'failed'
    heading: 'Fouten'
    severity: 2
    every: 'PT5M'
    back: 'PT15M'
    query: '${lines} | where msg == "failed"'
  }
  {
    id: 'no-backup'
    heading: 'Geen reservekopie'
    severity: 1
    every: 'PT1H'
    back: 'P2D'
    query: '${lines} | where msg == "backup done" | summarize last = max(TimeGenerated) | where isnull(last) or last < ago(26h)'
  }
  {
    id: 'backup-failed'
    heading: 'Geen reservekopie'
    severity: 2
    every: 'PT15M'
    back: 'PT30M'
    query: '${lines} | where msg == "backup failed"'
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-alerts'
  location: 'global'
  properties: {
    groupShortName: take(name, 12)
    enabled: true
    emailReceivers: [for address in alertsTo: {
      name: address
      emailAddress: address
      useCommonAlertSchema: true
    }]
  }
}

resource notReady 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-not-ready'
  location: 'global'
  properties: {
    description: 'Wat te doen: docs/beheer.md, "Niet gereed".'
    severity: 1
    enabled: true
    autoMitigate: true
    scopes: [siteId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'ready'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.Web/sites'
          metricName: 'HealthCheckStatus'
          timeAggregation: 'Average'
          operator: 'LessThan'
          threshold: 100
        }
      ]
    }
    actions: [
      {
        actionGroupId: people.id
      }
    ]
  }
}

// The table of the log is there only once something was logged: a question about it is not tried out before.
resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for question in questions: {
  name: '${name}-${question.id}'
  location: location
  kind: 'LogAlert'
  properties: {
    displayName: '${name}: ${question.heading}'
    description: 'Wat te doen: docs/beheer.md, "${question.heading}".'
    severity: question.severity
    enabled: true
    autoMitigate: true
    skipQueryValidation: true
    scopes: [workspaceId]
    evaluationFrequency: question.every
    windowSize: question.back
    criteria: {
      allOf: [
        {
          query: question.query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [people.id]
    }
  }
}]
