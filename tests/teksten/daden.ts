import { say } from '../../support/gezegd.ts';
import {
  cluster,
  doei,
  gevolg,
  maatregel,
  meting,
  probleem,
  stemming,
} from '../../src/planner/plan/plan.ts';
import { nagekomen } from '../../src/process/stappen/nagekomen.ts';
import { uitkomst } from '../../src/process/feiten/overleg.ts';
import { all, type Kind } from '../../src/process/feiten/project.ts';
import { HALF, stadium, VOL, WIE, type Fase, type Wereld } from '../../support/stadia.ts';
import { genummerd, metFotos, trekIn, vanAlle } from './anders.ts';
import { volledig } from './antwoorden.ts';
import type { Lezer } from './stand.ts';

/** One thing that somebody does at some point of a project, which no button on a fresh card leads to. */
export interface Daad {
  naam: string;
  wereld: Wereld;
  lezer: Lezer;
  verb: string;
  args: Record<string, string>;
  /** Other answers than the form proposes; `*` for every question. */
  inputs: Record<string, string>;
}

type Punt = readonly [stap: number, fase: Fase];
type Rest = Partial<Pick<Daad, 'args' | 'inputs'>> & { eerst?: (wereld: Wereld) => void };

const daad = (naam: string, punt: Punt, wie: string, verb: string, rest: Rest = {}): Daad =>
  inWereld(stadium(HALF, ...punt), naam, wie, verb, rest);

/** In a group that has more of everything than one form holds. */
const groot = (naam: string, punt: Punt, verb: string, rest: Rest = {}): Daad =>
  inWereld(stadium(VOL, ...punt, genummerd()), naam, WIE.leider, verb, rest);

function inWereld(
  wereld: Wereld,
  naam: string,
  wie: string,
  verb: string,
  { args = {}, inputs = {}, eerst }: Rest,
): Daad {
  eerst?.(wereld);
  return { naam, wereld, lezer: { naam: wie, id: wie, waar: 'dialoog' }, verb, args, inputs };
}

const { leider, plaatsvervanger, notulist, lid, zonder, buiten } = WIE;
const BESLOTEN = { vertrouwelijk: true, voor: [] };
const inPunten = (wereld: Wereld) => vanAlle(wereld, stemming, { vorm: 'punten', max: 5 });
const geenStemming = (wereld: Wereld) => vanAlle(wereld, stemming, { open: false });

/** Somebody saves this form as it proposes. */
function vult(wereld: Wereld, wie: string, verb: string, args: Record<string, string> = {}): void {
  const form = wereld.opent(wie, verb, args);
  if (!('kind' in form)) throw new Error(`no form ${verb}`);
  wereld.doet(wie, verb, { ...volledig(form.velden, wereld.now) }, args, true);
}

/** The same entry, of this person. */
function kopie<F extends object, T extends object>(
  wereld: Wereld,
  soort: Kind<F, T>,
  van: string,
  facts: Partial<F>,
): void {
  const [found] = all(wereld.project, soort);
  if (found) wereld.said(van, [say(soort, 'kopie', { ...found.facts, ...facts }, found.texts)]);
}

function stuurtLaat(wereld: Wereld): void {
  vult(wereld, lid, 'nagekomen.sturen', { verb: 'probleem.doorgeven' });
  const laatste = all(wereld.project, nagekomen).at(-1);
  if (laatste) wereld.said('klok', [say(nagekomen, 'laat', laatste.facts, laatste.texts)]);
}

function naarAnderCluster(wereld: Wereld): void {
  geenStemming(wereld);
  trekIn(wereld, cluster);
  wereld.said('klok', [say(cluster, 'ander', { problemen: ['p0', 'p1'] }, { naam: '«ander»' })]);
}

