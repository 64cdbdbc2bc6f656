import { describe, expect, it } from 'vitest';
import { planner } from '../../src/planner/index.ts';
import type { AnyAction, Ctx } from '../../src/process/contract/contract.ts';
import { deelnemer, leden, whoIs, type Deelnemer } from '../../src/process/feiten/deelnemers.ts';
import { judge, mayNotSee, NIEMAND, openForm } from '../../src/process/contract/judge.ts';
import { huidig } from '../../src/process/feiten/geopende-stap.ts';
import { verderMet } from '../../src/process/stappen/stappen.ts';
import { emptyProject, type Json, type NewEvent } from '../../src/process/feiten/project.ts';
import type { Args } from '../../src/process/vormen/screen.ts';
import { vulIn } from '../cards/invullen.ts';
import { HALF, stadium, WIE, type Fase, type Wereld } from '../../support/stadia.ts';
import { RIJ } from '../planner/feiten.ts';
import { TABEL, ZICHT, type Recht, type Wie } from './tabel.ts';

/** Somebody who presses a button. */
interface Actor {
  naam: string;
  tenant: string;
  oid: string;
  /** What they are in the group by the table. */
  rol: 'leiding' | 'notulist' | 'lid' | 'geen';
}

const TENANT = 'gemeente';
const actor = (naam: string, rol: Actor['rol'], oid = naam, tenant = TENANT): Actor => ({
  naam,
  tenant,
  oid,
  rol,
});

const ACTOREN: readonly Actor[] = [
  actor('de projectleider', 'leiding', WIE.leider),
  actor('de plaatsvervanger', 'leiding', WIE.plaatsvervanger),
  actor('de notulist', 'notulist', WIE.notulist),
  actor('een deelnemer', 'lid', WIE.lid),
  actor('iemand die wil meedoen', 'geen', WIE.aanvrager),
  actor('iemand uit het gesprek', 'geen', WIE.buiten),
  actor('iemand die uit de groep is', 'geen', WIE.weg),
  actor('een deelnemer van een ander project', 'geen', 'elders'),
  actor('de projectleider, maar uit een andere tenant', 'geen', WIE.leider, 'andere gemeente'),
  actor('iemand zonder identiteit', 'geen', ''),
];

/** A moment of the group; `stap` is the step it is in, `op slot` after its deadline. */
interface Toestand {
  naam: string;
  stap: number;
  opSlot: boolean;
  overleg: boolean;
  afgerond: boolean;
  wereld: Wereld | undefined;
}

const toestand = (naam: string, stap: number, fase: Fase): Toestand => ({
  naam,
  stap,
  opSlot: fase !== 'open',
  overleg: fase === 'overleg',
  afgerond: fase === 'afgerond',
  wereld: metVanAlles(stadium(HALF, stap, fase)),
});

/** A fixed id per kind and owner, so that every button can name somebody's own entry or another's. */
const eigenId = (soort: string, van: string, gone: boolean) =>
  `${soort}.${van}${gone ? '.weg' : ''}`;

const SOORTEN: Readonly<Record<string, (van: string) => Pick<NewEvent, 'facts' | 'texts'>>> = {
  document: (van) => ({
    facts: { van },
    texts: { titel: 'Stuk', link: 'https://voorbeeld.nl', toelichting: '' },
  }),
  foto: (van) => ({
    facts: { soort: 'probleem', bij: 'p0', van, sleutel: `foto.${van}`, bytes: 1_000 },
    texts: { bestandsnaam: 'stoep.jpg' },
  }),
  probleem: (van) => ({
    facts: { ...TYPERING, van, vertrouwelijk: false, voor: [], mondeling: false, ingebracht: '' },
    texts: { omschrijving: `Probleem van ${van}`, plaats: '', cijfers: '' },
  }),
  ookbijons: (van) => ({ facts: { ...TYPERING, van, probleem: 'p0' } }),
  doei: (van) => ({
    facts: { over: 'p0', soort: 'data', van, mondeling: false, vertrouwelijk: false, voor: [] },
    texts: { tekst: 'Cijfers', bron: 'Politie' },
  }),
  maatregel: (van) => ({ facts: maatregelVan(van, false), texts: { omschrijving: 'Toezicht' } }),
  aanvullend: (van) => ({ facts: maatregelVan(van, true), texts: { omschrijving: 'Extra' } }),
  houdtvooroverleg: (van) => ({ facts: { van, onderwerp: 'cl0' } }),
  voortgang: (van) => ({
    facts: { regel: 'r0', van, status: 'loopt', percentage: null },
    texts: { opmerking: '' },
  }),
  uitgevoerd: () => ({ facts: { uitgevoerd: 'ja' }, texts: { toelichting: '' } }),
  evaluatie: () => ({
    facts: { bereikt: 'ja', tevreden: 'ja' },
    texts: { gemeten: '', waarom: '' },
  }),
  capaciteit: (van) => ({
    facts: { regel: 'r0', van, aantal: 4, eenheid: 'uren', extra: false },
  }),
  meting: (van) => ({
    facts: { doel: 'doel0', van, waarde: 4, datum: '2027-05-01' },
    texts: { opmerking: '' },
  }),
  afspraak: (van) => ({
    facts: { wie: van, wanneer: '', klaar: false, overleg: '', soort: 'algemeen' },
    texts: { wat: 'Bellen' },
  }),
};

