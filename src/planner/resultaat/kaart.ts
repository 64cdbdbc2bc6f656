import { enNog } from '../../process/taal/opsomming.ts';
import type { Beeld, Step } from '../../process/contract/contract.ts';
import type sample from '../../../cards/resultaat.sample.json';
import { isAfgerond, profielVan } from '../../process/feiten/gegevens.ts';
import { liveKaart } from '../../process/contract/live.ts';
import type { KaartVan } from '../../process/vormen/live-kaart.ts';
import { all, type Project } from '../../process/feiten/project.ts';
import type { Button } from '../../process/vormen/screen.ts';
import { regels } from '../plan/uitvoeringsmatrix.ts';
import { doel } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { aanbevelingRegels, naAfloop, samenvattingRegels } from './afronden.ts';
import { gereageerdInGroep, totWanneer } from './gereed.ts';
import { METING_DOORGEVEN, SAMENWERKING, VOORTGANG, VOORTGANG_DOORGEVEN } from './knoppen.ts';
import { doelStand, doelTekst, doelTelling, isMomentOpen, tellingen } from './stand.ts';
import { LEIDING } from '../plan/knoppen.ts';

/** At most this many goals and recommendations stand on the live card; the others are behind the buttons. */
const OP_DE_KAART = 5;

/** Data for the live card: how far rows and goals are and, after the closing, what came out (docs/bronnen.md#texts). */
export function resultaatKaart(beeld: Beeld, step: Step): KaartVan<typeof sample> {
  return isAfgerond(beeld.project) ? afgerond(beeld, step) : lopend(beeld, step);
}

function lopend(beeld: Beeld, step: Step): KaartVan<typeof sample> {
  const { project, now } = beeld;
  const open = isMomentOpen(project, now);
  const tot = totWanneer(beeld);
  const goals = all(project, doel);
  return {
    ...liveKaart(beeld, step, LOPEND),
    slot: '',
    uitleg: open
      ? 'Hoe gaat het?'
      : 'Is er nieuws? Dat kun je altijd doorgeven. In overleg 3 kijken we wat we hebben bereikt.',
    tot: open && tot !== '' ? `Graag doorgeven ${tot}.` : '',
    ...cijfers(project),
    doelen: goals.slice(0, OP_DE_KAART).map((found, at) => ({
      doel: `${at + 1}. ${kortweg(found.texts.specifiek)}`,
      stand: doelStand(project, found),
    })),
    meer: enNog(goals.length - OP_DE_KAART, 'doel', 'doelen'),
    samenvatting: [],
    advies: '',
    aanbevelingen: [],
    dank: '',
  };
}

function cijfers(project: Project) {
  const { klaar, loopt, gestopt, 'niet gestart': nog } = tellingen(project);
  const goals = doelTelling(project);
  const heeftRegels = regels(project).length > 0;
  return {
    reacties: gereageerdInGroep(project),
    maatregelen: heeftRegels
      ? `${klaar} klaar, ${loopt} loopt, ${nog} niet gestart${gestopt > 0 ? `, ${gestopt} gestopt` : ''}`
      : 'nog geen',
    bereikt:
      goals.ja + goals.deels + goals.nee === 0 ? 'bespreken we in overleg 3' : doelTekst(goals),
  };
}

const LOPEND: readonly Button[] = [
  VOORTGANG_DOORGEVEN,
  METING_DOORGEVEN,
  SAMENWERKING,
  VOORTGANG,
  LEIDING,
];

function afgerond(beeld: Beeld, step: Step): KaartVan<typeof sample> {
  const { project } = beeld;
  const advies = aanbevelingRegels(project);
  return {
    ...liveKaart(beeld, step, naAfloop),
    slot: `${profielVan(project).texts.naam} is afgerond.`,
    uitleg: '',
    tot: '',
    reacties: '',
    maatregelen: '',
    bereikt: '',
    doelen: [],
    meer: '',
    samenvatting: samenvattingRegels(project).map((tekst) => ({ tekst })),
    advies: advies.length > 0 ? 'Aanbevolen voor het komende halfjaar:' : '',
    aanbevelingen: advies.slice(0, OP_DE_KAART).map((tekst) => ({ tekst })),
    dank: 'Bedankt voor jullie inzet. Lezen kan nog; invullen niet meer.',
  };
}
