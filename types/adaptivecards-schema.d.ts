/** All that adaptivecards-templating needs to know of a card; see "paths" in tsconfig.json. */
export interface IAdaptiveCard {
  [property: string]: unknown;
}
