import { mensen } from '../taal/opsomming.ts';
import { tekstIn } from '../contract/decision.ts';
import { KNOP } from '../vormen/knoppen.ts';
import type { Berichten } from '../contract/contract.ts';
import { leden, naamVan, projectleider } from '../feiten/deelnemers.ts';
import { profielVan } from '../feiten/gegevens.ts';
import { waarStaanWe } from './deelnemers.ts';

/** What the group reads about who takes part and who leads. */
export const groepBerichten: Berichten = {
  welkom: (beeld, facts) => {
    const wie = facts['wie'] as string[];
    const namen = wie.map((id) => naamVan(beeld.project, id));
    const metTeams = leden(beeld.project).some(
      ({ id, facts: { identities } }) => wie.includes(id) && identities.length > 0,
    );
    return {
      titel: `${mensen(namen)} ${wie.length === 1 ? 'doet' : 'doen'} mee.`,
      regels: [
        `Welkom bij ${profielVan(beeld.project).texts.naam}. Nu bezig: ${waarStaanWe(beeld)}.`,
        metTeams
          ? 'Vul je organisatie in bij Mijn gegevens. Bij Mijn taken zie je wat je kunt doen.'
          : `De ${beeld.traject.woorden.projectleider} vult in wat zij doorgeven.`,
      ],
      knoppen: [...(metTeams ? [KNOP.mijnGegevens, KNOP.taken] : []), KNOP.plan],
    };
  },
  aanvraag: ({ project, traject: { woorden } }, facts) => ({
    titel: `${naamVan(project, tekstIn(facts, 'wie'))} wil meedoen.`,
    regels: [`${projectleider(project)?.texts.naam ?? `De ${woorden.projectleider}`} beslist.`],
    knoppen: [
      { titel: 'Toelaten', verb: 'deelnemer.toelaten', args: { id: tekstIn(facts, 'wie') } },
      { titel: 'Afwijzen', verb: 'deelnemer.afwijzen', args: { id: tekstIn(facts, 'wie') } },
    ],
  }),
  'nieuwe-projectleider': ({ project, traject: { woorden } }, facts) => ({
    titel: `${naamVan(project, tekstIn(facts, 'wie'))} is nu ${woorden.projectleider}.`,
    regels: [`Vragen over ${profielVan(project).texts.naam}? Stel ze hier.`],
    knoppen: [KNOP.status],
  }),
};