/** Step 2 and its overleg. */
const inStap2 = (): Daad[] => [
  daad('foto weghalen', [2, 'open'], leider, 'foto.weghalen', {
    eerst: metFotos,
    args: { id: 'f0' },
  }),
  daad('hetzelfde probleem', [2, 'open'], lid, 'probleem.doorgeven', {
    eerst: (wereld) => vult(wereld, lid, 'probleem.doorgeven'),
  }),
  daad('een probleem zonder deadline', [2, 'open'], lid, 'probleem.doorgeven', {
    eerst: (wereld) => wereld.stap('probleem', ''),
  }),
  daad('een eigen probleem', [2, 'open'], lid, 'probleem.ook', {
    args: { id: 'kopie' },
    eerst: (wereld) => kopie(wereld, probleem, lid, { van: lid }),
  }),
  daad('eigen ingetrokken problemen', [2, 'open'], lid, 'problemen', {
    eerst: (wereld) => {
      kopie(wereld, probleem, lid, { van: lid });
      trekIn(wereld, probleem, ['kopie']);
    },
  }),
  daad('een vertrouwelijk probleem', [2, 'open'], lid, 'probleem', { args: { id: 'p4' } }),
  daad('eigen vertrouwelijke data', [2, 'open'], lid, 'doei.vertrouwelijk', {
    args: { id: 'kopie' },
    eerst: (wereld) => kopie(wereld, doei, lid, { ...BESLOTEN, van: lid, mondeling: false }),
  }),
  daad('niets, namens wie dat al zei', [2, 'open'], leider, 'probleem.niets', {
    args: { namens: notulist },
  }),
  daad('niets, namens wie een probleem gaf', [2, 'open'], leider, 'probleem.niets', {
    args: { namens: lid },
  }),
  daad('herinneren zonder deadline', [2, 'open'], leider, 'herinner.nu', {
    eerst: (wereld) => wereld.stap('probleem', ''),
  }),
  daad('een nagekomen tekst overnemen', [2, 'gesloten'], leider, 'nagekomen.overnemen', {
    args: { id: 'laat' },
    eerst: stuurtLaat,
  }),
];

const inOverleg1 = (): Daad[] => [
  daad('een oude stemming', [2, 'overleg'], lid, 'stem', { args: { ronde: '99' } }),
  daad('namens wie niet stemde', [2, 'overleg'], leider, 'stem', { args: { namens: zonder } }),
  daad('namens wie stemde', [2, 'overleg'], leider, 'stem', { args: { namens: notulist } }),
  daad('te veel punten', [2, 'overleg'], lid, 'stem', { eerst: inPunten, inputs: { '*': '5' } }),
  daad('geen punten', [2, 'overleg'], lid, 'stem', { eerst: inPunten, inputs: { '*': '0' } }),
  daad('een kring', [2, 'overleg'], leider, 'gevolg.leggen', {
    eerst: (wereld) => wereld.said('klok', [say(gevolg, 'g', { oorzaak: 'cl0', gevolg: 'p2' })]),
    inputs: { oorzaak: 'p2', gevolg: 'cl0' },
  }),
  daad('een kring in een cluster', [2, 'overleg'], leider, 'cluster.maken', {
    eerst: (wereld) => {
      geenStemming(wereld);
      wereld.said('klok', [
        say(gevolg, 'g1', { oorzaak: 'p2', gevolg: 'cl0' }),
        say(gevolg, 'g2', { oorzaak: 'cl0', gevolg: 'p3' }),
      ]);
    },
    inputs: { problemen: 'p2,p3', naam: '' },
  }),
  daad('een cluster terug', [2, 'overleg'], leider, 'cluster.herstellen', {
    args: { id: 'cl0' },
    eerst: (wereld) => {
      geenStemming(wereld);
      trekIn(wereld, cluster);
    },
  }),
  daad('een cluster terug dat ergens anders in zit', [2, 'overleg'], leider, 'cluster.herstellen', {
    args: { id: 'cl0' },
    eerst: naarAnderCluster,
  }),
  daad('een probleem los', [2, 'overleg'], leider, 'clusters', {
    eerst: (wereld) => trekIn(wereld, probleem, ['p3', 'p4']),
  }),
  daad('een afspraak van niemand', [2, 'overleg'], leider, 'overleg.uitkomst', {
    args: { nummer: '1', regel: 'opening' },
    inputs: { tekst: '«af te spreken»', soort: 'afspraak', wie: '' },
  }),
  daad('een uitkomst die vertrouwelijk is', [2, 'overleg'], notulist, 'overleg.uitkomst', {
    args: { nummer: '1', regel: 'ap1x0' },
    eerst: (wereld) => vanAlle(wereld, uitkomst, BESLOTEN),
  }),
  daad('een oude lijst', [2, 'na overleg'], lid, 'akkoord.geven', { args: { lijst: '1' } }),
  daad('akkoord namens wie al antwoordde', [2, 'na overleg'], leider, 'akkoord.geven', {
    args: { namens: lid },
  }),
];

