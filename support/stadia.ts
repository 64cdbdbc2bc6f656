import {
  aanbeveling,
  akkoord,
  besluit,
  capaciteit,
  cluster,
  collega,
  criterium,
  doei,
  doel,
  evaluatie,
  genoeg,
  gevolg,
  houdtVoorOverleg,
  maatregel,
  meting,
  voortgangsmoment,
  monitoring,
  niets,
  nietsAan,
  ookBijOns,
  oordeel,
  prioriteitenlijst,
  probleem,
  regel,
  samenwerking,
  stem,
  stemming,
  uitgevoerd,
  verbeterpunt,
  vervolg,
  voortgang,
} from '../src/planner/plan/plan.ts';
import { nagekomen } from '../src/process/stappen/nagekomen.ts';
import { deelnemer, type Rol } from '../src/process/feiten/deelnemers.ts';
import { document, opdrachtgever, profiel, PROJECT } from '../src/process/feiten/gegevens.ts';
import {
  afspraak,
  agendapunt,
  overleg,
  overlegId,
  uitkomst,
} from '../src/process/feiten/overleg.ts';
import { one, type NewEvent } from '../src/process/feiten/project.ts';
import { say } from './gezegd.ts';
import { groep } from './groep.ts';

const STAPPEN = [
  'profiel',
  'probleem',
  'maatregelen',
  'doelstellingen',
  'uitvoering',
  'resultaat',
] as const;

/** Where the group is within a step: entering, locked, in its overleg, after it; or the whole project closed. */
export type Fase = 'open' | 'gesloten' | 'overleg' | 'na overleg' | 'afgerond';

/** How much a group has entered. */
export interface Omvang {
  naam: 'leeg' | 'half' | 'vol';
  deelnemers: number;
  problemen: number;
  clusters: number;
  eerst: number;
  maatregelen: number;
  doelen: number;
  regels: number;
  documenten: number;
  /** The number of small things: agenda points, afspraken, late texts, improvement points, … */
  rest: number;
}

export const LEEG: Omvang = {
  naam: 'leeg',
  deelnemers: 1,
  problemen: 0,
  clusters: 0,
  eerst: 0,
  maatregelen: 0,
  doelen: 0,
  regels: 0,
  documenten: 0,
  rest: 0,
};
export const HALF: Omvang = {
  naam: 'half',
  deelnemers: 8,
  problemen: 5,
  clusters: 1,
  eerst: 2,
  maatregelen: 4,
  doelen: 2,
  regels: 3,
  documenten: 1,
  rest: 2,
};
export const VOL: Omvang = {
  naam: 'vol',
  deelnemers: 60,
  problemen: 300,
  clusters: 45,
  eerst: 12,
  maatregelen: 160,
  doelen: 45,
  regels: 90,
  documenten: 30,
  rest: 45,
};

/** What people typed, one text after another: `kort` at most 120 signs, `lang` at most 2,000. */
export type Tekst = (soort: 'kort' | 'lang') => string;

/** User text that can be told from our own: a single word between guillemets. */
function gemerkt(vol = false): Tekst {
  let nth = 0;
  return (soort) => {
    nth += 1;
    const length = soort === 'kort' ? 118 : 1_998;
    return `«${vol ? `t${nth}`.padEnd(length, 'x') : `t${nth}`}»`;
  };
}

/** Who is who in these groups, by deelnemer id, which is their Teams id as well. */
export const WIE = {
  leider: 'leider',
  plaatsvervanger: 'plaatsvervanger',
  notulist: 'notulist',
  lid: 'lid',
  collega: 'collega',
  stil: 'stil',
  /** A partner without Teams. */
  zonder: 'zonder',
  /** Asked to join. */
  aanvrager: 'aanvrager',
  /** Was taken out of the group; `lid` took over. */
  weg: 'weg',
  /** In the conversation, not in the group. */
  buiten: 'buiten',
} as const;

export type Wereld = ReturnType<typeof groep>;

