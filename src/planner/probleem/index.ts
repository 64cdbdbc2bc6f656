import { stapZoalsGelezen } from '../../process/contract/gelezen.ts';
import type { Beeld, Check, Step, Taak, Voorwaarde } from '../../process/contract/contract.ts';
import { leads } from '../../process/feiten/deelnemers.ts';
import type { Deelnemer } from '../../process/feiten/deelnemers.ts';
import { all, one } from '../../process/feiten/project.ts';
import { item, type Groep } from '../../process/vormen/screen.ts';
import { isGeopend, isHuidig, isOpenFor, stap } from '../../process/feiten/geopende-stap.ts';
import { totText } from '../../process/taal/time.ts';
import { aantal } from '../../process/taal/woorden.ts';
import { lijstVan } from '../plan/lijst.ts';
import { problemenMee } from '../plan/meenemen.ts';
import { doei, naamVanOnderwerp, onderwerpen, probleem as kindProbleem } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { akkoordWeergaven } from './lijst/akkoord-weergave.ts';
import { akkoordActies } from './lijst/akkoord.ts';
import { berichten } from './berichten.ts';
import { clusterWeergaven } from './clusters/cluster-weergave.ts';
import { clusterActies } from './clusters/clusters.ts';
import { fotoplekken } from './invoer/fotos.ts';
import { doeiActies, doeiZin, isDoeiOpenbaar } from './invoer/doei.ts';
import { akkoordZin, antwoordVan, draagvlak, draagvlakZinnen } from './lijst/draagvlak.ts';
import { STAP } from './regels/eigen.ts';
import { gevolgActies } from './clusters/gevolgen.ts';
import { momenten } from './momenten.ts';
import { reacties, reactieZin } from '../../process/stappen/reacties.ts';
import { hoofdstukken } from './hoofdstuk.ts';
import { poster } from './poster.ts';
import { gereageerdInGroep, kaart, overlegMoment, tellingZin } from './kaart.ts';
import { ALLES, LIJST, SLUITEN } from './regels/knoppen.ts';
import { DOORGEVEN, VASTSTELLEN } from '../plan/knoppen.ts';
import { verbanden, verbandZin } from './regels/kring.ts';
import { akkoordTot, eersteVan, geordend } from './lijst/lijst-stand.ts';
import { inbreng } from './lijst/inbreng.ts';
import { lijstWeergaven } from './lijst/lijst-weergave.ts';
import { redenActies } from './lijst/reden.ts';
import { weerwoordActies } from './lijst/weerwoord.ts';
import { zonderReden } from './lijst/zonder-reden.ts';
import { lijstActies, lijstTerug, lijstZonder } from './lijst/lijst.ts';
import { openStemming, vasteLijst } from './regels/overleg1.ts';
import { overzichtWeergaven } from './invoer/overzicht.ts';
import { probleemActies } from './invoer/problemen.ts';
import { jij } from './jij.ts';
import { heeftGereageerd, reactieActies } from './invoer/reageren.ts';
import { stemActies, stemWeergaven } from './stemming/stemmen.ts';
import { stemmingActies } from './stemming/stemming.ts';
import { gestemd } from './stemming/stemmen-nu.ts';
import { vertrouwelijkActies } from './invoer/vertrouwelijk.ts';
import { detailWeergaven } from './invoer/weergave.ts';

/** Step 2: people give and rate problems; overleg 1 makes a list of them that the group carries. */
export const probleem: Step = stapZoalsGelezen({
  id: STAP,
  nummer: 2,
  naam: 'Wat is het probleem?',
  inHetKort: 'Iedereen vertelt wat er speelt. Daarna kiezen we in het overleg wat eerst moet.',
  doel: 'Het doel van stap 2 is de veiligheidsopgave zo goed mogelijk in kaart te brengen.',
  werk: [
    { wat: 'interactieve probleembepaling', wijze: 'online' },
    { wat: 'bepalen van de prioriteiten', wijze: 'overleg' },
  ],
  heeftInvoer: true,
  streefvraag: '',
  acties: [
    ...probleemActies,
    ...reactieActies,
    ...vertrouwelijkActies,
    ...doeiActies,
    ...clusterActies,
    ...gevolgActies,
    ...stemmingActies,
    ...stemActies,
    ...lijstActies,
    ...akkoordActies,
    ...redenActies,
    ...weerwoordActies,
  ],
  weergaven: [
    ...overzichtWeergaven,
    ...detailWeergaven,
    ...clusterWeergaven,
    ...stemWeergaven,
    ...lijstWeergaven,
    ...akkoordWeergaven,
  ],
  kaart,
  jij,
  heeftGereageerd,
  gereed,
  voorwaarde,
  teruggenomen: lijstTerug,
  inbreng,
  zonderReden,
  samenvatting: ({ project, traject, now }) => ({
    titel: 'Stap 2 is gesloten.',
    regels: [
      'Je kunt niets meer invullen.',
      gereageerdInGroep({ project, traject }),
      tellingZin(project),
      ...overlegMoment({ project, now }),
    ].filter((regel) => regel !== ''),
    knoppen: [ALLES, { titel: 'Agenda overleg 1', verb: 'overleg', args: { nummer: '1' } }],
  }),
  berichten,
  momenten,
  moetReageren: () => true,
  kortom: () => '',
  fotoplekken,
  verzoeken: () => [],
  meenemen: problemenMee,
  hoofdstukken,
  poster,
  plan,
  taken,
});

