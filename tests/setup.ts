import type { TestProject } from 'vitest/node';
import { buildTab } from '../scripts/build-tab.ts';
import { setup as startAzurite } from '../support/azurite.ts';

/** What all tests share: storage, and what the browser gets of the tab. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildTab();
  return startAzurite(project);
}
