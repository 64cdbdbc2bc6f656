import type { Ctx, Traject } from '../contract/contract.ts';
import { formOf, tap, vorm } from '../contract/action.ts';
import { accept, isRefused, notNow, refuse, type Refused } from '../contract/decision.ts';
import {
  deelnemer,
  isVan,
  leden,
  plaatsvervanger,
  projectleider,
  type Deelnemer,
  mens,
  naamVan,
  metLeidendeRol,
  type Rol,
} from '../feiten/deelnemers.ts';
import { keuze, kies, type Fields } from '../vormen/form.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { say, type Project } from '../feiten/project.ts';
import { openAfspraken } from '../feiten/overleg.ts';
import { gelukt, type Button } from '../vormen/screen.ts';
import { geopend } from '../feiten/geopende-stap.ts';
import { stepOf } from '../contract/step.ts';
import { asked, kiesUit } from './deelnemers.ts';
import { leidingKnop } from '../contract/woorden.ts';
import { hoofdletter } from '../taal/woorden.ts';

/** Takes a person out of the group and asks who takes over; until then the work falls to the projectleider (rule 11). */
export const verwijderen = vorm({
  verb: 'deelnemer.verwijderen',
  right: 'projectleider',
  when: 'open',
  form: (ctx) => {
    const found = magWeg(ctx);
    if (isRefused(found)) return found;
    const werk = openWerk(ctx, found);
    const anderen = leden(ctx.project).filter(({ id }) => id !== found.id);
    return formOf(
      `${found.naam} uit de groep halen`,
      {
        opvolger: keuze(
          {
            label: 'Wie neemt het over?',
            uitleg: 'Kies je niemand, dan komt het werk bij jou.',
            wat: 'mensen',
          },
          kiesUit(anderen),
        ),
      },
      {
        uitleg:
          werk.length > 0
            ? ['Dit staat nog open:', ...werk.map((zin) => `• ${zin}`)]
            : ['Er staat geen werk meer open.'],
        opslaan: 'Uit de groep halen',
        knoppen: [{ ...KNOP.deelnemers, titel: 'Annuleren' }],
      },
    );
  },
  decide: (ctx, { opvolger }) => {
    const found = magWeg(ctx);
    return isRefused(found)
      ? found
      : accept(found.id, [
          // Who comes back later comes back as deelnemer.
          say(deelnemer, found, { status: 'weg', rol: 'deelnemer', opvolger }),
        ]);
  },
  receipt: (ctx, about) =>
    gelukt(
      `${mens(ctx.project, about)?.naam ?? 'Iemand'} doet niet meer mee.`,
      ['Alles wat is ingevuld, blijft staan.'],
      [KNOP.deelnemers],
    ),
});

/** The open work of a person: in the steps that have begun, and in afspraken. */
function openWerk({ project, now, traject }: Ctx, lid: Deelnemer): string[] {
  const steps = geopend(project).map(({ id }) => stepOf(traject, id));
  return [
    ...steps.flatMap((step) => step.taken({ project, now, traject }, lid)).map(({ zin }) => zin),
    ...openAfspraken(project)
      .filter(({ facts }) => isVan(project, lid, facts.wie))
      .map(({ facts, texts }) => (facts.vertrouwelijk ? 'Een vertrouwelijke afspraak' : texts.wat)),
  ];
}

function magWeg(ctx: Ctx): Deelnemer | Refused {
  const found = asked(ctx);
  if (found?.facts.status !== 'lid' && found?.facts.status !== 'vertrokken')
    return refuse('niet-gevonden');
  const { project: wat } = ctx.traject.woorden;
  return found.facts.rol === 'projectleider' && found.facts.status === 'lid'
    ? notNow(`Draag het ${wat} eerst over aan iemand anders.`, [overdragenKnop(ctx.traject)])
    : found;
}