function gereed(beeld: Beeld): readonly Check[] {
  const { project } = beeld;
  const wie = reacties(project, probleem);
  const n = all(project, kindProbleem).length;
  const lijst = vasteLijst(project);
  const carried = draagvlak(project);
  return [
    { klaar: n > 0, zin: n === 0 ? 'Nog geen problemen' : aantal(n, 'probleem', 'problemen') },
    ...(wie.gevraagd.length === 0 ? [] : [{ klaar: wie.stil.length === 0, zin: reactieZin(wie) }]),
    ...(openStemming(project) ? [{ klaar: false, zin: 'De stemming is nog open' }] : []),
    {
      klaar: lijst !== undefined,
      zin: lijst
        ? `Prioriteitenlijst (${eersteVan(project).length})`
        : 'Nog geen prioriteitenlijst',
    },
    ...(lijst && carried.mensen > 0
      ? [
          {
            klaar: carried.akkoord === carried.mensen,
            zin: akkoordZin(carried),
          },
        ]
      : []),
  ];
}

/** Step 3 is about the problems of the list. Without one it is about all of them. */
function voorwaarde({ project }: Beeld): Voorwaarde | undefined {
  if (vasteLijst(project)) return undefined;
  const events = lijstZonder(project);
  if (onderwerpen(project).length === 0)
    return {
      mist: 'Er zijn nog geen problemen.',
      zonder: 'Dan is er in stap 3 nog niets om in te vullen.',
      knoppen: [DOORGEVEN],
      events,
    };
  const n = onderwerpen(project).length;
  const welke = n === 1 ? 'het ene probleem' : `alle ${n} problemen`;
  return {
    mist: 'Er is nog geen prioriteitenlijst.',
    zonder: lijstVan(project)
      ? 'Start je zo? Dan gaat de groep verder met de lijst zoals die was.'
      : `Start je zonder lijst? Dan gaat de groep verder met ${welke}, in de voorgestelde volgorde.`,
    knoppen: [openStemming(project) ? SLUITEN : VASTSTELLEN],
    events,
  };
}

/** Its part of the plan: what everybody may read. */
function plan({ project }: Beeld): readonly Groep[] {
  const isFixed = vasteLijst(project) !== undefined;
  const eerst = eersteVan(project).length;
  const shown = isFixed ? geordend(project) : onderwerpen(project);
  const items = shown.map(({ naam, problemen, isCluster }, at) =>
    item(isFixed ? `${at + 1}. ${naam}` : naam, [
      ...(isFixed && at < eerst ? ['Dit pakken we het eerst aan.'] : []),
      ...(isCluster ? [aantal(problemen.length, 'probleem', 'problemen')] : []),
    ]),
  );
  const known = all(project, doei).filter(
    (found) => !found.facts.mondeling && isDoeiOpenbaar(project, found),
  );
  return [
    {
      kop: '2 Wat is het probleem?',
      items: [
        item(
          tellingZin(project),
          isFixed ? draagvlakZinnen(project) : ['Er is nog geen prioriteitenlijst.'],
        ),
        ...items,
      ],
    },
    {
      kop: 'Oorzaak en gevolg',
      items: verbanden(project).map((link) => item(verbandZin(project, link))),
    },
    {
      kop: 'Cijfers, onderzoek, ervaringen en inzichten',
      items: known.map((found) =>
        item(kortweg(naamVanOnderwerp(project, found.facts.over), 120), [doeiZin(project, found)]),
      ),
    },
  ].filter((groep) => groep.items.length > 0);
}

function taken({ project, now }: Beeld, lid: Deelnemer): readonly Taak[] {
  return [...invoerTaken(project, now, lid), ...overlegTaken(project, now, lid)];
}

function invoerTaken(project: Beeld['project'], now: string, lid: Deelnemer): Taak[] {
  const step = one(project, stap, STAP);
  if (!step || !isHuidig(project, STAP) || !isOpenFor(step, now) || heeftGereageerd(project, lid))
    return [];
  return [
    {
      zin: 'Geef door welke problemen jij ziet.',
      wanneer: step.facts.tot === '' ? '' : `tot ${totText(step.facts.tot, now)}`,
      op: step.facts.tot,
      knoppen: [DOORGEVEN, { titel: 'Ik heb niets toe te voegen', verb: 'probleem.niets' }],
    },
  ];
}

function overlegTaken(project: Beeld['project'], now: string, lid: Deelnemer): Taak[] {
  const nu = openStemming(project);
  const lijst = vasteLijst(project);
  const args = { lijst: String(lijst?.rev ?? 0) };
  const stem: Taak = {
    zin: 'Stem mee over de problemen.',
    wanneer: '',
    op: '',
    knoppen: [{ titel: 'Stemmen', verb: 'stem', args: { ronde: String(nu?.facts.ronde ?? 0) } }],
  };
  const akkoord: Taak = {
    zin: 'Laat weten of je het eens bent met de prioriteitenlijst.',
    wanneer: akkoordTot(project, now) === '' ? '' : `tot ${akkoordTot(project, now)}`,
    op: lijst?.facts.tot ?? '',
    knoppen: [
      { titel: 'Akkoord', verb: 'akkoord.geven', args },
      { titel: 'Niet akkoord', verb: 'akkoord.niet', args },
      LIJST,
    ],
  };
  const vaststellen: Taak = {
    zin: 'Sluit de stemming, en stel de prioriteitenlijst vast.',
    wanneer: '',
    op: '',
    knoppen: [SLUITEN],
  };
  return [
    ...(nu && !gestemd(project).includes(lid.id) ? [stem] : []),
    ...(nu && leads(lid) ? [vaststellen] : []),
    // Once the goals are made of it, the list is settled.
    ...(lijst && !isGeopend(project, 'doelstellingen') && !antwoordVan(project, lid.id)
      ? [akkoord]
      : []),
  ];
}