/** A project group in memory at this moment, with this much entered in all steps up to there. */
export function stadium(
  omvang: Omvang,
  stap: number,
  fase: Fase,
  tekst: Tekst = gemerkt(omvang.naam === 'vol'),
): Wereld {
  const wereld = groep(WIE.leider);
  wereld.said(WIE.leider, [
    say(profiel, PROJECT, {}, { naam: tekst('kort'), toelichting: tekst('lang') }),
    ...reeks(omvang.naam === 'vol' ? 10 : 1, (n) =>
      say(opdrachtgever, `og${n}`, {}, { naam: tekst('kort') }),
    ),
  ]);
  mensen(wereld, omvang, tekst);
  vulProfiel(wereld, omvang, tekst);
  const vullers = [vulProbleem, vulMaatregelen, vulDoelstellingen, vulUitvoering, vulResultaat];
  vullers.slice(0, stap - 1).forEach((vul, at) => {
    const nummer = at + 2;
    const is = nummer === stap ? fase : 'na overleg';
    wereld.het_is(maand(nummer, '04'));
    wereld.stap(STAPPEN[at + 1] ?? '', maand(nummer, '25'));
    vul(wereld, omvang, tekst, is);
    if (is !== 'open' && (nummer === stap || heeftInvoer(nummer)))
      wereld.sluit(STAPPEN[at + 1] ?? '');
    if (is === 'gesloten') planOverleg(wereld, nummer, tekst);
  });
  if (fase === 'afgerond')
    wereld.said(WIE.leider, [say(profiel, PROJECT, { afgerond: wereld.now }, {})]);
  return wereld;
}

const heeftInvoer = (nummer: number) => [2, 3, 6].includes(nummer);
const maand = (nummer: number, dag: string) => `2027-0${nummer}-${dag}`;
const reeks = <T>(aantal: number, maak: (n: number) => T): T[] =>
  Array.from({ length: aantal }, (_, n) => maak(n));
const uit = <T>(lijst: readonly T[], n: number): T => lijst[n % lijst.length] as T;

function lid(
  id: string,
  rol: Rol,
  texts: { naam: string; organisatie: string; functie: string },
  anders: Partial<NonNullable<typeof deelnemer.shape>['facts']> = {},
): NewEvent {
  const identities = [{ tenant: 'gemeente', oid: id, teamsId: id }];
  const facts = { rol, status: 'lid', identities, partner: 'politie', opvolger: '', extern: false };
  return say(deelnemer, id, { ...facts, ...anders } as typeof facts & { rol: Rol; status: 'lid' }, {
    ...texts,
  });
}

/** The people of a group: one of every kind, and as many more as it has. */
export function mensen(wereld: Wereld, { naam, deelnemers }: Omvang, tekst: Tekst): void {
  const wie = () => ({ naam: tekst('kort'), organisatie: tekst('kort'), functie: tekst('kort') });
  wereld.said(WIE.leider, [lid(WIE.leider, 'projectleider', wie())]);
  if (naam === 'leeg') return;
  const samen = tekst('kort');
  wereld.said(WIE.leider, [
    lid(WIE.plaatsvervanger, 'plaatsvervanger', wie()),
    lid(WIE.notulist, 'deelnemer', wie()),
    lid(WIE.lid, 'deelnemer', { ...wie(), organisatie: samen }),
    lid(WIE.collega, 'deelnemer', { ...wie(), organisatie: samen }, { extern: true }),
    lid(WIE.stil, 'deelnemer', { ...wie(), organisatie: '' }, { partner: '' }),
    lid(WIE.zonder, 'deelnemer', wie(), { identities: [], extern: true }),
    lid(WIE.weg, 'deelnemer', wie(), { status: 'weg', opvolger: WIE.lid }),
    lid(WIE.aanvrager, 'deelnemer', wie(), { status: 'aanvraag' }),
    ...reeks(deelnemers - 7, (n) => lid(`d${n}`, 'deelnemer', wie())),
  ]);
}

/** The people whose entries stand in the lists, in turn. */
function schrijvers(wereld: Wereld): string[] {
  const ids = [...(wereld.project.entries.get(deelnemer.name)?.keys() ?? [])];
  return ids.filter((id) => id !== WIE.stil && id !== WIE.aanvrager);
}

function vulProfiel(wereld: Wereld, { naam, documenten }: Omvang, tekst: Tekst): void {
  if (naam === 'leeg') return;
  const opties = (n: number) => Object.fromEntries(reeks(n, (o) => [`o${o}`, tekst('kort')]));
  const aantal = naam === 'vol' ? 6 : 2;
  wereld.said(WIE.leider, [
    ...reeks(documenten, (n) =>
      say(
        document,
        `b${n}`,
        { van: uit([WIE.lid, WIE.leider, WIE.plaatsvervanger], n) },
        { titel: tekst('kort'), link: `https://voorbeeld.nl/${n}`, toelichting: tekst('lang') },
      ),
    ),
    ...(['probleem', 'maatregel'] as const).flatMap((over) =>
      reeks(naam === 'vol' ? 2 : 1, (n) =>
        say(
          criterium,
          `c.${over}.${n}`,
          { over, opties: reeks(aantal, (o) => `o${o}`) },
          { naam: tekst('kort'), ...opties(aantal) },
        ),
      ),
    ),
  ]);
}

