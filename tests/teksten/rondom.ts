import { trajecten } from '../../src/process/contract/trajecten.ts';
import { planner } from '../../src/planner/index.ts';
import type { Beeld, Lezing } from '../../src/process/contract/contract.ts';
import type { OutboxMessage } from '../../src/process/contract/decision.ts';
import { leden } from '../../src/process/feiten/deelnemers.ts';
import { klokVan } from '../../src/process/klok/klok.ts';
import { gepland } from '../../src/process/klok/tik.ts';
import type { Project } from '../../src/process/feiten/project.ts';
import { posterTekst } from '../../src/process/vormen/poster.ts';
import { geopend } from '../../src/process/feiten/geopende-stap.ts';
import { agendaVan } from '../../src/process/stukken/agenda.ts';
import { aanbodVan, klusVan } from '../../src/process/stukken/aanbod.ts';
import type { Klus } from '../../src/process/stukken/klus.ts';
import type { Button } from '../../src/process/vormen/screen.ts';
import { hoofdstukkenVan } from '../../src/process/weergaven/hoofdstukken.ts';
import { verloopHoofdstuk } from '../../src/process/weergaven/hoofdstuk-verloop.ts';
import { posterVan } from '../../src/process/weergaven/poster.ts';
import { voorIedereen } from '../../src/process/feiten/vertrouwelijk.ts';
import { drawLive } from '../../src/teams/cards/drawing.ts';
import { knoppen } from '../cards/kaarten.ts';
import { alleTekst, inBericht, inHoofdstuk, opKaart, opPapier } from './lezen.ts';
import { berichtenVan, ctxVan, na, type Lezer, type Stand } from './stand.ts';
import type { Meld } from './vel.ts';

type Knop = Pick<Button, 'verb' | 'args'>;

const beeldVan = ({ project, now }: Stand): Beeld => ({ project, now, traject: planner });

/** The live card of each step, as it is drawn. Returns its buttons. */
export function kaarten(stand: Stand, meld: Meld): Knop[] {
  const style = {
    trajecten: trajecten(planner),
    forms: 'dialoog',
    cards: 'teams',
    now: () => stand.now,
  } as const;
  return geopend(stand.project).flatMap(({ id }) => {
    const { card = {}, summary = '' } = drawLive(style, stand.project, id);
    meld(`kaart ${id}`, [summary, ...opKaart(card)]);
    return knoppen(card);
  });
}

/** What the group may read at some time about what is there now. Returns its buttons. */
export function groepsberichten(stand: Stand, meld: Meld): Knop[] {
  return teZeggen(stand).flatMap((message) =>
    berichtenVan(stand.project, stand.now, message).flatMap(({ soort, bericht }) => {
      meld(`bericht ${soort}`, inBericht(bericht));
      return bericht.knoppen;
    }),
  );
}

function teZeggen({ project }: Stand): OutboxMessage[] {
  const [eerste, ...anderen] = leden(project).map(({ id }) => id);
  const wie = anderen[2] ?? eerste ?? '';
  const open = geopend(project);
  const stappen = open.map(({ id }) => id);
  const metDatum = open.filter(({ facts }) => facts.datum !== '').map(({ id }) => id);
  const nummers = planner.overleggen.map((_, at) => at + 1);
  const eigen = planner.stappen
    .filter(({ id }) => stappen.includes(id))
    .flatMap((step) => Object.keys(step.berichten));
  return [
    { soort: 'welkom', facts: { wie: [wie] } },
    { soort: 'welkom', facts: { wie: leden(project).map(({ id }) => id) } },
    { soort: 'vertrokken', facts: { wie: [wie] } },
    { soort: 'vertrokken', facts: { wie: leden(project).map(({ id }) => id) } },
    { soort: 'weggehaald', facts: {} },
    { soort: 'aanvraag', facts: { wie } },
    { soort: 'nieuwe-projectleider', facts: { wie } },
    { soort: 'antwoord', facts: {} },
    { soort: 'nagekomen', facts: { van: wie } },
    { soort: 'beeld', facts: { wat: 'plan' } },
    ...stappen.map((stap) => ({ soort: 'samenvatting', facts: { stap } })),
    ...metDatum.flatMap((stap) =>
      [true, false].map((heropend) => ({ soort: 'deadline', facts: { stap, was: '', heropend } })),
    ),
    ...[...new Set(nummers)].flatMap((nummer) => [
      { soort: 'overleg-gepland', facts: { nummer } },
      { soort: 'overleg-gepland', facts: { nummer, was: '2027-01-11 10:00' } },
      { soort: 'agenda', facts: { nummer } },
      { soort: 'agenda', facts: { nummer, definitief: true } },
      { soort: 'overleg-gesloten', facts: { nummer } },
    ]),
    ...eigen.map((soort) => ({ soort, facts: { nummer: 2 } })),
  ];
}

