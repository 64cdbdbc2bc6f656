import { files, type Files } from './bicep.ts';
import { deploy, valuesIn, type Values } from './values.ts';

export const BOT = '4b0f2f39-3b57-4f0a-8f6a-0d3a0f5c7e11';
export const REGISTERED = '77d8c8d0-53a1-4a43-9a6f-5a0e1a2b3c4d';
export const TAB = '0f3e6d3c-6a51-4f5e-9c43-0d5a1c9b7e21';
export const INSIGHTS =
  'InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=https://westeurope-5.in.applicationinsights.azure.com/';

export const environment = {
  PLANNER_NAME: 'planner-dorp',
  PLANNER_TAB_ID: TAB,
  PLANNER_ALERTS_TO: 'beheer@dorp.nl,wacht@dorp.nl',
  PLANNER_BUDGET_START: '2027-01-01',
};

const answers = {
  'Microsoft.ManagedIdentity/userAssignedIdentities': { clientId: BOT, principalId: 'p' },
  'Microsoft.Insights/components': { ConnectionString: INSIGHTS },
};

/** What comes of `main.bicep` with the values of an environment, and these beside them. */
export function deployed(kind: 'test' | 'production', more: Values = {}, all: Files = files) {
  const given = valuesIn(all, `${kind}.bicepparam`, environment);
  return deploy(all, { ...given, ...more }, answers);
}

export const singleTenant = {
  botType: 'SingleTenant',
  botAppId: REGISTERED,
  certificateName: 'bot',
  certificateThumbprint: 'a'.repeat(40),
};
