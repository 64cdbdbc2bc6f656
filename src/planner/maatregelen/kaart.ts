import type { Beeld, Step } from '../../process/contract/contract.ts';
import { isAfgerond } from '../../process/feiten/gegevens.ts';
import { liveKaart } from '../../process/contract/live.ts';
import type { Inhoud, LiveKaart } from '../../process/vormen/live-kaart.ts';
import { all, one, type Project } from '../../process/feiten/project.ts';
import type { Button } from '../../process/vormen/screen.ts';
import { stap } from '../../process/feiten/geopende-stap.ts';
import { enNog } from '../../process/taal/opsomming.ts';
import { aantal } from '../../process/taal/woorden.ts';
import { belangrijkste, genummerd } from '../plan/maatregel.ts';
import { maatregel } from '../plan/plan.ts';
import { reacties, voortgangVan } from '../../process/stappen/reacties.ts';
import { termijnVan } from '../../process/stappen/termijn.ts';
import { hiaten } from './hiaten.ts';
import { HIATEN, NIETS } from './knoppen.ts';
import { isOpen } from './moment.ts';
import { LEIDING } from '../plan/knoppen.ts';

/** More problems than this stand behind `Bekijk alles`. */
const MAX_OP_KAART = 8;

/** The live card of step 3, which everybody in the conversation sees. */
export function kaart(beeld: Beeld, step: Step): LiveKaart {
  const { project, now } = beeld;
  const lijst = belangrijkste(project);
  const open = isOpen(project, now) && lijst.length > 0;
  const nu = one(project, stap, step.id);
  const counts = perOnderwerp(project);
  return liveKaart(beeld, step, {
    ...vraag(project, open),
    termijn: open && nu ? termijnVan(project, now, nu, 'Tot') : undefined,
    voortgang: lijst.length > 0 ? voortgangVan(project, reacties(project, step)) : undefined,
    lijst: lijst.slice(0, MAX_OP_KAART).map((onderwerp) => ({
      tekst: genummerd(onderwerp, 120),
      bij: aantal(counts.get(onderwerp.id) ?? 0, 'maatregel', 'maatregelen'),
    })),
    meer: enNog(lijst.length - MAX_OP_KAART, 'probleem', 'problemen'),
    knoppen: knoppen(project, open),
  });
}

function vraag(project: Project, open: boolean): Pick<Inhoud, 'vraag' | 'uitleg' | 'straks'> {
  const straks = isAfgerond(project) ? '' : 'In overleg 2 kijken we of dit samen genoeg is.';
  if (belangrijkste(project).length === 0)
    return {
      vraag: 'Er is nog geen prioriteitenlijst.',
      uitleg: 'De projectleider stelt die eerst vast.',
      straks: '',
    };
  if (open)
    return {
      vraag: 'Wat doen jullie al aan deze problemen?',
      uitleg: 'Doen jullie niets? Laat dat ook weten.',
      straks,
    };
  return { vraag: 'Stap 3 is gesloten.', uitleg: zonderMaatregel(project), straks };
}

function zonderMaatregel(project: Project): string {
  const left = hiaten(project).zonder.length;
  if (left === 0) return 'Je kunt niets meer invullen.';
  return `Je kunt niets meer invullen. ${aantal(left, 'probleem heeft', 'problemen hebben')} nog geen maatregel.`;
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

function perOnderwerp(project: Project): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { facts } of all(project, maatregel)) {
    counts.set(facts.onderwerp, (counts.get(facts.onderwerp) ?? 0) + 1);
  }
  return counts;
}
