import type { View } from '../../process/contract/contract.ts';
import { leads, verantwoordelijke, voluitVan } from '../../process/feiten/deelnemers.ts';
import { all, one, type Project } from '../../process/feiten/project.ts';
import { item, lijst, type Button } from '../../process/vormen/screen.ts';
import { dateText } from '../../process/taal/time.ts';
import { doel, monitoring, type EntryOf } from '../plan/plan.ts';
import { kortweg } from '../../process/taal/tekst.ts';
import { isSchrijfbaar } from './doelen.ts';
import { VOORTGANG_AFSPREKEN } from './knoppen.ts';
import { aaneen, aaneengeregen } from '../../process/taal/aaneen.ts';

export type Monitoring = EntryOf<typeof monitoring>;

export const RITMES = [
  { id: 'eenmalig', tekst: 'Eenmalig' },
  { id: 'maand', tekst: 'Iedere maand' },
  { id: 'kwartaal', tekst: 'Ieder kwartaal' },
] as const;

/** `Fatima (Politie), vanaf 1 maart 2027, iedere maand`; with the opvolger of a person who left. */
export function monitoringRegel(project: Project, { facts }: Monitoring): string {
  const now = verantwoordelijke(project, facts.wie);
  const taken = now && now.id !== facts.wie ? `, overgenomen door ${now.naam}` : '';
  const ritme = RITMES.find(({ id }) => id === facts.ritme)?.tekst.toLowerCase() ?? '';
  const vanaf = facts.ritme === 'eenmalig' ? 'op' : 'vanaf';
  const wie = `${voluitVan(project, facts.wie)}${taken}`;
  return aaneen`${wie}, ${vanaf} ${dateText(facts.eerste)}, ${ritme}`;
}

const weergave: View = {
  verb: 'monitoring',
  right: 'deelnemer',
  needsVerstuurd: false,
  show: ({ project, actor, args }) => {
    const may = leads(actor) && isSchrijfbaar(project);
    const found = all(project, monitoring);
    const items = found.map((agreed) =>
      item(
        agreed.texts.gegevens,
        [monitoringRegel(project, agreed), ...doelRegel(project, agreed)],
        may ? eigenKnoppen(agreed.id) : [],
      ),
    );
    return lijst('Wie geeft wanneer wat door?', [{ kop: '', items }], {
      uitleg:
        found.length === 0
          ? [
              'Er is nog niets afgesproken over de voortgang.',
              'Hier komt wie welke cijfers doorgeeft, en wanneer.',
            ]
          : [],
      knoppen: [...(may ? [VOORTGANG_AFSPREKEN] : []), { titel: 'Doelen', verb: 'doelen' }],
      pagina: args['pagina'],
    });
  },
};

function doelRegel(project: Project, { facts }: Monitoring): string[] {
  const names = facts.doelen.flatMap((id) => one(project, doel, id)?.texts.specifiek ?? []);
  return names.length === 0
    ? []
    : [
        `Doel: ${aaneengeregen(
          names.map((name) => kortweg(name)),
          '; ',
        )}`,
      ];
}

export const eigenKnoppen = (id: string): Button[] => [
  { titel: 'Aanpassen', verb: 'monitoring.wijzigen', args: { id } },
  { titel: 'Intrekken', verb: 'monitoring.intrekken', args: { id }, stijl: 'destructive' },
];

export const monitoringWeergaven: readonly View[] = [weergave];
