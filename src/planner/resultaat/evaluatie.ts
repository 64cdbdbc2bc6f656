import type { AnyAction, Ctx } from '../../process/contract/contract.ts';
import { formOf, vorm } from '../../process/contract/action.ts';
import { accept, notNow, refuse } from '../../process/contract/decision.ts';
import { hertekenen, kiesLezers, naOpslaan, naVink } from '../../process/stappen/lezers.ts';
import { bladVan, vervolgKnoppen } from '../../process/vormen/bladen.ts';
import { kies, kort, lang, type Field } from '../../process/vormen/form.ts';
import { PER_BLAD } from '../../process/vormen/grenzen.ts';
import { type Project, one } from '../../process/feiten/project.ts';
import { sayIfNew } from '../../process/feiten/say-if-new.ts';
import { type Button, gelukt } from '../../process/vormen/screen.ts';
import {
  laatsteVoortgang,
  regels,
  statusTekst,
  type Doel,
  type Regel,
  type Status,
  type Voortgang,
} from '../plan/uitvoeringsmatrix.ts';
import { JIJ, vertrouwelijkVeld } from '../plan/lezers.ts';
import { hertekenenBij, naVinkBijAlle, vinkBij } from '../plan/vink.ts';
import { doel, evaluatie, uitgevoerd, type EntryOf } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { metingenVan } from '../plan/metingen.ts';
import { AFRONDEN, EVALUATIE } from './knoppen.ts';
import { doelStand, geevalueerd, isGehaald } from './stand.ts';
import { MATRIX } from '../plan/knoppen.ts';

type Uitgevoerd = EntryOf<typeof uitgevoerd>['facts']['uitgevoerd'];

const GEDAAN = [
  { id: 'ja', tekst: 'Ja' },
  { id: 'deels', tekst: 'Deels' },
  { id: 'nee', tekst: 'Nee' },
] as const;

/** What the last report suggests about whether a row was carried out; undefined without a report. */
const VERMOEDEN: Readonly<Record<Status, Uitgevoerd>> = {
  'niet gestart': 'nee',
  loopt: 'deels',
  klaar: 'ja',
  gestopt: 'nee',
};

const blad = ({ project, args }: Ctx) => bladVan(regels(project), PER_BLAD.regels, args['pagina']);

/** "Hebben we gedaan wat we hebben afgesproken?": for each row ja, deels or nee, and why (K3). */
const maatregelen = vorm({
  verb: 'evaluatie.maatregelen',
  right: 'projectleider',
  when: { vanaf: 'resultaat' },
  form: (ctx) => {
    const { deel: rows, nummer, van } = blad(ctx);
    if (rows.length === 0)
      return notNow('Er staat geen maatregel in de matrix. Zet er eerst een in.', [MATRIX]);
    const last = laatsteVoortgang(ctx.project);
    const velden = Object.assign(
      {},
      ...rows.map((rij) => rijVelden(ctx.project, rij, last.get(rij.id))),
    ) as Record<string, Field<unknown>>;
    const vink = vinkBij(velden, nuVan(ctx.project, rows));
    return formOf(
      'Hebben we gedaan wat we hebben afgesproken?',
      { ...velden, ...vink.velden },
      {
        rev: Math.max(0, ...rows.map(({ id }) => one(ctx.project, uitgevoerd, id)?.rev ?? 0)),
        uitleg: [...(van > 1 ? [`Deel ${nummer} van ${van}.`] : []), ...vink.uitleg],
      },
    );
  },
  decide: (ctx, values: Readonly<Record<string, unknown>>) => {
    const rows = blad(ctx).deel;
    const nu = nuVan(ctx.project, rows);
    const events = rows.flatMap(({ id }) => {
      const toelichting = values[`waarom_${id}`] as string;
      const found = one(ctx.project, uitgevoerd, id)?.facts;
      const vink = values['vertrouwelijk'] === true;
      return sayIfNew(ctx.project, uitgevoerd, {
        id,
        facts: {
          uitgevoerd: values[`gedaan_${id}`] as Uitgevoerd,
          ...naVinkBijAlle(vink, { nu, found, heeftTekst: toelichting !== '' }),
        },
        texts: { toelichting },
      });
    });
    return accept('', events, ...hertekenenBij(events));
  },
  receipt: (ctx) => {
    const volgende = { wat: 'maatregelen', verb: 'evaluatie.maatregelen', args: {} };
    return gelukt(
      'Opgeslagen.',
      [],
      [...vervolgKnoppen(blad(ctx), volgende), ...volgendDoel(ctx.project), EVALUATIE],
    );
  },
});

const nuVan = (project: Project, rows: readonly Regel[]) =>
  rows.map(({ id }) => one(project, uitgevoerd, id)?.facts);

