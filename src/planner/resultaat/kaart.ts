import { enNog } from '../../process/taal/opsomming.ts';
import type { Beeld, Step } from '../../process/contract/contract.ts';
import { isAfgerond, profielVan } from '../../process/feiten/gegevens.ts';
import { liveKaart } from '../../process/contract/live.ts';
import type { Deelnemer } from '../../process/feiten/deelnemers.ts';
import { aantal } from '../../process/taal/woorden.ts';
import type { Inhoud, Jij, LiveKaart } from '../../process/vormen/live-kaart.ts';
import { all, one, type Project } from '../../process/feiten/project.ts';
import type { Button } from '../../process/vormen/screen.ts';
import { regels, trektRegels } from '../plan/uitvoeringsmatrix.ts';
import { doel } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { aanbevelingRegels, naAfloop, samenvattingRegels } from './afronden.ts';
import { melders } from './gereed.ts';
import { stap } from '../../process/feiten/geopende-stap.ts';
import { voortgangVan } from '../../process/stappen/reacties.ts';
import { termijnVan } from '../../process/stappen/termijn.ts';
import { nieuwsKnoppen, SAMENWERKING, VOORTGANG } from './knoppen.ts';
import {
  doelStand,
  doelTekst,
  doelTelling,
  isMomentOpen,
  nogTeMelden,
  nogTeMeten,
  tellingen,
} from './stand.ts';
import { LEIDING } from '../plan/knoppen.ts';

/** At most this many goals and recommendations stand on the live card; the others are behind the buttons. */
const OP_DE_KAART = 5;

/** The live card of step 6: how far rows and goals are and, after the closing, what came out (docs/bronnen.md#texts). */
export const resultaatKaart = (beeld: Beeld, step: Step): LiveKaart =>
  liveKaart(beeld, step, isAfgerond(beeld.project) ? afgerond(beeld) : lopend(beeld, step));

function lopend({ project, now }: Beeld, step: Step): Inhoud {
  const open = isMomentOpen(project, now);
  const nu = one(project, stap, step.id);
  const goals = all(project, doel);
  return {
    vraag: open ? 'Hoe gaat het met onze maatregelen?' : 'Is er nieuws? Geef het door.',
    termijn: open && nu ? termijnVan(project, now, nu, 'Tot') : undefined,
    voortgang: voortgangVan(project, melders(project)),
    feiten: cijfers(project),
    lijst: goals.slice(0, OP_DE_KAART).map((found, at) => ({
      tekst: `${at + 1}. ${kortweg(found.texts.specifiek)}`,
      bij: doelStand(project, found),
    })),
    meer: enNog(goals.length - OP_DE_KAART, 'doel', 'doelen'),
    straks: 'In overleg 3 kijken we wat we hebben bereikt.',
    knoppen: [...nieuwsKnoppen(project), ...OVERIG].map((knop, at) =>
      open && at === 0 ? { ...knop, stijl: 'positive' as const } : knop,
    ),
  };
}

function cijfers(project: Project) {
  const goals = doelTelling(project);
  const isGemeten = goals.ja + goals.deels + goals.nee > 0;
  return [
    ...(regels(project).length > 0
      ? [{ naam: 'Maatregelen', waarde: tellingTekst(tellingen(project)) }]
      : []),
    ...(isGemeten ? [{ naam: 'Doelen', waarde: doelTekst(goals) }] : []),
  ];
}

/** `1 klaar, 5 nog niet begonnen`: what there is none of is not said. */
const tellingTekst = ({
  klaar,
  loopt,
  gestopt,
  'niet gestart': nog,
}: ReturnType<typeof tellingen>): string =>
  [
    [klaar, 'klaar'],
    [loopt, 'bezig'],
    [nog, 'nog niet begonnen'],
    [gestopt, 'gestopt'],
  ]
    .filter(([n]) => n !== 0)
    .map(([n, wat]) => `${n} ${wat}`)
    .join(', ');

const OVERIG: readonly Button[] = [SAMENWERKING, VOORTGANG, LEIDING];

function afgerond({ project }: Beeld): Inhoud {
  const advies = aanbevelingRegels(project);
  return {
    vraag: `${profielVan(project).texts.naam} is afgerond.`,
    regels: [
      ...samenvattingRegels(project),
      ...(advies.length > 0 ? ['Aanbevolen voor het komende halfjaar:'] : []),
    ],
    lijst: advies.slice(0, OP_DE_KAART).map((tekst) => ({ tekst, bij: '' })),
    straks: 'Bedankt voor jullie inzet. Je kunt alles nog lezen, maar niets meer invullen.',
    knoppen: naAfloop,
  };
}

/** How step 6 stands for one person: which measures and goals wait for their news. */
export function jij({ project, now }: Beeld, lid: Deelnemer): Jij {
  const eigen = trektRegels(project, lid).length;
  const [melden, meten] = [nogTeMelden(project, lid).length, nogTeMeten(project, lid).length];
  const rest = [
    ...(melden > 0 ? [aantal(melden, 'maatregel', 'maatregelen')] : []),
    ...(meten > 0 ? [aantal(meten, 'doel', 'doelen')] : []),
  ].join(' en ');
  const moetNog = rest !== '' && isMomentOpen(project, now);
  if (moetNog) return { zin: `Van jou: nog nieuws over ${rest}.`, moetNog, knoppen: undefined };
  return {
    zin: eigen > 0 ? 'Van jou: alles is doorgegeven.' : 'Jij: je hoeft nu niets te doen.',
    moetNog,
    knoppen: undefined,
  };
}