const NIVEAUS = ['hoog', 'midden', 'laag'] as const;
const GEVOLGEN = ['personen', 'objecten', 'allebei'] as const;

function vulProbleem(wereld: Wereld, omvang: Omvang, tekst: Tekst, fase: Fase): void {
  const { naam, problemen, clusters, rest } = omvang;
  const wie = schrijvers(wereld);
  const typering = (n: number) => ({
    kans: uit(NIVEAUS, n),
    gevolgen: uit(GEVOLGEN, n),
    prioriteit: uit(NIVEAUS, n + 1),
    criteria: { 'c.probleem.0': `o${n % 2}`, 'c.probleem.1': 'oud' },
  });
  wereld.said('klok', [
    ...reeks(problemen, (n) =>
      say(
        probleem,
        `p${n}`,
        {
          ...typering(n),
          van: uit(wie, n + 3),
          vertrouwelijk: n % 7 === 4,
          voor: n % 14 === 4 ? [WIE.collega] : [],
          mondeling: n % 11 === 6,
          ingebracht: n % 13 === 7 ? ('na sluiting' as const) : ('' as const),
        },
        { omschrijving: tekst('lang'), plaats: tekst('kort'), cijfers: tekst('lang') },
      ),
    ),
    ...reeks(Math.min(problemen, rest), (n) =>
      say(ookBijOns, `p${n}.${uit(wie, n + 4)}`, {
        ...typering(n),
        van: uit(wie, n + 4),
        probleem: `p${n}`,
      }),
    ),
    ...(naam === 'leeg' ? [] : [say(niets, WIE.notulist, { van: WIE.notulist })]),
    ...reeks(problemen === 0 ? 0 : rest, (n) =>
      say(
        doei,
        `i${n}`,
        {
          over: `p${n % 3}`,
          soort: uit(['data', 'onderzoek', 'ervaring'] as const, n),
          van: uit(wie, n),
          mondeling: n % 4 === 1,
          vertrouwelijk: n % 5 === 3,
          voor: [],
        },
        n % 4 === 1 ? { tekst: '', bron: '' } : { tekst: tekst('lang'), bron: tekst('kort') },
      ),
    ),
    ...lateTeksten(omvang, tekst, fase),
  ]);
  if (fase === 'open' || fase === 'gesloten') return;
  beginOverleg(wereld, omvang, 1, tekst, fase);
  wereld.said(WIE.leider, [
    ...reeks(clusters, (n) =>
      say(
        cluster,
        `cl${n}`,
        { problemen: [`p${2 * n}`, `p${2 * n + 1}`] },
        { naam: tekst('kort') },
      ),
    ),
    ...reeks(Math.max(0, clusters - 1), (n) =>
      say(gevolg, `g${n}`, { oorzaak: `cl${n}`, gevolg: `cl${n + 1}` }),
    ),
  ]);
  if (problemen > 0) stemEnLijst(wereld, omvang, tekst, fase);
}

function lateTeksten({ naam, rest }: Omvang, tekst: Tekst, fase: Fase): NewEvent[] {
  if (naam === 'leeg' || fase === 'open') return [];
  return reeks(rest, (n) =>
    say(
      nagekomen,
      `n${n}`,
      {
        van: WIE.lid,
        verb: 'probleem.doorgeven',
        args: {},
        inhoud: { kans: 'hoog', gevolgen: 'personen', prioriteit: 'laag' },
        antwoord: n % 3 === 2 ? 'niet overgenomen' : '',
      },
      { omschrijving: tekst('lang'), plaats: tekst('kort'), cijfers: '' },
    ),
  );
}

