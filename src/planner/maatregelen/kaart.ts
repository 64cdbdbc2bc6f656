import type { Beeld, Step } from '../../process/contract/contract.ts';
import type sample from '../../../cards/maatregelen.sample.json';
import { isAfgerond } from '../../process/feiten/gegevens.ts';
import { liveKaart } from '../../process/contract/live.ts';
import type { KaartVan } from '../../process/vormen/live-kaart.ts';
import { all, one, type Project } from '../../process/feiten/project.ts';
import type { Button } from '../../process/vormen/screen.ts';
import { stap } from '../../process/feiten/geopende-stap.ts';
import { enNog } from '../../process/taal/opsomming.ts';
import { deadlineText } from '../../process/taal/time.ts';
import { aantal } from '../../process/taal/woorden.ts';
import { belangrijkste, genummerd } from '../plan/maatregel.ts';
import { maatregel } from '../plan/plan.ts';
import { reacties, reactiesVoorGroep } from '../../process/stappen/reacties.ts';
import { hiaten } from './hiaten.ts';
import { HIATEN, NIETS } from './knoppen.ts';
import { isOpen } from './moment.ts';
import { LEIDING } from '../plan/knoppen.ts';

/** More problems than this stand behind `Bekijk alles`. */
const MAX_OP_KAART = 8;

/** The data of the live card of step 3, which everybody in the conversation sees. */
export function kaart(beeld: Beeld, step: Step): KaartVan<typeof sample> {
  const { project, now } = beeld;
  const lijst = belangrijkste(project);
  const open = isOpen(project, now) && lijst.length > 0;
  const counts = perOnderwerp(project);
  return {
    ...liveKaart(beeld, step, knoppen(project, open)),
    uitleg: uitleg(beeld, open),
    problemen: lijst.slice(0, MAX_OP_KAART).map((onderwerp) => ({
      tekst: genummerd(onderwerp, 120),
      aantal: aantal(counts.get(onderwerp.id) ?? 0, 'maatregel', 'maatregelen'),
    })),
    meer: enNog(lijst.length - MAX_OP_KAART, 'probleem', 'problemen'),
    termijn: open ? termijn(beeld) : '',
    nietsDoen: open ? 'Doen jullie niets? Laat dat ook weten.' : '',
    stand: lijst.length > 0 ? reactiesVoorGroep(project, reacties(project, step)) : '',
  };
}

function uitleg({ project }: Beeld, open: boolean): string {
  if (belangrijkste(project).length === 0) {
    return 'Er is nog geen prioriteitenlijst. De projectleider stelt die eerst vast.';
  }
  if (open) return 'Wat doet jouw organisatie nu aan deze problemen?';
  const left = hiaten(project).zonder.length;
  const gaps = left === 0 ? '' : ` Bij ${left} van de problemen staat nog geen maatregel.`;
  return `Stap 3 is gesloten. Invullen kan niet meer.${gaps}`;
}

function knoppen(project: Project, open: boolean): Button[] {
  const { length } = all(project, maatregel);
  const view: Button = { titel: `Bekijk alles (${length})`, verb: 'maatregelen' };
  const lead: Button[] = isAfgerond(project) ? [] : [LEIDING];
  if (!open) return [view, HIATEN, ...lead];
  return [
    { titel: 'Maatregel doorgeven', verb: 'maatregel.doorgeven', stijl: 'positive' },
    NIETS,
    { titel: 'Mijn collega vult dit in', verb: 'maatregel.collega' },
    view,
    ...lead,
  ];
}

function termijn({ project, now }: Beeld): string {
  const facts = one(project, stap, 'maatregelen')?.facts;
  return facts && facts.datum !== '' ? `Vul het in tot ${deadlineText(facts, now)}.` : '';
}

function perOnderwerp(project: Project): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { facts } of all(project, maatregel)) {
    counts.set(facts.onderwerp, (counts.get(facts.onderwerp) ?? 0) + 1);
  }
  return counts;
}
