import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { TabInTeams } from './gastheer.ts';

/** Of the accessibility package, that runs in the page itself: its own way around takes three times as long. */
const AXE = readFileSync(
  createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** WCAG 2.2 AA, as tags of axe. */
export const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What these rules (tags or names of axe) forbid and the page does: `rule: the element`. */
export async function axeFouten({ frame }: TabInTeams, regels: readonly string[]) {
  if ((await frame.evaluate('typeof axe')) === 'undefined') await frame.evaluate(AXE);
  const options = JSON.stringify({ runOnly: regels, resultTypes: ['violations'] });
  const violations = await frame.evaluate<{ id: string; nodes: { html: string }[] }[]>(
    `axe.run(document, ${options}).then(({ violations }) => violations)`,
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}