/** Steps 3 to 6. */
const verder = (): Daad[] => [
  daad('een probleem zonder maatregel', [4, 'overleg'], leider, 'maatregel.beoordelen', {
    args: { onderwerp: 'cl0' },
    eerst: (wereld) => trekIn(wereld, maatregel),
  }),
  daad('een maatregel die al in de matrix staat', [5, 'open'], leider, 'regel.toevoegen', {
    args: { maatregel: 'm0' },
  }),
  daad('meer dekking dan kosten', [5, 'open'], leider, 'regel.kosten', {
    args: { id: 'r0' },
    inputs: { kosten: '10', extra: '0', dekking: '11' },
  }),
  daad('een besluit over niets', [5, 'open'], leider, 'besluit.vastleggen', {
    inputs: { regels: '', over: 'deze' },
  }),
  daad('een meting terug', [6, 'open'], leider, 'meting.terugzetten', {
    args: { id: 'me0' },
    eerst: (wereld) => trekIn(wereld, meting),
  }),
];

/** Whatever the step. */
const altijd = (): Daad[] => [
  daad('de projectleider verwijderen', [2, 'open'], plaatsvervanger, 'deelnemer.verwijderen', {
    args: { id: leider },
  }),
  daad('meedoen zonder naam bij Teams', [2, 'open'], '', 'deelnemer.meedoen'),
  daad('hulp bij een eigen kanaal', [1, 'open'], buiten, 'help', { args: { over: 'kanaal' } }),
  daad('een beeld dat er niet is', [2, 'open'], leider, 'beeld', { args: { wat: 'niets' } }),
  daad('een deel van een werkdag', [2, 'open'], leider, 'klok.instellen', {
    inputs: { voorstel: '0' },
  }),
  daad('een andere opdrachtgever', [2, 'open'], leider, 'project.wijzigen', {
    inputs: { opdrachtgevers: '«de burgemeester»' },
  }),
];

const inHetGroot = (): Daad[] => [
  groot('veel in een cluster', [2, 'open'], 'cluster.wijzigen', {
    args: { id: 'groot' },
    eerst: (wereld) => {
      wereld.overleg(1, [leider]);
      const problemen = all(wereld.project, probleem)
        .slice(0, 60)
        .map(({ id }) => id);
      wereld.said('klok', [say(cluster, 'groot', { problemen }, { naam: '«groot»' })]);
    },
  }),
  groot('veel te beoordelen', [4, 'overleg'], 'maatregel.beoordelen', {
    args: { onderwerp: 'cl0' },
  }),
  groot('veel doelen om te volgen', [4, 'overleg'], 'monitoring.afspreken'),
  groot('veel besluiten', [5, 'open'], 'besluit.vastleggen'),
  groot('veel over te nemen', [5, 'open'], 'regels.overnemen'),
  groot('veel te meten', [6, 'open'], 'meting.invoeren'),
];

/** What is done twice, by another, too late, or about what is not there any more. */
export const daden = (): Daad[] => [
  ...inStap2(),
  ...inOverleg1(),
  ...verder(),
  ...altijd(),
  ...inHetGroot(),
];
