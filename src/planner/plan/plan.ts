import { eenmaal } from '../../process/feiten/eenmaal.ts';
import type { Ctx } from '../../process/contract/contract.ts';
import { gaande } from '../../process/feiten/overleg.ts';
import {
  all,
  GEWIST,
  kind,
  one,
  oneEver,
  type Entry,
  type Kind,
  type Project,
} from '../../process/feiten/project.ts';
import { isOpenFor, stap } from '../../process/feiten/geopende-stap.ts';
import { geheim } from '../../process/feiten/geheim.ts';
import { vanDeGroep } from '../../process/feiten/persoonlijk.ts';
import { OPEN, onverhuld, type Vertrouwelijk } from '../../process/feiten/vertrouwelijk.ts';
import { kortweg } from '../../process/taal/tekst.ts';

/**
 * What the Lokale Veiligheidsplanner collects: every kind of entry, declared once. Each step writes its own kinds and
 * reads those of earlier steps.
 */

export type Niveau = 'hoog' | 'midden' | 'laag';
export type Gevolgen = 'personen' | 'objecten' | 'allebei';
export type Soort = 'dader' | 'groep' | 'slachtoffer' | 'gebied';
export type Type = 'proactief' | 'preventief' | 'repressief' | 'weet niet';

/** Answers to own criteria: criterium id → optie id. */
export type Antwoorden = Readonly<Record<string, string>>;

/** How an entry came in: by its owner in time, or by the projectleider in the overleg or after the lock. */
export type Ingebracht = '' | 'overleg' | 'na sluiting';

interface Typering {
  kans: Niveau;
  gevolgen: Gevolgen;
  prioriteit: Niveau;
  criteria: Antwoorden;
}

/** Before this could be chosen, everybody read it. */
const WAS_OPEN = { leeg: { facts: OPEN } };

/** stap 1: an own rating criterion of the projectleider; `opties` are the ids of the scale now, `texts[optie]` their words, also of older scales. */
export const criterium = kind<
  { over: 'probleem' | 'maatregel'; opties: readonly string[] },
  { naam: string } & Record<string, string>
>('criterium');

/** stap 2: a problem as a deelnemer sees it. `van`: owner, deelnemer id. */
export const probleem = geheim(
  kind<
    Typering & Vertrouwelijk & { van: string; mondeling: boolean; ingebracht: Ingebracht },
    { omschrijving: string; plaats: string; cijfers: string }
  >('probleem'),
  { wie: ({ facts: { van } }) => [van], naam: { omschrijving: 'Een vertrouwelijk probleem' } },
);
/** stap 2: "Ook bij ons": a deelnemer sees the same problem; id `<probleem>.<deelnemer>`. */
export const ookBijOns = kind<Typering & { van: string; probleem: string }, object>('ookbijons');
/** stap 2: "Ik heb niets toe te voegen"; id is the deelnemer's. */
export const niets = kind<{ van: string }, object>('niets');
/** stap 2: DOEI on a problem or cluster (`over`). `mondeling`: only that there is something, and who tells it. */
export const doei = geheim(
  kind<
    Vertrouwelijk & {
      over: string;
      soort: 'data' | 'onderzoek' | 'ervaring';
      van: string;
      mondeling: boolean;
    },
    { tekst: string; bron: string }
  >('doei'),
  { wie: ({ facts: { van } }) => [van], over: ({ facts: { over } }) => [['probleem', over]] },
);
/** overleg 1: problems that are the same; withdrawn = undone. An empty `naam`: the group is called after a problem, see `clusterNaam`. */
export const cluster = kind<{ problemen: readonly string[] }, { naam: string }>('cluster');
/** overleg 1: one onderwerp causes another; no circles. */
export const gevolg = kind<{ oorzaak: string; gevolg: string }, object>('gevolg');
/**
 * overleg 1: the vote over at most 12 onderwerpen; id `stemming`. `vorm`: choose up to `max`, or distribute `max` points.
 * `zicht`: how far one reads who chose what. `blokken`: the votes that were counted together when it closed, by their ids;
 * `van`: the deelnemer by whose organisatie a block is called, empty for one of several.
 */
export const stemming = kind<
  {
    onderwerpen: readonly string[];
    vorm: 'kiezen' | 'punten';
    max: number;
    open: boolean;
    ronde: number;
    zicht: 'open' | 'organisatie' | 'uitslag';
    blokken: readonly { van: string; stemmen: readonly string[] }[];
  },
  object
>('stemming', { leeg: { facts: { zicht: 'open', blokken: [] } } });
/**
 * overleg 1: a vote. A person's own has the id of that deelnemer; `handen`: entered for them by the projectleider. `voor`:
 * the people of one organisatie whose raised hands or stickers are counted together, at `van`; empty for one person.
 */