function rijVelden(
  project: Project,
  rij: Regel,
  last: Voortgang | undefined,
): Record<string, Field<unknown>> {
  const found = one(project, uitgevoerd, rij.id);
  return {
    [`gedaan_${rij.id}`]: kies(
      {
        label: kortweg(rij.texts.wat, 100),
        uitleg: voorstelZin(last),
        nodig: 'Kies ja, deels of nee.',
        waarde: found?.facts.uitgevoerd,
      },
      GEDAAN,
    ),
    [`waarom_${rij.id}`]: kort({
      label: 'Waarom?',
      waarde: found?.texts.toelichting,
    }),
  };
}

/** What the last report suggests, and that it does: nothing is chosen for whoever answers. */
const voorstelZin = (last: Voortgang | undefined): string =>
  last
    ? `Voorstel op basis van de voortgang: ${VERMOEDEN[last.facts.status]} (${statusTekst(last)}).`
    : 'Nog niemand gaf door hoe het hiermee staat.';

/** For each goal: reached or not, how measured, satisfied or not, and why (J2, K5, K6). */
const doelForm = vorm({
  verb: 'evaluatie.doel',
  right: 'projectleider',
  when: { vanaf: 'resultaat' },
  form: (ctx) => {
    const goal = one(ctx.project, doel, ctx.args['doel'] ?? '');
    if (!goal) return refuse('niet-gevonden');
    return formOf('Is dit doel bereikt?', doelVelden(ctx.project, goal), {
      rev: one(ctx.project, evaluatie, goal.id)?.rev ?? 0,
      uitleg: [goal.texts.specifiek, doelStand(ctx.project, goal)],
    });
  },
  decide: ({ project, args }, { bereikt, gemeten, tevreden, waarom, vertrouwelijk }) => {
    const goal = one(project, doel, args['doel'] ?? '');
    if (!goal) return refuse('niet-gevonden');
    const { id } = goal;
    const found = one(project, evaluatie, id)?.facts;
    const lezers = naVink(vertrouwelijk, found);
    const said = { id, facts: { bereikt, tevreden, ...lezers }, texts: { gemeten, waarom } };
    return accept(id, sayIfNew(project, evaluatie, said), ...hertekenen(found, lezers));
  },
  receipt: ({ project }, about) => {
    const next = volgendDoel(project);
    const besloten = naOpslaan(
      one(project, evaluatie, about)?.facts,
      'evaluatie.vertrouwelijk',
      about,
    );
    return gelukt(
      'De evaluatie van dit doel is opgeslagen.',
      [...(next.length === 0 ? ['Alle doelen zijn besproken.'] : []), ...besloten.regels],
      [...besloten.knoppen, ...next, AFRONDEN, EVALUATIE],
    );
  },
});

function doelVelden(project: Project, goal: Doel) {
  const found = one(project, evaluatie, goal.id);
  const gehaald = isGehaald(goal.facts, metingenVan(project, goal.id).at(-1)?.facts.waarde ?? null);
  return {
    bereikt: kies(
      {
        label: 'Hebben we dit doel bereikt?',
        uitleg: gehaald ? 'Voorstel op basis van de laatste meting: ja.' : '',
        nodig: 'Kies ja, deels of nee.',
        waarde: found?.facts.bereikt,
      },
      GEDAAN,
    ),
    gemeten: lang({
      label: 'Hoe hebben we dat gemeten?',
      nodig: 'Schrijf op hoe het is gemeten.',
      waarde: found?.texts.gemeten ?? goal.texts.meetbaar,
    }),
    tevreden: kies(
      { label: 'Zijn we tevreden?', nodig: 'Kies ja of nee.', waarde: found?.facts.tevreden },
      [
        { id: 'ja', tekst: 'Ja' },
        { id: 'nee', tekst: 'Nee' },
      ],
    ),
    waarom: lang({
      label: 'Waarom wel of niet?',
      nodig: 'Schrijf op waarom.',
      waarde: found?.texts.waarom,
    }),
    vertrouwelijk: vertrouwelijkVeld(found?.facts.vertrouwelijk),
  };
}

/** The next goal without an evaluation. */
export function volgendDoel(project: Project): Button[] {
  const next = geevalueerd(project).find((found) => !found.evaluatie);
  return next
    ? [{ titel: 'Volgende doel', verb: 'evaluatie.doel', args: { doel: next.doel.id } }]
    : [];
}

const lezers = {
  right: 'projectleider',
  when: { vanaf: 'resultaat' },
  mag: () => true,
  altijd: JIJ,
  lijst: EVALUATIE,
} as const;

export const evaluatieActies: readonly AnyAction[] = [
  maatregelen,
  doelForm,
  kiesLezers({ ...lezers, naam: 'uitgevoerd', kind: uitgevoerd }),
  kiesLezers({ ...lezers, naam: 'evaluatie', kind: evaluatie }),
];