function stemEnLijst(wereld: Wereld, omvang: Omvang, tekst: Tekst, fase: Fase): void {
  const { problemen, clusters, eerst } = omvang;
  const los = reeks(problemen, (n) => `p${n}`).slice(2 * clusters);
  const onderwerpen = [...reeks(clusters, (n) => `cl${n}`), ...los];
  const over = onderwerpen.slice(0, 12);
  const isOpen = fase === 'overleg';
  const wie = schrijvers(wereld);
  wereld.said(WIE.leider, [
    say(stemming, 'stemming', {
      onderwerpen: over,
      vorm: 'kiezen',
      max: 3,
      open: isOpen,
      ronde: 1,
    }),
    ...wie.slice(0, Math.ceil(wie.length / 2)).map((van, n) =>
      say(stem, van, {
        van,
        punten: { [uit(over, n)]: 1, [uit(over, n + 1)]: 1 },
        handen: n % 3 === 0,
        ronde: 1,
        voor: [],
      }),
    ),
  ]);
  if (isOpen) return;
  wereld.said(WIE.leider, [
    say(prioriteitenlijst, 'lijst', {
      onderwerpen,
      eerst: onderwerpen.slice(0, eerst),
      vastgesteld: wereld.now,
      tot: maand(2, '28'),
    }),
  ]);
  const rev = one(wereld.project, prioriteitenlijst, 'lijst')?.rev ?? 0;
  wereld.said(
    WIE.leider,
    wie
      .slice(1)
      .map((van, n) =>
        say(
          akkoord,
          van,
          { van, antwoord: n % 4 === 1 ? 'niet akkoord' : 'akkoord', lijst: rev, door: van },
          { reden: n % 4 === 1 ? tekst('lang') : '' },
        ),
      ),
  );
}

/** In a large group a part of what is entered is confidential. */
const besloten = (n: number) => ({ vertrouwelijk: n % 11 === 10, voor: [] });

/** The top of the fixed list, which measures, goals and rows are about. */
const onderwerp = ({ clusters, eerst }: Omvang, n: number) =>
  n % eerst < clusters ? `cl${n % eerst}` : `p${2 * clusters + (n % eerst) - clusters}`;

function vulMaatregelen(wereld: Wereld, omvang: Omvang, tekst: Tekst, fase: Fase): void {
  if (omvang.naam === 'leeg') return;
  wereld.said('klok', [
    ...reeks(omvang.maatregelen, (n) => eenMaatregel(wereld, omvang, tekst, n, false)),
    say(nietsAan, `${WIE.plaatsvervanger}.${onderwerp(omvang, 0)}`, {
      van: WIE.plaatsvervanger,
      onderwerp: onderwerp(omvang, 0),
    }),
    say(houdtVoorOverleg, `${WIE.zonder}.${onderwerp(omvang, 1)}`, {
      van: WIE.zonder,
      onderwerp: onderwerp(omvang, 1),
    }),
    say(collega, WIE.collega, { van: WIE.collega }),
    ...lateTeksten(omvang, tekst, fase),
  ]);
}

function eenMaatregel(
  wereld: Wereld,
  omvang: Omvang,
  tekst: Tekst,
  n: number,
  aanvullend: boolean,
): NewEvent {
  return say(
    maatregel,
    aanvullend ? `mx${n}` : `m${n}`,
    {
      van: uit(schrijvers(wereld), n + 3),
      onderwerp: onderwerp(omvang, n),
      soorten: n % 2 === 0 ? ['dader', 'gebied'] : ['groep'],
      type: uit(['proactief', 'preventief', 'repressief'] as const, n),
      criteria: { 'c.maatregel.0': `o${n % 2}` },
      ingebracht: n % 9 === 5 ? 'overleg' : '',
      aanvullend,
      ...besloten(n),
    },
    { omschrijving: tekst('lang') },
  );
}

