import type { Beeld, Step } from '../../process/contract/contract.ts';
import type sample from '../../../cards/doelstellingen.sample.json';
import { isAfgerond } from '../../process/feiten/gegevens.ts';
import { liveKaart } from '../../process/contract/live.ts';
import type { KaartVan } from '../../process/vormen/live-kaart.ts';
import { overlegNr } from '../../process/feiten/overleg.ts';
import { all, one, type Project } from '../../process/feiten/project.ts';
import type { Button } from '../../process/vormen/screen.ts';
import { stap } from '../../process/feiten/geopende-stap.ts';
import { enNog } from '../../process/taal/opsomming.ts';
import { dateText, dayText } from '../../process/taal/time.ts';
import { doel, maatregel } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { norm, zonderDoel } from './doelen.ts';
import { BEOORDELING } from './knoppen.ts';
import { zonderOordeel } from './oordeel.ts';
import { LEIDING } from '../plan/knoppen.ts';
import { opDeKaart } from '../plan/overleg-zin.ts';
import { aaneengeregen } from '../../process/taal/aaneen.ts';

/** More goals than this stand behind `Bekijk de doelen`. */
const MAX_OP_KAART = 8;

/** The data of the live card of step 4, which everybody in the conversation sees. */
export function kaart(beeld: Beeld, step: Step): KaartVan<typeof sample> {
  const { project } = beeld;
  const found = all(project, doel);
  return {
    ...liveKaart(beeld, step, knoppen(beeld)),
    uitleg: uitleg(project),
    overleg: overlegRegel(beeld),
    streefdatum: streefdatum(beeld),
    doelen: found.slice(0, MAX_OP_KAART).map((goal) => ({
      tekst: kortweg(goal.texts.specifiek, 200),
      norm: kortweg(
        aaneengeregen(
          [norm(goal), `uiterlijk ${dateText(goal.facts.wanneer)}`].filter(Boolean),
          ', ',
        ),
        200,
      ),
    })),
    meer: enNog(found.length - MAX_OP_KAART, 'doel', 'doelen'),
    stand: stand(project),
  };
}

/** Before, during and after the overleg, and once the project is closed. */
function uitleg(project: Project): string {
  const meeting = overlegNr(project, 2)?.facts;
  const isLeeg = all(project, doel).length === 0;
  if (isAfgerond(project))
    return isLeeg ? 'Er zijn geen doelen gemaakt.' : 'Dit wilden we bereiken.';
  if (meeting && meeting.gesloten !== '')
    return isLeeg ? 'Er zijn nog geen doelen.' : 'Dit willen we bereiken.';
  if (meeting && meeting.begonnen !== '') {
    return 'We bepalen nu onze doelen en bekijken of de maatregelen genoeg zijn.';
  }
  return 'In overleg 2 bepalen we wat we willen bereiken. Lees je in: wat doet iedereen nu?';
}

function overlegRegel(beeld: Beeld): string {
  const isGeweest = (overlegNr(beeld.project, 2)?.facts.gesloten ?? '') !== '';
  if (isAfgerond(beeld.project) || isGeweest) return '';
  return opDeKaart(beeld, 2).zin || 'Overleg 2 is nog niet gepland.';
}

/** The date of this step locks no one. */
function streefdatum({ project, now }: Beeld): string {
  const facts = one(project, stap, 'doelstellingen')?.facts;
  if (isAfgerond(project) || !facts || facts.datum === '') return '';
  return `De doelen zijn klaar op ${dayText(facts.datum, now)}.`;
}

function stand(project: Project): string {
  const { length } = all(project, maatregel);
  const open = zonderOordeel(project).length;
  const goals = zonderDoel(project).length;
  const missing = goals === 0 ? '' : ` Problemen zonder doel: ${goals}.`;
  if (length === 0) return `Er zijn nog geen maatregelen.${missing}`;
  return `Maatregelen: ${length}, nog zonder oordeel: ${open}.${missing}`;
}

/** Who comes is asked as long as the overleg is still to be held: goals, and who tells what, come out of it. */
function knoppen(beeld: Beeld): Button[] {
  const { project } = beeld;
  const doelen = { titel: `Bekijk de doelen (${all(project, doel).length})`, verb: 'doelen' };
  const wieGeeft = { titel: 'Wie geeft wat door?', verb: 'monitoring' };
  if (isAfgerond(project)) return [BEOORDELING, doelen, wieGeeft];
  const komst = opDeKaart(beeld, 2).knoppen;
  const agenda = { titel: 'Agenda overleg 2', verb: 'overleg' };
  return komst.length > 0
    ? [...komst, agenda, BEOORDELING, LEIDING]
    : [BEOORDELING, doelen, wieGeeft, agenda, LEIDING];
}
