import type { AnyAction, Ctx } from '../../process/contract/contract.ts';
import { formOf, vorm } from '../../process/contract/action.ts';
import {
  type Refused,
  accept,
  isRefused,
  notNow,
  refuseFields,
} from '../../process/contract/decision.ts';
import { type Blad, bladVan, vervolgKnoppen } from '../../process/vormen/bladen.ts';
import { keuze, lang, type Field } from '../../process/vormen/form.ts';
import { PER_BLAD } from '../../process/vormen/grenzen.ts';
import { type NewEvent, type Project, begin, one, say } from '../../process/feiten/project.ts';
import { type Button, gelukt } from '../../process/vormen/screen.ts';
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
import { aantal } from '../../process/taal/woorden.ts';
import { BEOORDELING } from './knoppen.ts';

interface Gevraagd {
  onderwerp: Genummerd;
  blad: Blad<Maatregel>;
}

/** The onderwerp that the button is about, with a page of its measures. */
function gevraagd({ project, args }: Ctx): Gevraagd | undefined {
  const onderwerp = belangrijkste(project).find(({ id }) => id === args['onderwerp']);
  if (!onderwerp) return undefined;
  const alle = teBeoordelen(project, onderwerp.id);
  return { onderwerp, blad: bladVan(alle, PER_BLAD.maatregelen, args['pagina']) };
}

const veldId = (id: string) => `oordeel_${id}`;

function velden(project: Project, { onderwerp, blad }: Gevraagd) {
  const perMaatregel: Record<string, Field<string>> = Object.fromEntries(
    blad.deel.map(({ id, texts }) => [
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
        label: 'Doen we samen genoeg?',
        waarde: found?.facts.oordeel,
      },
      GENOEG,
    ),
    toelichting: lang({
      label: 'Wat is er nog meer nodig?',
      uitleg: 'Mag leeg blijven.',
      waarde: found?.texts.toelichting,
    }),
  };
  return { ...(perMaatregel as object), ...samen };
}

/** The newest of what this form changes: two who write at once see each other's change. */
const revOf = (project: Project, { onderwerp, blad }: Gevraagd) =>
  Math.max(
    one(project, genoeg, onderwerp.id)?.rev ?? 0,
    ...blad.deel.map(({ id }) => one(project, oordeel, id)?.rev ?? 0),
  );

const kiesEerst: Refused = notNow('Kies eerst een probleem bij de maatregelen.', [BEOORDELING]);

/** The group's judgement of one onderwerp: of each measure, and whether together they are enough (F3, G4). */
const beoordelen = vorm({
  verb: 'maatregel.beoordelen',
  right: 'notulist',
  when: VANAF,
  form: (ctx) => {
    const found = gevraagd(ctx);
    if (!found) return kiesEerst;
    const { onderwerp, blad } = found;
    return formOf(`Probleem ${onderwerp.nr} beoordelen`, velden(ctx.project, found), {
      uitleg: [
        genummerd(onderwerp, 200),
        ...(blad.deel.length === 0 ? ['Hier staat nog geen maatregel.'] : []),
        ...(blad.van > 1 ? [`Deel ${blad.nummer} van ${blad.van}.`] : []),
      ],
      rev: revOf(ctx.project, found),
    });
  },
  decide: (ctx, values) => {
    const found = gevraagd(ctx);
    if (!found) return kiesEerst;
    const { project } = ctx;
    const { onderwerp, blad } = found;
    const own = blad.deel.flatMap(({ id }) => oordeelEvent(project, id, chosen(values, id)));
    const samen = genoegEvent(project, onderwerp.id, values.genoeg, values.toelichting);
    return isRefused(samen) ? samen : accept(onderwerp.id, [...own, ...samen]);
  },
  receipt: (ctx, about) => {
    const found = gevraagd(ctx);
    const next = volgendeOnderwerp(ctx.project, about);
    const left = teBeoordelen(ctx.project, about).filter(
      ({ id }) => one(ctx.project, oordeel, id) === undefined,
    ).length;
    return gelukt(
      'Het oordeel is opgeslagen.',
      left > 0
        ? [
            `Bij dit probleem ${left === 1 ? 'is' : 'zijn'} nog ${aantal(left, 'maatregel', 'maatregelen')} niet beoordeeld.`,
          ]
        : [],
      [
        ...(found ? volgende(found) : []),
        ...(next ? [beoordeelKnop(next)] : []),
        beoordelingVan(about),
      ],
    );
  },
});

const volgende = ({ onderwerp, blad }: Gevraagd): Button[] =>
  vervolgKnoppen(blad, {
    wat: 'maatregelen',
    verb: 'maatregel.beoordelen',
    args: { onderwerp: onderwerp.id },
  });

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
      : refuseFields({ genoeg: 'Kies eerst of we genoeg doen.' });
  }
  const isSame = before?.facts.oordeel === answer && before.texts.toelichting === toelichting;
  return isSame ? [] : [begin(genoeg, id, { oordeel: answer }, { toelichting })];
}

export const beoordeelActies: readonly AnyAction[] = [beoordelen];
