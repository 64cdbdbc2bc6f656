import type { AnyAction, Ctx } from '../../process/contract/contract.ts';
import { formOf, vorm } from '../../process/contract/action.ts';
import { accept, notNow, refuseFields, type Refused } from '../../process/contract/decision.ts';
import { keuze, lang, type Field } from '../../process/vormen/form.ts';
import { begin, one, say, type NewEvent, type Project } from '../../process/feiten/project.ts';
import { gelukt, type Button } from '../../process/vormen/screen.ts';
import { belangrijkste, genummerd, type Genummerd, type Maatregel } from '../plan/maatregel.ts';
import { genoeg, oordeel } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { VANAF } from './doel.ts';
import {
  beoordeelKnop,
  beoordelingVan,
  GENOEG,
  OORDELEN,
  teBeoordelen,
  volgendeOnderwerp,
  type Genoeg,
  type Oordeel,
} from './oordeel.ts';

/** With the two questions about the whole, a form stays below 15 questions. */
const MAATREGELEN_PER_FORMULIER = 12;

interface Deel {
  onderwerp: Genummerd;
  maatregelen: readonly Maatregel[];
  pagina: number;
  van: number;
}

/** The onderwerp that the button is about, with at most twelve of its measures. */
function deel({ project, args }: Ctx): Deel | undefined {
  const onderwerp = belangrijkste(project).find(({ id }) => id === args['onderwerp']);
  if (!onderwerp) return undefined;
  const alle = teBeoordelen(project, onderwerp.id);
  const van = Math.max(1, Math.ceil(alle.length / MAATREGELEN_PER_FORMULIER));
  const pagina = Math.min(van, Math.max(1, Math.trunc(Number(args['pagina'] ?? '1')) || 1));
  const from = (pagina - 1) * MAATREGELEN_PER_FORMULIER;
  const maatregelen = alle.slice(from, from + MAATREGELEN_PER_FORMULIER);
  return { onderwerp, maatregelen, pagina, van };
}

const veldId = (id: string) => `oordeel_${id}`;

function velden(project: Project, { onderwerp, maatregelen }: Deel) {
  const perMaatregel: Record<string, Field<string>> = Object.fromEntries(
    maatregelen.map(({ id, texts }) => [
      veldId(id),
      keuze(
        {
          label: kortweg(texts.omschrijving, 120),
          waarde: one(project, oordeel, id)?.facts.oordeel,
        },
        OORDELEN,
      ),
    ]),
  );
  const found = one(project, genoeg, onderwerp.id);
  const samen = {
    genoeg: keuze(
      {
        label: 'Doen wij gezamenlijk voldoende?',
        uitleg:
          'Voldoende: hiermee halen we het doel. Zo doorgaan: we zijn op weg en kijken later opnieuw.',
        waarde: found?.facts.oordeel,
      },
      GENOEG,
    ),
    toelichting: lang({
      label: 'Is er meer nodig? Zo ja, wat dan?',
      uitleg: 'Mag leeg blijven.',
      waarde: found?.texts.toelichting,
    }),
  };
  return { ...(perMaatregel as object), ...samen };
}

/** The newest of what this form changes: two who write at once see each other's change. */
const revOf = (project: Project, { onderwerp, maatregelen }: Deel) =>
  Math.max(
    one(project, genoeg, onderwerp.id)?.rev ?? 0,
    ...maatregelen.map(({ id }) => one(project, oordeel, id)?.rev ?? 0),
  );

const kiesEerst: Refused = notNow('Kies eerst een probleem bij de maatregelen.');

/** The joint judgement of one onderwerp: each measure, and whether together they are enough (F3, G4). */
const beoordelen = vorm({
  verb: 'maatregel.beoordelen',
  right: 'notulist',
  when: VANAF,
  form: (ctx) => {
    const found = deel(ctx);
    if (!found) return kiesEerst;
    const { onderwerp, maatregelen, pagina, van } = found;
    return formOf(`Probleem ${onderwerp.nr} beoordelen`, velden(ctx.project, found), {
      uitleg: [
        genummerd(onderwerp, 200),
        ...(maatregelen.length === 0 ? ['Hier staat nog geen maatregel.'] : []),
      ],
      knoppen: andere(onderwerp.id, pagina, van),
      rev: revOf(ctx.project, found),
    });
  },
  decide: (ctx, values) => {
    const found = deel(ctx);
    if (!found) return kiesEerst;
    const { project } = ctx;
    const { onderwerp, maatregelen } = found;
    const own = maatregelen.flatMap(({ id }) => oordeelEvent(project, id, chosen(values, id)));
    const samen = genoegEvent(project, onderwerp.id, values.genoeg, values.toelichting);
    return 'accepted' in samen ? samen : accept(onderwerp.id, [...own, ...samen]);
  },
  receipt: (ctx, about) => {
    const found = deel(ctx);
    const next = volgendeOnderwerp(ctx.project, about);
    const left = teBeoordelen(ctx.project, about).filter(
      ({ id }) => one(ctx.project, oordeel, id) === undefined,
    ).length;
    return gelukt(
      'Het oordeel is opgeslagen.',
      left > 0 ? [`Nog ${left} zonder oordeel bij dit probleem.`] : [],
      [
        ...(found && found.pagina < found.van ? andere(about, found.pagina, found.van) : []),
        ...(next ? [beoordeelKnop(next)] : []),
        {
          titel: 'Maatregel toevoegen',
          verb: 'maatregel.aanvullend',
          args: { onderwerp: about },
        },
        beoordelingVan(about),
      ],
    );
  },
});

const andere = (onderwerp: string, pagina: number, van: number): Button[] =>
  van === 1
    ? []
    : [
        {
          titel: `Andere maatregelen (${(pagina % van) + 1} van ${van})`,
          verb: 'maatregel.beoordelen',
          args: { onderwerp, pagina: String((pagina % van) + 1) },
        },
      ];

const chosen = (values: object, id: string) =>
  (values as Readonly<Record<string, Oordeel | '' | undefined>>)[veldId(id)] ?? '';

function oordeelEvent(project: Project, id: string, answer: Oordeel | ''): NewEvent[] {
  const before = one(project, oordeel, id);
  if (answer === '' || before?.facts.oordeel === answer) return [];
  const facts = { oordeel: answer };
  return [before ? say(oordeel, before, facts) : begin(oordeel, id, facts, { toelichting: '' })];
}

function genoegEvent(project: Project, id: string, answer: Genoeg | '', toelichting: string) {
  const before = one(project, genoeg, id);
  if (answer === '') {
    return toelichting === '' && !before
      ? []
      : refuseFields({ genoeg: 'Kies eerst of het voldoende is.' });
  }
  const isSame = before?.facts.oordeel === answer && before.texts.toelichting === toelichting;
  return isSame ? [] : [begin(genoeg, id, { oordeel: answer }, { toelichting })];
}

export const beoordeelActies: readonly AnyAction[] = [beoordelen];
