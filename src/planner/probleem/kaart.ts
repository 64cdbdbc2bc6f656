import type { Beeld } from '../../process/contract/contract.ts';
import { isAfgerond } from '../../process/feiten/gegevens.ts';
import { liveKaart } from '../../process/contract/live.ts';
import type { Inhoud, LiveKaart } from '../../process/vormen/live-kaart.ts';
import { isBegonnen, overlegNr } from '../../process/feiten/overleg.ts';
import { all, one, type Project } from '../../process/feiten/project.ts';
import { KNOP } from '../../process/vormen/knoppen.ts';
import type { Button } from '../../process/vormen/screen.ts';
import { isHuidig, isOpenFor, stap, type Stap } from '../../process/feiten/geopende-stap.ts';
import { stepOf } from '../../process/contract/step.ts';
import { totText } from '../../process/taal/time.ts';
import { aantal } from '../../process/taal/woorden.ts';
import { onderwerpen, probleem } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { akkoordVraag } from './agenda.ts';
import { AKKOORD, CLUSTERS, DOEI, LIJST, UITSLAG } from './regels/knoppen.ts';
import { DOORGEVEN } from '../plan/knoppen.ts';
import { akkoordVoortgang } from './lijst/draagvlak.ts';
import { STAP } from './regels/eigen.ts';
import { eersteVan } from './lijst/lijst-stand.ts';
import { openStemming, vasteLijst } from './regels/overleg1.ts';
import { stemVoortgang } from './stemming/uitslag.ts';
import { wanneerZin } from './stemming/zicht.ts';
import { LEIDING } from '../plan/knoppen.ts';
import { planZin } from '../plan/overleg-zin.ts';
import { reacties, reactieZin, voortgangVan } from '../../process/stappen/reacties.ts';
import { termijnVan } from '../../process/stappen/termijn.ts';

/** How the card of the step looks in each state; the first state that applies is used. */
export function kaart(beeld: Beeld): LiveKaart {
  const inhoud = toestand(beeld);
  return liveKaart(beeld, stepOf(beeld.traject, STAP), {
    ...inhoud,
    knoppen: isAfgerond(beeld.project) ? inhoud.knoppen : [...inhoud.knoppen, LEIDING],
  });
}

/** `5 van de 8 hebben gereageerd.`; empty where nobody is asked. */
export function gereageerdZin({ project, traject }: Pick<Beeld, 'project' | 'traject'>): string {
  const zin = reactieZin(reacties(project, stepOf(traject, STAP)));
  return zin === '' ? '' : `${zin}.`;
}

/** The same, with what the group may read about who is silent. */
export const gereageerdInGroep = (beeld: Pick<Beeld, 'project' | 'traject'>): string =>
  voortgang(beeld)?.zin ?? '';

const voortgang = ({ project, traject }: Pick<Beeld, 'project' | 'traject'>) =>
  voortgangVan(project, reacties(project, stepOf(traject, STAP)));

function toestand(beeld: Beeld): Inhoud {
  const { project, now } = beeld;
  const nu = one(project, stap, STAP);
  const isOpen =
    nu !== undefined && !isAfgerond(project) && isHuidig(project, STAP) && isOpenFor(nu, now);
  if (vasteLijst(project)) return metNogOpen(vastgesteld(beeld), isOpen, beeld);
  if (openStemming(project)) return metNogOpen(stemmend(project), isOpen, beeld);
  if (isBegonnen(project, 1)) return metNogOpen(inOverleg(beeld, isOpen), isOpen, beeld);
  return isOpen ? open(beeld, nu) : gesloten(beeld);
}

/** An overleg that begins before the deadline leaves people their time to enter. */
function metNogOpen(inhoud: Inhoud, isOpen: boolean, { project, now }: Beeld): Inhoud {
  if (!isOpen) return inhoud;
  const tot = one(project, stap, STAP)?.facts.tot ?? '';
  const wanneer = tot === '' ? '' : ` tot ${totText(tot, now)}`;
  return {
    ...inhoud,
    // What there is ends with what stands above a list.
    regels: [`Je kunt ook nog problemen doorgeven${wanneer}.`, ...(inhoud.regels ?? [])],
  };
}

const alles = (project: Project): Button => ({
  titel: `Bekijk alles (${all(project, probleem).length})`,
  verb: 'problemen',
});

/** While people can enter. */
const open = (beeld: Beeld, nu: Stap): Inhoud => ({
  vraag: 'Welke problemen zie jij?',
  termijn: termijnVan(beeld.project, beeld.now, nu, 'Tot'),
  voortgang: voortgang(beeld),
  straks: 'Daarna kiezen we in overleg 1 wat we eerst aanpakken.',
  knoppen: [
    { titel: 'Probleem doorgeven', verb: 'probleem.doorgeven', stijl: 'positive' },
    { titel: 'Ik heb niets toe te voegen', verb: 'probleem.niets' },
    alles(beeld.project),
  ],
});

