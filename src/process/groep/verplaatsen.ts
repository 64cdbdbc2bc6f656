import { tap } from '../contract/action.ts';
import { accept, notNow } from '../contract/decision.ts';
import { profiel, PROJECT, profielVan } from '../feiten/gegevens.ts';
import { say } from '../feiten/project.ts';
import { KNOP } from '../vormen/knoppen.ts';
import { gelukt } from '../vormen/screen.ts';
import { huidig } from '../feiten/geopende-stap.ts';
import { VERPLAATS } from './verbs.ts';

/**
 * Moves the project to the conversation where the button is pressed. It is on the record, and the card of the step comes
 * along.
 */
export const verplaatsen = tap({
  verb: VERPLAATS,
  right: 'projectleider',
  when: 'open',
  decide: ({ project, gesprek: { id, soort, tenant }, traject: { woorden } }) => {
    const nu = profielVan(project);
    if (nu.facts.tenant !== tenant)
      return notNow(`Een ${woorden.project} blijft binnen de eigen gemeente.`);
    if (nu.facts.gesprek === id) return accept(PROJECT, []);
    return accept(PROJECT, [say(profiel, nu, { gesprek: id, soort, tenant })], {
      soort: 'kaart',
      facts: { stap: huidig(project)?.id ?? '' },
    });
  },
  receipt: ({ project }) =>
    gelukt(`${profielVan(project).texts.naam} staat nu in dit gesprek.`, [], [KNOP.status]),
});
