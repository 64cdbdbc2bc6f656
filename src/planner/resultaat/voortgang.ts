import type { AnyAction, Ctx, Fotoplek } from '../../process/contract/contract.ts';
import { formOf, vorm } from '../../process/contract/action.ts';
import { notWhen } from '../../process/contract/judge.ts';
import { accept, notNow, refuse, type Refused } from '../../process/contract/decision.ts';
import { kiesLezers, naOpslaan, eerst } from '../../process/stappen/lezers.ts';
import { isVan, leads, type Deelnemer } from '../../process/feiten/deelnemers.ts';
import { bladVan, vervolgKnoppen } from '../../process/vormen/bladen.ts';
import { getal, kies, kort, numberInput, type Field } from '../../process/vormen/form.ts';
import { PER_BLAD } from '../../process/vormen/grenzen.ts';
import { eigenaar, metNamens } from '../../process/contract/namens.ts';
import { all, type Project, one } from '../../process/feiten/project.ts';
import { sayIfNew } from '../../process/feiten/say-if-new.ts';
import { ontvangen } from '../../process/vormen/screen.ts';
import {
  eigenRegels,
  laatsteVoortgang,
  regelMet,
  regels,
  STATUSSEN,
  type Regel,
  type Status,
  type Voortgang,
} from '../plan/uitvoeringsmatrix.ts';
import { JIJ } from '../plan/lezers.ts';
import { doel, voortgang } from '../plan/plan.ts';
import { EENHEDEN } from '../../process/taal/getallen.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { METING_DOORGEVEN } from './knoppen.ts';
import { meldingNu, nogTeMelden, standenMet } from './stand.ts';
import { hertekenenBij, naVinkBijAlle, vinkBij } from '../plan/vink.ts';
import { VOORTGANG } from './knoppen.ts';

/** The rows that may be reported here: one's own, the one of the button, or all for who leads. */
function gevraagd(ctx: Ctx): Regel[] {
  const { project, actor, args } = ctx;
  const eigen = eigenRegels(project, eigenaar(ctx));
  const asked = regelMet(project, args['regel']);
  if (asked) return leads(actor) || eigen.some(({ id }) => id === asked.id) ? [asked] : [];
  const wilAlles = args['alles'] === 'ja' || (eigen.length === 0 && !args['namens']);
  return leads(actor) && wilAlles ? regels(project) : eigen;
}

/** The part of those rows that one form asks; the order is that of the matrix, so that no row moves while reporting. */
const blad = (ctx: Ctx) => bladVan(gevraagd(ctx), PER_BLAD.regels, ctx.args['pagina']);

/** The three questions of a row with the last answers; the remark only when it was made in this moment. */
function rijVelden(
  { project, now }: Pick<Ctx, 'project' | 'now'>,
  rij: Regel,
  last: Voortgang | undefined,
): Record<string, Field<unknown>> {
  const isVanNu = last?.id === meldingNu(project, rij.id, now);
  return {
    [`status_${rij.id}`]: kies(
      {
        label: kortweg(rij.texts.wat, 100),
        nodig: 'Kies hoe het staat.',
        waarde: last?.facts.status,
      },
      STATUSSEN,
    ),
    [`percentage_${rij.id}`]: getal({
      label: 'Hoe ver is het, in procenten?',
      max: 100,
      eenheden: EENHEDEN.procent,
      voorbeeld: '45',
      waarde: last?.facts.status === 'loopt' ? numberInput(last.facts.percentage) : '',
    }),
    [`opmerking_${rij.id}`]: kort({
      label: 'Opmerking',
      waarde: isVanNu ? last.texts.opmerking : '',
    }),
  };
}

/** Done is 100 percent and not begun is 0, whatever percentage was typed. */
const percentageBij = (status: Status, typed: number | null) =>
  status === 'klaar' ? 100 : status === 'niet gestart' ? 0 : typed;

function nietsTeMelden({ args, actor }: Ctx): Refused {
  if (args['regel']) return refuse('alleen-eigen');
  return notNow(
    leads(actor)
      ? 'Er staat geen maatregel op deze naam. Kies er een bij de voortgang.'
      : 'Er staat geen maatregel op jouw naam. Kijk bij de voortgang hoe het gaat.',
    [VOORTGANG],
  );
}