export const stem = kind<
  {
    van: string;
    punten: Readonly<Record<string, number>>;
    handen: boolean;
    ronde: number;
    voor: readonly string[];
  },
  object
>('stem', { leeg: { facts: { voor: [] } } });
/**
 * overleg 1: the order; `eerst` are tackled first. id `lijst`. `vastgesteld`: when it was fixed, UTC; empty while
 * reopened. `tot`: local date until which absent people are asked for akkoord; empty for none.
 */
export const prioriteitenlijst = kind<
  { onderwerpen: readonly string[]; eerst: readonly string[]; vastgesteld: string; tot: string },
  object
>('prioriteitenlijst');
/**
 * overleg 1: akkoord with the list; id is the deelnemer's. `lijst`: revision of the list that it is about. `door`: the
 * person who entered it.
 */
export const akkoord = kind<
  { van: string; antwoord: 'akkoord' | 'niet akkoord'; lijst: number; door: string },
  { reden: string }
>('akkoord');

/** overleg 1: what happens with an onderwerp that is not tackled first, and why; its id is that of the onderwerp. */
export const nietEerst = geheim(kind<{ keuze: 'later' | 'niet' }, { reden: string }>('nieteerst'), {
  wie: ({ by }) => [by],
  over: ({ id }) => [['probleem', id]],
});
/** overleg 1: what was done with a "niet akkoord"; id is that of the deelnemer who gave it. `lijst`: as of that answer. */
export const weerwoord = kind<{ van: string; lijst: number }, { tekst: string }>('weerwoord');

/** stap 3 and 4: what an organisatie does about an onderwerp; `aanvullend`: extra, agreed in overleg 2. */
export const maatregel = geheim(
  kind<
    Vertrouwelijk & {
      van: string;
      onderwerp: string;
      soorten: readonly Soort[];
      type: Type;
      criteria: Antwoorden;
      ingebracht: Ingebracht;
      aanvullend: boolean;
    },
    { omschrijving: string }
  >('maatregel', WAS_OPEN),
  {
    wie: ({ facts: { van } }) => [van],
    naam: { omschrijving: 'Een vertrouwelijke maatregel' },
    leeg: { soorten: [], criteria: {} },
  },
);
/** stap 3: "Wij doen hier niets aan", for the organisatie of `van`; id `<deelnemer>.<onderwerp>`. */
export const nietsAan = kind<{ van: string; onderwerp: string }, object>('nietsaan');
/** stap 3: "Wij vertellen dit in het overleg", for the organisatie of `van`; id `<deelnemer>.<onderwerp>`. */
export const houdtVoorOverleg = kind<{ van: string; onderwerp: string }, object>(
  'houdtvooroverleg',
);
/** stap 3: "Mijn collega vult dit in"; id is the deelnemer's. */
export const collega = kind<{ van: string }, object>('collega');

/** stap 4: a SMART goal. `nu` and `doel` in `eenheid`; `wanneer` yyyy-mm-dd. */
export const doel = geheim(
  kind<
    Vertrouwelijk & {
      onderwerpen: readonly string[];
      nu: number | null;
      doel: number | null;
      wanneer: string;
    },
    {
      specifiek: string;
      meetbaar: string;
      eenheid: string;
      acceptabel: string;
      realistisch: string;
    }
  >('doel', WAS_OPEN),
  {
    wie: ({ by }) => [by],
    naam: { specifiek: 'Een vertrouwelijk doel', eenheid: '' },
    leeg: { nu: null, doel: null },
  },
);
/** stap 4: what the group thinks of a measure; id is the measure's. */
export const oordeel = geheim(
  kind<{ oordeel: 'doorgaan' | 'aanpassen' | 'stoppen' }, { toelichting: string }>('oordeel'),
  { wie: ({ by }) => [by], over: ({ id }) => [['maatregel', id]] },
);
/** stap 4: whether the measures for an onderwerp are enough; id is the onderwerp's. */
export const genoeg = geheim(
  kind<{ oordeel: 'voldoende' | 'zo doorgaan' | 'meer nodig' }, { toelichting: string }>('genoeg'),
  { wie: ({ by }) => [by], over: ({ id }) => [['probleem', id]] },
);
/** stap 4: who reports what, from when, how often. */
export const monitoring = geheim(
  kind<
    {
      wie: string;
      eerste: string;
      ritme: 'eenmalig' | 'maand' | 'kwartaal';
      doelen: readonly string[];
    },
    { gegevens: string }
  >('monitoring'),
  {
    wie: ({ facts: { wie }, by }) => [wie, by],
    over: ({ facts: { doelen } }) => doelen.map((id) => ['doel', id]),
    naam: { gegevens: 'Een vertrouwelijke afspraak' },
  },
);

