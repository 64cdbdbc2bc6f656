import type { Beeld, Step } from '../../process/contract/contract.ts';
import { isAfgerond } from '../../process/feiten/gegevens.ts';
import { liveKaart } from '../../process/contract/live.ts';
import type { Inhoud, LiveKaart } from '../../process/vormen/live-kaart.ts';
import { overlegNr } from '../../process/feiten/overleg.ts';
import { all, one, type Project } from '../../process/feiten/project.ts';
import type { Button } from '../../process/vormen/screen.ts';
import { stap } from '../../process/feiten/geopende-stap.ts';
import { aantal } from '../../process/taal/woorden.ts';
import { termijnVan } from '../../process/stappen/termijn.ts';
import { enNog } from '../../process/taal/opsomming.ts';
import { dateText } from '../../process/taal/time.ts';
import { doel } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { norm, zonderDoel } from './doelen.ts';
import { BEOORDELING } from './knoppen.ts';
import { zonderOordeel } from './oordeel.ts';
import { LEIDING } from '../plan/knoppen.ts';
import { opDeKaart } from '../plan/overleg-zin.ts';
import { aaneengeregen } from '../../process/taal/aaneen.ts';

/** More goals than this stand behind `Bekijk de doelen`. */
const MAX_OP_KAART = 8;

/** The live card of step 4, which everybody in the conversation sees. */
export function kaart(beeld: Beeld, step: Step): LiveKaart {
  const { project, now } = beeld;
  const found = all(project, doel);
  const nu = one(project, stap, step.id);
  return liveKaart(beeld, step, {
    ...vraag(project),
    termijn: nu && termijnVan(project, now, nu, 'Klaar op'),
    lijst: found.slice(0, MAX_OP_KAART).map((goal) => ({
      tekst: kortweg(goal.texts.specifiek, 200),
      bij: kortweg(
        aaneengeregen(
          [norm(goal), `uiterlijk ${dateText(goal.facts.wanneer)}`].filter(Boolean),
          ', ',
        ),
        200,
      ),
    })),
    meer: enNog(found.length - MAX_OP_KAART, 'doel', 'doelen'),
    regels: isAfgerond(project) ? [] : stand(project),
    straks: overlegRegel(beeld),
    knoppen: knoppen(beeld),
  });
}

/** Before, during and after the overleg, and once the project is closed. */
function vraag(project: Project): Pick<Inhoud, 'vraag' | 'uitleg'> {
  const { begonnen = '', gesloten = '' } = overlegNr(project, 2)?.facts ?? {};
  const isLeeg = all(project, doel).length === 0;
  if (isAfgerond(project))
    return { vraag: isLeeg ? 'Er zijn geen doelen gemaakt.' : 'Dit wilden we bereiken.' };
  if (gesloten !== '')
    return { vraag: isLeeg ? 'Er zijn nog geen doelen.' : 'Dit willen we bereiken.' };
  if (begonnen !== '')
    return {
      vraag: 'Wat willen we bereiken?',
      uitleg: 'We bepalen nu onze doelen en bekijken of de maatregelen genoeg zijn.',
    };
  return {
    vraag: 'Wat willen we bereiken? Lees je in.',
    uitleg: 'Bekijk wat iedereen nu doet. In overleg 2 spreken we onze doelen af.',
  };
}

function overlegRegel(beeld: Beeld): string {
  const isGeweest = (overlegNr(beeld.project, 2)?.facts.gesloten ?? '') !== '';
  if (isAfgerond(beeld.project) || isGeweest) return '';
  return opDeKaart(beeld, 2).zin || 'Overleg 2 is nog niet gepland.';
}

/** What is still to be judged, and which problems nobody made a goal for. */
function stand(project: Project): string[] {
  const open = zonderOordeel(project).length;
  const zonder = zonderDoel(project).length;
  return [
    ...(open === 0
      ? []
      : [`${aantal(open, 'maatregel is', 'maatregelen zijn')} nog niet beoordeeld.`]),
    ...(zonder === 0
      ? []
      : [`${aantal(zonder, 'probleem heeft', 'problemen hebben')} nog geen doel.`]),
  ];
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