function vulDoelstellingen(wereld: Wereld, omvang: Omvang, tekst: Tekst, fase: Fase): void {
  if (fase !== 'open' && fase !== 'gesloten') beginOverleg(wereld, omvang, 2, tekst, fase);
  if (omvang.naam === 'leeg') return;
  const { doelen, maatregelen, eerst, rest } = omvang;
  wereld.said(WIE.leider, [
    ...reeks(doelen, (n) =>
      say(
        doel,
        `doel${n}`,
        {
          onderwerpen: [onderwerp(omvang, n)],
          nu: n % 2 === 0 ? 40 : null,
          doel: n % 3 === 2 ? null : 20,
          wanneer: '2027-10-01',
          ...besloten(n),
        },
        {
          specifiek: tekst('lang'),
          meetbaar: tekst('lang'),
          eenheid: tekst('kort'),
          acceptabel: tekst('lang'),
          realistisch: tekst('lang'),
        },
      ),
    ),
    ...reeks(Math.ceil(maatregelen / 2), (n) =>
      say(
        oordeel,
        `m${n}`,
        { oordeel: uit(['doorgaan', 'aanpassen', 'stoppen'] as const, n) },
        { toelichting: tekst('lang') },
      ),
    ),
    ...reeks(Math.ceil(eerst / 2), (n) =>
      say(
        genoeg,
        onderwerp(omvang, n),
        { oordeel: uit(['meer nodig', 'voldoende', 'zo doorgaan'] as const, n) },
        { toelichting: tekst('lang') },
      ),
    ),
    ...reeks(rest, (n) => eenMaatregel(wereld, omvang, tekst, n, true)),
    ...reeks(rest, (n) =>
      say(
        monitoring,
        `mo${n}`,
        {
          wie: uit(schrijvers(wereld), n),
          eerste: '2027-07-01',
          ritme: uit(['eenmalig', 'maand', 'kwartaal'] as const, n),
          doelen: [`doel${n % doelen}`],
        },
        { gegevens: tekst('lang') },
      ),
    ),
  ]);
}

function vulUitvoering(wereld: Wereld, omvang: Omvang, tekst: Tekst, fase: Fase): void {
  if (fase === 'overleg') beginOverleg(wereld, omvang, 2, tekst, fase);
  if (omvang.naam === 'leeg') return;
  const wie = schrijvers(wereld).filter((id) => id !== WIE.weg);
  const { regels, rest } = omvang;
  wereld.said(WIE.leider, [
    ...reeks(regels, (n) =>
      say(
        regel,
        `r${n}`,
        {
          maatregel: n % 3 === 2 ? '' : `m${n}`,
          onderwerp: onderwerp(omvang, n),
          trekker: uit(wie, n + 2),
          uitvoerders: [uit(wie, n + 1), uit(wie, n + 3)],
          start: n % 2 === 0 ? '2027-05-01' : '',
          einde: '2027-11-01',
          kosten: n % 3 === 0 ? null : 1_250.5,
          extra: n % 2 === 0 ? 500 : 0,
          dekking: n % 4 === 0 ? null : 400,
          ...besloten(n + 1),
        },
        { wat: tekst('lang'), werkwijze: tekst('lang'), bron: tekst('kort') },
      ),
    ),
    ...reeks(regels, (n) =>
      say(capaciteit, `k${n}`, {
        regel: `r${n}`,
        van: uit(wie, n + 2),
        aantal: 12.5,
        eenheid: n % 2 === 0 ? 'uren' : 'fte',
        extra: n % 3 === 0,
      }),
    ),
    ...reeks(rest, (n) =>
      say(
        besluit,
        `be${n}`,
        {
          partij: n % 2 === 0 ? 'o.og0' : `d.${uit(wie, n + 2)}`,
          regels: [`r${n}`],
          omvang: { [`r${n}`]: '' },
          antwoord: uit(['akkoord', 'niet akkoord', 'onder voorwaarden'] as const, n),
          datum: maand(5, '10'),
          hoe: 'mondeling',
        },
        { partij: tekst('kort'), voorwaarden: tekst('lang'), kenmerk: tekst('kort') },
      ),
    ),
  ]);
}