/** After the deadline. */
const gesloten = (beeld: Beeld): Inhoud => ({
  vraag: 'Stap 2 is gesloten.',
  uitleg: 'Je kunt niets meer invullen.',
  voortgang: voortgang(beeld),
  regels: [tellingZin(beeld.project)],
  straks: [...overlegMoment(beeld), 'In overleg 1 kiezen we wat we eerst aanpakken.'].join(' '),
  knoppen: [
    alles(beeld.project),
    DOEI,
    { titel: 'Agenda overleg 1', verb: 'overleg', args: { nummer: '1' } },
  ],
});

/** People who may still enter keep that button, also when the overleg began before the deadline. */
const inOverleg = (beeld: Beeld, isOpen: boolean): Inhoud => ({
  ...((overlegNr(beeld.project, 1)?.facts.gesloten ?? '') === ''
    ? {
        vraag: 'Welke problemen pakken we eerst aan?',
        uitleg: 'We zijn in overleg 1. We voegen samen wat bij elkaar hoort. Daarna kiezen we.',
      }
    : {
        vraag: 'Overleg 1 is geweest.',
        uitleg: 'Er is nog geen prioriteitenlijst. De projectleider stelt die vast.',
      }),
  voortgang: voortgang(beeld),
  regels: [
    tellingZin(beeld.project),
    samengevoegdZin(onderwerpen(beeld.project).filter(({ isCluster }) => isCluster).length),
  ],
  knoppen: [
    CLUSTERS,
    DOEI,
    isOpen ? DOORGEVEN : { titel: 'Bekijk het voorstel', verb: 'lijst' },
    KNOP.agenda,
  ],
});

const samengevoegdZin = (n: number) =>
  n === 0
    ? 'Er is nog niets samengevoegd.'
    : `Er ${n === 1 ? 'is' : 'zijn'} al ${aantal(n, 'groep', 'groepen')} problemen.`;

const wanneer = (project: Project): string => {
  const nu = openStemming(project);
  return nu ? wanneerZin(nu) : '';
};

const stemmend = (project: Project): Inhoud => ({
  vraag: 'Stem mee: wat is het belangrijkst?',
  uitleg: wanneer(project),
  voortgang: stemVoortgang(project),
  straks: 'De projectleider sluit de stemming.',
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

/** Once the list is fixed. */
function vastgesteld({ project, now }: Beeld): Inhoud {
  const args = { lijst: String(vasteLijst(project)?.rev ?? 0) };
  const asks: Button[] = [
    { titel: 'Akkoord', verb: 'akkoord.geven', args, stijl: 'positive' },
    { titel: 'Niet akkoord', verb: 'akkoord.niet', args },
  ];
  return {
    vraag: isAfgerond(project) ? 'Dit pakten we eerst aan.' : 'Ben je het eens met deze lijst?',
    voortgang: akkoordVoortgang(project),
    lijst: eersteVan(project).map(({ naam }, at) => ({
      tekst: `${at + 1}. ${kortweg(naam, 120)}`,
      bij: '',
    })),
    regels: [
      ...akkoordVraag({ project, now }),
      ...(isAfgerond(project) ? [] : ['Dit pakken we eerst aan:']),
    ],
    straks: isAfgerond(project) ? '' : 'Niet akkoord? Dan schrijf je op wat je anders wilt.',
    // There is room for one more beside the question; who agrees stands with the list.
    knoppen: isAfgerond(project) ? [LIJST, AKKOORD] : [...asks, LIJST, KNOP.agenda],
  };
}

/** `Er zijn 23 problemen. 9 daarvan hebben prioriteit hoog.` */
export function tellingZin(project: Project): string {
  const alles_ = all(project, probleem);
  const hoog = alles_.filter(({ facts }) => facts.prioriteit === 'hoog').length;
  const n = alles_.length;
  if (n === 0) return 'Er zijn geen problemen doorgegeven.';
  if (hoog === 0)
    return n === 1
      ? 'Er is 1 probleem, niet met prioriteit hoog.'
      : `Er zijn ${n} problemen, geen met prioriteit hoog.`;
  if (hoog === n)
    return n === 1
      ? 'Er is 1 probleem, met prioriteit hoog.'
      : `Er zijn ${n} problemen, allemaal met prioriteit hoog.`;
  return `Er zijn ${n} problemen. ${hoog} daarvan ${hoog === 1 ? 'heeft' : 'hebben'} prioriteit hoog.`;
}

/** `Overleg 1 is op di 19 januari, 10.00 uur.`; none while it is not planned. */
export function overlegMoment(beeld: Pick<Beeld, 'project' | 'now'>): string[] {
  return planZin(beeld, 1);
}
