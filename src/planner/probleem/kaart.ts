import type { Beeld } from '../../process/contract/contract.ts';
import type sample from '../../../cards/probleem.sample.json';
import { isAfgerond } from '../../process/feiten/gegevens.ts';
import { liveKaart } from '../../process/contract/live.ts';
import type { KaartVan } from '../../process/vormen/live-kaart.ts';
import { isBegonnen, overlegNr } from '../../process/feiten/overleg.ts';
import { all, one, type Project } from '../../process/feiten/project.ts';
import { KNOP } from '../../process/vormen/knoppen.ts';
import type { Button } from '../../process/vormen/screen.ts';
import { isHuidig, isOpenFor, stap } from '../../process/feiten/geopende-stap.ts';
import { stepOf } from '../../process/contract/step.ts';
import { totText } from '../../process/taal/time.ts';
import { aantal } from '../../process/taal/woorden.ts';
import { onderwerpen, probleem } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { akkoordVraag } from './agenda.ts';
import { AKKOORD, CLUSTERS, DOEI, LIJST, UITSLAG } from './regels/knoppen.ts';
import { DOORGEVEN } from '../plan/knoppen.ts';
import { draagvlakZinnen } from './lijst/draagvlak.ts';
import { STAP } from './regels/eigen.ts';
import { eersteVan } from './lijst/lijst-stand.ts';
import { openStemming, vasteLijst } from './regels/overleg1.ts';
import { stand } from './stemming/uitslag.ts';
import { LEIDING } from '../plan/knoppen.ts';
import { planZin } from '../plan/overleg-zin.ts';
import { reacties, reactiesVoorGroep, reactieZin } from '../../process/stappen/reacties.ts';

/** The text of the card in each state of the step; the first state that applies is used. */
interface Toestand {
  kop: string;
  uitleg: string;
  /** `online` or `in overleg 1` (A31, A32). */
  wijze: string;
  regels: readonly string[];
  knoppen: readonly Button[];
}

const alles = (project: Project): Button => ({
  titel: `Bekijk alles (${all(project, probleem).length})`,
  verb: 'problemen',
});

export function kaart(beeld: Beeld): KaartVan<typeof sample> {
  const { project } = beeld;
  const { kop, uitleg, wijze, regels, knoppen } = toestand(beeld);
  const isFixed = vasteLijst(project) !== undefined;
  return {
    ...liveKaart(beeld, stepOf(beeld.traject, STAP), [
      ...knoppen,
      ...(isAfgerond(project) ? [] : [LEIDING]),
    ]),
    kop,
    uitleg,
    wijze,
    // How many responded. Once the list is fixed the card asks for something else.
    gereageerd: isFixed ? '' : gereageerdInGroep(beeld),
    regels: regels.map((tekst) => ({ tekst })),
    lijst: isFixed
      ? eersteVan(project).map(({ naam }, at) => ({ tekst: `${at + 1}. ${kortweg(naam, 120)}` }))
      : [],
  };
}

/** `5 van de 8 hebben gereageerd.`; empty where nobody is asked. */
export function gereageerdZin({ project, traject }: Pick<Beeld, 'project' | 'traject'>): string {
  const zin = reactieZin(reacties(project, stepOf(traject, STAP)));
  return zin === '' ? '' : `${zin}.`;
}

/** The same, with what the group may read about who is silent. */
export const gereageerdInGroep = ({ project, traject }: Pick<Beeld, 'project' | 'traject'>) =>
  reactiesVoorGroep(project, reacties(project, stepOf(traject, STAP)));

function toestand(beeld: Beeld): Toestand {
  const { project, now } = beeld;
  const step = one(project, stap, STAP);
  const isOpen =
    step !== undefined && !isAfgerond(project) && isHuidig(project, STAP) && isOpenFor(step, now);
  if (!isBegonnen(project, 1) && !vasteLijst(project) && !openStemming(project))
    return isOpen ? open(project, step.facts.tot, now) : gesloten(beeld);
  const nu = overleg1(beeld, isOpen);
  // An overleg that begins before the deadline leaves people their time to enter.
  return isOpen ? { ...nu, regels: [...nu.regels, totZin(step.facts.tot, now)] } : nu;
}

function overleg1(beeld: Beeld, isOpen: boolean): Toestand {
  const { project } = beeld;
  if (vasteLijst(project)) return vastgesteld(beeld);
  return openStemming(project) ? stemmend(project) : inOverleg(project, isOpen);
}

const totZin = (tot: string, now: string) =>
  tot === ''
    ? 'Problemen doorgeven kan nog.'
    : `Problemen doorgeven kan nog tot ${totText(tot, now)}.`;

/** Before and during overleg 1 the work is done in it; afterwards it was done. */
const wijzeNu = (project: Project) =>
  (overlegNr(project, 1)?.facts.gesloten ?? '') === '' ? 'in overleg 1' : 'na overleg 1';

