import { GUID, HOST } from '../package.ts';
import type { TabApp } from './tab-app.ts';

/** What is known so far: what az answered, and what was decided on it. */
export interface Known {
  /** The tenant of the organisation itself. */
  tenant: string;
  subscription: string;
  subscriptionName: string;
  /** The tab's registration; undefined until it is found or made. */
  tab?: TabApp;
  /** Client id of the tab, also when another person made its registration. */
  tabId: string;
  hasGroup: boolean;
  /** First day of the month in which the budget began; it cannot be changed later. */
  budgetStart: string;
  hasPrincipal: boolean;
  /** Client id of the bot. */
  appId: string;
  host: string;
  siteName: string;
}

/** Something that a person has to solve first; its message is a Dutch sentence. */
export class Stop extends Error {}

/** Stands in for what is not known before the commands run, in `--dry-run`. */
export const NOT_KNOWN_YET: Known = {
  tenant: '<eigen organisatie>',
  subscription: '<abonnement>',
  subscriptionName: '<abonnement>',
  tab: {
    appId: '<id van de tab>',
    id: '<registratie>',
    signInAudience: '',
    identifierUris: [],
    api: {
      requestedAccessTokenVersion: null,
      oauth2PermissionScopes: [],
      preAuthorizedApplications: [],
    },
  },
  tabId: '<id van de tab>',
  hasGroup: false,
  budgetStart: '<eerste dag van de maand>',
  hasPrincipal: false,
  appId: '<id van de bot>',
  host: '<host>',
  siteName: '<site>',
};

const NOT_UNDERSTOOD = 'Azure gaf een antwoord dat ik niet begrijp. Is je Azure CLI up-to-date?';

/** The text under a name in an answer. Throws a `Stop` when it is not there. */
export function textIn(answer: unknown, name: string, pattern = /^.+$/): string {
  const found = (answer as Record<string, unknown> | null)?.[name];
  if (typeof found !== 'string' || !pattern.test(found)) throw new Stop(NOT_UNDERSTOOD);
  return found;
}

/** From `az account show`. */
export const accountIn = (
  answer: unknown,
): Pick<Known, 'tenant' | 'subscription' | 'subscriptionName'> => ({
  tenant: textIn(answer, 'tenantId', GUID).toLowerCase(),
  subscription: textIn(answer, 'id', GUID),
  subscriptionName: textIn(answer, 'name'),
});

/** The outputs of infra/main.bicep. */
export function outputsIn(answer: unknown): Pick<Known, 'appId' | 'host' | 'siteName'> {
  const value = (name: string, pattern?: RegExp) =>
    textIn((answer as Record<string, unknown> | null)?.[name], 'value', pattern);
  return {
    appId: value('appId', GUID),
    host: value('host', HOST),
    siteName: value('siteName'),
  };
}

/** The one registration with the tab's name, if there is any. Throws a `Stop` when there are more. */
export function tabIn(answer: unknown, name: string): Partial<Known> {
  const [first, ...more] = (answer ?? []) as TabApp[];
  if (more.length > 0)
    throw new Stop(
      `In Entra staan ${more.length + 1} registraties met de naam "${name}". Haal weg wat te veel is, of kies er een met --tab-id.`,
    );
  return first ? { tab: first, tabId: first.appId } : {};
}

interface Budget {
  name: string;
  properties: { timePeriod: { startDate: string } };
}

/** The day on which an existing budget began. */
export function budgetStartIn(answer: unknown, name: string): Partial<Known> {
  const budgets = (answer as { value?: readonly Budget[] } | null)?.value ?? [];
  const found = budgets.find((budget) => budget.name === name);
  return found ? { budgetStart: found.properties.timePeriod.startDate.slice(0, 10) } : {};
}
