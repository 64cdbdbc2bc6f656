import { vorm, formOf } from '../contract/action.ts';
import type { Ctx } from '../contract/contract.ts';
import { accept, isRefused, notNow, refuse, type Refused } from '../contract/decision.ts';
import { iedereen, isZelfde, leads, leden, mens, type Deelnemer } from '../feiten/deelnemers.ts';
import { isAfgerond } from '../feiten/gegevens.ts';
import { begin, newId, persoonGewist, type Project } from '../feiten/project.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { gelukt } from '../vormen/screen.ts';
import { asked } from './deelnemers.ts';
import { overdragenKnop } from './leiding.ts';

/**
 * Erases everything of one person at once: what they wrote, how they are called and who they are. Who leads does so for
 * everybody, and everybody for themselves. What the group decided and counted stays, of nobody in particular.
 */
export const persoonWissen = vorm({
  verb: 'persoon.wissen',
  right: 'deelnemer',
  when: 'altijd',
  form: (ctx) => {
    const found = magGewist(ctx);
    if (isRefused(found)) return found;
    const isZelf = found.id === ctx.actor.id;
    const { project, projectgroep } = ctx.traject.woorden;
    return formOf(
      isZelf ? 'Alles van jou wissen?' : `Alles van ${found.naam} wissen?`,
      {},
      {
        uitleg: [
          `Dit gaat weg: ${isZelf ? 'je' : 'de'} naam, functie en gegevens uit Teams.`,
          `Ook weg: ${isZelf ? 'je' : 'alle'} teksten, redenen, documenten en foto’s, en berichten in de ${isZelf ? '' : 'persoonlijke '}chat met mij.`,
          'De naam van de organisatie blijft alleen als een ander daar ook werkt.',
          `Noemt een ander ${isZelf ? 'jouw' : 'deze'} naam voluit? Dan gaat ook die tekst weg.`,
          `Dit blijft: wat de ${projectgroep} samen vastlegde, stemmen en aantallen. Daar staat dan ‘iemand’.`,
          isZelf
            ? `Je kunt daarna niet meer in dit ${project}.`
            : `Deze persoon kan daarna niet meer in dit ${project}.`,
          ...(leden(ctx.project).some((lid) => leads(lid) && lid.id !== found.id)
            ? []
            : [`Daarna leidt niemand dit ${project} nog.`]),
          'Dit kan niet ongedaan worden gemaakt.',
        ],
        opslaan: 'Alles voorgoed wissen',
        rev: found.rev,
        knoppen: [{ ...KNOP.deelnemers, titel: 'Annuleren' }],
      },
    );
  },
  decide: (ctx) => {
    const found = magGewist(ctx);
    if (isRefused(found)) return found;
    const { project } = ctx;
    const events = zelfde(project, found).map(({ id }, nth) =>
      begin(persoonGewist, newId(project, 'g', nth), { wie: id, delen: [] }, {}),
    );
    return accept(found.id, events, { soort: 'hertekenen', facts: { wie: found.id } });
  },
  receipt: ({ actor }) =>
    gelukt(
      'Alles van deze persoon is gewist.',
      [
        'Berichten in Teams pas ik nu aan. Dat kan even duren.',
        'Wat iemand zelf typte of kopieerde, kan ik niet wissen.',
      ],
      // Who is out of the group can do no more here than read what this is.
      [leads(actor) ? KNOP.deelnemers : KNOP.uitleg],
    ),
});

/** A person may have come in twice: as who asked to join, and as the partner that they turned out to be. */
const zelfde = (project: Project, found: Deelnemer): readonly Deelnemer[] =>
  iedereen(project).filter(
    ({ id, facts }) =>
      id === found.id ||
      facts.identities.some((een) => found.facts.identities.some((eigen) => isZelfde(een, eigen))),
  );

function magGewist(ctx: Ctx): Deelnemer | Refused {
  const found = ctx.args['id'] ? asked(ctx) : mens(ctx.project, ctx.actor.id);
  if (!found) return refuse('niet-gevonden');
  if (found.id !== ctx.actor.id && !leads(ctx.actor)) return refuse('alleen-eigen');
  const { project } = ctx.traject.woorden;
  const leidt = found.facts.rol === 'projectleider' && found.facts.status === 'lid';
  // What is closed needs nobody to go on, and can be handed to nobody.
  if (!leidt || isAfgerond(ctx.project)) return found;
  return notNow(`Draag het ${project} eerst over aan iemand anders.`, [
    overdragenKnop(ctx.traject),
  ]);
}
