import { formOf, vorm, type AnyAction, type Ctx, type View } from '../../process/action.ts';
import { accept, notNow, refuse, refuseFields, type Refused } from '../../process/decision.ts';
import { leads } from '../../process/deelnemers.ts';
import { datum, kenmerk, kies, lang, meer, vink } from '../../process/form.ts';
import { newId } from '../../process/project.ts';
import { gelukt, item, lijst, type Button, type Groep, type Item } from '../../process/screen.ts';
import { dateOf, dateText } from '../../process/time.ts';
import { bladVan, enkel, meerKeuzes, opsomming } from '../bladen.ts';
import { intrekkenEnTerug } from '../intrekken.ts';
import { NIET_OVER_PERSONEN } from '../keuzes.ts';
import { change, regels, type Regel } from '../matrix.ts';
import { all, type Project } from '../../process/project.ts';
import { besluit, kortweg } from '../plan.ts';
import {
  besluitMet,
  omvang,
  partijen,
  partijenVan,
  sleutelVan,
  standen,
  wachtOpBesluit,
  type Besluit,
  type Partij,
  type Stand,
} from './partijen.ts';
import { magNietSchrijven, zietMatrix } from './toegang.ts';

const ANTWOORDEN = [
  { id: 'akkoord', tekst: 'Akkoord' },
  { id: 'niet akkoord', tekst: 'Niet akkoord' },
  { id: 'onder voorwaarden', tekst: 'Akkoord onder voorwaarden' },
] as const;

const HOE = [
  { id: 'mondeling', tekst: 'Mondeling' },
  { id: 'e-mail', tekst: 'E-mail' },
  { id: 'B&W-besluit', tekst: 'B&W-besluit' },
  { id: 'anders', tekst: 'Anders' },
] as const;

const naarBesluiten: Button = { titel: 'Alle besluiten', verb: 'besluiten' };

/** The rows that a partij decides about: all for an opdrachtgever, those it works on for an organisatie. */
function regelsVan(project: Project, partij: string): Regel[] {
  const sleutel = sleutelVan(project, partij);
  return regels(project).filter((rij) =>
    partijenVan(project, rij).some((found) => found.sleutel === sleutel),
  );
}

function partijKeuzes(ctx: Ctx, gekozen: string | undefined) {
  const all = partijen(ctx.project).map(({ id, naam }) => ({ id, tekst: kortweg(naam) }));
  const blad = bladVan(all, ctx.args['partijen'], gekozen ? [gekozen] : []);
  return {
    keuzes: enkel(blad, all, gekozen),
    knoppen: (verb: string) => meerKeuzes(blad, 'Andere partijen', verb, ctx.args, 'partijen'),
  };
}

function regelBlad(ctx: Ctx, gekozen: readonly string[]) {
  const { partij } = ctx.args;
  const rows = partij ? regelsVan(ctx.project, partij) : regels(ctx.project);
  return bladVan(
    rows.map(({ id, texts }) => ({ id, tekst: kortweg(texts.wat) })),
    ctx.args['regels'],
    gekozen,
  );
}

/** The id of the same partij as it stands in the list now. */
const huidigePartij = (project: Project, id: string | undefined) =>
  id === undefined
    ? undefined
    : partijen(project).find(({ sleutel }) => sleutel === sleutelVan(project, id))?.id;

/** What was picked before: the rows of the decision that is changed, or the row of the button. */
const eerderGekozen = ({ args }: Ctx, found: Besluit | undefined): readonly string[] =>
  found?.facts.regels ?? (args['regel'] ? [args['regel']] : []);

function velden(ctx: Ctx, found?: Besluit) {
  const gekozen = eerderGekozen(ctx, found);
  const partij = huidigePartij(ctx.project, found?.facts.partij ?? ctx.args['partij']);
  return {
    partij: kies(
      { label: 'Wie heeft besloten?', nodig: 'Kies wie heeft besloten.', waarde: partij },
      partijKeuzes(ctx, partij).keuzes,
    ),
    antwoord: kies(
      { label: 'Wat is het besluit?', nodig: 'Kies een antwoord.', waarde: found?.facts.antwoord },
      ANTWOORDEN,
    ),
    alles: vink({
      label: 'Het besluit gaat over alle maatregelen van deze partij',
      aan: gekozen.length === 0,
    }),
    regels: meer(
      {
        label: 'Of alleen over deze maatregelen',
        uitleg: 'Haal dan het vinkje hierboven weg.',
        waarde: gekozen,
      },
      regelBlad(ctx, gekozen).keuzes,
    ),
    voorwaarden: lang({
      label: 'Voorwaarden',
      uitleg: 'Mag leeg blijven.',
      waarde: found?.texts.voorwaarden,
    }),
    datum: datum({
      label: 'Wanneer?',
      nodig: 'Kies een datum.',
      waarde: found?.facts.datum ?? dateOf(ctx.now),
    }),
    hoe: kies(
      {
        label: 'Hoe is het besloten?',
        nodig: 'Kies hoe het is besloten.',
        waarde: found?.facts.hoe ?? 'mondeling',
      },
      HOE,
    ),
    kenmerk: kenmerk({
      label: 'Zaaknummer of link',
      uitleg: 'Mag leeg blijven.',
      waarde: found?.texts.kenmerk,
    }),
  };
}