function vulResultaat(wereld: Wereld, omvang: Omvang, tekst: Tekst, fase: Fase): void {
  if (fase !== 'open' && fase !== 'gesloten') beginOverleg(wereld, omvang, 3, tekst, fase);
  if (omvang.naam === 'leeg') return;
  const wie = schrijvers(wereld);
  const { regels, doelen, rest } = omvang;
  wereld.said(WIE.leider, [
    say(
      voortgangsmoment,
      'moment2',
      { nummer: 2, datum: maand(6, '25'), begonnen: wereld.now },
      {},
    ),
    ...reeks(Math.ceil(regels / 2), (n) =>
      say(
        voortgang,
        `r${n}.2`,
        {
          regel: `r${n}`,
          van: uit(wie, n + 2),
          status: uit(['loopt', 'klaar', 'niet gestart', 'gestopt'] as const, n),
          percentage: n % 2 === 0 ? 40 : null,
          ...besloten(n + 2),
        },
        { opmerking: tekst('kort') },
      ),
    ),
    ...reeks(doelen, (n) =>
      say(
        meting,
        `me${n}`,
        { doel: `doel${n}`, van: uit(wie, n + 2), waarde: 25, datum: maand(6, '10') },
        { opmerking: tekst('kort') },
      ),
    ),
    ...wie
      .slice(0, Math.ceil(wie.length / 2))
      .map((van, n) =>
        say(samenwerking, van, { van, cijfer: (n % 5) + 1 }, { opmerking: tekst('lang') }),
      ),
  ]);
  if (fase === 'open' || fase === 'gesloten') return;
  const alles = fase === 'na overleg' || fase === 'afgerond';
  wereld.said(WIE.leider, [
    ...reeks(alles ? regels : 1, (n) =>
      say(
        uitgevoerd,
        `r${n}`,
        { uitgevoerd: uit(['ja', 'deels', 'nee'] as const, n) },
        { toelichting: tekst('kort') },
      ),
    ),
    ...reeks(alles ? doelen : 1, (n) =>
      say(
        evaluatie,
        `doel${n}`,
        { bereikt: uit(['ja', 'deels', 'nee'] as const, n), tevreden: n % 2 === 0 ? 'ja' : 'nee' },
        { gemeten: tekst('lang'), waarom: tekst('lang') },
      ),
    ),
    ...reeks(rest, (n) => say(verbeterpunt, `vp${n}`, {}, { tekst: tekst('lang') })),
    ...reeks(rest, (n) => say(aanbeveling, `av${n}`, {}, { tekst: tekst('lang') })),
    say(vervolg, 'vervolg', { samen: 'ja', nieuw: 'nee' }, { toelichting: tekst('lang') }),
  ]);
}

/** The overleg of a step, planned for later in its month. */
function planOverleg(wereld: Wereld, stap: number, tekst: Tekst): void {
  const nummer = { 2: 1, 4: 2, 5: 2, 6: 3 }[stap];
  if (nummer === undefined) return;
  const planned = { datum: maand(stap, '28'), tijd: '10:00', eind: '11:30' };
  const niets = { begonnen: '', gesloten: '', aanwezig: [], notulist: '', genodigd: [] };
  wereld.said(WIE.leider, [
    say(
      overleg,
      overlegId(nummer),
      { nummer, ...planned, ...niets },
      { plaats: tekst('kort'), anderen: '' },
    ),
  ]);
}

/** An overleg that has begun, with points, outcomes and afspraken; closed unless that is the phase. */
export function beginOverleg(
  wereld: Wereld,
  { naam, rest }: Omvang,
  nummer: number,
  tekst: Tekst,
  fase: Fase,
): void {
  const id = overlegId(nummer);
  const wie = schrijvers(wereld).filter((van) => van !== WIE.weg);
  wereld.said(WIE.leider, [
    say(
      overleg,
      id,
      {
        nummer,
        datum: wereld.now.slice(0, 10),
        tijd: '10:00',
        begonnen: wereld.now,
        gesloten: fase === 'overleg' ? '' : wereld.now,
        aanwezig: naam === 'leeg' ? [WIE.leider] : wie,
        notulist: naam === 'leeg' ? '' : WIE.notulist,
      },
      { plaats: tekst('kort'), anderen: naam === 'leeg' ? '' : tekst('kort') },
    ),
    ...reeks(rest, (n) =>
      say(
        agendapunt,
        `ap${nummer}x${n}`,
        { overleg: id, van: uit(wie, n) },
        { punt: tekst('kort') },
      ),
    ),
    ...reeks(rest, (n) =>
      say(
        uitkomst,
        `${id}.ap${nummer}x${n}`,
        {
          overleg: id,
          regel: `ap${nummer}x${n}`,
          soort: uit(['besluit', 'ter informatie', 'afspraak'] as const, n),
          wie: n % 3 === 2 ? uit(wie, n) : '',
          wanneer: '',
        },
        { tekst: tekst('lang') },
      ),
    ),
    ...reeks(rest, (n) =>
      say(
        afspraak,
        `a${nummer}x${n}`,
        {
          wie: uit([WIE.lid, ...wie], n),
          wanneer: n % 2 === 0 ? '2027-12-01' : '',
          klaar: n % 4 === 3,
          overleg: id,
          soort: n % 5 === 4 ? 'achterban' : 'algemeen',
        },
        { wat: tekst('lang') },
      ),
    ),
  ]);
}
