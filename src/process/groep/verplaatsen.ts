import { tap } from '../contract/action.ts';
import { accept, notNow } from '../contract/decision.ts';
import { profiel, PROJECT, profielVan } from '../feiten/gegevens.ts';
import { say } from '../feiten/project.ts';
import { gelukt } from '../vormen/screen.ts';
import { huidig } from '../feiten/geopende-stap.ts';

/** Brings the project to the conversation where the button is pressed; on the record, the step's card comes along. */
export const verplaatsen = tap({
  verb: 'project.verplaatsen',
  right: 'projectleider',
  when: 'open',
  decide: ({ project, gesprek: { id, soort, tenant } }) => {
    const nu = profielVan(project);
    if (nu.facts.tenant !== tenant) return notNow('Een project blijft binnen de eigen gemeente.');
    if (nu.facts.gesprek === id) return accept(PROJECT, []);
    return accept(PROJECT, [say(profiel, nu, { gesprek: id, soort, tenant })], {
      soort: 'kaart',
      facts: { stap: huidig(project)?.id ?? '' },
    });
  },
  receipt: ({ project }) =>
    gelukt(
      `${profielVan(project).texts.naam} staat nu in dit gesprek.`,
      [],
      [{ titel: 'Status', verb: 'status' }],
    ),
});