/** What the clock plans, and what it says when nobody does anything any more, so many times. */
export function klok(stand: Stand, meld: Meld, tikken: number): void {
  for (const { naam, vraag } of gepland(beeldVan(stand))) {
    const { aan = [], regels = [], onderons, knoppen: onder = [] } = vraag?.() ?? {};
    const [iemand] = [...aan, ...leden(stand.project)];
    const eigen = iemand ? (onderons?.(iemand) ?? []) : [];
    meld('klok gepland', [naam, ...regels, ...eigen, ...onder.map(({ titel }) => `[${titel}]`)]);
  }
  vragen(stand, meld);
  const { tik, volgende } = klokVan(trajecten(planner));
  let { project } = stand;
  for (let keer = 0; keer < tikken; keer++) {
    const now = volgende(project, stand.now);
    const gedaan = now === undefined ? undefined : tik(project, now);
    if (now === undefined || !gedaan) return;
    project = na(project, 'klok', now, gedaan);
    for (const message of gedaan.messages) zegt(project, now, message, meld);
  }
}

/** What is planned, one of each kind, as it would be asked now: of the group, of who leads, and of somebody else. */
function vragen(stand: Stand, meld: Meld): void {
  const [leider, ...rest] = leden(stand.project).map(({ id }) => id);
  const eerste = new Map(
    gepland(beeldVan(stand))
      .filter(({ vraag }) => vraag)
      .map((moment) => [moment.reeks.split('.')[0], moment]),
  );
  for (const { reeks, op } of eerste.values()) {
    const facts = { reeksen: [{ reeks, op }] };
    zegt(stand.project, stand.now, { soort: 'herinnering', facts }, meld);
    for (const aan of [leider, rest[0], rest[2]].filter((id) => id !== undefined))
      zegt(stand.project, stand.now, { soort: 'persoonlijk', facts: { ...facts, aan } }, meld);
  }
}

const zegt = (project: Project, now: string, message: OutboxMessage, meld: Meld) => {
  for (const { soort, bericht } of berichtenVan(project, now, message))
    meld(`bericht ${soort}`, inBericht(bericht));
};

/** What a reader may read off: chapters, what is on the agendas, and what is ready. */
export function hoofdstukken(stand: Stand, lezer: Lezer, meld: Meld): Knop[] {
  const lezing = lezingVan(stand, lezer);
  const found = hoofdstukkenVan(lezing);
  for (const one of found) meld(`hoofdstuk ${one.id}`, inHoofdstuk(one));
  meld('hoofdstuk verloop', inHoofdstuk(verloopHoofdstuk(lezing, stand.log)));
  return found.flatMap(({ knoppen: onder, delen }) => [
    ...onder,
    ...delen.flatMap((deel) =>
      deel.soort === 'tabel' ? deel.rijen.flatMap((r) => r.knoppen) : [],
    ),
  ]);
}

function lezingVan(stand: Stand, lezer: Lezer): Lezing {
  const { actor } = ctxVan(stand, lezer, stand.project, '');
  return { ...beeldVan(stand), lezer: actor };
}

/** The agendas of all overleggen, each line with what is known and what one can do there. */
export function agendas(stand: Stand, lezer: Lezer, meld: Meld): void {
  const beeld = { ...beeldVan(stand), project: voorIedereen(stand.project) };
  for (const step of planner.stappen) {
    meld(
      `klaar ${step.id}`,
      step.gereed(beeld).map(({ klaar, zin }) => `${klaar ? '✔' : '○'} ${zin}`),
    );
    const soorten = planner.overleggen.filter(({ stappen }) => stappen[0] === step.id);
    for (const regel of soorten.flatMap(({ agenda }) => agenda))
      meld(`agenda ${step.id}.${regel.id}`, [
        regel.tekst,
        ...regel.gegevens(beeld),
        ...regel.knoppen(beeld).map(({ titel }) => `[${titel}]`),
        regel.isGedaan(beeld) ? '✔' : '○',
        ...zichtbaar(regel.werk({ ...lezingVan(stand, lezer), project: beeld.project })),
      ]);
  }
}

/** What is in it to steer by, and not to read. */
const BESTURING = [
  'id',
  'verb',
  'args',
  'soort',
  'velden',
  'vult',
  'veld',
  'delen',
  'over',
  'lijktOp',
  'oorzaak',
  'gevolg',
];

const zichtbaar = (data: unknown): string[] =>
  alleTekst(
    JSON.parse(
      JSON.stringify(data, (key, value: unknown) => (BESTURING.includes(key) ? undefined : value)),
    ),
  );

/** The plan at a glance, what goes into a calendar, and every file that one can have. */
export function bestanden(stand: Stand, lezer: Lezer, meld: Meld): void {
  const lezing = lezingVan(stand, lezer);
  meld('beeld', posterTekst(posterVan(lezing)));
  meld('agenda als bestand', alleTekst(agendaVan(lezing).items.map(({ uid: _, ...rest }) => rest)));
  for (const { kop, titel, vorm, vraag, kanVertrouwelijk } of aanbodVan(lezing)) {
    meld('downloads', [kop, titel, vorm]);
    const soort = vraag['soort'] ?? '';
    for (const vertrouwelijk of kanVertrouwelijk ? ['ja', 'nee'] : ['nee']) {
      const klus = klusVan(lezing, { ...vraag, vertrouwelijk });
      if (klus) meld(`bestand ${soort}`, [...klus.naam, ...inKlus(klus)]);
    }
  }
}

/** Pictures of chapters and the poster are read elsewhere already. */
const inKlus = (klus: Klus): string[] =>
  'stuk' in klus ? opPapier(klus.stuk) : 'agenda' in klus ? [klus.agenda.naam] : [];