const EEN_RIJ: Readonly<Record<string, Json>> = { ...RIJ, onderwerp: 'cl0', trekker: WIE.lid };
const TYPERING = { kans: 'hoog', gevolgen: 'personen', prioriteit: 'hoog', criteria: {} };
const maatregelVan = (van: string, aanvullend: boolean): Record<string, Json> => ({
  van,
  onderwerp: 'cl0',
  soorten: ['groep'],
  type: 'preventief',
  criteria: {},
  ingebracht: '',
  aanvullend,
});

/** Entries of the group as a whole: whose they are makes no difference. */
const VAN_DE_GROEP: Readonly<Record<string, string>> = {
  aanvraag: WIE.aanvrager,
  akkoord: WIE.notulist,
  nagekomen: 'nk',
  criterium: 'c.probleem.0',
  cluster: 'cl0',
  gevolg: 'gevolg.los',
  doel: 'doel0',
  monitoring: 'mo0',
  regel: 'r0',
  besluit: 'be0',
  verbeterpunt: 'vp0',
  aanbeveling: 'av0',
};

/** Every actor owns one entry of each kind that stands and one that was withdrawn; so does somebody else. */
function metVanAlles(wereld: Wereld): Wereld {
  const eigenaren = [...new Set(ACTOREN.map(({ oid }) => oid)), WIE.stil].filter((id) => id !== '');
  for (const [soort, inhoud] of Object.entries(SOORTEN))
    for (const van of eigenaren)
      for (const gone of [false, true])
        wereld.said(van, [
          {
            kind: soort === 'aanvullend' ? 'maatregel' : soort,
            id: eigenId(soort, van, gone),
            ...inhoud(van),
            ...(gone ? { gone } : {}),
          },
        ]);
  wereld.said(WIE.leider, [
    { kind: 'gevolg', id: 'gevolg.los', facts: { oorzaak: 'p1', gevolg: 'p2' } },
    {
      kind: 'regel',
      id: 'r0',
      facts: EEN_RIJ,
      texts: { wat: 'Toezicht', werkwijze: '', bron: '' },
    },
    // Two of one organisatie, so that the one can leave it to the other.
    ...['d0', WIE.notulist].map((id) => ({
      kind: deelnemer.name,
      id,
      texts: { organisatie: 'Samen' },
    })),
    // A text of before there were own criteria.
    {
      kind: 'nagekomen',
      id: 'nk',
      facts: {
        van: WIE.stil,
        verb: 'maatregel.nietsaan',
        args: {},
        inhoud: { onderwerpen: 'p2' },
        antwoord: '',
      },
      texts: {},
    },
  ]);
  for (const [soort, id] of Object.entries(VAN_DE_GROEP)) {
    const found = wereld.project.entries.get(soort)?.get(id);
    if (!found) continue;
    // Problems are in one cluster only.
    const facts = { ...found.facts, ...(soort === 'cluster' && { problemen: ['p3', 'p4'] }) };
    wereld.said('klok', [{ kind: soort, id: `${id}.weg`, facts, texts: found.texts, gone: true }]);
  }
  return wereld;
}

/** The vote is over, and the list not fixed yet: clusters may change. */
function naStemming(): Toestand {
  const nu = toestand('overleg 1, na de stemming', 2, 'overleg');
  nu.wereld?.said(WIE.leider, [{ kind: 'stemming', id: 'stemming', facts: { open: false } }]);
  return nu;
}