/** The way to it. */
export const overdragenKnop = ({ woorden }: Traject): Button => ({
  titel: `${hoofdletter(woorden.project)} overdragen`,
  verb: 'projectleider.overdragen',
});

/** Hands the project to another projectleider; the old one stays deelnemer. */
export const overdragen = vorm({
  verb: 'projectleider.overdragen',
  right: 'projectleider',
  when: 'open',
  form: ({ project, traject: { woorden } }) =>
    wieKrijgt(
      project,
      `Het ${woorden.project} overdragen`,
      `Wie wordt ${woorden.projectleider}?`,
      projectleider(project),
    ),
  decide: (ctx, { wie }) => {
    const next = mens(ctx.project, wie);
    if (!next) return refuse('niet-gevonden');
    return accept(
      wie,
      [...zonderRol(ctx.project, 'projectleider'), say(deelnemer, next, { rol: 'projectleider' })],
      { soort: 'nieuwe-projectleider', facts: { wie } },
    );
  },
  receipt: (ctx, about) =>
    gelukt(
      `${naamVan(ctx.project, about)} is nu ${ctx.traject.woorden.projectleider}.`,
      [],
      [KNOP.deelnemers],
    ),
});

export const plaatsvervangerKiezen = vorm({
  verb: 'plaatsvervanger.kiezen',
  right: 'projectleider',
  when: 'open',
  form: ({ project, traject: { woorden } }) =>
    wieKrijgt(
      project,
      'Plaatsvervanger',
      `Wie vervangt de ${woorden.projectleider}?`,
      plaatsvervanger(project),
    ),
  decide: ({ project }, { wie }) => {
    if (plaatsvervanger(project)?.id === wie) return accept(wie, []);
    const next = mens(project, wie);
    if (!next) return refuse('niet-gevonden');
    return accept(wie, [
      ...zonderRol(project, 'plaatsvervanger'),
      say(deelnemer, next, { rol: 'plaatsvervanger' }),
    ]);
  },
  receipt: (ctx, about) =>
    gelukt(
      `${naamVan(ctx.project, about)} is plaatsvervanger.`,
      [`Die kan alles wat de ${ctx.traject.woorden.projectleider} kan.`],
      [KNOP.deelnemers],
    ),
});

/** Also whoever is not in the conversation now: who comes back comes back as deelnemer. */
const zonderRol = (project: Project, rol: Rol) =>
  metLeidendeRol(project)
    .filter(({ facts }) => facts.rol === rol)
    .map((lid) => say(deelnemer, lid, { rol: 'deelnemer' }));

function wieKrijgt(project: Project, titel: string, label: string, nu: Deelnemer | undefined) {
  const anderen = leden(project).filter(
    ({ id, facts }) =>
      id !== nu?.id && facts.rol !== 'projectleider' && facts.identities.length > 0,
  );
  if (anderen.length === 0)
    return notNow('Er is nog geen andere deelnemer met Teams. Voeg eerst iemand toe.', [
      KNOP.deelnemerToevoegen,
    ]);
  return formOf(titel, {
    wie: kies({ label, nodig: 'Kies iemand uit de groep.', wat: 'mensen' }, kiesUit(anderen)),
  } satisfies Fields);
}

/**
 * Without projectleider and plaatsvervanger a deelnemer may take over, announced and on the record. A projectleider who
 * left leads no more.
 */
export const overnemen = tap({
  verb: 'projectleider.overnemen',
  right: 'vrijgekomen',
  when: 'open',
  needsLeden: true,
  decide: ({ project, actor }) =>
    accept(
      actor.id,
      [
        ...zonderRol(project, 'projectleider'),
        ...zonderRol(project, 'plaatsvervanger'),
        say(deelnemer, actor, { rol: 'projectleider' }),
      ],
      { soort: 'nieuwe-projectleider', facts: { wie: actor.id } },
    ),
  receipt: ({ traject }) =>
    gelukt(`Je bent nu ${traject.woorden.projectleider}.`, [], [leidingKnop(traject)]),
});