/** Where one's own last report of each row takes photos. */
export const fotoplekken: readonly Fotoplek[] = [
  {
    soort: voortgang.name,
    naam: 'Voortgang',
    eigen: (ctx) =>
      notWhen({ nieuws: 'resultaat' }, ctx)
        ? []
        : [...laatsteVoortgang(ctx.project).values()].flatMap(({ id, facts: { regel, van } }) => {
            const rij = regelMet(ctx.project, regel);
            return rij && isVan(ctx.project, ctx.actor, van)
              ? [{ id, van, tekst: rij.texts.wat }]
              : [];
          }),
  },
];

const melden = vorm({
  verb: 'voortgang.melden',
  right: 'deelnemer',
  when: { nieuws: 'resultaat' },
  form: (ctx) => {
    const { project, args } = ctx;
    if (args['regel'] && !regelMet(project, args['regel'])) return refuse('niet-gevonden');
    const { deel: rows, nummer, van } = blad(ctx);
    if (rows.length === 0) return nietsTeMelden(ctx);
    const last = laatsteVoortgang(project);
    const velden = Object.assign(
      {},
      ...rows.map((rij) => rijVelden(ctx, rij, last.get(rij.id))),
    ) as Record<string, Field<unknown>>;
    const vink = vinkBij(velden, nuVan(ctx, rows));
    return formOf(
      'Hoe gaat het met de maatregelen?',
      { ...velden, ...vink.velden },
      {
        rev: Math.max(0, ...rows.map(({ id }) => last.get(id)?.rev ?? 0)),
        uitleg: [
          ...(van > 1 ? [`Deel ${nummer} van ${van}.`] : []),
          ...(rows.some(({ id }) => last.has(id))
            ? ['Je vorige antwoorden zijn al ingevuld.']
            : []),
          ...vink.uitleg,
        ],
      },
    );
  },
  decide: (ctx, values: Readonly<Record<string, unknown>>) => {
    const { project } = ctx;
    const rows = blad(ctx).deel;
    const nu = nuVan(ctx, rows);
    const events = rows.flatMap((rij) => {
      const id = meldingNu(project, rij.id, ctx.now);
      const status = values[`status_${rij.id}`] as Status;
      const percentage = percentageBij(status, values[`percentage_${rij.id}`] as number | null);
      const found = one(project, voortgang, id);
      const van = found?.facts.van ?? eigenaar(ctx).id;
      const standen = found?.facts.standen ?? [];
      const texts = { opmerking: values[`opmerking_${rij.id}`] as string };
      const lezers = naVinkBijAlle(values['vertrouwelijk'] === true, {
        nu,
        found: found?.facts,
        heeftTekst: texts.opmerking !== '',
      });
      const facts = { regel: rij.id, status, percentage, van, standen, ...lezers };
      // Kept only with what was said: an answer that says nothing new stays without an event.
      return sayIfNew(project, voortgang, { id, facts, texts }).map((event) => ({
        ...event,
        facts: { ...event.facts, standen: standenMet(found, status, ctx.now) },
      }));
    });
    return accept('', events, ...hertekenenBij(events));
  },
  receipt: (ctx) => {
    const { project, args } = ctx;
    const [rij, ...meer] = blad(ctx).deel;
    const id = rij && meer.length === 0 ? meldingNu(project, rij.id, ctx.now) : '';
    const besloten = naOpslaan(one(project, voortgang, id)?.facts, LEZERS, id);
    const zinnen = eerst(besloten.regels, restTekst(project, eigenaar(ctx)));
    return ontvangen(
      ['De voortgang is opgeslagen.', ...zinnen],
      [
        ...besloten.knoppen,
        ...vervolgKnoppen(blad(ctx), { wat: 'maatregelen', verb: 'voortgang.melden', args }),
        ...(all(project, doel).length > 0 ? [{ ...METING_DOORGEVEN, args: metNamens(ctx) }] : []),
      ],
    );
  },
});

const nuVan = ({ project, now }: Ctx, rows: readonly Regel[]) =>
  rows.map(({ id }) => one(project, voortgang, meldingNu(project, id, now))?.facts);

function restTekst(project: Project, lid: Deelnemer): string[] {
  const rest = nogTeMelden(project, lid).length;
  return rest === 0
    ? ['Alles is doorgegeven.']
    : [`Nog te doen: ${rest === 1 ? '1 maatregel' : `${rest} maatregelen`}.`];
}

const LEZERS = 'voortgang.vertrouwelijk';

export const voortgangActies: readonly AnyAction[] = [
  melden,
  kiesLezers({
    naam: 'voortgang',
    kind: voortgang,
    right: 'deelnemer',
    when: { vanaf: 'resultaat' },
    mag: ({ project, actor }, { by, facts }) =>
      isVan(project, actor, facts.van) || (leads(actor) && by === actor.id),
    altijd: JIJ,
  }),
];