/** stap 5: a row of the uitvoeringsmatrix. Amounts in EUR, null while unknown. Goals follow from the onderwerp. */
export const regel = geheim(
  kind<
    Vertrouwelijk & {
      maatregel: string;
      onderwerp: string;
      trekker: string;
      uitvoerders: readonly string[];
      start: string;
      einde: string;
      kosten: number | null;
      extra: number | null;
      dekking: number | null;
    },
    { wat: string; werkwijze: string; bron: string }
  >('regel', WAS_OPEN),
  {
    wie: ({ facts: { trekker, uitvoerders }, by }) => [trekker, ...uitvoerders, by],
    over: ({ facts: { maatregel: van } }) => [['maatregel', van]],
    naam: { wat: 'Een vertrouwelijke maatregel' },
  },
);
/** stap 5: capacity an organisatie (of deelnemer `van`) puts in a row; uren and fte are never added up. */
export const capaciteit = kind<
  { regel: string; van: string; aantal: number; eenheid: 'uren' | 'fte'; extra: boolean },
  object
>('capaciteit');
/**
 * stap 5: a decision of an opdrachtgever or organisatie about rows. `partij`: `o.<opdrachtgever>` or `d.<deelnemer of that
 * organisatie>`. `omvang`: per row the extra means it was about; what changes later needs a new decision.
 */
export const besluit = geheim(
  kind<
    {
      partij: string;
      regels: readonly string[];
      omvang: Readonly<Record<string, string>>;
      antwoord: 'akkoord' | 'niet akkoord' | 'onder voorwaarden';
      datum: string;
      hoe: 'mondeling' | 'e-mail' | 'B&W-besluit' | 'anders';
    },
    { partij: string; voorwaarden: string; kenmerk: string }
  >('besluit'),
  {
    wie: ({ facts: { partij }, by }) => [partij.replace(/^d\./, ''), by],
    over: ({ facts: { regels } }) => regels.map((id) => ['regel', id]),
    blijft: ['partij'],
  },
);

/** stap 6: a moment at which everybody reports, after the first one (the opening); id `moment<nummer>`. `begonnen`: UTC. */
export const voortgangsmoment = kind<{ nummer: number; datum: string; begonnen: string }, object>(
  'voortgangsmoment',
);
type Voortgangsstatus = 'niet gestart' | 'loopt' | 'klaar' | 'gestopt';
/** stap 6: progress of a row at one moment; the last one counts. Id `<regel>.<nummer of the moment>`. */
export const voortgang = geheim(
  kind<
    Vertrouwelijk & {
      regel: string;
      van: string;
      status: Voortgangsstatus;
      percentage: number | null;
      /** What it was and is, the oldest first, of each day the last; empty in what was reported before this was kept. */
      standen: readonly { sinds: string; status: Voortgangsstatus }[];
    },
    { opmerking: string }
  >('voortgang', { leeg: { facts: { standen: [], ...OPEN } } }),
  {
    wie: ({ facts: { van } }) => [van],
    over: ({ facts: { regel: rij } }) => [['regel', rij]],
    leeg: { percentage: null },
  },
);
/** stap 6: a measured value of a goal at a date. */
export const meting = geheim(
  kind<
    Vertrouwelijk & { doel: string; van: string; waarde: number; datum: string },
    { opmerking: string }
  >('meting', WAS_OPEN),
  { wie: ({ facts: { van } }) => [van], over: ({ facts: { doel: over } }) => [['doel', over]] },
);
/** stap 6: cooperation 1 to 5; id is the deelnemer's. */
export const samenwerking = kind<{ van: string; cijfer: number }, { opmerking: string }>(
  'samenwerking',
);
/** stap 6: whether a row was carried out; id is the row's. */
export const uitgevoerd = geheim(
  kind<Vertrouwelijk & { uitgevoerd: 'ja' | 'deels' | 'nee' }, { toelichting: string }>(
    'uitgevoerd',
    WAS_OPEN,
  ),
  { wie: ({ by }) => [by], over: ({ id }) => [['regel', id]] },
);
/** stap 6: whether a goal was reached; id is the goal's. */
export const evaluatie = geheim(
  kind<
    Vertrouwelijk & { bereikt: 'ja' | 'deels' | 'nee'; tevreden: 'ja' | 'nee' },
    { gemeten: string; waarom: string }
  >('evaluatie', WAS_OPEN),
  { wie: ({ by }) => [by], over: ({ id }) => [['doel', id]] },
);
/** stap 6: what can be better, and what we advise for the next half year. */
export const verbeterpunt = kind<object, { tekst: string }>('verbeterpunt');
export const aanbeveling = kind<object, { tekst: string }>('aanbeveling');
/** stap 6: whether the group stays together, and whether a new cycle is needed; id `vervolg`. */
export const vervolg = kind<{ samen: 'ja' | 'nee'; nieuw: 'ja' | 'nee' }, { toelichting: string }>(
  'vervolg',
);

