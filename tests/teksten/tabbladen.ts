import { openDoubts } from '../../src/answer/doubts.ts';
import { trajecten } from '../../src/process/contract/trajecten.ts';
import { createLog } from '../../src/log/log.ts';
import { planner } from '../../src/planner/index.ts';
import { openLinks } from '../../src/storage/links.ts';
import { openLog } from '../../src/storage/log/log.ts';
import type { TabOptions } from '../../src/tab/bezoek/options.ts';
import { toon } from '../../src/tab/tonen.ts';
import { BladVraag } from '../../src/tab/bezoek/vraag.ts';
import { tableInMemory } from '../../support/memory-table.ts';
import { opPagina } from './lezen.ts';
import { ctxVan, type Lezer, type Stand } from './stand.ts';
import type { Meld } from './vel.ts';

/** Pages of no chapter, besides the first. */
const EIGEN_BLADEN = ['mijn', 'overleg', 'beeld', 'downloads'];

/** A tab on one project as it stands; nothing can be stored by it. */
function opties({ project, log, now }: Stand): TabOptions {
  const table = tableInMemory();
  return {
    settings: { kind: 'local', port: 0 },
    trajecten: trajecten(planner),
    log: { ...openLog(table), read: async () => ({ project, version: '', at: now }) },
    doubts: openDoubts(),
    projectsOf: async () => [project.id],
    projectsIn: async () => [project.id],
    members: async () => [],
    addresses: async () => 'verborgen' as const,
    seen: () => undefined,
    events: async () => log,
    sent: async () => [],
    sending: { announce: async () => undefined, background: () => undefined },
    stored: async () => undefined,
    links: openLinks(table, () => now),
    maak: async () => ({ naam: '', type: '', bytes: new Uint8Array() }),
    now: () => now,
    clock: () => 0,
    logger: createLog('silent'),
    turnAway: () => undefined,
  };
}

/** Pages of the tab as this person reads them: all, or those of no chapter. Of the overleg each point, at work and on the big screen. */
export async function tabbladen(
  stand: Stand,
  lezer: Lezer,
  meld: Meld,
  welke: 'alle bladen' | 'eigen bladen',
): Promise<void> {
  const options = opties(stand);
  const { iemand } = ctxVan(stand, lezer, stand.project, '');
  const blad = async (id: string, args: Record<string, string> = {}) => {
    const vraag = BladVraag.parse({ project: stand.project.id, blad: id, args });
    const { titel, html, nav = '' } = await toon(options, iemand, vraag);
    meld(`tab ${id}`, [titel, ...opPagina(nav), ...opPagina(html)]);
    return { html, nav };
  };
  const { nav } = await blad('stand');
  const bladen = welke === 'alle bladen' ? kenmerk(nav, /data-blad="([^"]+)"/g) : EIGEN_BLADEN;
  for (const id of bladen) await blad(id);
  const { html } = await blad('overleg', { scherm: '1' });
  for (const punt of kenmerk(html, /&quot;punt&quot;:&quot;([^&]+)&quot;/g)) {
    await blad('overleg', { punt });
    await blad('overleg', { punt, scherm: '1' });
  }
}

const kenmerk = (html: string, zoek: RegExp): string[] => [
  ...new Set([...html.matchAll(zoek)].map(([, id = '']) => id)),
];