/** The card while people can enter. */
const open = (project: Project, tot: string, now: string): Toestand => ({
  kop: 'Welke problemen zie jij?',
  uitleg: `${tot === '' ? 'Geef ze door.' : `Geef ze door tot ${totText(tot, now)}. Daarna kan het niet meer.`} In overleg 1 kiezen we wat we eerst aanpakken.`,
  wijze: 'online',
  regels: [],
  knoppen: [
    { titel: 'Probleem doorgeven', verb: 'probleem.doorgeven', stijl: 'positive' },
    { titel: 'Ik heb niets toe te voegen', verb: 'probleem.niets' },
    alles(project),
  ],
});

/** The card after the deadline. */
const gesloten = ({ project, now }: Beeld): Toestand => ({
  kop: 'Stap 2 is gesloten.',
  uitleg: 'Invullen kan niet meer. In overleg 1 kiezen we wat we eerst aanpakken.',
  wijze: 'in overleg 1',
  regels: [tellingZin(project), ...overlegMoment({ project, now })],
  knoppen: [
    alles(project),
    DOEI,
    { titel: 'Agenda overleg 1', verb: 'overleg', args: { nummer: '1' } },
  ],
});

/** People who may still enter keep that button, also when the overleg began before the deadline. */
const inOverleg = (project: Project, isOpen: boolean): Toestand => ({
  ...((overlegNr(project, 1)?.facts.gesloten ?? '') === ''
    ? {
        kop: 'Overleg 1: welke problemen pakken we eerst aan?',
        uitleg: 'We voegen samen wat bij elkaar hoort. Daarna kiezen we.',
      }
    : {
        kop: 'Overleg 1 is geweest.',
        uitleg: 'Er is nog geen prioriteitenlijst. De projectleider stelt die vast.',
      }),
  wijze: wijzeNu(project),
  regels: [
    tellingZin(project),
    samengevoegdZin(onderwerpen(project).filter(({ isCluster }) => isCluster).length),
  ],
  knoppen: [
    CLUSTERS,
    DOEI,
    isOpen ? DOORGEVEN : { titel: 'Bekijk het voorstel', verb: 'lijst' },
    KNOP.agenda,
  ],
});

const samengevoegdZin = (n: number) =>
  n === 0 ? 'Nog niets samengevoegd.' : `Samengevoegd: ${aantal(n, 'cluster', 'clusters')}.`;

const stemmend = (project: Project): Toestand => ({
  kop: 'De stemming is open.',
  uitleg: 'Je ziet de uitslag als je hebt gestemd.',
  wijze: wijzeNu(project),
  regels: [stand(project)],
  knoppen: [
    {
      titel: 'Stemmen',
      verb: 'stem',
      args: { ronde: String(openStemming(project)?.facts.ronde ?? 0) },
      stijl: 'positive',
    },
    UITSLAG,
    { titel: 'Bekijk de problemen', verb: 'lijst' },
    KNOP.agenda,
  ],
});

/** The card once the list is fixed. */
function vastgesteld({ project, now }: Beeld): Toestand {
  const args = { lijst: String(vasteLijst(project)?.rev ?? 0) };
  const asks: Button[] = [
    { titel: 'Akkoord', verb: 'akkoord.geven', args, stijl: 'positive' },
    { titel: 'Niet akkoord', verb: 'akkoord.niet', args },
  ];
  return {
    kop: 'Ben je het eens met deze lijst?',
    uitleg: 'Dit pakken we eerst aan.',
    wijze: wijzeNu(project),
    regels: [...draagvlakZinnen(project), ...akkoordVraag({ project, now })],
    // There is room for one more beside the question; who agrees stands with the list.
    knoppen: isAfgerond(project) ? [LIJST, AKKOORD] : [...asks, LIJST, KNOP.agenda],
  };
}

/** `Er zijn 23 problemen; 9 hebben prioriteit hoog.` */
export function tellingZin(project: Project): string {
  const alles_ = all(project, probleem);
  const hoog = alles_.filter(({ facts }) => facts.prioriteit === 'hoog').length;
  const n = alles_.length;
  if (n === 0) return 'Er zijn geen problemen doorgegeven.';
  if (hoog === 0)
    return n === 1
      ? 'Er is 1 probleem, niet met prioriteit hoog.'
      : `Er zijn ${n} problemen, geen met prioriteit hoog.`;
  return `Er ${n === 1 ? 'is' : 'zijn'} ${aantal(n, 'probleem', 'problemen')}; ${hoog} ${hoog === 1 ? 'heeft' : 'hebben'} prioriteit hoog.`;
}

/** `Overleg 1 is op di 19 januari, 10.00 uur.`; none while it is not planned. */
export function overlegMoment(beeld: Pick<Beeld, 'project' | 'now'>): string[] {
  return planZin(beeld, 1);
}
