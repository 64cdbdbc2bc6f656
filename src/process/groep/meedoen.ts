import { tap } from '../contract/action.ts';
import { accept, notNow, refuse } from '../contract/decision.ts';
import { deelnemer, leider } from '../feiten/deelnemers.ts';
import { isGestart } from '../feiten/gegevens.ts';
import { newId, one, say } from '../feiten/project.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { gelukt } from '../vormen/screen.ts';
import { aanmelding } from './starten.ts';
import { asked } from './deelnemers.ts';

/** How somebody who does not take part comes in. */

/** A request to join, answered by the projectleider in one tap. */
export const meedoen = tap({
  verb: KNOP.meedoen.verb,
  right: 'iedereen',
  when: 'open',
  decide: ({ project, iemand, actor, traject: { woorden } }) => {
    if (!isGestart(project)) return refuse('niet-gevonden');
    if (actor.facts.status === 'lid') return notNow(`Je doet al mee aan dit ${woorden.project}.`);
    // Who comes back is of the group again by that alone.
    if (actor.facts.status === 'vertrokken') return refuse('vertrokken');
    if (actor.facts.status === 'aanvraag') return accept(actor.id, []);
    if (iemand.oid === '') return notNow('Meld je eerst aan bij Teams. Daarna kun je meedoen.');
    const event =
      actor.id === ''
        ? aanmelding(newId(project, 'd'), iemand, 'deelnemer', 'aanvraag')
        : say(deelnemer, actor, { status: 'aanvraag' });
    return accept(event.id, [event], { soort: 'aanvraag', facts: { wie: event.id } });
  },
  receipt: ({ project, traject: { woorden } }) =>
    gelukt(
      'Je aanvraag is verstuurd.',
      [`${leider(project)?.naam ?? `De ${woorden.projectleider}`} beslist of je mee kunt doen.`],
      [KNOP.uitleg],
    ),
});

export const toelaten = tap({
  verb: 'deelnemer.toelaten',
  right: 'projectleider',
  when: 'open',
  decide: (ctx) => {
    const found = asked(ctx);
    if (!found) return refuse('niet-gevonden');
    if (found.facts.status === 'lid') return accept(found.id, []);
    return accept(found.id, [say(deelnemer, found, { status: 'lid' })], {
      soort: 'welkom',
      facts: { wie: [found.id] },
    });
  },
  receipt: (ctx, about) =>
    gelukt(
      `${one(ctx.project, deelnemer, about)?.texts.naam ?? 'De aanvrager'} doet nu mee.`,
      [],
      [KNOP.deelnemers],
    ),
});

export const afwijzen = tap({
  verb: 'deelnemer.afwijzen',
  right: 'projectleider',
  when: 'open',
  decide: (ctx) => {
    const found = asked(ctx);
    if (found?.facts.status === 'weg') return accept(found.id, []);
    return found?.facts.status === 'aanvraag'
      ? accept(found.id, [say(deelnemer, found, { status: 'weg' })])
      : refuse('niet-gevonden');
  },
  receipt: () =>
    gelukt('De aanvraag is afgewezen.', ['Vertel het zelf aan de aanvrager.'], [KNOP.deelnemers]),
});
