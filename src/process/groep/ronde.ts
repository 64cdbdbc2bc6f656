import type { Ctx } from '../contract/contract.ts';
import { formOf, vorm } from '../contract/action.ts';
import { accept, notNow, refuseFields, type Refused } from '../contract/decision.ts';
import { deelnemer, leden } from '../feiten/deelnemers.ts';
import { datum, kort } from '../vormen/form.ts';
import { leidingKnop } from '../contract/woorden.ts';
import {
  document,
  isAfgerond,
  opdrachtgever,
  profiel,
  PROJECT,
  profielVan,
} from '../feiten/gegevens.ts';
import { all, begin, type NewEvent } from '../feiten/project.ts';
import { meegenomen } from '../feiten/meegenomen.ts';
import { gelukt } from '../vormen/screen.ts';
import { aantal } from '../taal/woorden.ts';
import { opening } from './starten.ts';
import { RONDE } from './verbs.ts';
import { dateOf, plusDays } from '../taal/time.ts';
import { aaneen } from '../taal/aaneen.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { nextStep } from '../contract/step.ts';
import { huidig } from '../feiten/geopende-stap.ts';

/**
 * Starts a new round: a project of its own that takes over the group, the documents, and what the steps say is still open
 * (K10). It is decided on the old project; its events are the first of the new one.
 */
export const nieuw = vorm({
  verb: RONDE,
  right: 'projectleider',
  when: 'altijd',
  form: (ctx) => {
    const { project, now, traject } = ctx;
    if (!isAfgerond(project)) return rondEerstAf(ctx, ' Daarna kun je een nieuwe ronde starten.');
    const today = dateOf(now);
    return formOf(
      'Nieuwe ronde starten',
      {
        naam: kort({
          label: 'Hoe heet de nieuwe ronde?',
          nodig: 'Geef de ronde een naam.',
          waarde: aaneen`${profielVan(project).texts.naam}, nieuwe ronde`,
        }),
        start: datum({ label: 'Wanneer begint het?', nodig: 'Kies de startdatum.', waarde: today }),
        einde: datum({
          label: 'Wanneer is het klaar?',
          nodig: 'Kies de einddatum.',
          waarde: plusDays(today, { years: 1 }),
        }),
      },
      {
        uitleg: [traject.rondeUitleg],
        opslaan: 'Nieuwe ronde starten',
      },
    );
  },
  decide: (ctx, { naam, start, einde }) => {
    if (!isAfgerond(ctx.project)) return rondEerstAf(ctx, '');
    if (einde < start) return refuseFields({ einde: 'De einddatum ligt vóór de startdatum.' });
    const events = [
      ...groepEvents(ctx),
      ...ctx.traject.stappen.flatMap((step) => step.meenemen(ctx.project)),
      opening(ctx),
      profielEvent(ctx, naam, start, einde),
    ];
    return accept(PROJECT, events, {
      soort: 'kaart',
      facts: { stap: ctx.traject.stappen[0]?.id ?? '' },
    });
  },
  receipt: ({ project, traject }) =>
    gelukt(
      `${profielVan(project).texts.naam} is gestart.`,
      [`${wieDoenMee(leden(project).length)} weer mee.`],
      [leidingKnop(traject)],
    ),
});

/** The way there is by the steps that are left. */
const rondEerstAf = ({ project, traject }: Ctx, daarna: string): Refused =>
  notNow(
    `Rond eerst dit ${traject.woorden.project} af.${daarna}`,
    nextStep(traject, huidig(project)?.id ?? '') ? [KNOP.volgendeStap] : traject.slot,
  );

const wieDoenMee = (n: number) =>
  `${aantal(n, 'deelnemer', 'deelnemers')} ${n === 1 ? 'doet' : 'doen'}`;

const groepEvents = ({ project }: Ctx): NewEvent[] => [
  ...all(project, opdrachtgever).map((found) =>
    begin(opdrachtgever, meegenomen(found.id), found.facts, found.texts),
  ),
  // People who left come along too: their entries stay theirs, and go to their opvolger.
  ...all(project, deelnemer)
    .filter(({ facts }) => facts.status !== 'aanvraag')
    .map(({ id, facts, texts }) =>
      begin(deelnemer, meegenomen(id), { ...facts, opvolger: meegenomen(facts.opvolger) }, texts),
    ),
  ...all(project, document).map((found) =>
    begin(
      document,
      meegenomen(found.id),
      { ...found.facts, van: meegenomen(found.facts.van) },
      found.texts,
    ),
  ),
];

/** Comes last. The round has begun when its profile is there; until then all of it may be stored again. */
function profielEvent(
  { project, traject }: Ctx,
  naam: string,
  start: string,
  einde: string,
): NewEvent {
  const { facts, texts } = profielVan(project);
  const { gesprek, soort, tenant } = facts;
  return begin(
    profiel,
    PROJECT,
    {
      traject: traject.id,
      start,
      einde,
      gesprek,
      soort,
      tenant,
      afgerond: '',
      vorige: project.id,
    },
    { naam, toelichting: texts.toelichting },
  );
}