function formulierVan(ctx: Ctx, verb: string, found?: Besluit) {
  const partij = huidigePartij(ctx.project, found?.facts.partij ?? ctx.args['partij']);
  return formOf(found ? 'Besluit wijzigen' : 'Besluit vastleggen', velden(ctx, found), {
    rev: found?.rev ?? 0,
    uitleg: ['Leg vast wat de opdrachtgever of organisatie heeft besloten.', NIET_OVER_PERSONEN],
    knoppen: [
      ...partijKeuzes(ctx, partij).knoppen(verb),
      ...meerKeuzes(
        regelBlad(ctx, eerderGekozen(ctx, found)),
        'Andere maatregelen',
        verb,
        ctx.args,
        'regels',
      ),
    ],
  });
}

interface Antwoord {
  partij: string;
  antwoord: Besluit['facts']['antwoord'];
  alles: boolean;
  regels: readonly string[];
  voorwaarden: string;
  datum: string;
  hoe: Besluit['facts']['hoe'];
  kenmerk: string;
}

/** The rows it is about, once each: all of the partij, or those picked here and on other pages of the form. */
function gekozenRegels(
  ctx: Ctx,
  found: Besluit | undefined,
  { alles, partij, regels: picked }: Antwoord,
): Regel[] {
  const known = regels(ctx.project);
  if (alles) return regelsVan(ctx.project, partij);
  const kept = found ? regelBlad(ctx, eerderGekozen(ctx, found)).elders : [];
  return known.filter(({ id }) => picked.includes(id) || kept.includes(id));
}

function bezwaarTegen(
  { now }: Ctx,
  { antwoord, voorwaarden, datum: dag }: Antwoord,
  gaatOver: readonly Regel[],
): Refused | undefined {
  const velden = {
    ...(gaatOver.length === 0
      ? { regels: 'Kies minstens één maatregel, of zet het vinkje aan.' }
      : {}),
    ...(antwoord === 'onder voorwaarden' && voorwaarden === ''
      ? { voorwaarden: 'Schrijf de voorwaarden op.' }
      : {}),
    ...(dag > dateOf(now) ? { datum: 'Deze datum moet nog komen. Kies vandaag of eerder.' } : {}),
  };
  return Object.keys(velden).length > 0 ? refuseFields(velden) : undefined;
}

function leg(ctx: Ctx, found: Besluit | undefined, values: Antwoord) {
  const gaatOver = gekozenRegels(ctx, found, values);
  const bezwaar = bezwaarTegen(ctx, values, gaatOver);
  if (bezwaar) return bezwaar;
  const id = found?.id ?? newId(ctx.project, 'b');
  const { partij, antwoord, datum: dag, hoe, voorwaarden, kenmerk: nummer } = values;
  const facts = {
    partij,
    antwoord,
    datum: dag,
    hoe,
    regels: gaatOver.map((rij) => rij.id),
    omvang: Object.fromEntries(gaatOver.map((rij) => [rij.id, omvang(ctx.project, rij)])),
  };
  const naam = partijen(ctx.project).find((one) => one.id === partij)?.naam ?? '';
  return accept(
    id,
    change(besluit, found, id, facts, { partij: naam, voorwaarden, kenmerk: nummer }),
  );
}

const vastleggen = vorm({
  verb: 'besluit.vastleggen',
  right: 'projectleider',
  when: { vanaf: 'doelstellingen' },
  form: (ctx) => {
    if (regels(ctx.project).length === 0) {
      return (
        magNietSchrijven(ctx) ??
        notNow('Er staat nog niets in de matrix. Zet er eerst een maatregel in.')
      );
    }
    return magNietSchrijven(ctx) ?? formulierVan(ctx, 'besluit.vastleggen');
  },
  decide: (ctx, values) => leg(ctx, undefined, values),
  receipt: (ctx, about) => vastgelegd(ctx, about, 'Het besluit is vastgelegd.'),
});

const wijzigen = vorm({
  verb: 'besluit.wijzigen',
  right: 'projectleider',
  when: { vanaf: 'doelstellingen' },
  form: (ctx) => {
    const found = besluitMet(ctx.project, ctx.args['id']);
    if (!found) return refuse('niet-gevonden');
    return magNietSchrijven(ctx) ?? formulierVan(ctx, 'besluit.wijzigen', found);
  },
  decide: (ctx, values) => {
    const found = besluitMet(ctx.project, ctx.args['id']);
    return found ? leg(ctx, found, values) : refuse('niet-gevonden');
  },
  receipt: (ctx, about) => vastgelegd(ctx, about, 'Het besluit is gewijzigd.'),
});