/** A step that was just opened: nothing was entered in it. */
function pasGeopend(): Toestand {
  const nu = toestand('stap 3, net geopend', 3, 'open');
  nu.wereld?.said('klok', [
    { kind: 'stap', id: 'maatregelen', facts: { sinds: nu.wereld.project.n } },
  ]);
  return nu;
}

const TOESTANDEN: readonly Toestand[] = [
  {
    naam: 'niet gestart',
    stap: 0,
    opSlot: false,
    overleg: false,
    afgerond: false,
    wereld: undefined,
  },
  toestand('stap 1', 1, 'open'),
  toestand('stap 2 open', 2, 'open'),
  toestand('stap 2 op slot', 2, 'gesloten'),
  toestand('overleg 1', 2, 'overleg'),
  naStemming(),
  toestand('na overleg 1', 2, 'na overleg'),
  toestand('stap 3 open', 3, 'open'),
  pasGeopend(),
  toestand('stap 3 op slot', 3, 'gesloten'),
  toestand('stap 4', 4, 'open'),
  toestand('overleg 2', 4, 'overleg'),
  toestand('stap 5', 5, 'open'),
  toestand('stap 6 open', 6, 'open'),
  toestand('stap 6 op slot', 6, 'gesloten'),
  toestand('overleg 3', 6, 'overleg'),
  toestand('na overleg 3', 6, 'na overleg'),
  toestand('afgerond', 6, 'afgerond'),
];

type Doel = 'geen' | 'eigen' | 'van een ander' | 'van een ander project';

/** What the table says: `mag`, or the reason of the refusal. */
function verwacht(
  verb: string,
  recht: Recht,
  wie: Actor,
  nu: Toestand,
  doel: Doel,
  args: Args,
): string {
  if (verb === 'project.start') return nu.stap === 0 ? 'mag' : 'al-project';
  // Asking to join concerns a project that is there.
  if (nu.stap === 0) return recht.wie === 'ieder' ? 'niet-gevonden' : 'geen-deelnemer';
  return (
    magDeze(recht.wie, wie, nu) ??
    magNu(recht, wie, nu) ??
    (isEr(nu, recht, args) ? undefined : 'niet-gevonden') ??
    (doel === 'van een ander' ? magVanAnder(recht, wie, nu) : undefined) ??
    'mag'
  );
}

/** What the button is about is in this project, whether it stands or was withdrawn. */
const isEr = ({ wereld }: Toestand, { over }: Recht, { id = '' }: Args) =>
  !over || [...(wereld?.project.entries.values() ?? [])].some((ofKind) => ofKind.has(id));

function magDeze(recht: Wie, { rol }: Actor, { overleg, stap }: Toestand): string | undefined {
  const isLid = rol !== 'geen';
  // Somebody leads in all of these states.
  if (recht === 'erfgenaam') return isLid ? 'niet-nu' : 'geen-deelnemer';
  const schrijft = (nummer: number) =>
    rol === 'leiding' || (rol === 'notulist' && overleg && OVERLEG_IN_STAP[stap] === nummer);
  const mag = {
    ieder: true,
    lid: isLid,
    notulist: schrijft(OVERLEG_IN_STAP[stap] ?? 0),
    'notulist 2': schrijft(2),
    'notulist 3': schrijft(3),
    leiding: rol === 'leiding',
  }[recht];
  return mag ? undefined : isLid ? 'alleen-projectleider' : 'geen-deelnemer';
}

const OVERLEG_IN_STAP: Readonly<Record<number, number>> = { 2: 1, 4: 2, 5: 2, 6: 3 };

function magNu({ wanneer }: Recht, { rol }: Actor, nu: Toestand): string | undefined {
  const [soort = '', van = '0'] = wanneer.split(' ');
  const stap = Number(van);
  if (soort === 'altijd') return undefined;
  if (nu.afgerond) return 'project-afgerond';
  if (nu.stap < stap) return 'stap-nog-niet';
  // In all of these states later steps speak of what the first ones gave.
  if (soort === 'in' && nu.stap > stap) return 'niet-nu';
  if (soort !== 'invoer' || rol === 'leiding') return undefined;
  if (nu.stap > stap) return 'stap-voorbij';
  return nu.opSlot ? 'stap-gesloten' : undefined;
}