/** What who leads or keeps the notes writes down for all. */
vanDeGroep(
  criterium,
  cluster,
  nietEerst,
  doel,
  oordeel,
  genoeg,
  monitoring,
  regel,
  besluit,
  uitgevoerd,
  evaluatie,
  verbeterpunt,
  aanbeveling,
  vervolg,
);

export const NIVEAUS = [
  { id: 'hoog', tekst: 'Hoog' },
  { id: 'midden', tekst: 'Midden' },
  { id: 'laag', tekst: 'Laag' },
] as const;
export const GEVOLGEN = [
  { id: 'personen', tekst: 'Personen' },
  { id: 'objecten', tekst: 'Objecten (gebouwen, fietsen)' },
  { id: 'allebei', tekst: 'Allebei' },
] as const;

/** How an entry made now comes in: in time, during an overleg, or after the lock. Whether it is allowed is judged before. */
export function ingebracht(
  { project, now }: Pick<Ctx, 'project' | 'now'>,
  stapId: string,
): Ingebracht {
  const step = one(project, stap, stapId);
  if (!step || isOpenFor(step, now)) return '';
  return gaande(project) ? 'overleg' : 'na sluiting';
}

export type EntryOf<K> = K extends Kind<infer F, infer T> ? Entry<F, T> : never;

/** Something that the group weighs: a cluster, or a problem that is in none. */
export interface Onderwerp {
  id: string;
  /** What everybody in the conversation may see: of a confidential problem only that it exists. */
  naam: string;
  problemen: readonly EntryOf<typeof probleem>[];
  isCluster: boolean;
}

/**
 * All that can be weighed now: first the clusters (except those whose problems are all withdrawn), then the loose
 * problems.
 */
export const onderwerpen = eenmaal((project: Project): readonly Onderwerp[] => {
  const clusters = all(project, cluster)
    .map((found) => asOnderwerp(project, found))
    .filter(({ problemen }) => problemen.length > 0);
  const used = new Set(clusters.flatMap(({ problemen }) => problemen.map(({ id }) => id)));
  const loose = all(project, probleem).filter(({ id }) => !used.has(id));
  return [
    ...clusters,
    ...loose.map((found) => ({
      id: found.id,
      naam: groepsnaam(found),
      problemen: [found],
      isCluster: false,
    })),
  ];
});

/** What the whole conversation may read of a problem. */
export const groepsnaam = ({ facts, texts }: EntryOf<typeof probleem>) =>
  facts.vertrouwelijk ? 'Een vertrouwelijk probleem' : texts.omschrijving;

const asOnderwerp = (project: Project, found: EntryOf<typeof cluster>): Onderwerp => ({
  id: found.id,
  naam: clusterNaam(project, found),
  problemen: found.facts.problemen.flatMap((id) => one(project, probleem, id) ?? []),
  isCluster: true,
});

/** The name of a cluster (also one that was undone) or a problem (also one in a cluster). Says so when it was withdrawn. */
export function naamVanOnderwerp(project: Project, id: string): string {
  const found = one(project, probleem, id);
  if (found) return groepsnaam(found);
  const groep = oneEver(project, cluster, id);
  return groep ? clusterNaam(project, groep) : INGETROKKEN;
}

const INGETROKKEN = 'een probleem dat is ingetrokken';

type Cluster = EntryOf<typeof cluster>;

/** What everybody may read of a cluster: the name that was typed, else that of a problem in it as it is now. */
export function clusterNaam(project: Project, found: Cluster): string {
  const eigen = eigenNaam(project, found);
  if (eigen !== '') return eigen;
  const leden = found.facts.problemen.flatMap((id) => one(project, probleem, id) ?? []);
  const open = leden.find(
    ({ facts, texts }) => !facts.vertrouwelijk && texts.omschrijving !== GEWIST,
  );
  const eerste = open ?? leden[0];
  return eerste ? kortweg(groepsnaam(eerste)) : INGETROKKEN;
}

/**
 * The name that was typed for a cluster, empty for none. An older log holds a copy of the text of a problem in its place, which
 * is no name: it would tell what that problem became confidential for.
 */
export function eigenNaam(project: Project, { facts, texts: { naam } }: Cluster): string {
  const alles = onverhuld(project);
  const isKopie = facts.problemen.some((id) => {
    const tekst = oneEver(alles, probleem, id)?.texts.omschrijving;
    return tekst !== undefined && [tekst, kortweg(tekst)].includes(naam);
  });
  return isKopie ? '' : naam;
}