function vastgelegd({ project }: Ctx, about: string, titel: string) {
  const wacht = standen(project).filter(wachtOpBesluit).length;
  const found = besluitMet(project, about);
  return gelukt(
    titel,
    [
      ...(found ? [`${found.texts.partij}: ${found.facts.antwoord}.`] : []),
      wacht === 0
        ? 'Niets wacht nog op een besluit.'
        : `Nog ${aantal(wacht)} met extra inzet of geld wacht op een besluit.`,
    ],
    [{ titel: 'Volgende besluit', verb: 'besluit.vastleggen' }, naarBesluiten],
  );
}

const aantal = (n: number) => (n === 1 ? '1 maatregel' : `${n} maatregelen`);

const intrekken = intrekkenEnTerug({
  kind: besluit,
  naam: 'besluit',
  right: 'projectleider',
  when: { vanaf: 'doelstellingen' },
  mag: () => true,
  bijTerug: () => [],
  weg: 'Het besluit is ingetrokken.',
  terug: 'Het besluit geldt weer.',
  lijst: () => naarBesluiten,
});

/** What was decided, and who still has to decide; those names only for who leads (ux.md rule 16). */
const overzicht: View = {
  verb: 'besluiten',
  right: 'deelnemer',
  show: (ctx) => {
    const terug: Button[] = [{ titel: 'Uitvoeringsmatrix', verb: 'matrix' }];
    if (!zietMatrix(ctx))
      return lijst('Besluiten', [], {
        uitleg: ['Je ziet dit als stap 5 begint.'],
        knoppen: [{ titel: 'Status', verb: 'status' }],
      });
    const stand = standen(ctx.project);
    const nog = openPartijen(ctx.project, stand);
    const totaal = partijen(ctx.project).length;
    return lijst(
      'Besluiten',
      [
        ...(leads(ctx.actor) ? [{ kop: 'Moet nog besluiten', items: nog.map(asItem) }] : []),
        ...besluitGroepen(ctx.project, leads(ctx.actor)),
      ].filter(({ items }) => items.length > 0),
      {
        pagina: ctx.args['pagina'],
        uitleg: [
          'Opdrachtgevers en organisaties besluiten over de maatregelen.',
          ...(totaal > 0 && stand.length > 0
            ? [`${totaal - nog.length} van de ${totaal} hebben over alles besloten.`]
            : ['Er valt nog niets te besluiten.']),
          ...(stand.some(wachtOpBesluit)
            ? [
                `${aantal(stand.filter(wachtOpBesluit).length)} met extra inzet of geld: wacht op besluit.`,
              ]
            : []),
        ],
        knoppen:
          leads(ctx.actor) && stand.length > 0
            ? [{ titel: 'Besluit vastleggen', verb: 'besluit.vastleggen' }, ...terug]
            : terug,
      },
    );
  },
};

/** Who has not decided about every row, with those rows. */
export function openPartijen(
  project: Project,
  stand: readonly Stand[],
): { partij: Partij; rows: Stand[] }[] {
  return partijen(project)
    .map((partij) => ({
      partij,
      rows: stand.filter(({ wacht }) => wacht.some(({ sleutel }) => sleutel === partij.sleutel)),
    }))
    .filter(({ rows }) => rows.length > 0);
}

const asItem = ({ partij, rows }: ReturnType<typeof openPartijen>[number]): Item => {
  const extra = rows.filter((stand) => stand.extra);
  return item(
    partij.naam,
    [
      `Nog over ${aantal(rows.length)}${extra.length > 0 ? `, ${extra.length} met extra inzet of geld` : ''}`,
      opsomming(
        rows.map(({ rij }) => kortweg(rij.texts.wat, 60)),
        3,
      ),
    ],
    [{ titel: 'Besluit vastleggen', verb: 'besluit.vastleggen', args: { partij: partij.id } }],
  );
};

/** The decisions taken, the last one first. */
export function besluitGroepen(project: Project, metKnoppen = false): Groep[] {
  const known = new Map(regels(project).map((rij) => [rij.id, kortweg(rij.texts.wat, 60)]));
  const items = all(project, besluit)
    .sort((a, b) => b.rev - a.rev)
    .map(({ id, facts, texts }) =>
      item(
        `${texts.partij}: ${facts.antwoord}`,
        [
          `${dateText(facts.datum)}, ${facts.hoe}${texts.kenmerk ? `, ${texts.kenmerk}` : ''}`,
          `Over: ${
            opsomming(
              facts.regels.flatMap((rij) => known.get(rij) ?? []),
              3,
            ) || 'maatregelen die er niet meer staan'
          }`,
          ...(texts.voorwaarden ? [`Voorwaarden: ${texts.voorwaarden}`] : []),
        ],
        metKnoppen
          ? [
              { titel: 'Wijzigen', verb: 'besluit.wijzigen', args: { id } },
              { titel: 'Intrekken', verb: 'besluit.intrekken', args: { id }, stijl: 'destructive' },
            ]
          : [],
      ),
    );
  return items.length > 0 ? [{ kop: 'Besloten', items }] : [];
}

export const besluitActies: readonly AnyAction[] = [vastleggen, wijzigen, ...intrekken];
export const besluitWeergaven: readonly View[] = [overzicht];