function magVanAnder({ over }: Recht, wie: Actor, nu: Toestand): string | undefined {
  const van = over?.[1] ?? 'eigen';
  if (van === 'alle') return undefined;
  if (van.includes('leiding') && wie.rol === 'leiding') return undefined;
  if (van.includes('schrijver') && magDeze('notulist 2', wie, nu) === undefined) return undefined;
  return 'alleen-eigen';
}

/** Refused, but not for who one is, when it is, or whose it is. */
const OM_IETS_ANDERS = ['velden', 'bevestigen', 'niet-nu', 'gewijzigd'];
/** Who may do it at all may hear first that it makes no sense now, or is not there. */
const MAG_EERST: Readonly<Record<string, readonly string[]>> = {
  'alleen-eigen': ['niet-nu'],
  'niet-gevonden': ['niet-nu', 'stap-voorbij'],
  'niet-nu': ['niet-gevonden'],
  'stap-voorbij': ['niet-nu', 'niet-gevonden'],
};

function klopt({ reden, gelukt }: Uitkomst, moet: string, { wie }: Recht, doel: Doel): boolean {
  if (moet === 'mag') return gelukt || OM_IETS_ANDERS.includes(reden);
  // Who keeps the notes of another overleg hears whatever is looked at first.
  const isAnderOverleg = moet === 'alleen-projectleider' && wie.startsWith('notulist ');
  // What is not there may be said before it would be too early for it.
  if (doel === 'van een ander project' && moet === 'stap-nog-niet' && reden === 'niet-gevonden')
    return !gelukt;
  return (
    !gelukt && (isAnderOverleg || reden === moet || (MAG_EERST[moet]?.includes(reden) ?? false))
  );
}

function ctxVan(wie: Actor, { wereld }: Toestand, args: Args): Ctx {
  const project = wereld?.project ?? emptyProject('leeg');
  const iemand = {
    naam: wie.naam,
    account: '',
    tenant: wie.tenant,
    oid: wie.oid,
    // Teams gives the same person another id in another tenant.
    teamsId: wie.tenant === TENANT ? wie.oid : `${wie.tenant}:${wie.oid}`,
    extern: false,
  };
  const nieuw = { ...iemand, naam: 'Nieuw', oid: 'nieuw', teamsId: 'nieuw', tenant: TENANT };
  const gesprek = {
    id: 'gesprek',
    soort: 'groupChat',
    tenant: TENANT,
    isBesloten: true,
    vorige: '',
  } as const;
  return {
    project,
    iemand,
    actor: whoIs(project, iemand) ?? NIEMAND,
    now: wereld?.now ?? '2027-01-04T09:00:00.000Z',
    gesprek: { ...gesprek, leden: [...leden(project).map(inGesprek), nieuw] },
    args,
    toch: true,
    traject: planner,
    uploads: [{ sleutel: 'b_1', soort: 'jpg', bytes: 1_000, naam: 'Stuk.jpg', uitChat: true }],
  };
}

interface Uitkomst {
  reden: string;
  gelukt: boolean;
}

/** Somebody of the group, in the roster of the conversation. */
const inGesprek = ({ naam, facts }: Deelnemer) => {
  const { tenant = TENANT, oid = '', teamsId = '' } = facts.identities[0] ?? {};
  return { naam, account: '', tenant, oid, teamsId, extern: facts.extern };
};

/** Presses, with everything filled in that the form asks. */
function uitkomst(action: AnyAction, ctx: Ctx, inputs: Record<string, string>): Uitkomst {
  const form = openForm(action, ctx);
  const velden = 'kind' in form ? form.velden : {};
  const raw = { ...vulIn(velden, ctx.now), ...inputs };
  const decision = judge(action, ctx, { raw, rev: 'kind' in form ? form.rev : 0 });
  if (decision.accepted) return { reden: '', gelukt: true };
  return { reden: decision.reason, gelukt: false };
}

/** Where what a form proposes does not do. */
const INPUTS: Readonly<Record<string, Record<string, string>>> = {
  'gevolg.leggen': { oorzaak: 'p3', gevolg: 'p4' },
};

