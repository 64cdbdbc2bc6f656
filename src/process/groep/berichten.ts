import { tekstIn } from '../contract/decision.ts';
import { KNOP } from '../vormen/knoppen.ts';
import type { Beeld, Bericht, Berichten } from '../contract/contract.ts';
import { WORD_LEIDER } from '../contract/woorden.ts';
import { mensen } from '../taal/opsomming.ts';
import { hoofdletter } from '../taal/woorden.ts';
import { leden, naamVan, leider, type Deelnemer, mens, leads } from '../feiten/deelnemers.ts';
import { profielVan } from '../feiten/gegevens.ts';
import { waarStaanWe } from './deelnemers.ts';
import { aaneen } from '../taal/aaneen.ts';

/** The ways on when people left: take over, hand over, or choose who does their work (rule 11). */
function verder(
  { project, traject: { woorden } }: Beeld,
  wie: readonly Deelnemer[],
): Pick<Bericht, 'regels' | 'knoppen'> {
  // Of who leads besides them: it may be drawn on the state of just before.
  const nu = leden(project).find((lid) => leads(lid) && !wie.some(({ id }) => id === lid.id));
  if (!nu)
    return {
      regels: [`Niemand leidt dit ${woorden.project} nu. Een deelnemer kan het overnemen.`],
      knoppen: [WORD_LEIDER],
    };
  if (wie.some(({ facts }) => facts.rol === 'projectleider'))
    return {
      regels: [
        `${nu.naam} vervangt de ${woorden.projectleider} en kan het ${woorden.project} overnemen.`,
      ],
      knoppen: [
        {
          titel: `${hoofdletter(woorden.project)} overdragen`,
          verb: 'projectleider.overdragen',
        },
      ],
    };
  const [een] = wie;
  return {
    regels: [
      `${hoofdletter(woorden.projectleider)}, kies wie het werk overneemt. Tot die tijd is het jouw taak.`,
    ],
    knoppen:
      een && wie.length === 1
        ? [{ titel: 'Opvolger kiezen', verb: 'deelnemer.verwijderen', args: { id: een.id } }]
        : [KNOP.deelnemers],
  };
}

/** A sentence that begins with a name, also with that of somebody of whom everything was erased. */
const zin = (tekst: string) => tekst.replace(/^iemand\b/, hoofdletter);

/** What the group reads about who takes part and who leads. */
export const groepBerichten: Berichten = {
  vertrokken: (beeld, facts) => {
    const ids = facts['wie'] as string[];
    const wie = ids.flatMap((id) => mens(beeld.project, id) ?? []);
    const namen = mensen(wie.map(({ naam }) => naam));
    return {
      titel: zin(`${namen} ${wie.length === 1 ? 'is' : 'zijn'} niet meer in dit gesprek.`),
      ...verder(beeld, wie),
    };
  },
  welkom: (beeld, facts) => {
    const wie = facts['wie'] as string[];
    const namen = mensen(wie.map((id) => naamVan(beeld.project, id)));
    const metTeams = leden(beeld.project).some(
      ({ id, facts: { identities } }) => wie.includes(id) && identities.length > 0,
    );
    return {
      titel: zin(`${namen} ${wie.length === 1 ? 'doet' : 'doen'} mee.`),
      regels: [
        aaneen`Welkom bij ${profielVan(beeld.project).texts.naam}. Nu bezig: ${waarStaanWe(beeld)}.`,
        metTeams
          ? 'Vul je organisatie in bij Mijn gegevens. Bij Mijn taken zie je wat je kunt doen.'
          : `De ${beeld.traject.woorden.projectleider} vult in wat zij doorgeven.`,
      ],
      knoppen: [...(metTeams ? [KNOP.mijnGegevens, KNOP.taken] : []), KNOP.plan],
    };
  },
  aanvraag: ({ project, traject: { woorden } }, facts) => ({
    titel: zin(`${naamVan(project, tekstIn(facts, 'wie'))} wil meedoen.`),
    regels: [`${leider(project)?.naam ?? `De ${woorden.projectleider}`} beslist.`],
    knoppen: [
      { titel: 'Toelaten', verb: 'deelnemer.toelaten', args: { id: tekstIn(facts, 'wie') } },
      { titel: 'Afwijzen', verb: 'deelnemer.afwijzen', args: { id: tekstIn(facts, 'wie') } },
    ],
  }),
  'nieuwe-projectleider': ({ project, traject: { woorden } }, facts) => ({
    titel: zin(`${naamVan(project, tekstIn(facts, 'wie'))} is nu ${woorden.projectleider}.`),
    regels: [`Vragen over ${profielVan(project).texts.naam}? Stel ze hier.`],
    knoppen: [KNOP.status],
  }),
};