/** What the button names besides what the table speaks of. */
const ANDERS: Readonly<Record<string, Args>> = {
  'stem.handen': { organisatie: WIE.stil },
  'probleem.ook': { id: `probleem.${WIE.stil}` },
  'overleg.deadline': { stap: 'maatregelen' },
  'overleg.uitkomst': { nummer: '1', regel: 'ap1x0' },
  'maatregel.beoordelen': { onderwerp: 'cl0' },
  'maatregel.nietsaan.dit': { onderwerp: 'cl0' },
  'maatregel.inoverleg.dit': { onderwerp: 'cl0' },
  'maatregel.toch': { onderwerp: 'cl0' },
  'evaluatie.doel': { doel: 'doel0' },
  'nagekomen.sturen': { verb: 'probleem.doorgeven' },
  'tekst.wissen': { soort: 'document', id: 'b0' },
};

/** What the button names in each state. */
const PER_TOESTAND: Readonly<Record<string, (ctx: Ctx) => Args>> = {
  'stap.starten': (ctx) => (nuVerder(ctx) ? (verderMet(ctx)[0]?.knop.args ?? {}) : {}),
};

const nuVerder = ({ project }: Ctx) => huidig(project) !== undefined;

function argsVoor(verb: string, { over, terug }: Recht, { oid }: Actor, doel: Doel): Args {
  if (!over) return ANDERS[verb] ?? {};
  const [soort] = over;
  if (doel === 'van een ander project') return { id: 'p_elders.probleem.1' };
  if (soort === 'deelnemer') return { id: doel === 'eigen' ? oid : WIE.stil };
  const weg = terug === true;
  if (soort in VAN_DE_GROEP) return { id: `${VAN_DE_GROEP[soort] ?? ''}${weg ? '.weg' : ''}` };
  return { id: eigenId(soort, doel === 'eigen' ? oid : WIE.stil, weg) };
}

const doelen = ({ over }: Recht): readonly Doel[] =>
  !over
    ? ['geen']
    : over[1] === 'alle'
      ? ['van een ander', 'van een ander project']
      : ['eigen', 'van een ander', 'van een ander project'];

describe('every action, by everybody, in every state, on every target', () => {
  it('stands in the table, and everything in the table exists', () => {
    expect([...planner.acties.keys()].sort()).toEqual(Object.keys(TABEL).sort());
    expect([...planner.weergaven.keys()].sort()).toEqual(Object.keys(ZICHT).sort());
  });

  it.each(Object.entries(TABEL))('%s is as the table says [A15, E18]', (verb, recht) => {
    const action = planner.acties.get(verb);
    const anders: string[] = [];
    let gelukt = 0;
    for (const nu of TOESTANDEN)
      for (const wie of ACTOREN)
        for (const doel of doelen(recht)) {
          const args = {
            ...argsVoor(verb, recht, wie, doel),
            ...PER_TOESTAND[verb]?.(ctxVan(wie, nu, {})),
          };
          const found = uitkomst(action!, ctxVan(wie, nu, args), INPUTS[verb] ?? {});
          const moet = verwacht(verb, recht, wie, nu, doel, args);
          if (found.gelukt) gelukt += 1;
          if (!klopt(found, moet, recht, doel))
            anders.push(`${wie.naam}, ${nu.naam}, ${doel}: ${found.reden} in plaats van ${moet}`);
        }

    expect(anders).toEqual([]);
    // Else the table would hold for something that nobody can ever do.
    if (recht.wie !== 'erfgenaam') expect(gelukt).toBeGreaterThan(0);
  });

  it.each(Object.entries(ZICHT))('%s is shown to whom it is for', (verb, wieMag) => {
    const view = planner.weergaven.get(verb)!;
    for (const nu of TOESTANDEN.slice(1))
      for (const wie of ACTOREN) {
        const refused = mayNotSee(view, ctxVan(wie, nu, {}));
        expect(refused?.reason, `${wie.naam}, ${nu.naam}`).toBe(magDeze(wieMag, wie, nu));
      }
  });

  it('lets a deelnemer lead when nobody leads any more, and nobody from outside [A15]', () => {
    const nu = toestand('stap 3 open', 3, 'open');
    const weg = [WIE.leider, WIE.plaatsvervanger];
    const verlaten = stadium(HALF, 3, 'open');
    verlaten.said(
      'klok',
      weg.map((id) => ({ kind: deelnemer.name, id, facts: { status: 'weg' } })),
    );
    const action = planner.acties.get('projectleider.overnemen')!;

    for (const wie of ACTOREN) {
      const { gelukt } = uitkomst(action, ctxVan(wie, { ...nu, wereld: verlaten }, {}), {});
      expect(gelukt, wie.naam).toBe(wie.rol === 'lid' || wie.rol === 'notulist');
    }
  });
});
